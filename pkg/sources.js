// Where bytes may come from: text, bytes, blobs, responses, streams of every kind. Each becomes a source: how many bytes there are, if that
// is known, the next chunk until there is none, and a way to let go of what was not read to its end.

import { carefully, isObject, unexpected } from "./arguments.js";
import { LeadscoreError } from "./errors.js";
import { kindOf, messageOf } from "./values.js";

/** So much of a blob is read at a time, in bytes. */
const CHUNK = 1 << 20;

/** The source for what somebody handed over. */
export function opened(given, path, what) {
  if (typeof given === "string") return new Bytes(new TextEncoder().encode(given));
  const source = isObject(given) ? carefully(path, () => recognised(given, path)) : undefined;
  if (source === undefined) throw unexpected(path, `${what} as bytes, text, a Blob, a Response or a stream of bytes`, given);
  return source;
}

function recognised(given, path) {
  if (ArrayBuffer.isView(given)) return new Bytes(new Uint8Array(given.buffer, given.byteOffset, given.byteLength));
  const kind = kindOf(given);
  if (kind === "ArrayBuffer" || kind === "SharedArrayBuffer") return new Bytes(new Uint8Array(given));
  if (kind === "Response" || kind === "Request") return ofBody(given, path);
  if (typeof given.slice === "function" && Number.isSafeInteger(given.size)) return new BlobSource(given);
  if (typeof given.getReader === "function") return new Stream(given, path);
  return typeof given[Symbol.asyncIterator] === "function" ? new Chunks(given, path) : undefined;
}

/** What a response or a request carries. */
function ofBody(carrier, path) {
  if (carrier.ok === false) throw unreadable(`is a response with status ${carrier.status} ${carrier.statusText}`.trimEnd());
  if (carrier.bodyUsed) throw unreadable("was read already");
  if (carrier.body === null) return new Bytes(new Uint8Array());
  return typeof carrier.body?.getReader === "function" ? new Stream(carrier.body, path) : undefined;
}

class Bytes {
  #bytes;
  #given = false;

  constructor(bytes) {
    this.#bytes = bytes;
    this.total = bytes.length;
  }

  async next() {
    if (this.#given) return undefined;
    this.#given = true;
    return this.#bytes;
  }

  letGo() {}
}

class BlobSource {
  #blob;
  #from = 0;

  constructor(blob) {
    this.#blob = blob;
    this.total = blob.size;
  }

  async next() {
    if (this.#from >= this.total) return undefined;
    const blob = this.#blob;
    const from = this.#from;
    this.#from += CHUNK;
    return await readable(async () => new Uint8Array(await blob.slice(from, from + CHUNK).arrayBuffer()));
  }

  letGo() {}
}

/** A ReadableStream. */
class Stream {
  #stream;
  #path;
  #reader;
  #done = false;

  constructor(stream, path) {
    this.#stream = stream;
    this.#path = path;
  }

  async next() {
    const { done, value } = await readable(() => (this.#reader ??= this.#stream.getReader()).read());
    this.#done = done;
    return done ? undefined : bytesOf(value, this.#path);
  }

  letGo() {
    quietly(() => {
      // Whoever writes to it may stop.
      if (!this.#done) return (this.#reader ?? this.#stream).cancel();
    });
    quietly(() => this.#reader?.releaseLock());
  }
}

/** An AsyncIterable, such as a stream of Node.js. */
class Chunks {
  #chunks;
  #path;
  #iterator;
  #done = false;

  constructor(chunks, path) {
    this.#chunks = chunks;
    this.#path = path;
  }

  async next() {
    const { done, value } = await readable(() => (this.#iterator ??= this.#chunks[Symbol.asyncIterator]()).next());
    this.#done = Boolean(done);
    return done ? undefined : bytesOf(value, this.#path);
  }

  letGo() {
    if (this.#done) return;
    // A generator that waits for something would end only after that; a stream of Node.js can be ended at once.
    quietly(() => (typeof this.#chunks.destroy === "function" ? this.#chunks.destroy() : this.#iterator?.return?.()));
  }
}

function bytesOf(chunk, path) {
  if (!ArrayBuffer.isView(chunk)) throw unexpected(path, "a stream of bytes", chunk);
  try {
    return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  } catch (cause) {
    throw unreadable("was transferred or resized", cause);
  }
}

/** What a source gives, or why it cannot be read. */
async function readable(read) {
  try {
    return await read();
  } catch (cause) {
    throw unreadable(`cannot be read: ${messageOf(cause)}`, cause);
  }
}

/** The error for a source that cannot be read, or not any more. */
export function unreadable(found, cause) {
  return new LeadscoreError("unreadable_file", `expected a source that stays readable, found one that ${found}`, { cause });
}

/** What goes wrong after the load is over is nobody's concern. */
async function quietly(work) {
  try {
    await work();
  } catch {
    // It is let go in any case.
  }
}
