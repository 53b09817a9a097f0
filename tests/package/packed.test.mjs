// What is in the tarball, and that it loads in every way that Node.js and TypeScript know.

import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installed, packed, project, run } from './installed.mjs';

const { version, dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));

test('the tarball holds what users need and nothing else', () => {
  assert.deepEqual(packed.toSorted(), [
    'LICENSE-APACHE',
    'LICENSE-MIT',
    'ONSITE.md',
    'README.md',
    'RULESET.md',
    'arguments.js',
    'bin/host.js',
    'bin/leadscore.js',
    'bin/post.js',
    'comparison.js',
    'compile.js',
    'decay.js',
    'dist/BUILD.json',
    'dist/command.js',
    'dist/command.wasm',
    'dist/leadscore.js',
    'dist/leadscore.wasm',
    'dist/module.js',
    'dist/onsite/explain.js',
    'dist/onsite/explain.wasm',
    'dist/onsite/lifecycle.js',
    'dist/onsite/lifecycle.wasm',
    'dist/onsite/onsite.js',
    'dist/onsite/onsite.wasm',
    'entry.js',
    'errors.js',
    'index.d.ts',
    'index.js',
    'initialize.js',
    'interruption.js',
    'kept.js',
    'loading.js',
    'node.js',
    'onsite/RECIPES.md',
    'onsite/wordpress/leadscore/.htaccess',
    'onsite/wordpress/leadscore/includes/forms.php',
    'onsite/wordpress/leadscore/includes/options.php',
    'onsite/wordpress/leadscore/includes/ruleset-file.php',
    'onsite/wordpress/leadscore/includes/settings-page.php',
    'onsite/wordpress/leadscore/includes/tag.php',
    'onsite/wordpress/leadscore/leadscore.php',
    'onsite/wordpress/leadscore/readme.txt',
    'onsite/wordpress/leadscore/uninstall.php',
    'package.json',
    'publishing.js',
    'results.js',
    'ruleset.schema.json',
    'run.js',
    'scorer.js',
    'sources.js',
    'start.js',
    'table.js',
    'text.js',
    'turns.js',
    'values.js',
    'web.js',
    'workerd.js',
  ]);
  assert.equal(dependencies, undefined);
});

test('it has the version of the crate', () => {
  const manifest = readFileSync(new URL('../../Cargo.toml', import.meta.url), 'utf8');
  assert.equal(version, /^version = "(.*)"$/m.exec(manifest)[1]);
});

const names = ['LeadscoreError', 'advance', 'checkRuleset', 'createScorer', 'decaySteps', 'initialize', 'loadContacts', 'publish'];
const used = `checkRuleset('{}').then(([{ code }]) => console.log(code))`;

test('import has it', () => {
  const source = `import * as leadscore from 'leadscore'; import { checkRuleset } from 'leadscore';
    console.log(Object.keys(leadscore).sort().join()); ${used}`;
  assert.equal(run(process.execPath, ['--input-type=module', '--eval', source]), `${names}\nmissing_key\n`);
});

test('require has it', () => {
  const source = `const { checkRuleset, ...others } = require('leadscore');
    console.log(Object.keys({ checkRuleset, ...others }).filter((name) => /^[a-zL]/.test(name)).sort().join()); ${used}`;
  assert.equal(run(process.execPath, ['--no-warnings', '--input-type=commonjs', '--eval', source]), `${names}\nmissing_key\n`);
});

test('importing it starts nothing: no module is compiled, no process kept', () => {
  const source = `WebAssembly.compile = () => { throw new Error('started'); }; await import('leadscore'); console.log('idle')`;
  assert.equal(run(process.execPath, ['--input-type=module', '--eval', source]), 'idle\n');
});

test('a start that fails says so, and is tried again', () => {
  const source = `import { checkRuleset } from 'leadscore';
    const { compile } = WebAssembly;
    WebAssembly.compile = async () => { throw new WebAssembly.CompileError('Refused to compile'); };
    await checkRuleset('{}').catch((error) => console.log(error.name, error.code, error.message, error.cause.name));
    WebAssembly.compile = compile;
    ${used}`;
  const found = 'expected the module to compile, found: Refused to compile; ';
  const advice = "if a Content-Security-Policy forbids it, its script-src needs 'wasm-unsafe-eval'; ";
  const otherwise = 'where nothing may be compiled, give initialize a WebAssembly.Module';
  const output = run(process.execPath, ['--input-type=module', '--eval', source]);
  assert.equal(output, `LeadscoreError cannot_start ${found}${advice}${otherwise} CompileError\nmissing_key\n`);
});

