// Gives the imports and exports of a module short names, in it and in its glue: wasm-bindgen's weigh in a small module and its glue,
// and no compression helps, as each has a digest in it.
//
// In: a module and the glue that wasm-bindgen made for it. Out: both, with names such as `a` and `b`, and all that the module imports in one object.

const importSection = 2;
const exportSection = 7;

/** Reads a module's bytes from the front. */
class Reader {
  constructor(bytes, at = 0) {
    Object.assign(this, { bytes, at });
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let [number, shift, byte] = [0, 0];
    do {
      byte = this.byte();
      number += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte > 127);
    return number;
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return this.take(this.number()).toString();
  }
}

function number(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return Buffer.from([...bytes, value]);
}

const text = (value) => Buffer.concat([number(Buffer.byteLength(value)), Buffer.from(value)]);

/** Short names in turn, that are none of JavaScript's words. */
function shortener() {
  const given = new Map();
  const next = () => `${String.fromCharCode(97 + (given.size % 26))}${given.size < 26 ? "" : Math.floor(given.size / 26)}`;
  const shorten = (name) => {
    if (!given.has(name)) given.set(name, next());
    return given.get(name);
  };
  /** The short name of one that is known. */
  const known = (name) => given.get(name) ?? name;
  return { shorten, known };
}

function shortenedImports(section, imported) {
  const reader = new Reader(section);
  const count = reader.number();
  const entries = [];
  for (let entry = 0; entry < count; entry++) {
    const names = imported(reader.text(), reader.text()).map(text);
    if (reader.byte() !== 0) throw new Error("expected imports that are functions, found another");
    entries.push(...names, Buffer.of(0), number(reader.number()));
  }
  return Buffer.concat([number(count), ...entries]);
}

function shortenedExports(section, name) {
  const reader = new Reader(section);
  const count = reader.number();
  const entries = [];
  for (let entry = 0; entry < count; entry++) entries.push(text(name(reader.text())), Buffer.of(reader.byte()), number(reader.number()));
  return Buffer.concat([number(count), ...entries]);
}

/** A module and its glue, with short names. */
export function shortened(bytes, glue) {
  const [imports, exports] = [shortener(), shortener()];
  /** What the module calls of scripts of our own without any glue: the short name of each, and what it is. */
  const own = new Map();
  const imported = (from, name) => {
    const script = glue.match(new RegExp(`"${from}": (import[1-9]\\d*)`))?.[1];
    if (script === undefined) return ["a", imports.shorten(name)];
    const short = imports.shorten(`${from} ${name}`);
    own.set(short, `${script}.${name}`);
    return ["a", short];
  };
  const reader = new Reader(bytes, 8);
  const sections = [bytes.subarray(0, 8)];
  while (!reader.done) {
    const id = reader.byte();
    const content = reader.take(reader.number());
    let written = content;
    if (id === importSection) written = shortenedImports(content, imported);
    if (id === exportSection) written = shortenedExports(content, exports.shorten);
    sections.push(Buffer.of(id), number(written.length), written);
  }
  const script = glue
    .replace(/"\.\/[^"]+": import[1-9]\d*,\n/g, "")
    .replace(/"(\.\/\w+_bg\.js)"/g, '"a"')
    .replace("__proto__: null,", [...own].reduce((all, [short, what]) => `${all} ${short}: ${what},`, "__proto__: null,"))
    .replace(/\b(__wb\w+)(?=: )/g, (name) => imports.known(name))
    .replace(/\bwasm\.(\w+)/g, (_, name) => `wasm.${exports.known(name)}`);
  return { module: Buffer.concat(sections), script };
}
