// From score to action: one contact, all contacts of a table, and a contact's way through time.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './installed.mjs';

const { LeadscoreError, advance, createScorer, loadContacts } = await load();
const { initSync: instance, Table } = await load('dist/leadscore.js');

const AS_OF = '2026-06-30T12:00:00Z';
const NEXT_DAY = '2026-07-01T12:00:00Z';

const ruleset = {
  scores: [{ id: 'lead', groups: [{ id: 'all', criteria: [{ id: 'demo', event: 'demo_request', points: 35 }, { id: 'size', when: { property: 'size', is_greater_than: 50 }, points: 30 }] }] }],
  lists: [
    { id: 'sqls', label: 'Ready for sales', when: { property: 'lifecyclestage', is_equal_to: 'sql' } },
    { id: 'partners', members: ['3', 'grace@partner.com'] },
  ],
  lifecycle: {
    stages: [
      { id: 'lead', label: 'Lead' },
      { id: 'mql', enter_when: { score: 'lead', at_least: 35 } },
      { id: 'sql', enter_when: { score: 'lead', at_least: 65 } },
    ],
    exclude: { list: 'partners' },
  },
  workflows: [
    {
      id: 'to-sales',
      enrol_on: 'sqls',
      enrol_present: true,
      actions: [{ set: 'owner', to: 'inbound' }, { notify: 'sales', message: '{{firstname|Somebody}} has {{score:lead}} points' }, { call_back: 'crm', with: '{{id}}' }],
    },
  ],
};
const demo = { type: 'demo_request', time: '2026-06-29T09:00:00Z' };
const ada = { id: '512', firstname: 'Ada', size: 120, events: [demo] };

const contacts = [
  ada,
  { id: '2', size: 10, events: [demo] },
  { id: '3', size: 120, events: [demo] },
  { id: '4', lifecyclestage: 'Lead', size: 10 },
  { id: '5', lifecyclestage: 'evangelist', size: 120, events: [demo] },
  { id: '', size: 10 },
  { id: '7', size: 10 },
  { id: '7', size: 10 },
];
const table = await loadContacts(contacts.map((contact) => JSON.stringify(contact)).join('\n'), { format: 'ndjson' });
const scorer = await createScorer(ruleset);

const fails = (code, path) => (error) => {
  assert.ok(error instanceof LeadscoreError, error.stack);
  assert.equal(error.code, code, error.message);
  if (path !== undefined) assert.equal(error.path, path);
  return true;
};
const textOf = (stream) => new Response(stream).text();
const all = async (happenings) => {
  const found = [];
  for await (const happening of happenings) found.push(happening);
  return found;
};

test('a contact enters a stage, and the workflow that waits for it does what it says, once', () => {
  const { state, happenings } = scorer.advance(null, ada, { asOf: AS_OF });
  assert.deepEqual(
    happenings.map(({ key, kind }) => [key, kind]),
    [
      ['512/stage//sql/2026-06-30T12:00:00Z', 'stage_changed'],
      ['512/to-sales/1/enrolled', 'enrolled'],
      ['512/to-sales/1/1', 'property_set'],
      ['512/to-sales/1/2', 'notified'],
      ['512/to-sales/1/3', 'called_back'],
    ],
  );
  assert.deepEqual(happenings[3], {
    key: '512/to-sales/1/2',
    contact: '512',
    at: AS_OF,
    kind: 'notified',
    channel: 'sales',
    message: 'Ada has 65 points',
    workflow: 'to-sales',
    enrolment: 1,
    action: 2,
    cause: { kind: 'workflow', workflow: 'to-sales', enrolment: 1, text: happenings[1].cause.text },
  });
  assert.deepEqual(state, {
    leadscore_state: 1,
    workflows: { 'to-sales': { started: AS_OF } },
    contacts: {
      512: {
        changed: AS_OF,
        set: { lifecyclestage: { value: 'sql', over: null }, owner: { value: 'inbound', over: null } },
        workflows: { 'to-sales': { on: true, enrolments: 1, active: true } },
      },
    },
  });
  for (const again of [state, JSON.stringify(state)]) assert.deepEqual(scorer.advance(again, ada, { asOf: NEXT_DAY }), { state, happenings: [] });
});

