/** How the contacts are spread over the points and bands of every score, and where thresholds are moved. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { chosenFiles } from "../../components/chosen-files.ts";
import { SessionElement } from "../../components/page-element.ts";
import { list } from "../../editing/document.ts";
import { Live } from "../../session/live.ts";
import { controls } from "../../styles/controls.ts";
import { count } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import type { Scored } from "../../worker/protocol.ts";
import "./band-matrix.ts";
import "./score-distribution.ts";

/** About so many bars a score. */
const bars = 40;

@customElement("distribution-view")
export class DistributionView extends SessionElement {
  @state() private ofListed = false;

  #spread = new Live(this, "distribution", () => ({ bars, ...this.#among() }));

  /** The list's generation, so that another list is another question. */
  #among(): { listed?: number } {
    const { scored } = this.state;
    return this.ofListed && scored !== undefined ? { listed: scored.arranged.generation } : {};
  }

  override render(): TemplateResult {
    const { scored } = this.state;
    return scored === undefined ? this.#waiting() : scored.rowCount === 0 ? this.#nobody() : this.#scored(scored);
  }

  #waiting(): TemplateResult {
    const { contacts, loading, faulty } = this.state;
    if (loading !== undefined) {
      return html`<div class="card waiting"><h2>${t("load-reading", { file: loading.file.name })}</h2><p class="quiet">${t("distribution-soon")}</p></div>`;
    }
    if (contacts !== undefined) {
      return html`<div class="card waiting">
        <h2>${t("distribution-unscored")}</h2>
        ${faulty ? html`<p class="quiet">${t("distribution-unscored-errors")}</p><button class="button" type="button" @click=${() => this.session.show("json")}>${t("view", { view: "json" })}</button>` : nothing}
      </div>`;
    }
    return html`<div class="card waiting">
      <h2>${t("distribution-wanted")}</h2>
      <p class="quiet">${t("distribution-wanted-hint")}</p>
      <label class="button primary">${t("choose-files")}<input type="file" multiple @change=${this.#onFiles} /></label>
    </div>`;
  }

  #nobody(): TemplateResult {
    return html`<div class="card waiting"><h2>${t("distribution-nobody")}</h2></div>`;
  }

  #scored(scored: Scored): TemplateResult {
    const spread = this.#spread.value;
    const shown = count(scored.arranged.shown);
    const listed = this.ofListed ? scored.arranged.generation : undefined;
    return html`
      <div class="bar">
        <label class="check"><input type="checkbox" .checked=${this.ofListed} @change=${this.#onListed} />${t("distribution-listed", { shown })}</label>
        ${this.state.faulty ? html`<p class="faulty" role="status">${t("distribution-faulty")}</p>` : nothing}
      </div>
      <div class="all">
        ${spread
          ? html`${repeat(
              spread.scores,
              ({ id }) => id,
              (one) => html`<score-distribution .spread=${one} ?listed=${this.ofListed}></score-distribution>`,
            )}
            ${scored.scores.length > 1 ? html`<band-matrix .scores=${scored.scores} .first=${this.#firstMatrix(scored)} .listed=${listed}></band-matrix>` : nothing}`
          : nothing}
      </div>
    `;
  }

  #firstMatrix({ matrices }: Scored): { rows: string; columns: string } | undefined {
    const matrix = list(this.session.editor.document.bands).find(({ id }) => id !== undefined && id === matrices[0]?.id);
    const [rows, columns] = [matrix?.rows?.score, matrix?.columns?.score];
    return rows === undefined || columns === undefined ? undefined : { rows, columns };
  }

  #onListed(event: Event): void {
    this.ofListed = (event.target as HTMLInputElement).checked;
  }

  #onFiles(event: Event): void {
    const files = chosenFiles(event);
    if (files.length > 0) void this.session.add(files);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--space-3);
        overflow-y: auto;
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

      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-4);
      }

      .check {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 1.75rem;
      }

      .check input {
        width: 1.125rem;
        height: 1.125rem;
        accent-color: var(--accent-solid);
      }

      .faulty {
        padding: var(--space-1) var(--space-3);
        border-radius: var(--radius-small);
        background: var(--caution-soft);
        color: var(--caution);
      }

      .all {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
        padding-bottom: var(--space-4);
      }
    `,
  ];
}
