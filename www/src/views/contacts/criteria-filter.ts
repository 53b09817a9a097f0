/** Keeps only the contacts that meet some criteria, or do not. In: the criteria of the ruleset. Out: the session's arrangement. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import { criteriaOf } from "../../editing/document.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import type { Arrangement } from "../../worker/protocol.ts";
import "./pop-over.ts";

type Wanted = Arrangement["criteria"][number];

interface Choice {
  score: string;
  criterion: string;
  label: string;
  group: string;
}

const first = 60;

@customElement("criteria-filter")
export class CriteriaFilter extends SessionElement {
  @state() private search = "";

  override render(): TemplateResult {
    const words = this.search.trim().toLowerCase();
    const fitting = this.#choices().filter(({ label, group, criterion }) => `${label} ${group} ${criterion}`.toLowerCase().includes(words));
    return html`<pop-over label=${t("contacts-criteria")} heading=${t("contacts-criteria-heading")}>
      <span slot="icon">${icons.check}</span>
      <input class="field" type="search" aria-label=${t("contacts-criteria-search")} placeholder=${t("contacts-criteria-search")} .value=${this.search} @input=${this.#onSearch} />
      <ul>
        ${fitting.slice(0, first).map((choice) => this.#line(choice))}
      </ul>
      ${fitting.length > first ? html`<p class="quiet small">${t("contacts-more-search", { count: fitting.length - first })}</p>` : nothing}
      ${fitting.length === 0 ? html`<p class="quiet small">${t("contacts-nothing-found")}</p>` : nothing}
    </pop-over>`;
  }

  #choices(): Choice[] {
    const choices: Choice[] = [];
    for (const { score, group, criterion } of criteriaOf(this.session.editor.document)) {
      if (typeof score.id !== "string" || typeof criterion.id !== "string") continue;
      choices.push({ score: score.id, criterion: criterion.id, label: String(criterion.label || criterion.id), group: String(group.label || group.id || "") });
    }
    return choices;
  }

  #line(choice: Choice): TemplateResult {
    return html`<li><div class="choice" role="group" aria-label=${choice.label}>
      <span class="what"><span class="cut" title=${choice.label}>${choice.label}</span><span class="cut quiet small">${choice.group}</span></span>
      ${this.#button(choice, true)}${this.#button(choice, false)}
    </div></li>`;
  }

  #button(choice: Choice, isMet: boolean): TemplateResult {
    const pressed = this.state.arrangement.criteria.some((one) => isSame(one, choice) && one.isMet === isMet);
    return html`<button type="button" aria-pressed=${pressed} @click=${() => this.#toggle(choice, isMet, pressed)}>
      ${t("ledger-shown-name", { shown: isMet ? "met" : "not_met" })}
    </button>`;
  }

  #toggle({ score, criterion }: Choice, isMet: boolean, pressed: boolean): void {
    const others = this.state.arrangement.criteria.filter((one) => !isSame(one, { score, criterion }));
    void this.session.arrange({ criteria: pressed ? others : [...others, { score, criterion, isMet }] });
  }

  #onSearch(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
  }

  static override styles = [
    controls,
    css`
      .field {
        width: 100%;
        margin-bottom: var(--space-2);
      }

      li {
        border-top: 1px solid var(--line);
      }

      .choice {
        display: flex;
        align-items: center;
        gap: var(--space-1);
        padding: var(--space-1) 0;
      }

      .what {
        display: grid;
        flex: 1;
        min-width: 0;
        line-height: 1.35;
      }

      button {
        flex: none;
        min-height: 1.75rem;
        padding: 0 var(--space-2);
        border: 1px solid var(--line-control);
        border-radius: var(--radius-round);
        background: none;
        font-size: var(--size-small);
        cursor: pointer;
      }

      button:hover {
        background: var(--surface-hover);
      }

      button[aria-pressed="true"] {
        border-color: var(--accent);
        background: var(--accent-soft);
        color: var(--accent);
        font-weight: 600;
      }
    `,
  ];
}

function isSame(one: Pick<Wanted, "score" | "criterion">, other: Pick<Wanted, "score" | "criterion">): boolean {
  return one.score === other.score && one.criterion === other.criterion;
}
