// From import to the first score, each time in a fresh process: node tests/bench/starts.mjs PEER prints it for one.
//
// The time is that of loading the engine, reading the rules and scoring one contact; Node's own start is not in it.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './contestants.mjs';
import './criteria.mjs';
import './facts.mjs';
import { objects } from './workload.mjs';

const PEERS = {
  leadscore: async () => (await import('./peers/leadscore.mjs')).leadscore(),
  'json-logic-engine': async () => (await import('./peers/json-logic.mjs')).jsonLogicEngine(),
  'json-rules-engine': async () => (await import('./peers/json-rules-engine.mjs')).jsonRulesEngine(),
  zen: async () => (await import('./peers/zen.mjs')).zen(),
};

/** Median milliseconds by peer; they take turns. Who cannot be loaded is left out. */
export function starts(runs) {
  const times = new Map(Object.keys(PEERS).map((name) => [name, []]));
  for (let round = 0; round < runs; round++) {
    for (const name of times.keys()) {
      try {
        times.get(name).push(Number(execFileSync(process.execPath, [fileURLToPath(import.meta.url), name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })));
      } catch (error) {
        if (name === 'leadscore') throw error;
        console.log(`${name} (import to first score) is left out: ${error.message.split('\n')[0]}`);
        times.delete(name);
      }
    }
  }
  console.log('\nimport to first score, fresh processes');
  return [...times].map(([name, all]) => {
    console.log(`  ${name.padEnd(36)}${median(all).toFixed(1).padStart(10)} ms`);
    return { name, ms: median(all) };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [contact] = objects(1);
  const start = performance.now();
  const score = await PEERS[process.argv[2]]();
  await score(contact.properties);
  console.log(performance.now() - start);
}
