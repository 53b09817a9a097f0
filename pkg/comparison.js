// Results beside earlier or other ones of the same table: a summary, who changed by pages, and as a file. The module knows both together
// by a number.

import { checkFields, checkNames, checkOptions, checkText, checkWindow, filterArguments, expose, within } from "./arguments.js";
import { LeadscoreError } from "./errors.js";
import { csvStream, forget, forgetWhenDropped } from "./kept.js";
import { jsonText } from "./values.js";

/** The comparison of a table's results under a number. */
export function comparisonOf(table, number, rowCount) {
  return new Comparison(table, number, rowCount);
}

class Comparison {
  static {
    expose(Comparison, "a comparison", (value) => #number in value);
  }

  #table;
  #number;
  #rowCount;
  #summary;
  #freed = false;

  constructor(table, number, rowCount) {
    this.#table = table;
    this.#number = number;
    this.#rowCount = rowCount;
    forgetWhenDropped(this, table, number);
  }

  get rowCount() {
    return this.#rowCount;
  }

  get summary() {
    this.#check();
    return (this.#summary ??= JSON.parse(this.#use((table, number) => table.comparison_summary(number))));
  }

  page(options = {}) {
    const asked = checkOptions(options, ["score", "band", "where", "offset", "limit", "properties"]);
    const window = checkWindow(asked);
    const properties = jsonText(checkNames(asked.properties, "/options/properties"));
    const question = questionText(asked);
    const ask = (table, number) => table.comparison_page(number, question, ...window, properties);
    return JSON.parse(within("/options", () => this.#use(ask)));
  }

  writeCsv(options = {}) {
    const asked = checkOptions(options, ["score", "band", "where", "properties"]);
    const properties = jsonText(checkNames(asked.properties, "/options/properties"));
    const question = questionText(asked);
    const begin = (table, number) => table.begin_comparison_csv(number, question, properties);
    const csv = within("/options", () => this.#use(begin));
    return csvStream(this.#table, csv, (ask) => this.#use(ask));
  }

  free() {
    if (this.#freed) return;
    this.#freed = true;
    forget(this, this.#table, this.#number);
  }

  #use(ask) {
    this.#check();
    return this.#table.use((table) => ask(table, this.#number));
  }

  #check() {
    if (this.#freed) throw new LeadscoreError("freed", "expected a comparison, found it freed; compare the results again");
    this.#table.check();
  }
}

/** Which contacts, for the module. The same question is the same text, so that its answer is found again. */
function questionText({ score, band, where }) {
  if (score !== undefined) checkText(score, "/options/score", "a score by its id");
  return jsonText([score, bandMove(band), filterArguments(where, "/options/where")]);
}

function bandMove(band) {
  if (band === undefined) return undefined;
  const path = "/options/band";
  const { id, from, to } = checkFields(band, ["id", "from", "to"], path, "band");
  checkText(id, `${path}/id`, "a score with bands or a matrix by its id");
  for (const [name, label] of Object.entries({ from, to })) {
    if (label !== undefined && label !== null) checkText(label, `${path}/${name}`, "a band, or null for no band");
  }
  return [id, ...[from, to].map((label) => (label === undefined ? [] : [label]))];
}
