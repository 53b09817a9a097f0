/**
 * What the worker has at hand: a table of contacts, a ruleset, their results, and the order in which they are shown. One
 * method for each job. What was there before is let go only after its successor has been made.
 */
import { checkRuleset, loadContacts, type ContactsTable, type LoadProgress, type Results } from "leadscore";
import { arrange } from "./arrangement.ts";
import { clip, clipTexts } from "./clip.ts";
import { identity, identityColumns, SearchTexts, type IdentityColumns } from "./identity.ts";
import { countBands, outlineMatrices, outlineRuleset } from "./outline.ts";
import type { Arranged, Arrangement, ContactRow, Jobs, Scored } from "./protocol.ts";
import { scoredCsv } from "./scored-csv.ts";

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
  #searchTexts: SearchTexts | undefined;
  #order = new Uint32Array();
  /** Higher than any that a worker before this one gave out. */
  #generation = Date.now();

  async check({ text }: Jobs["check"]["input"]): Promise<Jobs["check"]["output"]> {
    const diagnostics = clipTexts(await checkRuleset(text));
    const usable = !diagnostics.some(({ severity }) => severity === "error");
    return usable ? { diagnostics, outline: clipTexts(outlineRuleset(text)) } : { diagnostics };
  }

  /** Kept even without contacts, for those that come later. */
  async score(settings: Settings): Promise<Scored | null> {
    const before = this.#settings;
    this.#settings = settings;
    if (this.#contacts === undefined) return null;
    try {
      return await this.#scoreTable(this.#contacts, settings);
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
    const stream = (file: Blob): ReadableStream<Uint8Array> => file.stream().pipeThrough(new TransformStream(), { signal });
    const table = await loadContacts(stream(contacts), {
      ...(events === undefined ? {} : { events: stream(events) }),
      onProgress: (progress) =>
        onProgress({ ...progress, bytesTotal: (progress.stage === "events" ? events?.size : undefined) ?? contacts.size }),
    });
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
      return { ...loaded, scored: await this.#scoreTable(next, this.#settings) };
    } catch (error) {
      if (this.#contacts !== next) table.free();
      throw error;
    }
  }

  async arrange(arrangement: Arrangement, wanted: () => boolean = () => true): Promise<Arranged | null> {
    if (this.#results === undefined || this.#settings === undefined) return null;
    this.#settings = { ...this.#settings, arrangement };
    const results = this.#results;
    const texts = arrangement.search.trim() === "" ? undefined : await this.#searchTexts?.complete(wanted);
    if (results !== this.#results || !wanted()) return null;
    this.#order = arrange(results, arrangement, texts);
    return { generation: ++this.#generation, shown: this.#order.length };
  }

  rows({ from, to }: Jobs["rows"]["input"]): Jobs["rows"]["output"] {
    const [contacts, results] = [this.#contacts, this.#results];
    if (contacts === undefined || results === undefined) return null;
    const pick = (row: number): ContactRow => {
      const { name, email } = identity(contacts.table.contact(row).properties, contacts.columns);
      const points = Object.entries(results.scores).map(([id, values]) => [id, values[row] ?? 0] as const);
      const bands = Object.entries(results.bands).map(([id, values]) => [id, values[row] ?? null] as const);
      return {
        row,
        id: clip(results.ids[row] ?? "", 120),
        name,
        email,
        points: Object.fromEntries(points),
        bands: Object.fromEntries(bands),
      };
    };
    return { generation: this.#generation, from, rows: Array.from(this.#order.subarray(from, to), pick) };
  }

  explain({ row }: Jobs["explain"]["input"]): Jobs["explain"]["output"] {
    const [contacts, results] = [this.#contacts, this.#results];
    if (contacts === undefined || results === undefined || row >= results.rowCount) return null;
    const who = identity(contacts.table.contact(row).properties, contacts.columns);
    return { row, ...who, ledger: clipTexts(results.explain(row)) };
  }

  export(): Blob {
    return this.#results === undefined ? new Blob() : scoredCsv(this.#results, this.#order);
  }

  async #scoreTable(contacts: Contacts, { ruleset, asOf, arrangement }: Settings): Promise<Scored> {
    const results = contacts.table.score(ruleset, { asOf });
    this.#replace(contacts, results);
    const arranged = (await this.arrange(arrangement)) ?? { generation: this.#generation, shown: 0 };
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
    if (results !== undefined && contactsBefore !== contacts) {
      this.#searchTexts = new SearchTexts(contacts.table, results.ids, contacts.columns);
    }
    resultsBefore?.free();
    if (contactsBefore !== contacts) contactsBefore?.table.free();
  }
}
