/**
 * Rulesets in the browser's database, over idb. A revision is written in one transaction, with its steps, and only onto the revision that
 * it follows: a crash leaves the one before or the one after, and tabs do not overwrite each other. What is read is checked; what is not
 * what it should be is set aside, whole, for the user to see. In: a connection. Out: a `Store`; it throws `LibraryFault` when the disk
 * is full and `StorageUnavailable` when the database fails for good.
 */
import type { IDBPTransaction, StoreNames } from "idb";
import { connect, type ConnectionOptions, type Database, type Schema } from "./connection.ts";
import { isQuotaError, LibraryFault, StorageUnavailable, storageFull } from "./faults.ts";
import {
  faultOfRuleset,
  faultOfVersion,
  summaryOf,
  textIn,
  usableSteps,
  type RulesetSummary,
  type SetAside,
  type StoredRuleset,
  type Version,
} from "./record.ts";
import type { Change, KeptRuleset, Outcome, RemovedRuleset, Store } from "./store.ts";

type StoreName = StoreNames<Schema>;
type Writing = IDBPTransaction<Schema, StoreName[], "readwrite">;

/** All keys of one ruleset's steps, or versions. */
const ofRuleset = (id: string, from = 0): IDBKeyRange => IDBKeyRange.bound([id, from], [id, Infinity]);

/** Those of them below a number. */
const below = (id: string, number: number): IDBKeyRange => IDBKeyRange.bound([id, -Infinity], [id, number], false, true);

const unreadable = "expected what was stored here, found it unreadable by the browser";

export interface DatabaseOptions extends ConnectionOptions {
  readonly now: () => number;
  /** Something was found that cannot be used. */
  readonly onSetAside: () => void;
}

export class DatabaseStore implements Store {
  #database: Promise<Database>;
  readonly #options: DatabaseOptions;

  constructor(database: Database, options: DatabaseOptions) {
    this.#database = Promise.resolve(database);
    this.#options = options;
  }

  count(): Promise<number> {
    return this.#with((database) => database.count("rulesets"));
  }

