/**
 * Filters as a tree of groups and tests to be edited. In: a filter's document. Out: what kind of part it is, where its own parts stand, and
 * the document after a change of its shape. It knows how filters are written, not what they mean. Pure.
 */
import type { Filter, Path } from "../../../editing/document.ts";

/** Where a filter is used decides which tests it may hold; `membership` is for lists and what is said of whole contacts with them. */
export type Scope = "contact" | "event" | "band" | "membership";

export type Way = "all" | "any" | "none";

export interface FilterGroup {
  way: Way;
  parts: readonly Filter[];
  /** Where the parts stand below the group; undefined for the one part of a plain `not`. */
  list: Path | undefined;
}

/** The group that a filter is; undefined for a test. */
export function groupOf(filter: Filter | undefined): FilterGroup | undefined {
  if (filter === undefined || filter === null || typeof filter !== "object") return undefined;
  if (Array.isArray(filter.all)) return { way: "all", parts: filter.all, list: ["all"] };
  if (Array.isArray(filter.any)) return { way: "any", parts: filter.any, list: ["any"] };
  if (!("not" in filter)) return undefined;
  const inner = filter.not;
  if (inner !== undefined && inner !== null && Array.isArray(inner.any)) return { way: "none", parts: inner.any, list: ["not", "any"] };
  return { way: "none", parts: inner === undefined || inner === null ? [] : [inner], list: undefined };
}

export function partPath({ list }: FilterGroup, index: number): Path {
  return list === undefined ? ["not"] : [...list, index];
}

export function group(way: Way, parts: readonly Filter[]): Filter {
  if (way === "none") return { not: { any: [...parts] } };
  return { [way]: [...parts] };
}

export type TestKind = "property" | "event" | "score" | "band" | "stage" | "list";

export function testKind(filter: Filter | undefined): TestKind | undefined {
  if (filter === undefined || filter === null || typeof filter !== "object") return undefined;
  if ("property" in filter) return "property";
  if ("event" in filter) return "event";
  if ("score" in filter) return "score";
  if ("band" in filter) return "band";
  if ("stage" in filter) return "stage";
  return "list" in filter ? "list" : undefined;
}

/** What can be added in a scope. */
export function addable(scope: Scope): readonly (TestKind | "group")[] {
  if (scope === "event") return ["property", "group"];
  if (scope === "membership") return ["property", "event", "score", "band", "stage", "list", "group"];
  return scope === "band" ? ["property", "event", "score", "group"] : ["property", "event", "group"];
}

/** A test or group to begin with: as little as can stand. */
export function fresh(kind: TestKind | "group", names: { property?: string; event?: string; score?: string; band?: { set: string; label: string | null }; stage?: string; list?: string }): Filter {
  switch (kind) {
    case "property":
      return { property: names.property ?? "", is_known: true };
    case "event":
      return { event: names.event ?? "page_view" };
    case "score":
      return { score: names.score ?? "", at_least: 0 };
    case "band":
      return { band: names.band?.set ?? "", is_any_of: [names.band?.label ?? null] };
    case "stage":
      return { stage: names.stage ?? null };
    case "list":
      return { list: names.list ?? "" };
    case "group":
      return { any: [{ property: names.property ?? "", is_known: true }] };
  }
}

/** How a part can be changed within its group. */
export type Change = "duplicate" | "remove" | "up" | "down" | "wrap" | "unwrap";

/** The parts of a group after a change of one of them. */
export function changed(parts: readonly Filter[], index: number, change: Change): Filter[] {
  const part = parts[index];
  if (part === undefined) return [...parts];
  switch (change) {
    case "duplicate":
      return parts.toSpliced(index + 1, 0, structuredClone(part));
    case "remove":
      return parts.toSpliced(index, 1);
    case "up":
    case "down": {
      const to = Math.max(0, Math.min(parts.length - 1, index + (change === "up" ? -1 : 1)));
      return parts.toSpliced(index, 1).toSpliced(to, 0, part);
    }
    case "wrap":
      return parts.toSpliced(index, 1, { any: [part] });
    case "unwrap":
      return parts.toSpliced(index, 1, ...(groupOf(part)?.parts ?? [part]));
  }
}
