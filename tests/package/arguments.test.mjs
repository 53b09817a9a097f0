// Whatever is handed to whatever is public: it works, or it is an error of the package that says where, and the next call works.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as events from 'node:events';
import { join } from 'node:path';
import { installed, load } from './installed.mjs';

const leadscore = await load();
const { LeadscoreError, advance, checkRuleset, createScorer, decaySteps, initialize, loadContacts, publish } = leadscore;

const ruleset = {
  scores: [{ id: 's', groups: [{ id: 'g', criteria: [{ id: 'c', when: { property: 'x', is_known: true }, points: 1 }] }] }],
  bands: [{ score: 's', ranges: [{ label: 'A', at_least: 1 }] }],
};
const csv = 'id,x\n1,y\n2,\n';

const scorer = await createScorer(ruleset);
const table = await loadContacts(csv);
const results = table.score(ruleset, { asOf: 0 });
const comparison = results.compare(results);
const run = await table.advance(ruleset, null, { asOf: 0 });
const decay = { percent: 50, every_days: 30 };

const boom = () => {
  throw new Error('boom');
};

function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function transferred(value) {
  structuredClone(value.buffer ?? value, { transfer: [value.buffer ?? value] });
  return value;
}

function deep() {
  let value = {};
  for (let level = 0; level < 20_000; level++) value = level % 2 ? [value] : { all: value };
  return value;
}

function cyclic() {
  const value = { all: [] };
  value.all.push(value);
  return value;
}

const traps = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, boom]));
const throws = (name) => Object.defineProperty({}, name, { get: boom, enumerable: true });
const options = ['asOf', 'events', 'format', 'signal', 'where', 'sort', 'properties', 'limit', 'score', 'aborted', 'length', 'band', 'id', 'from', 'to', 'percent'];

/** Values as nobody should hand over, made anew for each call. */
const hostile = {
  undefined: () => undefined,
  null: () => null,
  true: () => true,
  zero: () => 0,
  'minus zero': () => -0,
  NaN: () => NaN,
  Infinity: () => Infinity,
  'a fraction': () => 0.1,
  'a negative number': () => -1,
  'a huge number': () => 2 ** 53,
  'the hugest number': () => Number.MAX_VALUE,
  'a BigInt': () => 5n,
  'a huge BigInt': () => 2n ** 64n,
  'a symbol': () => Symbol('x'),
  'a well-known symbol': () => Symbol.iterator,
  'an empty text': () => '',
  'a text': () => 'x',
  'half a character': () => '\ud800',
  'a long text': () => 'x'.repeat(1_000_000),
  'a text with a NUL': () => '\0',
  '__proto__': () => '__proto__',
  'a function': () => () => 0,
  'a class': () => class {},
  'an object': () => ({}),
  'an object without a prototype': () => Object.create(null),
  'a list': () => [],
  'a list of undefined': () => [undefined],
  'a list with holes': () => new Array(5),
  'a long list with holes': () => new Array(2 ** 32 - 1),
  'a list of texts': () => ['x'],
  'a Map': () => new Map([['x', 1]]),
  'a Set': () => new Set(['x']),
  'a WeakMap': () => new WeakMap(),
  'a Date': () => new Date(0),
  'no Date': () => new Date(NaN),
  'what says that it is a Date': () => ({ [Symbol.toStringTag]: 'Date' }),
  'what says that it is an ArrayBuffer': () => ({ [Symbol.toStringTag]: 'ArrayBuffer' }),
  'what says that it is a Blob': () => ({ [Symbol.toStringTag]: 'Blob', size: 5 }),
  'what says that it is a Response': () => ({ [Symbol.toStringTag]: 'Response', body: 5 }),
  'what says that it is a signal': () => ({ aborted: false, addEventListener() {} }),
  'a RegExp': () => /x/,
  'a Promise': () => Promise.resolve('x'),
  'an Error': () => new Error('x'),
  'a boxed text': () => Object('x'),
  'a boxed number': () => Object(0),
  'what holds itself': cyclic,
  'what is deep': deep,
  'a getter that throws': () => Object.defineProperties({}, Object.fromEntries(options.map((name) => [name, { get: boom, enumerable: true }]))),
  'toString that throws': () => ({ toString: boom, valueOf: boom, [Symbol.toPrimitive]: boom }),
  'toJSON that throws': () => new (class { toJSON() { boom(); } })(),
  'a tag that throws': () => Object.defineProperty({}, Symbol.toStringTag, { get: boom }),
  'an iterator that throws': () => ({ [Symbol.iterator]: boom }),
  'an iterator that is none': () => ({ [Symbol.iterator]: () => 5 }),
  'a generator that throws': () => (function* () { boom(); })(),
  'an async iterator that throws': () => ({ [Symbol.asyncIterator]: boom }),
  'an async iterator that is none': () => ({ [Symbol.asyncIterator]: () => ({ next: () => 5 }) }),
  'a thenable that throws': () => throws('then'),
  'a proxy that throws': () => new Proxy({}, traps),
  'a list behind a proxy that throws': () => new Proxy([], traps),
  'a function behind a proxy that throws': () => new Proxy(() => 0, traps),
  'a revoked proxy': () => revoked({}),
  'a revoked list': () => revoked([]),
  'a revoked function': () => revoked(() => 0),
  'bytes that were transferred': () => transferred(new Uint8Array(5)),
  'a buffer that was transferred': () => transferred(new ArrayBuffer(5)),
  'a DataView': () => new DataView(new ArrayBuffer(5)),
  'bytes whose getters throw': () => new (class extends Uint8Array { get buffer() { return boom(); } })(5),
  'a locked stream': () => {
    const stream = new ReadableStream();
    stream.getReader();
    return stream;
  },
  'a stream of texts': () => ReadableStream.from(['x']),
  'a stream of bytes that were transferred': () => ReadableStream.from([transferred(new Uint8Array(5))]),
  'a stream that fails': () => new ReadableStream({ pull: boom }),
  'an event emitter': () => new events.EventEmitter(),
  'a scorer': () => scorer,
  'a table': () => table,
  globalThis: () => globalThis,
};

