/** Values that no rule knows, each with how often it occurs and a button that adds it to the criterion where it belongs. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { icons } from "../../components/icons.ts";
import type { NumberEvent } from "../../components/number-field.ts";
import { SessionElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { count } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import { clip } from "../../text/clip.ts";
import type { Finding } from "./findings.ts";
import { adding, targetsFor, type Target } from "./mending.ts";
import "../../components/number-field.ts";

const some = 6;

@customElement("unruled-values")
export class UnruledValues extends SessionElement {
  @property({ attribute: false }) finding!: Finding<"unruled">;
  @state() private isWhole = false;
  @state() private chosen = 0;
  /** What an added value gives, where it stands in a table of points. */
  @state() private points: number | undefined = 0;

  override render(): TemplateResult {
    const { values, distinct } = this.finding;
    const targets = targetsFor(this.finding, this.session.editor.document, this.state.contacts?.report.columns);
    const target = targets[Math.min(this.chosen, targets.length - 1)];
    const shown = this.isWhole ? values : values.slice(0, some);
    return html`
      ${target === undefined ? nothing : this.#where(target, targets)}
      <ul>${shown.map(({ value, count: times }) => this.#value(value, times, target))}</ul>
      ${shown.length < values.length
        ? html`<button class="button plain" type="button" @click=${() => (this.isWhole = true)}>${t("show-more", { count: values.length - shown.length })}</button>`
        : distinct > values.length && this.isWhole
          ? html`<p class="quiet small">${t("unruled-most", { count: values.length })}</p>`
          : nothing}
    `;
  }

  /** What a value would be added to. */
  #where(target: Target, targets: readonly Target[]): TemplateResult {
    const name = ({ criterion }: Target): string => clip(criterion.label?.trim() || (criterion.id ?? ""), 80);
    return html`<p class="where">
      ${targets.length === 1
        ? html`<span class="quiet">${t("unruled-add-to", { criterion: name(target) })}</span>`
        : html`<label class="quiet">${t("unruled-choose")}
            <select class="field" .value=${live(String(targets.indexOf(target)))} @change=${(event: Event) => (this.chosen = Number((event.target as HTMLSelectElement).value))}>
              ${targets.map((one, index) => html`<option value=${index} ?selected=${one === target}>${name(one)}</option>`)}
            </select>
          </label>`}
      ${target.takes === "points"
        ? html`<number-field label=${t("unruled-points")} .value=${this.points} @number=${(event: NumberEvent) => (this.points = event.number)}></number-field>`
        : nothing}
    </p>`;
  }

  #value(value: string, times: number, target: Target | undefined): TemplateResult {
    return html`<li>
      <span class="value">${clip(value, 200)}</span><span class="quiet number">${count(times)}</span>
      ${target === undefined
        ? nothing
        : html`<button
            class="button icon plain"
            type="button"
            aria-label=${t("unruled-add", { value: clip(value, 60) })}
            title=${t("unruled-add", { value: clip(value, 60) })}
            ?disabled=${this.session.editor.fault !== undefined}
            @click=${() => this.#add(value, target)}
          >${icons.plus}</button>`}
    </li>`;
  }

  #add(value: string, target: Target): void {
    const mend = adding(value, target, this.session.editor.document, this.points ?? 0);
    this.session.editor.setAll(mend, { key: "step-health", args: { what: "value", value: clip(value, 60) } });
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
        justify-items: start;
      }

      .where {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--space-2) var(--space-4);
      }

      label {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }

      select {
        max-width: 100%;
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-2);
        min-width: 0;
      }

      li {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 2rem;
        padding-left: var(--space-2);
        border-radius: var(--radius-small);
        background: var(--surface-sunken);
        overflow-wrap: anywhere;
      }

      .value {
        min-width: 0;
      }

      li .number:last-child {
        padding-right: var(--space-2);
      }

      li .button {
        width: 2rem;
        min-height: 2rem;
      }
    `,
  ];
}
