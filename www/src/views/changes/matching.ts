/**
 * How parts of two documents are matched and held against each other, and what is said of a part that differs. It holds texts against texts; what
 * they mean is not its business.
 */
import { list } from "../../editing/document.ts";

/** What is different about a part. `before` and `after` are as the documents have them. */
export interface Change {
  aspect:
    | "name"
    | "note"
    | "points"
    | "condition"
    | "award"
    | "value"
    | "default"
    | "muted"
    | "unmuted"
    | "group"
    | "order"
    | "limit"
    | "decay"
    | "since"
    | "rescale"
    | "range"
    | "range-when"
    | "unknown-values"
    | "filter"
    | "members"
    | "stage-property"
    | "list"
    | "goal"
    | "suppress"
    | "enrolment"
    | "actions"
    | "off"
    | "on"
    | "other";
  /** Which value, range or key it is about. */
  subject?: string;
  before?: unknown;
  after?: unknown;
}

/** Where a part is, by the ids on the way to it. */
export interface PartIds {
  score?: string;
  group?: string;
  criterion?: string;
  /** Of the score or matrix that bands belong to. */
  bands?: string;
  property?: string;
  stage?: string;
  list?: string;
  workflow?: string;
}

export interface RuleChange {
  part: "ruleset" | "property" | "score" | "group" | "criterion" | "bands" | "lifecycle" | "stage" | "list" | "workflow";
  state: "added" | "removed" | "changed";
  ids: PartIds;
  name: string;
  /** What it belongs to, from the outside in. */
  within: string[];
  changes: Change[];
}

export function named(was: { label?: string; note?: string }, is: { label?: string; note?: string }): Change[] {
  return [...changed("name", was.label, is.label), ...changed("note", was.note, is.note)];
}

export function limits(was: { limit?: unknown }, is: { limit?: unknown }): Change[] {
  return changed("limit", was.limit, is.limit);
}

export function reordered(was: readonly { id?: string }[] | undefined, is: readonly { id?: string }[] | undefined): Change[] {
  const [earlier, later] = [list(was), list(is)].map((items) => items.map(({ id }) => text(id)));
  const kept = (ids: string[] = [], others: string[] = []): string[] => ids.filter((id) => others.includes(id));
  return same(kept(earlier, later), kept(later, earlier)) ? [] : [{ aspect: "order" }];
}

/** Keys that have no words of their own. */
export function others(was: object, is: object, known: readonly string[]): Change[] {
  const [earlier, later] = [entriesOf(was), entriesOf(is)];
  const keys = [...new Set([...later.keys(), ...earlier.keys()])].filter((key) => !known.includes(key));
  return keys.flatMap((key) => (same(earlier.get(key), later.get(key)) ? [] : [{ aspect: "other" as const, subject: key }]));
}

export function changed(aspect: Change["aspect"], before: unknown, after: unknown): Change[] {
  if (same(before, after)) return [];
  return [{ aspect, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

/** Those with one id, in the order of the later ones; then those that are gone. */
export function paired<T extends { id?: string }>(before: readonly T[], after: readonly T[]): [T | undefined, T | undefined][] {
  const [earlier, later] = [before, after].map((items) => new Map(items.map((item) => [text(item.id), item])));
  return [...new Set([...(later?.keys() ?? []), ...(earlier?.keys() ?? [])])].map((id) => [earlier?.get(id), later?.get(id)]);
}

export function stateOf(was: unknown, is: unknown): RuleChange["state"] {
  return was === undefined ? "added" : is === undefined ? "removed" : "changed";
}

export function isWorthIt({ state, changes }: RuleChange): boolean {
  return state !== "changed" || changes.length > 0;
}

export function nameOf({ label, id }: { label?: string; id?: string }): string {
  return text(label).trim() || text(id);
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function entriesOf(value: unknown): Map<string, unknown> {
  return new Map(value !== null && typeof value === "object" ? Object.entries(value) : []);
}

/** Whether two values of documents say the same; the order of keys says nothing. Deeper than any rule goes they are taken for the same. */
export function same(one: unknown, other: unknown, depth = 0): boolean {
  if (one === other || depth > 200) return true;
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, theirs] = [entriesOf(one), entriesOf(other)];
  return mine.size === theirs.size && [...mine].every(([key, value]) => theirs.has(key) && same(value, theirs.get(key), depth + 1));
}
