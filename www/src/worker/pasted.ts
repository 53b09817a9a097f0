/**
 * A contact that was pasted: what kind of text it is, and that text as the package reads contacts. In: any text. Out: JSON or CSV. Only
 * lines such as `Job title: VP Sales`, or with a tab in between, are no format of the package, and become a contact of JSON here.
 */

export type PastedFormat = "json" | "csv" | "lines";

export interface Understood {
  format: PastedFormat;
  /** For the package to read. */
  text: string;
  /** Lines that say nothing of a contact. */
  unclear: string[];
}

export function understand(pasted: string, wanted?: PastedFormat): Understood {
  const text = pasted.replace(/^\uFEFF/, "").trim();
  const format = wanted ?? formatOf(text);
  if (format !== "lines") return { format, text, unclear: [] };
  const properties: Record<string, string> = {};
  const unclear: string[] = [];
  for (const line of lines(text)) {
    const pair = pairOf(line);
    if (pair === undefined) unclear.push(line);
    else {
      const [name, value] = pair;
      const before = properties[name];
      // Said twice, it is a list.
      properties[name] = before === undefined || before === "" ? value : `${before};${value}`;
    }
  }
  return { format, text: JSON.stringify({ properties }), unclear };
}

/**
 * JSON again, with what is in it as properties: of a file the package wants to see an id, an email or properties before it takes it for
 * contacts, of what was pasted nobody doubts it. Nothing, if it is no JSON of that kind.
 */
export function asContacts(text: string): string | undefined {
  try {
    const document: unknown = JSON.parse(text);
    if (document === null || typeof document !== "object") return undefined;
    return JSON.stringify(Array.isArray(document) ? document.map(contactOf) : contactOf(document));
  } catch {
    return undefined;
  }
}

function contactOf(document: unknown): unknown {
  if (document === null || typeof document !== "object" || Array.isArray(document) || "properties" in document) return document;
  const { id, events, ...properties } = document as Record<string, unknown>;
  return { id, properties, events };
}

function formatOf(text: string): PastedFormat {
  if (text.startsWith("{") || text.startsWith("[")) return "json";
  const all = lines(text);
  if (all.length < 2) return all.every((line) => pairOf(line) !== undefined) ? "lines" : "csv";
  if (all.every((line) => /^[^,;\t:]{1,80}:(?!\/\/)/.test(line))) return "lines";
  const cells = all.map((line) => line.split("\t").length);
  // Two columns of a table look like pairs; a header is said by what is below it.
  if (cells.every((count) => count === 2)) return all.length === 2 && isValue(all[1]?.split("\t")[0] ?? "") ? "csv" : "lines";
  const separators = [",", ";", "\t", "|"];
  return separators.some((separator) => all[0]?.includes(separator)) ? "csv" : "lines";
}

/** Nobody names a property so. */
function isValue(cell: string): boolean {
  return cell.includes("@") || /^[\d\s.,-]+$/.test(cell);
}

/** Name and value; the name may be in quotes or have a bullet before it. */
function pairOf(line: string): [string, string] | undefined {
  const tab = line.indexOf("\t");
  const at = tab > 0 ? tab : line.search(/[:=]/);
  if (at <= 0) return undefined;
  const name = line.slice(0, at).replace(/^[\s*•-]+|[\s:]+$/g, "").replace(/^"(.*)"$/, "$1");
  return name === "" ? undefined : [name, line.slice(at + 1).trim()];
}

function lines(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
}
