// Publishing rulesets for the on-site embed.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from './installed.mjs';

const { LeadscoreError, publish } = await load();
const kept = (name) => readFileSync(new URL(`../published/${name}`, import.meta.url), 'utf8');

test('a ruleset is published as the crate does it, from text and from an object', async () => {
  const [text, published] = [kept('every-part.ruleset.json'), kept('every-part.published.json')];
  assert.equal(await publish(text), published);
  assert.equal(await publish(JSON.parse(text)), published);
});

test('lists, lifecycle and workflows are published if asked for', async () => {
  const [text, published] = [kept('lifecycle.ruleset.json'), kept('lifecycle.published.json')];
  assert.equal(await publish(text, { lifecycle: true }), published);
  const { lifecycle, ...rest } = JSON.parse(published);
  assert.deepEqual([typeof lifecycle, JSON.parse(await publish(text, { lifecycle: false }))], ['string', rest]);
  await assert.rejects(publish(text, { lifecycle: 'yes' }), { code: 'invalid_argument', path: '/options/lifecycle' });
  await assert.rejects(publish(text, { workflows: true }), { code: 'invalid_argument', path: '/options/workflows' });
});

test('a warning stops nothing', async () => {
  const { name, expressions } = JSON.parse(await publish({ name: 'Ünfinished', scores: [{ id: 'fit', groups: [] }] }));
  assert.deepEqual([name, expressions], ['Ünfinished', false]);
});

test('a ruleset with errors is not published, and says all of them', async () => {
  const faulty = { scores: [{ id: 'fit!', groups: [{ id: 'job', criterai: [] }] }] };
  const text = JSON.stringify(faulty);
  for (const [given, places] of [[text, ['"fit!"', '"criterai"']], [faulty, [undefined, undefined]]]) {
    await assert.rejects(publish(given), (error) => {
      assert.ok(error instanceof LeadscoreError);
      assert.equal(error.code, 'invalid_ruleset');
      assert.deepEqual(error.diagnostics.map(({ path }) => path), ['/scores/0/id', '/scores/0/groups/0/criterai']);
      assert.deepEqual(error.diagnostics.map(({ place }) => place && text.slice(place.offset, place.offset + place.length)), places);
      return true;
    });
  }
  await assert.rejects(publish('{'), { code: 'invalid_ruleset' });
  await assert.rejects(publish(), { code: 'invalid_argument', path: '/ruleset' });
});
