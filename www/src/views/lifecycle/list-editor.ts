/** Everything about one list, to be changed: what it is called, and who is on it, by a filter or by name. */
import { css, html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { faultList } from "../../components/fault-list.ts";
import type { ContactList } from "../../editing/document.ts";
import { t } from "../../text/language.ts";
import "../rules/criterion/filter-builder.ts";
import { AutomationPart, automationStyles } from "./automation-part.ts";
import "./members-field.ts";

const kinds = ["when", "members"] as const;

@customElement("list-editor")
export class ListEditor extends AutomationPart {
  override render(): TemplateResult {
    const members = this.read<ContactList>()?.members;
    const kind = members === undefined ? "when" : "members";
    return html`<div class="form">
      <div class="fields">${this.nameField()}${this.idField(t("automation-id"), "lists")}</div>
      ${faultList(this.faultsBeside(["id", "label", "note", "when", "members"]), "beside")}
      <fieldset class="segments" ?disabled=${this.isFrozen}>
        <legend class="unseen">${t("list-kind")}</legend>
        ${kinds.map(
          (one) => html`<label>
            <input class="unseen" type="radio" name="kind" value=${one} .checked=${live(one === kind)} @change=${() => this.#onKind(one)} />${t("list-kinds", { kind: one })}
          </label>`,
        )}
      </fieldset>
      ${kind === "when"
        ? html`<filter-builder .path=${[...this.path, "when"]} .scope=${"membership"}></filter-builder>`
        : html`<members-field .path=${[...this.path, "members"]}></members-field>`}
      ${this.noteField()}
    </div>`;
  }

  #onKind(kind: (typeof kinds)[number]): void {
    const other = kind === "when" ? "members" : "when";
    const value = kind === "members" ? [] : { property: "email", is_known: true };
    this.chooseAll([[[other], undefined], [[kind], value]], "members");
  }

  static override styles = [
    ...automationStyles,
    css`
      .segments {
        justify-self: start;
      }
    `,
  ];
}
