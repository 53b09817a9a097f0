// Writes pkg/dist from what wasm-bindgen and wasm-opt made: `node .ci/write-dist.mjs FROM TO`.
//
// The module goes into a JavaScript file as base64: then every bundler, Node and a plain script find it, with no fetch.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { sourceDigest } from "./source-digest.mjs";

const [from, to] = process.argv.slice(2);
const packageFolder = join(fileURLToPath(import.meta.url), "../../pkg");
const binaryen = JSON.parse(readFileSync(join(packageFolder, "node_modules/binaryen/package.json"), "utf8"));

const module = readFileSync(join(from, "leadscore.wasm"));
const glue = readFileSync(join(from, "leadscore.js"), "utf8");
const files = {
  "leadscore.js": glue,
  "module.js": `// The WebAssembly module, as base64.\nexport default "${module.toString("base64")}";\n`,
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
mkdirSync(to, { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(to, name), text);

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
console.log(`module: ${kilobytes(module.length)}, brotli ${kilobytes(brotli(module))}`);
console.log(`download: brotli ${kilobytes(brotli(files["leadscore.js"]) + brotli(files["module.js"]))}`);
