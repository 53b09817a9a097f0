// Rulesets with lists, stages and workflows as chance has it, over contacts as chance has them: step by step the package and the native program say the same,
// byte for byte, also one contact after another.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from './installed.mjs';
import { nativeProgram } from './native.mjs';

const { createScorer, loadContacts } = await load();
const native = nativeProgram();
const folder = mkdtempSync(join(tmpdir(), 'leadscore-advance-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const SCENARIOS = 60;
const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 5, 1);
const STAGES = ['lead', 'mql', 'sql', 'customer'];

/** Numbers by chance, the same ones for the same seed (mulberry32). */
function chance(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count) => Math.floor(next() * count);
  return {
    below,
    is: (share) => next() < share,
    one: (list) => list[below(list.length)],
    some: (most, make) => Array.from({ length: below(most + 1) }, (_, place) => make(place)),
  };
}

function filterOf(by, lists, depth = 2) {
  const tests = [
    () => ({ property: 'title', contains: by.one(['vp', 'clerk']) }),
    () => ({ property: 'size', is_greater_than: by.below(100) }),
    () => ({ property: by.one(['owner', 'feedback', 'title']), is_known: true }),
    () => ({ property: 'feedback', is_any_of: ['good', 'bad'] }),
    () => ({ event: by.one(['view', 'form']), within_days: 1 + by.below(20), at_least: 1 + by.below(2) }),
    () => ({ score: 'lead', at_least: by.below(60) }),
    () => ({ band: 'lead', is_any_of: [by.one(['hot', 'warm', null])] }),
    () => ({ stage: by.one([by.one(STAGES), [by.one(STAGES), null]]) }),
  ];
  if (lists.length > 0) tests.push(() => ({ list: by.one(lists) }));
  if (depth > 0 && by.is(0.4)) {
    const parts = Array.from({ length: 1 + by.below(2) }, () => filterOf(by, lists, depth - 1));
    return by.one([{ all: parts }, { any: parts }, { not: parts[0] }]);
  }
  return by.one(tests)();
}

const actionOf = (by) =>
  by.one([
    { clear: by.one(['lifecyclestage', 'feedback', 'owner']) },
    { set: 'lifecyclestage', to: by.one([...STAGES, 'elsewhere']) },
    { set: by.one(['owner', 'feedback']), to: by.one(['good', 'bad', '{{title|nobody}}', 7, true]) },
    { notify: by.one(['sales', 'marketing']), message: '{{id}} {{title|?}} {{score:lead}} {{band:lead|-}} {{stage|none}} {{as_of}}' },
    { call_back: 'crm', with: '{{owner}}' },
  ]);

function rulesetOf(by) {
  const ids = Array.from({ length: 2 + by.below(4) }, (_, place) => `list-${place}`);
  const lists = ids.map((id, place) => (by.is(0.15) ? { id, members: ['2', 'C3@example.com'] } : { id, when: filterOf(by, ids.slice(0, place)) }));
  const enter = (stage) => (by.is(0.6) ? { enter_when: filterOf(by, ids) } : {});
  return {
    scores: [{ id: 'lead', groups: [{ id: 'all', criteria: [
      { id: 'views', event: 'view', points: 5 + by.below(20), ...(by.is(0.5) ? { within_days: 10 } : { decay: { percent: 30, every_days: 3 } }) },
      { id: 'forms', event: 'form', points: 10 + by.below(30) },
      { id: 'vp', when: { property: 'title', contains: 'vp' }, points: by.below(40) },
      { id: 'bad', when: { property: 'feedback', is_equal_to: 'bad' }, points: -by.below(60) },
    ] }] }],
    bands: [{ score: 'lead', ranges: [{ label: 'hot', at_least: 40 }, { label: 'warm', at_least: 15 }] }],
    lists,
    lifecycle: { stages: STAGES.map((id) => ({ id, ...(id === 'sql' ? { label: 'Sales Qualified' } : {}), ...enter(id) })), ...(by.is(0.4) ? { exclude: filterOf(by, ids, 0) } : {}) },
    workflows: by.some(4, (place) => ({
      id: `flow ${place}`.replace(' ', '-'),
      enrol_on: by.one(ids),
      enabled: by.is(0.9),
      enrol_present: by.is(0.5),
      re_enrol: by.is(0.5),
      ...(by.is(0.3) ? { suppress: [by.one(ids)] } : {}),
      ...(by.is(0.3) ? { goal: by.one(ids) } : {}),
      actions: [actionOf(by), ...by.some(2, () => actionOf(by))],
    })),
  };
}

