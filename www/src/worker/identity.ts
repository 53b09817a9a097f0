/**
 * Who a contact is, for people: a name and an email out of whatever columns the file has. In: a table. Out: texts by row.
 */
import type { ColumnReport } from "leadscore";
import { clip } from "../text/clip.ts";

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
