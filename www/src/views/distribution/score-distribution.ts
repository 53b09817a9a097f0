/**
 * How the contacts are spread over the points of one score, and where its bands begin. In: the worker's counts. What is moved here becomes a step
 * of the editor; the counts follow from the worker.
 */
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { SessionElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { contacts, count, share } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import { points } from "../../text/points.ts";
import type { CountedSet, ScoreSpread } from "../../worker/jobs/distribution.ts";
import type { BandEvent, BinEvent, ThresholdEvent } from "./events.ts";
import { movement, rescaleOf, thresholdSets, type ThresholdSet } from "./thresholds.ts";
import "./band-table.ts";
import "./points-histogram.ts";
import "./threshold-track.ts";

@customElement("score-distribution")
export class ScoreDistribution extends SessionElement {
  @property({ attribute: false }) spread!: ScoreSpread;
  /** Only the contacts of the list are counted. */
  @property({ type: Boolean }) listed = false;

  /** The axis stays as it is while somebody drags on it. */
  #held: readonly [number, number] | undefined;
  #shownTable = false;

  override render(): TemplateResult {
    const { id, label, histogram } = this.spread;
    const { editor } = this.session;
    const sets = thresholdSets(editor.document, id);
    const domain = this.#held ?? this.#domain(sets);
    const locked = editor.fault !== undefined;
    const [first] = sets;
    return html`
      <section class="card" aria-labelledby="title" @threshold=${this.#onThreshold} @drag-begins=${() => (this.#held = domain)} @drag-ends=${this.#onDragEnd}>
        <header>
          <h2 id="title" class="cut">${label}</h2>
          <p class="quiet small">${this.#span()}</p>
        </header>
        <div class="parts">
          <div class="chart">
            <points-histogram
              .histogram=${histogram}
              .blocks=${first === undefined ? [] : this.#toned(first)}
              .domain=${domain}
              .label=${t("distribution-bars", { score: label })}
              @bin=${this.#onBin}
            ></points-histogram>
            ${sets.slice(0, 1).map((set) => this.#track(set, domain, locked, true))} ${this.#axes(domain)}
            ${sets.slice(1).map((set) => html`<p class="small quiet of">${this.#nameOf(set)}</p>${this.#track(set, domain, locked, false)}`)}
          </div>
          <div class="tables">
            ${sets.length === 0 ? this.#noBands(locked) : nothing}
            ${sets.map(
              (set) => html`${set.side === "own" && sets.length === 1 ? nothing : html`<h3>${this.#nameOf(set)}</h3>`}
                <band-table
                  .set=${set}
                  .counted=${this.#counted(set)}
                  .total=${histogram.total}
                  .label=${this.#nameOf(set)}
                  .locked=${locked}
                  @band=${(event: BandEvent) => this.#onBand(set, event)}
                ></band-table>`,
            )}
          </div>
        </div>
        ${this.#bars()}
      </section>
    `;
  }

  #track(set: ThresholdSet, domain: readonly [number, number], locked: boolean, lined: boolean): TemplateResult {
    const bands = this.#counted(set)?.bands ?? [];
    return html`<threshold-track .set=${set} .bands=${bands} .domain=${domain} .label=${this.#nameOf(set)} ?locked=${locked} ?lined=${lined} @band=${(event: BandEvent) => this.#onBand(set, event)}></threshold-track>`;
  }

  #counted({ set, side }: ThresholdSet): CountedSet | undefined {
    return this.spread.sets.find((one) => one.set === set && one.side === side);
  }

  #toned(set: ThresholdSet): { label: string; from: number | undefined; to: number | undefined; tone: CountedSet["bands"][number]["tone"] }[] {
    const bands = this.#counted(set)?.bands ?? [];
    return set.blocks.map((block) => ({ ...block, tone: bands.find(({ label }) => label === block.label)?.tone ?? "none" }));
  }

  #nameOf({ side, label }: ThresholdSet): string {
    return side === "own" ? t("distribution-bands-of", { score: this.spread.label }) : t("distribution-side", { matrix: label, side });
  }

  /** From the least to the most that there is to see. */
  #domain(sets: readonly ThresholdSet[]): readonly [number, number] {
    const { bins } = this.spread.histogram;
    const [least = 0, most = 0] = extent([...bins.flatMap(({ from, below }) => [from, below]), ...sets.flatMap(({ thresholds }) => thresholds.map(({ at }) => at))]);
    const room = sets.length > 0 ? (most - least) / 50 : 0;
    const [from = 0, to = 1] = scaleLinear().domain([least - room, most + room]).nice(20).domain();
    return [least >= 0 && from < 0 ? 0 : from, to > from ? to : from + 1];
  }

  #span(): string {
    const { bins, total } = this.spread.histogram;
    const [first, last] = [bins.at(0), bins.at(-1)];
    if (first === undefined || last === undefined) return contacts(0);
    const place = { from: points(first.from), below: points(last.below) };
    return bins.length === 1 ? t("distribution-one-bar", place) : t("distribution-span", { contacts: contacts(total), ...place });
  }

  #axes(domain: readonly [number, number]): TemplateResult {
    const x = scaleLinear(domain, [0, 100]);
    const rescale = rescaleOf(this.session.editor.document, this.spread.id);
    // A scale that is that of the points says nothing new.
    const scaled = rescale === undefined || (rescale.from === 0 && rescale.to === 100) ? undefined : scaleLinear([0, 100], [rescale.from, rescale.to]);
    const axis = (ticks: { place: number; text: string }[]): TemplateResult =>
      html`<div class="axis small quiet" aria-hidden="true">${ticks.map(({ place, text }) => html`<span .style=${`--from: ${place}%`}>${text}</span>`)}</div>`;
    return html`
      ${axis(x.ticks(6).map((tick) => ({ place: x(tick), text: points(tick) })))}
      ${scaled === undefined
        ? nothing
        : html`<p class="small quiet of">${t("distribution-rescaled", { from: points(scaled(0)), to: points(scaled(100)) })}</p>
            ${axis([0, 25, 50, 75, 100].map((tick) => ({ place: x(scaled(tick)), text: points(tick) })).filter(({ place }) => place >= 0 && place <= 100))}`}
    `;
  }

  #noBands(locked: boolean): TemplateResult {
    const { high, middle } = this.spread.suggested;
    return html`<div class="none">
      <p class="quiet">${t("distribution-no-bands", { score: this.spread.label })}</p>
      <button class="button" type="button" ?disabled=${locked} @click=${() => this.#addBands(high, middle)}>
        ${t("distribution-add-bands", { high: points(high), middle: points(middle) })}
      </button>
    </div>`;
  }

  #bars(): TemplateResult {
    const { histogram, label } = this.spread;
    return html`<details @toggle=${this.#onToggle}>
      <summary class="small">${t("distribution-as-table")}</summary>
      ${this.#shownTable
        ? html`<div class="scroll" tabindex="0" role="region" aria-label=${t("distribution-bars", { score: label })}>
            <table>
              <thead class="small quiet">
                <tr><th scope="col">${t("distribution-where")}</th><th scope="col" class="number">${t("distribution-contacts")}</th><th scope="col" class="number">${t("distribution-share")}</th></tr>
              </thead>
              <tbody>
                ${histogram.bins.map(
                  (bin) => html`<tr>
                    <th scope="row">${t("distribution-range", { from: points(bin.from), below: points(bin.below) })}</th>
                    <td class="number">${count(bin.count)}</td>
                    <td class="number quiet">${share(bin.count, histogram.total)}</td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`
        : nothing}
    </details>`;
  }

  #onToggle(event: Event): void {
    this.#shownTable = (event.target as HTMLDetailsElement).open;
    this.requestUpdate();
  }

  #onThreshold({ threshold, to, drag }: ThresholdEvent): void {
    const label = { key: "step-threshold", args: { band: threshold.range.slice(0, 60), points: to } };
    const options = drag === undefined ? { group: threshold.key } : { group: drag, held: true };
    this.session.editor.setAll(movement(threshold, to), label, options);
  }

  #onDragEnd(): void {
    this.#held = undefined;
    this.requestUpdate();
  }

  #addBands(high: number, middle: number): void {
    const { editor } = this.session;
    const bands = Array.isArray(editor.document.bands) ? editor.document.bands : [];
    const ranges = [
      { label: "SQL", at_least: high },
      { label: "MQL", at_least: middle },
    ];
    editor.set(["bands"], [...bands, { score: this.spread.id, ranges }], { key: "step-add-bands", args: { score: this.spread.label.slice(0, 60) } });
  }

  #onBin({ bin }: BinEvent): void {
    void this.session.showPart({ range: { score: this.spread.id, from: bin.from, below: bin.below } }, { ofListed: this.listed });
  }

  #onBand({ set }: ThresholdSet, { label }: BandEvent): void {
    void this.session.showPart({ band: { set, label } }, { ofListed: this.listed });
  }

  static override styles = [
    controls,
    css`
      :host {
        --gutter: 2.75rem;
        --plot-height: 11rem;
        display: block;
        container-type: inline-size;
      }

      section {
        display: grid;
        gap: var(--space-4);
        padding: var(--space-4);
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--space-3);
      }

      .parts {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(20rem, 26rem);
        gap: var(--space-5);
        align-items: start;
      }

      .chart {
        padding-top: var(--space-5);
      }

      .of {
        padding: var(--space-2) 0 0 var(--gutter);
      }

      .axis {
        position: relative;
        height: 1.25rem;
        margin-left: var(--gutter);
      }

      .axis span {
        position: absolute;
        left: var(--from);
        translate: -50% 0;
        font-variant-numeric: tabular-nums;
      }

      .tables {
        display: grid;
        gap: var(--space-3);
        min-width: 0;
      }

      .none {
        display: grid;
        gap: var(--space-3);
        justify-items: start;
      }

      summary {
        width: fit-content;
        min-height: 1.5rem;
        border-radius: var(--radius-small);
        cursor: pointer;
      }

      .scroll {
        max-height: 20rem;
        max-width: 30rem;
        overflow: auto;
      }

      table {
        width: 100%;
        border-collapse: collapse;
      }

      th,
      td {
        padding: var(--space-1) var(--space-2);
        border-bottom: 1px solid var(--line);
        font-weight: inherit;
        text-align: left;
      }

      .number {
        text-align: right;
      }

      @container (width < 48rem) {
        .parts {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}
