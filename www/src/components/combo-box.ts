/**
 * A text field with suggestions: the combobox of ARIA 1.2 with a list box. In: the text and the suggestions for it. Out: `query` whenever
 * suggestions are wanted for a text, `type` with each change of the text, `choose` with what was picked from the list or confirmed with
 * Enter, `several` with what was pasted as several lines. Of long lists only the part that shows is drawn.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { controls } from "../styles/controls.ts";
import { t } from "../text/language.ts";
import { comboStyles } from "./combo-box-styles.ts";
import { faultList, faultStyles, isWrong, type Fault } from "./fault-list.ts";
import { PageElement } from "./page-element.ts";

/** A suggestion. */
export interface Suggestion {
  value: string;
  /** What is shown for it, if that is not the value. */
  label?: string;
  /** In small letters below it. */
  detail?: string;
  /** At the end of the line, such as how often it occurs. */
  count?: string;
}

const lineHeight = 44;
const linesAround = 12;

@customElement("combo-box")
export class ComboBox extends PageElement {
  static override shadowRootOptions: ShadowRootInit = { mode: "open", delegatesFocus: true };

  @property() value = "";
  @property() label = "";
  @property({ type: Boolean }) bare = false;
  @property() placeholder = "";
  @property({ type: Boolean }) disabled = false;
  @property({ attribute: false }) suggestions: readonly Suggestion[] = [];
  @property({ attribute: false }) faults: readonly Fault[] = [];
  /** How many suggestions there are that are not in the list. */
  @property({ type: Number }) others = 0;
  @state() private isOpen = false;
  @state() private active = -1;
  @state() private firstLine = 0;
  @query("input") private input!: HTMLInputElement;
  @query("#popup") private popup!: HTMLElement;
  @query("#list") private list!: HTMLElement;

