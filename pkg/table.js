// Contacts in memory. They are in the module's memory; what is asked for is read from there.

import { checkCount, checkOptions, checkRow, checkText, instant, expose, rulesetArguments } from "./arguments.js";
import { resultsOf } from "./results.js";
import { runOf } from "./run.js";
import { Held } from "./start.js";

/** So many ids or values are handed over at a time. */
const PIECE = 65_536;

/** How many values are counted at once, and how many may be. */
const VALUES = 20;
const MOST_VALUES = 10_000;

/** The contacts that a loader has read: it hands them over. */
export function tableOf(loader) {
  return new ContactsTable(loader);
}

class ContactsTable {
  static {
    expose(ContactsTable, "a table of contacts", (value) => #table in value);
  }

  #table;
  #rowCount;
  #report;
  #ids;
  #eventTypes;

  constructor(loader) {
    this.#table = new Held("contacts", () => loader.consume((loaded) => loaded.finish()));
    this.#rowCount = this.#table.use((table) => table.rows());
  }

  get rowCount() {
    return this.#rowCount;
  }

  get report() {
    this.#table.check();
    return (this.#report ??= this.#read((table) => table.report()));
  }

  get columns() {
    return this.report.columns;
  }

  contact(row) {
    checkRow(row, this.#rowCount);
    return this.#read((table) => table.contact(row));
  }

  values(property, options = {}) {
    checkText(property, "/property", "the name of a property");
    const { offset = 0, limit = this.#rowCount } = checkOptions(options, ["offset", "limit"]);
    const from = Math.min(checkCount(offset, "/options/offset"), this.#rowCount);
    const to = Math.min(from + checkCount(limit, "/options/limit"), this.#rowCount);
    return this.#pieces(from, to, (table, start, end) => table.values(property, start, end));
  }

  valueCounts(property, options = {}) {
    checkText(property, "/property", "the name of a property");
    const asked = valueArguments(options);
    return this.#read((table) => table.value_counts(property, ...asked));
  }

  get eventTypes() {
    this.#table.check();
    return (this.#eventTypes ??= this.#read((table) => table.event_types()));
  }

  eventValueCounts(type, property, options = {}) {
    checkText(type, "/type", "a type of events as text");
    checkText(property, "/property", "the name of a property");
    const asked = valueArguments(options);
    return this.#read((table) => table.event_value_counts(type, property, ...asked));
  }

  find(idOrEmail) {
    checkText(idOrEmail, "/idOrEmail", "an id or email as text");
    return this.#table.use((table) => table.find(idOrEmail)) ?? -1;
  }

  score(ruleset, options = {}) {
    const { asOf } = checkOptions(options, ["asOf"]);
    const given = rulesetArguments(ruleset);
    const time = instant(asOf);
    const number = this.#table.use((table) => table.score(...given, time));
    return resultsOf(this.#table, number, this.#rowCount, () => this.#allIds());
  }

  async advance(ruleset, state, options = {}) {
    return await runOf(this.#table, ruleset, state, options);
  }

  free() {
    this.#table.free();
  }

  #read(ask) {
    return JSON.parse(this.#table.use(ask));
  }

  #allIds() {
    return (this.#ids ??= this.#pieces(0, this.#rowCount, (table, from, to) => table.ids(from, to)));
  }

  /** A list that is handed over in pieces. Of no rows there is one, too: what is asked for may not be there. */
  #pieces(from, to, ask) {
    const pieces = [];
    for (let start = from; start < to || start === from; start += PIECE) {
      pieces.push(this.#read((table) => ask(table, start, Math.min(start + PIECE, to))));
    }
    return pieces.flat();
  }
}

/** Which values, for the module. */
function valueArguments(options) {
  const { search = "", offset = 0, limit = VALUES } = checkOptions(options, ["search", "offset", "limit"]);
  checkText(search, "/options/search", "a search as text");
  return [search, checkCount(offset, "/options/offset"), checkCount(limit, "/options/limit", MOST_VALUES)];
}
