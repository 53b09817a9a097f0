// Contacts in memory, and their scores. They are in the module's memory; what is asked for is read from there and kept.

import { checkOptions, checkRow, instant, rulesetArguments, unexpected } from "./arguments.js";
import { LeadscoreError } from "./errors.js";
import { Held } from "./start.js";

/** So many ids are handed over at a time. */
const IDS = 65_536;

/** Results that nobody has any more give their memory back, where the runtime tells: workers of before 2025 at the edge do not. */
const dropped =
  typeof FinalizationRegistry === "undefined" ? undefined : new FinalizationRegistry(({ table, number }) => forget(table, number));

export class ContactsTable {
  #table;
  #rowCount;
  #report;
  #ids;

  /** Takes the contacts over from what loaded them. */
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

  find(idOrEmail) {
    if (typeof idOrEmail !== "string") throw unexpected("an id or email as text", idOrEmail);
    return this.#table.use((table) => table.find(idOrEmail)) ?? -1;
  }

  score(ruleset, options = {}) {
    const { asOf } = checkOptions(options, ["asOf"]);
    const given = rulesetArguments(ruleset);
    const time = instant(asOf);
    const number = this.#table.use((table) => table.score(...given, time));
    return new Results(this.#table, number, this.#rowCount, () => this.#allIds());
  }

  free() {
    this.#table.free();
  }

  #read(ask) {
    return JSON.parse(this.#table.use(ask));
  }

  #allIds() {
    if (this.#ids === undefined) {
      const parts = [];
      for (let from = 0; from < this.#rowCount; from += IDS) parts.push(this.#read((table) => table.ids(from, from + IDS)));
      this.#ids = parts.flat();
    }
    return this.#ids;
  }
}

/** The scores of a table's contacts. The module knows them by a number. */
class Results {
  #table;
  #number;
  #rowCount;
  #allIds;
  #outline;
  #scores;
  #bands;
  #freed = false;

  constructor(table, number, rowCount, allIds) {
    this.#table = table;
    this.#number = number;
    this.#rowCount = rowCount;
    this.#allIds = allIds;
    dropped?.register(this, { table, number }, this);
  }

  get rowCount() {
    return this.#rowCount;
  }

  get asOf() {
    return new Date(this.#outlined().as_of);
  }

  get report() {
    return this.#outlined().report;
  }

  get ids() {
    this.#check();
    return this.#allIds();
  }

  get scores() {
    const { scores } = this.#outlined();
    return (this.#scores ??= record(scores, (id, place) => [id, this.#use((table, number) => table.points(number, place))]));
  }

  get bands() {
    const { bands } = this.#outlined();
    return (this.#bands ??= record(bands, ([id, labels], place) => [id, this.#labelled(place, labels)]));
  }

  scorecard(row) {
    checkRow(row, this.#rowCount);
    return JSON.parse(this.#use((table, number) => table.scorecard(number, row)));
  }

  explain(row) {
    checkRow(row, this.#rowCount);
    return JSON.parse(this.#use((table, number) => table.explain(number, row)));
  }

  free() {
    if (this.#freed) return;
    this.#freed = true;
    dropped?.unregister(this);
    forget(this.#table, this.#number);
  }

  #labelled(set, labels) {
    const byCode = [null, ...labels];
    const codes = this.#use((table, number) => table.band_codes(number, set));
    const bands = new Array(codes.length);
    for (let row = 0; row < codes.length; row++) bands[row] = byCode[codes[row]];
    return bands;
  }

  #outlined() {
    this.#check();
    return (this.#outline ??= JSON.parse(this.#use((table, number) => table.outline(number))));
  }

  #use(ask) {
    this.#check();
    return this.#table.use((table) => ask(table, this.#number));
  }

  #check() {
    if (this.#freed) throw new LeadscoreError("freed", "expected results, found them freed; score the contacts again");
    this.#table.check();
  }
}

function record(list, entry) {
  return Object.fromEntries(list.map(entry));
}

function forget(table, number) {
  if (!table.freed && !table.lost) table.use((held) => held.forget(number));
}
