/** What the forms of stages, lists and workflows have in common: a name, a note and an id, and what steps are called. */
import { css, html, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { complaint, faultList, faultStyles, isWrong } from "../../components/fault-list.ts";
import { pointer } from "../../editing/document.ts";
import type { Label } from "../../editing/editor.ts";
import { controls } from "../../styles/controls.ts";
import { clip } from "../../text/clip.ts";
import { isolated } from "../../text/isolated.ts";
import { t } from "../../text/language.ts";
import { partStyles } from "../rules/criterion/part-styles.ts";
import { RulePart } from "../rules/criterion/rule-part.ts";
import type { Section } from "./parts.ts";
import { idFault, renamePart, type IdFault } from "./renaming.ts";

export abstract class AutomationPart extends RulePart {
  /** An id that was typed and that the part cannot have; it stands in the field until the part is another one, or has another id. */
  @state() private refused: { id: string; before: unknown; at: string } | undefined;

  override willUpdate(): void {
    if (this.refused !== undefined && (this.refused.at !== pointer(this.path) || this.refused.before !== this.read("id"))) this.refused = undefined;
  }

  protected override stepLabel(what: string): Label {
    return { key: "step-automation", args: { what } };
  }

  override focus(): void {
    const name = this.renderRoot.querySelector<HTMLInputElement>("#label");
    name?.focus();
    name?.select();
  }

  protected nameField(): TemplateResult {
    const faults = this.faults("label");
    return html`<div class="named">
      <label class="label" for="label">${t("rules-name")}</label>
      <input id="label" class="field" dir="auto" maxlength="400" .value=${live(text(this.read("label")))} ?disabled=${this.isFrozen} aria-invalid=${isWrong(faults)} aria-describedby="label-faults" @input=${(event: Event) => this.write(["label"], valueOf(event) || undefined, "name")} />
      ${faultList(faults, "label-faults")}
    </div>`;
  }

  protected noteField(): TemplateResult {
    const faults = this.faults("note");
    return html`<div>
      <label class="label" for="note">${t("rules-note")}</label>
      <textarea id="note" class="field" dir="auto" rows="2" maxlength="4000" placeholder=${t("rules-note-hint")} .value=${live(text(this.read("note")))} ?disabled=${this.isFrozen} aria-invalid=${isWrong(faults)} aria-describedby="note-faults" @input=${(event: Event) => this.write(["note"], valueOf(event) || undefined, "note")}></textarea>
      ${faultList(faults, "note-faults")}
    </div>`;
  }

  /** An id is written when it is whole, and only if it can be one: others name the part by it. */
  protected idField(label: string, section: Section): TemplateResult {
    const { refused } = this;
    const fault = refused && idFault(this.session.editor, section, this.#index, refused.id);
    const faults = this.faults("id");
    return html`<div class="named id">
      <label class="label" for="id">${label}</label>
      <input id="id" class="field code" spellcheck="false" autocapitalize="off" .value=${live(fault === undefined ? text(this.read("id")) : refused?.id ?? "")} ?disabled=${this.isFrozen} aria-invalid=${fault === undefined ? isWrong(faults) : "true"} aria-describedby="id-faults" @change=${(event: Event) => this.#giveId(section, valueOf(event).trim())} />
      ${fault === undefined ? faultList(faults, "id-faults") : complaint(this.#whyRefused(section, fault), "id-faults")}
    </div>`;
  }

  get #index(): number {
    return Number(this.path.at(-1));
  }

  #giveId(section: Section, id: string): void {
    const { editor } = this.session;
    const before = this.read("id");
    this.refused = undefined;
    if (id === before) return this.requestUpdate();
    if (idFault(editor, section, this.#index, id) === undefined) renamePart(editor, section, this.#index, id);
    else this.refused = { id, before, at: pointer(this.path) };
  }

  #whyRefused(section: Section, fault: IdFault): string {
    const why = fault === "taken" ? t("automation-id-taken", { section }) : t("diagnostic", { code: "invalid_id" });
    const kept = text(this.read("id"));
    return kept === "" ? why : `${why} ${t("automation-id-kept", { id: isolated(clip(kept, 64)) })}`;
  }
}

export function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

export function isChecked(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}

/** What stands there as text, whatever stands there. */
export function text(value: unknown): string {
  return value === undefined || value === null ? "" : typeof value === "string" ? value.slice(0, 20_000) : JSON.stringify(value).slice(0, 400);
}

export const automationStyles = [
  controls,
  faultStyles,
  partStyles,
  css`
    .form {
      display: grid;
      gap: var(--space-4);
      min-width: 0;
    }

    section {
      display: grid;
      gap: var(--space-2);
      min-width: 0;
    }

    .named {
      flex: 1 1 12rem;
      min-width: 0;
    }

    .named.id {
      flex: 0 1 14rem;
    }

    .named .field,
    textarea.field {
      width: 100%;
    }

    textarea.field {
      padding: var(--space-2) var(--space-3);
      color: inherit;
      font: inherit;
      field-sizing: content;
      min-height: 3.75rem;
      max-height: 18rem;
      resize: vertical;
    }

    h3 {
      font-size: var(--size-body);
      font-weight: 600;
    }
  `,
];
