/** What was found of a contact, in words, and its parts: nested tests, items of a list, occurrences with their times. Closed until asked for. */
import type { Evidence, LedgerCriterion } from "leadscore";
import { css, html, nothing, type TemplateResult } from "lit";
import { instant } from "../../text/instants.ts";
import { language, t } from "../../text/language.ts";
import { signedPoints } from "../../text/points.ts";
import { evidenceSentence, missingSentence, type About, type LabelOf } from "../../text/sentences.ts";
import { icons } from "../icons.ts";

/** Deeper nesting than anybody reads. */
const deepest = 8;

/** What sentences are made with: words for properties, and the criterion that the evidence is about. */
interface Words {
  labelOf: LabelOf;
  about?: About | undefined;
}

/** In English the package has the words itself. */
export function foundSentence(evidence: Evidence, { labelOf, about }: Words): string {
  return language() === "en" ? evidence.text : evidenceSentence(evidence, labelOf, about);
}

/** What it would take to meet a criterion; empty if it is met. In English the evidence of a single test says it already. */
export function wantedSentence({ met, enabled, evidence, missing }: LedgerCriterion, { labelOf, about }: Words): string {
  if (met || !enabled) return "";
  if (language() !== "en") return missingSentence(evidence, labelOf, about);
  return evidence.test === "property" ? "" : missing.join("; ");
}

export function evidenceDetails(evidence: Evidence, { labelOf }: Words): TemplateResult | typeof nothing {
  if ("parts" in evidence && evidence.parts.length > 0) {
    return details(t("ledger-tests", { count: countTests(evidence) }), html`<ul class="parts">${evidence.parts.map((part) => partOf(part, labelOf, 1))}</ul>`);
  }
  if (evidence.test === "value" && evidence.items.length > 1) {
    return details(
      t("ledger-values", { count: evidence.items.length }),
      html`<ul class="lines">${evidence.items.map(({ item, points, listed }) => line(listed ? item : html`${item} <i>${t("ledger-not-listed")}</i>`, signedPoints(points)))}</ul>`,
    );
  }
  if (evidence.test === "occurrences" && evidence.occurrences.length > 0) {
    const { occurrences, count } = evidence;
    return details(
      occurrences.length < count ? t("ledger-latest", { shown: occurrences.length, count }) : t("ledger-occurrences", { count }),
      html`<ul class="lines">${occurrences.map(({ time, points }) => line(instant(time), points === undefined ? "" : signedPoints(points)))}</ul>`,
    );
  }
  return nothing;
}

function details(summary: string, content: TemplateResult): TemplateResult {
  return html`<details><summary>${summary}</summary>${content}</details>`;
}

function line(what: string | TemplateResult, points: string): TemplateResult {
  return html`<li class="quiet"><span>${what}</span><span class="number">${points}</span></li>`;
}

function partOf(part: Evidence, labelOf: LabelOf, depth: number): TemplateResult {
  const nested = "parts" in part && part.parts.length > 0 && depth < deepest;
  return html`<li class=${part.met ? "part-met" : "part-not"}>
    <span class="part">
      ${part.met ? icons.check : icons.dash}<span>${foundSentence(part, { labelOf })}<span class="unseen">, ${t("ledger-state", { state: part.met ? "met" : "not-met" })}</span></span>
    </span>
    ${nested ? html`<ul class="parts">${part.parts.map((inner) => partOf(inner, labelOf, depth + 1))}</ul>` : nothing}
  </li>`;
}

function countTests(evidence: Evidence): number {
  return "parts" in evidence ? evidence.parts.reduce((total, part) => total + countTests(part), 0) : 1;
}

export const evidenceStyles = css`
  details {
    margin-top: 2px;
  }

  summary {
    width: fit-content;
    border-radius: 2px;
    color: var(--accent);
    cursor: pointer;
  }

  .parts .parts {
    padding-left: var(--space-4);
  }

  .part {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: var(--space-2);
    padding: 1px 0;
    color: var(--text-quiet);
  }

  .part svg {
    width: 0.75rem;
    height: 0.75rem;
    margin-top: 0.25rem;
  }

  .part-met > .part svg {
    color: var(--good);
  }

  .part-met > .part {
    color: var(--text);
  }

  .lines li {
    display: flex;
    justify-content: space-between;
    gap: var(--space-3);
    font-variant-numeric: tabular-nums;
  }
`;
