/**
 * The rules: a tree of scores, groups and criteria to search and change, and beside it what is open of them. In: the editor's document, and what the
 * worker knows of it. It decides what is shown; what a line can do is in the tree.
 */
import type { ColumnReport } from "leadscore";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import type { Path, RulesetDocument } from "../../editing/document.ts";
import type { EditorChange } from "../../editing/editor.ts";
import { Live } from "../../session/live.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { propertyLabels, type LabelOf } from "../../text/sentences.ts";
import { beginnings } from "./beginnings.ts";
import type { RulesetSettings } from "./ruleset-settings.ts";
import { viewStyles } from "./rules-view-styles.ts";
import { addScore } from "./steps.ts";
import { same } from "./tree/equality.ts";
import { findingsOf, numbersOf, type Numbers } from "./tree/facts.ts";
import { findLine, lineAt, linesOf, rulesOf, type RuleLine, type ScoreLine } from "./tree/lines.ts";
import { memoryOf } from "./tree/memory.ts";
import type { Finding } from "./tree/movable-line.ts";
import type { RuleTree } from "./tree/rule-tree.ts";
import { fits, search, wishes, type Found, type Wish } from "./tree/search.ts";
import type { ChosenEvent, DeletedEvent, NewsEvent } from "./tree/tree-events.ts";
import "../distribution/live-summary.ts";
import "./bands/matrix-list.ts";
import "./criterion/criterion-editor.ts";
import "./panel/heading-editor.ts";
import "./ruleset-settings.ts";
import "./tree/rule-tree.ts";

