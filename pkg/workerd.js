// The entry for Cloudflare's workerd, which compiles WebAssembly when a worker is deployed, and never while it runs.

import module from "./dist/leadscore.wasm";
import { entry } from "./entry.js";

export { LeadscoreError } from "./errors.js";
export const { advance, checkRuleset, createScorer, decaySteps, initialize, loadContacts, publish } = entry(() => module);
