// What the page must not do, checked on its sources: `node .ci/check-page.mjs [FOLDER]`, by `make page` and by the page's tests.
// It imports the package in the worker only and nothing behind it, no rule of scoring lives in it, and its messages are
// complete in every language.

import { fileURLToPath } from "node:url";
import { catalogueFaults } from "./page-catalogues.mjs";
import { importFaults } from "./page-imports.mjs";
import { scoringFaults } from "./page-scoring.mjs";
import { readSources } from "./page-sources.mjs";

const www = process.argv[2] ?? fileURLToPath(new URL("../www", import.meta.url));
const sources = readSources(www);
const faults = [...importFaults(sources), ...scoringFaults(sources), ...catalogueFaults(www, sources)];
for (const fault of faults) console.error(`error: ${fault}`);
if (faults.length > 0) process.exit(1);
console.log(`the page's ${sources.length} sources import, score and say only what they may`);