/** Every public function and member, with a call for each argument and option that takes a hostile value. */
const known = {
  advance: [(x) => advance(x, null, {}), (x) => advance(ruleset, x, {}), (x) => advance(ruleset, null, x), (x) => advance(ruleset, null, {}, x)],
  checkRuleset: [checkRuleset],
  createScorer: [createScorer],
  decaySteps: [
    (x) => decaySteps(x, 1),
    (x) => decaySteps(decay, x),
    (x) => decaySteps({ ...decay, percent: x }, 1),
    (x) => decaySteps({ ...decay, shape: x }, 1),
  ],
  initialize: [initialize, (x) => initialize({ wasm: x })],
  loadContacts: [
    loadContacts,
    (x) => loadContacts(csv, x),
    (x) => loadContacts(csv, { format: x }),
    (x) => loadContacts(csv, { events: x }),
    (x) => loadContacts(csv, { onProgress: typeof x === 'function' ? () => x : x }),
    (x) => loadContacts(csv, { signal: x }),
    (x) => loadContacts(ReadableStream.from([x])),
    (x) => loadContacts({ [Symbol.asyncIterator]: () => ({ next: async () => ({ value: x }), return: boom }) }, { signal: AbortSignal.abort(new LeadscoreError('x', 'x')) }),
  ],
  publish: [publish],
  'Scorer.score': [
    (x) => scorer.score(x),
    (x) => scorer.score({ x }),
    (x) => scorer.score({}, x),
    (x) => scorer.score({}, { asOf: x }),
    (x) => scorer.score({}, { events: x }),
    (x) => scorer.score({}, { events: [x] }),
  ],
  'Scorer.explain': [(x) => scorer.explain(x), (x) => scorer.explain({}, x), (x) => scorer.explain({}, { asOf: x })],
  'Scorer.advance': [
    (x) => scorer.advance(x, {}),
    (x) => scorer.advance({ leadscore_state: x }, {}),
    (x) => scorer.advance({ leadscore_state: 1, contacts: x }, {}),
    (x) => scorer.advance({ leadscore_state: 1, contacts: { 7: { changed: x, set: { y: { value: x, over: x } } } } }, {}),
    (x) => scorer.advance(null, x),
    (x) => scorer.advance(null, { id: x }),
    (x) => scorer.advance(null, {}, x),
    (x) => scorer.advance(null, {}, { asOf: x }),
    (x) => scorer.advance(null, {}, { events: x }),
  ],
  'Scorer.journey': [
    (x) => scorer.journey(x, { from: 0 }),
    (x) => scorer.journey({}, x),
    (x) => scorer.journey({}, { from: x }),
    ...['to', 'state', 'events', 'fromStage'].map((name) => (x) => scorer.journey({}, { from: 0, [name]: x })),
  ],
  'Scorer.free': [],
  'Scorer.[Symbol.dispose]': [],
  'ContactsTable.rowCount': [],
  'ContactsTable.report': [],
  'ContactsTable.columns': [],
  'ContactsTable.contact': [(x) => table.contact(x)],
  'ContactsTable.values': [
    (x) => table.values(x),
    (x) => table.values('x', x),
    (x) => table.values('x', { offset: x }),
    (x) => table.values('x', { limit: x }),
  ],
  'ContactsTable.valueCounts': [
    (x) => table.valueCounts(x),
    (x) => table.valueCounts('x', x),
    ...['search', 'offset', 'limit'].map((name) => (x) => table.valueCounts('x', { [name]: x })),
  ],
  'ContactsTable.eventTypes': [],
  'ContactsTable.eventValueCounts': [(x) => table.eventValueCounts(x, 'x'), (x) => table.eventValueCounts('x', x), (x) => table.eventValueCounts('x', 'x', x)],
  'ContactsTable.find': [(x) => table.find(x)],
  'ContactsTable.score': [(x) => table.score(x), (x) => table.score(ruleset, x), (x) => table.score(ruleset, { asOf: x })],
  'ContactsTable.advance': [
    (x) => table.advance(x, null),
    (x) => table.advance(ruleset, x),
    (x) => table.advance(ruleset, null, x),
    (x) => table.advance(ruleset, null, { asOf: x }),
    (x) => table.advance(ruleset, null, { onProgress: typeof x === 'function' ? () => x : x }),
    (x) => table.advance(ruleset, null, { signal: x }),
  ],
  'ContactsTable.free': [],
  'ContactsTable.[Symbol.dispose]': [],
  'Results.rowCount': [],
  'Results.asOf': [],
  'Results.report': [],
  'Results.ids': [],
  'Results.scores': [],
  'Results.bands': [],
  'Results.scorecard': [(x) => results.scorecard(x)],
  'Results.explain': [(x) => results.explain(x)],
  'Results.page': [
    (x) => results.page(x),
    ...['where', 'sort', 'descending', 'offset', 'limit', 'properties'].map((name) => (x) => results.page({ [name]: x })),
    ...['score', 'band', 'property'].map((name) => (x) => results.page({ sort: { [name]: x } })),
    (x) => results.page({ where: { band: 's', is_any_of: x } }),
    (x) => results.page({ where: { property: 'x', is_any_of: [x] } }),
    (x) => results.page({ properties: [x] }),
  ],
  'Results.count': [(x) => results.count(x), (x) => results.count({ not: x })],
  'Results.histogram': [
    (x) => results.histogram(x),
    (x) => results.histogram('s', x),
    (x) => results.histogram('s', { width: x }),
    (x) => results.histogram('s', { where: x }),
  ],
  'Results.coverage': [],
  'Results.insights': [(x) => results.insights(x), (x) => results.insights({ where: x }), (x) => results.insights({ where: { criterion: x, is_met: x } })],
  'Results.bandCounts': [(x) => results.bandCounts(x), (x) => results.bandCounts({ where: x })],
  'Results.ways': [(x) => results.ways(x)],
  'Results.journey': [
    (x) => results.journey(x, { from: 0 }),
    (x) => results.journey(0, x),
    (x) => results.journey(0, { from: x }),
    ...['to', 'state', 'fromStage'].map((name) => (x) => results.journey(0, { from: 0, [name]: x })),
  ],
  'Results.writeCsv': [
    (x) => results.writeCsv(x),
    ...['where', 'sort', 'descending', 'properties'].map((name) => (x) => results.writeCsv({ [name]: x })),
  ],
  'Results.compare': [(x) => results.compare(x)],
  'Results.free': [],
  'Results.[Symbol.dispose]': [],
  'Comparison.rowCount': [],
  'Comparison.summary': [],
  'Comparison.page': [
    (x) => comparison.page(x),
    ...['score', 'band', 'where', 'offset', 'limit', 'properties'].map((name) => (x) => comparison.page({ [name]: x })),
    ...['id', 'from', 'to'].map((name) => (x) => comparison.page({ band: { id: 's', [name]: x } })),
  ],
  'Comparison.writeCsv': [
    (x) => comparison.writeCsv(x),
    ...['score', 'band', 'where', 'properties'].map((name) => (x) => comparison.writeCsv({ [name]: x })),
  ],
  'Comparison.free': [],
  'Comparison.[Symbol.dispose]': [],
  'Run.asOf': [],
  'Run.summary': [],
  'Run.state': [],
  'Run.page': [(x) => run.page(x), ...['kind', 'workflow', 'stage', 'channel', 'name', 'offset', 'limit'].map((name) => (x) => run.page({ [name]: x }))],
  'Run.happenings': [(x) => run.happenings(x), ...['kind', 'workflow', 'stage', 'channel', 'name'].map((name) => (x) => run.happenings({ [name]: x }))],
  'Run.rows': [(x) => run.rows(x), (x) => run.rows({ not: x })],
  'Run.writeState': [() => run.writeState()],
  'Run.free': [],
  'Run.[Symbol.dispose]': [],
};

