// Everything that the benchmark times. A peer has a name, a group (what it starts from), `prepare`, which is not timed and
// returns what it starts from, and `run`, which is timed and returns the scores by row and how many contacts each band has.

import { encode, scoreColumns } from './typed-arrays.mjs';
import { scoreAll } from './hand-written.mjs';
import { AS_OF, csv, ndjson, objects } from './workload.mjs';

const text = (bytes) => new TextDecoder().decode(bytes);
const properties = (count) => objects(count).map((contact) => contact.properties);

/** Whole lines, some 64 MB at a time: a file may be longer than a string can be. */
function* linesInPieces(bytes) {
  for (let start = 0, end; start < bytes.length; start = end) {
    end = Math.max(bytes.lastIndexOf(10, start + (64 << 20)), start) + 1;
    yield text(bytes.subarray(start, end));
  }
}

/** The package, and the ruleset as the text that its users have. */
async function leadscore() {
  const { readFile } = await import('node:fs/promises');
  return {
    package: await import(new URL('../../pkg/index.js', import.meta.url).href),
    ruleset: await readFile(new URL('workload.ruleset.json', import.meta.url), 'utf8'),
  };
}

/** The scores of a table. Its bands are computed with them, but counted only when they are compared. */
function scoreTable(table, ruleset, free = () => {}) {
  const results = table.score(ruleset, { asOf: AS_OF });
  return {
    scores: results.scores.lead,
    get bands() {
      const bands = { SQL: 0, MQL: 0, none: 0 };
      for (const band of results.bands.lead) bands[band ?? 'none']++;
      return bands;
    },
    free() {
      results.free();
      free();
    },
  };
}

async function scoreBytes({ package: { loadContacts }, ruleset, bytes }) {
  const table = await loadContacts(bytes);
  return scoreTable(table, ruleset, () => table.free());
}

/** The ruleset with its first criterion changed. */
function withCriterion(ruleset, change) {
  const changed = structuredClone(ruleset);
  Object.assign(changed.scores[0].groups[0].criteria[0], change);
  return changed;
}

/** Scores contacts in memory by a ruleset that `change` makes of the workload's, another one each time; the first time it is the workload's. */
function evaluation(name, change) {
  let runs = 0;
  return {
    name,
    group: 'evaluation',
    async prepare(count) {
      const { package: loaded, ruleset } = await leadscore();
      return { table: await loaded.loadContacts(csv(count)), ruleset: JSON.parse(ruleset) };
    },
    run({ table, ruleset }) {
      const run = runs++;
      return scoreTable(table, JSON.stringify(run === 0 ? ruleset : change(ruleset, run)));
    },
  };
}

export const PEERS = [
  // A table of contacts remembers what was decided of it. Nothing helps a ruleset with another placeholder for no value: each of its
  // tests is decided anew. A ruleset that differs in one criterion, or only in points, is what somebody who edits rules waits for.
  evaluation('leadscore, a new ruleset', (ruleset, run) => ({ ...ruleset, unknown_values: [`no value ${run}`] })),
  evaluation('leadscore, one criterion changed', (ruleset, run) => withCriterion(ruleset, { when: { property: 'jobtitle', contains: `chief ${run}` } })),
  evaluation('leadscore, points changed', (ruleset, run) => withCriterion(ruleset, { points: run })),
  {
    name: 'hand-written JS',
    group: 'evaluation',
    base: true,
    prepare: properties,
    run: (contacts) => scoreAll(contacts, AS_OF),
  },
  {
    name: 'hand-tuned typed arrays',
    group: 'evaluation',
    prepare: (count) => encode(properties(count)),
    run: (columns) => scoreColumns(columns, AS_OF),
  },
  {
    name: 'leadscore',
    group: 'CSV bytes to scores',
    prepare: async (count) => ({ ...(await leadscore()), bytes: csv(count) }),
    run: scoreBytes,
  },
  {
    name: 'PapaParse + hand-written JS',
    group: 'CSV bytes to scores',
    base: true,
    prepare: async (count) => ({ Papa: (await import('papaparse')).default, bytes: csv(count) }),
    run: ({ Papa, bytes }) => scoreAll(Papa.parse(text(bytes), { header: true, skipEmptyLines: true }).data, AS_OF),
  },
  {
    name: 'uDSV + hand-written JS',
    group: 'CSV bytes to scores',
    prepare: async (count) => ({ ...(await import('udsv')), bytes: csv(count) }),
    run({ inferSchema, initParser, bytes }) {
      const file = text(bytes);
      return scoreAll(initParser(inferSchema(file)).stringObjs(file), AS_OF);
    },
  },
  {
    name: 'leadscore',
    group: 'NDJSON bytes to scores',
    prepare: async (count) => ({ ...(await leadscore()), bytes: ndjson(count) }),
    run: scoreBytes,
  },
  {
    name: 'JSON.parse + hand-written JS',
    group: 'NDJSON bytes to scores',
    base: true,
    prepare: ndjson,
    run(bytes) {
      const contacts = [];
      for (const piece of linesInPieces(bytes)) {
        for (let start = 0, end; start < piece.length; start = end + 1) {
          end = piece.indexOf('\n', start);
          if (end < 0) end = piece.length;
          contacts.push(JSON.parse(piece.slice(start, end)).properties);
        }
      }
      return scoreAll(contacts, AS_OF);
    },
  },
];
