// Leadscore beside other ways to do the same: node tests/bench/bench.mjs [options]
//
//     --contacts 1000000   contacts in memory; fewer for a machine with less than 16 GB
//     --file-contacts 100000   contacts in a file
//     --runs 7
//     --only GROUP         one group alone (evaluation, edits, …); can be given more than once
//     --native FILE        the program that .ci/bench.sh builds, to be one of the peers
//     --memory             also how much memory contacts take
//     --write              the results into README.md and RESULTS.md; --json FILE all of them, as JSON
//
// First every peer's scores and bands are held against those of the hand-written JavaScript; one that differs fails the run. Then
// they take turns (A B C, A B C, …), and medians are printed.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contestant, median } from './contestants.mjs';
import { downloads } from './downloads.mjs';
import { CSV, EDITS, EVALUATION, GROUPS, NDJSON, ONE } from './peers.mjs';
import { busyText, isBusy, print, writeResults } from './results.mjs';
import { starts } from './starts.mjs';
import { memory } from './memory.mjs';
import { csv, ndjson } from './workload.mjs';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

function wholeNumber(name, text) {
  const number = Number(text);
  if (!(Number.isInteger(number) && number > 0)) throw new Error(`--${name}: expected a whole number above 0, found ${text}`);
  return number;
}

function options() {
  const text = { type: 'string' };
  const flag = { type: 'boolean', default: false };
  const { values } = parseArgs({
    options: {
      contacts: { ...text, default: '1000000' },
      'file-contacts': { ...text, default: '100000' },
      runs: { ...text, default: '7' },
      only: { ...text, multiple: true },
      native: text,
      memory: flag,
      write: flag,
      json: text,
    },
  });
  const contacts = wholeNumber('contacts', values.contacts);
  const unknown = values.only?.find((group) => !(group in GROUPS));
  if (unknown) throw new Error(`--only: expected one of ${Object.keys(GROUPS).join(', ')}, found ${unknown}`);
  return {
    ...values,
    contacts,
    // The scores of the contacts in memory are those that the others are held against.
    fileContacts: Math.min(contacts, wholeNumber('file-contacts', values['file-contacts'])),
    runs: wholeNumber('runs', values.runs),
  };
}

/** Fails unless a peer found the same as the reference for as many contacts as it had. */
function checkSame(name, expected, found) {
  const row = expected.scores.findIndex((score, at) => at < found.scores.length && score !== found.scores[at]);
  if (row >= 0) throw new Error(`${name}: row ${row} has ${found.scores[row]} points, expected ${expected.scores[row]}`);
  const wanted = { SQL: 0, MQL: 0, none: 0 };
  for (const band of expected.bandByRow.slice(0, found.scores.length)) wanted[band]++;
  for (const band of Object.keys(wanted)) {
    if (found.bands[band] !== wanted[band]) throw new Error(`${name}: ${found.bands[band]} contacts in band ${band}, expected ${wanted[band]}`);
  }
}

/** Starts those of a group's peers that can be had here; `leftOut` gets the others with the reason. */
async function start(group, workload, program, leftOut) {
  const contestants = [];
  for (const peer of GROUPS[group]) {
    try {
      contestants.push(await contestant(group, peer, workload, program));
    } catch (error) {
      if (!peer.package && !peer.native) throw error;
      leftOut.push({ group, name: peer.name, reason: error.message.split('\n')[0] });
      console.log(`${peer.name} (${group}) is left out: ${error.message}`);
    }
  }
  return contestants;
}

/** A run of one peer, with the time that this process had of the processor meanwhile. */
async function turn(entrant) {
  const [before, used] = [performance.now(), process.cpuUsage()];
  entrant.times.push((await entrant.ask('time')).times);
  const { user, system } = process.cpuUsage(used);
  entrant.worked += (user + system) / 1000;
  entrant.passed += performance.now() - before;
}

