/**
 * The points of a score over time as a line of steps, with thresholds, stages, events, and what happened marked. In: the steps. Out: a `step` event with
 * the step that is pointed at. It is one stop of the keyboard: arrows go from step to step, Page Up and Page Down to where something happened.
 */
import { extent } from "d3-array";
import { scaleLinear, scaleUtc } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import { html, nothing, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { date } from "../../text/instants.ts";
import { points } from "../../text/points.ts";
import { icons } from "../icons.ts";
import { PageElement } from "../page-element.ts";
import { chartStyles } from "./journey-chart-styles.ts";
import { nearestStep, type ShownStep, type Stretch, type Threshold } from "./journey-steps.ts";

/** More marks than that would cover each other. */
const mostMarks = 200;

@customElement("journey-chart")
export class JourneyChart extends PageElement {
  @property({ attribute: false }) steps: readonly ShownStep[] = [];
  /** The same steps by the points of other scores. */
  @property({ attribute: false }) others: readonly (readonly ShownStep[])[] = [];
  @property({ attribute: false }) thresholds: readonly Threshold[] = [];
  @property({ attribute: false }) stretches: readonly Stretch[] = [];
  @property({ type: Number }) active = 0;
  @property() label = "";
  /** The active step in words. */
  @property() said = "";

  override render(): TemplateResult {
    const [first, last] = [this.steps.at(0)?.time ?? 0, this.steps.at(-1)?.time ?? 1];
    const x = scaleUtc([first, Math.max(last, first + 1)], [0, 100]);
    const all = [this.steps, ...this.others].flatMap((steps) => extent(steps, ({ points: value }) => value));
    const [least = 0, most = 0] = extent([0, ...all, ...this.thresholds.map(({ at }) => at)], (value) => value);
    const y = scaleLinear([least, most > least ? most : least + 1], [100, 0]).nice(4);
    const active = this.steps[this.active];
    return html`
      <div class="scale small quiet" aria-hidden="true">${y.ticks(4).map((tick) => html`<span .style=${`--y: ${y(tick)}%`}>${points(tick)}</span>`)}</div>
      <div
        class="plot"
        role="slider"
        tabindex="0"
        aria-label=${this.label}
        aria-valuemin="1"
        aria-valuemax=${this.steps.length}
        aria-valuenow=${this.active + 1}
        aria-valuetext=${this.said}
        @keydown=${this.#onKey}
        @pointermove=${this.#onPointer}
        @pointerdown=${this.#onPointer}
      >
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          ${y.ticks(4).map((tick) => svg`<line class="grid" x1="0" x2="100" y1=${y(tick)} y2=${y(tick)} />`)}
          ${this.thresholds.map(({ at }) => svg`<line class="threshold" x1="0" x2="100" y1=${y(at)} y2=${y(at)} />`)}
          <path class="events" d=${this.steps.flatMap(({ events, time }) => (events.length === 0 ? [] : `M${x(time).toFixed(3)} 97V100`)).join("")} />
          ${this.others.map((steps) => svg`<path class="other" d=${path(steps, x, y)} />`)}
          <path class="line" d=${path(this.steps, x, y)} />
        </svg>
        ${this.thresholds.map(({ at, label }) => html`<span class="name small cut" aria-hidden="true" .style=${`--y: ${y(at)}%`}>${label}</span>`)}
        ${this.#marks(x, y)}
        ${active === undefined ? nothing : html`<span class="cursor" aria-hidden="true" .style=${`--x: ${x(active.time)}%`}></span><span class="point" aria-hidden="true" .style=${`--x: ${x(active.time)}%; --y: ${y(active.points)}%`}></span>`}
      </div>
      <div class="ribbon small" aria-hidden="true">
        ${this.stretches.map(({ label, from, to, rank }) => html`<span class="cut" title=${label} .style=${`--x: ${x(from)}%; --width: ${x(to) - x(from)}%; --rank: ${rank}`}>${label}</span>`)}
      </div>
      <div class="axis small quiet" aria-hidden="true">${this.#ticks(x)}</div>
    `;
  }

  /** Where something happened, above the line. */
  #marks(x: (time: number) => number, y: (value: number) => number): TemplateResult[] {
    const marked = this.steps.filter(({ happened }) => happened.length > 0).slice(-mostMarks);
    return marked.map(({ time, points: value, happened }) => {
      const kinds = new Set(happened.map(({ kind }) => kind));
      const kind = kinds.has("notified") || kinds.has("called_back") ? "told" : kinds.has("stage_changed") ? "stage" : "other";
      return html`<span class="mark ${kind}" aria-hidden="true" .style=${`--x: ${x(time)}%; --y: ${y(value)}%`}>${kind === "told" ? icons.flag : nothing}</span>`;
    });
  }

  /** Both ends, and as many days between as there is room for. */
  #ticks(x: ReturnType<typeof scaleUtc<number, number>>): TemplateResult[] {
    const between = x.ticks(5).map((tick) => ({ place: x(tick), text: date(tick.getTime()) }));
    return between.filter(({ place }) => place >= 4 && place <= 96).map(({ place, text }) => html`<span .style=${`--x: ${place}%`}>${text}</span>`);
  }

  #onPointer(event: PointerEvent): void {
    const { left, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const [first, last] = [this.steps.at(0)?.time ?? 0, this.steps.at(-1)?.time ?? 1];
    this.#go(nearestStep(this.steps, first + ((event.clientX - left) / width) * (last - first)));
  }

  #onKey(event: KeyboardEvent): void {
    const happens = (by: 1 | -1): number => {
      for (let at = this.active + by; at >= 0 && at < this.steps.length; at += by) if ((this.steps[at]?.happened.length ?? 0) > 0) return at;
      return by > 0 ? this.steps.length - 1 : 0;
    };
    const keys: Record<string, () => number> = {
      ArrowRight: () => this.active + 1,
      ArrowUp: () => this.active + 1,
      ArrowLeft: () => this.active - 1,
      ArrowDown: () => this.active - 1,
      Home: () => 0,
      End: () => this.steps.length - 1,
      PageDown: () => happens(1),
      PageUp: () => happens(-1),
    };
    const to = keys[event.key]?.();
    if (to === undefined) return;
    event.preventDefault();
    this.#go(to);
  }

  #go(to: number): void {
    const step = Math.min(Math.max(to, 0), this.steps.length - 1);
    if (step !== this.active) this.dispatchEvent(new CustomEvent<number>("step", { detail: step }));
  }

  static override styles = [controls, chartStyles];
}

function path(steps: readonly ShownStep[], x: (time: number) => number, y: (value: number) => number): string {
  const draw = line<ShownStep>(
    ({ time }) => x(time),
    ({ points: value }) => y(value),
  ).curve(curveStepAfter);
  return draw(steps as ShownStep[]) ?? "";
}
