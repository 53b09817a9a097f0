/** The rows of a table of points by value. In: the table, and the values that occur. Out: rows in an order, what is missing, other tables. Pure. */

export interface ValueRow {
  value: string;
  points: unknown;
  /** How many contacts have it; undefined where none is known to. */
  occurs: number | undefined;
}

/** A value that occurs. */
interface Occurring {
  value: string;
  count: number;
}

export type Order = "written" | "occurs" | "points" | "name";

export function arranged(table: Readonly<Record<string, unknown>>, occurring: readonly Occurring[], order: Order, search: string): ValueRow[] {
  const counts = new Map(alike(occurring).map(({ value, count }) => [plain(value), count]));
  const wanted = plain(search);
  const rows = Object.entries(table)
    .filter(([value]) => wanted === "" || plain(value).includes(wanted))
    .map(([value, points]): ValueRow => ({ value, points, occurs: counts.get(plain(value)) }));
  switch (order) {
    case "written":
      return rows;
    case "occurs":
      return rows.sort((a, b) => (b.occurs ?? 0) - (a.occurs ?? 0));
    case "points":
      return rows.sort((a, b) => amount(b) - amount(a));
    case "name":
      return rows.sort((a, b) => a.value.localeCompare(b.value));
  }
}

/** The values that occur and are not in the table. */
export function missing(table: Readonly<Record<string, unknown>>, occurring: readonly Occurring[]): Occurring[] {
  const there = new Set(Object.keys(table).map(plain));
  return alike(occurring).filter(({ value }) => !there.has(plain(value)));
}

/** As tables compare values: those that are the same without case are one, under the most frequent way to write it. */
function alike(occurring: readonly Occurring[]): Occurring[] {
  const found = new Map<string, Occurring>();
  for (const { value, count } of occurring) {
    const known = found.get(plain(value));
    if (known === undefined) found.set(plain(value), { value, count });
    else known.count += count;
  }
  return [...found.values()];
}

/** The table with another text for a value, in its place; undefined if that is in it already. */
export function renamed(table: Readonly<Record<string, number>>, from: string, to: string): Record<string, number> | undefined {
  const others = Object.keys(table).filter((value) => value !== from);
  if (others.some((value) => plain(value) === plain(to))) return undefined;
  return Object.fromEntries(Object.entries(table).map(([value, points]) => [value === from ? to : value, points]));
}

function amount({ points }: ValueRow): number {
  return typeof points === "number" ? points : -Infinity;
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
