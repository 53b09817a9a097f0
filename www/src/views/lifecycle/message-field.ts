/** A text with placeholders, which can be put in where the cursor is. In: its path. Out: edits there, while somebody types. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { faultList, isWrong } from "../../components/fault-list.ts";
import { list } from "../../editing/document.ts";
import { clip } from "../../text/clip.ts";
import { isolated } from "../../text/isolated.ts";
import { t } from "../../text/language.ts";
import { bandSets } from "../rules/bands/sets.ts";
import { contactColumns } from "../rules/criterion/known-columns.ts";
import { AutomationPart, automationStyles, text, valueOf } from "./automation-part.ts";

/** More properties than that are typed. */
const mostProperties = 300;

@customElement("message-field")
export class MessageField extends AutomationPart {
  @property() label = "";
  /** Empty is as good as not there. */
  @property({ type: Boolean }) optional = false;
  @query("textarea") private field!: HTMLTextAreaElement;

  override render(): TemplateResult {
    const faults = this.faults();
    return html`
      <div class="top">
        <label class="label" for="message">${this.label}</label>
        <select class="field small" aria-label=${t("placeholder-insert")} ?disabled=${this.isFrozen} @change=${this.#onInsert}>
          <option value="" selected>${t("placeholder-insert")}</option>
          ${this.#placeholders()}
        </select>
      </div>
      <textarea
        id="message"
        class="field"
        dir="auto"
        rows="2"
        .value=${live(text(this.read()))}
        ?disabled=${this.isFrozen}
        aria-invalid=${isWrong(faults)}
        aria-describedby="faults"
        @input=${() => this.#put(this.field.value)}
      ></textarea>
      ${faultList(faults)}
    `;
  }

  #placeholders(): TemplateResult {
    const { document } = this.session.editor;
    const columns = contactColumns(document, this.state.contacts?.report.columns).slice(0, mostProperties);
    const sets = bandSets(document.bands);
    const option = (name: string, label: string): TemplateResult => html`<option value=${name}>${clip(label, 60)}</option>`;
    return html`
      <optgroup label=${t("placeholder-group", { group: "contact" })}>
        ${["id", "stage", "as_of"].map((name) => option(name, t("placeholder-known", { name })))}
      </optgroup>
      <optgroup label=${t("placeholder-group", { group: "scores" })}>
        ${list(document.scores).map(({ id, label }) => option(`score:${id ?? ""}`, label || (id ?? "")))}
        ${sets.map(({ id, label }) => option(`band:${id}`, t("contacts-sort-band", { score: isolated(this.labelOf(label, "score")) })))}
      </optgroup>
      ${columns.length === 0 ? "" : html`<optgroup label=${t("placeholder-group", { group: "properties" })}>${columns.map(({ name, label }) => option(name, label))}</optgroup>`}
    `;
  }

  /** In place of what is marked in the field. */
  #onInsert(event: Event): void {
    const name = valueOf(event);
    (event.target as HTMLSelectElement).value = "";
    if (name === "") return;
    this.field.setRangeText(`{{${name}}}`, this.field.selectionStart, this.field.selectionEnd, "end");
    this.#put(this.field.value);
    this.field.focus();
  }

  #put(message: string): void {
    this.write([], message === "" && this.optional ? undefined : message, "message");
  }

  static override styles = [
    ...automationStyles,
    css`
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        justify-content: space-between;
        gap: var(--space-1) var(--space-2);
        margin-bottom: var(--space-1);
      }

      .top .label {
        margin: 0;
      }

      select.field {
        field-sizing: content;
        min-height: 1.75rem;
        max-width: 14rem;
        border-color: transparent;
        background: none;
        color: var(--accent);
      }
    `,
  ];
}