const objects = { Scorer: scorer, ContactsTable: table, Results: results, Comparison: comparison, Run: run };

/** What index.d.ts says is public. */
function declared() {
  const types = readFileSync(join(installed, 'index.d.ts'), 'utf8');
  const functions = [...types.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  const members = Object.keys(objects).flatMap((name) => {
    const body = new RegExp(`^export interface ${name} \\{\\n(.*?)^\\}`, 'ms').exec(types)[1];
    return [...body.matchAll(/^ {2}(?:readonly )?(\w+|\[Symbol\.dispose\])[(:]/gm)].map(([, member]) => `${name}.${member}`);
  });
  return [...functions, ...members];
}

test('every public function is known here', () => {
  assert.deepEqual(Object.keys(known).toSorted(), declared().toSorted());
  const exported = Object.keys(leadscore).filter((name) => name !== 'LeadscoreError' && name !== 'default' && name !== 'module.exports');
  assert.deepEqual(exported.toSorted(), Object.keys(known).filter((name) => !name.includes('.')).toSorted());
  for (const [name, object] of Object.entries(objects)) {
    const has = Object.getOwnPropertyNames(Object.getPrototypeOf(object)).filter((member) => member !== 'constructor');
    const knows = Object.keys(known).filter((member) => member.startsWith(`${name}.`) && !member.includes('[')).map((member) => member.slice(name.length + 1));
    assert.deepEqual(has.toSorted(), knows.toSorted());
  }
});

/** What comes of a call: nothing, or an error of the package that is not the end of the module. */
async function outcome(call, value, what) {
  try {
    const given = await call(value);
    if (typeof given?.next === 'function') for await (const { key } of given) assert.equal(typeof key, 'string');
    if (given instanceof ReadableStream) for await (const piece of given) assert.ok(piece instanceof Uint8Array);
  } catch (error) {
    assert.ok(error instanceof LeadscoreError, `${what}: ${error?.stack}`);
    // It is started already, and can be started from nowhere else.
    const cannotStart = what.startsWith('initialize') ? [] : ['cannot_start'];
    assert.ok(!['out_of_memory', 'broken_off', 'lost', 'freed', ...cannotStart].includes(error.code), `${what}: ${error.stack}`);
    assert.doesNotMatch(error.message, /wasm-bindgen|RuntimeError|unreachable|recursive use|null pointer|private|#/, what);
    if (error.code === 'invalid_argument') assert.match(error.path, /^\//, `${what}: ${error.message}`);
  }
  assert.equal(scorer.score({ x: 'y' }).scores.s.points, 1, what);
  assert.deepEqual(results.page({ sort: { score: 's' } }).rows.map(({ row }) => row), [1, 0], what);
}

for (const [name, calls] of Object.entries(known)) {
  test(`${name} stands whatever it is given`, async () => {
    for (const [at, call] of calls.entries()) {
      for (const [what, value] of Object.entries(hostile)) await outcome(call, value(), `${name}, call ${at}, ${what}`);
    }
  });
}

const wrong = (path, code = 'invalid_argument') => (error) => {
  assert.ok(error instanceof LeadscoreError, `${error?.stack}`);
  assert.deepEqual([error.code, error.path], [code, path], error.message);
  return true;
};

test('a member that is called on something else says so', () => {
  for (const [name, object] of Object.entries(objects)) {
    const prototype = Object.getPrototypeOf(object);
    for (const member of Reflect.ownKeys(prototype)) {
      if (member === 'constructor') continue;
      const { value, get } = Object.getOwnPropertyDescriptor(prototype, member);
      const others = Object.values(objects).filter((other) => other !== object);
      for (const other of [undefined, null, 5, 'x', Symbol('x'), {}, Object.create(object), revoked({}), new Proxy(object, {}), ...others]) {
        assert.throws(() => Reflect.apply(value ?? get, other, []), wrong('/this'), `${name}.${String(member)}`);
      }
    }
  }
});

test('only the package makes scorers, tables, results, comparisons and runs', () => {
  for (const object of Object.values(objects)) {
    assert.throws(() => new object.constructor(), wrong('/this'));
    assert.throws(() => object.constructor({}), wrong('/this'));
    assert.ok(object instanceof object.constructor);
    assert.match(object.constructor.name, /^(Scorer|ContactsTable|Results|Comparison|Run)$/);
  }
});

test('the path is that of the argument', async () => {
  for (const [call, path] of [
    [() => createScorer(5), '/ruleset'],
    [() => checkRuleset(null), '/ruleset'],
    [() => loadContacts(5), '/source'],
    [() => loadContacts(csv, 5), '/options'],
    [() => loadContacts(csv, []), '/options'],
    [() => loadContacts(csv, { onprogress() {} }), '/options/onprogress'],
    [() => loadContacts(csv, { format: 'xml' }), '/options/format'],
    [() => loadContacts(csv, { events: 5 }), '/options/events'],
    [() => loadContacts(csv, { onProgress: 5 }), '/options/onProgress'],
    [() => loadContacts(csv, { signal: {} }), '/options/signal'],
    [() => loadContacts(ReadableStream.from(['x'])), '/source'],
    [() => loadContacts(csv, { events: ReadableStream.from(['x']) }), '/options/events'],
    [() => scorer.score('{}'), '/contact'],
    [() => scorer.score([]), '/contact'],
    [() => scorer.score({}, { as_of: 0 }), '/options/as_of'],
    [() => scorer.score({}, { 'a/b~c': 0 }), '/options/a~1b~0c'],
    [() => scorer.score({}, { asOf: true }), '/options/asOf'],
    [() => scorer.score({}, { asOf: null }), '/options/asOf'],
    [() => scorer.score({}, { events: 'x' }), '/options/events'],
    [() => scorer.score({}, { get events() { return boom(); } }), '/options/events'],
    [() => table.contact('0'), '/row'],
    [() => table.contact(0.5), '/row'],
    [() => table.find(5), '/idOrEmail'],
    [() => table.score(5), '/ruleset'],
    [() => table.values(5), '/property'],
    [() => table.values('x', { limit: -1 }), '/options/limit'],
    [() => table.valueCounts(5), '/property'],
    [() => table.valueCounts('x', { limit: 10_001 }), '/options/limit'],
    [() => table.valueCounts('x', { search: 5 }), '/options/search'],
    [() => table.eventValueCounts(5, 'x'), '/type'],
    [() => table.eventValueCounts('x', 5), '/property'],
    [() => results.page({ limit: 10_001 }), '/options/limit'],
    [() => results.page({ limit: 1.5 }), '/options/limit'],
    [() => results.page({ offset: -1 }), '/options/offset'],
    [() => results.page({ offset: null }), '/options/offset'],
    [() => results.page({ descending: 1 }), '/options/descending'],
    [() => results.page({ sort: 's' }), '/options/sort'],
    [() => results.page({ sort: {} }), '/options/sort'],
    [() => results.page({ sort: { score: 's', band: 's' } }), '/options/sort'],
    [() => results.page({ sort: { points: 's' } }), '/options/sort/points'],
    [() => results.page({ sort: { score: 5 } }), '/options/sort/score'],
    [() => results.page({ properties: 'x' }), '/options/properties'],
    [() => results.page({ properties: ['x', 5] }), '/options/properties/1'],
    [() => results.page({ where: 5 }), '/options/where'],
    [() => results.count(5), '/where'],
    [() => results.histogram(5), '/score'],
    [() => results.histogram('s', { width: '5' }), '/options/width'],
    [() => results.histogram('s', { width: 0 }), '/options/width'],
    [() => results.histogram('s', { width: 0.001 }), '/options/width'],
    [() => results.insights({ score: 's' }), '/options/score'],
    [() => results.bandCounts({ where: 5 }), '/options/where'],
    [() => results.writeCsv({ limit: 5 }), '/options/limit'],
    [() => results.journey(0, {}), '/options/from'],
    [() => results.journey('0', { from: 0 }), '/row'],
    [() => scorer.advance(5, {}), '/state'],
    [() => scorer.advance([], {}), '/state'],
    [() => scorer.advance(null, 'x'), '/contact'],
    [() => scorer.journey({}, { from: true }), '/options/from'],
    [() => scorer.journey({}, { from: 0, asOf: 0 }), '/options/asOf'],
    [() => scorer.journey({}, { from: 0, state: 5 }), '/options/state'],
    [() => advance(5, null, {}), '/ruleset'],
    [() => table.advance(5, null), '/ruleset'],
    [() => table.advance(ruleset, 5), '/state'],
    [() => table.advance(ruleset, null, { events: [] }), '/options/events'],
    [() => run.page({ kind: 'moved' }), '/options/kind'],
    [() => run.page({ workflow: 5 }), '/options/workflow'],
    [() => run.page({ limit: 10_001 }), '/options/limit'],
    [() => run.happenings({ stage: 5 }), '/options/stage'],
    [() => run.happenings({ limit: 5 }), '/options/limit'],
  ]) {
    await assert.rejects(async () => call(), wrong(path), String(call));
  }
  for (const [call, path] of [
    [() => table.contact(2), '/row'],
    [() => results.scorecard(-1), '/row'],
    [() => results.explain(2 ** 32), '/row'],
    [() => results.ways(2), '/row'],
    [() => results.journey(2, { from: 0 }), '/row'],
    [() => table.values('y'), '/property'],
    [() => table.valueCounts('y'), '/property'],
    [() => table.eventValueCounts('y', 'x'), '/type'],
    [() => results.histogram('t'), '/score'],
    [() => results.page({ sort: { score: 't' } }), '/options/sort/score'],
    [() => results.page({ sort: { band: 't' } }), '/options/sort/band'],
    [() => results.page({ sort: { property: 'y' } }), '/options/sort/property'],
    [() => results.page({ properties: ['x', 'y'] }), '/options/properties/1'],
    [() => results.writeCsv({ properties: ['y'] }), '/options/properties/0'],
  ]) {
    await assert.rejects(async () => call(), wrong(path, 'not_found'), String(call));
  }
});

test('what is called from inside a call does not disturb it', async () => {
  const contact = { get x() { return String(scorer.score({ x: 'inner' }).scores.s.points); } };
  assert.equal(scorer.score(contact).scores.s.points, 1);
  const freeing = await createScorer(ruleset);
  assert.throws(() => freeing.score({ get x() { freeing.free(); return 'y'; } }), { code: 'freed' });
  const other = await loadContacts(csv);
  assert.throws(() => other.score(ruleset, { get asOf() { other.free(); return 0; } }), { code: 'freed' });
  const inner = await loadContacts(csv);
  const seen = [];
  const loaded = await loadContacts(csv, {
    onProgress() {
      seen.push(inner.rowCount, scorer.score({ x: 1 }).scores.s.points);
      inner.free();
    },
  });
  assert.deepEqual([loaded.rowCount, ...seen.slice(0, 2)], [2, 2, 1]);
  loaded.free();
  const gone = await loadContacts(csv);
  await assert.rejects(gone.advance(ruleset, null, { onProgress: () => gone.free() }), { code: 'freed' });
  const own = await loadContacts(csv);
  const page = own.score(ruleset);
  assert.throws(() => page.page({ get where() { page.free(); return undefined; } }), { code: 'freed' });
  assert.throws(() => own.score(ruleset).page({ properties: new Proxy(['x'], { get(target, key) { own.free(); return target[key]; } }) }), { code: 'freed' });
});
