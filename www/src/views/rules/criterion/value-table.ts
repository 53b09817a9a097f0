/**
 * Points by value: the property, its values with their points and how often they occur, and what all others give. In: the path of a criterion
 * by value. Out: edits there. It can be filled with the values that the contacts have.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import "../../../components/combo-box.ts";
import type { Suggestion } from "../../../components/combo-box.ts";
import { faultList, faultStyles } from "../../../components/fault-list.ts";
import { icons } from "../../../components/icons.ts";
import "../../../components/number-field.ts";
import type { NumberEvent } from "../../../components/number-field.ts";
import { pointer, type Criterion } from "../../../editing/document.ts";
import { Live } from "../../../session/live.ts";
import { controls } from "../../../styles/controls.ts";
import { count } from "../../../text/counts.ts";
import { t } from "../../../text/language.ts";
import { clip } from "../../../text/clip.ts";
import { columnOf, columnSuggestions, contactColumns } from "./known-columns.ts";
import { partStyles } from "./part-styles.ts";
import { RulePart } from "./rule-part.ts";
import { arranged, missing, renamed, type Order } from "./value-rows.ts";
import { valueTableStyles } from "./value-table-styles.ts";

const pageOf = 50;
/** How many of the values that occur are known here, the most frequent. */
const mostValues = 2_000;

@customElement("value-table")
export class ValueTable extends RulePart {
  @state() private searchProperty: string | undefined;
  @state() private searchValue: string | undefined;
  @state() private typed = "";
  @state() private order: Order = "written";
  @state() private filter = "";
  @state() private shown = pageOf;
  @state() private fillPoints: number | undefined = 0;
  /** A value that cannot be renamed so, because the other is there. */
  @state() private taken: { value: string; wanted: string } | undefined;

