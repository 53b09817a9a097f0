// The command that npm installs, held byte for byte against the native one: what it writes, its exit status, and the files it leaves.

import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, constants, cpSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { csv } from '../bench/workload.mjs';
import { installed, project, run } from './installed.mjs';
import { nativeProgram } from './native.mjs';

const AT = '--as-of 2026-06-30T12:00:00Z';
const HERE = fileURLToPath(new URL('.', import.meta.url));

const programs = { native: nativeProgram(), npm: join(project, 'node_modules/.bin/leadscore') };

// --- Files --------------------------------------------------------------------------------------------------------------

const samples = ['contacts.csv', 'events.csv', 'inbound.json', 'saas.json'];

const tenFaults = `{ "name": 5, "unknown_valeus": [], "scores": [
  { "id": "fit", "limit": { "min": 10, "max": 1 }, "groups": [ { "id": "g", "criteria": [
    { "id": "a", "points": "many", "when": { "property": "jobtitle", "contians": "VP" } },
    { "id": "a", "points": 1.005, "when": { "property": "x", "matches_regex": "(" } },
    { "points": 1, "event": "page_view", "within_days": -1 },
    { "id": "d", "points": 1 }
  ] } ] },
  { "id": "fit", "groups": {} }
], "bands": [ { "score": "nothing", "ranges": [] } ] }
`;

const made = {
  'ten-faults.json': tenFaults,
  'one-line.json': JSON.stringify(JSON.parse(tenFaults)),
  'no-json.json': '{ "scores": [',
  'latin-1.json': Buffer.from('{ "name": "Z\xfcrich" }', 'latin1'),
  'empty.csv': '',
  'workbook.csv': Buffer.from('PK\x03\x04\0\0 a workbook', 'latin1'),
  'noise.csv': Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 131 + (at >> 3) * 17) % 256)),
  'contacts.ndjson': '{"id":"1","jobtitle":"VP Sales"}\n{"id":"2"}\nnot json\n',
  'contacts.json': '[{ "id": 1, "properties": { "jobtitle": "VP\\u001b[31m Sales", "hs_email_optout": "perhaps" } }]',
  'to-sales.json': JSON.stringify({
    scores: [{ id: 'lead', label: 'Lead score', groups: [{ id: 'all', criteria: [
      { id: 'demo', event: 'demo_request', points: 70 }, { id: 'large', when: { property: 'employees', is_greater_than: 50 }, points: 40 },
    ] }] }],
    lists: [{ id: 'sqls', when: { property: 'lifecyclestage', is_equal_to: 'sql' } }],
    lifecycle: { stages: [{ id: 'lead' }, { id: 'mql', label: 'MQL', enter_when: { score: 'lead', at_least: 35 } }, { id: 'sql', enter_when: { score: 'lead', at_least: 65 } }] },
    workflows: [{ id: 'to-sales', enrol_on: 'sqls', enrol_present: true, actions: [
      { set: 'owner', to: 'inbound' }, { notify: 'sales', message: '{{firstname|Somebody}} has {{score:lead}} points' }, { call_back: 'crm', with: '{{id}}' },
    ] }],
  }),
  'leads.csv': 'Record ID,First Name,employees,Lifecycle Stage\n30,Zoë,400,lead\nZürich 7,,3,\n12,Bob,100,lead\n,Ada,90,\n9,Eve,90,\n9,Eva,90,\n',
  'demos.csv': 'contact_id,type,time\n30,demo_request,2026-06-20\nZürich 7,demo_request,2026-06-20\n',
  'zürich 東京.csv': 'id,jobtitle,company\n7,"=cmd|\' /C calc\'!A0",Zoë\n,-1-1,"a\nb"\n=1+1,VP,東京\n',
};

