// Values of JavaScript that JSON has no word for: what becomes of them, and that nothing of it harms the next call.

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { load } from './installed.mjs';

const { LeadscoreError, checkRuleset, createScorer, loadContacts } = await load();

const AS_OF = '2024-06-30T12:00:00Z';

/** A ruleset with one criterion. */
const one = (criterion) => ({ scores: [{ id: 's', groups: [{ id: 'g', criteria: [{ id: 'c', points: 1, ...criterion }] }] }] });

/** A scorer that gives 1 point to contacts that meet this test. */
const scorerOf = (test) => createScorer(one({ when: { property: 'x', ...test } }));

/** What a ledger shows as the value of `x`. */
const valueOf = (contact) => known.explain(contact, { asOf: AS_OF }).scores[0].groups[0].criteria[0].evidence.value;

const known = await scorerOf({ is_known: true });

afterEach(() => {
  assert.equal(known.score({ x: 'known' }).scores.s.points, 1, 'the next call does not work');
});

const refusal = (code, path, message) => (error) => {
  assert.ok(error instanceof LeadscoreError, `${error?.stack}`);
  assert.deepEqual([error.code, error.path], [code, path]);
  assert.match(error.message, message);
  return true;
};

test('NaN, Infinity, undefined, null and an invalid Date are no value', () => {
  for (const x of [NaN, Infinity, -Infinity, undefined, null, new Date(NaN), [], [undefined], new Set(), new Number(NaN)]) {
    assert.equal(valueOf({ x }), null, String(x));
    assert.equal(valueOf({ properties: { x } }), null, String(x));
  }
});

test('values become the text that they stand for', () => {
  const day = new Date('2024-03-12T09:14:26.123Z');
  for (const [x, text] of [
    ['text', 'text'],
    [5, '5'],
    [5.5, '5.5'],
    [-0, '0'],
    [1e21, '1e+21'],
    [12345678901234567890n, '12345678901234567890'],
    [-5n, '-5'],
    [true, 'true'],
    [day, '2024-03-12T09:14:26.123Z'],
    [new Date(-1e14), '-100000000000000'],
    [['a', 1, true, null, undefined, NaN, day, 5n], 'a;1;true;2024-03-12T09:14:26.123Z;5'],
    [new Set(['a', 'b']), 'a;b'],
    [new Map([['a', 1]]).keys(), 'a'],
    [Uint8Array.of(1, 2), '1;2'],
    [Object('boxed'), 'boxed'],
    [Object(5), '5'],
    [Object(5n), '5'],
    [new URL('https://example.com/a'), 'https://example.com/a'],
    [{ toJSON: () => 'itself', toString: () => 'other' }, null],
    [new (class Money { toJSON() { return 12.5; } })(), '12.5'],
    [runInNewContext('["a", new Date(0), new Set(["b"])[Symbol.iterator]().next().value]'), 'a;1970-01-01T00:00:00.000Z;b'],
    [runInNewContext('new Date(0)'), '1970-01-01T00:00:00.000Z'],
  ].filter(([, text]) => text !== null)) {
    assert.equal(valueOf({ x }), text);
  }
});

test('a Date is read as a time', async () => {
  const scorer = await scorerOf({ is_less_than_x_days_ago: 10 });
  const points = (x) => scorer.score({ x }, { asOf: new Date(AS_OF) }).scores.s.points;
  assert.deepEqual([points(new Date('2024-06-25')), points(new Date('2024-06-01'))], [1, 0]);
});

test('a contact may come from another realm, without a prototype, or from a class', () => {
  class Person {
    x = 'own';
    #secret = 1;
    get derived() {
      return this.#secret;
    }
    method() {}
  }
  assert.equal(valueOf(new Person()), 'own');
  assert.equal(valueOf(Object.assign(Object.create(null), { x: 'bare' })), 'bare');
  assert.equal(valueOf(runInNewContext('({ x: "foreign" })')), 'foreign');
  assert.equal(valueOf(Object.freeze({ x: 'frozen' })), 'frozen');
  assert.equal(valueOf(new Proxy({ x: 'behind a proxy' }, {})), 'behind a proxy');
});

test('what is no value is an error with its place', () => {
  for (const [wrong, message] of [
    [() => 0, /found a function/],
    [Symbol('x'), /found a symbol/],
    [new Map([['a', 1]]), /found a Map/],
    [new WeakMap(), /found a WeakMap/],
    [Promise.resolve('later'), /found a Promise/],
  ]) {
    assert.throws(() => known.score({ x: wrong }), refusal('invalid_contact', '/x', message));
    assert.throws(() => known.score({ properties: { 'a/b~c': [wrong] } }), refusal('invalid_contact', '/properties/a~1b~0c/0', message));
    const events = [{ type: 'call', time: 0 }, { type: 'call', time: 0, properties: { who: wrong } }];
    assert.throws(() => known.score({ events }), refusal('invalid_contact', '/events/1/properties/who', message));
    assert.throws(() => known.score({}, { events }), refusal('invalid_contact', '/events/1/properties/who', message));
  }
  assert.throws(() => known.score({ x: { nested: 1 } }), refusal('invalid_contact', '/x', /^\/x: expected a text/));
  assert.throws(() => known.score({ events: [{ type: 'call' }] }), refusal('invalid_contact', '/events/0', /time/));
  assert.throws(() => known.score({}, { events: [{ type: 'call', time: 'soon' }] }), refusal('invalid_contact', '/events/0', /time/));
});

