/**
 * The ruleset's document as the page reads it to show and edit it. It may be faulty at any time, so that every key may be missing and
 * keys that are not named here may be there. What a key means is said in the package's RULESET.md.
 */

export interface RulesetDocument {
  name?: string;
  version?: number;
  unknown_values?: string[];
  properties?: Record<string, PropertyDeclaration>;
  scores?: Score[];
  bands?: BandSet[];
  lists?: ContactList[];
  lifecycle?: Lifecycle;
  workflows?: Workflow[];
}

export interface PropertyDeclaration {
  type?: string;
  label?: string;
  aliases?: string[];
  unknown_values?: string[];
}

export interface Limit {
  min?: number;
  max?: number;
}

export interface Decay {
  percent?: number;
  every_days?: number;
  shape?: "linear" | "compound";
}

export interface Score {
  id?: string;
  label?: string;
  note?: string;
  limit?: Limit;
  rescale?: { from?: number; to?: number };
  groups?: Group[];
}

export interface Group {
  id?: string;
  label?: string;
  note?: string;
  limit?: Limit;
  decay?: Decay;
  criteria?: Criterion[];
}

/** One of three kinds: with `when`, with `values`, or with `event`. */
export interface Criterion {
  id?: string;
  label?: string;
  note?: string;
  enabled?: boolean;
  limit?: Limit;
  decay?: Decay;
  since?: string;
  points?: number;
  when?: Filter;
  property?: string;
  values?: Record<string, number>;
  default?: number;
  event?: string;
  where?: Filter;
  within_days?: number;
  max_occurrences?: number;
  once_per?: string;
  frequency?: FrequencyRange[];
}

export interface FrequencyRange {
  from?: number;
  to?: number;
  points?: number;
}

export type CriterionKind = "condition" | "by_value" | "by_event";

/** The keys of a filter of any kind; a property test has its operator as a further key. */
export interface Filter {
  all?: Filter[];
  any?: Filter[];
  not?: Filter;
  property?: string;
  include_unknown?: boolean;
  event?: string;
  where?: Filter;
  within_days?: number;
  at_least?: number;
  at_most?: number;
  exactly?: number;
  below?: number;
  score?: string;
  band?: string;
  stage?: string | null | (string | null)[];
  list?: string;
  [operator: string]: unknown;
}

export interface BandRange {
  label?: string;
  at_least?: number;
  at_most?: number;
  below?: number;
  when?: Filter;
}

export interface BandsOfScore {
  score?: string;
  ranges?: BandRange[];
}

export interface BandMatrix {
  id?: string;
  label?: string;
  rows?: BandsOfScore;
  columns?: BandsOfScore;
}

export type BandSet = BandsOfScore & BandMatrix;

/** By a filter or by its members. */
export interface ContactList {
  id?: string;
  label?: string;
  note?: string;
  when?: Filter;
  /** Ids of contacts, or email addresses. */
  members?: string[];
}

export interface Lifecycle {
  property?: string;
  stages?: Stage[];
  exclude?: Filter;
}

export interface Stage {
  id?: string;
  label?: string;
  note?: string;
  enter_when?: Filter;
}

export interface Workflow {
  id?: string;
  label?: string;
  note?: string;
  enabled?: boolean;
  enrol_on?: string;
  enrol_present?: boolean;
  re_enrol?: boolean;
  suppress?: string[];
  goal?: string;
  actions?: WorkflowAction[];
}

/** One of four kinds: what it is called after is the key that it begins with. */
export interface WorkflowAction {
  clear?: string;
  set?: string;
  to?: unknown;
  notify?: string;
  message?: string;
  call_back?: string;
  with?: string;
}

/** Where something stands in the document, as in a JSON Pointer. */
export type Path = readonly (string | number)[];

export function pointer(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The path of a JSON Pointer; parts that look like places in a list are numbers. */
export function fromPointer(text: string): Path {
  const parts = text.split("/").slice(1);
  return parts.map((part) => (/^(0|[1-9]\d*)$/.test(part) ? Number(part) : part.replaceAll("~1", "/").replaceAll("~0", "~")));
}

export function at(document: unknown, path: Path): unknown {
  let node = document;
  for (const part of path) {
    if (node === null || typeof node !== "object") return undefined;
    node = (node as Record<string | number, unknown>)[part];
  }
  return node;
}

export function kindOf(criterion: Criterion): CriterionKind {
  if (criterion.values !== undefined) return "by_value";
  return criterion.event !== undefined ? "by_event" : "condition";
}

/** A criterion of a document with its place. */
export interface PlacedCriterion {
  path: Path;
  score: Score;
  group: Group;
  criterion: Criterion;
}

export function* criteriaOf(document: RulesetDocument): Generator<PlacedCriterion> {
  for (const [s, score] of list(document.scores).entries()) {
    for (const [g, group] of list(score?.groups).entries()) {
      for (const [c, criterion] of list(group?.criteria).entries()) {
        yield { path: ["scores", s, "groups", g, "criteria", c], score, group, criterion };
      }
    }
  }
}

/** The list, or none: a faulty document may have anything in its place, and anything in it. */
export function list<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value.filter((item) => item !== null && typeof item === "object") : [];
}
