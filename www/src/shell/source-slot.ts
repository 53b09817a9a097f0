/**
 * The place of one source: what is in it (its content), a file input to give another one, and a small menu to say that the file is
 * something else or is to go.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Role } from "../session/recognise.ts";
import { controls } from "../styles/controls.ts";
import { t } from "../text/language.ts";
import { chosenFiles } from "../components/chosen-files.ts";
import { icons } from "../components/icons.ts";
import { SessionElement } from "../components/page-element.ts";
import "./role-choice.ts";

@customElement("source-slot")
export class SourceSlot extends SessionElement {
  @property({ attribute: false }) source: Role = "contacts";
  @property() label = "";
  @property({ attribute: false }) file: File | undefined;
  @query("[popover]") private menu!: HTMLElement;
  @query(".opener") private opener!: HTMLElement;

  override render(): TemplateResult {
    return html`
      <div class="slot card" role="group" aria-label=${this.label}>
        <span class="emblem">${icons[this.source]}</span>
        <div class="body">
          <span class="unseen">${this.label}</span>
          <slot></slot>
        </div>
        <div class="ways">
          <label class="button">
            ${icons.upload}<span class="wording">${t(this.file ? "replace" : "choose")}</span>
            <input type="file" aria-label=${t(this.file ? "replace-source" : "choose-source", { source: this.source })} @change=${this.#onFile} />
          </label>
          ${this.file
            ? html`<button class="button icon plain opener" type="button" popovertarget="menu" aria-label=${t("more-about", { file: this.file.name })}>${icons.more}</button>`
            : nothing}
        </div>
      </div>
      ${this.file ? this.#menu(this.file) : nothing}
    `;
  }

  #menu(file: File): TemplateResult {
    return html`<div id="menu" popover @beforetoggle=${this.#onToggle}>
      <p class="cut"><b>${file.name}</b></p>
      <role-choice label=${t("use-as")} .chosen=${this.source} @choose=${(event: CustomEvent<Role>) => this.#reassign(file, event.detail)}></role-choice>
      ${this.source === "events"
        ? html`<button class="button" type="button" @click=${this.#removeEvents}>${t("without-events")}</button>`
        : nothing}
    </div>`;
  }

  /** Below its opener, and inside the window. */
  #onToggle(event: ToggleEvent): void {
    if (event.newState !== "open") return;
    const { bottom, right } = this.opener.getBoundingClientRect();
    this.menu.style.top = `${bottom + 4}px`;
    this.menu.style.right = `${document.documentElement.clientWidth - right}px`;
  }

  #onFile(event: Event): void {
    const [file] = chosenFiles(event);
    if (file !== undefined) void this.session.take([{ file, role: this.source }]);
  }

  #reassign(file: File, role: Role): void {
    this.menu.hidePopover();
    void this.session.reassign(file, this.source, role);
  }

  #removeEvents(): void {
    this.menu.hidePopover();
    void this.session.removeEvents();
  }

  static override styles = [
    controls,
    css`
      .slot {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--space-3);
        height: 3.25rem;
        padding: 0 var(--space-3);
      }

      .emblem {
        display: grid;
        place-items: center;
        width: 2rem;
        height: 2rem;
        border-radius: var(--radius-small);
        background: var(--accent-soft);
        color: var(--accent);
      }

      .emblem svg {
        width: 1.125rem;
        height: 1.125rem;
      }

      .ways {
        display: flex;
        align-items: center;
      }

      [popover] {
        inset: auto;
        position: fixed;
        width: max-content;
        max-width: min(22rem, calc(100vw - 2rem));
        margin: 0;
        padding: var(--space-4);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface-card);
        color: var(--text);
        box-shadow: var(--shadow-high);
      }

      [popover]:popover-open {
        display: grid;
        gap: var(--space-3);
      }

      .ways .button {
        border-color: transparent;
        background: none;
        color: var(--accent);
      }

      .ways .button:hover {
        background: var(--surface-hover);
      }

      @media (width < 75rem) {
        .wording {
          display: none;
        }

        .ways .button {
          width: var(--control-height);
          padding: 0;
        }
      }

      @media (width < 45rem) {
        .slot {
          height: 3.375rem;
          border: 0;
          border-radius: 0;
          background: none;
          box-shadow: none;
        }
      }
    `,
  ];
}
