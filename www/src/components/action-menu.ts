/** A button that opens a menu of things to do. In: the things. Out: an `action` event with the key of the one that was chosen. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { controls } from "../styles/controls.ts";
import { icons } from "./icons.ts";
import { PageElement } from "./page-element.ts";

export interface Action {
  key: string;
  label: string;
  disabled?: boolean;
}

@customElement("action-menu")
export class ActionMenu extends PageElement {
  @property() label = "";
  @property({ attribute: false }) actions: readonly Action[] = [];
  @query("[popover]") private menu!: HTMLElement;
  @query(".opener") private opener!: HTMLElement;

  override render(): TemplateResult {
    return html`
      <button class="button icon plain opener" type="button" popovertarget="menu" aria-haspopup="menu" aria-label=${this.label}>${icons.more}</button>
      <div id="menu" role="menu" popover aria-label=${this.label} @beforetoggle=${this.#onToggle} @toggle=${this.#onToggled} @keydown=${this.#onKey}>
        ${this.actions.map(
          ({ key, label, disabled = false }) =>
            html`<button role="menuitem" type="button" tabindex="-1" ?disabled=${disabled} @click=${() => this.#choose(key)}>${label}</button>`,
        )}
      </div>
    `;
  }

  override focus(): void {
    this.opener.focus();
  }

  /** Below its opener where there is room, and inside the window. */
  #onToggle(event: ToggleEvent): void {
    if (event.newState !== "open") return;
    const { top, bottom, right } = this.opener.getBoundingClientRect();
    const { style } = this.menu;
    const height = this.actions.length * 36 + 16;
    const isBelow = bottom + height < window.innerHeight || top < height;
    style.top = isBelow ? `${bottom + 4}px` : "auto";
    style.bottom = isBelow ? "auto" : `${window.innerHeight - top + 4}px`;
    style.right = `${Math.max(8, document.documentElement.clientWidth - right)}px`;
  }

  #onToggled(event: ToggleEvent): void {
    if (event.newState === "open") this.#items()[0]?.focus();
  }

  #onKey(event: KeyboardEvent): void {
    const items = this.#items();
    const at = items.findIndex((item) => item === this.shadowRoot?.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  }

  #items(): HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)")];
  }

  #choose(key: string): void {
    this.menu.hidePopover();
    this.dispatchEvent(new CustomEvent<string>("action", { detail: key }));
  }

  static override styles = [
    controls,
    css`
      .opener {
        width: 2rem;
        min-height: 2rem;
      }

      [popover] {
        position: fixed;
        inset: auto;
        min-width: 11rem;
        margin: 0;
        padding: var(--space-1);
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--surface-card);
        color: var(--text);
        box-shadow: var(--shadow-high);
      }

      [role="menuitem"] {
        display: block;
        width: 100%;
        min-height: 2.25rem;
        padding: 0 var(--space-3);
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        text-align: left;
        cursor: pointer;
      }

      [role="menuitem"]:hover,
      [role="menuitem"]:focus-visible {
        background: var(--surface-hover);
      }

      [role="menuitem"]:disabled {
        opacity: 0.55;
        cursor: default;
      }
    `,
  ];
}
