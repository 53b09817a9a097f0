// Leadscore beside JavaScript that people would write instead: node tests/bench/bench.mjs [--contacts 100000] [--runs 7] [--json FILE]
//
// First every peer's scores and bands are held against those of the hand-written JavaScript; one that differs fails the run. Then
// they take turns (A B C, A B C, …), and medians are printed. Each peer has a thread of its own, so that none spoils another's
// compiled code or heap, and only one of them works at a time.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, arch, platform } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { PEERS } from './peers.mjs';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const built = existsSync(new URL('../../pkg/dist', import.meta.url)) && existsSync(new URL('../../pkg/index.js', import.meta.url));

// --- In a peer's thread -----------------------------------------------------------------------------------------------

async function serve({ peer: index, contacts }) {
  const peer = PEERS[index];
  const start = await peer.prepare(contacts);
  parentPort.on('message', async (message) => {
    try {
      const before = performance.now();
      // Not awaited unless it is a promise: a turn of the event loop is not part of a calculation.
      const pending = peer.run(start);
      const result = pending instanceof Promise ? await pending : pending;
      const ms = performance.now() - before;
      const answer = message === 'check' ? { ms, scores: Float64Array.from(result.scores), bands: result.bands } : { ms };
      result.free?.();
      parentPort.postMessage(answer);
    } catch (error) {
      parentPort.postMessage({ error: error.stack ?? String(error) });
    }
  });
  parentPort.postMessage('ready');
}

// --- In the main thread -----------------------------------------------------------------------------------------------

class Contestant {
  constructor(peer, contacts) {
    Object.assign(this, { peer, times: [] });
    const options = { workerData: { peer: PEERS.indexOf(peer), contacts }, resourceLimits: { maxOldGenerationSizeMb: 8192 } };
    this.worker = new Worker(new URL(import.meta.url), options);
    this.ready = this.answer();
  }

  answer() {
    return new Promise((resolve, reject) => {
      const settle = (then) => (value) => {
        this.worker.removeAllListeners('message');
        this.worker.removeAllListeners('error');
        then(value);
      };
      this.worker.once('message', settle(resolve));
      this.worker.once('error', settle(reject));
    });
  }

  async run(message) {
    this.worker.postMessage(message);
    const answer = await this.answer();
    if (answer.error) throw new Error(`${this.peer.name} (${this.peer.group}): ${answer.error}`);
    return answer;
  }
}

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

function checkSame(name, expected, found) {
  if (found.scores.length !== expected.scores.length) throw new Error(`${name}: ${found.scores.length} scores, expected ${expected.scores.length}`);
  const row = expected.scores.findIndex((score, at) => score !== found.scores[at]);
  if (row >= 0) throw new Error(`${name}: row ${row} has ${found.scores[row]} points, expected ${expected.scores[row]}`);
  for (const band of ['SQL', 'MQL', 'none']) {
    if (found.bands[band] !== expected.bands[band]) {
      throw new Error(`${name}: ${found.bands[band]} contacts in band ${band}, expected ${expected.bands[band]}`);
    }
  }
}

/** Starts a group's peers, checks them, has them take turns, and stops them. */
async function compete(group, contacts, runs, expected) {
  const peers = PEERS.filter((peer) => peer.group === group && (built || !peer.name.startsWith('leadscore')));
  const contestants = [];
  try {
    for (const peer of peers) {
      const contestant = new Contestant(peer, contacts);
      contestants.push(contestant);
      await contestant.ready;
    }
    for (const contestant of contestants) {
      const found = await contestant.run('check');
      expected.scores ??= found.scores;
      expected.bands ??= found.bands;
      checkSame(`${contestant.peer.name} (${group})`, expected, found);
    }
    // What a compiler does while it gets to know the code is not measured.
    for (let round = 0; round < 2; round++) for (const contestant of contestants) await contestant.run('time');
    for (let round = 0; round < runs; round++) {
      for (const contestant of contestants) contestant.times.push((await contestant.run('time')).ms);
    }
  } finally {
    await Promise.all(contestants.map(({ worker }) => worker.terminate()));
  }
  const measured = contestants.map(({ peer, times }) => ({ name: peer.name, base: peer.base ?? false, ms: median(times), times }));
  const base = measured.find((peer) => peer.base);
  return measured.map(({ name, ms, times }) => {
    return { group, name, ms, times, contactsPerSecond: (contacts / ms) * 1000, ratio: base.ms / ms, against: base.name };
  });
}

const rate = (perSecond) => (perSecond >= 1e6 ? `${(perSecond / 1e6).toFixed(2)} M` : `${(perSecond / 1e3).toFixed(0)} k`);

function print(rows) {
  console.log(`\n${rows[0].group}`);
  // A best time far below the median says that the machine had other work.
  console.log(`  ${'peer'.padEnd(36)}${'median ms'.padStart(10)}${'best ms'.padStart(10)}${'contacts/s'.padStart(12)}   × ${rows[0].against}`);
  for (const { name, ms, times, contactsPerSecond, ratio } of rows) {
    const best = Math.min(...times).toFixed(1);
    console.log(`  ${name.padEnd(36)}${ms.toFixed(1).padStart(10)}${best.padStart(10)}${rate(contactsPerSecond).padStart(12)}   ${ratio.toFixed(2)}`);
  }
}

async function main() {
  const { values } = parseArgs({
    options: { contacts: { type: 'string', default: '100000' }, runs: { type: 'string', default: '7' }, json: { type: 'string' } },
  });
  const [contacts, runs] = [Number(values.contacts), Number(values.runs)];
  if (!(Number.isInteger(contacts) && contacts > 0 && Number.isInteger(runs) && runs > 0)) {
    throw new Error('--contacts and --runs: expected whole numbers above 0');
  }
  const { dependencies } = read('package.json');
  const versions = { node: process.version, ...dependencies, leadscore: built ? read('../../pkg/package.json').version : null };
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, platform: `${platform()} ${arch()}` };
  console.log(`${contacts} contacts, 40 criteria, medians of ${runs} runs; Node ${process.version}, ${machine.cores} × ${machine.cpu}`);
  if (!built) console.log('leadscore is left out: pkg/dist is not built (make pkg builds it)');

  const expected = {};
  const results = [];
  for (const group of new Set(PEERS.map((peer) => peer.group))) {
    const rows = await compete(group, contacts, runs, expected);
    results.push(...rows);
    print(rows);
  }
  console.log(`\nAll gave identical scores: SQL ${expected.bands.SQL}, MQL ${expected.bands.MQL}, no band ${expected.bands.none}.`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ contacts, runs, versions, machine, bands: expected.bands, results }, null, 2)}\n`);
}

if (isMainThread) await main();
else await serve(workerData);
