/** Tests one contact: picked, pasted or typed, and beside it what the rules make of it. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { icons } from "../../components/icons.ts";
import "../../components/journey/contact-journey.ts";
import "../../components/ledger/next-bands.ts";
import { ledgerRules, type RevealCriterion } from "../../components/ledger/rules.ts";
import { SessionElement } from "../../components/page-element.ts";
import { Live } from "../../session/live.ts";
import { emptyDraft, testWays, type TestWay } from "../../session/tested.ts";
import { controls } from "../../styles/controls.ts";
import { instant } from "../../text/instants.ts";
import { t } from "../../text/language.ts";
import type { Tested } from "../../worker/jobs/testing.ts";
import "./contact-picker.ts";
import "./draft-form.ts";
import "./paste-form.ts";
import "./score-totals.ts";
import "./test-ledger.ts";

@customElement("test-view")
export class TestView extends SessionElement {
  #picked = new Live(this, "testRow", () => {
    const { way, row } = this.state.testing;
    return way === "pick" && row !== undefined ? { row } : undefined;
  });
  #madeUp = new Live(
    this,
    "testDraft",
    () => {
      const { way, draft } = this.state.testing;
      return this.state.open && (way === "type" || (way === "paste" && draft !== emptyDraft)) ? { draft } : undefined;
    },
    { withoutContacts: true },
  );

  get #tested(): Tested | undefined {
    return (this.state.testing.way === "pick" ? this.#picked.value : this.#madeUp.value) ?? undefined;
  }

  override render(): TemplateResult {
    const tested = this.#tested;
    return html`<div class="panes" @reveal-criterion=${this.#onReveal}>
      <section class="card who" aria-label=${t("test-contact")}>
        <fieldset class="segments">
          <legend class="unseen">${t("test-way-label")}</legend>
          ${testWays.map(
            (way) => html`<label>
              <input class="unseen" type="radio" name="way" .checked=${this.state.testing.way === way} @change=${() => this.session.test({ way })} />${t("test-way", { way })}
            </label>`,
          )}
        </fieldset>
        ${this.#source(this.state.testing.way, tested)}
        <p class="quiet small privacy">${icons.shield} ${t("test-privacy")}</p>
      </section>
      <section class="card result" aria-label=${t("ledger")} tabindex="0">${tested === undefined ? this.#hint() : this.#result(tested)}</section>
    </div>`;
  }

  #source(way: TestWay, tested: Tested | undefined): TemplateResult {
    if (way === "paste") {
      const has = this.state.testing.draft !== emptyDraft;
      return html`<paste-form></paste-form>${has ? html`${this.#leftOut(tested)}<draft-form></draft-form>` : nothing}`;
    }
    if (way === "type") {
      return html`<div class="start">
          <p class="quiet">${t("test-type-hint")}</p>
          <button class="button" type="button" ?disabled=${this.state.testing.draft === emptyDraft} @click=${() => this.session.test({ draft: emptyDraft, pasted: "" })}>${t("test-clear")}</button>
        </div>
        ${this.#leftOut(tested)}<draft-form></draft-form>`;
    }
    if (this.state.scored === undefined) return html`<p class="quiet">${t("test-no-contacts")}</p>`;
    const { name, email, ledger } = tested?.explained ?? {};
    return html`<contact-picker .who=${name || email || ledger?.id || ""}></contact-picker>
      ${tested === undefined
        ? nothing
        : html`<p class="quiet small">${t("test-copy-hint")}</p>
            <button class="button" type="button" @click=${this.#onCopy}>${icons.pencil}${t("test-copy")}</button>`}`;
  }

  #leftOut(tested: Tested | undefined): TemplateResult | typeof nothing {
    if (tested === undefined || tested.leftOut.length === 0) return nothing;
    return html`<p class="caution">${t("test-events-left-out")} <span lang="en" class="small">${tested.leftOut.join("; ")}</span></p>`;
  }

  #hint(): TemplateResult {
    const { open, faulty, outline } = this.state;
    return html`<div class="hint">
      <h2>${t("test-title")}</h2>
      <p class="quiet">${!open ? t("test-ruleset-wanted") : faulty && outline === undefined ? t("test-ruleset-faulty") : t("test-hint")}</p>
    </div>`;
  }

  #result({ explained: { name, email, ledger }, ways }: Tested): TemplateResult {
    const { scored, contacts } = this.state;
    const rules = ledgerRules(this.session.editor.document, contacts?.report.columns);
    const bandSets = scored?.bandSets ?? [];
    const matrices = new Map(scored?.matrices.map(({ id, label }) => [id, label]));
    return html`
      <header>
        <h2 class="cut">${name || email || ledger.id || t("test-nobody")}</h2>
        <span class="quiet small">${instant(ledger.as_of)}</span>
      </header>
      <score-totals .ledger=${ledger} .bandSets=${bandSets} .matrices=${matrices}></score-totals>
      ${ways.length > 0
        ? html`<next-bands .ways=${ways} .bandSets=${bandSets} .rules=${rules} .labels=${new Map(ledger.scores.map(({ id, label }) => [id, label || id]))}></next-bands>`
        : nothing}
      ${this.#journey()}
      <test-ledger .ledger=${ledger} .rules=${rules}></test-ledger>
    `;
  }

  #journey(): TemplateResult {
    const { way, row, draft } = this.state.testing;
    return way === "pick" ? html`<contact-journey .row=${row}></contact-journey>` : html`<contact-journey .draft=${draft}></contact-journey>`;
  }

  async #onCopy(): Promise<void> {
    const { row } = this.state.testing;
    if (row === undefined) return;
    const draft = await this.session.ask("copyContact", { row });
    if (draft) this.session.test({ way: "type", draft, pasted: "" });
  }

  #onReveal({ ids }: RevealCriterion): void {
    const found = ledgerRules(this.session.editor.document, this.state.contacts?.report.columns).find(ids);
    if (found !== undefined) this.session.reveal(found.path);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }

      .panes {
        display: grid;
        grid-template-columns: clamp(20rem, 28%, 28rem) minmax(0, 1fr);
        gap: var(--space-4);
        flex: 1 1 0;
        min-height: 0;
      }

      .who,
      .result {
        display: flex;
        flex-direction: column;
        gap: var(--space-3);
        min-width: 0;
        min-height: 0;
        padding: var(--space-4);
        overflow: auto;
      }

      .result:focus-visible {
        outline-offset: -2px;
      }

      .start {
        display: flex;
        align-items: start;
        justify-content: space-between;
        gap: var(--space-3);
      }

      .privacy {
        display: flex;
        gap: var(--space-2);
        margin-top: auto;
        padding-top: var(--space-3);
      }

      .caution {
        padding: var(--space-2) var(--space-3);
        border-radius: var(--radius-small);
        background: var(--caution-soft);
        color: var(--caution);
      }

      .hint {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: var(--space-2);
        flex: 1;
        padding: var(--space-6);
        text-align: center;
      }

      .hint p {
        max-width: 26rem;
        text-wrap: balance;
      }

      header {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: var(--space-3);
      }

      @media (width < 62rem) {
        .panes {
          display: flex;
          flex-direction: column;
          gap: var(--space-3);
          overflow: auto;
        }

        .who,
        .result {
          flex: none;
          overflow: visible;
          padding: var(--space-3);
        }
      }
    `,
  ];
}
