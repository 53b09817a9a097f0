// How large an artefact is for whoever downloads it: raw, and compressed by brotli as a server does it once and for all.
//
// In: files, or an entry and all that it imports from beside itself. Out: bytes.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

export const root = join(fileURLToPath(import.meta.url), "../..");

const IMPORT = /\b(?:from|import)\s*\(?\s*["'](\.\.?\/[^"']+)["']/g;

export function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

/** A script and what it imports by relative path, at once or later. */
function imported(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  for (const [, relative] of readFileSync(join(root, path), "utf8").matchAll(IMPORT)) imported(join(dirname(path), relative), found);
  return found;
}

/** The size of an artefact of size-budget.json: each file is compressed by itself, for it is sent by itself. */
export function sizeOf({ entry, files = [] }) {
  const paths = [...(entry ? imported(entry) : []), ...files];
  const contents = paths.map((path) => readFileSync(join(root, path)));
  const sum = (size) => contents.reduce((total, bytes) => total + size(bytes), 0);
  return { raw: sum((bytes) => bytes.length), brotli: sum(brotli) };
}

export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
