/**
 * The bands over a score as a table: where each begins, in a field, and how many contacts have it. In: a set of thresholds with counts. Out:
 * `threshold` events for what is typed, `band` events for a band that somebody wants to see.
 */
import { css, html, noChange, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { bandTag, bandTagStyles } from "../../components/band-tag.ts";
import { PageElement } from "../../components/page-element.ts";
import type { BandRange } from "../../editing/document.ts";
import { controls } from "../../styles/controls.ts";
import { contacts, count, share } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import { typedNumber } from "../../text/numbers.ts";
import { points } from "../../text/points.ts";
import type { CountedBand, CountedSet } from "../../worker/jobs/distribution.ts";
import { BandEvent, ThresholdEvent } from "./events.ts";
import { hundredths, mostPoints, neighboursOf, roomOf, type Threshold, type ThresholdSet } from "./thresholds.ts";

@customElement("band-table")
export class BandTable extends PageElement {
  @property({ attribute: false }) set!: ThresholdSet;
  @property({ attribute: false }) counted: CountedSet | undefined;
  @property({ type: Number }) total = 0;
  @property() label = "";
  @property({ type: Boolean }) locked = false;
  /** What was typed and cannot be. */
  @state() private wrong: { key: string; problem: string } | undefined;

  override render(): TemplateResult {
    const { ranges, side } = this.set;
    const rows = ranges.map((range, index) => ({ range, index })).sort((a, b) => (b.range.at_least ?? -Infinity) - (a.range.at_least ?? -Infinity) || a.index - b.index);
    const without = this.counted?.without ?? 0;
    return html`
      <table aria-label=${this.label}>
        <thead class="small quiet">
          <tr>
            <th scope="col">${t("distribution-band")}</th>
            <th scope="col">${t("distribution-where")}</th>
            <th scope="col" class="number">${t("distribution-contacts")}</th>
            <th scope="col" class="number">${t("distribution-share")}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(({ range, index }) => this.#row(range, index))}
          ${side === "own" || without > 0
            ? html`<tr>
                <th scope="row">${this.#name(null, undefined, without)}</th>
                <td></td>
                ${this.#numbers(without)}
              </tr>`
            : nothing}
        </tbody>
      </table>
      ${ranges.some(({ when }) => when !== undefined) ? html`<p class="small quiet">${t("distribution-conditions")}</p>` : nothing}
      <p class="problem small" role="alert">${this.wrong?.problem}</p>
    `;
  }

  #row(range: BandRange, index: number): TemplateResult {
    const band = this.counted?.bands.find(({ label }) => label === range.label);
    const own = (key: string): Threshold | undefined => this.set.thresholds.find(({ path }) => path.at(-1) === key && path.at(-2) === index);
    const [begins, ends] = [own("at_least"), own("below") ?? own("at_most")];
    const end = range.below ?? range.at_most;
    const edge = range.below === undefined ? "to" : "under";
    return html`<tr>
      <th scope="row">${this.#name(String(range.label ?? ""), band, band?.count)}</th>
      <td>
        <span class="edges">
          ${begins === undefined ? nothing : html`<span class="quiet">${t("distribution-from")}</span>${this.#field(begins)}`}
          ${end === undefined ? nothing : html`<span class="quiet">${t("distribution-end", { edge })}</span>${ends === undefined ? points(end) : this.#field(ends)}`}
        </span>
      </td>
      ${this.#numbers(band?.count)}
    </tr>`;
  }

  #numbers(counted: number | undefined): TemplateResult {
    return html`<td class="number">${counted === undefined ? "–" : count(counted)}</td>
      <td class="number quiet">${counted === undefined ? nothing : share(counted, this.total)}</td>`;
  }

  #name(label: string | null, band: CountedBand | undefined, counted: number | undefined): TemplateResult {
    const tag = label === null ? html`<span class="quiet">${t("band-none")}</span>` : bandTag(label, band?.tone ?? "none");
    if (this.set.side !== "own" || !counted) return html`<span class="name">${tag}</span>`;
    const title = t("distribution-show-band", { band: label ?? t("band-none"), contacts: contacts(counted) });
    return html`<button class="name" type="button" title=${title} aria-label=${title} @click=${() => this.dispatchEvent(new BandEvent(label))}>${tag}</button>`;
  }

  #field(threshold: Threshold): TemplateResult {
    return html`<input
      class="field number"
      inputmode="decimal"
      autocomplete="off"
      maxlength="12"
      aria-label=${t("distribution-field", { band: threshold.range, edge: threshold.edge })}
      aria-invalid=${this.wrong?.key === threshold.key}
      ?disabled=${this.locked}
      .value=${this.wrong?.key === threshold.key ? noChange : live(String(threshold.at))}
      @change=${(event: Event) => this.#onChange(event.target as HTMLInputElement, threshold)}
    />`;
  }

  #onChange(field: HTMLInputElement, threshold: Threshold): void {
    const typed = typedNumber(field.value);
    const { from, to } = roomOf(this.set, threshold, 0.01);
    this.wrong = undefined;
    if (field.value.trim() === "") this.requestUpdate();
    else if (typed === undefined || hundredths(typed) !== typed) this.wrong = { key: threshold.key, problem: t("distribution-no-points") };
    else if (typed < from || typed > to) this.wrong = { key: threshold.key, problem: this.#beyond(threshold) };
    else if (typed !== threshold.at) this.dispatchEvent(new ThresholdEvent(threshold, typed));
    else this.requestUpdate();
  }

  #beyond(threshold: Threshold): string {
    const { below, above } = neighboursOf(this.set.thresholds, threshold);
    const side = below === undefined ? (above === undefined ? "none" : "under") : above === undefined ? "over" : "between";
    return t("distribution-beyond", { band: threshold.range, from: points(below ?? -mostPoints), to: points(above ?? mostPoints), side });
  }

  static override styles = [
    controls,
    bandTagStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
        align-content: start;
      }

      table {
        width: 100%;
        border-collapse: collapse;
      }

      th,
      td {
        height: 2.5rem;
        padding: 0 var(--space-2);
        border-bottom: 1px solid var(--line);
        font-weight: inherit;
        text-align: left;
      }

      thead th {
        height: 1.75rem;
        white-space: nowrap;
      }

      th:first-child {
        padding-left: 0;
      }

      td:last-child,
      th:last-child {
        padding-right: 0;
      }

      .number {
        text-align: right;
      }

      .edges {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-2);
        font-variant-numeric: tabular-nums;
      }

      input {
        width: 4rem;
        min-height: 1.75rem;
        padding: 0 var(--space-2);
      }

      input[aria-invalid="true"] {
        border-color: var(--bad);
      }

      .name {
        display: inline-flex;
        align-items: center;
        max-width: 9rem;
        min-height: 1.75rem;
        white-space: nowrap;
      }

      button.name {
        padding: 0 var(--space-1);
        margin-left: calc(-1 * var(--space-1));
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        text-decoration: underline;
        text-decoration-color: var(--line-control);
        text-underline-offset: 0.2em;
        cursor: pointer;
      }

      button.name:hover {
        background: var(--surface-hover);
      }

      @media (width < 45rem) {
        th,
        td {
          padding: 0 var(--space-1);
        }

        .edges {
          gap: var(--space-1);
        }
      }

      .problem {
        color: var(--bad);
      }
    `,
  ];
}
