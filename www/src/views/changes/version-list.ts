/**
 * The published versions, newest first, each of which can be compared with or restored. What restoring one would change is shown before it is
 * done; it is a step that can be undone.
 */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { dialogStyles } from "../../components/dialog-styles.ts";
import { SessionElement } from "../../components/page-element.ts";
import type { PublishDialog } from "../../components/rulesets/publish-dialog.ts";
import type { Version } from "../../library/record.ts";
import { Live } from "../../session/live.ts";
import { controls } from "../../styles/controls.ts";
import { instant } from "../../text/instants.ts";
import { t } from "../../text/language.ts";
import { clip } from "../../text/clip.ts";
import "../../components/rulesets/publish-dialog.ts";
import "./rule-changes-list.ts";
import "./score-changes.ts";

@customElement("version-list")
export class VersionList extends SessionElement {
  /** The one that is to be restored, if the user says so. */
  @state() private restoring: Version | undefined;
  @query("dialog") private dialog!: HTMLDialogElement;
  @query("publish-dialog") private publishing!: PublishDialog;

  #effect = new Live(this, "compare", () => (this.restoring === undefined ? undefined : { before: this.session.editor.text, after: this.restoring.text }));

  override render(): TemplateResult {
    const { versions } = this.state.rulesets;
    return html`
      <header><h2>${t("versions")}</h2><publish-dialog></publish-dialog></header>
      ${versions.length === 0 ? html`<p class="quiet">${t("versions-none")}</p>` : html`<p class="quiet">${this.#published(versions)}</p>`}
      <ol>${versions.map((version) => this.#version(version))}</ol>
      <dialog aria-labelledby="title" @close=${() => (this.restoring = undefined)}>${this.restoring === undefined ? nothing : this.#question(this.restoring)}</dialog>
    `;
  }

  #published([newest]: readonly Version[]): string {
    const number = newest?.number ?? 0;
    return newest?.text === this.session.editor.text ? t("publish-same", { number }) : t("versions-unpublished", { number });
  }

  #version(version: Version): TemplateResult {
    const { number, at, note, text } = version;
    const same = text === this.session.editor.text;
    const compared = this.state.rulesets.baseline?.version?.number === number;
    return html`<li>
      <p class="head"><b>${t("version", { number })}</b><span class="quiet small">${instant(at)}</span></p>
      ${note === "" ? nothing : html`<p class="note">${clip(note, 1000)}</p>`}
      <p class="actions">
        ${compared
          ? html`<span class="quiet compared">${t("compared")}</span>`
          : html`<button class="button plain" type="button" aria-label=${t("compare-with", { number })} @click=${() => this.session.rulesets.holdAgainst(version)}>${t("compare")}</button>`}
        <button class="button plain" type="button" aria-haspopup="dialog" ?disabled=${same} aria-label=${t("restore-version", { number })} @click=${() => this.#ask(version)}>
          ${t("restore")}
        </button>
        <button class="button plain" type="button" aria-haspopup="dialog" aria-label=${t("onsite-put-version", { number })} @click=${() => this.publishing.showSite(version)}>
          ${t("version-on-site")}
        </button>
      </p>
    </li>`;
  }

  #question(version: Version): TemplateResult {
    const effect = this.#effect.value;
    return html`<div class="content">
      <h2 id="title">${t("restore-title", { number: version.number })}</h2>
      <p class="quiet">${t("restore-hint")}</p>
      <div class="effect" tabindex="0" role="region" aria-label=${t("restore-effect")}>
        ${effect && effect.unusable === undefined && !this.#effect.pending ? html`<score-changes .scores=${effect.summary.scores}></score-changes>` : nothing}
        <rule-changes-list .from=${this.session.editor.text} .to=${version.text}></rule-changes-list>
      </div>
      <footer>
        <button class="button" type="button" @click=${() => this.dialog.close()}>${t("cancel")}</button>
        <button class="button primary" type="button" @click=${() => this.#restore(version)}>${t("restore-version", { number: version.number })}</button>
      </footer>
    </div>`;
  }

  async #ask(version: Version): Promise<void> {
    this.restoring = version;
    await this.updateComplete;
    this.dialog.showModal();
  }

  #restore(version: Version): void {
    this.dialog.close();
    this.session.rulesets.restore(version);
  }

  static override styles = [
    controls,
    dialogStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
      }

      header,
      .head,
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--space-2);
      }

      header {
        align-items: center;
        justify-content: space-between;
      }

      li {
        padding: var(--space-2) 0;
        overflow-wrap: anywhere;
      }

      li + li {
        border-top: 1px solid var(--line);
      }

      .note {
        white-space: pre-line;
      }

      .actions {
        margin-left: calc(-1 * var(--space-3));
      }

      .compared {
        padding: 0 var(--space-3);
      }

      .actions .button {
        min-height: 1.75rem;
      }

      dialog {
        width: min(44rem, calc(100vw - 2rem));
      }

      .effect {
        display: grid;
        gap: var(--space-3);
        min-width: 0;
        max-height: 50dvh;
        overflow: auto;
      }
    `,
  ];
}
