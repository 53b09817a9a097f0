/** Band ranges as they are listed: in the order of the document, so that they stay where they are while a threshold is typed. */
import type { BandRange, Filter } from "../../../editing/document.ts";

export interface PlacedRange {
  range: BandRange;
  /** In the document's list. */
  index: number;
}

export type UpperKind = "at_most" | "below";

export function rangesOf(value: unknown): PlacedRange[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((range: unknown, index) => (range !== null && typeof range === "object" ? [{ range: range as BandRange, index }] : []));
}

function from({ at_least }: BandRange): number {
  return typeof at_least === "number" ? at_least : -Infinity;
}

/** Which end a range has upwards, if any. */
export function upperKind({ at_most, below }: BandRange): UpperKind | undefined {
  if (at_most !== undefined) return "at_most";
  return below === undefined ? undefined : "below";
}

/** Where a range above all others belongs: most lists begin with the highest. */
export function placeAbove(ranges: readonly PlacedRange[]): number {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return 0;
  return from(first.range) < from(last.range) ? last.index + 1 : first.index;
}

/** A range above all there are. */
export function nextRange(ranges: readonly PlacedRange[], label: string): BandRange {
  const highest = ranges.reduce((most, { range }) => Math.max(most, from(range)), -Infinity);
  return { label, at_least: highest === -Infinity ? 50 : Math.min(highest + 10, 1_000_000) };
}

export function conditionOf(range: BandRange): Filter | undefined {
  const { when } = range;
  return when !== null && typeof when === "object" ? when : undefined;
}
