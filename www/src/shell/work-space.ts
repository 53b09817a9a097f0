/** The views of the ruleset and the contacts, one at a time. */
import { css, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { html, literal, type StaticValue } from "lit/static-html.js";
import { views, type State, type View } from "../session/state.ts";
import { controls } from "../styles/controls.ts";
import { count } from "../text/counts.ts";
import { t } from "../text/language.ts";
import { HealthWatch } from "../views/health/health-watch.ts";
import { SessionElement } from "../components/page-element.ts";

const elements: Record<View, StaticValue> = {
  rules: literal`rules-view`,
  lifecycle: literal`lifecycle-view`,
  contacts: literal`contacts-view`,
  test: literal`test-view`,
  distribution: literal`distribution-view`,
  changes: literal`changes-view`,
  health: literal`health-view`,
  json: literal`json-view`,
  data: literal`data-view`,
};

/** A view's code comes when it is first shown; until then its element is an empty one. */
const code: Record<View, () => Promise<unknown>> = {
  rules: () => import("../views/rules/rules-view.ts"),
  lifecycle: () => import("../views/lifecycle/lifecycle-view.ts"),
  contacts: () => import("../views/contacts/contacts-view.ts"),
  test: () => import("../views/test/test-view.ts"),
  distribution: () => import("../views/distribution/distribution-view.ts"),
  changes: () => import("../views/changes/changes-view.ts"),
  health: () => import("../views/health/health-view.ts"),
  json: () => import("../views/json/json-view.ts"),
  data: () => import("../views/data/data-view.ts"),
};

/** What deserves a look, by view. */
function badges({ contacts, diagnostics }: State): Partial<Record<View, number>> {
  const findings = contacts ? contacts.report.notes.length + (contacts.report.rows_left_out.count > 0 ? 1 : 0) : 0;
  return { contacts: contacts?.rowCount ?? 0, json: diagnostics.length, data: findings };
}

@customElement("work-space")
export class WorkSpace extends SessionElement {
  /** The view whose code could not be loaded. */
  @state() private missing: View | undefined;
  #health = new HealthWatch(this);

  override render(): TemplateResult {
    const { view } = this.state;
    const counts = { ...badges(this.state), health: this.#health.count };
    return html`
      <div class="tabs" role="tablist" aria-label=${t("views")} @keydown=${this.#onKey}>
        ${views.map(
          (one) => html`<button
            type="button"
            role="tab"
            id="tab-${one}"
            aria-controls="panel"
            aria-selected=${one === view}
            tabindex=${one === view ? 0 : -1}
            @click=${() => this.session.show(one)}
          >
            ${t("view", { view: one })}${counts[one] ? html` <span class="badge ${one}">${count(counts[one])}</span>` : nothing}
          </button>`,
        )}
      </div>
      <div class="panel" id="panel" role="tabpanel" aria-labelledby="tab-${view}">
        ${this.missing === view ? html`<p class="card missing" role="alert">${t("view-missing")} <button class="button" type="button" @click=${() => this.#load(view)}>${t("retry")}</button></p>` : nothing}
        <${elements[view]}></${elements[view]}>
      </div>
    `;
  }

  async #load(view: View): Promise<void> {
    try {
      await code[view]();
      if (this.missing === view) this.missing = undefined;
    } catch {
      this.missing = view;
    }
  }

  #onKey(event: KeyboardEvent): void {
    const at = views.indexOf(this.state.view);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.session.show(views.at(to % views.length) ?? this.state.view);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${this.state.view}`)?.focus());
  }

  /** The other views' code comes while nothing else is to be done, so that they show at once. */
  override firstUpdated(): void {
    const rest = async (): Promise<void> => {
      for (const view of views) await code[view]();
    };
    // Without a network it shows when the view is asked for. Safari knows no idle time.
    (globalThis.requestIdleCallback ?? setTimeout)(() => void rest().catch(() => {}));
  }

  override updated(): void {
    void this.#load(this.state.view);
    this.renderRoot.querySelector(`#tab-${this.state.view}`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
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
        scrollbar-width: thin;
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

      /* Views scroll inside themselves: nothing in one makes the page any taller, not what is unseen either. */
      .panel {
        flex: 1 1 0;
        display: flex;
        flex-direction: column;
        min-height: 0;
        min-width: 0;
        contain: layout;
      }

      .panel > :last-child {
        flex: 1 1 0;
        min-height: 0;
      }

      .missing {
        padding: var(--space-4);
      }
    `,
  ];
}
