/** Instants, always in UTC, as rulesets mean them. */
import { perLocale } from "./locales.ts";

const format = perLocale(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      timeZone: "UTC",
    }),
);

const day = perLocale((locale) => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }));

/** `30 Jun 2026, 12:00 UTC`; what is no instant is shown as it is. */
export function instant(value: string | number): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? String(value) : `${format().format(date)} UTC`;
}

/** `30 Jun 2026`. */
export function date(value: string | number): string {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? String(value) : day().format(at);
}

/** As an input of type `datetime-local` has it. */
export function toField(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 16);
}

/** Undefined as long as the field is incomplete. */
export function fromField(value: string): number | undefined {
  const milliseconds = Date.parse(`${value}Z`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}
