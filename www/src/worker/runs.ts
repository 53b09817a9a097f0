/**
 * The runs that are kept as long as what they are of: the first one of the rules in work, over the contacts as the file has them; the one that the rules
 * that hold now have made already; and the one that is shown. In: a table, an instant, and rules. It knows nothing of what is asked of a run.
 */
import { LeadscoreError, type ContactsTable, type Run } from "leadscore";
import type { Workbench } from "./workbench.ts";

/** A run that several may need: the last one that lets go of it gives its memory back. */
export class SharedRun {
  #holders = 1;

  constructor(readonly run: Run) {}

  hold(): this {
    this.#holders += 1;
    return this;
  }

  letGo(): void {
    this.#holders -= 1;
    if (this.#holders === 0) this.run.free();
  }
}

/** The run that is shown, what it began from, and a number that changes with every run. */
export interface ShownRun {
  run: SharedRun;
  /** Undefined for the contacts as the file has them. */
  before: SharedRun | undefined;
  number: number;
}

interface Known {
  text: string;
  run: SharedRun;
}

interface Beginning {
  text: string;
  run: Promise<SharedRun | undefined>;
  control: AbortController;
}

const kept = new WeakMap<Workbench, Runs>();

/** Those of the contacts and the instant that a workbench has now; of others they are let go. */
export function runsOf(workbench: Workbench, table: ContactsTable, asOf: number): Runs {
  const known = kept.get(workbench);
  if (known?.isOf(table, asOf)) return known;
  known?.letGo();
  const runs = new Runs(table, asOf);
  kept.set(workbench, runs);
  return runs;
}

export function shownRun(workbench: Workbench): ShownRun | undefined {
  return kept.get(workbench)?.shown;
}

export class Runs {
  shown: ShownRun | undefined;
  readonly #table: ContactsTable;
  readonly #asOf: number;
  #first: Beginning | undefined;
  #baseline: Known | undefined;
  #over = false;

  constructor(table: ContactsTable, asOf: number) {
    this.#table = table;
    this.#asOf = asOf;
  }

  isOf(table: ContactsTable, asOf: number): boolean {
    return this.#table === table && this.#asOf === asOf;
  }

  /** The first run of rules: nothing is remembered of anybody. Undefined where somebody asked for that of other rules meanwhile. */
  first(text: string): Promise<SharedRun | undefined> {
    if (this.#first?.text === text) return this.#first.run;
    this.#letGoOfFirst();
    const control = new AbortController();
    const first: Beginning = { text, run: this.#begin(text, control.signal), control };
    this.#first = first;
    // What went wrong once may go well the next time.
    first.run.catch(() => this.#first === first && (this.#first = undefined));
    return first.run;
  }

  async #begin(text: string, signal: AbortSignal): Promise<SharedRun | undefined> {
    try {
      return new SharedRun(await this.#table.advance(text, null, { asOf: this.#asOf, signal }));
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  }

  /** Where the rules that hold now have left everybody; undefined of rules that were opened with errors, which leave every contact where it is. */
  async baseline(text: string, signal: AbortSignal): Promise<SharedRun | undefined> {
    if (this.#baseline?.text === text) return this.#baseline.run;
    try {
      // The instant before: whoever comes on a list by what was edited was not on it when its workflow started.
      const run = new SharedRun(await this.#table.advance(text, null, { asOf: this.#asOf - 1, signal }));
      this.#baseline?.run.letGo();
      this.#baseline = { text, run };
      return run;
    } catch (error) {
      if (error instanceof LeadscoreError && error.code === "invalid_ruleset") return undefined;
      throw error;
    }
  }

  /** The next run of rules, from where another one has left everybody. */
  async next(text: string, before: SharedRun, signal: AbortSignal): Promise<SharedRun> {
    return new SharedRun(await this.#table.advance(text, before.run, { asOf: this.#asOf, signal }));
  }

  /** Takes a run over to be shown, and lets go of the one that was. */
  show(shown: ShownRun): void {
    const last = this.shown;
    shown.before?.hold();
    this.shown = shown;
    last?.run.letGo();
    last?.before?.letGo();
  }

  /** Whether others have taken the place of all of these. */
  get areOver(): boolean {
    return this.#over;
  }

  letGo(): void {
    this.#over = true;
    this.#letGoOfFirst();
    this.#baseline?.run.letGo();
    this.shown?.run.letGo();
    this.shown?.before?.letGo();
  }

  #letGoOfFirst(): void {
    this.#first?.control.abort();
    this.#first?.run.then(
      (run) => run?.letGo(),
      () => {},
    );
    this.#first = undefined;
  }
}
