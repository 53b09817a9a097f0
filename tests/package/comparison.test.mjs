// Results beside those of another ruleset, and what decay does to points.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from './installed.mjs';

const { LeadscoreError, decaySteps, loadContacts } = await load();
const { initSync: instance } = await load('dist/leadscore.js');

const sample = (name) => readFileSync(new URL(`../../www/samples/${name}`, import.meta.url));
const AS_OF = '2026-06-30T12:00:00Z';

const samples = await loadContacts(sample('contacts.csv'), { events: sample('events.csv') });
const published = JSON.parse(sample('inbound.json'));
const edited = structuredClone(published);
for (const group of edited.scores[0].groups) for (const criterion of group.criteria) if ('points' in criterion) criterion.points *= 2;
const before = samples.score(published, { asOf: AS_OF });
const after = samples.score(edited, { asOf: AS_OF });
const comparison = after.compare(before);
const everybody = Array.from({ length: samples.rowCount }, (_, row) => row);

const criterion = (points) => ({ id: 'c', when: { property: 'plan', is_equal_to: 'pro' }, points });
const ruleset = (points) => ({
  scores: [{ id: 'fit', groups: [{ id: 'g', criteria: [criterion(points)] }] }],
  bands: [{ score: 'fit', ranges: [{ label: 'A', at_least: 10 }, { label: 'B', at_least: 0 }] }],
});
const small = await loadContacts('id,plan\n9,pro\n10,free\n,=pro\n11,pro\n');
const compared = () => small.score(ruleset(10), { asOf: 0 }).compare(small.score(ruleset(-2.5), { asOf: 0 }));

const textOf = (stream) => new Response(stream).text();

test('a summary is what two lists of points and bands say', () => {
  const changes = everybody.map((row) => Math.round((after.scores.lead[row] - before.scores.lead[row]) * 100));
  const [lead] = comparison.summary.scores;
  assert.deepEqual(
    [lead.id, lead.in, lead.raised, lead.lowered, lead.unchanged],
    ['lead', 'both', ...[(c) => c > 0, (c) => c < 0, (c) => c === 0].map((is) => changes.filter(is).length)],
  );
  assert.ok(lead.raised > 0 && lead.lowered > 0 && lead.unchanged > 0);
  assert.equal(Math.round(lead.change * 100), changes.reduce((sum, change) => sum + change, 0));
  const [bands] = comparison.summary.bands;
  for (const { from, to, count } of bands.moves) {
    assert.equal(everybody.filter((row) => before.bands.lead[row] === from && after.bands.lead[row] === to).length, count);
  }
  assert.equal(bands.moves.reduce((sum, { count }) => sum + count, 0), 2000);
  assert.equal(bands.moved, everybody.filter((row) => before.bands.lead[row] !== after.bands.lead[row]).length);
  assert.equal(comparison.rowCount, 2000);
});

test('pages have those that changed, the biggest change first, whatever is asked in between', () => {
  const size = (row) => Math.abs(after.scores.lead[row] - before.scores.lead[row]);
  const expected = everybody.filter((row) => size(row) !== 0).toSorted((a, b) => size(b) - size(a));
  const pages = [comparison.page({ limit: 7 })];
  comparison.page({ band: { id: 'lead' } });
  for (let offset = 7; offset < pages[0].total; offset += 500) pages.push(comparison.page({ offset, limit: 500 }));
  assert.deepEqual(pages.flatMap(({ rows }) => rows.map(({ row }) => row)), expected);
  for (const { row, id, change, scores, bands } of pages[0].rows) {
    assert.equal(id, after.ids[row]);
    assert.deepEqual(scores.lead, { before: before.scores.lead[row], after: after.scores.lead[row] });
    assert.equal(change, scores.lead.after - scores.lead.before);
    assert.deepEqual(bands.lead, { before: before.bands.lead[row], after: after.bands.lead[row] });
  }
});

test('moves between bands are found, within a filter of the results after', () => {
  const [{ from, to, count }] = comparison.summary.bands[0].moves.filter((move) => move.from !== move.to);
  const band = { id: 'lead', from, to };
  assert.equal(comparison.page({ score: 'lead', band }).total, count);
  const where = { property: 'country', is_known: true };
  const both = comparison.page({ band, where }).total + comparison.page({ band, where: { not: where } }).total;
  assert.equal(both, count);
  const own = compared();
  assert.deepEqual(own.page({ band: { id: 'fit', from: null, to: 'A' }, properties: ['plan'] }), {
    total: 2,
    rows: [
      { row: 0, id: '9', change: 12.5, scores: { fit: { before: -2.5, after: 10 } }, bands: { fit: { before: null, after: 'A' } }, properties: { plan: 'pro' } },
      { row: 3, id: '11', change: 12.5, scores: { fit: { before: -2.5, after: 10 } }, bands: { fit: { before: null, after: 'A' } }, properties: { plan: 'pro' } },
    ],
  });
  assert.equal(own.page({ band: { id: 'fit', from: 'B', to: 'B' } }).total, 2);
  assert.equal(own.page({ band: { id: 'fit', to: 'B' } }).total, 0, 'who stays has not moved');
});

