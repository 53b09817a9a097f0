/** A test of a contact's events: of which type, which of them, within how many days, how many. In: the path of the test. Out: edits there. */
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { faultList, faultStyles } from "../../../components/fault-list.ts";
import "../../../components/number-field.ts";
import type { NumberEvent } from "../../../components/number-field.ts";
import type { Filter } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { t } from "../../../text/language.ts";
import "./event-selection.ts";
import { partStyles } from "./part-styles.ts";
import { RulePart } from "./rule-part.ts";

type Bounds = "at_least" | "at_most" | "both" | "exactly";

const bounds: readonly Bounds[] = ["at_least", "at_most", "both", "exactly"];

@customElement("event-test")
export class EventTest extends RulePart {
  override render(): TemplateResult {
    const test = this.read<Filter>() ?? {};
    const { at_least, at_most, exactly } = test;
    const kind: Bounds = exactly !== undefined ? "exactly" : at_most === undefined ? "at_least" : at_least === undefined ? "at_most" : "both";
    return html`
      <event-selection .path=${this.path}>
        <label class="stacked">
          <span class="label">${t("event-count")}</span>
          <select class="field" ?disabled=${this.isFrozen} @change=${this.#onBounds}>
            ${bounds.map((one) => html`<option value=${one} ?selected=${one === kind}>${t("event-bounds", { bounds: one })}</option>`)}
          </select>
        </label>
        ${kind === "exactly" ? this.#amount("exactly", exactly) : ""}
        ${kind === "at_least" || kind === "both" ? this.#amount("at_least", at_least ?? (kind === "at_least" ? 1 : undefined)) : ""}
        ${kind === "at_most" || kind === "both" ? this.#amount("at_most", at_most) : ""}
      </event-selection>
      ${faultList(this.faultsBeside(["event", "where", "within_days", "at_least", "at_most", "exactly"]))}
    `;
  }

  #amount(key: "at_least" | "at_most" | "exactly", value: unknown): TemplateResult {
    return html`<number-field
      class="amount"
      .label=${t("event-times", { bounds: key })}
      .value=${value}
      .faults=${this.faults(key)}
      .disabled=${this.isFrozen}
      @number=${(event: NumberEvent) => this.write([key], event.number, "condition")}
    ></number-field>`;
  }

  #onBounds(event: Event): void {
    const next = (event.target as HTMLSelectElement).value as Bounds;
    const { at_least, at_most, exactly } = this.read<Filter>() ?? {};
    const amount = exactly ?? at_least ?? at_most ?? 1;
    const after: Record<Bounds, Partial<Filter>> = {
      at_least: { at_least: amount },
      at_most: { at_most: exactly ?? at_most ?? amount },
      both: { at_least: amount, at_most: Math.max(at_most ?? amount, amount) },
      exactly: { exactly: amount },
    };
    this.chooseAll(
      (["at_least", "at_most", "exactly"] as const).map((key) => [[key], after[next][key]] as const),
      "condition",
    );
  }

  static override styles = [controls, faultStyles, partStyles];
}
