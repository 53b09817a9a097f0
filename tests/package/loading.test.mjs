// Loads that end early, and sources of every kind.

import assert from 'node:assert/strict';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { after, test } from 'node:test';
import { load } from './installed.mjs';

const { loadContacts } = await load();

const folder = mkdtempSync(join(tmpdir(), 'leadscore-loading-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const csv = `id,x\n${Array.from({ length: 100_000 }, (_, row) => `${row},value ${row}\n`).join('')}`;
const reason = new Error('enough');

/** A stream that gives a little and then nothing more. */
function stalled() {
  const seen = {};
  const stream = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('id,x\n1,y\n')),
    pull: () => new Promise((resolve) => (seen.asked = resolve)),
    cancel: () => void (seen.cancelled = true),
  });
  return { stream, seen };
}

test('a signal that has come already ends the load before it begins', async () => {
  const { stream, seen } = stalled();
  await assert.rejects(loadContacts(stream, { signal: AbortSignal.abort(reason) }), (error) => error === reason);
  assert.equal(seen.cancelled, true);
  await assert.rejects(loadContacts('id\n1\n', { signal: AbortSignal.abort() }), { name: 'AbortError' });
});

test('a signal ends a load that waits for a stream, and lets the stream go', async () => {
  const { stream, seen } = stalled();
  const control = new AbortController();
  const loading = loadContacts(stream, { signal: control.signal, onProgress: () => setImmediate(() => control.abort(reason)) });
  await assert.rejects(loading, (error) => error === reason);
  assert.equal(seen.cancelled, true);
  assert.equal(stream.locked, false);
});

test('a signal ends a load that waits for a generator', async () => {
  const control = new AbortController();
  async function* chunks() {
    yield new TextEncoder().encode('id\n1\n');
    control.abort(reason);
    await new Promise(() => {});
  }
  await assert.rejects(loadContacts(chunks(), { signal: control.signal }), (error) => error === reason);
});

test('a signal ends a load that waits for a stream of Node.js, and destroys it', async () => {
  const control = new AbortController();
  const stream = new PassThrough();
  stream.write('id\n1\n');
  const loading = loadContacts(stream, { signal: control.signal, onProgress: () => setImmediate(() => control.abort(reason)) });
  await assert.rejects(loading, (error) => error === reason);
  assert.equal(stream.destroyed, true);
});

test('a signal ends a load of bytes between two chunks', async () => {
  const control = new AbortController();
  let calls = 0;
  const large = new TextEncoder().encode(csv.repeat(2));
  const loading = loadContacts(large, { signal: control.signal, onProgress: () => void (++calls === 1 && control.abort(reason)) });
  await assert.rejects(loading, (error) => error === reason);
  assert.equal(calls, 1);
});

test('a signal that comes while events are read ends the load, and one that comes later does nothing', async () => {
  const control = new AbortController();
  const { stream, seen } = stalled();
  const onProgress = ({ stage }) => stage === 'events' && setImmediate(() => control.abort(reason));
  await assert.rejects(loadContacts('id\n1\n', { events: stream, signal: control.signal, onProgress }), (error) => error === reason);
  assert.equal(seen.cancelled, true);
  const late = new AbortController();
  const table = await loadContacts('id\n1\n', { signal: late.signal });
  late.abort();
  assert.equal(table.rowCount, 1);
});

test('a load that fails lets go of the events that it has not come to', async () => {
  const { stream, seen } = stalled();
  await assert.rejects(loadContacts('', { events: stream }), { code: 'unreadable_file' });
  assert.equal(seen.cancelled, true);
});

test('a load leaves nothing on the signal', async () => {
  const { signal } = new AbortController();
  let listeners = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...given) => (listeners++, addEventListener.apply(signal, given));
  signal.removeEventListener = (...given) => (listeners--, removeEventListener.apply(signal, given));
  await loadContacts('id\n1\n', { signal });
  await assert.rejects(loadContacts('', { signal }), { code: 'unreadable_file' });
  assert.equal(listeners, 0);
});

writeFileSync(join(folder, 'contacts.csv'), csv);

for (const [name, source] of Object.entries({
  'a response': () => new Response(csv),
  'a response that streams': () => new Response(new Blob([csv]).stream()),
  'a request': () => new Request('http://localhost/', { method: 'POST', body: csv }),
  'a file stream of Node.js': () => createReadStream(join(folder, 'contacts.csv')),
  'a readable of Node.js': () => Readable.from([Buffer.from(csv.slice(0, 50_000)), Buffer.from(csv.slice(50_000))]),
  'a stream of bytes': () => new ReadableStream({ type: 'bytes', start(controller) { controller.enqueue(new TextEncoder().encode(csv)); controller.close(); } }),
  'a stream that is piped through another': () => new Blob([csv]).stream().pipeThrough(new CompressionStream('gzip')).pipeThrough(new DecompressionStream('gzip')),
})) {
  test(`contacts come from ${name}, with progress`, async () => {
    const seen = [];
    const table = await loadContacts(source(), { onProgress: (progress) => seen.push(progress) });
    assert.equal(table.rowCount, 100_000);
    assert.deepEqual(seen.at(-1), { stage: 'contacts', bytesRead: csv.length, rows: 100_000 });
    table.free();
  });
}

test('a stream is read as it arrives', async () => {
  let send;
  const stream = new ReadableStream({ start: (controller) => (send = controller) });
  const line = (row) => new TextEncoder().encode(`${row},${'x'.repeat(100_000)}\n`);
  const seen = [];
  send.enqueue(new TextEncoder().encode('id,x\n'));
  const loading = loadContacts(stream, {
    onProgress({ rows }) {
      seen.push(rows);
      if (seen.length <= 5) send.enqueue(line(seen.length));
      else if (seen.length === 6) send.close();
    },
  });
  assert.equal((await loading).rowCount, 5);
  assert.ok(seen.some((rows) => rows > 0 && rows < 5), `${seen}`);
});

test('a response that is none with contacts says what it is', async () => {
  await assert.rejects(loadContacts(new Response('not here', { status: 404, statusText: 'Not Found' })), { code: 'unreadable_file', message: /a response with status 404 Not Found/ });
  const used = new Response('id\n1\n');
  await used.text();
  await assert.rejects(loadContacts(used), { code: 'unreadable_file', message: /was read already/ });
  await assert.rejects(loadContacts(new Response(null)), { code: 'unreadable_file', message: /an empty file/ });
  const locked = new Response('id\n1\n').body;
  locked.getReader();
  await assert.rejects(loadContacts(locked), { code: 'unreadable_file' });
});
