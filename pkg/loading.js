// Loading contacts, and events beside them, from wherever they come, in chunks.

import { Loader } from "./dist/leadscore.js";
import { LeadscoreError } from "./errors.js";
import { checkOptions, isObject, unexpected } from "./arguments.js";
import { Held, start } from "./start.js";
import { ContactsTable } from "./table.js";
import { kindOf } from "./values.js";

/** So much is copied into the module at a time, in bytes. */
const CHUNK = 1 << 20;

/** After so long others get a turn, in milliseconds: a page paints 60 times a second. */
const TURN = 12;

export async function loadContacts(source, options = {}) {
  const { format, events, onProgress } = checkOptions(options, ["format", "events", "onProgress"]);
  if (format !== undefined && typeof format !== "string") throw unexpected("format as csv, json or ndjson", format);
  if (onProgress !== undefined && typeof onProgress !== "function") throw unexpected("onProgress as a function", onProgress);
  const stages = [new Stage("contacts", source)];
  if (events !== undefined) stages.push(new Stage("events", events));
  await start();
  const loader = new Held("a load", () => new Loader(format));
  try {
    const turns = new Turns();
    for (const stage of stages) await stage.read(loader, turns, onProgress);
    const table = new ContactsTable(loader);
    onProgress?.(stages.at(-1).progress(table.rowCount));
    return table;
  } finally {
    loader.free();
  }
}

/** The contacts, or the events. */
class Stage {
  #name;
  #source;
  #bytesRead = 0;

  constructor(name, source) {
    this.#name = name;
    this.#source = opened(source, name);
  }

  async read(loader, turns, onProgress) {
    const push = this.#name === "contacts" ? (to, bytes) => to.push_contacts(bytes) : (to, bytes) => to.push_events(bytes);
    // Also an empty source is one.
    loader.use((to) => push(to, new Uint8Array()));
    for await (const bytes of this.#source.chunks()) {
      loader.use((to) => push(to, bytes));
      this.#bytesRead += bytes.length;
      onProgress?.(this.progress(loader.use((from) => from.rows())));
      await turns.next();
    }
  }

  progress(rows) {
    const { total } = this.#source;
    return { stage: this.#name, bytesRead: this.#bytesRead, ...(total === undefined ? {} : { bytesTotal: total }), rows };
  }
}

/** Where bytes come from: how many there are, if that is known, and the chunks. */
function opened(source, what) {
  if (typeof source === "string") return fromBytes(new TextEncoder().encode(source));
  if (ArrayBuffer.isView(source)) return fromBytes(new Uint8Array(source.buffer, source.byteOffset, source.byteLength));
  if (isObject(source)) {
    if (kindOf(source) === "ArrayBuffer" || kindOf(source) === "SharedArrayBuffer") return fromBytes(new Uint8Array(source));
    if (typeof source.slice === "function" && typeof source.arrayBuffer === "function") return fromBlob(source);
    if (typeof source.getReader === "function") return { chunks: () => fromStream(source) };
    if (typeof source[Symbol.asyncIterator] === "function") return { chunks: () => fromIterable(source) };
  }
  throw unexpected(`${what} as bytes, text, a Blob or a ReadableStream`, source);
}

function fromBytes(bytes) {
  const total = bytes.length;
  async function* chunks() {
    for (let from = 0; from < total; from += CHUNK) {
      // A buffer that was transferred meanwhile has no bytes any more.
      if (bytes.length !== total) throw unreadable("was transferred or resized");
      yield bytes.subarray(from, from + CHUNK);
    }
  }
  return { total, chunks };
}

function fromBlob(blob) {
  async function* chunks() {
    for (let from = 0; from < blob.size; from += CHUNK) {
      yield new Uint8Array(await readable(blob.slice(from, from + CHUNK).arrayBuffer()));
    }
  }
  return { total: blob.size, chunks };
}

async function* fromStream(stream) {
  const reader = stream.getReader();
  let done = false;
  try {
    for (;;) {
      const next = await readable(reader.read());
      if (next.done) {
        done = true;
        return;
      }
      yield* pieces(next.value);
    }
  } finally {
    // Whoever writes to it may stop.
    if (!done) reader.cancel().catch(() => {});
    reader.releaseLock();
  }
}

async function* fromIterable(chunks) {
  const iterator = chunks[Symbol.asyncIterator]();
  let done = false;
  try {
    for (;;) {
      const next = await readable(iterator.next());
      if (next.done) {
        done = true;
        return;
      }
      yield* pieces(next.value);
    }
  } finally {
    if (!done) await iterator.return?.();
  }
}

function* pieces(chunk) {
  if (!ArrayBuffer.isView(chunk)) throw unexpected("a stream of bytes", chunk);
  const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  for (let from = 0; from < bytes.length; from += CHUNK) yield bytes.subarray(from, from + CHUNK);
}

/** What a source gives, or why it cannot be read. */
async function readable(promise) {
  try {
    return await promise;
  } catch (cause) {
    throw unreadable(`cannot be read: ${cause?.message ?? cause}`, cause);
  }
}

function unreadable(found, cause) {
  return new LeadscoreError("unreadable_file", `expected a source that stays readable, found one that ${found}`, { cause });
}

/** Gives the event loop its turns, so that a page can paint. */
class Turns {
  #last = performance.now();

  async next() {
    if (performance.now() - this.#last < TURN) return;
    await turn();
    this.#last = performance.now();
  }
}

/** Timers of a page wait 4 ms each; a message does not. */
function turn() {
  if (typeof setImmediate === "function") return new Promise((resolve) => setImmediate(resolve));
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
