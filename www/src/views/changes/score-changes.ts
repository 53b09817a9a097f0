/** What changes in each score, in numbers: how many have more points, fewer, the same, and the sum of it. */
import type { ComparisonSummary } from "leadscore";
import { css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icons } from "../../components/icons.ts";
import { PageElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { count } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import { signedPoints } from "../../text/points.ts";

type ScoreSummary = ComparisonSummary["scores"][number];

@customElement("score-changes")
export class ScoreChanges extends PageElement {
  @property({ attribute: false }) scores: readonly ScoreSummary[] = [];

  override render(): TemplateResult {
    return html`<ul>${this.scores.map((score) => this.#score(score))}</ul>`;
  }

  #score({ id, label, in: side, raised, lowered, unchanged, change }: ScoreSummary): TemplateResult {
    return html`<li class="card">
      <h3 class="cut" title=${label || id}>${label || id}</h3>
      ${side === "both"
        ? html`<dl>
              <div class="up"><dt>${icons.up}${t("score-raised")}</dt><dd class="number">${count(raised)}</dd></div>
              <div class="down"><dt>${icons.down}${t("score-lowered")}</dt><dd class="number">${count(lowered)}</dd></div>
              <div><dt>${icons.dash}${t("score-unchanged")}</dt><dd class="number">${count(unchanged)}</dd></div>
              <div class="sum"><dt>${t("score-change")}</dt><dd class="number">${signedPoints(change)}</dd></div>
            </dl>`
        : html`<p class="quiet">${t("score-one-sided", { side })}</p>`}
    </li>`;
  }

  static override styles = [
    controls,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr));
        gap: var(--space-3);
      }

      li {
        display: grid;
        gap: var(--space-2);
        align-content: start;
        min-width: 0;
        padding: var(--space-3) var(--space-4);
      }

      dl {
        display: grid;
        gap: 2px;
      }

      dl div {
        display: flex;
        justify-content: space-between;
        gap: var(--space-3);
      }

      dt {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        color: var(--text-quiet);
      }

      .up svg {
        color: var(--good);
      }

      .down svg {
        color: var(--bad);
      }

      .sum {
        margin-top: var(--space-1);
        padding-top: var(--space-1);
        border-top: 1px solid var(--line);
        font-weight: 650;
      }
    `,
  ];
}
