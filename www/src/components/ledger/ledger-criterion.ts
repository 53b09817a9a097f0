/**
 * One criterion of a ledger: met or not, on what evidence, its points and how they came about, when they change, what is missing.
 */
import type { LedgerCriterion } from "leadscore";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { counted } from "../../text/counts.ts";
import { instant } from "../../text/instants.ts";
import { difference, limit, points, signedPoints } from "../../text/points.ts";
import { evidenceDetails, evidenceStyles } from "./evidence.ts";
import { icons } from "../icons.ts";

@customElement("ledger-criterion")
export class LedgerCriterionElement extends LitElement {
  @property({ attribute: false }) criterion!: LedgerCriterion;

  override render(): TemplateResult {
    const { id, label, enabled, met, evidence, missing, points: given, next_change } = this.criterion;
    // Of a single test the evidence says it already.
    const wanted = met || !enabled || evidence.test === "property" ? [] : missing;
    const state = !enabled ? "muted" : met ? "met" : "not-met";
    return html`
      <div class="criterion ${state}">
        <span class="mark">${!enabled ? icons.muted : met ? icons.check : icons.dash}<span class="unseen">${state.replace("-", " ")}</span></span>
        <div class="what">
          <p class="label">${label || id}</p>
          <p class="quiet">${enabled ? evidence.text : "Switched off, so it gives no points."}</p>
          ${this.#making()}
          ${wanted.length === 0
            ? nothing
            : html`<p class="missing"><span class="quiet">To meet it:</span> ${wanted.join("; ")}</p>`}
          ${next_change
            ? html`<p class="next quiet">${icons.clock}<span>${signedPoints(next_change.points)} from ${instant(next_change.at)}</span></p>`
            : nothing}
          ${evidenceDetails(evidence)}
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
      <span>${signedPoints(raw_points)} raw</span>
      ${lost === 0 ? nothing : html`<span>${signedPoints(lost)} by decay${decay ? ` (${this.#decay(decay)})` : nothing}</span>`}
      ${cut === 0 ? nothing : html`<span>${signedPoints(cut)} by limit${bounds ? ` (${limit(bounds)})` : nothing}</span>`}
    </p>`;
  }

  #decay({ percent, every_days, shape, since }: NonNullable<LedgerCriterion["decay"]>): string {
    const rate = `${points(percent)}% every ${counted(every_days, "day")}${shape === "compound" ? ", compound" : ""}`;
    if (since === undefined) return rate;
    return since.time === null ? `${rate}; ${since.property}, its beginning, is unknown` : `${rate} since ${instant(since.time)}`;
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
        font-size: var(--size-body);
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
