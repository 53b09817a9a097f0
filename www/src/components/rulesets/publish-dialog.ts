/** Publishes the ruleset as it is: a version with a note, against which changes are held from now on. */
import { css, html, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { dialogStyles } from "../dialog-styles.ts";
import { icons } from "../icons.ts";
import { SessionElement } from "../page-element.ts";

@customElement("publish-dialog")
export class PublishDialog extends SessionElement {
  @state() private fault = "";
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("textarea") private note!: HTMLTextAreaElement;

  override render(): TemplateResult {
    const { versions } = this.state.rulesets;
    const same = versions[0]?.text === this.session.editor.text;
    return html`
      <button class="button" type="button" aria-haspopup="dialog" @click=${this.#show}>${icons.flag}<span class="wording">${t("publish")}</span></button>
      <dialog aria-labelledby="title">
        <form method="dialog" @submit=${this.#publish}>
          <h2 id="title">${t("publish-title", { number: (versions[0]?.number ?? 0) + 1 })}</h2>
          <p class="quiet">${same ? t("publish-same", { number: versions[0]?.number ?? 0 }) : t("publish-hint")}</p>
          ${this.state.faulty ? html`<p class="fault">${t("publish-faulty")}</p>` : ""}
          <label>${t("publish-note")}<textarea class="field" rows="3" maxlength="1000" placeholder=${t("publish-example")}></textarea></label>
          <p class="fault" role="alert">${this.fault}</p>
          <div class="answers">
            <button class="button" type="button" @click=${() => this.dialog.close()}>${t("cancel")}</button>
            <button class="button primary" ?disabled=${this.state.faulty}>${t("publish")}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  #show(): void {
    this.fault = "";
    this.note.value = "";
    this.dialog.showModal();
    this.note.focus();
  }

  async #publish(event: Event): Promise<void> {
    event.preventDefault();
    try {
      await this.session.publish(this.note.value.trim());
      this.dialog.close();
    } catch (error) {
      this.fault = t("library-fault", { code: error instanceof Error && "code" in error ? String(error.code) : "unexpected" });
    }
  }

  static override styles = [
    controls,
    dialogStyles,
    css`
      label {
        display: grid;
        gap: var(--space-1);
      }

      textarea {
        padding: var(--space-2) var(--space-3);
        resize: vertical;
      }

      .fault {
        color: var(--bad);
      }

      .fault:empty {
        display: none;
      }

      @media (width < 45rem) {
        .wording {
          position: absolute;
          clip-path: inset(50%);
        }
      }
    `,
  ];
}
