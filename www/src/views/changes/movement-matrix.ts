/**
 * Who moved from which band to which, as a grid: rows are bands before, columns bands after. In: the moves of a band set. Out: `choose` with
 * the move of the cell that was chosen. By keyboard: arrows, Home and End, Enter.
 */
import { css, html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { bandTag, bandTagStyles } from "../../components/band-tag.ts";
import { PageElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { contacts, count } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import type { Band, Tone } from "../../worker/protocol.ts";

export interface Move {
  from: string | null;
  to: string | null;
}

interface Heading {
  label: string | null;
  tone: Tone;
}

@customElement("movement-matrix")
export class MovementMatrix extends PageElement {
  @property() label = "";
  /** Bands before. */
  @property({ attribute: false }) rows: readonly Band[] = [];
  /** Bands after. */
  @property({ attribute: false }) columns: readonly Band[] = [];
  @property({ attribute: false }) moves: readonly (Move & { count: number })[] = [];
  /** The move whose contacts are listed. */
  @property({ attribute: false }) chosen: Move | undefined;
  /** The cell that the keyboard is at. */
  @state() private active = { row: 0, column: 0 };

  override render(): TemplateResult {
    const [rows, columns] = [headings(this.rows), headings(this.columns)];
    const counts = new Map(this.moves.map(({ from, to, count: moved }) => [JSON.stringify([from, to]), moved]));
    const at = ({ label: from }: Heading, { label: to }: Heading): number => counts.get(JSON.stringify([from, to])) ?? 0;
    const most = Math.max(1, ...this.moves.filter(({ from, to }) => from !== to).map(({ count: moved }) => moved));
    const total = (cells: number[]): number => cells.reduce((all, one) => all + one, 0);
    return html`<div class="scroller">
      <table role="grid" aria-label=${this.label} @keydown=${this.#onKey}>
        <thead>
          <tr>
            <th scope="col" class="corner"><span class="small">${t("matrix-corner")}</span></th>
            ${columns.map((to) => html`<th scope="col">${tag(to)}</th>`)}
            <th scope="col" class="total small">${t("matrix-total")}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (from, row) => html`<tr>
              <th scope="row">${tag(from)}</th>
              ${columns.map((to, column) => this.#cell(from, to, at(from, to), most, row, column))}
              <td class="total number">${count(total(columns.map((to) => at(from, to))))}</td>
            </tr>`,
          )}
          <tr>
            <th scope="row" class="total small">${t("matrix-total")}</th>
            ${columns.map((to) => html`<td class="total number">${count(total(rows.map((from) => at(from, to))))}</td>`)}
            <td class="total number">${count(total(this.moves.map(({ count: moved }) => moved)))}</td>
          </tr>
        </tbody>
      </table>
    </div>`;
  }

  #cell(from: Heading, to: Heading, moved: number, most: number, row: number, column: number): TemplateResult {
    const stays = from.label === to.label;
    const way = stays ? "stays" : this.#way(from.label, to.label);
    const isChosen = this.chosen !== undefined && this.chosen.from === from.label && this.chosen.to === to.label;
    const name = t("matrix-cell", { from: from.label ?? t("no-band"), to: to.label ?? t("no-band"), contacts: contacts(moved), way: stays ? "stay" : "move" });
    const isActive = this.active.row === Math.min(row, this.rows.length) && this.active.column === Math.min(column, this.columns.length);
    return html`<td
      class="cell number ${moved === 0 ? "nobody" : way}"
      tabindex=${isActive ? 0 : -1}
      data-row=${row}
      data-column=${column}
      aria-label=${name}
      aria-selected=${isChosen}
      .style=${`--share: ${Math.round((moved / most) * 60) + 15}%`}
      @focus=${() => (this.active = { row, column })}
      @click=${() => this.#choose(moved, { from: from.label, to: to.label })}
    >${moved === 0 ? "·" : count(moved)}</td>`;
  }

  /** Bands stand in their order, the best first; a band that is only on one side is neither above nor below. */
  #way(from: string | null, to: string | null): "raised" | "lowered" | "moved" {
    const rank = (label: string | null): number => (label === null ? this.columns.length : this.columns.findIndex((band) => band.label === label));
    const [was, is] = [rank(from), rank(to)];
    return was < 0 || is < 0 ? "moved" : is < was ? "raised" : "lowered";
  }

  #choose(moved: number, { from, to }: Move): void {
    if (moved > 0) this.dispatchEvent(new CustomEvent<Move>("choose", { detail: { from, to } }));
  }

  #onKey(event: KeyboardEvent): void {
    const { row, column } = this.active;
    const [lastRow, lastColumn] = [this.rows.length, this.columns.length];
    const to = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: event.ctrlKey ? [0, 0] : [row, 0],
      End: event.ctrlKey ? [lastRow, lastColumn] : [row, lastColumn],
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const place = (wanted: number | undefined, last: number): number => Math.min(Math.max(wanted ?? 0, 0), last);
      this.#cellAt(place(to[0], lastRow), place(to[1], lastColumn))?.focus();
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#cellAt(row, column)?.click();
    }
  }

  #cellAt(row: number, column: number): HTMLElement | null {
    return this.renderRoot.querySelector(`[data-row="${row}"][data-column="${column}"]`);
  }

  static override styles = [
    controls,
    bandTagStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      .scroller {
        overflow-x: auto;
        padding: 2px;
      }

      table {
        border-collapse: separate;
        border-spacing: 3px;
      }

      th {
        padding: var(--space-1) var(--space-2);
        font-weight: 550;
        text-align: left;
        white-space: nowrap;
      }

      thead th {
        text-align: center;
      }

      .corner,
      .total {
        color: var(--text-quiet);
        font-weight: 400;
      }

      td {
        min-width: 4rem;
        padding: var(--space-2) var(--space-3);
        border-radius: var(--radius-small);
        text-align: right;
      }

      .cell {
        background: var(--surface-sunken);
        cursor: pointer;
      }

      .stays {
        color: var(--text-quiet);
      }

      .nobody {
        background: none;
        color: var(--text-quiet);
        cursor: default;
      }

      .raised {
        background: color-mix(in srgb, var(--good) calc(var(--share) * 0.3), var(--surface-card));
        font-weight: 600;
      }

      .lowered {
        background: color-mix(in srgb, var(--bad) calc(var(--share) * 0.3), var(--surface-card));
        font-weight: 600;
      }

      .moved {
        background: color-mix(in srgb, var(--accent) calc(var(--share) * 0.3), var(--surface-card));
        font-weight: 600;
      }

      .cell[aria-selected="true"] {
        box-shadow: inset 0 0 0 2px var(--accent);
      }
    `,
  ];
}

function headings(bands: readonly Band[]): Heading[] {
  return [...bands.map(({ label, tone }) => ({ label, tone })), { label: null, tone: "none" as const }];
}

function tag({ label, tone }: Heading): TemplateResult {
  return label === null ? html`<span class="quiet">${t("no-band")}</span>` : html`<span title=${label}>${bandTag(label, tone)}</span>`;
}