/** A folder for each program, with the same files. */
const folders = Object.fromEntries(Object.keys(programs).map((name) => [name, mkdtempSync(join(tmpdir(), `leadscore-${name}-`))]));
process.on('exit', () => Object.values(folders).forEach((folder) => rmSync(folder, { recursive: true, force: true })));
for (const folder of Object.values(folders)) {
  for (const name of samples) cpSync(join(HERE, '../../www/samples', name), join(folder, name));
  for (const [name, content] of Object.entries(made)) writeFileSync(join(folder, name), content);
}
const given = new Set(readdirSync(folders.native));

/** What was written into a folder: names, permissions, contents. Then it is as it was. */
function written(folder) {
  const names = readdirSync(folder).filter((name) => !given.has(name)).sort();
  return names.map((name) => {
    const path = join(folder, name);
    const file = [name, statSync(path).mode.toString(8), readFileSync(path, 'utf8')];
    rmSync(path);
    return file;
  });
}

// --- Runs ---------------------------------------------------------------------------------------------------------------

const { NO_COLOR, FORCE_COLOR, CLICOLOR, CLICOLOR_FORCE, CI, TERM, COLUMNS, ...environment } = process.env;

/** Arguments as in a shell, without quotes; or as a list. */
const list = (args) => (typeof args === 'string' ? args.split(' ').filter(Boolean) : args);

/** Runs a program in its folder. */
function outcome(name, program, args, { input = '', env = {}, prepare = () => {} } = {}) {
  const cwd = folders[name];
  prepare(cwd);
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, input, env: { ...environment, ...env }, encoding: 'utf8', maxBuffer: 1e9 });
  return { status, stdout, stderr, written: written(cwd) };
}

/** Runs both with the same arguments, and gives what both came to. */
function both(args, options) {
  const native = outcome('native', programs.native, list(args), options);
  assert.deepEqual(outcome('npm', programs.npm, list(args), options), native, `leadscore ${args}`);
  return native;
}

/** Runs a line of a shell with both, where $0 is the program. */
function bothInShell(line, options) {
  const [native, npm] = Object.entries(programs).map(([name, program]) => outcome(name, 'bash', ['-c', line, program], options));
  assert.deepEqual(npm, native, line);
  return native;
}

/** Holds both against each other for each of the arguments, and against the status. */
function same(title, status, args, options) {
  for (const of of args) {
    test(`${title}: ${of}`, () => {
      const found = both(of, options);
      assert.equal(found.status, status, found.stderr);
      assert.notEqual(found.stdout + found.stderr, '', 'it says nothing');
    });
  }
}

// --- What is asked ------------------------------------------------------------------------------------------------------

const few = 'inbound.json contacts.ndjson';
const many = 'saas.json contacts.csv';
const files = ['inbound.json contacts.csv --events events.csv', `${many} --events events.csv`, many, few];

same('score', 0, files.flatMap((of) => ['csv', 'table', 'ndjson'].map((format) => `score ${of} ${AT} --format ${format}`)));
same('score reports', 0, [...files.map((of) => `score ${of} ${AT} --report json`), `score ${many} ${AT} --quiet`]);
same('score reads', 0, [
  `score inbound.json contacts.json ${AT} --format ndjson`,
  `score inbound.json contacts.ndjson ${AT} --contacts-format ndjson`,
  ['score', 'inbound.json', 'zürich 東京.csv', '--as-of', '0'],
  ['score', 'inbound.json', 'zürich 東京.csv', '--as-of', '-86400000', '--format', 'table'],
]);
same('explain', 0, ['10001', ' 15868 '].flatMap((id) => files.slice(0, 2).flatMap((of) => [
  ['explain', ...list(of), ...list(AT), '--id', id],
  ['explain', ...list(of), ...list(AT), '--id', id, '--format', 'json'],
])));
same('explain says who is nearest', 1, [`explain ${many} ${AT} --id 1000a`, `explain ${few} ${AT} --id row`]);
same('check', 0, ['check inbound.json', 'check saas.json', 'check inbound.json --format json']);
same('check shows every fault', 1, ['ten-faults.json', 'one-line.json', 'no-json.json', 'empty.csv', 'noise.csv'].flatMap((of) => [`check ${of}`, `check ${of} --format json`]));
same('schema', 0, ['schema']);
same('help', 0, ['--help', '-h', 'help', 'help score', 'check --help', 'check -h', 'score --help', 'score -h', 'explain --help', 'explain -h', 'schema --help', 'help schema', 'advance --help', 'advance -h']);
same('version', 0, ['--version', '-V']);

