/**
 * Points, editable in place: typed with at most two decimals, or stepped by the arrow keys (±1, with Shift ±10). What can be read as points is told
 * at once, what cannot is marked, and forgotten when the field is left.
 */
import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { PageElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { decimal, readDecimal } from "./decimals.ts";

const largest = 1_000_000;

/** A new value was entered. */
export class PointsEvent extends Event {
  /** Undefined only from a field that may be empty. */
  readonly points: number | undefined;

  constructor(points: number | undefined) {
    super("points", { bubbles: true, composed: true });
    this.points = points;
  }
}

@customElement("points-field")
export class PointsField extends PageElement {
  static override shadowRootOptions: ShadowRootInit = { mode: "open", delegatesFocus: true };

  @property({ attribute: false }) value: number | undefined;
  @property() label = "";
  /** Whether nothing is a value too. */
  @property({ type: Boolean }) optional = false;
  @property({ type: Boolean }) locked = false;
  @property({ type: Number }) stop = 0;
  @property() placeholder = "";
  @state() private wrong = false;
  @query("input") private input!: HTMLInputElement;

  override render(): TemplateResult {
    const { value } = this;
    return html`<input
      class=${value !== undefined && value < 0 ? "field minus" : "field"}
      type="text"
      inputmode="decimal"
      role="spinbutton"
      autocomplete="off"
      spellcheck="false"
      maxlength="12"
      placeholder=${this.placeholder}
      tabindex=${this.stop}
      aria-label=${this.label}
      aria-valuenow=${value ?? 0}
      aria-valuetext=${value === undefined ? t("rules-no-points") : decimal(value)}
      aria-valuemin=${-largest}
      aria-valuemax=${largest}
      aria-invalid=${this.wrong}
      ?readonly=${this.locked}
      @input=${this.#onInput}
      @keydown=${this.#onKey}
      @focus=${() => this.input.select()}
      @blur=${this.#restore}
    />`;
  }

  /** What somebody is typing stays as it is typed, as long as it means the value. */
  override updated(changed: PropertyValues<this>): void {
    const isTyping = this.shadowRoot?.activeElement === this.input;
    const means = readDecimal(this.input.value, largest);
    if (isTyping && (means === this.value || !changed.has("value"))) return;
    this.input.value = this.value === undefined ? "" : decimal(this.value);
    this.wrong = false;
  }

  #onInput(): void {
    const text = this.input.value;
    const value = readDecimal(text, largest);
    const isNothing = this.optional && text.trim() === "";
    this.wrong = value === undefined && !isNothing;
    if (!this.wrong && value !== this.value) this.dispatchEvent(new PointsEvent(value));
  }

  #onKey(event: KeyboardEvent): void {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey || this.locked) return;
    event.preventDefault();
    event.stopPropagation();
    const next = ((this.value ?? 0) * 100 + by * (event.shiftKey ? 1000 : 100)) / 100;
    const value = Math.min(Math.max(Math.round(next * 100) / 100, -largest), largest);
    this.input.value = decimal(value);
    this.wrong = false;
    this.dispatchEvent(new PointsEvent(value));
  }

  #restore(): void {
    this.input.value = this.value === undefined ? "" : decimal(this.value);
    this.wrong = false;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        width: 4.5rem;
      }

      .field {
        width: 100%;
        min-height: 1.75rem;
        padding: 0 var(--space-2);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        text-align: right;
      }

      input:focus-visible {
        outline-offset: 0;
      }

      .minus {
        color: var(--bad);
      }

      [aria-invalid="true"] {
        border-color: var(--bad);
        outline-color: var(--bad);
      }
    `,
  ];
}
