/** What covers the page while files are held over it. */
import { css, html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { controls } from "../styles/controls.ts";
import { t } from "../text/language.ts";
import { icons } from "../components/icons.ts";
import { PageElement } from "../components/page-element.ts";

@customElement("drop-layer")
export class DropLayer extends PageElement {
  override render(): TemplateResult {
    return html`<div>${icons.upload}<strong>${t("drop")}</strong><span>${t("drop-hint")}</span></div>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        position: fixed;
        inset: 0;
        z-index: 10;
        display: grid;
        padding: var(--space-4);
        background: color-mix(in srgb, var(--surface-page) 94%, transparent);
        pointer-events: none;
      }

      div {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: var(--space-2);
        border: 2px dashed var(--accent);
        border-radius: var(--radius);
        color: var(--text);
      }

      strong {
        font-size: var(--size-title);
      }

      svg {
        width: 2rem;
        height: 2rem;
        color: var(--accent);
      }
    `,
  ];
}
