/** One finding: what was found, in a sentence, and what can be done about it. Each thing that is done is one step to undo. */
import type { CriterionPlace } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { icons } from "../../components/icons.ts";
import { SessionElement } from "../../components/page-element.ts";
import { fromPointer, list, type Path } from "../../editing/document.ts";
import { controls } from "../../styles/controls.ts";
import { contacts, count, listed } from "../../text/counts.ts";
import { diagnosticDetail, diagnosticText } from "../../text/diagnostics.ts";
import { t } from "../../text/language.ts";
import { signedPoints } from "../../text/points.ts";
import { eventLabel, propertyLabels } from "../../text/sentences.ts";
import { clip } from "../../text/clip.ts";
import type { Finding, LimitPlace } from "./findings.ts";
import { asWholeWord, criterionAt, declaringUnknown, type Mend } from "./mending.ts";
import "./unruled-values.ts";

/** So many criteria of a finding can be gone to. */
const mostShown = 5;

@customElement("finding-card")
export class FindingCard extends SessionElement {
  @property({ attribute: false }) finding!: Finding;
  @property({ type: Boolean }) dismissed = false;

  override render(): TemplateResult {
    return html`
      <div class="what">
        <p class="sentence">${this.#sentence(this.finding)}</p>
        ${this.#details(this.finding)}
        <p class="actions">${this.#actions(this.finding)}</p>
      </div>
      <button class="button icon plain" type="button" aria-label=${t(this.dismissed ? "finding-bring-back" : "finding-dismiss")} title=${t(this.dismissed ? "finding-bring-back" : "finding-dismiss")} @click=${this.#toggle}>
        ${this.dismissed ? icons.undo : icons.cross}
      </button>
    `;
  }

  // What was found

