/**
 * What a ledger found of a contact, and what it would take, as sentences. In: its structured evidence and, where it is at hand, the
 * criterion or filter that it is about, which knows more of what was asked. Out: text in the page's language.
 */
import type { Evidence } from "leadscore";
import type { Criterion, Filter } from "../editing/document.ts";
import { clip } from "./clip.ts";
import { asWritten, capitalised, eventsPhrase, filterPhrase, listing, named, operatorPhrase, value, type LabelOf } from "./filter-sentences.ts";
import { t } from "./language.ts";
import { signedPoints } from "./points.ts";
import { frequencyRanges } from "./criterion-sentences.ts";

/** The criterion that evidence is about, or the part of its filter. */
export type About = Criterion | Filter;

const deepest = 6;
const mostParts = 6;

/** What was found: `Job title: 'VP Sales'`, `2 of 3 page views within 30 days`. */
export function evidenceSentence(evidence: Evidence, labelOf: LabelOf = asWritten, about?: About): string {
  return found(evidence, labelOf, filterOf(about), 0);
}

/** What it would take to meet it; empty if it is met. */
export function missingSentence(evidence: Evidence, labelOf: LabelOf = asWritten, about?: About): string {
  if (evidence.met) return "";
  const sentence = lacking(evidence, labelOf, filterOf(about), 0);
  return startsWithOwnWords(evidence) ? capitalised(sentence) : sentence;
}

/** Of a condition its filter; what it says of events it says itself. */
function filterOf(about: About | undefined): About | undefined {
  return about !== undefined && "when" in about && typeof about.when === "object" ? (about.when as Filter) : about;
}

function found(evidence: Evidence, labelOf: LabelOf, about: About | undefined, depth: number): string {
  switch (evidence.test) {
    case "all":
    case "any":
    case "not": {
      if (depth > deepest) return "…";
      const decisive = decisiveParts(evidence);
      return decisive.length === 0
        ? t("evidence-nothing")
        : listing(decisive.map(([part, index]) => () => found(part, labelOf, partOf(about, index), depth + 1)), mostParts);
    }
    case "property":
    case "value": {
      const property = named(evidence.property, labelOf);
      const { unknown, value: written } = evidence;
      if (unknown === "missing" || written === null) return t("evidence-unknown", { property });
      if (unknown !== undefined) return t("evidence-unusable", { property, value: value(written), why: unknown });
      if (evidence.test === "value" && !evidence.met) return t("evidence-unlisted", { property, value: value(written) });
      return t("evidence-value", { property, value: value(written) });
    }
    case "event": {
      const { count, at_least, at_most } = evidence;
      const bounds = count < at_least && at_least > 1 ? "short" : at_most !== undefined && count > at_most ? "over" : "enough";
      const events = eventsPhrase(selectionOf(evidence, about), bounds === "short" ? at_least : count);
      return t("evidence-events", { bounds, count, least: at_least, most: at_most ?? 0, events });
    }
    case "occurrences": {
      const { count, found: there } = evidence;
      const events = eventsPhrase(selectionOf(evidence, about), there);
      return t("evidence-occurrences", { kept: count < there ? "some" : "all", found: there, count, events });
    }
    case "score":
      return t("evidence-value", { property: clip(evidence.score, 64), value: value(evidence.points) });
  }
}

/** The parts that made the outcome what it is. */
function decisiveParts(evidence: Extract<Evidence, { parts: Evidence[] }>): [Evidence, number][] {
  const parts = evidence.parts.map((part, index): [Evidence, number] => [part, index]);
  return evidence.test === "not" ? parts : parts.filter(([part]) => part.met === evidence.met);
}

function partOf(about: About | undefined, index: number): About | undefined {
  const filter = about as Filter | undefined;
  const parts = filter?.all ?? filter?.any;
  return Array.isArray(parts) ? parts[index] : filter?.not;
}

/** What the evidence says of the events, with `where` from what it is about. */
function selectionOf(evidence: { event: string; within_days?: number }, about: About | undefined): Pick<Filter, "event" | "where" | "within_days"> {
  const { event, within_days } = evidence;
  const fits = typeof about?.event === "string" && about.event.trim().toLowerCase() === event.trim().toLowerCase();
  return { event, ...(within_days === undefined ? {} : { within_days }), ...(fits && about.where !== undefined ? { where: about.where } : {}) };
}

