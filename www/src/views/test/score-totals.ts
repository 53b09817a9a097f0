/** Each score of a ledger at a glance: points, band, and how they add up. */
import type { Ledger, LedgerScore } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { bandTag, bandTagStyles, toneOf } from "../../components/band-tag.ts";
import { sumLines } from "../../components/ledger/points-sum.ts";
import { PageElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { points, signedPoints } from "../../text/points.ts";
import type { BandSet } from "../../worker/protocol.ts";

@customElement("score-totals")
export class ScoreTotals extends PageElement {
  @property({ attribute: false }) ledger!: Ledger;
  @property({ attribute: false }) bandSets: readonly BandSet[] = [];
  /** What bands of the ledger are called, by the id of their matrix. */
  @property({ attribute: false }) matrices: ReadonlyMap<string, string> = new Map();

  override render(): TemplateResult {
    return html`
      ${this.ledger.scores.map((score) => this.#score(score))}
      ${Object.entries(this.ledger.bands ?? {}).map(
        ([id, band]) => html`<section class="matrix"><h3>${this.matrices.get(id) ?? id}</h3>${bandTag(band, toneOf(this.bandSets, id, band))}</section>`,
      )}
    `;
  }

  #score(score: LedgerScore): TemplateResult {
    const { id, label, points: total, rescaled, band } = score;
    const lines = sumLines(score);
    return html`<section>
      <h3>${label || id}</h3>
      <p class="total">
        <b class=${total < 0 ? "below" : ""}>${points(total)}</b>
        ${band === undefined ? nothing : bandTag(band, toneOf(this.bandSets, id, band))}
        ${rescaled === undefined ? nothing : html`<span class="quiet small">${t("ledger-rescaled", { points: points(rescaled) })}</span>`}
      </p>
      ${lines.length > 1
        ? html`<dl class="small">
            ${lines.map(({ text, points: given }) => html`<div class="quiet"><dt>${text}</dt><dd class="number">${signedPoints(given)}</dd></div>`)}
            <div class="sum"><dt>${label || id}</dt><dd class="number">${points(total)}</dd></div>
          </dl>`
        : nothing}
    </section>`;
  }

  static override styles = [
    controls,
    bandTagStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
        gap: var(--space-3);
      }

      section {
        min-width: 0;
        padding: var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
      }

      h3 {
        overflow-wrap: anywhere;
      }

      .total {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }

      .total b {
        font-size: var(--size-title);
        font-variant-numeric: tabular-nums;
      }

      .below {
        color: var(--bad);
      }

      dl {
        margin-top: var(--space-2);
        padding-top: var(--space-2);
        border-top: 1px solid var(--line);
      }

      dl div {
        display: flex;
        justify-content: space-between;
        gap: var(--space-3);
      }

      dt {
        min-width: 0;
        overflow-wrap: anywhere;
      }

      dd {
        white-space: nowrap;
      }

      .sum {
        font-weight: 650;
      }
    `,
  ];
}
