/** Numbers as people type them. In: what stands in a field. Out: the number, or nothing where it is none. */

/** `12`, `-12.5`, `12,5`, `−5`: of a comma it must be clear that it is a decimal one. Undefined where it is no number. */
export function typedNumber(text: string): number | undefined {
  const plain = text.trim().replace(/^[−–]/, "-").replace(/^([+-]?\d+),(\d{1,2})$/, "$1.$2");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}