test('a file has the same contacts, before and after', async () => {
  const own = compared();
  assert.equal(
    await textOf(own.writeCsv({ band: { id: 'fit', from: 'B', to: 'B' }, properties: ['plan'] })),
    "id,plan,fit_before,fit_after,fit_change,fit_band_before,fit_band_after\n10,free,0,0,0,B,B\nrow 3,'=pro,0,0,0,B,B\n",
  );
  const lines = (await textOf(comparison.writeCsv())).trimEnd().split('\n');
  assert.equal(lines.length, comparison.page().total + 1);
});

test('a large file comes in pieces, and can be cancelled', async () => {
  const rows = 10_000;
  const table = await loadContacts(`id,plan\n${Array.from({ length: rows }, (_, row) => `${row},pro\n`).join('')}`);
  const large = table.score(ruleset(1)).compare(table.score(ruleset(2)));
  const pieces = [];
  for await (const piece of large.writeCsv()) pieces.push(piece);
  assert.equal(pieces.length, 4);
  assert.equal(Buffer.concat(pieces).toString().trimEnd().split('\n').length, rows + 1);
  const reader = large.writeCsv().getReader();
  await reader.read();
  await reader.cancel();
  table.free();
});

test('a comparison outlives the results that it is of', async () => {
  const [one, other] = [small.score(ruleset(10)), small.score(ruleset(20))];
  const both = one.compare(other);
  one.free();
  other.free();
  assert.equal(both.summary.scores[0].lowered, 2);
  assert.equal(both.page({ where: { score: 'fit', at_least: 10 } }).total, 2);
  assert.equal((await textOf(both.writeCsv())).split('\n').length, 4);
});

test('what was freed says so, on either side', async () => {
  const [one, other] = [small.score(ruleset(10)), small.score(ruleset(20))];
  const both = one.compare(other);
  const reader = both.writeCsv().getReader();
  await reader.read();
  both.free();
  both.free();
  for (const ask of [() => both.summary, () => both.page(), () => both.writeCsv()]) {
    assert.throws(ask, { code: 'freed', message: 'expected a comparison, found it freed; compare the results again' });
  }
  await assert.rejects(reader.read(), { code: 'freed' });
  other.free();
  assert.throws(() => one.compare(other), { code: 'freed', message: /^\/before: expected results, found them freed/ });
  assert.throws(() => other.compare(one), { code: 'freed', message: /^expected results, found them freed/ });
  const table = await loadContacts('id\n1\n');
  const results = table.score(ruleset(1));
  const kept = results.compare(results);
  table.free();
  for (const ask of [() => kept.summary, () => kept.page(), () => results.compare(results)]) assert.throws(ask, { code: 'freed' });
});

test('only results of the same contacts can be compared', async () => {
  const other = (await loadContacts('id,plan\n9,pro\n10,free\n,=pro\n11,pro\n')).score(ruleset(10));
  const results = small.score(ruleset(10));
  for (const given of [other, undefined, null, 5, {}, small, compared(), new Proxy(results, {})]) {
    assert.throws(() => results.compare(given), (error) => error instanceof LeadscoreError && error.code === 'invalid_argument' && error.path === '/before');
  }
});

test('what there is not cannot be asked for', () => {
  const own = compared();
  for (const [options, code, path] of [
    [{ score: 'fti' }, 'not_found', '/options/score'],
    [{ score: 5 }, 'invalid_argument', '/options/score'],
    [{ band: 'fit' }, 'invalid_argument', '/options/band'],
    [{ band: {} }, 'invalid_argument', '/options/band/id'],
    [{ band: { id: 'fti' } }, 'not_found', '/options/band/id'],
    [{ band: { id: 'fit', from: 'C' } }, 'not_found', '/options/band/from'],
    [{ band: { id: 'fit', to: 5 } }, 'invalid_argument', '/options/band/to'],
    [{ band: { id: 'fit', on: 'A' } }, 'invalid_argument', '/options/band/on'],
    [{ properties: ['absent'] }, 'not_found', '/options/properties/0'],
    [{ sort: 'id' }, 'invalid_argument', '/options/sort'],
  ]) {
    assert.throws(() => own.page(options), { code, path }, JSON.stringify(options));
    assert.throws(() => own.writeCsv(options), { code, path }, JSON.stringify(options));
  }
  assert.throws(() => own.page({ limit: 10_001 }), { code: 'invalid_argument', path: '/options/limit' });
  assert.throws(() => own.page({ where: { score: 'fti', at_least: 1 } }), { code: 'invalid_filter' });
});

