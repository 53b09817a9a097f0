/** Numbers of things, as the page's language writes them. */
import { perLocale } from "./locales.ts";
import { t } from "./language.ts";

const whole = perLocale((locale) => new Intl.NumberFormat(locale));
const percent = perLocale((locale) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }));
const sized = perLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }));

export function count(value: number): string {
  return whole().format(value);
}

/** A share that is not all and not nothing never reads as such. */
export function share(part: number, all: number): string {
  if (all === 0) return percent().format(0);
  const ratio = part / all;
  if (ratio > 0 && ratio < 0.01) return `<${percent().format(0.01)}`;
  if (ratio < 1 && ratio > 0.99) return `>${percent().format(0.99)}`;
  return percent().format(ratio);
}

export function bytes(value: number): string {
  const units = ["B", "KB", "MB", "GB"];
  const power = value < 1000 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), units.length - 1);
  const scaled = value / 1000 ** power;
  return `${sized().format(scaled < 10 ? scaled : Math.round(scaled))} ${units[power]}`;
}

/** `a, b and c`. */
const lists = perLocale((locale) => new Intl.ListFormat(locale));

export function listed(items: readonly string[]): string {
  return lists().format(items);
}

/** `1 contact`, `2,000 contacts`. */
export function contacts(value: number): string {
  return t("contacts", { count: value });
}

/** `1 contact`, `2,000 contacts`. */
export function counted(value: number, one: string, many: string = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
