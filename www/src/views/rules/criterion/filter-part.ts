/**
 * One part of a filter: a test, or a group with parts of its own. In: its path. Out: edits there, and `part-change` events for what is to be
 * done with the part in the group around it. Beside it stands how many contacts meet it.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import "../../../components/action-menu.ts";
import type { Action } from "../../../components/action-menu.ts";
import { faultList, faultStyles } from "../../../components/fault-list.ts";
import { pointer, type Filter, type Path } from "../../../editing/document.ts";
import { Live } from "../../../session/live.ts";
import { controls } from "../../../styles/controls.ts";
import { contacts } from "../../../text/counts.ts";
import { filterSentence } from "../../../text/filter-sentences.ts";
import { t } from "../../../text/language.ts";
import { addingButtons, freshPart } from "./adding.ts";
import "./event-test.ts";
import { filterPartStyles } from "./filter-part-styles.ts";
import { changed, group, groupOf, partPath, testKind, type Change, type FilterGroup, type Scope, type TestKind, type Way } from "./filter-tree.ts";
import { partStyles } from "./part-styles.ts";
import "./band-test.ts";
import "./list-test.ts";
import "./property-test.ts";
import { RulePart } from "./rule-part.ts";
import "./score-test.ts";
import "./stage-test.ts";

const ways: readonly Way[] = ["all", "any", "none"];
/** What stands deeper is edited as JSON. */
const deepest = 8;
const mostParts = 100;

@customElement("filter-part")
export class FilterPart extends RulePart {
  @property() scope: Scope = "contact";
  @property() eventType = "";
  @property({ type: Number }) depth = 0;
  /** Where it stands among the parts of its group. */
  @property({ type: Number }) index = 0;
  @property({ type: Number }) siblings = 1;

