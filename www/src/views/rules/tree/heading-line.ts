/** The line of a score or a group: its name, its limits, what they take away, and the sum of its points. Its content folds away below it. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icons } from "../../../components/icons.ts";
import type { Decay, Limit } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { contacts } from "../../../text/counts.ts";
import { t } from "../../../text/language.ts";
import { limit as limitText, points, signedPoints } from "../../../text/points.ts";
import { same } from "./equality.ts";
import { lineStyles } from "./line-styles.ts";
import { MovableLine } from "./movable-line.ts";

const byContent = { attribute: false, hasChanged: (now: unknown, before: unknown) => !same(now, before) } as const;

@customElement("heading-line")
export class HeadingLine extends MovableLine {
  @property({ reflect: true }) kind: "score" | "group" = "group";
  @property() note = "";
  @property({ type: Boolean }) folded = false;
  /** How many criteria are in it. */
  @property({ attribute: false }) criteria = 0;
  @property(byContent) limit: Limit | undefined;
  @property(byContent) decay: Decay | undefined;
  @property({ attribute: false }) rescaled = false;
  /** Undefined while nobody knows. */
  @property({ attribute: false }) sum: number | undefined;
  /** How many contacts its limit changes, and by how much in all. */
  @property({ attribute: false }) limited: number | undefined;
  @property({ attribute: false }) taken = 0;

  override render(): TemplateResult {
    return html`
      ${this.grip()}
      <span role="gridcell" class="toggle">
        <button
          class="small-button fold"
          type="button"
          tabindex="-1"
          aria-label=${t(this.folded ? "rules-unfold" : "rules-fold", { name: this.name })}
          @click=${() => this.wish({ what: "fold" })}
        >
          ${icons.right}
        </button>
      </span>
      <span role="gridcell" class="title">
        ${this.caption()}
        ${this.folded ? html`<span class="tag">${t("rules-criteria", { count: this.criteria })}</span>` : nothing}
        ${this.limit ? html`<span class="tag">${limitText(plain(this.limit))}</span>` : nothing}
        ${this.decay ? html`<span class="tag">${t("rules-decays")}</span>` : nothing}
        ${this.rescaled ? html`<span class="tag">0–100</span>` : nothing}
        ${this.note ? html`<span class="note cut" dir="auto" title=${this.note}>${this.note}</span>` : nothing}
      </span>
      ${this.finding()}
      <span role="gridcell" class="met">${this.#limited()}</span>
      <span role="gridcell" class="sum number">
        ${this.sum === undefined ? nothing : html`<span title=${t("rules-sum-hint")}><span class="unseen">${t("rules-sum")} </span>${signedPoints(this.sum)}</span>`}
      </span>
      <span role="gridcell" class="points">
        <button
          class="small-button"
          type="button"
          tabindex=${this.stop}
          aria-haspopup="menu"
          aria-label=${t(this.kind === "score" ? "rules-add-group-to" : "rules-add-criterion-to", { name: this.name })}
          ?disabled=${this.locked}
          @click=${(event: MouseEvent) => this.wish({ what: "add", at: (event.currentTarget as HTMLElement).getBoundingClientRect() })}
        >
          ${icons.plus}
        </button>
      </span>
      ${this.menu()}
    `;
  }

  #limited(): TemplateResult | typeof nothing {
    if (!this.limited) return nothing;
    const words = t("rules-limited", { contacts: contacts(this.limited), points: points(this.taken), gives: this.taken < 0 ? "yes" : "no" });
    return html`<span class="limited cut" title=${words}>${words}</span>`;
  }

  static override styles = [
    controls,
    lineStyles,
    css`
      :host {
        grid-template-columns: 1rem 1.75rem minmax(0, 1fr) 1.25rem minmax(0, auto) 4.75rem 4.75rem 1.75rem;
        grid-template-areas: "handle switch title finding met sum points menu";
        height: 2.5rem;
      }

      :host([kind="score"]) {
        height: 3rem;
      }

      .fold svg {
        transition: rotate 120ms;
      }

      :host([aria-expanded="true"]) .fold svg {
        rotate: 90deg;
      }

      .title {
        display: flex;
        align-items: baseline;
        gap: var(--space-2);
        min-width: 0;
      }

      .name {
        flex: 0 1 auto;
        max-width: 100%;
        font-weight: 650;
      }

      :host([kind="score"]) .name {
        font-size: var(--size-large);
      }

      .note {
        flex: 1 1 0;
        color: var(--text-quiet);
        font-size: var(--size-small);
      }

      .limited {
        display: block;
        color: var(--caution);
        font-size: var(--size-small);
        text-align: right;
      }

      .sum {
        font-weight: 600;
      }

      @container (width < 46rem) {
        :host {
          grid-template-columns: 1rem 1.75rem minmax(0, 1fr) auto 1.75rem 1.75rem;
          column-gap: var(--space-1);
          grid-template-areas: "handle switch title finding points menu";
        }

        .note,
        .met,
        .sum {
          display: none;
        }
      }
    `,
  ];
}

/** Only what is a number; a faulty document may have anything there. */
function plain({ min, max }: Limit): Limit {
  return { ...(typeof min === "number" && { min }), ...(typeof max === "number" && { max }) };
}
