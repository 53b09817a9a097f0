// Pages without a bundler, in Chromium, with an empty console.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opened, served } from '../chromium.mjs';
import { POINTS, consumer } from '../consumer.mjs';

const { folder } = consumer('page');
const wasm = /\.wasm$/;

test('an import map', () => served(folder, async (origin) => assert.equal((await opened(`${origin}index.html`)).stdout, POINTS)));

test('a relative path, under a Content-Security-Policy that lets scripts come and nothing be fetched', () =>
  served(folder, async (origin) => {
    const { stdout, asked } = await opened(`${origin}relative.html`);
    assert.equal(stdout, POINTS);
    assert.deepEqual(asked.filter((path) => wasm.test(path)), []);
  }));

for (const type of ['application/wasm', 'text/plain', 'application/octet-stream']) {
  test(`leadscore/web, its module served as ${type}`, () =>
    served(
      folder,
      async (origin) => {
        const { stdout, asked } = await opened(`${origin}web.html`);
        assert.equal(stdout, POINTS);
        assert.equal(asked.filter((path) => wasm.test(path)).length, 1);
        assert.ok(!asked.some((path) => path.endsWith('module.js')), 'the module is loaded as text, too');
      },
      { '.wasm': type },
    ));
}
