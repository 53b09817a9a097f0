// Pages, counts, histograms, columns and files of results.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from './installed.mjs';

const { LeadscoreError, loadContacts } = await load();

const sample = (name) => readFileSync(new URL(`../../www/samples/${name}`, import.meta.url));
const AS_OF = '2026-06-30T12:00:00Z';

const samples = await loadContacts(sample('contacts.csv'), { events: sample('events.csv') });
const saas = samples.score(sample('saas.json').toString(), { asOf: AS_OF });
const inbound = samples.score(sample('inbound.json').toString(), { asOf: AS_OF });

const criterion = (id, property, points) => ({ id, when: { property, is_known: true }, points });
const ruleset = {
  properties: { plan: { aliases: ['Tariff'] } },
  scores: [{ id: 'fit', groups: [{ id: 'g', criteria: [criterion('a', 'plan', 10.5), criterion('b', 'size', -20)] }] }],
  bands: [{ score: 'fit', ranges: [{ label: 'A', at_least: 10 }, { label: 'B', at_least: 0 }] }],
};
const small = await loadContacts('id,Tariff,size\n9,pro,\n10,Free,5\n,,10\n11,=cmd,\n');
const results = small.score(ruleset, { asOf: 0 });

const rowsOf = (page) => page.rows.map(({ row }) => row);
const textOf = (stream) => new Response(stream).text();

test('a page has the contacts of the file, in its order', () => {
  assert.deepEqual(results.page(), {
    total: 4,
    rows: [
      { row: 0, id: '9', scores: { fit: 10.5 }, bands: { fit: 'A' } },
      { row: 1, id: '10', scores: { fit: -9.5 }, bands: { fit: null } },
      { row: 2, id: 'row 3', scores: { fit: -20 }, bands: { fit: null } },
      { row: 3, id: '11', scores: { fit: 10.5 }, bands: { fit: 'A' } },
    ],
  });
  assert.deepEqual(results.page({ offset: 3, limit: 5, properties: ['plan', 'size'] }).rows, [
    { row: 3, id: '11', scores: { fit: 10.5 }, bands: { fit: 'A' }, properties: { plan: '=cmd' } },
  ]);
  assert.deepEqual(results.page({ offset: 2 ** 53, limit: 5 }), { total: 4, rows: [] });
  assert.deepEqual(results.page({ limit: 0 }), { total: 4, rows: [] });
});

test('a page is sorted by whatever there is, ties in the order of the file', () => {
  const sorted = (sort, descending) => rowsOf(results.page({ sort, descending }));
  assert.deepEqual(sorted({ score: 'fit' }), [2, 1, 0, 3]);
  assert.deepEqual(sorted({ score: 'fit' }, true), [0, 3, 1, 2]);
  assert.deepEqual(sorted({ band: 'fit' }), [0, 3, 1, 2]);
  assert.deepEqual(sorted({ property: 'plan' }), [3, 1, 0, 2]);
  assert.deepEqual(sorted({ property: 'plan' }, true), [0, 1, 3, 2]);
  assert.deepEqual(sorted({ property: 'size' }), [1, 2, 0, 3]);
  assert.deepEqual(sorted('id'), [0, 1, 3, 2]);
  assert.deepEqual(sorted(undefined, true), [3, 2, 1, 0]);
});

test('pages of one question follow each other, whatever is asked in between', () => {
  const question = { sort: { score: 'lead' }, descending: true, where: { score: 'lead', at_least: 5 } };
  const first = inbound.page({ ...question, limit: 7 });
  const other = inbound.page({ sort: 'id' });
  const pages = [first];
  for (let offset = 7; offset < first.total; offset += 500) pages.push(inbound.page({ ...question, offset, limit: 500 }));
  const points = inbound.scores.lead;
  const expected = Array.from({ length: samples.rowCount }, (_, row) => row)
    .filter((row) => points[row] >= 5)
    .toSorted((a, b) => points[b] - points[a]);
  assert.deepEqual(pages.flatMap(rowsOf), expected);
  assert.ok(first.total > 100 && other.total === 2000);
});

test('what is found is what a plain filter finds', () => {
  const { engagement, fit } = saas.scores;
  const set = Object.keys(saas.bands)[0];
  const label = saas.bands[set].find((band) => band !== null);
  const where = { any: [{ all: [{ score: 'fit', at_least: 20 }, { not: { score: 'engagement', at_most: 3 } }] }, { band: set, is_any_of: [label] }] };
  const expected = Array.from(fit.keys()).filter((row) => (fit[row] >= 20 && engagement[row] > 3) || saas.bands[set][row] === label);
  assert.ok(expected.length > 0 && expected.length < 2000);
  const found = saas.page({ where, limit: 10_000 });
  assert.deepEqual(rowsOf(found), expected);
  assert.equal(saas.count(where), expected.length);
  assert.equal(saas.count(JSON.stringify(where)), expected.length);
  assert.equal(saas.count(), 2000);
});

