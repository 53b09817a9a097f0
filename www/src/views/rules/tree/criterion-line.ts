/** One criterion on one line: what it is called, what it tests, how many meet it, what that adds up to, and its points. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Criterion } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { contacts, count, share } from "../../../text/counts.ts";
import { t } from "../../../text/language.ts";
import { points, signedPoints } from "../../../text/points.ts";
import { criterionSentence, type LabelOf } from "../../../text/sentences.ts";
import { same } from "./equality.ts";
import { lineStyles } from "./line-styles.ts";
import { MovableLine } from "./movable-line.ts";
import { PointsEvent } from "../points-field.ts";
import "../points-field.ts";

const longestSentence = 300;

@customElement("criterion-line")
export class CriterionLineElement extends MovableLine {
  @property({ attribute: false, hasChanged: (now: unknown, before: unknown) => !same(now, before) }) criterion: Criterion = {};
  /** What properties are called. */
  @property({ attribute: false }) labelOf: LabelOf = (name) => name;
  /** How many contacts meet it; undefined while nobody knows. */
  @property({ attribute: false }) met: number | undefined;
  @property({ attribute: false }) sum: number | undefined;
  @property({ attribute: false }) contacts = 0;

  override render(): TemplateResult {
    const muted = this.criterion.enabled === false;
    const sentence = criterionSentence(this.criterion, this.labelOf);
    return html`
      ${this.grip()}
      <span role="gridcell" class="toggle">
        <button
          class="switch"
          type="button"
          role="switch"
          tabindex=${this.stop}
          aria-checked=${!muted}
          aria-label=${t("rules-counts", { name: this.name })}
          title=${t(muted ? "rules-unmute" : "rules-mute")}
          ?disabled=${this.locked}
          @click=${() => this.wish({ what: "toggle" })}
        ></button>
      </span>
      <span role="gridcell" class=${muted ? "title muted" : "title"}>${this.caption()}${muted ? html`<span class="tag">${t("rules-muted")}</span>` : nothing}</span>
      <span role="gridcell" class=${muted ? "sentence cut muted" : "sentence cut"} dir="auto" title=${cutShort(sentence)}>${cutShort(sentence)}</span>
      ${this.finding()}
      <span role="gridcell" class="met">${this.#met()}</span>
      <span role="gridcell" class="sum number">${this.sum === undefined ? nothing : html`<span title=${t("rules-sum-hint")}><span class="unseen">${t("rules-sum")} </span>${muted ? "–" : signedPoints(this.sum)}</span>`}</span>
      <span role="gridcell" class="points">${this.#points()}</span>
      ${this.menu()}
    `;
  }

  #met(): TemplateResult | typeof nothing {
    const { met } = this;
    if (met === undefined) return nothing;
    const part = this.contacts === 0 ? 0 : met / this.contacts;
    return html`<span class="meter" title=${t("rules-met-hint", { contacts: contacts(met), share: share(met, this.contacts) })}>
      <span class="counted"><b>${count(met)}</b><span class="unseen"> ${t("rules-met")}, </span><span class="quiet"> ${share(met, this.contacts)}</span></span>
      <span class="bar" aria-hidden="true"><span .style=${`--part: ${Math.max(part, met > 0 ? 0.01 : 0)}`}></span></span>
    </span>`;
  }

  #points(): TemplateResult {
    const { values, frequency, points: value } = this.criterion;
    const table = tableOf(values, frequency);
    if (table !== undefined) return html`<button class="range" type="button" tabindex=${this.stop} @click=${() => this.wish({ what: "open" })}>${rangeOf(table)}</button>`;
    return html`<points-field
      label=${t("rules-points-of", { name: this.name })}
      .value=${typeof value === "number" ? value : undefined}
      .stop=${this.stop}
      ?locked=${this.locked}
      @points=${(event: PointsEvent) => event.points !== undefined && this.wish({ what: "points", points: event.points })}
    ></points-field>`;
  }

  static override styles = [
    controls,
    lineStyles,
    css`
      :host {
        grid-template-columns: 1rem 1.75rem minmax(8rem, 6fr) minmax(0, 7fr) 1.25rem 6.5rem 4.75rem 4.75rem 1.75rem;
        grid-template-areas: "handle switch title sentence finding met sum points menu";
        height: 2.5rem;
      }

      .title {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-width: 0;
      }

      .name {
        font-weight: 550;
      }

      .muted {
        color: var(--text-quiet);
      }

      .muted .name {
        text-decoration: line-through;
        text-decoration-thickness: 1px;
      }

      .sentence {
        color: var(--text-quiet);
      }

      .meter {
        display: grid;
        gap: 3px;
      }

      .counted {
        display: flex;
        justify-content: space-between;
        gap: var(--space-1);
        font-size: var(--size-small);
        font-variant-numeric: tabular-nums;
        line-height: 1;
      }

      .counted b {
        font-weight: 600;
      }

      .bar {
        height: 3px;
        overflow: hidden;
        border-radius: 2px;
        background: var(--surface-sunken);
      }

      .bar span {
        display: block;
        width: calc(100% * var(--part));
        height: 100%;
        background: var(--accent);
        transition: width 160ms;
      }

      .range {
        width: 4.75rem;
        min-height: 1.75rem;
        padding: 0 2px;
        border: 1px solid transparent;
        border-radius: var(--radius-small);
        background: none;
        font-size: var(--size-small);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        text-align: right;
        white-space: nowrap;
        cursor: pointer;
      }

      .range:hover {
        border-color: var(--line-control);
      }

      @container (width < 46rem) {
        :host {
          grid-template-columns: 1rem 1.75rem minmax(0, 1fr) auto 4.5rem 1.75rem;
          column-gap: var(--space-1);
          grid-template-areas:
            "handle switch title finding points menu"
            ". . sentence sentence met met";
          height: 4rem;
        }

        .sum {
          display: none;
        }

        .met {
          padding-right: var(--space-2);
        }
      }
    `,
  ];
}

function cutShort(sentence: string): string {
  return sentence.length > longestSentence ? `${sentence.slice(0, longestSentence)}…` : sentence;
}

/** The points that a criterion can give which has a table of them. */
function tableOf(values: unknown, frequency: unknown): number[] | undefined {
  const table = Array.isArray(frequency) ? frequency.map((range: { points?: unknown } | null) => range?.points) : values;
  if (table === null || typeof table !== "object") return undefined;
  return Object.values(table).filter((one) => typeof one === "number");
}

/** `−5 … 20` */
function rangeOf(table: number[]): string {
  if (table.length === 0) return "–";
  const [least, most] = table.reduce(([low, high], one) => [Math.min(low, one), Math.max(high, one)], [Infinity, -Infinity]);
  return least === most ? points(most) : `${points(least)} … ${points(most)}`;
}
