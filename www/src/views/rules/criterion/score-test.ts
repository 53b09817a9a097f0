/** A test of a score, in the conditions of bands. In: the path of the test. Out: edits there. */
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { faultList, faultStyles, isWrong } from "../../../components/fault-list.ts";
import "../../../components/number-field.ts";
import type { NumberEvent } from "../../../components/number-field.ts";
import { list, type Filter } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { t } from "../../../text/language.ts";
import { partStyles } from "./part-styles.ts";
import { RulePart } from "./rule-part.ts";

const keys = ["at_least", "at_most", "below"] as const;

@customElement("score-test")
export class ScoreTest extends RulePart {
  override render(): TemplateResult {
    const test = this.read<Filter>() ?? {};
    const scores = list(this.session.editor.document.scores);
    const isThere = scores.some(({ id }) => id === test.score);
    const faults = this.faults("score");
    return html`
      <div class="fields">
        <label class="stacked">
          <span class="label">${t("test-score")}</span>
          <select class="field" ?disabled=${this.isFrozen} aria-invalid=${isWrong(faults)} @change=${this.#onScore}>
            ${isThere ? "" : html`<option value="" selected disabled>${typeof test.score === "string" ? test.score : ""}</option>`}
            ${scores.map(({ id, label }) => html`<option value=${id ?? ""} ?selected=${id === test.score}>${label || id}</option>`)}
          </select>
          ${faultList(faults)}
        </label>
        ${keys.map(
          (key) => html`<number-field
            .label=${t("score-bound", { bound: key })}
            .value=${test[key]}
            .faults=${this.faults(key)}
            .disabled=${this.isFrozen}
            @number=${(event: NumberEvent) => this.write([key], event.number, "condition")}
          ></number-field>`,
        )}
      </div>
      ${faultList(this.faultsBeside(["score", ...keys]), "others")}
    `;
  }

  #onScore(event: Event): void {
    this.choose(["score"], (event.target as HTMLSelectElement).value, "condition");
  }

  static override styles = [controls, faultStyles, partStyles];
}
