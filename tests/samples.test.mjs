// The sample contacts and events are what their generator writes, to the byte.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const samples = fileURLToPath(new URL('../www/samples/', import.meta.url));
let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadscore-samples-'));
  // A time zone and a locale far from the author's must make no difference.
  const env = { ...process.env, TZ: 'Pacific/Chatham', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
  execFileSync(process.execPath, [join(samples, 'generate.mjs'), folder], { env });
});
after(() => rmSync(folder, { recursive: true, force: true }));

for (const [file, lines, mostBytes] of [
  ['contacts.csv', 2_001, 600_000],
  ['events.csv', 30_001, 5_000_000],
]) {
  test(`${file} is what generate.mjs writes`, () => {
    const committed = readFileSync(join(samples, file));
    assert.ok(committed.equals(readFileSync(join(folder, file))), `${file} differs: run node www/samples/generate.mjs`);
  });

  test(`${file} has the promised size`, () => {
    const bytes = readFileSync(join(samples, file));
    // Line breaks inside quotes do not end a row.
    const rows = bytes.toString().replace(/"[^"]*"/g, '').split('\n').length - 1;
    assert.equal(rows, lines);
    assert.ok(bytes.length < mostBytes, `${bytes.length} bytes`);
  });
}
