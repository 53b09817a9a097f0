/** What holds for all stages: the property that holds them, and whom nothing here moves. */
import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import "../../components/combo-box.ts";
import { faultList } from "../../components/fault-list.ts";
import { t } from "../../text/language.ts";
import "../rules/criterion/filter-builder.ts";
import { columnSuggestions, contactColumns } from "../rules/criterion/known-columns.ts";
import { AutomationPart, automationStyles } from "./automation-part.ts";

@customElement("lifecycle-settings")
export class LifecycleSettings extends AutomationPart {
  @state() private search: string | undefined;

  override render(): TemplateResult {
    const { contacts } = this.state;
    const columns = contactColumns(this.session.editor.document, contacts?.report.columns);
    const property = this.read("property");
    return html`<div class="form">
      <combo-box
        .label=${t("lifecycle-property")}
        .placeholder=${"lifecyclestage"}
        .value=${typeof property === "string" ? property : ""}
        .suggestions=${this.search === undefined ? [] : columnSuggestions(columns, this.search, contacts?.rowCount ?? 0)}
        .faults=${this.faults("property")}
        .disabled=${this.isFrozen}
        @query=${(event: CustomEvent<string>) => (this.search = event.detail)}
        @close=${() => (this.search = undefined)}
        @type=${(event: CustomEvent<string>) => this.write(["property"], event.detail || undefined, "property")}
        @choose=${(event: CustomEvent<string>) => this.write(["property"], event.detail || undefined, "property")}
      ></combo-box>
      <section aria-labelledby="exclude">
        <h3 id="exclude">${t("lifecycle-exclude")}</h3>
        <p class="quiet small">${t("lifecycle-exclude-hint")}</p>
        <filter-builder .path=${[...this.path, "exclude"]} .scope=${"membership"}></filter-builder>
      </section>
      ${faultList(this.faultsBeside(["property", "stages", "exclude"]), "beside")}
    </div>`;
  }

  static override styles = automationStyles;
}
