/**
 * The members of a list, by their ids or email addresses: typed one on each line, pasted as cells of a spreadsheet, or read from a file, of which the
 * column with them can be chosen. In: the path of the members. Out: edits there.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { faultList, isWrong } from "../../components/fault-list.ts";
import { icons } from "../../components/icons.ts";
import { clip } from "../../text/clip.ts";
import { isolated } from "../../text/isolated.ts";
import { t } from "../../text/language.ts";
import type { MembersFile } from "../../worker/jobs/members.ts";
import { AutomationPart, automationStyles, isChecked, valueOf } from "./automation-part.ts";

/** More members than that are not edited as text. */
const mostTyped = 2_000;

/** What is between cells that are pasted. Ids may have anything else in them, commas and semicolons too. */
const separators = /[\t\r\n]/;

@customElement("members-field")
export class MembersField extends AutomationPart {
  /** What is in the field while somebody types: half a line is no member to be tidied. */
  @state() private draft: string | undefined;
  @state() private fromFile: MembersFile | undefined;
  @state() private fileName = "";
  @state() private column = "";
  @state() private replaces = false;

  override render(): TemplateResult {
    const members = this.#members();
    const faults = this.faults();
    // One that has lines or cells in it would be several in the field.
    const isTyped = members.length <= mostTyped && !members.some((one) => separators.test(one.trim()));
    return html`<div class="form">
      <div>
        <label class="label" for="members">${t("list-members")}</label>
        ${isTyped
          ? html`<p id="hint" class="quiet small">${t("list-members-hint")}</p>
            <textarea
              id="members"
              class="field code"
              rows="6"
              spellcheck="false"
              .value=${live(this.draft ?? members.join("\n"))}
              ?disabled=${this.isFrozen}
              aria-invalid=${isWrong(faults)}
              aria-describedby="hint faults"
              @input=${this.#onInput}
              @blur=${() => (this.draft = undefined)}
            ></textarea>`
          : html`<p id="members" class="code many">${members.slice(0, 5).map((one) => html`<span>${clip(one, 60)}</span>`)}<span>…</span></p>`}
        <p class="quiet small" role="status">${t("list-members-count", { count: members.length })}</p>
        ${faultList(faults)}
      </div>
      <div class="file">
        <label class="button">${icons.upload}${t("list-members-file")}<input type="file" accept=".csv,.txt,.tsv,text/*" ?disabled=${this.isFrozen} @change=${this.#onFile} /></label>
        ${members.length > 0 && !this.isFrozen ? html`<button class="button plain" type="button" @click=${() => this.#put([])}>${t("list-members-clear")}</button>` : nothing}
      </div>
      ${this.fromFile === undefined ? nothing : this.#found(this.fromFile)}
    </div>`;
  }

  #members(): string[] {
    const members = this.read<unknown>();
    return Array.isArray(members) ? members.filter((one): one is string => typeof one === "string") : [];
  }

  /** What a file has, to be taken from one of its columns. */
  #found({ columns, fault }: MembersFile): TemplateResult {
    const chosen = columns.find(({ name }) => name === this.column) ?? columns[0];
    if (fault !== undefined || chosen === undefined) {
      return html`<p class="card unread" role="alert">${t("list-file-unreadable", { file: isolated(this.fileName) })}${fault ? html` <span class="quiet small" lang="en">${fault}</span>` : nothing}</p>`;
    }
    return html`<div class="card found" role="group" aria-label=${this.fileName}>
      ${columns.length > 1
        ? html`<label class="stacked"><span class="label">${t("list-file-column")}</span>
            <select class="field" @change=${(event: Event) => (this.column = valueOf(event))}>
              ${columns.map(({ name }) => html`<option value=${name} ?selected=${name === chosen.name}>${clip(name, 60)}</option>`)}
            </select>
          </label>`
        : nothing}
      <p class="small"><span class="code">${chosen.values.slice(0, 3).map((one) => isolated(clip(one, 40))).join(", ")}${chosen.values.length > 3 ? "…" : ""}</span></p>
      <label class="check"><input type="checkbox" .checked=${live(this.replaces)} @change=${(event: Event) => (this.replaces = isChecked(event))} />${t("list-file-replace")}</label>
      <div class="answers">
        <button class="button primary" type="button" ?disabled=${chosen.values.length === 0} @click=${() => this.#take(chosen.values)}>${t("list-file-take", { count: chosen.values.length })}</button>
        <button class="button plain" type="button" @click=${() => (this.fromFile = undefined)}>${t("cancel")}</button>
      </div>
    </div>`;
  }

  #onInput(event: Event): void {
    this.draft = valueOf(event);
    this.write([], tidy(this.draft.split(separators)), "members");
  }

  async #onFile(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = "";
    if (file === undefined) return;
    this.fileName = clip(file.name, 80);
    this.column = "";
    this.replaces = false;
    this.fromFile = (await this.session.ask("readMembers", { file })) ?? undefined;
  }

  #take(values: readonly string[]): void {
    this.#put(tidy(this.replaces ? values : [...this.#members(), ...values]));
    this.fromFile = undefined;
  }

  #put(members: readonly string[]): void {
    this.draft = undefined;
    this.choose([], members, "members");
  }

  static override styles = [
    ...automationStyles,
    css`
      /* A field that changes its height when it is left would move the button that is being pressed. */
      textarea.field {
        field-sizing: fixed;
      }

      .file,
      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      .found,
      .unread {
        display: grid;
        gap: var(--space-3);
        padding: var(--space-3);
        overflow-wrap: anywhere;
      }

      .unread {
        color: var(--bad);
      }

      .many {
        display: grid;
      }
    `,
  ];
}

/** Each once, without white space around it. */
function tidy(members: readonly string[]): string[] {
  return [...new Set(members.map((one) => one.trim()).filter(Boolean))];
}
