/**
 * The ruleset in work: its text, the document in it, and the steps that led there. Everything that changes a ruleset goes through here, so
 * that every change is one step to undo. In: steps. Out: a `change` event after each. Where steps are kept, the library knows.
 */
import { applyEdits, difference, type Edit } from "../library/edits.ts";
import type { Label } from "../library/history.ts";
import type { OpenRuleset } from "../library/open-ruleset.ts";
import { at, type Path, type RulesetDocument } from "./document.ts";
import { inserting, parse, setting, type Parsed } from "./ruleset-text.ts";

export type { Label } from "../library/history.ts";
export type { Edit } from "../library/edits.ts";

/** How a step is to be taken. */
export interface StepOptions {
  /** Steps of one group that follow each other within a second are one to undo: somebody types, or drags. */
  group?: string;
  /** The group is one movement, and one step, however long it takes: somebody holds something and drags it. */
  held?: boolean;
}

/** A change of the text. */
export class EditorChange extends Event {
  /** `step` for something new, `undo` and `redo`, `open` for another ruleset, `elsewhere` for what another tab did to this one. */
  readonly cause: "step" | "undo" | "redo" | "open" | "elsewhere";
  /** From the text before to the one after. */
  readonly edits: readonly Edit[];

  constructor(cause: EditorChange["cause"], edits: readonly Edit[]) {
    super("change");
    this.cause = cause;
    this.edits = edits;
  }
}

const empty = "{}";

export class Editor extends EventTarget {
  #ruleset: OpenRuleset | undefined;
  #text = empty;
  #parsed: Parsed = parse(empty);
  /** The last document there was: shown, and not to be edited, while the text is no JSON. */
  #document: RulesetDocument = {};
  readonly #now: () => number;

  constructor(now: () => number) {
    super();
    this.#now = now;
  }

  get ruleset(): OpenRuleset | undefined {
    return this.#ruleset;
  }

  get text(): string {
    return this.#text;
  }

  /** The document in the text, or the last one that was in it. */
  get document(): RulesetDocument {
    return this.#document;
  }

  /** Where the text is no JSON; undefined if it is. Then, and only then, the document can be edited by its parts. */
  get fault(): { offset: number; length: number } | undefined {
    return this.#parsed.fault;
  }

  /** What `undo` would take back; undefined if there is nothing. */
  get undoLabel(): Label | undefined {
    return this.#ruleset?.history.undoable?.label;
  }

  get redoLabel(): Label | undefined {
    return this.#ruleset?.history.redoable?.label;
  }

  get canUndo(): boolean {
    return this.undoLabel !== undefined;
  }

  get canRedo(): boolean {
    return this.redoLabel !== undefined;
  }

  read(path: Path): unknown {
    return at(this.#document, path);
  }

  /** Puts a value where the path says; `undefined` takes away what is there. */
  set(path: Path, value: unknown, label: Label, options?: StepOptions): void {
    this.setAll([[path, value]], label, options);
  }

  /** Several at once, as one step, made one after another. */
  setAll(changes: readonly (readonly [Path, unknown])[], label: Label, options?: StepOptions): void {
    this.#edit(
      changes.map(([path, value]) => (text: string) => setting(text, path, value)),
      label,
      options,
    );
  }

  /** Puts a value into a list, before what stands at the place. */
  insert(path: Path, place: number, value: unknown, label: Label): void {
    this.#edit([(text) => inserting(text, path, place, value)], label);
  }

  remove(path: Path, label: Label): void {
    this.set(path, undefined, label);
  }

  /**
   * Takes an item of a list to a place in the same or another list; the place is counted without the item itself. `value` is what it is to be
   * there, if not what it was.
   */
  move(from: Path, to: Path, place: number, label: Label, value: unknown = at(this.#document, from)): void {
    if (value === undefined) return;
    this.#edit([(text) => setting(text, from, undefined), (text) => inserting(text, to, place, value)], label);
  }

  /** Another text in place of this one, as one step. */
  replace(text: string, label: Label, options?: StepOptions): void {
    this.#take(difference(this.#text, text), label, options);
  }

  undo(): void {
    const edits = this.#ruleset?.undo(this.#now());
    if (edits !== undefined) this.#show("undo", edits);
  }

  redo(): void {
    const edits = this.#ruleset?.redo(this.#now());
    if (edits !== undefined) this.#show("redo", edits);
  }

  /** Another ruleset, with steps of its own; none at all closes the one that is open. */
  open(ruleset: OpenRuleset | undefined): void {
    this.#ruleset?.removeEventListener("replaced", this.#onReplaced);
    this.#ruleset = ruleset;
    ruleset?.addEventListener("replaced", this.#onReplaced);
    this.#document = {};
    this.#show("open", difference(this.#text, ruleset?.record.text ?? empty));
  }

  #onReplaced = (): void => this.#show("elsewhere", difference(this.#text, this.#ruleset?.record.text ?? empty));

  #edit(makes: readonly ((text: string) => Edit[])[], label: Label, options?: StepOptions): void {
    // What is no JSON has no parts.
    if (this.#parsed.fault !== undefined) return;
    let text = this.#text;
    const edits = makes.flatMap((make) => {
      const made = make(text);
      text = applyEdits(text, made);
      return made;
    });
    if (text !== this.#text) this.#take(edits, label, options);
  }

  #take(edits: Edit[], label: Label, { group, held }: StepOptions = {}): void {
    if (edits.length === 0 || this.#ruleset === undefined) return;
    this.#ruleset.save({ label, at: this.#now(), edits, ...(group === undefined ? {} : { group }), ...(held ? { held } : {}) });
    this.#show("step", edits);
  }

  #show(cause: EditorChange["cause"], edits: readonly Edit[]): void {
    this.#text = applyEdits(this.#text, edits);
    this.#parsed = parse(this.#text);
    if (this.#parsed.document !== undefined) this.#document = this.#parsed.document;
    this.dispatchEvent(new EditorChange(cause, edits));
  }
}
