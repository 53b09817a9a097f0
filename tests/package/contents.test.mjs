// What contacts and events hold: values with how often they occur, types of events, and what of it the rules do not know.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from './installed.mjs';

const { loadContacts } = await load();

const sample = (name) => readFileSync(new URL(`../../www/samples/${name}`, import.meta.url));
const samples = await loadContacts(sample('contacts.csv'), { events: sample('events.csv') });
const small = await loadContacts('id,Industry,tags\n1,Retail,a;b\n2,Software,b;b\n3,retail,\n4,Software,\n5,,\n');

/** How often each of some values occurs, counted one by one. */
function counted(values) {
  const counts = new Map();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

test('values come from the most frequent on', () => {
  assert.deepEqual(small.valueCounts('industry'), {
    distinct: 3,
    matching: 3,
    without: 1,
    values: [{ value: 'Software', count: 2 }, { value: 'Retail', count: 1 }, { value: 'retail', count: 1 }],
  });
  assert.deepEqual(small.valueCounts('tags').values, [{ value: 'b', count: 2 }, { value: 'a', count: 1 }]);
  assert.deepEqual(small.valueCounts('tags', { search: 'A', limit: 0 }), { distinct: 2, matching: 1, without: 3, values: [] });
});

test('they are those of the file, by pages and by search', () => {
  const expected = counted(samples.values('jobtitle'));
  const everything = samples.valueCounts('jobtitle', { limit: 10_000 });
  assert.deepEqual(everything.values, expected);
  assert.equal(everything.without, samples.values('jobtitle').filter((value) => value === null).length);
  assert.deepEqual(samples.valueCounts('Job Title').values, expected.slice(0, 20));
  assert.deepEqual(samples.valueCounts('jobtitle', { offset: 7, limit: 3 }).values, expected.slice(7, 10));
  const found = expected.filter(({ value }) => value.toLowerCase().includes('sales'));
  assert.ok(found.length > 1);
  const { matching, values } = samples.valueCounts('jobtitle', { search: 'SALES', limit: 10_000 });
  assert.deepEqual([matching, values], [found.length, found]);
});

test('events have types, and each its own properties', () => {
  const types = samples.eventTypes;
  assert.deepEqual(types.map(({ type, count }) => ({ type, count })), samples.report.events.types);
  assert.equal(samples.eventTypes, types);
  for (const { type, count, contacts, properties } of types) {
    assert.ok(contacts > 0 && contacts <= count && contacts <= samples.rowCount);
    for (const { name, filled, distinct } of properties) {
      const counts = samples.eventValueCounts(type.toUpperCase(), name, { limit: 10_000 });
      assert.deepEqual([counts.distinct, counts.without], [distinct, count - filled], `${type} ${name}`);
      assert.equal(counts.values.reduce((sum, value) => sum + value.count, 0), filled);
    }
  }
  assert.deepEqual(small.eventTypes, []);
});

test('a million distinct values, and a search in them, take a moment', async () => {
  const rows = Array.from({ length: 1_000_000 }, (_, row) => `${row},https://Example.com/page/${row}\n`);
  const table = await loadContacts(`id,url\n${rows.join('')}`);
  const { distinct, values } = table.valueCounts('url', { offset: 500_000, limit: 2 });
  assert.deepEqual([distinct, values.length], [1_000_000, 2]);
  assert.equal(table.valueCounts('url', { search: 'example.com/page/99999' }).matching, 11);
  table.free();
});

const criterion = (id, when, more) => ({ id, when, points: 1, ...more });
const place = (id) => ({ score: 'fit', criterion: id });

test('what the rules do not know is found', async () => {
  const contacts = [
    { id: 1, industry: 'Software', jobtitle: 'Intern' },
    { id: 2, industry: 'Mining', jobtitle: 'International Sales' },
    { id: 3, industry: 'Mining', jobtitle: 'Director', events: [{ type: 'form', time: 0, name: 'Webinar June' }, { type: 'form', time: 0, name: 'Demo' }] },
  ];
  const ruleset = {
    scores: [{ id: 'fit', groups: [{ id: 'g', criteria: [
      { id: 'industry', property: 'industry', values: { software: 1 } },
      criterion('junior', { not: { property: 'Job Title', contains: 'intern' } }, { enabled: false }),
      criterion('budget', { property: 'budget', is_known: true }),
      { id: 'demo', event: 'FORM', where: { property: 'name', contains_word: 'demo' }, points: 1 },
      { id: 'call', event: 'call', points: 1 },
    ] }] }],
  };
  const table = await loadContacts(JSON.stringify(contacts));
  assert.deepEqual(table.score(ruleset, { asOf: 0 }).coverage(), {
    missing_properties: [{ property: 'budget', criteria: [place('budget')] }],
    missing_events: [{ event: 'call', criteria: [place('call')] }],
    unruled_values: [
      { property: 'industry', rows: 2, distinct: 1, values: [{ value: 'Mining', count: 2 }], criteria: [place('industry')] },
      { property: 'name', event: 'FORM', rows: 1, distinct: 1, values: [{ value: 'Webinar June', count: 1 }], criteria: [place('demo')] },
    ],
    inside_words: [
      { property: 'Job Title', operand: 'intern', operator: 'contains', rows: 1, distinct: 1, values: [{ value: 'International Sales', count: 1 }], ...place('junior') },
    ],
  });
  table.free();
});

test('of the samples it is what their values and rules say', () => {
  const ruleset = JSON.parse(sample('saas.json'));
  const results = samples.score(ruleset, { asOf: '2026-06-30T12:00:00Z' });
  const { unruled_values, inside_words, missing_properties } = results.coverage();
  assert.deepEqual(missing_properties.map(({ property }) => property), results.report.missing_properties);
  assert.ok(unruled_values.length > 0);
  const names = new Set(samples.columns.map(({ name }) => name));
  for (const { property, event, values, distinct } of unruled_values) {
    // The contacts are asked without the ruleset, which knows other names.
    const name = ruleset.properties[property]?.aliases?.find((alias) => names.has(alias)) ?? property;
    const { values: all } = event === undefined ? samples.valueCounts(name, { limit: 10_000 }) : samples.eventValueCounts(event, name, { limit: 10_000 });
    const counts = new Map(all.map(({ value, count }) => [value, count]));
    assert.ok(values.length === Math.min(distinct, 50));
    for (const { value, count } of values) assert.ok(counts.get(value) === count, `${property} ${value}`);
  }
  for (const { operand, values } of inside_words) {
    for (const { value } of values) assert.match(value.toLowerCase(), new RegExp(`[a-z]${operand.toLowerCase()}|${operand.toLowerCase()}[a-z]`));
  }
});

test('a million distinct values take a moment', async () => {
  const rows = Array.from({ length: 1_000_000 }, (_, row) => `${row},https://Example.com/page/${row}\n`);
  const table = await loadContacts(`id,url\n${rows.join('')}`);
  const urls = { id: 'urls', property: 'url', values: { 'https://example.com/page/7': 1 } };
  const pages = criterion('pages', { property: 'url', contains: ['example', 'page/', 'xyz', 'e/99999'] });
  const { unruled_values, inside_words } = table.score({ scores: [{ id: 'fit', groups: [{ id: 'g', criteria: [urls, pages] }] }] }).coverage();
  assert.deepEqual([unruled_values, inside_words], [[], []]);
  table.free();
});
