// leadscore/web, for pages: the module is a file beside this one, smaller than as text, and compiled while it arrives.

import { entry } from "./entry.js";

export { LeadscoreError } from "./errors.js";
export const { advance, checkRuleset, createScorer, decaySteps, initialize, loadContacts, publish } = entry(() => new URL("./dist/leadscore.wasm", import.meta.url));