test('the state that is given stays as it is, and events may stand beside the contact', async () => {
  const before = { leadscore_state: 1 };
  const { events, ...without } = ada;
  const beside = scorer.advance(before, without, { asOf: AS_OF, events });
  assert.deepEqual(before, { leadscore_state: 1 });
  assert.deepEqual(beside, scorer.advance(undefined, ada, { asOf: AS_OF }));
  assert.deepEqual(beside, await advance(ruleset, null, ada, { asOf: AS_OF }));
  assert.deepEqual(beside, await advance(JSON.stringify(ruleset), null, ada, { asOf: new Date(AS_OF) }));
});

test('a state that cannot be read is an error with its place', () => {
  const given = (state) => () => scorer.advance(state, ada, { asOf: AS_OF });
  assert.throws(given('{"leadscore_state":1,'), fails('invalid_state'));
  assert.throws(given({}), fails('invalid_state'));
  assert.throws(given({ leadscore_state: 2 }), fails('invalid_state', '/leadscore_state'));
  assert.throws(given({ leadscore_state: 1, contacts: { 512: { changed: 'soon' } } }), fails('invalid_state', '/contacts/512/changed'));
  assert.throws(given({ leadscore_state: 1, contacts: { 512: { changed: new Date() } } }), fails('invalid_state', '/contacts/512/changed'));
  assert.throws(given({ leadscore_state: NaN }), fails('invalid_state', '/leadscore_state'));
  const circle = { leadscore_state: 1 };
  circle.contacts = circle;
  assert.throws(given(circle), fails('invalid_state'));
  for (const state of [1, true, [], () => 0]) assert.throws(given(state), fails('invalid_argument', '/state'));
});

test('a table refuses what it cannot use', async () => {
  await assert.rejects(table.advance({ scores: 1 }, null), fails('invalid_ruleset'));
  await assert.rejects(table.advance(ruleset, '{}'), fails('invalid_state'));
  assert.throws(() => scorer.journey(ada, { from: 9e15 }), fails('invalid_instant', '/options/from'));
});

test('a table advances as its contacts do one by one', async () => {
  const run = await table.advance(ruleset, null, { asOf: AS_OF });
  let state = null;
  const happened = [];
  for (const contact of contacts.slice(0, 5)) {
    const stepped = scorer.advance(state, contact, { asOf: AS_OF });
    state = stepped.state;
    happened.push(...stepped.happenings);
  }
  assert.deepEqual(run.state, state);
  assert.deepEqual(await all(run.happenings()), happened);
  assert.deepEqual(run.page(), { total: happened.length, rows: happened });
  assert.equal(run.asOf.toISOString(), '2026-06-30T12:00:00.000Z');
});

test('the funnel says who is where before and after, and what was done', async () => {
  const run = await table.advance(ruleset, null, { asOf: AS_OF });
  assert.deepEqual(run.summary, {
    contacts: 5,
    happenings: 6,
    lifecycle: {
      property: 'lifecyclestage',
      stages: [
        { id: 'lead', label: 'Lead', before: 1, after: 1 },
        { id: 'mql', before: 0, after: 1 },
        { id: 'sql', before: 0, after: 1 },
      ],
      without: { before: 3, after: 1 },
      other: { before: 1, after: 1 },
      moves: [
        { from: null, to: 'mql', count: 1 },
        { from: null, to: 'sql', count: 1 },
      ],
    },
    lists: [
      { id: 'sqls', label: 'Ready for sales', before: 0, after: 1 },
      { id: 'partners', before: 1, after: 1 },
    ],
    workflows: [{ id: 'to-sales', enrolled: 1, unenrolled: { goal: 0, suppressed: 0, left: 0 }, active: { before: 0, after: 1 } }],
    notified: [{ name: 'sales', count: 1 }],
    called_back: [{ name: 'crm', count: 1 }],
    left_out: { without_id: 1, repeated: 2, repeated_ids: ['7'] },
    missing_properties: [],
  });
  const misspelt = { ...ruleset, lifecycle: { ...ruleset.lifecycle, property: 'lifecylestage', exclude: { property: 'indutsry', is_known: true } } };
  const missing = await table.advance(misspelt, null, { asOf: AS_OF });
  assert.deepEqual(missing.summary.missing_properties, ['lifecylestage', 'indutsry']);
  // What is remembered counts before the next run, as the file does not have it yet.
  const { summary } = await table.advance(ruleset, run, { asOf: NEXT_DAY });
  assert.equal(summary.happenings, 0);
  assert.deepEqual(summary.lifecycle.stages.map(({ before, after }) => [before, after]), [[1, 1], [1, 1], [1, 1]]);
  assert.deepEqual(summary.lifecycle.moves, []);
  assert.deepEqual(summary.lists.map(({ before, after }) => [before, after]), [[1, 1], [1, 1]]);
  assert.deepEqual(summary.workflows[0].active, { before: 1, after: 1 });
});

