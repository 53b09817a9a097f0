/** Numbers in fields: written as the language writes them, without groups of thousands, and read in every way that people type them. */
import { perLocale } from "../../text/locales.ts";

const format = perLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false }));

/** `12.5`, or `12,5` where that is how it is written; `−5` with a minus that is one. */
export function decimal(value: number): string {
  return format().format(value).replace("-", "−");
}

/** Undefined for what is no number with at most two decimals, or further from 0 than the largest. */
export function readDecimal(text: string, largest: number): number | undefined {
  const plain = text.trim().replace("−", "-").replace(",", ".");
  if (!/^[+-]?(\d+\.?\d{0,2}|\.\d{1,2})$/.test(plain)) return undefined;
  const value = Number(plain);
  return Math.abs(value) <= largest ? value + 0 : undefined;
}
