/** A menu of things to do, opened at a control of the tree, or at a line. Closed, it gives the keyboard back. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { PageElement } from "../../../components/page-element.ts";
import { controls } from "../../../styles/controls.ts";

export interface MenuEntry {
  label: string;
  /** What it is, in a few words below. */
  hint?: string;
  icon?: TemplateResult;
  /** The keys that do the same from the line. */
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  /** A line before it. */
  parted?: boolean;
  /** `stay` if it has opened another menu in place of this one. */
  run: () => void | "stay";
}

@customElement("line-menu")
export class LineMenu extends PageElement {
  @state() private entries: readonly MenuEntry[] = [];
  @state() private label = "";
  @query("[popover]") private popup!: HTMLElement;
  #anchor = new DOMRect();
  #giveBack: () => void = () => undefined;

  /** Opens it, or replaces what is in it. */
  async open(label: string, entries: readonly MenuEntry[], anchor: DOMRect, giveBack: () => void): Promise<void> {
    [this.label, this.entries, this.#anchor, this.#giveBack] = [label, entries, anchor, giveBack];
    await this.updateComplete;
    if (!this.popup.matches(":popover-open")) this.popup.showPopover();
    this.#place();
    this.#items()[0]?.focus();
  }

  override render(): TemplateResult {
    return html`<div popover role="menu" aria-label=${this.label} @keydown=${this.#onKey} @toggle=${this.#onToggle}>
      ${this.entries.map(
        (entry) => html`${entry.parted ? html`<hr />` : nothing}<button
            type="button"
            role="menuitem"
            tabindex="-1"
            class=${entry.danger ? "danger" : ""}
            ?disabled=${entry.disabled}
            aria-keyshortcuts=${entry.keys ?? nothing}
            @click=${() => this.#run(entry)}
          >
            <span class="icon">${entry.icon ?? nothing}</span>
            <span class="words"><span class="cut">${entry.label}</span>${entry.hint ? html`<span class="quiet small">${entry.hint}</span>` : nothing}</span>
            ${entry.keys ? html`<kbd aria-hidden="true">${shownKeys(entry.keys)}</kbd>` : nothing}
          </button>`,
      )}
    </div>`;
  }

  #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)")];
  }

  /** Below its control and inside the window, or above it where there is more room. */
  #place(): void {
    const { bottom, top, right } = this.#anchor;
    const { offsetHeight: height, offsetWidth: width } = this.popup;
    const { clientHeight, clientWidth } = document.documentElement;
    const below = bottom + 4;
    const y = below + height <= clientHeight ? below : Math.max(top - 4 - height, 8);
    this.popup.style.top = `${Math.min(y, Math.max(clientHeight - height - 8, 8))}px`;
    this.popup.style.left = `${Math.max(Math.min(right - width, clientWidth - width - 8), 8)}px`;
  }

  #run(entry: MenuEntry): void {
    const giveBack = this.#giveBack;
    if (entry.run() === "stay") return;
    // What was done may have taken the keyboard somewhere already.
    if (this.#giveBack === giveBack) this.#giveBack = () => undefined;
    this.popup.hidePopover();
  }

  #onToggle(event: ToggleEvent): void {
    if (event.newState === "open") return;
    const giveBack = this.#giveBack;
    this.#giveBack = () => undefined;
    giveBack();
  }

  #onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    const items = this.#items();
    const at = items.indexOf(this.shadowRoot?.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items.at(to % items.length)?.focus();
    } else if (event.key === "Tab" || event.key === "Escape") {
      event.preventDefault();
      this.popup.hidePopover();
    }
  }

  static override styles = [
    controls,
    css`
      [popover] {
        inset: auto;
        position: fixed;
        width: max-content;
        min-width: 13rem;
        max-width: min(22rem, calc(100vw - 1rem));
        max-height: calc(100dvh - 1rem);
        overflow-y: auto;
        margin: 0;
        padding: var(--space-1);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface-card);
        color: var(--text);
        box-shadow: var(--shadow-high);
      }

      button {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        width: 100%;
        min-height: 2rem;
        padding: var(--space-1) var(--space-2);
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        text-align: left;
        cursor: pointer;
      }

      button:hover,
      button:focus {
        background: var(--surface-hover);
      }

      button:focus-visible {
        outline-offset: -2px;
      }

      button:disabled {
        opacity: 0.55;
        cursor: default;
      }

      .danger {
        color: var(--bad);
      }

      .icon {
        width: 1rem;
        height: 1rem;
      }

      .words {
        flex: 1;
        display: grid;
        min-width: 0;
      }

      kbd {
        color: var(--text-quiet);
        font: inherit;
        font-size: var(--size-small);
        white-space: nowrap;
      }

      hr {
        margin: var(--space-1) 0;
        border: 0;
        border-top: 1px solid var(--line);
      }
    `,
  ];
}

const isMac = navigator.platform.startsWith("Mac");

/** `Control+D` as keyboards have it. */
function shownKeys(keys: string): string {
  return keys
    .replace("Control+", isMac ? "⌘" : "Ctrl+")
    .replace("Alt+", isMac ? "⌥" : "Alt+")
    .replace("ArrowUp", "↑")
    .replace("ArrowDown", "↓")
    .replace("Delete", isMac ? "⌫" : "Del");
}
