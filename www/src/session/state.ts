/** The page's whole state: plain, readonly values. Only the session replaces it. */
import type { Diagnostic, LoadReport } from "leadscore";
import type { Arrangement, Explained, RulesetOutline, Scored } from "../worker/protocol.ts";
import type { Role } from "./recognise.ts";

/** A ruleset that was found free of errors. */
export interface Ruleset {
  file: File;
  text: string;
  outline: RulesetOutline;
  warnings: Diagnostic[];
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
  /** With the text they are about. */
  diagnostics?: { list: Diagnostic[]; text: string };
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

export interface State {
  /** All that were given so far; the sample brings two. */
  readonly rulesets: readonly Ruleset[];
  readonly ruleset: Ruleset | undefined;
  readonly contacts: Contacts | undefined;
  readonly events: File | undefined;
  readonly asOf: number;
  readonly asOfOrigin: InstantOrigin;
  readonly scored: Scored | undefined;
  readonly arrangement: Arrangement;
  /** The list does not yet follow the arrangement. */
  readonly arranging: boolean;
  readonly explained: Explained | undefined;
  readonly loading: Loading | undefined;
  readonly complaints: readonly Complaint[];
  /** Files of which the user is to say what they are. */
  readonly unclear: readonly Assignment[];
}

export const noArrangement: Arrangement = { sort: null, descending: false, search: "" };

export function emptyState(now: number): State {
  return {
    rulesets: [],
    ruleset: undefined,
    contacts: undefined,
    events: undefined,
    asOf: now,
    asOfOrigin: "now",
    scored: undefined,
    arrangement: noArrangement,
    arranging: false,
    explained: undefined,
    loading: undefined,
    complaints: [],
    unclear: [],
  };
}