  #sentence(finding: Finding): string {
    const name = (place: CriterionPlace): string => this.#nameOf(place);
    switch (finding.kind) {
      case "warning":
        return diagnosticText(finding.diagnostic);
      case "missing":
        return finding.what === "property" ? t("finding-missing-property", { property: this.#property(finding.name) }) : t("finding-missing-event", { event: eventLabel(clip(finding.name, 80)) });
      case "unreadable":
        return t("finding-unreadable", { property: this.#property(finding.property), needed: finding.needed, count: finding.contacts });
      case "never":
        return t("finding-never", { criterion: name(finding) });
      case "always":
        return t("finding-always", { criterion: name(finding), contacts: contacts(finding.contacts) });
      case "same":
        return t("finding-same", { criterion: name(finding), other: name(finding.other), contacts: contacts(finding.contacts) });
      case "limit":
        return t("finding-limit", { of: finding.of, name: this.#limited(finding.place), contacts: contacts(finding.contacts), points: signedPoints(finding.lost) });
      case "inside":
        return t("finding-inside", { operand: clip(finding.operand, 80), property: this.#property(finding.property, finding.event), criterion: name(finding), count: finding.contacts, what: finding.event === undefined ? "contacts" : "events" });
      case "unruled":
        return t("finding-unruled", { property: this.#property(finding.property, finding.event), distinct: finding.distinct, found: finding.event === undefined ? contacts(finding.contacts) : t("events-found", { count: finding.contacts }) });
      case "placeholder":
        return t("finding-placeholder", { value: clip(finding.value, 80), properties: this.#several(finding.properties.map((one) => this.#property(one))), contacts: contacts(finding.contacts) });
    }
  }

  #details(finding: Finding): TemplateResult | typeof nothing {
    switch (finding.kind) {
      case "warning": {
        const detail = diagnosticDetail(finding.diagnostic);
        return html`<p class="quiet small"><span class="code">${clip(finding.diagnostic.path, 120) || "/"}</span>${detail === undefined ? nothing : html` <span lang="en">${detail}</span>`}</p>`;
      }
      case "unreadable":
        return html`<p class="quiet">${t("finding-such-as", { values: this.#several(finding.examples.map((one) => t("quoted", { text: clip(one, 60) }))) })}</p>`;
      case "missing":
        return finding.criteria.length === 0 ? nothing : html`<p class="quiet">${t("finding-used-by", { criteria: this.#several(finding.criteria.map((place) => this.#nameOf(place))) })}</p>`;
      case "inside":
        return html`<ul class="values">${finding.values.slice(0, 8).map(({ value, count: times }) => html`<li><span class="cut">${clip(value, 120)}</span><span class="quiet number">${count(times)}</span></li>`)}</ul>`;
      case "unruled":
        return html`<unruled-values .finding=${finding}></unruled-values>`;
      default:
        return nothing;
    }
  }

  // What can be done

  #actions(finding: Finding): TemplateResult[] {
    switch (finding.kind) {
      case "warning":
        return [this.#show(t("finding-show"), fromPointer(finding.diagnostic.path))];
      case "missing":
      case "unruled":
        return finding.criteria.slice(0, mostShown).flatMap((place) => this.#showCriterion(place, finding.criteria.length > 1));
      case "unreadable":
        return [html`<button class="button plain" type="button" @click=${() => this.session.show("data")}>${t("finding-show-data")}</button>`];
      case "never":
      case "always":
        return this.#showCriterion(finding, false);
      case "same":
        return [...this.#showCriterion(finding, true), ...this.#showCriterion(finding.other, true)];
      case "limit": {
        const path = this.#pathOf(finding.place);
        return path === undefined ? [] : [this.#show(t("finding-show"), path)];
      }
      case "inside": {
        const mend = asWholeWord(finding, this.session.editor.document, this.state.contacts?.report.columns);
        const button = mend === undefined ? [] : [this.#mend(t("finding-whole-words"), mend, { key: "step-health", args: { what: "words", value: clip(finding.operand, 60) } })];
        return [...button, ...this.#showCriterion(finding, false)];
      }
      case "placeholder":
        return [this.#mend(t("finding-declare"), declaringUnknown(finding.value, this.session.editor.document), { key: "step-health", args: { what: "unknown", value: clip(finding.value, 60) } })];
    }
  }

  #show(label: string, path: Path): TemplateResult {
    return html`<button class="button plain" type="button" @click=${() => this.session.reveal(path)}>${label}</button>`;
  }

  #showCriterion(place: CriterionPlace, named: boolean): TemplateResult[] {
    const [path] = criterionAt(this.session.editor.document, place) ?? [];
    if (path === undefined) return [];
    return [this.#show(named ? t("finding-show-named", { criterion: this.#nameOf(place) }) : t("finding-show-criterion"), path)];
  }

  #mend(label: string, mend: Mend, step: { key: string; args: Record<string, string> }): TemplateResult {
    return html`<button class="button" type="button" ?disabled=${this.session.editor.fault !== undefined} @click=${() => this.session.editor.setAll(mend, step)}>${label}</button>`;
  }

  #toggle(): void {
    this.dispatchEvent(new Event(this.dismissed ? "bring-back" : "dismiss"));
  }

  // What things are called

  #nameOf(place: CriterionPlace): string {
    const [, criterion] = criterionAt(this.session.editor.document, place) ?? [];
    return clip(criterion?.label?.trim() || place.criterion, 80);
  }

  #property(name: string, event?: string): string {
    if (event !== undefined) return t("property-of-event", { property: t("event-property", { property: name, written: clip(name, 60) }), event: eventLabel(clip(event, 60)) });
    return clip(propertyLabels(this.session.editor.document, this.state.contacts?.report.columns)(name), 80);
  }

  #limited({ score, group, criterion }: LimitPlace): string {
    if (criterion !== undefined) return this.#nameOf({ score, criterion });
    const part = list(this.session.editor.document.scores).find(({ id }) => id === score);
    const inside = group === undefined ? part : list(part?.groups).find(({ id }) => id === group);
    return clip(inside?.label?.trim() || (group ?? score), 80);
  }

  #pathOf({ score, group, criterion }: LimitPlace): Path | undefined {
    const { document } = this.session.editor;
    if (criterion !== undefined) return criterionAt(document, { score, criterion })?.[0];
    const s = list(document.scores).findIndex(({ id }) => id === score);
    if (s < 0 || group === undefined) return s < 0 ? undefined : ["scores", s];
    const g = list(list(document.scores)[s]?.groups).findIndex(({ id }) => id === group);
    return g < 0 ? undefined : ["scores", s, "groups", g];
  }

  #several(all: readonly string[]): string {
    const shown = all.slice(0, 6);
    return all.length > shown.length ? t("and-more", { items: shown.join(", "), count: all.length - shown.length }) : listed(shown);
  }

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: start;
        gap: var(--space-2);
        padding: var(--space-3) var(--space-2) var(--space-2) var(--space-4);
        overflow-wrap: anywhere;
      }

      .what {
        display: grid;
        gap: var(--space-1);
        min-width: 0;
      }

      .sentence {
        max-width: 52rem;
        font-weight: 550;
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-2);
      }

      .actions:empty {
        display: none;
      }

      .button:not(.icon) {
        min-height: 2rem;
        white-space: normal;
      }

      .actions .plain:first-child {
        margin-left: calc(-1 * var(--space-3));
      }

      .values {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1) var(--space-2);
      }

      .values li {
        display: flex;
        gap: var(--space-2);
        max-width: 100%;
        padding: 2px var(--space-2);
        border-radius: var(--radius-small);
        background: var(--surface-sunken);
      }
    `,
  ];
}
