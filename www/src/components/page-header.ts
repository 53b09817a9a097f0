/** The bar at the top: what this is, the instant of the evaluation, and light or dark. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Session } from "../session/session.ts";
import type { State } from "../session/state.ts";
import { controls } from "../styles/controls.ts";
import "./as-of-field.ts";
import "./theme-switch.ts";

@customElement("page-header")
export class PageHeader extends LitElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) state!: State;

  override render(): TemplateResult {
    const { asOf, contacts, ruleset } = this.state;
    return html`
      <header>
        <h1>
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="8" /><path d="M9 22v-5M16 22V13M23 22V9" />
          </svg>
          leadscore
        </h1>
        <div class="tools">
          ${contacts || ruleset ? html`<as-of-field .session=${this.session} .asOf=${asOf}></as-of-field>` : nothing}
          <theme-switch></theme-switch>
        </div>
      </header>
    `;
  }

  static override styles = [
    controls,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2) var(--space-4);
        min-height: 3.5rem;
        padding: var(--space-2) var(--space-5);
        border-bottom: 1px solid var(--line);
        background: var(--surface-card);
      }

      h1 {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        font-size: var(--size-large);
        font-weight: 700;
        letter-spacing: -0.01em;
      }

      h1 svg {
        width: 1.5rem;
        height: 1.5rem;
      }

      rect {
        fill: var(--accent-solid);
      }

      path {
        fill: none;
        stroke: var(--on-accent);
        stroke-width: 3.5;
        stroke-linecap: round;
      }

      .tools {
        display: flex;
        align-items: center;
        gap: var(--space-4);
      }

      @media (width < 45rem) {
        header {
          padding: var(--space-2) var(--space-3);
        }

        .tools {
          display: contents;
        }

        as-of-field {
          order: 1;
          flex: 1 0 100%;
        }
      }
    `,
  ];
}
