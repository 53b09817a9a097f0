// The on-site embed's second module, loaded when a page asks for a ledger, or rules have expressions.

import { initSync } from "glue";

export { ledger, matches, time } from "glue";

/** Starts, with the module once it is compiled. */
export async function begin(compiled) {
  initSync({ module: await compiled });
}
