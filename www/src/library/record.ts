/**
 * What is kept: rulesets, their steps, their versions. In: whatever a database holds. Out: it as what it should be, or a sentence about what
 * it is instead. Knows nothing of databases.
 */
import type { Edit } from "./edits.ts";
import type { Step } from "./history.ts";

export interface RulesetRecord {
  readonly id: string;
  readonly name: string;
  /** The ruleset's JSON, which may be faulty at times. */
  readonly text: string;
  /** Milliseconds since 1970, as `changed`. */
  readonly created: number;
  readonly changed: number;
  /** Goes up by one with everything that is saved; 0 is what has never been saved. */
  readonly revision: number;
}

/** A ruleset as it is stored: its steps have numbers, see `History`. */
export interface StoredRuleset extends RulesetRecord {
  readonly first: number;
  readonly position: number;
}

export interface RulesetSummary {
  readonly id: string;
  readonly name: string;
  readonly created: number;
  readonly changed: number;
  /** Characters of text. */
  readonly length: number;
}

/** A ruleset as it was published. */
export interface Version {
  readonly ruleset: string;
  /** 1, 2, 3… */
  readonly number: number;
  readonly at: number;
  readonly note: string;
  readonly text: string;
}

/** What was found in the database and cannot be used. It is kept until the user discards it. */
export interface SetAside {
  readonly key: number;
  readonly kind: "ruleset" | "steps" | "version";
  /** The ruleset that it belongs to, as far as can be told. */
  readonly ruleset: string;
  readonly at: number;
  /** What is wrong with it. */
  readonly reason: string;
  /** What was found, as it was found. */
  readonly value: unknown;
  /** The ruleset's or the version's text, where there still is one. */
  readonly text?: string;
}

export const mostRulesets = 1_000;
export const longestText = 16 * 1024 * 1024;
export const longestName = 200;

export function summaryOf({ id, name, created, changed, text }: RulesetRecord): RulesetSummary {
  return { id, name, created, changed, length: text.length };
}

/** A name as it is kept: on one line, and not too long. */
export function tidyName(name: string): string {
  return Array.from(name.replace(/\s+/gu, " ").trim()).slice(0, longestName).join("");
}

/** What is wrong with a ruleset that was found under an id, if anything is. */
export function faultOfRuleset(value: unknown, id: string): string | undefined {
  if (!isObject(value)) return expected("a ruleset", value);
  if (value.id !== id) return `expected the ruleset ${id}, found ${show(value.id)}`;
  return (
    faultOfTexts(value, ["name", "text"]) ??
    faultOfCounts(value, ["revision", "first", "position"]) ??
    faultOfNumbers(value, ["created", "changed"]) ??
    ((value.text as string).length > longestText ? `expected at most ${longestText} characters, found ${(value.text as string).length}` : undefined)
  );
}

export function faultOfStep(value: unknown): string | undefined {
  if (!isObject(value)) return expected("a step", value);
  const { label, edits, group } = value;
  if (!isObject(label) || typeof label.key !== "string") return `expected a step's label, found ${show(label)}`;
  const args = label.args === undefined ? [] : isObject(label.args) ? Object.values(label.args) : [undefined];
  if (!args.every((argument) => typeof argument === "string" || typeof argument === "number")) return "expected texts and numbers in a step's label";
  if (group !== undefined && typeof group !== "string") return `expected a text as a step's group, found ${show(group)}`;
  if (!Array.isArray(edits) || !edits.every(isEdit)) return "expected edits with offset, removed and inserted in a step";
  return faultOfNumbers(value, ["at"]);
}

export function faultOfVersion(value: unknown, ruleset: string, number: number): string | undefined {
  if (!isObject(value)) return expected("a version", value);
  if (value.ruleset !== ruleset || value.number !== number) return `expected version ${number} of ${ruleset}, found another`;
  return faultOfTexts(value, ["note", "text"]) ?? faultOfNumbers(value, ["at"]);
}

/** The text inside something that is otherwise not what it should be. */
export function textIn(value: unknown): { text: string } | undefined {
  return isObject(value) && typeof value.text === "string" ? { text: value.text } : undefined;
}

/**
 * The steps that can be used, of all that were found for a ruleset: without a gap up to its position, and on from there. Steps that are
 * cut off by a gap or by a faulty one could not be undone or done again.
 */
export function usableSteps(found: readonly { number: number; value: unknown }[], position: number): { first: number; steps: Step[]; faulty: unknown[] } {
  const byNumber = new Map(found.map(({ number, value }) => [number, value]));
  const isUsable = (number: number): boolean => byNumber.has(number) && faultOfStep(byNumber.get(number)) === undefined;
  let first = position;
  while (isUsable(first - 1)) first--;
  let end = position;
  while (isUsable(end)) end++;
  const steps = Array.from({ length: end - first }, (_, index) => byNumber.get(first + index) as Step);
  const faulty = found.filter(({ number }) => number < first || number >= end);
  return { first, steps, faulty };
}

function isEdit(value: unknown): value is Edit {
  return isObject(value) && isCount(value.offset) && typeof value.removed === "string" && typeof value.inserted === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function faultOfTexts(value: Record<string, unknown>, keys: readonly string[]): string | undefined {
  const key = keys.find((one) => typeof value[one] !== "string");
  return key && `expected a text as ${key}, found ${show(value[key])}`;
}

function faultOfCounts(value: Record<string, unknown>, keys: readonly string[]): string | undefined {
  const key = keys.find((one) => !isCount(value[one]));
  return key && `expected a whole number from 0 as ${key}, found ${show(value[key])}`;
}

function faultOfNumbers(value: Record<string, unknown>, keys: readonly string[]): string | undefined {
  const key = keys.find((one) => !Number.isFinite(value[one]));
  return key && `expected a number as ${key}, found ${show(value[key])}`;
}

function expected(what: string, value: unknown): string {
  return `expected ${what}, found ${show(value)}`;
}

function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value.slice(0, 40)) : typeof value === "number" ? String(value) : value === null ? "null" : typeof value;
}
