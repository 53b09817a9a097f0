// The functions of the package, as users call them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from './installed.mjs';

const { LeadscoreError, checkRuleset, createScorer, loadContacts } = await load();

const AS_OF = '2024-06-30T12:00:00Z';
const ruleset = {
  scores: [
    {
      id: 'fit',
      groups: [
        {
          id: 'who',
          criteria: [
            { id: 'vp', when: { property: 'jobtitle', contains_word: 'vp' }, points: 12.5 },
            { id: 'visits', event: 'page_view', within_days: 10, points: 0.1 },
          ],
        },
      ],
    },
  ],
  bands: [{ score: 'fit', ranges: [{ label: 'A', at_least: 12 }] }],
};

/** Whether an error is one of the package, with this code. */
const fails = (code, details = {}) => (error) => {
  assert.ok(error instanceof LeadscoreError, `${error?.stack}`);
  assert.equal(error.name, 'LeadscoreError');
  assert.equal(error.code, code, error.message);
  for (const [key, value] of Object.entries(details)) {
    if (value instanceof RegExp) assert.match(error[key], value);
    else assert.deepEqual(error[key], value);
  }
  return true;
};

test('a scorer gives a contact its scorecard', async () => {
  const scorer = await createScorer(ruleset);
  const events = [{ type: 'page_view', time: '2024-06-30' }, { type: 'page_view', time: '2024-06-01' }];
  const card = scorer.score({ id: 7, properties: { jobtitle: 'VP Sales' }, events }, { asOf: AS_OF });
  assert.deepEqual(card, { id: '7', scores: { fit: { points: 12.6, band: 'A', groups: { who: 12.6 } } } });
});

test('events may stand beside the contact, in any iterable', async () => {
  const scorer = await createScorer(ruleset);
  function* events() {
    yield { type: 'page_view', time: new Date('2024-06-30') };
    yield { type: 'page_view', time: Date.UTC(2024, 5, 29) };
  }
  assert.equal(scorer.score({}, { asOf: AS_OF, events: events() }).scores.fit.points, 0.2);
  assert.equal(scorer.score({ events: new Set(events()) }, { asOf: AS_OF, events: events() }).scores.fit.points, 0.4);
});

test('a ledger adds up to the score', async () => {
  const scorer = await createScorer(JSON.stringify(ruleset));
  const ledger = scorer.explain({ id: 'ada', jobtitle: 'VP' }, { asOf: AS_OF });
  assert.equal(ledger.as_of, AS_OF);
  assert.equal(ledger.scores[0].points, 12.5);
  assert.deepEqual(ledger.scores[0].groups[0].criteria.map(({ id, met, points }) => ({ id, met, points })), [
    { id: 'vp', met: true, points: 12.5 },
    { id: 'visits', met: false, points: 0 },
  ]);
});

test('without asOf it is now', async () => {
  const scorer = await createScorer(ruleset);
  const before = Date.now();
  const asOf = Date.parse(scorer.explain({}).as_of);
  assert.ok(before <= asOf && asOf <= Date.now());
  assert.equal(scorer.score({ events: [{ type: 'page_view', time: new Date() }] }).scores.fit.points, 0.1);
});

test('asOf is a Date, ISO 8601 text or milliseconds', async () => {
  const scorer = await createScorer(ruleset);
  const instant = Date.UTC(2024, 5, 30, 12);
  for (const asOf of [new Date(instant), instant, instant + 0.9, AS_OF, '2024-06-30 12:00', '2024-06-30T14:00:00+02:00', `${instant}`]) {
    assert.equal(scorer.explain({}, { asOf }).as_of, AS_OF, String(asOf));
  }
  for (const asOf of [new Date(NaN), NaN, Infinity, 8.7e15, 'yesterday', '']) {
    assert.throws(() => scorer.score({}, { asOf }), fails('invalid_instant'), String(asOf));
  }
  for (const asOf of [null, true, {}, 1n, () => 0]) assert.throws(() => scorer.score({}, { asOf }), fails('invalid_argument', { path: '/options/asOf' }));
});

