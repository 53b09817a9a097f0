// TypeScript checks and compiles against the package's types, the way of Node.js and that of bundlers; what comes of it runs.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POINTS, consumer } from '../consumer.mjs';

const { node, tool } = consumer('typescript');

for (const [way, config] of [['nodenext', 'tsconfig.json'], ['bundler', 'tsconfig.bundler.json']]) {
  test(`moduleResolution ${way}`, async () => {
    await tool('tsc', ['--project', config]);
    assert.equal((await node(`dist/${way}/index.js`)).stdout, POINTS);
  });
}
