/**
 * A ruleset in work. In: steps as they are made, undo and redo, what other tabs did. Out: the text after them, saved as it goes, and
 * events: `change` when its record, state or conflict are others, `replaced` when its text became another without a call of the page.
 * Nothing that was made here is lost on the way: what cannot be saved stays unsaved until it can, and what another tab has overtaken
 * waits for the user's word. Where things are kept, the library knows.
 */
import { applyEdits, difference, EditsDoNotFit, type Edit } from "./edits.ts";
import { LibraryFault, StorageUnavailable } from "./faults.ts";
import { History, type KeptHistory, type Step } from "./history.ts";
import { faultOfStep, longestText, tidyName, type RulesetRecord } from "./record.ts";
import type { Change, KeptRuleset, Outcome } from "./store.ts";

/**
 * `saved`; `saving`; `memory`: kept as long as the page is open; `full`: no room on the disk, tried again with the next step and by `retry`;
 * `conflict`: another tab has changed or removed it, see `conflict`.
 */
export type SaveState = "saved" | "saving" | "memory" | "full" | "conflict";

export interface Conflict {
  readonly mine: RulesetRecord;
  /** As it is now; undefined if it was removed. */
  readonly theirs: RulesetRecord | undefined;
}

/** What an open ruleset asks of the library. */
export interface Keeper {
  readonly inMemory: boolean;
  write(change: Change): Promise<Outcome>;
  read(id: string): Promise<KeptRuleset | undefined>;
  /** Opens a ruleset of its own. */
  copy(name: string, text: string, history: KeptHistory): Promise<OpenRuleset>;
  setHistoryAside(id: string, reason: string, history: KeptHistory): Promise<void>;
  /** The ruleset is no longer there to be worked on. */
  letGo(id: string): void;
  now(): number;
}

/** No step, but the record itself. */
const recordAlone = Infinity;

export class OpenRuleset extends EventTarget {
  #keeper: Keeper;
  #record: RulesetRecord;
  #history: History;
  /** The number of the first step that is not saved as it is, if there is anything to save. */
  #unsavedFrom: number | undefined;
  #writing: Promise<void> | undefined;
  #full = false;
  #conflict: Conflict | undefined;
  #closed = false;
  #announced: SaveState = "saved";

  constructor(keeper: Keeper, { record, history }: KeptRuleset) {
    super();
    this.#keeper = keeper;
    this.#record = withoutPlace(record);
    this.#history = new History(history);
    if (record.revision === 0) this.#save(this.#history.first);
  }

  get record(): RulesetRecord {
    return this.#record;
  }

  /** To look at; it changes by `save`, `undo` and `redo` of this class alone. */
  get history(): Pick<History, "undoable" | "redoable" | "position" | "first" | "end" | "stepsFrom" | "toJSON"> {
    return this.#history;
  }

  get conflict(): Conflict | undefined {
    return this.#conflict;
  }

  /** Whether something would be lost if the page were closed now. */
  get unsaved(): boolean {
    return this.#unsavedFrom !== undefined || this.#writing !== undefined;
  }

