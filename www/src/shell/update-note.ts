/** Says that a new version of the page is there. Fires `reload`; `Later` takes the note away until the page is opened again. */
import { css, html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { controls } from "../styles/controls.ts";
import { t } from "../text/language.ts";
import { PageElement } from "../components/page-element.ts";

@customElement("update-note")
export class UpdateNote extends PageElement {
  override render(): TemplateResult {
    return html`
      <section aria-label=${t("new-version")}>
        <p role="status">${t("new-version-ready")}</p>
        <div>
          <button class="button" type="button" @click=${() => this.dispatchEvent(new Event("reload"))}>${t("new-version-reload")}</button>
          <button class="later" type="button" @click=${() => this.remove()}>${t("new-version-later")}</button>
        </div>
      </section>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        position: fixed;
        inset: auto var(--space-4) var(--space-4) auto;
        z-index: 10;
        max-width: calc(100vw - 2 * var(--space-4));
      }

      section {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface-card);
        box-shadow: var(--shadow-high);
      }

      div {
        display: flex;
        gap: var(--space-2);
        margin-left: auto;
      }

      .later {
        min-height: var(--control-height);
        padding: 0 var(--space-2);
        border: 0;
        background: none;
        color: var(--text-quiet);
        cursor: pointer;
      }

      .later:hover {
        color: var(--text);
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}
