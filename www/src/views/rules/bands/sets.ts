/** The sets of bands in a document, and what is known of them. */
import { list, type BandRange, type BandSet, type RulesetDocument } from "../../../editing/document.ts";
import type { State } from "../../../session/state.ts";

export interface PlacedSet {
  set: BandSet;
  index: number;
}

export function setsOf(document: RulesetDocument): PlacedSet[] {
  const bands: unknown = document.bands;
  if (!Array.isArray(bands)) return [];
  return bands.flatMap((set: unknown, index) => (set !== null && typeof set === "object" ? [{ set: set as BandSet, index }] : []));
}

/** A set that is a matrix of two scores. */
export function isMatrix({ set }: PlacedSet): boolean {
  return set.rows !== undefined || set.columns !== undefined || set.id !== undefined;
}

/** The sets of bands by their ids, with the bands in each: a matrix has one for each row in each column. */
export function bandSets(bands: RulesetDocument["bands"]): { id: string; label: string; labels: string[] }[] {
  return list(bands).flatMap(({ id, label, score, ranges, rows, columns }: BandSet & { ranges?: BandRange[] }) => {
    const labels = (of: readonly BandRange[] | undefined): string[] => list(of).flatMap((range) => (typeof range.label === "string" ? [range.label] : []));
    if (typeof score === "string") return [{ id: score, label: score, labels: [...new Set(labels(ranges))] }];
    if (typeof id !== "string") return [];
    const cells = labels(rows?.ranges).flatMap((row) => labels(columns?.ranges).map((column) => row + column));
    return [{ id, label: label || id, labels: [...new Set(cells)] }];
  });
}

/** How many contacts have each band of a score or matrix, by label; undefined where nobody knows. */
export function bandCounts({ scored }: State, id: string): Map<string, number> | undefined {
  const set = scored?.bandSets.find((one) => one.id === id);
  return set && new Map(set.bands.map(({ label, count }) => [label, count]));
}
