/**
 * What the rules do, in short and live, for beside the rules: contacts per band and points per score, and who moves most, against the version that
 * changes are held against. Every line keeps its height, so that nothing jumps while somebody edits.
 */
import { extent, max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { css, html, nothing, svg, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { bandTag, bandTagStyles, toneOf } from "../../components/band-tag.ts";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import { Live } from "../../session/live.ts";
import { controls } from "../../styles/controls.ts";
import { count } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import { points, signedPoints } from "../../text/points.ts";
import type { Mover, SummedBands, SummedScore, Summary } from "../../worker/jobs/summary.ts";
import type { Tone } from "../../worker/protocol.ts";
import { thresholdSets } from "./thresholds.ts";
import { tonedBars, toneStyles } from "./toned-bars.ts";

const mostMovers = 5;

@customElement("live-summary")
export class LiveSummary extends SessionElement {
  #summary = new Live(this, "summary", () => {
    const { baseline } = this.state.rulesets;
    return baseline === undefined ? undefined : { baseline: baseline.text };
  });

  override render(): TemplateResult {
    const summary = this.#summary.value;
    const version = this.state.rulesets.baseline?.version;
    return html`<section class="card" aria-labelledby="title" tabindex="0">
      <header>
        <h2 id="title">${t("summary")}</h2>
        <p class="small quiet">${version === undefined ? t("summary-against-opened") : t("summary-against", { number: version.number })}</p>
      </header>
      ${summary ? this.#shown(summary) : html`<p class="quiet">${t("distribution-soon")}</p>`}
    </section>`;
  }

  #shown({ scores, bandSets, movers }: Summary): TemplateResult {
    return html`
      ${this.state.faulty ? html`<p class="faulty small" role="status">${t("distribution-faulty")}</p>` : nothing}
      ${scores.map((score) => this.#score(score))} ${bandSets.map((set) => this.#bands(set))}
      ${movers === undefined ? html`<p class="small quiet">${t("summary-no-baseline")}</p>` : this.#movers(movers)}
    `;
  }

  #score({ id, label, histogram, changed }: SummedScore): TemplateResult {
    const [set] = thresholdSets(this.session.editor.document, id);
    const tone = (band: string): Tone => (set?.side === "own" ? toneOf(this.state.scored?.bandSets ?? [], id, band) : "none");
    const thresholds = set?.thresholds ?? [];
    const [least = 0, most = 1] = extent([...histogram.bins.flatMap(({ from, below }) => [from, below]), ...thresholds.map(({ at }) => at)]);
    const x = scaleLinear([least, most > least ? most : least + 1], [0, 100]);
    const y = scaleLinear([0, Math.max(max(histogram.bins, (bin) => bin.count) ?? 0, 1)], [0, 100]);
    const blocks = (set?.blocks ?? []).map((block) => ({ ...block, tone: tone(block.label) }));
    const isSame = changed === undefined || changed.raised + changed.lowered === 0;
    return html`<figure>
      <figcaption><span class="cut">${label}</span> <span class="small quiet">${changed === undefined ? nothing : isSame ? t("summary-points-same") : t("summary-points-changed", changed)}</span></figcaption>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        ${tonedBars(histogram.bins, blocks, x, y)} ${thresholds.map(({ at }) => svg`<line class="threshold" x1=${x(at)} x2=${x(at)} y1="0" y2="100" />`)}
      </svg>
    </figure>`;
  }

  #bands({ id, label, bands, moved }: SummedBands): TemplateResult {
    return html`<div class="set">
      <h3><span class="cut">${label}</span> <span class="small quiet">${moved === undefined ? nothing : t("summary-moved", { count: moved })}</span></h3>
      <ul data-set=${id}>
        ${bands.map(
          ({ label: band, tone, count: counted, before }) => html`<li>
            <span class="name">${band === null ? html`<span class="small quiet">${t("band-none")}</span>` : bandTag(band, tone)}</span>
            <span class="number">${count(counted)}</span>
            ${before === undefined ? html`<span></span>` : this.#change(counted - before)}
          </li>`,
        )}
      </ul>
    </div>`;
  }

  #change(by: number): TemplateResult {
    const direction = by > 0 ? "up" : by < 0 ? "down" : "same";
    const said = html`<span class="unseen">${t("summary-change", { direction, count: Math.abs(by) })}</span>`;
    if (by === 0) return html`<span class="number quiet"><span aria-hidden="true">·</span>${said}</span>`;
    return html`<span class="number change ${direction}"><span aria-hidden="true">${by > 0 ? "▲ +" : "▼ −"}${count(Math.abs(by))}</span>${said}</span>`;
  }

  #movers(movers: readonly Mover[]): TemplateResult {
    return html`<div class="set">
      <h3>${t("summary-movers")}</h3>
      <ol class="movers">
        ${movers.map((mover) => html`<li>${this.#mover(mover)}</li>`)} ${movers.length === 0 ? html`<li class="quiet">${t("summary-no-movers")}</li>` : nothing}
        ${Array.from({ length: mostMovers - Math.max(movers.length, 1) }, () => html`<li aria-hidden="true"></li>`)}
      </ol>
    </div>`;
  }

  #mover({ row, id, name, email, change, before, after, band }: Mover): TemplateResult {
    const shown = name || email || id;
    const [from, to] = [before, after].map((value) => (value === undefined ? t("summary-none") : points(value))) as [string, string];
    const side = (label: string | null): TemplateResult => bandTag(label, toneOf(this.state.scored?.bandSets ?? [], band?.set ?? "", label));
    return html`<button type="button" class=${change === 0 ? "same" : ""} title=${t("summary-mover", { contact: shown, before: from, after: to })} @click=${() => this.#open(row)}>
      <span class="cut who">${shown}</span>
      ${band === undefined ? nothing : html`<span class="moved">${side(band.before)}${icons.right}${side(band.after)}</span>`}
      <span class="number">${change === 0 ? to : `${from} → ${to}`}</span>
      <span class="number change ${change < 0 ? "down" : "up"}">${change === 0 ? "" : signedPoints(change)}</span>
    </button>`;
  }

  #open(row: number): void {
    void this.session.explain(row);
    this.session.show("contacts");
  }

  static override styles = [
    controls,
    bandTagStyles,
    toneStyles,
    css`
      :host {
        display: flex;
        min-width: 0;
        min-height: 0;
      }

      section {
        flex: 1;
        align-content: start;
        overflow-y: auto;
        scrollbar-width: thin;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
        padding: var(--space-4);
      }

      h3,
      figcaption {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--space-2);
        height: 1.5rem;
        white-space: nowrap;
      }

      figcaption .cut {
        font-weight: 650;
      }

      figure svg {
        width: 100%;
        height: 3rem;
        border-bottom: 1px solid var(--line-control);
        overflow: visible;
      }

      .threshold {
        stroke: var(--text);
        stroke-width: 1.5px;
        vector-effect: non-scaling-stroke;
      }

      .set li {
        display: grid;
        align-items: center;
        height: 1.75rem;
      }

      ul li {
        grid-template-columns: minmax(0, 1fr) 5rem 6rem;
        gap: var(--space-2);
      }

      .name {
        display: flex;
        min-width: 0;
      }

      .change {
        font-weight: 550;
        white-space: nowrap;
      }

      .change.up {
        color: var(--good);
      }

      .change.down {
        color: var(--bad);
      }

      .movers button {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto 3.5rem;
        align-items: center;
        gap: var(--space-2);
        width: calc(100% + var(--space-2));
        height: 1.75rem;
        margin-left: calc(-1 * var(--space-1));
        padding: 0 var(--space-1);
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        text-align: left;
        cursor: pointer;
      }

      .movers button.same {
        grid-template-columns: minmax(0, 1fr) auto 3rem 0;
        column-gap: var(--space-2);
      }

      .movers button:hover {
        background: var(--surface-hover);
      }

      .movers .who {
        grid-column: 1;
      }

      .movers .moved {
        grid-column: 2;
        display: flex;
        align-items: center;
        gap: var(--space-1);
      }

      .movers .moved .band {
        max-width: 4rem;
      }

      .movers .moved svg {
        width: 0.75rem;
        height: 0.75rem;
      }

      .movers .number {
        grid-column: 3;
        white-space: nowrap;
      }

      .movers .change {
        grid-column: 4;
      }

      .faulty {
        padding: var(--space-1) var(--space-3);
        border-radius: var(--radius-small);
        background: var(--caution-soft);
        color: var(--caution);
      }
    `,
  ];
}
