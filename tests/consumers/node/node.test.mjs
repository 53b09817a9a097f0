// Node.js takes the package by import and by require.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POINTS, consumer } from '../consumer.mjs';

const { node } = consumer('node');

for (const file of ['import.mjs', 'require.cjs']) {
  test(file, async () => assert.equal((await node('--no-warnings', file)).stdout, POINTS));
}
