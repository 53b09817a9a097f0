/** The bands of one score below its groups, or a way to have some. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { icons } from "../../../components/icons.ts";
import { SessionElement } from "../../../components/page-element.ts";
import type { BandSet } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { t } from "../../../text/language.ts";
import { bandCounts, setsOf } from "./sets.ts";
import type { RangeList } from "./range-list.ts";
import "./range-list.ts";

@customElement("score-bands")
export class ScoreBands extends SessionElement {
  @property({ attribute: false }) scoreId = "";
  @property() scoreName = "";
  @query("range-list") private ranges!: RangeList | null;
  @query("button") private button!: HTMLElement | null;

  override render(): TemplateResult {
    const { editor, state } = this.session;
    const set = setsOf(editor.document).find(({ set: one }) => one.score === this.scoreId);
    if (set === undefined) {
      return html`<button class="button plain" type="button" ?disabled=${editor.fault !== undefined || this.scoreId === ""} @click=${this.#add}>
        ${icons.flag}${t("bands-add-to-score")}
      </button>`;
    }
    const label = t("bands-of", { name: this.scoreName });
    return html`<div class="head">
        <h2>${t("bands")}</h2>
        <button class="button plain" type="button" aria-label=${t("bands-delete-of", { name: this.scoreName })} ?disabled=${editor.fault !== undefined} @click=${() => this.#remove(set.index)}>${t("bands-delete")}</button>
      </div>
      <range-list
        .path=${["bands", set.index, "ranges"]}
        .label=${label}
        .counts=${bandCounts(state, this.scoreId)}
        .contacts=${state.scored?.rowCount ?? 0}
      ></range-list>`;
  }

  focusFirst(): void {
    if (this.ranges !== null) this.ranges.focusFirst();
    else this.button?.focus();
  }

  #add(): void {
    const { editor } = this.session;
    const set: BandSet = { score: this.scoreId, ranges: [{ label: t("bands-first"), at_least: 50 }] };
    const { bands } = editor.document;
    editor.insert(["bands"], Array.isArray(bands) ? bands.length : 0, set, { key: "step-add", args: { name: t("bands-of", { name: this.scoreName }) } });
    void this.updateComplete.then(() => this.ranges?.updateComplete).then(() => this.focusFirst());
  }

  #remove(index: number): void {
    const { editor } = this.session;
    const isLast = editor.document.bands?.length === 1;
    editor.remove(isLast ? ["bands"] : ["bands", index], { key: "step-delete", args: { name: t("bands-of", { name: this.scoreName }) } });
    void this.updateComplete.then(() => this.focusFirst());
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        padding: var(--space-2) var(--space-4) var(--space-3);
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }

      .button {
        min-height: 1.75rem;
        padding: 0 var(--space-2);
        font-size: var(--size-small);
      }

      h2 {
        font-size: var(--size-body);
      }

      .head .button {
        color: var(--text-quiet);
      }
    `,
  ];
}
