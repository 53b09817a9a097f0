/** The sets of bands in a document, and what is known of them. */
import type { BandSet, RulesetDocument } from "../../../editing/document.ts";
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

/** How many contacts have each band of a score or matrix, by label; undefined where nobody knows. */
export function bandCounts({ scored }: State, id: string): Map<string, number> | undefined {
  const set = scored?.bandSets.find((one) => one.id === id);
  return set && new Map(set.bands.map(({ label, count }) => [label, count]));
}
