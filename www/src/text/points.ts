/**
 * Points in words. The package gives them with at most two decimals; differences are taken in whole hundredths, so that what is
 * shown adds up to the last digit.
 */
import { t } from "./language.ts";
import { perLocale } from "./locales.ts";

const format = perLocale((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));

/** `12.5`, `−5`. */
export function points(value: number): string {
  return format()
    .format(value === 0 ? 0 : value)
    .replace("-", "−");
}

/** `+12.5`, `−5`, `0`. */
export function signedPoints(value: number): string {
  return value > 0 ? `+${points(value)}` : points(value);
}

export function difference(from: number, to: number): number {
  return (Math.round(to * 100) - Math.round(from * 100)) / 100;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.round(value * 100), 0) / 100;
}

/** `at most 40`, `−20 to 40`. */
export function limit({ min, max }: { min?: number; max?: number }): string {
  if (min === undefined) return max === undefined ? t("limit-none") : t("limit-max", { max: points(max) });
  return max === undefined ? t("limit-min", { min: points(min) }) : t("limit-both", { min: points(min), max: points(max) });
}
