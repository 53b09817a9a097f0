/** Asks what files are, when that cannot be told from what is in them. */
import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Role } from "../session/recognise.ts";
import type { Assignment } from "../session/state.ts";
import { controls } from "../styles/controls.ts";
import { t } from "../text/language.ts";
import { bytes } from "../text/counts.ts";
import { SessionElement } from "../components/page-element.ts";
import "./role-choice.ts";

@customElement("which-is-which")
export class WhichIsWhich extends SessionElement {
  @property({ attribute: false }) files: readonly Assignment[] = [];
  @state() private choices: Assignment[] = [];
  @query("dialog") private dialog!: HTMLDialogElement;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("files")) this.choices = [...this.files];
  }

  override updated(): void {
    if (this.files.length > 0 && !this.dialog.open) {
      this.dialog.showModal();
      this.dialog.querySelector<HTMLElement>(".primary")?.focus();
    }
    if (this.files.length === 0 && this.dialog.open) this.dialog.close();
  }

  override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="title" @cancel=${() => this.session.dropUnclear()}>
        <h2 id="title">${t("which-title")}</h2>
        <p class="quiet">${t("which-hint")}</p>
        <ul>
          ${this.choices.map(
            ({ file, role }, index) => html`<li>
              <span class="file"><span class="cut">${file.name}</span><span class="quiet small">${bytes(file.size)}</span></span>
              <role-choice label=${t("which-is")} .chosen=${role} @choose=${(event: CustomEvent<Role>) => this.#choose(index, event.detail)}></role-choice>
            </li>`,
          )}
        </ul>
        <div class="answers">
          <button class="button" type="button" @click=${() => this.session.dropUnclear()}>${t("cancel")}</button>
          <button class="button primary" type="button" @click=${() => this.session.settle(this.choices)}>${t("load")}</button>
        </div>
      </dialog>
    `;
  }

  #choose(index: number, role: Role): void {
    this.choices = this.choices.map((choice, at) => (at === index ? { ...choice, role } : choice));
  }

  static override styles = [
    controls,
    css`
      dialog {
        width: min(32rem, calc(100vw - 2rem));
        padding: var(--space-5);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface-card);
        color: var(--text);
        box-shadow: var(--shadow-high);
      }

      dialog::backdrop {
        background: rgb(10 12 18 / 45%);
      }

      ul {
        margin: var(--space-4) 0;
      }

      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-4);
        padding: var(--space-2) 0;
        border-top: 1px solid var(--line);
      }

      .file {
        display: grid;
        min-width: 0;
      }

      .answers {
        display: flex;
        justify-content: flex-end;
        gap: var(--space-2);
      }
    `,
  ];
}