test('happenings come by kind, workflow, stage, channel and name, and by pages', async () => {
  const run = await table.advance(ruleset, null, { asOf: AS_OF });
  const told = async (question) => (await all(run.happenings(question))).map(({ key }) => key);
  assert.deepEqual(await told({ kind: 'stage_changed' }), ['512/stage//sql/2026-06-30T12:00:00Z', '2/stage//mql/2026-06-30T12:00:00Z']);
  assert.deepEqual(await told({ stage: 'mql' }), ['2/stage//mql/2026-06-30T12:00:00Z']);
  assert.deepEqual(await told({ workflow: 'to-sales', kind: 'notified' }), ['512/to-sales/1/2']);
  assert.deepEqual(await told({ workflow: 'no-such' }), []);
  assert.deepEqual(await told({ channel: 'sales' }), ['512/to-sales/1/2']);
  assert.deepEqual(await told({ name: 'crm' }), ['512/to-sales/1/3']);
  // A channel is one of notifications, a name one of calls.
  for (const none of [{ channel: 'crm' }, { name: 'sales' }, { channel: 'sales', name: 'crm' }, { channel: 'sales', kind: 'called_back' }, { channel: '' }]) {
    assert.deepEqual(await told(none), []);
    assert.deepEqual(run.page(none), { total: 0, rows: [] });
  }
  assert.equal(run.page({ channel: 'sales', kind: 'notified', workflow: 'to-sales' }).total, 1);
  assert.throws(() => run.page({ channel: 1 }), fails('invalid_argument', '/options/channel'));
  assert.throws(() => run.happenings({ name: ['crm'] }), fails('invalid_argument', '/options/name'));
  const { total, rows } = run.page({ workflow: 'to-sales', offset: 1, limit: 2 });
  assert.deepEqual([total, rows.map(({ kind }) => kind)], [4, ['property_set', 'notified']]);
});

test('whoever goes through the happenings of a kind looks at each happening once', async () => {
  const many = await loadContacts(`id,size\n${Array.from({ length: 2500 }, (_, row) => `${row + 1000},120\n`).join('')}`);
  const rules = structuredClone(ruleset);
  rules.lifecycle.stages[2].enter_when.at_least = 30;
  const run = await many.advance(rules, null, { asOf: AS_OF });
  const every = await all(run.happenings());
  const asked = [];
  const { happenings_from } = Table.prototype;
  Table.prototype.happenings_from = function (number, question, place, most) {
    asked.push(place);
    return happenings_from.call(this, number, question, place, most);
  };
  try {
    const calls = await all(run.happenings({ name: 'crm' }));
    assert.deepEqual(calls, every.filter(({ kind }) => kind === 'called_back'));
    // It goes on where the next one is, and does not begin anew.
    const places = [...every.keys()].filter((place) => every[place].kind === 'called_back');
    assert.deepEqual(asked, [0, places[1000], places[2000]]);
  } finally {
    Table.prototype.happenings_from = happenings_from;
    many.free();
  }
});

