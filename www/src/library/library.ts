/**
 * The user's rulesets: where they are kept, which are open, and what other tabs do to them. In: what the user does with rulesets as a
 * whole. Out: rulesets to work on, and events: `change` when the list may be another, `versions` when one was published, `storage` when
 * rulesets are kept elsewhere than before, `set-aside` when something was found that cannot be used. Knows nothing of the page, nor of
 * what is in a ruleset.
 */
import { connect } from "./connection.ts";
import { DatabaseStore, type DatabaseOptions } from "./database.ts";
import { LibraryFault, StorageUnavailable, storageFull, type MemoryReason } from "./faults.ts";
import type { KeptHistory } from "./history.ts";
import { MemoryStore } from "./memory.ts";
import { checkedLength, OpenRuleset, type Keeper } from "./open-ruleset.ts";
import { mostRulesets, summaryOf, tidyName, type RulesetRecord, type RulesetSummary, type SetAside, type Version } from "./record.ts";
import type { KeptRuleset, Outcome, RemovedRuleset, Store } from "./store.ts";
import { Tabs } from "./tabs.ts";

export interface LibraryOptions {
  /** The database's name. */
  readonly name?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly newId?: () => string;
  /** How long the browser may take to open the database, in milliseconds. */
  readonly patience?: number;
}

/** Where rulesets are kept. */
export type Storage = { readonly kind: "database" } | { readonly kind: "memory"; readonly reason: MemoryReason };

const lastOpenedKey = "last-opened";
const askedToPersistKey = "asked-to-persist";

export class Library extends EventTarget {
  #store: Promise<Store>;
  #storage: Storage;
  #open = new Map<string, OpenRuleset>();
  readonly #tabs: Tabs;
  readonly #now: () => number;
  readonly #newId: () => string;
  readonly #keeper: Keeper;

