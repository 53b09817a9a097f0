/** The least and the most points of something. In: the path of the limit, which need not be there. Out: edits there. */
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { faultList, faultStyles } from "../../../components/fault-list.ts";
import "../../../components/number-field.ts";
import type { NumberEvent } from "../../../components/number-field.ts";
import type { Limit } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { t } from "../../../text/language.ts";
import { partStyles } from "./part-styles.ts";
import { RulePart } from "./rule-part.ts";

@customElement("limit-fields")
export class LimitFields extends RulePart {
  override render(): TemplateResult {
    const limit = this.read<Limit>() ?? {};
    return html`<div role="group" aria-label=${t("limit-title")}>
      <div class="fields">${this.#bound("min", limit.min)}${this.#bound("max", limit.max)}</div>
      ${faultList(this.faultsBeside(["min", "max"]))}
    </div>`;
  }

  #bound(key: "min" | "max", value: unknown): TemplateResult {
    return html`<number-field
      .label=${t("limit-bound", { bound: key })}
      .value=${value}
      .faults=${this.faults(key)}
      .disabled=${this.isFrozen}
      @number=${(event: NumberEvent) => this.#put(key, event.number)}
    ></number-field>`;
  }

  /** A limit without bounds is none. */
  #put(key: "min" | "max", value: number | undefined): void {
    const limit = this.read<Limit>();
    const other = key === "min" ? limit?.max : limit?.min;
    if (value === undefined && other === undefined) this.write([], undefined, "limit");
    else if (limit === undefined) this.write([], { [key]: value }, "limit");
    else this.write([key], value, "limit");
  }

  static override styles = [controls, faultStyles, partStyles];
}
