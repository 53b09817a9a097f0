/** One score of a ledger: its points, its groups, and how they add up. */
import type { LedgerScore } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { difference, limit, points, signedPoints } from "../../text/points.ts";
import type { Tone } from "../../worker/protocol.ts";
import { bandTag, bandTagStyles } from "../band-tag.ts";
import { PageElement } from "../page-element.ts";
import type { Shown } from "./ledger-group.ts";
import "./ledger-group.ts";
import { noRules, type LedgerRules } from "./rules.ts";

@customElement("ledger-score")
export class LedgerScoreElement extends PageElement {
  @property({ attribute: false }) score!: LedgerScore;
  @property({ attribute: false }) rules: LedgerRules = noRules;
  @property({ attribute: false }) shown: Shown = "all";
  @property({ attribute: false }) tone: Tone = "none";

  override render(): TemplateResult {
    const { id, label, points: total, rescaled, band, groups } = this.score;
    return html`
      <article aria-labelledby="title">
        <header>
          <h3 id="title">${label || id}</h3>
          ${band === undefined ? nothing : bandTag(band, this.tone)}
          <span class="total number">
            <b>${points(total)}</b>${rescaled === undefined ? nothing : html` <span class="quiet small">${t("ledger-rescaled", { points: points(rescaled) })}</span>`}
          </span>
        </header>
        ${groups.map((group) => html`<ledger-group .rules=${this.rules} .group=${group} .score=${id} .shown=${this.shown}></ledger-group>`)}
        ${this.#sum()}
      </article>
    `;
  }

  /** The groups, added up, and what the score's limit makes of the sum. */
  #sum(): TemplateResult {
    const { label, id, groups, before_limit, points: total, limit: bounds } = this.score;
    const change = difference(before_limit, total);
    return html`<dl>
      ${groups.length > 1 ? groups.map((group) => html`<div class="quiet"><dt class="cut">${group.label || group.id}</dt><dd class="number">${signedPoints(group.points)}</dd></div>`) : nothing}
      ${bounds
        ? html`<div class="quiet"><dt>${t("ledger-score-limit", { limit: limit(bounds) })}</dt><dd class="number">${change === 0 ? t("ledger-not-reached") : signedPoints(change)}</dd></div>`
        : nothing}
      <div class="sum"><dt>${label || id}</dt><dd class="number">${points(total)}</dd></div>
    </dl>`;
  }

  static override styles = [
    controls,
    bandTagStyles,
    css`
      article {
        display: flex;
        flex-direction: column;
        gap: var(--space-4);
      }

      header {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }

      h3 {
        min-width: 0;
        font-size: var(--size-large);
        overflow-wrap: anywhere;
      }

      .total {
        flex: 1;
        white-space: nowrap;
      }

      .total b {
        font-size: var(--size-title);
        font-weight: 700;
        letter-spacing: -0.01em;
      }

      dl {
        padding: var(--space-2) var(--space-3);
        border-radius: var(--radius-small);
        background: var(--surface-sunken);
      }

      dl div {
        display: flex;
        justify-content: space-between;
        gap: var(--space-3);
        padding: 1px 0;
      }

      dt {
        min-width: 0;
      }

      dd {
        white-space: nowrap;
      }

      .sum {
        font-weight: 650;
      }

      .quiet + .sum {
        margin-top: var(--space-1);
        padding-top: var(--space-1);
        border-top: 1px solid var(--line);
      }
    `,
  ];
}
