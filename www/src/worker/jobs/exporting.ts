/**
 * The contacts of the list with their scores, as a CSV in pieces: whoever asks says how far it is, and may stop. It has results of its own, so that
 * the ruleset may change meanwhile.
 */
import { LeadscoreError, type Question, type Results } from "leadscore";
import { clip } from "../../text/clip.ts";
import { columnNames } from "../columns.ts";
import type { Workbench } from "../workbench.ts";

type Csv = ReadableStream<Uint8Array<ArrayBuffer>>;

interface Export {
  number: number;
  results: Results;
  /** Held as long as it is read: the package ends a file whose stream is collected. */
  csv: Csv;
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  /** Lines that have ended so far, and whether the last one is inside quotes. */
  lines: number;
  quoted: boolean;
}

const pieceBytes = 1_000_000;
const newline = 10;
const quote = 34;

let underWay: Export | undefined;
let exports = 0;

/** Begins a file with columns for some properties; an earlier one that is not complete is given up. */
export function beginExport(workbench: Workbench, { properties }: { properties: string[] | "all" }): { export: number; total: number; leftOut: string[] } | null {
  endExport();
  const { contacts, settings } = workbench;
  if (contacts === undefined || settings === undefined || settings.ruleset === "") return null;
  const results = contacts.table.score(settings.ruleset, { asOf: settings.asOf });
  const known = columnNames(contacts.table);
  const asked = properties === "all" ? [...known.values()] : properties.flatMap((name) => known.get(name) ?? []);
  const { total } = results.page({ ...workbench.question, limit: 0 });
  const { csv, leftOut } = write(results, workbench.question, asked);
  underWay = { number: ++exports, results, csv, reader: csv.getReader(), lines: 0, quoted: false };
  return { export: exports, total, leftOut: leftOut.map((name) => clip(name, 120)) };
}

/** The file, without columns that are called like one of the scores, their bands, or the id, which is there in any case. */
function write(results: Results, question: Question, properties: string[]): { csv: Csv; leftOut: string[] } {
  const attempt = (names: string[]): Csv | undefined => {
    try {
      return results.writeCsv({ ...question, properties: names });
    } catch (error) {
      if (error instanceof LeadscoreError && error.code === "invalid_argument") return undefined;
      throw error;
    }
  };
  const whole = attempt(properties);
  if (whole !== undefined) return { csv: whole, leftOut: [] };
  // Which of them it is only the package knows.
  const fits = properties.filter((name) => {
    const alone = attempt([name]);
    void alone?.cancel();
    return alone !== undefined;
  });
  const leftOut = properties.filter((name) => !fits.includes(name) && name.trim().toLowerCase() !== "id");
  return { csv: results.writeCsv({ ...question, properties: fits }), leftOut };
}

/** The next piece, and how many contacts have been written; none when the file is complete or was given up. */
export async function exportPiece(_: Workbench, { export: number }: { export: number }): Promise<{ piece: Blob; rows: number } | null> {
  const mine = underWay;
  if (mine?.number !== number) return null;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  while (bytes < pieceBytes) {
    const { value, done } = await mine.reader.read();
    if (done) break;
    countLines(mine, value);
    parts.push(value);
    bytes += value.length;
  }
  if (underWay === mine && parts.length > 0) return { piece: new Blob(parts), rows: Math.max(0, mine.lines - 1) };
  if (underWay === mine) endExport();
  return null;
}

/** Lets go of the file that is being made. */
export function endExport(_?: Workbench, __?: Record<string, never>): void {
  const mine = underWay;
  underWay = undefined;
  void mine?.reader.cancel();
  mine?.results.free();
}

function countLines(under: Export, piece: Uint8Array): void {
  for (const byte of piece) {
    if (byte === quote) under.quoted = !under.quoted;
    else if (byte === newline && !under.quoted) under.lines++;
  }
}
