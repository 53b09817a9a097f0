// The package as its users have it: the ruleset as text, contacts from a file, results asked for by name.

import { createReadStream, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { RULESET } from '../criteria.mjs';
import { AS_OF } from '../workload.mjs';

const folder = new URL('../../../pkg/', import.meta.url);
const { exports } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));

/** The package, by the entry that Node.js takes. */
export const packaged = () => import(new URL(exports['.'].node ?? exports['.'].import, folder).href);

/** So many of the best are shown at once. */
const BEST = 20;

/** What a list of leads begins with: how many contacts each band has, and the best of all. */
function overview(results) {
  const [sql, mql] = ['SQL', 'MQL'].map((band) => results.count({ band: 'lead', is_any_of: [band] }));
  return {
    bands: { SQL: sql, MQL: mql, none: results.rowCount - sql - mql },
    best: results.page({ sort: { score: 'lead' }, descending: true, limit: BEST }).rows.map(({ row }) => row),
  };
}

/** How many contacts each band has, counted one by one. */
function counted(results) {
  const bands = { SQL: 0, MQL: 0, none: 0 };
  for (const band of results.bands.lead) bands[band ?? 'none']++;
  return bands;
}

/** What a peer returns, of results: points and bands are read when they are asked for. */
function outcome(results, free) {
  return {
    get scores() {
      return results.scores.lead;
    },
    get bands() {
      return counted(results);
    },
    free() {
      results.free();
      free?.();
    },
  };
}

async function loadedTable({ csv }) {
  const { loadContacts } = await packaged();
  return loadContacts(createReadStream(csv));
}

// A table of contacts remembers what was decided of it. Nothing helps a ruleset with another placeholder for no value: each of its
// tests is decided anew.
const anotherPlaceholder = (ruleset, run) => ({ ...ruleset, unknown_values: [`no value ${run}`] });

/** The ruleset with its first criterion changed. */
function withCriterion(ruleset, change) {
  const changed = structuredClone(ruleset);
  Object.assign(changed.scores[0].groups[0].criteria[0], change);
  return changed;
}

/** The text of a ruleset that `change` makes of the workload's, another one each time; the first time it is the workload's. */
function rulesets(change) {
  const ruleset = JSON.parse(RULESET);
  let run = 0;
  return () => (run++ === 0 ? RULESET : JSON.stringify(change(ruleset, run)));
}

/** Scores contacts in memory by a new ruleset each time. */
export const evaluation = {
  prepare: async (workload) => ({ table: await loadedTable(workload), next: rulesets(anotherPlaceholder) }),
  run: ({ table, next }) => outcome(table.score(next(), { asOf: AS_OF })),
};

/** The same, with every point read into a Float64Array. */
export const evaluationReadOut = {
  ...evaluation,
  run(start) {
    const found = evaluation.run(start);
    found.scores;
    return found;
  },
};

/** From a changed ruleset's text to what is seen of its results, and from there to every point in a Float64Array. */
function edit(change) {
  return {
    prepare: async (workload) => ({ table: await loadedTable(workload), next: rulesets(change) }),
    laps: ['scored', 'bands counted, best known', 'every point read'],
    run({ table, next }) {
      const text = next();
      const times = [performance.now()];
      const lap = () => times.push(performance.now());
      const results = table.score(text, { asOf: AS_OF });
      lap();
      overview(results);
      lap();
      results.scores.lead;
      lap();
      return Object.assign(outcome(results), { laps: times.slice(1).map((time) => time - times[0]) });
    },
  };
}

export const newRuleset = edit(anotherPlaceholder);
export const changedCriterion = edit((ruleset, run) => withCriterion(ruleset, { when: { property: 'jobtitle', contains: `chief ${run}` } }));
export const changedPoints = edit((ruleset, run) => withCriterion(ruleset, { points: run }));

/** From a file's bytes to scores. */
function file(format) {
  return {
    prepare: async (workload) => ({ ...(await packaged()), bytes: new Uint8Array(await readFile(workload[format])) }),
    async run({ loadContacts, bytes }) {
      const table = await loadContacts(bytes);
      return outcome(table.score(RULESET, { asOf: AS_OF }), () => table.free());
    },
  };
}

export const csvFile = file('csv');
export const ndjsonFile = file('ndjson');

/** A function that scores a contact. */
export async function leadscore() {
  const { createScorer } = await packaged();
  const scorer = await createScorer(RULESET);
  const options = { asOf: AS_OF };
  return (contact) => {
    const { points, band } = scorer.score(contact, options).scores.lead;
    return { points, band };
  };
}
