/**
 * The operators of property tests as a form needs them: which operand each takes, and which suit a kind of column. What an operator means
 * is the package's business. Pure.
 */
import type { ColumnReport } from "leadscore";
import { typedNumber } from "../../../text/numbers.ts";

export type ColumnKind = ColumnReport["kind"];

/** What stands behind an operator. */
export type Operand = "none" | "texts" | "scalars" | "number" | "days" | "time" | "range";

const takes: Record<string, Operand> = {
  is_known: "none",
  is_unknown: "none",
  is_equal_to: "scalars",
  is_not_equal_to: "scalars",
  is_any_of: "texts",
  is_none_of: "texts",
  contains: "texts",
  does_not_contain: "texts",
  contains_word: "texts",
  does_not_contain_word: "texts",
  starts_with: "texts",
  ends_with: "texts",
  matches_regex: "texts",
  contains_all: "texts",
  does_not_contain_all: "texts",
  is_exactly: "texts",
  is_not_exactly: "texts",
  is_greater_than: "number",
  is_greater_than_or_equal_to: "number",
  is_less_than: "number",
  is_less_than_or_equal_to: "number",
  is_between: "range",
  is_not_between: "range",
  is_before: "time",
  is_after: "time",
  is_less_than_x_days_ago: "days",
  is_more_than_x_days_ago: "days",
  is_less_than_x_days_from_now: "days",
  is_more_than_x_days_from_now: "days",
};

export const operators: readonly string[] = Object.keys(takes);

const known = ["is_known", "is_unknown"];
const comparisons = ["is_greater_than", "is_greater_than_or_equal_to", "is_less_than", "is_less_than_or_equal_to", "is_between", "is_not_between"];
const times = operators.filter((one) => /_(before|after)$|_x_days_/.test(one));
const lists = ["is_any_of", "is_none_of", "contains_all", "does_not_contain_all", "is_exactly", "is_not_exactly"];
const equality = ["is_equal_to", "is_not_equal_to"];
const searches = ["contains_word", "does_not_contain_word", "contains", "does_not_contain", "starts_with", "ends_with", "matches_regex"];

const suited: Record<ColumnKind, readonly string[]> = {
  text: ["is_any_of", "is_none_of", ...searches, ...equality, ...known],
  number: [...comparisons, ...equality, ...known],
  boolean: [...equality, ...known],
  time: [...times, "is_between", "is_not_between", ...known],
  list: [...lists, ...known],
  empty: known,
};

/** Those that suit a kind, and then the others. */
export function operatorsFor(kind: ColumnKind | undefined): { suited: readonly string[]; others: readonly string[] } {
  const first = suited[kind ?? "text"];
  return { suited: first, others: operators.filter((one) => !first.includes(one)) };
}

/** Undefined for what is no operator. */
export function operandOf(operator: string | undefined): Operand | undefined {
  return operator === undefined ? undefined : takes[operator];
}

/** The operand for another operator, made of the one that was there as far as it goes. */
export function converted(operand: unknown, to: Operand, kind: ColumnKind | undefined): unknown {
  const parts = (Array.isArray(operand) ? operand : [operand]).filter((one) => ["string", "number"].includes(typeof one));
  const numbers = parts.flatMap((one) => (typeof one === "number" ? [one] : (typedNumber(String(one)) ?? [])));
  switch (to) {
    case "none":
      return true;
    case "texts":
      return oneOrList(parts.map(String));
    case "scalars":
      return kind === "boolean" ? operand !== false && operand !== "false" : scalars(parts.map(String), kind === "number");
    case "number":
      return numbers[0] ?? 0;
    case "days":
      return Math.max(0, Math.round(numbers[0] ?? 30));
    case "time":
      return parts.find((one) => typeof one === "string" && isTime(one)) ?? "";
    case "range":
      return kind === "time" ? pair(parts.filter((one) => typeof one === "string" && isTime(one)), "") : pair(numbers, 0);
  }
}

function pair<T>(found: T[], empty: T): [T, T] {
  return [found[0] ?? empty, found[1] ?? found[0] ?? empty];
}

export function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\d/.test(text.trim());
}

/** Texts, or numbers where they are wanted and all of them are. */
export function scalars(texts: readonly string[], asNumbers: boolean): unknown {
  const numbers = texts.map(typedNumber);
  return oneOrList(asNumbers && numbers.every((one) => one !== undefined) ? numbers : texts);
}

/** One operand stands by itself. */
export function oneOrList(operands: readonly unknown[]): unknown {
  return operands.length === 1 ? operands[0] : operands;
}

/** An operand as texts to be edited one by one. */
export function asTexts(operand: unknown): string[] {
  const parts = Array.isArray(operand) ? operand : operand === undefined ? [] : [operand];
  return parts.map((one) => (typeof one === "string" ? one : JSON.stringify(one) ?? ""));
}
