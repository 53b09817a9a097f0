/**
 * What events give: points for each, or points by how many there are, and which of them count. In: the path of a criterion by event. Out:
 * edits there.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import "../../../components/combo-box.ts";
import { faultStyles } from "../../../components/fault-list.ts";
import "../../../components/number-field.ts";
import type { NumberEvent } from "../../../components/number-field.ts";
import type { Criterion } from "../../../editing/document.ts";
import { Live } from "../../../session/live.ts";
import { controls } from "../../../styles/controls.ts";
import { t } from "../../../text/language.ts";
import { pointsOf } from "./criterion-kinds.ts";
import "./frequency-table.ts";
import { columnSuggestions, eventColumns } from "./known-columns.ts";
import { partStyles } from "./part-styles.ts";
import { RulePart } from "./rule-part.ts";

@customElement("event-award")
export class EventAward extends RulePart {
  @state() private search: string | undefined;
  /** A property is to be chosen, and none is written yet. */
  @state() private choosing = false;

  #types = new Live(this, "eventTypes", () => ({}));

  override render(): TemplateResult {
    const { points, frequency, max_occurrences } = this.read<Criterion>() ?? {};
    const byCount = frequency !== undefined;
    const option = (value: boolean, award: string): TemplateResult =>
      html`<label class="check"><input type="radio" name="award" .checked=${live(byCount === value)} ?disabled=${this.isFrozen} @change=${() => this.#onAward(value)} />${t("award", { award })}</label>`;
    return html`
      <div role="radiogroup" aria-label=${t("award-title")} class="awards">${option(false, "each")}${option(true, "frequency")}</div>
      ${byCount ? html`<frequency-table .path=${[...this.path, "frequency"]}></frequency-table>` : nothing}
      <div class="fields">
        ${byCount
          ? nothing
          : html`<number-field .label=${t("award-points")} .value=${points} .faults=${this.faults("points")} .disabled=${this.isFrozen}
                @number=${(event: NumberEvent) => this.write(["points"], event.number, "points")}></number-field>`}
        ${this.#once()}
        ${byCount && max_occurrences === undefined
          ? nothing
          : html`<number-field .label=${t("award-most")} .value=${max_occurrences} .faults=${this.faults("max_occurrences")} .disabled=${this.isFrozen}
                @number=${(event: NumberEvent) => this.write(["max_occurrences"], event.number, "event")}></number-field>`}
      </div>
    `;
  }

  #once(): TemplateResult {
    const { once_per, event } = this.read<Criterion>() ?? {};
    const type = this.#types.value?.find((one) => one.type.toLowerCase() === String(event ?? "").trim().toLowerCase());
    const way = once_per === undefined && !this.choosing ? "each" : once_per === "day" ? "day" : "property";
    return html`
      <label class="stacked">
        <span class="label">${t("once-title")}</span>
        <select class="field" ?disabled=${this.isFrozen} @change=${this.#onOnce}>
          ${["each", "day", "property"].map((one) => html`<option value=${one} ?selected=${one === way}>${t("once", { way: one })}</option>`)}
        </select>
      </label>
      ${way === "property"
        ? html`<combo-box
            class="property"
            .label=${t("once-property")}
            .value=${typeof once_per === "string" ? once_per : ""}
            .suggestions=${this.search === undefined ? [] : columnSuggestions(eventColumns(type?.properties ?? []), this.search, type?.count ?? 0)}
            .faults=${this.faults("once_per")}
            .disabled=${this.isFrozen}
            @query=${(one: CustomEvent<string>) => (this.search = one.detail)}
            @close=${() => (this.search = undefined)}
            @type=${(one: CustomEvent<string>) => this.write(["once_per"], one.detail, "event")}
            @choose=${(one: CustomEvent<string>) => this.write(["once_per"], one.detail, "event")}
          ></combo-box>`
        : nothing}
    `;
  }

  #onOnce(event: Event): void {
    const way = (event.target as HTMLSelectElement).value;
    this.choosing = way === "property";
    this.choose(["once_per"], way === "day" ? "day" : undefined, "event");
  }

  /** The points that were there become those of the first range, and the other way round. */
  #onAward(byCount: boolean): void {
    const most = pointsOf(this.read<Criterion>() ?? {});
    this.chooseAll(
      byCount
        ? [[["points"], undefined], [["max_occurrences"], undefined], [["frequency"], [{ from: 1, points: most }]]]
        : [[["frequency"], undefined], [["points"], most]],
      "event",
    );
  }

  static override styles = [
    controls,
    faultStyles,
    partStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
      }

      .awards {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-4);
      }

      .property {
        flex: 0 1 12rem;
      }
    `,
  ];
}
