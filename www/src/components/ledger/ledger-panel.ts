/** Why a contact has its scores: its ledger, all of it or what is met or not met. Fires `close`, and `test` to test the contact. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { instant } from "../../text/instants.ts";
import { t } from "../../text/language.ts";
import type { Explained } from "../../worker/jobs/listing.ts";
import type { BandSet } from "../../worker/protocol.ts";
import { bandTag, bandTagStyles, toneOf } from "../band-tag.ts";
import { icons } from "../icons.ts";
import { PageElement } from "../page-element.ts";
import type { Shown } from "./ledger-group.ts";
import "./ledger-score.ts";
import { noRules, type LedgerRules } from "./rules.ts";

const choices: readonly Shown[] = ["all", "met", "not_met"];

@customElement("ledger-panel")
export class LedgerPanel extends PageElement {
  @property({ attribute: false }) explained: Explained | undefined;
  @property({ attribute: false }) bandSets: readonly BandSet[] = [];
  @property({ attribute: false }) rules: LedgerRules = noRules;
  @state() private shown: Shown = "all";
  @query(".close") private closer!: HTMLElement | null;
  @query(".scores") private scroller!: HTMLElement | null;

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has("explained") || this.explained === undefined) return;
    const before = changed.get("explained");
    if (before?.row !== this.explained.row && this.scroller) this.scroller.scrollTop = 0;
    // Where the ledger takes the place of the list, the keyboard goes with it.
    if (before === undefined && matchMedia("(width < 62rem)").matches) this.closer?.focus();
  }

  override render(): TemplateResult {
    if (this.explained === undefined) {
      return html`<div class="hint"><h2>${t("ledger-why")}</h2><p class="quiet">${t("ledger-why-hint")}</p></div>`;
    }
    const { name, email, ledger } = this.explained;
    return html`
      <section aria-label=${t("ledger")} @keydown=${this.#onKey}>
        <header>
          <button class="button icon plain close" type="button" aria-label=${t("ledger-close")} @click=${this.#close}>
            <span class="narrow">${icons.back}</span><span class="wide">${icons.cross}</span>
          </button>
          <div class="who">
            <h2 class="cut">${name || email || ledger.id}</h2>
            <p class="cut quiet small">${[email !== name ? email : "", ledger.id].filter(Boolean).join(" · ")}</p>
          </div>
          ${Object.entries(ledger.bands ?? {}).map(([id, band]) => html`<span class="matrix" title=${this.bandSets.find((set) => set.id === id)?.label ?? id}>${bandTag(band, toneOf(this.bandSets, id, band))}</span>`)}
        </header>
        <div class="bar">
          <fieldset class="segments">
            <legend class="unseen">${t("ledger-shown")}</legend>
            ${choices.map(
              (shown) => html`<label>
                <input class="unseen" type="radio" name="shown" .checked=${this.shown === shown} @change=${() => (this.shown = shown)} />${t("ledger-shown-name", { shown })}
              </label>`,
            )}
          </fieldset>
          <button class="button plain" type="button" @click=${() => this.dispatchEvent(new Event("test"))}>${icons.pencil}${t("ledger-test")}</button>
          <span class="quiet small">${instant(ledger.as_of)}</span>
        </div>
        <div class="scores" tabindex="0" role="region" aria-label=${t("ledger-scores")}>
          ${ledger.scores.map((score) => html`<ledger-score .rules=${this.rules} .score=${score} .shown=${this.shown} .tone=${toneOf(this.bandSets, score.id, score.band)}></ledger-score>`)}
          ${ledger.scores.length === 0 ? html`<p class="quiet">${t("ledger-no-scores")}</p>` : nothing}
        </div>
      </section>
    `;
  }

  #close(): void {
    this.dispatchEvent(new Event("close"));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") this.#close();
  }

  static override styles = [
    controls,
    bandTagStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }

      .hint {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: var(--space-2);
        flex: 1;
        padding: var(--space-6);
        text-align: center;
      }

      .hint p {
        max-width: 18rem;
        text-wrap: balance;
      }

      section {
        display: flex;
        flex-direction: column;
        flex: 1;
        min-height: 0;
      }

      header {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        padding: var(--space-3) var(--space-3) var(--space-3) var(--space-4);
      }

      .close {
        order: 1;
      }

      .narrow {
        display: none;
      }

      .who {
        flex: 1;
        min-width: 0;
      }

      .bar {
        display: flex;
        align-items: center;
        justify-content: space-between;
        flex-wrap: wrap;
        gap: var(--space-2);
        padding: 0 var(--space-4) var(--space-3);
        border-bottom: 1px solid var(--line);
      }

      .scores {
        display: flex;
        flex-direction: column;
        flex: 1 1 0;
        gap: var(--space-5);
        min-height: 0;
        padding: var(--space-4);
        overflow: auto;
      }

      .scores:focus-visible {
        outline-offset: -2px;
      }

      @media (width < 62rem) {
        .close {
          order: -1;
        }

        header {
          padding-left: var(--space-3);
        }

        .narrow {
          display: block;
        }

        .wide {
          display: none;
        }
      }
    `,
  ];
}
