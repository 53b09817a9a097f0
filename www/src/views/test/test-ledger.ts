/** A ledger laid out side by side: what is met, what is not, and apart from them what is muted; to be filtered, searched and sorted. */
import type { Ledger, LedgerCriterion } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { foundSentence } from "../../components/ledger/evidence.ts";
import "../../components/ledger/ledger-criterion.ts";
import { noRules, type LedgerRules } from "../../components/ledger/rules.ts";
import { PageElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { count } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import { signedPoints, sum } from "../../text/points.ts";

interface Line {
  score: string;
  group: string;
  /** Score and group, in words. */
  place: string;
  criterion: LedgerCriterion;
}

const orders = ["ruleset", "points"] as const;

@customElement("test-ledger")
export class TestLedger extends PageElement {
  @property({ attribute: false }) ledger!: Ledger;
  @property({ attribute: false }) rules: LedgerRules = noRules;
  @state() private search = "";
  /** Of a score, or of a group of a score; all, if empty. */
  @state() private within = "";
  @state() private order: (typeof orders)[number] = "ruleset";

  override render(): TemplateResult {
    const lines = this.#lines();
    const met = lines.filter(({ criterion }) => criterion.enabled && criterion.met);
    const notMet = lines.filter(({ criterion }) => criterion.enabled && !criterion.met);
    const muted = lines.filter(({ criterion }) => !criterion.enabled);
    return html`
      ${this.#bar()}
      <div class="sides">
        ${this.#side("met", met)} ${this.#side("not_met", notMet)}
      </div>
      ${muted.length > 0
        ? html`<details class="muted">
            <summary>${t("test-muted", { count: muted.length })}</summary>
            ${this.#list(muted)}
          </details>`
        : nothing}
    `;
  }

  #bar(): TemplateResult {
    const { scores } = this.ledger;
    return html`<div class="bar">
      <input class="field" type="search" aria-label=${t("contacts-criteria-search")} placeholder=${t("contacts-criteria-search")} .value=${this.search} @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)} />
      <select class="field" aria-label=${t("test-within")} @change=${(event: Event) => (this.within = (event.target as HTMLSelectElement).value)}>
          <option value="" .selected=${this.within === ""}>${t("test-within-all")}</option>
          ${scores.map(
            ({ id, label, groups }) => html`<optgroup label=${label || id}>
              ${scores.length > 1 ? this.#option(key(id), t("test-within-score", { score: label || id })) : nothing}
              ${groups.map((group) => this.#option(key(id, group.id), group.label || group.id))}
            </optgroup>`,
          )}
      </select>
      <select class="field" aria-label=${t("contacts-sort")} @change=${(event: Event) => (this.order = orders.find((one) => one === (event.target as HTMLSelectElement).value) ?? "ruleset")}>
          ${orders.map((order) => html`<option value=${order} .selected=${this.order === order}>${t("test-order", { order })}</option>`)}
      </select>
    </div>`;
  }

  #option(value: string, text: string): TemplateResult {
    return html`<option value=${value} .selected=${this.within === value}>${text}</option>`;
  }

  #side(shown: "met" | "not_met", lines: readonly Line[]): TemplateResult {
    const given = sum(lines.map(({ criterion }) => criterion.points));
    return html`<section aria-labelledby=${shown}>
      <header>
        <h3 id=${shown}>${t("ledger-shown-name", { shown })} <span class="quiet">${count(lines.length)}</span></h3>
        ${shown === "met" ? html`<span class="number">${signedPoints(given)}</span>` : nothing}
      </header>
      ${lines.length === 0 ? html`<p class="quiet none">${t("contacts-nothing-found")}</p>` : this.#list(lines)}
    </section>`;
  }

  #list(lines: readonly Line[]): TemplateResult {
    return html`<ul>
      ${lines.map(
        ({ criterion, score, place }) => html`<li><ledger-criterion .criterion=${criterion} .score=${score} .place=${place} .rules=${this.rules}></ledger-criterion></li>`,
      )}
    </ul>`;
  }

  #lines(): Line[] {
    const several = this.ledger.scores.length > 1;
    const words = this.search.trim().toLowerCase();
    const lines: Line[] = [];
    for (const score of this.ledger.scores) {
      for (const group of score.groups) {
        if (this.within !== "" && this.within !== key(score.id) && this.within !== key(score.id, group.id)) continue;
        const place = [several ? score.label || score.id : "", group.label || group.id].filter(Boolean).join(" · ");
        for (const criterion of group.criteria) {
          if (words === "" || this.#texts(criterion, place).includes(words)) lines.push({ score: score.id, group: group.id, place, criterion });
        }
      }
    }
    // Whatever weighs most, either way; of what is not met that is nothing, and the ruleset's order stays.
    return this.order === "points" ? lines.sort((a, b) => Math.abs(b.criterion.points) - Math.abs(a.criterion.points)) : lines;
  }

  #texts({ id, label, evidence }: LedgerCriterion, place: string): string {
    return `${label ?? ""} ${id} ${place} ${foundSentence(evidence, { labelOf: this.rules.labelOf })}`.toLowerCase();
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--space-3);
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      .bar > input {
        flex: 1 1 12rem;
        min-width: 0;
      }

      select {
        max-width: 14rem;
      }

      .sides {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        align-items: start;
        gap: var(--space-3);
      }

      section,
      .muted {
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
      }

      header {
        display: flex;
        justify-content: space-between;
        gap: var(--space-3);
        padding: var(--space-2) var(--space-3);
        font-weight: 650;
      }

      .muted > summary {
        padding: var(--space-2) var(--space-3);
        color: var(--text-quiet);
        cursor: pointer;
      }

      li {
        border-top: 1px solid var(--line);
        content-visibility: auto;
        contain-intrinsic-size: auto 4.5rem;
      }

      .none {
        padding: var(--space-3);
        border-top: 1px solid var(--line);
      }

      @media (width < 62rem) {
        .sides {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

function key(score: string, group?: string): string {
  return JSON.stringify(group === undefined ? [score] : [score, group]);
}
