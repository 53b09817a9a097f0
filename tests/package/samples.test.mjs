// What the samples of the page come to, held against tests/samples.expected.json, as the crate's own tests do natively.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from './installed.mjs';

const { createScorer, loadContacts } = await load();

const AS_OF = '2026-06-30T12:00:00Z';

/** Every so many contacts one is explained. */
const EXPLAINED = 20;

const sample = (name) => readFileSync(new URL(`../../www/samples/${name}`, import.meta.url));
const expected = JSON.parse(readFileSync(new URL('../samples.expected.json', import.meta.url), 'utf8'));

/** FNV-1a: the same few lines in any language. */
function digest(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

/** Documents, one a line. */
const lines = (documents) => documents.map((document) => `${JSON.stringify(document)}\n`).join('');

const table = await loadContacts(sample('contacts.csv'), { events: sample('events.csv') });
const rows = Array.from({ length: table.rowCount }, (_, row) => row);

for (const name of Object.keys(expected)) {
  test(`${name}: scorecards, ledgers, files and reports are those of the crate`, async () => {
    const results = table.score(sample(`${name}.json`).toString(), { asOf: AS_OF });
    const hundredths = Object.values(results.scores).map((points) => points.reduce((sum, of) => sum + Math.round(of * 100), 0));
    const explained = rows.filter((row) => row % EXPLAINED === 0);
    const found = {
      hundredths,
      scorecards: digest(lines(rows.map((row) => results.scorecard(row)))),
      csv: digest(await new Response(results.writeCsv()).text()),
      ledgers: digest(lines(explained.map((row) => results.explain(row)))),
      score_report: digest(lines([results.report])),
      load_report: digest(lines([table.report])),
    };
    assert.deepEqual(found, expected[name]);
  });
}

test('all rulesets among the samples are held against something', () => {
  assert.deepEqual(Object.keys(expected), ['account-based', 'ecommerce', 'empty', 'inbound', 'saas']);
});

test('a contact scored alone has the same as in the file', async () => {
  const scorer = await createScorer(sample('inbound.json').toString());
  const alone = await loadContacts(sample('contacts.csv'), { events: sample('events.csv') });
  const results = alone.score(sample('inbound.json').toString(), { asOf: AS_OF });
  for (const row of rows.filter((row) => row % EXPLAINED === 0)) {
    const contact = alone.contact(row);
    assert.deepEqual(scorer.score(contact, { asOf: AS_OF }), results.scorecard(row));
    assert.deepEqual(scorer.explain(contact, { asOf: AS_OF }), results.explain(row));
  }
});
