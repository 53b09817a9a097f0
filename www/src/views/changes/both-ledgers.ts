/**
 * Why a contact changed: both of its ledgers side by side, score by score, with the criteria that differ first. In: the ledgers, and the
 * documents that they are of, which know what criteria ask. Fires `close`.
 */
import type { LedgerCriterion, LedgerGroup, LedgerScore } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { bandTag, bandTagStyles } from "../../components/band-tag.ts";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import { ledgerRules } from "../../components/ledger/rules.ts";
import { criteriaOf, type Criterion, type Path, type RulesetDocument } from "../../editing/document.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { difference, limit, points, signedPoints } from "../../text/points.ts";
import { evidenceSentence, propertyLabels } from "../../text/sentences.ts";
import type { BothLedgers, MovementBands } from "../../worker/jobs/comparing.ts";
import type { Tone } from "../../worker/protocol.ts";

type Side = "before" | "after";
type Pair<T> = { [S in Side]: T | undefined };

const sides = ["before", "after"] as const;

@customElement("both-ledgers")
export class BothLedgersElement extends SessionElement {
  @property({ attribute: false }) ledgers!: BothLedgers;
  @property({ attribute: false }) documents!: { [S in Side]: RulesetDocument };
  @property({ attribute: false }) names!: { [S in Side]: string };
  @property({ attribute: false }) bands: readonly MovementBands[] = [];
  @query(".close") private closer!: HTMLElement;

  override focus(): void {
    void this.updateComplete.then(() => this.closer.focus());
  }

  override render(): TemplateResult {
    const { name, email, id, before, after } = this.ledgers;
    const title = name || email || id;
    const ids = [...new Set([...after.scores, ...before.scores].map((score) => score.id))];
    return html`
      <header>
        <div class="who">
          <h2 class="cut" id="title">${title}</h2>
          <p class="cut quiet small">${[email === title ? "" : email, id === title ? "" : id].filter(Boolean).join(" · ")}</p>
        </div>
        <button class="button icon plain close" type="button" aria-label=${t("close")} @click=${() => this.dispatchEvent(new Event("close"))}>${icons.cross}</button>
      </header>
      <div class="columns" aria-hidden="true">${sides.map((side) => html`<span class="cut">${this.names[side]}</span>`)}</div>
      <div class="scores" tabindex="0" role="region" aria-label=${t("ledgers-both")}>
        ${ids.map((score) => this.#score({ before: before.scores.find((one) => one.id === score), after: after.scores.find((one) => one.id === score) }))}
        ${this.#matrices()}
      </div>
    `;
  }

