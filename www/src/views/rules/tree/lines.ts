/**
 * The ruleset as the lines of a tree: scores, their groups, their criteria. In: the document, which may be faulty. Out: lines, each with its place
 * in the document and a key that stays the same while the line moves, is edited, or others come and go.
 */
import { at, type Criterion, type Group, type Path, type RulesetDocument, type Score } from "../../../editing/document.ts";

interface Placed {
  key: string;
  path: Path;
  /** Where it stands in its list of the document. */
  index: number;
  /** Where it stands among those that are shown, from 1, and how many these are. */
  place: number;
  of: number;
  name: string;
}

export interface ScoreLine extends Placed {
  kind: "score";
  score: Score;
  groups: GroupLine[];
  parent?: undefined;
}

export interface GroupLine extends Placed {
  kind: "group";
  group: Group;
  criteria: CriterionLine[];
  parent: ScoreLine;
}

export interface CriterionLine extends Placed {
  kind: "criterion";
  criterion: Criterion;
  parent: GroupLine;
}

/** What is edited as a whole, moved and deleted. */
export type RuleLine = ScoreLine | GroupLine | CriterionLine;

/** A line that belongs to another one: a button to add to it, the bands of a score. */
export interface SideLine {
  kind: "add-criterion" | "add-group" | "bands";
  key: string;
  parent: ScoreLine | GroupLine;
}

export type TreeLine = RuleLine | SideLine;

export function linesOf(document: RulesetDocument): ScoreLine[] {
  const keys = new Set<string>();
  /** Ids that stand twice get keys that do not. */
  const unique = (wanted: string): string => {
    let key = wanted;
    for (let number = 2; keys.has(key); number++) key = `${wanted} ${number}`;
    keys.add(key);
    return key;
  };
  return items<Score>(document.scores).map(({ item: score, index, place, of }) => {
    const path: Path = ["scores", index];
    const id = text(score.id);
    const line: ScoreLine = { kind: "score", key: unique(`score ${id}`), path, index, place, of, name: nameOf(score), score, groups: [] };
    line.groups = items<Group>(score.groups).map((entry) => groupLine(line, id, entry, unique));
    return line;
  });
}

function groupLine(parent: ScoreLine, scoreId: string, entry: Item<Group>, unique: (key: string) => string): GroupLine {
  const { item: group, index, place, of } = entry;
  const path: Path = [...parent.path, "groups", index];
  const key = unique(`group ${scoreId}/${text(group.id)}`);
  const line: GroupLine = { kind: "group", key, path, index, place, of, name: nameOf(group), group, criteria: [], parent };
  line.criteria = items<Criterion>(group.criteria).map(({ item: criterion, ...placed }) => ({
    kind: "criterion",
    key: unique(`criterion ${scoreId}/${text(criterion.id)}`),
    path: [...path, "criteria", placed.index],
    ...placed,
    name: nameOf(criterion),
    criterion,
    parent: line,
  }));
  return line;
}

interface Item<T> {
  item: T;
  index: number;
  place: number;
  of: number;
}

/** The objects of a list with their places; a faulty document may have anything in place of the list, and in it. */
function items<T extends object>(value: unknown): Item<T>[] {
  if (!Array.isArray(value)) return [];
  const found = value.flatMap((item: unknown, index) => (item !== null && typeof item === "object" && !Array.isArray(item) ? [{ item: item as T, index }] : []));
  return found.map(({ item, index }, position) => ({ item, index, place: position + 1, of: found.length }));
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

const longestName = 200;

/** The label, or the id; of hostile length, only the beginning. */
export function nameOf({ label, id }: { label?: unknown; id?: unknown }): string {
  const name = text(label).trim() || text(id);
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
}

export function* rulesOf(scores: readonly ScoreLine[]): Generator<RuleLine> {
  for (const score of scores) {
    yield score;
    for (const group of score.groups) {
      yield group;
      yield* group.criteria;
    }
  }
}

/** The line that adds to a score or group. */
export function sideOf(parent: ScoreLine | GroupLine): SideLine {
  return { kind: parent.kind === "score" ? "add-group" : "add-criterion", key: `${parent.key} add`, parent };
}

/** The lines that can be seen, from top to bottom. `matches` leaves only some criteria with what is above them. */
export function visibleLines(scores: readonly ScoreLine[], isFolded: (key: string) => boolean, matches: ReadonlySet<string> | undefined): TreeLine[] {
  return scores.flatMap((score): TreeLine[] => {
    if (matches !== undefined) return matches.has(score.key) ? [score, ...score.groups.flatMap((group) => matching(group, matches))] : [];
    if (isFolded(score.key)) return [score];
    const groups = score.groups.flatMap((group): TreeLine[] =>
      isFolded(group.key) ? [group] : [group, ...group.criteria, sideOf(group)],
    );
    return [score, ...groups, sideOf(score), { kind: "bands", key: `${score.key} bands`, parent: score }];
  });
}

function matching(group: GroupLine, matches: ReadonlySet<string>): TreeLine[] {
  return matches.has(group.key) ? [group, ...group.criteria.filter(({ key }) => matches.has(key))] : [];
}

/**
 * Something that was chosen before: by its key, else (it has moved to another score) by its own id, else (it has been given another id) by where
 * it stood.
 */
export function findLine(scores: readonly ScoreLine[], key: string, stood: Path = []): RuleLine | undefined {
  let byId: RuleLine | undefined;
  const [kind, id] = [key.split(" ", 1)[0], key.slice(key.lastIndexOf("/") + 1)];
  for (const line of rulesOf(scores)) {
    if (line.key === key) return line;
    if (line.kind === kind && line.kind !== "score" && line.key.endsWith(`/${id}`)) byId ??= line;
  }
  const there = byId === undefined ? lineAt(scores, stood) : undefined;
  return byId ?? (there?.kind === kind && there?.path.length === stood.length ? there : undefined);
}

/** The innermost score, group or criterion that a path leads to or into. */
export function lineAt(scores: readonly ScoreLine[], path: Path): RuleLine | undefined {
  let found: RuleLine | undefined;
  for (const line of rulesOf(scores)) {
    if (line.path.length <= path.length && line.path.every((part, place) => part === path[place])) found = line;
  }
  return found;
}

/** The list that an item stands in. */
export function listOf(path: Path): Path {
  return path.slice(0, -1);
}

/** The ids of the items of a list, also of a faulty one. */
export function idsIn(document: RulesetDocument, list: Path): string[] {
  const value = at(document, list);
  return Array.isArray(value) ? value.map((item: unknown) => text((item as { id?: unknown } | null)?.id)) : [];
}