  #onElsewhere = (event: Event): void => {
    // The list's own scrolling moves nothing else.
    if (event.type === "resize" || !event.composedPath().includes(this.popup)) this.#place();
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("suggestions") && this.active >= this.suggestions.length) this.active = -1;
  }

  protected override updated(): void {
    const shown = this.isOpen && (this.suggestions.length > 0 || this.others > 0);
    if (shown === this.popup.matches(":popover-open")) return;
    if (shown) {
      this.popup.showPopover();
      this.#place();
    } else this.popup.hidePopover();
  }

  override render(): TemplateResult {
    const expanded = this.isOpen && this.suggestions.length > 0;
    return html`
      <label for="field" class=${this.bare ? "unseen" : "label"}>${this.label}</label>
      <input
        id="field"
        class="field"
        part="field"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-expanded=${expanded ? "true" : "false"}
        aria-controls="list"
        aria-activedescendant=${expanded && this.active >= 0 ? `option-${this.active}` : nothing}
        aria-invalid=${isWrong(this.faults)}
        aria-describedby="faults"
        placeholder=${this.placeholder || nothing}
        ?disabled=${this.disabled}
        .value=${live(this.value)}
        @input=${this.#onInput}
        @click=${this.#open}
        @blur=${this.#close}
        @keydown=${this.#onKey}
        @paste=${this.#onPaste}
      />
      <div id="popup" popover="manual" @pointerdown=${(event: Event) => event.preventDefault()}>
        <div id="list" role="listbox" aria-label=${this.label} tabindex="-1" @scroll=${this.#onScroll}>${this.isOpen ? this.#lines() : nothing}</div>
        ${this.others > 0 ? html`<p class="others quiet">${t("combo-others", { count: this.others })}</p>` : nothing}
      </div>
      ${faultList(this.faults)}
    `;
  }

  override focus(): void {
    this.input.focus();
  }

  /** The lines that show, and room for those that do not. */
  #lines(): TemplateResult {
    const from = Math.max(0, Math.min(this.firstLine, this.suggestions.length - linesAround));
    const shown = this.suggestions.slice(from, from + linesAround * 2);
    const rest = Math.max(0, this.suggestions.length - from - shown.length);
    return html`
      <div role="presentation" .style=${`height: ${from * lineHeight}px`}></div>
      ${shown.map((suggestion, index) => this.#line(suggestion, from + index))}
      <div role="presentation" .style=${`height: ${rest * lineHeight}px`}></div>
    `;
  }

  #line({ value, label, detail, count }: Suggestion, at: number): TemplateResult {
    return html`<div
      id="option-${at}"
      role="option"
      class="option"
      aria-selected=${at === this.active ? "true" : "false"}
      aria-setsize=${this.suggestions.length}
      aria-posinset=${at + 1}
      @click=${() => this.#choose(at)}
    >
      <span class="name"><span class="cut">${label ?? value}</span>${detail === undefined ? nothing : html`<span class="detail cut">${detail}</span>`}</span>
      ${count === undefined ? nothing : html`<span class="count number">${count}</span>`}
    </div>`;
  }

  #open(): void {
    if (this.isOpen || this.disabled) return;
    this.isOpen = true;
    this.active = -1;
    this.firstLine = 0;
    window.addEventListener("scroll", this.#onElsewhere, { capture: true, passive: true });
    window.addEventListener("resize", this.#onElsewhere);
    this.#tell("query", "");
  }

  #close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.active = -1;
    window.removeEventListener("scroll", this.#onElsewhere, { capture: true });
    window.removeEventListener("resize", this.#onElsewhere);
    this.#tell("close", "");
  }

  /** Below the field, or above it where there is more room. */
  #place(): void {
    const { left, top, bottom, width } = this.input.getBoundingClientRect();
    const below = window.innerHeight - bottom - 12;
    const above = top - 12;
    const wide = Math.min(Math.max(width, 260), document.documentElement.clientWidth - 16);
    const { style } = this.popup;
    style.setProperty("--most", `${Math.max(120, Math.min(320, Math.max(below, above)))}px`);
    style.width = `${wide}px`;
    style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - wide - 8))}px`;
    const isBelow = below >= 200 || below >= above;
    style.top = isBelow ? `${bottom + 4}px` : "auto";
    style.bottom = isBelow ? "auto" : `${window.innerHeight - top + 4}px`;
  }

  #onInput(): void {
    const text = this.input.value;
    this.#open();
    this.active = -1;
    this.firstLine = 0;
    this.#tell("type", text);
    this.#tell("query", text);
  }

  #onScroll(): void {
    this.firstLine = Math.max(0, Math.floor(this.list.scrollTop / lineHeight) - linesAround / 2);
  }

  #onKey(event: KeyboardEvent): void {
    const { key, altKey } = event;
    if (event.isComposing) return;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (!this.isOpen) this.#open();
      else if (!altKey) void this.#go(this.active + (key === "ArrowDown" ? 1 : -1));
      else if (key === "ArrowUp") this.#close();
    } else if (this.isOpen && (key === "PageDown" || key === "PageUp") && this.active >= 0) {
      event.preventDefault();
      void this.#go(Math.max(0, Math.min(this.suggestions.length - 1, this.active + (key === "PageDown" ? 7 : -7))));
    } else if (key === "Enter") {
      event.preventDefault();
      if (this.isOpen && this.active >= 0) this.#choose(this.active);
      else {
        this.#close();
        this.#tell("choose", this.input.value);
      }
    } else if (key === "Escape" && this.isOpen) {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (key === "Tab") this.#close();
  }

  /** Past the ends lies the field itself, with nothing active. */
  async #go(to: number): Promise<void> {
    const last = this.suggestions.length - 1;
    this.active = to > last ? -1 : to < -1 ? last : to;
    if (this.active < 0) return;
    const top = this.active * lineHeight;
    const { scrollTop, clientHeight } = this.list;
    if (top < scrollTop) this.list.scrollTop = top;
    else if (top + lineHeight > scrollTop + clientHeight) this.list.scrollTop = top + lineHeight - clientHeight;
    this.#onScroll();
    await this.updateComplete;
  }

  #choose(at: number): void {
    const chosen = this.suggestions[at];
    this.#close();
    if (chosen !== undefined) this.#tell("choose", chosen.value);
  }

  #onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const several = text.split(/[\n\r;\t]+/).map((one) => one.trim()).filter((one) => one !== "");
    if (several.length < 2) return;
    // Who does not listen for several gets the text as it is.
    const told = new CustomEvent<string[]>("several", { detail: several, cancelable: true });
    this.dispatchEvent(told);
    if (told.defaultPrevented) event.preventDefault();
  }

  #tell(type: string, detail: string): void {
    this.dispatchEvent(new CustomEvent<string>(type, { detail }));
  }

  static override styles = [controls, faultStyles, comboStyles];
}
