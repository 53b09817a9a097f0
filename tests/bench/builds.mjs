// Builds of the package against each other, for choices of the compiler: node tests/bench/builds.mjs FOLDER FOLDER… [--runs 9]
//
// In: folders like pkg, each with its dist; the first is what the others are compared with. They take turns. The time is that of the
// processor, which other work on the machine disturbs less than the clock; the least and the median are printed.

import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from './contestants.mjs';
import { RULESET } from './criteria.mjs';
import { AS_OF, csv, ndjson, objects } from './workload.mjs';

const CONTACTS = 100_000;
const ONES = 500;
const at = { asOf: AS_OF };

function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function timed(work) {
  const before = processor();
  const free = await work();
  const ms = processor() - before;
  free?.();
  return ms;
}

/** What is timed of a build, by name, in milliseconds. */
async function tasks(folder, files) {
  const { createScorer, loadContacts } = await import(pathToFileURL(resolve(folder, 'index.js')).href);
  const scorer = await createScorer(RULESET);
  const table = await loadContacts(files.csv);
  const ruleset = JSON.parse(RULESET);
  let run = 0;
  const file = (bytes) => async () => {
    const loaded = await loadContacts(bytes);
    loaded.score(RULESET, at);
    return () => loaded.free();
  };
  return {
    evaluation: () => {
      const results = table.score(JSON.stringify({ ...ruleset, unknown_values: [`no value ${run++}`] }), at);
      return () => results.free();
    },
    CSV: file(files.csv),
    NDJSON: file(files.ndjson),
    [`${ONES} single contacts`]: () => files.ones.forEach((contact) => void scorer.score(contact, at)),
    '100 ledgers': () => files.ones.slice(0, 100).forEach((contact) => void scorer.explain(contact, at)),
  };
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string', default: '9' } } });
if (positionals.length === 0) throw new Error('expected folders like pkg, found none');
const files = { csv: csv(CONTACTS), ndjson: ndjson(CONTACTS), ones: objects(ONES) };
const builds = [];
for (const folder of positionals) builds.push({ folder, tasks: await tasks(folder, files), times: {} });
for (let round = -1; round < Number(values.runs); round++) {
  for (const { tasks, times } of builds) {
    for (const [name, task] of Object.entries(tasks)) {
      const ms = await timed(task);
      // The first round is for the compilers.
      if (round >= 0) (times[name] ??= []).push(ms);
    }
  }
}
for (const name of Object.keys(builds[0].tasks)) {
  console.log(`\n${name}`);
  const least = ({ times }) => Math.min(...times[name]);
  for (const build of builds) {
    const figures = [least(build), median(build.times[name])].map((ms) => `${ms.toFixed(2).padStart(10)} ms`).join('');
    console.log(`  ${build.folder.padEnd(48)}${figures}   ${(least(build) / least(builds[0])).toFixed(2)}`);
  }
}