test('rows are those of the contacts that meet a filter after the run', async () => {
  const run = await table.advance(ruleset, null, { asOf: AS_OF });
  const rows = (where) => [...run.rows(where)];
  assert.ok(run.rows() instanceof Uint32Array);
  // Rows without an id, and those that share one, take no part.
  assert.deepEqual(rows(), [0, 1, 2, 3, 4]);
  assert.deepEqual(rows({ list: 'sqls' }), [0]);
  assert.deepEqual(rows({ list: 'partners' }), [2]);
  assert.deepEqual(rows({ stage: ['lead', 'mql'] }), [1, 3]);
  assert.deepEqual(rows({ stage: null }), [2]);
  assert.deepEqual(rows(JSON.stringify({ property: 'owner', is_equal_to: 'inbound' })), [0]);
  assert.equal(table.score(ruleset, { asOf: AS_OF }).count({ list: 'sqls' }), 0, 'nobody before it');
  const { summary } = run;
  for (const { id, after } of summary.lists) assert.equal(rows({ list: id }).length, after, id);
  for (const { id, after } of summary.lifecycle.stages) assert.equal(rows({ stage: id }).length, after, id);
  assert.throws(() => run.rows({ list: 'partner' }), fails('invalid_filter'));
  assert.throws(() => run.rows(7), fails('invalid_argument', '/where'));
  run.free();
  assert.throws(() => run.rows(), fails('freed'));
});

test('a run goes on from a run, its state or its text, of the same table or another', async () => {
  const first = await table.advance(ruleset, null, { asOf: AS_OF });
  const text = await textOf(first.writeState());
  assert.deepEqual(JSON.parse(text), first.state);
  const other = await loadContacts(JSON.stringify(ada), { format: 'ndjson' });
  for (const [where, state] of [[table, first], [table, first.state], [table, text], [other, first]]) {
    const run = await where.advance(ruleset, state, { asOf: NEXT_DAY });
    assert.equal(run.summary.happenings, 0);
    assert.equal(await textOf(run.writeState()), text, 'the same state, byte for byte');
  }
});

test('many contacts take several pieces, and the event loop has its turns', async () => {
  const rows = 10_000;
  const many = await loadContacts(`id,size\n${Array.from({ length: rows }, (_, row) => `${row + 1000},120\n`).join('')}`);
  const rules = structuredClone(ruleset);
  rules.lifecycle.stages[2].enter_when.at_least = 30;
  const heard = [];
  let turns = 0;
  const ticking = setInterval(() => turns++);
  const run = await many.advance(rules, null, { asOf: AS_OF, onProgress: (progress) => heard.push(progress) });
  clearInterval(ticking);
  assert.deepEqual(heard, [0, 4096, 8192, rows].map((done) => ({ done, total: rows })));
  assert.ok(turns > 0);
  const keys = (await all(run.happenings({ kind: 'notified' }))).map(({ key }) => key);
  assert.equal(new Set(keys).size, rows);
  const pieces = [];
  for await (const piece of run.writeState()) pieces.push(piece);
  assert.equal(pieces.length, 3);
  assert.deepEqual(JSON.parse(Buffer.concat(pieces)), run.state);
  assert.equal(Object.keys(run.state.contacts).length, rows);
  many.free();
});

test('a signal ends a run, as does what onProgress throws', async () => {
  await assert.rejects(table.advance(ruleset, null, { signal: AbortSignal.abort(new Error('enough')) }), { message: 'enough' });
  const controller = new AbortController();
  const stopped = table.advance(ruleset, null, { signal: controller.signal, onProgress: () => controller.abort(new Error('later')) });
  await assert.rejects(stopped, { message: 'later' });
  const thrown = new Error('no');
  await assert.rejects(table.advance(ruleset, null, { onProgress() { throw thrown; } }), (error) => error === thrown);
});

test('what is freed says so', async () => {
  const own = await loadContacts(JSON.stringify(ada), { format: 'ndjson' });
  const [run, kept] = [await own.advance(ruleset, null), await own.advance(ruleset, null)];
  const happenings = run.happenings();
  run.free();
  run.free();
  for (const use of [() => run.summary, () => run.state, () => run.page(), () => run.happenings(), () => run.writeState()]) assert.throws(use, fails('freed'));
  await assert.rejects(all(happenings), fails('freed'));
  await assert.rejects(own.advance(ruleset, run), fails('freed'));
  own.free();
  assert.throws(() => kept.page(), fails('freed'));
  await assert.rejects(own.advance(ruleset, null), fails('freed'));
  assert.throws(() => kept.page.call({}), fails('invalid_argument', '/this'));
});

