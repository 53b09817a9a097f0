// webpack with its default configuration, which is none.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { opened, served } from '../chromium.mjs';
import { POINTS, consumer } from '../consumer.mjs';

const { folder, node, tool } = consumer('webpack');
const dist = join(folder, 'dist');

/** Builds an app, and gives the files that come of it. */
async function built(...args) {
  rmSync(dist, { recursive: true, force: true });
  await tool('webpack', args);
  return readdirSync(dist);
}

test('for pages', async () => {
  assert.deepEqual(await built(), ['main.js']);
  await served(folder, async (origin) => assert.equal((await opened(`${origin}classic.html`)).stdout, POINTS));
});

test('for pages, leadscore/web', async () => {
  const files = await built('./src/web.js');
  assert.equal(files.filter((file) => file.endsWith('.wasm')).length, 1);
  await served(folder, async (origin) => assert.equal((await opened(`${origin}classic.html`)).stdout, POINTS));
});

test('for Node.js', async () => {
  await built('--target', 'node20');
  assert.equal((await node('dist/main.js')).stdout, POINTS);
});

test('for Node.js, without the file that webpack puts beside it', async () => {
  const files = await built('--target', 'node20');
  for (const file of files.filter((name) => name.endsWith('.wasm'))) rmSync(join(dist, file));
  assert.equal((await node('dist/main.js')).stdout, POINTS);
});

test('an app that uses nothing of the package has nothing of it', async () => {
  assert.deepEqual(await built('./src/unused.js'), ['main.js']);
  assert.equal(readFileSync(join(dist, 'main.js'), 'utf8'), '(()=>{"use strict";console.log("nothing")})();');
});
