/** A button that opens a panel below itself, inside the window; Escape or a click outside closes it. What is in the panel is its content. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { PageElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";

const widest = 352;
const margin = 8;
const leastHeight = 320;

@customElement("pop-over")
export class PopOver extends PageElement {
  @property() label = "";
  /** What the panel is called, if not like the button. */
  @property() heading = "";
  @query("[popover]") private panel!: HTMLElement;
  @query(".opener") private opener!: HTMLElement;

  close(): void {
    this.panel.hidePopover();
  }

  override render(): TemplateResult {
    return html`
      <button class="button opener" type="button" popovertarget="panel" aria-haspopup="dialog" aria-label=${this.label} title=${this.label}><slot name="icon"></slot><span class="wording">${this.label}</span></button>
      <div id="panel" popover role="dialog" aria-label=${this.heading || this.label} @beforetoggle=${this.#onToggle} @toggle=${this.#onToggled}>
        <slot></slot>
      </div>
    `;
  }

  #onToggle(event: ToggleEvent): void {
    if (event.newState !== "open") return;
    const { bottom, right, left } = this.opener.getBoundingClientRect();
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const own = Math.min(widest, width - 2 * margin);
    // Below the opener, from the side of the window that is nearer, and inside the window.
    const wanted = left < width - right ? left : right - own;
    const top = Math.max(margin, Math.min(bottom + 4, height - leastHeight));
    this.panel.style.width = `${own}px`;
    this.panel.style.left = `${Math.max(margin, Math.min(wanted, width - own - margin))}px`;
    this.panel.style.top = `${top}px`;
    this.panel.style.maxHeight = `${height - top - margin}px`;
  }

  #onToggled(event: ToggleEvent): void {
    if (event.newState !== "open") return;
    // The first field has the keyboard, where there is one.
    this.querySelector<HTMLElement>("input, button")?.focus();
    this.dispatchEvent(new Event("open"));
  }

  static override styles = [
    controls,
    css`
      :host {
        display: inline-flex;
      }

      [popover] {
        inset: auto;
        position: fixed;
        margin: 0;
        padding: var(--space-4);
        overflow: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface-card);
        color: var(--text);
        box-shadow: var(--shadow-high);
      }

      ::slotted(*) {
        min-width: 0;
      }

      @media (width < 45rem) {
        .wording {
          display: none;
        }

        .opener {
          width: var(--control-height);
          padding: 0;
        }
      }
    `,
  ];
}
