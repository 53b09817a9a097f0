/// <reference lib="esnext.disposable" />

/**
 * leadscore: rules give points to contacts, exactly, everywhere, and say why.
 *
 * Documents (rulesets, scorecards, ledgers, reports, diagnostics) are the same JSON here, in the command line and in the Rust crate,
 * with `snake_case` keys. Functions and options are in `camelCase`. Points are numbers with at most two decimals. Instants in
 * documents are ISO 8601 texts in UTC.
 *
 * @packageDocumentation
 */

/** An instant: a Date, ISO 8601 text (UTC where it has no offset), or milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Date | string | number;

/** A value of a property. NaN, Infinity and undefined count as no value; a Set is a list; a Date its instant. */
export type PropertyValue = string | number | bigint | boolean | Date | null | undefined | Iterable<string | number | boolean | null>;

/** Something a contact did. */
export interface ContactEvent {
  /** Such as `page_view`, `form_submission`, `email_open`. */
  type: string;
  /** When it happened. */
  time: Instant;
  /** What is known of it, such as the `url` of a page view. */
  properties?: Record<string, PropertyValue>;
}

/**
 * A contact: `{ id, properties, events }` (HubSpot's API shape fits), or the properties themselves beside `id` and `events`.
 */
export interface Contact {
  id?: string | number;
  properties?: Record<string, PropertyValue>;
  events?: Iterable<ContactEvent>;
  [property: string]: unknown;
}

/** A ruleset: JSON text, or the document as an object. Its format is that of `ruleset.schema.json` beside this file. */
export type RulesetSource = string | object;

/** What `score` and `explain` may be told. */
export interface ScoreOptions {
  /** The instant of the evaluation. Now, if left out. */
  asOf?: Instant;
  /** Events beside those in the contact. */
  events?: Iterable<ContactEvent>;
}

/** How bad a diagnostic is: an error makes the ruleset unusable, a warning is legal but suspect. */
export type Severity = "error" | "warning";

/** Something that is wrong or suspect in a ruleset. */
export interface Diagnostic {
  /** Stable, such as `unknown_key`; what programs may depend on. */
  code: string;
  severity: Severity;
  /** A JSON Pointer to the place in the document. */
  path: string;
  /** What was expected, what was found. */
  message: string;
  /** What to do, where there is something to say. */
  help?: string;
  /** The place in the text, if the ruleset was given as text. */
  place?: TextPlace;
}

/** A place in a text. */
export interface TextPlace {
  /** From the text's beginning, in UTF-16 code units, as in `text.slice(offset, offset + length)`. */
  offset: number;
  /** In UTF-16 code units. */
  length: number;
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
}

/** What one score of a scorecard comes to. */
export interface ScorecardScore {
  /** The score, limits applied. */
  points: number;
  /** The score on the scale 0 to 100, if the ruleset rescales it. */
  rescaled?: number;
  /** The band, if the score has bands: null outside all of them. */
  band?: string | null;
  /** The points of each group by its id, limits applied. */
  groups: Record<string, number>;
}

/** A contact's scores. */
export interface Scorecard {
  /** The contact's id; `row N` where it has none. */
  id: string;
  /** By score id. */
  scores: Record<string, ScorecardScore>;
  /** The bands of matrices by their id, if the ruleset has any. */
  bands?: Record<string, string | null>;
}

/** Least and most. */
export interface Limit {
  min?: number;
  max?: number;
}

/** Why a contact has its scores: every criterion, met or not. Points of criteria add up to those of groups and scores. */
export interface Ledger {
  id: string;
  as_of: string;
  scores: LedgerScore[];
  bands?: Record<string, string | null>;
}

/** One score of a ledger. */
export interface LedgerScore {
  id: string;
  label?: string;
  points: number;
  /** The sum of the groups' points. */
  before_limit: number;
  limit?: Limit;
  rescaled?: number;
  band?: string | null;
  groups: LedgerGroup[];
}

/** One group of a ledger. */
export interface LedgerGroup {
  id: string;
  label?: string;
  points: number;
  /** The sum of the criteria's points. */
  before_limit: number;
  limit?: Limit;
  criteria: LedgerCriterion[];
}

/** One criterion of a ledger. */
export interface LedgerCriterion {
  id: string;
  label?: string;
  kind: "condition" | "by_value" | "by_event";
  enabled: boolean;
  met: boolean;
  /** What it adds to its group: after decay and its own limit. */
  points: number;
  /** Before decay. */
  raw_points: number;
  /** After decay, before its own limit. */
  after_decay: number;
  limit?: Limit;
  decay?: {
    percent: number;
    every_days: number;
    shape: "linear" | "compound";
    /** The property that holds the time from which the points decay, and that time; null if unknown, and then there are no points. */
    since?: { property: string; time: string | null };
  };
  /** What was found. */
  evidence: Evidence;
  /** What it would take to meet it, in words; empty if it is met. */
  missing: string[];
  /** When its points change next by the passing of time alone, and to what; absent if they do not over the next 2,000 instants at which they might. */
  next_change?: { at: string; points: number };
}

