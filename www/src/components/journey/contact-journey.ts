/**
 * The way of one contact through time: its points as a chart with what it did and what happened, and the same as a table. In: which contact, of the
 * file or made up. What it says comes from the package, which replays the contact's events, all of them whichever period is shown.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Live } from "../../session/live.ts";
import { list } from "../../editing/document.ts";
import { controls } from "../../styles/controls.ts";
import { instant } from "../../text/instants.ts";
import { t } from "../../text/language.ts";
import { points, signedPoints } from "../../text/points.ts";
import type { Draft } from "../../worker/draft.ts";
import type { Section } from "../../worker/journeys.ts";
import { stageName } from "../../text/happenings.ts";
import { SessionElement } from "../page-element.ts";
import "./journey-chart.ts";
import { shownSteps, stepWords, stretches, thresholdsOf, type ShownStep } from "./journey-steps.ts";

const ranges = [30, 90, 365, 0] as const;
const beginnings = ["current", "none"] as const;
/** More steps than that are not listed at once. */
const mostRows = 500;

@customElement("contact-journey")
export class ContactJourney extends SessionElement {
  /** A contact of the file, by its row. */
  @property({ attribute: false }) row: number | undefined;
  /** One that was made up. */
  @property({ attribute: false }) draft: Draft | undefined;
  @state() private days: (typeof ranges)[number] = 90;
  @state() private fromStage: (typeof beginnings)[number] = "current";
  @state() private score = "";
  /** The step that is looked at; the last one, if undefined. */
  @state() private active: number | undefined;
  @state() private showsTable = false;

