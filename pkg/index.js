// The entry that loads everywhere: the module is text in JavaScript, so no file has to be found. What is exported stands in index.d.ts.

import { entry } from "./entry.js";
import { decoded } from "./text.js";

export { LeadscoreError } from "./errors.js";
export const { advance, checkRuleset, createScorer, decaySteps, initialize, loadContacts, publish } = entry(decoded);
