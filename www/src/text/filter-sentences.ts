/**
 * What filters test, as sentences. In: their documents, which may be faulty, and names for properties. Out: text in the page's language,
 * short enough for a line. It words what is written and decides nothing.
 */
import type { Filter } from "../editing/document.ts";
import { clip } from "./clip.ts";
import { date, instant } from "./instants.ts";
import { isolated } from "./isolated.ts";
import { t } from "./language.ts";
import { perLocale } from "./locales.ts";

/** The name of a property for people, or of something else that filters name by its id. */
export type LabelOf = (name: string, of?: "list" | "score" | "stage") => string;

/** Deeper nesting than anybody reads in a line. */
const deepest = 6;
const mostParts = 8;
const longest = 1_000;
const mostOperands = 5;

export const asWritten: LabelOf = (property) => property;

const numbers = perLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }));

/** `Job title contains any of 'vp', 'head' and at least 1 page view within 30 days`. */
export function filterSentence(filter: Filter | undefined, labelOf: LabelOf = asWritten): string {
  const sentence = clip(filterPhrase(filter, labelOf), longest);
  return beginsWithName(filter) ? sentence : capitalised(sentence);
}

/** The same to stand inside another sentence. */
export function filterPhrase(filter: Filter | undefined, labelOf: LabelOf, depth = 0): string {
  if (filter === undefined || filter === null || typeof filter !== "object" || Array.isArray(filter)) return t("sentence-unfinished");
  if (depth > deepest) return "…";
  if (Array.isArray(filter.all)) return joined("all", filter.all, labelOf, depth);
  if (Array.isArray(filter.any)) return joined("any", filter.any, labelOf, depth);
  if ("not" in filter) return negated(filter.not, labelOf, depth);
  if (typeof filter.property === "string") return propertyPhrase(filter, labelOf);
  if (typeof filter.event === "string") return eventPhrase(filter, boundsOf(filter), depth);
  if (typeof filter.score === "string") return scorePhrase(labelOf(filter.score, "score"), filter);
  if (typeof filter.band === "string") return bandPhrase(labelOf(filter.band, "score"), filter);
  if ("stage" in filter) return stagePhrase(filter.stage, labelOf);
  if (typeof filter.list === "string") return t("sentence-on-list", { list: name(labelOf(filter.list, "list"), 80) });
  return t("sentence-unfinished");
}

/** A text of the users in a sentence. */
function name(text: string, longest: number): string {
  return isolated(clip(text, longest));
}

function joined(way: "all" | "any", parts: readonly Filter[], labelOf: LabelOf, depth: number): string {
  const [only] = parts;
  if (only === undefined) return t("sentence-empty", { way });
  if (parts.length === 1) return filterPhrase(only, labelOf, depth + 1);
  const phrases = parts.slice(0, mostParts).map((part) => {
    const phrase = filterPhrase(part, labelOf, depth + 1);
    return isJoined(part) ? t("sentence-bracketed", { phrase }) : phrase;
  });
  const all = phrases.reduce((first, next) => t("sentence-joined", { way, first, next }));
  return parts.length > mostParts ? t("sentence-more", { list: all, count: parts.length - mostParts }) : all;
}

function isJoined(filter: Filter): boolean {
  return [filter?.all, filter?.any].some((parts) => Array.isArray(parts) && parts.length > 1);
}

function negated(part: Filter | undefined, labelOf: LabelOf, depth: number): string {
  const any = part?.any;
  if (Array.isArray(any) && any.length > 1) {
    return t("sentence-none-of", { phrases: listing(any.map((one) => () => filterPhrase(one, labelOf, depth + 2)), mostParts) });
  }
  if (part && typeof part.event === "string") {
    const { least, most } = boundsOf(part);
    if (least === 1 && most === undefined) return eventPhrase(part, { least: 0, most: 0 }, depth);
  }
  return t("sentence-not", { phrase: filterPhrase(part, labelOf, depth + 1) });
}

// Property tests

const notOperators = new Set(["property", "include_unknown"]);

/** The key of a property test that is its operator, known or not. */
export function operatorOf(test: Filter): string | undefined {
  return Object.keys(test).find((key) => !notOperators.has(key));
}

function propertyPhrase(test: Filter, labelOf: LabelOf): string {
  const operator = operatorOf(test);
  const property = named(test.property ?? "", labelOf);
  if (operator === undefined) return t("sentence-operator-missing", { property });
  const phrase = operatorPhrase(property, operator, test[operator]);
  return test.include_unknown === true ? t("sentence-or-unknown", { phrase }) : phrase;
}

/** `Job title contains 'vp'`, of a property that is named already. */
export function operatorPhrase(property: string, operator: string, operand: unknown): string {
  const isTime = /_(before|after)$/.test(operator);
  const operands = Array.isArray(operand) ? operand : [operand];
  const [low, high] = operands.slice(0, 2).map((one) => value(one, isTime || (operator.endsWith("between") && typeof one === "string")));
  return t("sentence-test", {
    operator,
    property,
    operand: listing(operands.map((one) => () => value(one, isTime)), mostOperands),
    several: operands.length > 1 ? "yes" : "no",
    low: low ?? "…",
    high: high ?? "…",
    days: typeof operand === "number" ? operand : value(operand),
    written: name(operator, 60),
  });
}

export function named(property: string, labelOf: LabelOf): string {
  return name(labelOf(property).trim(), 80) || t("sentence-some-property");
}

