/** What was changed in the rules, part by part. In: two texts. What is there now can be gone to, where it is edited. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { SessionElement } from "../../components/page-element.ts";
import { criteriaOf, list, type Path, type RulesetDocument } from "../../editing/document.ts";
import { parse } from "../../editing/ruleset-text.ts";
import { controls } from "../../styles/controls.ts";
import { t } from "../../text/language.ts";
import { propertyLabels } from "../../text/sentences.ts";
import { clip } from "../../text/clip.ts";
import { changeWords } from "./change-words.ts";
import { ruleChanges, type Change, type PartIds, type RuleChange } from "./rule-changes.ts";

/** So many are shown at first. */
const some = 50;
/** So many values and ranges of one part. */
const mostChanges = 20;

@customElement("rule-changes-list")
export class RuleChangesList extends SessionElement {
  @property({ attribute: false }) from = "";
  @property({ attribute: false }) to = "";
  @state() private shown = some;
  #changes: RuleChange[] | undefined = [];
  #document: RulesetDocument = {};

  /** Undefined where one of the texts is no JSON. */
  get changes(): readonly RuleChange[] | undefined {
    return this.#changes;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("from") && !changed.has("to")) return;
    this.#document = parse(this.to).document ?? {};
    this.#changes = changesBetween(this.from, this.to);
    this.shown = some;
  }

  override render(): TemplateResult {
    const changes = this.#changes;
    if (changes === undefined) return html`<p class="quiet">${t("rule-changes-unreadable")}</p>`;
    if (changes.length === 0) return html`<p class="quiet">${t(this.from === this.to ? "rule-changes-none" : "rule-changes-spelling")}</p>`;
    const more = changes.length - this.shown;
    return html`
      <ul>${changes.slice(0, this.shown).map((change) => this.#part(change))}</ul>
      ${more > 0 ? html`<button class="button plain" type="button" @click=${() => (this.shown += some)}>${t("show-more", { count: Math.min(more, some) })}</button>` : nothing}
    `;
  }

  #part({ part, state: is, ids, name, within, changes }: RuleChange): TemplateResult {
    const path = placeOf(ids, this.session.editor.document);
    const label = clip(name, 120) || t("change-part", { part });
    return html`<li>
      <p class="head">
        <span class="state ${is}">${t("change-state", { state: is })}</span>
        <span class="name">${
          path === undefined ? html`<b>${label}</b>` : html`<button type="button" @click=${() => this.session.reveal(path)}>${label}</button>`
        }</span>
        <span class="quiet small">${[t("change-part", { part }), ...within.map((one) => clip(one, 80))].join(" · ")}</span>
      </p>
      ${changes.length === 0 ? nothing : html`<dl>${changes.slice(0, mostChanges).map((change) => this.#change(change))}</dl>`}
      ${changes.length > mostChanges ? html`<p class="quiet small">${t("change-more", { count: changes.length - mostChanges })}</p>` : nothing}
    </li>`;
  }

  #change(change: Change): TemplateResult {
    const labelOf = propertyLabels(this.#document, this.state.contacts?.report.columns);
    const { what, before, after } = changeWords(change, labelOf);
    return html`<div>
      <dt>${what}</dt>
      <dd>
        ${before === undefined ? nothing : html`<del><span class="unseen">${t("was")}: </span>${before}</del>`}
        ${before !== undefined && after !== undefined ? html`<span class="arrow" aria-hidden="true">→</span>` : nothing}
        ${after === undefined ? nothing : html`<ins><span class="unseen">${t("is-now")}: </span>${after}</ins>`}
      </dd>
    </div>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }

      li {
        display: grid;
        gap: var(--space-1);
        padding: var(--space-3) 0;
        overflow-wrap: anywhere;
      }

      li + li {
        border-top: 1px solid var(--line);
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 var(--space-2);
      }

      .state {
        padding: 0 var(--space-2);
        border-radius: var(--radius-round);
        background: var(--surface-sunken);
        color: var(--text-quiet);
        font-size: var(--size-small);
        font-weight: 600;
      }

      .state.added {
        background: var(--good-soft);
        color: var(--good);
      }

      .state.removed {
        background: var(--bad-soft);
        color: var(--bad);
      }

      .name {
        min-width: 0;
      }

      .name button {
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
        font-weight: 600;
        text-align: left;
        text-decoration: underline;
        text-decoration-color: transparent;
        overflow-wrap: anywhere;
        cursor: pointer;
      }

      .name button:hover {
        text-decoration-color: currentcolor;
      }

      dl {
        display: grid;
        gap: 2px;
      }

      dl div {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-2);
      }

      dt {
        color: var(--text-quiet);
      }

      dd {
        min-width: 0;
        font-variant-numeric: tabular-nums;
      }

      del {
        color: var(--text-quiet);
        text-decoration-color: var(--bad);
      }

      ins {
        font-weight: 550;
        text-decoration: none;
      }

      .arrow {
        color: var(--text-quiet);
      }
    `,
  ];
}

/** Undefined where one of the texts is no JSON. */
export function changesBetween(before: string, after: string): RuleChange[] | undefined {
  if (before === after) return [];
  const [earlier, later] = [parse(before).document, parse(after).document];
  return earlier === undefined || later === undefined ? undefined : ruleChanges(earlier, later);
}

/** Where a part is in the rules as they are now, if it is there. */
function placeOf({ score, group, criterion, bands, property, stage, list: named, workflow }: PartIds, document: RulesetDocument): Path | undefined {
  const below = (path: Path, all: readonly { id?: string }[] | undefined, id: string): Path | undefined => {
    const at = list(all).findIndex((one) => one.id === id);
    return at < 0 ? undefined : [...path, at];
  };
  if (stage === "") return document.lifecycle === undefined ? undefined : ["lifecycle"];
  if (stage !== undefined) return below(["lifecycle", "stages"], document.lifecycle?.stages, stage);
  if (named !== undefined) return below(["lists"], document.lists, named);
  if (workflow !== undefined) return below(["workflows"], document.workflows, workflow);
  if (property !== undefined) return Object.hasOwn(document.properties ?? {}, property) ? ["properties", property] : undefined;
  if (bands !== undefined) {
    const at = list(document.bands).findIndex((set) => (set.score ?? set.id) === bands);
    return at < 0 ? undefined : ["bands", at];
  }
  if (criterion !== undefined) {
    for (const one of criteriaOf(document)) if (one.score.id === score && one.criterion.id === criterion) return one.path;
    return undefined;
  }
  if (score === undefined) return [];
  const s = list(document.scores).findIndex(({ id }) => id === score);
  if (s < 0 || group === undefined) return s < 0 ? undefined : ["scores", s];
  const g = list(list(document.scores)[s]?.groups).findIndex(({ id }) => id === group);
  return g < 0 ? undefined : ["scores", s, "groups", g];
}
