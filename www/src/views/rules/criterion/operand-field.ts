/**
 * What stands behind an operator: texts with suggestions, a number, days, a time, a range. In: the path of the test, its operator and the
 * kind of the column. Out: edits of the operand, while somebody types.
 */
import { css, html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Suggestion } from "../../../components/combo-box.ts";
import { faultList, faultStyles, isWrong } from "../../../components/fault-list.ts";
import "../../../components/number-field.ts";
import type { NumberEvent } from "../../../components/number-field.ts";
import "../../../components/token-field.ts";
import type { Path } from "../../../editing/document.ts";
import { Live } from "../../../session/live.ts";
import { controls } from "../../../styles/controls.ts";
import { count } from "../../../text/counts.ts";
import { t } from "../../../text/language.ts";
import { asTexts, isTime, oneOrList, operandOf, scalars, type ColumnKind } from "./operators.ts";
import { partStyles } from "./part-styles.ts";
import { RulePart } from "./rule-part.ts";

const suggested = 50;

@customElement("operand-field")
export class OperandField extends RulePart {
  @property() operator = "";
  @property() property = "";
  @property() kind: ColumnKind | undefined;
  /** The type of the events whose property it is; undefined for contacts. */
  @property() eventType: string | undefined;
  @state() private search: string | undefined;

