/**
 * What the stages and workflows would do if they were published now: who comes to which stage, who is on which list, whom workflows enrol and who is
 * told, held against the rules that hold now; where none were published, against the contacts as the file has them. Live on every edit; each number
 * leads to the contacts behind it.
 */
import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { HappeningsQuestion } from "leadscore";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { SessionElement } from "../../components/page-element.ts";
import { list } from "../../editing/document.ts";
import { Live } from "../../session/live.ts";
import { controls } from "../../styles/controls.ts";
import { count } from "../../text/counts.ts";
import { isolated } from "../../text/isolated.ts";
import { t } from "../../text/language.ts";
import { propertyLabels } from "../../text/property-labels.ts";
import type { Outcome, WhoQuestion } from "../../worker/jobs/lifecycle.ts";
import "./affected-dialog.ts";
import type { AffectedDialog } from "./affected-dialog.ts";
import { outcomeStyles } from "./outcome-styles.ts";

type Lifecycle = NonNullable<Outcome["lifecycle"]>;
type Which = HappeningsQuestion | WhoQuestion;

@customElement("outcome-panel")
export class OutcomePanel extends SessionElement {
  @state() private asked: { which: Which; title: string } | undefined;
  @query("affected-dialog") private dialog!: AffectedDialog;

  #outcome = new Live(this, "outcome", () => {
    const { baseline } = this.state.rulesets;
    return baseline === undefined ? undefined : { baseline: this.#isFirst ? null : baseline.text };
  });

  override render(): TemplateResult {
    const outcome = this.#outcome.value;
    return html`<section class="card" aria-labelledby="title" aria-busy=${this.#outcome.pending ? "true" : "false"}>
        <header>
          <h2 id="title">${t("outcome")}</h2>
          <p class="small quiet">${this.#beginning()}</p>
        </header>
        ${this.state.faulty ? html`<p class="faulty small" role="status">${t("distribution-faulty")}</p>` : nothing}
        ${outcome ? this.#shown(outcome) : html`<p class="quiet">${this.state.contacts === undefined ? t("outcome-no-contacts") : t("distribution-soon")}</p>`}
      </section>
      <affected-dialog .run=${outcome?.run} .which=${this.asked?.which ?? {}} .heading=${this.asked?.title ?? ""}></affected-dialog>`;
  }

  /** Nothing was published yet, so that no rules have run. */
  get #isFirst(): boolean {
    return this.state.rulesets.versions.length === 0;
  }

  /** Where the run begins, in words. */
  #beginning(): string {
    if (this.#isFirst) return t("outcome-first");
    const version = this.state.rulesets.baseline?.version;
    return version === undefined ? t("outcome-against-opened") : t("outcome-against", { number: version.number });
  }

  #shown(outcome: Outcome): TemplateResult {
    const { lifecycle, lists, workflows, notified, called_back, left_out, missing_properties: missing } = outcome;
    const leftOut = left_out.without_id + left_out.repeated;
    return html`
      ${this.#headline(outcome)}
      ${missing.length === 0 ? nothing : html`<p class="missing small">${t("outcome-missing", { properties: isolated(named(missing)) })}</p>`}
      ${lifecycle === undefined ? nothing : this.#stages(lifecycle)}
      ${lists.length === 0 ? nothing : this.#lists(outcome)}
      ${workflows.length === 0 ? nothing : this.#workflows(outcome)}
      ${notified.length + called_back.length === 0
        ? nothing
        : html`<div class="set">
            <h3>${t("outcome-told")}</h3>
            <ul>
              ${notified.map(({ name, count: times }) => this.#line(name, this.#number(times, { channel: name }, t("outcome-notified", { count: times, channel: isolated(name) }))))}
              ${called_back.map(({ name, count: times }) => this.#line(name, this.#number(times, { name }, t("outcome-called-back", { count: times, name: isolated(name) }))))}
            </ul>
          </div>`}
      ${leftOut === 0 ? nothing : html`<p class="small quiet">${t("outcome-left-out", { count: leftOut })}</p>`}
    `;
  }

  /** The three numbers that decide whether to publish. */
  #headline({ lifecycle, workflows, notified }: Outcome): TemplateResult {
    const moved = sum(lifecycle?.moves ?? []);
    const enrolled = workflows.reduce((all, workflow) => all + workflow.enrolled, 0);
    const told = sum(notified);
    return html`<dl class="headline">
      ${this.#figure("moved", moved, { kind: "stage_changed" })} ${this.#figure("enrolled", enrolled, { kind: "enrolled" })} ${this.#figure("notified", told, { kind: "notified" })}
    </dl>
    ${moved + enrolled + told === 0 ? html`<p class="quiet small">${t("outcome-nothing")}</p>` : nothing}`;
  }

  #figure(what: "moved" | "enrolled" | "notified", number: number, which: HappeningsQuestion): TemplateResult {
    const title = t("outcome-figure-title", { what, count: number });
    return html`<div><dt class="small quiet">${t("outcome-figure", { what, count: number })}</dt><dd>${this.#number(number, which, title)}</dd></div>`;
  }

  /** As a funnel: a bar for each stage, with a mark where it ended before. */
  #stages({ stages, without, other, moves }: Lifecycle): TemplateResult {
    const x = scaleLinear([0, Math.max(1, max(stages, ({ before, after }) => Math.max(before, after)) ?? 0)], [0, 1]);
    const rest = [
      { what: "without", where: { stage: null }, ...without },
      { what: "other", where: { not: { stage: [...stages.map(({ id }) => id), null] } }, ...other },
    ].filter(({ before, after }) => before + after > 0);
    return html`<div class="set">
      <h3>${t("outcome-stages")}</h3>
      <ol class="funnel">
        ${stages.map(({ id, label, before, after }) => {
          const name = label || id;
          const come = sum(moves.filter((move) => move.to === id));
          return html`<li data-stage=${id}>
            <span class="name cut" dir="auto" title=${name}>${name}</span>
            <span class="bar" aria-hidden="true" .style=${`--part: ${x(after)}; --before: ${x(before)}`}><span></span><i></i></span>
            ${this.#number(after, { where: { stage: id } }, t("outcome-at-stage", { count: after, before, stage: isolated(name) }))}
            ${come === 0 ? this.#change(after - before, { stage: id }, name) : this.#number(after - before, { kind: "stage_changed", stage: id }, t("outcome-come", { count: come, stage: isolated(name) }), true)}
          </li>`;
        })}
        ${rest.map(
          ({ what, where, before, after }) => {
            const name = t("outcome-rest", { what });
            return html`<li class="rest">
              <span class="name cut quiet">${name}</span>
              <span></span>
              ${this.#number(after, { where }, t("outcome-at-stage", { count: after, before, stage: isolated(name) }))}
              ${this.#change(after - before, where, name)}
            </li>`;
          },
        )}
      </ol>
      ${moves.length === 0
        ? nothing
        : html`<details>
            <summary class="small">${t("outcome-moves")}</summary>
            <table>
              <thead><tr><th scope="col">${t("outcome-from")}</th><th scope="col">${t("outcome-to")}</th><th scope="col" class="number">${t("outcome-contacts")}</th></tr></thead>
              <tbody>${moves.map((move) => html`<tr><td>${stageName(stages, move.from)}</td><td>${stageName(stages, move.to)}</td><td class="number">${count(move.count)}</td></tr>`)}</tbody>
            </table>
          </details>`}
    </div>`;
  }

  #lists({ lists, listsBefore }: Outcome): TemplateResult {
    return html`<div class="set">
      <h3>${t("automation-section", { section: "lists" })}</h3>
      <ul>
        ${lists.map(({ id, label, after }) => {
          const before = listsBefore[id];
          const name = label || id;
          const members = this.#number(
            after,
            { where: { list: id } },
            before === undefined ? t("outcome-on-list", { count: after, list: isolated(name) }) : t("outcome-on-known-list", { count: after, before, list: isolated(name) }),
          );
          const change = before === undefined ? html`<span class="small quiet number">${t("outcome-new")}</span>` : this.#change(after - before, { list: id }, name);
          return this.#line(name, html`${members}${change}`);
        })}
      </ul>
    </div>`;
  }

  #workflows({ workflows, workflowsBefore }: Outcome): TemplateResult {
    const { document } = this.session.editor;
    const labelOf = propertyLabels(document);
    return html`<div class="set">
      <h3>${t("automation-section", { section: "workflows" })}</h3>
      <ul>
        ${workflows.map(({ id, label, enrolled, unenrolled }) => {
          const ended = unenrolled.goal + unenrolled.suppressed + unenrolled.left;
          const own = list(document.workflows).find((one) => one.id === id);
          return html`${this.#line(
            label || id,
            this.#number(enrolled, { kind: "enrolled", workflow: id }, t("outcome-enrolled", { count: enrolled, workflow: isolated(label || id) })),
          )}
          ${ended === 0 ? nothing : this.#line(t("outcome-ended"), this.#number(ended, { kind: "unenrolled", workflow: id }, t("outcome-unenrolled", { count: ended, workflow: isolated(label || id) })), true)}
          ${own?.enabled === false ? html`<li class="hint small quiet">${t("outcome-muted")}</li>` : enrolled === 0 && own?.enrol_present !== true && !workflowsBefore.includes(id) ? html`<li class="hint small quiet">${t("outcome-present", { list: isolated(labelOf(String(own?.enrol_on ?? ""), "list")) })}</li>` : nothing}`;
        })}
      </ul>
    </div>`;
  }

  #line(name: string, numbers: TemplateResult, isPart = false): TemplateResult {
    return html`<li class=${isPart ? "part" : ""}><span class="name cut ${isPart ? "quiet" : ""}" dir="auto" title=${name}>${name}</span>${numbers}</li>`;
  }

  /** By how much those who meet a filter are more or less than before; it leads to who comes there and who goes. */
  #change(by: number, where: object, name: string): TemplateResult {
    if (by !== 0) return this.#number(by, { where, onlyMoved: true }, t("outcome-moved", { name: isolated(name) }), true);
    return html`<span class="number change quiet"><span aria-hidden="true">${signed(0)}</span><span class="unseen">${t("summary-change", { direction: "same", count: 0 })}</span></span>`;
  }

  /** A number that leads to what is behind it, if there is anything. */
  #number(number: number, which: Which, title: string, isChange = false): TemplateResult {
    if (number === 0 && !isChange) return html`<span class="number zero" title=${title}>${count(0)}</span>`;
    return html`<button class="figure number ${isChange ? "change" : ""}" type="button" aria-label=${isChange ? `${signed(number)}: ${title}` : title} title=${title} @click=${() => this.#ask(which, title)}>${isChange ? signed(number) : count(number)}</button>`;
  }

  async #ask(which: Which, title: string): Promise<void> {
    this.asked = { which, title };
    await this.updateComplete;
    this.dialog.show();
  }

  static override styles = [controls, outcomeStyles];
}

/** The first few names. */
function named(properties: readonly string[]): string {
  const most = 5;
  return properties.slice(0, most).join(", ") + (properties.length > most ? " …" : "");
}

function sum(counts: readonly { count: number }[]): number {
  return counts.reduce((all, one) => all + one.count, 0);
}

function signed(by: number): string {
  return by === 0 ? "·" : `${by > 0 ? "+" : "−"}${count(Math.abs(by))}`;
}

function stageName(stages: Lifecycle["stages"], id: string | null): string {
  if (id === null) return t("outcome-rest", { what: "without" });
  return stages.find((stage) => stage.id === id)?.label || id;
}