  #occurring = new Live(this, "propertyValues", () => {
    const { property } = this.read<Criterion>() ?? {};
    return typeof property === "string" && property.trim() !== "" ? { property, limit: mostValues } : undefined;
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("path")) {
      this.shown = pageOf;
      this.filter = "";
    }
  }

  override render(): TemplateResult {
    const { property = "", values = {}, default: otherwise } = this.read<Criterion>() ?? {};
    const columns = contactColumns(this.session.editor.document, this.state.contacts?.report.columns);
    const name = typeof property === "string" ? property : "";
    const table = values !== null && typeof values === "object" ? values : {};
    const rows = arranged(table, this.#occurring.value?.values ?? [], this.order, this.filter);
    const total = Object.keys(table).length;
    return html`
      <combo-box
        class="property"
        .label=${t("test-property")}
        .value=${!this.searchProperty ? (columnOf(columns, name)?.label ?? name) : name}
        .suggestions=${this.searchProperty === undefined ? [] : columnSuggestions(columns, this.searchProperty, this.state.contacts?.rowCount ?? 0)}
        .faults=${this.faults("property")}
        .disabled=${this.isFrozen}
        @query=${(event: CustomEvent<string>) => (this.searchProperty = event.detail)}
        @close=${() => (this.searchProperty = undefined)}
        @type=${(event: CustomEvent<string>) => this.#name(event.detail)}
        @choose=${(event: CustomEvent<string>) => this.#name(event.detail)}
      ></combo-box>
      ${this.#filling(table)}
      ${total > 8 ? this.#arranging(total) : nothing}
      <div class="table" role="group" aria-label=${t("values-title")}>
        ${rows.slice(0, this.shown).map(({ value, points, occurs }) => this.#row(value, points, occurs))}
        ${rows.length > this.shown
          ? html`<button class="button plain" type="button" @click=${() => (this.shown += pageOf * 4)}>${t("values-more", { count: rows.length - this.shown })}</button>`
          : nothing}
        ${this.#adder(table)}
      </div>
      ${faultList(this.#ofTable())}
      <number-field
        .label=${t("values-default")}
        .value=${otherwise}
        .faults=${this.faults("default")}
        .disabled=${this.isFrozen}
        @number=${(event: NumberEvent) => this.write(["default"], event.number, "values")}
      ></number-field>
    `;
  }

  #ofTable() {
    const place = pointer([...this.path, "values"]);
    return this.state.diagnostics.filter(({ path }) => path === place);
  }

  #filling(table: Record<string, number>): TemplateResult | typeof nothing {
    const open = missing(table, this.#occurring.value?.values ?? []);
    if (open.length === 0 || this.isFrozen) return nothing;
    return html`<div class="filling">
      <p class="small">${t("values-missing", { count: open.length })}</p>
      <div class="fields">
        <number-field bare .label=${t("values-fill-points")} .value=${this.fillPoints} .unit=${t("values-points-each")} @number=${(event: NumberEvent) => (this.fillPoints = event.number)}></number-field>
        <button class="button" type="button" @click=${() => this.#fill(table, open.map(({ value }) => value))}>${icons.download}${t("values-fill")}</button>
      </div>
    </div>`;
  }

  #fill(table: Record<string, number>, values: readonly string[]): void {
    const points = this.fillPoints ?? 0;
    this.choose(["values"], { ...table, ...Object.fromEntries(values.map((value) => [value, points])) }, "values");
  }

  #arranging(total: number): TemplateResult {
    return html`<div class="fields arranging">
      <input class="field" type="search" aria-label=${t("values-search")} placeholder=${t("values-search")} .value=${this.filter} @input=${(event: Event) => (this.filter = (event.target as HTMLInputElement).value)} />
      <select class="field" aria-label=${t("values-order")} @change=${(event: Event) => (this.order = (event.target as HTMLSelectElement).value as Order)}>
        ${(["written", "occurs", "points", "name"] as const).map((order) => html`<option value=${order} ?selected=${order === this.order}>${t("values-orders", { order })}</option>`)}
      </select>
      <span class="quiet small">${t("values-count", { count: total })}</span>
    </div>`;
  }

  #row(value: string, points: unknown, occurs: number | undefined): TemplateResult {
    const faults = this.faults("values", value);
    const isTaken = this.taken?.value === value;
    return html`<div class="row">
      <input
        class="field"
        .value=${clip(value)}
        aria-label=${t("values-value")}
        aria-invalid=${isTaken ? "true" : "false"}
        ?disabled=${this.isFrozen || value.length > 400}
        @change=${(event: Event) => this.#rename(value, event.target as HTMLInputElement)}
      />
      <number-field
        bare
        .label=${t("values-points-of", { value: clip(value, 80) })}
        .value=${points}
        .faults=${faults}
        .disabled=${this.isFrozen}
        @number=${(event: NumberEvent) => this.write(["values", value], event.number ?? "", "values")}
      ></number-field>
      <span class="occurs small quiet number">${occurs === undefined ? t("values-absent") : t("contacts", { count: occurs })}</span>
      <button class="button icon plain" type="button" ?disabled=${this.isFrozen} aria-label=${t("values-remove", { value: clip(value, 80) })} @click=${() => this.choose(["values", value], undefined, "values")}>${icons.bin}</button>
      ${isTaken ? html`<p class="taken small">${t("values-taken", { value: clip(this.taken?.wanted ?? "", 80) })}</p>` : nothing}
    </div>`;
  }

  #rename(value: string, field: HTMLInputElement): void {
    const wanted = field.value;
    const { values = {} } = this.read<Criterion>() ?? {};
    const table = wanted.trim() === "" || wanted === value ? undefined : renamed(values, value, wanted);
    this.taken = table === undefined && wanted !== value && wanted.trim() !== "" ? { value, wanted } : undefined;
    if (table === undefined) {
      if (this.taken === undefined) field.value = value;
    } else this.choose(["values"], table, "values");
  }

  #adder(table: Record<string, number>): TemplateResult {
    const search = this.searchValue?.trim().toLowerCase() ?? "";
    const open = this.searchValue === undefined ? [] : missing(table, this.#occurring.value?.values ?? []);
    const fits = open.filter(({ value }) => value.toLowerCase().includes(search));
    return html`<combo-box
      class="adder"
      .label=${t("values-add")}
      .placeholder=${t("values-add-hint")}
      bare
      .value=${this.typed}
      .suggestions=${fits.map(({ value, count: many }): Suggestion => ({ value, count: count(many) }))}
      .disabled=${this.isFrozen}
      @query=${(event: CustomEvent<string>) => (this.searchValue = event.detail)}
      @close=${() => (this.searchValue = undefined)}
      @type=${(event: CustomEvent<string>) => (this.typed = event.detail)}
      @choose=${(event: CustomEvent<string>) => this.#add([event.detail])}
      @several=${(event: CustomEvent<string[]>) => {
        event.preventDefault();
        this.#add(event.detail);
      }}
    ></combo-box>`;
  }

  #add(values: readonly string[]): void {
    this.typed = "";
    const { values: table = {} } = this.read<Criterion>() ?? {};
    const there = new Set(Object.keys(table).map((one) => one.trim().toLowerCase()));
    const fresh = values.map((value) => value.trim()).filter((value) => value !== "" && !there.has(value.toLowerCase()));
    this.shown = Math.max(this.shown, Object.keys(table).length + fresh.length);
    this.chooseAll(
      [...new Set(fresh)].map((value) => [["values", value], this.fillPoints ?? 0] as const),
      "values",
    );
  }

  /** The label of a column means the column. */
  #name(text: string): void {
    const columns = contactColumns(this.session.editor.document, this.state.contacts?.report.columns);
    const labelled = columns.find(({ label }) => label.toLowerCase() === text.trim().toLowerCase());
    this.write(["property"], labelled?.name ?? text, "values");
  }

  static override styles = [controls, faultStyles, partStyles, valueTableStyles];
}
