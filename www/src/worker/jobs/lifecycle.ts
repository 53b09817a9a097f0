/**
 * What the stages and workflows of a ruleset would do: a step by the rules as they are now, from where the rules that hold now leave every contact; where
 * nothing was published no rules hold, and it is the first step of all.
 */
import { LeadscoreError, type Happening, type HappeningsQuestion, type Results, type Run, type RunSummary } from "leadscore";
import { clip, clipTexts } from "../../text/clip.ts";
import { identity } from "../identity.ts";
import { runsOf, shownRun } from "../runs.ts";
import type { Workbench } from "../workbench.ts";

export interface Outcome extends RunSummary {
  /** Changes with every run: what happened in one is asked for by it. */
  run: number;
  /** How many contacts are on each list by the rules that hold now, or in the file if none do; lists that are new are not there. */
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

let underWay = new AbortController();
let runs = 0;

/** `baseline` are the rules that hold now; null if none do. Null without contacts, and where a newer question has overtaken this one. */
export async function outcome(workbench: Workbench, { baseline }: { baseline: string | null }): Promise<Outcome | null> {
  const { contacts, settings } = workbench;
  if (contacts === undefined || settings === undefined || settings.ruleset === "") return null;
  const { table } = contacts;
  const { ruleset, asOf } = settings;
  underWay.abort();
  const { signal } = (underWay = new AbortController());
  const all = runsOf(workbench, table, asOf);
  try {
    const before = baseline === null ? undefined : await all.baseline(baseline, signal);
    if (signal.aborted || all.areOver) return null;
    const run = before === undefined ? (await all.first(ruleset))?.hold() : await all.next(ruleset, before, signal);
    if (run === undefined || signal.aborted || all.areOver) {
      run?.letGo();
      return null;
    }
    all.show({ run, before, number: ++runs });
    const { summary } = run.run;
    const listsBefore = before === undefined ? summary.lists.map((one) => [one.id, one.before]) : before.run.summary.lists.map((one) => [one.id, one.after]);
    const workflowsBefore = before?.run.summary.workflows.map(({ id }) => id) ?? [];
    return clipTexts({ ...summary, run: runs, listsBefore: Object.fromEntries(listsBefore) as Record<string, number>, workflowsBefore });
  } catch (error) {
    // The contacts may have gone meanwhile, too.
    if (signal.aborted || workbench.contacts?.table !== table) return null;
    throw error;
  }
}

/** The first so many of those who are behind a number of a run; null if that is over. */
export function affected(workbench: Workbench, { run: number, which, limit }: { run: number; which: HappeningsQuestion | WhoQuestion; limit: number }): AffectedPage | null {
  const { contacts, results } = workbench;
  const shown = shownRun(workbench);
  if (contacts === undefined || results === undefined || shown === undefined || shown.number !== number) return null;
  const { run } = shown.run;
  const who = (row: number): Affected => {
    const { id, properties } = contacts.table.contact(row);
    return { row, id: clip(id, 120), ...identity(properties, contacts.columns) };
  };
  if ("where" in which) {
    const before = shown.before === undefined ? rowsInFile(results, run, which.where) : rowsOf(shown.before.run, which.where);
    const all = moved(rowsOf(run, which.where) ?? new Uint32Array(), before);
    const asked = which.onlyMoved ? all.filter(({ moves }) => moves !== undefined) : all.filter(({ moves }) => moves !== "goes");
    return { total: asked.length, rows: asked.slice(0, limit).map((one) => ({ ...who(one.row), ...one })) };
  }
  const { total, rows } = run.page({ ...which, limit });
  return { total, rows: rows.map((happening) => ({ ...who(contacts.table.find(happening.contact)), happening: clipTexts(happening) })) };
}

/** Those who meet a filter as the file has them, of those who take part in a run. */
function rowsInFile(results: Results, run: Run, where: object): Uint32Array {
  const taking = new Set(run.rows());
  const limit = 10_000;
  const found: number[] = [];
  for (let offset = 0; ; offset += limit) {
    const { total, rows } = results.page({ where, offset, limit });
    for (const { row } of rows) if (taking.has(row)) found.push(row);
    if (offset + limit >= total) return Uint32Array.from(found);
  }
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

/**
 * How many contacts are on each list as the file has them; null without contacts, and where newer rules have overtaken
 * these. A run counts them all at once: to count each list by itself would work out again every list that it refers to.
 */
export async function listSizes(workbench: Workbench, _: Record<string, never>): Promise<Record<string, number> | null> {
  const { contacts, results, settings } = workbench;
  if (contacts === undefined || results === undefined || settings === undefined || settings.ruleset === "") return null;
  try {
    const run = await runsOf(workbench, contacts.table, settings.asOf).first(settings.ruleset);
    if (run === undefined) return null;
    const { lists, left_out } = run.run.summary;
    if (left_out.without_id + left_out.repeated === 0) return Object.fromEntries(lists.map(({ id, before }) => [id, before]));
    return await countOneByOne(workbench, results, lists.map(({ id }) => id));
  } catch (error) {
    if (workbench.contacts !== contacts) return null;
    throw error;
  }
}

/** Rows that take no part in a run are on lists, too. Others get their turn in between. */
async function countOneByOne(workbench: Workbench, results: Results, lists: readonly string[]): Promise<Record<string, number> | null> {
  const sizes: [string, number][] = [];
  let turn = performance.now();
  for (const list of lists) {
    if (performance.now() - turn > 20) {
      await new Promise((resolve) => setTimeout(resolve));
      if (workbench.results !== results) return null;
      turn = performance.now();
    }
    sizes.push([list, results.count({ list })]);
  }
  return Object.fromEntries(sizes);
}
