/** Members of a list out of a file: its columns, with the values in each. The package reads it, as it reads contacts. */
import { LeadscoreError, loadContacts } from "leadscore";
import { clip } from "../../text/clip.ts";
import type { Workbench } from "../workbench.ts";

export interface MembersColumn {
  name: string;
  values: string[];
}

/** The likeliest column comes first. */
export interface MembersFile {
  columns: MembersColumn[];
  fault?: string;
}

/** As many as a list may have. */
const most = 100_000;
const longest = 400;
const biggest = 20_000_000;

export async function readMembers(_: Workbench, { file }: { file: File }): Promise<MembersFile> {
  if (file.size > biggest) return { columns: [], fault: `expected at most ${biggest / 1_000_000} MB, found ${Math.round(file.size / 1_000_000)} MB` };
  const text = await file.text();
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  if (!/[,;\t]/.test(lines.find((line) => line.trim() !== "") ?? "")) return { columns: oneColumn(lines) };
  try {
    return { columns: await columnsOf(text) };
  } catch (error) {
    if (error instanceof LeadscoreError) return { columns: [], fault: clip(error.message) };
    throw error;
  }
}

/** One on each line, perhaps below a heading. */
function oneColumn(lines: readonly string[]): MembersColumn[] {
  const filled = lines.map((line) => line.trim().replace(/^"(.*)"$/, "$1")).filter(Boolean);
  const [first = ""] = filled;
  const isHeading = /^(record id|contact id|vid|id|e-?mail)\b[^@\d]*$/i.test(first);
  const values = tidy(isHeading ? filled.slice(1) : filled);
  return values.length === 0 ? [] : [{ name: isHeading ? first : "", values }];
}

async function columnsOf(text: string): Promise<MembersColumn[]> {
  const table = await loadContacts(text, { format: "csv" });
  try {
    const names = table.columns.map(({ name }) => name);
    const values = new Map<string, string[]>();
    const ids: string[] = [];
    for (let row = 0; row < Math.min(table.rowCount, most); row++) {
      const { id, properties } = table.contact(row);
      ids.push(id);
      for (const name of names) if (properties[name] !== undefined) (values.get(name) ?? values.set(name, []).get(name) ?? []).push(properties[name]);
    }
    const columns = [{ name: "ID", values: tidy(ids) }, ...names.map((name) => ({ name, values: tidy(values.get(name) ?? []) }))];
    const filled = columns.filter((column) => column.values.length > 0);
    return filled.toSorted((a, b) => likelihood(b) - likelihood(a)).slice(0, 200);
  } finally {
    table.free();
  }
}

/** Ids first, where there are any, then email addresses. */
function likelihood({ name, values }: MembersColumn): number {
  if (/^(record )?id\b/i.test(name)) return 2;
  return values.every((value) => value.includes("@")) ? 1 : 0;
}

function tidy(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== "" && value.length <= longest))].slice(0, most);
}