@customElement("rules-view")
export class RulesView extends SessionElement {
  @state() private words = "";
  @state() private only: ReadonlySet<Wish> = new Set();
  @state() private news = "";
  @state() private deleted: { key: string; name: string } | undefined;
  @query("rule-tree") private tree!: RuleTree | null;
  @query("ruleset-settings") private settings!: RulesetSettings;
  @query("#search") private field!: HTMLInputElement;
  #insights = new Live(this, "insights", () => ({}));
  #scores: readonly ScoreLine[] = [];
  #numbers: ReadonlyMap<string, Numbers> = new Map();
  #findings: ReadonlyMap<string, Finding> = new Map();
  #found: Found | undefined;
  #named: { properties: unknown; columns: readonly ColumnReport[] | undefined; labelOf: LabelOf } = { properties: undefined, columns: undefined, labelOf: (name) => name };
  /** Where the line that is open beside the tree stood last, among how many: of fewer, it is the one that is gone. */
  #opened: { path: Path; lines: number } | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.session.editor.addEventListener("change", this.#onStep);
    window.addEventListener("keydown", this.#onPageKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session.editor.removeEventListener("change", this.#onStep);
    window.removeEventListener("keydown", this.#onPageKey);
  }

  override willUpdate(): void {
    const { document } = this.session.editor;
    this.#scores = linesOf(document);
    this.#name(document, this.state.contacts?.report.columns);
    this.#numbers = numbersOf(this.#scores, this.#insights.value);
    this.#findings = findingsOf(this.#scores, this.state.diagnostics);
    const { revealed } = this.state;
    const memory = memoryOf(this.session);
    if (revealed !== undefined && revealed.time > memory.revealed) {
      memory.revealed = revealed.time;
      const line = lineAt(this.#scores, revealed.path);
      if (line !== undefined) this.#reveal(line);
    }
    this.#found = search(this.#scores, { words: this.words, only: this.only }, { numbers: this.#numbers, findings: this.#findings, labelOf: this.#named.labelOf });
  }

  override render(): TemplateResult {
    const selected = this.#selected();
    const locked = this.session.editor.fault !== undefined;
    return html`
      <div class=${selected === undefined ? "layout" : "layout chosen"} @chosen=${this.#onChosen} @news=${this.#onNews} @deleted=${this.#onDeleted}>
        <div class="main">
          ${this.#toolbar(locked)}
          ${locked ? html`<p class="locked" role="note">${icons.warning}${t("rules-locked")} <button class="link" type="button" @click=${() => this.session.show("json")}>${t("rules-locked-show")}</button></p>` : nothing}
          ${this.#scores.length === 0 ? this.#noScores(locked) : this.#content(selected, locked)}
          ${this.deleted === undefined ? nothing : this.#undoNote(this.deleted)}
        </div>
        <aside class="side" aria-label=${selected === undefined ? nothing : t("rules-side")} @keydown=${this.#onSideKey}>${selected === undefined ? html`<live-summary></live-summary>` : this.#side(selected)}</aside>
      </div>
      <p class="unseen" role="status">${this.news}</p>
      <ruleset-settings></ruleset-settings>
    `;
  }

  #toolbar(locked: boolean): TemplateResult {
    return html`<div class="toolbar" role="group" aria-label=${t("rules-tools")}>
      <div class="seek">
        ${icons.search}
        <input
          class="field"
          id="search"
          type="search"
          aria-label=${t("rules-search")}
          placeholder=${t("rules-search")}
          aria-keyshortcuts="/"
          .value=${this.words}
          @input=${() => (this.words = this.field.value)}
          @keydown=${this.#onSearchKey}
        />
        <kbd aria-hidden="true">/</kbd>
      </div>
      <div class="wishes" role="group" aria-label=${t("rules-only")}>${wishes.map((wish) => this.#wish(wish))}</div>
      ${this.#found === undefined ? nothing : html`<span class="found quiet" role="status">${t("rules-found", { count: this.#found.count })}</span>`}
      <span class="folds">
        <button class="button plain" type="button" @click=${() => this.tree?.foldAll(true)}>${t("rules-fold-all")}</button>
        <button class="button plain" type="button" @click=${() => this.tree?.foldAll(false)}>${t("rules-unfold-all")}</button>
        <button class="button plain" type="button" aria-haspopup="dialog" @click=${() => this.settings.open()}>${t("rules-settings")}</button>
      </span>
      <button class="button" type="button" ?disabled=${locked} @click=${this.#addScore}>${icons.plus}${t("rules-add-score")}</button>
    </div>`;
  }

  #wish(wish: Wish): TemplateResult | typeof nothing {
    let count = 0;
    for (const line of rulesOf(this.#scores)) count += fits(line, wish, this.#numbers, this.#findings) ? 1 : 0;
    if (count === 0 && !this.only.has(wish)) return nothing;
    return html`<button class="chip" type="button" aria-pressed=${this.only.has(wish)} @click=${() => this.#toggleWish(wish)}>${t("rules-wish", { wish, count })}</button>`;
  }

  #content(selected: RuleLine | undefined, locked: boolean): TemplateResult {
    return html`
      ${this.state.contacts === undefined && this.state.loading === undefined ? html`<p class="quiet small hint">${t("rules-no-contacts")}</p>` : nothing}
      ${this.#found?.count === 0 ? html`<div class="nothing"><p>${t("rules-nothing-found")}</p><button class="button" type="button" @click=${this.#showAll}>${t("rules-show-all")}</button></div>` : nothing}
      <rule-tree
        ?hidden=${this.#found?.count === 0}
        .editor=${this.session.editor}
        .scores=${this.#scores}
        .found=${this.#found?.keys}
        .numbers=${this.#numbers}
        .findings=${this.#findings}
        .labelOf=${this.#named.labelOf}
        .contacts=${this.#insights.value?.contacts ?? 0}
        .folded=${memoryOf(this.session).folded}
        .selected=${selected?.key}
        .beginnings=${beginnings(this.state, this.session.editor.document)}
        ?locked=${locked}
      >
        <matrix-list></matrix-list>
      </rule-tree>
    `;
  }

  #noScores(locked: boolean): TemplateResult {
    return html`<div class="nothing">
      <h2>${t("rules-no-scores")}</h2>
      <p class="quiet">${t("rules-no-scores-hint")}</p>
      <button class="button primary" type="button" ?disabled=${locked} @click=${this.#addScore}>${icons.plus}${t("rules-add-first-score")}</button>
    </div>`;
  }

  #undoNote({ key, name }: { key: string; name: string }): TemplateResult {
    return html`<div class="undo card">
      <span class="cut" dir="auto">${t("rules-deleted", { name })}</span>
      <button class="button plain" type="button" @click=${() => this.#undoDelete(key)}>${icons.undo}${t("undo")}</button>
      <button class="button icon plain" type="button" aria-label=${t("rules-close")} @click=${() => (this.deleted = undefined)}>${icons.cross}</button>
    </div>`;
  }

  /** What is open beside the tree. */
  #side(line: RuleLine): TemplateResult {
    const numbers = this.#numbers.get(line.key);
    return html`
      <header>
        <h2 class="cut" dir="auto">${line.name || t("rules-unnamed")}</h2>
        <button class="button icon plain close" type="button" aria-label=${t("rules-close")} title=${t("rules-close")} @click=${() => this.#close()}>${icons.cross}</button>
      </header>
      <div class="open">
        ${line.kind === "criterion"
          ? html`<criterion-editor .path=${line.path}></criterion-editor>`
          : html`<heading-editor .path=${line.path} .limited=${numbers?.limited} .taken=${numbers?.taken ?? 0}></heading-editor>`}
      </div>
    `;
  }

  /** What properties are called: one and the same function, as long as it would give the same names. */
  #name(document: RulesetDocument, columns: readonly ColumnReport[] | undefined): void {
    const { properties } = document;
    if (columns === this.#named.columns && same(properties, this.#named.properties)) return;
    this.#named = { properties, columns, labelOf: propertyLabels(document, columns) };
  }

  // What is chosen

  #selected(): RuleLine | undefined {
    const memory = memoryOf(this.session);
    if (memory.selected === undefined) return undefined;
    const lines = [...rulesOf(this.#scores)].length;
    const line = findLine(this.#scores, memory.selected, this.#opened?.lines === lines ? this.#opened.path : []);
    if (line !== undefined) memory.selected = line.key;
    this.#opened = line && { path: line.path, lines };
    return line;
  }

  #onChosen({ key, enter }: ChosenEvent): void {
    memoryOf(this.session).selected = key;
    this.requestUpdate();
    if (enter) void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".close")?.focus());
  }

  #close(): void {
    const memory = memoryOf(this.session);
    const key = memory.selected;
    memory.selected = undefined;
    this.requestUpdate();
    if (key !== undefined) void this.updateComplete.then(() => this.tree?.focusLine(key));
  }

  #onSideKey(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.#close();
  }

  #reveal(line: RuleLine): void {
    this.words = "";
    this.only = new Set();
    memoryOf(this.session).selected = line.key;
    void this.updateComplete.then(() => this.tree?.show(line.key));
  }

  // Searching

  #toggleWish(wish: Wish): void {
    const only = new Set(this.only);
    if (!only.delete(wish)) only.add(wish);
    this.only = only;
  }

  #showAll(): void {
    this.words = "";
    this.only = new Set();
    this.field.focus();
  }

  #onSearchKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.words !== "") this.words = "";
    else if (event.key === "ArrowDown" || event.key === "Enter") {
      const first = this.tree?.visible()[0];
      if (first !== undefined) void this.tree?.focusLine(first.key);
    } else return;
    event.preventDefault();
  }

  #onPageKey = (event: KeyboardEvent): void => {
    const [inner] = event.composedPath();
    const isTyping = inner instanceof HTMLElement && (inner.matches("input, textarea, select") || inner.isContentEditable);
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    event.preventDefault();
    this.field.select();
  };

  // Steps

  #onStep = (event: Event): void => {
    this.deleted = undefined;
    if ((event as EditorChange).cause === "open") memoryOf(this.session).selected = undefined;
  };

  #onNews(event: NewsEvent): void {
    this.news = event.text;
  }

  #onDeleted({ key, lineName }: DeletedEvent): void {
    this.deleted = { key, name: lineName };
  }

  #undoDelete(key: string): void {
    this.session.editor.undo();
    void this.updateComplete.then(() => this.tree?.focusLine(key));
  }

  /** Where there is no ruleset yet, one begins. */
  async #addScore(): Promise<void> {
    if (!this.state.open) await this.session.rulesets.create("", `${JSON.stringify({ version: 1, scores: [] }, null, 2)}\n`);
    if (this.tree === null) {
      addScore(this.session.editor);
      await this.updateComplete;
      await (this.tree as RuleTree | null)?.focusLine(this.#scores[0]?.key ?? "");
    } else this.tree.deeds.addScore();
  }

  static override styles = [controls, viewStyles];
}
