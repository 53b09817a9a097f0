/** What can be wrong with keeping rulesets. The code is for the page, which says it in the user's language; the message is for whoever reads a log. */

export type LibraryFaultCode =
  /** There is no such ruleset, or no longer. */
  | "missing"
  /** There is no room for another ruleset. */
  | "too-many"
  /** A text is longer than what is kept. */
  | "too-large"
  /** The disk, or the share of it that the browser gives the page, is full. */
  | "full"
  /** It was changed in another tab, and nobody has said yet which of both is to stay. */
  | "conflict";

export class LibraryFault extends Error {
  readonly code: LibraryFaultCode;

  constructor(code: LibraryFaultCode, message: string) {
    super(message);
    this.name = "LibraryFault";
    this.code = code;
  }
}

/** Why there is no database: rulesets are kept in memory as long as the page is open. */
export type MemoryReason =
  /** The browser does not let the page store anything. */
  | "forbidden"
  /** The browser does not answer, or an older page holds the database in another tab. */
  | "blocked"
  /** A newer version of the page has been at work here; reload to get it. */
  | "newer"
  /** The database worked before and fails now. */
  | "broken";

export class StorageUnavailable extends Error {
  readonly reason: MemoryReason;

  constructor(reason: MemoryReason, cause?: unknown) {
    super(`expected a database in this browser, found it ${reason}; save rulesets to files`, { cause });
    this.name = "StorageUnavailable";
    this.reason = reason;
  }
}

export function isQuotaError(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}

export function storageFull(): LibraryFault {
  return new LibraryFault("full", "expected room on the disk, found none; free some and save again, or save to a file");
}