test('a script that is read in another encoding than UTF-8 says so', async () => {
  const damaged = join(project, 'damaged');
  cpSync(installed, damaged, { recursive: true });
  const script = readFileSync(join(damaged, 'dist/module.js'));
  writeFileSync(join(damaged, 'dist/module.js'), script.toString('latin1'));
  const { checkRuleset } = await import(pathToFileURL(join(damaged, 'index.js')).href);
  await assert.rejects(checkRuleset('{}'), { code: 'cannot_start', message: /serve it as UTF-8/ });
});

test('it runs in a worker thread', () => {
  const source = `const { Worker } = require('node:worker_threads');
    new Worker("import('leadscore').then(({ checkRuleset }) => ${used.replaceAll("'", '\\"').replaceAll('"', '\\"').replaceAll('\\\\"', '\\"')})", { eval: true });`;
  assert.equal(run(process.execPath, ['--eval', source]), 'missing_key\n');
});

test('the schema is exported, and is that of JSON Schema 2020-12', () => {
  const require = createRequire(join(project, 'package.json'));
  const schema = require('leadscore/ruleset.schema.json');
  assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
  assert.equal(require('leadscore/package.json').name, 'leadscore');
});

const tsc = fileURLToPath(new URL('../node_modules/.bin/tsc', import.meta.url));
const use = readFileSync(new URL('use.ts', import.meta.url), 'utf8');

for (const [file, module, moduleResolution] of [
  ['use.mts', 'nodenext', 'nodenext'],
  ['use.cts', 'nodenext', 'nodenext'],
  ['use.ts', 'esnext', 'bundler'],
]) {
  test(`the types fit: ${file}, ${moduleResolution}`, () => {
    writeFileSync(join(project, file), use);
    const options = ['--noEmit', '--strict', '--target', 'es2023', '--lib', 'es2023,dom', '--types', '', '--module', module];
    run(tsc, [...options, '--moduleResolution', moduleResolution, file]);
  });
}

test('the types do not fit what is wrong', () => {
  const wrong = [
    'createScorer(5)',
    'createScorer({}).then((scorer) => scorer.score("x"))',
    'createScorer({}).then((scorer) => scorer.score({}, { as_of: 0 }))',
    'initialize({ wasm: null })',
    'initialize({ url: "x.wasm" })',
    'loadContacts(["x"])',
    'loadContacts("x", { format: "xml" })',
    'loadContacts("x").then((table) => table.rowCount++)',
    'loadContacts("x", { signal: true })',
    'loadContacts("x").then((table) => table.score({}).page({ sort: { points: "x" } }))',
    'loadContacts("x").then((table) => table.score({}).page({ limit: "5" }))',
    'loadContacts("x").then((table) => table.score({}).histogram())',
    'loadContacts("x").then((table) => table.score({}).compare())',
    'loadContacts("x").then((table) => table.score({}).compare(table))',
    'loadContacts("x").then((table) => table.score({}).compare(table.score({})).page({ sort: "id" }))',
    'loadContacts("x").then((table) => table.score({}).compare(table.score({})).page({ band: { from: "A" } }))',
    'createScorer({}).then((scorer) => scorer.advance({}, {}))',
    'createScorer({}).then((scorer) => scorer.journey({}, { to: 0 }))',
    'loadContacts("x").then((table) => table.advance({}, null)).then((run) => run.page({ kind: "moved" }))',
    'loadContacts("x").then((table) => table.advance({}, table))',
    'decaySteps({ percent: 5, every_days: 1, shape: "steep" }, 1)',
    'decaySteps({ percent: 5, every_days: 1 })',
    'publish(5)',
    'publish({}).then((text) => text.rules)',
    'new LeadscoreError("x")',
    'checkRuleset("{}").then(([first]) => first.place.offset)',
  ];
  const lines = wrong.map((line) => `void ${line};`).join('\n');
  writeFileSync(join(project, 'wrong.mts'), `import { LeadscoreError, checkRuleset, createScorer, decaySteps, initialize, loadContacts, publish } from 'leadscore';\n${lines}\n`);
  const options = ['--noEmit', '--strict', '--target', 'es2023', '--lib', 'es2023,dom', '--types', '', '--module', 'nodenext', 'wrong.mts'];
  const errors = (() => {
    try {
      return run(tsc, options);
    } catch (error) {
      return error.stdout;
    }
  })();
  const refused = new Set([...errors.matchAll(/^wrong\.mts\((\d+),/gm)].map(([, line]) => wrong[line - 2]));
  assert.deepEqual(wrong.filter((line) => !refused.has(line)), [], errors);
});
