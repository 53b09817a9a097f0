// The examples of the project's and the package's README run, and print what they say. The ones for
// a worker and for the edge run elsewhere: in browser.test.mjs, in consumers/workerd.

import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { project, run } from './installed.mjs';
import { examples } from './readme.mjs';

for (const file of ['contacts.csv', 'events.csv', 'inbound.json']) {
  copyFileSync(fileURLToPath(new URL(`../../www/samples/${file}`, import.meta.url)), join(project, file));
}

const ofProject = examples(fileURLToPath(new URL('../../README.md', import.meta.url)));
const ofPackage = examples().filter(({ heading }) => !['In a worker', 'At the edge'].includes(heading));

test('there are examples', () => assert.deepEqual([ofProject.length, ofPackage.length], [1, 8]));

for (const { heading, code } of [...ofProject, ...ofPackage]) {
  test(`README: ${heading}`, () => {
    const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, output]) => output);
    assert.ok(promised.length > 0, 'it prints nothing');
    writeFileSync(join(project, 'example.mjs'), code);
    assert.deepEqual(run(process.execPath, ['example.mjs']).trimEnd().split('\n'), promised);
  });
}
