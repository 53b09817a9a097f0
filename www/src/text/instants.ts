/** Instants, always in UTC, as rulesets mean them. */

const format = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** `30 Jun 2026, 12:00 UTC`; what is no instant is shown as it is. */
export function instant(value: string | number): string {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? String(value) : `${format.format(date)} UTC`;
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
