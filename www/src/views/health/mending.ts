/**
 * What can be done about findings, as changes to the ruleset's document. In: the document, which may be faulty, and what a finding is about.
 * Out: places and what is to stand there. It rewrites tests where the user says so; what tests mean it does not know.
 */
import type { ColumnReport, CriterionPlace } from "leadscore";
import { criteriaOf, type Criterion, type Filter, type Path, type RulesetDocument } from "../../editing/document.ts";
import type { Finding } from "./findings.ts";

/** Changes that are one step. */
export type Mend = readonly (readonly [Path, unknown])[];

/** A place that a value can be added to: the points by value of a criterion, or the list of values that a test asks for. */
export interface Target {
  criterion: Criterion;
  path: Path;
  takes: "points" | "value";
}

/** Operators that a further value only widens. */
const widening = new Set(["is_any_of", "is_equal_to", "contains", "contains_word", "starts_with", "ends_with"]);

/** What looks for a text anywhere, and what looks for it as a word. */
const asWord: Record<string, string> = { contains: "contains_word", does_not_contain: "does_not_contain_word" };

/** Where a value that no rule knows can be added. */
export function targetsFor({ property, event, criteria }: Finding<"unruled">, document: RulesetDocument, columns: readonly ColumnReport[] = []): Target[] {
  const isMeant = sameProperty(property, event, document, columns);
  return criteria.flatMap((place): Target[] => {
    const [path, criterion] = criterionAt(document, place) ?? [];
    if (path === undefined || criterion === undefined) return [];
    if (criterion.values !== null && typeof criterion.values === "object") {
      return event === undefined && isMeant(criterion.property, undefined) ? [{ criterion, path: [...path, "values"], takes: "points" }] : [];
    }
    const test = [...testsOf(criterion, path)].find(
      ({ test, event: type, excluded, operator }) => !excluded && widening.has(operator) && isMeant(test.property, type) && isText(test[operator]),
    );
    return test === undefined ? [] : [{ criterion, path: [...test.path, test.operator], takes: "value" }];
  });
}

export function adding(value: string, { path, takes }: Target, document: RulesetDocument, points: number): Mend {
  if (takes === "points") return [[[...path, value], points]];
  const operand = path.reduce<unknown>((node, key) => (node as Record<string | number, unknown> | undefined)?.[key], document);
  return [[path, [...(Array.isArray(operand) ? operand : [operand]), value]]];
}

/**
 * Looks for a text as a whole word from now on. Other texts that the same test looks for stay as they are, so that what is asked for as a
 * word becomes a test of its own beside it. Undefined where there is no such test any more.
 */
export function asWholeWord({ property, event, operand, operator, ...place }: Finding<"inside">, document: RulesetDocument, columns: readonly ColumnReport[] = []): Mend | undefined {
  const word = asWord[operator];
  const [path, criterion] = criterionAt(document, place) ?? [];
  if (word === undefined || path === undefined || criterion === undefined) return undefined;
  const isMeant = sameProperty(property, event, document, columns);
  const operandsOf = (test: Filter): unknown[] => (Array.isArray(test[operator]) ? (test[operator] as unknown[]) : [test[operator]]);
  const found = [...testsOf(criterion, path)].find((one) => one.operator === operator && isMeant(one.test.property, one.event) && operandsOf(one.test).includes(operand));
  if (found === undefined) return undefined;
  const others = operandsOf(found.test).filter((one) => one !== operand);
  const { [operator]: _, ...rest } = found.test;
  const asOwn = { ...rest, [word]: operand };
  if (others.length === 0) return [[found.path, asOwn]];
  const stays = { ...rest, [operator]: others };
  // To contain one of several is any of them; not to contain any is all.
  return [[found.path, operator === "contains" ? { any: [stays, asOwn] } : { all: [stays, asOwn] }]];
}

/** The value stands for no value, in every property. */
export function declaringUnknown(value: string, { unknown_values }: RulesetDocument): Mend {
  return [[["unknown_values"], [...(Array.isArray(unknown_values) ? unknown_values : []), value]]];
}

export function criterionAt(document: RulesetDocument, { score, criterion: id }: CriterionPlace): readonly [Path, Criterion] | undefined {
  for (const { path, score: of, criterion } of criteriaOf(document)) if (of.id === score && criterion.id === id) return [path, criterion];
  return undefined;
}

// Tests

interface PlacedTest {
  path: Path;
  test: Filter;
  operator: string;
  /** The type of the events whose property it is. */
  event: string | undefined;
  /** What it finds is what is not wanted. */
  excluded: boolean;
}

/** Deeper than any ruleset may go. */
const deepest = 64;

function* testsOf(criterion: Criterion, path: Path): Generator<PlacedTest> {
  if (criterion.when !== undefined) yield* within(criterion.when, [...path, "when"], undefined, false, 0);
  if (criterion.where !== undefined) yield* within(criterion.where, [...path, "where"], criterion.event, false, 0);
}

function* within(filter: Filter | undefined, path: Path, event: string | undefined, excluded: boolean, depth: number): Generator<PlacedTest> {
  if (filter === null || typeof filter !== "object" || depth > deepest) return;
  for (const key of ["all", "any"] as const) {
    const parts = filter[key];
    if (Array.isArray(parts)) for (const [index, part] of parts.entries()) yield* within(part, [...path, key, index], event, excluded, depth + 1);
  }
  if (filter.not !== undefined) yield* within(filter.not, [...path, "not"], event, !excluded, depth + 1);
  if (typeof filter.event === "string" && filter.where !== undefined) yield* within(filter.where, [...path, "where"], filter.event, excluded, depth + 1);
  if (typeof filter.property !== "string") return;
  const operator = Object.keys(filter).find((key) => key !== "property" && key !== "include_unknown");
  if (operator !== undefined) yield { path, test: filter, operator, event, excluded };
}

function isText(operand: unknown): boolean {
  return (Array.isArray(operand) ? operand : [operand]).every((one) => typeof one === "string");
}

// Names

/** Whether a test is about a property of contacts, under any of its names, or of events of a type. */
function sameProperty(property: string, event: string | undefined, { properties }: RulesetDocument, columns: readonly ColumnReport[]) {
  const names = new Set([plain(property)]);
  if (event === undefined) {
    const aliasesOf = (aliases: unknown): unknown[] => (Array.isArray(aliases) ? aliases : []);
    const declared = Object.entries(properties !== null && typeof properties === "object" ? properties : {}).map(([key, one]) => [key, ...aliasesOf(one?.aliases)]);
    for (const known of [...declared, ...columns.map(({ name, internal_name }) => [name, internal_name])]) {
      if (known.some((name) => names.has(plain(name)))) for (const name of known) if (typeof name === "string") names.add(plain(name));
    }
  }
  return (name: unknown, type: string | undefined): boolean => names.has(plain(name)) && plain(type) === plain(event);
}

function plain(name: unknown): string {
  return typeof name === "string" ? name.trim().toLowerCase() : "";
}
