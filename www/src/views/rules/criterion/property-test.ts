/** A test of one property: which property, which comparison, with what. In: the path of the test. Out: edits there, while somebody types. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import "../../../components/combo-box.ts";
import { faultList, faultStyles, isWrong } from "../../../components/fault-list.ts";
import type { Filter } from "../../../editing/document.ts";
import { Live } from "../../../session/live.ts";
import { controls } from "../../../styles/controls.ts";
import { operatorOf } from "../../../text/filter-sentences.ts";
import { t } from "../../../text/language.ts";
import type { Scope } from "./filter-tree.ts";
import { columnOf, columnSuggestions, contactColumns, eventColumns, type KnownColumn } from "./known-columns.ts";
import "./operand-field.ts";
import { converted, operandOf, operatorsFor, type ColumnKind } from "./operators.ts";
import { partStyles } from "./part-styles.ts";
import { RulePart } from "./rule-part.ts";

@customElement("property-test")
export class PropertyTest extends RulePart {
  @property() scope: Scope = "contact";
  /** The type of the events whose property is tested, in their scope. */
  @property() eventType = "";
  /** What the suggestions are to contain; undefined while they do not show. */
  @state() private search: string | undefined;

  #types = new Live(this, "eventTypes", () => (this.scope === "event" ? {} : undefined));

  override render(): TemplateResult {
    const test = this.read<Filter>() ?? {};
    const operator = operatorOf(test);
    const columns = this.#columns();
    const name = typeof test.property === "string" ? test.property : "";
    const column = columnOf(columns, name);
    const faults = operator === undefined ? this.faultsBeside(["property"]) : this.faultsBeside(["property", operator]);
    return html`
      <div class="fields">
        <combo-box
          class="property"
          .label=${t("test-property")}
          .value=${!this.search && column !== undefined && this.scope !== "event" ? column.label : name}
          .suggestions=${this.search === undefined ? [] : columnSuggestions(columns, this.search, this.#rows())}
          .faults=${this.faults("property")}
          .disabled=${this.isFrozen}
          @query=${(event: CustomEvent<string>) => (this.search = event.detail)}
          @close=${() => (this.search = undefined)}
          @type=${(event: CustomEvent<string>) => this.#name(event.detail)}
          @choose=${(event: CustomEvent<string>) => this.#name(event.detail)}
        ></combo-box>
        <label class="stacked">
          <span class="label">${t("test-operator")}</span>
          ${this.#operators(operator, column?.kind)}
        </label>
        ${operator === undefined || operandOf(operator) === "none"
          ? nothing
          : html`<operand-field
              class="operand"
              .path=${this.path}
              .operator=${operator}
              .property=${name}
              .kind=${column?.kind}
              .eventType=${this.scope === "event" ? this.eventType : undefined}
            ></operand-field>`}
      </div>
      ${this.#unknown(operator, test.include_unknown)} ${faultList(faults)}
    `;
  }

  #columns(): readonly KnownColumn[] {
    if (this.scope !== "event") return contactColumns(this.session.editor.document, this.state.contacts?.report.columns);
    return eventColumns(this.#type()?.properties ?? []);
  }

  #type(): { count: number; properties: { name: string; filled: number; kind: ColumnKind }[] } | undefined {
    const wanted = this.eventType.trim().toLowerCase();
    return this.#types.value?.find(({ type }) => type.toLowerCase() === wanted);
  }

  #rows(): number {
    return this.scope === "event" ? (this.#type()?.count ?? 0) : (this.state.contacts?.rowCount ?? 0);
  }

  /** What is the label of a column means the column. */
  #name(text: string): void {
    const label = text.trim().toLowerCase();
    const labelled = this.scope === "event" ? undefined : this.#columns().find((column) => column.label.toLowerCase() === label);
    this.write(["property"], labelled?.name ?? text, "condition");
  }

  #operators(operator: string | undefined, kind: ColumnKind | undefined): TemplateResult {
    const { suited, others } = operatorsFor(kind);
    const isKnown = operandOf(operator) !== undefined;
    const faults = operator === undefined || isKnown ? [] : this.faults(operator);
    const option = (one: string): TemplateResult => html`<option value=${one} ?selected=${one === operator}>${t("operator", { operator: one })}</option>`;
    return html`<select class="field" ?disabled=${this.isFrozen} aria-invalid=${isWrong(faults)} @change=${this.#onOperator}>
      ${isKnown ? nothing : html`<option value="" selected disabled>${operator ?? t("operator-choose")}</option>`}
      ${suited.map(option)}
      <optgroup label=${t("operator-others")}>${others.map(option)}</optgroup>
    </select>`;
  }

  #onOperator(event: Event): void {
    const next = (event.target as HTMLSelectElement).value;
    const test = this.read<Filter>() ?? {};
    const before = operatorOf(test);
    const operand = operandOf(next);
    if (operand === undefined || next === before) return;
    const kind = columnOf(this.#columns(), String(test.property ?? ""))?.kind;
    const kept = operandOf(before) === operand ? test[before ?? ""] : converted(before === undefined ? undefined : test[before], operand, kind);
    this.chooseAll(
      [
        ...(before === undefined ? [] : [[[before], undefined] as const]),
        [[next], kept],
        ...(operand === "none" && test.include_unknown !== undefined ? [[["include_unknown"], undefined] as const] : []),
      ],
      "condition",
    );
  }

  #unknown(operator: string | undefined, included: unknown): TemplateResult | typeof nothing {
    if (operandOf(operator) === "none" && included === undefined) return nothing;
    return html`<label class="check small">
      <input type="checkbox" .checked=${included === true} ?disabled=${this.isFrozen} @change=${this.#onUnknown} />
      ${t(this.scope === "event" ? "test-include-unknown-events" : "test-include-unknown")}
    </label>`;
  }

  #onUnknown(event: Event): void {
    this.choose(["include_unknown"], (event.target as HTMLInputElement).checked ? true : undefined, "condition");
  }

  static override styles = [
    controls,
    faultStyles,
    partStyles,
    css`
      .property {
        flex: 1 1 11rem;
        max-width: 18rem;
      }

      .operand {
        flex: 2 1 12rem;
      }
    `,
  ];
}
