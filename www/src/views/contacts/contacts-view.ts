/** The contacts with their scores, what is searched and kept of them, and beside them the ledger of the one that was chosen. */
import type { ColumnReport } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { contacts as contactsText, count } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import { identityColumns } from "../../worker/identity.ts";
import type { Arrangement, Scored } from "../../worker/protocol.ts";
import type { ContactsGrid } from "./contacts-grid.ts";
import { icons } from "../../components/icons.ts";
import { chosenFiles } from "../../components/chosen-files.ts";
import { SessionElement } from "../../components/page-element.ts";
import { ledgerRules, type RevealCriterion } from "../../components/ledger/rules.ts";
import { storeColumns, storedColumns } from "./shown-columns.ts";
import "../../components/rulesets/template-list.ts";
import "./active-filters.ts";
import "./band-filter.ts";
import "./column-choice.ts";
import "./contacts-grid.ts";
import "./criteria-filter.ts";
import "./export-button.ts";
import "./sort-choice.ts";
import "../../components/ledger/ledger-panel.ts";

@customElement("contacts-view")
export class ContactsView extends SessionElement {
  @query("contacts-grid") private grid!: ContactsGrid | null;
  @state() private columns: readonly string[] = [];
  #columnsOf: readonly ColumnReport[] | undefined;

  /** The keyboard goes back to the list, which may have been hidden behind the ledger. */
  #returning = false;

  override willUpdate(): void {
    const columns = this.state.contacts?.report.columns;
    if (columns === this.#columnsOf) return;
    this.#columnsOf = columns;
    this.columns = columns === undefined ? [] : storedColumns(columns);
  }

  override updated(): void {
    if (!this.#returning || this.state.explained !== undefined) return;
    this.#returning = false;
    this.grid?.focus();
  }

  override render(): TemplateResult {
    const { scored } = this.state;
    return scored === undefined ? this.#waiting() : this.#scored(scored);
  }

  #waiting(): TemplateResult {
    const { contacts, open: ruleset, loading } = this.state;
    if (loading !== undefined) {
      return html`<div class="card waiting"><h2>${t("load-reading", { file: loading.file.name })}</h2><p class="quiet">${t("contacts-soon")}</p></div>`;
    }
    const [title, hint] =
      contacts === undefined
        ? [t("contacts-wanted"), t("contacts-wanted-hint", { ruleset: ruleset ? "ready" : "missing" })]
        : [t("contacts-ruleset-wanted"), t("contacts-ruleset-wanted-hint", { count: contacts.rowCount })];
    return html`<div class="card waiting">
      <h2>${title}</h2>
      <p class="quiet">${hint}</p>
      <p class="ways">
        <label class="button primary">${t("choose-files")}<input type="file" multiple @change=${this.#onFiles} /></label>
        ${contacts === undefined ? html`<button class="button" type="button" @click=${() => this.session.trySample()}>${t("try-sample")}</button>` : nothing}
      </p>
      ${ruleset ? nothing : html`<template-list></template-list>`}
    </div>`;
  }

  #scored(scored: Scored): TemplateResult {
    const { arrangement, explained, contacts } = this.state;
    const columns = contacts?.report.columns ?? [];
    return html`<div class="panes ${explained ? "open" : ""}" @reveal-criterion=${this.#onReveal}>
      <section class="list card" aria-label=${t("view", { view: "contacts" })}>
        ${this.#bar(scored)}
        ${scored.bandSets.length > 0 ? html`<band-filter .scored=${scored} .chosen=${arrangement.band}></band-filter>` : nothing}
        <active-filters .scored=${scored}></active-filters>
        <contacts-grid
          .scored=${scored}
          .arrangement=${arrangement}
          .columns=${this.columns}
          .named=${this.#named(columns)}
          .chosen=${explained?.row}
          .file=${contacts?.file}
        ></contacts-grid>
      </section>
      <ledger-panel
        class="card"
        .explained=${explained}
        .bandSets=${scored.bandSets}
        .rules=${ledgerRules(this.session.editor.document, columns)}
        @close=${this.#onClose}
        @test=${this.#onTest}
      ></ledger-panel>
    </div>`;
  }

