/** How far a file has been read, and a way to stop it. Fires `cancel`. Takes the room of the two lines it stands in for. */
import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Loading } from "../session/state.ts";
import { controls } from "../styles/controls.ts";
import { counted, share } from "../text/counts.ts";

@customElement("load-progress")
export class LoadProgress extends LitElement {
  @property({ attribute: false }) loading!: Loading;

  override render(): TemplateResult {
    const { file, bytesRead, bytesTotal, rows } = this.loading;
    const read = Math.min(bytesRead, bytesTotal);
    const done = bytesTotal > 0 && read === bytesTotal;
    return html`
      <div class="line">
        <span class="cut">${done ? "Scoring" : "Reading"} ${file.name}</span>
        <button class="stop" type="button" @click=${() => this.dispatchEvent(new Event("cancel"))}>Cancel</button>
      </div>
      <div class="line small quiet">
        <progress max=${bytesTotal || 1} .value=${read} aria-label="Reading ${file.name}"></progress>
        <span class="number">${share(read, bytesTotal)}, ${counted(rows, "row")}</span>
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
