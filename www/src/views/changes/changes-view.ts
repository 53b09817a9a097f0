/**
 * What changes: the rules as they are now, or a version of them, held against an earlier version. What is different in the rules, what that
 * does to scores and bands, and to whom.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { dialogStyles } from "../../components/dialog-styles.ts";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import { parse } from "../../editing/ruleset-text.ts";
import type { Version } from "../../library/record.ts";
import type { Baseline } from "../../session/rulesets.ts";
import { Live } from "../../session/live.ts";
import { controls } from "../../styles/controls.ts";
import { contacts, count } from "../../text/counts.ts";
import { date } from "../../text/instants.ts";
import { t } from "../../text/language.ts";
import { clip } from "../../text/clip.ts";
import type { Compared, Sides, WhichMovers } from "../../worker/jobs/comparing.ts";
import { viewStyles } from "./changes-styles.ts";
import type { Move } from "./movement-matrix.ts";
import "./both-ledgers.ts";
import "./movement-matrix.ts";
import "./movers-list.ts";
import "./rule-changes-list.ts";
import "./score-changes.ts";
import "./version-list.ts";

type Summary = Extract<Compared, { unusable?: undefined }>;

/** So many contacts are added to the list at a time. */
const step = 50;
const most = 10_000;
const asOpened = "opened";
const now = "now";

@customElement("changes-view")
export class ChangesView extends SessionElement {
  /** What the rules are compared to: a version, or undefined for the rules as they are now. */
  @state() private to: Version | undefined;
  /** Of which score the movers are listed. */
  @state() private score = "";
  /** Of which move; undefined for all that changed. */
  @state() private move: (Move & { set: string }) | undefined;
  @state() private limit = step;
  @state() private opened: number | undefined;
  @query("dialog") private dialog!: HTMLDialogElement;

  #compared = new Live(this, "compare", () => this.#sides);
  #movers = new Live(this, "movers", () => this.#sides && { ...this.#sides, which: this.#which, limit: this.limit });
  #ledgers = new Live(this, "bothLedgers", () => (this.opened === undefined ? undefined : this.#sides && { ...this.#sides, row: this.opened }));
  #ruleset = "";

