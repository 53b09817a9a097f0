/** A criterion as one of another kind, keeping what can be kept. In: its document. Out: another document. Undoing brings back what could not. */
import { kindOf, list, type Criterion, type CriterionKind, type Filter } from "../../../editing/document.ts";
import { asTexts } from "./operators.ts";

const common = ["id", "label", "note", "enabled"] as const;
const after = ["limit", "decay"] as const;

export function asKind(criterion: Criterion, kind: CriterionKind): Criterion {
  if (kindOf(criterion) === kind && isWhole(criterion, kind)) return criterion;
  return { ...picked(criterion, common), ...bodies[kind](criterion), ...picked(criterion, after), ...sinceOf(criterion, kind) };
}

function isWhole({ when, values, event }: Criterion, kind: CriterionKind): boolean {
  return kind === "condition" ? when !== undefined : kind === "by_value" ? values !== undefined : event !== undefined;
}

const bodies: Record<CriterionKind, (criterion: Criterion) => Criterion> = {
  condition: (criterion) => ({ when: filterOf(criterion), points: pointsOf(criterion) }),
  by_value: (criterion) => {
    const { when, property } = criterion;
    const named = when?.property ?? property ?? firstProperty(when) ?? "";
    const operand = when?.["is_any_of"] ?? when?.["is_equal_to"] ?? when?.["is_exactly"];
    const values = asTexts(operand).map((text) => [text, pointsOf(criterion)] as const);
    return { property: named, values: Object.fromEntries(values) };
  },
  by_event: (criterion) => {
    const { event, where, within_days } = firstEvent(criterion.when) ?? {};
    return {
      event: event ?? "page_view",
      ...(where === undefined ? {} : { where }),
      ...(within_days === undefined ? {} : { within_days }),
      points: pointsOf(criterion),
    };
  },
};

function filterOf({ property, values, event, where, within_days }: Criterion): Filter {
  if (values !== undefined && values !== null) {
    const texts = Object.keys(values);
    return texts.length === 0 ? { property: property ?? "", is_known: true } : { property: property ?? "", is_any_of: texts };
  }
  if (event !== undefined) return { event, ...(where === undefined ? {} : { where }), ...(within_days === undefined ? {} : { within_days }) };
  return { property: property ?? "", is_known: true };
}

/** The points, or the most of several. */
export function pointsOf({ points, values, frequency }: Criterion): number {
  if (typeof points === "number") return points;
  const several = [...Object.values(values ?? {}), ...list(frequency).map((range) => range.points)].filter((one) => typeof one === "number");
  return several.length === 0 ? 0 : several.reduce((most, one) => Math.max(most, one));
}

function sinceOf({ since }: Criterion, kind: CriterionKind): Criterion {
  return kind === "by_event" || since === undefined ? {} : { since };
}

function firstEvent(filter: Filter | undefined): Filter | undefined {
  return typeof filter?.event === "string" ? filter : (filter?.all ?? filter?.any)?.find?.((part) => typeof part?.event === "string");
}

function firstProperty(filter: Filter | undefined): string | undefined {
  return (filter?.all ?? filter?.any)?.find?.((part) => typeof part?.property === "string")?.property;
}

function picked(criterion: Criterion, keys: readonly (keyof Criterion)[]): Criterion {
  return Object.fromEntries(keys.flatMap((key) => (criterion[key] === undefined ? [] : [[key, criterion[key]]])));
}
