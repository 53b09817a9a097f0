/** A button that opens a panel below itself, inside the window; Escape or a click outside closes it. What is in the panel is its content. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { PageElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";

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
      <button class="button opener" type="button" popovertarget="panel" aria-haspopup="dialog"><slot name="icon"></slot><span>${this.label}</span></button>
      <div id="panel" popover role="dialog" aria-label=${this.heading || this.label} @beforetoggle=${this.#onToggle} @toggle=${this.#onToggled}>
        <slot></slot>
      </div>
    `;
  }

  #onToggle(event: ToggleEvent): void {
    if (event.newState !== "open") return;
    const { bottom, right, left } = this.opener.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    // From the side of the window that is nearer.
    const fromLeft = left < width - right;
    this.panel.style.top = `${Math.max(8, Math.min(bottom + 4, innerHeight - 320))}px`;
    this.panel.style.left = fromLeft ? `${Math.max(8, Math.min(left, width - 360))}px` : "auto";
    this.panel.style.right = fromLeft ? "auto" : `${Math.max(8, width - right)}px`;
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
        width: min(22rem, calc(100vw - 1rem));
        max-height: min(32rem, calc(100dvh - 6rem));
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
    `,
  ];
}
