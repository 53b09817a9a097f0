// The on-site embed's second module for rulesets that are published with their lifecycle: all that the other one does, and what happens to visitors.
//
// As in the embed, lists are read by index and nothing is spread.

import { initSync, learn_all, step } from "glue";

export { ledger, matches, time } from "glue";

let report;

/** Starts, with the module once it is compiled, the bytes of the rules and of the lifecycle, and what tells of problems. */
export async function begin(compiled, rules, lifecycle, reported) {
  report = reported;
  initSync({ module: await compiled });
  if (!learn_all(rules, lifecycle)) report("expected the lifecycle of a ruleset that was published: publish it again");
}

/** An id that nobody else has. It protects nothing. */
const seed = () => `${Math.floor(Math.random() * 2 ** 53)}-${Math.floor(Math.random() * 2 ** 53)}`;

/** What is to be remembered of a visitor's way from now on. What happened on it is told when that has been kept. */
export function advance(visitor, state, asOf) {
  const stepped = step(visitor, state, asOf, seed());
  if (stepped === undefined) return undefined;
  if (stepped[2] !== undefined) report(stepped[2]);
  tell(JSON.parse(stepped[1]));
  return stepped[0];
}

async function tell(happenings) {
  await null;
  for (let place = 0; place < happenings.length; place++) {
    document.dispatchEvent(new CustomEvent("leadscore:happening", { bubbles: true, detail: happenings[place] }));
  }
}
