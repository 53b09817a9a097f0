/**
 * The one place where state changes. In: what the user does. Out: a new state and a `change` event. It asks the worker for
 * everything that takes time, and it keeps what was there before until its successor has arrived.
 */
import type { ScoringClient } from "../worker/client.ts";
import { JobFailed, Superseded } from "../worker/client.ts";
import type { Arrangement, Loaded, Rows, Scored } from "../worker/protocol.ts";
import { recognise, type Role } from "./recognise.ts";
import { fetchSample, isSample } from "./sample.ts";
import { emptyState, noArrangement, type Assignment, type Complaint, type InstantOrigin, type Ruleset, type State } from "./state.ts";

/** The rulesets people write have kilobytes; what is bigger than this is something else. */
const largestRuleset = 8 * 1024 * 1024;

export class Session extends EventTarget {
  #client: ScoringClient;
  #state: State;
  /** Files are taken one lot after the other. */
  #files: Promise<void> = Promise.resolve();
  /** Whether the worker is a fresh one that has not yet done anything. */
  #recovering = false;
  /** What contacts were before, for when a file turns out to have been taken for the wrong thing. */
  #contactsBefore: File | undefined;

  constructor(client: ScoringClient, now: number) {
    super();
    this.#client = client;
    this.#state = emptyState(now);
  }

  get state(): State {
    return this.#state;
  }

