// The scores of a table's contacts: as columns, by pages, counted, as a file. The module knows them by a number.

import {
  checkCount,
  checkFields,
  checkNames,
  checkOptions,
  checkRow,
  checkText,
  filterArguments,
  placeOf,
  publish,
  unexpected,
  within,
} from "./arguments.js";
import { LeadscoreError } from "./errors.js";
import { jsonText } from "./values.js";

/** How many contacts a page has, and how many it may have. */
const PAGE = 100;
const LARGEST_PAGE = 10_000;

/**
 * Results, and files that were not read to their end, that nobody has any more give their memory back, where the runtime
 * tells: workers of before 2025 at the edge do not.
 */
const dropped = typeof FinalizationRegistry === "undefined" ? undefined : new FinalizationRegistry((giveBack) => giveBack());

/** The results of a table under a number. */
export function resultsOf(table, number, rowCount, allIds) {
  return new Results(table, number, rowCount, allIds);
}

class Results {
  static {
    publish(Results, "results", (value) => #number in value);
  }

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
    dropped?.register(this, () => giveBack(table, (held) => held.forget(number)), this);
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

  page(options = {}) {
    const asked = checkOptions(options, ["where", "sort", "descending", "offset", "limit", "properties"]);
    const { offset = 0, limit = PAGE } = asked;
    const window = [checkCount(offset, "/options/offset"), checkCount(limit, "/options/limit", LARGEST_PAGE)];
    const properties = jsonText(checkNames(asked.properties, "/options/properties"));
    const question = this.#question(asked);
    const ask = (table, number) => table.page(number, question, ...window, properties);
    return JSON.parse(within("/options", () => this.#use(ask)));
  }

  count(where) {
    const question = jsonText({ filter: filterArguments(where, "/where") });
    return this.#use((table, number) => table.count(number, question));
  }

  histogram(score, options = {}) {
    const { where, width } = checkOptions(options, ["where", "width"]);
    const place = placeOf(score, this.#outlined().scores, "/score", "a score");
    if (width !== undefined && !Number.isFinite(width)) throw unexpected("/options/width", "a width as a number of points", width);
    const question = jsonText({ filter: filterArguments(where, "/options/where") });
    const given = width === undefined ? undefined : String(width);
    return JSON.parse(within("/options", () => this.#use((table, number) => table.histogram(number, place, given, question))));
  }

  insights(options = {}) {
    return this.#over(options, (table, number, question) => table.insights(number, question));
  }

  bandCounts(options = {}) {
    return this.#over(options, (table, number, question) => table.band_counts(number, question));
  }

  writeCsv(options = {}) {
    const asked = checkOptions(options, ["where", "sort", "descending", "properties"]);
    const properties = jsonText(checkNames(asked.properties, "/options/properties"));
    const question = this.#question(asked);
    const csv = within("/options", () => this.#use((table, number) => table.begin_csv(number, question, properties)));
    const table = this.#table;
    const end = () => giveBack(table, (held) => held.end_csv(csv));
    const pull = (controller) => {
      const piece = this.#use((held) => held.next_csv(csv));
      if (piece === undefined) controller.close();
      else controller.enqueue(piece);
    };
    // Nothing is made before somebody reads.
    const stream = new ReadableStream({ pull, cancel: end }, { highWaterMark: 0 });
    dropped?.register(stream, end);
    return stream;
  }

  free() {
    if (this.#freed) return;
    this.#freed = true;
    dropped?.unregister(this);
    giveBack(this.#table, (held) => held.forget(this.#number));
  }

  /** What the module says of the contacts that meet a filter. */
  #over(options, ask) {
    const { where } = checkOptions(options, ["where"]);
    const question = jsonText({ filter: filterArguments(where, "/options/where") });
    return JSON.parse(this.#use((table, number) => ask(table, number, question)));
  }

  /** Which contacts, and in which order, for the module. The same question is the same text, so that its answer is found again. */
  #question({ where, sort, descending = false }) {
    if (typeof descending !== "boolean") throw unexpected("/options/descending", "descending as true or false", descending);
    return jsonText({ filter: filterArguments(where, "/options/where"), sort: this.#sort(sort), descending });
  }

  #sort(sort) {
    if (sort === undefined || sort === "id") return sort;
    const path = "/options/sort";
    if (typeof sort === "string") throw unexpected(path, 'sort as "id", { score }, { band } or { property }', sort);
    const { score, band, property } = checkFields(sort, ["score", "band", "property"], path, "sort");
    if ([score, band, property].filter((given) => given !== undefined).length !== 1) {
      throw unexpected(path, "sort with one of score, band or property", sort);
    }
    const { scores, bands } = this.#outlined();
    if (score !== undefined) return { score: placeOf(score, scores, `${path}/score`, "a score") };
    if (property !== undefined) return { property: checkText(property, `${path}/property`, "the name of a property") };
    const sets = bands.map(([id]) => id);
    return { band: placeOf(band, sets, `${path}/band`, "a score with bands or a matrix") };
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

/** Gives something of a table back, unless the table is gone. */
function giveBack(table, work) {
  if (!table.freed && !table.lost) table.use(work);
}
