/**
 * Publishes the ruleset as it is: a version with a note, against which changes are held from now on. A version that is published can be put on
 * a site.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { Version } from "../../library/record.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { dialogStyles } from "../dialog-styles.ts";
import { icons } from "../icons.ts";
import { SessionElement } from "../page-element.ts";

/** What the dialog is about: a version to be, one that was just published, or one on its way to a site. */
type Stage = { readonly kind: "note" } | { readonly kind: "published" | "site"; readonly version: Version };

@customElement("publish-dialog")
export class PublishDialog extends SessionElement {
  @state() private stage: Stage = { kind: "note" };
  @state() private fault = "";
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("textarea") private note!: HTMLTextAreaElement | null;
  @query("h2") private heading!: HTMLElement;

  /** How this version gets on a site. */
  async showSite(version: Version): Promise<void> {
    // Most who publish have no site to put it on.
    await import("./onsite-setup.ts");
    await this.#turnTo({ kind: "site", version });
  }

  override render(): TemplateResult {
    return html`
      <button class="button" type="button" aria-haspopup="dialog" @click=${this.#show}>${icons.flag}<span class="wording">${t("publish")}</span></button>
      <dialog class=${this.stage.kind} aria-labelledby="title" @close=${() => (this.stage = { kind: "note" })}>${this.#stage()}</dialog>
    `;
  }

  #stage(): TemplateResult {
    const { stage } = this;
    if (stage.kind === "note") return this.#form();
    const { number } = stage.version;
    if (stage.kind === "published") {
      return html`<div class="content">
        <h2 id="title" tabindex="-1">${t("published-title", { number })}</h2>
        <p class="quiet">${t("published-hint")}</p>
        <div class="answers">
          <button class="button" type="button" @click=${() => this.showSite(stage.version)}>${t("onsite-put")}</button>
          ${this.#done()}
        </div>
      </div>`;
    }
    return html`<div class="content">
      <h2 id="title" tabindex="-1">${t("onsite-put-version", { number })}</h2>
      <onsite-setup .version=${stage.version}></onsite-setup>
      <div class="answers">${this.#done()}</div>
    </div>`;
  }

  #form(): TemplateResult {
    const [last] = this.state.rulesets.versions;
    const same = last?.text === this.session.editor.text;
    return html`<form method="dialog" @submit=${this.#publish}>
      <h2 id="title" tabindex="-1">${t("publish-title", { number: (last?.number ?? 0) + 1 })}</h2>
      <p class="quiet">${same ? t("publish-same", { number: last?.number ?? 0 }) : t("publish-hint")}</p>
      ${this.state.faulty ? html`<p class="fault">${t("publish-faulty")}</p>` : nothing}
      <label>${t("publish-note")}<textarea class="field" rows="3" maxlength="1000" placeholder=${t("publish-example")}></textarea></label>
      <p class="fault" role="alert">${this.fault}</p>
      <div class="answers">
        ${last === undefined ? nothing : html`<button class="button plain site" type="button" @click=${() => this.showSite(last)}>${t("onsite-put-version", { number: last.number })}</button>`}
        <button class="button" type="button" @click=${() => this.dialog.close()}>${t("cancel")}</button>
        <button class="button primary" ?disabled=${this.state.faulty}>${t("publish")}</button>
      </div>
    </form>`;
  }

  #done(): TemplateResult {
    return html`<button class="button primary" type="button" @click=${() => this.dialog.close()}>${t("done")}</button>`;
  }

  async #show(): Promise<void> {
    this.fault = "";
    await this.#turnTo({ kind: "note" });
    if (this.note !== null) this.note.value = "";
    this.note?.focus();
  }

  async #turnTo(stage: Stage): Promise<void> {
    this.stage = stage;
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    this.dialog.scrollTop = 0;
    // What had the focus may be gone; the heading says what is there instead.
    this.heading.focus();
  }

  async #publish(event: Event): Promise<void> {
    event.preventDefault();
    try {
      await this.session.publish(this.note?.value.trim() ?? "");
      const [version] = this.state.rulesets.versions;
      if (version === undefined) this.dialog.close();
      else await this.#turnTo({ kind: "published", version });
    } catch (error) {
      this.fault = t("library-fault", { code: error instanceof Error && "code" in error ? String(error.code) : "unexpected" });
    }
  }

  static override styles = [
    controls,
    dialogStyles,
    css`
      dialog.site {
        width: min(46rem, calc(100vw - 2rem));
      }

      h2:focus-visible {
        outline: none;
      }

      label {
        display: grid;
        gap: var(--space-1);
      }

      textarea {
        padding: var(--space-2) var(--space-3);
        resize: vertical;
      }

      .answers .site {
        margin-right: auto;
      }

      .fault {
        color: var(--bad);
      }

      .fault:empty {
        display: none;
      }

      @media (width < 45rem) {
        .wording {
          position: absolute;
          clip-path: inset(50%);
        }
      }
    `,
  ];
}
