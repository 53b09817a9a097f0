/**
 * Contacts that changed, the biggest change first, each with its points and bands before and after. Out: `open` with the row of the one that
 * was chosen, `more` for more of them. By keyboard the list is one stop, and arrows go through it.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { bandTag, bandTagStyles } from "../../components/band-tag.ts";
import { PageElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { points, signedPoints } from "../../text/points.ts";
import type { Mover, Movers, MovementBands } from "../../worker/jobs/comparing.ts";
import type { Band, Tone } from "../../worker/protocol.ts";

@customElement("movers-list")
export class MoversList extends PageElement {
  @property({ attribute: false }) movers: Movers = { total: 0, rows: [] };
  /** The score that they are sorted by. */
  @property() score = "";
  @property({ attribute: false }) bands: readonly MovementBands[] = [];
  /** How many more there are at a time. */
  @property({ attribute: false }) step = 50;
  /** The position that the keyboard is at. */
  @state() private active = 0;

  override render(): TemplateResult {
    const { rows, total } = this.movers;
    return html`
      <ol @keydown=${this.#onKey} aria-label=${t("movers")}>${rows.map((mover, position) => this.#mover(mover, position))}</ol>
      ${total > rows.length
        ? html`<button class="button plain more" type="button" @click=${() => this.dispatchEvent(new Event("more"))}>${t("show-more", { count: Math.min(total - rows.length, this.step) })}</button>`
        : nothing}
    `;
  }

  #mover({ row, id, name, email, change, scores, bands }: Mover, position: number): TemplateResult {
    const { before, after } = scores[this.score] ?? {};
    const title = name || email || id;
    const isActive = position === Math.min(this.active, this.movers.rows.length - 1);
    return html`<li>
      <button type="button" tabindex=${isActive ? 0 : -1} @focus=${() => (this.active = position)} @click=${() => this.#open(row)}>
        <span class="who">
          <span class="cut name">${title}</span>
          <span class="cut quiet small">${[email === title ? "" : email, id === title ? "" : id].filter(Boolean).join(" · ")}</span>
        </span>
        <span class="bands">${this.bands.map((set) => this.#band(set, bands[set.id]))}</span>
        <span class="number points">${before === undefined ? nothing : html`<span class="quiet">${points(before)} → </span>`}${after === undefined ? nothing : points(after)}</span>
        <span class="number change ${change > 0 ? "up" : change < 0 ? "down" : "quiet"}">${signedPoints(change)}</span>
      </button>
    </li>`;
  }

  #band(set: MovementBands, move: Mover["bands"][string] | undefined): TemplateResult | typeof nothing {
    if (move === undefined || move.before === move.after) return nothing;
    const { before, after } = move;
    return html`<span class="move" title=${set.label}>
      ${before === undefined ? nothing : bandTag(before, toneOf(set.before, before))}<span class="quiet" aria-hidden="true">→</span
      >${after === undefined ? nothing : bandTag(after, toneOf(set.after, after))}
    </span>`;
  }

  #open(row: number): void {
    this.dispatchEvent(new CustomEvent<number>("open", { detail: row }));
  }

  #onKey(event: KeyboardEvent): void {
    const last = this.movers.rows.length - 1;
    const to = { ArrowDown: this.active + 1, ArrowUp: this.active - 1, PageDown: this.active + 10, PageUp: this.active - 10, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>("li > button");
    buttons[Math.min(Math.max(to, 0), last)]?.focus();
  }

  static override styles = [
    controls,
    bandTagStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      li {
        border-top: 1px solid var(--line);
        content-visibility: auto;
        contain-intrinsic-height: auto 3.25rem;
      }

      li > button {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto 8rem 5rem;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        width: 100%;
        min-height: 3.25rem;
        padding: var(--space-1) var(--space-4);
        border: 0;
        background: none;
        text-align: left;
        cursor: pointer;
      }

      li > button:hover {
        background: var(--surface-hover);
      }

      li > button:focus-visible {
        outline-offset: -2px;
      }

      .who {
        display: grid;
        min-width: 0;
      }

      .name {
        font-weight: 550;
      }

      .bands {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space-1) var(--space-3);
      }

      .move {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
      }

      .change {
        font-weight: 650;
      }

      .up {
        color: var(--good);
      }

      .down {
        color: var(--bad);
      }

      .more {
        margin: var(--space-2) var(--space-4);
      }

      @media (width < 45rem) {
        li > button {
          grid-template-columns: minmax(0, 1fr) auto;
          padding: var(--space-2) var(--space-3);
        }

        .bands {
          grid-row: 2;
          grid-column: 1;
          justify-content: flex-start;
        }
      }
    `,
  ];
}

function toneOf(bands: readonly Band[], label: string | null): Tone {
  return bands.find((band) => band.label === label)?.tone ?? "none";
}