/** Has a group's peers checked, then take turns; a row for each, or for each of its laps. */
async function compete(group, { workload, runs, expected, program, leftOut }) {
  const contestants = await start(group, workload, program, leftOut);
  try {
    for (const { peer, contacts, ask } of contestants) {
      const found = await ask('check');
      if (found.scores.length !== contacts) throw new Error(`${peer.name} (${group}): ${found.scores.length} scores, expected ${contacts}`);
      if (found.bandByRow && !expected.scores) Object.assign(expected, found);
      checkSame(`${peer.name} (${group})`, expected, found);
    }
    // What a compiler does while it gets to know the code is not measured.
    for (let round = 0; round < 2; round++) for (const { ask } of contestants) await ask('time');
    for (const entrant of contestants) Object.assign(entrant, { times: [], worked: 0, passed: 0 });
    for (let round = 0; round < runs; round++) for (const entrant of contestants) await turn(entrant);
  } finally {
    for (const { stop } of contestants) await stop();
  }
  return contestants.flatMap((entrant) => rows(group, entrant));
}

function rows(group, { peer, contacts, times, worked, passed }) {
  const laps = peer.laps ?? [null];
  return laps.map((lap, at) => {
    const of = times.map((all) => all[at]);
    const ms = median(of);
    const each = peer.calls ? ms : ms / contacts;
    return { group, name: peer.name, lap, contacts, ms, best: Math.min(...of), microseconds: each * 1000, base: peer.base ?? false, processor: worked / passed };
  });
}

async function main() {
  const { contacts, fileContacts, runs, only, native, write, json, ...also } = options();
  const installed = read('package.json');
  const versions = { ...installed.dependencies, ...installed.optionalDependencies, leadscore: read('../../pkg/package.json').version, node: process.version };
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, platform: `${platform()} ${arch()}` };
  console.log(`${contacts} contacts in memory, ${fileContacts} in files, medians of ${runs} runs; Node ${process.version}, ${machine.cores} × ${machine.cpu}`);

  const folder = mkdtempSync(join(tmpdir(), 'leadscore-bench-'));
  const measured = { contacts, fileContacts, runs, versions, machine, rows: [], leftOut: [] };
  try {
    const files = (count) => {
      const workload = { contacts: count, csv: join(folder, `${count}.csv`), ndjson: join(folder, `${count}.ndjson`) };
      writeFileSync(workload.csv, csv(count));
      // The largest workload is only read as a CSV.
      if (count === fileContacts) writeFileSync(workload.ndjson, ndjson(count));
      return workload;
    };
    const small = files(fileContacts);
    const large = contacts === fileContacts ? small : files(contacts);
    const workloads = { [EVALUATION]: large, [EDITS]: large, [CSV]: small, [NDJSON]: small, [ONE]: small };
    const expected = {};
    // The reference is in the first group, so that this runs first in any case.
    for (const group of new Set([EVALUATION, ...(only ?? Object.keys(GROUPS))])) {
      const found = await compete(group, { workload: workloads[group], runs, expected, program: native, leftOut: measured.leftOut });
      measured.rows.push(...found);
      print(found);
    }
    const bands = { SQL: 0, MQL: 0, none: 0 };
    for (const band of expected.bandByRow) bands[band]++;
    measured.bands = bands;
    // The peers that ratios are against are JavaScript that only computes: where one had less than a processor, others had the rest.
    measured.processor = Math.min(...measured.rows.filter((row) => row.base).map((row) => row.processor));
    if (isBusy(measured)) console.log(`\n${busyText(measured)}`);
    console.log(`\nAll gave identical scores: SQL ${bands.SQL}, MQL ${bands.MQL}, no band ${bands.none}.`);
    if (!only) {
      measured.starts = await starts(runs);
      measured.downloads = await downloads();
      if (also.memory) measured.memory = await memory(large);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (json) writeFileSync(json, `${JSON.stringify(measured, null, 2)}\n`);
  if (write) writeResults(measured);
}

await main();
