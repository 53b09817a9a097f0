/** The lines of the tree as elements. In: a line, and what is known of all of them. Out: a template; what a line looks like is in its element. */
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../../../text/language.ts";
import type { LabelOf } from "../../../text/sentences.ts";
import type { Edge } from "./dropping.ts";
import { findingOf, type Numbers } from "./facts.ts";
import type { CriterionLine, GroupLine, ScoreLine, SideLine } from "./lines.ts";
import type { Finding } from "./movable-line.ts";
import "../bands/score-bands.ts";
import "./criterion-line.ts";
import "./heading-line.ts";
import "./side-line.ts";

export interface Look {
  /** The line that the keyboard is at, or comes back to. */
  active: string;
  /** The one that is open beside the tree. */
  selected: string | undefined;
  /** The one that somebody wanted to see. */
  shown: string | undefined;
  /** Where something would be dropped. */
  mark: { key: string; edge: Edge } | undefined;
  locked: boolean;
  numbers: ReadonlyMap<string, Numbers>;
  findings: ReadonlyMap<string, Finding>;
  /** How many there are. */
  contacts: number;
  labelOf: LabelOf;
  isFolded: (key: string) => boolean;
}

const longestNote = 300;

export function headingLine(line: ScoreLine | GroupLine, look: Look): TemplateResult {
  const { key } = line;
  const folded = look.isFolded(key);
  const numbers = look.numbers.get(key);
  const finding = findingOf(line, folded, look.findings);
  const { limit, note } = line.kind === "score" ? line.score : line.group;
  return html`<heading-line
    role="row"
    data-key=${key}
    data-drop=${markOf(key, look)}
    class=${look.shown === key ? "shown" : ""}
    tabindex=${look.active === key ? 0 : -1}
    aria-level=${line.kind === "score" ? 1 : 2}
    aria-posinset=${line.place}
    aria-setsize=${line.of}
    aria-expanded=${!folded}
    aria-selected=${look.selected === key}
    ?active=${look.active === key}
    ?folded=${folded}
    ?locked=${look.locked}
    .kind=${line.kind}
    .name=${line.name}
    .note=${typeof note === "string" ? note.slice(0, longestNote) : ""}
    .criteria=${line.kind === "score" ? line.groups.reduce((sum, { criteria }) => sum + criteria.length, 0) : line.criteria.length}
    .limit=${objectOr(limit)}
    .decay=${line.kind === "group" ? objectOr(line.group.decay) : undefined}
    .rescaled=${line.kind === "score" && line.score.rescale !== undefined}
    .sum=${numbers?.sum}
    .limited=${numbers?.limited}
    .taken=${numbers?.taken ?? 0}
    .findings=${finding?.count ?? 0}
    .severity=${finding?.severity}
    .complaint=${finding?.first ?? ""}
  ></heading-line>`;
}

export function criterionLine(line: CriterionLine, look: Look): TemplateResult {
  const { key } = line;
  const numbers = look.numbers.get(key);
  const finding = look.findings.get(key);
  return html`<criterion-line
    role="row"
    data-key=${key}
    data-drop=${markOf(key, look)}
    class=${look.shown === key ? "shown" : ""}
    tabindex=${look.active === key ? 0 : -1}
    aria-level="3"
    aria-posinset=${line.place}
    aria-setsize=${line.of}
    aria-selected=${look.selected === key}
    ?active=${look.active === key}
    ?locked=${look.locked}
    .name=${line.name}
    .criterion=${line.criterion}
    .labelOf=${look.labelOf}
    .met=${numbers?.met}
    .sum=${numbers?.sum}
    .contacts=${look.contacts}
    .findings=${finding?.count ?? 0}
    .severity=${finding?.severity}
    .complaint=${finding?.first ?? ""}
  ></criterion-line>`;
}

export function sideLine({ key, parent }: SideLine, look: Look): TemplateResult {
  return html`<side-line
    role="row"
    data-key=${key}
    data-drop=${markOf(key, look)}
    tabindex=${look.active === key ? 0 : -1}
    aria-level=${parent.kind === "group" ? 3 : 2}
    ?locked=${look.locked}
    .name=${parent.kind === "score" ? t("rules-add-group") : t(parent.criteria.length === 0 ? "rules-add-first-criterion" : "rules-add-criterion")}
  ></side-line>`;
}

export function bandsLine({ key, name, score }: ScoreLine, look: Look): TemplateResult {
  const own = `${key} bands`;
  return html`<div class="bands" role="row" data-key=${own} data-drop=${markOf(own, look)} tabindex=${look.active === own ? 0 : -1} aria-level="2">
    <div role="gridcell"><score-bands .scoreId=${score.id ?? ""} .scoreName=${name}></score-bands></div>
  </div>`;
}

function markOf(key: string, { mark }: Look): Edge | typeof nothing {
  return mark?.key === key ? mark.edge : nothing;
}

/** A faulty document may have anything there. */
function objectOr(value: unknown): object | undefined {
  return value !== null && typeof value === "object" ? value : undefined;
}
