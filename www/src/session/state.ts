/** The page's whole state: plain, readonly values. Only the session replaces it. */
import type { Diagnostic, LoadReport } from "leadscore";
import type { Path } from "../editing/document.ts";
import type { Explained } from "../worker/jobs/listing.ts";
import type { Arrangement, RulesetOutline, Scored } from "../worker/protocol.ts";
import type { Role } from "./recognise.ts";
import type { RulesetsState } from "./rulesets.ts";
import { noTesting, type Testing } from "./tested.ts";

/** The views of the page, in their order. */
export const views = ["rules", "lifecycle", "contacts", "test", "distribution", "changes", "health", "json", "data"] as const;

export type View = (typeof views)[number];

/** Where a part of the ruleset has a form; what has none is edited as JSON. */
export function editedIn([key]: Path): View {
  if (key === "scores" || key === "bands") return "rules";
  return key === "lifecycle" || key === "lists" || key === "workflows" ? "lifecycle" : "json";
}

export interface Contacts {
  file: File;
  rowCount: number;
  report: LoadReport;
}

/** A file that could not be used, and why. It never takes the place of one that could. */
export interface Complaint {
  file: File;
  role: Role;
  message: string;
  /** It is not the file's fault. */
  unexpected?: boolean;
  /** It is no file, but the link that opened the page. */
  isLink?: boolean;
  /** Why a ruleset could not be taken, where the library says it. */
  fault?: string;
}

/** What is being read. */
export interface Loading {
  file: File;
  role: "contacts" | "events";
  bytesRead: number;
  bytesTotal: number;
  rows: number;
}

/** A file with what it is taken for. */
export interface Assignment {
  file: File;
  role: Role;
}

/** Where the instant of the evaluation comes from: one that the user chose outlives a change of files. */
export type InstantOrigin = "now" | "sample" | "chosen";

/** A part of the ruleset that the page is asked to show. */
export interface Revealed {
  path: Path;
  /** Higher with each time. */
  time: number;
}

export interface State {
  readonly view: View;
  readonly revealed: Revealed | undefined;
  readonly rulesets: RulesetsState;
  /** Whether there is a ruleset in the editor. */
  readonly open: boolean;
  /** What is wrong or suspect in the ruleset's text. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of the last text without errors. */
  readonly outline: RulesetOutline | undefined;
  /** Whether the text has errors, so that everything shown is of an earlier one. */
  readonly faulty: boolean;
  readonly contacts: Contacts | undefined;
  readonly events: File | undefined;
  readonly asOf: number;
  readonly asOfOrigin: InstantOrigin;
  readonly scored: Scored | undefined;
  readonly arrangement: Arrangement;
  /** The list does not yet follow the arrangement. */
  readonly arranging: boolean;
  readonly explained: Explained | undefined;
  readonly testing: Testing;
  /** Rises with every evaluation, also where there are no contacts. */
  readonly evaluations: number;
  readonly loading: Loading | undefined;
  readonly complaints: readonly Complaint[];
  /** Files of which the user is to say what they are. */
  readonly unclear: readonly Assignment[];
}

/** By the first score of whatever ruleset there is: no score has an empty id. */
export const noArrangement: Arrangement = { sort: { score: "" }, descending: true, search: "", criteria: [] };

export function emptyState(now: number, rulesets: RulesetsState): State {
  return {
    view: "rules",
    revealed: undefined,
    rulesets,
    open: rulesets.open !== undefined,
    diagnostics: [],
    outline: undefined,
    faulty: false,
    contacts: undefined,
    events: undefined,
    asOf: now,
    asOfOrigin: "now",
    scored: undefined,
    arrangement: noArrangement,
    arranging: false,
    explained: undefined,
    testing: noTesting,
    evaluations: 0,
    loading: undefined,
    complaints: [],
    unclear: [],
  };
}
