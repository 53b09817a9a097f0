/**
 * How the points of a criterion decay: by how much, how often, since when, as a curve. In: the path of a criterion. Out: edits there. Where
 * the criterion says nothing, its group's decay holds, and is shown.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import "../../../components/combo-box.ts";
import { faultList, faultStyles } from "../../../components/fault-list.ts";
import "../../../components/number-field.ts";
import type { NumberEvent } from "../../../components/number-field.ts";
import { kindOf, type Criterion, type Decay, type Group } from "../../../editing/document.ts";
import { Live } from "../../../session/live.ts";
import { controls } from "../../../styles/controls.ts";
import { t } from "../../../text/language.ts";
import { pointsOf } from "./criterion-kinds.ts";
import "./decay-curve.ts";
import { columnOf, columnSuggestions, contactColumns } from "./known-columns.ts";
import { partStyles } from "./part-styles.ts";
import { RulePart } from "./rule-part.ts";

@customElement("decay-fields")
export class DecayFields extends RulePart {
  @state() private search: string | undefined;

  #curve = new Live(this, "decayCurve", () => {
    const decay = this.#decay();
    return decay === undefined ? undefined : { decay, points: pointsOf(this.read<Criterion>() ?? {}) || 10 };
  });

  override render(): TemplateResult {
    const criterion = this.read<Criterion>() ?? {};
    const decay = this.#decay();
    const inherited = criterion.decay === undefined && decay !== undefined;
    return html`<div role="group" class="decay" aria-label=${t("decay-title")}>
      <label class="check">
        <input type="checkbox" .checked=${live(criterion.decay !== undefined)} ?disabled=${this.isFrozen} @change=${this.#onToggle} />${t("decay-own")}
      </label>
      ${inherited ? html`<p class="quiet small">${t("decay-of-group", { percent: Number(decay.percent ?? 0), days: Number(decay.every_days ?? 0) })}</p>` : nothing}
      ${criterion.decay === undefined ? nothing : this.#fields(criterion.decay)}
      ${kindOf(criterion) !== "by_event" && (decay !== undefined || criterion.since !== undefined) ? this.#since(criterion) : nothing}
      ${faultList(criterion.decay === undefined ? this.faults("decay") : this.faults("decay").filter(({ path }) => !/\/(percent|every_days|shape)$/.test(path)))}
      ${decay === undefined || !this.#curve.value ? nothing : html`<decay-curve .steps=${this.#curve.value}></decay-curve>`}
    </div>`;
  }

  /** Its own, or its group's. */
  #decay(): Decay | undefined {
    const own = this.read<Decay>("decay");
    const group = this.session.editor.read(this.path.slice(0, -2)) as Group | undefined;
    const found = own ?? group?.decay;
    return found !== null && typeof found === "object" ? found : undefined;
  }

  #fields({ percent, every_days, shape }: Decay): TemplateResult {
    return html`<div class="fields">
      <number-field .label=${t("decay-percent")} .value=${percent} unit="%" .faults=${this.faults("decay", "percent")} .disabled=${this.isFrozen}
        @number=${(event: NumberEvent) => this.write(["decay", "percent"], event.number, "decay")}></number-field>
      <number-field .label=${t("decay-every")} .value=${every_days} .unit=${t("days", { count: typeof every_days === "number" ? every_days : 2 })} .faults=${this.faults("decay", "every_days")} .disabled=${this.isFrozen}
        @number=${(event: NumberEvent) => this.write(["decay", "every_days"], event.number, "decay")}></number-field>
      <label class="stacked">
        <span class="label">${t("decay-shape")}</span>
        <select class="field" ?disabled=${this.isFrozen} @change=${this.#onShape}>
          <option value="linear" ?selected=${shape !== "compound"}>${t("decay-shapes", { shape: "linear" })}</option>
          <option value="compound" ?selected=${shape === "compound"}>${t("decay-shapes", { shape: "compound" })}</option>
        </select>
        ${faultList(this.faults("decay", "shape"), "shape-faults")}
      </label>
    </div>`;
  }

  #since({ since }: Criterion): TemplateResult {
    const columns = contactColumns(this.session.editor.document, this.state.contacts?.report.columns);
    const times = columns.filter(({ kind }) => kind === "time");
    const name = typeof since === "string" ? since : "";
    return html`<combo-box
      class="since"
      .label=${t("decay-since")}
      .value=${!this.search ? (columnOf(columns, name)?.label ?? name) : name}
      .suggestions=${this.search === undefined ? [] : columnSuggestions(times.length > 0 ? times : columns, this.search, this.state.contacts?.rowCount ?? 0)}
      .faults=${this.faults("since")}
      .disabled=${this.isFrozen}
      @query=${(event: CustomEvent<string>) => (this.search = event.detail)}
      @close=${() => (this.search = undefined)}
      @type=${(event: CustomEvent<string>) => this.#putSince(event.detail)}
      @choose=${(event: CustomEvent<string>) => this.#putSince(event.detail)}
    ></combo-box>`;
  }

  #putSince(text: string): void {
    const columns = contactColumns(this.session.editor.document, this.state.contacts?.report.columns);
    const labelled = columns.find(({ label }) => label.toLowerCase() === text.trim().toLowerCase());
    this.write(["since"], text.trim() === "" ? undefined : (labelled?.name ?? text), "decay");
  }

  /** `since` has no meaning without decay. */
  #onToggle(event: Event): void {
    const isOn = (event.target as HTMLInputElement).checked;
    const group = this.session.editor.read(this.path.slice(0, -2)) as Group | undefined;
    const without = group?.decay === undefined && this.read("since") !== undefined ? [[["since"], undefined] as const] : [];
    this.chooseAll(isOn ? [[["decay"], { percent: 25, every_days: 30 }]] : [[["decay"], undefined], ...without], "decay");
  }

  #onShape(event: Event): void {
    const shape = (event.target as HTMLSelectElement).value;
    this.choose(["decay", "shape"], shape === "linear" ? undefined : shape, "decay");
  }

  static override styles = [
    controls,
    faultStyles,
    partStyles,
    css`
      .decay {
        display: grid;
        gap: var(--space-2);
      }

      .since {
        max-width: 20rem;
      }
    `,
  ];
}