test('a ruleset with errors is refused with all of them', async () => {
  const [criterion] = ruleset.scores[0].groups[0].criteria;
  const wrong = { scores: [{ id: 'fit', groups: [{ id: 'g', criterai: [] }, { id: 'g', criteria: [criterion] }] }] };
  const diagnostics = await checkRuleset(wrong);
  assert.deepEqual(diagnostics.map(({ code }) => code), ['unknown_key', 'duplicate_id']);
  assert.ok(diagnostics.every((diagnostic) => !('place' in diagnostic)), 'an object has no places');
  await assert.rejects(createScorer(wrong), fails('invalid_ruleset', { diagnostics, message: /^the ruleset has 2 errors, the first: / }));
  const table = await loadContacts('id\n1\n');
  assert.throws(() => table.score(wrong), fails('invalid_ruleset', { diagnostics }));
});

test('places in a text are those of JavaScript', async () => {
  const text = '{ "name": "🎉é", "scores": [{ "id": "fit", "groups": [{ "id": "job", "criterai": [] }] }] }';
  const [{ place, help }, ...others] = await checkRuleset(text);
  assert.deepEqual(others, []);
  assert.equal(help, 'did you mean `criteria`?');
  assert.equal(text.slice(place.offset, place.offset + place.length), '"criterai"');
  await assert.rejects(createScorer(text), (error) => error.diagnostics[0].place.offset === place.offset);
});

test('a file of contacts is scored as a whole', async () => {
  const table = await loadContacts('id,email,Job Title\n7,ada@example.com,VP Sales\n,bob@example.com,Clerk\n', {
    events: 'id,type,time,url\n7,page_view,2024-06-30,/pricing\n9,page_view,2024-06-30,/\n7,email_open,2024-06-29,\n',
  });
  assert.equal(table.rowCount, 2);
  assert.deepEqual([table.report.format, table.report.rows_read, table.report.events.unmatched], ['csv', 2, 1]);
  assert.deepEqual(table.columns.map(({ name }) => name), ['id', 'email', 'Job Title']);
  assert.deepEqual(table.contact(1), { id: 'row 2', properties: { email: 'bob@example.com', 'Job Title': 'Clerk' } });
  assert.deepEqual(table.contact(0).events, [
    { type: 'email_open', time: '2024-06-29T00:00:00Z', properties: {} },
    { type: 'page_view', time: '2024-06-30T00:00:00Z', properties: { url: '/pricing' } },
  ]);
  assert.deepEqual([table.find('7'), table.find('BOB@example.com'), table.find('nobody')], [0, 1, -1]);

  const results = table.score(ruleset, { asOf: AS_OF });
  assert.equal(results.rowCount, 2);
  assert.deepEqual(results.asOf, new Date(AS_OF));
  assert.deepEqual(results.ids, ['7', 'row 2']);
  assert.deepEqual(results.scores, { fit: Float64Array.of(12.6, 0) });
  assert.deepEqual(results.bands, { fit: ['A', null] });
  assert.equal(results.report.as_of, AS_OF);
  assert.deepEqual(results.scorecard(1), { id: 'row 2', scores: { fit: { points: 0, band: null, groups: { who: 0 } } } });
  assert.equal(results.explain(0).scores[0].points, 12.6);
});

test('the bands of a matrix are under its id', async () => {
  const score = (id, property) => ({ id, groups: [{ id: 'g', criteria: [{ id: 'c', when: { property, is_known: true }, points: 1 }] }] });
  const ranges = (...labels) => [{ label: labels[0], at_least: 1 }, { label: labels[1] }];
  const table = await loadContacts('id,a,b\n1,x,\n2,,x\n');
  const bands = [{ id: 'priority', rows: { score: 'fit', ranges: ranges('A', 'B') }, columns: { score: 'engagement', ranges: ranges('1', '2') } }];
  const results = table.score({ scores: [score('fit', 'a'), score('engagement', 'b')], bands }, { asOf: AS_OF });
  assert.deepEqual(results.bands, { priority: ['A2', 'B1'] });
  assert.deepEqual(results.scorecard(1).bands, { priority: 'B1' });
});

