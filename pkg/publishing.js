// Publishing rulesets for the on-site embed.

import { checkOptions, rulesetArguments, unexpected } from "./arguments.js";
import { publish as encode } from "./dist/leadscore.js";
import { call, start } from "./start.js";

export async function publish(ruleset, options = {}) {
  const given = rulesetArguments(ruleset);
  const { lifecycle = false } = checkOptions(options, ["lifecycle"]);
  if (typeof lifecycle !== "boolean") throw unexpected("/options/lifecycle", "true or false", lifecycle);
  await start();
  return call(() => encode(...given, lifecycle));
}