function contactOf(by, id) {
  const contact = { id: `${id}`, email: `c${id}@example.com`, size: by.below(120) };
  if (by.is(0.6)) contact.title = by.one(['VP Sales', 'Clerk', 'Über-VP']);
  if (by.is(0.5)) contact.lifecyclestage = by.one(['Lead', 'mql', 'Sales Qualified', 'customer', 'partner']);
  if (by.is(0.3)) contact.feedback = by.one(['good', 'bad']);
  contact.events = by.some(5, () => ({ type: by.one(['view', 'form']), time: new Date(BEGIN + by.below(40) * DAY - 10 * DAY).toISOString() }));
  return contact;
}

/** By the next step somebody has changed something, perhaps to what was set here. */
function changed(by, contact) {
  const other = contactOf(by, contact.id);
  const key = by.one(['title', 'lifecyclestage', 'feedback', 'size', 'events']);
  return by.is(0.4) ? { ...contact, [key]: other[key] } : contact;
}

function nativeStep(step, ruleset, contacts, asOf) {
  const at = (name) => join(folder, name);
  writeFileSync(at('rules.json'), JSON.stringify(ruleset));
  writeFileSync(at('contacts.ndjson'), contacts.map((contact) => `${JSON.stringify(contact)}\n`).join(''));
  const state = step === 0 ? [] : ['--state', `state-${step - 1}.json`];
  const args = ['advance', 'rules.json', 'contacts.ndjson', '--quiet', '--as-of', `${asOf}`, ...state, '--output', `state-${step}.json`, '--happenings', 'happened.ndjson'];
  rmSync(at(`state-${step}.json`), { force: true });
  const { status, stderr } = spawnSync(native, args, { cwd: folder, encoding: 'utf8' });
  assert.equal(status, 0, `${stderr}\n${JSON.stringify(ruleset)}`);
  return { state: readFileSync(at(`state-${step}.json`), 'utf8').trimEnd(), happenings: readFileSync(at('happened.ndjson'), 'utf8') };
}

test('the package and the native program advance contacts alike, step by step', async () => {
  const met = { stage_changed: 0, stage_kept: 0, property_set: 0, property_cleared: 0, enrolled: 0, unenrolled: 0, notified: 0, called_back: 0 };
  for (let seed = 1; seed <= SCENARIOS; seed++) {
    const by = chance(seed);
    const ruleset = rulesetOf(by);
    const scorer = await createScorer(ruleset);
    let contacts = Array.from({ length: 12 }, (_, place) => contactOf(by, place));
    let [state, single] = [null, null];
    for (let step = 0; step < 3; step++) {
      const asOf = BEGIN + step * 7 * DAY;
      const expected = nativeStep(step, ruleset, contacts, asOf);
      const table = await loadContacts(contacts.map((contact) => JSON.stringify(contact)).join('\n'), { format: 'ndjson' });
      const run = await table.advance(ruleset, state, { asOf });
      const lines = [];
      for await (const happening of run.happenings()) lines.push(`${JSON.stringify(happening)}\n`);
      state = await new Response(run.writeState()).text();
      const where = `seed ${seed}, step ${step}: ${JSON.stringify(ruleset)}`;
      assert.equal(lines.join(''), expected.happenings, where);
      assert.equal(state.trimEnd(), expected.state, where);
      for (const contact of contacts) single = scorer.advance(single, contact, { asOf }).state;
      assert.deepEqual(single, JSON.parse(expected.state), where);
      for (const line of lines) met[JSON.parse(line).kind]++;
      run.free();
      table.free();
      contacts = contacts.map((contact) => changed(by, contact));
    }
  }
  assert.ok(Object.values(met).every((count) => count >= 20), JSON.stringify(met));
});
