/**
 * The contacts behind a number, one after another: to whom something would happen, what, and why; or who would be on a list or at a stage. In: the run,
 * and what the number counts. A contact that is chosen opens.
 */
import type { Happening, HappeningsQuestion } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { dialogStyles } from "../../components/dialog-styles.ts";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import { Live } from "../../session/live.ts";
import { controls } from "../../styles/controls.ts";
import { isolated } from "../../text/isolated.ts";
import { t } from "../../text/language.ts";
import { happeningText } from "../../text/happenings.ts";
import type { Affected, WhoQuestion } from "../../worker/jobs/lifecycle.ts";

/** So many are added at a time. */
const step = 50;

@customElement("affected-dialog")
export class AffectedDialog extends SessionElement {
  @property({ attribute: false }) run: number | undefined;
  @property({ attribute: false }) which: HappeningsQuestion | WhoQuestion = {};
  @property() heading = "";
  @state() private isOpen = false;
  @state() private limit = step;
  @query("dialog") private dialog!: HTMLDialogElement;

  #affected = new Live(this, "affected", () => (this.isOpen && this.run !== undefined ? { run: this.run, which: this.which, limit: this.limit } : undefined));

  show(): void {
    this.limit = step;
    this.isOpen = true;
    this.dialog.showModal();
  }

  override render(): TemplateResult {
    const page = this.isOpen ? this.#affected.value : undefined;
    return html`<dialog aria-labelledby="title" @close=${() => (this.isOpen = false)} @click=${this.#onClick}>
      <div class="content">
        <header>
          <h2 id="title">${this.heading}</h2>
          <button class="button icon plain" type="button" aria-label=${t("rules-close")} @click=${() => this.dialog.close()}>${icons.cross}</button>
        </header>
        ${page
          ? html`<ol>${page.rows.map((one) => html`<li>${this.#row(one)}</li>`)}</ol>
              ${page.total > page.rows.length
                ? html`<button class="button plain" type="button" @click=${() => (this.limit += step)}>${t("show-more", { count: Math.min(step, page.total - page.rows.length) })}</button>`
                : nothing}`
          : nothing}
      </div>
    </dialog>`;
  }

  #row({ row, id, name, email, happening, moves }: Affected): TemplateResult {
    const shown = name || email || id;
    return html`<button type="button" @click=${() => this.#open(row)}>
      <span class="who"><span class="name cut" dir="auto">${shown}</span><span class="small quiet cut">${[email === shown ? "" : email, id === shown ? "" : id].filter(Boolean).map(isolated).join(" · ")}</span></span>
      <span class="what">
        ${happening === undefined
          ? nothing
          : html`<span>${happeningText(happening, this.session.editor.document)}</span>
              ${messageOf(happening)}
              <span class="small quiet" lang="en" dir="ltr">${happening.cause.text}</span>`}
        ${moves === undefined ? nothing : html`<span class=${moves}>${t("outcome-who-moves", { moves })}</span>`}
      </span>
    </button>`;
  }

  #open(row: number): void {
    this.dialog.close();
    void this.session.explain(row);
    this.session.show("contacts");
  }

  /** Beside the dialog is on its backdrop. */
  #onClick(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close();
  }

  static override styles = [
    controls,
    dialogStyles,
    css`
      dialog {
        width: min(44rem, calc(100vw - 1rem));
        padding: 0;
      }

      dialog .content {
        gap: 0;
        padding: 0 0 var(--space-2);
      }

      header {
        position: sticky;
        top: 0;
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
        padding: var(--space-3) var(--space-3) var(--space-3) var(--space-5);
        border-bottom: 1px solid var(--line);
        background: var(--surface-card);
      }

      li + li {
        border-top: 1px solid var(--line);
      }

      li > button {
        display: grid;
        grid-template-columns: minmax(0, 14rem) minmax(0, 1fr);
        gap: var(--space-1) var(--space-4);
        width: 100%;
        padding: var(--space-2) var(--space-5);
        border: 0;
        background: none;
        text-align: left;
        cursor: pointer;
      }

      li > button:hover {
        background: var(--surface-hover);
      }

      li > button:focus-visible {
        outline-offset: -2px;
      }

      .who,
      .what {
        display: grid;
        align-content: start;
        min-width: 0;
        overflow-wrap: anywhere;
      }

      .name {
        font-weight: 600;
      }

      .message {
        white-space: pre-wrap;
      }

      .comes {
        color: var(--good);
      }

      .goes {
        color: var(--bad);
      }

      .content > .button {
        justify-self: start;
        margin: var(--space-2) var(--space-4);
      }

      @media (width < 45rem) {
        li > button {
          grid-template-columns: minmax(0, 1fr);
          padding: var(--space-2) var(--space-4);
        }
      }
    `,
  ];
}

function messageOf(happening: Happening): TemplateResult | typeof nothing {
  return "message" in happening && happening.message !== "" ? html`<span class="message">“<bdi>${happening.message}</bdi>”</span>` : nothing;
}
