/** Chooses which columns of the file the list shows, and in which order. Fires `choose` with their names. */
import type { ColumnReport } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icons } from "../../components/icons.ts";
import { PageElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { mostColumns } from "./shown-columns.ts";
import "./pop-over.ts";

/** A file may have thousands of columns: what is not drawn is found by searching. */
const first = 80;

@customElement("column-choice")
export class ColumnChoice extends PageElement {
  @property({ attribute: false }) columns: readonly ColumnReport[] = [];
  @property({ attribute: false }) shown: readonly string[] = [];
  @state() private search = "";

  override render(): TemplateResult {
    const wanted = this.search.trim().toLowerCase();
    const names = [...new Set(this.columns.map(({ name }) => name))];
    const others = names.filter((name) => !this.shown.includes(name) && name.toLowerCase().includes(wanted));
    const full = this.shown.length >= mostColumns;
    return html`<pop-over label=${t("contacts-columns")}>
      <span slot="icon">${icons.columns}</span>
      ${this.shown.length > 0
        ? html`<h2>${t("contacts-columns-shown")}</h2>
            <ol>
              ${this.shown.map((name, at) => this.#shown(name, at))}
            </ol>`
        : nothing}
      <h2>${t("contacts-columns-all", { count: names.length })}</h2>
      <input class="field" type="search" aria-label=${t("contacts-columns-search")} placeholder=${t("contacts-columns-search")} .value=${this.search} @input=${this.#onSearch} />
      ${full ? html`<p class="quiet small">${t("contacts-columns-most", { most: mostColumns })}</p>` : nothing}
      <ul>
        ${others.slice(0, first).map(
          (name) => html`<li>
            <button class="line" type="button" ?disabled=${full} @click=${() => this.#choose([...this.shown, name])}>${icons.plus}<span class="cut" title=${name}>${name}</span></button>
          </li>`,
        )}
      </ul>
      ${others.length > first ? html`<p class="quiet small">${t("contacts-more-search", { count: others.length - first })}</p>` : nothing}
      ${others.length === 0 ? html`<p class="quiet small">${t("contacts-nothing-found")}</p>` : nothing}
    </pop-over>`;
  }

  #shown(name: string, at: number): TemplateResult {
    const move = (by: number): void => {
      const order = [...this.shown];
      order.splice(at, 1);
      order.splice(at + by, 0, name);
      this.#choose(order, at + by, by < 0 ? "up" : "down");
    };
    return html`<li class="chosen" data-at=${at}>
      <span class="cut" title=${name}>${name}</span>
      <button class="button icon plain up" type="button" ?disabled=${at === 0} aria-label=${t("contacts-column-up", { column: name })} @click=${() => move(-1)}>${icons.up}</button>
      <button class="button icon plain down" type="button" ?disabled=${at === this.shown.length - 1} aria-label=${t("contacts-column-down", { column: name })} @click=${() => move(1)}>${icons.down}</button>
      <button class="button icon plain" type="button" aria-label=${t("contacts-column-remove", { column: name })} @click=${() => this.#choose(this.shown.toSpliced(at, 1))}>${icons.cross}</button>
    </li>`;
  }

  /** The keyboard stays with the column that was moved. */
  #choose(shown: readonly string[], at?: number, way = "up"): void {
    this.dispatchEvent(new CustomEvent<readonly string[]>("choose", { detail: shown }));
    if (at === undefined) return;
    void this.updateComplete.then(() => {
      const line = this.renderRoot.querySelector(`[data-at="${at}"]`);
      const same = line?.querySelector<HTMLButtonElement>(`.${way}`);
      (same?.disabled ? line?.querySelector<HTMLButtonElement>("button:enabled") : same)?.focus();
    });
  }

  #onSearch(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
  }

  static override styles = [
    controls,
    css`
      h2 {
        font-size: var(--size-body);
      }

      .field {
        width: 100%;
        margin: var(--space-2) 0;
      }

      ol {
        margin: var(--space-1) 0 var(--space-3);
      }

      .chosen,
      .line {
        display: flex;
        align-items: center;
        width: 100%;
        min-height: 2rem;
      }

      .chosen > span,
      .line > span {
        flex: 1;
        min-width: 0;
        text-align: start;
      }

      .chosen .button {
        width: 1.75rem;
        min-height: 1.75rem;
        color: var(--text-quiet);
      }

      .line {
        gap: var(--space-2);
        padding: 0 var(--space-1);
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        cursor: pointer;
      }

      .line svg {
        color: var(--text-quiet);
      }

      .line:hover:enabled {
        background: var(--surface-hover);
      }

      .line:disabled {
        color: var(--text-quiet);
        cursor: default;
      }
    `,
  ];
}