test('a search looks into the id and the properties', () => {
  const found = inbound.page({ where: { search: 'LUCÍA pop', properties: ['firstname', 'lastname'] }, properties: ['firstname', 'lastname'] });
  assert.ok(found.total > 0);
  for (const { properties } of found.rows) assert.match(`${properties.firstname} ${properties.lastname}`.toLowerCase(), /lucía.*pop|pop.*lucía/);
  assert.deepEqual(rowsOf(results.page({ where: { search: 'row 3' } })), [2]);
});

test('a filter with errors is refused with all of them', () => {
  const where = '{ "all": [{ "property": "x", "contians": "y" }, { "score": "fti", "at_least": 1 }] }';
  for (const ask of [() => saas.count(where), () => saas.page({ where }), () => saas.histogram('fit', { where }), () => saas.writeCsv({ where })]) {
    assert.throws(ask, (error) => {
      assert.ok(error instanceof LeadscoreError);
      assert.equal(error.code, 'invalid_filter');
      assert.deepEqual(error.diagnostics.map(({ code, path, help }) => [code, path, help]), [
        ['unknown_operator', '/all/0/contians', 'did you mean `contains`?'],
        ['unknown_score', '/all/1/score', 'did you mean "fit"?'],
      ]);
      const { place } = error.diagnostics[0];
      return where.slice(place.offset, place.offset + place.length) === '"contians"';
    });
  }
  assert.throws(() => saas.count({ property: 'x', contains: new Date() }), { code: 'invalid_filter', path: '/contains' });
  assert.throws(() => saas.count({ property: 'x', contians: 'y' }), (error) => !('place' in error.diagnostics[0]));
});

test('a histogram counts every contact once', () => {
  assert.deepEqual(results.histogram('fit', { width: 10 }), {
    total: 4,
    width: 10,
    bins: [
      { from: -20, below: -10, count: 1 },
      { from: -10, below: 0, count: 1 },
      { from: 0, below: 10, count: 0 },
      { from: 10, below: 20, count: 2 },
    ],
  });
  const { bins, total, width } = inbound.histogram('lead');
  assert.equal(bins.reduce((sum, { count }) => sum + count, 0), total);
  assert.ok(bins.length > 5 && bins.length <= 20 && bins.every(({ from, below }) => below - from === width && from % width === 0));
  for (const { from, below, count } of bins) {
    assert.equal(inbound.scores.lead.filter((points) => points >= from && points < below).length, count);
  }
  assert.deepEqual(results.histogram('fit', { where: { any: [] } }), { total: 0, width: 1, bins: [] });
  assert.throws(() => results.histogram('fit', { width: 0.01 }), { code: 'invalid_argument', path: '/options/width', message: /a width of 0.05 is enough/ });
});

test('the values of a property come all at once', () => {
  assert.deepEqual(small.values('size'), [null, '5', '10', null]);
  assert.deepEqual(small.values('SIZE', { offset: 1, limit: 2 }), ['5', '10']);
  assert.deepEqual(small.values('size', { offset: 5 }), []);
  assert.deepEqual(small.values('size', { limit: 0 }), []);
  const emails = samples.values('email');
  assert.deepEqual([0, 1999].map((row) => samples.contact(row).properties.Email ?? samples.contact(row).properties.email ?? null), [emails[0], emails[1999]]);
});

test('a file is that of the command line, to the byte', async () => {
  const guarded = (text) => (/^[=+\-@]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text);
  const lines = inbound.ids.map((id, row) => `${guarded(id)},${inbound.scores.lead[row]},${inbound.bands.lead[row] ?? ''}\n`);
  assert.equal(await textOf(inbound.writeCsv()), `id,lead,lead_band\n${lines.join('')}`);
});

test('a file has the contacts, the order and the properties that were asked for', async () => {
  const csv = results.writeCsv({ where: { property: 'plan', is_known: true }, sort: { score: 'fit' }, properties: ['plan', 'size'] });
  assert.equal(await textOf(csv), "id,fit,fit_band,plan,size\n10,-9.5,,Free,5\n9,10.5,A,pro,\n11,10.5,A,'=cmd,\n");
});

test('a file is made as it is read, and no further', async () => {
  const reader = inbound.writeCsv({ sort: { score: 'lead' } }).getReader();
  assert.equal(Buffer.from((await reader.read()).value).toString(), 'id,lead,lead_band\n');
  inbound.page({ sort: 'id' });
  await reader.cancel();
  assert.deepEqual(await reader.read(), { done: true, value: undefined });
});

test('a file of freed results is an error, not a short file', async () => {
  const own = small.score(ruleset);
  const reader = own.writeCsv().getReader();
  await reader.read();
  own.free();
  await assert.rejects(reader.read(), { code: 'freed' });
  const table = await loadContacts('id\n1\n');
  const other = table.score(ruleset).writeCsv().getReader();
  table.free();
  await assert.rejects(other.read(), { code: 'freed' });
});

test('two columns of one name are refused before anything is written', () => {
  assert.throws(() => results.writeCsv({ properties: ['plan', 'plan'] }), { code: 'invalid_argument', message: /two columns would be called `plan`/ });
});

test('what was freed cannot be asked', () => {
  const own = small.score(ruleset);
  own.free();
  for (const ask of [() => own.page(), () => own.count(), () => own.histogram('fit'), () => own.writeCsv()]) assert.throws(ask, { code: 'freed' });
});
