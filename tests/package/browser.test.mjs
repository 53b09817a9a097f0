// The installed package in Chromium: in a page and in a worker, without a bundler, under a Content-Security-Policy.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { cases } from './cases.mjs';
import { ways } from './conformance.mjs';
import { installed } from './installed.mjs';
import { examples } from './readme.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json' };
const csv = `id,x\n${Array.from({ length: 200_000 }, (_, row) => `${row},${row % 2 ? 'y' : ''}\n`).join('')}`;
const ruleset = { scores: [{ id: 'points', groups: [{ id: 'g', criteria: [{ id: 'c', when: { property: 'plan', is_equal_to: 'pro' }, points: 1 }] }] }] };

/** Pages that are not files. */
const made = new Map([
  ['/cases.json', JSON.stringify(cases)],
  ['/empty.html', '<!doctype html><meta charset="utf-8"><title>Empty</title>'],
  ['/contacts.csv', csv],
  [
    '/strict.html',
    `<!doctype html><meta charset="utf-8"><title>Strict</title><meta http-equiv="Content-Security-Policy" content="script-src 'self'">`,
  ],
]);

let browser, page, server, origin, said;

/** Where a path of the page leads. */
function fileOf(path) {
  if (path.startsWith('/leadscore/')) return join(installed, normalize(path.slice('/leadscore'.length)));
  return path === '/conformance.mjs' ? join(here, 'conformance.mjs') : join(here, 'page', normalize(path));
}

async function serve(request, response) {
  const path = new URL(request.url, origin).pathname;
  try {
    const body = made.get(path) ?? (await readFile(fileOf(path)));
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(body);
  } catch {
    response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
  }
}

before(async () => {
  const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
  server = createServer(serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${server.address().port}`;
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-quic'];
  browser = await chromium.launch({ executablePath, args });
  page = await browser.newPage();
  said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== origin) said.push(`foreign request: ${request.url()}`);
  });
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

afterEach(() => {
  assert.deepEqual(said.splice(0), [], 'the console is not empty');
});

for (const way of Object.keys(ways)) {
  for (const place of ['inPage', 'inWorker']) {
    test(`every conformance case, ${way}, ${place === 'inPage' ? 'in a page' : 'in a worker'}`, async () => {
      await page.goto(`${origin}/index.html`, { waitUntil: 'load' });
      const { count, found } = await page.evaluate(([run, asked]) => globalThis[run](asked), [place, way]);
      assert.ok(count > 0, 'no case was found');
      assert.deepEqual(found, [], `${found.length} of ${count} cases differ`);
    });
  }
}

test('a page goes on painting while it loads contacts', async () => {
  await page.goto(`${origin}/empty.html`);
  const { rows, chunks, frames } = await page.evaluate(async () => {
    const { loadContacts } = await import('/leadscore/index.js');
    const blob = await (await fetch('/contacts.csv')).blob();
    const large = new Blob(Array.from({ length: 8 }, () => blob));
    let [chunks, frames] = [0, 0];
    let going = true;
    const paint = () => {
      frames++;
      if (going) requestAnimationFrame(paint);
    };
    requestAnimationFrame(paint);
    const table = await loadContacts(await large.arrayBuffer(), { onProgress: () => chunks++ });
    going = false;
    return { rows: table.rowCount, chunks, frames };
  });
  assert.ok(rows >= 8 * 200_000 && chunks > 8, `${rows} rows, ${chunks} chunks`);
  assert.ok(frames > 2, `${frames} frames`);
});

test('files, blobs and streams of the browser can be loaded', async () => {
  await page.goto(`${origin}/empty.html`);
  const counts = await page.evaluate(async () => {
    const { loadContacts } = await import('/leadscore/index.js');
    const answer = await fetch('/contacts.csv');
    const file = new File([await answer.clone().blob()], 'contacts.csv');
    const tables = [await loadContacts(file), await loadContacts(answer.body), await loadContacts(file.stream())];
    return tables.map(({ rowCount }) => rowCount);
  });
  assert.deepEqual(counts, [200_000, 200_000, 200_000]);
});

test('the README example for a worker', async () => {
  const [worker, main, ...others] = examples().filter(({ heading }) => heading === 'In a worker');
  assert.deepEqual(others, []);
  // Here the package has an address, as bundlers would give it.
  made.set('/worker.js', worker.code.replace('"leadscore"', '"/leadscore/index.js"'));
  made.set('/main.js', `globalThis.run = (ruleset, console) => { ${main.code.replace('import.meta.url', 'location.href')} };`);
  await page.goto(`${origin}/empty.html`);
  await page.addScriptTag({ url: '/main.js' });
  const points = await page.evaluate((own) => {
    return new Promise((resolve) => globalThis.run(own, { log: (data) => resolve([data.constructor.name, ...data]) }));
  }, ruleset);
  made.delete('/worker.js');
  assert.deepEqual(points, ['Float64Array', 1, 0]);
});

test('a page whose policy forbids WebAssembly is told what to change', async () => {
  await page.goto(`${origin}/strict.html`);
  const error = await page.evaluate(async () => {
    const { createScorer } = await import('/leadscore/index.js');
    return createScorer({}).catch(({ name, code, message }) => ({ name, code, message }));
  });
  assert.deepEqual([error.name, error.code], ['LeadscoreError', 'cannot_start']);
  assert.match(error.message, /script-src needs 'wasm-unsafe-eval'/);
  // The browser itself speaks of it.
  said.length = 0;
});
