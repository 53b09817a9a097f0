/** The columns of a table by their names as the page knows them, which are clipped. */
import type { ContactsTable } from "leadscore";
import { clip } from "../text/clip.ts";

const known = new WeakMap<ContactsTable, Map<string, string>>();

/** The names in the file by those on the page, in the order of the file. */
export function columnNames(table: ContactsTable): ReadonlyMap<string, string> {
  const made = known.get(table) ?? new Map(table.columns.map(({ name }) => [clip(name), name]));
  known.set(table, made);
  return made;
}
