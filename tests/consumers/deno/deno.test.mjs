// Deno takes the package from node_modules, without any permission.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POINTS, consumer } from '../consumer.mjs';

const { tool } = consumer('deno');

test('deno run', async () => assert.equal((await tool('deno', ['run', '--no-prompt', 'index.js'])).stdout, POINTS));