test('several results of one table live beside each other', async () => {
  const table = await loadContacts('id,jobtitle\n1,VP\n');
  const doubled = structuredClone(ruleset);
  doubled.scores[0].groups[0].criteria[0].points = 25;
  const [once, twice] = [table.score(ruleset, { asOf: 0 }), table.score(doubled, { asOf: 0 })];
  once.free();
  assert.equal(twice.scores.fit[0], 25);
  assert.equal(twice.scorecard(0).scores.fit.points, 25);
  assert.throws(() => once.scores, fails('freed'));
});

test('properties and ids may have any name', async () => {
  const table = await loadContacts('id,__proto__,constructor,"a,b"\n__proto__,1,2,3\n');
  const contact = table.contact(0);
  assert.deepEqual(Object.entries(contact.properties), [['id', '__proto__'], ['__proto__', '1'], ['constructor', '2'], ['a,b', '3']]);
  const named = structuredClone(ruleset);
  named.scores[0].id = 'constructor';
  named.bands = [];
  assert.deepEqual(Object.keys(table.score(named).scores), ['constructor']);
  const scorer = await createScorer({ scores: [{ id: 's', groups: [{ id: 'g', criteria: [{ id: 'c', when: { property: '__proto__', is_equal_to: 'x' }, points: 1 }] }] }] });
  assert.equal(scorer.score(JSON.parse('{ "__proto__": "x" }')).scores.s.points, 1);
});

test('of columns with one name a contact shows the first that has a value', async () => {
  const table = await loadContacts('id,phone,phone\n1,,5\n2,3,4\n');
  assert.deepEqual([0, 1].map((row) => table.contact(row).properties.phone), ['5', '3']);
});

const csv = 'id,name\n' + Array.from({ length: 200_000 }, (_, row) => `${row},name ${row % 1000}\n`).join('');

for (const [name, source] of Object.entries({
  text: () => csv,
  'a Uint8Array': () => new TextEncoder().encode(csv),
  'a part of a buffer': () => {
    const bytes = new TextEncoder().encode(`xx${csv}xx`);
    return bytes.subarray(2, bytes.length - 2);
  },
  'a Buffer': () => Buffer.from(csv),
  'an ArrayBuffer': () => new TextEncoder().encode(csv).buffer,
  'a SharedArrayBuffer': () => {
    const bytes = new TextEncoder().encode(csv);
    const shared = new SharedArrayBuffer(bytes.length);
    new Uint8Array(shared).set(bytes);
    return shared;
  },
  'a Blob': () => new Blob([csv]),
  'a File': () => new File([csv], 'contacts.csv'),
  'a ReadableStream': () => new Blob([csv]).stream(),
  'a stream with chunks of any size': () => {
    const bytes = new TextEncoder().encode(csv);
    let from = 0;
    return new ReadableStream({
      pull(controller) {
        const size = from < 100 ? 1 : 1_900_001;
        if (from >= bytes.length) return controller.close();
        controller.enqueue(bytes.subarray(from, from + size));
        from += size;
      },
    });
  },
  'an async iterable': async function* () {
    yield new TextEncoder().encode(csv);
  },
})) {
  test(`contacts come from ${name}`, async () => {
    const table = await loadContacts(source());
    assert.equal(table.rowCount, 200_000);
    assert.equal(table.report.bytes_read, csv.length);
    assert.deepEqual(table.contact(199_999), { id: '199999', properties: { id: '199999', name: 'name 999' } });
    table.free();
  });
}

test('a load tells how far it is, and lets others have their turns', async () => {
  const seen = [];
  let turns = 0;
  const ticking = setInterval(() => turns++, 0);
  const table = await loadContacts(csv, { events: 'id,type,time\n1,call,2024-01-01\n', onProgress: (progress) => seen.push(progress) });
  clearInterval(ticking);
  assert.ok(turns > 0, 'nothing else ran');
  const contacts = seen.filter(({ stage }) => stage === 'contacts');
  assert.ok(contacts.length > 1);
  contacts.forEach((progress, at) => {
    assert.equal(progress.bytesTotal, csv.length);
    if (at > 0) assert.ok(progress.bytesRead > contacts[at - 1].bytesRead && progress.rows >= contacts[at - 1].rows);
  });
  assert.deepEqual(seen.at(-1), { stage: 'events', bytesRead: 31, bytesTotal: 31, rows: 200_000 });
  const streamed = [];
  await loadContacts(new Blob([csv]).stream(), { onProgress: (progress) => streamed.push(progress) });
  assert.deepEqual(streamed.at(-1), { stage: 'contacts', bytesRead: csv.length, rows: 200_000 });
  table.free();
});