/** What was found of a contact, and whether that meets the test. `text` says it in a sentence. */
export type Evidence =
  | { test: "all" | "any" | "not"; met: boolean; text: string; parts: Evidence[] }
  | {
      test: "property";
      met: boolean;
      text: string;
      property: string;
      operator: string;
      operand: unknown;
      /** As the file has it; null if unknown. */
      value: string | null;
      /** Why it counts as unknown: there is none, the ruleset declares it so, or the operator cannot read it. */
      unknown?: "missing" | "declared" | "unreadable";
    }
  | {
      test: "event";
      met: boolean;
      text: string;
      event: string;
      /** How many there are that count. */
      count: number;
      at_least: number;
      at_most?: number;
      within_days?: number;
    }
  | { test: "score"; met: boolean; text: string; score: string; points: number }
  | {
      test: "value";
      met: boolean;
      text: string;
      property: string;
      value: string | null;
      unknown?: "missing" | "declared";
      /** Each distinct item with its points. */
      items: { item: string; points: number; listed: boolean }[];
    }
  | {
      test: "occurrences";
      met: boolean;
      text: string;
      event: string;
      /** How many count: in the window, once per what was asked, and not over the maximum. */
      count: number;
      /** How many there are in the window. */
      found: number;
      within_days?: number;
      /** Those that count, the latest first, at most 20; each with its points after decay (none with a frequency). */
      occurrences: { time: string; points?: number }[];
    };

/** What `loadContacts` may be told. */
export interface LoadOptions {
  /** The format, if it is not to be recognised from the bytes. */
  format?: ContactsFormat;
  /** Events in a file of their own (CSV or NDJSON with contact id or email, type, time, properties). */
  events?: ContactsSource;
  /** Called as bytes are read, and at the end. What it throws ends the load. */
  onProgress?: (progress: LoadProgress) => void;
  /**
   * Ends the load: it rejects with the signal's reason, lets go of what it reads, also where that stalls, and gives its memory back.
   *
   * @example
   * const table = await loadContacts(await fetch("/contacts.csv"), { signal: AbortSignal.timeout(60_000) });
   */
  signal?: AbortSignal;
}

/** `json` is one array, one HubSpot page or one contact; `ndjson` one of them a line. */
export type ContactsFormat = "csv" | "json" | "ndjson";

/**
 * Where contacts or events may come from. Text is read as it is; bytes are decoded. A stream of Node.js is an AsyncIterable. Of a Response
 * or Request it is the body; a Response with an error status is refused. Streams are read as they arrive.
 */
export type ContactsSource =
  | Uint8Array
  | ArrayBuffer
  | string
  | Blob
  | Response
  | Request
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>;

/** How far a load is. */
export interface LoadProgress {
  /** What is being read. */
  stage: "contacts" | "events";
  bytesRead: number;
  /** Absent if the source does not say. */
  bytesTotal?: number;
  rows: number;
}

/** What a file turned out to hold. */
export interface LoadReport {
  format: ContactsFormat;
  /** `UTF-8`, `UTF-16LE`, `UTF-16BE` or `windows-1252`. */
  encoding: string;
  /** Of a CSV. */
  delimiter?: string;
  bytes_read: number;
  rows_read: number;
  rows_left_out: LeftOut;
  columns: ColumnReport[];
  /** What a reader of the file should know: repeated ids, missing ids, ragged rows, duplicate headers, replaced bytes… */
  notes: LoadNote[];
  /** Values that look like placeholders for no value, which the ruleset's `unknown_values` may declare. */
  suggested_unknown_values: { property: string; value: string; rows: number }[];
  /** If there are events. */
  events?: EventsReport;
}

/** Rows that could not be read: how many, and the first hundred with line (from 1) and reason. */
export interface LeftOut {
  count: number;
  first: { line: number; reason: string }[];
}

/** A note on a load. */
export interface LoadNote {
  /** Stable, such as `repeated_ids`. */
  code: string;
  message: string;
  /** How many rows or columns it is about. */
  count: number;
  /** The first few lines it is about, from 1. */
  lines: number[];
}

/** A column of a file. */
export interface ColumnReport {
  name: string;
  /** HubSpot's internal name, if the column is one of HubSpot's under its label. */
  internal_name?: string;
  /** Rows with a value. */
  filled: number;
  /** Distinct values. */
  distinct: number;
  /** What nearly all values can be read as. */
  kind: "text" | "number" | "boolean" | "time" | "list" | "empty";
  /** The most frequent values among the first rows, at most 5. */
  examples: string[];
}

/** What was read of events. */
export interface EventsReport {
  read: number;
  left_out: LeftOut;
  /** Events of contacts that are not in the file. */
  unmatched: number;
  types: { type: string; count: number }[];
}

/** What was met while scoring. */
export interface ScoreReport {
  as_of: string;
  /** Events that do not exist yet at `as_of`. */
  events_after_as_of: number;
  /** Properties that rules use and the contacts do not have. */
  missing_properties: string[];
  /** Values that rules needed as something they could not be read as. */
  unreadable: { property: string; needed: "number" | "boolean" | "time"; rows: number; examples: string[] }[];
}

/**
 * A filter over results, as an object or JSON text: that of a ruleset's lists (RULESET.md), with tests of scores, bands and lists, and with
 * two that are only here. A criterion test asks who meets a criterion; a muted one is met by whom it would be. Its `score` may be left out
 * where no other score has a criterion with that id. A search finds contacts of whom each word occurs, without case, in the id or in one of
 * the properties.
 *
 * @example
 * const where = {
 *   all: [
 *     { property: "country", is_any_of: ["UK", "Ireland"] },
 *     { score: "lead", at_least: 35 },
 *     { band: "lead", is_none_of: ["SQL", null] },
 *     { not: { list: "partners" } },
 *     { criterion: "pricing", score: "engagement", is_met: true },
 *     { search: "ada example.com", properties: ["firstname", "lastname", "email"] },
 *   ],
 * };
 */