  /** Opens the database; where there is none, rulesets are kept in memory, and moved to it should it open later. */
  static async start({ name = "leadscore", now = Date.now, newId = randomId, patience = 5_000 }: LibraryOptions = {}): Promise<Library> {
    let library: Library | undefined;
    const options: DatabaseOptions = {
      name,
      patience,
      now,
      onSuperseded: () => {
        if (library !== undefined) library.#useMemory("newer");
      },
      onSetAside: () => {
        if (library !== undefined) library.#announce("set-aside");
      },
    };
    const { inTime, atLast } = connect(options);
    try {
      library = new Library(new DatabaseStore(await inTime, options), { kind: "database" }, new Tabs(name), now, newId);
    } catch (error) {
      const reason = error instanceof StorageUnavailable ? error.reason : "forbidden";
      const inMemory = new Library(new MemoryStore(now), { kind: "memory", reason }, new Tabs(name), now, newId);
      library = inMemory;
      if (reason === "blocked") atLast.then((database) => inMemory.#moveTo(new DatabaseStore(database, options)), () => {});
    }
    return library;
  }

  private constructor(store: Store, storage: Storage, tabs: Tabs, now: () => number, newId: () => string) {
    super();
    this.#store = Promise.resolve(store);
    this.#storage = storage;
    this.#tabs = tabs;
    this.#now = now;
    this.#newId = newId;
    this.#keeper = this.#asKeeper();
    tabs.onChanged = (id, revision) => {
      void this.#open.get(id)?.seen(revision);
      this.#announce("change");
    };
    tabs.onRemoved = (id) => {
      void this.#open.get(id)?.seen(Infinity);
      this.#announce("change");
    };
    tabs.onPublished = () => this.#announce("versions");
  }

  get storage(): Storage {
    return this.#storage;
  }

  // Rulesets

  /** Those changed last come first. */
  async list(): Promise<RulesetSummary[]> {
    const kept = await this.#with((store) => store.summaries());
    const all = new Map(kept.map((summary) => [summary.id, summary]));
    // What is in work may be ahead of what is kept.
    for (const [id, { record, unsaved }] of this.#open) if (unsaved) all.set(id, summaryOf(record));
    return [...all.values()].sort((a, b) => b.changed - a.changed || (a.id < b.id ? -1 : 1));
  }

  async create(name: string, text: string): Promise<OpenRuleset> {
    return this.#create(name, text, { first: 0, position: 0, steps: [] });
  }

  /** The ruleset to work on; the same object for as long as it is open. */
  async open(id: string): Promise<OpenRuleset> {
    const already = this.#open.get(id);
    const ruleset = already ?? (await this.#read(id));
    // It may have been opened while it was being read.
    const open = this.#open.get(id) ?? (ruleset instanceof OpenRuleset ? ruleset : new OpenRuleset(this.#keeper, ruleset));
    this.#open.set(id, open);
    this.#remember(lastOpenedKey, id);
    return open;
  }

  /** Lets go of a ruleset once it is saved. */
  async close(id: string): Promise<void> {
    const open = this.#open.get(id);
    await open?.settled();
    if (open === undefined || open.unsaved) return;
    open.close();
    this.#open.delete(id);
  }

  async rename(id: string, name: string): Promise<void> {
    const open = this.#open.get(id);
    if (open !== undefined) {
      open.rename(name, this.#now());
      return open.settled();
    }
    let outcome: Outcome;
    do {
      const { record, history } = await this.#read(id);
      const renamed = { ...record, name: tidyName(name), changed: this.#now(), revision: record.revision + 1 };
      outcome = await this.#keeper.write({ record: renamed, from: history.first + history.steps.length, steps: [] });
    } while (outcome === "changed");
  }

  async duplicate(id: string, name: string): Promise<OpenRuleset> {
    return this.create(name, (await this.#current(id)).text);
  }

  /** Removes a ruleset with its history and versions. What is returned puts it back. */
  async remove(id: string): Promise<RemovedRuleset> {
    const open = this.#open.get(id);
    await open?.settled();
    const removed = await this.#with((store) => store.remove(id));
    open?.close();
    this.#open.delete(id);
    this.#tabs.tellRemoved(id);
    this.#announce("change");
    // What could not be saved is put back as well.
    const unsaved = open && { record: { ...open.record, ...placeOf(open.history) }, history: open.history.toJSON() };
    const all = unsaved ?? removed;
    if (all === undefined) throw missing(id);
    return { ...all, versions: removed?.versions ?? [] };
  }

  async restore(removed: RemovedRuleset): Promise<void> {
    await this.#with((store) => store.restore(removed));
    this.#tabs.tellChanged(removed.record.id, removed.record.revision);
    this.#announce("change");
  }

  /** The id of the ruleset that was opened last, if it is still there. */
  async lastOpened(): Promise<string | undefined> {
    const id = await this.#with((store) => store.setting(lastOpenedKey));
    const all = await this.list();
    return all.some((summary) => summary.id === id) ? id : undefined;
  }

  // Versions

  /** Keeps the ruleset as it is now as its next version. */
  async publish(id: string, note: string, at: number): Promise<Version> {
    const open = this.#open.get(id);
    await open?.settled();
    if (open?.state === "full") throw storageFull();
    if (open?.state === "conflict") throw new LibraryFault("conflict", "expected to know which text is to be published; first choose mine, theirs or a copy");
    const { text } = await this.#current(id);
    const version = await this.#with((store) => store.publish({ ruleset: id, at, note, text }));
    this.#tabs.tellPublished();
    this.#announce("versions");
    void this.#askToPersist();
    return version;
  }

  /** Versions, newest first: at most `limit`, with numbers below `before`. */
  versions(id: string, { before = Infinity, limit = 100 }: { before?: number; limit?: number } = {}): Promise<Version[]> {
    return this.#with((store) => store.versions(id, before, Math.min(limit, 1_000)));
  }

  version(id: string, number: number): Promise<Version | undefined> {
    return this.#with((store) => store.version(id, number));
  }

  // What is wrong

  /** What was found in the database that cannot be used, for the user to save to a file and to discard. */
  setAside(): Promise<SetAside[]> {
    return this.#with((store) => store.setAside());
  }

  discard(key: number): Promise<void> {
    return this.#with((store) => store.discard(key));
  }

  /** Tries again to save what could not be saved. */
  async retry(): Promise<void> {
    await Promise.all([...this.#open.values()].map((open) => open.retry()));
  }

  /** Lets go of the database and of the other tabs. */
  async stop(): Promise<void> {
    await Promise.all([...this.#open.values()].map((open) => open.settled()));
    for (const open of this.#open.values()) open.close();
    this.#open.clear();
    this.#tabs.close();
    (await this.#store).close();
  }

  // Inside

  async #create(name: string, text: string, history: KeptHistory): Promise<OpenRuleset> {
    checkedLength(text);
    if ((await this.#with((store) => store.count())) >= mostRulesets) {
      throw new LibraryFault("too-many", `expected at most ${mostRulesets} rulesets, found as many; remove one first`);
    }
    const at = this.#now();
    const record = { id: this.#newId(), name: tidyName(name), text, created: at, changed: at, revision: 0, ...placeOf(history) };
    const open = new OpenRuleset(this.#keeper, { record, history });
    this.#open.set(record.id, open);
    await open.settled();
    this.#remember(lastOpenedKey, record.id);
    return open;
  }

  async #read(id: string): Promise<KeptRuleset> {
    const kept = await this.#with((store) => store.read(id));
    if (kept === undefined) throw missing(id);
    return kept;
  }

  async #current(id: string): Promise<RulesetRecord> {
    return this.#open.get(id)?.record ?? (await this.#read(id)).record;
  }

  #asKeeper(): Keeper {
    const inMemory = (): boolean => this.#storage.kind === "memory";
    return {
      get inMemory() {
        return inMemory();
      },
      now: this.#now,
      letGo: (id) => this.#open.delete(id),
      read: (id) => this.#with((store) => store.read(id)),
      copy: (name, text, history) => this.#create(name, text, history),
      setHistoryAside: async (id, reason, history) => {
        await this.#with((store) => store.aside("steps", id, reason, history));
        this.#announce("set-aside");
      },
      write: async (change) => {
        const store = await this.#store;
        try {
          const outcome = await store.write(change);
          if (outcome === "written") {
            this.#tabs.tellChanged(change.record.id, change.record.revision);
            this.#announce("change");
          }
          return outcome;
        } catch (error) {
          if (error instanceof StorageUnavailable) this.#useMemory(error.reason);
          throw error;
        }
      },
    };
  }

  /** Asks the store that is in use. If the database fails for good, memory answers. */
  async #with<T>(work: (store: Store) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#store);
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error;
      this.#useMemory(error.reason);
      return work(await this.#store);
    }
  }

  /** From here on nothing reaches the database; what is open stays open. */
  #useMemory(reason: MemoryReason): void {
    if (this.#storage.kind === "memory") return;
    void this.#store.then((store) => store.close());
    this.#store = Promise.resolve(new MemoryStore(this.#now));
    this.#storage = { kind: "memory", reason };
    for (const open of this.#open.values()) open.startOver();
    this.#announce("storage");
    this.#announce("change");
  }

  /** The database has opened after all: what was made in the meantime moves to it. */
  async #moveTo(database: DatabaseStore): Promise<void> {
    const memory = await this.#store;
    if (!(memory instanceof MemoryStore)) return;
    this.#store = (async () => {
      // Whoever has asked memory before has been answered by then; whoever asks from now on waits.
      await new Promise((resolve) => setTimeout(resolve));
      for (const removed of memory.all()) await database.restore(removed);
      this.#storage = { kind: "database" };
      return database;
    })().catch(() => memory);
    if ((await this.#store) !== database) return;
    this.#announce("storage");
    this.#announce("change");
    for (const open of this.#open.values()) open.dispatchEvent(new Event("change"));
  }

  /** A setting is no reason to trouble anyone. */
  #remember(key: string, value: string): void {
    this.#with((store) => store.setSetting(key, value)).catch(() => {});
  }

  /** What has been published should outlast the browser's tidying up. Asked once: some browsers ask the user. */
  async #askToPersist(): Promise<void> {
    try {
      if ((await this.#with((store) => store.setting(askedToPersistKey))) !== undefined) return;
      this.#remember(askedToPersistKey, "yes");
      await navigator.storage.persist();
    } catch {
      // The browser knows nothing of it, or not here.
    }
  }

  #announce(type: "change" | "versions" | "storage" | "set-aside"): void {
    this.dispatchEvent(new Event(type));
  }
}

function placeOf({ first, position }: { first: number; position: number }): { first: number; position: number } {
  return { first, position };
}

function missing(id: string): LibraryFault {
  return new LibraryFault("missing", `expected the ruleset ${id}, found none; it was removed, or could not be read`);
}

/** A UUID, also where `crypto.randomUUID` is missing, as on pages that are not served over HTTPS. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, "0");
  }).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
