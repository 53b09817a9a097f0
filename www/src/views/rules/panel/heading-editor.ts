/** Everything about one score or group, to be changed: its name, its note, its limits, its decay or the scale it is also shown on. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { faultList, faultStyles } from "../../../components/fault-list.ts";
import type { NumberEvent } from "../../../components/number-field.ts";
import { pointer, type Decay, type Group, type Path, type Score } from "../../../editing/document.ts";
import { Live } from "../../../session/live.ts";
import { controls } from "../../../styles/controls.ts";
import { contacts } from "../../../text/counts.ts";
import { t } from "../../../text/language.ts";
import { points } from "../../../text/points.ts";
import { partStyles } from "../criterion/part-styles.ts";
import { RulePart } from "../criterion/rule-part.ts";
import { nameOf } from "../tree/lines.ts";
import "../../../components/number-field.ts";
import "../criterion/decay-curve.ts";
import "../criterion/limit-fields.ts";

/** What the curve of a decay begins with. */
const example = 10;

@customElement("heading-editor")
export class HeadingEditor extends RulePart {
  /** How many contacts its limit changes, and how many points that takes. */
  @property({ attribute: false }) limited: number | undefined;
  @property({ attribute: false }) taken = 0;

  #curve = new Live(this, "decayCurve", () => {
    const decay = this.read<Decay>("decay");
    return decay === null || typeof decay !== "object" ? undefined : { decay, points: example };
  });

  override render(): TemplateResult {
    const item = this.read<Score & Group>() ?? {};
    const isScore = this.path.length === 2;
    const name = nameOf(item);
    return html`
      <fieldset ?disabled=${this.isFrozen}>
        <label class="named"><span>${t("rules-name")}</span>
          <input class="field" id="label" dir="auto" maxlength="400" .value=${textOr(item.label)} placeholder=${textOr(item.id)} @input=${(event: InputEvent) => this.#text("label", event, name)} />
        </label>
        <label class="named"><span>${t("rules-note")}</span>
          <textarea class="field" dir="auto" rows="3" maxlength="4000" placeholder=${t("rules-note-hint")} .value=${textOr(item.note)} @input=${(event: InputEvent) => this.#text("note", event, name)}></textarea>
        </label>
        <section>
          <h3>${t("rules-limit")}</h3>
          <p class="quiet small">${t("rules-limit-hint", { kind: isScore ? "score" : "group" })}</p>
          <limit-fields .path=${[...this.path, "limit"]}></limit-fields>
          ${this.limited
            ? html`<p class="limited small">${t("rules-limited", { contacts: contacts(this.limited), points: points(Math.abs(this.taken)), gives: this.taken < 0 ? "yes" : "no" })}</p>`
            : nothing}
        </section>
        ${isScore ? this.#rescale(item, name) : this.#decay(item, name)}
      </fieldset>
    `;
  }

  #rescale({ rescale }: Score, name: string): TemplateResult {
    const field = (key: "from" | "to"): TemplateResult => html`<number-field
      .label=${t("rules-rescale-end", { end: key })}
      .value=${rescale?.[key]}
      .faults=${this.faults("rescale", key)}
      @number=${(event: NumberEvent) => this.#set(["rescale", key], event.number, "step-rescale", name)}
    ></number-field>`;
    return html`<section>
      <label class="check">
        <input type="checkbox" .checked=${live(rescale !== undefined)} @change=${(event: Event) => this.#set(["rescale"], isChecked(event) ? { from: 0, to: 100 } : undefined, "step-rescale", name)} />
        <b>${t("rules-rescale")}</b>
      </label>
      <p class="quiet small">${t("rules-rescale-hint")}</p>
      ${rescale === undefined ? nothing : html`<div class="fields">${field("from")}${field("to")}</div>`}
    </section>`;
  }

  #decay({ decay }: Group, name: string): TemplateResult {
    const start: Decay = { percent: 25, every_days: 30 };
    return html`<section>
      <label class="check">
        <input type="checkbox" .checked=${live(decay !== undefined)} @change=${(event: Event) => this.#set(["decay"], isChecked(event) ? start : undefined, "step-decay", name)} />
        <b>${t("decay-own")}</b>
      </label>
      <p class="quiet small">${t("rules-decay-hint")}</p>
      ${decay === undefined ? nothing : this.#decayFields(decay, name)}
      ${faultList(this.faults("decay").filter(({ path }) => !/\/(percent|every_days)$/.test(path)))}
      ${decay === undefined || !this.#curve.value ? nothing : html`<decay-curve .steps=${this.#curve.value}></decay-curve>`}
    </section>`;
  }

  #decayFields({ percent, every_days, shape }: Decay, name: string): TemplateResult {
    const set = (key: keyof Decay, value: unknown): void => this.#set(["decay", key], value, "step-decay", name);
    return html`<div class="fields">
      <number-field .label=${t("decay-percent")} .value=${percent} unit="%" .faults=${this.faults("decay", "percent")}
        @number=${(event: NumberEvent) => set("percent", event.number)}></number-field>
      <number-field .label=${t("decay-every")} .value=${every_days} .unit=${t("days", { count: typeof every_days === "number" ? every_days : 2 })} .faults=${this.faults("decay", "every_days")}
        @number=${(event: NumberEvent) => set("every_days", event.number)}></number-field>
      <label class="stacked">
        <span class="label">${t("decay-shape")}</span>
        <select class="field" @change=${(event: Event) => set("shape", (event.target as HTMLSelectElement).value === "compound" ? "compound" : undefined)}>
          <option value="linear" ?selected=${shape !== "compound"}>${t("decay-shapes", { shape: "linear" })}</option>
          <option value="compound" ?selected=${shape === "compound"}>${t("decay-shapes", { shape: "compound" })}</option>
        </select>
      </label>
    </div>`;
  }

  #text(key: "label" | "note", event: InputEvent, name: string): void {
    const { value } = event.target as HTMLInputElement;
    this.#set([key], value || undefined, key === "label" ? "step-name" : "step-note", name);
  }

  #set(below: Path, value: unknown, key: string, name: string): void {
    const path = [...this.path, ...below];
    this.session.editor.set(path, value, { key, args: { name } }, { group: pointer(path) });
  }

  static override styles = [
    controls,
    faultStyles,
    partStyles,
    css`
      fieldset {
        display: grid;
        gap: var(--space-4);
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      .named {
        display: grid;
        gap: var(--space-1);
      }

      .named .field {
        width: 100%;
      }

      textarea.field {
        padding: var(--space-2) var(--space-3);
        font: inherit;
        color: inherit;
        resize: vertical;
      }

      section {
        display: grid;
        gap: var(--space-2);
        padding-top: var(--space-4);
        border-top: 1px solid var(--line);
      }

      .limited {
        color: var(--caution);
      }
    `,
  ];
}

function isChecked(event: Event): boolean {
  return (event.target as HTMLInputElement).checked;
}

function textOr(value: unknown): string {
  return typeof value === "string" ? value : "";
}