  #set(patch: Partial<State>): void {
    this.#state = { ...this.#state, ...patch };
    this.dispatchEvent(new Event("change"));
  }

  // Files

  /** Takes files; where two of them would be the contacts or the events, it asks. */
  async add(files: Iterable<File>): Promise<void> {
    const assignments = await Promise.all(Array.from(files, async (file) => ({ file, role: await recognise(file) })));
    const count = (role: Role): number => assignments.filter((one) => one.role === role).length;
    if (count("contacts") <= 1 && count("events") <= 1) await this.take(assignments);
    else this.#set({ unclear: [...this.#state.unclear, ...assignments] });
  }

  /** Takes files as what they are said to be. Contacts that are still being read are given up for those that come now. */
  take(assignments: Assignment[]): Promise<void> {
    if (assignments.some(({ role }) => role === "contacts")) this.#client.cancelLoad();
    return this.#enqueue(() => this.#take(assignments));
  }

  /** Takes the files of which it was not clear what they are. */
  settle(assignments: Assignment[]): Promise<void> {
    this.#set({ unclear: [] });
    return this.take(assignments);
  }

  dropUnclear(): void {
    this.#set({ unclear: [] });
  }

  /** Uses a file that was taken for one thing as another; what it had replaced comes back. */
  async reassign(file: File, from: Role, to: Role): Promise<void> {
    this.dismiss(file);
    const { contacts, events } = this.#state;
    const assignments: Assignment[] = [{ file, role: to }];
    if (from === "contacts" && contacts?.file === file) {
      if (this.#contactsBefore === undefined) await this.#forgetContacts();
      else assignments.push({ file: this.#contactsBefore, role: "contacts" });
    }
    if (from === "ruleset") this.#forgetRuleset(file);
    const inUse = from === "events" && events === file;
    if (inUse) this.#set({ events: undefined });
    await this.take(assignments);
    // The contacts that stay were scored with what turned out not to be events.
    if (inUse && contacts !== undefined && this.#state.contacts === contacts) await this.removeEvents();
  }

  /** Scores without events from now on. */
  removeEvents(): Promise<void> {
    return this.#enqueue(async () => {
      const contacts = this.#state.contacts?.file;
      if (contacts === undefined) this.#set({ events: undefined });
      else await this.#load(contacts, undefined, "contacts");
    });
  }

  dismiss(file: File): void {
    this.#set({ complaints: this.#state.complaints.filter((complaint) => complaint.file !== file) });
  }

  async trySample(): Promise<void> {
    try {
      const sample = await fetchSample();
      this.#set({ asOf: sample.asOf, asOfOrigin: "sample" });
      await this.take(sample.assignments);
    } catch (error) {
      this.#complain({ file: new File([], "the sample"), role: "contacts", message: messageOf(error) });
    }
  }

  cancelLoad(): void {
    this.#client.cancelLoad();
  }

  // Scoring

  async chooseRuleset(ruleset: Ruleset): Promise<void> {
    const { arrangement } = this.#state;
    const [first] = ruleset.outline.scores;
    const known = ruleset.outline.scores.some(({ id }) => id === arrangement.sort);
    const { band: _, ...rest } = arrangement;
    const sorted = known ? rest : { ...rest, sort: first?.id ?? null, descending: true };
    this.#set({ ruleset, arrangement: sorted });
    await this.#score();
  }

  async chooseInstant(asOf: number, origin: InstantOrigin): Promise<void> {
    this.#set({ asOf, asOfOrigin: origin });
    await this.#score();
  }

  // The list of contacts

  async arrange(change: Partial<Arrangement>): Promise<void> {
    const arrangement: Arrangement = { ...this.#state.arrangement, ...change };
    this.#set({ arrangement, arranging: true });
    const arranged = await this.#quietly(this.#client.run("arrange", arrangement));
    // A newer arrangement is on its way.
    if (this.#state.arrangement !== arrangement) return;
    this.#set({ arranging: false });
    const { scored } = this.#state;
    if (arranged && scored && arranged.generation > scored.arranged.generation) this.#set({ scored: { ...scored, arranged } });
  }

  /** Every contact again, whatever its band. */
  async clearBand(): Promise<void> {
    const { band: _, ...arrangement } = this.#state.arrangement;
    this.#set({ arrangement });
    await this.arrange({});
  }

  async rows(from: number, to: number): Promise<Rows | undefined> {
    return (await this.#quietly(this.#client.run("rows", { from, to }))) ?? undefined;
  }

  async explain(row: number): Promise<void> {
    const explained = await this.#quietly(this.#client.run("explain", { row }));
    if (explained) this.#set({ explained });
  }

  closeLedger(): void {
    this.#set({ explained: undefined });
  }

  async csv(): Promise<Blob | undefined> {
    return this.#quietly(this.#client.run("export", {}));
  }

  // Inside

  #enqueue(step: () => Promise<void>): Promise<void> {
    this.#files = this.#files.then(step);
    return this.#files;
  }

  async #take(assignments: Assignment[]): Promise<void> {
    this.#set({ complaints: this.#state.complaints.filter(({ role }) => !assignments.some((one) => one.role === role)) });
    let accepted: Ruleset | undefined;
    for (const { file, role } of assignments) {
      if (role !== "ruleset") continue;
      const ruleset = await this.#check(file);
      accepted ??= ruleset;
    }
    if (accepted !== undefined) await this.chooseRuleset(accepted);

    const contacts = assignments.findLast(({ role }) => role === "contacts")?.file;
    const events = assignments.findLast(({ role }) => role === "events")?.file;
    if (contacts === undefined && events === undefined) return;
    const kept = this.#state.events;
    // The sample's events are about the sample's contacts only.
    const keptFits = contacts === undefined || kept === undefined || !isSample(kept);
    const source = contacts ?? this.#state.contacts?.file;
    if (source === undefined) this.#set({ events });
    else await this.#load(source, events ?? (keptFits ? kept : undefined), contacts === undefined ? "events" : "contacts");
  }

  /** The ruleset, if it can be used; else there is a complaint. */
  async #check(file: File): Promise<Ruleset | undefined> {
    if (file.size > largestRuleset) {
      this.#complain({ file, role: "ruleset", message: "expected a ruleset, found a file of more than 8 MB" });
      return undefined;
    }
    try {
      const text = await file.text();
      const { diagnostics, outline } = await this.#client.run("check", { text });
      if (outline === undefined) {
        this.#complain({ file, role: "ruleset", message: "", diagnostics: { list: diagnostics, text } });
        return undefined;
      }
      const ruleset: Ruleset = { file, text, outline, warnings: diagnostics };
      this.#set({ rulesets: [...this.#state.rulesets.filter((other) => other.file.name !== file.name), ruleset] });
      return ruleset;
    } catch (error) {
      this.#fail(error, { file, role: "ruleset" });
      return undefined;
    }
  }

  /** Whether the contacts, and the events, are now in use. `given` is what the user has just given. */
  async #load(contacts: File, events: File | undefined, given: "contacts" | "events"): Promise<boolean> {
    const [first, role] = given === "events" && events !== undefined ? [events, given] : [contacts, "contacts" as const];
    this.#set({ loading: { file: first, role, bytesRead: 0, bytesTotal: first.size, rows: 0 } });
    // The sample's instant is about the sample only.
    const asOf = this.#state.asOfOrigin === "sample" && !isSample(contacts) ? Date.now() : undefined;
    try {
      const loaded = await this.#client.run(
        "load",
        { contacts, ...(events && { events }), ...(asOf && { asOf }) },
        ({ stage, bytesRead, bytesTotal, rows }) =>
          this.#set({ loading: { file: stage === "events" && events ? events : contacts, role: stage, bytesRead, bytesTotal: bytesTotal ?? 0, rows } }),
      );
      if (this.#state.contacts?.file !== contacts) this.#contactsBefore = this.#state.contacts?.file;
      if (asOf !== undefined && this.#state.asOfOrigin === "sample") this.#set({ asOf, asOfOrigin: "now" });
      this.#show(contacts, events, loaded);
      return true;
    } catch (error) {
      this.#set({ loading: undefined });
      const ordinary = error instanceof JobFailed && !error.fatal;
      if (ordinary && events !== undefined) {
        // Contacts that have been read before are not at fault. Of others it shows when they are read alone, and they are of use alone.
        const fine = given === "events" || (await this.#load(contacts, undefined, "contacts"));
        if (fine) this.#fail(error, { file: events, role: "events" });
      } else this.#fail(error, { file: contacts, role: "contacts" });
      return false;
    }
  }

  #show(file: File, events: File | undefined, { report, rowCount, scored }: Loaded): void {
    const same = this.#state.contacts?.file === file;
    const explained = same ? this.#state.explained : undefined;
    this.#recovering = false;
    const { ruleset } = this.#state;
    this.#set({ contacts: { file, report, rowCount }, events, scored: ruleset && scored, explained, loading: undefined });
    if (explained !== undefined) void this.explain(explained.row);
  }

  async #score(): Promise<void> {
    const { ruleset, asOf, arrangement } = this.#state;
    if (ruleset === undefined) return;
    try {
      const scored: Scored | null = await this.#client.run("score", { ruleset: ruleset.text, asOf, arrangement });
      this.#recovering = false;
      if (scored === null) return;
      this.#set({ scored });
      if (this.#state.explained !== undefined) await this.explain(this.#state.explained.row);
    } catch (error) {
      this.#fail(error, { file: ruleset.file, role: "ruleset" });
    }
  }

  /** The worker has no way to let go of contacts but to make place for others; a fresh one has none. */
  async #forgetContacts(): Promise<void> {
    this.#client.restart();
    this.#set({ contacts: undefined, scored: undefined, explained: undefined });
    await this.#score();
  }

  #forgetRuleset(file: File): void {
    const rulesets = this.#state.rulesets.filter((ruleset) => ruleset.file !== file);
    const last: Ruleset | undefined = rulesets.at(-1);
    this.#set({ rulesets, ruleset: last, ...(last === undefined ? { scored: undefined, explained: undefined, arrangement: noArrangement } : {}) });
    if (last !== undefined) void this.chooseRuleset(last);
  }

  #complain(complaint: Complaint): void {
    this.#set({ complaints: [...this.#state.complaints.filter(({ file }) => file !== complaint.file), complaint] });
  }

  #fail(error: unknown, { file, role }: Assignment): void {
    if (error instanceof Superseded) return;
    const unexpected = error instanceof JobFailed && (error.fatal || error.code === "unexpected");
    this.#complain({ file, role, message: messageOf(error), unexpected });
    if (error instanceof JobFailed && error.fatal) this.#recover();
  }

  /** A fresh worker, with what had been accepted before; without it, if that breaks the fresh one as well. */
  #recover(): void {
    this.#client.restart();
    if (this.#recovering) {
      this.#set({ contacts: undefined, events: undefined, scored: undefined, explained: undefined });
      return;
    }
    this.#recovering = true;
    const { ruleset, contacts, events, asOf, arrangement } = this.#state;
    if (ruleset !== undefined) void this.#quietly(this.#client.run("score", { ruleset: ruleset.text, asOf, arrangement }));
    if (contacts !== undefined) {
      void this.#enqueue(async () => {
        await this.#load(contacts.file, events, "contacts");
      });
    }
  }

  /** The output, or undefined if it has been superseded; whatever else went wrong stands beside the contacts. */
  async #quietly<T>(output: Promise<T>): Promise<T | undefined> {
    try {
      return await output;
    } catch (error) {
      const file = this.#state.contacts?.file;
      if (file !== undefined) this.#fail(error, { file, role: "contacts" });
      return undefined;
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
