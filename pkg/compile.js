// From anything that may hold the WebAssembly module to the module, compiled, and certainly the one that the scripts here belong to.

import { mark } from "./dist/leadscore.js";
import { LeadscoreError } from "./errors.js";
import { kindOf, messageOf } from "./values.js";

const ADVICE = "if a Content-Security-Policy forbids it, its script-src needs 'wasm-unsafe-eval'; where nothing may be compiled, " +
  "give initialize a WebAssembly.Module";

/** The module from a WebAssembly.Module, bytes, a Response, a URL, text of one, or a promise of any. */
export async function compiled(wasm) {
  const found = await settled(wasm);
  const module = await readerOf(found)(found);
  const sections = WebAssembly.Module.customSections(module, "leadscore");
  if (sections.length === 1 && String.fromCharCode(...new Uint8Array(sections[0])) === mark) return module;
  throw cannotStart("expected the module of this build of leadscore, found another; deploy the scripts and leadscore.wasm together");
}

export function cannotStart(message, cause) {
  return new LeadscoreError("cannot_start", message, { cause });
}

async function settled(wasm) {
  try {
    return await wasm;
  } catch (cause) {
    throw unreachable("where its promise leads", cause);
  }
}

const readers = {
  "WebAssembly.Module": (module) => module,
  ArrayBuffer: (buffer) => fromBytes(new Uint8Array(buffer)),
  Response: fromResponse,
  String: (url) => fromUrl(String(url)),
  URL: (url) => fromUrl(url.href),
};

/** By what it says it is: merely to name the class Response takes Node.js longer than all of this. */
function readerOf(wasm) {
  if (ArrayBuffer.isView(wasm)) return ({ buffer, byteOffset, byteLength }) => fromBytes(new Uint8Array(buffer, byteOffset, byteLength));
  const kind = careful(() => kindOf(wasm));
  if (Object.hasOwn(readers, kind ?? "")) return readers[kind];
  const isObject = (typeof wasm === "object" && wasm !== null) || typeof wasm === "function";
  const found = !isObject ? String(wasm) : kind === undefined ? "an object that cannot be read" : `a ${kind}`;
  const path = "/options/wasm";
  const message = `${path}: expected a WebAssembly.Module, bytes, a Response, a URL or a promise of one, found ${found}`;
  throw new LeadscoreError("invalid_argument", message, { path });
}

/** Fails for what is of no kind that can hold the module. Of a promise that is not known yet. */
export function checkWasm(wasm) {
  if (typeof careful(() => wasm?.then) !== "function") readerOf(wasm);
}

/** Where the module is from, so that it can be told from elsewhere: of a URL there may be many objects. */
export function originOf(wasm) {
  return careful(() => kindOf(wasm)) === "URL" ? careful(() => wasm.href) : wasm;
}

/** Looks at what users hand over, which may throw. */
function careful(look) {
  try {
    return look();
  } catch {
    return undefined;
  }
}

async function fromUrl(url) {
  // Node.js fetches no files.
  const files = /^file:/i.test(url) && globalThis.process?.getBuiltinModule?.("node:fs");
  let answer;
  try {
    answer = files ? files.readFileSync(new URL(url)) : await fetch(url);
  } catch (cause) {
    throw unreachable(`at ${url}`, cause);
  }
  return files ? fromBytes(answer, `at ${url}, found something else`) : fromResponse(answer);
}

async function fromResponse(response) {
  const place = `at ${response.url || "the Response's place"}`;
  if (!response.ok) throw cannotStart(`expected the module ${place}, found status ${response.status}`);
  const type = response.headers.get("content-type");
  // A server that does not know the type is not asked to: then all bytes are waited for.
  if (type === "application/wasm" && WebAssembly.compileStreaming) return compiling(() => WebAssembly.compileStreaming(response));
  let bytes;
  try {
    bytes = await response.arrayBuffer();
  } catch (cause) {
    throw unreachable(place, cause);
  }
  return fromBytes(new Uint8Array(bytes), `${place}, found something else of type ${type}`);
}

function unreachable(place, cause) {
  return cannotStart(`expected the module ${place}, found: ${messageOf(cause)}`, cause);
}

async function fromBytes(bytes, otherwise = "in the bytes of wasm, found something else") {
  // What is served for a page that does not exist is often another page.
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== "\0asm") throw cannotStart(`expected the module ${otherwise}`);
  return compiling(() => WebAssembly.compile(bytes));
}

async function compiling(work) {
  try {
    return await work();
  } catch (cause) {
    throw cannotStart(`expected the module to compile, found: ${messageOf(cause)}; ${ADVICE}`, cause);
  }
}
