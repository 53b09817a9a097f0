/**
 * Rulesets to and from files. In: a ruleset's name and text, or the user's choice of a file. Out: the file, or its text. Where the browser lets
 * the page write to a file that the user has chosen, the same file can be saved to again; elsewhere saving is a download. This is the one
 * module of the folder that makes elements: a link to download from and a field to choose from, neither of which is ever seen.
 */
import { longestText } from "./record.ts";

export type FileFaultCode =
  /** Larger than any ruleset. */
  | "too-large"
  /** Not text in UTF-8. */
  | "not-text"
  /** The browser could not read or write it. */
  | "failed";

export class FileFault extends Error {
  readonly code: FileFaultCode;

  constructor(code: FileFaultCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "FileFault";
    this.code = code;
  }
}

/** A file that can be saved to again, where the browser can do that. */
export type FileHandle = FileSystemFileHandle;

/** `handle` is there if the next save can go to the same file without asking. */
export interface SavedFile {
  readonly name: string;
  readonly handle?: FileHandle;
}

export interface OpenedFile extends SavedFile {
  readonly text: string;
}

// Not yet in TypeScript's library: https://wicg.github.io/file-system-access/
interface Pickers {
  showSaveFilePicker?(options: object): Promise<FileHandle>;
  showOpenFilePicker?(options: object): Promise<FileHandle[]>;
}
type Permitted = FileHandle & { requestPermission?(descriptor: { mode: "readwrite" }): Promise<PermissionState> };

const types = [{ description: "JSON", accept: { "application/json": [".json"] } }];
/** In characters; file systems allow 255 bytes, and a character may take four. */
const longestFileName = 60;

/** A name under which a ruleset can be saved on every system. */
export function fileName(name: string): string {
  const safe = name
    .normalize("NFC")
    // Control, direction and other invisible characters, and what some system does not allow in names.
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  const short = Array.from(safe).slice(0, longestFileName).join("").replace(/[\s.]+$/u, "");
  // Names of devices on Windows, whatever follows after a dot.
  const free = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/iu.test(short) ? `_${short}` : short;
  return `${free.replace(/\.json$/iu, "") || "ruleset"}.json`;
}

/** Saves to the file that was saved to before, or to one that the user chooses, or as a download. Undefined if the user chose none. */
export async function saveFile(name: string, text: string, before?: FileHandle): Promise<SavedFile | undefined> {
  if (before !== undefined && (await writeTo(before, text).catch(() => false))) return { name: before.name, handle: before };
  const { showSaveFilePicker } = globalThis as Pickers;
  if (showSaveFilePicker === undefined) return download(fileName(name), new Blob([text], { type: "application/json" }));
  const handle = await chosen(showSaveFilePicker({ id: "ruleset", suggestedName: fileName(name), types }));
  if (handle === undefined) return undefined;
  try {
    await writeTo(handle, text);
    return { name: handle.name, handle };
  } catch (error) {
    throw new FileFault("failed", `expected to write ${handle.name}, found that the browser cannot; choose another folder or name`, error);
  }
}

/** The text of a file that the user chooses. Undefined if the user chose none. */
export async function openFile(): Promise<OpenedFile | undefined> {
  const { showOpenFilePicker } = globalThis as Pickers;
  if (showOpenFilePicker === undefined) {
    const file = await chooseFile();
    return file && { name: file.name, text: await readText(file) };
  }
  const [handle] = (await chosen(showOpenFilePicker({ id: "ruleset", types }))) ?? [];
  return handle && { name: handle.name, text: await readText(await handle.getFile()), handle };
}

/** The text of a file, if it can be a ruleset's. */
export async function readText(file: File): Promise<string> {
  if (file.size > longestText) throw new FileFault("too-large", `expected a ruleset of at most ${longestText} bytes, found ${file.size}; choose another file`);
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (error) {
    throw new FileFault("failed", `expected to read ${file.name}, found that the browser cannot; it may have been moved or changed`, error);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new FileFault("not-text", `expected text in UTF-8, found other bytes in ${file.name}; choose a ruleset's file`, error);
  }
}

async function writeTo(handle: Permitted, text: string): Promise<boolean> {
  if ((await handle.requestPermission?.({ mode: "readwrite" })) === "denied") return false;
  const stream = await handle.createWritable();
  try {
    await stream.write(text);
  } catch (error) {
    // What was there stays there.
    await stream.abort().catch(() => {});
    throw error;
  }
  await stream.close();
  return true;
}

/** What the user chose, or undefined if it was nothing. */
async function chosen<T>(choice: Promise<T>): Promise<T | undefined> {
  try {
    return await choice;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw new FileFault("failed", "expected to ask for a file, found that the browser does not allow it; try again", error);
  }
}

/** Gives the user a file, which the browser puts where downloads go. */
export function download(name: string, content: Blob): SavedFile {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Some browsers read it only after they have asked the user where to.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return { name };
}

function chooseFile(): Promise<File | undefined> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json";
  return new Promise((resolve) => {
    input.onchange = () => resolve(input.files?.[0]);
    input.oncancel = () => resolve(undefined);
    input.click();
  });
}
