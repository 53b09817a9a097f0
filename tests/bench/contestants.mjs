// A peer at work, in a thread or process of its own, so that none spoils another's compiled code or heap.
//
// In: a group and a place in it. Out: times in milliseconds, and once, to be checked, what came out. Only one works at a time.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { GROUPS } from './peers.mjs';

/** So long does a peer that scores a contact a call go on before its median is taken. */
const CALLS_MS = 200;

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** How many of the contacts a peer gets. */
export const share = (peer, contacts) => Math.min(contacts, peer.most ?? contacts);

// --- In a peer's thread -----------------------------------------------------------------------------------------------

/** Not awaited unless it is a promise: a turn of the event loop is not part of a calculation. */
async function timed(peer, start, row) {
  const before = performance.now();
  const pending = peer.run(start, row);
  const result = pending instanceof Promise ? await pending : pending;
  return { result, ms: performance.now() - before };
}

async function check(peer, start, contacts) {
  if (peer.calls) {
    const scores = new Float64Array(contacts);
    const bands = { SQL: 0, MQL: 0, none: 0 };
    for (let row = 0; row < contacts; row++) {
      const { points, band } = (await timed(peer, start, row)).result;
      scores[row] = points;
      bands[band ?? 'none']++;
    }
    return { scores, bands };
  }
  const { result } = await timed(peer, start);
  const scores = Float64Array.from(result.readScores ? await result.readScores() : result.scores);
  const answer = { scores, bands: result.bands, bandByRow: peer.bandByRow?.(start, scores) };
  result.free?.();
  return answer;
}

/** One time, or as many as there are laps. */
async function time(peer, start, contacts) {
  if (peer.calls) {
    const times = [];
    for (const end = performance.now() + CALLS_MS; times.length < contacts && performance.now() < end; ) {
      times.push((await timed(peer, start, times.length)).ms);
    }
    return [median(times)];
  }
  const { result, ms } = await timed(peer, start);
  result.free?.();
  return result.laps ?? [ms];
}

async function serve({ group, index, workload }) {
  const peer = GROUPS[group][index];
  const start = await peer.prepare(workload);
  parentPort.on('message', async (message) => {
    try {
      parentPort.postMessage(message === 'check' ? await check(peer, start, workload.contacts) : { times: await time(peer, start, workload.contacts) });
    } catch (error) {
      parentPort.postMessage({ error: error.stack ?? String(error) });
    }
  });
  parentPort.postMessage('ready');
}

// --- In the main thread -----------------------------------------------------------------------------------------------

class ThreadContestant {
  constructor(group, peer, workload) {
    const options = { workerData: { group, index: GROUPS[group].indexOf(peer), workload }, resourceLimits: { maxOldGenerationSizeMb: 8192 } };
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

  ask(message) {
    this.worker.postMessage(message);
    return this.answer();
  }

  stop() {
    return this.worker.terminate();
  }
}

/** Speaks with `native_peer.rs`: a line in, a line of JSON out. */
class ProcessContestant {
  constructor(group, { threads }, program, { ndjson, csv, contacts }) {
    const file = group.startsWith('NDJSON') || group === 'one contact' ? ndjson : csv;
    // Rayon's own variable; without it there is a thread for each processor.
    const env = { ...process.env, RAYON_NUM_THREADS: threads === undefined ? '0' : String(threads) };
    this.process = spawn(program, [group, file, String(contacts)], { stdio: ['pipe', 'pipe', 'inherit'], env });
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
    this.failed = new Promise((_, reject) => this.process.once('error', reject));
    this.ready = this.answer();
  }

  async answer() {
    const { value, done } = await Promise.race([this.lines.next(), this.failed]);
    if (done) throw new Error('the native peer ended early');
    return JSON.parse(value);
  }

  ask(message) {
    this.process.stdin.write(`${message}\n`);
    return this.answer();
  }

  stop() {
    this.process.stdin.end();
  }
}

/** Starts a peer on its share of the workload. */
export async function contestant(group, peer, workload, program) {
  const contacts = share(peer, workload.contacts);
  const own = { ...workload, contacts };
  if (peer.native && !program) throw new Error('it is not built; .ci/bench.sh builds it');
  const started = peer.native ? new ProcessContestant(group, peer, program, own) : new ThreadContestant(group, peer, own);
  await started.ready;
  return {
    peer,
    contacts,
    stop: () => started.stop(),
    async ask(message) {
      const answer = await started.ask(message);
      if (answer.error) throw new Error(`${peer.name} (${group}): ${answer.error}`);
      return answer;
    },
  };
}

if (!isMainThread && workerData?.group) await serve(workerData);