test('ten faults are ten', () => assert.match(both('check ten-faults.json').stdout, /1\d errors, no warnings\n$/));

same('wrong arguments', 2, [
  '', 'rank rules.json', 'chekc inbound.json', 'check', 'check inbound.json contacts.csv', 'check inbound.json --format yaml', 'score inbound.json',
  'score inbound.json contacts.csv --as-of yesterday', 'score inbound.json contacts.csv --as-of', 'score inbound.json contacts.csv --quiet --report json',
  'score inbound.json contacts.csv --otuput x', 'score - -', 'score - contacts.csv --events -', 'explain inbound.json contacts.csv', 'explain - - --id 7', 'schema x',
]);
same('what cannot be read', 1, [
  'check nowhere.json', 'check .', 'check inbound.json/x', 'check latin-1.json', `check ${'x'.repeat(300)}`,
  'score nowhere.json contacts.csv', `score inbound.json nowhere.csv ${AT}`, `score inbound.json . ${AT}`, 'score ten-faults.json contacts.csv',
  'score inbound.json contacts.csv --events nowhere.csv', 'explain inbound.json workbook.csv --id 1', 'score inbound.json empty.csv',
  'score inbound.json workbook.csv', 'score inbound.json noise.csv --contacts-format ndjson', 'score inbound.json contacts.csv --events empty.csv',
]);

test('bytes that mean nothing are scored or refused alike', () => void both(`score inbound.json noise.csv ${AT}`));

test('npx finds it', () => {
  assert.equal(run('npx', ['--no-install', 'leadscore', '--version']), both('--version').stdout);
  assert.match(run('npx', ['--no-install', 'leadscore', 'check', join(folders.npm, 'inbound.json')]), /no errors, no warnings\n$/);
});

test('without an instant it is now', () => {
  const started = Date.now();
  const { stderr } = outcome('npm', programs.npm, list('score inbound.json contacts.csv --report json'));
  const instant = Date.parse(JSON.parse(stderr).score.as_of);
  assert.ok(instant >= started && instant <= Date.now(), stderr.slice(-200));
});

// --- Streams ------------------------------------------------------------------------------------------------------------

const sample = (name) => readFileSync(join(folders.native, name));

same('standard input', 0, [`score - contacts.csv ${AT}`, 'check -', `explain - contacts.csv ${AT} --id 10001`], { input: sample('inbound.json') });
same('standard input', 0, [`score inbound.json - ${AT}`], { input: sample('contacts.csv') });
same('standard input', 0, [`score inbound.json contacts.csv --events - ${AT}`], { input: sample('events.csv') });
same('standard input that is empty', 1, ['check -', 'score inbound.json -', 'score - contacts.csv'], { input: '' });

