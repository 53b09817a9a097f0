/**
 * Keeps texts of hostile length away from the page: a cell of ten megabytes is worth a line, not ten megabytes of layout.
 */

const longest = 400;

export function clip(text: string, length: number = longest): string {
  if (text.length <= length) return text;
  const end = text.charCodeAt(length - 1);
  const halfOfPair = end >= 0xd800 && end <= 0xdbff;
  return `${text.slice(0, halfOfPair ? length - 1 : length)}…`;
}

/** The document with every text in it clipped. */
export function clipTexts<T>(document: T): T {
  if (typeof document === "string") return clip(document) as T;
  if (Array.isArray(document)) return document.map((item) => clipTexts(item)) as T;
  if (document !== null && typeof document === "object") {
    return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, clipTexts(value)])) as T;
  }
  return document;
}
