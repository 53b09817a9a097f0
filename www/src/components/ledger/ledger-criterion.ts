/**
 * One criterion of a ledger: met or not, on what evidence, its points and how they came about, when they change, what is missing. Its name leads to
 * where it is edited: it fires `reveal-criterion`.
 */
import type { LedgerCriterion } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { instant } from "../../text/instants.ts";
import { t } from "../../text/language.ts";
import { difference, limit, points, signedPoints } from "../../text/points.ts";
import { icons } from "../icons.ts";
import { PageElement } from "../page-element.ts";
import { evidenceDetails, evidenceStyles, foundSentence, wantedSentence } from "./evidence.ts";
import { noRules, RevealCriterion, type LedgerRules } from "./rules.ts";

@customElement("ledger-criterion")
export class LedgerCriterionElement extends PageElement {
  @property({ attribute: false }) criterion!: LedgerCriterion;
  /** The id of its score. */
  @property({ attribute: false }) score = "";
  @property({ attribute: false }) rules: LedgerRules = noRules;
  /** Where it stands in the ruleset, if that is to be said. */
  @property({ attribute: false }) place = "";

  override render(): TemplateResult {
    const { id, label, enabled, met, evidence, points: given, next_change } = this.criterion;
    const state = !enabled ? "muted" : met ? "met" : "not-met";
    const about = this.rules.find({ score: this.score, criterion: id })?.criterion;
    const words = { labelOf: this.rules.labelOf, about };
    const wanted = wantedSentence(this.criterion, words);
    return html`
      <div class="criterion ${state}">
        <span class="mark">${!enabled ? icons.muted : met ? icons.check : icons.dash}<span class="unseen">${t("ledger-state", { state })}</span></span>
        <div class="what">
          <p class="label">
            <button type="button" title=${t("ledger-reveal")} @click=${() => this.dispatchEvent(new RevealCriterion({ score: this.score, criterion: id }))}>${label || id}</button>
            ${this.place ? html`<span class="place quiet">${this.place}</span>` : nothing}
          </p>
          <p class="quiet">${enabled ? foundSentence(evidence, words) : t("ledger-muted-hint")}</p>
          ${this.#making()}
          ${wanted ? html`<p class="missing"><span class="quiet">${t("ledger-wanted")}</span> ${wanted}</p>` : nothing}
          ${next_change
            ? html`<p class="next quiet">${icons.clock}<span>${t("ledger-next", { points: signedPoints(next_change.points), at: instant(next_change.at) })}</span></p>`
            : nothing}
          ${evidenceDetails(evidence, words)}
        </div>
        <span class="number points ${given < 0 ? "below" : ""}">${signedPoints(given)}</span>
      </div>
    `;
  }

  /** From raw points to those given, where decay or a limit changed them. */
  #making(): TemplateResult | typeof nothing {
    const { raw_points, after_decay, points: given, decay, limit: bounds } = this.criterion;
    const lost = difference(raw_points, after_decay);
    const cut = difference(after_decay, given);
    if (lost === 0 && cut === 0) return nothing;
    return html`<p class="making quiet">
      <span>${t("ledger-raw", { points: signedPoints(raw_points) })}</span>
      ${lost === 0 ? nothing : html`<span>${t("ledger-by-decay", { points: signedPoints(lost), decay: decay ? this.#decay(decay) : t("none") })}</span>`}
      ${cut === 0 ? nothing : html`<span>${t("ledger-by-limit", { points: signedPoints(cut), limit: limit(bounds ?? {}) })}</span>`}
    </p>`;
  }

  #decay({ percent, every_days, shape, since }: NonNullable<LedgerCriterion["decay"]>): string {
    const rate = t("ledger-decay", { percent: points(percent), days: every_days, shape });
    if (since === undefined) return rate;
    return since.time === null
      ? t("ledger-decay-unknown", { rate, property: since.property })
      : t("ledger-decay-since", { rate, at: instant(since.time) });
  }

  static override styles = [
    controls,
    evidenceStyles,
    css`
      .criterion {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: var(--space-2);
        padding: var(--space-2) var(--space-3);
      }

      .mark {
        display: grid;
        place-items: center;
        width: 1.25rem;
        height: 1.25rem;
        border-radius: var(--radius-round);
        background: var(--surface-sunken);
        color: var(--text-quiet);
      }

      .mark svg {
        width: 0.75rem;
        height: 0.75rem;
      }

      .met .mark {
        background: var(--good-soft);
        color: var(--good);
      }

      .what {
        display: grid;
        gap: 1px;
        font-size: 0.8125rem;
        overflow-wrap: anywhere;
      }

      .label {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: var(--space-2);
        font-size: var(--size-body);
      }

      .label button {
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font-weight: inherit;
        text-align: start;
        overflow-wrap: anywhere;
        cursor: pointer;
      }

      .label button:hover {
        color: var(--accent);
        text-decoration: underline;
      }

      .place {
        font-size: var(--size-small);
        font-weight: 400;
      }

      .met .label {
        font-weight: 550;
      }

      .not-met .label,
      .muted .label,
      .not-met .points,
      .muted .points {
        color: var(--text-quiet);
      }

      .making {
        display: flex;
        flex-wrap: wrap;
        column-gap: var(--space-2);
        font-variant-numeric: tabular-nums;
      }

      .making span + span::before {
        content: "· ";
      }

      .next {
        display: flex;
        align-items: center;
        gap: var(--space-1);
      }

      .next svg {
        width: 0.75rem;
        height: 0.75rem;
      }

      .met .points {
        font-weight: 650;
      }

      .met .points.below {
        color: var(--bad);
      }

      .points {
        white-space: nowrap;
      }
    `,
  ];
}
