/** The bands of two scores on two axes: a matrix of the ruleset, or its bands where they cross, with the contacts in each cell. */
import { max } from "d3-array";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { bandTag, bandTagStyles } from "../../components/band-tag.ts";
import { SessionElement } from "../../components/page-element.ts";
import { Live } from "../../session/live.ts";
import { controls } from "../../styles/controls.ts";
import { contacts, count, share } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import type { CrossedBand, Crossing } from "../../worker/jobs/distribution.ts";
import type { Arrangement, ScoreColumn } from "../../worker/protocol.ts";

type Axis = "rows" | "columns";

@customElement("band-matrix")
export class BandMatrix extends SessionElement {
  /** At least two. */
  @property({ attribute: false }) scores: readonly ScoreColumn[] = [];
  /** The scores of the ruleset's first matrix, which are shown at first. */
  @property({ attribute: false }) first: Record<Axis, string> | undefined;
  /** The list's generation, if only its contacts are counted. */
  @property({ attribute: false }) listed: number | undefined;
  @state() private chosen: Partial<Record<Axis, string>> = {};

  #crossing = new Live(this, "crossing", () => ({ ...this.#axes(), ...(this.listed === undefined ? {} : { listed: this.listed }) }));

  /** What was chosen, as far as the ruleset still has it; never one score with itself. */
  #axes(): Record<Axis, string> {
    const known = (id: string | undefined): string | undefined => this.scores.find((score) => score.id === id)?.id;
    const rows = known(this.chosen.rows) ?? known(this.first?.rows) ?? this.scores[0]?.id ?? "";
    const other = this.scores.find(({ id }) => id !== rows)?.id ?? "";
    const columns = [this.chosen.columns, this.first?.columns].map(known).find((id) => id !== undefined && id !== rows) ?? other;
    return { rows, columns };
  }

  override render(): TemplateResult {
    const axes = this.#axes();
    const crossing = this.#crossing.value;
    return html`<section class="card" aria-labelledby="title">
      <header>
        <h2 id="title">${crossing?.matrix?.label ?? t("distribution-crossing")}</h2>
        <div class="axes">${this.#choice("rows", axes)}${this.#choice("columns", axes)}</div>
      </header>
      ${crossing ? this.#table(crossing, axes) : crossing === null ? html`<p class="quiet">${t("distribution-no-crossing")}</p>` : nothing}
    </section>`;
  }

  #choice(axis: Axis, axes: Record<Axis, string>): TemplateResult {
    return html`<label>
      <span class="quiet small">${t("distribution-axis", { axis })}</span>
      <select class="field" @change=${(event: Event) => this.#choose(axis, (event.target as HTMLSelectElement).value, axes)}>
        ${this.scores.map(({ id, label }) => html`<option value=${id} .selected=${id === axes[axis]}>${label}</option>`)}
      </select>
    </label>`;
  }

  /** The score of the other axis changes places with the one that is chosen for this. */
  #choose(axis: Axis, score: string, axes: Record<Axis, string>): void {
    const other: Axis = axis === "rows" ? "columns" : "rows";
    this.chosen = { ...axes, [axis]: score, ...(axes[other] === score ? { [other]: axes[axis] } : {}) };
  }

  #table(crossing: Crossing, axes: Record<Axis, string>): TemplateResult {
    const { rows, columns, cells, without } = crossing;
    const all = cells.flat().reduce((total, cell) => total + cell.count, without);
    const most = max(cells.flat(), (cell) => cell.count) ?? 0;
    const name = (id: string): string => this.scores.find((score) => score.id === id)?.label ?? id;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="${name(axes.rows)} × ${name(axes.columns)}">
        <table>
          <thead>
            <tr>
              <td class="corner"></td>
              <th scope="colgroup" colspan=${Math.max(columns.length, 1)} class="small quiet">${name(axes.columns)}</th>
            </tr>
            <tr>
              <td class="small quiet corner">${name(axes.rows)}</td>
              ${columns.map((column) => html`<th scope="col">${this.#band(column)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row, r) => html`<tr>
                <th scope="row">${this.#band(row)}</th>
                ${columns.map((column, c) => this.#cell(crossing, axes, [row, column], cells[r]?.[c], most, all))}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${crossing.matrix === undefined ? nothing : html`<p class="small quiet">${t("distribution-outside", { contacts: contacts(without), share: share(without, all) })}</p>`}`;
  }

  #band({ label, tone }: CrossedBand): TemplateResult {
    return label === null ? html`<span class="quiet small">${t("band-none")}</span>` : bandTag(label, tone);
  }

  #cell(
    { matrix }: Crossing,
    axes: Record<Axis, string>,
    [row, column]: [CrossedBand, CrossedBand],
    cell: Crossing["cells"][number][number] | undefined,
    most: number,
    all: number,
  ): TemplateResult {
    const counted = cell?.count ?? 0;
    const label = cell?.label ?? "";
    const text = html`${label === "" ? nothing : html`<b>${label}</b>`}<span class="number">${count(counted)}</span><span class="small">${share(counted, all)}</span>`;
    // Of two cells of which one has a hundred times as many contacts both are to be told from an empty one.
    const shade = counted === 0 ? 0 : 5 + 30 * Math.sqrt(counted / Math.max(most, 1));
    const part: Pick<Arrangement, "band" | "crossed"> =
      matrix === undefined
        ? { band: { set: axes.rows, label: row.label }, crossed: { set: axes.columns, label: column.label } }
        : { band: { set: matrix.id, label } };
    return html`<td .style=${`--shade: ${shade}%`}>
      ${counted === 0
        ? html`<span class="cell">${text}</span>`
        : html`<button class="cell" type="button" @click=${() => void this.session.showPart(part, { ofListed: this.listed !== undefined })}>${text}</button>`}
    </td>`;
  }

  static override styles = [
    controls,
    bandTagStyles,
    css`
      :host {
        display: block;
      }

      section {
        display: grid;
        gap: var(--space-3);
        padding: var(--space-4);
      }

      header,
      .axes {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
      }

      header {
        justify-content: space-between;
      }

      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-width: 0;
      }

      select {
        min-width: 0;
        max-width: 14rem;
      }

      .scroll {
        max-width: 100%;
        overflow-x: auto;
      }

      table {
        width: 100%;
        max-width: 60rem;
        border-collapse: separate;
        border-spacing: 2px;
        table-layout: fixed;
      }

      .corner,
      tbody th {
        width: 9rem;
        text-align: left;
      }

      @media (width < 45rem) {
        .corner,
        tbody th {
          width: 5rem;
        }
      }

      th,
      td {
        padding: 0;
        font-weight: inherit;
      }

      thead th,
      .corner {
        padding: var(--space-1);
      }

      tbody td {
        border-radius: var(--radius-small);
        background: color-mix(in srgb, var(--accent) var(--shade), var(--surface-card));
        box-shadow: inset 0 0 0 1px var(--line);
      }

      .cell {
        display: grid;
        justify-items: center;
        align-content: center;
        width: 100%;
        min-height: 4rem;
        padding: var(--space-1);
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        color: var(--text);
      }

      button.cell {
        cursor: pointer;
      }

      button.cell:hover {
        box-shadow: inset 0 0 0 2px var(--accent);
      }

      @media (width < 45rem) {
        .axes,
        label {
          width: 100%;
        }

        label span {
          min-width: 4rem;
        }

        select {
          flex: 1;
        }
      }
    `,
  ];
}
