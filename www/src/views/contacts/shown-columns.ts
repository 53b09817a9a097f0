/**
 * Which columns of the file the list shows, in which order. Remembered in the browser, where it lets us, for files with the same columns; what is in
 * the columns is not.
 */
import type { ColumnReport } from "leadscore";

/** More than anybody compares at once, and few enough to be drawn while scrolling. */
export const mostColumns = 60;

const prefix = "leadscore-columns-";

export function storedColumns(columns: readonly ColumnReport[]): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(prefix + shapeOf(columns)) ?? "[]");
    const names = new Set(columns.map(({ name }) => name));
    return Array.isArray(stored) ? stored.filter((name): name is string => typeof name === "string" && names.has(name)).slice(0, mostColumns) : [];
  } catch {
    return [];
  }
}

export function storeColumns(columns: readonly ColumnReport[], shown: readonly string[]): void {
  try {
    if (shown.length === 0) localStorage.removeItem(prefix + shapeOf(columns));
    else localStorage.setItem(prefix + shapeOf(columns), JSON.stringify(shown));
  } catch {
    // A browser that keeps nothing still shows them.
  }
}

/** A number for the names of a file's columns (FNV-1a). */
function shapeOf(columns: readonly ColumnReport[]): string {
  let hash = 0x811c9dc5;
  for (const { name } of columns) {
    for (let at = 0; at <= name.length; at++) hash = Math.imul(hash ^ (name.charCodeAt(at) || 0x1f), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