  get #sides(): Sides | undefined {
    const { baseline } = this.state.rulesets;
    return baseline && { before: baseline.text, ...(this.to === undefined ? {} : { after: this.to.text }) };
  }

  get #which(): WhichMovers {
    const { move, score } = this;
    return { ...(score === "" ? {} : { score }), ...(move === undefined ? {} : { band: { id: move.set, from: move.from, to: move.to } }) };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { open } = this.state.rulesets;
    if (open?.id !== this.#ruleset) {
      this.#ruleset = open?.id ?? "";
      this.to = undefined;
      this.move = undefined;
      this.score = "";
    }
    // What the last change of the rules took away can no longer be asked for.
    const compared = this.#compared.value;
    if (!compared || compared.unusable !== undefined) return;
    const both = compared.summary.scores.filter((score) => score.in === "both");
    if (!both.some(({ id }) => id === this.score)) this.score = both[0]?.id ?? "";
    if (this.move && !compared.summary.bands.some(({ id, in: side }) => id === this.move?.set && side === "both")) this.move = undefined;
  }

  /** The dialog opens with what is in it. */
  override updated(): void {
    if (this.opened === undefined || this.opened !== this.#ledgers.value?.row || this.dialog.open) return;
    this.dialog.showModal();
    this.dialog.querySelector<HTMLElement>("both-ledgers")?.focus();
  }

  override render(): TemplateResult {
    const { baseline } = this.state.rulesets;
    if (baseline === undefined) return html`<div class="card empty"><h2>${t("changes-no-ruleset")}</h2></div>`;
    return html`
      <div class="page">
        ${this.#choice(baseline)}
        <div class="panes">
          <div class="effects">${this.#effects()}</div>
          <div class="rules">
            <section class="card">
              <h2>${t("rule-changes")}</h2>
              <rule-changes-list .from=${baseline.text} .to=${this.to?.text ?? this.session.editor.text}></rule-changes-list>
            </section>
            <section class="card"><version-list></version-list></section>
          </div>
        </div>
      </div>
      <dialog aria-label=${t("ledgers-both")} @close=${() => (this.opened = undefined)}>
        ${this.#bothLedgers(baseline)}
      </dialog>
    `;
  }

  // What is compared

  #choice({ version }: Baseline): TemplateResult {
    const { versions } = this.state.rulesets;
    const options = (chosen: string): TemplateResult[] =>
      versions.map((one) => html`<option value=${one.number} ?selected=${chosen === String(one.number)}>${versionName(one)}</option>`);
    const from = version === undefined ? asOpened : String(version.number);
    const to = this.to === undefined ? now : String(this.to.number);
    return html`<div class="choice">
      <div class="side">
        <label for="from">${t("changes-from")}</label>
        <select id="from" class="field" .value=${live(from)} @change=${this.#onFrom}>
          ${options(from)}<option value=${asOpened} ?selected=${from === asOpened}>${t("as-opened")}</option>
        </select>
      </div>
      <div class="side">
        <label for="to">${t("changes-to")}</label>
        <select id="to" class="field" .value=${live(to)} @change=${this.#onTo}>
          <option value=${now} ?selected=${to === now}>${t("as-now")}</option>${options(to)}
        </select>
      </div>
      ${this.state.faulty && this.to === undefined ? html`<p class="caution" role="status">${icons.warning}${t("changes-faulty")}</p>` : nothing}
    </div>`;
  }

  #onFrom(event: Event): void {
    this.session.rulesets.holdAgainst(this.#versionOf(event));
    this.#forgetQuestion();
  }

  #onTo(event: Event): void {
    this.to = this.#versionOf(event);
    this.#forgetQuestion();
  }

  #versionOf(event: Event): Version | undefined {
    const { value } = event.target as HTMLSelectElement;
    return this.state.rulesets.versions.find(({ number }) => String(number) === value);
  }

  #forgetQuestion(): void {
    this.move = undefined;
    this.limit = step;
  }

  // What that does

  #effects(): TemplateResult {
    const compared = this.#compared.value;
    if (this.state.scored === undefined) return html`<section class="card empty"><h2>${t("changes-no-contacts")}</h2><p class="quiet">${t("changes-no-contacts-hint")}</p></section>`;
    if (!compared) return html`<section class="card empty" aria-busy="true"></section>`;
    if (compared.unusable !== undefined) return html`<section class="card empty"><h2>${t("changes-unusable", { side: compared.unusable })}</h2></section>`;
    const moved = compared.summary.scores.some(({ raised, lowered, in: side }) => side !== "both" || raised > 0 || lowered > 0);
    const rebanded = compared.summary.bands.some(({ moved: some, in: side }) => side !== "both" || some > 0);
    return html`
      ${moved || rebanded
        ? html`<section><h2 class="unseen">${t("score-changes")}</h2><score-changes .scores=${compared.summary.scores}></score-changes></section>`
        : html`<section class="card empty">
            <h2>${t("changes-nobody")}</h2>
            <p class="quiet">${t("changes-nobody-hint", { contacts: contacts(compared.contacts), published: this.state.rulesets.versions.length > 0 ? "yes" : "no" })}</p>
          </section>`}
      ${compared.summary.bands.map((set) => this.#movement(set, compared))}
      ${moved || rebanded ? this.#list(compared) : nothing}
    `;
  }

  #movement({ id, label, in: side, moves, moved }: Summary["summary"]["bands"][number], { bands }: Summary): TemplateResult {
    const sets = bands.find((set) => set.id === id);
    return html`<section class="card">
      <h2>${t("movement", { name: label || id })}</h2>
      ${side !== "both" || sets === undefined
        ? html`<p class="quiet">${t("bands-one-sided", { side })}</p>`
        : html`<p class="quiet">${t("movement-count", { count: moved })}</p>
            <movement-matrix
              label=${t("movement", { name: label || id })}
              .rows=${sets.before}
              .columns=${sets.after}
              .moves=${moves}
              .chosen=${this.move?.set === id ? this.move : undefined}
              @choose=${(event: CustomEvent<Move>) => this.#onMove(id, event)}
            ></movement-matrix>`}
    </section>`;
  }

  #onMove(set: string, event: CustomEvent<Move>): void {
    const { from, to } = event.detail;
    const same = this.move?.set === set && this.move.from === from && this.move.to === to;
    this.move = same ? undefined : { set, from, to };
    this.limit = step;
    // Of a score with bands it is the score itself that interests.
    const compared = this.#compared.value;
    if (compared && compared.unusable === undefined && compared.summary.scores.some(({ id, in: side }) => id === set && side === "both")) this.score = set;
  }

  #list({ summary, bands }: Summary): TemplateResult {
    const movers = this.#movers.value ?? { total: 0, rows: [] };
    const both = summary.scores.filter(({ in: side }) => side === "both");
    const sets = bands.filter(({ id }) => summary.bands.some((set) => set.id === id && set.in === "both"));
    return html`<section class="card movers">
      <header>
        <h2>${t("movers")}</h2>
        <span class="quiet" role="status">${contacts(movers.total)}</span>
        ${this.move === undefined
          ? nothing
          : html`<button class="button chip" type="button" @click=${() => (this.move = undefined)}>
              ${this.move.from ?? t("no-band")} → ${this.move.to ?? t("no-band")}${icons.cross}<span class="unseen">${t("movers-all")}</span>
            </button>`}
        <span class="gap"></span>
        ${both.length > 1
          ? html`<label class="by"><span class="quiet">${t("movers-by")}</span>
              <select class="field" .value=${live(this.score)} @change=${(event: Event) => (this.score = (event.target as HTMLSelectElement).value)}>
                ${both.map(({ id, label }) => html`<option value=${id} ?selected=${id === this.score}>${label || id}</option>`)}
              </select>
            </label>`
          : nothing}
        <button class="button" type="button" ?disabled=${movers.total === 0} @click=${this.#onDownload}>${icons.download}${t("movers-download")}</button>
      </header>
      ${movers.total === 0 && !this.#movers.pending ? html`<p class="quiet none">${t("movers-none")}</p>` : nothing}
      <movers-list
        .movers=${movers}
        .score=${this.score}
        .bands=${sets}
        .step=${step}
        @open=${this.#onOpen}
        @more=${() => (this.limit = Math.min(this.limit + step, most))}
      ></movers-list>
      ${movers.total > most && movers.rows.length >= most ? html`<p class="quiet none">${t("movers-most", { count: count(most) })}</p>` : nothing}
    </section>`;
  }

  // Why

  #bothLedgers(baseline: Baseline): TemplateResult | typeof nothing {
    const ledgers = this.#ledgers.value;
    if (!ledgers || this.opened !== ledgers.row) return nothing;
    const compared = this.#compared.value;
    const bands = compared && compared.unusable === undefined ? compared.bands : [];
    return html`<both-ledgers
      .ledgers=${ledgers}
      .documents=${{ before: parse(baseline.text).document ?? {}, after: this.to === undefined ? this.session.editor.document : (parse(this.to.text).document ?? {}) }}
      .names=${{ before: baseline.version === undefined ? t("as-opened") : t("version", { number: baseline.version.number }), after: this.to === undefined ? t("as-now") : t("version", { number: this.to.number }) }}
      .bands=${bands}
      @close=${() => this.dialog.close()}
    ></both-ledgers>`;
  }

  #onOpen(event: CustomEvent<number>): void {
    this.opened = event.detail;
  }

  async #onDownload(): Promise<void> {
    const blob = this.#sides && (await this.session.ask("exportMovers", { ...this.#sides, which: this.#which }));
    if (!blob) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${this.state.contacts?.file.name.replace(/\.[^.]*$/, "") ?? "contacts"}-changes.csv`;
    link.click();
    // The download has its own hold on the data by the time of the next task.
    setTimeout(() => URL.revokeObjectURL(link.href));
  }

  static override styles = [controls, dialogStyles, viewStyles];
}

function versionName({ number, at, note }: Version): string {
  const name = `${t("version", { number })} · ${date(at)}`;
  return note === "" ? name : `${name} · ${clip(note.replace(/\s+/g, " "), 50)}`;
}
