/** The ruleset as JSON, with everything that is wrong or suspect in it listed below. Both are the same ruleset as in the other views. */
import type { Diagnostic } from "leadscore";
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import "../../components/diagnostic-list.ts";
import { SessionElement } from "../../components/page-element.ts";
import { fromPointer } from "../../editing/document.ts";
import { placeOf } from "../../editing/ruleset-text.ts";
import { controls } from "../../styles/controls.ts";
import { language, t } from "../../text/language.ts";
import type { CodeEditor } from "./code-editor.ts";
import { codePhrases } from "./phrases.ts";

@customElement("json-view")
export class JsonView extends SessionElement {
  @query(".code") private place!: HTMLElement;
  #code: CodeEditor | undefined;
  #marked: readonly Diagnostic[] = [];
  #language = "";
  #revealed = 0;
  /** What was chosen before CodeMirror was there. */
  #chosen: { offset: number; length: number } | undefined;

  override render(): TemplateResult {
    if (!this.state.open) return html`<p class="card none quiet">${t("json-none")}</p>`;
    const { diagnostics } = this.state;
    return html`
      <div class="card code"></div>
      <section class="card" aria-labelledby="found">
        <h2 id="found"><span role="status">${diagnostics.length === 0 ? t("json-fine") : this.#summary(diagnostics)}</span></h2>
        ${diagnostics.length === 0
          ? nothing
          : html`<diagnostic-list .diagnostics=${diagnostics} .text=${this.session.editor.text} @choose=${this.#onChoose}></diagnostic-list>`}
      </section>
    `;
  }

  #summary(diagnostics: readonly Diagnostic[]): string {
    const errors = diagnostics.filter(({ severity }) => severity === "error").length;
    const warnings = diagnostics.length - errors;
    return [errors > 0 ? t("json-errors", { count: errors }) : "", warnings > 0 ? t("json-warnings", { count: warnings }) : ""].filter(Boolean).join(", ");
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.state.open) this.#forget();
    else if (this.#code === undefined) void this.#begin();
    this.#say();
    if (this.#code !== undefined && this.#marked !== this.state.diagnostics) {
      this.#marked = this.state.diagnostics;
      this.#code.mark(this.#marked, ({ message, help }) => (help === undefined ? message : `${message}\n${help}`));
    }
    this.#reveal();
    if (this.#code === undefined || this.#chosen === undefined) return;
    this.#code.select(this.#chosen);
    this.#chosen = undefined;
  }

  /** CodeMirror is as large as the rest of the page, and comes when it is wanted. */
  async #begin(): Promise<void> {
    const { CodeEditor } = await import("./code-editor.ts");
    if (!this.isConnected || !this.state.open || this.#code !== undefined) return;
    this.#code = new CodeEditor(this.renderRoot as ShadowRoot, this.place, this.session.editor, () => this.#names());
    this.#marked = [];
    this.#language = "";
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  #forget(): void {
    this.#code?.destroy();
    this.#code = undefined;
  }

  #say(): void {
    if (this.#code === undefined || this.#language === language()) return;
    this.#language = language();
    this.#code.say(codePhrases(), t("json-text"));
  }

  #reveal(): void {
    const { revealed } = this.state;
    if (this.#code === undefined || revealed === undefined || revealed.time === this.#revealed) return;
    this.#revealed = revealed.time;
    const place = placeOf(this.session.editor.text, revealed.path);
    if (place !== undefined) this.#code.select(place);
  }

  /** What the contacts have may be named in rules. */
  #names(): { properties: string[]; events: string[] } {
    const { contacts } = this.state;
    return {
      properties: contacts?.report.columns.map(({ name, internal_name }) => internal_name ?? name) ?? [],
      events: contacts?.report.events?.types.map(({ type }) => type) ?? [],
    };
  }

  #onChoose(event: CustomEvent<Diagnostic>): void {
    const { place, path } = event.detail;
    const found = place ?? placeOf(this.session.editor.text, fromPointer(path));
    if (this.#code === undefined) this.#chosen = found;
    else if (found !== undefined) this.#code.select(found);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--space-3);
      }

      .code {
        flex: 1 1 0;
        min-height: 12rem;
        overflow: hidden;
      }

      section {
        display: flex;
        flex: none;
        flex-direction: column;
        height: 11rem;
        overflow: hidden;
      }

      h2 {
        padding: var(--space-2) var(--space-4);
        border-bottom: 1px solid var(--line);
        font-size: var(--size-body);
      }

      diagnostic-list {
        flex: 1 1 0;
      }

      .none {
        padding: var(--space-3) var(--space-4);
      }
    `,
  ];
}