  #bar(scored: Scored): TemplateResult {
    const { arrangement, arranging, contacts } = this.state;
    const { shown } = scored.arranged;
    const all = contactsText(scored.rowCount);
    return html`<div class="bar">
      <label class="search">
        ${icons.search}<span class="unseen">${t("contacts-search-label")}</span>
        <input class="field" type="search" placeholder=${t("contacts-search")} .value=${arrangement.search} @input=${this.#onSearch} />
      </label>
      <span class="shown quiet">${shown === scored.rowCount ? all : t("contacts-shown-of", { shown: count(shown), all })}</span>
      ${arranging ? html`<span class="soon quiet">${t("contacts-one-moment")}</span>` : nothing}
      <span class="ways">
        <sort-choice .scored=${scored} .arrangement=${arrangement} .columns=${this.columns}></sort-choice>
        <criteria-filter></criteria-filter>
        <column-choice .columns=${contacts?.report.columns ?? []} .shown=${this.columns} @choose=${this.#onColumns}></column-choice>
        <export-button .columns=${this.columns}></export-button>
      </span>
    </div>`;
  }

  /** Names are sorted by what comes first in them. */
  #named(columns: readonly ColumnReport[]): Arrangement["sort"] {
    const { name, email } = identityColumns([...columns]);
    const property = name[0] ?? email;
    return property === undefined ? "id" : { property };
  }

  #onColumns(event: CustomEvent<readonly string[]>): void {
    const before = this.columns;
    this.columns = event.detail;
    const { sort } = this.state.arrangement;
    if (this.#columnsOf !== undefined) storeColumns(this.#columnsOf, this.columns);
    // Sorted by a column that is gone, nobody could see by what.
    if (typeof sort === "object" && "property" in sort && before.includes(sort.property) && !this.columns.includes(sort.property)) void this.session.arrange({ sort: "id", descending: false });
  }

  #onReveal({ ids }: RevealCriterion): void {
    const found = ledgerRules(this.session.editor.document, this.state.contacts?.report.columns).find(ids);
    if (found !== undefined) this.session.reveal(found.path);
  }

  #onTest(): void {
    const row = this.state.explained?.row;
    if (row === undefined) return;
    this.session.test({ way: "pick", row, position: undefined, generation: undefined });
    this.session.show("test");
  }

  #onFiles(event: Event): void {
    const files = chosenFiles(event);
    if (files.length > 0) void this.session.add(files);
  }

  #onSearch(event: Event): void {
    void this.session.arrange({ search: (event.target as HTMLInputElement).value });
  }

  #onClose(): void {
    this.#returning = true;
    this.session.closeLedger();
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }

      .waiting {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: var(--space-3);
        flex: 1;
        padding: var(--space-6);
        text-align: center;
      }

      .waiting p {
        max-width: 30rem;
      }

      .waiting .ways {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--space-2);
      }

      .waiting template-list {
        width: min(48rem, 100%);
        margin-top: var(--space-4);
      }

      .panes {
        display: grid;
        grid-template-columns: minmax(0, 1fr) clamp(24rem, 36%, 34rem);
        gap: var(--space-4);
        flex: 1 1 0;
        min-height: 0;
      }

      .list {
        display: flex;
        flex-direction: column;
        min-height: 0;
        overflow: hidden;
      }

      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        padding: var(--space-3);
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }

      .search {
        position: relative;
        flex: 1 1 10rem;
        max-width: 22rem;
      }

      .search svg {
        position: absolute;
        top: 50%;
        left: var(--space-3);
        translate: 0 -50%;
        color: var(--text-quiet);
        pointer-events: none;
      }

      .search input {
        width: 100%;
        padding-left: 2.25rem;
      }

      .search input::placeholder {
        color: var(--text-quiet);
        opacity: 1;
      }

      .shown {
        flex: 1;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }

      /* Only what takes long enough to be noticed is worth a word. */
      .soon {
        animation: appear 1ms 300ms both;
      }

      @keyframes appear {
        from {
          visibility: hidden;
        }
      }

      contacts-grid {
        flex: 1 1 0;
        min-height: 0;
      }

      ledger-panel {
        min-height: 0;
        overflow: hidden;
      }

      @media (width < 62rem) {
        .panes {
          grid-template-columns: minmax(0, 1fr);
        }

        .panes:not(.open) ledger-panel,
        .panes.open .list {
          display: none;
        }
      }

      @media (width < 45rem) {
        .ways {
          flex-wrap: nowrap;
          width: 100%;
        }

        sort-choice {
          flex: 1;
          min-width: 0;
        }

        .search {
          flex-basis: 100%;
          max-width: none;
        }
      }
    `,
  ];
}
