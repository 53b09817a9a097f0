/** A file that could not be used: why, what to do about it, and a way to say that it is something else. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Role } from "../session/recognise.ts";
import type { Session } from "../session/session.ts";
import type { Complaint } from "../session/state.ts";
import { controls } from "../styles/controls.ts";
import { counted } from "../text/counts.ts";
import { icons } from "./icons.ts";
import "./diagnostic-list.ts";
import "./role-choice.ts";

const nouns = { ruleset: "a ruleset", contacts: "contacts", events: "events" } as const;

@customElement("file-complaint")
export class FileComplaint extends LitElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) complaint!: Complaint;

  override render(): TemplateResult {
    const { file, role, message, unexpected, diagnostics } = this.complaint;
    const errors = diagnostics?.list.filter(({ severity }) => severity === "error").length ?? 0;
    return html`
      <article aria-labelledby="title">
        <header>
          <div class="what">
            <h2 id="title">
              ${diagnostics
                ? html`<b>${file.name}</b> is not used: it has ${counted(errors, "error")}`
                : unexpected
                  ? html`Something went wrong with <b>${file.name}</b>`
                  : html`<b>${file.name}</b> could not be read as ${nouns[role]}`}
            </h2>
            ${message === "" ? nothing : html`<p class="message">${message}</p>`}
            ${this.#before(role)}
          </div>
          <div class="ways">
            ${file.size === 0
              ? nothing
              : html`<role-choice label="Use it as" .chosen=${role} @choose=${(event: CustomEvent<Role>) => this.session.reassign(file, role, event.detail)}></role-choice>`}
            <button class="button icon" type="button" aria-label="Dismiss the message about ${file.name}" @click=${() => this.session.dismiss(file)}>
              ${icons.cross}
            </button>
          </div>
        </header>
        ${diagnostics ? html`<diagnostic-list .diagnostics=${diagnostics.list} .text=${diagnostics.text}></diagnostic-list>` : nothing}
      </article>
    `;
  }

  #before(role: Role): TemplateResult | typeof nothing {
    const { ruleset, contacts, events } = this.session.state;
    const kept = { ruleset: ruleset?.file, contacts: contacts?.file, events }[role];
    return kept === undefined || kept === this.complaint.file ? nothing : html`<p class="quiet">Everything you had stays: ${kept.name} is still in use.</p>`;
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

      diagnostic-list {
        max-height: min(26rem, 50dvh);
      }
    `,
  ];
}
