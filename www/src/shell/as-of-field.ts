/** The instant at which contacts are scored: shown, changed, or set to now. In UTC, as rulesets mean it. */
import { css, html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { controls } from "../styles/controls.ts";
import { t } from "../text/language.ts";
import { fromField, toField } from "../text/instants.ts";
import { SessionElement } from "../components/page-element.ts";

@customElement("as-of-field")
export class AsOfField extends SessionElement {
  override render(): TemplateResult {
    return html`
      <label for="instant">${t("as-of")}<span class="utc">, UTC</span></label>
      <input id="instant" class="field" type="datetime-local" required .value=${live(toField(this.state.asOf))} @change=${this.#onChange} />
      <span class="zone quiet small" aria-hidden="true">UTC</span>
      <button class="button" type="button" @click=${this.#onNow}>${t("now")}</button>
    `;
  }

  #onChange(event: Event): void {
    const instant = fromField((event.target as HTMLInputElement).value);
    if (instant === undefined) this.requestUpdate();
    else void this.session.chooseInstant(instant, "chosen");
  }

  #onNow(): void {
    void this.session.setNow();
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        padding: 0 var(--space-3);
      }

      label {
        color: var(--text-quiet);
        white-space: nowrap;
      }

      /* Its parts, such as the button of the calendar, have the keyboard without :focus-visible. */
      input:focus-within {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }

      input {
        font-variant-numeric: tabular-nums;
      }

      .utc {
        position: absolute;
        clip-path: inset(50%);
      }

      @media (width < 45rem) {
        :host {
          flex-wrap: wrap;
          padding: var(--space-2) var(--space-3);
        }

        label {
          flex: 1 0 100%;
          font-size: var(--size-small);
        }

        .utc {
          position: static;
          clip-path: none;
        }

        .zone {
          display: none;
        }

        input {
          flex: 1;
          min-width: 0;
          padding: 0 var(--space-2);
        }
      }
    `,
  ];
}
