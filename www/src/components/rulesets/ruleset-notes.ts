/** What the user has to know, or to decide, about how rulesets are kept: a conflict with another tab, a removal, what was damaged. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { icons } from "../icons.ts";
import { SessionElement } from "../page-element.ts";

@customElement("ruleset-notes")
export class RulesetNotes extends SessionElement {
  override render(): TemplateResult {
    const { open, removed, setAside } = this.state.rulesets;
    return html`
      ${open?.conflict === undefined ? nothing : this.#conflict(open.name, open.conflict.theirs === undefined)}
      ${removed === undefined
        ? nothing
        : html`<div class="note" role="status">
            <span>${t("removed", { name: removed.name })}</span>
            <button class="button" type="button" @click=${() => this.session.rulesets.putBack()}>${t("undo")}</button>
            <button class="button icon plain" type="button" aria-label=${t("dismiss")} @click=${() => this.session.rulesets.forgetRemoved()}>${icons.cross}</button>
          </div>`}
      ${setAside.map(
        (aside) => html`<div class="note" role="status">
          <span>${t("set-aside")} <span class="quiet" lang="en">${aside.reason}</span></span>
          <button class="button" type="button" @click=${() => this.session.rulesets.saveAside(aside)}>${t("ruleset-action", { action: "save" })}</button>
          <button class="button" type="button" @click=${() => this.session.rulesets.discard(aside)}>${t("discard")}</button>
        </div>`,
      )}
    `;
  }

  #conflict(name: string, isRemoved: boolean): TemplateResult {
    const resolve = (choice: "mine" | "theirs" | "copy"): void => void this.session.rulesets.resolve(choice, t("copy-of", { name }));
    return html`<div class="note conflict" role="alert">
      <span>${t(isRemoved ? "conflict-removed" : "conflict", { name })}</span>
      <button class="button primary" type="button" @click=${() => resolve("mine")}>${t("conflict-mine")}</button>
      <button class="button" type="button" @click=${() => resolve("theirs")}>${t(isRemoved ? "conflict-close" : "conflict-theirs")}</button>
      ${isRemoved ? nothing : html`<button class="button" type="button" @click=${() => resolve("copy")}>${t("conflict-copy")}</button>`}
    </div>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }

      .note {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        padding: var(--space-2) var(--space-4);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface-card);
      }

      .note > :first-child {
        flex: 1 1 16rem;
        overflow-wrap: anywhere;
      }

      .conflict {
        border-color: transparent;
        background: var(--caution-soft);
      }
    `,
  ];
}
