/** What the parts of the distribution tell it. */
import type { HistogramBin } from "leadscore";
import type { Threshold } from "./thresholds.ts";

/** Somebody wants to see the contacts of a bar. */
export class BinEvent extends Event {
  readonly bin: HistogramBin;

  constructor(bin: HistogramBin) {
    super("bin", { bubbles: true, composed: true });
    this.bin = bin;
  }
}

/** Somebody wants to see the contacts of a band, or those without one. */
export class BandEvent extends Event {
  readonly label: string | null;

  constructor(label: string | null) {
    super("band", { bubbles: true, composed: true });
    this.label = label;
  }
}

/** A threshold is to be somewhere else. */
export class ThresholdEvent extends Event {
  readonly threshold: Threshold;
  readonly to: number;
  /** The drag that it is part of; undefined for a movement of its own. */
  readonly drag: string | undefined;

  constructor(threshold: Threshold, to: number, drag?: string) {
    super("threshold", { bubbles: true, composed: true });
    this.threshold = threshold;
    this.to = to;
    this.drag = drag;
  }
}

/** A drag begins or ends. */
export class HoldEvent extends Event {
  constructor(type: "drag-begins" | "drag-ends") {
    super(type, { bubbles: true, composed: true });
  }
}
