/**
 * A field for a number. In: what stands in the document, a number or not, and what is wrong with it. Out: `number` events with what was
 * typed, undefined for an empty field. What is no number stays in the field, with a word about it, and goes nowhere.
 */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { controls } from "../styles/controls.ts";
import { t } from "../text/language.ts";
import { typedNumber } from "../text/numbers.ts";
import { faultList, faultStyles, isWrong, type Fault } from "./fault-list.ts";
import { PageElement } from "./page-element.ts";

/** The number that is in the field now; undefined if the field is empty. */
export class NumberEvent extends Event {
  readonly number: number | undefined;

  constructor(number: number | undefined) {
    super("number");
    this.number = number;
  }
}

@customElement("number-field")
export class NumberField extends PageElement {
  static override shadowRootOptions: ShadowRootInit = { mode: "open", delegatesFocus: true };

  @property({ attribute: false }) value: unknown;
  @property() label = "";
  /** The label is not shown: something beside the field says it. */
  @property({ type: Boolean }) bare = false;
  @property() unit = "";
  @property({ type: Boolean }) disabled = false;
  @property({ attribute: false }) faults: readonly Fault[] = [];
  /** What was typed, as long as it says what `value` says, or says nothing yet. */
  @state() private draft: string | undefined;
  @query("input") private input!: HTMLInputElement;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("value") && this.draft !== undefined && typedNumber(this.draft) !== this.value) this.draft = undefined;
  }

  override render(): TemplateResult {
    const text = this.draft ?? this.#written();
    const unreadable = this.draft !== undefined && this.draft.trim() !== "" && typedNumber(this.draft) === undefined;
    return html`
      <label for="field" class=${this.bare ? "unseen" : "label"}>${this.label}</label>
      <span class="line">
        <input
          id="field"
          class="field number"
          inputmode="decimal"
          autocomplete="off"
          ?disabled=${this.disabled}
          .value=${live(text)}
          aria-invalid=${unreadable ? "true" : isWrong(this.faults)}
          aria-describedby="problem faults"
          @input=${this.#onInput}
          @blur=${this.#onBlur}
          @keydown=${this.#onKey}
        />
        ${this.unit === "" ? nothing : html`<span class="quiet">${this.unit}</span>`}
      </span>
      <p id="problem" class="problem" aria-live="polite">${unreadable ? t("number-unreadable", { text: text.slice(0, 40) }) : nothing}</p>
      ${faultList(unreadable ? [] : this.faults)}
    `;
  }

  override focus(): void {
    this.input.focus();
    this.input.select();
  }

  #written(): string {
    return this.value === undefined || this.value === null || typeof this.value === "object" ? "" : String(this.value).slice(0, 400);
  }

  #onInput(): void {
    this.draft = this.input.value;
    const number = typedNumber(this.draft);
    if (number !== undefined) this.#tell(number);
    else if (this.draft.trim() === "") this.#tell(undefined);
  }

  /** What was meant is then written as the document has it; what was not understood stays to be mended. */
  #onBlur(): void {
    if (this.draft !== undefined && (this.draft.trim() === "" || typedNumber(this.draft) !== undefined)) this.draft = undefined;
  }

  #onKey(event: KeyboardEvent): void {
    const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    const number = typedNumber(this.input.value || "0");
    if (direction === 0 || number === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const step = event.shiftKey ? 10 : 1;
    this.draft = undefined;
    this.#tell(Math.round((number + direction * step) * 100) / 100);
  }

  #tell(number: number | undefined): void {
    this.dispatchEvent(new NumberEvent(number));
  }

  static override styles = [
    controls,
    faultStyles,
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

      .line {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }

      input {
        width: var(--number-width, 6rem);
        min-width: 3rem;
      }

      .problem {
        color: var(--bad);
        font-size: var(--size-small);
      }

      .problem:empty {
        display: none;
      }
    `,
  ];
}