test('what decays is listed step by step', async () => {
  assert.deepEqual(await decaySteps({ percent: 50, every_days: 30 }, 15), [
    { days: 0, points: 15 },
    { days: 30, points: 7.5 },
    { days: 60, points: 0 },
  ]);
  assert.deepEqual(await decaySteps({ percent: 25, every_days: 7, shape: 'compound' }, -0.05), [
    { days: 0, points: -0.05 },
    { days: 7, points: -0.03 },
    { days: 14, points: -0.02 },
    { days: 21, points: -0.01 },
    { days: 28, points: 0 },
  ]);
  assert.deepEqual(await decaySteps({ percent: 0.01, every_days: 1 }, 0.02), [
    { days: 0, points: 0.02 },
    { days: 1, points: 0.01 },
    { days: 5001, points: 0 },
  ], 'only steps that change something');
  assert.deepEqual(await decaySteps({ percent: 1, every_days: 1 }, 0), [{ days: 0, points: 0 }]);
  const slow = await decaySteps({ percent: 1, every_days: 100_000, shape: 'compound' }, 1_000_000);
  assert.deepEqual([slow.length, slow[100].days], [101, 10_000_000]);
});

test('the steps are those that scores take', async () => {
  const decay = { percent: 30, every_days: 10, shape: 'compound' };
  const rules = { scores: [{ id: 's', groups: [{ id: 'g', criteria: [{ id: 'c', event: 'call', points: 7.77, decay }] }] }] };
  const table = await loadContacts('{ "id": 1, "events": [{ "type": "call", "time": 0 }] }');
  for (const { days, points } of await decaySteps(decay, 7.77)) {
    assert.equal(table.score(rules, { asOf: days * 86_400_000 }).scores.s[0], points);
    if (days > 0) assert.ok(table.score(rules, { asOf: days * 86_400_000 - 1 }).scores.s[0] > points);
  }
});

test('a bad decay is an error that says where', async () => {
  const good = { percent: 50, every_days: 30 };
  for (const [decay, points, path, message] of [
    [{ ...good, percent: 120 }, 1, '/decay/percent', 'expected a percentage above 0 and at most 100, found 120'],
    [{ ...good, percent: 1.005 }, 1, '/decay/percent', 'expected a percentage with at most two decimals, found 1.005'],
    [{ ...good, percent: NaN }, 1, '/decay/percent', 'expected a JSON value, found NaN'],
    [{ ...good, every_days: 0 }, 1, '/decay/every_days', 'expected a whole number from 1 to 100000, found 0'],
    [{ ...good, shape: 'lineal' }, 1, '/decay/shape', 'expected one of "linear", "compound", found "lineal"'],
    [{ ...good, evry: 1 }, 1, '/decay/evry', 'expected a key of a decay, found `evry`'],
    [{ percent: 50 }, 1, '/decay', 'expected `every_days` in a decay, found none'],
    [[], 1, '/decay', 'expected a decay as an object, found a Array'],
    ['{}', 1, '/decay', 'expected a decay as an object, found "{}"'],
    [good, 0.005, '/points', 'expected points with at most two decimals, found 0.005'],
    [good, 1e7, '/points', 'expected points from -1000000 to 1000000, found 10000000'],
    [good, NaN, '/points', 'expected a number of points, found NaN'],
    [good, '5', '/points', 'expected a number of points, found "5"'],
  ]) {
    await assert.rejects(decaySteps(decay, points), (error) => {
      assert.ok(error instanceof LeadscoreError);
      assert.deepEqual([error.code, error.path, error.message, error.diagnostics], ['invalid_argument', path, `${path}: ${message}`, undefined]);
      return true;
    });
  }
});

test('what was lost with a module that broke off says so', async () => {
  const own = compared();
  const { memory } = instance();
  for (let pages = 32_768; pages >= 1; pages /= 2) {
    try {
      for (;;) memory.grow(pages);
    } catch {
      // Then less of it.
    }
  }
  const large = `id,x\n${Array.from({ length: 300_000 }, (_, row) => `${row},value ${row}\n`).join('')}`;
  await assert.rejects(loadContacts(large), { code: 'out_of_memory' });
  for (const ask of [() => own.summary, () => own.page(), () => own.writeCsv()]) assert.throws(ask, { code: 'lost' });
  own.free();
  assert.throws(() => own.summary, { code: 'freed' });
});
