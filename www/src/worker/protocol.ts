/**
 * What the page and its scoring worker say to each other, and what both have words for. What can be asked for, with what goes in and
 * what comes out, is in `jobs.ts`. Plain data only, so that it survives structured cloning. Knows nothing of the page's state or looks.
 */
import type { Diagnostic, LoadProgress, LoadReport, ScoreReport } from "leadscore";
import type { JobKind, Jobs } from "./jobs.ts";

export type { JobKind, Jobs } from "./jobs.ts";

/** A band as it is shown: where it stands among its fellows decides its colour. */
export interface Band {
  label: string;
  tone: Tone;
  /** How many contacts have it. */
  count: number;
}

/** From the best band to the last; `none` is for contacts outside all bands. */
export type Tone = "high" | "middle" | "low" | "none";

/** The bands of one score, or those of a matrix of two. */
export interface BandSet {
  /** The id of the score or the matrix. */
  id: string;
  label: string;
  bands: Band[];
  /** How many contacts are outside all bands. */
  without: number;
}

/** A score of the ruleset, as a column. */
export interface ScoreColumn {
  id: string;
  label: string;
  banded: boolean;
}

/** What the page shows of a ruleset beside its diagnostics. */
export interface RulesetOutline {
  name: string;
  scores: ScoreColumn[];
  /** What it declares to mean "no value" in every property, in lower case. */
  unknownValues: string[];
}

/** Which contacts are shown, and in which order. */
export interface Arrangement {
  sort: { score: string } | { band: string } | { property: string } | "id";
  descending: boolean;
  search: string;
  /** Only the contacts with this band; a label of `null` means those without one. */
  band?: { set: string; label: string | null };
  /** Of these, only those that have this band as well: where two scores cross. */
  crossed?: { set: string; label: string | null };
  /** Only the contacts whose points are in this range, `below` not included. */
  range?: { score: string; from: number; below: number };
  /** Only the contacts on this list. */
  list?: string;
  /** Only the contacts that meet these criteria, or do not. */
  criteria: { score: string; criterion: string; isMet: boolean }[];
}

/** The contacts that fit an arrangement. */
export interface Arranged {
  /** Changes whenever positions mean other contacts than before. */
  generation: number;
  shown: number;
}

/** Scores of all contacts. */
export interface Scored {
  /** Changes with every evaluation. */
  generation: number;
  asOf: number;
  report: ScoreReport;
  rowCount: number;
  scores: ScoreColumn[];
  bandSets: BandSet[];
  /** Of matrices, in the order of the ruleset. */
  matrices: { id: string; label: string }[];
  /** What was asked for, without what the ruleset or the contacts do not have. */
  arrangement: Arrangement;
  arranged: Arranged;
}

/** What a ruleset's text came to. */
export interface Evaluated {
  diagnostics: Diagnostic[];
  /** Only if there is no error among the diagnostics. */
  outline?: RulesetOutline;
  /** Absent without contacts, or with errors. */
  scored?: Scored;
}

/** What is to be evaluated. */
export interface Settings {
  ruleset: string;
  asOf: number;
  arrangement: Arrangement;
}

export interface Loaded {
  report: LoadReport;
  rowCount: number;
  /** Absent as long as there is no ruleset. */
  evaluated?: Evaluated;
}

export type Request = { [K in JobKind]: { job: number; channel: string; kind: K; input: Jobs[K]["input"] } }[JobKind];

export type ToWorker = Request | { job: number; kind: "cancel" };

export interface Failure {
  code: string;
  message: string;
  /** The worker cannot go on and has to be started anew. */
  fatal: boolean;
}

export type FromWorker =
  | { job: number; status: "done"; output: Jobs[JobKind]["output"] }
  | { job: number; status: "failed"; failure: Failure }
  | { job: number; status: "superseded" }
  | { job: number; status: "progress"; progress: LoadProgress };
