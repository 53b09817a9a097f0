/** The ranges of a set of bands, to be changed: what each is called, where it begins and ends, who gets it, and how many do. */
import type { Diagnostic } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { icons } from "../../../components/icons.ts";
import { faultList, faultStyles } from "../../../components/fault-list.ts";
import { pointer, type BandRange } from "../../../editing/document.ts";
import { controls } from "../../../styles/controls.ts";
import { contacts, count, share } from "../../../text/counts.ts";
import { t } from "../../../text/language.ts";
import { filterSentence } from "../../../text/sentences.ts";
import { RulePart } from "../criterion/rule-part.ts";
import { PointsEvent } from "../points-field.ts";
import { conditionOf, nextRange, placeAbove, rangesOf, upperKind, type PlacedRange, type UpperKind } from "./ranges.ts";
import "../criterion/filter-builder.ts";
import "../points-field.ts";

@customElement("range-list")
export class RangeList extends RulePart {
  /** What it is the list of. */
  @property() label = "";
  /** How many contacts have each, by label; undefined where nobody knows. */
  @property({ attribute: false }) counts: ReadonlyMap<string, number> | undefined;
  @property({ attribute: false }) contacts = 0;
  /** The range whose condition is being changed. */
  @state() private open: number | undefined;

  override render(): TemplateResult {
    const ranges = rangesOf(this.read());
    const locked = this.isFrozen;
    return html`
      <ul aria-label=${this.label}>
        ${ranges.map((placed) => this.#range(placed, locked))}
      </ul>
      <button class="button plain add" type="button" ?disabled=${locked} @click=${() => this.#add(ranges)}>${icons.plus}${t("bands-add")}</button>
    `;
  }

