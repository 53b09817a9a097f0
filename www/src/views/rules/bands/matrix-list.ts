/** The matrices of the ruleset, and a way to have another one where there are two scores to make it of. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { icons } from "../../../components/icons.ts";
import { SessionElement } from "../../../components/page-element.ts";
import type { BandMatrix, BandRange } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { t } from "../../../text/language.ts";
import { freshId } from "../ids.ts";
import { linesOf } from "../tree/lines.ts";
import { isMatrix, setsOf } from "./sets.ts";
import "./matrix-editor.ts";

@customElement("matrix-list")
export class MatrixList extends SessionElement {
  override render(): TemplateResult | typeof nothing {
    const { editor } = this.session;
    const matrices = setsOf(editor.document).filter(isMatrix);
    const canAdd = linesOf(editor.document).length > 1;
    if (matrices.length === 0 && !canAdd) return nothing;
    return html`
      ${matrices.map(({ index }) => html`<matrix-editor .path=${["bands", index]}></matrix-editor>`)}
      ${canAdd ? html`<button class="button plain" type="button" ?disabled=${editor.fault !== undefined} @click=${this.#add}>${icons.plus}${t("matrix-add")}</button>` : nothing}
    `;
  }

  #add(): void {
    const { editor } = this.session;
    const scores = linesOf(editor.document).map(({ score }) => score.id ?? "");
    const sets = setsOf(editor.document);
    const taken = new Set([...scores, ...sets.flatMap(({ set }) => set.id ?? [])]);
    const label = t("matrix-new");
    const ranges = (labels: readonly string[]): BandRange[] => labels.map((one, place) => (place === 2 ? { label: one } : { label: one, at_least: place === 0 ? 50 : 25 }));
    const matrix: BandMatrix = {
      id: freshId(label, "matrix", taken),
      label,
      rows: { score: scores[0] ?? "", ranges: ranges(["A", "B", "C"]) },
      columns: { score: scores[1] ?? "", ranges: ranges(["1", "2", "3"]) },
    };
    const bands: unknown = editor.document.bands;
    editor.insert(["bands"], Array.isArray(bands) ? bands.length : 0, matrix, { key: "step-add", args: { name: label } });
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        justify-items: start;
        gap: var(--space-4);
        margin-top: var(--space-4);
      }

      matrix-editor {
        width: 100%;
      }
    `,
  ];
}
