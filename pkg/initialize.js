// Starting the module before it is needed, or from elsewhere than the entry has it.

import { checkOptions } from "./arguments.js";
import { checkWasm } from "./compile.js";
import { start } from "./start.js";

export async function initialize(options = {}) {
  const { wasm } = checkOptions(options, ["wasm"]);
  if (wasm !== undefined) checkWasm(wasm);
  await start(wasm);
}
