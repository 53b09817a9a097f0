/**
 * What the page and its scoring worker say to each other: one entry in `Jobs` for everything the page can ask for.
 * Plain data only, so that it survives structured cloning. Knows nothing of the page's state or looks.
 */
import type { Diagnostic, Ledger, LoadProgress, LoadReport, ScoreReport } from "leadscore";

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

export interface CheckedRuleset {
  diagnostics: Diagnostic[];
  /** Only if there is no error among the diagnostics. */
  outline?: RulesetOutline;
}

/** Which contacts are shown, and in which order. */
export interface Arrangement {
  /** A score's id, or `null` for the contacts' own ids. */
  sort: string | null;
  descending: boolean;
  search: string;
  /** Only the contacts with this band; a label of `null` means those without one. */
  band?: { set: string; label: string | null };
}

/** The contacts that fit an arrangement. */
export interface Arranged {
  /** Changes whenever positions mean other contacts than before. */
  generation: number;
  shown: number;
}

export interface Scored {
  asOf: number;
  report: ScoreReport;
  rowCount: number;
  scores: ScoreColumn[];
  bandSets: BandSet[];
  /** Of matrices, in the order of the ruleset. */
  matrices: { id: string; label: string }[];
  arranged: Arranged;
}

export interface Loaded {
  report: LoadReport;
  rowCount: number;
  /** Absent as long as there is no ruleset. */
  scored?: Scored;
}

/** A contact as a line of the list. */
export interface ContactRow {
  row: number;
  id: string;
  name: string;
  email: string;
  /** Points by score id. */
  points: Record<string, number>;
  /** By the id of the score or matrix. */
  bands: Record<string, string | null>;
}

export interface Rows {
  generation: number;
  from: number;
  rows: ContactRow[];
}

export interface Explained {
  row: number;
  name: string;
  email: string;
  ledger: Ledger;
}

/** Everything the page can ask for. */
export interface Jobs {
  /** Diagnoses a ruleset without using it. */
  check: { input: { text: string }; output: CheckedRuleset };
  /** Uses a ruleset at an instant; `null` as long as there are no contacts. */
  score: { input: { ruleset: string; asOf: number; arrangement: Arrangement }; output: Scored | null };
  /** Reads contacts, and replaces those that were there if all goes well; they may bring an instant of their own. */
  load: { input: { contacts: Blob; events?: Blob; asOf?: number }; output: Loaded };
  arrange: { input: Arrangement; output: Arranged | null };
  /** Contacts by their positions in the arrangement, `to` not included. */
  rows: { input: { from: number; to: number }; output: Rows | null };
  explain: { input: { row: number }; output: Explained | null };
  /** The contacts of the arrangement with their scores, as a CSV file. */
  export: { input: Record<string, never>; output: Blob };
}

export type JobKind = keyof Jobs;

export type Request = { [K in JobKind]: { job: number; kind: K; input: Jobs[K]["input"] } }[JobKind];

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
