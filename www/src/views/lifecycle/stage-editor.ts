/** Everything about one stage, to be changed: what it is called, by which value the property names it, and who enters it by themselves. */
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { faultList } from "../../components/fault-list.ts";
import { t } from "../../text/language.ts";
import "../rules/criterion/filter-builder.ts";
import { AutomationPart, automationStyles } from "./automation-part.ts";

@customElement("stage-editor")
export class StageEditor extends AutomationPart {
  override render(): TemplateResult {
    return html`<div class="form">
      <div class="fields">${this.nameField()}${this.idField(t("stage-value"), "stages")}</div>
      ${faultList(this.faultsBeside(["id", "label", "note", "enter_when"]), "beside")}
      <section aria-labelledby="enter">
        <h3 id="enter">${t("stage-enter")}</h3>
        <p class="quiet small">${t("stage-enter-hint")}</p>
        <filter-builder .path=${[...this.path, "enter_when"]} .scope=${"membership"}></filter-builder>
      </section>
      ${this.noteField()}
    </div>`;
  }

  static override styles = automationStyles;
}
