/**
 * The thresholds of a score's bands as something to move. In: the ruleset's document. Out: handles with their places in it, blocks to draw, and
 * the changes that moving a handle makes. Who gets which band is not decided here: this knows where numbers stand, not what they do.
 */
import { at, list, pointer, type BandRange, type Path, type RulesetDocument } from "../../editing/document.ts";
import type { BandsOver } from "../../worker/outline.ts";

/** The bands over one score: a set of its own, or one side of a matrix. */
export interface ThresholdSet {
  /** Of the score or the matrix. */
  set: string;
  side: BandsOver["side"];
  /** Of the matrix. */
  label: string;
  /** Of the ranges. */
  path: Path;
  ranges: readonly BandRange[];
  /** Ascending. */
  thresholds: readonly Threshold[];
  /** Ascending. */
  blocks: readonly Block[];
}

/** A number that can be moved: where a range begins, or where one ends that no other follows. */
export interface Threshold {
  /** The same for as long as the range stays in its place. */
  key: string;
  path: Path;
  at: number;
  /** The label of the range. */
  range: string;
  edge: "begins" | "ends";
  /** Ends of other ranges that touch it, and by how much they stay below. */
  followers: readonly { path: Path; gap: number }[];
}

/** Where a range is drawn; without `from` or `to` it has no end on that side. */
export interface Block {
  label: string;
  from: number | undefined;
  to: number | undefined;
}

/** An end so little below a beginning touches it: `at_most` 34 before `at_least` 35. */
const widestGap = 1;

/** All sets over a score, in the order of the document. */
export function thresholdSets(document: RulesetDocument, score: string): ThresholdSet[] {
  const sets = Array.isArray(document.bands) ? document.bands : [];
  return sets.flatMap((set, index) => {
    if (set === null || typeof set !== "object") return [];
    if (set.score === score) return [setAt(document, ["bands", index, "ranges"], score, "own", "")];
    const sides = (["rows", "columns"] as const).filter((side) => set[side]?.score === score);
    return sides.map((side) => setAt(document, ["bands", index, side, "ranges"], String(set.id ?? ""), side, String(set.label || set.id || "")));
  });
}

function setAt(document: RulesetDocument, path: Path, set: string, side: ThresholdSet["side"], label: string): ThresholdSet {
  const found = at(document, path);
  // A range keeps its place in the document, whatever stands before it.
  const ranges: BandRange[] = Array.isArray(found) ? found.map((range) => (range !== null && typeof range === "object" ? range : {})) : [];
  const thresholds = thresholdsOf(ranges, path);
  return { set, side, label, path, ranges, thresholds, blocks: blocksOf(ranges) };
}

function thresholdsOf(ranges: readonly BandRange[], path: Path): Threshold[] {
  const begins = ranges.flatMap(({ at_least }, index) => (isNumber(at_least) ? [{ index, place: at_least }] : []));
  const found = begins.map(({ index, place }) => threshold(ranges, path, index, "at_least", place));
  for (const [index, range] of ranges.entries()) {
    for (const key of ["at_most", "below"] as const) {
      const place = range[key];
      if (!isNumber(place) || begins.some((begin) => begin.index !== index && touches(place, key, begin.place))) continue;
      found.push({ key: pointer([...path, index, key]), path: [...path, index, key], at: place, range: labelOf(range), edge: "ends", followers: [] });
    }
  }
  // Of two in one place the first in the document is the upper one, as it is for bands.
  return found.reverse().sort((a, b) => a.at - b.at);
}

function threshold(ranges: readonly BandRange[], path: Path, index: number, key: "at_least", place: number): Threshold {
  const followers = ranges.flatMap((range, other) =>
    (["at_most", "below"] as const).flatMap((end) => {
      const ends = range[end];
      return other !== index && isNumber(ends) && touches(ends, end, place) ? [{ path: [...path, other, end], gap: place - ends }] : [];
    }),
  );
  return { key: pointer([...path, index, key]), path: [...path, index, key], at: place, range: labelOf(ranges[index]), edge: "begins", followers };
}

function touches(end: number, key: "at_most" | "below", begin: number): boolean {
  return key === "below" ? end === begin : begin - end >= 0 && begin - end <= widestGap;
}

function blocksOf(ranges: readonly BandRange[]): Block[] {
  const begins = ranges.flatMap(({ at_least }) => (isNumber(at_least) ? [at_least] : [])).sort((a, b) => a - b);
  return ranges
    .map((range) => {
      const from = isNumber(range.at_least) ? range.at_least : undefined;
      const ends = [range.at_most, range.below, begins.find((begin) => from === undefined || begin > from)].filter(isNumber);
      return { label: labelOf(range), from, to: ends.length === 0 ? undefined : Math.min(...ends) };
    })
    .sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
}

function labelOf(range: BandRange | undefined): string {
  return typeof range?.label === "string" ? range.label : "";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** Points are whole hundredths, from minus to plus so many. */
export const mostPoints = 1_000_000;

export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Between which others a threshold stays, so that bands keep their order: so much above and below them, or where it is. */
export function roomOf({ thresholds }: ThresholdSet, moved: Threshold, apart: number): { from: number; to: number } {
  const { below, above } = neighboursOf(thresholds, moved);
  return {
    from: below === undefined ? -mostPoints : Math.min(hundredths(below + apart), moved.at),
    to: above === undefined ? mostPoints : Math.max(hundredths(above - apart), moved.at),
  };
}

/** The thresholds next to one. */
export function neighboursOf(thresholds: readonly Threshold[], moved: Threshold): { below: number | undefined; above: number | undefined } {
  const place = thresholds.indexOf(moved);
  return { below: thresholds[place - 1]?.at, above: thresholds[place + 1]?.at };
}

/** What a threshold takes with it when it moves. */
export function movement({ path, followers }: Threshold, to: number): [Path, number][] {
  return [[path, to], ...followers.map((follower): [Path, number] => [follower.path, hundredths(to - follower.gap)])];
}

/** The scale on which a score is shown beside its points. */
export function rescaleOf(document: RulesetDocument, score: string): { from: number; to: number } | undefined {
  const { from, to } = list(document.scores).find(({ id }) => id === score)?.rescale ?? {};
  return isNumber(from) && isNumber(to) && from < to ? { from, to } : undefined;
}