  async summaries(): Promise<RulesetSummary[]> {
    // One by one: their texts need not be in memory together, and one that cannot be read does not hide the others.
    const ids = await this.#with((database) => database.getAllKeys("rulesets"));
    const records = await Promise.all(ids.map(async (id) => summarise(await this.#record(id))));
    return records.filter((summary) => summary !== undefined);
  }

  async read(id: string): Promise<KeptRuleset | undefined> {
    // In one transaction, so that text and steps belong together.
    const both = this.#with(async (database) => {
      const transaction = database.transaction(["rulesets", "steps"]);
      const steps = transaction.objectStore("steps");
      const [record, keys, values] = await Promise.all([
        transaction.objectStore("rulesets").get(id),
        steps.getAllKeys(ofRuleset(id)),
        steps.getAll(ofRuleset(id)),
        transaction.done,
      ]);
      return { value: record, found: keys.map(([, number], index) => ({ number, value: values[index] })) };
    });
    const { value, found } = await both.catch(() => this.#recordAlone(id));
    const record = await this.#checked(value, id);
    if (record === undefined) return undefined;
    const { first, steps, faulty } = usableSteps(found, record.position);
    if (faulty.length > 0) await this.#setFaultyStepsAside(id, faulty, first, first + steps.length);
    return { record: { ...record, first }, history: { first, position: record.position, steps } };
  }

  write({ record, from, steps }: Change): Promise<Outcome> {
    return this.#transact(["rulesets", "steps", "set_aside"], "relaxed", async (transaction) => {
      const [rulesets, kept] = [transaction.objectStore("rulesets"), transaction.objectStore("steps")];
      const found = await rulesets.get(record.id);
      const fault = found === undefined ? undefined : faultOfRuleset(found, record.id);
      if (found === undefined && record.revision > 1) return "removed";
      if (fault === undefined && ((found as StoredRuleset | undefined)?.revision ?? 0) !== record.revision - 1) return "changed";
      await Promise.all([
        ...(fault === undefined ? [] : [transaction.objectStore("set_aside").add(this.#aside("ruleset", record.id, fault, found))]),
        rulesets.put(record),
        kept.delete(below(record.id, record.first)),
        kept.delete(ofRuleset(record.id, from)),
        ...steps.map((step, index) => kept.put(step, [record.id, from + index])),
      ]);
      return "written";
    });
  }

  async remove(id: string): Promise<RemovedRuleset | undefined> {
    const kept = await this.read(id);
    const versions = await this.versions(id, Infinity, Infinity);
    await this.#transact(["rulesets", "steps", "versions"], "strict", async (transaction) => {
      await Promise.all([
        transaction.objectStore("rulesets").delete(id),
        transaction.objectStore("steps").delete(ofRuleset(id)),
        transaction.objectStore("versions").delete(ofRuleset(id)),
      ]);
    });
    return kept && { ...kept, versions };
  }

  restore({ record, history, versions }: RemovedRuleset): Promise<boolean> {
    return this.#transact(["rulesets", "steps", "versions"], "strict", async (transaction) => {
      const [rulesets, steps] = [transaction.objectStore("rulesets"), transaction.objectStore("steps")];
      if ((await rulesets.getKey(record.id)) !== undefined) return false;
      await Promise.all([
        rulesets.put(record),
        ...history.steps.map((step, index) => steps.put(step, [record.id, history.first + index])),
        ...versions.map((version) => transaction.objectStore("versions").put(version)),
      ]);
      return true;
    });
  }

  publish(version: Omit<Version, "number">): Promise<Version> {
    return this.#transact(["versions"], "strict", async (transaction) => {
      const versions = transaction.objectStore("versions");
      const newest = await versions.openKeyCursor(ofRuleset(version.ruleset), "prev");
      const published = { ...version, number: (newest?.key[1] ?? 0) + 1 };
      await versions.add(published);
      return published;
    });
  }

  async versions(ruleset: string, before: number, limit: number): Promise<Version[]> {
    const numbers = await this.#with(async (database) => {
      const found: number[] = [];
      let cursor = await database.transaction("versions").store.openKeyCursor(below(ruleset, before), "prev");
      for (; cursor !== null && found.length < limit; cursor = await cursor.continue()) found.push(cursor.key[1]);
      return found;
    });
    const versions = await Promise.all(numbers.map((number) => this.version(ruleset, number)));
    return versions.filter((version) => version !== undefined);
  }

  async version(ruleset: string, number: number): Promise<Version | undefined> {
    const value = await this.#with((database) => database.get("versions", [ruleset, number]));
    if (value === undefined) return undefined;
    const reason = faultOfVersion(value, ruleset, number);
    if (reason === undefined) return value as Version;
    await this.#moveAside("version", ruleset, reason, value, (transaction) => transaction.objectStore("versions").delete([ruleset, number]));
    return undefined;
  }

  async setting(key: string): Promise<string | undefined> {
    const value = await this.#with((database) => database.get("settings", key));
    return typeof value === "string" ? value : undefined;
  }

  async setSetting(key: string, value: string): Promise<void> {
    await this.#with((database) => database.put("settings", value, key));
  }

  setAside(): Promise<SetAside[]> {
    // Written by nobody but this module.
    return this.#with((database) => database.getAll("set_aside") as Promise<SetAside[]>);
  }

  async aside(kind: SetAside["kind"], ruleset: string, reason: string, value: unknown): Promise<void> {
    await this.#moveAside(kind, ruleset, reason, value, async () => {});
  }

  async discard(key: number): Promise<void> {
    await this.#transact(["rulesets", "steps", "versions", "set_aside"], "relaxed", async (transaction) => {
      const item = (await transaction.objectStore("set_aside").get(key)) as SetAside | undefined;
      const orphaned = item?.kind === "ruleset" && (await transaction.objectStore("rulesets").getKey(item.ruleset)) === undefined;
      await Promise.all([
        transaction.objectStore("set_aside").delete(key),
        ...(orphaned ? [transaction.objectStore("steps").delete(ofRuleset(item.ruleset)), transaction.objectStore("versions").delete(ofRuleset(item.ruleset))] : []),
      ]);
    });
  }

  close(): void {
    this.#database.then(
      (database) => database.close(),
      () => {},
    );
  }

  /** A record that the browser itself can no longer read is left where it is, and reported. */
  async #record(id: string): Promise<StoredRuleset | undefined> {
    try {
      return await this.#checked(await this.#with((database) => database.get("rulesets", id)), id);
    } catch {
      const known = await this.setAside();
      if (!known.some(({ kind, ruleset }) => kind === "ruleset" && ruleset === id)) await this.aside("ruleset", id, unreadable, undefined);
      return undefined;
    }
  }

  /** A ruleset whose steps the browser can no longer read. */
  async #recordAlone(id: string): Promise<{ value: unknown; found: [] }> {
    const value = await this.#with((database) => database.get("rulesets", id));
    await this.aside("steps", id, unreadable, undefined);
    return { value, found: [] };
  }

  async #checked(value: unknown, id: string): Promise<StoredRuleset | undefined> {
    if (value === undefined) return undefined;
    const reason = faultOfRuleset(value, id);
    if (reason === undefined) return value as StoredRuleset;
    await this.#moveAside("ruleset", id, reason, value, (transaction) => transaction.objectStore("rulesets").delete(id));
    return undefined;
  }

  async #setFaultyStepsAside(id: string, faulty: unknown[], first: number, end: number): Promise<void> {
    const reason = `expected steps without a gap, found ${faulty.length} that are faulty or cut off`;
    await this.#moveAside("steps", id, reason, faulty, (transaction) => {
      const steps = transaction.objectStore("steps");
      return Promise.all([steps.delete(below(id, first)), steps.delete(ofRuleset(id, end))]);
    });
  }

  /** Moves to where the user can see it. If the disk is too full for that it stays where it is, and is found again. */
  async #moveAside(kind: SetAside["kind"], ruleset: string, reason: string, value: unknown, remove: (transaction: Writing) => Promise<unknown>): Promise<void> {
    try {
      await this.#transact(["rulesets", "steps", "versions", "set_aside"], "relaxed", async (transaction) => {
        await Promise.all([transaction.objectStore("set_aside").add(this.#aside(kind, ruleset, reason, value)), remove(transaction)]);
      });
      this.#options.onSetAside();
    } catch (error) {
      if (!(error instanceof LibraryFault)) throw error;
    }
  }

  #aside(kind: SetAside["kind"], ruleset: string, reason: string, value: unknown): Omit<SetAside, "key"> {
    return { kind, ruleset, at: this.#options.now(), reason, value, ...textIn(value) };
  }

  /** Changes that are made all or none. */
  #transact<T>(stores: StoreName[], durability: IDBTransactionDurability, work: (transaction: Writing) => Promise<T>): Promise<T> {
    return this.#with(async (database) => {
      const transaction = database.transaction(stores, "readwrite", { durability });
      const done = transaction.done.then(() => undefined, (error: unknown) => error);
      try {
        const result = await work(transaction);
        await transaction.done;
        return result;
      } catch (error) {
        abort(transaction);
        // When the disk is full it is the transaction that knows, not what was asked of it.
        const cause = await done;
        throw isQuotaError(cause) ? cause : error;
      }
    });
  }

  /** Does a piece of work, once more on a fresh connection if it fails: browsers close connections, and transactions fail as a whole. */
  async #with<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const before = this.#database;
    try {
      return await work(await before);
    } catch (error) {
      if (isQuotaError(error)) throw storageFull();
    }
    // Of several pieces of work that failed, the first opens the connection for all.
    if (this.#database === before) this.#database = this.#reconnect(before);
    try {
      return await work(await this.#database);
    } catch (error) {
      if (isQuotaError(error)) throw storageFull();
      throw error instanceof StorageUnavailable ? error : new StorageUnavailable("broken", error);
    }
  }

  async #reconnect(before: Promise<Database>): Promise<Database> {
    await before.then((database) => database.close(), () => {});
    const { inTime, atLast } = connect(this.#options);
    // Nobody waits for it by then.
    inTime.catch(() => atLast.then((database) => database.close(), () => {}));
    return inTime;
  }
}

function summarise(record: StoredRuleset | undefined): RulesetSummary | undefined {
  return record && summaryOf(record);
}

function abort(transaction: Writing): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}
