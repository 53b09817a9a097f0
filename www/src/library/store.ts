/** What a place for rulesets does, be it a database or memory: see database.ts and memory.ts. Everything that is read has been checked. */
import type { KeptHistory, Step } from "./history.ts";
import type { RulesetSummary, SetAside, StoredRuleset, Version } from "./record.ts";

/** A ruleset with its steps. */
export interface KeptRuleset {
  readonly record: StoredRuleset;
  readonly history: KeptHistory;
}

/** A ruleset's next revision. It is written wholly or not at all. */
export interface Change {
  /** As it is to be. Its revision is one above the one that it follows; 1 is a new ruleset. */
  readonly record: StoredRuleset;
  /** These steps take the place of all from this number on. */
  readonly from: number;
  readonly steps: readonly Step[];
}

/** `changed`: what is there is not what the change follows. `removed`: nothing is there any more. Neither wrote anything. */
export type Outcome = "written" | "changed" | "removed";

/** All there was of a ruleset, to put it back. */
export interface RemovedRuleset extends KeptRuleset {
  readonly versions: readonly Version[];
}

export interface Store {
  count(): Promise<number>;
  /** All rulesets, in no order. */
  summaries(): Promise<RulesetSummary[]>;
  read(id: string): Promise<KeptRuleset | undefined>;
  write(change: Change): Promise<Outcome>;
  remove(id: string): Promise<RemovedRuleset | undefined>;
  /** False if the ruleset is there already. */
  restore(removed: RemovedRuleset): Promise<boolean>;
  /** Gives a version its number and keeps it for good. */
  publish(version: Omit<Version, "number">): Promise<Version>;
  /** The newest versions whose number is below `before`, newest first. */
  versions(ruleset: string, before: number, limit: number): Promise<Version[]>;
  version(ruleset: string, number: number): Promise<Version | undefined>;
  setting(key: string): Promise<string | undefined>;
  setSetting(key: string, value: string): Promise<void>;
  /** What was found that cannot be used. */
  setAside(): Promise<SetAside[]>;
  /** Sets aside what turned out to be of no use only when it was used. */
  aside(kind: SetAside["kind"], ruleset: string, reason: string, value: unknown): Promise<void>;
  discard(key: number): Promise<void>;
  close(): void;
}
