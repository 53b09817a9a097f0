// What each entry of the package exports: the same functions, over one start and one state, whichever entries an app imports.
//
// In: how the entry has the WebAssembly module. Nothing happens before the first call, so that importing costs nothing and bundlers may
// drop what is not used. What each of the functions does stands in index.d.ts.

import { decaySteps } from "./decay.js";
import { initialize } from "./initialize.js";
import { loadContacts } from "./loading.js";
import { publish } from "./publishing.js";
import { advance, checkRuleset, createScorer } from "./scorer.js";
import { supply } from "./start.js";

/** The functions of an entry. `load` gives the module, as anything that `initialize` takes. */
export function entry(load) {
  const run = (work, given) => {
    supply(load);
    return work(...given);
  };
  return {
    advance: (...given) => run(advance, given),
    checkRuleset: (...given) => run(checkRuleset, given),
    createScorer: (...given) => run(createScorer, given),
    decaySteps: (...given) => run(decaySteps, given),
    initialize: (...given) => run(initialize, given),
    loadContacts: (...given) => run(loadContacts, given),
    publish: (...given) => run(publish, given),
  };
}
