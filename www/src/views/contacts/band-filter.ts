/** How many contacts each band has; pressing one keeps only those. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { count } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import type { Arrangement, BandSet, Scored, Tone } from "../../worker/protocol.ts";
import { bandTag, bandTagStyles } from "../../components/band-tag.ts";
import { SessionElement } from "../../components/page-element.ts";

@customElement("band-filter")
export class BandFilter extends SessionElement {
  @property({ attribute: false }) scored!: Scored;
  @property({ attribute: false }) chosen: Arrangement["band"];

  override render(): TemplateResult {
    return html`${this.scored.bandSets.map(
      (set) => html`<div class="set" role="group" aria-label=${t("contacts-bands-of", { score: set.label })}>
        <span class="label small quiet cut">${set.label}</span>
        ${set.bands.map((band) => this.#button(set, band.label, band.tone, band.count))}
        ${set.without > 0 ? this.#button(set, null, "none", set.without) : ""}
      </div>`,
    )}`;
  }

  #button(set: BandSet, label: string | null, tone: Tone, contacts: number): TemplateResult {
    const pressed = this.chosen?.set === set.id && this.chosen.label === label;
    return html`<button type="button" aria-pressed=${pressed} ?disabled=${contacts === 0 && !pressed} @click=${() => this.#toggle(set.id, label, pressed)}>
      ${label === null ? html`<span class="small quiet">${t("band-none")}</span>` : bandTag(label, tone)}<span class="number">${count(contacts)}</span>
    </button>`;
  }

  #toggle(set: string, label: string | null, pressed: boolean): void {
    void (pressed ? this.session.clearBand() : this.session.arrange({ band: { set, label } }));
  }

  static override styles = [
    controls,
    bandTagStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-5);
        padding: 0 var(--space-3) var(--space-3);
      }

      @media (width < 45rem) {
        :host {
          flex-direction: column;
        }

        div.set {
          flex-wrap: nowrap;
          overflow-x: auto;
        }

        button,
        .label {
          flex: none;
        }
      }

      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1);
        min-width: 0;
      }

      .label {
        margin-right: var(--space-1);
      }

      button {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        min-height: 1.75rem;
        padding: 0 var(--space-2) 0 var(--space-1);
        border: 1px solid transparent;
        border-radius: var(--radius-round);
        background: none;
        cursor: pointer;
      }

      button > .quiet {
        padding-left: var(--space-1);
      }

      button:hover:enabled {
        background: var(--surface-hover);
      }

      button:disabled {
        cursor: default;
      }

      button:disabled .number {
        color: var(--text-quiet);
      }

      button[aria-pressed="true"] {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
    `,
  ];
}
