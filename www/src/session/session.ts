/**
 * The one place where state changes. In: what the user does, and the editor's steps. Out: a new state and a `change` event. It asks the
 * worker for everything that takes time, and it keeps what was there before until its successor has arrived.
 */
import type { Path } from "../editing/document.ts";
import type { Editor, EditorChange } from "../editing/editor.ts";
import type { ScoringClient } from "../worker/client.ts";
import { JobFailed, Superseded } from "../worker/client.ts";
import type { Rows } from "../worker/jobs/listing.ts";
import type { Arrangement, Evaluated, JobKind, Jobs, Loaded } from "../worker/protocol.ts";
import { isLink } from "../library/link.ts";
import { templateText } from "../library/templates.ts";
import { recognise, type Role } from "./recognise.ts";
import type { Rulesets } from "./rulesets.ts";
import { fetchSample, isSample } from "./sample.ts";
import type { Testing } from "./tested.ts";
import { editedIn, emptyState, noArrangement, type Assignment, type Complaint, type InstantOrigin, type State, type View } from "./state.ts";

export class Session extends EventTarget {
  readonly editor: Editor;
  readonly rulesets: Rulesets;
  #client: ScoringClient;
  #state: State;
  readonly #now: () => number;
  /** Files are taken one lot after the other. */
  #files: Promise<void> = Promise.resolve();
  /** Whether the worker is a fresh one that has not yet done anything. */
  #recovering = false;
  /** What contacts were before, for when a file turns out to have been taken for the wrong thing. */
  #contactsBefore: File | undefined;

