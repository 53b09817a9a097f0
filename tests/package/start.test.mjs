// Starting the module, in Node.js: by the first call or by initialize, from whatever holds it, once, and again after a failure.

import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { installed, project, run } from './installed.mjs';

const file = pathToFileURL(join(installed, 'dist/leadscore.wasm')).href;

/** What a script prints, in a process of its own: one process has one start. */
function printed(script) {
  const source = `import { readFileSync } from 'node:fs';
    import { LeadscoreError, checkRuleset, createScorer, initialize } from 'leadscore';
    import * as web from 'leadscore/web';
    const file = new URL(${JSON.stringify(file)});
    const bytes = readFileSync(file);
    const reason = ({ name, code, path, message }) => console.log([name, code, path, message].filter(Boolean).join(' | '));
    const works = async () => console.log((await checkRuleset('{}'))[0].code);
    ${script}`;
  writeFileSync(join(project, 'start.mjs'), source);
  return run(process.execPath, ['--no-warnings', 'start.mjs']).trimEnd().split('\n');
}

/** No other way than the one that is given is open. */
const nothingElse = `WebAssembly.compile = () => Promise.reject(new Error('compiled')); globalThis.fetch = () => Promise.reject(new Error('fetched'));`;

for (const [form, wasm, before = ''] of [
  ['a WebAssembly.Module', 'new WebAssembly.Module(bytes)', nothingElse],
  ['an ArrayBuffer', 'Uint8Array.from(bytes).buffer'],
  ['a typed array', 'bytes'],
  ['part of a buffer', 'new DataView(Buffer.concat([Buffer.alloc(3), bytes, Buffer.alloc(5)]).buffer, 3, bytes.length)'],
  [
    'a Response',
    'answer',
    `const answer = new Response(bytes, { headers: { 'content-type': 'application/wasm' } });
     WebAssembly.compile = () => Promise.reject(new Error('waited for all bytes'));`,
  ],
  ['a Response of another type', `new Response(bytes, { headers: { 'content-type': 'text/plain' } })`],
  ['the URL of a file', 'file', `globalThis.fetch = () => Promise.reject(new Error('fetched'));`],
  ['text of the URL of a file', 'file.href'],
  ['a URL', `new URL('https://example.com/x.wasm')`, 'globalThis.fetch = async (url) => url === "https://example.com/x.wasm" && new Response(bytes);'],
  ['relative text', `'x.wasm'`, 'globalThis.fetch = async (url) => url === "x.wasm" && new Response(bytes);'],
  ['a promise', 'Promise.resolve(new Response(bytes))'],
]) {
  test(`initialize takes ${form}`, () => {
    assert.deepEqual(printed(`${before} console.log(await initialize({ wasm: ${wasm} })); await works();`), ['undefined', 'missing_key']);
  });
}

test('initialize takes nothing else', () => {
  const others = ['5', 'null', '{}', '[]', 'true', '() => file', 'Symbol("x")', '1n', 'new Map()', 'Promise.resolve({})'];
  const lines = printed(`for (const wasm of [${others}]) await initialize({ wasm }).catch(reason); await works();`);
  const found = ['5', 'null', 'a Object', 'a Array', 'true', 'a Function', 'Symbol(x)', '1', 'a Map', 'a Object'];
  const message = '/options/wasm: expected a WebAssembly.Module, bytes, a Response, a URL or a promise of one, found';
  assert.deepEqual(lines, [...found.map((shown) => `LeadscoreError | invalid_argument | /options/wasm | ${message} ${shown}`), 'missing_key']);
});

test('what throws when it is looked at is an error of the package, and the next call works', () => {
  const lines = printed(`const boom = () => { throw new Error('boom'); };
    const traps = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, boom]));
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const pretend = (kind, rest) => ({ get [Symbol.toStringTag]() { return kind; }, ...rest });
    const hostile = [proxy, new Proxy({}, traps), { then: boom }, { get then() { boom(); } }, { get [Symbol.toStringTag]() { boom(); } },
      pretend('URL'), Object.defineProperty(pretend('URL'), 'href', { get: boom }), pretend('Response'), pretend('Response', { ok: true }),
      pretend('WebAssembly.Module'), pretend('ArrayBuffer'), Promise.reject(undefined), Promise.reject(proxy), Promise.reject(Symbol('x')),
      structuredClone(new ArrayBuffer(8), { transfer: [] }), new Uint8Array(new SharedArrayBuffer(8)), new String('x')];
    for (const wasm of hostile) await initialize({ wasm }).catch((error) => console.log(error instanceof LeadscoreError, typeof error.message));
    console.log(hostile.length); await works();`);
  const count = Number(lines.at(-2));
  assert.ok(count > 10);
  assert.deepEqual(lines, [...Array(count).fill('true string'), String(count), 'missing_key']);
});

