// What leadscore is to reach, and how that reads of a run's results.
//
// In: everything that was measured. Out: for each goal what was found, as text, and whether it is met.

import { availableParallelism } from 'node:os';
import { CSV, EDITS, EVALUATION, NDJSON, ONE } from './peers.mjs';

export const rate = (perSecond) =>
  perSecond >= 1e6 ? `${(perSecond / 1e6).toFixed(perSecond >= 1e7 ? 1 : 2)} M` : `${(perSecond / 1e3).toFixed(perSecond >= 1e4 ? 0 : 1)} k`;
export const times = (ratio) => `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(1)} ×`;
const share = (ratio) => (ratio < 0.5 ? `1/${(1 / ratio).toFixed(0)}` : ratio.toFixed(1));

/** What the edits are measured until: what somebody who edits rules waits for. */
const SEEN = 'bands counted, best known';

/** The goals, without those that this run did not measure or whose peer was left out. */
export function goals({ rows, starts = [], downloads = [], memory }) {
  const found = (group, name, lap = null) => rows.find((row) => row.group === group && row.name === name && row.lap === lap);
  const list = [];
  const goal = (what, figure, wanted, met) => list.push({ what, figure, wanted, met });

  /** That leadscore is so many times as fast as others in a group. */
  const faster = (what, group, against) => {
    const own = found(group, 'leadscore');
    const others = against.flatMap(([name, least]) => {
      const other = found(group, name);
      return other ? [{ name, least, ratio: other.microseconds / own.microseconds }] : [];
    });
    if (!own || others.length === 0) return;
    const speed = group === ONE ? `${own.microseconds.toFixed(1)} µs` : `${rate(1e6 / own.microseconds)} contacts/s`;
    const figure = [speed, ...others.map(({ name, ratio }) => `${times(ratio)} ${name}`)].join(', ');
    goal(what, figure, others.map(({ least }) => `${least} ×`).join(', '), others.every(({ ratio, least }) => ratio >= least));
  };
  const edited = (what, name, most) => {
    const [edit, whole] = [found(EDITS, name, SEEN), found(EDITS, 'a new ruleset', SEEN)];
    if (!edit || !whole) return;
    const ratio = edit.ms / whole.ms;
    goal(what, `${edit.ms.toFixed(1)} ms, ${share(ratio)} of a new ruleset`, `1/${most}`, ratio <= 1 / most);
  };

  faster('contacts in memory, a new ruleset', EVALUATION, [['hand-written JS', 30], ['hand-tuned typed arrays', 2.5]]);
  edited('one criterion changed, until bands and best contacts are known', 'one criterion changed', 20);
  edited('points changed, the same', 'points changed', 50);
  faster('CSV bytes to scores', CSV, [['PapaParse + hand-written JS', 6], ['uDSV + hand-written JS', 2.5]]);
  faster('NDJSON bytes to scores', NDJSON, [['JSON.parse + hand-written JS', 3]]);
  const [native, own] = [found(EVALUATION, 'leadscore, native'), found(EVALUATION, 'leadscore')];
  if (native && own) {
    const ratio = own.microseconds / native.microseconds;
    goal('natively, one thread, in memory', `${rate(1e6 / native.microseconds)} contacts/s, ${times(ratio)} WebAssembly`, '1.5 ×', ratio >= 1.5);
  }
  const all = found(EVALUATION, 'leadscore, native, all cores');
  if (native && all) {
    const ratio = native.microseconds / all.microseconds;
    const cores = availableParallelism();
    goal(`natively, all ${cores} cores, in memory`, `${rate(1e6 / all.microseconds)} contacts/s, ${times(ratio)} one thread`, 'scales', ratio >= 0.7 * cores);
  }
  faster('one contact, object in, scorecard out', ONE, [['json-rules-engine', 25], ['zen', 5]]);
  const one = found(ONE, 'leadscore');
  if (one) goal('the same, in time', `${one.microseconds.toFixed(1)} µs`, '10 µs', one.microseconds <= 10);
  const started = starts.find(({ name }) => name === 'leadscore');
  if (started) goal('import to first score in Node.js', `${started.ms.toFixed(0)} ms`, '15 ms', started.ms <= 15);
  const download = downloads.find(({ name }) => name === 'leadscore');
  if (download) goal('download (module and JavaScript, brotli)', `${(download.bytes / 1000).toFixed(0)} KB`, '160 KB', download.bytes <= 160_000);
  if (memory) {
    const ratio = memory.loaded / memory.file;
    goal(`memory of ${memory.contacts.toLocaleString('en')} contacts`, `${times(ratio)} their CSV (${times(memory.peak / memory.file)} while it is read)`, '1.5 ×', ratio <= 1.5);
  }
  return list;
}
