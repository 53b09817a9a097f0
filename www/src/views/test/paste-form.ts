/** Takes a contact as pasted text, and says what was understood of it. In and out: the session's contact under test. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { SessionElement } from "../../components/page-element.ts";
import { emptyDraft } from "../../session/tested.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import type { Jobs } from "../../worker/protocol.ts";

type Pasted = Exclude<Jobs["readPasted"]["output"], { fault: string } | null>;

const formats = ["json", "csv", "lines"] as const;

@customElement("paste-form")
export class PasteForm extends SessionElement {
  @state() private pasted: Pasted | undefined;
  @state() private fault = "";
  @state() private chosen: (typeof formats)[number] | undefined;
  #asked = 0;

  override render(): TemplateResult {
    const { pasted: text } = this.state.testing;
    return html`
      <label>
        <span class="label">${t("test-paste-label")}</span>
        <textarea class="field code" rows="7" spellcheck="false" placeholder=${t("test-paste-hint")} .value=${text} @input=${this.#onInput}></textarea>
      </label>
      <div class="bar">
        <label>
          <span class="small quiet">${t("test-read-as")}</span>
          <select class="field" @change=${this.#onFormat}>
            <option value="" .selected=${this.chosen === undefined}>${t("test-format", { format: "auto" })}</option>
            ${formats.map((format) => html`<option value=${format} .selected=${this.chosen === format}>${t("test-format", { format })}</option>`)}
          </select>
        </label>
        <button class="button" type="button" ?disabled=${text === ""} @click=${this.#clear}>${t("test-clear")}</button>
      </div>
      <div role="status">${this.#outcome()}</div>
    `;
  }

  #outcome(): TemplateResult | typeof nothing {
    if (this.fault) return html`<p class="fault">${t("test-unreadable")} <span class="small" lang="en">${this.fault}</span></p>`;
    if (this.pasted === undefined) return nothing;
    const { format, contacts, draft, leftOut } = this.pasted;
    return html`
      <p>
        ${t("test-understood", { format, properties: draft.properties.length })}
        ${draft.events.length + draft.older > 0 ? t("test-understood-events", { count: draft.events.length + draft.older }) : nothing}
      </p>
      ${contacts > 1
        ? html`<label class="which">
            <span>${t("test-which-contact", { count: contacts })}</span>
            <input class="field number" type="number" min="1" max=${contacts} value="1" @change=${this.#onIndex} />
          </label>`
        : nothing}
      ${leftOut.length > 0
        ? html`<details>
            <summary>${t("test-left-out", { count: leftOut.length })}</summary>
            <ul class="small">
              ${leftOut.map(({ line, reason }) => html`<li>${reason === undefined ? html`<span class="code">${line}</span>` : html`${t("test-left-out-line", { line })} <span lang="en">${reason}</span>`}</li>`)}
            </ul>
          </details>`
        : nothing}
    `;
  }

  #onInput(event: Event): void {
    this.session.test({ pasted: (event.target as HTMLTextAreaElement).value });
    void this.#read(0);
  }

  #onFormat(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.chosen = formats.find((format) => format === value);
    void this.#read(0);
  }

  #onIndex(event: Event): void {
    const { valueAsNumber } = event.target as HTMLInputElement;
    if (!Number.isNaN(valueAsNumber)) void this.#read(Math.max(0, Math.trunc(valueAsNumber) - 1));
  }

  #clear(): void {
    this.session.test({ pasted: "", draft: emptyDraft });
    this.#asked++;
    this.fault = "";
    this.pasted = undefined;
  }

  async #read(index: number): Promise<void> {
    const { pasted: text } = this.state.testing;
    if (text.trim() === "") {
      this.#clear();
      return;
    }
    const asked = ++this.#asked;
    const input = { text, index, ...(this.chosen === undefined ? {} : { format: this.chosen }) };
    const answer = await this.session.ask("readPasted", input);
    if (asked !== this.#asked || answer === undefined) return;
    this.fault = answer === null ? t("test-no-contact") : "fault" in answer ? answer.fault : "";
    this.pasted = answer === null || "fault" in answer ? undefined : answer;
    if (this.pasted !== undefined) this.session.test({ draft: this.pasted.draft });
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }

      .label {
        display: block;
        margin-bottom: var(--space-1);
        font-size: var(--size-small);
        font-weight: 600;
      }

      textarea {
        width: 100%;
        padding: var(--space-2) var(--space-3);
        color: inherit;
        line-height: 1.5;
        resize: vertical;
      }

      textarea::placeholder {
        color: var(--text-quiet);
        opacity: 1;
      }

      .bar {
        display: flex;
        align-items: end;
        justify-content: space-between;
        gap: var(--space-2);
      }

      .bar label {
        display: grid;
        gap: 2px;
      }

      .which {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        margin-top: var(--space-2);
      }

      .which input {
        width: 5rem;
      }

      .fault {
        color: var(--bad);
        overflow-wrap: anywhere;
      }

      summary {
        width: fit-content;
        color: var(--accent);
        cursor: pointer;
      }

      li {
        overflow-wrap: anywhere;
      }
    `,
  ];
}
