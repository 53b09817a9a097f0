/**
 * The bands over a score as a strip under its histogram, with the thresholds between them as sliders. In: a set of thresholds and the domain of the
 * axis. Out: `threshold` events, one for each place that a threshold is moved to; `band` events for a band that is clicked.
 */
import { scaleLinear } from "d3-scale";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { PageElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { contacts } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import { points } from "../../text/points.ts";
import type { CountedBand } from "../../worker/jobs/distribution.ts";
import { BandEvent, HoldEvent, ThresholdEvent } from "./events.ts";
import { hundredths, mostPoints, roomOf, type Threshold, type ThresholdSet } from "./thresholds.ts";

interface Drag {
  id: string;
  key: string;
  /** How far from the threshold it was taken, in points. */
  off: number;
  pointer: number;
}

let drags = 0;

@customElement("threshold-track")
export class ThresholdTrack extends PageElement {
  @property({ attribute: false }) set!: ThresholdSet;
  @property({ attribute: false }) bands: readonly CountedBand[] = [];
  @property({ attribute: false }) domain: readonly [number, number] = [0, 1];
  @property() label = "";
  /** Whether lines go up from the handles through what is above. */
  @property({ type: Boolean, reflect: true }) lined = false;
  @property({ type: Boolean }) locked = false;
  @query(".strip") private strip!: HTMLElement;

  #drag: Drag | undefined;
  /** Where the pointer is, until the next frame is drawn. */
  #pointed: number | undefined;

  override render(): TemplateResult {
    const x = scaleLinear(this.domain, [0, 100]).clamp(true);
    return html`<div class="strip" role="group" aria-label=${this.label}>
      ${this.set.blocks.map(({ label, from, to }) => {
        const [left, right] = [x(from ?? this.domain[0]), x(to ?? this.domain[1])];
        const tone = this.bands.find((band) => band.label === label)?.tone ?? "none";
        if (right <= left) return nothing;
        // The table has the same for the keyboard.
        return html`<span class="block cut ${tone} ${this.set.side}" aria-hidden="true" .style=${`--from: ${left}%; --width: ${right - left}%`} @click=${() => this.#show(label)}>${label}</span>`;
      })}
      ${repeat(
        this.set.thresholds,
        ({ key }) => key,
        (threshold, index) => this.#handle(threshold, x(threshold.at), index % 2 === 1),
      )}
    </div>`;
  }

  /** A side of a matrix is no band by itself. */
  #show(label: string): void {
    const counted = this.bands.find((band) => band.label === label)?.count;
    if (this.set.side === "own" && counted) this.dispatchEvent(new BandEvent(label));
  }

  #handle(threshold: Threshold, place: number, isEven: boolean): TemplateResult {
    const { from, to } = this.#room(threshold);
    return html`<span
      class=${isEven ? "handle even" : "handle"}
      role="slider"
      tabindex="0"
      aria-label=${t("distribution-handle", { band: threshold.range, edge: threshold.edge })}
      aria-valuenow=${threshold.at}
      aria-valuemin=${from}
      aria-valuemax=${to}
      aria-valuetext=${this.#said(threshold)}
      aria-disabled=${this.locked}
      .style=${`--from: ${place}%`}
      @keydown=${(event: KeyboardEvent) => this.#onKey(event, threshold)}
      @pointerdown=${(event: PointerEvent) => this.#onDown(event, threshold)}
      @pointermove=${this.#onMove}
      @pointerup=${this.#onUp}
      @lostpointercapture=${this.#onUp}
      ><i></i
    ></span>`;
  }

  #said({ at, range }: Threshold): string {
    const counted = this.bands.find(({ label }) => label === range)?.count;
    const place = t("distribution-points", { points: points(at), count: at });
    return counted === undefined ? place : t("distribution-handle-value", { place, contacts: contacts(counted) });
  }

  /** As far as the axis goes, or to the neighbours. */
  #room(threshold: Threshold): { from: number; to: number } {
    const { from, to } = roomOf(this.set, threshold, this.#step());
    const [least, most] = this.domain;
    return { from: from === -mostPoints ? Math.min(least, threshold.at) : from, to: to === mostPoints ? Math.max(most, threshold.at) : to };
  }

  #move(threshold: Threshold, wanted: number, drag?: string): void {
    const { from, to } = this.#room(threshold);
    const place = Math.min(Math.max(hundredths(wanted), from), to);
    if (place !== threshold.at && !this.locked) this.dispatchEvent(new ThresholdEvent(threshold, place, drag));
  }

  #onKey(event: KeyboardEvent, threshold: Threshold): void {
    const step = event.shiftKey ? 10 : 1;
    const { from, to } = this.#room(threshold);
    const place = {
      ArrowRight: threshold.at + step,
      ArrowUp: threshold.at + step,
      ArrowLeft: threshold.at - step,
      ArrowDown: threshold.at - step,
      PageUp: threshold.at + 10,
      PageDown: threshold.at - 10,
      Home: from,
      End: to,
    }[event.key];
    if (place === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#move(threshold, place);
  }

  #onDown(event: PointerEvent, threshold: Threshold): void {
    if (this.locked || event.button !== 0 || this.#drag !== undefined) return;
    const handle = event.currentTarget as HTMLElement;
    handle.setPointerCapture(event.pointerId);
    handle.focus();
    event.preventDefault();
    this.#drag = { id: `drag ${++drags} of ${Date.now()}`, key: threshold.key, off: threshold.at - this.#pointsAt(event.clientX), pointer: event.pointerId };
    this.dispatchEvent(new HoldEvent("drag-begins"));
  }

  #onMove(event: PointerEvent): void {
    if (event.pointerId !== this.#drag?.pointer) return;
    const isFirst = this.#pointed === undefined;
    this.#pointed = event.clientX;
    // The pointer moves more often than anything is drawn.
    if (isFirst) requestAnimationFrame(() => this.#follow());
  }

  #follow(): void {
    const threshold = this.set.thresholds.find(({ key }) => key === this.#drag?.key);
    if (this.#drag !== undefined && this.#pointed !== undefined && threshold !== undefined) {
      const step = this.#step();
      const place = this.#pointsAt(this.#pointed) + this.#drag.off;
      this.#move(threshold, Math.round(place / step) * step, this.#drag.id);
    }
    this.#pointed = undefined;
  }

  #onUp(event: PointerEvent): void {
    if (event.pointerId !== this.#drag?.pointer) return;
    this.#follow();
    this.#drag = undefined;
    this.dispatchEvent(new HoldEvent("drag-ends"));
  }

  /** Whole points, unless all of them are close together. */
  #step(): number {
    return this.domain[1] - this.domain[0] > 10 ? 1 : 0.1;
  }

  #pointsAt(clientX: number): number {
    const { left, width } = this.strip.getBoundingClientRect();
    return scaleLinear([left, left + Math.max(width, 1)], this.domain)(clientX);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding-left: var(--gutter);
        container-type: inline-size;
      }

      .strip {
        position: relative;
        height: 2rem;
      }

      .block {
        position: absolute;
        top: var(--space-1);
        bottom: var(--space-1);
        left: var(--from);
        width: var(--width);
        padding: 0 2px;
        border-left: 1px solid var(--surface-card);
        background: var(--surface-sunken);
        color: var(--text-quiet);
        font-size: var(--size-small);
        font-weight: 600;
        line-height: 1.5rem;
        text-align: center;
      }

      .block.own {
        cursor: pointer;
      }

      .block.high {
        background: var(--good-soft);
        color: var(--good);
      }

      .block.middle {
        background: var(--accent-soft);
        color: var(--accent);
      }

      .handle {
        position: absolute;
        top: 0;
        bottom: 0;
        left: var(--from);
        z-index: 1;
        width: 1.5rem;
        margin-left: -0.75rem;
        border-radius: var(--radius-small);
        cursor: ew-resize;
        touch-action: none;
      }

      .handle[aria-disabled="true"] {
        cursor: not-allowed;
        opacity: 0.55;
      }

      /* What is seen of it, and taken hold of in the plot above. */
      i {
        position: absolute;
        inset: var(--space-1) 0.5rem;
        border: 2px solid var(--surface-card);
        border-radius: var(--radius-round);
        background: var(--text);
      }

      :host([lined]) .handle::before {
        content: "";
        position: absolute;
        bottom: 100%;
        left: 0.5rem;
        width: 0.5rem;
        height: var(--plot-height);
        background: linear-gradient(var(--text), var(--text)) center / 1.5px 100% no-repeat;
      }

      /* Where there is little room, neighbours are taken hold of at two heights. */
      @container (width < 36rem) {
        .strip {
          height: 3.5rem;
        }

        .block {
          line-height: 3rem;
        }

        .handle {
          bottom: 50%;
        }

        .handle.even {
          top: 50%;
          bottom: 0;
        }

        :host([lined]) .handle.even::before {
          height: calc(var(--plot-height) + 1.75rem);
        }
      }
    `,
  ];
}
