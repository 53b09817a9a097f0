/** Rulesets to start from, to choose one of. */
import { css, html, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { dialogStyles } from "../dialog-styles.ts";
import { SessionElement } from "../page-element.ts";
import "./template-list.ts";

@customElement("template-dialog")
export class TemplateDialog extends SessionElement {
  @query("dialog") private dialog!: HTMLDialogElement;

  show(): void {
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <div class="content">
        <h2 id="title">${t("templates")}</h2>
        <template-list @chosen=${() => this.dialog.close()}></template-list>
        <div class="answers"><button class="button" type="button" @click=${() => this.dialog.close()}>${t("cancel")}</button></div>
      </div>
    </dialog>`;
  }

  static override styles = [
    controls,
    dialogStyles,
    css`
      dialog {
        width: min(40rem, calc(100vw - 2rem));
      }
    `,
  ];
}