  #score(pair: Pair<LedgerScore>): TemplateResult {
    const { id = "", label } = pair.after ?? pair.before ?? {};
    const all = paired(pair, (score) => score.groups.flatMap(({ criteria }) => criteria));
    const differing = all.filter(differs);
    const alike = all.filter((criterion) => !differs(criterion));
    const line = (criterion: Pair<LedgerCriterion>): TemplateResult => this.#criterion(id, criterion);
    return html`<section>
      <h3>${label || id}</h3>
      <ul>
        ${differing.map(line)}
        ${paired(pair, ({ groups }) => groups).map((group) => this.#limit(group, "group"))}
        ${this.#limit(pair, "score")}
        ${this.#total(pair)}
      </ul>
      ${alike.length === 0 ? nothing : html`<details><summary>${t("criteria-alike", { count: alike.length })}</summary><ul>${alike.map(line)}</ul></details>`}
    </section>`;
  }

  #criterion(score: string, pair: Pair<LedgerCriterion>): TemplateResult {
    const { id = "", label } = pair.after ?? pair.before ?? {};
    return html`<li>
      <p class="label">${this.#named(score, id, label || id)}</p>
      ${sides.map((side) => this.#side(side, pair[side] === undefined ? nothing : this.#found(side, score, pair[side]), pair[side]?.points))}
    </li>`;
  }

  /** A criterion that is still there can be gone to. */
  #named(score: string, criterion: string, label: string): TemplateResult {
    const found = ledgerRules(this.session.editor.document, this.state.contacts?.report.columns).find({ score, criterion });
    return found === undefined ? html`${label}` : html`<button type="button" @click=${() => this.#reveal(found.path)}>${label}</button>`;
  }

  #reveal(path: Path): void {
    this.dispatchEvent(new Event("close"));
    this.session.reveal(path);
  }

  #found(side: Side, score: string, { id, enabled, met, evidence }: LedgerCriterion): TemplateResult {
    const labelOf = propertyLabels(this.documents[side], this.state.contacts?.report.columns);
    const about = criterionIn(this.documents[side], score, id);
    const sentence = evidenceSentence(evidence, labelOf, about);
    const state = !enabled ? "muted" : met ? "met" : "unmet";
    return html`<span class="found ${state}">
      ${!enabled ? icons.muted : met ? icons.check : icons.dash}
      <span><span class="state">${t("criterion-state", { state })}</span><span class="quiet">${enabled ? sentence : nothing}</span></span>
    </span>`;
  }

  /** What a limit makes of the sum, where it does so on either side. */
  #limit(pair: Pair<LedgerGroup | LedgerScore>, of: "group" | "score"): TemplateResult | typeof nothing {
    const cut = (side: Side): number => difference(pair[side]?.before_limit ?? 0, pair[side]?.points ?? 0);
    if (cut("before") === 0 && cut("after") === 0) return nothing;
    const { id = "", label } = pair.after ?? pair.before ?? {};
    return html`<li>
      <p class="label quiet">${t("limit-of", { of, name: label || id })}</p>
      ${sides.map((side) => this.#side(side, pair[side]?.limit ? html`<span class="quiet">${limit(pair[side].limit)}</span>` : nothing, pair[side] && cut(side)))}
    </li>`;
  }

  #total(pair: Pair<LedgerScore>): TemplateResult {
    return html`<li class="total">
      <p class="label">${t("points-total")}</p>
      ${sides.map((side) => {
        const score = pair[side];
        if (score === undefined) return this.#side(side, html`<span class="quiet">${t("score-absent")}</span>`, undefined);
        const tag = score.band === undefined ? nothing : bandTag(score.band, this.#tone(side, score.id, score.band));
        return html`<div class="side"><span class="of">${this.names[side]}</span>${tag}<b class="number">${points(score.points)}</b></div>`;
      })}
    </li>`;
  }

  #matrices(): TemplateResult | typeof nothing {
    const { before, after } = this.ledgers;
    const ids = [...new Set([...Object.keys(after.bands ?? {}), ...Object.keys(before.bands ?? {})])];
    if (ids.length === 0) return nothing;
    return html`<section><ul>${ids.map(
      (id) => html`<li class="total">
        <p class="label">${this.bands.find((set) => set.id === id)?.label ?? id}</p>
        ${sides.map((side) => {
          const band = this.ledgers[side].bands?.[id];
          return this.#side(side, band === undefined ? nothing : bandTag(band, this.#tone(side, id, band)), undefined);
        })}
      </li>`,
    )}</ul></section>`;
  }

  #side(side: Side, what: TemplateResult | typeof nothing, given: number | undefined): TemplateResult {
    return html`<div class="side">
      <span class="of">${this.names[side]}</span>${what === nothing && given === undefined ? html`<span class="quiet">${t("not-there")}</span>` : what}
      ${given === undefined ? nothing : html`<span class="number points">${signedPoints(given)}</span>`}
    </div>`;
  }

  #tone(side: Side, set: string, label: string | null): Tone {
    return this.bands.find(({ id }) => id === set)?.[side].find((band) => band.label === label)?.tone ?? "none";
  }

  static override styles = [
    controls,
    bandTagStyles,
    css`
      :host {
        --columns: minmax(0, 1.1fr) minmax(0, 1fr) minmax(0, 1fr);
        display: flex;
        flex-direction: column;
        min-height: 0;
      }

      header {
        display: flex;
        align-items: start;
        gap: var(--space-3);
        padding: var(--space-4) var(--space-4) var(--space-2) var(--space-5);
      }

      .who {
        flex: 1;
        min-width: 0;
      }

      .columns,
      li {
        display: grid;
        grid-template-columns: var(--columns);
        gap: var(--space-1) var(--space-4);
        padding: var(--space-2) var(--space-3);
      }

      .columns {
        margin: 0 var(--space-5);
        border-bottom: 1px solid var(--line);
        color: var(--text-quiet);
        font-size: var(--size-small);
        font-weight: 600;
      }

      .columns :first-child {
        grid-column: 2;
      }

      .scores {
        display: grid;
        gap: var(--space-5);
        padding: var(--space-3) var(--space-5) var(--space-5);
        overflow: auto;
      }

      .scores:focus-visible {
        outline-offset: -2px;
      }

      section {
        display: grid;
        gap: var(--space-2);
        min-width: 0;
      }

      li {
        overflow-wrap: anywhere;
      }

      li + li {
        border-top: 1px solid var(--line);
      }

      .label {
        font-weight: 550;
      }

      .side {
        display: flex;
        align-items: start;
        gap: var(--space-2);
        min-width: 0;
      }

      .label button {
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
        font-weight: inherit;
        text-align: left;
        overflow-wrap: anywhere;
        cursor: pointer;
      }

      .label button:hover {
        text-decoration: underline;
      }

      /* The columns are headed; where they are not, each side says what it is. */
      .of {
        position: absolute;
        clip-path: inset(50%);
      }

      .side .number {
        margin-left: auto;
        white-space: nowrap;
      }

      .points {
        font-weight: 650;
      }

      .found {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--space-2);
        min-width: 0;
      }

      .found svg {
        margin-top: 0.125rem;
        color: var(--text-quiet);
      }

      .met svg {
        color: var(--good);
      }

      .state {
        margin-right: var(--space-2);
        font-weight: 550;
      }

      .total {
        border-radius: var(--radius-small);
        background: var(--surface-sunken);
      }

      summary {
        width: fit-content;
        padding: var(--space-1) 0;
        color: var(--accent);
        cursor: pointer;
      }

      @media (width < 45rem) {
        :host {
          --columns: minmax(0, 1fr);
        }

        header {
          padding-left: var(--space-3);
        }

        .columns {
          display: none;
        }

        .of {
          position: static;
          flex: 0 0 6rem;
          color: var(--text-quiet);
          font-size: var(--size-small);
          clip-path: none;
        }

        .scores {
          padding: var(--space-2) var(--space-3) var(--space-4);
        }
      }
    `,
  ];
}

/** What both have, by id, in the order of after; then what only before has. */
function paired<T, U extends { id: string }>(pair: Pair<T>, parts: (side: T) => readonly U[]): Pair<U>[] {
  const [before, after] = sides.map((side) => new Map((pair[side] === undefined ? [] : parts(pair[side])).map((part) => [part.id, part])));
  return [...new Set([...(after?.keys() ?? []), ...(before?.keys() ?? [])])].map((id) => ({ before: before?.get(id), after: after?.get(id) }));
}

function differs({ before, after }: Pair<LedgerCriterion>): boolean {
  return before?.points !== after?.points || before?.met !== after?.met || before?.enabled !== after?.enabled;
}

function criterionIn(document: RulesetDocument, score: string, id: string): Criterion | undefined {
  for (const one of criteriaOf(document)) if (one.score.id === score && one.criterion.id === id) return one.criterion;
  return undefined;
}
