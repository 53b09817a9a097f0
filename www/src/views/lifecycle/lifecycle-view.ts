/**
 * From score to action: the stages that contacts go through, the lists they are on, and the workflows that do something for them, to be changed; beside
 * them what that would do to the contacts before anything is published.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { faultList, faultStyles } from "../../components/fault-list.ts";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import { fromPointer, pointer, type Path } from "../../editing/document.ts";
import type { EditorChange } from "../../editing/editor.ts";
import { Live } from "../../session/live.ts";
import { controls } from "../../styles/controls.ts";
import { count } from "../../text/counts.ts";
import { filterSentence, type LabelOf } from "../../text/filter-sentences.ts";
import { isolated } from "../../text/isolated.ts";
import { t } from "../../text/language.ts";
import { propertyLabels } from "../../text/property-labels.ts";
import { seeInsideShadowRoots, watchDragging } from "../rules/tree/dragging.ts";
import type { Edge } from "../rules/tree/dropping.ts";
import type { AutomationPart } from "./automation-part.ts";
import { firstScore, useThresholds } from "./beginnings.ts";
import { viewStyles } from "./lifecycle-styles.ts";
import "./lifecycle-settings.ts";
import "./list-editor.ts";
import "./outcome-panel.ts";
import "./part-row.ts";
import { rowAt, type Deed, type PartRow } from "./part-row.ts";
import { addPart, clonePart, mutePart, nameOf, partsOf, removePart, sectionPath, sections, type PlacedPart, type Section } from "./parts.ts";
import "./stage-editor.ts";
import "./workflow-editor.ts";

@customElement("lifecycle-view")
export class LifecycleView extends SessionElement {
  /** The part that is open: one at a time. */
  @state() private open: { section: Section; index: number } | undefined;
  /** Whether somebody wants to begin with nothing. */
  @state() private began = false;
  @state() private news = "";
  @state() private deleted: { section: Section; index: number; name: string } | undefined;
  @query(".main") private main!: HTMLElement | null;
  #sizes = new Live(this, "listSizes", () => ({}));
  #revealed = 0;
  #marked: PartRow | undefined;
  #release: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    this.session.editor.addEventListener("change", this.#onStep);
    this.#release = [
      seeInsideShadowRoots(),
      watchDragging(() => this.main, { onOver: (source, over, edge) => this.#mark(drop(source, over, edge)), onDrop: () => this.#drop() }),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.session.editor.removeEventListener("change", this.#onStep);
    for (const release of this.#release) release();
  }

  override willUpdate(): void {
    const { revealed } = this.state;
    if (revealed === undefined || revealed.time <= this.#revealed) return;
    this.#revealed = revealed.time;
    const section = sections.find((one) => pointer(revealed.path).startsWith(`${pointer(sectionPath(one))}/`));
    if (section !== undefined) this.open = { section, index: Number(revealed.path[sectionPath(section).length]) };
  }

  override render(): TemplateResult {
    const { editor } = this.session;
    const isEmpty = sections.every((section) => partsOf(editor, section).length === 0) && editor.document.lifecycle === undefined;
    const locked = editor.fault !== undefined;
    if (!this.state.open || (isEmpty && !this.began)) return this.#beginning(locked);
    return html`
      <div class="layout">
        <div class="main">
          ${locked ? html`<p class="locked" role="note">${icons.warning}${t("rules-locked")} <button class="link" type="button" @click=${() => this.session.show("json")}>${t("rules-locked-show")}</button></p>` : nothing}
          ${sections.map((section) => this.#section(section, locked))}
          ${this.deleted === undefined ? nothing : this.#undoNote(this.deleted)}
        </div>
        <aside class="side" aria-label=${t("outcome")}><outcome-panel></outcome-panel></aside>
      </div>
      <p class="unseen" role="status">${this.news}</p>
    `;
  }

  /** Where there is nothing yet. */
  #beginning(locked: boolean): TemplateResult {
    const score = this.state.open ? firstScore(this.session.editor) : undefined;
    return html`<div class="card beginning">
      <h2>${t("automation-none")}</h2>
      <p>${t("automation-none-hint")}</p>
      ${score === undefined
        ? html`<p class="quiet">${t("automation-no-score")}</p>
            <div class="answers"><button class="button primary" type="button" @click=${() => this.session.show("rules")}>${t("automation-to-rules")}</button></div>`
        : html`<p class="quiet">${t("automation-thresholds-hint", { score: isolated(score.name) })}</p>
            <div class="answers">
              <button class="button primary" type="button" ?disabled=${locked} @click=${() => useThresholds(this.session.editor, score.id)}>${t("automation-thresholds")}</button>
              <button class="button" type="button" ?disabled=${locked} @click=${() => (this.began = true)}>${t("automation-empty")}</button>
            </div>`}
    </div>`;
  }

  #section(section: Section, locked: boolean): TemplateResult {
    const { editor } = this.session;
    const parts = partsOf(editor, section);
    const labelOf = propertyLabels(editor.document, this.state.contacts?.report.columns);
    const place = pointer(sectionPath(section));
    const faults = this.state.diagnostics.filter(({ path }) => path === place || (section === "stages" && path === "/lifecycle"));
    return html`<section class="card" aria-labelledby=${section} data-section=${section}>
      <header>
        <h2 id=${section}>${t("automation-section", { section })}${parts.length > 0 ? html` <span class="quiet">${count(parts.length)}</span>` : nothing}</h2>
        <button class="button plain" type="button" ?disabled=${locked} @click=${() => this.#add(section)}>${icons.plus}${t("automation-add", { section })}</button>
      </header>
      ${parts.length === 0 ? html`<p class="quiet none">${t("automation-section-none", { section })}</p>` : nothing}
      <ol>
        ${repeat(
          parts,
          ({ index }) => index,
          (placed) => html`<li>${this.#row(section, placed, parts.length, locked, labelOf)}</li>`,
        )}
      </ol>
      ${faultList(faults, `faults-${section}`)}
      ${section === "stages" && parts.length > 0
        ? html`<details class="settings"><summary>${t("lifecycle-settings")}</summary><lifecycle-settings .path=${["lifecycle"]}></lifecycle-settings></details>`
        : nothing}
    </section>`;
  }

  #row(section: Section, placed: PlacedPart, of: number, locked: boolean, labelOf: LabelOf): TemplateResult {
    const { part, index, path } = placed;
    const isOpen = this.open?.section === section && this.open.index === index;
    return html`<part-row
      .key=${pointer(path)}
      .name=${nameOf(part)}
      .summary=${this.#summary(section, placed, labelOf)}
      .index=${index}
      .of=${of}
      .finding=${this.#finding(path)}
      ?open=${isOpen}
      ?muted=${part.enabled === false}
      ?mutable=${section === "workflows"}
      ?locked=${locked}
      @deed=${(event: CustomEvent<Deed>) => this.#do(event.detail, section, placed, of)}
    >
      ${section === "lists" ? this.#size(part.id, nameOf(part)) : nothing} ${isOpen ? this.#editor(section, path) : nothing}
    </part-row>`;
  }

  /** How many contacts are on a list, to be looked at. */
  #size(id: string | undefined, name: string): TemplateResult | typeof nothing {
    const size = this.#sizes.value?.[id ?? ""];
    if (id === undefined || size === undefined) return nothing;
    return html`<button slot="value" class="button plain size number" type="button" aria-label="${count(size)} ${t("list-in-file")}: ${t("list-show", { count: size, name })}" title=${t("list-in-file-hint")} ?disabled=${this.state.faulty} @click=${() => void this.session.showPart({ list: id })}>${count(size)} <span class="small quiet">${t("list-in-file")}</span></button>`;
  }

  #editor(section: Section, path: Path): TemplateResult {
    if (section === "stages") return html`<stage-editor .path=${path}></stage-editor>`;
    return section === "lists" ? html`<list-editor .path=${path}></list-editor>` : html`<workflow-editor .path=${path}></workflow-editor>`;
  }

  #summary(section: Section, { part }: PlacedPart, labelOf: LabelOf): string {
    if (section === "stages") return part.enter_when === undefined ? t("stage-by-hand") : t("stage-when", { sentence: filterSentence(part.enter_when, labelOf) });
    if (section === "lists") return Array.isArray(part.members) ? t("list-members-count", { count: part.members.length }) : filterSentence(part.when, labelOf);
    const actions = Array.isArray(part.actions) ? part.actions.length : 0;
    return t("workflow-summary", { list: isolated(labelOf(String(part.enrol_on ?? "…"), "list")), count: actions });
  }

  #finding(path: Path): PartRow["finding"] {
    const place = pointer(path);
    const found = this.state.diagnostics.filter((one) => one.path === place || one.path.startsWith(`${place}/`));
    if (found.length === 0) return undefined;
    return { count: found.length, severity: found.some(({ severity }) => severity === "error") ? "error" : "warning" };
  }

  #undoNote({ section, index, name }: { section: Section; index: number; name: string }): TemplateResult {
    return html`<div class="undo card">
      <span class="cut">${t("rules-deleted", { name: isolated(name) })}</span>
      <button class="button plain" type="button" @click=${() => this.#undo(section, index)}>${icons.undo}${t("undo")}</button>
      <button class="button icon plain" type="button" aria-label=${t("rules-close")} @click=${() => (this.deleted = undefined)}>${icons.cross}</button>
    </div>`;
  }

  // What is done

  #add(section: Section): void {
    const index = addPart(this.session.editor, section);
    this.open = { section, index };
    void this.#focusEditor();
  }

  async #focusEditor(): Promise<void> {
    await this.updateComplete;
    const editor = this.renderRoot.querySelector<AutomationPart>("stage-editor, list-editor, workflow-editor");
    await editor?.updateComplete;
    editor?.scrollIntoView({ block: "nearest" });
    editor?.focus();
  }

  #do(deed: Deed, section: Section, placed: PlacedPart, of: number): void {
    const { editor } = this.session;
    const { index, part } = placed;
    const name = nameOf(part);
    switch (deed) {
      case "toggle":
        this.open = this.open?.section === section && this.open.index === index ? undefined : { section, index };
        return;
      case "mute":
        mutePart(editor, placed);
        this.news = t(part.enabled === false ? "rules-said-unmuted" : "rules-said-muted", { name });
        return;
      case "duplicate":
        clonePart(editor, section, placed);
        this.open = { section, index: index + 1 };
        this.news = t("rules-said-cloned", { name });
        void this.#focusRow(section, index + 1);
        return;
      case "remove":
        removePart(editor, section, placed);
        this.open = undefined;
        this.began = true;
        this.deleted = { section, index, name };
        void this.#focusRow(section, Math.min(index, of - 2));
        return;
      default:
        this.#move(section, placed, index + (deed === "up" ? -1 : 1), of);
    }
  }

  #move(section: Section, { index, part, path }: PlacedPart, to: number, of: number): void {
    const name = nameOf(part);
    if (to < 0 || to >= of) {
      this.news = t("rules-said-no-further", { name });
      return;
    }
    this.session.editor.move(path, sectionPath(section), to, { key: "step-move", args: { name } });
    this.#followOpen(section, index, to);
    this.news = t("rules-said-moved", { name, place: to + 1, of });
    void this.#focusRow(section, to);
  }

  /** What is open stays open where it is then. */
  #followOpen(section: Section, from: number, to: number): void {
    if (this.open?.section !== section) return;
    const { index } = this.open;
    const next = index === from ? to : index > from && index <= to ? index - 1 : index < from && index >= to ? index + 1 : index;
    this.open = { section, index: next };
  }

  async #focusRow(section: Section, index: number): Promise<void> {
    await this.updateComplete;
    const row = rowAt(pointer([...sectionPath(section), index]));
    await row?.updateComplete;
    (row ?? this.renderRoot.querySelector<HTMLElement>(`[data-section=${section}] header .button`))?.focus();
  }

  #undo(section: Section, index: number): void {
    this.session.editor.undo();
    void this.#focusRow(section, index);
  }

  #onStep = (event: Event): void => {
    this.deleted = undefined;
    if ((event as EditorChange).cause !== "open") return;
    this.open = undefined;
    this.began = false;
  };

  // Dragging

  #dropped: Drop | undefined;

  #mark(found: Drop | undefined): void {
    this.#dropped = found;
    const row = found && rowAt(found.over);
    if (this.#marked !== undefined && this.#marked !== row) this.#marked.mark = undefined;
    this.#marked = row;
    if (row !== undefined && found !== undefined) row.mark = found.edge;
  }

  #drop(): void {
    const found = this.#dropped;
    this.#mark(undefined);
    if (found === undefined || found.from === found.place) return;
    const { editor } = this.session;
    const path = [...found.list, found.from];
    const part = editor.read(path);
    const name = part !== null && typeof part === "object" ? nameOf(part) : "";
    const section = sections.find((one) => pointer(sectionPath(one)) === pointer(found.list));
    const label = section === undefined ? { key: "step-automation", args: { what: "action" } } : { key: "step-move", args: { name } };
    editor.move(path, found.list, found.place, label);
    if (section !== undefined) this.#followOpen(section, found.from, found.place);
  }

  static override styles = [controls, faultStyles, viewStyles];
}

interface Drop {
  list: Path;
  from: number;
  /** Counted without what is moved. */
  place: number;
  /** The row at whose edge it is shown. */
  over: string;
  edge: Edge;
}

/** Things stay in their list: over something inside a fellow, it is the fellow that counts. */
function drop(source: string, over: string | undefined, edge: Edge): Drop | undefined {
  const list = source.slice(0, source.lastIndexOf("/"));
  if (over === undefined || !over.startsWith(`${list}/`)) return undefined;
  const index = Number(over.slice(list.length + 1).split("/")[0]);
  const from = Number(source.slice(list.length + 1));
  const at = index + (edge === "after" ? 1 : 0);
  return { list: fromPointer(list), from, place: at > from ? at - 1 : at, over: `${list}/${index}`, edge };
}