  constructor(client: ScoringClient, editor: Editor, rulesets: Rulesets, now: () => number) {
    super();
    this.#client = client;
    this.#now = now;
    this.editor = editor;
    this.rulesets = rulesets;
    this.#state = emptyState(now(), rulesets.state);
    editor.addEventListener("change", (event) => this.#onEditor((event as EditorChange).cause));
    rulesets.addEventListener("change", () => this.#set({ rulesets: rulesets.state, open: rulesets.state.open !== undefined }));
  }

  get state(): State {
    return this.#state;
  }

  #set(patch: Partial<State>): void {
    this.#state = { ...this.#state, ...patch };
    this.dispatchEvent(new Event("change"));
  }

  /** Begins with the ruleset of a link that opened the page, or with the one that was open last. */
  async resume(location: Location, history: History): Promise<void> {
    if (!(await this.follow(location, history))) await this.rulesets.openLast();
  }

  /** Opens the ruleset of a link. Whether the address was one. */
  async follow({ hash, pathname, search }: Location, history: History): Promise<boolean> {
    if (!isLink(hash)) return false;
    // What is in the link is in the library then; the same link opens it as another one.
    history.replaceState(null, "", pathname + search);
    try {
      await this.rulesets.openLink(hash);
      return true;
    } catch (error) {
      this.#complain({ file: new File([], ""), role: "ruleset", message: messageOf(error), isLink: true, ...faultOf(error) });
      return this.#state.open;
    }
  }

  // Getting about

  show(view: View): void {
    if (view === this.#state.view) return;
    const { testing, explained } = this.#state;
    // Whose ledger is open is the one to test, until another is picked.
    const picks = view === "test" && testing.row === undefined && explained !== undefined;
    this.#set({ view, ...(picks ? { testing: { ...testing, row: explained.row } } : {}) });
  }

  /** Shows a part of the ruleset where it is edited. */
  reveal(path: Path, view: View = editedIn(path)): void {
    this.#set({ view, revealed: { path, time: (this.#state.revealed?.time ?? 0) + 1 } });
  }

  /** Publishes the ruleset as it is. One with errors scores nobody, and is not published. */
  async publish(note: string): Promise<void> {
    if (!this.#state.faulty) await this.rulesets.publish(note, this.#now());
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
      const [sample, text] = await Promise.all([fetchSample(), templateText("inbound")]);
      if (!this.#state.open) await this.rulesets.create("", text);
      this.show("contacts");
      // Before the contacts, which are scored as of the instant that the worker knows.
      await this.chooseInstant(sample.asOf, "sample");
      await this.take(sample.assignments);
    } catch (error) {
      this.#complain({ file: new File([], "sample"), role: "contacts", message: messageOf(error) });
    }
  }

  cancelLoad(): void {
    this.#client.cancelLoad();
  }

  // Scoring

  async chooseInstant(asOf: number, origin: InstantOrigin): Promise<void> {
    this.#set({ asOf, asOfOrigin: origin });
    await this.#evaluate();
  }

  setNow(): Promise<void> {
    return this.chooseInstant(this.#now(), "now");
  }

  // The list of contacts

  async arrange(change: Partial<Arrangement>): Promise<void> {
    const arrangement: Arrangement = { ...this.#state.arrangement, ...change };
    this.#set({ arrangement, arranging: true });
    const arranged = await this.ask("arrange", arrangement);
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

  /** Every contact again, in the order in which they are. */
  async clearFilters(): Promise<void> {
    const { sort, descending } = this.#state.arrangement;
    this.#set({ arrangement: { ...noArrangement, sort, descending } });
    await this.arrange({});
  }

  /** The list with only some of the contacts: of those that it has now, or of all. */
  async showPart(part: Pick<Arrangement, "band" | "crossed" | "range" | "list">, { ofListed = false }: { ofListed?: boolean } = {}): Promise<void> {
    const { arrangement } = this.#state;
    const { sort, descending } = arrangement;
    this.#set({ view: "contacts", arrangement: ofListed ? arrangement : { ...noArrangement, sort, descending } });
    await this.arrange(part);
  }

  /** Takes back what `showPart` kept besides a band. */
  async clearPart(part: "crossed" | "range" | "list"): Promise<void> {
    const { [part]: _, ...arrangement } = this.#state.arrangement;
    this.#set({ arrangement });
    await this.arrange({});
  }

  async rows(from: number, to: number, properties: string[] = []): Promise<Rows | undefined> {
    return (await this.ask("rows", { from, to, properties })) ?? undefined;
  }

  async explain(row: number): Promise<void> {
    const explained = await this.ask("explain", { row });
    if (explained) this.#set({ explained });
  }

  closeLedger(): void {
    this.#set({ explained: undefined });
  }

  // The contact under test

  test(change: Partial<Testing>): void {
    this.#set({ testing: { ...this.#state.testing, ...change } });
  }

  /**
   * Anything that the worker can be asked for: its output, or undefined if it was overtaken by a newer request of its channel or failed; a
   * failure is told beside the contacts.
   */
  async ask<K extends JobKind>(kind: K, input: Jobs[K]["input"], channel: string = kind): Promise<Jobs[K]["output"] | undefined> {
    try {
      return await this.#client.run(kind, input, { channel });
    } catch (error) {
      this.#failAtWork(error);
      return undefined;
    }
  }

  // Inside

  #onEditor(cause: EditorChange["cause"]): void {
    // Other rules have other scores and bands. What depends on the text shows it at once; the numbers follow.
    if (cause === "open") this.#set({ arrangement: noArrangement, explained: undefined, scored: undefined, diagnostics: [], outline: undefined });
    else this.dispatchEvent(new Event("change"));
    void this.#evaluate();
  }

  #enqueue(step: () => Promise<void>): Promise<void> {
    this.#files = this.#files.then(step);
    return this.#files;
  }

  async #take(assignments: Assignment[]): Promise<void> {
    this.#set({ complaints: this.#state.complaints.filter(({ role }) => !assignments.some((one) => one.role === role)) });
    const untouched = this.#state.contacts === undefined && !this.#state.open;
    const ruleset = assignments.find(({ role }) => role === "ruleset")?.file;
    if (ruleset !== undefined) await this.#takeRuleset(ruleset);

    const contacts = assignments.findLast(({ role }) => role === "contacts")?.file;
    const events = assignments.findLast(({ role }) => role === "events")?.file;
    if (contacts === undefined && events === undefined) return;
    const kept = this.#state.events;
    // The sample's events are about the sample's contacts only.
    const keptFits = contacts === undefined || kept === undefined || !isSample(kept);
    const source = contacts ?? this.#state.contacts?.file;
    if (untouched) this.#set({ view: "contacts" });
    if (source === undefined) this.#set({ events });
    else await this.#load(source, events ?? (keptFits ? kept : undefined), contacts === undefined ? "events" : "contacts");
  }

  async #takeRuleset(file: File): Promise<void> {
    try {
      await this.rulesets.takeFile(file);
    } catch (error) {
      this.#complain({ file, role: "ruleset", message: messageOf(error), ...faultOf(error) });
    }
  }

  /** Whether the contacts, and the events, are now in use. `given` is what the user has just given. */
  async #load(contacts: File, events: File | undefined, given: "contacts" | "events"): Promise<boolean> {
    const [first, role] = given === "events" && events !== undefined ? [events, given] : [contacts, "contacts" as const];
    this.#set({ loading: { file: first, role, bytesRead: 0, bytesTotal: first.size, rows: 0 } });
    // The sample's instant is about the sample only.
    const asOf = this.#state.asOfOrigin === "sample" && !isSample(contacts) ? this.#now() : undefined;
    try {
      const loaded = await this.#client.run(
        "load",
        { contacts, ...(events && { events }), ...(asOf && { asOf }) },
        {
          onProgress: ({ stage, bytesRead, bytesTotal, rows }) =>
            this.#set({ loading: { file: stage === "events" && events ? events : contacts, role: stage, bytesRead, bytesTotal: bytesTotal ?? 0, rows } }),
        },
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

  #show(file: File, events: File | undefined, { report, rowCount, evaluated }: Loaded): void {
    const same = this.#state.contacts?.file === file;
    const explained = same ? this.#state.explained : undefined;
    const testing = same ? this.#state.testing : { ...this.#state.testing, row: undefined };
    this.#recovering = false;
    this.#set({ contacts: { file, report, rowCount }, events, explained, testing, loading: undefined });
    if (evaluated !== undefined) this.#showEvaluated(evaluated);
  }

  /** Scores by the text as it is now. A newer one overtakes it. */
  async #evaluate(): Promise<void> {
    const { asOf, arrangement } = this.#state;
    if (this.editor.ruleset === undefined) return;
    try {
      const evaluated = await this.#client.run("evaluate", { ruleset: this.editor.text, asOf, arrangement });
      this.#recovering = false;
      this.#showEvaluated(evaluated);
    } catch (error) {
      this.#failAtWork(error);
    }
  }

  #showEvaluated({ diagnostics, outline, scored }: Evaluated): void {
    const faulty = outline === undefined;
    const arrangement = scored?.arrangement ?? this.#state.arrangement;
    const evaluations = this.#state.evaluations + 1;
    this.#set({ diagnostics, faulty, arrangement, evaluations, ...(faulty ? {} : { outline }), ...(scored ? { scored } : {}) });
    if (scored && this.#state.explained !== undefined) void this.explain(this.#state.explained.row);
  }

  async #forgetContacts(): Promise<void> {
    await this.ask("unload", {});
    this.#set({ contacts: undefined, scored: undefined, explained: undefined, arrangement: noArrangement });
  }

  #complain(complaint: Complaint): void {
    this.#set({ complaints: [...this.#state.complaints.filter(({ file }) => file !== complaint.file), complaint] });
  }

  /** What goes wrong with contacts that have been read is not their file's fault. */
  #failAtWork(error: unknown): void {
    this.#fail(error, { file: this.#state.contacts?.file ?? new File([], ""), role: "contacts" }, true);
  }

  #fail(error: unknown, { file, role }: Assignment, atWork = false): void {
    if (error instanceof Superseded) return;
    const unexpected = atWork || !(error instanceof JobFailed) || error.fatal || error.code === "unexpected";
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
    const { contacts, events } = this.#state;
    void this.#evaluate();
    if (contacts !== undefined) {
      void this.#enqueue(async () => {
        await this.#load(contacts.file, events, "contacts");
      });
    }
  }
}

/** What the library calls it. */
function faultOf(error: unknown): { fault?: string } {
  return error instanceof Error && "code" in error ? { fault: String(error.code) } : {};
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