test('a journey shows every event and what came of it, and goes on from where another ended', () => {
  const way = scorer.journey(ada, { from: '2026-06-28T00:00:00Z', to: AS_OF });
  assert.deepEqual(
    way.steps.map(({ at, scores, stage, happened, by_time }) => [at, scores.lead, stage, happened.length, by_time]),
    [
      ['2026-06-28T00:00:00Z', 30, null, 0, false],
      ['2026-06-29T09:00:00Z', 65, 'sql', 5, false],
      [AS_OF, 65, 'sql', 0, false],
    ],
  );
  assert.deepEqual(way.steps[1].events, [{ type: 'demo_request', count: 1 }]);
  assert.deepEqual([way.id, way.from, way.to, way.complete], ['512', '2026-06-28T00:00:00Z', AS_OF, true]);
  const first = scorer.journey(ada, { from: '2026-06-28', to: '2026-06-29T10:00:00Z' });
  const second = scorer.journey(ada, { from: '2026-06-29T10:00:00Z', to: AS_OF, state: first.state });
  assert.deepEqual(second.state, way.state);
  assert.deepEqual(second.steps.flatMap(({ happened }) => happened), []);
  assert.equal(second.steps[0].stage, 'sql');
});

test('a contact of a table has the same journey, up to the instant of its results', () => {
  const results = table.score(ruleset, { asOf: AS_OF });
  const from = '2026-06-28T00:00:00Z';
  const own = table.contact(0);
  assert.deepEqual(results.journey(0, { from }), scorer.journey(own, { from, to: AS_OF }));
  assert.throws(() => results.journey(99, { from }), fails('not_found', '/row'));
  assert.throws(() => results.journey(0), fails('invalid_argument', '/options/from'));
});

test('a journey that begins without a stage shows how the rules bring a contact to its stages', () => {
  const known = { ...ada, 'Lifecycle Stage': 'SQL' };
  const period = { from: '2026-06-28T00:00:00Z', to: AS_OF };
  const stages = ({ steps }) => steps.map(({ stage }) => stage);
  assert.deepEqual(stages(scorer.journey(known, period)), ['sql', 'sql', 'sql']);
  assert.deepEqual(stages(scorer.journey(known, { ...period, fromStage: 'current' })), ['sql', 'sql', 'sql']);
  const way = scorer.journey(known, { ...period, fromStage: 'none' });
  assert.deepEqual(stages(way), [null, 'sql', 'sql']);
  assert.deepEqual(way.steps, scorer.journey(ada, period).steps, 'as of a contact who has none');
  const own = table.score(ruleset, { asOf: AS_OF });
  assert.deepEqual(stages(own.journey(3, { from: period.from })), ['lead', 'lead']);
  assert.deepEqual(stages(own.journey(3, { from: period.from, fromStage: 'none' })), [null, null]);
  for (const journey of [(options) => scorer.journey(known, options), (options) => own.journey(0, options)]) {
    for (const fromStage of ['None', '', null, true, ['none']]) {
      assert.throws(() => journey({ ...period, fromStage }), fails('invalid_argument', '/options/fromStage'));
    }
  }
});

test('lists of the ruleset filter results', () => {
  const results = table.score(ruleset, { asOf: AS_OF });
  const partners = { list: 'partners' };
  assert.deepEqual(results.page({ where: partners }).rows.map(({ id }) => id), ['3']);
  assert.equal(results.count({ not: partners }), table.rowCount - 1);
  assert.throws(() => results.count({ list: 'partner' }), fails('invalid_filter'));
});

test('after a call that broke off a scorer goes on, and a run says that it is lost', async () => {
  const own = await loadContacts(JSON.stringify(ada), { format: 'ndjson' });
  const run = await own.advance(ruleset, null, { asOf: AS_OF });
  const { memory } = instance();
  for (let pages = 32_768; pages >= 1; pages /= 2) {
    try {
      for (;;) memory.grow(pages);
    } catch {
      // Then less of it.
    }
  }
  assert.throws(() => scorer.advance(null, { id: '1', x: 'y'.repeat(100_000_000) }), fails('out_of_memory'));
  assert.throws(() => run.page(), fails('lost'));
  await assert.rejects(own.advance(ruleset, null), fails('lost'));
  assert.equal(scorer.advance(null, ada, { asOf: AS_OF }).happenings.length, 5);
});
