/** The part of a text that a diagnostic is about, short enough to read: one line, with what surrounds the place on it. */
import type { TextPlace } from "leadscore";

export interface Excerpt {
  before: string;
  marked: string;
  after: string;
}

const around = 60;

export function excerpt(text: string, { offset, length }: TextPlace): Excerpt {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const nextBreak = text.indexOf("\n", offset);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  const markEnd = Math.min(offset + Math.max(length, 1), lineEnd, offset + around);
  const from = Math.max(lineStart, offset - around);
  const to = Math.min(lineEnd, markEnd + around);
  const before = text.slice(from, offset);
  return {
    before: from > lineStart ? `…${before}` : before.trimStart(),
    marked: text.slice(offset, markEnd) || " ",
    after: `${text.slice(markEnd, to).trimEnd()}${to < lineEnd ? "…" : ""}`,
  };
}
