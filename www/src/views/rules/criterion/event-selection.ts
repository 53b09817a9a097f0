/**
 * Which events are meant: their type, what their properties are to be, and how old they may be. In: the path of a test or criterion that has
 * `event`, `where` and `within_days`. Out: edits there. What else belongs in the line goes into its slot.
 */
import { css, html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import "../../../components/combo-box.ts";
import type { Suggestion } from "../../../components/combo-box.ts";
import { icons } from "../../../components/icons.ts";
import "../../../components/number-field.ts";
import type { NumberEvent } from "../../../components/number-field.ts";
import type { Filter } from "../../../editing/document.ts";
import { Live } from "../../../session/live.ts";
import { controls } from "../../../styles/controls.ts";
import { count } from "../../../text/counts.ts";
import { eventLabel } from "../../../text/filter-sentences.ts";
import { t } from "../../../text/language.ts";
import "./filter-builder.ts";
import { partStyles } from "./part-styles.ts";
import { RulePart } from "./rule-part.ts";

@customElement("event-selection")
export class EventSelection extends RulePart {
  @state() private search: string | undefined;

  #types = new Live(this, "eventTypes", () => ({}));

  override render(): TemplateResult {
    const { event, where, within_days } = this.read<Pick<Filter, "event" | "where" | "within_days">>() ?? {};
    const type = typeof event === "string" ? event : "";
    return html`
      <div class="fields">
        <combo-box
          class="type"
          .label=${t("event-type")}
          .value=${this.search ? type : eventLabel(type)}
          .suggestions=${this.search === undefined ? [] : this.#suggestions(this.search)}
          .faults=${this.faults("event")}
          .disabled=${this.isFrozen}
          @query=${(one: CustomEvent<string>) => (this.search = one.detail)}
          @close=${() => (this.search = undefined)}
          @type=${(one: CustomEvent<string>) => this.#name(one.detail)}
          @choose=${(one: CustomEvent<string>) => this.#name(one.detail)}
        ></combo-box>
        <slot></slot>
        <number-field
          .label=${t("event-within")}
          .value=${within_days}
          .unit=${t("days", { count: typeof within_days === "number" ? within_days : 2 })}
          .faults=${this.faults("within_days")}
          .disabled=${this.isFrozen}
          @number=${(one: NumberEvent) => this.write(["within_days"], one.number, "event")}
        ></number-field>
      </div>
      ${where === undefined
        ? html`<div class="adders">
            <button class="button plain" type="button" ?disabled=${this.isFrozen} @click=${this.#addWhere}>${icons.plus}${t("event-where-add")}</button>
          </div>`
        : html`<div class="where" role="group" aria-label=${t("event-where")}>
            <span class="label">${t("event-where")}</span>
            <filter-builder .path=${[...this.path, "where"]} .scope=${"event"} .eventType=${type}></filter-builder>
          </div>`}
    `;
  }

  /** Those that the contacts have, with how often. */
  #suggestions(search: string): Suggestion[] {
    const wanted = search.trim().toLowerCase();
    return (this.#types.value ?? [])
      .map(({ type, count: many }) => ({ value: type, label: eventLabel(type), detail: type, count: count(many) }))
      .filter(({ value, label }) => value.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted));
  }

  /** What types of events are called means the type. */
  #name(text: string): void {
    const called = text.trim().toLowerCase();
    const known = this.#types.value?.find(({ type }) => eventLabel(type).toLowerCase() === called);
    this.write(["event"], known?.type ?? text, "event");
  }

  /** With the property that most of these events have. */
  #addWhere(): void {
    const type = String(this.read("event") ?? "").toLowerCase();
    const [first] = (this.#types.value?.find((one) => one.type.toLowerCase() === type)?.properties ?? []).toSorted((a, b) => b.filled - a.filled);
    this.choose(["where"], { property: first?.name ?? "", is_known: true }, "event");
  }

  static override styles = [
    controls,
    partStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
      }

      .type {
        flex: 1 1 11rem;
        max-width: 18rem;
      }

      .where {
        padding-left: var(--space-3);
        border-left: 2px solid var(--line);
      }
    `,
  ];
}
