/** The shortest ways of a contact to the next band of each score; each step leads to its criterion: fires `reveal-criterion`. */
import type { NextBand, Way, WayStep } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { points } from "../../text/points.ts";
import { criterionSentence } from "../../text/sentences.ts";
import type { BandSet } from "../../worker/protocol.ts";
import { bandTag, bandTagStyles, toneOf } from "../band-tag.ts";
import { icons } from "../icons.ts";
import { PageElement } from "../page-element.ts";
import { noRules, RevealCriterion, type LedgerRules } from "./rules.ts";

@customElement("next-bands")
export class NextBands extends PageElement {
  @property({ attribute: false }) ways: readonly NextBand[] = [];
  @property({ attribute: false }) bandSets: readonly BandSet[] = [];
  @property({ attribute: false }) rules: LedgerRules = noRules;
  /** What scores are called, by id. */
  @property({ attribute: false }) labels: ReadonlyMap<string, string> = new Map();

  override render(): TemplateResult {
    return html`${this.ways.map((next) => this.#next(next))}`;
  }

  #next({ score, next, points_short, ways }: NextBand): TemplateResult {
    const short = points_short > 0 ? t("ways-short", { count: points_short, points: points(points_short), band: next }) : t("ways-held-back", { band: next });
    return html`<section aria-label=${t("ways-to", { score: this.labels.get(score) ?? score, band: next })}>
      <h3>${this.labels.get(score) ?? score} ${icons.right} ${bandTag(next, toneOf(this.bandSets, score, next))}</h3>
      <p>${short} ${t(ways.length === 0 ? "ways-none" : "ways-any", { count: ways.length })}</p>
      ${ways.length === 0 ? nothing : html`<ol>${ways.map((way) => this.#way(way))}</ol>`}
    </section>`;
  }

  #way({ points: reached, steps }: Way): TemplateResult {
    return html`<li>
      <div class="steps">${steps.map((step, at) => this.#step(step, at > 0))}</div>
      <span class="number quiet small">${t("ways-reached", { points: points(reached) })}</span>
    </li>`;
  }

  #step({ score, criterion: id, change, value, occurrences }: WayStep, further: boolean): TemplateResult {
    const criterion = this.rules.find({ score, criterion: id })?.criterion;
    const label = String(criterion?.label || id);
    const sentence = criterion === undefined ? "" : criterionSentence(criterion, this.rules.labelOf);
    return html`<p class="step">
      ${further ? html`<span class="quiet">${t("ways-and")}</span>` : nothing}
      <button type="button" title=${t("ledger-reveal")} @click=${() => this.dispatchEvent(new RevealCriterion({ score, criterion: id }))}>
        ${t("ways-step", { change, criterion: label, count: occurrences ?? 1, value: value ?? "" })}
      </button>
      <span class="sentence cut quiet small" title=${sentence}>${sentence}</span>
    </p>`;
  }

  static override styles = [
    controls,
    bandTagStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
        gap: var(--space-3);
      }

      section {
        padding: var(--space-3);
        border-radius: var(--radius-small);
        background: var(--surface-sunken);
      }

      section > p {
        margin: var(--space-1) 0;
      }

      h3 {
        display: flex;
        align-items: center;
        gap: var(--space-1);
      }

      h3 svg {
        width: 0.75rem;
        height: 0.75rem;
        color: var(--text-quiet);
      }

      section .band {
        background: var(--surface-card);
      }

      li {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--space-3);
        padding: 2px 0;
      }

      .number {
        white-space: nowrap;
      }

      .steps {
        flex: 1;
        min-width: 0;
      }

      .step {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: var(--space-2);
      }

      .sentence {
        flex: 1 1 12rem;
        min-width: 0;
      }

      button {
        min-height: 1.5rem;
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
        text-align: start;
        overflow-wrap: anywhere;
        cursor: pointer;
      }

      button:hover {
        text-decoration: underline;
      }
    `,
  ];
}
