/** Light, dark, or as the system has it. */
import { css, html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { applyTheme, storedTheme, storeTheme, type Theme } from "../session/theme.ts";
import { controls } from "../styles/controls.ts";
import { t } from "../text/language.ts";
import { icons } from "../components/icons.ts";
import { PageElement } from "../components/page-element.ts";

const themes = [
  { theme: "system", icon: icons.screen },
  { theme: "light", icon: icons.sun },
  { theme: "dark", icon: icons.moon },
] as const;

@customElement("theme-switch")
export class ThemeSwitch extends PageElement {
  @state() private theme: Theme = storedTheme();

  override render(): TemplateResult {
    return html`
      <div role="radiogroup" aria-label=${t("theme")}>
        ${themes.map(
          ({ theme, icon }) => html`<label title=${t("theme-name", { theme })}>
            <input class="unseen" type="radio" name="theme" .checked=${this.theme === theme} aria-label=${t("theme-name", { theme })} @change=${() => this.#choose(theme)} />
            ${icon}
          </label>`,
        )}
      </div>
    `;
  }

  #choose(theme: Theme): void {
    this.theme = theme;
    applyTheme(theme);
    storeTheme(theme);
  }

  static override styles = [
    controls,
    css`
      div {
        display: flex;
        padding: 2px;
        border-radius: var(--radius-small);
        background: var(--surface-sunken);
      }

      label {
        display: grid;
        place-items: center;
        position: relative;
        width: 2rem;
        height: 2rem;
        border-radius: calc(var(--radius-small) - 2px);
        color: var(--text-quiet);
        cursor: pointer;
      }

      label:hover {
        color: var(--text);
      }

      label:has(:checked) {
        background: var(--surface-raised);
        color: var(--text);
        box-shadow: var(--shadow);
      }

      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: 1px;
      }
    `,
  ];
}
