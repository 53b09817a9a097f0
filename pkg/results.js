// The scores of a table's contacts: as columns, by pages, counted, as a file. The module knows them by a number.

import {
  checkFields,
  checkFromStage,
  checkNames,
  checkOptions,
  checkPeriod,
  checkRow,
  checkText,
  checkWindow,
  filterArguments,
  isObject,
  placeOf,
  expose,
  stateArgument,
  unexpected,
  within,
} from "./arguments.js";
import { comparisonOf } from "./comparison.js";
import { LeadscoreError } from "./errors.js";
import { csvStream, forget, forgetWhenDropped } from "./kept.js";
import { jsonText } from "./values.js";

/** The results of a table under a number. */
export function resultsOf(table, number, rowCount, allIds) {
  return new Results(table, number, rowCount, allIds);
}

class Results {
  static {
    expose(Results, "results", (value) => #number in value);
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
    forgetWhenDropped(this, table, number);
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

  ways(row) {
    checkRow(row, this.#rowCount);
    return JSON.parse(this.#use((table, number) => table.ways(number, row)));
  }

  journey(row, options = {}) {
    checkRow(row, this.#rowCount);
    const asked = checkOptions(options, ["from", "to", "state", "fromStage"]);
    const state = stateArgument(asked.state, "/options/state");
    const period = checkPeriod(asked, this.asOf.getTime());
    const withoutStage = checkFromStage(asked.fromStage);
    return JSON.parse(this.#use((table, number) => table.journey(number, state, row, ...period, withoutStage)));
  }

  page(options = {}) {
    const asked = checkOptions(options, ["where", "sort", "descending", "offset", "limit", "properties"]);
    const window = checkWindow(asked);
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

  coverage() {
    return JSON.parse(this.#use((table, number) => table.coverage(number)));
  }

  writeCsv(options = {}) {
    const asked = checkOptions(options, ["where", "sort", "descending", "properties"]);
    const properties = jsonText(checkNames(asked.properties, "/options/properties"));
    const question = this.#question(asked);
    const csv = within("/options", () => this.#use((table, number) => table.begin_csv(number, question, properties)));
    return csvStream(this.#table, csv, (ask) => this.#use(ask));
  }

  compare(before) {
    this.#check();
    if (!isObject(before) || !(#number in before)) throw unexpected("/before", "results of the same contacts", before);
    before.#check("/before: ");
    if (before.#table !== this.#table) {
      const message = "/before: expected results of the same contacts, found those of others; score the same contacts by both rulesets";
      throw new LeadscoreError("invalid_argument", message, { path: "/before" });
    }
    return comparisonOf(this.#table, this.#use((table, number) => table.compare(number, before.#number)), this.#rowCount);
  }

  free() {
    if (this.#freed) return;
    this.#freed = true;
    forget(this, this.#table, this.#number);
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

  #check(place = "") {
    if (this.#freed) throw new LeadscoreError("freed", `${place}expected results, found them freed; score the contacts again`);
    this.#table.check();
  }
}

function record(list, entry) {
  return Object.fromEntries(list.map(entry));
}
