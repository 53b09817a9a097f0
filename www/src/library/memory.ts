/** Rulesets in memory, as long as the page is open: where the browser lets it store nothing. */
import type { Step } from "./history.ts";
import { summaryOf, type RulesetSummary, type SetAside, type Version } from "./record.ts";
import type { Change, KeptRuleset, Outcome, RemovedRuleset, Store } from "./store.ts";

export class MemoryStore implements Store {
  #rulesets = new Map<string, KeptRuleset>();
  #versions = new Map<string, Version[]>();
  #settings = new Map<string, string>();
  #setAside: SetAside[] = [];
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  async count(): Promise<number> {
    return this.#rulesets.size;
  }

  async summaries(): Promise<RulesetSummary[]> {
    return [...this.#rulesets.values()].map(({ record }) => summaryOf(record));
  }

  async read(id: string): Promise<KeptRuleset | undefined> {
    return this.#rulesets.get(id);
  }

  async write({ record, from, steps }: Change): Promise<Outcome> {
    const kept = this.#rulesets.get(record.id);
    if (kept === undefined && record.revision > 1) return "removed";
    if ((kept?.record.revision ?? 0) !== record.revision - 1) return "changed";
    const before: readonly Step[] = kept?.history.steps ?? [];
    const { first, position } = record;
    const stay = before.slice(Math.max(0, first - (kept?.record.first ?? 0)), Math.max(0, from - (kept?.record.first ?? 0)));
    this.#rulesets.set(record.id, { record, history: { first, position, steps: [...stay, ...steps] } });
    return "written";
  }

  async remove(id: string): Promise<RemovedRuleset | undefined> {
    const kept = this.#rulesets.get(id);
    const versions = this.#versions.get(id) ?? [];
    this.#rulesets.delete(id);
    this.#versions.delete(id);
    return kept && { ...kept, versions };
  }

  async restore({ record, history, versions }: RemovedRuleset): Promise<boolean> {
    if (this.#rulesets.has(record.id)) return false;
    this.#rulesets.set(record.id, { record, history });
    this.#versions.set(record.id, [...versions]);
    return true;
  }

  async publish(version: Omit<Version, "number">): Promise<Version> {
    const versions = this.#versions.get(version.ruleset) ?? [];
    const published = { ...version, number: (versions.at(-1)?.number ?? 0) + 1 };
    this.#versions.set(version.ruleset, [...versions, published]);
    return published;
  }

  async versions(ruleset: string, before: number, limit: number): Promise<Version[]> {
    const versions = this.#versions.get(ruleset) ?? [];
    return versions.filter(({ number }) => number < before).reverse().slice(0, limit);
  }

  async version(ruleset: string, number: number): Promise<Version | undefined> {
    return this.#versions.get(ruleset)?.find((version) => version.number === number);
  }

  async setting(key: string): Promise<string | undefined> {
    return this.#settings.get(key);
  }

  async setSetting(key: string, value: string): Promise<void> {
    this.#settings.set(key, value);
  }

  async setAside(): Promise<SetAside[]> {
    return this.#setAside;
  }

  async aside(kind: SetAside["kind"], ruleset: string, reason: string, value: unknown): Promise<void> {
    const key = (this.#setAside.at(-1)?.key ?? 0) + 1;
    this.#setAside = [...this.#setAside, { key, kind, ruleset, at: this.#now(), reason, value }];
  }

  async discard(key: number): Promise<void> {
    this.#setAside = this.#setAside.filter((item) => item.key !== key);
  }

  close(): void {}

  /** All that is here, to be moved to a database. */
  all(): RemovedRuleset[] {
    return [...this.#rulesets.values()].map((kept) => ({ ...kept, versions: this.#versions.get(kept.record.id) ?? [] }));
  }
}
