/**
 * What is known of the lines beside what stands in the document: numbers over all contacts, and what diagnostics say. In: the worker's answers. Out:
 * both by the keys of lines.
 */
import type { Diagnostic, Insights } from "leadscore";
import { fromPointer, pointer } from "../../../editing/document.ts";
import { diagnosticText } from "../../../text/diagnostics.ts";
import { difference } from "../../../text/points.ts";
import { rulesOf, type RuleLine, type ScoreLine } from "./lines.ts";
import type { Finding } from "./movable-line.ts";

export interface Numbers {
  sum: number;
  /** How many meet it: of criteria. */
  met?: number;
  /** How many contacts its limit changes, and how many points that takes: of groups and scores. */
  limited: number;
  taken: number;
}

export function numbersOf(scores: readonly ScoreLine[], insights: Insights | null | undefined): Map<string, Numbers> {
  const numbers = new Map<string, Numbers>();
  const known = new Map(insights?.scores.map((score) => [score.id, score]));
  for (const line of scores) {
    const score = known.get(line.score.id ?? "");
    if (score === undefined) continue;
    numbers.set(line.key, ofHeading(score));
    const groups = new Map(score.groups.map((group) => [group.id, group]));
    const criteria = new Map(score.groups.flatMap((group) => group.criteria.map((criterion) => [criterion.id, criterion])));
    for (const group of line.groups) {
      const about = groups.get(group.group.id ?? "");
      if (about !== undefined) numbers.set(group.key, ofHeading(about));
      for (const { key, criterion } of group.criteria) {
        const one = criteria.get(criterion.id ?? "");
        if (one !== undefined) numbers.set(key, { sum: one.points, met: one.met, limited: one.limited, taken: difference(one.points, one.before_limit) });
      }
    }
  }
  return numbers;
}

function ofHeading({ points, before_limit, limited }: { points: number; before_limit: number; limited: number }): Numbers {
  return { sum: points, limited, taken: difference(points, before_limit) };
}

/** Each finding at the innermost line that it is about. */
export function findingsOf(scores: readonly ScoreLine[], diagnostics: readonly Diagnostic[]): Map<string, Finding> {
  const findings = new Map<string, Finding>();
  if (diagnostics.length === 0) return findings;
  const lines = new Map<string, RuleLine>();
  for (const line of rulesOf(scores)) lines.set(pointer(line.path), line);
  for (const diagnostic of diagnostics) {
    const { path, severity } = diagnostic;
    const place = fromPointer(path);
    const line = [6, 4, 2].map((length) => lines.get(pointer(place.slice(0, length)))).find((one) => one !== undefined);
    if (line === undefined) continue;
    findings.set(line.key, together(findings.get(line.key), { count: 1, severity, first: diagnosticText(diagnostic) }));
  }
  return findings;
}

/** What is said of a line and, where they cannot be seen, of those in it. */
export function findingOf(line: RuleLine, isFolded: boolean, findings: ReadonlyMap<string, Finding>): Finding | undefined {
  if (!isFolded || line.kind === "criterion") return findings.get(line.key);
  let all: Finding | undefined;
  const lines = line.kind === "score" ? rulesOf([line]) : [line, ...line.criteria];
  for (const { key } of lines) {
    const one = findings.get(key);
    if (one !== undefined) all = together(all, one);
  }
  return all;
}

function together(known: Finding | undefined, one: Finding): Finding {
  if (known === undefined) return one;
  const severity = known.severity === "error" || one.severity === "error" ? "error" : "warning";
  const first = known.severity !== "error" && one.severity === "error" ? one.first : known.first;
  return { count: known.count + one.count, severity, first };
}
