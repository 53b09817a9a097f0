/** What the list is sorted by, also where a header cannot say it: by the bands of a score beside its points, and on a narrow screen. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import type { Arrangement, Scored } from "../../worker/protocol.ts";

@customElement("sort-choice")
export class SortChoice extends SessionElement {
  @property({ attribute: false }) scored!: Scored;
  @property({ attribute: false }) arrangement!: Arrangement;
  @property({ attribute: false }) columns: readonly string[] = [];

  override render(): TemplateResult {
    const { scores, bandSets } = this.scored;
    const chosen = this.arrangement.sort;
    const named = typeof chosen === "object" && "property" in chosen && !this.columns.includes(chosen.property) ? [chosen.property] : [];
    const options: { sort: Arrangement["sort"]; text: string }[] = [
      ...scores.map(({ id, label }) => ({ sort: { score: id }, text: t("contacts-sort-score", { score: label }) })),
      ...bandSets.map(({ id, label }) => ({ sort: { band: id }, text: t("contacts-sort-band", { score: label }) })),
      { sort: "id", text: t("contacts-id") },
      ...[...named, ...this.columns].map((name) => ({ sort: { property: name }, text: name })),
    ];
    const { descending } = this.arrangement;
    return html`
      <select class="field" aria-label=${t("contacts-sort")} @change=${(event: Event) => this.#choose(options[(event.target as HTMLSelectElement).selectedIndex]?.sort)}>
        ${options.map(({ sort, text }) => html`<option .selected=${JSON.stringify(sort) === JSON.stringify(chosen)}>${text}</option>`)}
      </select>
      <button
        class="button icon"
        type="button"
        aria-label=${t("contacts-sort-direction", { direction: descending ? "descending" : "ascending" })}
        title=${t("contacts-sort-direction", { direction: descending ? "descending" : "ascending" })}
        @click=${() => void this.session.arrange({ descending: !descending })}
      >
        ${descending ? icons.down : icons.up}
      </button>
    `;
  }

  #choose(sort: Arrangement["sort"] | undefined): void {
    if (sort === undefined) return;
    void this.session.arrange({ sort, descending: typeof sort === "object" && !("property" in sort) });
  }

  static override styles = [
    controls,
    css`
      :host {
        display: inline-flex;
        gap: 2px;
      }

      select {
        max-width: 12rem;
      }

      .button {
        flex: none;
      }

      @media (width < 45rem) {
        select {
          flex: 1;
          min-width: 0;
          max-width: none;
        }
      }
    `,
  ];
}
