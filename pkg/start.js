// Starting the WebAssembly module, calling into it, and holding what is in it.
//
// It is started by the first call that needs it, and once. If it breaks off (for lack of memory, or by a fault of its own), it is
// replaced, so that the next call works; what was in its memory is lost, and says so.

import { __wbg_reset_state as replaceInstance, initSync } from "./dist/leadscore.js";
import module, { size } from "./dist/module.js";
import { LeadscoreError } from "./errors.js";

let started;
let broken = false;
let generation = 0;

/** Starts the module, unless it is started. After a failure the next call tries again. */
export function start() {
  started ??= instantiate().catch((error) => {
    started = undefined;
    throw error;
  });
  return started;
}

async function instantiate() {
  if (module.length !== size) throw cannotStart("expected this script to be read as UTF-8, found another encoding; serve it as UTF-8");
  try {
    // The glue's own way to start asks for Request and Response, which Node.js takes longer to load than all of this.
    initSync({ module: await WebAssembly.compile(decoded(module)) });
  } catch (cause) {
    const advice = "if the page has a Content-Security-Policy, its script-src needs 'wasm-unsafe-eval'";
    throw cannotStart(`expected WebAssembly to be allowed here, found: ${cause?.message}; ${advice}`, cause);
  }
}

function cannotStart(message, cause) {
  return new LeadscoreError("cannot_start", message, { cause });
}

/** Each byte stands in the text as the character 35 further on; what is above 255 wraps around. */
function decoded(text) {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at) - 35;
  return bytes;
}

/** Calls into the module. What it throws becomes a LeadscoreError. */
export function call(work) {
  try {
    if (broken) replace();
    return work();
  } catch (error) {
    if (error instanceof LeadscoreError) throw error;
    throw typeof error === "string" ? ordinary(error) : brokenOff(error);
  }
}

/** An error that the module reports, as JSON text. */
function ordinary(text) {
  const { code, message, ...details } = JSON.parse(text);
  return new LeadscoreError(code, message, details);
}

/** The error for a call that broke off. The module is replaced by a new one; if that fails as well, then before the next call. */
function brokenOff(cause) {
  const full = isFull();
  generation++;
  broken = true;
  try {
    replace();
  } catch {
    // The next call tries again.
  }
  if (full) return new LeadscoreError("out_of_memory", "expected the data to fit into memory, found it full; load fewer contacts", { cause });
  return new LeadscoreError("broken_off", `expected the calculation to end, found it broken off: ${cause?.message}`, { cause });
}

function replace() {
  replaceInstance();
  broken = false;
}

/** Whether memory could not have grown any more: by doubling, as lists do. */
function isFull() {
  // Of a module that is started this gives the exports.
  const { memory } = initSync();
  try {
    memory.grow(memory.buffer.byteLength / 65536);
    return false;
  } catch {
    return true;
  }
}

/** Something in the module's memory, until it is freed or lost. */
export class Held {
  #name;
  #object;
  #generation = generation;

  constructor(name, make) {
    this.#name = name;
    this.#object = call(make);
    this.#generation = generation;
  }

  /** Whether it went with a module that broke off. */
  get lost() {
    return this.#object !== undefined && this.#generation !== generation;
  }

  get freed() {
    return this.#object === undefined;
  }

  /** Fails if it is not there any more. */
  check() {
    const found = this.freed ? "freed" : this.lost ? "lost" : undefined;
    if (found === undefined) return;
    const when = found === "lost" ? " when an earlier call broke off" : "";
    throw new LeadscoreError(found, `expected ${this.#name}, found it ${found}${when}; make it anew`);
  }

  use(work) {
    this.check();
    return call(() => work(this.#object));
  }

  /** The same, for the last time. */
  consume(work) {
    this.check();
    const object = this.#object;
    this.#object = undefined;
    return call(() => work(object));
  }

  free() {
    const object = this.#object;
    const { lost } = this;
    this.#object = undefined;
    if (object !== undefined && !lost) call(() => object.free());
  }
}
