/** Numbers of things in words. */

const format = new Intl.NumberFormat("en");
const percentFormat = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0 });

export function count(value: number): string {
  return format.format(value);
}

/** `1 contact`, `2,000 contacts`. */
export function counted(value: number, one: string, many: string = `${one}s`): string {
  return `${format.format(value)} ${value === 1 ? one : many}`;
}

/** A share that is not all and not nothing never reads as such. */
export function share(part: number, whole: number): string {
  if (whole === 0) return "0%";
  const ratio = part / whole;
  if (ratio > 0 && ratio < 0.01) return "<1%";
  if (ratio < 1 && ratio > 0.99) return ">99%";
  return percentFormat.format(ratio);
}

export function bytes(value: number): string {
  if (value < 1000) return counted(value, "byte");
  const units = ["KB", "MB", "GB"];
  const power = Math.min(Math.floor(Math.log10(value) / 3), units.length);
  const scaled = value / 1000 ** power;
  return `${scaled < 10 ? scaled.toFixed(1) : Math.round(scaled)} ${units[power - 1]}`;
}
