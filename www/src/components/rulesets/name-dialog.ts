/** Asks for a line of text, such as a name; or shows one to copy. */
import { css, html, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { PageElement } from "../page-element.ts";
import { dialogStyles } from "../dialog-styles.ts";

export interface Asked {
  title: string;
  label: string;
  value: string;
  /** What the button that ends it says. */
  action: string;
  readonly?: boolean;
}

@customElement("name-dialog")
export class NameDialog extends PageElement {
  @state() private asked: Asked = { title: "", label: "", value: "", action: "" };
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("input") private input!: HTMLInputElement;
  #answer: (value: string | undefined) => void = () => {};

  /** What was entered; undefined if the user went back. */
  async ask(asked: Asked): Promise<string | undefined> {
    this.asked = asked;
    await this.updateComplete;
    this.input.value = asked.value;
    this.dialog.showModal();
    this.input.select();
    return await new Promise((resolve) => (this.#answer = resolve));
  }

  override render(): TemplateResult {
    const { title, label, action, readonly = false } = this.asked;
    return html`<dialog aria-labelledby="title" @close=${this.#onClose}>
      <form method="dialog" @submit=${() => this.#answer(this.input.value.trim() || undefined)}>
        <h2 id="title">${title}</h2>
        <label>${label}<input class="field" ?readonly=${readonly} ?required=${!readonly} maxlength=${readonly ? 100_000 : 200} /></label>
        <div class="answers">
          ${readonly ? "" : html`<button class="button" type="button" @click=${() => this.dialog.close()}>${t("cancel")}</button>`}
          <button class="button primary">${action}</button>
        </div>
      </form>
    </dialog>`;
  }

  #onClose(): void {
    this.#answer(undefined);
  }

  static override styles = [
    controls,
    dialogStyles,
    css`
      label {
        display: grid;
        gap: var(--space-1);
      }
    `,
  ];
}
