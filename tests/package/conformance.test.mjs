// Every conformance case, by the installed package in Node.js: contact by contact, all contacts as one file, journeys, and diagnostics.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cases } from './cases.mjs';
import { differences, ways } from './conformance.mjs';
import { load } from './installed.mjs';

const leadscore = await load();

for (const way of Object.keys(ways)) {
  test(`every conformance case, ${way}`, async () => {
    const { count, found } = await differences(leadscore, cases, way);
    assert.ok(count > 0, 'no case was found');
    assert.deepEqual(found, [], `${found.length} of ${count} cases differ`);
  });
}
