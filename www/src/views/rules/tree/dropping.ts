/**
 * Where a line that is dragged over another one would go. In: both lines, and the half of the other one that the pointer is over. Out: a place, and
 * the edge of a line at which it is shown; undefined where nothing can be dropped.
 */
import { listOf, type GroupLine, type RuleLine, type ScoreLine, type TreeLine } from "./lines.ts";
import type { Path } from "../../../editing/document.ts";

export type Edge = "before" | "after";

export interface Drop {
  list: Path;
  /** Counted without the line itself. */
  place: number;
  mark: { key: string; edge: Edge };
}

export function dropOf(source: RuleLine, over: TreeLine, edge: Edge, isFolded: (key: string) => boolean): Drop | undefined {
  if (source.kind === "criterion") return dropCriterion(source, over, edge, isFolded);
  return source.kind === "group" ? dropGroup(source, over, edge, isFolded) : dropScore(source, over, edge, isFolded);
}

function dropCriterion(source: RuleLine, over: TreeLine, edge: Edge, isFolded: (key: string) => boolean): Drop | undefined {
  if (over.kind === "criterion") return beside(source, over, edge, over.key);
  if (over.kind === "add-criterion" && over.parent.kind === "group") return atEnd(source, over.parent, { key: over.key, edge: "before" });
  const group = over.kind === "score" ? over.groups[0] : over;
  if (group?.kind !== "group") return undefined;
  const mark = { key: over.key, edge: "after" } as const;
  return isFolded(group.key) ? atEnd(source, group, mark) : { list: [...group.path, "criteria"], place: 0, mark };
}

function atEnd(source: RuleLine, group: GroupLine, mark: Drop["mark"]): Drop {
  const own = source.parent?.key === group.key ? 1 : 0;
  return { list: [...group.path, "criteria"], place: Math.max(lastIndex(group.criteria) + 1 - own, 0), mark };
}

function dropGroup(source: RuleLine, over: TreeLine, edge: Edge, isFolded: (key: string) => boolean): Drop | undefined {
  if (over.kind === "score") return { list: [...over.path, "groups"], place: 0, mark: { key: over.key, edge: "after" } };
  if (over.kind === "add-group" && over.parent.kind === "score") {
    const own = source.parent?.key === over.parent.key ? 1 : 0;
    return { list: [...over.parent.path, "groups"], place: Math.max(lastIndex(over.parent.groups) + 1 - own, 0), mark: { key: over.key, edge: "before" } };
  }
  if (over.kind === "group") return beside(source, over, isFolded(over.key) ? edge : "before", over.key);
  const group = over.parent;
  if (group.kind !== "group") return undefined;
  const early = over.kind === "criterion" && over.place <= over.of / 2;
  return early ? beside(source, group, "before", group.key) : beside(source, group, "after", `${group.key} add`);
}

function dropScore(source: RuleLine, over: TreeLine, edge: Edge, isFolded: (key: string) => boolean): Drop | undefined {
  const score = scoreOf(over);
  if (over.kind === "score" && (edge === "before" || isFolded(score.key))) return beside(source, score, edge, score.key);
  return beside(source, score, "after", isFolded(score.key) ? score.key : `${score.key} bands`);
}

export function scoreOf(line: TreeLine): ScoreLine {
  let up: TreeLine = line;
  while (up.parent !== undefined) up = up.parent;
  return up as ScoreLine;
}

function beside(source: RuleLine, over: RuleLine, edge: Edge, marked: string): Drop {
  const index = over.index + (edge === "after" ? 1 : 0);
  const fromBefore = source.parent?.key === over.parent?.key && source.index < index ? 1 : 0;
  return { list: listOf(over.path), place: index - fromBefore, mark: { key: marked, edge } };
}

function lastIndex(lines: readonly RuleLine[]): number {
  return lines.at(-1)?.index ?? -1;
}
