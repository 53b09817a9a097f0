/** Which lines are looked for: by words in what is written in a criterion, and by what is known of it. */
import { criterionSentence, type LabelOf } from "../../../text/sentences.ts";
import { locale } from "../../../text/language.ts";
import type { Criterion } from "../../../editing/document.ts";
import type { Numbers } from "./facts.ts";
import { rulesOf, type RuleLine, type ScoreLine } from "./lines.ts";
import type { Finding } from "./movable-line.ts";

export const wishes = ["findings", "muted", "never"] as const;

export type Wish = (typeof wishes)[number];

export interface Sought {
  words: string;
  only: ReadonlySet<Wish>;
}

/** What is known of the lines. */
export interface Known {
  numbers: ReadonlyMap<string, Numbers>;
  findings: ReadonlyMap<string, Finding>;
  labelOf: LabelOf;
}

export interface Found {
  /** Those that fit, with everything above them. */
  keys: Set<string>;
  count: number;
}

/** Undefined if nothing is looked for. */
export function search(
  scores: readonly ScoreLine[],
  { words, only }: Sought,
  { numbers, findings, labelOf }: Known,
): Found | undefined {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0 && only.size === 0) return undefined;
  const found: Found = { keys: new Set(), count: 0 };
  for (const line of rulesOf(scores)) {
    if (![...only].every((wish) => fits(line, wish, numbers, findings))) continue;
    const text = wanted.length === 0 ? "" : textOf(line, labelOf);
    if (!wanted.every((word) => text.includes(word))) continue;
    found.count++;
    for (let up: RuleLine | undefined = line; up !== undefined; up = up.parent) found.keys.add(up.key);
  }
  return found;
}

export function fits(line: RuleLine, wish: Wish, numbers: ReadonlyMap<string, Numbers>, findings: ReadonlyMap<string, Finding>): boolean {
  if (wish === "findings") return findings.has(line.key);
  if (line.kind !== "criterion") return false;
  return wish === "muted" ? line.criterion.enabled === false : numbers.get(line.key)?.met === 0;
}

const texts = new WeakMap<object, { locale: string; labelOf: LabelOf; text: string }>();

/** Everything in which a word may stand; made once for each version of a criterion. */
function textOf(line: RuleLine, labelOf: LabelOf): string {
  if (line.kind !== "criterion") return plain(line.name);
  const known = texts.get(line.criterion);
  if (known?.locale === locale() && known.labelOf === labelOf) return known.text;
  const { note = "", ...rest } = line.criterion;
  const text = plain([line.name, note, criterionSentence(line.criterion, labelOf), ...textsIn(rest as Criterion)].join("\n"));
  texts.set(line.criterion, { locale: locale(), labelOf, text });
  return text;
}

/** Properties, events, values: every text in a document that is not deeper than people write, and the keys of its tables. */
function textsIn(value: unknown, depth: number = 0): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object" || depth > 64) return typeof value === "number" ? [String(value)] : [];
  const inside = Object.values(value).flatMap((one) => textsIn(one, depth + 1));
  const table = (value as Criterion).values;
  return table !== null && typeof table === "object" ? [...Object.keys(table), ...inside] : inside;
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/[\p{Mark}\p{Bidi_Control}]/gu, "").toLowerCase();
}