export type ResultFilter = string | object;

/**
 * What contacts are sorted by: the points of a score; the bands of a score or matrix, from the lowest to the highest; a property, values that
 * are numbers by size and then all others as text without case; the id, in the same way. What has no value comes last in either direction,
 * and contacts that are alike stay in the file's order.
 */
export type Sort = "id" | { score: string } | { band: string } | { property: string };

/** Which contacts, and in which order. */
export interface Question {
  /** Only those that meet it. */
  where?: ResultFilter;
  /** The file's order, if left out. */
  sort?: Sort;
  /** From the most to the least; of the file's order, from its end. */
  descending?: boolean;
}

/** What `page` may be told. */
export interface PageOptions extends Question {
  /** How many contacts to pass over; 0, if left out. */
  offset?: number;
  /** How many contacts at most; 100, if left out, and up to 10,000. */
  limit?: number;
  /** The properties to give with each contact, by their names in the file, those of HubSpot, or aliases of the ruleset. */
  properties?: string[];
}

/** Some of the contacts that a question asks for. */
export interface Page {
  /** How many there are on all pages together. */
  total: number;
  rows: PageRow[];
}

/** A contact on a page. */
export interface PageRow {
  /** Its row in the file, from 0. */
  row: number;
  /** Its id; `row N` where it has none. */
  id: string;
  /** Its points by score id. */
  scores: Record<string, number>;
  /** Its bands by the id of the score or matrix; null outside all of them. */
  bands: Record<string, string | null>;
  /** If properties were asked for: its values, by the names that were given; those without a value are not there. */
  properties?: Record<string, string>;
}

/** How the points of a score are spread. */
export interface Histogram {
  /** How many contacts it counts. */
  total: number;
  width: number;
  /** Ascending and without gaps, from that of the least points to that of the most; none without contacts. */
  bins: HistogramBin[];
}

/** How many contacts have points in a range. */
export interface HistogramBin {
  /** The least points in it, a multiple of the width. */
  from: number;
  /** Where the next one begins. */
  below: number;
  count: number;
}

/** What each criterion, group and score does over some contacts. */
export interface Insights {
  /** How many contacts it is about. */
  contacts: number;
  scores: ScoreInsights[];
}

/** What a score does. */
export interface ScoreInsights {
  id: string;
  label?: string;
  /** The sum over the contacts, limits applied. */
  points: number;
  /** The sum of what the groups give. */
  before_limit: number;
  /** How many contacts have other points because of its limit. */
  limited: number;
  groups: GroupInsights[];
}

/** What a group does. */
export interface GroupInsights {
  id: string;
  label?: string;
  /** The sum over the contacts, limits applied. */
  points: number;
  /** The sum of what the criteria give. */
  before_limit: number;
  /** How many contacts have other points because of its limit. */
  limited: number;
  criteria: CriterionInsights[];
}

/** What a criterion does. Its `met` and points are those of the contacts' ledgers together. */
export interface CriterionInsights {
  id: string;
  label?: string;
  enabled: boolean;
  /** How many contacts meet it; of a muted one, how many would. */
  met: number;
  /** The sum of what it adds to its group; 0 if it is muted. */
  points: number;
  /** The same before its own limit. */
  before_limit: number;
  /** How many contacts have other points because of its own limit. */
  limited: number;
  /** The first criterion before it that the very same contacts meet; absent if none does, or nobody or everybody meets it. */
  same_contacts_as?: { score: string; criterion: string };
}

/** The next band of a contact by one score, and how it would get there. */
export interface NextBand {
  score: string;
  /** The band now. */
  band: string | null;
  next: string;
  /** The points at which it begins. */
  next_at: number;
  points: number;
  /** How many points are missing; 0 where they are there and the band's `when` is not met. */
  points_short: number;
  /** The shortest first, at most five: those of the fewest steps, of these those that lead to the fewest points. None if there is none. */
  ways: Way[];
}

/** Criteria that, changed together, lead to the next band or beyond, limits and `when` of the band included; none could be left out. */
export interface Way {
  /** The points to which it leads. */
  points: number;
  /** At most three, those that add most alone first. */
  steps: WayStep[];
}

/** One criterion that changes, now: nothing of it has decayed. */
export interface WayStep {
  score: string;
  group: string;
  criterion: string;
  change: "meet" | "no_longer_meet" | "one_more" | "value";
  /** What it adds to the score, alone; 0 where a limit lets it count only with others. */
  points: number;
  /** For `value`: the value of the property. */
  value?: string;
  /** For `one_more`: how many further occurrences, at most 100. */
  occurrences?: number;
}

/**
 * What is remembered of contacts, which the host keeps from one step to the next: the document that RULESET.md describes. An empty state is
 * `null`, or `{ leadscore_state: 1 }`. As an object its keys may stand in another order than in text.
 */
export interface State {
  /** The version of the document. */
  leadscore_state: 1;
  /** When workflows started, by id. */
  workflows?: Record<string, { started: string }>;
  /** By id, contacts of whom there is something to remember. */
  contacts?: Record<string, ContactState>;
  /** Happenings that the host has still to act on, if it keeps them here. */
  outbox?: Happening[];
}

