/**
 * What deserves a look in a ruleset, held against the contacts. In: what the package found. Out: findings, each about one thing, by kind and
 * the weightiest first. It sorts and counts; what holds for whom, and which points are lost, is the package's to say.
 */
import type { Coverage, CriterionPlace, Diagnostic, Insights, LoadReport, ScoreReport, ValueCount } from "leadscore";
import type { RulesetDocument } from "../../editing/document.ts";
import { difference } from "../../text/points.ts";

export interface Sources {
  insights: Insights;
  coverage: Coverage;
  diagnostics: readonly Diagnostic[];
  report: ScoreReport;
  suggested: LoadReport["suggested_unknown_values"];
  document: RulesetDocument;
}

/** Where points are lost: in a criterion, a group, or the score itself. */
export interface LimitPlace {
  score: string;
  group?: string;
  criterion?: string;
}

interface Kinds {
  warning: { diagnostic: Diagnostic };
  missing: { what: "property" | "event"; name: string; criteria: CriterionPlace[] };
  unreadable: { property: string; needed: "number" | "boolean" | "time"; examples: string[] };
  inside: Pick<Coverage["inside_words"][number], "property" | "event" | "operand" | "operator" | "values" | "score" | "criterion">;
  unruled: Pick<Coverage["unruled_values"][number], "property" | "event" | "distinct" | "values" | "criteria">;
  never: CriterionPlace;
  always: CriterionPlace;
  same: CriterionPlace & { other: CriterionPlace };
  limit: { of: "criterion" | "group" | "score"; place: LimitPlace; lost: number };
  placeholder: { value: string; properties: string[] };
}

export type FindingKind = keyof Kinds;

/** `contacts` is how many it is about, or events; `key` tells it apart from all others of the ruleset. */
export type Finding<K extends FindingKind = FindingKind> = { [One in K]: { kind: One; key: string; contacts: number } & Kinds[One] }[K];

/** The kinds in the order in which they are shown. */
export const kinds = ["warning", "missing", "unreadable", "never", "inside", "unruled", "limit", "same", "always", "placeholder"] as const satisfies readonly FindingKind[];

export function findings(sources: Sources): Finding[] {
  const all = [
    ...sources.diagnostics.map(warning),
    ...missing(sources.coverage),
    ...sources.report.unreadable.map(({ property, needed, rows, examples }) => finding("unreadable", [property, needed], rows, { property, needed, examples })),
    ...ofCriteria(sources),
    ...sources.coverage.inside_words.map(({ rows, ...found }) =>
      finding("inside", [found.score, found.criterion, found.property, found.event, found.operator, found.operand], rows, found),
    ),
    ...sources.coverage.unruled_values.map(unruled),
    ...limits(sources.insights),
    ...placeholders(sources),
  ];
  return all.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || ofEvents(b) - ofEvents(a) || b.contacts - a.contacts);
}

/** New forms and pages come before new values of contacts. */
function ofEvents(finding: Finding): number {
  return finding.kind === "unruled" && finding.event !== undefined ? 1 : 0;
}

function finding<K extends FindingKind>(kind: K, about: readonly unknown[], contacts: number, found: Kinds[K]): Finding<K> {
  return { kind, key: JSON.stringify([kind, ...about]), contacts, ...found } as Finding<K>;
}

/** Errors weigh more than any warning. */
function warning(diagnostic: Diagnostic): Finding {
  return finding("warning", [diagnostic.code, diagnostic.path, diagnostic.message], diagnostic.severity === "error" ? 1 : 0, { diagnostic });
}

function missing({ missing_properties, missing_events }: Coverage): Finding[] {
  return [
    ...missing_properties.map(({ property, criteria }) => finding("missing", ["property", property], criteria.length, { what: "property", name: property, criteria })),
    ...missing_events.map(({ event, criteria }) => finding("missing", ["event", event], criteria.length, { what: "event", name: event, criteria })),
  ];
}

/** Muted criteria are silent on purpose, and what asks for something that is not there is told under that. */
function ofCriteria({ insights: { contacts, scores }, coverage }: Sources): Finding[] {
  if (contacts === 0) return [];
  const inVain = new Set([...coverage.missing_properties, ...coverage.missing_events].flatMap(({ criteria }) => criteria.map(({ score, criterion }) => `${score} ${criterion}`)));
  return scores.flatMap(({ id: score, groups }) =>
    groups.flatMap(({ criteria }) =>
      criteria.flatMap(({ id: criterion, enabled, met, same_contacts_as: other }): Finding[] => {
        if (!enabled) return [];
        const place = { score, criterion };
        if (met === 0) return inVain.has(`${score} ${criterion}`) ? [] : [finding("never", [score, criterion], 0, place)];
        if (met === contacts) return [finding("always", [score, criterion], met, place)];
        return other === undefined ? [] : [finding("same", [score, criterion, other.score, other.criterion], met, { ...place, other })];
      }),
    ),
  );
}

function limits({ scores }: Insights): Finding[] {
  const cut = (of: "criterion" | "group" | "score", place: LimitPlace, part: { limited: number; before_limit: number; points: number }): Finding[] =>
    part.limited === 0 ? [] : [finding("limit", [of, place.score, place.group, place.criterion], part.limited, { of, place, lost: difference(part.before_limit, part.points) })];
  return scores.flatMap((score) => [
    ...cut("score", { score: score.id }, score),
    ...score.groups.flatMap((group) => [
      ...cut("group", { score: score.id, group: group.id }, group),
      ...group.criteria.flatMap((criterion) => (criterion.enabled ? cut("criterion", { score: score.id, group: group.id, criterion: criterion.id }, criterion) : [])),
    ]),
  ]);
}

/** What differs in case only is one value to the rules. */
function unruled({ rows, values, ...found }: Coverage["unruled_values"][number]): Finding {
  const merged = new Map<string, ValueCount>();
  for (const { value, count } of values) {
    const known = merged.get(value.toLowerCase());
    merged.set(value.toLowerCase(), { value: known?.value ?? value, count: (known?.count ?? 0) + count });
  }
  const distinct = found.distinct - (values.length - merged.size);
  return finding("unruled", [found.property, found.event], rows, { ...found, distinct, values: [...merged.values()] });
}

/** One for each value, without those that the ruleset declares already. */
function placeholders({ suggested, document }: Sources): Finding[] {
  const plain = (text: string): string => text.trim().toLowerCase();
  const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === "string").map(plain) : []);
  const declared = new Set(texts(document.unknown_values));
  const byValue = new Map<string, { value: string; rows: number; properties: string[] }>();
  for (const { property, value, rows } of suggested) {
    if (declared.has(plain(value)) || isDeclaredFor(document, property, plain(value), texts)) continue;
    const known = byValue.get(plain(value)) ?? { value, rows: 0, properties: [] };
    byValue.set(plain(value), { value: known.value, rows: known.rows + rows, properties: [...known.properties, property] });
  }
  return [...byValue.values()].map(({ value, rows, properties }) => finding("placeholder", [value], rows, { value, properties }));
}

function isDeclaredFor({ properties }: RulesetDocument, property: string, value: string, texts: (value: unknown) => string[]): boolean {
  if (properties === null || typeof properties !== "object") return false;
  return Object.entries(properties).some(([key, declaration]) => {
    const names = [key.trim().toLowerCase(), ...texts(declaration?.aliases)];
    return names.includes(property.trim().toLowerCase()) && texts(declaration?.unknown_values).includes(value);
  });
}
