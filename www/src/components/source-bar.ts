/** The three things a score is made of, side by side: the ruleset, the contacts, their events. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { Role } from "../session/recognise.ts";
import type { Session } from "../session/session.ts";
import type { State } from "../session/state.ts";
import { controls } from "../styles/controls.ts";
import { count, counted } from "../text/counts.ts";
import "./load-progress.ts";
import "./source-slot.ts";

@customElement("source-bar")
export class SourceBar extends LitElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) state!: State;

  override render(): TemplateResult {
    return html`<section aria-label="Sources">
      ${this.#slot("ruleset", "Ruleset", this.#ruleset(), this.state.ruleset?.file)}
      ${this.#slot("contacts", "Contacts", this.#contacts(), this.state.contacts?.file)}
      ${this.#slot("events", "Events", this.#events(), this.state.events)}
    </section>`;
  }

  #slot(role: Role, label: string, body: TemplateResult, file: File | undefined): TemplateResult {
    const { loading } = this.state;
    return html`<source-slot .session=${this.session} .source=${role} .label=${label} .file=${file}>
      ${loading?.role === role
        ? html`<load-progress .loading=${loading} @cancel=${() => this.session.cancelLoad()}></load-progress>`
        : body}
    </source-slot>`;
  }

  #ruleset(): TemplateResult {
    const { ruleset, rulesets } = this.state;
    if (ruleset === undefined) return this.#missing("A JSON file with your rules");
    const name = (one: typeof ruleset): string => one.outline.name || one.file.name;
    const title =
      rulesets.length === 1
        ? html`<span class="title cut" title=${name(ruleset)}>${name(ruleset)}</span>`
        : html`<select
            class="title"
            aria-label="Ruleset in use"
            .value=${live(String(rulesets.indexOf(ruleset)))}
            @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}
          >
            ${rulesets.map((one, index) => html`<option value=${index} ?selected=${one === ruleset}>${name(one)}</option>`)}
          </select>`;
    const warnings = ruleset.warnings.length;
    return html`${title}<span class="detail cut">${ruleset.file.name}${warnings > 0 ? html`, ${counted(warnings, "warning")}` : nothing}</span>`;
  }

  #choose(index: string): void {
    const ruleset = this.state.rulesets[Number(index)];
    if (ruleset !== undefined) void this.session.chooseRuleset(ruleset);
  }

  #contacts(): TemplateResult {
    const { contacts } = this.state;
    if (contacts === undefined) return this.#missing("An export: CSV, JSON or NDJSON");
    const leftOut = contacts.report.rows_left_out.count;
    return html`<span class="title cut" title=${contacts.file.name}>${contacts.file.name}</span>
      <span class="detail cut">${counted(contacts.rowCount, "contact")}${leftOut > 0 ? `, ${counted(leftOut, "row")} left out` : nothing}</span>`;
  }

  #events(): TemplateResult {
    const { events, contacts } = this.state;
    const report = contacts?.report.events;
    if (events === undefined) return this.#missing(report ? `${counted(report.read, "event")} inside the contacts` : "What contacts did: optional");
    const read = report ? `${count(report.read)} read${report.unmatched > 0 ? `, ${count(report.unmatched)} unmatched` : ""}` : "Waiting for contacts";
    return html`<span class="title cut" title=${events.name}>${events.name}</span><span class="detail cut">${read}</span>`;
  }

  #missing(hint: string): TemplateResult {
    return html`<span class="title none">None</span><span class="detail cut">${hint}</span>`;
  }

  static override styles = [
    controls,
    css`
      section {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: var(--space-3);
      }

      .title {
        display: block;
        max-width: 100%;
        font-weight: 600;
      }

      select.title {
        width: 100%;
        margin: 0 0 0 -0.25rem;
        padding: 0;
        border: 0;
        border-radius: var(--radius-small);
        background: var(--surface-card);
        line-height: inherit;
        text-overflow: ellipsis;
        cursor: pointer;
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

      @media (width < 45rem) {
        section {
          grid-template-columns: minmax(0, 1fr);
          gap: 0;
          border: 1px solid var(--line);
          border-radius: var(--radius);
          background: var(--surface-card);
          box-shadow: var(--shadow);
        }

        source-slot + source-slot {
          border-top: 1px solid var(--line);
        }
      }
    `,
  ];
}