  #journey = new Live(
    this,
    "journey",
    () => {
      const way = { ...(this.days === 0 ? {} : { days: this.days }), fromStage: this.fromStage };
      return this.row !== undefined ? { row: this.row, ...way } : this.draft !== undefined ? { draft: this.draft, ...way } : undefined;
    },
    { withoutContacts: true },
  );

  override render(): TemplateResult | typeof nothing {
    const journey = this.#journey.value;
    if (!journey) return nothing;
    const scores = Object.keys(journey.steps[0]?.scores ?? {});
    const score = scores.includes(this.score) ? this.score : scores[0];
    return html`<section aria-labelledby="title">
      <header>
        <h3 id="title">${t("journey")}</h3>
        ${scores.length > 1
          ? html`<select class="field" aria-label=${t("test-score")} @change=${(event: Event) => (this.score = (event.target as HTMLSelectElement).value)}>
              ${scores.map((id) => html`<option value=${id} ?selected=${id === score}>${this.#labelOf(id)}</option>`)}
            </select>`
          : nothing}
        ${list(this.session.editor.document.lifecycle?.stages).length === 0
          ? nothing
          : html`<select class="field beginning" aria-label=${t("journey-begins")} @change=${this.#onBeginning}>
              ${beginnings.map((stage) => html`<option value=${stage} ?selected=${stage === this.fromStage}>${t("journey-from-stage", { stage })}</option>`)}
            </select>`}
        <fieldset class="segments">
          <legend class="unseen">${t("journey-range")}</legend>
          ${ranges.map(
            (days) => html`<label><input class="unseen" type="radio" name="range" .checked=${this.days === days} @change=${() => this.#onRange(days)} />${t("journey-ranges", { days })}</label>`,
          )}
        </fieldset>
      </header>
      ${score === undefined ? nothing : this.#shown(journey, score, scores)}
    </section>`;
  }

  #shown(journey: Section, score: string, scores: readonly string[]): TemplateResult {
    const { document } = this.session.editor;
    const steps = shownSteps(journey, score);
    const active = Math.min(this.active ?? steps.length - 1, steps.length - 1);
    const step = steps[active];
    const others = scores.filter((id) => id !== score).map((id) => shownSteps(journey, id));
    return html`
      <journey-chart
        .steps=${steps}
        .others=${others}
        .thresholds=${thresholdsOf(document, score)}
        .stretches=${stretches(steps, document)}
        .active=${active}
        .label=${this.#title(score)}
        .said=${step === undefined ? "" : this.#said(step, score)}
        @step=${(event: CustomEvent<number>) => (this.active = event.detail)}
      ></journey-chart>
      ${step === undefined ? nothing : this.#readout(step, score)}
      ${journey.complete ? nothing : html`<p class="caution small" role="note">${t("journey-incomplete", { to: instant(steps.at(-1)?.time ?? 0) })}</p>`}
      ${journey.passedOver === undefined
        ? nothing
        : html`<p class="caution small" role="note">${t("journey-passed-over", { from: instant(Date.parse(journey.passedOver.from)), to: instant(Date.parse(journey.passedOver.to)) })}</p>`}
      <details @toggle=${(event: Event) => (this.showsTable = (event.target as HTMLDetailsElement).open)}>
        <summary class="small">${t("journey-as-table", { count: steps.length })}</summary>
        ${this.showsTable ? this.#table(steps, score) : nothing}
      </details>
    `;
  }

  #labelOf(score: string): string {
    return this.state.outline?.scores.find(({ id }) => id === score)?.label ?? score;
  }

  /** What the chart shows, for those who hear it. */
  #title(score: string): string {
    return t("journey-chart", { score: this.#labelOf(score), stage: this.fromStage });
  }

  /** What the step is, for those who hear it. */
  #said(step: ShownStep, score: string): string {
    const { document } = this.session.editor;
    const stage = step.stage === null ? [] : [t("journey-stage", { stage: stageName(document, step.stage) })];
    return [instant(step.time), t("journey-points", { score: this.#labelOf(score), points: points(step.points), count: step.points }), ...stage, ...stepWords(step, document)].join("; ");
  }

  /** The same for those who see it: always of the same height, so that nothing jumps. */
  #readout(step: ShownStep, score: string): TemplateResult {
    const { document } = this.session.editor;
    return html`<div class="readout" aria-hidden="true">
      <p><span class="quiet">${instant(step.time)}</span> <b>${t("journey-points", { score: this.#labelOf(score), points: points(step.points), count: step.points })}</b>${step.change === 0
          ? nothing
          : html` <span class=${step.change > 0 ? "up" : "down"}>${signedPoints(step.change)}</span>`}</p>
      <p class="words">${stepWords(step, document).map((words) => html`<span>${words}</span>`)}</p>
    </div>`;
  }

  #table(steps: readonly ShownStep[], score: string): TemplateResult {
    const { document } = this.session.editor;
    const shown = steps.slice(-mostRows);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.#title(score)}>
      ${shown.length < steps.length ? html`<p class="small quiet">${t("journey-table-last", { count: shown.length })}</p>` : nothing}
      <table class="small">
        <thead>
          <tr><th scope="col">${t("journey-when")}</th><th scope="col" class="number">${this.#labelOf(score)}</th><th scope="col" class="number">${t("journey-change")}</th><th scope="col">${t("journey-at-stage")}</th><th scope="col">${t("journey-what")}</th></tr>
        </thead>
        <tbody>
          ${shown.map(
            (step) => html`<tr>
              <th scope="row">${instant(step.time)}</th>
              <td class="number">${points(step.points)}</td>
              <td class="number">${step.change === 0 ? "" : signedPoints(step.change)}</td>
              <td>${step.stage === null ? "" : stageName(document, step.stage)}</td>
              <td>${stepWords(step, document).map((words) => html`<span class="word">${words}</span>`)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #onBeginning(event: Event): void {
    this.fromStage = (event.target as HTMLSelectElement).value === "none" ? "none" : "current";
    this.active = undefined;
  }

  #onRange(days: (typeof ranges)[number]): void {
    this.days = days;
    this.active = undefined;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      section {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-2);
        padding: var(--space-3);
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
      }

      h3 {
        flex: 1 0 auto;
      }

      header .field {
        min-height: 1.875rem;
        max-width: 12rem;
      }

      header .beginning {
        max-width: min(100%, 20rem);
      }

      .readout {
        min-height: 3rem;
        padding-left: 2.5rem;
      }

      .words {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-3);
        overflow-wrap: anywhere;
      }

      .word {
        display: block;
      }

      .up {
        color: var(--good);
        font-weight: 600;
      }

      .down {
        color: var(--bad);
        font-weight: 600;
      }

      .caution {
        color: var(--caution);
      }

      summary {
        width: fit-content;
        color: var(--accent);
        line-height: 1.75rem;
        cursor: pointer;
      }

      .scroll {
        max-height: 20rem;
        overflow: auto;
      }

      table {
        width: 100%;
        border-collapse: collapse;
      }

      th,
      td {
        padding: var(--space-1) var(--space-3) var(--space-1) 0;
        border-bottom: 1px solid var(--line);
        font-weight: inherit;
        text-align: left;
        vertical-align: top;
      }

      thead th {
        color: var(--text-quiet);
      }

      th.number,
      td.number {
        text-align: right;
      }

      @media (width < 45rem) {
        .readout {
          padding-left: 0;
        }
      }
    `,
  ];
}
