// From import to the first score, and where the time goes: node tests/bench/start.mjs [--runs 21]
//
// Each run is a process of its own, and the contenders take turns; medians are printed, and the least, which a busy machine disturbs
// least. Node's own start is not in it. An engine that is not installed is named and left out.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const contact = { jobtitle: 'VP Sales' };
const ruleset = {
  scores: [{ id: 'fit', groups: [{ id: 'person', criteria: [{ id: 'vp', when: { property: 'jobtitle', contains_word: ['vp', 'head'] }, points: 12.5 }] }] }],
};
const rule = {
  conditions: { any: ['vp', 'head'].map((value) => ({ fact: 'words', operator: 'contains', value })) },
  event: { type: 'points', params: { points: 12.5 } },
};

/** The three steps of each: loading it, giving it the rules, scoring a contact. */
const CONTENDERS = {
  leadscore: ofPackage('node.js'),
  'leadscore, the module as text': ofPackage('index.js'),
  'json-rules-engine': {
    load: () => import('json-rules-engine'),
    prepare: ({ Engine }) => new Engine([rule]),
    score: async (engine) => (await engine.run({ words: contact.jobtitle.toLowerCase().split(' ') })).events[0].params.points,
  },
};

function ofPackage(entry) {
  return {
    load: () => import(new URL(`../../pkg/${entry}`, import.meta.url).href),
    prepare: ({ createScorer }) => createScorer(ruleset),
    score: (scorer) => scorer.score(contact).scores.fit.points,
  };
}

/** In a process of its own: the milliseconds of each step. */
async function measure({ load, prepare, score }) {
  const times = [performance.now()];
  const loaded = await load();
  times.push(performance.now());
  const prepared = await prepare(loaded);
  times.push(performance.now());
  const points = await score(prepared);
  times.push(performance.now());
  if (points !== 12.5) throw new Error(`expected 12.5 points, found ${points}`);
  return times.slice(1).map((time, step) => time - times[step]);
}

function compare(runs) {
  const found = new Map(Object.keys(CONTENDERS).map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const [name, measured] of found) {
      try {
        const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--only', name], { encoding: 'utf8', stdio: 'pipe' });
        measured.push(JSON.parse(output));
      } catch (error) {
        if (!/ERR_MODULE_NOT_FOUND/.test(error.stderr) || name.startsWith('leadscore')) throw error;
        console.log(`${name} is not installed: left out\n`);
        found.delete(name);
      }
    }
  }
  console.log(`${' '.repeat(30)}${['import', 'rules', 'score', 'all', 'least'].map((title) => title.padStart(9)).join('')}   ms`);
  for (const [name, measured] of found) {
    const sums = measured.map((steps) => steps.reduce((sum, step) => sum + step));
    const figures = [...measured[0].map((_, step) => median(measured.map((steps) => steps[step]))), median(sums), Math.min(...sums)];
    console.log(name.padEnd(30) + figures.map((figure) => figure.toFixed(1).padStart(9)).join(''));
  }
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '21' }, only: { type: 'string' } } });
if (values.only === undefined) {
  if (!(Number(values.runs) >= 1)) throw new Error(`--runs: expected a number from 1, found ${values.runs}`);
  compare(Number(values.runs));
} else {
  console.log(JSON.stringify(await measure(CONTENDERS[values.only])));
}
