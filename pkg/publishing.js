// Publishing rulesets for the on-site embed.

import { rulesetArguments } from "./arguments.js";
import { publish as encode } from "./dist/leadscore.js";
import { call, start } from "./start.js";

export async function publish(ruleset) {
  const given = rulesetArguments(ruleset);
  await start();
  return call(() => encode(...given));
}
