/**
 * What was done to a ruleset's text, step by step, and how much of it is in effect. In: steps as they are made. Out: the edits that
 * take the last one back or do it again. Steps are unbounded in number and bounded in bytes: the oldest are let go. Every step has
 * a number that it keeps, so that it can be stored by it. Knows neither the text nor where the steps are stored.
 */
import { invertEdits, joinEdits, type Edit } from "./edits.ts";

/** A message's key and what is put into it. */
export interface Label {
  readonly key: string;
  readonly args?: Readonly<Record<string, string | number>>;
}

export interface Step {
  readonly label: Label;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly edits: readonly Edit[];
  /** Steps of one group that follow one another in haste are one step. */
  readonly group?: string;
  /** It belongs to one movement with the others of its group, however long that takes: somebody holds something and drags it. */
  readonly held?: boolean;
}

/** A history as plain data. */
export interface KeptHistory {
  /** The number of the oldest step. */
  readonly first: number;
  /** The number of the step that would be done again: all before it are in effect. */
  readonly position: number;
  readonly steps: readonly Step[];
}

/** Steps of one group that are no further apart than this are made in one go. */
const burstMilliseconds = 1_000;
const mostBytes = 50 * 1024 * 1024;

export class History {
  #first: number;
  #position: number;
  #steps: Step[];
  #bytes: number;
  readonly #mostBytes: number;
  /** Whether the last thing that happened is a step that may still grow. */
  #growing = false;

  constructor({ first, position, steps }: KeptHistory = { first: 0, position: 0, steps: [] }, limit: { bytes: number } = { bytes: mostBytes }) {
    this.#first = first;
    this.#steps = [...steps];
    this.#position = Math.min(Math.max(position, first), first + steps.length);
    this.#bytes = steps.reduce((sum, step) => sum + bytesOf(step), 0);
    this.#mostBytes = limit.bytes;
  }

  /** The number of the oldest step. */
  get first(): number {
    return this.#first;
  }

  /** The number that the next step will have. */
  get position(): number {
    return this.#position;
  }

  /** One above the number of the newest step. */
  get end(): number {
    return this.#first + this.#steps.length;
  }

  /** What undo would take back. */
  get undoable(): Step | undefined {
    return this.#steps[this.#position - 1 - this.#first];
  }

  /** What redo would do again. */
  get redoable(): Step | undefined {
    return this.#steps[this.#position - this.#first];
  }

  /** The steps from a number on, oldest first. */
  stepsFrom(number: number): Step[] {
    return this.#steps.slice(Math.max(0, number - this.#first));
  }

  /** Adds a step, in place of what had been undone. Returns the number from which on steps are no longer what they were. */
  push(step: Step): number {
    this.#dropFrom(this.#position);
    const last = this.undoable;
    if (last !== undefined && this.#growing && isOneGo(last, step)) {
      this.#dropFrom(this.#position - 1);
      this.#append({ ...step, edits: joinEdits(last.edits, step.edits) });
    } else {
      this.#append(step);
    }
    this.#growing = true;
    this.#letOldestGo();
    return this.#position - 1;
  }

  /** The edits that take the last step back, if there is one. */
  undo(): Edit[] | undefined {
    const step = this.undoable;
    if (step === undefined) return undefined;
    this.#position--;
    this.#growing = false;
    return invertEdits(step.edits);
  }

  /** The edits that do the step again that was taken back last, if there is one. */
  redo(): readonly Edit[] | undefined {
    const step = this.redoable;
    if (step === undefined) return undefined;
    this.#position++;
    this.#growing = false;
    return step.edits;
  }

  toJSON(): KeptHistory {
    return { first: this.#first, position: this.#position, steps: [...this.#steps] };
  }

  #append(step: Step): void {
    this.#steps.push(step);
    this.#bytes += bytesOf(step);
    this.#position = this.end;
  }

  #dropFrom(number: number): void {
    for (const step of this.#steps.splice(number - this.#first)) this.#bytes -= bytesOf(step);
    this.#position = Math.min(this.#position, number);
  }

  /** The newest step stays, however large it is: what was just done can be undone. */
  #letOldestGo(): void {
    let count = 0;
    while (this.#bytes > this.#mostBytes && count < this.#steps.length - 1) {
      this.#bytes -= bytesOf(this.#steps[count] as Step);
      count++;
    }
    this.#steps.splice(0, count);
    this.#first += count;
  }
}

function isOneGo(last: Step, next: Step): boolean {
  const apart = next.at - last.at;
  return next.group !== undefined && next.group === last.group && (next.held === true || (apart >= 0 && apart <= burstMilliseconds));
}

/** About what a step takes in memory and in the database. */
function bytesOf({ label, edits }: Step): number {
  const around = 64;
  const text = edits.reduce((sum, { removed, inserted }) => sum + removed.length + inserted.length, 0);
  return around * (1 + edits.length) + 2 * (text + JSON.stringify(label).length);
}