for (const variables of [{ CLICOLOR_FORCE: '1' }, { CLICOLOR_FORCE: '1', NO_COLOR: '1' }, { NO_COLOR: '' }, { CLICOLOR: '1' }]) {
  test(`colours with ${JSON.stringify(variables)}`, () => {
    const coloured = [`score ${few} ${AT}`, `explain ${few} ${AT} --id 1`, 'check ten-faults.json', 'check nowhere', 'score', '--help'].map((args) => {
      const { stdout, stderr } = both(args, { env: variables });
      return /\u001b\[/.test(stdout + stderr);
    });
    assert.deepEqual(new Set(coloured), new Set(['CLICOLOR_FORCE' in variables && !variables.NO_COLOR]));
  });
}

test('a closed pipe ends it quietly', () => {
  for (const args of [`score ${many} ${AT} --quiet --format ndjson`, `score ${many} ${AT} --quiet --format table`, 'schema']) {
    const { status, stdout, stderr } = bothInShell(`"$0" ${args} | head -n 1; exit \${PIPESTATUS[0]}`);
    assert.deepEqual([status, stdout.split('\n').length, stderr], [0, 2, ''], args);
  }
  // Where nobody reads the report the scores are still wanted.
  const { status, stdout } = bothInShell(`"$0" score ${many} ${AT} 2> >(exec true)`);
  assert.deepEqual([status, stdout.split('\n').length], [0, 2002]);
});

test('a full disk is an error', { skip: process.platform !== 'linux' }, () => {
  for (const args of ['--help', 'schema', 'check inbound.json', `score ${few} ${AT} --quiet`, `explain ${few} ${AT} --id 1`]) {
    const { status, stderr } = bothInShell(`"$0" ${args} > /dev/full`);
    assert.deepEqual([status, stderr], [1, 'error: cannot write to standard output: the disk is full\n'], args);
  }
});

// --- Terminals ----------------------------------------------------------------------------------------------------------

/** Runs both in a terminal that `script` makes. What progress shows depends on the time, and is taken out. */
function onTerminal(args, { columns = 80, env = {} } = {}) {
  const [native, npm] = Object.entries(programs).map(([name, program]) => {
    const line = `stty cols ${columns} rows 24; ${program} ${args}`;
    const found = outcome(name, 'script', ['--quiet', '--return', '--command', line, '/dev/null'], { env: { TERM: 'xterm', ...env } });
    const progress = found.stdout.match(/reading /g) ?? [];
    return { ...found, progress: progress.length > 0, stdout: found.stdout.replace(/reading [^\r\u001b]*|\r\u001b\[2K|\u001b\[1[AB]/g, '') };
  });
  assert.deepEqual(npm, native, args);
  return native;
}

test('on a terminal it has colours, lines that fit, progress, and a table', { skip: process.platform !== 'linux' }, () => {
  for (const columns of [50, 80, 200]) {
    for (const args of [`score ${files[1]} ${AT}`, `explain ${files[0]} ${AT} --id 10001`]) {
      const { status, stdout, progress } = onTerminal(args, { columns });
      assert.equal(status, 0);
      assert.ok(progress, `${args} shows no progress`);
      assert.match(stdout, /\u001b\[1m/);
      const widest = Math.max(...stdout.replace(/\u001b\[\d+m/g, '').split('\r\n').map((line) => [...line].length));
      // What has a name is not broken, however narrow the terminal is.
      assert.ok(widest <= Math.max(columns, 80), `${args}: ${widest} in ${columns} columns`);
    }
    for (const args of ['--help', 'score --help', 'check ten-faults.json', 'check nowhere', 'score', `score ${many} ${AT} --quiet`]) onTerminal(args, { columns });
  }
  assert.match(onTerminal(`score ${many} ${AT} --quiet`).stdout, /\r\n … and 1,950 more; [^\r]*\r\n$/);
  assert.doesNotMatch(onTerminal(`explain ${many} ${AT} --id 10001`, { env: { NO_COLOR: '1' } }).stdout, /\u001b\[\d*m/);
  assert.doesNotMatch(onTerminal('check ten-faults.json', { env: { TERM: 'dumb' } }).stdout, /\u001b\[\d*m/);
  assert.deepEqual(onTerminal(`score ${many} ${AT} --quiet --output scores.csv`).stdout, '');
});

// --- Files that are written ---------------------------------------------------------------------------------------------

const old = (folder) => writeFileSync(join(folder, 'scores.csv'), 'old');
const firstLines = ({ written }) => written.map(([name, , content]) => [name, content.split('\n')[0]]);

test('an output file takes the place of the old one', () => {
  for (const prepare of [() => {}, old, (folder) => old(folder) ?? chmodSync(join(folder, 'scores.csv'), 0o604)]) {
    const found = both(`score ${many} ${AT} --output scores.csv`, { prepare });
    assert.equal(found.status, 0);
    assert.match(found.stderr, /\nwrote 2,000 contacts to scores\.csv\n$/);
    assert.deepEqual(firstLines(found), [['scores.csv', 'id,fit,engagement,engagement_band,priority']]);
  }
});

test('a link stays a link', () => {
  const prepare = (folder) => old(folder) ?? symlinkSync('scores.csv', join(folder, 'link.csv'));
  const found = both(`score ${many} ${AT} -q -o link.csv`, { prepare });
  assert.deepEqual([found.status, firstLines(found).map(([name]) => name)], [0, ['link.csv', 'scores.csv']]);
  assert.equal(found.written[0][2], found.written[1][2]);
});

test('whatever fails leaves the old file whole, and nothing beside it', () => {
  for (const args of [`score inbound.json workbook.csv`, `score ten-faults.json contacts.csv`, `score inbound.json nowhere.csv`]) {
    const found = both(`${args} --output scores.csv`, { prepare: old });
    assert.deepEqual([found.status, firstLines(found)], [1, [['scores.csv', 'old']]], args);
  }
  for (const args of ['-o .', '-o no/where.csv', '-o inbound.json/scores.csv', `-o ${'x'.repeat(300)}`]) {
    assert.equal(both(`score ${few} ${AT} ${args}`).status, 1, args);
  }
  const closed = (folder) => old(folder) ?? chmodSync(join(folder, 'scores.csv'), 0o444);
  assert.match(both(`score ${few} ${AT} -q -o scores.csv`, { prepare: closed }).stderr, /^error: cannot write scores\.csv: permission denied\n$/);

  // A limit on the size of files fails a write half way, as a full disk does.
  const limited = `trap '' XFSZ; ulimit -f 8; exec "$0" score ${many} ${AT} --quiet --output scores.csv`;
  const found = bothInShell(limited, { prepare: old });
  assert.deepEqual([found.status, firstLines(found)], [1, [['scores.csv', 'old']]]);
  assert.equal(found.stderr, 'error: cannot write scores.csv: it would be larger than a file may be\n');
});

test('a device is written to and not replaced', { skip: process.platform !== 'linux' }, () => {
  const found = bothInShell(`"$0" score ${many} ${AT} -q -o /dev/stdout | cat`);
  assert.deepEqual([found.status, found.stdout.split('\n').length, found.written], [0, 2002, []]);
  assert.match(bothInShell(`"$0" score ${few} ${AT} -q -o /dev/full`).stderr, /^error: cannot write \/dev\/full: the disk is full\n$/);
});

// --- What happens, and who is told of it -------------------------------------------------------------------------------

const ADVANCE = `advance to-sales.json leads.csv --events demos.csv ${AT}`;

/** The state after a first run, by which a run can be prepared. */
const begun = outcome('native', programs.native, list(`${ADVANCE} -q -o state.json`)).written[0][2];
const going = (folder) => writeFileSync(join(folder, 'state.json'), begun);

test('advance', () => {
  const first = both(`${ADVANCE} --output state.json --hubspot import.csv --happenings happened.ndjson`);
  assert.deepEqual([first.status, first.stdout, first.written.map(([name]) => name)], [0, '', ['happened.ndjson', 'import.csv', 'state.json']]);
  assert.match(first.stderr, /\nto-sales: 2 enrolled, 2 changes, 2 notified, 2 called back\n/);
  assert.equal(both(`${ADVANCE} -o state.json -q`).stdout, first.written[0][2]);
  const again = both(`${ADVANCE} --state state.json -o state.json`, { prepare: going });
  assert.deepEqual([again.status, again.stdout, again.written[0][2]], [0, '', begun]);
  assert.equal(both(`${ADVANCE} --state - -o new.json`, { input: begun }).written[0][2], begun);
});

test('advance leaves a state that is none as it is', () => {
  const contents = ['', '{}', '[]', begun.slice(0, 100), Buffer.from([255, 254, 0]), begun.replace('"leadscore_state":1', '"leadscore_state":2'), begun.replace('"on"', '"off"')];
  for (const content of contents) {
    const prepare = (folder) => writeFileSync(join(folder, 'state.json'), content);
    const { status, stdout, written } = both(`${ADVANCE} --state state.json -o state.json`, { prepare });
    assert.deepEqual([status, stdout, written.length, written[0][2]], [1, '', 1, content.toString()]);
  }
  assert.equal(both(`${ADVANCE} -o state.json`, { prepare: going }).written[0][2], begun);
  for (const args of ['--state nowhere.json -o state.json', '-o no/where.json', '-o .', '-o state.json --hubspot no/where.csv']) assert.equal(both(`${ADVANCE} ${args}`).status, 1, args);
  for (const args of ['-o leads.csv', '-o a --happenings a', '-o a --notify ftp://x', '-o a --notify-pause 1']) assert.equal(both(`${ADVANCE} ${args}`).status, 2, args);
  // What nobody read is not remembered as told.
  const leads = (folder) => writeFileSync(join(folder, 'many.csv'), `id,lifecyclestage\n${Array.from({ length: 5000 }, (_, id) => `${id},sql\n`).join('')}`);
  const { status, stderr, written } = bothInShell('"$0" advance to-sales.json many.csv -q --as-of 0 -o state.json | head -n 1; exit ${PIPESTATUS[0]}', { prepare: leads });
  assert.deepEqual([status, stderr, written.length], [1, 'error: cannot write to standard output: it was closed before everything was read\n', 1]);
  assert.equal(bothInShell(`"$0" ${ADVANCE} -q -o /dev/full > /dev/null`).stderr, 'error: cannot write /dev/full: the disk is full\n');
});

test('advance runs a command for each notification', { skip: process.platform === 'win32' }, () => {
  const told = (command, ...more) => both([...list(`${ADVANCE} -q -o state.json --happenings happened.ndjson --notify-pause 0 --notify`), command, ...more]);
  const taken = told('printf "%s " "$LEADSCORE_KEY"; cat');
  assert.deepEqual([taken.status, taken.stdout, taken.stderr.split('\n').length], [0, '', 5]);
  assert.match(taken.stderr, /^Z%C3%BCrich%207\/to-sales\/1\/3 \{"key":"Zürich 7\/to-sales\/1\/3"/m);
  for (const [command, reason] of [['exit 3', 'the status was 3'], ['kill -9 $$', 'a signal ended it'], ['sleep 30; true', 'it took longer than 1 s'], ['no-such-command', 'the status was 127']]) {
    const { status, stderr, written } = told(`echo tried >> tried; ${command} 2> /dev/null`, '--notify-timeout', '1');
    assert.equal(status, 1);
    assert.ok(stderr.includes(`: ${reason}; `), stderr);
    assert.deepEqual(written.find(([name]) => name === 'tried')[2], 'tried\n'.repeat(9));
  }
});

/** A server in a process of its own, as runs are waited for: it answers with these statuses, 0 being none, and then with 200. */
const SERVER = `
  let answers = [], posted = [];
  const server = require('node:http').createServer((request, response) => {
    let body = '';
    request.on('data', (data) => (body += data)).on('end', () => {
      if (request.method === 'PUT') [answers, posted] = [JSON.parse(body), []];
      if (request.method !== 'POST') return response.end(JSON.stringify(posted));
      const { 'content-type': type, 'idempotency-key': key, 'user-agent': agent, 'content-length': length } = request.headers;
      posted.push([request.url, type, key, agent, length, body]);
      const status = answers.shift() ?? 200;
      if (status) response.writeHead(status, { Location: '/elsewhere' }).end('an answer');
    });
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

test('advance posts each notification', async (context) => {
  const server = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'inherit'] });
  context.after(() => server.kill());
  const [port] = await once(server.stdout.setEncoding('utf8'), 'data');
  const url = `http://127.0.0.1:${port.trim()}/hook?a=b`;
  const args = [...list(`${ADVANCE} -q -o state.json --happenings happened.ndjson --notify-pause 0 --notify-timeout 1 --notify`), url];
  for (const answers of [[], [503, 429, 201], [400], [307], [0], Array(9).fill(500)]) {
    const runs = [];
    for (const [name, program] of Object.entries(programs)) {
      await fetch(url, { method: 'PUT', body: JSON.stringify(answers) });
      runs.push({ ...outcome(name, program, args), posted: await (await fetch(url)).json() });
    }
    const [native, npm] = runs;
    assert.deepEqual(npm, native, String(answers));
    assert.deepEqual([native.status, native.posted.length], { '': [0, 4], '503,429,201': [0, 6], 400: [1, 4], 307: [1, 4], 0: [0, 5] }[answers] ?? [1, 9]);
  }
  server.kill();
  await once(server, 'exit');
  assert.match(both(args).stderr, /: nobody answers there; /);
});

// --- Large files --------------------------------------------------------------------------------------------------------

test('30 MB go through pipes that do not wait', { skip: process.platform !== 'linux' }, async () => {
  const folder = folders.npm;
  const [contacts, input, output] = ['many.csv', 'input', 'output'].map((name) => join(folder, name));
  writeFileSync(contacts, csv(95_000));
  assert.ok(statSync(contacts).size > 29e6);
  execFileSync('mkfifo', [input, output]);

  // All ends are there before anything is read or written; only those of the command do not wait.
  const inputRead = openSync(input, constants.O_RDONLY | constants.O_NONBLOCK);
  const inputWritten = openSync(input, 'w');
  const forOpening = openSync(output, constants.O_RDONLY | constants.O_NONBLOCK);
  const outputWritten = openSync(output, constants.O_WRONLY | constants.O_NONBLOCK);
  const outputRead = openSync(output, 'r');

  const ruleset = join(HERE, '../bench/workload.ruleset.json');
  const args = ['score', ruleset, '-', ...list(AT), '--format', 'ndjson', '--quiet'];
  const writer = spawn('cat', [contacts], { stdio: ['ignore', inputWritten, 'inherit'] });
  // As its first three files Node.js would hand over what does wait.
  const handed = ['ignore', 'ignore', 'pipe', inputRead, outputWritten];
  const command = spawn('bash', ['-c', 'exec "$0" "$@" <&3 >&4 3<&- 4>&-', programs.npm, ...args], { stdio: handed, env: environment });
  const reader = spawn('md5sum', { stdio: [outputRead, 'pipe', 'inherit'] });
  for (const file of [inputRead, inputWritten, forOpening, outputWritten, outputRead]) closeSync(file);
  const text = async (stream) => (await stream.setEncoding('utf8').toArray()).join('');
  const [[status], said, digest] = await Promise.all([once(command, 'exit'), text(command.stderr), text(reader.stdout)]);
  assert.deepEqual([status, said, writer.signalCode], [0, '', null]);

  const native = spawnSync('bash', ['-c', `"$0" "\${@:1}" < "${contacts}" | md5sum`, programs.native, ...args], { encoding: 'utf8' });
  assert.deepEqual([native.stdout, native.stderr], [digest, '']);
  for (const path of [contacts, input, output]) rmSync(path);
});

test('what does not fit into memory is an error', () => {
  const args = ['--wasm-max-mem-pages=60', join(installed, 'bin/leadscore.js'), ...list(`score ${files[1]} ${AT}`)];
  const { status, stdout, stderr } = outcome('npm', process.execPath, args);
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /^error: the command broke off \(.*\): the data may not fit into the memory of WebAssembly/);
});

test('a damaged package says that it cannot start', () => {
  const damaged = join(project, 'damaged-command');
  cpSync(installed, damaged, { recursive: true });
  writeFileSync(join(damaged, 'dist/command.wasm'), 'not a module');
  const { status, stdout, stderr } = outcome('npm', process.execPath, [join(damaged, 'bin/leadscore.js'), '--version']);
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /^error: the command cannot start: .*; install the package anew\n$/);
});
