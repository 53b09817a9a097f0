/** A test of being on a list. In: the path of the test. Out: edits there. */
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { faultList, faultStyles, isWrong } from "../../../components/fault-list.ts";
import { list, type Filter } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { t } from "../../../text/language.ts";
import { partStyles } from "./part-styles.ts";
import { RulePart } from "./rule-part.ts";

@customElement("list-test")
export class ListTest extends RulePart {
  override render(): TemplateResult {
    const { list: named } = this.read<Filter>() ?? {};
    const lists = list(this.session.editor.document.lists);
    const faults = this.faults("list");
    return html`
      <label class="stacked">
        <span class="label">${t("test-on-list")}</span>
        <select class="field" ?disabled=${this.isFrozen} aria-invalid=${isWrong(faults)} @change=${this.#onList}>
          ${lists.some(({ id }) => id === named) ? "" : html`<option value="" selected disabled>${typeof named === "string" ? named : ""}</option>`}
          ${lists.map(({ id, label }) => html`<option value=${id ?? ""} ?selected=${id === named}>${label || id}</option>`)}
        </select>
        ${faultList(faults)}
      </label>
      ${faultList(this.faultsBeside(["list"]), "others")}
    `;
  }

  #onList(event: Event): void {
    this.choose(["list"], (event.target as HTMLSelectElement).value, "condition");
  }

  static override styles = [controls, faultStyles, partStyles];
}