/** What is remembered of a contact. */
export interface ContactState {
  /** When any of it changed last. */
  changed: string;
  /** By property, what it was given here as long as the host has not applied it, and the contact's own value then; null is none. */
  set?: Record<string, { value: string | null; over: string | null }>;
  /** By workflow, whether it is for the contact, how often the contact was enrolled, and whether it is now. */
  workflows?: Record<string, { on: boolean; enrolments: number; active: boolean }>;
}

/** A state: the document as an object, its JSON text, or null where nothing is remembered yet. */
export type StateSource = State | string | null | undefined;

/** Something that happened to a contact, for a host to act on. Told apart by `kind`. */
export type Happening = HappeningBase &
  (
    | ({ kind: "stage_changed"; property: string; from: string | null; to: string } & (FromWorkflow | { workflow?: undefined }))
    | ({ kind: "stage_kept"; property: string; from: string | null; to: string | null; reason: "backwards" | "excluded" | "other_stage" | "no_such_stage" } & FromWorkflow)
    | ({ kind: "property_set"; property: string; from: string | null; to: string | null } & FromWorkflow)
    | ({ kind: "property_cleared"; property: string; from: string | null } & FromWorkflow)
    | ({ kind: "enrolled" } & FromWorkflow)
    | ({ kind: "unenrolled"; reason: "goal" | "suppressed" | "left" } & FromWorkflow)
    | ({ kind: "notified"; channel: string; message: string } & FromWorkflow)
    | ({ kind: "called_back"; name: string; message: string } & FromWorkflow)
  );

/** What all happenings have. */
export interface HappeningBase {
  /** The same whenever the same thing happens again from the same state: whoever acts on each key once acts once. */
  key: string;
  /** The contact's id. */
  contact: string;
  at: string;
  cause: Cause;
}

/** Which workflow it is from, which enrolment of the contact in it, and, of actions, which of them; both from 1. */
export interface FromWorkflow {
  workflow: string;
  enrolment: number;
  action?: number;
}

/** Why something happened. `text` is in words. */
export type Cause =
  | { kind: "enter_when"; stage: string; text: string }
  | { kind: "list"; list: string; text: string }
  | { kind: "workflow"; workflow: string; enrolment: number; text: string };

/** A contact's way through time, with what is remembered at its end. */
export interface Journey {
  /** The contact's id; `row 1` where it has none, and then nothing happens to it. */
  id: string;
  from: string;
  to: string;
  /**
   * Where it begins and ends, every event between, and every instant at which time alone changes a score, a band, the stage or whether the
   * contact is on a list.
   */
  steps: JourneyStep[];
  /** Whether it goes on to its end. It breaks off after 10,000 instants, or fewer of a contact with very many events. */
  complete: boolean;
  /** What is remembered at its end: whoever goes on from it, goes the same way. */
  state: State;
}

/** An instant of a journey, with how it stands after it. */
export interface JourneyStep {
  at: string;
  /** The contact's events at this instant, by type. */
  events: { type: string; count: number }[];
  /** Whether nothing but time brought it about. */
  by_time: boolean;
  /** Points by score id. */
  scores: Record<string, number>;
  /** Bands by the id of the score or matrix; null outside all of them. */
  bands: Record<string, string | null>;
  /** The id of the stage; a value that is no stage as it is; null without one. */
  stage: string | null;
  happened: Happening[];
}

/** What `journey` may be told. */
export interface JourneyOptions {
  /** Where it begins. */
  from: Instant;
  /** Where it ends. Now, if left out; of results their instant. */
  to?: Instant;
  /** What is remembered at its beginning. */
  state?: StateSource;
  /**
   * The stage that it begins with. `"current"`, if left out: the one that the contact has now, or that is remembered, which it may have come to
   * long ago, so that there are hardly any changes to see. `"none"`: none, as if the stage had been cleared at `from`; the contact's own value
   * does not count on the way, and whoever is excluded for the stage of today is not. So it shows how the rules would have brought the contact
   * from stage to stage. Without a lifecycle both are the same.
   */
  fromStage?: "current" | "none";
}

/** What `advance` of a table may be told. */
export interface RunOptions {
  /** The instant. Now, if left out. */
  asOf?: Instant;
  /** Called as steps are made, and at the end. What it throws ends the run. */
  onProgress?: (progress: RunProgress) => void;
  /** Ends the run: it rejects with the signal's reason, and gives its memory back. */
  signal?: AbortSignal;
}

/** How far a run is. */
export interface RunProgress {
  /** Of how many contacts the step has been made. */
  done: number;
  /** Of how many it is made: those of whom nothing can change are passed over. */
  total: number;
}

/** Which happenings: those that are all of what is given. */
export interface HappeningsQuestion {
  kind?: Happening["kind"];
  /** Of a workflow, by its id. */
  workflow?: string;
  /** Those that change the stage to this one, by its id. */
  stage?: string;
  /** Notifications by this channel. */
  channel?: string;
  /** Calls of the host under this name. */
  name?: string;
}

/** Some of the happenings that a question asks for. */
export interface HappeningsPage {
  /** How many there are on all pages together. */
  total: number;
  rows: Happening[];
}

