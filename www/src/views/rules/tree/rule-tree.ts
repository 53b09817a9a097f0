/**
 * The tree of scores, groups and criteria. In: lines with what is known of them. It moves the keyboard along them, and takes what is done to them to the
 * editor; what is chosen, deleted or worth telling goes to the view around it.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { PageElement } from "../../../components/page-element.ts";
import type { Path } from "../../../editing/document.ts";
import type { Editor } from "../../../editing/editor.ts";
import { controls } from "../../../styles/controls.ts";
import { t } from "../../../text/language.ts";
import type { LabelOf } from "../../../text/sentences.ts";
import * as steps from "../steps.ts";
import { deedsIn } from "./deeds.ts";
import { seeInsideShadowRoots, watchDragging } from "./dragging.ts";
import { dropOf, type Drop, type Edge } from "./dropping.ts";
import type { Numbers } from "./facts.ts";
import type { LineEvent } from "./line-event.ts";
import type { LineMenu, MenuEntry } from "./line-menu.ts";
import { findLine, lineAt, sideOf, visibleLines, type CriterionLine, type GroupLine, type RuleLine, type ScoreLine, type SideLine, type TreeLine } from "./lines.ts";
import { bandsLine, criterionLine, headingLine, sideLine, type Look } from "./line-templates.ts";
import type { Finding, MovableLine } from "./movable-line.ts";
import type { LineBlock } from "./line-block.ts";
import { ChosenEvent } from "./tree-events.ts";
import { commandInField, commandOnButton, commandOnLine, type Command } from "./tree-keys.ts";
import { kindsOf, menuOf, type Deeds } from "./tree-menus.ts";
import { treeStyles } from "./tree-styles.ts";
import "./line-block.ts";
import "./line-menu.ts";

/** As many lines are drawn at once; those after them when they come near. */
const drawnAtOnce = 400;

