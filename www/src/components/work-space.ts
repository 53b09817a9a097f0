/** The views of what has been loaded: the contacts with their ledger, the report of the load, the ruleset's diagnostics. */
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Session } from "../session/session.ts";
import type { State } from "../session/state.ts";
import { controls } from "../styles/controls.ts";
import { count } from "../text/counts.ts";
import "./contacts-view.ts";
import "./load-report.ts";
import "./ruleset-view.ts";

type View = "contacts" | "report" | "ruleset";

@customElement("work-space")
export class WorkSpace extends LitElement {
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) state!: State;
  @state() private view: View = "contacts";

  override render(): TemplateResult {
    const { contacts, ruleset } = this.state;
    const findings = contacts ? contacts.report.notes.length + (contacts.report.rows_left_out.count > 0 ? 1 : 0) : 0;
    const tabs: { view: View; label: string; badge: number }[] = [
      { view: "contacts", label: "Contacts", badge: contacts?.rowCount ?? 0 },
      { view: "report", label: "Load report", badge: findings },
      { view: "ruleset", label: "Ruleset", badge: ruleset?.warnings.length ?? 0 },
    ];
    return html`
      <div class="tabs" role="tablist" aria-label="Views" @keydown=${this.#onKey}>
        ${tabs.map(
          ({ view, label, badge }) => html`<button
            type="button"
            role="tab"
            id="tab-${view}"
            aria-controls="panel"
            aria-selected=${view === this.view}
            tabindex=${view === this.view ? 0 : -1}
            @click=${() => (this.view = view)}
          >
            ${label}${badge > 0 ? html` <span class="badge ${view}">${count(badge)}</span>` : nothing}
          </button>`,
        )}
      </div>
      <div class="panel" id="panel" role="tabpanel" aria-labelledby="tab-${this.view}">${this.#panel()}</div>
    `;
  }

  #panel(): TemplateResult {
    if (this.view === "contacts") return html`<contacts-view .session=${this.session} .state=${this.state}></contacts-view>`;
    if (this.view === "report") return html`<load-report .state=${this.state}></load-report>`;
    return html`<ruleset-view .ruleset=${this.state.ruleset}></ruleset-view>`;
  }

  #onKey(event: KeyboardEvent): void {
    const views: View[] = ["contacts", "report", "ruleset"];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.view = views.at((views.indexOf(this.view) + step) % views.length) ?? this.view;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${this.view}`)?.focus());
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--space-3);
        min-width: 0;
      }

      .tabs {
        display: flex;
        gap: var(--space-4);
        border-bottom: 1px solid var(--line);
        overflow-x: auto;
      }

      [role="tab"] {
        padding: var(--space-2) 0;
        border: 0;
        border-bottom: 2px solid transparent;
        background: none;
        color: var(--text-quiet);
        font-weight: 550;
        white-space: nowrap;
        cursor: pointer;
      }

      [role="tab"]:hover {
        color: var(--text);
      }

      [role="tab"]:focus-visible {
        outline-offset: -2px;
      }

      [role="tab"][aria-selected="true"] {
        border-color: var(--accent);
        color: var(--text);
      }

      .badge {
        display: inline-block;
        margin-left: var(--space-1);
        padding: 0 var(--space-2);
        border-radius: var(--radius-round);
        background: var(--surface-sunken);
        color: var(--text-quiet);
        font-size: var(--size-small);
        font-variant-numeric: tabular-nums;
      }

      @media (width < 45rem) {
        .badge.contacts {
          display: none;
        }
      }

      .panel {
        flex: 1 1 0;
        display: flex;
        flex-direction: column;
        min-height: 0;
        min-width: 0;
      }

      .panel > * {
        flex: 1 1 0;
        min-height: 0;
      }
    `,
  ];
}
