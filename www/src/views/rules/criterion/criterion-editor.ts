/** Everything about one criterion, to be changed: what it tests, its points, its decay and limits, and what is wrong with it. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { live } from "lit/directives/live.js";
import { faultList, faultStyles, isWrong } from "../../../components/fault-list.ts";
import "../../../components/number-field.ts";
import type { NumberEvent } from "../../../components/number-field.ts";
import { kindOf, pointer, type Criterion, type CriterionKind } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { t } from "../../../text/language.ts";
import { editorStyles } from "./criterion-editor-styles.ts";
import { asKind } from "./criterion-kinds.ts";
import "./decay-fields.ts";
import "./event-award.ts";
import "./event-selection.ts";
import "./filter-builder.ts";
import "./limit-fields.ts";
import { partStyles } from "./part-styles.ts";
import { RulePart } from "./rule-part.ts";
import "./value-table.ts";

const kinds: readonly CriterionKind[] = ["condition", "by_value", "by_event"];

/** The keys that have a field, of each kind. */
const shared = ["id", "label", "note", "enabled", "limit", "decay", "since"];
const fields: Record<CriterionKind, readonly string[]> = {
  condition: [...shared, "when", "points"],
  by_value: [...shared, "property", "values", "default"],
  by_event: [...shared, "event", "where", "within_days", "points", "max_occurrences", "once_per", "frequency"],
};

@customElement("criterion-editor")
export class CriterionEditor extends RulePart {
  override render(): TemplateResult {
    const criterion = this.read<Criterion>();
    if (criterion === undefined || criterion === null || typeof criterion !== "object") return html``;
    const kind = kindOf(criterion);
    // What was typed for one criterion is not to show up at another.
    return html`${keyed(pointer(this.path), this.#form(criterion, kind))}`;
  }

  #form(criterion: Criterion, kind: CriterionKind): TemplateResult {
    return html`
      <div class="editor">
        <div class="fields">
          ${this.#name(criterion)}
          ${kind === "condition"
            ? html`<number-field
                .label=${t("criterion-points")}
                .value=${criterion.points}
                .faults=${this.faults("points")}
                .disabled=${this.isFrozen}
                @number=${(event: NumberEvent) => this.write(["points"], event.number, "points")}
              ></number-field>`
            : nothing}
        </div>
        ${faultList(this.faultsBeside(fields[kind]), "beside")}
        ${this.#kinds(kind)}
        <section>${this.#body(kind)}</section>
        <details ?open=${criterion.decay !== undefined || criterion.since !== undefined || criterion.limit !== undefined}>
          <summary>${t("criterion-decay-and-limit")}</summary>
          <div class="more">
            <decay-fields .path=${this.path}></decay-fields>
            <limit-fields .path=${[...this.path, "limit"]}></limit-fields>
          </div>
        </details>
        ${this.#note(criterion)}
        <div class="foot">
          <label class="check">
            <input type="checkbox" .checked=${live(criterion.enabled === false)} ?disabled=${this.isFrozen} @change=${this.#onMute} />${t("criterion-muted")}
          </label>
          ${this.#id(criterion)}
        </div>
      </div>
    `;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("#name")?.focus();
  }

  #name({ label }: Criterion): TemplateResult {
    const faults = this.faults("label");
    return html`<div class="name">
      <label class="label" for="name">${t("criterion-name")}</label>
      <input id="name" class="field" .value=${live(text(label))} ?disabled=${this.isFrozen} aria-invalid=${isWrong(faults)} aria-describedby="name-faults" @input=${(event: Event) => this.#put("label", event, "name")} />
      ${faultList(faults, "name-faults")}
    </div>`;
  }

  #kinds(kind: CriterionKind): TemplateResult {
    return html`<fieldset class="kinds" ?disabled=${this.isFrozen}>
      <legend class="unseen">${t("criterion-kind")}</legend>
      ${kinds.map(
        (one) => html`<label class="kind">
          <input type="radio" name="kind" value=${one} .checked=${live(one === kind)} @change=${() => this.#onKind(one)} />
          <span>${t("criterion-kinds", { kind: one })}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  #body(kind: CriterionKind): TemplateResult {
    switch (kind) {
      case "condition":
        return html`<filter-builder .path=${[...this.path, "when"]} .scope=${"contact"}></filter-builder>`;
      case "by_value":
        return html`<value-table .path=${this.path}></value-table>`;
      case "by_event":
        return html`<event-selection .path=${this.path}></event-selection><event-award .path=${this.path}></event-award>`;
    }
  }

  #note({ note }: Criterion): TemplateResult {
    const faults = this.faults("note");
    return html`<div>
      <label class="label" for="note">${t("criterion-note")}</label>
      <textarea id="note" class="field" rows="2" .value=${live(text(note))} ?disabled=${this.isFrozen} aria-invalid=${isWrong(faults)} aria-describedby="note-faults" @input=${(event: Event) => this.#put("note", event, "note")}></textarea>
      ${faultList(faults, "note-faults")}
    </div>`;
  }

  #id({ id }: Criterion): TemplateResult {
    const faults = this.faults("id");
    return html`<div class="id">
      <label class="quiet small" for="id">${t("criterion-id")}</label>
      <input id="id" class="field code" .value=${live(text(id))} spellcheck="false" autocapitalize="off" ?disabled=${this.isFrozen} aria-invalid=${isWrong(faults)} aria-describedby="id-faults" @input=${(event: Event) => this.#put("id", event, "id")} />
      ${faultList(faults, "id-faults")}
    </div>`;
  }

  /** Names and notes may be left out; an id may not. */
  #put(key: "label" | "note" | "id", event: Event, what: string): void {
    const { value } = event.target as HTMLInputElement;
    this.write([key], value === "" && key !== "id" ? undefined : value, what);
  }

  #onKind(kind: CriterionKind): void {
    const criterion = this.read<Criterion>();
    if (criterion === undefined) return;
    this.choose([], asKind(criterion, kind), "kind");
  }

  #onMute(event: Event): void {
    this.choose(["enabled"], (event.target as HTMLInputElement).checked ? false : undefined, "muted");
  }

  static override styles = [controls, faultStyles, partStyles, editorStyles];
}

/** What stands there as text, whatever stands there. */
function text(value: unknown): string {
  return value === undefined || value === null ? "" : typeof value === "string" ? value.slice(0, 20_000) : JSON.stringify(value).slice(0, 400);
}