/** A run in numbers: the funnel. */
export interface RunSummary {
  /** How many contacts took part. */
  contacts: number;
  happenings: number;
  /** If the ruleset has a lifecycle. */
  lifecycle?: {
    /** The property that holds the stage. */
    property: string;
    /** The earliest first. */
    stages: Population[];
    /** Contacts without a stage. */
    without: BeforeAfter;
    /** Contacts with a value that is no stage of the ruleset. */
    other: BeforeAfter;
    /** Who came from which stage to which, by stages in their order; null is without one. */
    moves: { from: string | null; to: string | null; count: number }[];
  };
  /** The ruleset's lists. */
  lists: Population[];
  /** The ruleset's workflows. */
  workflows: {
    id: string;
    label?: string;
    /** How many contacts it enrolled. */
    enrolled: number;
    /** How many enrolments ended, by what ended them. */
    unenrolled: { goal: number; suppressed: number; left: number };
    /** How many contacts are enrolled. */
    active: BeforeAfter;
  }[];
  /** How often somebody was notified, by channel. */
  notified: { name: string; count: number }[];
  /** How often the host was called back, by name. */
  called_back: { name: string; count: number }[];
  /** Rows that take no part: without an id, or with one that another row has, too; of those ids at most five. */
  left_out: { without_id: number; repeated: number; repeated_ids: string[] };
  /**
   * The properties that lists, stages and messages read and that the contacts do not have, nor get from a workflow: misspelt, perhaps, or not in
   * the export. That of the stage is among them if it is not there.
   */
  missing_properties: string[];
}

/** How many contacts before a step, and after it. */
export interface BeforeAfter {
  before: number;
  after: number;
}

/** How many contacts are at a stage, or on a list. */
export interface Population extends BeforeAfter {
  id: string;
  label?: string;
}

/** Scores single contacts. */
export interface Scorer {
  /** The contact's scorecard. */
  score(contact: Contact, options?: ScoreOptions): Scorecard;
  /** Why the contact has its scores. */
  explain(contact: Contact, options?: ScoreOptions): Ledger;
  /**
   * A step of the contact: what is remembered from now on, and what happened. It depends on nothing but what it is given; the state that is
   * given stays as it is. It may be that of all contacts, or of this one: a state with very many takes its time each time it is read.
   *
   * @example
   * const { state, happenings } = scorer.advance(JSON.parse(await readFile("state.json", "utf8")), contact, { asOf: "2026-06-30T12:00:00Z" });
   * for (const { kind, ...happening } of happenings) if (kind === "notified") console.log(happening);
   */
  advance(state: StateSource, contact: Contact, options?: ScoreOptions): Advanced;
  /**
   * The contact's way through time: its events come in again, one after another. Its properties are those that it has now, with what
   * workflows set on the way; its stage too, unless it is to begin without one.
   *
   * @example
   * const { steps } = scorer.journey(contact, { from: "2026-01-01", to: "2026-06-30", fromStage: "none" });
   * for (const { at, scores, stage } of steps) console.log(at, scores, stage);
   */
  journey(contact: Contact, options: JourneyOptions & { events?: Iterable<ContactEvent> }): Journey;
  /** Gives the memory back. What was freed cannot be used any more; what is forgotten gives it back when it is collected. */
  free(): void;
  /** The same, for `using`. Where the runtime has no Symbol.dispose, it is not there. */
  [Symbol.dispose](): void;
}

/** What is remembered after a step, and what happened. */
export interface Advanced {
  state: State;
  happenings: Happening[];
}

/** Contacts in memory, ready to be scored by any ruleset. */
export interface ContactsTable {
  readonly rowCount: number;
  readonly report: LoadReport;
  readonly columns: ColumnReport[];
  /** The contact in a row, as it was read, in the shape in which it can be scored alone; its events by time, if it has any. */
  contact(row: number): {
    id: string;
    properties: Record<string, string>;
    events?: { type: string; time: string; properties: Record<string, string> }[];
  };
  /**
   * The values of a property by row, as they were read; null where there is none. Much faster than contact after contact.
   *
   * @example
   * const emails = table.values("email");
   */
  values(property: string, options?: { offset?: number; limit?: number }): (string | null)[];
  /**
   * How often each value of a property occurs, the most frequent first, equally frequent ones by their text; of a column that reads as
   * lists each item, once for a contact. The property is found by its name in the file, or by HubSpot's label or internal name for it.
   *
   * @example
   * const { values } = table.valueCounts("industry", { search: "soft", limit: 10 });
   */
  valueCounts(property: string, options?: ValueCountsOptions): ValueCounts;
  /**
   * The types of events, told apart without case as rules do it, the most frequent first; of more than 1,000 the first 1,000. Looked at
   * when first asked for.
   */
  readonly eventTypes: EventType[];
  /** The same as `valueCounts`, for a property of the events of a type. */
  eventValueCounts(type: string, property: string, options?: ValueCountsOptions): ValueCounts;
  /** The row of a contact by its id or, failing that, its email. -1 if there is none. */
  find(idOrEmail: string): number;
  /** Every contact's scores. */
  score(ruleset: RulesetSource, options?: { asOf?: Instant }): Results;
  /**
   * A step of every contact, from a state or from where another run ended, whose state then need not be read. It gives others a turn in
   * between; the state that is given stays as it is.
   *
   * @example
   * const run = await table.advance(ruleset, await readFile("state.json", "utf8"));
   * for await (const { key, channel, message } of run.happenings({ kind: "notified" })) await send(key, channel, message);
   * await pipeline(run.writeState(), createWriteStream("state.new.json"));
   */
  advance(ruleset: RulesetSource, state: StateSource | Run, options?: RunOptions): Promise<Run>;
  /** Gives the memory back, that of its results too. */
  free(): void;
  /** The same, for `using`. */
  [Symbol.dispose](): void;
}

