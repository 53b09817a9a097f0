// Rollup with the plugin that finds packages.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { opened, served } from '../chromium.mjs';
import { POINTS, consumer } from '../consumer.mjs';

const { folder, node, tool } = consumer('rollup');
const built = (out, ...args) => tool('rollup', ['--plugin', 'node-resolve', '--file', `dist/${out}`, ...args]);

for (const [page, format] of [['module.html', 'es'], ['classic.html', 'iife']]) {
  test(`for pages, ${format}`, async () => {
    const { stderr } = await built('main.js', 'src/index.js', '--format', format);
    assert.doesNotMatch(stderr, /warn|\(!\)/i);
    await served(folder, async (origin) => assert.equal((await opened(`${origin}${page}`)).stdout, POINTS));
  });
}

for (const [out, format] of [['main.cjs', 'cjs'], ['main.mjs', 'es']]) {
  test(`for Node.js, ${format}`, async () => {
    await built(out, 'src/index.js', '--format', format);
    assert.equal((await node(`dist/${out}`)).stdout, POINTS);
  });
}

test('an app that uses nothing of the package has nothing of it', async () => {
  await built('main.js', 'src/unused.js', '--format', 'es');
  assert.equal(readFileSync(join(folder, 'dist/main.js'), 'utf8').replaceAll(/^\/\/.*\n/gm, '').trim(), 'console.log("nothing");');
});
