// What publint and arethetypeswrong have to say of the packed package: nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tarball } from '../../package/installed.mjs';
import { consumer } from '../consumer.mjs';

const { tool } = consumer('exports');

test('publint', async () => assert.match((await tool('publint', ['--strict', tarball])).stdout, /All good!/));

test('arethetypeswrong', async () => {
  // Every Node.js that the package is for can require ES modules. Types for .wasm are a matter of whoever bundles it.
  const settings = ['--profile', 'node16', '--ignore-rules', 'cjs-resolves-to-esm', '--exclude-entrypoints', 'leadscore.wasm', '--no-emoji'];
  const { stdout } = await tool('attw', [tarball, ...settings]);
  for (const entry of ['"leadscore"', '"leadscore/web"']) assert.ok(stdout.includes(entry), `${entry} was not looked at`);
});
