// The WebAssembly module from the text that it is in module.js.

import text, { size } from "./dist/module.js";
import { LeadscoreError } from "./errors.js";

/** The module's bytes: each stands in the text as the character 35 further on; what is above 255 wraps around. */
export function decoded() {
  return fromText(text);
}

/** The text is named once above: bundlers may write such a constant wherever it is named. */
function fromText(letters) {
  if (letters.length !== size) {
    throw new LeadscoreError("cannot_start", "expected this script to be read as UTF-8, found another encoding; serve it as UTF-8");
  }
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at++) bytes[at] = letters.charCodeAt(at) - 35;
  return bytes;
}
