/**
 * Changes to a ruleset's text. In: the text, where in the document, and what is wanted there. Out: edits, which leave alone whatever they
 * are not about: the order of keys, the way numbers are written, line breaks. It knows JSON, and nothing of what rulesets mean.
 */
import { findNodeAtLocation, modify, parseTree, type FormattingOptions, type Node, type ParseError } from "jsonc-parser";
import type { Path, RulesetDocument } from "./document.ts";

/** At `offset`, the text that was there and the one that is there now. Edits of a list are made one after another. */
export interface Edit {
  offset: number;
  removed: string;
  inserted: string;
}

/** What a text is: a document, or the place at which it ceases to be JSON. */
export type Parsed = { document: RulesetDocument; fault?: undefined } | { document?: undefined; fault: { offset: number; length: number } };

export function parse(text: string): Parsed {
  try {
    const document: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (document !== null && typeof document === "object" && !Array.isArray(document)) return { document: document as RulesetDocument };
    return { fault: { offset: 0, length: text.length } };
  } catch {
    const errors: ParseError[] = [];
    parseTree(text, errors, strict);
    const [first] = errors;
    return { fault: { offset: first?.offset ?? 0, length: first?.length ?? 0 } };
  }
}

const strict = { disallowComments: true, allowTrailingComma: false };

/** Puts a value where the path says; `undefined` takes away what is there. Objects on the way are made. */
export function setting(text: string, path: Path, value: unknown): Edit[] {
  return toEdits(text, modify(text, [...path], value, { formattingOptions: formatting(text) }));
}

/** Puts a value into a list, before what stands at the place. The list is made if there is none. */
export function inserting(text: string, path: Path, place: number, value: unknown): Edit[] {
  const root = parseTree(text);
  const known = root !== undefined && findNodeAtLocation(root, [...path])?.type === "array";
  if (!known) return setting(text, path, [value]);
  return toEdits(text, modify(text, [...path, place], value, { formattingOptions: formatting(text), isArrayInsertion: true }));
}

/** The edits that turn one text into another: what they have in common at both ends stays. */
export function replacing(before: string, after: string): Edit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  return [{ offset: start, removed: before.slice(start, before.length - end), inserted: after.slice(start, after.length - end) }];
}

export function apply(text: string, edits: readonly Edit[]): string {
  return edits.reduce((so, { offset, removed, inserted }) => so.slice(0, offset) + inserted + so.slice(offset + removed.length), text);
}

/** What takes the edits back. */
export function inverse(edits: readonly Edit[]): Edit[] {
  return edits.toReversed().map(({ offset, removed, inserted }) => ({ offset, removed: inserted, inserted: removed }));
}

/** Where in the text a part of the document stands, as offsets; undefined if there is no such part. */
export function placeOf(text: string, path: Path): { offset: number; length: number } | undefined {
  const root = parseTree(text);
  const node: Node | undefined = root && findNodeAtLocation(root, [...path]);
  return node && { offset: node.offset, length: node.length };
}

/** `modify` gives places in the text before all edits; they are put in an order in which each is still right. */
function toEdits(text: string, edits: { offset: number; length: number; content: string }[]): Edit[] {
  return edits
    .toSorted((a, b) => b.offset - a.offset)
    .map(({ offset, length, content }) => ({ offset, removed: text.slice(offset, offset + length), inserted: content }));
}

/** As the text is indented already. */
function formatting(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? "  ";
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return { insertSpaces: !indent.startsWith("\t"), tabSize: indent.startsWith("\t") ? 1 : indent.length, eol };
}
