/**
 * What the worker has at hand: a table of contacts, a ruleset, their results, and the order in which they are shown. What was there before is
 * let go only after its successor has been made.
 */
import { checkRuleset, loadContacts, type ContactsTable, type Question, type Results } from "leadscore";
import { clipTexts } from "../text/clip.ts";
import { Compared } from "./compared.ts";
import { identityColumns, type IdentityColumns } from "./identity.ts";
import type { Under } from "./jobs.ts";
import { countBands, namesOf, outlineMatrices, outlineRuleset } from "./outline.ts";
import { fitting, question } from "./question.ts";
import type { Arranged, Arrangement, Evaluated, Loaded, Scored, Settings } from "./protocol.ts";

interface Contacts {
  table: ContactsTable;
  columns: IdentityColumns;
}

/** Results of a text that is not the one in work. */
interface OtherResults {
  ruleset: string;
  asOf: number;
  results: Results;
}

/** Of so many other texts results are kept: two versions that are held against each other. */
const mostOthers = 2;

export class Workbench {
  contacts: Contacts | undefined;
  /** Of the last ruleset that had no errors. */
  results: Results | undefined;
  /** What the list shows of the results. */
  question: Question = {};
  /** Changes whenever positions of the list mean other contacts than before; higher than any that a worker before this one gave out. */
  arrangedGeneration = Date.now();
  readonly compared = new Compared();

  #settings: Settings | undefined;
  /** The one that was used last comes first. */
  #others: OtherResults[] = [];

  /** What was last evaluated; its ruleset is the last one that had no errors, or empty. */
  get settings(): Settings | undefined {
    return this.#settings;
  }

  async evaluate(settings: Settings): Promise<Evaluated> {
    const diagnostics = clipTexts(await checkRuleset(settings.ruleset));
    // The last ruleset without errors stays in use.
    if (diagnostics.some(({ severity }) => severity === "error")) {
      this.#settings = { ...settings, ruleset: this.#settings?.ruleset ?? "" };
      return { diagnostics };
    }
    this.#settings = settings;
    const evaluated: Evaluated = { diagnostics, outline: clipTexts(outlineRuleset(settings.ruleset)) };
    return this.contacts === undefined ? evaluated : { ...evaluated, scored: this.#scoreTable(this.contacts, settings) };
  }

  async load({ contacts, events, asOf }: { contacts: Blob; events?: Blob; asOf?: number }, { signal, onProgress }: Under): Promise<Loaded> {
    const asOfBefore = this.#settings?.asOf;
    const table = await loadContacts(contacts, { ...(events === undefined ? {} : { events }), onProgress, signal });
    const next = { table, columns: identityColumns(table.columns) };
    try {
      signal.throwIfAborted();
      const loaded = { report: clipTexts(table.report), rowCount: table.rowCount };
      // An instant that was chosen meanwhile is the newer wish.
      if (this.#settings && asOf !== undefined && this.#settings.asOf === asOfBefore) this.#settings = { ...this.#settings, asOf };
      if (this.#settings === undefined || this.#settings.ruleset === "") {
        this.#replace(next, undefined);
        return loaded;
      }
      const { ruleset } = this.#settings;
      const diagnostics = clipTexts(await checkRuleset(ruleset));
      signal.throwIfAborted();
      const scored = this.#scoreTable(next, this.#settings);
      return { ...loaded, evaluated: { diagnostics, outline: clipTexts(outlineRuleset(ruleset)), scored } };
    } catch (error) {
      if (this.contacts !== next) table.free();
      throw error;
    }
  }

  unload(): void {
    const { contacts, results } = this;
    this.contacts = undefined;
    this.results = undefined;
    this.compared.drop();
    this.#dropOthers();
    results?.free();
    contacts?.table.free();
  }

  arrange(arrangement: Arrangement): Arranged | null {
    const { contacts, results } = this;
    if (contacts === undefined || results === undefined || this.#settings === undefined) return null;
    this.#settings = { ...this.#settings, arrangement };
    // What the page offers may be newer than the last ruleset without errors.
    const columns = contacts.table.columns.map(({ name }) => name);
    this.question = question(fitting(arrangement, namesOf(this.#settings.ruleset), columns), contacts.columns);
    return { generation: ++this.arrangedGeneration, shown: results.page({ ...this.question, limit: 0 }).total };
  }

  /** The results of another text, such as an earlier version's, for the same contacts and instant. Undefined without contacts. */
  resultsOf(ruleset: string): Results | undefined {
    const { contacts } = this;
    if (contacts === undefined || this.#settings === undefined) return undefined;
    if (ruleset === this.#settings.ruleset) return this.results;
    const { asOf } = this.#settings;
    const kept = this.#others.find((other) => other.ruleset === ruleset && other.asOf === asOf);
    const other = kept ?? { ruleset, asOf, results: contacts.table.score(ruleset, { asOf }) };
    const used = [other, ...this.#others.filter((one) => one !== other)];
    for (const { results } of used.splice(mostOthers)) results.free();
    this.#others = used;
    return other.results;
  }

  #dropOthers(): void {
    for (const { results } of this.#others) results.free();
    this.#others = [];
  }

  #scoreTable(contacts: Contacts, { ruleset, asOf, arrangement }: Settings): Scored {
    const results = contacts.table.score(ruleset, { asOf });
    this.#replace(contacts, results);
    const columns = contacts.table.columns.map(({ name }) => name);
    const fits = fitting(arrangement, namesOf(ruleset), columns);
    const arranged = this.arrange(fits) ?? { generation: this.arrangedGeneration, shown: 0 };
    return {
      generation: arranged.generation,
      asOf: results.asOf.getTime(),
      report: clipTexts(results.report),
      rowCount: results.rowCount,
      scores: outlineRuleset(ruleset).scores,
      bandSets: countBands(ruleset, results.bandCounts()),
      matrices: outlineMatrices(ruleset),
      arrangement: fits,
      arranged,
    };
  }

  #replace(contacts: Contacts, results: Results | undefined): void {
    const [contactsBefore, resultsBefore] = [this.contacts, this.results];
    this.contacts = contacts;
    this.results = results;
    this.compared.drop();
    resultsBefore?.free();
    if (contactsBefore !== contacts) {
      this.#dropOthers();
      contactsBefore?.table.free();
    }
  }
}
