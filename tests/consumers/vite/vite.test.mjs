// Vite with its default configuration: what it builds, and its development server.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createServer } from './node_modules/vite/dist/node/index.js';
import { opened, served } from '../chromium.mjs';
import { POINTS, consumer } from '../consumer.mjs';

const { folder, tool } = consumer('vite');
const module = readFileSync(join(folder, 'node_modules/leadscore/dist/leadscore.wasm'));

/** Builds one of the pages, and gives the folder and the files in it. */
async function built(page) {
  await tool('vite', ['build', page, '--emptyOutDir']);
  const dist = join(folder, page, 'dist');
  return { dist, files: readdirSync(dist, { recursive: true }) };
}

for (const [page, isFile] of [['app', false], ['web', true]]) {
  test(`build: ${page}`, async () => {
    const { dist, files } = await built(page);
    assert.equal(files.some((file) => file.endsWith('.wasm')), isFile);
    const letters = files.filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + readFileSync(join(dist, file), 'utf8').length, 0);
    assert.ok(letters < (isFile ? 100_000 : 1.5 * module.length), `${letters} letters: the module is in the scripts more often than it is used`);
    await served(dist, async (origin) => assert.equal((await opened(`${origin}index.html`)).stdout, POINTS));
  });

  test(`development server: ${page}`, async () => {
    // The packed package is another one each time, under the same version.
    const server = await createServer({ root: join(folder, page), logLevel: 'error', server: { port: 0 }, optimizeDeps: { force: true } });
    await server.listen();
    try {
      const lines = (await opened(server.resolvedUrls.local[0])).stdout.split('\n');
      assert.deepEqual(lines.filter((line) => line !== '' && !line.startsWith('[vite] connect')), [POINTS.trim()]);
    } finally {
      await server.close();
    }
  });
}

test('an app that uses nothing of the package has nothing of it', async () => {
  const { dist, files } = await built('unused');
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => readFileSync(join(dist, file), 'utf8'));
  assert.equal(scripts.length, 1);
  assert.match(scripts[0], /console\.log\(.nothing.\)/);
  assert.ok(scripts[0].length < 1000, `${scripts[0].length} characters`);
});
