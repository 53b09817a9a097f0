// Running out of memory, and other ends of the module: an ordinary error, and the next call works.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './installed.mjs';

const { LeadscoreError, checkRuleset, createScorer, loadContacts } = await load();
const { initSync: instance } = await load('dist/leadscore.js');

const ruleset = { scores: [{ id: 's', groups: [{ id: 'g', criteria: [{ id: 'c', when: { property: 'x', is_known: true }, points: 1 }] }] }] };

/** Takes all memory that the module could get. */
function fill() {
  const { memory } = instance();
  for (let pages = 32_768; pages >= 1; pages /= 2) {
    try {
      for (;;) memory.grow(pages);
    } catch {
      // Then less of it.
    }
  }
}

const failsFor = (code) => (error) => error instanceof LeadscoreError && error.code === code;

test('what breaks off while scoring is an error, and the next call works', async () => {
  const scorer = await createScorer(ruleset);
  fill();
  assert.throws(() => scorer.score({ x: 'y'.repeat(10_000_000) }), failsFor('out_of_memory'));
  assert.equal(scorer.score({ x: 'y' }).scores.s.points, 1);
});

test('without memory a load is an error, and the next call works', async () => {
  const [scorer, table] = [await createScorer(ruleset), await loadContacts('id,x\n1,y\n')];
  const results = table.score(ruleset);
  const before = instance().memory;
  fill();
  const large = `id,x\n${Array.from({ length: 300_000 }, (_, row) => `${row},value ${row}\n`).join('')}`;
  await assert.rejects(loadContacts(large), failsFor('out_of_memory'));
  assert.notEqual(instance().memory, before, 'the full memory is let go');

  assert.equal(scorer.score({ x: 1 }).scores.s.points, 1, 'scorers go on');
  assert.deepEqual(await checkRuleset(ruleset), []);
  const again = await loadContacts(large);
  assert.equal(again.score(ruleset).scores.s[299_999], 1);

  for (const use of [() => table.report, () => table.score(ruleset), () => results.scores, () => results.scorecard(0)]) {
    assert.throws(use, failsFor('lost'));
  }
  results.free();
  table.free();
  assert.throws(() => table.report, failsFor('freed'));
  scorer.free();
  assert.throws(() => scorer.score({}), failsFor('freed'));
  again.free();
});

test('without memory a question to results is an error, and the next call works', async () => {
  const large = `id,x\n${Array.from({ length: 300_000 }, (_, row) => `${row},value ${row}\n`).join('')}`;
  for (const ask of [
    (results) => results.page({ sort: { property: 'x' }, descending: true }),
    (results) => results.writeCsv({ sort: { property: 'x' } }),
    // What these need may still be there: what a load gives back at its end. Then they have answers.
    (results) => assert.equal(results.count({ property: 'x', contains: '99' }), 11_073),
    (results) => assert.equal(results.histogram('s', { where: { property: 'x', contains: '99' } }).bins.length, 1),
  ]) {
    const table = await loadContacts(large);
    const results = table.score(ruleset);
    fill();
    const failed = await Promise.resolve(results).then(ask).then(() => undefined, (error) => error);
    if (failed === undefined) {
      assert.match(String(ask), /assert/);
      await assert.rejects(loadContacts(large), failsFor('out_of_memory'));
    } else {
      assert.ok(failsFor('out_of_memory')(failed), `${ask}: ${failed}`);
      assert.throws(() => results.count(), failsFor('lost'));
    }
    const again = await loadContacts(large);
    assert.equal(again.score(ruleset).count({ score: 's', at_least: 1 }), 300_000);
  }
});

test('a stack without room is an error, and the next call works', async () => {
  const scorer = await createScorer(ruleset);
  let found;
  const deeper = () => {
    try {
      deeper();
    } catch {
      // Here is hardly any room left.
      found ??= attempt();
    }
  };
  const attempt = () => {
    try {
      scorer.explain({ x: 'y' });
      return undefined;
    } catch (error) {
      return error;
    }
  };
  deeper();
  assert.ok(found === undefined || found instanceof Error);
  assert.equal(scorer.score({ x: 'y' }).scores.s.points, 1);
});
