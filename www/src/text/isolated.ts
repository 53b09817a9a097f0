/**
 * Keeps the direction of a text that users wrote from reaching the sentence that it is put into. In: the text. Out: the same between marks that isolate
 * it, if it has letters or marks that run from right to left; else just the text, so that nothing is added to what people copy.
 */

const first = "\u2068";
const last = "\u2069";

/** Letters that are written from right to left, and marks of direction. */
const directed = /[\p{Bidi_Control}\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Marks that turn round, or keep apart, all that follows until another mark: a name needs none, and can end with them what keeps it apart. */
const spreading = /[\u202A-\u202E\u2066-\u2069]/g;

export function isolated(text: string): string {
  return directed.test(text) ? `${first}${text.replace(spreading, "")}${last}` : text;
}
