/** A piece of code that the user takes along: shown whole, and copied with a button. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { icons } from "../icons.ts";
import { PageElement } from "../page-element.ts";

@customElement("code-to-copy")
export class CodeToCopy extends PageElement {
  /** What the code is. */
  @property() label = "";
  @property({ attribute: false }) code = "";
  @state() private outcome: "" | "copied" | "selected" = "";
  @query("code") private shown!: HTMLElement;

  override willUpdate(changed: PropertyValues<this>): void {
    // What was copied is no longer what is shown.
    if (changed.has("code")) this.outcome = "";
  }

  override render(): TemplateResult {
    return html`<figure>
      <figcaption>
        <span>${this.label}</span>
        <span class="small quiet" role="status">${this.outcome === "" ? nothing : t("copy-outcome", { outcome: this.outcome })}</span>
        <button class="button" type="button" aria-label=${t("copy-this", { what: this.label })} @click=${this.#copy}>${icons.copy}${t("copy")}</button>
      </figcaption>
      <pre class="code" translate="no" dir="ltr"><code>${this.code}</code></pre>
    </figure>`;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.code);
      this.outcome = "copied";
    } catch {
      // Where the page may not write to the clipboard, the user can.
      getSelection()?.selectAllChildren(this.shown);
      this.outcome = "selected";
    }
  }

  static override styles = [
    controls,
    css`
      figure {
        display: grid;
        gap: var(--space-1);
        min-width: 0;
      }

      figcaption {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-3);
      }

      figcaption .small {
        margin-left: auto;
      }

      pre {
        margin: 0;
        padding: var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--surface-sunken);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];
}
