// Starting the WebAssembly module, calling into it, and holding what is in it.
//
// It is started by the first call that needs it, and once. If it breaks off (for lack of memory, or by a fault of its own), it is
// replaced, so that the next call works; what was in its memory is lost, and says so.

import { __wbg_reset_state as replaceInstance, initSync } from "./dist/leadscore.js";
import { cannotStart, compiled, originOf } from "./compile.js";
import { LeadscoreError } from "./errors.js";
import { messageOf } from "./values.js";

let load;
let started;
let startedFrom;
let broken = false;
let generation = 0;

/** An entry says how it has the module. All have the same one, so the start is from the entry that is asked first. */
export function supply(loadModule) {
  load = loadModule;
}

/** Starts the module, unless it is started: from what is given, else as the entry has it. After a failure the next call tries again. */
export function start(wasm) {
  const from = originOf(wasm);
  if (started !== undefined && from !== undefined && from !== startedFrom) {
    throw cannotStart("expected initialize to be told of the module before anything starts it, found it started; call initialize once, and first");
  }
  if (started === undefined) {
    startedFrom = from;
    started = instantiate(wasm).catch((error) => {
      started = undefined;
      throw error;
    });
  }
  return started;
}

async function instantiate(wasm) {
  try {
    // The glue's own way to start asks for Request and Response, which Node.js takes longer to load than all of this.
    initSync({ module: await compiled(wasm === undefined ? load() : wasm) });
  } catch (error) {
    if (error instanceof LeadscoreError) throw error;
    throw cannotStart(`expected the module to start, found: ${messageOf(error)}`, error);
  }
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
