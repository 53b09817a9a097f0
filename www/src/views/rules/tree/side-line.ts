/** A line that adds to the group or the score above it. */
import { css, html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { icons } from "../../../components/icons.ts";
import { controls } from "../../../styles/controls.ts";
import { lineStyles } from "./line-styles.ts";
import { MovableLine } from "./movable-line.ts";

@customElement("side-line")
export class SideLineElement extends MovableLine {
  override render(): TemplateResult {
    return html`<span role="gridcell">
      <button
        type="button"
        tabindex="-1"
        aria-haspopup="menu"
        ?disabled=${this.locked}
        @click=${(event: MouseEvent) => this.wish({ what: "add", at: (event.currentTarget as HTMLElement).getBoundingClientRect() })}
      >
        ${icons.plus}${this.name}
      </button>
    </span>`;
  }

  static override styles = [
    controls,
    lineStyles,
    css`
      :host {
        height: 2.25rem;
        padding-left: 3.25rem;
      }

      button {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 1.75rem;
        padding: 0 var(--space-2);
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        color: var(--text-quiet);
        cursor: pointer;
      }

      button:hover {
        color: var(--accent);
      }
    `,
  ];
}
