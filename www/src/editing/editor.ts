/**
 * The ruleset in work: its text, the document in it, and the steps that led there. Everything that changes a ruleset goes through here, so
 * that every change is one step to undo. In: steps. Out: a `change` event after each, with what the step was.
 */
import { at, type Path, type RulesetDocument } from "./document.ts";
import { apply, inserting, inverse, parse, replacing, setting, type Edit, type Parsed } from "./ruleset-text.ts";

/** What a step did, in words: the id of a message, and what is put into it. */
export interface Label {
  key: string;
  args?: Record<string, string | number>;
}

export interface Step {
  label: Label;
  edits: Edit[];
}

/** How a step is to be taken. */
export interface StepOptions {
  /** Steps of one group that follow each other within a second are one to undo: somebody types, or drags. */
  group?: string;
}

/** A change of the text. */
export class EditorChange extends Event {
  /** `step` for something new, `undo` and `redo`, `open` for another ruleset, `other` for what came from elsewhere. */
  readonly cause: "step" | "undo" | "redo" | "open" | "other";
  readonly edits: readonly Edit[];

  constructor(cause: EditorChange["cause"], edits: readonly Edit[]) {
    super("change");
    this.cause = cause;
    this.edits = edits;
  }
}

interface Taken extends Step {
  group: string | undefined;
  at: number;
}

const burst = 1000;

export class Editor extends EventTarget {
  #text: string;
  #parsed: Parsed;
  /** The last document there was: shown, and not to be edited, while the text is no JSON. */
  #document: RulesetDocument;
  #done: Taken[] = [];
  #undone: Taken[] = [];
  readonly #now: () => number;

  constructor(text: string, now: () => number) {
    super();
    this.#text = text;
    this.#now = now;
    this.#parsed = parse(text);
    this.#document = this.#parsed.document ?? {};
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

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** What `undo` would take back. */
  get undoLabel(): Label | undefined {
    return this.#done.at(-1)?.label;
  }

  get redoLabel(): Label | undefined {
    return this.#undone.at(-1)?.label;
  }

  read(path: Path): unknown {
    return at(this.#document, path);
  }

  /** Puts a value where the path says; `undefined` takes away what is there. */
  set(path: Path, value: unknown, label: Label, options?: StepOptions): void {
    this.#edit((text) => setting(text, path, value), label, options);
  }

  /** Several at once, as one step, made one after another. */
  setAll(changes: readonly (readonly [Path, unknown])[], label: Label, options?: StepOptions): void {
    this.#editAll(
      changes.map(([path, value]) => (text: string) => setting(text, path, value)),
      label,
      options,
    );
  }

  /** Puts a value into a list, before what stands at the place. */
  insert(path: Path, place: number, value: unknown, label: Label): void {
    this.#edit((text) => inserting(text, path, place, value), label);
  }

  remove(path: Path, label: Label): void {
    this.set(path, undefined, label);
  }

  /** Takes an item of a list to a place in the same or another list; the place is counted without the item itself. */
  move(from: Path, to: Path, place: number, label: Label): void {
    const value = at(this.#document, from);
    if (value === undefined) return;
    this.#editAll([(text) => setting(text, from, undefined), (text) => inserting(text, to, place, value)], label);
  }

  /** Another text in place of this one, as one step. */
  replace(text: string, label: Label, options?: StepOptions): void {
    this.#take(replacing(this.#text, text), label, options);
  }

  undo(): void {
    const step = this.#done.pop();
    if (step === undefined) return;
    this.#undone.push(step);
    this.#apply(inverse(step.edits), "undo");
  }

  redo(): void {
    const step = this.#undone.pop();
    if (step === undefined) return;
    this.#done.push({ ...step, group: undefined });
    this.#apply(step.edits, "redo");
  }

  /** Another ruleset, with steps of its own. */
  open(text: string): void {
    const edits = replacing(this.#text, text);
    this.#done = [];
    this.#undone = [];
    this.#apply(edits, "open");
  }

  #edit(make: (text: string) => Edit[], label: Label, options?: StepOptions): void {
    this.#editAll([make], label, options);
  }

  #editAll(makes: readonly ((text: string) => Edit[])[], label: Label, options?: StepOptions): void {
    // What is no JSON has no parts.
    if (this.#parsed.fault !== undefined) return;
    let text = this.#text;
    const edits = makes.flatMap((make) => {
      const made = make(text);
      text = apply(text, made);
      return made;
    });
    this.#take(edits, label, options);
  }

  #take(edits: Edit[], label: Label, options: StepOptions = {}): void {
    if (edits.length === 0 || apply(this.#text, edits) === this.#text) return;
    const at = this.#now();
    const last = this.#done.at(-1);
    const goesOn = last?.group !== undefined && last.group === options.group && at - last.at < burst && this.#undone.length === 0;
    if (goesOn) this.#done.splice(-1, 1, { ...last, edits: [...last.edits, ...edits], at });
    else this.#done.push({ label, edits, group: options.group, at });
    this.#undone = [];
    this.#apply(edits, "step");
  }

  #apply(edits: readonly Edit[], cause: EditorChange["cause"]): void {
    this.#text = apply(this.#text, edits);
    this.#parsed = parse(this.#text);
    if (this.#parsed.document !== undefined) this.#document = this.#parsed.document;
    this.dispatchEvent(new EditorChange(cause, edits));
  }
}
