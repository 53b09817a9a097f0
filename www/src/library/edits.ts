/**
 * Changes of a text. In: a text and edits, each a place in UTF-16 units, what is taken away there and what is put there; each counts
 * on the text that the one before has left. Out: the text after them, their inverse, two in a row as one. Knows nothing of rulesets.
 */

export interface Edit {
  readonly offset: number;
  readonly removed: string;
  readonly inserted: string;
}

/** Edits that belong to another text. */
export class EditsDoNotFit extends Error {
  constructor({ offset, removed }: Edit) {
    super(`expected a text with ${JSON.stringify(removed.slice(0, 40))} at ${offset}, found another; apply edits to the text that they were made for`);
    this.name = "EditsDoNotFit";
  }
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits.reduce((before, edit) => {
    const end = edit.offset + edit.removed.length;
    if (end > before.length || before.slice(edit.offset, end) !== edit.removed) throw new EditsDoNotFit(edit);
    return before.slice(0, edit.offset) + edit.inserted + before.slice(end);
  }, text);
}

/** What takes edits back. */
export function invertEdits(edits: readonly Edit[]): Edit[] {
  return edits.map(({ offset, removed, inserted }) => ({ offset, removed: inserted, inserted: removed })).reverse();
}

/** Edits one after the other as one list, in which those that touch have become one: a word typed letter by letter is one edit. */
export function joinEdits(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const joined = [...first];
  for (const edit of second) {
    const last = joined.at(-1);
    const one = last && joinTwo(last, edit);
    if (one === undefined) joined.push(edit);
    else joined[joined.length - 1] = one;
  }
  return joined;
}

/** The one edit from one text to another, as short as what both begin and end with allows. */
export function difference(before: string, after: string): Edit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let offset = 0;
  while (offset < shorter && before.charCodeAt(offset) === after.charCodeAt(offset)) offset++;
  let same = 0;
  while (same < shorter - offset && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
  return [{ offset, removed: before.slice(offset, before.length - same), inserted: after.slice(offset, after.length - same) }];
}

/** Two edits as one, if the second touches what the first has put there. */
function joinTwo(first: Edit, second: Edit): Edit | undefined {
  const firstEnd = first.offset + first.inserted.length;
  const secondEnd = second.offset + second.removed.length;
  if (second.offset > firstEnd || secondEnd < first.offset) return undefined;
  const ahead = Math.max(0, first.offset - second.offset);
  const behind = Math.max(0, secondEnd - firstEnd);
  return {
    offset: Math.min(first.offset, second.offset),
    removed: second.removed.slice(0, ahead) + first.removed + second.removed.slice(second.removed.length - behind),
    inserted:
      first.inserted.slice(0, Math.max(0, second.offset - first.offset)) +
      second.inserted +
      first.inserted.slice(Math.max(0, secondEnd - first.offset)),
  };
}
