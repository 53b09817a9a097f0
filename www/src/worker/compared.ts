/**
 * The comparison that is at hand: of the two results that were last held against each other. In: results of one table. Out: what differs
 * between them, made once for all that is asked of it, and let go when others are compared or it is dropped.
 */
import type { Comparison, Results } from "leadscore";

export class Compared {
  #kept: { before: Results; after: Results; comparison: Comparison } | undefined;

  of(before: Results, after: Results): Comparison {
    if (this.#kept?.before === before && this.#kept.after === after) return this.#kept.comparison;
    this.drop();
    const comparison = after.compare(before);
    this.#kept = { before, after, comparison };
    return comparison;
  }

  drop(): void {
    this.#kept?.comparison.free();
    this.#kept = undefined;
  }
}
