/** The list of contacts: in an order, by its rows, each explained, and as a file. */
import type { Ledger, PageRow } from "leadscore";
import { clip, clipTexts } from "../clip.ts";
import { identity } from "../identity.ts";
import type { Arranged, Arrangement } from "../protocol.ts";
import type { Workbench } from "../workbench.ts";

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
  /** By the names that were asked for; those without a value are not there. */
  properties: Record<string, string>;
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

export function arrange(workbench: Workbench, arrangement: Arrangement): Arranged | null {
  return workbench.arrange(arrangement);
}

/** Contacts by their positions in the arrangement, `to` not included, with the values of some properties. */
export function rows(workbench: Workbench, { from, to, properties = [] }: { from: number; to: number; properties?: string[] }): Rows | null {
  const { contacts, results } = workbench;
  if (contacts === undefined || results === undefined) return null;
  const { name, email } = contacts.columns;
  const asked = [...new Set([...name, ...(email === undefined ? [] : [email]), ...properties])];
  const contact = ({ row, id, scores, bands, properties: values = {} }: PageRow): ContactRow => ({
    row,
    id: clip(id, 120),
    ...identity(values, contacts.columns),
    points: scores,
    bands,
    properties: Object.fromEntries(properties.flatMap((one) => (values[one] === undefined ? [] : [[one, clip(values[one], 120)]]))),
  });
  const page = results.page({ ...workbench.question, offset: from, limit: Math.max(to - from, 0), properties: asked });
  return { generation: workbench.arrangedGeneration, from, rows: page.rows.map(contact) };
}

export function explain(workbench: Workbench, { row }: { row: number }): Explained | null {
  const { contacts, results } = workbench;
  if (contacts === undefined || results === undefined || row >= results.rowCount) return null;
  const who = identity(contacts.table.contact(row).properties, contacts.columns);
  return { row, ...who, ledger: clipTexts(results.explain(row)) };
}

/** The contacts of the arrangement with their scores, as a CSV file, with columns of properties. */
export async function exportCsv(workbench: Workbench, { properties = [] }: { properties?: string[] }): Promise<Blob> {
  if (workbench.results === undefined) return new Blob();
  const headers = { "content-type": "text/csv;charset=utf-8" };
  return await new Response(workbench.results.writeCsv({ ...workbench.question, properties }), { headers }).blob();
}
