/** Saves what the list shows, with its scores, as a CSV: with the columns shown or with all. Says how far it is, and can be told to stop. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { count, listed } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import type { PopOver } from "./pop-over.ts";
import "./pop-over.ts";

@customElement("export-button")
export class ExportButton extends SessionElement {
  @property({ attribute: false }) columns: readonly string[] = [];
  @state() private progress: { export: number; rows: number; total: number } | undefined;
  /** Columns that could not be told from the scores. */
  @state() private leftOut: readonly string[] = [];
  @query("pop-over") private menu!: PopOver;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancel();
  }

  override render(): TemplateResult {
    if (this.progress !== undefined) {
      const { rows, total } = this.progress;
      return html`<span class="under-way">
        <progress aria-label=${t("contacts-exporting")} max=${total || 1} .value=${rows}></progress>
        <span class="number quiet small">${t("contacts-exported", { rows: count(rows), total: count(total) })}</span>
        <button class="button" type="button" @click=${this.#cancel}>${t("cancel")}</button>
      </span>`;
    }
    return html`<pop-over label=${t("contacts-export")}>
      <span slot="icon">${icons.download}</span>
      <p class="quiet">${t("contacts-export-hint")}</p>
      <div class="ways">
        <button class="button" type="button" @click=${() => this.#export([...this.columns])}>${t("contacts-export-shown")}</button>
        <button class="button" type="button" @click=${() => this.#export("all")}>${t("contacts-export-all")}</button>
      </div>
    </pop-over>
      ${this.leftOut.length > 0 ? html`<span class="quiet small" role="status">${t("contacts-export-left-out", { columns: listed(this.leftOut) })}</span>` : nothing}`;
  }

  async #export(properties: string[] | "all"): Promise<void> {
    this.menu.close();
    const begun = await this.session.ask("beginExport", { properties });
    if (!begun) return;
    this.leftOut = begun.leftOut;
    this.progress = { ...begun, rows: 0 };
    const pieces: Blob[] = [];
    for (;;) {
      const next = await this.session.ask("exportPiece", { export: begun.export });
      if (this.progress?.export !== begun.export) return;
      if (next === undefined) {
        this.progress = undefined;
        return;
      }
      if (next === null) break;
      pieces.push(next.piece);
      this.progress = { ...this.progress, rows: next.rows };
    }
    this.progress = undefined;
    this.#save(new Blob(pieces, { type: "text/csv;charset=utf-8" }));
  }

  #save(file: Blob): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `${this.state.contacts?.file.name.replace(/\.[^.]*$/, "") ?? "contacts"}-scored.csv`;
    link.click();
    // The download has its own hold on the data by the time of the next task.
    setTimeout(() => URL.revokeObjectURL(link.href));
  }

  #cancel = (): void => {
    if (this.progress === undefined) return;
    this.progress = undefined;
    void this.session.ask("endExport", {});
  };

  static override styles = [
    controls,
    css`
      .ways {
        display: grid;
        gap: var(--space-2);
        margin-top: var(--space-3);
      }

      :host {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }

      .under-way {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
      }

      progress {
        width: 6rem;
        accent-color: var(--accent-solid);
      }
    `,
  ];
}