test('several loads may go on at once', async () => {
  const tables = await Promise.all([loadContacts(csv), loadContacts('id\n1\n'), loadContacts(new Blob([csv]))]);
  assert.deepEqual(tables.map(({ rowCount }) => rowCount), [200_000, 1, 200_000]);
  tables.forEach((table) => table.free());
});

test('what cannot be read as contacts is an error that says what it is', async () => {
  await assert.rejects(loadContacts(''), fails('unreadable_file', { message: /an empty file/ }));
  await assert.rejects(loadContacts(new Uint8Array()), fails('unreadable_file'));
  await assert.rejects(loadContacts(Uint8Array.of(0x50, 0x4b, 3, 4)), fails('unreadable_file', { message: /Excel/ }));
  await assert.rejects(loadContacts('id\n1\n', { events: '' }), fails('unreadable_file'));
  await assert.rejects(loadContacts('id\n1\n', { format: 'xml' }), fails('invalid_argument', { message: /csv, json or ndjson/ }));
  await assert.rejects(loadContacts(JSON.stringify(ruleset)), fails('unreadable_file', { message: /a ruleset/ }));
});

test('a source that breaks off is an error, and is let go', async () => {
  let cancelled = false;
  const broken = new ReadableStream({
    pull: (controller) => controller.error(new Error('the line is cut')),
  });
  await assert.rejects(loadContacts(broken), fails('unreadable_file', { message: /the line is cut/ }));
  const texts = new ReadableStream({
    pull: (controller) => controller.enqueue('id\n'),
    cancel: () => (cancelled = true),
  });
  await assert.rejects(loadContacts(texts), fails('invalid_argument', { path: '/source' }));
  assert.ok(cancelled);
  assert.equal(texts.locked, false);
  const buffer = new TextEncoder().encode(csv);
  const transferred = loadContacts(buffer, { onProgress: () => structuredClone(buffer.buffer, { transfer: [buffer.buffer] }) });
  await assert.rejects(transferred, fails('unreadable_file', { message: /transferred/ }));
});

test('an error of onProgress ends the load and is thrown on', async () => {
  const own = new Error('enough');
  const stopped = loadContacts(csv, { onProgress: () => { throw own; } });
  await assert.rejects(stopped, (error) => error === own);
  assert.equal((await loadContacts('id\n1\n')).rowCount, 1);
});

test('what was freed says so, and may be freed again', async () => {
  const [scorer, table] = [await createScorer(ruleset), await loadContacts('id\n1\n')];
  const results = table.score(ruleset);
  const points = results.scores.fit;
  table.free();
  table.free();
  for (const use of [() => table.report, () => table.columns, () => table.contact(0), () => table.find('1'), () => table.score(ruleset)]) {
    assert.throws(use, fails('freed'));
  }
  const uses = [(r) => r.ids, (r) => r.scores, (r) => r.bands, (r) => r.report, (r) => r.asOf, (r) => r.scorecard(0), (r) => r.explain(0)];
  for (const use of uses) assert.throws(() => use(results), fails('freed'));
  results.free();
  assert.deepEqual([...points], [0], 'what was handed over stays');
  scorer.free();
  scorer.free();
  assert.throws(() => scorer.score({}), fails('freed'));
  assert.throws(() => scorer.explain({}), fails('freed'));
});

test('samples can be loaded as the files that they are', async () => {
  const read = (name) => readFileSync(new URL(`../../www/samples/${name}`, import.meta.url));
  const table = await loadContacts(read('contacts.csv'), { events: read('events.csv') });
  assert.deepEqual([table.rowCount, table.report.events.read], [2000, 30_000]);
  assert.deepEqual(await checkRuleset(read('saas.json').toString()), []);
});
