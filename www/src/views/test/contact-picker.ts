/** Picks a contact of the list: found by id, email or name, or the one before or after. In and out: the session's contact under test. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import { Live } from "../../session/live.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import type { Suggestion } from "../../worker/jobs/testing.ts";

const most = 8;

@customElement("contact-picker")
export class ContactPicker extends SessionElement {
  /** Who is picked, in words. */
  @property({ attribute: false }) who = "";
  @state() private search = "";
  @state() private open = false;
  @state() private active = 0;
  @query("input") private field!: HTMLInputElement;
  #suggestions = new Live(this, "suggestContacts", () => (this.open ? { search: this.search, limit: most } : undefined));

  override render(): TemplateResult {
    const found = this.#suggestions.value ?? [];
    const active = Math.min(this.active, found.length - 1);
    return html`
      <div class="field-and-list">
        <label>
          <span class="label">${t("test-find")}</span>
          <span class="search">
            ${icons.search}
            <input
              class="field"
              type="text"
              role="combobox"
              autocomplete="off"
              aria-autocomplete="list"
              aria-expanded=${this.open}
              aria-controls="found"
              aria-activedescendant=${this.open && active >= 0 ? `found-${active}` : nothing}
              placeholder=${t("contacts-search")}
              .value=${this.search}
              @input=${this.#onInput}
              @focus=${() => (this.open = true)}
              @blur=${() => (this.open = false)}
              @keydown=${this.#onKey}
            />
          </span>
        </label>
        <ul id="found" role="listbox" aria-label=${t("test-found")} ?hidden=${!this.open || found.length === 0}>
          ${found.map(
            (one, at) => html`<li role="option" id="found-${at}" aria-selected=${at === active} @pointerdown=${(event: Event) => this.#onPress(event, one)}>
              <span class="cut">${one.name || one.email || one.id}</span>
              <span class="cut quiet small">${[one.name ? one.email : "", one.id].filter(Boolean).join(" · ")}</span>
            </li>`,
          )}
        </ul>
        ${this.open && this.#suggestions.value?.length === 0 ? html`<p class="quiet small">${t("contacts-nothing-found")}</p>` : nothing}
      </div>
      <div class="steps">
        <button class="button" type="button" aria-label=${t("test-previous")} @click=${() => this.#step(-1)}>${icons.back}</button>
        <span class="cut who">${this.who}</span>
        <button class="button" type="button" aria-label=${t("test-next")} @click=${() => this.#step(1)}>${icons.right}</button>
      </div>
    `;
  }

  #onInput(): void {
    this.search = this.field.value;
    this.active = 0;
    this.open = true;
  }

  #onKey(event: KeyboardEvent): void {
    const found = this.#suggestions.value ?? [];
    if (event.key === "Escape" && this.open) this.open = false;
    else if (event.key === "ArrowDown") {
      this.active = this.open ? Math.min(this.active + 1, found.length - 1) : 0;
      this.open = true;
    } else if (event.key === "ArrowUp") this.active = Math.max(0, this.active - 1);
    else if (event.key === "Enter") {
      const one = found[Math.min(this.active, found.length - 1)];
      if (this.open && one !== undefined && !this.#suggestions.pending) this.#pick(one);
    } else return;
    event.preventDefault();
  }

  /** Before the field loses the keyboard, and the list with it. */
  #onPress(event: Event, one: Suggestion): void {
    event.preventDefault();
    this.#pick(one);
  }

  #pick({ row }: Suggestion): void {
    this.open = false;
    this.search = "";
    this.session.test({ row, position: undefined, generation: undefined });
  }

  async #step(by: number): Promise<void> {
    const { row, position, generation } = this.state.testing;
    const found = await this.session.ask("stepInList", { row: row ?? -1, position, generation, by: row === undefined ? 0 : by });
    if (found) this.session.test(found);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }

      .field-and-list {
        position: relative;
      }

      .label {
        display: block;
        margin-bottom: var(--space-1);
        font-size: var(--size-small);
        font-weight: 600;
      }

      .search {
        position: relative;
        display: block;
      }

      .search svg {
        position: absolute;
        top: 50%;
        left: var(--space-3);
        translate: 0 -50%;
        color: var(--text-quiet);
        pointer-events: none;
      }

      .search input {
        width: 100%;
        padding-left: 2.25rem;
      }

      input::placeholder {
        color: var(--text-quiet);
        opacity: 1;
      }

      ul {
        position: absolute;
        inset: calc(100% + 4px) 0 auto;
        z-index: 2;
        max-height: 20rem;
        padding: var(--space-1);
        overflow: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--surface-card);
        box-shadow: var(--shadow-high);
      }

      li {
        display: grid;
        padding: var(--space-1) var(--space-2);
        border-radius: var(--radius-small);
        line-height: 1.35;
        cursor: pointer;
      }

      li:hover,
      li[aria-selected="true"] {
        background: var(--accent-soft);
      }

      .steps {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }

      .steps .button {
        flex: none;
        width: var(--control-height);
        padding: 0;
      }

      .who {
        flex: 1;
        font-weight: 550;
        text-align: center;
      }
    `,
  ];
}
