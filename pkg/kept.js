// What the module keeps of a table under a number, until that is forgotten: results, comparisons, files that are not read to their end.

/**
 * What nobody has any more gives its memory back, where the runtime tells: workers of before 2025 at the edge do not.
 */
const dropped = typeof FinalizationRegistry === "undefined" ? undefined : new FinalizationRegistry((giveBack) => giveBack());

/** Has the module forget a number when nobody has the object any more that stands for it. */
export function forgetWhenDropped(object, table, number) {
  dropped?.register(object, () => giveBack(table, (held) => held.forget(number)), object);
}

/** Has the module forget a number that an object stood for. */
export function forget(object, table, number) {
  dropped?.unregister(object);
  giveBack(table, (held) => held.forget(number));
}

/** A CSV that was begun under a number. `use` asks the table on behalf of what the CSV is of. */
export function csvStream(table, csv, use) {
  const end = ending(table, csv);
  // What reads on has this file; the stream itself may be collected while somebody still has its reader.
  const file = { csv };
  const pull = (controller) => {
    const piece = use((held) => held.next_csv(file.csv));
    if (piece === undefined) controller.close();
    else controller.enqueue(piece);
  };
  // Nothing is made before somebody reads.
  dropped?.register(file, end);
  return new ReadableStream({ pull, cancel: end }, { highWaterMark: 0 });
}

/** Made apart from the stream: functions hold on to all that is around them. */
function ending(table, csv) {
  return () => giveBack(table, (held) => held.end_csv(csv));
}

/** Gives something of a table back, unless the table is gone. */
function giveBack(table, work) {
  if (!table.freed && !table.lost) table.use(work);
}
