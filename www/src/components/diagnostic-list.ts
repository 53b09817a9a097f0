/** What is wrong or suspect in a ruleset, each with its place in the text. Fires `choose` with the one that is to be shown. Scrolls within
 * the height it is given. */
import type { Diagnostic } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../styles/controls.ts";
import { excerpt } from "../text/excerpt.ts";
import { t } from "../text/language.ts";
import { PageElement } from "./page-element.ts";

/** Messages put names from the ruleset between backticks. */
function withCode(message: string): (string | TemplateResult)[] {
  return message.split(/`([^`]*)`/).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}

@customElement("diagnostic-list")
export class DiagnosticList extends PageElement {
  @property({ attribute: false }) diagnostics: readonly Diagnostic[] = [];
  @property({ attribute: false }) text = "";

  override render(): TemplateResult {
    const worstFirst = this.diagnostics.toSorted((a, b) => a.severity.localeCompare(b.severity));
    return html`<ol tabindex="0" aria-label=${t("diagnostics")}>${worstFirst.map((diagnostic) => this.#item(diagnostic))}</ol>`;
  }

  #item(diagnostic: Diagnostic): TemplateResult {
    const { severity, code, path, message, help, place } = diagnostic;
    return html`<li>
      <p class="where">
        <span class="severity ${severity}">${t("severity", { severity })}</span>
        ${place ? html`<button type="button" @click=${() => this.#choose(diagnostic)}>${t("line-column", { line: String(place.line), column: String(place.column) })}</button>` : nothing}
        <span class="code path">${path || "/"}</span>
        <span class="code quiet rule">${code}</span>
      </p>
      <p class="message" lang="en">${withCode(message)}</p>
      ${place ? this.#excerpt(excerpt(this.text, place), place.line) : nothing}
      ${help ? html`<p class="help" lang="en">${withCode(help)}</p>` : nothing}
    </li>`;
  }

  #choose(detail: Diagnostic): void {
    this.dispatchEvent(new CustomEvent<Diagnostic>("choose", { detail }));
  }

  #excerpt({ before, marked, after }: ReturnType<typeof excerpt>, line: number): TemplateResult {
    return html`<pre class="code"><span class="line" aria-hidden="true">${line}</span><code>${before}<mark>${marked}</mark>${after}</code></pre>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        min-height: 0;
      }

      ol {
        flex: 1;
        min-width: 0;
        overflow: auto;
        /* A shadow at an edge beyond which there is more. */
        background:
          linear-gradient(var(--surface-card) 40%, transparent) top / 100% 2.5rem local,
          linear-gradient(transparent, var(--surface-card) 60%) bottom / 100% 2.5rem local,
          linear-gradient(var(--line-control), transparent) top / 100% 0.375rem scroll,
          linear-gradient(transparent, var(--line-control)) bottom / 100% 0.375rem scroll;
        background-repeat: no-repeat;
      }

      ol:focus-visible {
        outline-offset: -2px;
      }

      li {
        display: flex;
        flex-direction: column;
        gap: var(--space-1);
        padding: var(--space-3) var(--space-4);
      }

      li + li {
        border-top: 1px solid var(--line);
      }

      .where {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: var(--space-1) var(--space-3);
        color: var(--text-quiet);
        font-size: var(--size-small);
      }

      .severity {
        padding: 0 var(--space-2);
        border-radius: var(--radius-round);
        font-weight: 650;
      }

      .error {
        background: var(--bad-soft);
        color: var(--bad);
      }

      .warning {
        background: var(--caution-soft);
        color: var(--caution);
      }

      .where button {
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
        text-decoration: underline;
        cursor: pointer;
      }

      .path,
      .message,
      .help {
        overflow-wrap: anywhere;
      }

      .message {
        font-weight: 550;
      }

      .rule {
        margin-left: auto;
      }

      pre {
        display: flex;
        gap: var(--space-3);
        margin: var(--space-1) 0;
        padding: var(--space-2) var(--space-3);
        border-radius: var(--radius-small);
        background: var(--surface-sunken);
      }

      p code {
        padding: 0 var(--space-1);
        border-radius: 3px;
        background: var(--surface-sunken);
        font: 0.9em var(--font-code);
      }

      pre code {
        min-width: 0;
        font: inherit;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      .line {
        color: var(--text-quiet);
        user-select: none;
      }

      mark {
        border-radius: 2px;
        background: none;
        color: inherit;
        font-weight: 700;
        text-decoration: underline wavy var(--bad);
        text-underline-offset: 3px;
      }

      .help {
        color: var(--text-quiet);
      }
    `,
  ];
}