  #ofContacts = new Live(this, "propertyValues", () => {
    const { search, property } = this;
    return search === undefined || this.eventType !== undefined ? undefined : { property, search, limit: suggested };
  });

  #ofEvents = new Live(this, "eventValues", () => {
    const { search, property, eventType } = this;
    return search === undefined || eventType === undefined ? undefined : { type: eventType, property, search, limit: suggested };
  });

  override render(): TemplateResult {
    const operand = this.read(this.operator);
    switch (operandOf(this.operator)) {
      case "number":
        return this.#number([this.operator], operand, t("operand-number"));
      case "days":
        return this.#number([this.operator], operand, t("operand-days"));
      case "time":
        return this.#time([this.operator], operand, t("operand-time"));
      case "range":
        return this.#range(operand);
      case "scalars":
        return typeof operand === "boolean" || (this.kind === "boolean" && !Array.isArray(operand) && typeof operand !== "string")
          ? this.#truth(operand)
          : this.#texts(operand);
      default:
        return this.#texts(operand);
    }
  }

  #texts(operand: unknown): TemplateResult {
    const answer = this.eventType === undefined ? this.#ofContacts.value : this.#ofEvents.value;
    const values = answer?.values ?? [];
    const suggestions = values.map(({ value, count: many }): Suggestion => ({ value, count: count(many) }));
    return html`<token-field
      .label=${t(this.operator === "matches_regex" ? "operand-patterns" : "operand-values")}
      .placeholder=${t("operand-values-hint")}
      .values=${asTexts(operand)}
      .suggestions=${this.operator === "matches_regex" ? [] : suggestions}
      .others=${Math.max(0, (answer?.matching ?? 0) - values.length)}
      .faults=${this.faults(this.operator)}
      .disabled=${this.isFrozen}
      @query=${(event: CustomEvent<string>) => (this.search = event.detail)}
      @close=${() => (this.search = undefined)}
      @values=${(event: CustomEvent<readonly string[]>) => this.#putTexts(event.detail, operand)}
    ></token-field>`;
  }

  /** Numbers stay numbers, and in a column of numbers become such. */
  #putTexts(texts: readonly string[], before: unknown): void {
    const first: unknown = Array.isArray(before) ? before[0] : before;
    const isScalar = operandOf(this.operator) === "scalars";
    this.#put([this.operator], isScalar ? scalars(texts, this.kind === "number" || typeof first === "number") : oneOrList(texts));
  }

  #number(below: Path, value: unknown, label: string): TemplateResult {
    return html`<number-field
      .label=${label}
      .value=${value}
      .faults=${this.faults(...below)}
      .disabled=${this.isFrozen}
      @number=${(event: NumberEvent) => this.#putNumber(below, event.number)}
    ></number-field>`;
  }

  /** An operator without an operand would be none, so that an emptied field is written as an empty text, which is then found wrong. */
  #putNumber(below: Path, value: number | undefined): void {
    this.#put(below, value ?? "");
  }

  #range(operand: unknown): TemplateResult {
    const [low, high]: unknown[] = Array.isArray(operand) ? operand : [undefined, undefined];
    const isOfTimes = [low, high].some((one) => typeof one === "string" && (isTime(one) || this.kind === "time"));
    const whole = Array.isArray(operand) ? operand : [0, 0];
    const field = (at: 0 | 1): TemplateResult => {
      const label = t("operand-bound", { bound: at === 0 ? "low" : "high" });
      const put = (value: unknown): void => this.#put([this.operator], at === 0 ? [value, whole[1] ?? value] : [whole[0] ?? value, value]);
      return isOfTimes
        ? this.#timeInput(at === 0 ? low : high, label, put)
        : html`<number-field .label=${label} .value=${at === 0 ? low : high} .disabled=${this.isFrozen} @number=${(event: NumberEvent) => put(event.number ?? "")}></number-field>`;
    };
    return html`<div class="fields">${field(0)}${field(1)}</div>
      ${faultList(this.faults(this.operator))}`;
  }

  #time(below: Path, value: unknown, label: string): TemplateResult {
    return html`${this.#timeInput(value, label, (next) => this.#put(below, next))}${faultList(this.faults(...below))}`;
  }

  /** A day, or a time of a day where there is one already. What the browser's field cannot show is edited as text. */
  #timeInput(value: unknown, label: string, put: (value: unknown) => void): TemplateResult {
    const text = typeof value === "number" ? new Date(Math.max(-8.64e15, Math.min(8.64e15, value))).toISOString() : typeof value === "string" ? value : "";
    const type = /^(\d{4}-\d\d-\d\d)?$/.test(text) ? "date" : /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) && /Z$|T\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text) ? "datetime-local" : "text";
    const shown = type === "datetime-local" ? text.slice(0, 16) : text.slice(0, 400);
    const onInput = (event: Event): void => {
      const next = (event.target as HTMLInputElement).value;
      put(type === "datetime-local" && next !== "" ? `${next}Z` : next);
    };
    const toggled = type === "date" ? `${text || new Date(this.state.asOf).toISOString().slice(0, 10)}T00:00Z` : text.slice(0, 10);
    return html`<span class="time">
      <label class="stacked">
        <span class="label">${label}</span>
        <input class="field" type=${type} .value=${shown} ?disabled=${this.isFrozen} aria-invalid=${isWrong(this.faults(this.operator))} aria-describedby="faults" @input=${onInput} />
      </label>
      ${type === "text" ? "" : html`<button class="button plain small" type="button" ?disabled=${this.isFrozen} @click=${() => put(toggled)}>${t("operand-time-of-day", { has: type })}</button>`}
    </span>`;
  }

  #truth(operand: unknown): TemplateResult {
    const option = (value: boolean): TemplateResult =>
      html`<option value=${String(value)} ?selected=${operand === value}>${t("sentence-truth", { value: String(value) })}</option>`;
    return html`<label class="stacked">
        <span class="label">${t("operand-values")}</span>
        <select class="field" ?disabled=${this.isFrozen} @change=${(event: Event) => this.#put([this.operator], (event.target as HTMLSelectElement).value === "true")}>
          ${option(true)}${option(false)}
        </select>
      </label>
      ${faultList(this.faults(this.operator))}`;
  }

  #put(below: Path, value: unknown): void {
    this.write(below, value, "condition");
  }

  static override styles = [
    controls,
    faultStyles,
    partStyles,
    css`
      .time {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        gap: var(--space-1);
      }
    `,
  ];
}
