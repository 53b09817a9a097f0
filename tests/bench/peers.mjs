// Everything that the benchmark times, group by group; a group is what is started from and what is wanted.
//
// A peer has a name, `prepare`, which is not timed and returns what it starts from, and `run`, which is timed and returns the scores
// by row and how many contacts each band has. `base` is whom a group's ratios are against. `most` is how many contacts a slow one
// gets; `package` what it needs, and is left out without.

import { readFile } from 'node:fs/promises';
import { duckdbFile, duckdbTable } from './peers/duckdb.mjs';
import { band, points, scoreAll } from './peers/hand-written.mjs';
import { jsonLogicEngine } from './peers/json-logic.mjs';
import { jsonRulesEngine } from './peers/json-rules-engine.mjs';
import {
  changedCriterion, changedPoints, csvFile, evaluation, evaluationReadOut, leadscore, ndjsonFile, newRuleset,
} from './peers/leadscore.mjs';
import { encode, scoreColumns } from './peers/typed-arrays.mjs';
import { zen, zenWasm } from './peers/zen.mjs';
import { AS_OF, objects } from './workload.mjs';

export const EVALUATION = 'evaluation';
export const EDITS = 'edits';
export const CSV = 'CSV bytes to scores';
export const NDJSON = 'NDJSON bytes to scores';
export const ONE = 'one contact';

const text = (bytes) => new TextDecoder().decode(bytes);
const properties = ({ contacts }) => objects(contacts).map((contact) => contact.properties);

/** Whole lines, some 64 MB at a time: a file may be longer than a string can be. */
function* linesInPieces(bytes) {
  for (let start = 0, end; start < bytes.length; start = end) {
    end = Math.max(bytes.lastIndexOf(10, start + (64 << 20)), start) + 1;
    yield text(bytes.subarray(start, end));
  }
}

function parsedLines(bytes) {
  const contacts = [];
  for (const piece of linesInPieces(bytes)) {
    for (let start = 0, end; start < piece.length; start = end + 1) {
      end = piece.indexOf('\n', start);
      if (end < 0) end = piece.length;
      contacts.push(JSON.parse(piece.slice(start, end)).properties);
    }
  }
  return contacts;
}

const handWritten = () => (contact) => {
  const sum = points(contact, AS_OF);
  return { points: sum, band: band(contact, sum) };
};

/** Scores contacts in memory by an engine that takes one at a time; several at once make those that answer by promises slower. */
function engine(load) {
  return {
    prepare: async (workload) => ({ score: await load(), contacts: properties(workload) }),
    async run({ score, contacts }) {
      const scores = new Float64Array(contacts.length);
      const bands = { SQL: 0, MQL: 0, none: 0 };
      for (let row = 0; row < contacts.length; row++) {
        const pending = score(contacts[row]);
        const { points, band } = pending instanceof Promise ? await pending : pending;
        scores[row] = points;
        bands[band ?? 'none']++;
      }
      return { scores, bands };
    },
  };
}

/** Scores a contact a call. */
function single(load) {
  return {
    most: 1000,
    calls: true,
    prepare: async (workload) => ({ score: await load(), contacts: properties(workload) }),
    run: ({ score, contacts }, row) => score(contacts[row]),
  };
}

function duckdb(open, format) {
  return { package: '@duckdb/node-api', prepare: (workload) => open(workload[format]), run: (query) => query() };
}

/** The crate in a process of its own. */
const native = { native: true, threads: 1 };
const nativeOnAllCores = { native: true };

/** The very first peer's scores are those that all others must have. */
export const GROUPS = {
  [EVALUATION]: [
    {
      name: 'hand-written JS',
      base: true,
      prepare: properties,
      run: (contacts) => scoreAll(contacts, AS_OF),
      bandByRow: (contacts, scores) => contacts.map((contact, row) => band(contact, scores[row]) ?? 'none'),
    },
    { name: 'leadscore', ...evaluation },
    { name: 'leadscore, every point read', ...evaluationReadOut },
    { name: 'leadscore, native', ...native },
    { name: 'leadscore, native, all cores', ...nativeOnAllCores },
    { name: 'hand-tuned typed arrays', prepare: (workload) => encode(properties(workload)), run: (columns) => scoreColumns(columns, AS_OF) },
    { name: 'DuckDB', ...duckdb(duckdbTable, 'csv') },
    { name: 'json-logic-engine', most: 100_000, ...engine(jsonLogicEngine) },
    { name: 'json-rules-engine', most: 1000, ...engine(jsonRulesEngine) },
    { name: 'zen', most: 5000, package: '@gorules/zen-engine', ...engine(zen) },
    { name: 'zen, WebAssembly', most: 1000, package: '@gorules/zen-engine-wasm', ...engine(zenWasm) },
  ],
  [EDITS]: [
    { name: 'a new ruleset', base: true, ...newRuleset },
    { name: 'one criterion changed', ...changedCriterion },
    { name: 'points changed', ...changedPoints },
  ],
  [CSV]: [
    { name: 'leadscore', ...csvFile },
    { name: 'leadscore, native', ...native },
    {
      name: 'PapaParse + hand-written JS',
      base: true,
      prepare: async ({ csv }) => ({ Papa: (await import('papaparse')).default, bytes: await readFile(csv) }),
      run: ({ Papa, bytes }) => scoreAll(Papa.parse(text(bytes), { header: true, skipEmptyLines: true }).data, AS_OF),
    },
    {
      name: 'uDSV + hand-written JS',
      prepare: async ({ csv }) => ({ ...(await import('udsv')), bytes: await readFile(csv) }),
      run({ inferSchema, initParser, bytes }) {
        const file = text(bytes);
        return scoreAll(initParser(inferSchema(file)).stringObjs(file), AS_OF);
      },
    },
    { name: 'DuckDB', ...duckdb(duckdbFile, 'csv') },
  ],
  [NDJSON]: [
    { name: 'leadscore', ...ndjsonFile },
    { name: 'leadscore, native', ...native },
    { name: 'JSON.parse + hand-written JS', base: true, prepare: ({ ndjson }) => readFile(ndjson), run: (bytes) => scoreAll(parsedLines(bytes), AS_OF) },
    { name: 'DuckDB', ...duckdb(duckdbFile, 'ndjson') },
  ],
  [ONE]: [
    { name: 'leadscore', ...single(leadscore) },
    { name: 'leadscore, native', most: 1000, calls: true, ...native },
    { name: 'hand-written JS', ...single(handWritten) },
    { name: 'json-logic-engine', ...single(jsonLogicEngine) },
    { name: 'json-rules-engine', base: true, ...single(jsonRulesEngine) },
    { name: 'zen', package: '@gorules/zen-engine', ...single(zen) },
    { name: 'zen, WebAssembly', package: '@gorules/zen-engine-wasm', ...single(zenWasm) },
  ],
};
