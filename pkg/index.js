// The package's entry: what users import. What each of these does stands in index.d.ts.

export { LeadscoreError } from "./errors.js";
export { checkRuleset, createScorer } from "./scorer.js";
export { loadContacts } from "./loading.js";