/** A value as it is written in sentences: texts in quotation marks, times as dates. */
export function value(one: unknown, isTime = false): string {
  if (typeof one === "boolean") return t("sentence-truth", { value: one ? "true" : "false" });
  if (isTime && (typeof one === "string" || typeof one === "number")) return time(one);
  if (typeof one === "number") return numbers().format(one);
  if (typeof one === "string") return t("sentence-quoted", { text: name(one, 80) });
  return "…";
}

const dayAlone = /^\d{4}-\d\d-\d\d([T ]00:00(:00(\.0+)?)?Z?)?$/;

/** Times without an offset are UTC. */
function time(written: string | number): string {
  if (typeof written === "number") return instant(written);
  const text = written.trim();
  if (dayAlone.test(text)) return date(text.slice(0, 10));
  const withOffset = /(Z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`;
  return Number.isNaN(Date.parse(withOffset)) ? name(text, 80) : instant(withOffset);
}

/** `a, b, c and 12 more`; those that are cut are not even worded. */
export function listing(items: readonly (() => string)[], most: number): string {
  const [first = "", ...rest] = items.slice(0, most).map((item) => item());
  const list = rest.reduce((all, next) => t("sentence-list", { list: all, next }), first);
  return items.length > most ? t("sentence-more", { list, count: items.length - most }) : list;
}

// Event tests

/** What a property of an event is called: those that are known have words of their own. */
const eventProperty: LabelOf = (property) => t("event-property", { property, written: property });

/** `page view`, `page views`: event types that are known have words of their own. */
export function eventName(type: string, count = 1): string {
  return t("event-name", { type: type.trim().toLowerCase(), written: name(type.trim(), 60) || "…", count });
}

/** `Page views`: the type as a name. One without words of its own stays as it is written. */
export function eventLabel(type: string): string {
  const unknown = "\0";
  const words = t("event-name", { type: type.trim().toLowerCase(), written: unknown, count: 2 });
  return words.includes(unknown) ? type : capitalised(words);
}

/** `page views where URL contains '/pricing' within 30 days`. */
export function eventsPhrase(selection: Pick<Filter, "event" | "where" | "within_days">, count: number, depth = 0): string {
  const { event = "", where, within_days } = selection;
  const has = `${where === undefined ? "" : "where"}${within_days === undefined ? "" : "days"}`;
  return t("sentence-events", {
    has,
    events: eventName(event, count),
    where: where === undefined ? "" : filterPhrase(where, eventProperty, depth + 1),
    days: typeof within_days === "number" ? within_days : value(within_days),
  });
}

/** How many events are asked for. */
interface Bounds {
  least?: unknown;
  most?: unknown;
}

function boundsOf({ at_least, at_most, exactly }: Filter): Bounds {
  if (exactly !== undefined) return { least: exactly, most: exactly };
  if (at_least === undefined && at_most === undefined) return { least: 1 };
  return { ...(at_least === undefined ? {} : { least: at_least }), ...(at_most === undefined ? {} : { most: at_most }) };
}

function eventPhrase(test: Filter, { least, most }: Bounds, depth: number): string {
  const decisive = most ?? least;
  const events = eventsPhrase(test, typeof decisive === "number" ? decisive : 2, depth);
  const bounds = most === 0 ? "none" : least === most ? "exactly" : most === undefined ? "least" : least === undefined || least === 0 ? "most" : "both";
  return t("sentence-event-count", { bounds, least: amount(least), most: amount(most), events });
}

function amount(given: unknown): string | number {
  return typeof given === "number" ? given : value(given);
}

// Score tests

function scorePhrase(score: string, { at_least, at_most, below }: Filter): string {
  const bounds = (["at_least", "at_most", "below"] as const).filter((key) => ({ at_least, at_most, below })[key] !== undefined);
  const phrases = bounds.map((bound) => t("sentence-score", { score: name(score, 64), bound, points: value({ at_least, at_most, below }[bound]) }));
  return phrases.length === 0 ? t("sentence-operator-missing", { property: name(score, 64) }) : phrases.reduce((first, next) => t("sentence-joined", { way: "all", first, next }));
}

// Band tests

function bandPhrase(set: string, { is_any_of, is_none_of }: Filter): string {
  const asked = is_any_of ?? is_none_of;
  const labels = (Array.isArray(asked) ? asked : [asked]).map((label: unknown) => (): string => (label === null ? t("band-none") : value(label)));
  return t("sentence-band", { set: name(set, 64), way: is_any_of === undefined ? "none" : "any", labels: listing(labels, mostOperands) });
}

// Stage tests

function stagePhrase(asked: unknown, labelOf: LabelOf): string {
  const names = (Array.isArray(asked) ? asked : [asked]).map((stage: unknown) => (): string => {
    if (stage === null) return t("sentence-no-stage");
    return typeof stage === "string" ? name(labelOf(stage, "stage"), 80) : value(stage);
  });
  return t("sentence-stage", { stages: listing(names, mostOperands) });
}

// Beginnings

/** Names are left as they are written. */
function beginsWithName(filter: Filter | undefined): boolean {
  let first = filter;
  for (let depth = 0; depth < deepest && first !== null && typeof first === "object"; depth++) {
    if ([first.property, first.score, first.band].some((name) => typeof name === "string")) return true;
    const parts: readonly Filter[] | undefined = Array.isArray(first.all) ? first.all : Array.isArray(first.any) ? first.any : undefined;
    if (parts === undefined || (parts[0] !== undefined && isJoined(parts[0]) && parts.length > 1)) return false;
    first = parts[0];
  }
  return false;
}

export function capitalised(sentence: string): string {
  const [first = ""] = sentence;
  return first.toLocaleUpperCase() + sentence.slice(first.length);
}
