/**
 * What the stages and workflows of a ruleset would do: a step by the rules as they are now, from where the rules that hold now leave every contact.
 * Runs are kept as long as what they are of, so that their happenings can be looked through.
 */
import { LeadscoreError, type ContactsTable, type Happening, type HappeningsQuestion, type Run, type RunSummary } from "leadscore";
import { clip, clipTexts } from "../../text/clip.ts";
import { identity } from "../identity.ts";
import type { Workbench } from "../workbench.ts";

export interface Outcome extends RunSummary {
  /** Changes with every run: what happened in one is asked for by it. */
  run: number;
  /** How many contacts are on each list by the rules that hold now; those that are new are not there. */
  listsBefore: Record<string, number>;
  /** The workflows of the rules that hold now: they do not start anew. */
  workflowsBefore: string[];
}

/** Who would be where: those who meet a filter after the run, or, of those, only who comes there by it and who no longer is. */
export interface WhoQuestion {
  where: object;
  onlyMoved?: boolean;
}

/** A contact behind a number: to whom something would happen, or who would be somewhere. */
export interface Affected {
  row: number;
  id: string;
  name: string;
  email: string;
  happening?: Happening;
  /** Against the rules that hold now. */
  moves?: "comes" | "goes";
}

export interface AffectedPage {
  total: number;
  rows: Affected[];
}

interface Runs {
  table: ContactsTable;
  asOf: number;
  baseline?: { text: string; run: Run };
  now?: { run: Run; number: number };
}

const kept = new WeakMap<Workbench, Runs>();
let underWay = new AbortController();
let runs = 0;

/** Null without contacts, and where a newer question has overtaken this one. */
export async function outcome(workbench: Workbench, { baseline }: { baseline: string }): Promise<Outcome | null> {
  const { contacts, settings } = workbench;
  if (contacts === undefined || settings === undefined || settings.ruleset === "") return null;
  const { table } = contacts;
  underWay.abort();
  const { signal } = (underWay = new AbortController());
  try {
    const all = runsOf(workbench, table, settings.asOf);
    const before = await baselineRun(all, baseline, signal);
    const run = await table.advance(settings.ruleset, before ?? null, { asOf: settings.asOf, signal });
    if (kept.get(workbench) !== all) return null;
    all.now?.run.free();
    all.now = { run, number: ++runs };
    const listsBefore = Object.fromEntries((before?.summary.lists ?? []).map(({ id, after }) => [id, after]));
    const workflowsBefore = (before?.summary.workflows ?? []).map(({ id }) => id);
    return clipTexts({ ...run.summary, run: runs, listsBefore, workflowsBefore });
  } catch (error) {
    // The contacts may have gone meanwhile, too.
    if (signal.aborted || workbench.contacts?.table !== table) return null;
    throw error;
  }
}

function runsOf(workbench: Workbench, table: ContactsTable, asOf: number): Runs {
  const known = kept.get(workbench);
  if (known !== undefined && known.table === table && known.asOf === asOf) return known;
  known?.baseline?.run.free();
  known?.now?.run.free();
  const all: Runs = { table, asOf };
  kept.set(workbench, all);
  return all;
}

/** Rules that were opened with errors leave every contact where it is. */
async function baselineRun(all: Runs, text: string, signal: AbortSignal): Promise<Run | undefined> {
  if (all.baseline?.text === text) return all.baseline.run;
  try {
    // The instant before: whoever comes on a list by what was edited was not on it when its workflow started.
    const run = await all.table.advance(text, null, { asOf: all.asOf - 1, signal });
    all.baseline?.run.free();
    all.baseline = { text, run };
    return run;
  } catch (error) {
    if (error instanceof LeadscoreError && error.code === "invalid_ruleset") return undefined;
    throw error;
  }
}

/** The first so many of those who are behind a number of a run; null if that is over. */
export function affected(workbench: Workbench, { run, which, limit }: { run: number; which: HappeningsQuestion | WhoQuestion; limit: number }): AffectedPage | null {
  const { contacts } = workbench;
  const { now, baseline } = kept.get(workbench) ?? {};
  if (contacts === undefined || now === undefined || now.number !== run) return null;
  const who = (row: number): Affected => {
    const { id, properties } = contacts.table.contact(row);
    return { row, id: clip(id, 120), ...identity(properties, contacts.columns) };
  };
  if ("where" in which) {
    const all = moved(rowsOf(now.run, which.where) ?? new Uint32Array(), baseline && rowsOf(baseline.run, which.where));
    const asked = which.onlyMoved ? all.filter(({ moves }) => moves !== undefined) : all.filter(({ moves }) => moves !== "goes");
    return { total: asked.length, rows: asked.slice(0, limit).map((one) => ({ ...who(one.row), ...one })) };
  }
  const { total, rows } = now.run.page({ ...which, limit });
  return { total, rows: rows.map((happening) => ({ ...who(contacts.table.find(happening.contact)), happening: clipTexts(happening) })) };
}

/** Nothing, where the rules of the run have no such list or stage. */
function rowsOf(run: Run, where: object): Uint32Array | undefined {
  try {
    return run.rows(where);
  } catch (error) {
    if (error instanceof LeadscoreError && error.code === "invalid_filter") return undefined;
    throw error;
  }
}

/** Who is there after a run, and who no longer is, in the file's order. Nobody has moved where there was nothing before. */
function moved(after: Uint32Array, before: Uint32Array | undefined): Pick<Affected, "row" | "moves">[] {
  const [was, is] = [new Set(before ?? after), new Set(after)];
  const there = [...after].map((row) => ({ row, ...(was.has(row) ? {} : { moves: "comes" as const }) }));
  const gone = [...was].filter((row) => !is.has(row)).map((row) => ({ row, moves: "goes" as const }));
  return [...there, ...gone].toSorted((a, b) => a.row - b.row);
}

/** How many contacts are on each of some lists; those that cannot be counted are not there. */
export function listSizes({ results }: Workbench, { lists }: { lists: string[] }): Record<string, number> | null {
  if (results === undefined) return null;
  const size = (list: string): [string, number][] => {
    try {
      return [[list, results.count({ list })]];
    } catch (error) {
      // It is a newer one than the last text without errors has.
      if (error instanceof LeadscoreError && error.code.startsWith("invalid")) return [];
      throw error;
    }
  };
  return Object.fromEntries(lists.flatMap(size));
}
