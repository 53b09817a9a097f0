// Results as text: printed group by group as they come, and written into README.md (what was to be reached, and what was) and
// RESULTS.md beside this file (everything).

import { readFileSync, writeFileSync } from 'node:fs';
import { goals, rate, times } from './goals.mjs';
import { ONE } from './peers.mjs';

const README = new URL('../../README.md', import.meta.url);
const RESULTS = new URL('RESULTS.md', import.meta.url);
const BEGIN = '<!-- what follows is written by make bench -->';
const END = '<!-- so far -->';

const count = (number) => number.toLocaleString('en');
const label = ({ name, lap }) => (lap ? `${name}: ${lap}` : name);

/** Against whom a row is measured: the base, and of its laps the same. */
const against = (rows, { lap }) => rows.find((row) => row.base && row.lap === lap) ?? rows.find((row) => row.base);

/** How much faster than the base a row is. */
const ratio = (rows, row) => {
  const base = against(rows, row);
  if (!base) return '';
  const value = base.microseconds / row.microseconds;
  return value < 0.1 ? `${value.toPrecision(1)} ×` : times(value);
};

const speed = (row) => (row.group === ONE ? `${row.microseconds.toFixed(1)} µs` : rate(1e6 / row.microseconds));

export function print(rows) {
  const base = rows.find((row) => row.base);
  console.log(`\n${rows[0].group}`);
  // A best time far below the median says that the machine had other work.
  console.log(`  ${'peer'.padEnd(56)}${'median ms'.padStart(11)}${'best ms'.padStart(11)}${(rows[0].group === ONE ? 'a contact' : 'contacts/s').padStart(12)}   ${base ? `against ${base.name}` : ''}`);
  for (const row of rows) {
    const [ms, best] = [row.ms, row.best].map((value) => value.toFixed(row.group === ONE ? 4 : 1).padStart(11));
    console.log(`  ${label(row).padEnd(56)}${ms}${best}${speed(row).padStart(12)}   ${ratio(rows, row)}`);
  }
}

function table(heads, lines) {
  const line = (cells) => `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |');
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...lines.map(line)].join('\n');
}

/** Whether others had so much of the machine that the figures say more about it than about the peers. */
export const isBusy = ({ processor }) => processor < 0.9;
export const busyText = ({ processor }) =>
  `The machine had other work meanwhile (a peer that only computes had ${(processor * 100).toFixed(0)} % of a processor): these figures are not to be relied on.`;

const machineText = ({ machine, versions }) => `${machine.cores} × ${machine.cpu} (${machine.platform}), Node.js ${versions.node.replace('v', '')}`;
const reached = (measured) => goals(measured).map(({ what, figure, wanted, met }) => [what, figure, wanted, met ? 'met' : 'not met']);

function readmePart(measured) {
  return `${count(measured.contacts)} contacts of 24 properties in memory (${count(measured.fileContacts)} in files), 40 criteria, in WebAssembly on one thread unless it says otherwise. Medians of
${measured.runs} runs of \`make bench\` beside other ways to do the same, all with identical scores; ${machineText(measured)}.

${isBusy(measured) ? `**${busyText(measured)}**\n\n` : ''}${table(['', 'measured', 'goal', ''], reached(measured))}

[tests/bench/RESULTS.md](tests/bench/RESULTS.md) has every peer.`;
}

function groupPart(group, rows, contacts) {
  const lines = rows.map((row) => [label(row), count(row.contacts), String(Number(row.ms.toPrecision(3))), speed(row), ratio(rows, row)]);
  const fewer = rows.some((row) => row.contacts < contacts) && group !== ONE;
  const note = fewer ? '\n\nPeers with fewer contacts are slow; they are compared by the contact.' : '';
  const base = rows.find((row) => row.base);
  return `## ${group[0].toUpperCase()}${group.slice(1)}\n\n${table(['', 'contacts', 'median ms', group === ONE ? 'a contact' : 'contacts/s', base ? `× ${base.name}` : ''], lines)}${note}`;
}

function resultsText(measured) {
  const { rows, versions, leftOut, starts, downloads, memory, bands, contacts, fileContacts, runs } = measured;
  const groups = [...new Set(rows.map((row) => row.group))];
  const parts = [
    '# What `make bench` measured',
    `Written by the run. ${count(contacts)} contacts in memory, ${count(fileContacts)} in files, 24 properties, 40 criteria; medians of ${runs} runs in turns; every peer in a thread or process of its own; ${machineText(measured)}. Every peer gave the same scores (${count(bands.SQL)} SQL, ${count(bands.MQL)} MQL, ${count(bands.none)} without a band).`,
    isBusy(measured) && `**${busyText(measured)}**`,
    table(['goal', 'measured', 'wanted', ''], reached(measured)),
    ...groups.map((group) => groupPart(group, rows.filter((row) => row.group === group), group.includes('bytes') ? fileContacts : contacts)),
    starts && `## Import to first score\n\nFresh processes; Node.js's own start is not in it.\n\n${table(['', 'ms'], starts.map(({ name, ms }) => [name, ms.toFixed(1)]))}`,
    downloads && `## Download\n\nBrotli; peers bundled and minified for browsers.\n\n${table(['', 'KB'], downloads.map(({ name, bytes }) => [name, (bytes / 1000).toFixed(1)]))}`,
    memory &&
      `## Memory\n\n${count(memory.contacts)} contacts from a CSV of ${(memory.file / 1e6).toFixed(0)} MB: ${(memory.loaded / 1e6).toFixed(0)} MB once loaded, ${(memory.peak / 1e6).toFixed(0)} MB at most while it was read.`,
    leftOut.length > 0 && `## Left out\n\n${leftOut.map(({ group, name, reason }) => `- ${name} (${group}): ${reason}`).join('\n')}`,
    `## Versions\n\n${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(', ')}.`,
    '## How to read it\n\n' +
      '- Hand-written JavaScript and the rule engines start from objects whose values are texts, as an API gives them; leadscore, typed arrays and DuckDB from contacts that are loaded. ' +
      'From CSV and NDJSON all start from the same bytes (DuckDB from the file).\n' +
      '- Edits: "scored" is until every score and band is computed; then bands are counted and the twenty best found; then every point is read into a Float64Array.\n' +
      '- Each peer is told the criteria from the same ruleset ([criteria.mjs](criteria.mjs), [peers](peers)).',
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** Writes both, if the run measured everything. */
export function writeResults(measured) {
  if (!measured.starts) throw new Error('--write: expected a whole run, found --only; leave one of them out');
  const readme = readFileSync(README, 'utf8');
  const [begin, end] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`README.md: expected a line ${BEGIN} and further on ${END}`);
  writeFileSync(README, `${readme.slice(0, begin)}${BEGIN}\n${readmePart(measured)}\n${readme.slice(end)}`);
  writeFileSync(RESULTS, resultsText(measured));
  console.log('\nwritten: README.md, tests/bench/RESULTS.md');
}
