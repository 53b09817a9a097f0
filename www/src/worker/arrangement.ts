/**
 * Which contacts are shown, in which order. In: results and what to sort, search and keep. Out: row numbers. Ties keep the
 * order of the file.
 */
import type { Results } from "leadscore";
import type { Arrangement } from "./protocol.ts";

/** `texts` are what a search looks at; they are needed only if there is a search. */
export function arrange(results: Results, arrangement: Arrangement, texts: string[] | undefined): Uint32Array<ArrayBuffer> {
  const kept = keep(results, arrangement, texts);
  return kept.sort(order(results, arrangement));
}

function keep(results: Results, { search, band }: Arrangement, texts: string[] | undefined): Uint32Array<ArrayBuffer> {
  const wanted = search.trim().toLowerCase();
  const bands = band === undefined ? undefined : results.bands[band.set];
  const kept = new Uint32Array(results.rowCount);
  let count = 0;
  for (let row = 0; row < results.rowCount; row++) {
    if (bands !== undefined && bands[row] !== band?.label) continue;
    if (wanted !== "" && texts?.[row]?.includes(wanted) !== true) continue;
    kept[count++] = row;
  }
  return kept.slice(0, count);
}

function order(results: Results, { sort, descending }: Arrangement): (a: number, b: number) => number {
  const direction = descending ? -1 : 1;
  const points = sort === null ? undefined : results.scores[sort];
  const compare = points === undefined ? byId(results.ids) : (a: number, b: number) => (points[a] ?? 0) - (points[b] ?? 0);
  return (a, b) => direction * compare(a, b) || a - b;
}

/** Ids that are whole numbers come first, by size; all others follow by their text. */
function byId(ids: string[]): (a: number, b: number) => number {
  const numbers = Float64Array.from(ids, (id) => (/^\d{1,15}$/.test(id) ? Number(id) : Infinity));
  return (a, b) => {
    const [x, y] = [numbers[a] ?? Infinity, numbers[b] ?? Infinity];
    if (x !== y) return x < y ? -1 : 1;
    if (x !== Infinity) return 0;
    const [s, t] = [ids[a] ?? "", ids[b] ?? ""];
    return s < t ? -1 : s > t ? 1 : 0;
  };
}
