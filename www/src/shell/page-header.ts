/** The bar at the top: what this is, the ruleset in work with its steps, the language, and light or dark. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Label } from "../editing/editor.ts";
import { controls } from "../styles/controls.ts";
import { chooseLanguage, language, languageNames, languages, t, type Language } from "../text/language.ts";
import { icons } from "../components/icons.ts";
import { SessionElement } from "../components/page-element.ts";
import "../components/rulesets/publish-dialog.ts";
import "../components/rulesets/ruleset-menu.ts";
import "./theme-switch.ts";

@customElement("page-header")
export class PageHeader extends SessionElement {
  override render(): TemplateResult {
    return html`
      <header>
        <h1>
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="8" /><path d="M9 22v-5M16 22V13M23 22V9" />
          </svg>
          <span>leadscore</span>
        </h1>
        <div class="ruleset"><ruleset-menu></ruleset-menu>${this.state.open ? this.#steps() : nothing}</div>
        <div class="tools">
          <select class="field" aria-label=${t("language")} .value=${live(language())} @change=${this.#onLanguage}>
            ${languages.map((one) => html`<option value=${one} lang=${one} ?selected=${one === language()}>${languageNames[one]}</option>`)}
          </select>
          <theme-switch></theme-switch>
        </div>
      </header>
    `;
  }

  #steps(): TemplateResult {
    const { editor } = this.session;
    const titled = (action: string, label: Label | undefined): string => (label === undefined ? action : `${action}: ${t(label.key, label.args)}`);
    const [undo, redo] = [titled(t("undo"), editor.undoLabel), titled(t("redo"), editor.redoLabel)];
    return html`
      <button class="button icon plain" type="button" aria-label=${undo} title=${undo} ?disabled=${!editor.canUndo} @click=${() => editor.undo()}>
        ${icons.undo}
      </button>
      <button class="button icon plain" type="button" aria-label=${redo} title=${redo} ?disabled=${!editor.canRedo} @click=${() => editor.redo()}>
        ${icons.redo}
      </button>
      <publish-dialog></publish-dialog>
    `;
  }

  #onLanguage(event: Event): void {
    void chooseLanguage((event.target as HTMLSelectElement).value as Language);
  }

  static override styles = [
    controls,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
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

      h1 path {
        fill: none;
        stroke: var(--on-accent);
        stroke-width: 3.5;
        stroke-linecap: round;
      }

      .ruleset {
        display: flex;
        flex: 1;
        align-items: center;
        gap: var(--space-1);
        min-width: 0;
      }

      .tools {
        display: flex;
        align-items: center;
        gap: var(--space-3);
      }

      @media (width < 45rem) {
        header {
          padding: var(--space-2) var(--space-3);
        }

        /* The mark alone says it. */
        h1 span {
          position: absolute;
          clip-path: inset(50%);
        }

        .ruleset {
          order: 1;
          flex: 1 0 100%;
        }

        .tools {
          margin-left: auto;
        }
      }
    `,
  ];
}
