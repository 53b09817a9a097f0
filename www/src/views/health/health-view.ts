/** What deserves a look: what the rules miss, do in vain or take for more than was meant. By kind, the worst first. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import { controls } from "../../styles/controls.ts";
import { contacts, count } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import { dismissals } from "./dismissals.ts";
import { kinds, type Finding, type FindingKind } from "./findings.ts";
import { HealthWatch } from "./health-watch.ts";
import "./finding-card.ts";

/** So many of a kind are shown at first. */
const some = 20;

@customElement("health-view")
export class HealthView extends SessionElement {
  @state() private showsDismissed = false;
  @state() private whole: ReadonlySet<FindingKind> = new Set();
  #watch = new HealthWatch(this);

  override render(): TemplateResult {
    if (!this.state.open) return html`<div class="card empty"><h2>${t("health-no-ruleset")}</h2></div>`;
    if (this.state.contacts === undefined) return html`<div class="card empty"><h2>${t("health-no-contacts")}</h2><p class="quiet">${t("health-no-contacts-hint")}</p></div>`;
    const all = this.#watch.findings;
    if (all === undefined) return html`<div class="card empty" aria-busy="true"></div>`;
    const dismissed = dismissals.of(this.#ruleset);
    const open = all.filter(({ key }) => !dismissed.has(key));
    const hidden = all.length - open.length;
    return html`<div class="page">
      <header>
        <p role="status" class="summary">${open.length === 0 ? nothing : t("health-count", { count: open.length })}</p>
        ${this.state.faulty ? html`<p class="caution">${icons.warning}${t("health-faulty")}</p>` : nothing}
        ${hidden > 0
          ? html`<button class="button plain" type="button" aria-pressed=${this.showsDismissed} @click=${() => (this.showsDismissed = !this.showsDismissed)}>
              ${t("health-dismissed", { count: hidden })}
            </button>`
          : nothing}
      </header>
      ${open.length === 0 ? this.#good() : kinds.map((kind) => this.#kind(kind, open.filter((one) => one.kind === kind)))}
      ${this.showsDismissed && hidden > 0 ? this.#dismissed(all.filter(({ key }) => dismissed.has(key))) : nothing}
    </div>`;
  }

  get #ruleset(): string {
    return this.state.rulesets.open?.id ?? "";
  }

  #good(): TemplateResult {
    return html`<section class="card empty good">
      ${icons.shield}
      <h2>${t("health-good")}</h2>
      <p class="quiet">${t("health-good-hint", { contacts: contacts(this.state.scored?.rowCount ?? 0) })}</p>
    </section>`;
  }

  #kind(kind: FindingKind, found: readonly Finding[]): TemplateResult | typeof nothing {
    if (found.length === 0) return nothing;
    const shown = this.whole.has(kind) ? found : found.slice(0, some);
    return html`<section class="card ${kind}" aria-label=${t("finding-kind", { kind })}>
      <div class="head"><h2>${t("finding-kind", { kind })}</h2><span class="badge">${count(found.length)}</span></div>
      <p class="quiet hint">${t("finding-kind-hint", { kind })}</p>
      <ul>${repeat(shown, ({ key }) => key, (one) => this.#item(one, false))}</ul>
      ${shown.length < found.length
        ? html`<button class="button plain more" type="button" @click=${() => (this.whole = new Set([...this.whole, kind]))}>${t("show-more", { count: found.length - shown.length })}</button>`
        : nothing}
    </section>`;
  }

  #dismissed(found: readonly Finding[]): TemplateResult {
    return html`<section class="card dismissed" aria-label=${t("health-dismissed-title")}>
      <div class="head"><h2>${t("health-dismissed-title")}</h2><span class="badge">${count(found.length)}</span></div>
      <ul>${repeat(found, ({ key }) => key, (one) => this.#item(one, true))}</ul>
    </section>`;
  }

  #item(finding: Finding, dismissed: boolean): TemplateResult {
    return html`<li>
      <finding-card
        .finding=${finding}
        ?dismissed=${dismissed}
        @dismiss=${() => dismissals.dismiss(this.#ruleset, finding.key)}
        @bring-back=${() => dismissals.bringBack(this.#ruleset, finding.key)}
      ></finding-card>
    </li>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }

      .page {
        display: grid;
        flex: 1 1 0;
        align-content: start;
        gap: var(--space-4);
        min-height: 0;
        padding-bottom: var(--space-4);
        overflow: auto;
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
        min-height: var(--control-height);
      }

      .summary {
        flex: 1;
      }

      .caution {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        color: var(--caution);
      }

      .head {
        display: flex;
        align-items: baseline;
        gap: var(--space-2);
        padding: var(--space-3) var(--space-4) 0;
      }

      .badge {
        padding: 0 var(--space-2);
        border-radius: var(--radius-round);
        background: var(--surface-sunken);
        color: var(--text-quiet);
        font-size: var(--size-small);
        font-variant-numeric: tabular-nums;
      }

      .warning .badge,
      .missing .badge,
      .unreadable .badge {
        background: var(--caution-soft);
        color: var(--caution);
      }

      .hint {
        padding: 0 var(--space-4) var(--space-2);
      }

      section {
        min-width: 0;
      }

      li {
        border-top: 1px solid var(--line);
      }

      .more {
        margin: var(--space-1) var(--space-2);
      }

      .dismissed {
        background: none;
        box-shadow: none;
      }

      .empty {
        display: grid;
        justify-items: center;
        gap: var(--space-2);
        padding: var(--space-7) var(--space-5);
        text-align: center;
      }

      .good svg {
        width: 2rem;
        height: 2rem;
        color: var(--good);
      }
    `,
  ];
}