const empty = 'Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)';
for (const [what, wasm, reason] of [
  ['a promise that fails', `Promise.reject(new Error('gone'))`, /^expected the module where its promise leads, found: gone$/],
  ['a file that is not there', `'file:///nowhere.wasm'`, /^expected the module at file:\/\/\/nowhere\.wasm, found: ENOENT/],
  ['a server that is not there', `'http://127.0.0.1:1/x.wasm'`, /^expected the module at http:\/\/127\.0\.0\.1:1\/x\.wasm, found: fetch failed$/],
  ['what is no URL', `'nowhere'`, /^expected the module at nowhere, found: Failed to parse URL/],
  ['an error of the server', `new Response('', { status: 404 })`, /found status 404$/],
  ['a page', `new Response('<html>', { headers: { 'content-type': 'text/html' } })`, /found something else of type text\/html$/],
  ['a Response that was read', `await (async () => { const read = new Response(bytes); await read.text(); return read; })()`, /found: Body is unusable/],
  ['other bytes', 'new Uint8Array(8)', /^expected the module in the bytes of wasm, found something else$/],
  ['no bytes', 'new Uint8Array(0)', /^expected the module in the bytes of wasm, found something else$/],
  ['half of the bytes', 'bytes.subarray(0, bytes.length / 2)', /^expected the module to compile, found: WebAssembly\.compile\(\)/],
  ['another module', empty, /^expected the module of this build of leadscore, found another; deploy the scripts and leadscore\.wasm together$/],
  ['another module, compiled', `new WebAssembly.Module(${empty})`, /^expected the module of this build of leadscore, found another/],
]) {
  test(`from ${what} it cannot start; the next call can`, () => {
    const [line, ...rest] = printed(`await initialize({ wasm: ${wasm} }).catch(reason); await works();`);
    const [name, code, message] = line.split(' | ');
    assert.deepEqual([name, code], ['LeadscoreError', 'cannot_start']);
    assert.match(message, reason);
    assert.deepEqual(rest, ['missing_key']);
  });
}

const count = `let compiled = 0; const { compile } = WebAssembly; WebAssembly.compile = (bytes) => { compiled++; return compile(bytes); };`;

test('in Node.js the entry for pages reads its file, too', () => {
  assert.deepEqual(printed(`globalThis.fetch = boom; console.log((await web.checkRuleset('{}'))[0].code); function boom() { throw new Error('fetched'); }`), ['missing_key']);
});

test('calls that race share one start, whichever entries they are of', () => {
  const script = `${count} const calls = [initialize(), works(), web.initialize(), web.checkRuleset('{}'), initialize({})];
    await Promise.all(calls); await initialize(); console.log(compiled); console.log(web.LeadscoreError === LeadscoreError);`;
  assert.deepEqual(printed(script), ['missing_key', '1', 'true']);
});

test('require and import share one start, too', () => {
  const script = `import { createRequire } from 'node:module'; ${count}
    await Promise.all([works(), createRequire(import.meta.url)('leadscore').checkRuleset('{}')]); console.log(compiled);`;
  assert.deepEqual(printed(script), ['missing_key', '1']);
});

test('calls that race share one failure, and one start after it', () => {
  const script = `const calls = [initialize({ wasm: 'file:///nowhere.wasm' }), checkRuleset('{}'), web.createScorer({ scores: [] })];
    for (const { reason: { code, message } } of await Promise.allSettled(calls)) console.log(code, message.slice(0, 46));
    await works();`;
  const failure = 'cannot_start expected the module at file:///nowhere.wasm, f';
  assert.deepEqual(printed(script), [failure, failure, failure, 'missing_key']);
});

test('after the start it cannot come from elsewhere; the same again is fine', () => {
  const message = 'expected initialize to be told of the module before anything starts it, found it started; call initialize once, and first';
  const late = `LeadscoreError | cannot_start | ${message}`;
  assert.deepEqual(printed('await works(); await initialize({ wasm: bytes }).catch(reason); await initialize(); await works();'), ['missing_key', late, 'missing_key']);
  const script = `await Promise.all([initialize({ wasm: file }), initialize({ wasm: new URL(file) }), web.initialize({ wasm: file.href })]);
    await initialize({ wasm: bytes }).catch(reason); await works();`;
  assert.deepEqual(printed(script), [late, 'missing_key']);
});

test('options are an object that holds nothing else', () => {
  const lines = printed(`for (const options of [5, null, 'x', { wsam: bytes }]) await initialize(options).catch(({ message }) => console.log(message)); await works();`);
  assert.equal(lines.length, 5);
  for (const line of lines.slice(0, 4)) assert.match(line, /expected .*options/);
});

test('without the file Node.js takes the text', () => {
  const moved = join(project, 'moved');
  cpSync(installed, moved, { recursive: true });
  rmSync(join(moved, 'dist/leadscore.wasm'));
  const source = `import { checkRuleset } from '${pathToFileURL(join(moved, 'node.js')).href}'; console.log((await checkRuleset('{}'))[0].code);`;
  assert.equal(run(process.execPath, ['--input-type=module', '--eval', source]), 'missing_key\n');
});

test('in Node.js the text is not read', () => {
  const damaged = join(project, 'without-text');
  cpSync(installed, damaged, { recursive: true });
  rmSync(join(damaged, 'dist/module.js'));
  const source = `import { checkRuleset } from '${pathToFileURL(join(damaged, 'node.js')).href}'; console.log((await checkRuleset('{}'))[0].code);`;
  assert.equal(run(process.execPath, ['--input-type=module', '--eval', source]), 'missing_key\n');
});

test('no script waits at its top level', () => {
  for (const entry of ['index.js', 'node.js', 'web.js']) {
    // To require a module that does is an error.
    run(process.execPath, ['--no-warnings', '--eval', `require(${JSON.stringify(join(installed, entry))})`]);
  }
  assert.match(readFileSync(join(installed, 'workerd.js'), 'utf8'), /^import module from/m);
});
