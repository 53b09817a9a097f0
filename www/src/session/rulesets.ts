/**
 * The user's rulesets, for the page: the list, the one that is open in the editor, its versions, and how it is kept. In: what the user does
 * with rulesets as a whole. Out: a state of its own and a `change` event. What is in them is the editor's business.
 */
import type { Editor } from "../editing/editor.ts";
import { openFile, readText, saveFile, type FileHandle } from "../library/files.ts";
import { Library, type Storage } from "../library/library.ts";
import { linkTo, textInLink } from "../library/link.ts";
import type { Conflict, OpenRuleset, SaveState } from "../library/open-ruleset.ts";
import { tidyName, type RulesetSummary, type SetAside, type Version } from "../library/record.ts";
import type { RemovedRuleset } from "../library/store.ts";

/** What changes are held against: the last published version, or another one; without any, the ruleset as it was opened here. */
export interface Baseline {
  /** Undefined for the ruleset as it was opened. */
  readonly version: Version | undefined;
  readonly text: string;
}

export interface RulesetsState {
  readonly list: readonly RulesetSummary[];
  readonly open: { readonly id: string; readonly name: string; readonly state: SaveState; readonly conflict: Conflict | undefined } | undefined;
  /** Of the open one, newest first, the latest hundred. */
  readonly versions: readonly Version[];
  readonly baseline: Baseline | undefined;
  readonly storage: Storage;
  /** What was found in the database and could not be used. */
  readonly setAside: readonly SetAside[];
  /** The last one that was removed, for as long as it can be put back. */
  readonly removed: { readonly name: string } | undefined;
}

export class Rulesets extends EventTarget {
  readonly #library: Library;
  readonly #editor: Editor;
  #state: RulesetsState;
  #removed: RemovedRuleset | undefined;
  /** Files that rulesets were opened from or saved to since the page was opened. */
  readonly #handles = new Map<string, FileHandle>();
  #openedText = "";

  static async start(editor: Editor, now: () => number): Promise<Rulesets> {
    return new Rulesets(await Library.start({ now }), editor);
  }

