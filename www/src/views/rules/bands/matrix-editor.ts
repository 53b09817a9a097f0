/** A matrix of two scores: which ones, the ranges of each, and how many contacts are in every cell. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icons } from "../../../components/icons.ts";
import { SessionElement } from "../../../components/page-element.ts";
import type { BandMatrix, Path } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { count, share } from "../../../text/counts.ts";
import { t } from "../../../text/language.ts";
import { linesOf, nameOf } from "../tree/lines.ts";
import { rangesOf } from "./ranges.ts";
import { bandCounts } from "./sets.ts";
import "./range-list.ts";

type Side = "rows" | "columns";

@customElement("matrix-editor")
export class MatrixEditor extends SessionElement {
  /** Of the matrix in the ruleset. */
  @property({ attribute: false }) path: Path = [];

  override render(): TemplateResult {
    const { editor } = this.session;
    const matrix = (editor.read(this.path) ?? {}) as BandMatrix;
    const name = nameOf(matrix);
    const locked = editor.fault !== undefined;
    return html`
      <section class="card" aria-label=${t("matrix-of", { name })}>
        <div class="head">
          <input
            class="field name"
            dir="auto"
            maxlength="200"
            aria-label=${t("matrix-label")}
            .value=${typeof matrix.label === "string" ? matrix.label : ""}
            placeholder=${name}
            ?readonly=${locked}
            @input=${(event: InputEvent) => this.#rename(name, (event.target as HTMLInputElement).value)}
          />
          <button class="button icon plain" type="button" aria-label=${t("matrix-delete", { name })} title=${t("matrix-delete", { name })} ?disabled=${locked} @click=${() => this.#remove(name)}>${icons.bin}</button>
        </div>
        <div class="sides">${this.#side(matrix, "rows", locked)}${this.#side(matrix, "columns", locked)}</div>
        ${this.#cells(matrix)}
      </section>
    `;
  }

  #side(matrix: BandMatrix, side: Side, locked: boolean): TemplateResult {
    const chosen = matrix[side]?.score;
    const label = t("matrix-side", { side });
    return html`<div class="side">
      <label><span class="quiet">${label}</span>
        <select class="field" ?disabled=${locked} @change=${(event: Event) => this.#choose(side, (event.target as HTMLSelectElement).value, nameOf(matrix))}>
          ${linesOf(this.session.editor.document).map(({ score, name }) => html`<option value=${score.id ?? ""} ?selected=${score.id === chosen}>${name}</option>`)}
        </select>
      </label>
      <range-list .path=${[...this.path, side, "ranges"]} .label=${t("bands-of", { name: label })}></range-list>
    </div>`;
  }

  #cells(matrix: BandMatrix): TemplateResult | typeof nothing {
    const counts = bandCounts(this.state, matrix.id ?? "");
    const all = this.state.scored?.rowCount ?? 0;
    const [rows, columns] = [labelsOf(matrix.rows?.ranges), labelsOf(matrix.columns?.ranges)];
    if (rows.length === 0 || columns.length === 0) return nothing;
    const most = Math.max(1, ...(counts?.values() ?? []));
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t("matrix-cells")}>
      <table>
        <thead>
          <tr>
            <td></td>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`<tr>
              <th scope="row">${row}</th>
              ${columns.map((column) => {
                const inCell = counts?.get(row + column);
                return html`<td class="number" .style=${`--part: ${(inCell ?? 0) / most}`}>
                  <b>${row}${column}</b>${inCell === undefined ? nothing : html` <span>${count(inCell)}</span> <span class="quiet small">${share(inCell, all)}</span>`}
                </td>`;
              })}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #rename(name: string, label: string): void {
    this.session.editor.set([...this.path, "label"], label || undefined, { key: "step-name", args: { name } }, { group: "matrix label" });
  }

  #choose(side: Side, score: string, name: string): void {
    this.session.editor.set([...this.path, side, "score"], score, { key: "step-bands", args: { name } });
  }

  #remove(name: string): void {
    const isLast = this.session.editor.document.bands?.length === 1;
    this.session.editor.remove(isLast ? ["bands"] : this.path, { key: "step-delete", args: { name } });
  }

  static override styles = [
    controls,
    css`
      section {
        display: grid;
        gap: var(--space-3);
        padding: var(--space-4);
      }

      .head {
        display: flex;
        gap: var(--space-2);
        justify-content: space-between;
      }

      .name {
        min-width: 0;
        font-size: var(--size-large);
        font-weight: 650;
      }

      .sides {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
        gap: var(--space-4) var(--space-6);
      }

      .side {
        min-width: 0;
      }

      label {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-width: 0;
      }

      select {
        min-width: 0;
      }

      .scroll {
        overflow-x: auto;
      }

      table {
        border-collapse: separate;
        border-spacing: 3px;
      }

      th {
        padding: var(--space-1) var(--space-2);
        color: var(--text-quiet);
        font-weight: 600;
      }

      tbody td {
        min-width: 7rem;
        padding: var(--space-2);
        border-radius: var(--radius-small);
        background: color-mix(in srgb, var(--accent-soft) calc(var(--part) * 100%), var(--surface-sunken));
        white-space: nowrap;
      }
    `,
  ];
}

function labelsOf(ranges: unknown): string[] {
  const labels = rangesOf(ranges).map(({ range }) => (typeof range.label === "string" ? range.label.slice(0, 100) : ""));
  return [...new Set(labels)].slice(0, 50);
}
