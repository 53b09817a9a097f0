/** The names that rules ask contacts for. In: the ruleset's document, which may be faulty. Out: properties, and events with their properties. */
import { criteriaOf, list, type Filter, type RulesetDocument } from "../../editing/document.ts";

export interface RuleNames {
  /** In the order in which the rules come to them. */
  properties: RuleProperty[];
  /** By type. */
  events: Map<string, Set<string>>;
}

export interface RuleProperty {
  name: string;
  /** The other names that the ruleset gives it. */
  aliases: string[];
}

/** Deeper than any filter that has no error. */
const deepest = 64;

export function ruleNames(document: RulesetDocument): RuleNames {
  const properties = new Map<string, RuleProperty>();
  const events = new Map<string, Set<string>>();
  const addProperty = (name: unknown): void => {
    if (typeof name !== "string" || name.trim() === "" || properties.has(plain(name))) return;
    const aliases = declared(document, name);
    properties.set(plain(name), { name, aliases });
  };
  const eventOf = (type: string): Set<string> => {
    const known = events.get(type) ?? new Set<string>();
    events.set(type, known);
    return known;
  };
  const walk = (filter: Filter | undefined, event: Set<string> | undefined, depth: number): void => {
    if (filter === undefined || filter === null || typeof filter !== "object" || depth > deepest) return;
    for (const part of [...list(filter.all), ...list(filter.any), filter.not]) walk(part, event, depth + 1);
    if (typeof filter.event === "string" && event === undefined) walk(filter.where, eventOf(filter.event), depth + 1);
    else if (event !== undefined && typeof filter.property === "string") event.add(filter.property);
    else addProperty(filter.property);
  };
  for (const { criterion } of criteriaOf(document)) {
    if (typeof criterion.event === "string") {
      const event = eventOf(criterion.event);
      walk(criterion.where, event, 0);
      if (typeof criterion.once_per === "string" && criterion.once_per !== "day") event.add(criterion.once_per);
    }
    addProperty(criterion.property);
    addProperty(criterion.since);
    walk(criterion.when, undefined, 0);
  }
  for (const set of list(document.bands)) {
    for (const range of [...list(set.ranges), ...list(set.rows?.ranges), ...list(set.columns?.ranges)]) walk(range.when, undefined, 0);
  }
  return { properties: [...properties.values()], events };
}

/** Names are the same without case. */
export function plain(name: string): string {
  return name.trim().toLowerCase();
}

function declared(document: RulesetDocument, name: string): string[] {
  const entries = Object.entries(document.properties ?? {});
  const aliases: unknown = entries.find(([key]) => plain(key) === plain(name))?.[1]?.aliases;
  return Array.isArray(aliases) ? aliases.filter((alias): alias is string => typeof alias === "string") : [];
}
