/** The list of contacts: in an order, by its rows, and each explained. */
import type { Ledger, PageRow } from "leadscore";
import { clip, clipTexts } from "../../text/clip.ts";
import { columnNames } from "../columns.ts";
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
  const known = columnNames(contacts.table);
  const wanted = properties.flatMap((one) => known.get(one) ?? []);
  const asked = [...new Set([...name, ...(email === undefined ? [] : [email]), ...wanted])];
  const contact = ({ row, id, scores, bands, properties: values = {} }: PageRow): ContactRow => ({
    row,
    id: clip(id, 120),
    ...identity(values, contacts.columns),
    points: scores,
    bands,
    properties: Object.fromEntries(properties.flatMap((one) => pair(one, values[known.get(one) ?? ""]))),
  });
  const page = results.page({ ...workbench.question, offset: from, limit: Math.max(to - from, 0), properties: asked });
  return { generation: workbench.arrangedGeneration, from, rows: page.rows.map(contact) };
}

function pair(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, clip(value, 120)]];
}

export function explain(workbench: Workbench, { row }: { row: number }): Explained | null {
  const { contacts, results } = workbench;
  if (contacts === undefined || results === undefined || row >= results.rowCount) return null;
  const who = identity(contacts.table.contact(row).properties, contacts.columns);
  return { row, ...who, ledger: clipTexts(results.explain(row)) };
}
