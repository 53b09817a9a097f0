/** What is scored, side by side: the contacts and their events, with the instant of the evaluation. */
import { css, html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { Role } from "../session/recognise.ts";
import { controls } from "../styles/controls.ts";
import { t } from "../text/language.ts";
import { contacts as contactsText } from "../text/counts.ts";
import { SessionElement } from "../components/page-element.ts";
import "./as-of-field.ts";
import "./load-progress.ts";
import "./source-slot.ts";

@customElement("source-bar")
export class SourceBar extends SessionElement {

  override render(): TemplateResult {
    return html`<section aria-label=${t("sources")}>
      ${this.#slot("contacts", this.#contacts(), this.state.contacts?.file)}
      ${this.#slot("events", this.#events(), this.state.events)}
      <as-of-field class="card"></as-of-field>
    </section>`;
  }

  #slot(role: Role, body: TemplateResult, file: File | undefined): TemplateResult {
    const { loading } = this.state;
    return html`<source-slot .source=${role} .label=${t("source", { source: role })} .file=${file}>
      ${loading?.role === role
        ? html`<load-progress .loading=${loading} @cancel=${() => this.session.cancelLoad()}></load-progress>`
        : body}
    </source-slot>`;
  }

  #contacts(): TemplateResult {
    const { contacts } = this.state;
    if (contacts === undefined) return this.#missing(t("contacts-missing"));
    const leftOut = contacts.report.rows_left_out.count;
    return html`<span class="title cut" title=${contacts.file.name}>${contacts.file.name}</span>
      <span class="detail cut">${leftOut > 0 ? t("contacts-left-out", { contacts: contactsText(contacts.rowCount), count: leftOut }) : contactsText(contacts.rowCount)}</span>`;
  }

  #events(): TemplateResult {
    const { events, contacts } = this.state;
    const report = contacts?.report.events;
    if (events === undefined) return this.#missing(report ? t("events-inside", { count: report.read }) : t("events-missing"));
    const read = report ? t(report.unmatched > 0 ? "events-read-unmatched" : "events-read", { count: report.read, unmatched: report.unmatched }) : t("events-waiting");
    return html`<span class="title cut" title=${events.name}>${events.name}</span><span class="detail cut">${read}</span>`;
  }

  #missing(hint: string): TemplateResult {
    return html`<span class="title none">${t("none")}</span><span class="detail cut">${hint}</span>`;
  }

  static override styles = [
    controls,
    css`
      section {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr)) auto;
        gap: var(--space-3);
      }

      .title {
        display: block;
        max-width: 100%;
        font-weight: 600;
      }

      .none {
        color: var(--text-quiet);
        font-weight: 400;
      }

      .detail {
        display: block;
        color: var(--text-quiet);
        font-size: var(--size-small);
      }

      .title,
      .detail {
        line-height: 1.35;
      }

      @media (width < 45rem) {
        section {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
          border: 1px solid var(--line);
          border-radius: var(--radius);
          background: var(--surface-card);
          box-shadow: var(--shadow);
        }

        source-slot + source-slot,
        as-of-field.card {
          border: 0;
          border-top: 1px solid var(--line);
          border-radius: 0;
          background: none;
          box-shadow: none;
        }
      }
    `,
  ];
}
