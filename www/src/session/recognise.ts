/**
 * Tells a ruleset, contacts and events apart by what is in a file. In: a file. Out: what it is taken for, and whether that is
 * certain enough not to ask. Whether the file is any good is for the package to say.
 */

export type Role = "ruleset" | "contacts" | "events";

export interface Recognised {
  role: Role;
  certain: boolean;
}

const headBytes = 256 * 1024;

export async function recognise(file: File): Promise<Recognised> {
  const head = decode(new Uint8Array(await file.slice(0, headBytes).arrayBuffer())).trimStart();
  if (head === "") return { role: byName(file.name) ?? "contacts", certain: byName(file.name) !== undefined };
  if (head.startsWith("{") || head.startsWith("[")) return recogniseJson(head, file.size <= headBytes, file.name);
  const [first = "", second = ""] = head.slice(0, 64 * 1024).split(/\r\n|\r|\n/, 2);
  // Excel may say in a line before the header what the cells are separated by.
  return recogniseHeader(/^"?sep=/i.test(first) ? second : first);
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}

function byName(name: string): Role | undefined {
  if (/rule|scoring/i.test(name) && /\.json$/i.test(name)) return "ruleset";
  if (/event|activit/i.test(name)) return "events";
  if (/contact|lead/i.test(name)) return "contacts";
  return undefined;
}

function recogniseJson(head: string, whole: boolean, name: string): Recognised {
  const record = firstRecord(head, whole);
  if (record !== undefined) {
    if ("scores" in record || "criteria" in record) return { role: "ruleset", certain: true };
    if (isEvent(Object.keys(record))) return { role: "events", certain: true };
    if (["results", "properties", "id", "email"].some((key) => key in record)) return { role: "contacts", certain: true };
    return { role: byName(name) ?? (Object.keys(record).length === 0 ? "ruleset" : "contacts"), certain: false };
  }
  // Cut off or faulty, so only the look of it is left.
  if (head.startsWith("{") && /"(scores|groups|criteria)"\s*:/.test(head)) return { role: "ruleset", certain: true };
  const keys = [...head.slice(0, 4096).matchAll(/"([^"\\]{1,40})"\s*:/g)].map(([, key]) => key ?? "");
  if (keys.includes("properties") || keys.includes("results")) return { role: "contacts", certain: true };
  if (isEvent(keys)) return { role: "events", certain: true };
  return { role: byName(name) ?? (head.startsWith("{") && keys.length === 0 ? "ruleset" : "contacts"), certain: false };
}

/** The document itself, the first of an array, or the first line of NDJSON. */
function firstRecord(head: string, whole: boolean): Record<string, unknown> | undefined {
  const firstLine = head.split(/\r\n|\r|\n/, 1)[0] ?? "";
  const document = parse(firstLine) ?? (whole ? parse(head) : undefined);
  const record: unknown = Array.isArray(document) ? document[0] : document;
  return typeof record === "object" && record !== null ? (record as Record<string, unknown>) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function recogniseHeader(line: string): Recognised {
  const cells = line.split(/[,;\t|]/).map((cell) => cell.trim().replace(/^"|"$/g, ""));
  if (isEvent(cells)) return { role: "events", certain: true };
  const known = cells.some((cell) => /^(record id|id|email|e-mail|email address|contact ?id|vid)$/i.test(cell));
  return { role: "contacts", certain: known };
}

/** Events are what has a type and a time, under the names that the package reads them by, and is nobody by name. */
function isEvent(names: string[]): boolean {
  const plain = names.map((name) => name.toLowerCase().replace(/[\s_-]/g, ""));
  const has = (...wanted: string[]): boolean => wanted.some((name) => plain.includes(name));
  const typed = has("type", "event", "eventtype");
  return typed && has("time", "timestamp", "occurredat", "date", "created") && !has("firstname", "lastname", "jobtitle");
}
