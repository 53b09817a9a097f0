// What rules do over all contacts of a file: insights, counts of bands, who meets a criterion; and ways to the next band.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from './installed.mjs';

const { LeadscoreError, loadContacts } = await load();

const sample = (name) => readFileSync(new URL(`../../www/samples/${name}`, import.meta.url));
const samples = await loadContacts(sample('contacts.csv'), { events: sample('events.csv') });
const inbound = samples.score(sample('inbound.json').toString(), { asOf: '2026-06-30T12:00:00Z' });
const rows = Array.from({ length: samples.rowCount }, (_, row) => row);

const criteriaOf = ({ scores }) => scores.flatMap(({ id, groups }) => groups.flatMap(({ criteria }) => criteria.map((criterion) => ({ score: id, ...criterion }))));

test('insights are what the ledgers of the contacts come to', () => {
  const some = rows.filter((row) => row % 10 === 0);
  const ids = some.map((row) => inbound.ids[row]);
  const insights = inbound.insights({ where: { property: 'Record ID - Contact', is_any_of: ids } });
  assert.equal(insights.contacts, some.length);
  const ledgers = some.map((row) => inbound.explain(row));
  const sum = (numbers) => Math.round(numbers.reduce((all, number) => all + number * 100, 0)) / 100;
  for (const [s, score] of insights.scores.entries()) {
    assert.equal(score.points, sum(ledgers.map(({ scores }) => scores[s].points)));
    for (const [g, group] of score.groups.entries()) {
      const groups = ledgers.map(({ scores }) => scores[s].groups[g]);
      assert.equal(group.before_limit, sum(groups.map(({ before_limit }) => before_limit)));
      assert.equal(group.limited, groups.filter(({ points, before_limit }) => points !== before_limit).length);
      for (const [c, criterion] of group.criteria.entries()) {
        const criteria = groups.map((own) => own.criteria[c]);
        assert.equal(criterion.met, criteria.filter(({ met }) => met).length, criterion.id);
        assert.equal(criterion.points, sum(criteria.map(({ points }) => points)), criterion.id);
      }
    }
  }
  assert.ok(criteriaOf(insights).some(({ met }) => met > 0 && met < some.length));
});

test('who meets a criterion can be asked for, as many as insights count', () => {
  for (const { score, id, met } of criteriaOf(inbound.insights()).slice(0, 12)) {
    assert.equal(inbound.count({ criterion: id, score, is_met: true }), met);
    assert.equal(inbound.count({ criterion: id, score, is_met: false }), samples.rowCount - met);
  }
  const { score, id } = criteriaOf(inbound.insights())[0];
  const where = { criterion: `${id}x`, score, is_met: true };
  assert.throws(() => inbound.count(where), (error) => {
    assert.ok(error instanceof LeadscoreError);
    assert.deepEqual(error.diagnostics.map(({ code, path, help }) => [code, path, help]), [['unknown_choice', '/criterion', `did you mean "${id}"?`]]);
    return true;
  });
});

test('bands are counted, all of them and those without', () => {
  const counts = inbound.bandCounts();
  assert.deepEqual(Object.keys(counts), Object.keys(inbound.bands));
  const where = { property: 'Email', is_known: true };
  const known = samples.values('Email').map((email) => email !== null);
  for (const [id, bands] of Object.entries(inbound.bands)) {
    const count = (band, wanted) => bands.filter((own, row) => own === band && wanted(row)).length;
    assert.deepEqual(counts[id], counts[id].map(({ band }) => ({ band, count: count(band, () => true) })));
    assert.deepEqual(inbound.bandCounts({ where })[id], counts[id].map(({ band }) => ({ band, count: count(band, (row) => known[row]) })));
    assert.equal(counts[id].reduce((all, { count }) => all + count, 0), samples.rowCount);
    assert.equal(counts[id].at(-1).band, null);
  }
});

test('the ways of a contact lead to the next band', async () => {
  const ruleset = {
    scores: [{ id: 'lead', groups: [{ id: 'web', limit: { max: 40 }, criteria: [
      { id: 'visits', event: 'page_view', points: 3, max_occurrences: 5 },
      { id: 'demo', event: 'demo_request', points: 30 },
      { id: 'plan', property: 'plan', values: { pro: 10.5, free: -5 } },
    ] }] }],
    bands: [{ score: 'lead', ranges: [{ label: 'SQL', at_least: 35 }, { label: 'MQL', at_least: 8 }] }],
  };
  const table = await loadContacts(JSON.stringify([{ id: 1, plan: 'free' }, { id: 2, plan: 'pro', events: [{ type: 'demo_request', time: 0 }] }]));
  const results = table.score(ruleset, { asOf: 0 });
  const step = (criterion, change, points, more) => ({ score: 'lead', group: 'web', criterion, change, points, ...more });
  assert.deepEqual(results.ways(0), [
    {
      score: 'lead', band: null, next: 'MQL', next_at: 8, points: -5, points_short: 13,
      ways: [
        { points: 10, steps: [step('visits', 'one_more', 15, { occurrences: 5 })] },
        { points: 10.5, steps: [step('plan', 'value', 15.5, { value: 'pro' })] },
        { points: 25, steps: [step('demo', 'one_more', 30, { occurrences: 1 })] },
        { points: 9, steps: [step('visits', 'one_more', 9, { occurrences: 3 }), step('plan', 'no_longer_meet', 5)] },
      ],
    },
  ]);
  assert.deepEqual(results.ways(1), []);
  assert.throws(() => results.ways(2), { code: 'not_found', path: '/row' });
  assert.throws(() => results.ways('0'), { code: 'invalid_argument', path: '/row' });
  assert.ok(rows.some((row) => inbound.ways(row).some(({ ways }) => ways.length > 0)));
});

test('what is wrong with the question is said', () => {
  for (const ask of [(options) => inbound.insights(options), (options) => inbound.bandCounts(options)]) {
    assert.throws(() => ask({ were: {} }), { code: 'invalid_argument', path: '/options/were' });
    assert.throws(() => ask({ where: 5 }), { code: 'invalid_argument', path: '/options/where' });
    assert.throws(() => ask({ where: { property: 'x', contians: 'y' } }), { code: 'invalid_filter' });
  }
  const freed = samples.score(sample('inbound.json').toString());
  freed.free();
  for (const use of [() => freed.insights(), () => freed.bandCounts(), () => freed.ways(0)]) assert.throws(use, { code: 'freed' });
});
