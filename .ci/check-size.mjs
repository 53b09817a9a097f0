// That no artefact has outgrown its budget in size-budget.json: `node .ci/check-size.mjs`.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { kilobytes, root, sizeOf } from "./sizes.mjs";

const budgets = JSON.parse(readFileSync(join(root, ".ci/size-budget.json"), "utf8"));
if (budgets.length === 0) throw new Error("size-budget.json: expected artefacts, found none");

let over = 0;
for (const budget of budgets) {
  const size = sizeOf(budget);
  for (const kind of ["raw", "brotli"]) {
    const [found, most] = [size[kind], budget[kind]];
    console.log(`${budget.artefact}: ${kilobytes(found)} ${kind}, budget ${kilobytes(most)}`);
    if (found <= most) continue;
    over++;
    console.error(`error: ${budget.artefact}: expected at most ${kilobytes(most)} ${kind}, found ${kilobytes(found - most)} more`);
  }
}
if (over > 0) {
  console.error(
    "What takes the space: .ci/size-report.sh names areas and functions; run it before and after your change and compare.\n" +
      "If it is worth it, raise the budget in .ci/size-budget.json and say why in the commit.",
  );
  process.exit(1);
}