/** A step of every contact of a table. What happened is kept in the module, and handed over by pages. */
export interface Run {
  readonly asOf: Date;
  /** What it comes to: the funnel, before and after. */
  readonly summary: RunSummary;
  /** What is remembered after it, as one object. */
  readonly state: State;
  /**
   * Some of the happenings, contact by contact in the file's order.
   *
   * @example
   * const { total, rows } = run.page({ kind: "stage_changed", stage: "salesqualifiedlead", limit: 50 });
   */
  page(options?: HappeningsQuestion & { offset?: number; limit?: number }): HappeningsPage;
  /**
   * All of them, one after another.
   *
   * @example
   * for await (const happening of run.happenings()) file.write(`${JSON.stringify(happening)}\n`);
   */
  happenings(options?: HappeningsQuestion): AsyncIterable<Happening>;
  /**
   * The rows of the contacts that meet a filter as they are after it, in the file's order: who is on a list or at a stage then. Rows that took
   * no part are not among them. Worked out each time.
   *
   * @example
   * const customers = run.rows({ stage: "customer" });
   * for (const row of customers.slice(0, 10)) console.log(table.contact(row).id);
   */
  rows(where?: ResultFilter): Uint32Array;
  /** The text of what is remembered after it, the same for the same content, made piece by piece as it is read. */
  writeState(): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Gives the memory back. */
  free(): void;
  /** The same, for `using`. */
  [Symbol.dispose](): void;
}

/** What `valueCounts` and `eventValueCounts` may be told. */
export interface ValueCountsOptions {
  /** Only values in which this occurs, without case. */
  search?: string;
  /** How many values to pass over; 0, if left out. */
  offset?: number;
  /** How many values at most; 20, if left out, and up to 10,000. */
  limit?: number;
}

/** How often values occur. */
export interface ValueCounts {
  /** Distinct values. */
  distinct: number;
  /** How many of them meet the search. */
  matching: number;
  /** Contacts, or events, without a value. */
  without: number;
  /** As they were written, whole. */
  values: ValueCount[];
}

/** How many contacts, or events, have a value. */
export interface ValueCount {
  value: string;
  count: number;
}

/** A type of events. */
export interface EventType {
  /** As it was first written. */
  type: string;
  count: number;
  /** How many contacts have such an event. */
  contacts: number;
  /** What the events have besides type and time, in the file's order. */
  properties: { name: string; filled: number; distinct: number; kind: ColumnReport["kind"] }[];
}

/** Every contact's scores. `ids`, `scores` and `bands` are all of them at once; `page`, `count` and `histogram` ask without that. */
export interface Results {
  readonly rowCount: number;
  readonly asOf: Date;
  readonly report: ScoreReport;
  /** By row. */
  readonly ids: string[];
  /** Points by score id, by row. */
  readonly scores: Record<string, Float64Array>;
  /** Bands by row, by the id of the score or matrix. */
  readonly bands: Record<string, (string | null)[]>;
  scorecard(row: number): Scorecard;
  explain(row: number): Ledger;
  /**
   * The shortest ways of a contact to the next band of each score that has bands; a score of which it has the last band is left out.
   *
   * @example
   * for (const { next, ways } of results.ways(0)) console.log(next, ways[0]?.steps.map(({ criterion, change }) => `${criterion}: ${change}`));
   */
  ways(row: number): NextBand[];
  /**
   * A contact's way through time, by these rules.
   *
   * @example
   * const { steps } = results.journey(table.find("ada@example.com"), { from: "2026-01-01" });
   */
  journey(row: number, options: JourneyOptions): Journey;
  /**
   * Some of the contacts, filtered and sorted inside the module: a million of them never become a million objects. The order is kept
   * for the next page of the same question.
   *
   * @example
   * const { total, rows } = results.page({ where: { band: "lead", is_any_of: ["SQL"] }, sort: { score: "lead" }, descending: true, limit: 50 });
   */
  page(options?: PageOptions): Page;
  /**
   * How many contacts meet a filter; all, without one.
   *
   * @example
   * results.count({ score: "lead", at_least: 65 });
   */
  count(where?: ResultFilter): number;
  /**
   * How the points of a score are spread. Without a width it is 1, 2 or 5 times a power of ten that makes at most 20 bins; with one there
   * may be 1,000.
   */
  histogram(score: string, options?: { width?: number; where?: ResultFilter }): Histogram;
  /**
   * What each criterion, group and score does over all contacts, or those that meet a filter.
   *
   * @example
   * const dead = results.insights().scores.flatMap(({ groups }) => groups.flatMap(({ criteria }) => criteria)).filter(({ met }) => met === 0);
   */
  insights(options?: { where?: ResultFilter }): Insights;
  /**
   * How many contacts have each band: by the id of the score or matrix, in the order in which the ruleset has the ranges (of a matrix row by
   * row), those outside all of them last.
   */
  bandCounts(options?: { where?: ResultFilter }): Record<string, { band: string | null; count: number }[]>;
  /**
   * What the rules do not know of the contacts, and what they take for more than was meant. Muted criteria are rules like others; events
   * after `asOf` do not exist yet.
   *
   * @example
   * const { unruled_values } = results.coverage();
   */
  coverage(): Coverage;
  /**
   * The contacts as a CSV, made piece by piece as it is read: that of the command line's `score --format csv`, to the byte, with columns
   * for properties if asked for. Texts that a spreadsheet would take for formulas get an apostrophe before them.
   *
   * @example
   * await results.writeCsv({ sort: { score: "lead" }, descending: true }).pipeTo(Writable.toWeb(createWriteStream("scores.csv")));
   */
  writeCsv(options?: Question & { properties?: string[] }): ReadableStream<Uint8Array<ArrayBuffer>>;
  /**
   * Who changed against other results of the same table, normally those of an earlier ruleset: `this` is after, `before` before. The
   * comparison keeps what it needs of both, which may be freed before it is.
   *
   * @example
   * const before = table.score(saved);
   * const after = table.score(edited);
   * const { scores, bands } = after.compare(before).summary;
   */
  compare(before: Results): Comparison;
  /** Gives the memory back. */
  free(): void;
  /** The same, for `using`. */
  [Symbol.dispose](): void;
}