  #meeting = new Live(this, "countMeeting", () => {
    const filter = this.scope === "event" ? undefined : this.read<Filter>();
    return filter !== null && typeof filter === "object" ? { filter } : undefined;
  });

  override render(): TemplateResult {
    const filter = this.read<Filter>();
    const parts = groupOf(filter);
    if (this.depth > deepest) return this.#tooDeep(filter);
    return parts === undefined ? this.#test(filter) : this.#group(parts);
  }

  #test(filter: Filter | undefined): TemplateResult {
    const kind = testKind(filter);
    return html`<div class="test" role="group" aria-label=${filterSentence(filter, this.labelOf)}>
      <div class="form">
        ${kind === "property"
          ? html`<property-test .path=${this.path} .scope=${this.scope} .eventType=${this.eventType}></property-test>`
          : kind === "event"
            ? html`<event-test .path=${this.path}></event-test>`
            : kind === "score"
              ? html`<score-test .path=${this.path}></score-test>`
              : kind === "band"
                ? html`<band-test .path=${this.path}></band-test>`
                : kind === "stage"
                  ? html`<stage-test .path=${this.path}></stage-test>`
                  : kind === "list"
                    ? html`<list-test .path=${this.path}></list-test>`
                    : this.#unreadable()}
      </div>
      ${this.#side(false, 1)}
    </div>`;
  }

  #group(parts: FilterGroup): TemplateResult {
    const select = html`<select class="field" aria-label=${t("group-way")} ?disabled=${this.isFrozen} @change=${(event: Event) => this.#way(parts, (event.target as HTMLSelectElement).value as Way)}>
      ${ways.map((way) => html`<option value=${way} ?selected=${way === parts.way}>${t("group-ways", { way })}</option>`)}
    </select>`;
    return html`<div class="group" role="group" aria-label=${t("group-label", { way: parts.way, count: parts.parts.length })}>
      <div class="head">${select}${this.#side(true, parts.parts.length)}</div>
      <ol class="parts">
        ${parts.parts.slice(0, mostParts).map(
          (_, index) => html`<li>
            <filter-part
              .path=${[...this.path, ...partPath(parts, index)]}
              .scope=${this.scope}
              .eventType=${this.eventType}
              .depth=${this.depth + 1}
              .index=${index}
              .siblings=${parts.parts.length}
              @part-change=${(event: CustomEvent<Change>) => this.#change(parts, index, event.detail)}
            ></filter-part>
          </li>`,
        )}
      </ol>
      ${parts.parts.length > mostParts ? html`<p class="small">${this.#asJson(t("group-more", { count: parts.parts.length - mostParts }))}</p>` : nothing}
      ${addingButtons(this.scope, parts.parts.length > 0, this.isFrozen, (kind) => void this.#add(parts, kind))}
      ${faultList(this.faultsBeside([parts.list === undefined ? "not" : String(parts.list[0])]).concat(this.#ofList(parts)))}
    </div>`;
  }

  /** What is wrong with the list of the parts, and not with one of them. */
  #ofList({ list }: FilterGroup) {
    if (list === undefined) return [];
    const place = pointer([...this.path, ...list]);
    const between = pointer([...this.path, "not"]);
    return this.state.diagnostics.filter(({ path }) => path === place || (list.length > 1 && path === between));
  }

  #side(isGroup: boolean, parts: number): TemplateResult {
    const meeting = this.#meeting.value;
    const actions: Action[] = [
      { key: "up", label: t("part-action", { action: "up" }), disabled: this.index === 0 },
      { key: "down", label: t("part-action", { action: "down" }), disabled: this.index >= this.siblings - 1 },
      { key: "duplicate", label: t("part-action", { action: "duplicate" }) },
      { key: "wrap", label: t("part-action", { action: "wrap" }) },
      ...(isGroup && (this.depth > 0 || parts === 1) ? [{ key: "unwrap", label: t("part-action", { action: "unwrap" }) }] : []),
      { key: "remove", label: t("part-action", { action: "remove" }) },
    ];
    return html`<div class="side">
      ${typeof meeting === "number" ? html`<span class="meeting">${contacts(meeting)}</span>` : nothing}
      ${this.isFrozen
        ? nothing
        : html`<action-menu .label=${t("part-menu", { what: filterSentence(this.read<Filter>(), this.labelOf).slice(0, 80) })} .actions=${actions} @action=${(event: CustomEvent<string>) => this.#ask(event.detail as Change)}></action-menu>`}
    </div>`;
  }

  #unreadable(): TemplateResult {
    return html`<p class="small">${this.#asJson(t("part-unreadable"))}</p>
      ${faultList(this.faults())}`;
  }

  #tooDeep(filter: Filter | undefined): TemplateResult {
    return html`<p class="small">${filterSentence(filter, this.labelOf)} ${this.#asJson("")}</p>`;
  }

  #asJson(text: string): TemplateResult {
    return html`${text} <button class="button plain small" type="button" @click=${() => this.session.reveal(this.path, "json")}>${t("part-as-json")}</button>`;
  }

  #ask(change: Change): void {
    this.dispatchEvent(new CustomEvent<Change>("part-change", { detail: change }));
  }

  #way(parts: FilterGroup, way: Way): void {
    this.choose([], group(way, parts.parts), "condition");
  }

  async #add(parts: FilterGroup, kind: TestKind | "group"): Promise<void> {
    const added = freshPart(this.session, this.scope, kind);
    if (parts.list === undefined) this.choose([], group("none", [...parts.parts, added]), "condition");
    else this.session.editor.insert([...this.path, ...parts.list], parts.parts.length, added, { key: "step-criterion", args: { what: "condition" } });
    await this.updateComplete;
    await this.focusLast();
  }

  #change(parts: FilterGroup, index: number, change: Change): void {
    const label = { key: "step-criterion", args: { what: "condition" } };
    const { editor } = this.session;
    const place: Path = [...this.path, ...partPath(parts, index)];
    if (parts.list === undefined) {
      // The one part of a plain `not`: with more or fewer it becomes a list.
      const after = changed(parts.parts, index, change);
      this.choose([], after.length === 0 ? undefined : group("none", after), "condition");
    } else if (change === "remove") editor.remove(place, label);
    else if (change === "up" || change === "down") editor.move(place, [...this.path, ...parts.list], index + (change === "up" ? -1 : 1), label);
    else editor.set([...this.path, ...parts.list], changed(parts.parts, index, change), label);
    const next = change === "up" ? index - 1 : change === "down" || change === "duplicate" ? index + 1 : change === "remove" ? Math.min(index, parts.parts.length - 2) : index;
    void this.updateComplete.then(() => this.#focusPart(next));
  }

  /** The last part, which was just added; of a test the test itself. */
  async focusLast(): Promise<void> {
    const all = this.#parts();
    if (groupOf(this.read<Filter>()) === undefined) await this.#focusTest();
    else await all.at(-1)?.focusLast();
  }

  async #focusTest(): Promise<void> {
    await this.updateComplete;
    const test = this.renderRoot.querySelector<RulePart>("property-test, event-test, score-test, band-test, stage-test, list-test");
    await test?.updateComplete;
    const inner = test?.renderRoot.querySelector<RulePart>("event-selection");
    await inner?.updateComplete;
    (inner ?? test)?.renderRoot.querySelector<HTMLElement>("combo-box, select, input")?.focus();
  }

  async #focusPart(index: number): Promise<void> {
    const part = this.#parts()[index];
    await part?.updateComplete;
    const menu = (part ?? this).renderRoot.querySelector<HTMLElement>(part === undefined ? ".adders button" : "action-menu");
    menu?.focus();
  }

  #parts(): FilterPart[] {
    return [...this.renderRoot.querySelectorAll<FilterPart>(".parts > li > filter-part")];
  }

  static override styles = [controls, faultStyles, partStyles, filterPartStyles];
}
