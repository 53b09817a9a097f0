/**
 * One contact, tested: found in the file or made up, with its ledger and its shortest ways to the next band. One that is made up is a table of
 * one row, scored by the ruleset and at the instant of all others.
 */
import { LeadscoreError, loadContacts, type ContactsTable, type NextBand, type Results } from "leadscore";
import { clip, clipTexts } from "../../text/clip.ts";
import { contactOf, draftOf, type Draft, type WholeContact } from "../draft.ts";
import { identity, identityColumns } from "../identity.ts";
import { sectionOf, type Section, type Way } from "../journeys.ts";
import { asContacts, understand, type PastedFormat } from "../pasted.ts";
import type { Workbench } from "../workbench.ts";
import type { Explained } from "./listing.ts";

export interface Tested {
  explained: Explained;
  ways: NextBand[];
  /** Why events that were made up do not count, the first few of them. */
  leftOut: string[];
}

/** Somebody whom a search finds. */
export interface Suggestion {
  row: number;
  id: string;
  name: string;
  email: string;
}

/** What pasted text was read as. */
export interface Pasted {
  format: PastedFormat;
  /** How many contacts it has. */
  contacts: number;
  draft: Draft;
  /** Lines that were left out, the first few of them. */
  leftOut: { line: string; reason?: string }[];
}

/** Where a contact stands in the list, and who stands there. */
export interface Position {
  row: number;
  position: number;
  generation: number;
}

interface MadeUp {
  text: string;
  table: ContactsTable;
}

/** Contacts that are being edited, whole, and the table of the last one. */
interface Bench {
  originals: Map<number, WholeContact>;
  madeUp: MadeUp | undefined;
}

const benches = new WeakMap<Workbench, Bench>();
const mostOriginals = 4;
const faults: LeadscoreError["code"][] = ["unreadable_file", "invalid_contact", "too_large"];
const longestList = 10_000;

/** The contact in a row. */
export function testRow(workbench: Workbench, { row }: { row: number }): Tested | null {
  const { contacts, results } = workbench;
  if (contacts === undefined || results === undefined || row >= results.rowCount) return null;
  return tested(contacts.table, results, row);
}

/** The contact that a draft stands for. */
export async function testDraft(workbench: Workbench, { draft }: { draft: Draft }): Promise<Tested | null> {
  const settings = workbench.settings;
  if (settings === undefined || settings.ruleset === "") return null;
  const table = await tableOf(workbench, draft);
  if (table.rowCount === 0) return null;
  const results = table.score(settings.ruleset, { asOf: settings.asOf });
  try {
    const reasons = table.report.events?.left_out.first.map(({ reason }) => clip(reason)) ?? [];
    return { ...tested(table, results, 0), leftOut: [...new Set(reasons)].slice(0, 5) };
  } finally {
    results.free();
  }
}

/** The way of a contact through time: of the last days, or of all of its events. Null without one, and where something newer is of interest. */
export async function journey(workbench: Workbench, { row = 0, draft, ...way }: { row?: number; draft?: Draft } & Way): Promise<Section | null> {
  const { contacts, results, settings } = workbench;
  if (draft === undefined) {
    if (contacts === undefined || results === undefined || row >= results.rowCount) return null;
    return travelled(contacts.table, results, row, way, () => workbench.results !== results);
  }
  if (settings === undefined || settings.ruleset === "") return null;
  const table = await tableOf(workbench, draft);
  if (table.rowCount === 0) return null;
  const own = table.score(settings.ruleset, { asOf: settings.asOf });
  try {
    return await travelled(table, own, 0, way, () => benchOf(workbench).madeUp?.table !== table);
  } finally {
    own.free();
  }
}

async function travelled(table: ContactsTable, results: Results, row: number, way: Way, isOver: () => boolean): Promise<Section | null> {
  const firstEvent = Date.parse(table.contact(row).events?.[0]?.time ?? "");
  const section = await sectionOf(results, row, Number.isNaN(firstEvent) ? undefined : firstEvent, way, isOver);
  return section === undefined ? null : clipTexts(section);
}

/** The table of a draft alone; the last one is kept. */
async function tableOf(workbench: Workbench, draft: Draft): Promise<ContactsTable> {
  const bench = benchOf(workbench);
  const text = contactOf(draft, bench.originals.get(draft.original));
  const table = bench.madeUp?.text === text ? bench.madeUp.table : await loadContacts(text, { format: "json" });
  if (bench.madeUp?.table !== table) {
    bench.madeUp?.table.free();
    bench.madeUp = { text, table };
  }
  return table;
}

