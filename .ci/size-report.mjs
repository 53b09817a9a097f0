// What takes the space in a WebAssembly module that still has its functions' names: `node .ci/size-report.mjs MODULE [--functions 40]`.
//
// In: a module. Out: a table by area (a module of this crate, or another crate), and the largest functions.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

const SECTIONS = { 10: "code", 11: "data" };

/** Reads a module's bytes from one place to another. */
class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    Object.assign(this, { bytes, at, end });
  }

  get more() {
    return this.at < this.end;
  }

  /** An integer as LEB128. */
  integer() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  /** So many bytes, as a reader of their own. */
  part(length) {
    const part = new Reader(this.bytes, this.at, this.at + length);
    this.at += length;
    return part;
  }

  text() {
    const { at, end } = this.part(this.integer());
    return new TextDecoder().decode(this.bytes.subarray(at, end));
  }
}

/** How many functions a module imports: they come first in the numbering. */
function importedFunctions(section) {
  let functions = 0;
  const skipLimits = () => {
    const flags = section.integer();
    section.integer();
    if (flags & 1) section.integer();
  };
  for (let left = section.integer(); left > 0; left--) {
    section.text();
    section.text();
    const kind = section.part(1);
    switch (section.bytes[kind.at]) {
      case 0:
        section.integer();
        functions++;
        break;
      case 1:
        section.part(1);
        skipLimits();
        break;
      case 2:
        skipLimits();
        break;
      default:
        section.part(2);
    }
  }
  return functions;
}

/** The functions with name and bytes, and the bytes of each section. */
function measured(bytes) {
  const module = new Reader(bytes, 8);
  const sections = { code: 0, data: 0, other: 0 };
  const sizes = [];
  const names = new Map();
  let imported = 0;
  while (module.more) {
    const [{ at: id }, section] = [module.part(1), module.part(module.integer())];
    const kind = bytes[id];
    const name = kind === 0 ? section.text() : undefined;
    if (name === "name") {
      readNames(section, names);
      continue;
    }
    sections[SECTIONS[kind] ?? "other"] += section.end - section.at;
    if (kind === 2) imported = importedFunctions(section);
    if (kind === 10) {
      for (let left = section.integer(); left > 0; left--) {
        const body = section.part(section.integer());
        sizes.push(body.end - body.at);
      }
    }
  }
  if (names.size === 0) throw new Error("expected a module with names of functions, found none; build it without stripping them");
  return { sections, functions: sizes.map((size, at) => ({ size, name: names.get(imported + at) ?? "(no name)" })) };
}

function readNames(section, names) {
  while (section.more) {
    const [{ at: id }, part] = [section.part(1), section.part(section.integer())];
    if (section.bytes[id] !== 1) continue;
    for (let left = part.integer(); left > 0; left--) names.set(part.integer(), part.text());
  }
}

/** What a symbol of rustc is made of: a crate's mark with its hash, what stands for an earlier part, a number of its own, or a name's length. */
const PART = /^(?:(Cs[0-9A-Za-z]+_|C(?=[1-9]))|B[0-9A-Za-z]*_|s[0-9A-Za-z]*_|([1-9][0-9]*)_?)/;

/** The identifiers in a symbol, in their order: `_RNvNtCs1_9leadscore7ruleset5check` has three, the first of them a crate. */
function identifiers(symbol) {
  const found = [];
  let crate = false;
  for (let at = 2; at < symbol.length; ) {
    const [part, mark, length] = symbol.slice(at).match(PART) ?? [symbol[at]];
    at += part.length;
    if (mark) crate = true;
    if (!length) continue;
    found.push({ crate, name: symbol.slice(at, at + Number(length)) });
    at += Number(length);
    crate = false;
  }
  return found;
}

/**
 * The area a function counts for: the crate that wrote it, and the module if that is this crate. What the standard library makes
 * for a type or closure of another crate is there for that one.
 */
function area(symbol) {
  const found = symbol.startsWith("_R") ? identifiers(symbol) : [];
  const crates = found.flatMap(({ crate, name }, at) => (crate ? [{ name, module: found[at + 1]?.name }] : []));
  // A symbol may end in the crate that had it made, which says nothing more.
  const own = crates.find(({ name, module }) => module && !["core", "alloc", "std"].includes(name)) ?? crates[0];
  if (!own) return /^(mem(cpy|set|move|cmp|chr)|bcmp|str|__(rust|wasm|mul|div|u|ash|lsh))/.test(symbol) ? "compiler and allocator" : "leadscore::web (exports)";
  if (own.name === "leadscore") return `leadscore::${own.module}`;
  if (["core", "alloc", "std", "__rustc"].includes(own.name)) return "standard library";
  return ["dlmalloc", "compiler_builtins"].includes(own.name) ? "compiler and allocator" : own.name.replace(/^serde_core$/, "serde");
}

const readable = (symbol) => (symbol.startsWith("_R") ? identifiers(symbol).map(({ name }) => name).join("::") : symbol);

const { values, positionals } = parseArgs({ allowPositionals: true, options: { functions: { type: "string", default: "40" } } });
const { sections, functions } = measured(readFileSync(positionals[0]));
const whole = sections.code + sections.data + sections.other;
const areas = new Map([
  ["data (texts, tables)", { size: sections.data, count: 0 }],
  ["types, imports, exports", { size: sections.other, count: 0 }],
]);
for (const { name, size } of functions) {
  const key = area(name);
  const sum = areas.get(key) ?? { size: 0, count: 0 };
  areas.set(key, { size: sum.size + size, count: sum.count + 1 });
}
const kilobytes = (size) => (size / 1000).toFixed(1);
console.log("| area | KB | share | functions |\n|---|---|---|---|");
for (const [name, { size, count }] of [...areas].sort((a, b) => b[1].size - a[1].size)) {
  console.log(`| ${name} | ${kilobytes(size)} | ${((size / whole) * 100).toFixed(1)} % | ${count || ""} |`);
}
console.log(`\n${kilobytes(whole)} KB without names. The largest functions:\n`);
functions.sort((a, b) => b.size - a.size);
for (const { name, size } of functions.slice(0, Number(values.functions))) console.log(`${kilobytes(size).padStart(7)}  ${readable(name)}`);
