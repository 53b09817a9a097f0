/** Points over days, as they decay: a small curve, and its first steps in words. In: the steps, as the package gives them. */
import { scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import { css, html, svg, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { PageElement } from "../../../components/page-element.ts";
import { controls } from "../../../styles/controls.ts";
import { count } from "../../../text/counts.ts";
import { t } from "../../../text/language.ts";
import { points } from "../../../text/points.ts";

interface Step {
  days: number;
  points: number;
}

const width = 320;
const height = 72;
const told = 6;

@customElement("decay-curve")
export class DecayCurve extends PageElement {
  @property({ attribute: false }) steps: readonly Step[] = [];

  override render(): TemplateResult {
    const [first] = this.steps;
    const last = this.steps.at(-1);
    if (first === undefined || last === undefined) return html``;
    // After the last step it goes on as it is, for as long as a step took.
    const span = last.days === 0 ? 1 : last.days * (1 + 1 / Math.max(2, this.steps.length));
    const x = scaleLinear([0, span], [0, width]);
    const y = scaleLinear([Math.min(0, first.points), Math.max(0, first.points)], [height - 2, 2]);
    const path = line<Step>((step) => x(step.days), (step) => y(step.points)).curve(curveStepAfter)([...this.steps, { days: span, points: last.points }]);
    const shown = this.steps.slice(0, told);
    return html`<figure>
      <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<line class="ground" x1="0" x2=${width} y1=${y(0)} y2=${y(0)} /><path d=${path ?? ""} />`}
      </svg>
      <div class="ends quiet small" aria-hidden="true"><span>${points(first.points)}</span><span>${this.#said(last)}</span></div>
      <figcaption class="small">
        <span class="quiet">${t("decay-steps")}</span>
        <ol>
          ${shown.map((step) => html`<li>${this.#said(step)}</li>`)}
          ${this.steps.length > told ? html`<li>…</li>` : ""}
        </ol>
      </figcaption>
    </figure>`;
  }

  #said({ days, points: left }: Step): string {
    return t("decay-step", { at: days === 0 ? "once" : "later", days: count(days), points: points(left) });
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        max-width: 26rem;
      }

      svg {
        width: 100%;
        height: 4.5rem;
      }

      path {
        fill: none;
        stroke: var(--accent);
        stroke-width: 2;
        vector-effect: non-scaling-stroke;
      }

      .ground {
        stroke: var(--line-control);
        stroke-width: 1;
        vector-effect: non-scaling-stroke;
      }

      .ends {
        display: flex;
        justify-content: space-between;
      }

      ol {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-3);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];
}
