/** Bars of a histogram in the colours of the bands over which they stand: a bar across a threshold changes colour there. */
import type { ScaleLinear } from "d3-scale";
import type { HistogramBin } from "leadscore";
import { css, svg, type TemplateResult } from "lit";
import type { Tone } from "../../worker/protocol.ts";
import type { Block } from "./thresholds.ts";

/** Rarely is a bar nothing to see: a single contact among many thousands has so much of the height. */
const leastHeight = 1.5;

/** In a square of 100 by 100, which may be stretched. */
export function tonedBars(
  bins: readonly HistogramBin[],
  blocks: readonly (Block & { tone: Tone })[],
  x: ScaleLinear<number, number>,
  y: ScaleLinear<number, number>,
): TemplateResult[] {
  return bins.flatMap((bin) => {
    if (bin.count === 0) return [];
    const height = Math.max(y(bin.count), leastHeight);
    // A hairline between bars, as long as they are wide enough for one.
    const space = (x(bin.below) - x(bin.from)) * 0.06;
    const bar = (tone: Tone, from: number, below: number): TemplateResult =>
      svg`<rect class="bar-of ${tone}" x=${from} width=${Math.max(below - from, 0)} y=${100 - height} height=${height} />`;
    const [left, right] = [x(bin.from) + space, x(bin.below) - space];
    const over = blocks
      .map(({ from, to, tone }) => ({ tone, from: Math.max(from === undefined ? left : x(from), left), to: Math.min(to === undefined ? right : x(to), right) }))
      .filter(({ from, to }) => from < to);
    return [bar("none", left, right), ...over.map(({ tone, from, to }) => bar(tone, from, to))];
  });
}

export const toneStyles = css`
  .bar-of {
    fill: var(--line-control);
  }

  .bar-of.high {
    fill: var(--good);
  }

  .bar-of.middle {
    fill: var(--accent);
  }

  .bar-of.low {
    fill: var(--text-quiet);
  }
`;
