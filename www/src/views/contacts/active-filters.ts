/** What keeps contacts out of the list: one chip for each band and criterion that is asked for, to take it away. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import { criteriaOf } from "../../editing/document.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { propertyLabels } from "../../text/property-labels.ts";
import { points } from "../../text/points.ts";
import type { Arrangement, Scored } from "../../worker/protocol.ts";

@customElement("active-filters")
export class ActiveFilters extends SessionElement {
  @property({ attribute: false }) scored!: Scored;

  override render(): TemplateResult | typeof nothing {
    const { band, crossed, range, list, criteria, search } = this.state.arrangement;
    const filters = [band, crossed, range, list, ...criteria].filter((one) => one !== undefined).length;
    if (filters === 0) return nothing;
    return html`<ul aria-label=${t("contacts-filters")}>
      ${band === undefined ? nothing : this.#chip(this.#bandOf(band), () => void this.session.clearBand())}
      ${crossed === undefined ? nothing : this.#chip(this.#bandOf(crossed), () => void this.session.clearPart("crossed"))}
      ${range === undefined ? nothing : this.#chip(this.#range(range), () => void this.session.clearPart("range"))}
      ${list === undefined ? nothing : this.#chip(t("contacts-chip-list", { list: propertyLabels(this.session.editor.document)(list, "list") }), () => void this.session.clearPart("list"))}
      ${criteria.map((one) => {
        const text = t("contacts-chip-criterion", { criterion: this.#label(one), state: one.isMet ? "met" : "not_met" });
        return this.#chip(text, () => void this.session.arrange({ criteria: criteria.filter((other) => other !== one) }));
      })}
      ${filters + (search ? 1 : 0) > 1
        ? html`<li><button class="all" type="button" @click=${() => void this.session.clearFilters()}>${t("contacts-filters-clear")}</button></li>`
        : nothing}
    </ul>`;
  }

  #bandOf({ set, label }: NonNullable<Arrangement["band"]>): string {
    const score = this.scored.bandSets.find(({ id }) => id === set)?.label ?? set;
    return t("contacts-chip-band", { score, band: label ?? t("band-none") });
  }

  #range({ score, from, below }: NonNullable<Arrangement["range"]>): string {
    const label = this.scored.scores.find(({ id }) => id === score)?.label ?? score;
    return t("contacts-chip-range", { score: label, from: points(from), below: points(below) });
  }

  #label({ score, criterion }: { score: string; criterion: string }): string {
    for (const placed of criteriaOf(this.session.editor.document)) {
      if (placed.score.id === score && placed.criterion.id === criterion) return String(placed.criterion.label || criterion);
    }
    return criterion;
  }

  #chip(text: string, remove: () => void): TemplateResult {
    return html`<li><button class="chip" type="button" aria-label=${t("contacts-filter-remove", { filter: text })} @click=${remove}><span class="cut">${text}</span>${icons.cross}</button></li>`;
  }

  static override styles = [
    controls,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-2);
        padding: 0 var(--space-3) var(--space-3);
      }

      li {
        min-width: 0;
      }

      button {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        max-width: 100%;
        min-height: 1.75rem;
        padding: 0 var(--space-2);
        border: 0;
        border-radius: var(--radius-round);
        cursor: pointer;
      }

      .chip {
        background: var(--accent-soft);
        color: var(--accent);
        font-weight: 550;
      }

      .chip svg {
        width: 0.75rem;
        height: 0.75rem;
      }

      .all {
        background: none;
        color: var(--text-quiet);
        text-decoration: underline;
      }
    `,
  ];
}