function lacking(evidence: Evidence, labelOf: LabelOf, about: About | undefined, depth: number): string {
  switch (evidence.test) {
    case "all":
    case "any": {
      if (depth > deepest) return "…";
      const way = evidence.test;
      const open = evidence.parts.flatMap((part, index) => (part.met ? [] : [lacking(part, labelOf, partOf(about, index), depth + 1)]));
      if (open.length === 0) return t("evidence-impossible");
      const shown = open.slice(0, mostParts).reduce((first, next) => t("sentence-joined", { way, first, next }));
      return open.length > mostParts ? t("sentence-more", { list: shown, count: open.length - mostParts }) : shown;
    }
    case "not": {
      const part = (about as Filter | undefined)?.not;
      const [inner] = evidence.parts;
      if (part !== undefined) return filterPhrase({ not: part }, labelOf, depth);
      return inner === undefined ? t("evidence-impossible") : t("sentence-not", { phrase: asked(inner, labelOf, depth) });
    }
    case "event": {
      const { count, at_least, at_most } = evidence;
      const selection = selectionOf(evidence, about);
      if (count < at_least) return more(at_least - count, count, eventsPhrase(selection, at_least - count));
      const most = at_most ?? 0;
      return t("sentence-event-count", { bounds: most === 0 ? "none" : "most", least: at_least, most, events: eventsPhrase(selection, most) });
    }
    case "occurrences": {
      const selection = selectionOf(evidence, about);
      const frequency = about !== undefined && Array.isArray((about as Criterion).frequency);
      if (frequency) return t("sentence-frequency", { events: eventsPhrase(selection, 2), ranges: frequencyRanges(about as Criterion) });
      return evidence.found === 0 ? more(1, 0, eventsPhrase(selection, 1)) : t("evidence-other-count", { events: eventsPhrase(selection, 2) });
    }
    case "value": {
      const property = named(evidence.property, labelOf);
      const values = Object.entries((about as Criterion | undefined)?.values ?? {});
      const rated = values.map(([one, points]) => () => t("sentence-rated", { what: clip(one, 40), points: typeof points === "number" ? signedPoints(points) : value(points) }));
      return rated.length === 0 ? t("evidence-listed", { property }) : t("sentence-by-value", { property, values: listing(rated, mostParts) });
    }
    case "property":
    case "score":
      return asked(evidence, labelOf, depth);
  }
}

/** What a part asks for. */
function asked(evidence: Evidence, labelOf: LabelOf, depth: number): string {
  switch (evidence.test) {
    case "property":
      return operatorPhrase(named(evidence.property, labelOf), evidence.operator, evidence.operand);
    case "event": {
      const { at_least: least, at_most: most } = evidence;
      const bounds = most === 0 ? "none" : least === most ? "exactly" : most === undefined ? "least" : least === 0 ? "most" : "both";
      return t("sentence-event-count", { bounds, least, most: most ?? 0, events: eventsPhrase(selectionOf(evidence, undefined), most ?? least) });
    }
    case "all":
    case "any": {
      if (depth > deepest) return "…";
      const parts = evidence.parts.slice(0, mostParts).map((part) => asked(part, labelOf, depth + 1));
      const [first = t("sentence-empty", { way: evidence.test }), ...rest] = parts;
      const way = evidence.test;
      return rest.reduce((all, next) => t("sentence-joined", { way, first: all, next }), first);
    }
    default:
      return found(evidence, labelOf, undefined, depth);
  }
}

function more(count: number, sofar: number, events: string): string {
  return t("evidence-more-events", { count, sofar: sofar === 0 ? "none" : "some", events });
}

function startsWithOwnWords(evidence: Evidence): boolean {
  let first: Evidence | undefined = evidence;
  while (first !== undefined && (first.test === "all" || first.test === "any")) first = first.parts.find((part) => !part.met);
  return first?.test !== "property" && first?.test !== "score";
}
