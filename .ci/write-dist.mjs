// Writes pkg/dist from what wasm-bindgen and wasm-opt made: `node .ci/write-dist.mjs FROM TO`.
//
// The module is there twice: as it is, and as text in a JavaScript file, which every bundler and a plain script find with no fetch. A
// byte is one character, so that compression finds in it what it finds in the module: base64 would make the download a quarter larger.
// Module and glue carry the same mark, for a server may hold an older one of the two.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { shortened } from "./shorten-names.mjs";
import { sourceDigest } from "./source-digest.mjs";

const [from, to] = process.argv.slice(2);
const packageFolder = join(fileURLToPath(import.meta.url), "../../pkg");
const binaryen = JSON.parse(readFileSync(join(packageFolder, "node_modules/binaryen/package.json"), "utf8"));

/** Never a quote, a backslash, a control character or a soft hyphen. */
function character(byte) {
  const code = byte + 35;
  const awkward = code === 0x5c || (code >= 0x7f && code <= 0xa0) || code === 0xad;
  return String.fromCharCode(awkward ? code + 256 : code);
}

/** A custom section of a module; all of it is shorter than 128 bytes, so that each length is one byte. */
function customSection(name, content) {
  const named = Buffer.concat([Buffer.of(name.length), Buffer.from(name), Buffer.from(content)]);
  return Buffer.concat([Buffer.of(0, named.length), named]);
}

const [unmarked, glue] = ["leadscore.wasm", "leadscore.js"].map((name) => readFileSync(join(from, name)));
const mark = createHash("sha256").update(unmarked).update(glue).digest("hex").slice(0, 16);
const module = Buffer.concat([unmarked, customSection("leadscore", mark)]);
const command = readFileSync(join(from, "command.wasm"));
const { buildSync } = createRequire(join(packageFolder, "package.json"))("esbuild");
const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** What wasm-bindgen's glue asks where it runs, and what the answer is in any browser that runs the embed: what would be done otherwise is left out. */
const SETTLED = {
  // Texts are handed over whole: the other way takes them apart with methods that some pages replace.
  "realloc === undefined": "true",
  "!('encodeInto' in cachedTextEncoder)": "false",
  "Object.getPrototypeOf(module) === Object.prototype": "true",
};

/**
 * Glue that needs no iterators and no methods of arrays, which some pages replace: wasm-bindgen's closures spread their arguments, of which ours have
 * three at most.
 */
function independent(glue) {
  for (const question in SETTLED) {
    if (!glue.includes(question)) throw new Error(`expected glue that asks ${question}, found none: wasm-bindgen writes it otherwise now`);
    glue = glue.replace(question, SETTLED[question]);
  }
  const script = glue
    .replaceAll(", wasm.__wbindgen_realloc", "")
    .replaceAll("(...args) =>", "(one, two, three) =>")
    .replaceAll("...args", "one, two, three")
    .replaceAll(/\bresult\.push\(/g, "result[result.length] = (");
  if (/\.\.\.\w|\.push\(/.test(script)) throw new Error("expected glue without lists that are spread or pushed to, found some: wasm-bindgen writes it otherwise now");
  return script;
}

/** A module of the on-site embed, and its entry and glue as one script, for browsers that have what the module needs. */
function onsite(name, entry, define) {
  const { module, script } = shortened(readFileSync(join(from, `${name}.wasm`)), readFileSync(join(from, `${name}.js`), "utf8"));
  const glue = resolve(from, "glue.js");
  // wasm-bindgen has copied what the module calls of our scripts; the entry shares them with it, so there is one of each.
  writeFileSync(glue, independent(script).replace(/(from ['"])\.\/snippets\/[^/]+\/pkg\//g, `$1${packageFolder}/`));
  const built = buildSync({
    entryPoints: [join(packageFolder, "onsite", entry)],
    alias: { glue },
    define: { ...define, [`${name.toUpperCase()}_INTEGRITY`]: JSON.stringify(integrity(module)) },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    external: ["explain.js", "lifecycle.js"],
    write: false,
  });
  return { module, script: built.outputFiles[0].contents };
}

const explain = onsite("explain", "explain.js", {});
const lifecycle = onsite("lifecycle", "lifecycle.js", {});
const embed = onsite("onsite", "entry.js", {
  EXPLAIN_INTEGRITY: JSON.stringify(integrity(explain.module)),
  LIFECYCLE_INTEGRITY: JSON.stringify(integrity(lifecycle.module)),
});
const files = {
  "leadscore.js": `${glue}\n/** What a module has in its section "leadscore" if it belongs to this script. */\nexport const mark = "${mark}";\n`,
  "leadscore.wasm": module,
  "module.js": `// The WebAssembly module: how many bytes, and each byte as the character 35 further on, or 291 where that is no letter or sign.
export const size = ${module.length};
export default "${Array.from(module, character).join("")}";
`,
  // The command line, which Node.js reads from the disk.
  "command.js": readFileSync(join(from, "command.js")),
  "command.wasm": command,
  // The on-site embed: of these a site gets the first pair, and one of the others.
  "onsite/onsite.js": Buffer.from(embed.script),
  "onsite/onsite.wasm": embed.module,
  "onsite/explain.js": Buffer.from(explain.script),
  "onsite/explain.wasm": explain.module,
  "onsite/lifecycle.js": Buffer.from(lifecycle.script),
  "onsite/lifecycle.wasm": lifecycle.module,
  "BUILD.json": `${JSON.stringify(
    {
      sources: sourceDigest(),
      toolchain: { rust: process.env.RUST, wasm_bindgen: process.env.BINDGEN, binaryen: binaryen.version },
    },
    null,
    2,
  )}\n`,
};

rmSync(to, { recursive: true, force: true });
mkdirSync(join(to, "onsite"), { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(to, name), text);

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
console.log(`module: ${kilobytes(module.length)}, brotli ${kilobytes(brotli(module))}`);
console.log(`command line: ${kilobytes(command.length)}, brotli ${kilobytes(brotli(command))}`);
const entries = ["node.js", "web.js", "workerd.js"];
const written = readdirSync(packageFolder).filter((name) => name.endsWith(".js") && !entries.includes(name));
const scripts = [files["leadscore.js"], files["module.js"], ...written.map((name) => readFileSync(join(packageFolder, name)))];
console.log(`download: brotli ${kilobytes(scripts.reduce((sum, script) => sum + brotli(script), 0))}`);
for (const name of ["onsite", "explain", "lifecycle"]) {
  const [script, bytes] = [files[`onsite/${name}.js`], files[`onsite/${name}.wasm`]].map(brotli);
  console.log(`on-site embed, ${name}: brotli ${kilobytes(bytes)} and its script ${kilobytes(script)}`);
}
