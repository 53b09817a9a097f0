/** One group of a ledger: its criteria as far as they are shown, and how their points add up to the group's. */
import type { LedgerGroup } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { difference, limit, signedPoints, sum } from "../../text/points.ts";
import { PageElement } from "../page-element.ts";
import "./ledger-criterion.ts";
import { noRules, type LedgerRules } from "./rules.ts";

/** Which criteria are shown. */
export type Shown = "all" | "met" | "not_met";

@customElement("ledger-group")
export class LedgerGroupElement extends PageElement {
  @property({ attribute: false }) group!: LedgerGroup;
  /** The id of its score. */
  @property({ attribute: false }) score = "";
  @property({ attribute: false }) rules: LedgerRules = noRules;
  @property({ attribute: false }) shown: Shown = "all";

  override render(): TemplateResult {
    const { id, label, points, before_limit, limit: bounds, criteria } = this.group;
    const kept = criteria.filter(({ met }) => this.shown === "all" || met === (this.shown === "met"));
    const hidden = criteria.filter((criterion) => !kept.includes(criterion));
    const change = difference(before_limit, points);
    return html`
      <section aria-labelledby="title">
        <header>
          <h4 id="title">${label || id}</h4>
          <span class="number points">${signedPoints(points)}</span>
        </header>
        <ul>
          ${kept.map((criterion) => html`<li><ledger-criterion .rules=${this.rules} .criterion=${criterion} .score=${this.score}></ledger-criterion></li>`)}
          ${hidden.length > 0
            ? html`<li class="line quiet"><span>${t("ledger-hidden", { count: hidden.length })}</span><span class="number">${signedPoints(sum(hidden.map((one) => one.points)))}</span></li>`
            : nothing}
          ${bounds
            ? html`<li class="line quiet"><span>${t("ledger-group-limit", { limit: limit(bounds) })}</span><span class="number">${change === 0 ? t("ledger-not-reached") : signedPoints(change)}</span></li>`
            : nothing}
        </ul>
      </section>
    `;
  }

  static override styles = [
    controls,
    css`
      section {
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
      }

      header,
      .line {
        display: flex;
        justify-content: space-between;
        gap: var(--space-3);
        padding: var(--space-2) var(--space-3);
      }

      h4 {
        font-size: var(--size-body);
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      .points {
        font-weight: 650;
      }

      li {
        border-top: 1px solid var(--line);
      }

      .line {
        font-size: var(--size-small);
      }

      .number {
        white-space: nowrap;
      }
    `,
  ];
}
