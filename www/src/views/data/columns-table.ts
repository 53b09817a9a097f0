/** The columns of a file: how many rows have a value, of what kind, and examples. Long lists are cut until asked for. */
import type { ColumnReport } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { PageElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { count, share } from "../../text/counts.ts";
import { t } from "../../text/language.ts";

const first = 100;

@customElement("columns-table")
export class ColumnsTable extends PageElement {
  @property({ attribute: false }) columns: readonly ColumnReport[] = [];
  @property({ attribute: false }) rows = 0;
  @state() private all = false;

  override render(): TemplateResult {
    const shown = this.all ? this.columns : this.columns.slice(0, first);
    return html`
      <div class="scroll" tabindex="0" role="region" aria-label=${t("report-columns")}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t("column")}</th>
              <th scope="col">${t("report-filled")}</th>
              <th scope="col">${t("report-kind")}</th>
              <th scope="col" class="number">${t("column-distinct")}</th>
              <th scope="col">${t("column-examples")}</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map((column) => this.#row(column))}
          </tbody>
        </table>
      </div>
      ${shown.length < this.columns.length
        ? html`<button class="button" type="button" @click=${() => (this.all = true)}>${t("columns-all", { count: this.columns.length })}</button>`
        : nothing}
    `;
  }

  #row({ name, internal_name, filled, kind, distinct, examples }: ColumnReport): TemplateResult {
    return html`<tr>
      <th scope="row"><span class="name">${name}</span>${internal_name && internal_name !== name ? html`<span class="code quiet">${internal_name}</span>` : nothing}</th>
      <td>
        <span class="fill"><meter min="0" max=${this.rows || 1} .value=${filled} aria-label=${t("report-filled")}></meter><span class="number">${share(filled, this.rows)}</span></span>
      </td>
      <td>${t("kind", { kind })}</td>
      <td class="number">${count(distinct)}</td>
      <td class="examples quiet"><span class="cut">${examples.join(", ")}</span></td>
    </tr>`;
  }

  static override styles = [
    controls,
    css`
      .scroll {
        overflow-x: auto;
      }

      table {
        width: 100%;
        border-collapse: collapse;
      }

      th,
      td {
        padding: var(--space-1) var(--space-3) var(--space-1) 0;
        border-top: 1px solid var(--line);
        text-align: left;
        vertical-align: baseline;
      }

      thead th {
        border: 0;
        color: var(--text-quiet);
        font-size: var(--size-small);
        font-weight: 600;
      }

      th.number,
      td.number {
        padding-right: var(--space-5);
        text-align: right;
      }

      tbody th {
        min-width: 10rem;
        max-width: 20rem;
        font-weight: 550;
        overflow-wrap: anywhere;
      }

      th .code {
        display: block;
        font-weight: 400;
      }

      .fill {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }

      .fill .number {
        min-width: 3rem;
      }

      meter {
        appearance: none;
        width: 4rem;
        height: 0.375rem;
        border: 0;
        border-radius: var(--radius-round);
        overflow: hidden;
        background: var(--surface-sunken);
      }

      meter::-webkit-meter-inner-element {
        display: block;
      }

      meter::-webkit-meter-bar {
        height: 0.375rem;
        border: 0;
        border-radius: var(--radius-round);
        background: var(--surface-sunken);
      }

      meter::-webkit-meter-optimum-value {
        background: var(--accent-solid);
      }

      meter::-moz-meter-bar {
        background: var(--accent-solid);
      }

      .examples {
        width: 40%;
        max-width: 24rem;
      }

      .examples .cut {
        display: block;
      }

      .button {
        margin-top: var(--space-3);
      }
    `,
  ];
}