@customElement("rule-tree")
export class RuleTree extends PageElement {
  @property({ attribute: false }) editor!: Editor;
  @property({ attribute: false }) scores: readonly ScoreLine[] = [];
  /** Of what is looked for; undefined for all. */
  @property({ attribute: false }) found: ReadonlySet<string> | undefined;
  @property({ attribute: false }) numbers: ReadonlyMap<string, Numbers> = new Map();
  @property({ attribute: false }) findings: ReadonlyMap<string, Finding> = new Map();
  /** What properties are called. */
  @property({ attribute: false }) labelOf: LabelOf = (name) => name;
  @property({ attribute: false }) contacts = 0;
  @property({ attribute: false }) folded: Set<string> = new Set();
  @property({ attribute: false }) selected: string | undefined;
  @property({ attribute: false }) beginnings: steps.Beginnings = { property: "", event: "", value: "" };
  @property({ type: Boolean }) locked = false;
  /** The line that the keyboard is at, or comes back to. */
  @state() private active = "";
  @state() private drop: Drop | undefined;
  /** The line that somebody wanted to see. */
  @state() private shown: string | undefined;
  @query("line-menu") private menu!: LineMenu;
  #dragged: RuleLine | undefined;
  #over: string | undefined;
  /** What is to have the keyboard once it is drawn. */
  #wanted: { wanted: Path | string; then?: (line: RuleLine) => void } | undefined;
  #release: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#release = [
      seeInsideShadowRoots(),
      watchDragging(() => this, {
        onOver: (source, over, edge) => this.#onOver(source, over, edge),
        onDrop: (source, dropped) => this.#onDrop(source, dropped),
      }),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const release of this.#release) release();
  }

  // Drawing

  override render(): TemplateResult {
    let left = drawnAtOnce;
    const isEager = (lines: number): boolean => (left -= lines) > -lines;
    const look = this.#look;
    return html`
      <div class="tree" role="treegrid" aria-label=${t("rules-tree")} @line=${this.#onWish} @click=${this.#onClick} @keydown=${this.#onKey} @focusin=${this.#onFocus}>
        ${repeat(this.scores, ({ key }) => key, (score) => this.#score(score, look, isEager))}
      </div>
      <slot></slot>
      <line-menu></line-menu>
    `;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("scores") && !changed.has("found") && this.active !== "") return;
    if (!this.visible().some(({ key }) => key === this.active)) this.active = this.selected ?? this.scores[0]?.key ?? "";
  }

  override updated(changed: PropertyValues<this>): void {
    if (this.#wanted === undefined || !changed.has("scores")) return;
    const { wanted, then } = this.#wanted;
    this.#wanted = undefined;
    if (typeof wanted === "string") {
      void this.focusLine(wanted);
      return;
    }
    const line = lineAt(this.scores, wanted);
    if (line === undefined || line.path.length !== wanted.length) return;
    this.#unfoldAbove(line);
    void this.focusLine(line.key).then(() => then?.(line));
  }

  #score(score: ScoreLine, look: Look, isEager: (lines: number) => boolean): TemplateResult | typeof nothing {
    if (this.found !== undefined && !this.found.has(score.key)) return nothing;
    const folded = this.#isFolded(score.key);
    return html`<div class="score" role="rowgroup">
      ${headingLine(score, look)}
      ${folded ? nothing : repeat(score.groups, ({ key }) => key, (group) => this.#group(group, look, isEager))}
      ${folded || this.found !== undefined ? nothing : html`${sideLine(sideOf(score), look)}${bandsLine(score, look)}`}
    </div>`;
  }

  #group(group: GroupLine, look: Look, isEager: (lines: number) => boolean): TemplateResult | typeof nothing {
    const { found } = this;
    if (found !== undefined && !found.has(group.key)) return nothing;
    const lines = found === undefined ? group.criteria : group.criteria.filter(({ key }) => found.has(key));
    const block = html`<line-block ?drawn=${isEager(lines.length)} .lines=${lines} .draw=${(line: CriterionLine) => criterionLine(line, look)}></line-block>`;
    return html`
      ${headingLine(group, look)}
      ${this.#isFolded(group.key) ? nothing : html`${block}${found === undefined ? sideLine(sideOf(group), look) : nothing}`}
    `;
  }

  /** What the templates of lines are to know. */
  get #look(): Look {
    const { active, selected, shown, drop, locked, numbers, findings, contacts, labelOf } = this;
    return { active, selected, shown, mark: drop?.mark, locked, numbers, findings, contacts, labelOf, isFolded: (key) => this.#isFolded(key) };
  }

  #isFolded(key: string): boolean {
    return this.found === undefined && this.folded.has(key);
  }

  // Getting about

  visible(): TreeLine[] {
    return visibleLines(this.scores, (key) => this.folded.has(key), this.found);
  }

  /** Gives a line the keyboard, drawing it if need be. */
  async focusLine(key: string): Promise<void> {
    this.active = key;
    const line = await this.#element(key);
    line?.scrollIntoView({ block: "nearest" });
    line?.focus({ preventScroll: true });
  }

  /** Shows a line in the middle, marked until something else is done. */
  async show(key: string): Promise<void> {
    const line = findLine(this.scores, key);
    if (line === undefined) return;
    this.#unfoldAbove(line);
    this.active = key;
    this.shown = key;
    const element = await this.#element(key);
    element?.scrollIntoView({ block: "center" });
    element?.focus({ preventScroll: true });
  }

  foldAll(isFolded: boolean): void {
    this.folded.clear();
    if (isFolded) for (const { groups } of this.scores) for (const { key } of groups) this.folded.add(key);
    this.requestUpdate();
  }

  async #element(key: string): Promise<HTMLElement | undefined> {
    await this.updateComplete;
    const find = (): HTMLElement | undefined => [...this.renderRoot.querySelectorAll<HTMLElement>("[data-key]")].find((one) => one.dataset["key"] === key);
    const known = find();
    if (known !== undefined) return known;
    for (const block of this.renderRoot.querySelectorAll<LineBlock>("line-block:not([drawn])")) {
      if (!block.lines.some((line) => line.key === key)) continue;
      block.drawn = true;
      await block.updateComplete;
    }
    return find();
  }

  #unfoldAbove(line: RuleLine): void {
    for (let up: RuleLine | undefined = line.parent; up !== undefined; up = up.parent) this.folded.delete(up.key);
    this.requestUpdate();
  }

  #toggleFold(line: TreeLine): void {
    if (!this.folded.delete(line.key)) this.folded.add(line.key);
    this.requestUpdate();
  }

  #lineOf(event: Event): { element: HTMLElement; line: TreeLine } | undefined {
    const element = event.composedPath().find((one): one is HTMLElement => one instanceof HTMLElement && one.dataset["key"] !== undefined);
    const line = element && this.visible().find(({ key }) => key === element.dataset["key"]);
    return line && { element, line };
  }

  #onFocus(event: FocusEvent): void {
    const at = this.#lineOf(event);
    if (at !== undefined) this.active = at.line.key;
    if (this.shown !== undefined && at?.line.key !== this.shown) this.shown = undefined;
  }

  #onClick(event: MouseEvent): void {
    const at = this.#lineOf(event);
    if (at === undefined || isSide(at.line) || event.defaultPrevented) return;
    const path = event.composedPath();
    const isControl = path.slice(0, path.indexOf(at.element)).some((one) => one instanceof Element && one.matches("button, input, select, textarea, a"));
    if (!isControl) this.dispatchEvent(new ChosenEvent(at.line.key, false));
  }

  #onKey(event: KeyboardEvent): void {
    const at = this.#lineOf(event);
    if (at === undefined || event.defaultPrevented) return;
    const [inner] = event.composedPath();
    const command = this.#commandOf(event, at, inner);
    if (command === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.shown = undefined;
    this.#obey(command, at);
  }

  #commandOf(event: KeyboardEvent, { element, line }: { element: HTMLElement; line: TreeLine }, inner: EventTarget | undefined): Command | undefined {
    if (inner === element) return commandOnLine(event);
    if (line.kind === "bands") return event.key === "Escape" ? "line" : undefined;
    return inner instanceof HTMLInputElement ? commandInField(event) : commandOnButton(event);
  }

  #obey(command: Command, { element, line }: { element: HTMLElement; line: TreeLine }): void {
    if (command === "line") return element.focus();
    if (command === "next-control" || command === "previous-control") return this.#alongLine(element, command === "next-control" ? 1 : -1);
    if (command === "up" || command === "down" || command === "first" || command === "last") return this.#go(line, command);
    if (command === "in") return this.#goIn(element, line);
    if (command === "out") return this.#goOut(line);
    if (isSide(line)) {
      if (command === "open") this.#openSide(element, line);
      return;
    }
    if (command === "open") this.dispatchEvent(new ChosenEvent(line.key, true));
    else if (command === "menu") this.#openMenu(line, element.getBoundingClientRect());
    else if (this.locked) return;
    else if (command === "move-up" || command === "move-down") this.deeds.moveBy(line, command === "move-up" ? -1 : 1);
    else if (command === "clone") this.deeds.clone(line);
    else if (command === "delete") this.deeds.remove(line);
    else if (command === "rename") void (element as MovableLine).startRenaming();
    else if (line.kind === "criterion") this.deeds.toggle(line);
  }

  #go(from: TreeLine, command: "up" | "down" | "first" | "last"): void {
    const lines = this.visible();
    const at = lines.findIndex(({ key }) => key === from.key);
    const to = { up: Math.max(at - 1, 0), down: Math.min(at + 1, lines.length - 1), first: 0, last: lines.length - 1 }[command];
    const line = lines[to];
    if (line === undefined) return;
    void this.focusLine(line.key);
    // What is open beside the tree follows.
    if (this.selected !== undefined && !isSide(line)) this.dispatchEvent(new ChosenEvent(line.key, false));
  }

  #goIn(element: HTMLElement, line: TreeLine): void {
    if ((line.kind === "score" || line.kind === "group") && this.#isFolded(line.key)) this.#toggleFold(line);
    else if (line.kind === "score" || line.kind === "group") this.#go(line, "down");
    else if (line.kind === "criterion") (element as MovableLine).controls()[0]?.focus();
    else this.#openSide(element, line);
  }

  #goOut(line: TreeLine): void {
    const folds = (line.kind === "score" || line.kind === "group") && this.found === undefined;
    if (folds && !this.folded.has(line.key)) this.#toggleFold(line);
    else if (line.parent !== undefined) void this.focusLine(line.parent.key);
  }

  #alongLine(element: HTMLElement, by: -1 | 1): void {
    const stops = (element as MovableLine).controls();
    const at = stops.findIndex((one) => one.matches(":focus, :focus-within"));
    (stops[at + by] ?? (by < 0 ? element : undefined))?.focus();
  }

  // Doing

  readonly deeds: Deeds = deedsIn(this);

  rename(line: RuleLine): void {
    void this.#element(line.key).then((element) => (element as MovableLine | undefined)?.startRenaming());
  }

  await(wanted: Path | string, then?: (line: RuleLine) => void): void {
    this.#wanted = { wanted, ...(then && { then }) };
  }

  replaceMenu(label: string, entries: readonly MenuEntry[], line: RuleLine): void {
    void this.menu.open(label, entries, this.#anchor, () => void this.focusLine(line.key));
  }

  #anchor = new DOMRect();

  #openMenu(line: RuleLine, at: DOMRect): void {
    this.#anchor = at;
    void this.menu.open(t("rules-menu", { name: line.name }), menuOf(line, this.locked, this.deeds), at, () => void this.focusLine(line.key));
  }

  #openSide(element: HTMLElement, line: TreeLine): void {
    if (line.kind === "bands") (element.querySelector("score-bands") as { focusFirst?: () => void } | null)?.focusFirst?.();
    else this.#add(line, element.getBoundingClientRect());
  }

  #add(line: TreeLine, at: DOMRect): void {
    if (this.locked) return;
    const parent = line.kind === "group" || line.kind === "score" ? line : line.parent;
    if (parent?.kind === "score") this.deeds.addGroup(parent);
    if (parent?.kind === "group") void this.menu.open(t("rules-add-criterion"), kindsOf(parent, this.deeds), at, () => void this.focusLine(line.key));
  }

  #onWish(event: LineEvent): void {
    const at = this.#lineOf(event);
    if (at === undefined) return;
    const { wish } = event;
    const { line } = at;
    if (wish.what === "add") this.#add(line, wish.at);
    if (isSide(line)) return;
    if (wish.what === "fold") this.#toggleFold(line);
    else if (wish.what === "open") this.dispatchEvent(new ChosenEvent(line.key, true));
    else if (wish.what === "menu") this.#openMenu(line, wish.at);
    else if (wish.what === "rename") steps.rename(this.editor, line, wish.label ?? "");
    else if (line.kind === "criterion" && wish.what === "points") steps.setPoints(this.editor, line, wish.points);
    else if (line.kind === "criterion" && wish.what === "toggle") steps.toggle(this.editor, line);
  }

  // Dragging

  #onOver(source: string, over: string | undefined, edge: Edge): void {
    if (this.#dragged?.key !== source) this.#dragged = findLine(this.scores, source);
    if (`${over} ${edge}` === this.#over) return;
    this.#over = `${over} ${edge}`;
    const line = over === undefined ? undefined : this.visible().find(({ key }) => key === over);
    this.drop = line && this.#dragged && dropOf(this.#dragged, line, edge, (key) => this.#isFolded(key));
  }

  #onDrop(_: string, dropped: boolean): void {
    const [line, drop] = [this.#dragged, this.drop];
    this.#dragged = this.#over = this.drop = undefined;
    if (!dropped || this.locked || line === undefined || drop === undefined) return;
    this.deeds.moveTo(line, drop.list, drop.place);
  }

  static override styles = [controls, treeStyles];
}

function isSide(line: TreeLine): line is SideLine {
  return line.kind === "add-criterion" || line.kind === "add-group" || line.kind === "bands";
}
