// Loading contacts, and events beside them, from wherever they come, in chunks.

import { Loader } from "./dist/leadscore.js";
import { checkFunction, checkOptions, unexpected } from "./arguments.js";
import { Interruption } from "./interruption.js";
import { opened, unreadable } from "./sources.js";
import { Held, start } from "./start.js";
import { tableOf } from "./table.js";
import { Turns } from "./turns.js";

const FORMATS = ["csv", "json", "ndjson"];

/** So much is copied into the module at a time, in bytes. */
const CHUNK = 1 << 20;

export async function loadContacts(source, options = {}) {
  const { format, events, onProgress, signal } = checkOptions(options, ["format", "events", "onProgress", "signal"]);
  if (format !== undefined && !FORMATS.includes(format)) throw unexpected("/options/format", "format as csv, json or ndjson", format);
  checkFunction(onProgress, "/options/onProgress", "onProgress");
  const stages = [new Stage("contacts", opened(source, "/source", "contacts"))];
  if (events !== undefined) stages.push(new Stage("events", opened(events, "/options/events", "events")));
  const interruption = new Interruption(signal, "/options/signal");
  let loader;
  try {
    await interruption.during(start());
    loader = new Held("a load", () => new Loader(format));
    const turns = new Turns();
    for (const stage of stages) await stage.read(loader, interruption, turns, onProgress);
    const table = tableOf(loader);
    onProgress?.(stages.at(-1).progress(table.rowCount));
    return table;
  } finally {
    stages.forEach((stage) => stage.letGo());
    loader?.free();
    interruption.end();
  }
}

/** The contacts, or the events. */
class Stage {
  #name;
  #source;
  #bytesRead = 0;

  constructor(name, source) {
    this.#name = name;
    this.#source = source;
  }

  async read(loader, interruption, turns, onProgress) {
    const push = this.#name === "contacts" ? (to, bytes) => to.push_contacts(bytes) : (to, bytes) => to.push_events(bytes);
    // Also an empty source is one.
    loader.use((to) => push(to, new Uint8Array()));
    for (;;) {
      const chunk = await interruption.during(this.#source.next());
      if (chunk === undefined) return;
      const { length } = chunk;
      for (let from = 0; from < length; from += CHUNK) {
        if (chunk.length !== length) throw unreadable("was transferred or resized");
        const bytes = chunk.subarray(from, from + CHUNK);
        loader.use((to) => push(to, bytes));
        this.#bytesRead += bytes.length;
        onProgress?.(this.progress(loader.use((to) => to.rows())));
        await interruption.during(turns.next());
      }
    }
  }

  progress(rows) {
    const { total } = this.#source;
    return { stage: this.#name, bytesRead: this.#bytesRead, ...(total === undefined ? {} : { bytesTotal: total }), rows };
  }

  letGo() {
    this.#source.letGo();
  }
}
