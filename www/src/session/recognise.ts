/**
 * Tells a ruleset, contacts and events apart by what is in a file, and by its name where that says nothing. In: a file. Out: what it
 * is taken for. Whether the file is any good is for the package to say.
 */

export type Role = "ruleset" | "contacts" | "events";

const headBytes = 256 * 1024;

export async function recognise(file: File): Promise<Role> {
  const head = decode(new Uint8Array(await file.slice(0, headBytes).arrayBuffer())).trimStart();
  if (head === "") return byName(file.name) ?? "contacts";
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

function recogniseJson(head: string, whole: boolean, name: string): Role {
  const record = firstRecord(head, whole);
  if (record !== undefined) {
    if ("scores" in record || "criteria" in record) return "ruleset";
    if (isEvent(Object.keys(record))) return "events";
    if (["results", "properties", "id", "email"].some((key) => key in record)) return "contacts";
    if (looksLikeRuleset(head)) return "ruleset";
    return byName(name) ?? (Object.keys(record).length === 0 ? "ruleset" : "contacts");
  }
  // Cut off or faulty, so only the look of it is left.
  if (looksLikeRuleset(head)) return "ruleset";
  const keys = [...head.slice(0, 4096).matchAll(/"([^"\\]{1,40})"\s*:/g)].map(([, key]) => key ?? "");
  if (keys.includes("properties") || keys.includes("results")) return "contacts";
  if (isEvent(keys)) return "events";
  return byName(name) ?? (head.startsWith("{") && keys.length === 0 ? "ruleset" : "contacts");
}

/** For rulesets with a fault in what else would tell them. */
function looksLikeRuleset(head: string): boolean {
  return head.startsWith("{") && /"(scores|groups|criteria|bands|unknown_values)"\s*:/.test(head);
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

function recogniseHeader(line: string): Role {
  const cells = line.split(/[,;\t|]/).map((cell) => cell.trim().replace(/^"|"$/g, ""));
  return isEvent(cells) ? "events" : "contacts";
}

/** Events are what has a type and a time, under the names that the package reads them by, and is nobody by name. */
function isEvent(names: string[]): boolean {
  const plain = names.map((name) => name.toLowerCase().replace(/[\s_-]/g, ""));
  const has = (...wanted: string[]): boolean => wanted.some((name) => plain.includes(name));
  const typed = has("type", "event", "eventtype");
  return typed && has("time", "timestamp", "occurredat", "date", "created") && !has("firstname", "lastname", "jobtitle");
}
