/**
 * The list of contacts: a grid of which only the rows in sight exist. It asks the session for those, sorts by its headers, and is
 * used by mouse or by keyboard (arrows, Page Up and Down, Home, End, Enter).
 */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { points } from "../../text/points.ts";
import type { ContactRow } from "../../worker/jobs/listing.ts";
import type { Arrangement, Scored } from "../../worker/protocol.ts";
import { bandTag, bandTagStyles, toneOf } from "../../components/band-tag.ts";
import { icons } from "../../components/icons.ts";
import { rowWindow, scrollTopFor, type RowWindow, type Scrolled } from "./row-window.ts";
import { SessionElement } from "../../components/page-element.ts";

const rowHeight = 48;
const headerHeight = 36;

function same(one: Arrangement["sort"], other: Arrangement["sort"]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

@customElement("contacts-grid")
export class ContactsGrid extends SessionElement {
  @property({ attribute: false }) scored!: Scored;
  @property({ attribute: false }) arrangement!: Arrangement;
  /** Columns of the file that are shown, by name. */
  @property({ attribute: false }) columns: readonly string[] = [];
  /** What the contacts' names are sorted by. */
  @property({ attribute: false }) named: Arrangement["sort"] = "id";
  /** The row of the contact whose ledger is open. */
  @property({ attribute: false }) chosen: number | undefined;
  /** Another file means other contacts. */
  @property({ attribute: false }) file: File | undefined;
  /** The position that the keyboard is at. */
  @state() private active = 0;
  @state() private scrolledTo = 0;
  @state() private viewHeight = 600;
  @state() private rows: { generation: number; from: number; rows: ContactRow[]; columns: string } = { generation: -1, from: 0, rows: [], columns: "" };
  @query(".grid") private scroller!: HTMLElement;

  #asked = "";
  /** The position that was chosen before its row had arrived. */
  #wanted: number | undefined;
  #sizes = new ResizeObserver(([entry]) => {
    if (entry !== undefined) this.viewHeight = Math.max(0, entry.contentRect.height - headerHeight);
  });

  override focus(): void {
    this.scroller.focus();
  }

  override firstUpdated(): void {
    this.#sizes.observe(this.scroller);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#sizes.observe(this.scroller);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("arrangement") && !changed.has("file")) return;
    this.active = 0;
    this.#wanted = undefined;
  }

  override updated(changed: PropertyValues<this>): void {
    if ((changed.has("arrangement") && changed.get("arrangement") !== undefined) || changed.has("file")) this.scroller.scrollTop = 0;
    void this.#fetch();
    this.#openWanted();
  }

  get #scrolled(): Scrolled {
    return { rows: this.scored.arranged.shown, rowHeight, viewHeight: this.viewHeight, scrollTop: this.scrolledTo };
  }

  /** Asks for the rows in sight, unless they are there or asked for. */
  async #fetch(): Promise<void> {
    const { generation } = this.scored.arranged;
    const { from, to } = rowWindow(this.#scrolled);
    const columns = JSON.stringify(this.columns);
    const has = this.rows.generation === generation && this.rows.columns === columns && this.rows.from <= from && this.rows.from + this.rows.rows.length >= to;
    const asked = `${generation} ${from} ${to} ${columns}`;
    if (has || asked === this.#asked) return;
    this.#asked = asked;
    const margin = to - from;
    const rows = await this.session.rows(Math.max(0, from - margin), to + margin, [...this.columns]);
    if (rows !== undefined && rows.generation >= this.rows.generation) this.rows = { ...rows, columns };
    else if (this.#asked === asked) this.#asked = "";
  }

  override render(): TemplateResult {
    const { scores, matrices, arranged } = this.scored;
    const window = rowWindow(this.#scrolled);
    const kinds = [...scores.map(({ banded }) => (banded ? "banded" : "plain")), ...matrices.map(() => "tag"), ...this.columns.map(() => "value")];
    const columns = kinds.map((kind) => `minmax(var(--least-${kind}), var(--most-${kind}))`).join(" ");
    // Head and body are as wide as what is in both, which rows of their own do not know of each other.
    const least = ["who", "id", ...kinds].map((kind) => `var(--least-${kind})`).join(" + ");
    // Styles are set as properties: the page's policy knows no style attributes.
    return html`
      <div
        class="grid"
        role="grid"
        tabindex="0"
        aria-label=${t("contacts-grid")}
        aria-rowcount=${arranged.shown + 1}
        aria-colcount=${2 + kinds.length}
        aria-activedescendant=${arranged.shown > 0 ? `row-${this.active}` : nothing}
        .style=${`--columns: ${columns}; --least: calc(${least})`}
        @scroll=${this.#onScroll}
        @keydown=${this.#onKey}
      >
        <div role="rowgroup" class="head">
          <div role="row" class="row" aria-rowindex="1">
            ${this.#header(this.named, t("contacts-name"), "")}
            ${this.#header("id", t("contacts-id"), "id")}
            ${scores.map(({ id, label }) => this.#header({ score: id }, label, "right"))}
            ${matrices.map(({ id, label }) => this.#header({ band: id }, label, ""))}
            ${this.columns.map((name) => this.#header({ property: name }, name, ""))}
          </div>
        </div>
        <div role="rowgroup" class="body" .style=${`height: ${window.height}px`}>
          <div role="presentation" class="drawn" .style=${`transform: translateY(${window.top}px)`}>${this.#drawn(window)}</div>
        </div>
      </div>
      ${arranged.shown === 0 ? html`<p class="none quiet">${t(this.scored.rowCount === 0 ? "contacts-file-empty" : "contacts-none-fit")}</p>` : nothing}
    `;
  }

  #header(sort: Arrangement["sort"], label: string, place: "id" | "right" | ""): TemplateResult {
    const sorted = same(this.arrangement.sort, sort);
    const { descending } = this.arrangement;
    return html`<div
      role="columnheader"
      class="cell ${place}"
      aria-sort=${sorted ? (descending ? "descending" : "ascending") : "none"}
    >
      <button type="button" title=${t("contacts-sort-by-column", { column: label })} @click=${() => this.#sort(sort)}>
        <span class="cut">${label}</span><span class="arrow">${sorted ? (descending ? icons.down : icons.up) : nothing}</span>
      </button>
    </div>`;
  }

  #drawn({ from, to }: RowWindow): TemplateResult[] {
    const drawn: TemplateResult[] = [];
    for (let position = from; position < to; position++) drawn.push(this.#row(position, this.rows.rows[position - this.rows.from]));
    return drawn;
  }

  #row(position: number, contact: ContactRow | undefined): TemplateResult {
    const { scores, matrices, bandSets } = this.scored;
    const chosen = contact !== undefined && contact.row === this.chosen;
    const title = contact?.name || contact?.email || contact?.id || "";
    return html`<div
      role="row"
      id="row-${position}"
      class="row ${position === this.active ? "active" : ""}"
      aria-rowindex=${position + 2}
      aria-selected=${chosen}
      @click=${() => this.#choose(position)}
    >
      <div role="gridcell" class="cell who">
        <span class="cut">${title}</span>
        ${contact?.email && contact.name ? html`<span class="cut quiet small">${contact.email}</span>` : nothing}
      </div>
      <div role="gridcell" class="cell cut quiet id">${contact?.id}</div>
      ${scores.map(
        ({ id, banded }) => html`<div role="gridcell" class="cell right score">
          ${banded && contact ? bandTag(contact.bands[id], toneOf(bandSets, id, contact.bands[id])) : nothing}
          <span class="number points ${(contact?.points[id] ?? 0) < 0 ? "below" : ""}">${contact ? points(contact.points[id] ?? 0) : nothing}</span>
        </div>`,
      )}
      ${matrices.map(({ id }) => html`<div role="gridcell" class="cell">${contact ? bandTag(contact.bands[id], toneOf(bandSets, id, contact.bands[id])) : nothing}</div>`)}
      ${this.columns.map((name) => html`<div role="gridcell" class="cell cut" title=${contact?.properties[name] ?? ""}>${contact?.properties[name]}</div>`)}
    </div>`;
  }

  #sort(sort: Arrangement["sort"]): void {
    const again = same(this.arrangement.sort, sort);
    void this.session.arrange({ sort, descending: again ? !this.arrangement.descending : sort !== "id" && !("property" in sort) });
  }

  #choose(position: number): void {
    this.active = position;
    this.#wanted = position;
    this.#openWanted();
  }

  /** Opens the ledger of the contact that was chosen, as soon as it is known who that is. */
  #openWanted(): void {
    if (this.#wanted === undefined || this.rows.generation !== this.scored.arranged.generation) return;
    const contact = this.rows.rows[this.#wanted - this.rows.from];
    if (contact === undefined) return;
    this.#wanted = undefined;
    void this.session.explain(contact.row);
  }

  #onScroll(): void {
    this.scrolledTo = this.scroller.scrollTop;
  }

  #onKey(event: KeyboardEvent): void {
    // Keys on the headers' buttons are theirs.
    if (event.target !== this.scroller || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#choose(this.active);
      return;
    }
    const page = Math.max(1, Math.floor(this.viewHeight / rowHeight) - 1);
    const { shown } = this.scored.arranged;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -shown, End: shown };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.active = Math.max(0, Math.min(shown - 1, this.active + step));
    this.scroller.scrollTop = scrollTopFor(this.active, { ...this.#scrolled, scrollTop: this.scroller.scrollTop });
    this.scrolledTo = this.scroller.scrollTop;
    if (this.chosen !== undefined) this.#choose(this.active);
  }

  static override styles = [
    controls,
    bandTagStyles,
    css`
      :host {
        --least-who: 10rem;
        --least-id: 5rem;
        --most-id: 8rem;
        --least-banded: 8.5rem;
        --most-banded: 11rem;
        --least-plain: 5.5rem;
        --most-plain: 8rem;
        --least-tag: 5rem;
        --most-tag: 8rem;
        --least-value: 8rem;
        --most-value: 14rem;

        display: block;
        position: relative;
      }

      .grid {
        height: 100%;
        overflow: auto;
        border-top: 1px solid var(--line);
        overflow-anchor: none;
      }

      .grid:focus-visible {
        outline: none;
      }

      .grid:focus-visible .active {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }

      .head,
      .body {
        min-width: var(--least);
      }

      .head {
        position: sticky;
        top: 0;
        z-index: 1;
        background: var(--surface-card);
      }

      .body {
        position: relative;
        contain: layout style;
      }

      .drawn {
        position: absolute;
        inset: 0 0 auto;
        will-change: transform;
      }

      .row {
        display: grid;
        grid-template-columns: minmax(var(--least-who), 1fr) minmax(var(--least-id), var(--most-id)) var(--columns);
        align-items: center;
        height: 48px;
        border-bottom: 1px solid var(--line);
      }

      .head .row {
        height: 36px;
      }

      .body .row {
        cursor: pointer;
      }

      .body .row:hover {
        background: var(--surface-hover);
      }

      .body .row[aria-selected="true"] {
        background: var(--accent-soft);
      }

      [aria-selected="true"] .band {
        background: var(--surface-card);
      }

      .cell {
        min-width: 0;
        padding: 0 var(--space-3);
      }

      .head .cell {
        color: var(--text-quiet);
        font-size: var(--size-small);
        font-weight: 600;
      }

      .head button {
        display: flex;
        align-items: center;
        gap: var(--space-1);
        max-width: 100%;
        padding: var(--space-1) 0;
        border: 0;
        border-radius: 2px;
        background: none;
        font-weight: inherit;
        cursor: pointer;
      }

      .head button:hover {
        color: var(--text);
      }

      .head .right button {
        margin-left: auto;
        flex-direction: row-reverse;
      }

      .arrow svg {
        width: 0.75rem;
        height: 0.75rem;
      }

      .who {
        display: grid;
        line-height: 1.35;
      }

      .who > :first-child {
        font-weight: 550;
      }

      .id {
        font-variant-numeric: tabular-nums;
      }

      .score {
        display: flex;
        align-items: center;
        justify-content: flex-end;
        gap: var(--space-2);
      }

      .points {
        min-width: 2.5rem;
        font-weight: 600;
      }

      .below {
        color: var(--bad);
      }

      .none {
        position: absolute;
        inset: 5rem var(--space-4) auto;
        text-align: center;
      }

      @media (width < 45rem) {
        :host {
          --least-who: 8rem;
          --least-id: 0rem;
          --least-banded: 7.75rem;
          --most-banded: 7.75rem;
          --least-plain: 4rem;
          --most-plain: 4rem;
          --least-tag: 4rem;
          --most-tag: 4rem;
        }

        .row {
          grid-template-columns: minmax(var(--least-who), 1fr) var(--columns);
        }

        .cell {
          padding: 0 var(--space-1) 0 var(--space-2);
        }

        .id {
          display: none;
        }
      }
    `,
  ];
}