/**
 * Results of a table beside earlier or other ones. Scores and band sets are matched by their ids, bands by their labels, so that rulesets may
 * differ in every way.
 */
export interface Comparison {
  readonly rowCount: number;
  /** What changes over all contacts. */
  readonly summary: ComparisonSummary;
  /**
   * Contacts that changed, the biggest change of the score first, up or down; those that are alike in the file's order.
   *
   * @example
   * const { rows } = comparison.page({ band: { id: "lead", to: "SQL" }, where: { property: "country", is_equal_to: "UK" } });
   */
  page(options?: MoversQuestion & { offset?: number; limit?: number; properties?: string[] }): MoversPage;
  /**
   * The same as CSV, piece by piece: `id`, the properties, then each score as `ID_before`, `ID_after` and `ID_change`, then each band set as
   * `ID_band_before` and `ID_band_after`, a matrix as `ID_before` and `ID_after`. Cells of what is only in one of the two are empty. Texts that
   * a spreadsheet would take for formulas get an apostrophe before them.
   */
  writeCsv(options?: MoversQuestion & { properties?: string[] }): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Gives the memory back; the results stay. */
  free(): void;
  /** The same, for `using`. */
  [Symbol.dispose](): void;
}

/**
 * What changes, score by score and band set by band set: those of after in their order, then those that only before has. Where only one has
 * something, there is nothing to compare: all counts are 0.
 */
export interface ComparisonSummary {
  scores: {
    id: string;
    label?: string;
    in: "both" | "before" | "after";
    /** How many contacts have more points, fewer, and the same. */
    raised: number;
    lowered: number;
    unchanged: number;
    /** The sum of what the points change by. */
    change: number;
  }[];
  bands: {
    id: string;
    label?: string;
    in: "both" | "before" | "after";
    /**
     * How many contacts moved from where to where, where there are any, those that stay included; null outside all bands. In the order of
     * bands, by `from` and then by `to`, the highest first and null last.
     */
    moves: { from: string | null; to: string | null; count: number }[];
    /** How many have another band. */
    moved: number;
  }[];
}

/** Which contacts of a comparison. */
export interface MoversQuestion {
  /** By which score, of those in both, they are sorted and count as changed; the first one, if left out. */
  score?: string;
  /**
   * Only those whose band moved so, of a band set in both; `from` or `to` left out: any. Those that stay are included if `from` equals `to`.
   * Without `band` it is those whose points of `score` changed.
   */
  band?: { id: string; from?: string | null; to?: string | null };
  /** Only those that meet it, by the results after. */
  where?: ResultFilter;
}

/** Some of the contacts that changed. */
export interface MoversPage {
  /** How many there are on all pages together. */
  total: number;
  rows: MoverRow[];
}

/** A contact before and after. */
export interface MoverRow {
  /** Its row in the file, from 0. */
  row: number;
  /** Its id; `row N` where it has none. */
  id: string;
  /** How many points of `score` it has more; 0, if no score is in both. */
  change: number;
  /** Its points by score id. */
  scores: Record<string, { before?: number; after?: number }>;
  /** Its bands by the id of the score or matrix; null outside all of them. */
  bands: Record<string, { before?: string | null; after?: string | null }>;
  /** If properties were asked for: its values, by the names that were given; those without a value are not there. */
  properties?: Record<string, string>;
}

/**
 * What the rules do not know of the contacts, and what they take for more than was meant: properties and event types that rules use and
 * nobody has, values that no rule names, texts that are found inside longer words. Properties are named as the first rule does.
 */
export interface Coverage {
  missing_properties: MissingProperty[];
  missing_events: MissingEvent[];
  unruled_values: UnruledValues[];
  inside_words: InsideWords[];
}

/** A criterion by its ids. */
export interface CriterionPlace {
  score: string;
  criterion: string;
}

/** A property that rules use and the contacts do not have. */
export interface MissingProperty {
  property: string;
  /** None, if only bands use it. */
  criteria: CriterionPlace[];
}

/** A type of events that rules use and of which there is none. */
export interface MissingEvent {
  event: string;
  /** None, if only bands use it. */
  criteria: CriterionPlace[];
}

/**
 * Values that occur and that no rule about the property names. Of contacts these are properties with points by value, or of which rules ask
 * nothing but which value it is; of events also those in which rules look for words, as in names of forms and addresses of pages. What is
 * only excluded names no value: all others are meant. A value for which the ruleset says there is none is none.
 */
export interface UnruledValues {
  property: string;
  /** The type of the events whose property it is. */
  event?: string;
  /** Contacts, or events, with such a value. */
  rows: number;
  /** Such values. */
  distinct: number;
  /** The most frequent ones, at most 50; items, if rules read the property as a list. */
  values: ValueCount[];
  /** Distinct values that were not looked at, the least frequent ones, where texts times rules come to more than 4 GiB. */
  not_looked_at?: number;
  /** Those that ask for values of the property. */
  criteria: CriterionPlace[];
}

