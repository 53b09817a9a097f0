/**
 * The database's schema, and a connection to it. In: a name, and how long to wait. Out: an open database, or why there is none. What is
 * in the database, database.ts knows.
 */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { StorageUnavailable, type MemoryReason } from "./faults.ts";

/** What is read is checked before it is believed. */
export interface Schema extends DBSchema {
  rulesets: { key: string; value: unknown };
  steps: { key: [string, number]; value: unknown };
  versions: { key: [string, number]; value: unknown };
  settings: { key: string; value: unknown };
  set_aside: { key: number; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

/** Goes up with every change of the schema; `upgrade` then leads from each earlier one to it. */
const schemaVersion = 1;

export interface ConnectionOptions {
  readonly name: string;
  /** How long the browser may take to open the database, in milliseconds. */
  readonly patience: number;
  /** A newer page asks for the database; the connection has been closed for it. */
  readonly onSuperseded: () => void;
}

export interface Connecting {
  /** The database, if it opens in time. */
  readonly inTime: Promise<Database>;
  /** The database, however late it opens. */
  readonly atLast: Promise<Database>;
}

export function connect({ name, patience, onSuperseded }: ConnectionOptions): Connecting {
  const given = Promise.withResolvers<never>();
  const atLast = open(name, onSuperseded, () => given.reject(new StorageUnavailable("blocked")));
  const timer = setTimeout(() => given.reject(new StorageUnavailable("blocked")), patience);
  const inTime = Promise.race([atLast, given.promise]).finally(() => clearTimeout(timer));
  // Whoever does not wait for one of them need not hear that it failed.
  atLast.catch(() => {});
  given.promise.catch(() => {});
  return { inTime, atLast };
}

async function open(name: string, onSuperseded: () => void, onBlocked: () => void): Promise<Database> {
  try {
    const database: Database = await openDB<Schema>(name, schemaVersion, {
      upgrade: (opened) => {
        opened.createObjectStore("rulesets", { keyPath: "id" });
        opened.createObjectStore("steps");
        opened.createObjectStore("versions", { keyPath: ["ruleset", "number"] });
        opened.createObjectStore("settings");
        opened.createObjectStore("set_aside", { keyPath: "key", autoIncrement: true });
      },
      blocked: onBlocked,
      blocking: (_, newVersion) => {
        database.close();
        // Without a new version it is being deleted, and made anew when it is needed.
        if (newVersion !== null) onSuperseded();
      },
    });
    return database;
  } catch (error) {
    throw new StorageUnavailable(reasonOf(error), error);
  }
}

function reasonOf(error: unknown): MemoryReason {
  return error instanceof DOMException && error.name === "VersionError" ? "newer" : "forbidden";
}
