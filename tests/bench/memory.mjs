// How much memory contacts take in the package, against the bytes of their CSV, in a fresh process: node tests/bench/memory.mjs CSV

import { execFileSync } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { packaged } from './peers/leadscore.mjs';

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;

/** Bytes of the file, of the process once it is loaded, and of the most that it had while it was read. */
export function memory({ csv, contacts }) {
  const output = execFileSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), csv], { encoding: 'utf8' });
  const found = { contacts, file: statSync(csv).size, ...JSON.parse(output) };
  console.log(`\nmemory of ${contacts} contacts: ${megabytes(found.loaded)} loaded, ${megabytes(found.peak)} at most, for a CSV of ${megabytes(found.file)}`);
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { loadContacts } = await packaged();
  const first = await loadContacts('id,jobtitle\n1,Founder\n');
  first.free();
  globalThis.gc();
  const before = process.memoryUsage().rss;
  const table = await loadContacts(createReadStream(process.argv[2]));
  globalThis.gc();
  // What is resident: WebAssembly's memory, and what JavaScript holds beside it.
  const loaded = process.memoryUsage().rss - before;
  const peak = process.resourceUsage().maxRSS * 1024 - before;
  console.log(JSON.stringify({ rows: table.rowCount, loaded, peak }));
}
