// What contacts and events hold: values with how often they occur, and types of events.

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
