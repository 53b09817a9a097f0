// The entry for Node.js: reading the module's file is quicker than the million letters that it is as text.

import { readFileSync } from "node:fs";
import { entry } from "./entry.js";

export { LeadscoreError } from "./errors.js";
export const { advance, checkRuleset, createScorer, decaySteps, initialize, loadContacts, publish } = entry(fileOrText);

async function fileOrText() {
  try {
    return readFileSync(new URL("./dist/leadscore.wasm", import.meta.url));
  } catch {
    // A bundler has moved this script away from the file, and took the text along.
    return (await import("./text.js")).decoded();
  }
}
