/** How wide the bars of a histogram are. */
import { tickStep } from "d3-array";
import type { Histogram, ResultFilter, Results } from "leadscore";

/** With bars of 1, 2 or 5 times a power of ten; of less than a point only where all points are close together, since most are whole. */
export function histogramOf(results: Results, score: string, bars: number, among: { where?: ResultFilter } = {}): Histogram {
  const coarse = results.histogram(score, among);
  const [first, last] = [coarse.bins.at(0), coarse.bins.at(-1)];
  if (first === undefined || last === undefined) return coarse;
  const isWide = coarse.bins.length === 1 || last.below - first.from >= 5;
  const width = Math.max(tickStep(first.from, last.below, bars), isWide ? 1 : 0.1);
  return width === coarse.width ? coarse : results.histogram(score, { width, ...among });
}
