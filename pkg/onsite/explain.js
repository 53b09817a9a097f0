// The on-site embed's second module, loaded when a page asks for a ledger, or rules have expressions.

import { initSync, learn } from "glue";

export { ledger, matches, time } from "glue";

/** Starts, with the module once it is compiled, and the bytes of the rules. */
export async function begin(compiled, rules) {
  initSync({ module: await compiled });
  learn(rules);
}
