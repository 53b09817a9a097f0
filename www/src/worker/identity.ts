/**
 * Who a contact is, for people: a name and an email out of whatever columns the file has. In: a table. Out: texts by row.
 */
import type { ColumnReport, ContactsTable } from "leadscore";
import { clip } from "./clip.ts";

export interface Identity {
  name: string;
  email: string;
}

/** The names of the columns that say who somebody is. */
export interface IdentityColumns {
  /** Joined with spaces. */
  name: string[];
  email: string | undefined;
}

export function identityColumns(columns: ColumnReport[]): IdentityColumns {
  const find = (...wanted: string[]): string | undefined => {
    const fits = (name: string | undefined): boolean =>
      name !== undefined && wanted.includes(name.trim().toLowerCase().replace(/[\s_-]/g, ""));
    return columns.find((column) => fits(column.internal_name) || fits(column.name))?.name;
  };
  const parts = [find("firstname", "givenname"), find("lastname", "surname", "familyname")].filter((name) => name !== undefined);
  const whole = find("name", "fullname", "contactname");
  return { name: parts.length > 0 ? parts : whole === undefined ? [] : [whole], email: find("email", "emailaddress", "e-mail") };
}

export function identity(properties: Record<string, string>, columns: IdentityColumns): Identity {
  const value = (name: string | undefined): string => (name === undefined ? "" : clip((properties[name] ?? "").trim(), 120));
  return { name: columns.name.map(value).filter(Boolean).join(" "), email: value(columns.email) };
}

/** What a search looks at, row by row, in lower case. Built in slices, so that other jobs get their turn in between. */
export class SearchTexts {
  readonly #table: ContactsTable;
  readonly #ids: string[];
  readonly #columns: IdentityColumns;
  readonly #texts: string[] = [];

  constructor(table: ContactsTable, ids: string[], columns: IdentityColumns) {
    this.#table = table;
    this.#ids = ids;
    this.#columns = columns;
  }

  /** Finishes the texts; gives up and returns undefined once `wanted` says that nobody waits for them any more. */
  async complete(wanted: () => boolean): Promise<string[] | undefined> {
    const slice = 4096;
    while (this.#texts.length < this.#ids.length) {
      if (!wanted()) return undefined;
      const end = Math.min(this.#texts.length + slice, this.#ids.length);
      for (let row = this.#texts.length; row < end; row++) this.#texts.push(this.#text(row));
      await nextTurn();
    }
    return wanted() ? this.#texts : undefined;
  }

  #text(row: number): string {
    const { name, email } = identity(this.#table.contact(row).properties, this.#columns);
    return `${clip(this.#ids[row] ?? "", 120)}\n${name}\n${email}`.toLowerCase();
  }
}

/** Lets messages that have arrived be handled. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
