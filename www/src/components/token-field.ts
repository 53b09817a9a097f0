/**
 * A field for several texts: each is a token with a button to take it out, and a combobox adds more. In: the texts and suggestions. Out:
 * `values` events with all texts, what is still being typed included; `query` and `close` as those of the combobox.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../styles/controls.ts";
import { t } from "../text/language.ts";
import { clip } from "../text/clip.ts";
import "./combo-box.ts";
import type { ComboBox, Suggestion } from "./combo-box.ts";
import { type Fault } from "./fault-list.ts";
import { icons } from "./icons.ts";
import { PageElement } from "./page-element.ts";

const mostShown = 60;

@customElement("token-field")
export class TokenField extends PageElement {
  static override shadowRootOptions: ShadowRootInit = { mode: "open", delegatesFocus: true };

  @property({ attribute: false }) values: readonly string[] = [];
  @property() label = "";
  @property() placeholder = "";
  @property({ type: Boolean }) disabled = false;
  @property({ attribute: false }) suggestions: readonly Suggestion[] = [];
  @property({ type: Number }) others = 0;
  @property({ attribute: false }) faults: readonly Fault[] = [];
  /** What is being typed; it counts as the last text already. */
  @state() private typed = "";
  @state() private showsAll = false;
  @query("combo-box") private box!: ComboBox;

  override render(): TemplateResult {
    const tokens = this.#tokens();
    const shown = this.showsAll ? tokens : tokens.slice(0, mostShown);
    const free = this.suggestions.filter(({ value }) => !tokens.includes(value));
    return html`
      <span class="label" id="label">${this.label}</span>
      <div class="box field" role="group" aria-labelledby="label">
        ${shown.map((token, index) => this.#token(token, index))}
        ${shown.length < tokens.length
          ? html`<button class="button plain more" type="button" @click=${() => (this.showsAll = true)}>${t("tokens-more", { count: tokens.length - shown.length })}</button>`
          : nothing}
        <combo-box
          bare
          .label=${t("tokens-add", { label: this.label })}
          .placeholder=${tokens.length === 0 ? this.placeholder : ""}
          .value=${this.typed}
          .suggestions=${free}
          .others=${this.others}
          .disabled=${this.disabled}
          .faults=${this.faults}
          @type=${(event: CustomEvent<string>) => this.#type(event.detail)}
          @choose=${(event: CustomEvent<string>) => this.#settle(event.detail)}
          @several=${this.#onSeveral}
          @query=${(event: CustomEvent<string>) => this.#tell("query", event.detail)}
          @close=${() => this.#tell("close", "")}
          @focusout=${() => this.#settle(this.typed)}
          @keydown=${this.#onKey}
        ></combo-box>
      </div>
    `;
  }

  override focus(): void {
    this.box.focus();
  }

  #token(token: string, index: number): TemplateResult {
    return html`<span class="token">
      <span class="cut">${clip(token, 120)}</span>
      <button type="button" aria-label=${t("tokens-remove", { text: clip(token, 40) })} ?disabled=${this.disabled} @click=${() => this.#remove(index)}>${icons.cross}</button>
    </span>`;
  }

  /** Without what is still being typed. */
  #tokens(): readonly string[] {
    return this.typed !== "" && this.values.at(-1) === this.typed ? this.values.slice(0, -1) : this.values;
  }

  #type(text: string): void {
    const tokens = this.#tokens();
    this.typed = text;
    this.#put(text.trim() === "" ? tokens : [...tokens, text]);
  }

  /** What was typed or chosen becomes a token; one that is there already is not added again. */
  #settle(text: string): void {
    const tokens = this.#tokens();
    const wasTyping = this.typed !== "";
    this.typed = "";
    if (text.trim() !== "" && !tokens.includes(text)) this.#put([...tokens, text]);
    else if (wasTyping) this.#put(tokens);
  }

  #onSeveral(event: CustomEvent<string[]>): void {
    event.preventDefault();
    const tokens = this.#tokens();
    this.typed = "";
    this.#put([...new Set([...tokens, ...event.detail])]);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === "Backspace" && this.typed === "" && this.values.length > 0) {
      event.preventDefault();
      this.#remove(this.values.length - 1);
    }
  }

  #remove(index: number): void {
    this.#put(this.#tokens().filter((_, at) => at !== index));
    this.focus();
  }

  #put(values: readonly string[]): void {
    this.values = values;
    this.dispatchEvent(new CustomEvent<readonly string[]>("values", { detail: values }));
  }

  #tell(type: string, detail: string): void {
    this.dispatchEvent(new CustomEvent<string>(type, { detail }));
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      .label {
        display: block;
        margin-bottom: 2px;
        color: var(--text-quiet);
        font-size: var(--size-small);
      }

      .box {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1);
        padding: 3px;
      }

      .token {
        display: inline-flex;
        align-items: center;
        max-width: 100%;
        padding-left: var(--space-2);
        border-radius: var(--radius-small);
        background: var(--accent-soft);
        color: var(--accent);
        line-height: 1.75rem;
        white-space: pre;
      }

      .token button {
        display: grid;
        place-items: center;
        width: 1.75rem;
        height: 1.75rem;
        padding: 0;
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        cursor: pointer;
      }

      .token svg {
        width: 0.75rem;
        height: 0.75rem;
      }

      .more {
        min-height: 1.75rem;
      }

      combo-box {
        flex: 1 1 4rem;
        min-width: 3.5rem;
      }

      combo-box::part(field) {
        min-height: 1.75rem;
        padding: 0 var(--space-2);
        border: 0;
        background: none;
      }
    `,
  ];
}
