/** What holds for the whole ruleset: its name, what stands for no value, and what is known of properties. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import type { PropertyDeclaration } from "../../editing/document.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";

const types = ["text", "number", "boolean", "time", "list"] as const;

@customElement("ruleset-settings")
export class RulesetSettings extends SessionElement {
  @state() private isOpen = false;
  @state() private adding = "";
  @query("dialog") private dialog!: HTMLDialogElement;

  async open(): Promise<void> {
    this.isOpen = true;
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => (this.isOpen = false)} @click=${this.#onClick}>${this.isOpen ? this.#content() : nothing}</dialog>`;
  }

  #content(): TemplateResult {
    const { document, fault } = this.session.editor;
    return html`<div class="content">
      <header>
        <h2 id="title">${t("ruleset-settings")}</h2>
        <button class="button icon plain" type="button" aria-label=${t("rules-close")} @click=${() => this.dialog.close()}>${icons.cross}</button>
      </header>
      <fieldset ?disabled=${fault !== undefined}>
        <label class="stacked"><span>${t("ruleset-name")}</span>
          <input class="field" dir="auto" maxlength="400" .value=${textOr(document.name)} @input=${(event: InputEvent) => this.#set(["name"], valueOf(event) || undefined, "name")} />
        </label>
        <label class="stacked"><span>${t("ruleset-unknown")}</span>
          <span class="quiet small">${t("ruleset-unknown-hint")}</span>
          <textarea class="field" rows="3" .value=${lines(document.unknown_values)} @change=${(event: Event) => this.#setList(["unknown_values"], valueOf(event).split("\n"))}></textarea>
        </label>
        ${this.#properties(document.properties ?? {})}
      </fieldset>
    </div>`;
  }

  #properties(properties: Record<string, PropertyDeclaration>): TemplateResult {
    const known = Object.entries(properties !== null && typeof properties === "object" ? properties : {});
    const columns = (this.state.contacts?.report.columns ?? []).map(({ name }) => name).filter((name) => !(name in properties));
    return html`<section>
      <h3>${t("ruleset-properties")}</h3>
      <p class="quiet small">${t("ruleset-properties-hint")}</p>
      <ul>
        ${known.map(([name, declaration]) => this.#property(name, declaration ?? {}))}
      </ul>
      <form @submit=${this.#add}>
        <input class="field" dir="auto" list="columns" maxlength="400" aria-label=${t("ruleset-new-property")} placeholder=${t("ruleset-new-property")} .value=${this.adding} @input=${(event: InputEvent) => (this.adding = valueOf(event))} />
        <datalist id="columns">${columns.slice(0, 500).map((name) => html`<option value=${name.slice(0, 400)}></option>`)}</datalist>
        <button class="button" type="submit" ?disabled=${this.adding.trim() === "" || this.adding.trim() in properties}>${icons.plus}${t("ruleset-add-property")}</button>
      </form>
    </section>`;
  }

  #property(name: string, { type, label, aliases }: PropertyDeclaration): TemplateResult {
    const shown = name.slice(0, 200);
    return html`<li aria-label=${shown}>
      <span class="property cut" dir="auto" title=${shown}>${shown}</span>
      <button class="button icon plain" type="button" aria-label=${t("ruleset-remove-property", { name: shown })} @click=${() => this.#set(["properties", name], undefined, shown)}>${icons.cross}</button>
      <label><span class="quiet small">${t("ruleset-property-label")}</span>
        <input class="field" dir="auto" maxlength="400" .value=${textOr(label)} @change=${(event: Event) => this.#set(["properties", name, "label"], valueOf(event).trim() || undefined, shown)} />
      </label>
      <label><span class="quiet small">${t("ruleset-property-type")}</span>
        <select class="field" @change=${(event: Event) => this.#set(["properties", name, "type"], valueOf(event) || undefined, shown)}>
          <option value="" ?selected=${type === undefined}>${t("ruleset-type", { type: "any" })}</option>
          ${types.map((one) => html`<option value=${one} ?selected=${one === type}>${t("ruleset-type", { type: one })}</option>`)}
        </select>
      </label>
      <label class="wide"><span class="quiet small">${t("ruleset-property-aliases")}</span>
        <input class="field" dir="auto" .value=${Array.isArray(aliases) ? aliases.join("; ") : ""} @change=${(event: Event) => this.#setList(["properties", name, "aliases"], valueOf(event).split(";"))} />
      </label>
    </li>`;
  }

  #add(event: Event): void {
    event.preventDefault();
    const name = this.adding.trim();
    if (name === "") return;
    this.adding = "";
    const kind = this.state.contacts?.report.columns.find((column) => column.name === name)?.kind;
    this.#set(["properties", name], kind === undefined || kind === "empty" ? {} : { type: kind }, name);
  }

  #set(path: (string | number)[], value: unknown, name: string): void {
    this.session.editor.set(path, value, { key: "step-settings", args: { name } }, { group: `settings ${path.join("/")}` });
  }

  #setList(path: string[], items: string[]): void {
    const kept = [...new Set(items.map((item) => item.trim()).filter(Boolean))];
    this.#set(path, kept.length === 0 ? undefined : kept, path.at(-2) ?? path.at(-1) ?? "");
  }

  /** Beside the dialog is on its backdrop. */
  #onClick(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close();
  }

  static override styles = [
    controls,
    css`
      dialog {
        width: min(42rem, calc(100vw - 1rem));
        max-height: calc(100dvh - 2rem);
        padding: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface-card);
        color: var(--text);
        box-shadow: var(--shadow-high);
      }

      dialog::backdrop {
        background: rgb(10 12 18 / 45%);
      }

      .content {
        display: grid;
        gap: var(--space-4);
        padding: var(--space-5);
      }

      header,
      form {
        display: flex;
        justify-content: space-between;
        gap: var(--space-2);
      }

      form input {
        flex: 1;
        min-width: 0;
      }

      fieldset {
        display: grid;
        gap: var(--space-4);
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      .stacked,
      section {
        display: grid;
        gap: var(--space-2);
      }

      textarea.field {
        padding: var(--space-2) var(--space-3);
        font: inherit;
        color: inherit;
        resize: vertical;
      }

      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 8rem 2.25rem;
        align-items: end;
        gap: var(--space-1) var(--space-3);
        padding: var(--space-3) 0;
        border-top: 1px solid var(--line);
      }

      li label {
        display: grid;
        min-width: 0;
      }

      li label:nth-of-type(1) {
        grid-area: 2 / 1;
      }

      li label:nth-of-type(2) {
        grid-area: 2 / 2 / auto / span 2;
      }

      .property {
        grid-column: 1 / span 2;
        align-self: center;
        font: var(--size-small) var(--font-code);
      }

      .wide {
        grid-area: 3 / 1 / auto / span 3;
      }
    `,
  ];
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

function textOr(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function lines(value: unknown): string {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string").join("\n") : "";
}
