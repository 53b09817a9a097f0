/** The contacts with their scores, what is searched and kept of them, and beside them the ledger of the one that was chosen. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { count, counted } from "../../text/counts.ts";
import type { Scored } from "../../worker/protocol.ts";
import type { ContactsGrid } from "./contacts-grid.ts";
import { icons } from "../../components/icons.ts";
import { chosenFiles } from "../../components/chosen-files.ts";
import { SessionElement } from "../../components/page-element.ts";
import "./band-filter.ts";
import "./contacts-grid.ts";
import "../../components/ledger/ledger-panel.ts";

@customElement("contacts-view")
export class ContactsView extends SessionElement {
  @query("contacts-grid") private grid!: ContactsGrid | null;

  /** The keyboard goes back to the list, which may have been hidden behind the ledger. */
  #returning = false;

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
      return html`<div class="card waiting"><h2>Reading ${loading.file.name}</h2><p class="quiet">The contacts appear here as soon as they are scored.</p></div>`;
    }
    const [title, hint] =
      contacts === undefined
        ? ["Now the contacts", `${ruleset ? "The ruleset is ready. " : ""}Drop an export of your contacts here, or choose the file: CSV, JSON or NDJSON.`]
        : ["Now the ruleset", `${counted(contacts.rowCount, "contact")} ${contacts.rowCount === 1 ? "is" : "are"} ready. Drop a ruleset here, or choose the file, to score them.`];
    return html`<div class="card waiting">
      <h2>${title}</h2>
      <p class="quiet">${hint}</p>
      <label class="button primary">Choose files<input type="file" multiple @change=${this.#onFiles} /></label>
    </div>`;
  }

  #scored(scored: Scored): TemplateResult {
    const { arrangement, arranging, explained, contacts } = this.state;
    const { shown } = scored.arranged;
    const all = shown === scored.rowCount;
    return html`<div class="panes ${explained ? "open" : ""}">
      <section class="list card" aria-label="Contacts">
        <div class="bar">
          <label class="search">
            ${icons.search}<span class="unseen">Search by id, email or name</span>
            <input class="field" type="search" placeholder="Search id, email, name" .value=${arrangement.search} @input=${this.#onSearch} />
          </label>
          <span class="shown quiet">${all ? counted(shown, "contact") : `${count(shown)} of ${counted(scored.rowCount, "contact")}`}</span>
          ${arranging ? html`<span class="soon quiet">One moment…</span>` : nothing}
          <button class="button" type="button" ?disabled=${shown === 0} @click=${this.#onDownload}>
            ${icons.download}<span>Download CSV</span>
          </button>
        </div>
        ${scored.bandSets.length > 0 ? html`<band-filter .scored=${scored} .chosen=${arrangement.band}></band-filter>` : nothing}
        <contacts-grid
          .scored=${scored}
          .arrangement=${arrangement}
          .chosen=${explained?.row}
          .file=${contacts?.file}
        ></contacts-grid>
      </section>
      <ledger-panel
        class="card"
        .explained=${explained}
        .bandSets=${scored.bandSets}
        @close=${this.#onClose}
      ></ledger-panel>
    </div>`;
  }

  #onFiles(event: Event): void {
    const files = chosenFiles(event);
    if (files.length > 0) void this.session.add(files);
  }

  #onSearch(event: Event): void {
    void this.session.arrange({ search: (event.target as HTMLInputElement).value });
  }

  async #onDownload(): Promise<void> {
    const blob = await this.session.ask("exportCsv", {});
    if (blob === undefined) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${this.state.contacts?.file.name.replace(/\.[^.]*$/, "") ?? "contacts"}-scored.csv`;
    link.click();
    // The download has its own hold on the data by the time of the next task.
    setTimeout(() => URL.revokeObjectURL(link.href));
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
        align-items: center;
        gap: var(--space-3);
        padding: var(--space-3);
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
        .bar {
          flex-wrap: wrap;
        }

        .search {
          flex-basis: 100%;
          max-width: none;
        }
      }
    `,
  ];
}