  #range({ range, index }: PlacedRange, locked: boolean): TemplateResult {
    const name = typeof range.label === "string" ? range.label : "";
    return html`<li>
      <div class="range">
        <input
          class="field label"
          dir="auto"
          maxlength="200"
          aria-label=${t("bands-label", { place: index + 1 })}
          .value=${name}
          ?readonly=${locked}
          @input=${(event: InputEvent) => this.#set(index, "label", (event.target as HTMLInputElement).value)}
        />
        <label class="bound">
          <span>${t("bands-from")}</span>
          ${this.#points(index, "at_least", range.at_least, t("bands-from-of", { name }), locked)}
        </label>
        ${this.#upper(range, index, name, locked)}
        <span class="count number">${this.#count(name)}</span>
        <button class="button icon plain" type="button" aria-label=${t("bands-remove", { name })} title=${t("bands-remove", { name })} ?disabled=${locked} @click=${() => this.#remove(index, name)}>
          ${icons.cross}
        </button>
      </div>
      ${this.#condition(range, index, name, locked)}
      ${faultList(this.#faultsOf(index), `faults-${index}`)}
    </li>`;
  }

  /** What is said of its condition is said there, while that is open. */
  #faultsOf(index: number): Diagnostic[] {
    const condition = pointer([...this.path, index, "when"]);
    return this.faults(index).filter(({ path }) => this.open !== index || !path.startsWith(condition));
  }

  #points(index: number, key: "at_least" | UpperKind, value: unknown, label: string, locked: boolean): TemplateResult {
    return html`<points-field
      label=${label}
      optional
      placeholder=${t("bands-no-bound")}
      .value=${typeof value === "number" ? value : undefined}
      ?locked=${locked}
      @points=${(event: PointsEvent) => this.#set(index, key, event.points)}
    ></points-field>`;
  }

  #upper(range: BandRange, index: number, name: string, locked: boolean): TemplateResult | typeof nothing {
    const kind = upperKind(range);
    if (kind === undefined) return nothing;
    return html`<span class="bound">
      <select class="field" aria-label=${t("bands-upper-kind", { name })} ?disabled=${locked} @change=${(event: Event) => this.#changeUpper(range, index, (event.target as HTMLSelectElement).value)}>
        <option value="below" ?selected=${kind === "below"}>${t("bands-below")}</option>
        <option value="at_most" ?selected=${kind === "at_most"}>${t("bands-at-most")}</option>
        <option value="">${t("bands-no-upper")}</option>
      </select>
      ${this.#points(index, kind, range[kind], t("bands-upper-of", { name }), locked)}
    </span>`;
  }

  #count(name: string): TemplateResult | typeof nothing {
    const known = this.counts?.get(name);
    if (known === undefined) return nothing;
    return html`<span title=${contacts(known)}><b>${count(known)}</b><span class="unseen"> ${t("bands-have-it")}, </span><span class="quiet small"> ${share(known, this.contacts)}</span></span>
      <span class="bar" aria-hidden="true"><span .style=${`--part: ${this.contacts === 0 ? 0 : known / this.contacts}`}></span></span>`;
  }

  #condition(range: BandRange, index: number, name: string, locked: boolean): TemplateResult {
    const when = conditionOf(range);
    const isOpen = this.open === index && when !== undefined;
    return html`<div class="condition">
      ${when === undefined
        ? html`<button class="link" type="button" aria-label=${t("bands-only-if-of", { name })} ?disabled=${locked} @click=${() => this.#addCondition(index, name)}>${t("bands-only-if")}</button>`
        : html`<span class="sentence" dir="auto">${t("bands-if", { sentence: filterSentence(when, this.labelOf).slice(0, 300) })}</span>
            <button class="link" type="button" aria-expanded=${isOpen} aria-label=${isOpen ? nothing : t("bands-edit-condition", { name })} @click=${() => (this.open = isOpen ? undefined : index)}>${t(isOpen ? "bands-done" : "bands-edit")}</button>
            <button class="link" type="button" aria-label=${t("bands-drop-condition", { name })} ?disabled=${locked} @click=${() => this.#set(index, "when", undefined)}>${t("bands-drop")}</button>`}
    </div>
    ${isOpen ? html`<filter-builder .path=${[...this.path, index, "when"]} .scope=${"band"}></filter-builder>` : nothing}`;
  }

  focusFirst(): void {
    this.renderRoot.querySelector<HTMLElement>("input, button")?.focus();
  }

  #label(): { key: string; args: { name: string } } {
    return { key: "step-bands", args: { name: this.label } };
  }

  #set(index: number, key: keyof BandRange, value: unknown): void {
    const path = [...this.path, index, key];
    this.session.editor.set(path, value, this.#label(), { group: `bands ${pointer(path)}` });
  }

  #changeUpper(range: BandRange, index: number, kind: string): void {
    const value = range.at_most ?? range.below;
    const upper = [...this.path, index];
    const without = [[[...upper, "at_most"], undefined] as const, [[...upper, "below"], undefined] as const].filter(([path]) => this.session.editor.read(path) !== undefined);
    this.session.editor.setAll(kind === "" ? without : [...without, [[...upper, kind], value] as const], this.#label());
  }

  #addCondition(index: number, name: string): void {
    const property = this.session.state.contacts?.report.columns.find(({ filled }) => filled > 0)?.name ?? "email";
    this.session.editor.set([...this.path, index, "when"], { property, is_known: true }, { key: "step-bands", args: { name } });
    this.open = index;
  }

  #add(ranges: readonly PlacedRange[]): void {
    const taken = new Set(ranges.map(({ range }) => range.label));
    let label = t("bands-new");
    for (let number = 2; taken.has(label); number++) label = `${t("bands-new")} ${number}`;
    const place = placeAbove(ranges);
    this.session.editor.insert(this.path, place, nextRange(ranges, label), this.#label());
    void this.updateComplete.then(() => this.renderRoot.querySelectorAll<HTMLInputElement>(".label")[place]?.select());
  }

  #remove(index: number, name: string): void {
    this.open = undefined;
    this.session.editor.remove([...this.path, index], { key: "step-delete", args: { name } });
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".add")?.focus());
  }

  static override styles = [
    controls,
    faultStyles,
    css`
      :host {
        display: block;
      }

      ul {
        display: grid;
        max-width: 44rem;
      }

      li {
        padding: var(--space-1) 0;
      }

      .range {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-3);
      }

      .field.label {
        flex: 1 1 8rem;
        min-width: 6rem;
        max-width: 14rem;
        min-height: 1.75rem;
        padding: 0 var(--space-2);
        font-weight: 600;
      }

      .bound {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        color: var(--text-quiet);
      }

      select.field {
        min-height: 1.75rem;
        padding: 0 var(--space-1);
      }

      .count {
        display: grid;
        gap: 2px;
        min-width: 6rem;
        margin-left: auto;
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

      .range .button.icon {
        width: 1.75rem;
        min-height: 1.75rem;
        color: var(--text-quiet);
      }

      .button.add {
        min-height: 1.75rem;
        padding: 0 var(--space-2);
        margin-left: calc(-1 * var(--space-2));
      }

      .condition {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--space-3);
        font-size: var(--size-small);
        color: var(--text-quiet);
      }

      .sentence {
        min-width: 0;
        overflow-wrap: anywhere;
      }

      .link {
        min-height: 1.5rem;
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
        cursor: pointer;
      }

      .link:hover {
        text-decoration: underline;
      }

      filter-builder {
        display: block;
        margin: var(--space-2) 0;
      }
    `,
  ];
}
