/**
 * A journey as a chart and a table show it: the points of a score at each step, what changed and happened there, the stages as stretches of time, and
 * the points at which bands and stages begin. In: a section of the package's journey and the ruleset's document. It words and arranges, and decides
 * nothing.
 */
import { bisector } from "d3-array";
import type { Happening, JourneyStep } from "leadscore";
import { list, type RulesetDocument } from "../../editing/document.ts";
import { clip } from "../../text/clip.ts";
import { eventName } from "../../text/filter-sentences.ts";
import { happeningText, stageName } from "../../text/happenings.ts";
import { instant } from "../../text/instants.ts";
import { t } from "../../text/language.ts";
import { difference } from "../../text/points.ts";
import type { Section } from "../../worker/journeys.ts";

export interface ShownStep {
  /** Milliseconds since 1970. */
  time: number;
  points: number;
  /** Against the step before; nothing for the first. */
  change: number;
  band: string | null | undefined;
  stage: string | null;
  events: JourneyStep["events"];
  happened: readonly Happening[];
  byTime: boolean;
  /** It is how the contact stood when the section begins: at its stage since an instant, or since the way began. */
  before: Section["before"];
}

export function shownSteps(journey: Section, score: string): ShownStep[] {
  let before: number | undefined;
  return journey.steps.map(({ at, scores, bands, stage, events, happened, by_time }, index) => {
    const points = scores[score] ?? 0;
    const change = before === undefined ? 0 : difference(before, points);
    before = points;
    return { time: Date.parse(at), points, change, band: bands[score], stage, events, happened, byTime: by_time, before: index === 0 ? journey.before : undefined };
  });
}

const byTime = bisector((step: ShownStep) => step.time);

/** The step that holds at an instant: the last one before it. */
export function stepAt(steps: readonly ShownStep[], time: number): number {
  return Math.max(0, byTime.right(steps, time) - 1);
}

/** The step nearest to an instant. */
export function nearestStep(steps: readonly ShownStep[], time: number): number {
  return byTime.center(steps, time);
}

/** What there is to say of a step beside its points. */
export function stepWords({ events, happened, byTime: isByTime, change, stage, before }: ShownStep, document: RulesetDocument): string[] {
  const since = before?.since === undefined || stage === null ? [] : [t("journey-since", { stage: stageName(document, stage), since: instant(Date.parse(before.since)) })];
  return [
    ...(before === undefined ? [] : [t("journey-before"), ...since]),
    ...events.map(({ type, count }) => t("journey-events", { count, event: eventName(type, count) })),
    ...(isByTime && change !== 0 ? [t("journey-by-time")] : []),
    ...happened.map((one) => happeningText(one, document)),
  ];
}

export interface Stretch {
  label: string;
  from: number;
  to: number;
  /** Where it stands among the stages, from the first to the last, 0 to 1. */
  rank: number;
}

/** For how long the contact was at which stage. */
export function stretches(steps: readonly ShownStep[], document: RulesetDocument): Stretch[] {
  const stages = list(document.lifecycle?.stages);
  const found: { stage: string | null; from: number; to: number }[] = [];
  for (const { stage, time } of steps) {
    const last = found.at(-1);
    if (last !== undefined) last.to = time;
    if (last === undefined || last.stage !== stage) found.push({ stage, from: time, to: time });
  }
  return found.flatMap(({ stage, from, to }) => {
    if (stage === null) return [];
    const place = stages.findIndex(({ id }) => id === stage);
    return [{ label: stageName(document, stage), from, to, rank: stages.length > 1 ? Math.max(place, 0) / (stages.length - 1) : 1 }];
  });
}

export interface Threshold {
  at: number;
  label: string;
}

/** Where bands of a score begin, and stages that are entered by its points alone. */
export function thresholdsOf(document: RulesetDocument, score: string): Threshold[] {
  const bands = list(document.bands).flatMap((set) => (set.score === score ? list(set.ranges) : []));
  const stages = list(document.lifecycle?.stages).flatMap(({ id, label, enter_when }) => (enter_when?.score === score ? [{ label: label || id, at_least: enter_when.at_least }] : []));
  const found = new Map<number, string>();
  for (const { label, at_least } of [...bands, ...stages]) {
    if (typeof at_least === "number" && typeof label === "string" && !found.has(at_least)) found.set(at_least, clip(label, 40));
  }
  return [...found].map(([at, label]) => ({ at, label })).toSorted((a, b) => a.at - b.at);
}
