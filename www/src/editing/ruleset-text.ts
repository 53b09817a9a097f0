/**
 * Changes to a ruleset's text. In: the text, where in the document, and what is wanted there. Out: edits, which leave alone whatever they
 * are not about: the order of keys, the way numbers are written, line breaks. It knows JSON, and nothing of what rulesets mean.
 */
import { findNodeAtLocation, modify, parseTree, type FormattingOptions, type ParseError } from "jsonc-parser";
import type { Edit } from "../library/edits.ts";
import type { Path, RulesetDocument } from "./document.ts";

/** What a text is: a document, or the place at which it ceases to be JSON. */
export type Parsed = { document: RulesetDocument; fault?: undefined } | { document?: undefined; fault: { offset: number; length: number } };

const strict = { disallowComments: true, allowTrailingComma: false };

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

/** Puts a value where the path says; `undefined` takes away what is there. Objects on the way are made. */
export function setting(text: string, path: Path, value: unknown): Edit[] {
  if (value === undefined && typeof path.at(-1) === "number") return removing(text, path);
  return toEdits(text, modify(text, [...path], value, { formattingOptions: formatting(text) }));
}

/** Takes an item out of a list, with the comma beside it. `modify` would leave a bracket too many where a list ends on the line of its last item. */
function removing(text: string, path: Path): Edit[] {
  const root = parseTree(text);
  const item = root && findNodeAtLocation(root, [...path]);
  const items = item?.parent?.children ?? [];
  const at = item === undefined ? -1 : items.indexOf(item);
  const [before, next] = [items[at - 1], items[at + 1]];
  if (item === undefined || at < 0) return [];
  const [from, to] =
    before !== undefined ? [before.offset + before.length, item.offset + item.length] : [item.offset, next === undefined ? item.offset + item.length : next.offset];
  return [{ offset: from, removed: text.slice(from, to), inserted: "" }];
}

/** Puts a value into a list, before what stands at the place. The list is made if there is none. */
export function inserting(text: string, path: Path, place: number, value: unknown): Edit[] {
  const root = parseTree(text);
  const known = root !== undefined && findNodeAtLocation(root, [...path])?.type === "array";
  if (!known) return setting(text, path, [value]);
  return toEdits(text, modify(text, [...path, place], value, { formattingOptions: formatting(text), isArrayInsertion: true }));
}

/** Where in the text a part of the document stands, as offsets; undefined if there is no such part. */
export function placeOf(text: string, path: Path): { offset: number; length: number } | undefined {
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, [...path]);
  return node && { offset: node.offset, length: node.length };
}

/** `modify` gives places in the text before all edits; they are put in an order in which each is still right. */
function toEdits(text: string, edits: { offset: number; length: number; content: string }[]): Edit[] {
  return edits
    .toSorted((a, b) => b.offset - a.offset)
    .map(({ offset, length, content }) => ({ offset, removed: text.slice(offset, offset + length), inserted: content }));
}

/**
 * As the text is indented already, which its first key shows. A text on one line is indented nowhere but where it was changed, and there by more than
 * one step.
 */
function formatting(text: string): FormattingOptions {
  const indent = /^\s*\{[ \t]*\r?\n([ \t]{1,8})\S/.exec(text)?.[1] ?? "  ";
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return { insertSpaces: !indent.startsWith("\t"), tabSize: indent.startsWith("\t") ? 1 : indent.length, eol };
}
