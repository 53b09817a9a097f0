/** A change of the rules in words. In: what is different, as the documents have it. Out: what it is about, how it was, how it is. */
import { list, type BandRange, type Criterion, type Decay, type Filter, type Limit, type Workflow, type WorkflowAction } from "../../editing/document.ts";
import { listed } from "../../text/counts.ts";
import { t } from "../../text/language.ts";
import { limit, points, signedPoints } from "../../text/points.ts";
import { criterionSentence, filterSentence, type LabelOf } from "../../text/sentences.ts";
import { clip } from "../../text/clip.ts";
import { actionKind } from "../lifecycle/parts.ts";
import type { Change } from "./matching.ts";

export interface ChangeWords {
  what: string;
  /** Absent where there was nothing, or where `what` says it all. */
  before?: string;
  after?: string;
}

export function changeWords({ aspect, subject = "", before, after }: Change, labelOf: LabelOf): ChangeWords {
  const what = t("change-what", { aspect, subject: clip(subject, 80) });
  const word = wording(aspect, labelOf);
  if (word === undefined) return { what };
  return { what, ...(before === undefined ? {} : { before: word(before) }), ...(after === undefined ? {} : { after: word(after) }) };
}

/** How values of an aspect are written; undefined where the change needs none. */
function wording(aspect: Change["aspect"], labelOf: LabelOf): ((value: unknown) => string) | undefined {
  switch (aspect) {
    case "muted":
    case "unmuted":
    case "order":
    case "other":
    case "off":
    case "on":
      return undefined;
    case "points":
    case "value":
    case "default":
      return (value) => (typeof value === "number" ? signedPoints(value) : written(value));
    case "condition":
    case "award":
      return (value) => criterionSentence(value as Criterion, labelOf);
    case "range-when":
    case "filter":
      return (value) => filterSentence(value as Filter, labelOf);
    case "list":
    case "goal":
      return (value) => (typeof value === "string" ? clip(labelOf(value, "list"), 80) : written(value));
    case "suppress":
      return (value) => (Array.isArray(value) ? listed(value.slice(0, 12).map((one) => (typeof one === "string" ? clip(labelOf(one, "list"), 80) : written(one)))) : written(value));
    case "members":
      return (value) => t("list-members-count", { count: Array.isArray(value) ? value.length : 0 });
    case "enrolment":
      return enrolmentWords;
    case "actions":
      return (value) => actionsWords(value, labelOf);
    case "stage-property":
    case "since":
      return (value) => (typeof value === "string" ? clip(labelOf(value), 80) : written(value));
    case "limit":
      return limitWords;
    case "decay":
      return decayWords;
    case "rescale":
    case "range":
      return rangeWords;
    case "unknown-values":
      return (value) => (Array.isArray(value) && value.length > 0 ? listed(value.slice(0, 12).map(written)) : t("none"));
    case "name":
    case "note":
    case "group":
      return written;
  }
}

function written(value: unknown): string {
  return typeof value === "string" ? clip(value, 300) : typeof value === "number" ? points(value) : "…";
}

function enrolmentWords(value: unknown): string {
  const workflow = fields<Workflow>(value);
  const checked = (["enrol_present", "re_enrol"] as const).filter((key) => workflow[key] === true).map((key) => t("workflow-check", { key }));
  return checked.length === 0 ? t("change-enrolment-plain") : listed(checked);
}

const mostActions = 12;

function actionsWords(value: unknown, labelOf: LabelOf): string {
  const words = list(value as WorkflowAction[] | undefined).map((action) => {
    const kind = actionKind(action) ?? "unknown";
    const about = kind === "unknown" ? undefined : action[kind];
    const subject = typeof about === "string" ? clip(kind === "set" || kind === "clear" ? labelOf(about) : about, 60) : "…";
    const text = action.message ?? action.with ?? action.to;
    return t("change-action", { kind, subject, text: text === undefined ? "" : clip(typeof text === "string" ? text : JSON.stringify(text), 120) });
  });
  return words.length === 0 ? t("none") : words.slice(0, mostActions).join("; ");
}

function limitWords(value: unknown): string {
  const { min, max } = fields<Limit>(value);
  return limit({ ...(typeof min === "number" ? { min } : {}), ...(typeof max === "number" ? { max } : {}) });
}

function decayWords(value: unknown): string {
  const { percent, every_days, shape } = fields<Decay>(value);
  return t("change-decay", { percent: written(percent), days: typeof every_days === "number" ? every_days : "…", shape: shape === "compound" ? "compound" : "linear" });
}

function rangeWords(value: unknown): string {
  const { at_least, at_most, below, from, to } = fields<BandRange & { from?: number; to?: number }>(value);
  const low = at_least ?? from;
  const high = at_most ?? to;
  const bounds = `${low === undefined ? "" : "from"}${high !== undefined ? "to" : below !== undefined ? "below" : ""}`;
  return t("change-range", { bounds: bounds || "any", low: written(low), high: written(high ?? below) });
}

function fields<T>(value: unknown): Partial<T> {
  return value !== null && typeof value === "object" ? (value as Partial<T>) : {};
}