  get state(): SaveState {
    if (this.#conflict !== undefined) return "conflict";
    if (this.#keeper.inMemory) return "memory";
    if (this.#full) return "full";
    return this.unsaved ? "saving" : "saved";
  }

  /** Adds a step, and saves it with the text after it, which it returns. A step that does not fit the text is refused. */
  save(step: Step): string {
    const own = structuredClone(step);
    const fault = faultOfStep(own);
    if (fault !== undefined) throw new TypeError(fault);
    const text = checkedLength(applyEdits(this.#record.text, own.edits));
    const from = this.#history.push(own);
    this.#set({ text, changed: own.at });
    this.#save(from);
    return text;
  }

  /** Takes the last step back. Returns the edits that did so, if there was one. */
  undo(at: number): readonly Edit[] | undefined {
    return this.#move(this.#history.undo(), at);
  }

  /** Does the step again that was taken back last. */
  redo(at: number): readonly Edit[] | undefined {
    return this.#move(this.#history.redo(), at);
  }

  rename(name: string, at: number): void {
    this.#set({ name: tidyName(name), changed: at });
    this.#save(recordAlone);
    this.#announce(true);
  }

  /** Tries again to save what could not be saved. */
  retry(): Promise<void> {
    if (this.#unsavedFrom !== undefined) this.#save(recordAlone);
    return this.settled();
  }

  /** When everything is saved, or it is clear that it cannot be now: see `state`. */
  async settled(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  /**
   * Ends a conflict. `mine`: a step on top of theirs, with their history below; `theirs`: what was made here is gone; `copy`: what was made
   * here becomes a ruleset of its own, which is returned, and this one goes on as theirs. Of a ruleset that was removed, `theirs` closes it.
   */
  async resolve(choice: "mine" | "theirs"): Promise<undefined>;
  async resolve(choice: "copy", name: string): Promise<OpenRuleset>;
  async resolve(choice: "mine" | "theirs" | "copy", name = ""): Promise<OpenRuleset | undefined> {
    const copy = choice === "copy" ? await this.#keeper.copy(name, this.#record.text, this.#history.toJSON()) : undefined;
    const theirs = await this.#keeper.read(this.#record.id);
    this.#conflict = undefined;
    if (choice === "mine") this.#putOnTop(theirs);
    else if (theirs !== undefined) this.#adopt(theirs);
    else {
      this.close();
      this.#keeper.letGo(this.#record.id);
    }
    this.#announce();
    return copy;
  }

  // For the library

  /** Another tab has saved a revision, or restored it. */
  async seen(revision: number): Promise<void> {
    if (this.#conflict !== undefined) await this.#compare();
    else if (revision > this.#record.revision) await this.look();
  }

  /** Takes over what another tab has made of it, unless something was made here as well. */
  async look(): Promise<void> {
    if (this.#closed || this.#keeper.inMemory) return;
    // What is being written finds out by itself.
    if (this.unsaved) return void this.retry();
    const kept = await this.#keeper.read(this.#record.id);
    if (this.#closed || this.unsaved) return;
    if (kept === undefined) this.#conflict = { mine: this.#record, theirs: undefined };
    else if (kept.record.revision !== this.#record.revision) this.#adopt(kept);
    this.#announce();
  }

  /** Saves everything as if nothing had ever been: the place where it was kept is gone. */
  startOver(): void {
    this.#record = { ...this.#record, revision: 0 };
    this.#save(this.#history.first);
  }

  /** Saves nothing from now on. */
  close(): void {
    this.#closed = true;
    this.#unsavedFrom = undefined;
  }

  // Inside

  #move(edits: readonly Edit[] | undefined, at: number): readonly Edit[] | undefined {
    if (edits === undefined) return undefined;
    try {
      this.#set({ text: applyEdits(this.#record.text, edits), changed: at });
      this.#save(recordAlone);
      return edits;
    } catch (error) {
      if (!(error instanceof EditsDoNotFit)) throw error;
      this.#forgetHistory(error.message);
      return undefined;
    }
  }

  /** The history belongs to another text, as after damage to the database. The text is what counts. */
  #forgetHistory(reason: string): void {
    const { position } = this.#history;
    void this.#keeper.setHistoryAside(this.#record.id, reason, this.#history.toJSON());
    this.#history = new History({ first: position, position, steps: [] });
    this.#save(position);
  }

  #set(change: Partial<RulesetRecord>): void {
    this.#record = { ...this.#record, ...change };
  }

  #save(from: number): void {
    if (this.#closed) return;
    this.#unsavedFrom = Math.min(from, this.#unsavedFrom ?? recordAlone);
    this.#full = false;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
      this.#announce();
    });
    this.#announce();
  }

  async #write(): Promise<void> {
    // What is done in one go of the page is written in one go.
    await undefined;
    while (this.#unsavedFrom !== undefined && this.#conflict === undefined && !this.#full) {
      const from = this.#unsavedFrom;
      this.#unsavedFrom = undefined;
      const outcome = await this.#writeFrom(from);
      if (outcome === "written") continue;
      if (!this.#closed) this.#unsavedFrom = Math.min(from, this.#unsavedFrom ?? recordAlone);
      if (outcome === "full") this.#full = true;
      else if (outcome !== "elsewhere") await this.#compare();
    }
  }

  /** `elsewhere`: it was to be kept where nothing can be kept any more, and starts over. */
  async #writeFrom(from: number): Promise<Outcome | "full" | "elsewhere"> {
    const { first, position } = this.#history;
    const { revision } = this.#record;
    const record = { ...this.#record, revision: revision + 1, first, position };
    const start = Math.max(from, first);
    try {
      const steps = this.#history.stepsFrom(start);
      const outcome = await this.#keeper.write({ record, from: Math.min(start, this.#history.end), steps });
      if (outcome === "written" && this.#record.revision === revision) this.#set({ revision: revision + 1 });
      return outcome;
    } catch (error) {
      return error instanceof StorageUnavailable ? "elsewhere" : "full";
    }
  }

  /** Holds what is here against what is kept. */
  async #compare(): Promise<void> {
    const theirs = await this.#keeper.read(this.#record.id);
    // In memory there is nobody else.
    if (this.#closed || this.#keeper.inMemory) return;
    const { text, name } = this.#record;
    const isSame = theirs?.record.text === text && theirs.record.name === name;
    if (theirs !== undefined && (isSame || this.#unsavedFrom === undefined)) {
      this.#conflict = undefined;
      this.#adopt(theirs);
    } else this.#conflict = { mine: this.#record, theirs: theirs && withoutPlace(theirs.record) };
    this.#announce();
  }

  #adopt({ record, history }: KeptRuleset): void {
    const replaced = record.text !== this.#record.text;
    this.#record = withoutPlace(record);
    this.#history = new History(history);
    this.#unsavedFrom = undefined;
    this.#announce(true);
    if (replaced) this.dispatchEvent(new Event("replaced"));
  }

  #putOnTop(theirs: KeptRuleset | undefined): void {
    if (theirs === undefined) return this.startOver();
    const { text, name } = this.#record;
    const at = this.#keeper.now();
    this.#history = new History(theirs.history);
    this.#record = { ...withoutPlace(theirs.record), name, text, changed: at };
    const edits = difference(theirs.record.text, text);
    this.#save(edits.length === 0 ? recordAlone : this.#history.push({ label: { key: "step-keep-mine" }, at, edits }));
  }

  #announce(always = false): void {
    const { state } = this;
    if (state === this.#announced && state !== "conflict" && !always) return;
    this.#announced = state;
    this.dispatchEvent(new Event("change"));
  }
}

function withoutPlace({ id, name, text, created, changed, revision }: RulesetRecord): RulesetRecord {
  return { id, name, text, created, changed, revision };
}

export function checkedLength(text: string): string {
  if (text.length <= longestText) return text;
  throw new LibraryFault("too-large", `expected a ruleset of at most ${longestText} characters, found ${text.length}; it is probably something else`);
}