/**
 * A text that a criterion looks for with `contains`, `does_not_contain`, `starts_with` or `ends_with`, and that occurs in values inside longer
 * words only: `intern` in `International`. Not so where the criterion looks for the longer word as well.
 */
export interface InsideWords extends CriterionPlace {
  property: string;
  /** The type of the events whose property it is. */
  event?: string;
  operand: string;
  operator: string;
  /** Contacts, or events, with such a value. */
  rows: number;
  /** Such values. */
  distinct: number;
  /** The most frequent ones, at most 20. */
  values: ValueCount[];
  /** Distinct values that were not looked at; see UnruledValues. */
  not_looked_at?: number;
}

/**
 * What went wrong. `freed` was used after `free`; `lost` was in the module's memory when that broke off. After `out_of_memory` and
 * `broken_off` the next call works, with contacts loaded anew.
 */
export type ErrorCode =
  | "invalid_argument"
  | "invalid_ruleset"
  | "invalid_filter"
  | "invalid_contact"
  | "invalid_instant"
  | "invalid_state"
  | "unreadable_file"
  | "too_large"
  | "not_found"
  | "freed"
  | "lost"
  | "out_of_memory"
  | "broken_off"
  | "cannot_start";

/** What went wrong. Everything this package throws is one of these, but for a signal's reason and what `onProgress` throws. */
export class LeadscoreError extends Error {
  private constructor();
  /** Stable; what programs may depend on. */
  readonly code: ErrorCode;
  /**
   * A JSON Pointer, where there is a place: of `invalid_argument` and `not_found` to the argument by its name, such as `/options/asOf`; of
   * all others into the ruleset, filter, contact or state that was given.
   */
  readonly path?: string;
  /** All diagnostics, for `invalid_ruleset` and `invalid_filter`. */
  readonly diagnostics?: Diagnostic[];
}

/** What of a ruleset is published. */
export interface PublishOptions {
  /**
   * Lists, lifecycle and workflows, too: then pages hear of what happens to their visitors. Whoever may read a page may read their messages.
   * Whom a list names is left out. False if left out.
   */
  readonly lifecycle?: boolean;
}

/** Checks a ruleset and compiles it. Throws a LeadscoreError `invalid_ruleset` with all diagnostics if it has errors. */
export function createScorer(ruleset: RulesetSource): Promise<Scorer>;

/**
 * A step of one contact by a ruleset: `advance` of a scorer, without one.
 *
 * @example
 * const { state, happenings } = await advance(ruleset, null, { id: "512", email: "ada@example.com" }, { asOf: "2026-06-30T12:00:00Z" });
 */
export function advance(ruleset: RulesetSource, state: StateSource, contact: Contact, options?: ScoreOptions): Promise<Advanced>;

/** Everything that is wrong or suspect in a ruleset; nothing, if it is fine. */
export function checkRuleset(ruleset: RulesetSource): Promise<Diagnostic[]>;

/**
 * Publishes a ruleset for the on-site embed, which scores visitors by it in their browsers: the text of its `ruleset.json`, whose format
 * stands in ONSITE.md. Notes are left out, and lists, lifecycle and workflows unless they are asked for. Throws a LeadscoreError
 * `invalid_ruleset` with all diagnostics if the ruleset has errors.
 *
 * @example
 * await writeFile("site/leadscore/ruleset.json", await publish(await readFile("rules.json", "utf8")));
 */
export function publish(ruleset: RulesetSource, options?: PublishOptions): Promise<string>;

/** Reads contacts, and events beside them. Rows that cannot be read are in the report; the rest is there. */
export function loadContacts(source: ContactsSource, options?: LoadOptions): Promise<ContactsTable>;

/** How points shrink with time, as a ruleset has it. */
export interface Decay {
  /** What each interval takes: above 0 and at most 100, with at most two decimals. */
  percent: number;
  /** The interval in days of 24 hours, from 1 to 100,000. */
  every_days: number;
  /** Of what the percentage is taken: `linear`, if left out, of the points at the start; `compound` of what the step before has left. */
  shape?: "linear" | "compound";
}

/**
 * The points of something that decays, by whole days since it happened: one entry at 0 and at each step that changes them, until they are 0,
 * or after 100 changes.
 *
 * @example
 * await decaySteps({ percent: 50, every_days: 30 }, 15); // [{ days: 0, points: 15 }, { days: 30, points: 7.5 }, { days: 60, points: 0 }]
 */
export function decaySteps(decay: Decay, points: number): Promise<{ days: number; points: number }[]>;

/** Where `initialize` may have the WebAssembly module from: `leadscore/leadscore.wasm`, in any of these forms. Relative text is a page's. */
export type WasmSource = WebAssembly.Module | ArrayBuffer | ArrayBufferView | Response | URL | string;

/** What `initialize` may be told. */
export interface InitializeOptions {
  /** The module, where the entry that is imported has none that can be loaded or compiled. */
  wasm?: WasmSource | PromiseLike<WasmSource>;
}

/**
 * Starts the WebAssembly module, which otherwise the first call does: to have it ready earlier, or to say where it is.
 *
 * Throws a LeadscoreError `cannot_start` if it cannot be started from there, or if it is started already from elsewhere. After a
 * failure it, or any other call, tries again.
 */
export function initialize(options?: InitializeOptions): Promise<void>;
