/**
 * What can be done to the lines of the tree, each as one step of the editor. In: the editor, and lines of its document as it is. Out: where the
 * line is afterwards. Ids stay unique: scores in the ruleset, groups and criteria in their score.
 */
import { pointer, type BandSet, type Criterion, type CriterionKind, type Group, type Path, type Score } from "../../editing/document.ts";
import type { Editor } from "../../editing/editor.ts";
import { t } from "../../text/language.ts";
import { freshId, untaken } from "./ids.ts";
import { linesOf, listOf, type CriterionLine, type GroupLine, type RuleLine, type ScoreLine } from "./tree/lines.ts";

/** What the loaded contacts and events suggest to begin with. */
export interface Beginnings {
  property: string;
  event: string;
  /** A value of the property that occurs. */
  value: string;
}

function scoreIds(editor: Editor): Set<string> {
  const matrices = (editor.document.bands ?? []) as readonly (BandSet | null)[];
  const ids = [...linesOf(editor.document).map(({ score }) => score.id), ...(Array.isArray(matrices) ? matrices.map((set) => set?.id) : [])];
  return new Set(ids.filter((id) => typeof id === "string"));
}

function groupIds(score: ScoreLine): Set<string> {
  return new Set(score.groups.flatMap(({ group }) => group.id ?? []));
}

function criterionIds(score: ScoreLine): Set<string> {
  return new Set(score.groups.flatMap(({ criteria }) => criteria.flatMap(({ criterion }) => criterion.id ?? [])));
}

// Adding

export function addScore(editor: Editor): Path {
  const label = t("rules-new-score");
  const score: Score = { id: freshId(label, "score", scoreIds(editor)), label, groups: [] };
  return insert(editor, ["scores"], score, label);
}

export function addGroup(editor: Editor, score: ScoreLine): Path {
  const label = t("rules-new-group");
  const group: Group = { id: freshId(label, "group", groupIds(score)), label, criteria: [] };
  return insert(editor, [...score.path, "groups"], group, label);
}

export function addCriterion(editor: Editor, group: GroupLine, kind: CriterionKind, { property, event, value }: Beginnings): Path {
  const label = t("rules-new-criterion");
  const named = { id: freshId(label, "criterion", criterionIds(group.parent)), label };
  // With decay from the group, what is no event needs to say since when.
  const decay = group.group.decay !== undefined && kind !== "by_event" ? { since: property } : {};
  const criteria: Record<CriterionKind, Criterion> = {
    condition: { ...named, when: { property, is_known: true }, points: 5, ...decay },
    by_event: { ...named, event, within_days: 30, points: 5 },
    by_value: { ...named, property, values: { [value]: 5 }, default: 0, ...decay },
  };
  return insert(editor, [...group.path, "criteria"], criteria[kind], label);
}

/** At the end of a list. */
function insert(editor: Editor, list: Path, value: unknown, name: string): Path {
  const now = editor.read(list);
  const place = Array.isArray(now) ? now.length : 0;
  editor.insert(list, place, value, { key: "step-add", args: { name } });
  return [...list, place];
}

// What is there

export function rename(editor: Editor, line: RuleLine, label: string): void {
  editor.set([...line.path, "label"], label || undefined, { key: "step-name", args: { name: line.name } });
}

export function setPoints(editor: Editor, line: CriterionLine, points: number): void {
  editor.set([...line.path, "points"], points, { key: "step-points", args: { name: line.name } }, { group: `points ${pointer(line.path)}` });
}

export function toggle(editor: Editor, line: CriterionLine): void {
  const muted = line.criterion.enabled === false;
  const label = muted ? { key: "step-unmute", args: { name: line.name } } : { key: "step-mute", args: { name: line.name } };
  editor.set([...line.path, "enabled"], muted ? undefined : false, label);
}

export function clone(editor: Editor, line: RuleLine): Path {
  const list = listOf(line.path);
  editor.insert(list, line.index + 1, copyOf(editor, line), { key: "step-clone", args: { name: line.name } });
  return [...list, line.index + 1];
}

function copyOf(editor: Editor, line: RuleLine): Score | Group | Criterion {
  const label = t("rules-copy-of", { name: line.name });
  if (line.kind === "score") return { ...line.score, id: untaken(line.score.id, "score", scoreIds(editor)), label };
  if (line.kind === "criterion") {
    return { ...line.criterion, id: untaken(line.criterion.id, "criterion", criterionIds(line.parent.parent)), label };
  }
  return { ...fitting(line, line.parent), label };
}

/** A group as it can be in a score that has groups and criteria of its own. */
function fitting({ group }: GroupLine, score: ScoreLine): Group {
  const taken = criterionIds(score);
  const criteria = (Array.isArray(group.criteria) ? group.criteria : []).map((criterion: Criterion | null) => {
    const id = untaken(criterion?.id, "criterion", taken);
    taken.add(id);
    return { ...criterion, id };
  });
  return { ...group, id: untaken(group.id, "group", groupIds(score)), criteria };
}

/** Bands without their score would be an error: they go with it. */
export function remove(editor: Editor, line: RuleLine): void {
  const label = { key: "step-delete", args: { name: line.name } };
  if (line.kind !== "score") return editor.remove(line.path, label);
  const { bands } = editor.document;
  const sets: readonly (BandSet | null)[] = Array.isArray(bands) ? bands : [];
  const isOver = (set: BandSet | null): boolean => [set?.score, set?.rows?.score, set?.columns?.score].includes(line.score.id ?? "");
  const gone = sets.flatMap((set, index) => (isOver(set) ? [index] : []));
  const paths: Path[] = gone.length > 0 && gone.length === sets.length ? [["bands"]] : gone.toReversed().map((index) => ["bands", index]);
  editor.setAll([...paths, line.path].map((path) => [path, undefined] as const), label);
}

// Moving

/** To a place of a list, counted without the line itself. */
export function move(editor: Editor, line: RuleLine, list: Path, place: number): Path {
  const label = { key: "step-move", args: { name: line.name } };
  const to = lineOfList(editor, line, list);
  if (to === undefined || pointer(to.path) === pointer(line.parent?.parent?.path ?? line.parent?.path ?? [])) editor.move(line.path, list, place, label);
  else if (line.kind === "group") editor.move(line.path, list, place, label, fitting(line, to));
  else if (line.kind === "criterion") {
    const id = untaken(line.criterion.id, "criterion", criterionIds(to));
    editor.move(line.path, list, place, label, id === line.criterion.id ? undefined : { ...line.criterion, id });
  }
  return [...list, place];
}

/** The score that a list of groups or criteria is in. */
function lineOfList(editor: Editor, line: RuleLine, list: Path): ScoreLine | undefined {
  if (line.kind === "score") return undefined;
  return linesOf(editor.document).find(({ path }) => path[1] === list[1]);
}

/** One up or down; at the end of its list, into the next. Undefined where there is nothing beyond. */
export function neighbour(scores: readonly ScoreLine[], line: RuleLine, by: -1 | 1): { list: Path; place: number } | undefined {
  const beside = line.place - 1 + by;
  if (beside >= 0 && beside < line.of) return { list: listOf(line.path), place: line.index + by };
  if (line.kind === "score") return undefined;
  const lists = line.kind === "group" ? scores : scores.flatMap(({ groups }) => groups);
  const at = lists.findIndex(({ key }) => key === line.parent.key);
  const next = lists[at + by];
  if (next === undefined) return undefined;
  const content: readonly RuleLine[] = next.kind === "score" ? next.groups : next.criteria;
  return { list: [...next.path, next.kind === "score" ? "groups" : "criteria"], place: by > 0 ? 0 : content.length };
}
