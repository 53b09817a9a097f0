// Memory is given back: at once by free(), and by the garbage collector for what is forgotten.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from './installed.mjs';

/**
 * Runs a program that does something again and again, and says how large the module's memory is after some times, and after many. Only
 * what is forgotten waits for the garbage collector.
 */
function grown(body, forgotten) {
  const source = `
    import { createScorer, loadContacts } from 'leadscore';
    import { initSync as instance } from './node_modules/leadscore/dist/leadscore.js';
    const ruleset = { scores: [{ id: 's', groups: [{ id: 'g', criteria: [{ id: 'c', when: { property: 'x', is_known: true }, points: 1 }] }] }] };
    const csv = 'id,x\\n' + Array.from({ length: 50_000 }, (_, row) => row + ',value ' + row + '\\n').join('');
    const collected = async () => { for (let turn = 0; turn < ${forgotten ? 3 : 0}; turn++) { gc(); await new Promise((resolve) => setImmediate(resolve)); } };
    const again = async () => { ${body} };
    const times = async (count) => { for (let time = 0; time < count; time++) { await again(); await collected(); } return instance().memory.buffer.byteLength; };
    await createScorer(ruleset);
    console.log(JSON.stringify([await times(5), await times(30)]));`;
  return JSON.parse(run(process.execPath, ['--expose-gc', '--input-type=module', '--eval', source]));
}

const score = 'const table = await loadContacts(csv); const results = table.score(ruleset); results.page({ sort: { property: "x" } });';

for (const [what, body] of Object.entries({
  'tables that are freed': `${score} table.free();`,
  'tables that are forgotten': score,
  'scorers that are freed': 'for (let n = 0; n < 500; n++) (await createScorer(ruleset)).free();',
  'scorers that are forgotten': 'for (let n = 0; n < 500; n++) await createScorer(ruleset);',
  'results that are freed': 'globalThis.table ??= await loadContacts(csv); for (let n = 0; n < 10; n++) globalThis.table.score(ruleset).free();',
  'results that are forgotten': 'globalThis.table ??= await loadContacts(csv); for (let n = 0; n < 10; n++) globalThis.table.score(ruleset);',
  'comparisons that are freed': 'globalThis.table ??= await loadContacts(csv); for (let n = 0; n < 10; n++) { const results = globalThis.table.score(ruleset); const both = results.compare(results); results.free(); both.page(); both.free(); }',
  'comparisons that are forgotten': 'globalThis.table ??= await loadContacts(csv); for (let n = 0; n < 10; n++) { const results = globalThis.table.score(ruleset); results.compare(results).page(); }',
  'files that are cancelled': 'globalThis.results ??= (await loadContacts(csv)).score(ruleset); for (let n = 0; n < 20; n++) await globalThis.results.writeCsv({ where: { property: "x", contains: String(n) } }).cancel();',
  'files that are forgotten': 'globalThis.results ??= (await loadContacts(csv)).score(ruleset); for (let n = 0; n < 20; n++) globalThis.results.writeCsv({ where: { property: "x", contains: String(n) } });',
  'loads that are ended': 'const control = new AbortController(); await loadContacts(csv, { signal: control.signal, onProgress: () => control.abort() }).catch(() => {});',
  'loads that fail': 'await loadContacts(csv, { events: "" }).catch(() => {});',
})) {
  test(`${what} give their memory back`, () => {
    const [few, many] = grown(body, what.endsWith('forgotten'));
    assert.ok(many <= few * 1.25, `${few} bytes after 5 times, ${many} after 35`);
  });
}

test('using gives memory back where there is such a thing', { skip: Symbol.dispose === undefined }, () => {
  const source = `
    import { createScorer, loadContacts } from 'leadscore';
    const scorer = await createScorer({ scores: [{ id: 's', groups: [] }] });
    const table = await loadContacts('id\\n1\\n');
    const results = table.score({ scores: [{ id: 's', groups: [] }] });
    const comparison = results.compare(results);
    for (const [held, use] of [[comparison, () => comparison.summary], [results, () => results.ids], [table, () => table.report], [scorer, () => scorer.score({})]]) {
      held[Symbol.dispose]();
      try { use(); } catch (error) { console.log(error.code); }
    }`;
  assert.equal(run(process.execPath, ['--input-type=module', '--eval', source]), 'freed\nfreed\nfreed\nfreed\n');
});
