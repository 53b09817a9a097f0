/**
 * What the worker has at hand: a table of contacts, a ruleset, their results, and the order in which they are shown. One
 * method for each job. What was there before is let go only after its successor has been made.
 */
import { checkRuleset, loadContacts, type ContactsTable, type LoadProgress, type PageRow, type Question, type Results } from "leadscore";
import { clip, clipTexts } from "./clip.ts";
import { identity, identityColumns, type IdentityColumns } from "./identity.ts";
import { countBands, outlineMatrices, outlineRuleset } from "./outline.ts";
import { question } from "./question.ts";
import type { Arranged, Arrangement, ContactRow, Jobs, Scored } from "./protocol.ts";

interface Settings {
  ruleset: string;
  asOf: number;
  arrangement: Arrangement;
}

interface Contacts {
  table: ContactsTable;
  columns: IdentityColumns;
}

export class Workbench {
  #settings: Settings | undefined;
  #contacts: Contacts | undefined;
  #results: Results | undefined;
  /** What the list shows of the results. */
  #question: Question = {};
  /** Higher than any that a worker before this one gave out. */
  #generation = Date.now();

  async check({ text }: Jobs["check"]["input"]): Promise<Jobs["check"]["output"]> {
    const diagnostics = clipTexts(await checkRuleset(text));
    const usable = !diagnostics.some(({ severity }) => severity === "error");
    return usable ? { diagnostics, outline: clipTexts(outlineRuleset(text)) } : { diagnostics };
  }

  /** Kept even without contacts, for those that come later. */
  score(settings: Settings): Scored | null {
    const before = this.#settings;
    this.#settings = settings;
    if (this.#contacts === undefined) return null;
    try {
      return this.#scoreTable(this.#contacts, settings);
    } catch (error) {
      this.#settings = before;
      throw error;
    }
  }

  async load(
    { contacts, events, asOf }: Jobs["load"]["input"],
    signal: AbortSignal,
    onProgress: (progress: LoadProgress) => void,
  ): Promise<Jobs["load"]["output"]> {
    const asOfBefore = this.#settings?.asOf;
    const table = await loadContacts(contacts, { ...(events === undefined ? {} : { events }), onProgress, signal });
    const next = { table, columns: identityColumns(table.columns) };
    try {
      signal.throwIfAborted();
      const loaded = { report: clipTexts(table.report), rowCount: table.rowCount };
      // An instant that was chosen meanwhile is the newer wish.
      if (this.#settings && asOf !== undefined && this.#settings.asOf === asOfBefore) this.#settings = { ...this.#settings, asOf };
      if (this.#settings === undefined) {
        this.#replace(next, undefined);
        return loaded;
      }
      return { ...loaded, scored: this.#scoreTable(next, this.#settings) };
    } catch (error) {
      if (this.#contacts !== next) table.free();
      throw error;
    }
  }

  arrange(arrangement: Arrangement): Arranged | null {
    const [contacts, results] = [this.#contacts, this.#results];
    if (contacts === undefined || results === undefined || this.#settings === undefined) return null;
    this.#settings = { ...this.#settings, arrangement };
    this.#question = question(arrangement, contacts.columns);
    return { generation: ++this.#generation, shown: results.page({ ...this.#question, limit: 0 }).total };
  }

  rows({ from, to }: Jobs["rows"]["input"]): Jobs["rows"]["output"] {
    const [contacts, results] = [this.#contacts, this.#results];
    if (contacts === undefined || results === undefined) return null;
    const { name, email } = contacts.columns;
    const properties = email === undefined ? name : [...name, email];
    const contact = ({ row, id, scores, bands, properties = {} }: PageRow): ContactRow => ({
      row,
      id: clip(id, 120),
      ...identity(properties, contacts.columns),
      points: scores,
      bands,
    });
    const { rows } = results.page({ ...this.#question, offset: from, limit: Math.max(to - from, 0), properties });
    return { generation: this.#generation, from, rows: rows.map(contact) };
  }

  explain({ row }: Jobs["explain"]["input"]): Jobs["explain"]["output"] {
    const [contacts, results] = [this.#contacts, this.#results];
    if (contacts === undefined || results === undefined || row >= results.rowCount) return null;
    const who = identity(contacts.table.contact(row).properties, contacts.columns);
    return { row, ...who, ledger: clipTexts(results.explain(row)) };
  }

  async export(): Promise<Blob> {
    if (this.#results === undefined) return new Blob();
    const headers = { "content-type": "text/csv;charset=utf-8" };
    return await new Response(this.#results.writeCsv(this.#question), { headers }).blob();
  }

  #scoreTable(contacts: Contacts, { ruleset, asOf, arrangement }: Settings): Scored {
    const results = contacts.table.score(ruleset, { asOf });
    this.#replace(contacts, results);
    const arranged = this.arrange(arrangement) ?? { generation: this.#generation, shown: 0 };
    return {
      asOf: results.asOf.getTime(),
      report: clipTexts(results.report),
      rowCount: results.rowCount,
      scores: outlineRuleset(ruleset).scores,
      bandSets: countBands(ruleset, results.bands),
      matrices: outlineMatrices(ruleset),
      arranged,
    };
  }

  #replace(contacts: Contacts, results: Results | undefined): void {
    const [contactsBefore, resultsBefore] = [this.#contacts, this.#results];
    this.#contacts = contacts;
    this.#results = results;
    resultsBefore?.free();
    if (contactsBefore !== contacts) contactsBefore?.table.free();
  }
}
