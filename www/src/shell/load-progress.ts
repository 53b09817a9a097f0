/** How far a file has been read, and a way to stop it. Fires `cancel`. Takes the room of the two lines it stands in for. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Loading } from "../session/state.ts";
import { controls } from "../styles/controls.ts";
import { t } from "../text/language.ts";
import { share } from "../text/counts.ts";
import { PageElement } from "../components/page-element.ts";

@customElement("load-progress")
export class LoadProgress extends PageElement {
  @property({ attribute: false }) loading!: Loading;

  override render(): TemplateResult {
    const { file, bytesRead, bytesTotal, rows } = this.loading;
    const read = Math.min(bytesRead, bytesTotal);
    const done = bytesTotal > 0 && read === bytesTotal;
    return html`
      <div class="line">
        <span class="cut">${t(done ? "load-scoring" : "load-reading", { file: file.name })}</span>
        <button class="stop" type="button" @click=${() => this.dispatchEvent(new Event("cancel"))}>${t("cancel")}</button>
      </div>
      <div class="line small quiet">
        <progress max=${bytesTotal || 1} .value=${read} aria-label=${t("load-reading", { file: file.name })}></progress>
        <span class="number">${t("load-rows", { share: share(read, bytesTotal), count: rows })}</span>
      </div>
    `;
  }

  static override styles = [
    controls,
    css`
      .line {
        display: flex;
        align-items: center;
        gap: var(--space-2);
      }

      .line > :first-child {
        flex: 1;
        min-width: 0;
      }

      .stop {
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
        font-weight: 600;
        cursor: pointer;
      }

      .number {
        white-space: nowrap;
      }

      progress {
        appearance: none;
        height: 0.375rem;
        border: 0;
        border-radius: var(--radius-round);
        overflow: hidden;
        background: var(--surface-sunken);
      }

      progress::-webkit-progress-bar {
        background: var(--surface-sunken);
      }

      progress::-webkit-progress-value {
        background: var(--accent-solid);
      }

      progress::-moz-progress-bar {
        background: var(--accent-solid);
      }
    `,
  ];
}
