// Cloudflare's workers: wrangler bundles them as for a deployment, workerd runs them.

import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { examples } from '../../package/readme.mjs';
import { consumer } from '../consumer.mjs';
import { Miniflare } from './node_modules/miniflare/dist/src/index.js';

const { folder, tool } = consumer('workerd');
const running = [];
after(() => Promise.allSettled(running.map((workerd) => workerd.dispose())));

/** Bundles a worker and gives what it answers. */
async function answer(script, compatibilityDate = '2026-04-01') {
  const dist = join(folder, 'dist');
  rmSync(dist, { recursive: true, force: true });
  await tool('wrangler', ['deploy', `src/${script}.js`, '--dry-run', '--outdir', 'dist'], { WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' });
  const modulesRules = [{ type: 'ESModule', include: ['**/*.js'] }, { type: 'CompiledWasm', include: ['**/*.wasm'] }];
  // Without `cf: false` it asks Cloudflare where it is.
  const workerd = new Miniflare({ rootPath: dist, scriptPath: `${script}.js`, modules: true, modulesRules, compatibilityDate, cf: false });
  running.push(workerd);
  const response = await workerd.dispatchFetch('http://localhost/', { method: 'POST', body: '{ "id": 7, "jobtitle": "VP Sales" }' });
  return response.json();
}

const scorecard = { id: '7', scores: { fit: { points: 20, groups: { person: 20 } } } };

test('the worker is the one in the README', () => {
  const [example, ...others] = examples().filter(({ heading }) => heading === 'At the edge');
  assert.deepEqual(others, []);
  assert.equal(readFileSync(join(folder, 'src/index.js'), 'utf8'), example.code);
});

test('it scores, with the module as a file of its own', async () => {
  assert.deepEqual(await answer('index'), scorecard);
  assert.ok(readFileSync(join(folder, 'dist/index.js')).length < 300_000, 'the module is there as text');
});

test('it scores in the workerd of years ago, without FinalizationRegistry', async () => {
  assert.deepEqual(await answer('index', '2023-01-01'), scorecard);
});

test('another entry scores with the module that initialize is given', async () => assert.deepEqual(await answer('initialize'), scorecard));

test('without the module another entry says what to do', async () => {
  const { name, code, message } = await answer('without');
  assert.deepEqual([name, code], ['LeadscoreError', 'cannot_start']);
  assert.match(message, /where nothing may be compiled, give initialize a WebAssembly\.Module$/);
});
