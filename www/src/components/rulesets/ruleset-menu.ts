/** The ruleset that is open, by its name, with how it is kept; and behind it everything that can be done with rulesets as a whole. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { date } from "../../text/instants.ts";
import { t } from "../../text/language.ts";
import { icons } from "../icons.ts";
import { SessionElement } from "../page-element.ts";
import "./name-dialog.ts";
import type { NameDialog } from "./name-dialog.ts";
import "./template-dialog.ts";
import type { TemplateDialog } from "./template-dialog.ts";

@customElement("ruleset-menu")
export class RulesetMenu extends SessionElement {
  /** What came of the last thing that was done, where it does not show by itself. */
  @state() private news = "";
  @query("[popover]") private menu!: HTMLElement;
  @query(".opener") private opener!: HTMLElement;
  @query("name-dialog") private naming!: NameDialog;
  @query("template-dialog") private templates!: TemplateDialog;

  override render(): TemplateResult {
    const { open } = this.state.rulesets;
    return html`
      <button class="opener" type="button" popovertarget="menu" aria-haspopup="menu" title=${open?.name ?? ""}>
        <span class="unseen">${t("ruleset-menu")}</span>
        <span class="cut">${open?.name || (open ? t("ruleset-unnamed") : t("ruleset-none"))}</span>${icons.down}
      </button>
      ${open === undefined ? nothing : this.#kept()}
      <div id="menu" popover role="menu" aria-label=${t("ruleset-menu")} @beforetoggle=${this.#onToggle} @toggle=${this.#onToggled} @keydown=${this.#onKey}>
        ${this.#others()}
        ${this.#item("new", icons.plus, () => this.templates.show())}
        ${this.#item("open", icons.upload, () => this.session.rulesets.openFile())}
        ${open === undefined
          ? nothing
          : html`<hr />
              ${this.#item("save", icons.download, () => this.#saveToFile())}
              ${this.#item("link", icons.link, () => this.#copyLink())}
              ${this.#item("rename", icons.pencil, () => this.#rename(open.name))}
              ${this.#item("duplicate", icons.copy, () => this.session.rulesets.duplicate(t("copy-of", { name: open.name })))}
              ${this.#item("remove", icons.bin, () => this.session.rulesets.remove())}`}
      </div>
      <p class="news small" role="status">${this.news}</p>
      <name-dialog></name-dialog>
      <template-dialog></template-dialog>
    `;
  }

  #others(): TemplateResult | typeof nothing {
    const { list, open } = this.state.rulesets;
    if (list.length === 0) return nothing;
    return html`<div class="list" role="group" aria-label=${t("ruleset-list")}>
        ${list.map(
          ({ id, name, changed }) => html`<button
            role="menuitemradio"
            aria-checked=${id === open?.id}
            type="button"
            tabindex="-1"
            @click=${() => this.#do(() => this.session.rulesets.open(id))}
          >
            <span class="mark">${id === open?.id ? icons.check : nothing}</span><span class="cut">${name || t("ruleset-unnamed")}</span
            ><span class="quiet small">${date(changed)}</span>
          </button>`,
        )}
      </div>
      <hr />`;
  }

  #item(name: string, icon: TemplateResult, action: () => unknown): TemplateResult {
    return html`<button role="menuitem" type="button" tabindex="-1" @click=${() => this.#do(action)}>
      <span class="mark">${icon}</span><span>${t("ruleset-action", { action: name })}</span>
    </button>`;
  }

  /** How the ruleset is kept, and what can be done where it is not. */
  #kept(): TemplateResult {
    const { open, storage } = this.state.rulesets;
    const kept = open?.state ?? "saved";
    const reason = storage.kind === "memory" ? storage.reason : "";
    return html`<span class="kept small ${kept}" role="status" title=${kept === "memory" ? t("kept-memory-why", { reason }) : ""}>${t("kept", { state: kept })}</span>
      ${kept === "full" ? html`<button class="button plain" type="button" @click=${() => this.session.rulesets.retry()}>${t("retry")}</button>` : nothing}
      ${kept === "full" || kept === "memory" ? html`<button class="button plain" type="button" @click=${this.#saveToFile}>${t("ruleset-action", { action: "save" })}</button>` : nothing}`;
  }

  async #do(action: () => unknown): Promise<void> {
    this.menu.hidePopover();
    this.opener.focus();
    this.news = "";
    try {
      await action();
    } catch (error) {
      this.news = error instanceof Error && "code" in error ? t("library-fault", { code: String(error.code) }) : t("library-fault", { code: "unexpected" });
    }
  }

  #saveToFile = async (): Promise<void> => {
    const name = await this.session.rulesets.saveToFile();
    if (name !== undefined) this.news = t("saved-to", { file: name });
  };

  async #copyLink(): Promise<void> {
    const link = await this.session.rulesets.link(location.href);
    try {
      await navigator.clipboard.writeText(link);
      this.news = t("link-copied");
    } catch {
      // Where the page may not write to the clipboard, the user can.
      await this.naming.ask({ title: t("link-title"), label: t("link-label"), value: link, action: t("done"), readonly: true });
    }
  }

  async #rename(name: string): Promise<void> {
    const renamed = await this.naming.ask({ title: t("rename-title"), label: t("name"), value: name, action: t("rename") });
    if (renamed !== undefined) await this.session.rulesets.rename(renamed);
  }

  /** Below its opener, and inside the window. */
  #onToggle(event: ToggleEvent): void {
    if (event.newState !== "open") return;
    void this.session.rulesets.refreshList();
    const { bottom, left } = this.opener.getBoundingClientRect();
    this.menu.style.top = `${bottom + 4}px`;
    this.menu.style.left = `${Math.max(8, left)}px`;
  }

  #onToggled(event: ToggleEvent): void {
    if (event.newState === "open") this.#items().at(0)?.focus();
  }

  #items(): HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>("button")];
  }

  #onKey(event: KeyboardEvent): void {
    const items = this.#items();
    const at = items.findIndex((item) => item.matches(":focus"));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") {
      this.menu.hidePopover();
      this.opener.focus();
      if (event.key === "Escape") event.preventDefault();
    }
    if (to === undefined) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-2);
        min-width: 0;
      }

      .opener {
        display: flex;
        align-items: center;
        gap: var(--space-1);
        min-width: 0;
        max-width: min(24rem, 60vw);
        min-height: var(--control-height);
        padding: 0 var(--space-2);
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        font-weight: 600;
        cursor: pointer;
      }

      .opener:hover {
        background: var(--surface-hover);
      }

      .opener svg {
        width: 0.75rem;
        height: 0.75rem;
        color: var(--text-quiet);
      }

      .kept {
        color: var(--text-quiet);
        white-space: nowrap;
      }

      .kept.full,
      .kept.conflict,
      .kept.memory {
        color: var(--caution);
        font-weight: 600;
      }

      .news:empty {
        display: none;
      }

      [popover] {
        inset: auto;
        position: fixed;
        width: max-content;
        min-width: 16rem;
        max-width: min(24rem, calc(100vw - 1rem));
        max-height: 80dvh;
        margin: 0;
        padding: var(--space-1);
        overflow: auto;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface-card);
        color: var(--text);
        box-shadow: var(--shadow-high);
      }

      .list {
        max-height: 40dvh;
        overflow: auto;
      }

      [popover] button {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        width: 100%;
        min-height: 2.25rem;
        padding: 0 var(--space-2);
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        text-align: left;
        cursor: pointer;
      }

      [popover] button:hover,
      [popover] button:focus-visible {
        background: var(--surface-hover);
      }

      [popover] button:focus-visible {
        outline-offset: -2px;
      }

      [popover] .cut {
        flex: 1;
      }

      .mark {
        width: 1rem;
        color: var(--text-quiet);
      }

      hr {
        margin: var(--space-1) 0;
        border: 0;
        border-top: 1px solid var(--line);
      }
    `,
  ];
}