test('what holds itself, is too deep or has no end is an error', async () => {
  const cyclic = { x: [] };
  cyclic.x.push(cyclic);
  assert.throws(() => known.score(cyclic), refusal('invalid_contact', '/x/0'.repeat(32), /found one that holds itself/));
  let deep = 'bottom';
  for (let level = 0; level < 20_000; level++) deep = level % 2 ? [deep] : { deep };
  assert.throws(() => known.score({ x: deep }), refusal('invalid_contact', `/x${'/0/deep'.repeat(31)}/0`, /at most 64 deep/));
  await assert.rejects(createScorer({ scores: deep }), (error) => error.code === 'invalid_ruleset' && /at most 64 deep/.test(error.message));
  function* endless() {
    for (;;) yield 1;
  }
  assert.throws(() => known.score({ x: endless() }), /at most 10000000 values, found more/);
});

test('what throws when it is read is an error with its place and its cause', async () => {
  const cause = new Error('no entry');
  const thrower = () => { throw cause; };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const iterable = { [Symbol.iterator]: thrower };
  assert.throws(() => known.score({ x: iterable }), refusal('invalid_contact', '/x', /one that throws: no entry/));
  for (const [contact, path] of [
    [{ get x() { return thrower(); } }, '/x'],
    [{ a: { get b() { return thrower(); } } }, '/a/b'],
    [{ x: new Proxy({}, { ownKeys: thrower }) }, '/x'],
    [{ x: new Proxy({}, { getPrototypeOf: thrower }) }, '/x'],
    [new Proxy({ x: 1 }, { get: (target, key) => (key === 'x' ? thrower() : target[key]) }), '/x'],
    [{ x: new (class { toJSON() { thrower(); } })() }, '/x'],
  ]) {
    assert.throws(() => known.score(contact), refusal('invalid_contact', path, /one that throws: no entry/));
    assert.throws(() => known.score(contact), (error) => error.cause === cause);
    await assert.rejects(createScorer(contact), refusal('invalid_ruleset', path, /one that throws: no entry/));
    await assert.rejects(checkRuleset(contact), (error) => error.cause === cause);
  }
  assert.throws(() => known.score({ x: proxy }), refusal('invalid_contact', '/x', /revoked/));
  const without = { toString: () => { throw cause; } };
  assert.throws(() => known.score({ get x() { throw without; } }), refusal('invalid_contact', '/x', /without a message/));
});

test('lone surrogates become U+FFFD, and escapes stay what they are', async () => {
  assert.equal(valueOf({ x: 'a\ud83cb' }), 'a\ufffdb');
  assert.equal(valueOf({ x: '\udf89' }), '\ufffd');
  assert.equal(valueOf({ x: '🎉' }), '🎉');
  assert.equal(valueOf({ x: '\\ud83c' }), '\\ud83c');
  assert.equal(valueOf({ x: '\\\ud83c\u0001"' }), '\\\ufffd\u0001"');
  assert.equal(valueOf({ 'x\ud800': 1, x: 'beside' }), 'beside');
  const equal = await createScorer(one({ when: { property: 'x', is_equal_to: 'a\ud83cb' } }));
  assert.equal(equal.score({ x: 'a\ufffdb' }).scores.s.points, 1);
  assert.equal((await checkRuleset('{ "name": "\ud83c", "scorse": [] }'))[0].place.offset, 15);
  const table = await loadContacts('id,x\n\ud83c,1\n');
  assert.equal(table.contact(0).id, '\ufffd');
});

test('a ruleset is plain JSON: everything else in it is an error with its place', async () => {
  const place = '/scores/0/groups/0/criteria/0/points';
  for (const [points, message] of [
    [NaN, /found NaN/],
    [Infinity, /found Infinity/],
    [new Date(0), /found a Date/],
    [new Map(), /found a Map/],
    [new Set([1]), /found a Set/],
    [/x/, /found a RegExp/],
    [Uint8Array.of(1), /found a Uint8Array/],
    [() => 1, /found a function/],
    [Symbol('1'), /found a symbol/],
    [2n ** 60n, /found 1152921504606846976/],
  ]) {
    const ruleset = one({ when: { property: 'x', is_known: true }, points });
    await assert.rejects(createScorer(ruleset), refusal('invalid_ruleset', place, message));
    const [diagnostic, ...others] = await checkRuleset(ruleset);
    assert.deepEqual(others, []);
    assert.deepEqual([diagnostic.code, diagnostic.severity, diagnostic.path], ['wrong_type', 'error', place]);
    assert.match(diagnostic.message, message);
  }
  await assert.rejects(createScorer(one({ when: { all: [undefined] } })), refusal('invalid_ruleset', `${place.replace('points', 'when')}/all/0`, /found undefined/));
  await assert.rejects(createScorer(new Map()), refusal('invalid_ruleset', '', /found a Map/));
  assert.deepEqual(await checkRuleset(one({ when: { property: 'x', is_known: true }, points: 5n, label: undefined, note: Object('boxed') })), []);
  assert.equal((await checkRuleset([]))[0].code, 'wrong_type');
});
