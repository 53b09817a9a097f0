/**
 * The scored contacts as a CSV file, with the columns the command line writes: `id`, then each score and its band, then the
 * bands of matrices. Nothing in it can run as a formula when a spreadsheet opens it.
 */
import type { Results } from "leadscore";

export function scoredCsv(results: Results, rows: Uint32Array): Blob {
  const scores = Object.keys(results.scores);
  const matrices = Object.keys(results.bands).filter((id) => !scores.includes(id));
  const columns: { name: string; cell: (row: number) => string }[] = [{ name: "id", cell: (row) => text(results.ids[row] ?? "") }];
  const bandColumn = (id: string, name: string): void => {
    columns.push({ name, cell: (row) => text(results.bands[id]?.[row] ?? "") });
  };
  for (const id of scores) {
    columns.push({ name: id, cell: (row) => String(results.scores[id]?.[row] ?? "") });
    if (results.bands[id] !== undefined) bandColumn(id, `${id}_band`);
  }
  for (const id of matrices) bandColumn(id, id);

  const parts: string[] = [`${columns.map(({ name }) => text(name)).join(",")}\r\n`];
  const slice = 10_000;
  for (let from = 0; from < rows.length; from += slice) {
    let part = "";
    for (const row of rows.subarray(from, from + slice)) part += `${columns.map(({ cell }) => cell(row)).join(",")}\r\n`;
    parts.push(part);
  }
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}

/** A text as a cell: what a spreadsheet would take for a formula gets an apostrophe in front, numbers stay as they are. */
function text(value: string): string {
  const formula = /^[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(value) && !/^[+-]?\d+(\.\d+)?$/.test(value);
  const safe = formula ? `'${value}` : value;
  return /[",;\r\n\t']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