function tested(table: ContactsTable, results: Results, row: number): Tested {
  const who = identity(table.contact(row).properties, identityColumns(table.columns));
  return { explained: { row, ...who, ledger: clipTexts(results.explain(row)) }, ways: clipTexts(results.ways(row)), leftOut: [] };
}

/** Who is found by id, email or name. */
export function suggestContacts(workbench: Workbench, { search, limit }: { search: string; limit: number }): Suggestion[] {
  const { contacts, results } = workbench;
  if (contacts === undefined || results === undefined) return [];
  const { name, email } = contacts.columns;
  const properties = email === undefined ? name : [...name, email];
  const words = search.trim().split(/\s+/).slice(0, 64).join(" ");
  const where = words === "" ? {} : { where: { search: words, properties } };
  const page = results.page({ ...(words === "" ? workbench.question : where), limit, properties });
  return page.rows.map(({ row, id, properties: values = {} }) => ({ row, id: clip(id, 120), ...identity(values, contacts.columns) }));
}

/** Who stands so many places after a contact in the list; of one that is not in it, the first. None beyond its ends. */
export function stepInList(
  workbench: Workbench,
  { row, position, generation, by }: { row: number; position: number | undefined; generation: number | undefined; by: number },
): Position | null {
  const { results } = workbench;
  if (results === undefined) return null;
  const known = generation === workbench.arrangedGeneration ? position : undefined;
  const from = known ?? positionOf(results, workbench.question, row);
  const to = from === undefined ? 0 : from + by;
  if (to < 0) return null;
  const [found] = results.page({ ...workbench.question, offset: to, limit: 1 }).rows;
  return found === undefined ? null : { row: found.row, position: to, generation: workbench.arrangedGeneration };
}

function positionOf(results: Results, question: Workbench["question"], row: number): number | undefined {
  for (let offset = 0; ; offset += longestList) {
    const { rows, total } = results.page({ ...question, offset, limit: longestList });
    const at = rows.findIndex((one) => one.row === row);
    if (at !== -1) return offset + at;
    if (offset + longestList >= total) return undefined;
  }
}

/** A copy of a contact of the file, to be edited. */
export function copyContact(workbench: Workbench, { row }: { row: number }): Draft | null {
  const table = workbench.contacts?.table;
  if (table === undefined || row >= table.rowCount) return null;
  return keep(workbench, table, row);
}

/** One of the contacts in a text that was pasted; none, if there is none in it; or why it cannot be read. */
export async function readPasted(
  workbench: Workbench,
  { text, format, index }: { text: string; format?: PastedFormat; index: number },
): Promise<Pasted | { fault: string } | null> {
  const understood = understand(text, format);
  const { format: read } = understood;
  const table = await readAs(understood.text, read);
  if ("fault" in table) return table;
  try {
    if (table.rowCount === 0) return null;
    const { report } = table;
    const leftOut = [
      ...understood.unclear.map((line) => ({ line: clip(line, 120) })),
      ...[report.rows_left_out, ...(report.events === undefined ? [] : [report.events.left_out])].flatMap(({ first }) =>
        first.map(({ line, reason }) => ({ line: String(line), reason: clip(reason) })),
      ),
    ];
    const draft = keep(workbench, table, Math.min(index, table.rowCount - 1));
    return { format: read, contacts: table.rowCount, draft, leftOut: leftOut.slice(0, 5) };
  } finally {
    table.free();
  }
}

async function readAs(text: string, format: PastedFormat): Promise<ContactsTable | { fault: string }> {
  try {
    return await loadContacts(text, format === "csv" ? { format } : {});
  } catch (error) {
    const again = format === "json" ? asContacts(text) : undefined;
    if (again !== undefined && again !== text) return await readAs(again, format);
    // Text in the making is at fault most of the time: that is no news for the rest of the page.
    if (error instanceof LeadscoreError && faults.includes(error.code)) return { fault: clip(error.message) };
    throw error;
  }
}

function keep(workbench: Workbench, table: ContactsTable, row: number): Draft {
  const { originals } = benchOf(workbench);
  const contact = table.contact(row);
  const number = Math.max(0, ...originals.keys()) + 1;
  originals.set(number, contact);
  for (const old of originals.keys()) if (originals.size > mostOriginals) originals.delete(old);
  const internal = table.columns.flatMap(({ name, internal_name }) => (internal_name === undefined ? [] : [[name, internal_name] as const]));
  return draftOf(contact, number, new Map(internal));
}

function benchOf(workbench: Workbench): Bench {
  const bench = benches.get(workbench) ?? { originals: new Map<number, WholeContact>(), madeUp: undefined };
  benches.set(workbench, bench);
  return bench;
}
