/** A file that could not be used: why, what to do about it, and a way to say that it is something else. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Role } from "../session/recognise.ts";
import type { Complaint } from "../session/state.ts";
import { controls } from "../styles/controls.ts";
import { t } from "../text/language.ts";
import { icons } from "../components/icons.ts";
import { SessionElement } from "../components/page-element.ts";
import "./role-choice.ts";

@customElement("file-complaint")
export class FileComplaint extends SessionElement {
  @property({ attribute: false }) complaint!: Complaint;

  override render(): TemplateResult {
    const { file, role, message, fault } = this.complaint;
    return html`
      <article aria-labelledby="title">
        <header>
          <div class="what">
            <h2 id="title">${this.#title()}</h2>
            ${fault === undefined ? nothing : html`<p>${t("library-fault", { code: fault })}</p>`}
            ${message === "" ? nothing : html`<p class="message" lang="en">${message}</p>`}
            ${this.#before(role)}
          </div>
          <div class="ways">
            ${file.size === 0
              ? nothing
              : html`<role-choice label=${t("use-as")} .chosen=${role} @choose=${(event: CustomEvent<Role>) => this.session.reassign(file, role, event.detail)}></role-choice>`}
            <button class="button icon" type="button" aria-label=${this.complaint.isLink ? t("dismiss") : t("complaint-dismiss", { file: file.name })} @click=${() => this.session.dismiss(file)}>
              ${icons.cross}
            </button>
          </div>
        </header>
      </article>
    `;
  }

  #title(): string {
    const { file, role, unexpected, isLink } = this.complaint;
    if (isLink) return t("complaint-link");
    return unexpected ? t("complaint-unexpected", { file: file.name }) : t("complaint-unreadable", { file: file.name, role });
  }

  #before(role: Role): TemplateResult | typeof nothing {
    const { contacts, events } = this.state;
    const kept = { ruleset: undefined, contacts: contacts?.file, events }[role];
    return kept === undefined || kept === this.complaint.file ? nothing : html`<p class="quiet">${t("complaint-kept", { file: kept.name })}</p>`;
  }

  static override styles = [
    controls,
    css`
      article {
        overflow: hidden;
        border: 1px solid color-mix(in srgb, var(--bad) 35%, var(--line));
        border-radius: var(--radius);
        background: var(--surface-card);
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        justify-content: space-between;
        gap: var(--space-3);
        padding: var(--space-3) var(--space-4);
        background: var(--bad-soft);
      }

      .what {
        flex: 1 1 16rem;
        min-width: 0;
        overflow-wrap: anywhere;
      }

      h2 {
        color: var(--bad);
        font-size: var(--size-body);
        font-weight: 550;
        line-height: 1.5;
      }

      .quiet {
        color: inherit;
      }

      .ways {
        display: flex;
        gap: var(--space-2);
      }
    `,
  ];
}
