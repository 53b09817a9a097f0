/** Everything about one score or group, to be changed: its name, its note, its limits, its decay or the scale it is also shown on. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { SessionElement } from "../../../components/page-element.ts";
import { pointer, type Decay, type Group, type Path, type Score } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { contacts } from "../../../text/counts.ts";
import { t } from "../../../text/language.ts";
import { points } from "../../../text/points.ts";
import { decimal, readDecimal } from "../decimals.ts";
import { PointsEvent } from "../points-field.ts";
import { nameOf } from "../tree/lines.ts";
import "../points-field.ts";
import "../criterion/limit-fields.ts";

@customElement("heading-editor")
export class HeadingEditor extends SessionElement {
  /** Of the score or group. */
  @property({ attribute: false }) path: Path = [];
  /** How many contacts its limit changes, and how many points that takes. */
  @property({ attribute: false }) limited: number | undefined;
  @property({ attribute: false }) taken = 0;

  override render(): TemplateResult {
    const item = (this.session.editor.read(this.path) ?? {}) as Score & Group;
    const isScore = this.path.length === 2;
    const locked = this.session.editor.fault !== undefined;
    const name = nameOf(item);
    return html`
      <fieldset ?disabled=${locked}>
        <label class="stacked"><span>${t("rules-name")}</span>
          <input class="field" id="label" dir="auto" maxlength="400" .value=${textOr(item.label)} placeholder=${textOr(item.id)} @input=${(event: InputEvent) => this.#text("label", event, name)} />
        </label>
        <label class="stacked"><span>${t("rules-note")}</span>
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
    const label = { key: "step-rescale", args: { name } };
    const set = (key: "from" | "to", value: number | undefined): void => {
      if (value !== undefined) this.session.editor.set([...this.path, "rescale", key], value, label, { group: `rescale ${pointer(this.path)}` });
    };
    const field = (key: "from" | "to", text: string): TemplateResult => html`<div>
      <span class="quiet" aria-hidden="true">${text}</span>
      <points-field .label=${text} .value=${numberOr(rescale?.[key])} @points=${(event: PointsEvent) => set(key, event.points)}></points-field>
    </div>`;
    return html`<section>
      <label class="check">
        <input type="checkbox" .checked=${rescale !== undefined} @change=${(event: Event) => this.session.editor.set([...this.path, "rescale"], isChecked(event) ? { from: 0, to: 100 } : undefined, label)} />
        <b>${t("rules-rescale")}</b>
      </label>
      <p class="quiet small">${t("rules-rescale-hint")}</p>
      ${rescale === undefined ? nothing : html`<div class="pair">${field("from", t("rules-rescale-from"))}${field("to", t("rules-rescale-to"))}</div>`}
    </section>`;
  }

  #decay({ decay }: Group, name: string): TemplateResult {
    const label = { key: "step-decay", args: { name } };
    const start: Decay = { percent: 25, every_days: 30, shape: "linear" };
    return html`<section>
      <label class="check">
        <input type="checkbox" .checked=${decay !== undefined} @change=${(event: Event) => this.session.editor.set([...this.path, "decay"], isChecked(event) ? start : undefined, label)} />
        <b>${t("rules-decay")}</b>
      </label>
      <p class="quiet small">${t("rules-decay-hint")}</p>
      ${decay === undefined ? nothing : this.#decayFields(decay, name)}
    </section>`;
  }

  #decayFields(decay: Decay, name: string): TemplateResult {
    const set = (key: keyof Decay, value: unknown): void =>
      this.session.editor.set([...this.path, "decay", key], value, { key: "step-decay", args: { name } }, { group: `decay ${pointer(this.path)}` });
    const number = (key: "percent" | "every_days", text: string, largest: number): TemplateResult => html`<label class="stacked">
      <span class="quiet">${text}</span>
      <input
        class="field number"
        inputmode="decimal"
        autocomplete="off"
        .value=${typeof decay[key] === "number" ? decimal(decay[key]) : ""}
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const value = readDecimal(input.value, largest);
          if (value !== undefined && value > 0 && (key === "percent" || Number.isInteger(value))) set(key, value);
          else input.value = typeof decay[key] === "number" ? decimal(decay[key]) : "";
        }}
      />
    </label>`;
    return html`<div class="pair">
      ${number("percent", t("rules-decay-percent"), 100)}${number("every_days", t("rules-decay-days"), 100_000)}
      <label class="stacked wide"><span class="quiet">${t("rules-decay-shape")}</span>
        <select class="field" @change=${(event: Event) => set("shape", (event.target as HTMLSelectElement).value)}>
          <option value="linear" ?selected=${decay.shape !== "compound"}>${t("rules-decay-linear")}</option>
          <option value="compound" ?selected=${decay.shape === "compound"}>${t("rules-decay-compound")}</option>
        </select>
      </label>
    </div>`;
  }

  #text(key: "label" | "note", event: InputEvent, name: string): void {
    const { value } = event.target as HTMLInputElement;
    const label = { key: key === "label" ? "step-name" : "step-note", args: { name } };
    this.session.editor.set([...this.path, key], value || undefined, label, { group: `${key} ${pointer(this.path)}` });
  }

  static override styles = [
    controls,
    css`
      fieldset {
        display: grid;
        gap: var(--space-4);
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }

      .stacked {
        display: grid;
        gap: var(--space-1);
      }

      .stacked input,
      textarea,
      .stacked select {
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

      .check {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 1.5rem;
      }

      .check input {
        width: 1rem;
        height: 1rem;
        accent-color: var(--accent-solid);
      }

      .pair {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--space-3);
      }

      .wide {
        grid-column: 1 / -1;
      }

      .pair points-field {
        width: 100%;
        margin-top: var(--space-1);
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

function numberOr(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}
