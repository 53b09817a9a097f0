/** What a contact that is made up did: events with type, time and properties, added, repeated and taken away. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { fromField, toField } from "../../text/instants.ts";
import { t } from "../../text/language.ts";
import { eventName } from "../../text/sentences.ts";
import type { Draft, DraftEvent, DraftProperty } from "../../worker/draft.ts";

/** So many are drawn at once; the others when they are asked for. */
const first = 20;

@customElement("draft-events")
export class DraftEvents extends SessionElement {
  @property({ attribute: false }) draft!: Draft;
  /** The types that rules ask for, with their properties. */
  @property({ attribute: false }) events: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  @property({ attribute: false }) private drawn = first;

  override render(): TemplateResult {
    const { events, older } = this.draft;
    const types = new Set([...this.events.keys(), ...events.map(({ type }) => type)]);
    return html`
      <div class="add">
        ${[...this.events.keys()].slice(0, 12).map((type) => html`<button class="chip" type="button" @click=${() => this.#add(type)}>${icons.plus}${eventName(type)}</button>`)}
        <button class="chip" type="button" @click=${() => this.#add("")}>${icons.plus}${t("test-add-event")}</button>
      </div>
      <datalist id="types">${[...types].map((type) => html`<option value=${type}></option>`)}</datalist>
      <ol>
        ${events.slice(0, this.drawn).map((event, at) => this.#event(event, at))}
      </ol>
      ${events.length > this.drawn
        ? html`<button class="button" type="button" @click=${() => (this.drawn += 100)}>${t("test-more-events", { count: events.length - this.drawn })}</button>`
        : nothing}
      ${older > 0 ? html`<p class="quiet small">${t("test-older-events", { count: older })}</p>` : nothing}
    `;
  }

  #event(event: DraftEvent, at: number): TemplateResult {
    const label = t("test-event", { number: at + 1 });
    const time = Date.parse(event.time);
    const missing = [...(this.events.get(event.type) ?? [])].filter((name) => !event.properties.some((one) => one.name === name));
    const properties: DraftProperty[] = [...event.properties, ...missing.map((name) => ({ name, value: "" }))];
    return html`<li><div class="event" role="group" aria-label=${label}>
      <input class="field type" type="text" list="types" aria-label=${t("test-event-type")} placeholder=${t("test-event-type")} .value=${event.type} @change=${(change: Event) => this.#set(at, { ...event, type: (change.target as HTMLInputElement).value })} />
      <button class="button icon plain" type="button" aria-label=${t("test-repeat-event", { event: label })} title=${t("test-repeat-event", { event: label })} @click=${() => this.#change([...this.draft.events.slice(0, at + 1), { ...event }, ...this.draft.events.slice(at + 1)])}>${icons.copy}</button>
      <button class="button icon plain" type="button" aria-label=${t("test-remove-event", { event: label })} @click=${() => this.#change(this.draft.events.toSpliced(at, 1))}>${icons.cross}</button>
      <input class="field time" type="datetime-local" aria-label=${t("test-event-time")} .value=${Number.isNaN(time) ? "" : toField(time)} @change=${(change: Event) => this.#setTime(at, event, (change.target as HTMLInputElement).value)} />
      ${properties.map(
        ({ name, value, cut }) => html`<label>
          <span class="small cut" title=${name}>${name}</span>
          <input class="field" type="text" .value=${value} ?readonly=${cut} title=${cut ? t("test-too-long") : ""} @input=${(change: Event) => this.#setProperty(at, event, name, (change.target as HTMLInputElement).value)} />
        </label>`,
      )}
    </div></li>`;
  }

  #add(type: string): void {
    const properties = [...(this.events.get(type) ?? [])].map((name) => ({ name, value: "" }));
    const event: DraftEvent = { type, time: new Date(this.state.asOf).toISOString(), properties };
    this.#change([event, ...this.draft.events]);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("li .type")?.focus());
  }

  #setTime(at: number, event: DraftEvent, value: string): void {
    const time = fromField(value);
    if (time !== undefined) this.#set(at, { ...event, time: new Date(time).toISOString() });
  }

  #setProperty(at: number, event: DraftEvent, name: string, value: string): void {
    const known = event.properties.some((one) => one.name === name);
    const properties = known ? event.properties.map((one) => (one.name === name ? { ...one, value } : one)) : [...event.properties, { name, value }];
    this.#set(at, { ...event, properties });
  }

  #set(at: number, event: DraftEvent): void {
    this.#change(this.draft.events.with(at, event));
  }

  #change(events: DraftEvent[]): void {
    this.session.test({ draft: { ...this.draft, events } });
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
      }

      .add {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
      }

      .chip {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        min-height: 1.75rem;
        padding: 0 var(--space-2);
        border: 1px solid var(--line-control);
        border-radius: var(--radius-round);
        background: none;
        font-size: var(--size-small);
        cursor: pointer;
        overflow-wrap: anywhere;
      }

      .chip:hover {
        background: var(--surface-hover);
      }

      .chip svg {
        width: 0.75rem;
        height: 0.75rem;
      }

      ol {
        display: grid;
        gap: var(--space-2);
      }

      .event {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        gap: var(--space-1) var(--space-2);
        padding: var(--space-2);
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
      }

      .event .time,
      .event label {
        grid-column: 1 / -1;
      }

      label {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 3fr);
        align-items: center;
        gap: var(--space-2);
      }

      .field {
        width: 100%;
        min-width: 0;
        min-height: 2rem;
        padding: 0 var(--space-2);
      }

      .field:read-only {
        background: var(--surface-sunken);
      }

      .event .button {
        width: 2rem;
        min-height: 2rem;
      }
    `,
  ];
}
