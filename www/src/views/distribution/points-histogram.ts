/**
 * The bars of a score's histogram over an axis of points, coloured by the bands that stand there. In: bins, blocks and a domain. Out: a `bin` event
 * when somebody chooses a bar. It is one stop of the keyboard; arrows go from bar to bar.
 */
import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { Histogram, HistogramBin } from "leadscore";
import { css, html, nothing, svg, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { PageElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { contacts, count, share } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import { points } from "../../text/points.ts";
import type { Tone } from "../../worker/protocol.ts";
import { BinEvent } from "./events.ts";
import { tonedBars, toneStyles } from "./toned-bars.ts";
import type { Block } from "./thresholds.ts";

@customElement("points-histogram")
export class PointsHistogram extends PageElement {
  @property({ attribute: false }) histogram!: Histogram;
  @property({ attribute: false }) blocks: readonly (Block & { tone: Tone })[] = [];
  /** From the left edge to the right. */
  @property({ attribute: false }) domain: readonly [number, number] = [0, 1];
  @property() label = "";
  /** The bar that is pointed at, or that the keyboard is on. */
  @state() private active: number | undefined;

  override render(): TemplateResult {
    const { bins, total } = this.histogram;
    const most = max(bins, (bin) => bin.count) ?? 0;
    const y = scaleLinear([0, Math.max(most, 1)], [0, 100]).nice(3);
    const x = scaleLinear(this.domain, [0, 100]);
    const ticks = y.ticks(3).filter(Number.isInteger);
    const active = this.active === undefined ? undefined : bins[this.active];
    return html`
      <div class="counts small quiet" aria-hidden="true">${ticks.map((tick) => html`<span .style=${`--y: ${y(tick)}%`}>${count(tick)}</span>`)}</div>
      <div class="plot">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          ${ticks.map((tick) => svg`<line class="grid" x1="0" x2="100" y1=${100 - y(tick)} y2=${100 - y(tick)} />`)}
          ${tonedBars(bins, this.blocks, x, y)}
        </svg>
        <div
          class="bars"
          role="listbox"
          tabindex="0"
          aria-label=${this.label}
          aria-orientation="horizontal"
          aria-activedescendant=${this.active === undefined ? nothing : `bar-${this.active}`}
          @keydown=${this.#onKey}
          @focus=${() => (this.active ??= 0)}
          @blur=${() => (this.active = undefined)}
          @pointerleave=${() => (this.active = undefined)}
        >
          ${bins.map(
            (bin, index) => html`<div
              id="bar-${index}"
              role="option"
              aria-selected=${index === this.active}
              aria-label=${t("distribution-bar", { from: points(bin.from), below: points(bin.below), contacts: contacts(bin.count) })}
              class=${bin.count > 0 ? "bar filled" : "bar"}
              .style=${`--from: ${x(bin.from)}%; --width: ${x(bin.below) - x(bin.from)}%`}
              @pointerenter=${() => (this.active = index)}
              @click=${() => this.#choose(bin)}
            ></div>`,
          )}
        </div>
        ${active === undefined ? nothing : this.#tip(active, x((active.from + active.below) / 2), total)}
      </div>
    `;
  }

  #tip(bin: HistogramBin, place: number, total: number): TemplateResult {
    return html`<div class="tip small" aria-hidden="true" .style=${`--from: ${Math.min(Math.max(place, 0), 100)}%; --shift: -${Math.min(Math.max(place, 0), 100)}%`}>
      <b>${t("distribution-range", { from: points(bin.from), below: points(bin.below) })}</b> ${contacts(bin.count)} <span class="quiet">${share(bin.count, total)}</span>
    </div>`;
  }

  #choose(bin: HistogramBin): void {
    if (bin.count > 0) this.dispatchEvent(new BinEvent(bin));
  }

  #onKey(event: KeyboardEvent): void {
    const { bins } = this.histogram;
    const now = this.active ?? 0;
    const bin = bins[now];
    const to = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: bins.length - 1 }[event.key];
    if (to !== undefined) this.active = Math.min(Math.max(to, 0), bins.length - 1);
    else if ((event.key === "Enter" || event.key === " ") && bin !== undefined) this.#choose(bin);
    else return;
    event.preventDefault();
  }

  static override styles = [
    controls,
    toneStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: var(--gutter) minmax(0, 1fr);
      }

      .counts {
        position: relative;
      }

      .counts span {
        position: absolute;
        right: var(--space-2);
        bottom: var(--y);
        translate: 0 50%;
        line-height: 1;
      }

      .plot {
        position: relative;
        height: var(--plot-height);
        border-bottom: 1px solid var(--line-control);
      }

      svg {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }

      .grid {
        stroke: var(--line);
        stroke-width: 1px;
        vector-effect: non-scaling-stroke;
      }

      .bars {
        position: absolute;
        inset: 0;
      }

      .bar {
        position: absolute;
        top: 0;
        bottom: 0;
        left: var(--from);
        width: var(--width);
      }

      .bar.filled {
        cursor: pointer;
      }

      .bar[aria-selected="true"] {
        background: color-mix(in srgb, var(--text) 9%, transparent);
      }

      .tip {
        position: absolute;
        bottom: calc(100% + var(--space-1));
        left: var(--from);
        translate: var(--shift) 0;
        z-index: 2;
        padding: var(--space-1) var(--space-2);
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--surface-raised);
        box-shadow: var(--shadow);
        white-space: nowrap;
        pointer-events: none;
      }

      .tip .quiet {
        color: inherit;
      }
    `,
  ];
}