  private constructor(library: Library, editor: Editor) {
    super();
    this.#library = library;
    this.#editor = editor;
    this.#state = { list: [], open: undefined, versions: [], baseline: undefined, storage: library.storage, setAside: [], removed: undefined };
    library.addEventListener("change", () => void this.#followList());
    library.addEventListener("versions", () => void this.#refreshVersions());
    library.addEventListener("storage", () => this.#set({ storage: library.storage }));
    library.addEventListener("set-aside", () => void this.#refreshSetAside());
    editor.addEventListener("change", () => this.#followName());
    void this.#refreshSetAside();
    void this.refreshList();
  }

  get state(): RulesetsState {
    return this.#state;
  }

  #set(patch: Partial<RulesetsState>): void {
    this.#state = { ...this.#state, ...patch };
    this.dispatchEvent(new Event("change"));
  }

  /** The list is read anew when somebody looks at it, not with every step. */
  async refreshList(): Promise<void> {
    this.#set({ list: await this.#library.list() });
  }

  // Opening

  /** The one that was open last, if there is one. */
  async openLast(): Promise<void> {
    const last = await this.#library.lastOpened();
    if (last !== undefined) await this.open(last);
  }

  /** The ruleset of a link, as one of the user's own. */
  async openLink(hash: string): Promise<void> {
    const shared = await textInLink(hash);
    if (shared !== undefined) await this.create(nameIn(shared), shared);
  }

  async open(id: string): Promise<void> {
    await this.#use(await this.#library.open(id));
  }

  /** A new one, which opens. Its name is that in its text, if there is one. */
  async create(name: string, text: string): Promise<void> {
    await this.#use(await this.#library.create(nameIn(text) || name, text));
  }

  async openFile(): Promise<void> {
    const file = await openFile();
    if (file === undefined) return;
    await this.create(withoutExtension(file.name), file.text);
    if (file.handle !== undefined && this.#state.open !== undefined) this.#handles.set(this.#state.open.id, file.handle);
  }

  async takeFile(file: File): Promise<void> {
    await this.create(withoutExtension(file.name), await readText(file));
  }

  // The open one

  /** To the file it came from or was saved to before, else to one that the user chooses. The file's name, if it was saved. */
  async saveToFile({ another = false } = {}): Promise<string | undefined> {
    const { open } = this.#state;
    if (open === undefined) return undefined;
    const saved = await saveFile(open.name, this.#editor.text, another ? undefined : this.#handles.get(open.id));
    if (saved?.handle !== undefined) this.#handles.set(open.id, saved.handle);
    return saved?.name;
  }

  link(address: string): Promise<string> {
    return linkTo(address, this.#editor.text);
  }

  /** The name stands in the ruleset's text, and is a step like any other; where the text is no JSON it is the list's alone. */
  async rename(name: string): Promise<void> {
    const { open } = this.#state;
    if (open === undefined) return;
    if (this.#editor.fault === undefined) this.#editor.set(["name"], name, { key: "step-rename", args: { name } });
    else await this.#library.rename(open.id, name);
  }

  async duplicate(name: string): Promise<void> {
    const { open } = this.#state;
    if (open === undefined) return;
    await this.#use(await this.#library.duplicate(open.id, name));
    await this.rename(name);
  }

  /** Removes the open ruleset; the one that was changed last before it opens, if there is one. */
  async remove(): Promise<void> {
    const { open } = this.#state;
    if (open === undefined) return;
    this.#removed = await this.#library.remove(open.id);
    this.#set({ removed: { name: open.name } });
    const [next] = await this.#library.list();
    if (next === undefined) this.#close();
    else await this.open(next.id);
  }

  async putBack(): Promise<void> {
    const removed = this.#removed;
    if (removed === undefined) return;
    this.forgetRemoved();
    await this.#library.restore(removed);
    await this.open(removed.record.id);
  }

  forgetRemoved(): void {
    this.#removed = undefined;
    this.#set({ removed: undefined });
  }

  retry(): Promise<void> {
    return this.#library.retry();
  }

  async resolve(choice: "mine" | "theirs" | "copy", name: string): Promise<void> {
    const ruleset = this.#editor.ruleset;
    if (ruleset === undefined) return;
    const theirs = ruleset.conflict?.theirs;
    const copy = choice === "copy" ? await ruleset.resolve("copy", name) : void (await ruleset.resolve(choice));
    if (copy instanceof Object) await this.#use(copy);
    else if (choice === "theirs" && theirs === undefined) this.#close();
    else this.#show();
  }

  /** What was found in the database, as a file. */
  async saveAside({ text, value, ruleset, kind }: SetAside): Promise<void> {
    await saveFile(`${kind} ${ruleset}`, text ?? JSON.stringify(value, null, 2) ?? "");
  }

  async discard(aside: SetAside): Promise<void> {
    await this.#library.discard(aside.key);
    await this.#refreshSetAside();
  }

  // Versions

  /** Keeps the ruleset as it is as a version; changes are held against it from now on. */
  async publish(note: string, at: number): Promise<void> {
    const { open } = this.#state;
    if (open === undefined) return;
    await this.#library.publish(open.id, note, at);
    await this.#refreshVersions();
    this.holdAgainst(this.#state.versions[0]);
  }

  /** Holds changes against a version, or against the ruleset as it was opened. */
  holdAgainst(version: Version | undefined): void {
    this.#set({ baseline: { version, text: version?.text ?? this.#openedText } });
  }

  /** The text of a version becomes that of the ruleset: a step like any other. */
  restore(version: Version): void {
    this.#editor.replace(version.text, { key: "step-restore", args: { number: version.number } });
  }

  // Inside

  async #use(ruleset: OpenRuleset): Promise<void> {
    const before = this.#editor.ruleset;
    before?.removeEventListener("change", this.#onRuleset);
    ruleset.addEventListener("change", this.#onRuleset);
    this.#openedText = ruleset.record.text;
    const versions = await this.#library.versions(ruleset.record.id);
    const [last] = versions;
    this.#state = { ...this.#state, versions, baseline: { version: last, text: last?.text ?? this.#openedText } };
    this.#editor.open(ruleset);
    this.#show();
    if (before !== undefined && before !== ruleset) await this.#library.close(before.record.id);
    await this.refreshList();
  }

  #close(): void {
    this.#editor.ruleset?.removeEventListener("change", this.#onRuleset);
    this.#state = { ...this.#state, open: undefined, versions: [], baseline: undefined };
    this.#editor.open(undefined);
    this.#set({});
  }

  #onRuleset = (): void => this.#show();

  #show(): void {
    const ruleset = this.#editor.ruleset;
    if (ruleset === undefined) return;
    const { id, name } = ruleset.record;
    this.#set({ open: { id, name, state: ruleset.state, conflict: ruleset.conflict } });
  }

  /** The list calls a ruleset what it calls itself. */
  #followName(): void {
    const ruleset = this.#editor.ruleset;
    const { name } = this.#editor.document;
    if (ruleset === undefined || typeof name !== "string" || name.trim() === "" || tidyName(name) === ruleset.record.name) return;
    void this.#library.rename(ruleset.record.id, name).then(() => this.#show());
  }

  /** Every step changes the list's times; it is read anew only where it shows that nothing is there. */
  async #followList(): Promise<void> {
    if (this.#state.list.length === 0) await this.refreshList();
  }

  async #refreshVersions(): Promise<void> {
    const { open } = this.#state;
    if (open === undefined) return;
    const versions = await this.#library.versions(open.id);
    // Published in another tab: what is held against the last one is held against the newest.
    const before = this.#state.baseline?.version;
    const followed = before !== undefined && before.number === this.#state.versions[0]?.number;
    this.#set({ versions });
    if (followed && versions[0] !== undefined) this.holdAgainst(versions[0]);
  }

  async #refreshSetAside(): Promise<void> {
    this.#set({ setAside: await this.#library.setAside() });
  }
}

function withoutExtension(name: string): string {
  return name.replace(/\.[^.]*$/, "");
}

/** The name that a ruleset's text gives it, if that can be read. */
function nameIn(text: string): string {
  try {
    const { name } = JSON.parse(text.replace(/^\uFEFF/, "")) as { name?: unknown };
    return typeof name === "string" ? name.trim() : "";
  } catch {
    return "";
  }
}
