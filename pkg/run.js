// A step of all contacts of a table: what happened, by pages or one after another, what it comes to, and what is remembered. The module makes it
// piece by piece and knows it by a number.

import { checkFunction, checkOptions, checkText, checkWindow, expose, filterArguments, instant, isObject, rulesetArguments, stateArgument, unexpected } from "./arguments.js";
import { LeadscoreError } from "./errors.js";
import { Interruption } from "./interruption.js";
import { forget, forgetWhenDropped } from "./kept.js";
import { Turns } from "./turns.js";
import { jsonText } from "./values.js";

const KINDS = ["stage_changed", "stage_kept", "property_set", "property_cleared", "enrolled", "unenrolled", "notified", "called_back"];

/** What happenings may be asked for by, beside their kind. */
const TEXTS = [["workflow", "a workflow by its id"], ["stage", "a stage by its id"], ["channel", "a channel"], ["name", "a name"]];
const ASKED = ["kind", ...TEXTS.map(([name]) => name)];

/** So many happenings are handed over at a time to who goes through all. */
const PIECE = 1_000;

/** And so many contacts of a state. */
const CONTACTS = 4_096;

/** The run of a table by a ruleset, from what is remembered. */
export async function runOf(table, ruleset, state, options) {
  const { asOf, onProgress, signal } = checkOptions(options, ["asOf", "onProgress", "signal"]);
  checkFunction(onProgress, "/options/onProgress", "onProgress");
  const given = rulesetArguments(ruleset);
  const remembered = Run.remembered(table, state);
  const time = instant(asOf);
  const interruption = new Interruption(signal, "/options/signal");
  let run;
  try {
    // A signal that has come already ends it before anything is done.
    await interruption.during(Promise.resolve());
    const number = table.use((held) => held.begin_run(...given, ...remembered, time));
    run = new Run(table, number, time);
    const turns = new Turns();
    do {
      onProgress?.(progress(table, number));
      await interruption.during(turns.next());
    } while (table.use((held) => held.go_on(number)));
    return run;
  } catch (error) {
    run?.free();
    throw error;
  } finally {
    interruption.end();
  }
}

function progress(table, number) {
  const [done, total] = table.use((held) => held.run_progress(number));
  return { done, total };
}

class Run {
  static {
    expose(Run, "a run", (value) => #number in value);
  }

  #table;
  #number;
  #time;
  #summary;
  #freed = false;

  constructor(table, number, time) {
    this.#table = table;
    this.#number = number;
    this.#time = time;
    forgetWhenDropped(this, table, number);
  }

  /** What the module takes of what is remembered: text, or the number of a run of the same table. */
  static remembered(table, state) {
    if (!isObject(state) || !(#number in state)) return [stateArgument(state, "/state"), undefined];
    state.#check("/state: ");
    return state.#table === table ? [undefined, state.#number] : [state.#text(), undefined];
  }

  get asOf() {
    return new Date(this.#time);
  }

  get summary() {
    this.#check();
    return (this.#summary ??= JSON.parse(this.#use((table, number) => table.run_summary(number))));
  }

  get state() {
    return JSON.parse(this.#text());
  }

  page(options = {}) {
    const asked = checkOptions(options, [...ASKED, "offset", "limit"]);
    const window = checkWindow(asked);
    return this.#page(questionText(asked), ...window);
  }

  happenings(options = {}) {
    const question = questionText(checkOptions(options, ASKED));
    this.#check();
    return this.#each(question);
  }

  rows(where) {
    const question = jsonText(filterArguments(where, "/where") ?? null);
    return this.#use((table, number) => table.run_rows(number, question));
  }

  writeState() {
    this.#check();
    const pieces = this.#pieces();
    const encoder = new TextEncoder();
    const pull = (controller) => {
      const { value, done } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    };
    // Nothing is made before somebody reads.
    return new ReadableStream({ pull }, { highWaterMark: 0 });
  }

  free() {
    if (this.#freed) return;
    this.#freed = true;
    forget(this, this.#table, this.#number);
  }

  async *#each(question) {
    // From place to place among all happenings: each is looked at once, whatever is asked for.
    for (let place = 0; place !== null; ) {
      const { rows, next } = JSON.parse(this.#use((table, number) => table.happenings_from(number, question, place, PIECE)));
      yield* rows;
      place = next;
    }
  }

  #page(question, offset, limit) {
    return JSON.parse(this.#use((table, number) => table.happenings(number, question, offset, limit)));
  }

  #text() {
    return [...this.#pieces()].join("");
  }

  *#pieces() {
    for (let from = 0; ; from += CONTACTS) {
      const piece = this.#use((table, number) => table.run_state(number, from, CONTACTS));
      if (piece === undefined) return;
      yield piece;
    }
  }

  #use(ask) {
    this.#check();
    return this.#table.use((table) => ask(table, this.#number));
  }

  #check(place = "") {
    if (this.#freed) throw new LeadscoreError("freed", `${place}expected a run, found it freed; advance the contacts again`);
    this.#table.check();
  }
}

/** Which happenings, for the module. */
function questionText(asked) {
  const { kind } = asked;
  if (kind !== undefined && !KINDS.includes(kind)) throw unexpected("/options/kind", `a kind of happenings: ${KINDS.join(", ")}`, kind);
  const question = { kind };
  for (const [name, what] of TEXTS) {
    if (asked[name] !== undefined) question[name] = checkText(asked[name], `/options/${name}`, what);
  }
  return jsonText(question);
}
