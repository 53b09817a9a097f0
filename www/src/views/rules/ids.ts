/** Ids for what the user adds: made from the label, and unique where they have to be; and what can be one. */

const longest = 48;

/** Whether a text has the form of an id. */
export function isId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/.test(text);
}

/** `Looked at prices` becomes `looked_at_prices`; a label without Latin letters or digits becomes nothing. */
function slug(label: string): string {
  return label
    .slice(0, 400)
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, longest)
    .replace(/^_+|_+$/g, "");
}

/** An id like the label that is not taken yet. */
export function freshId(label: string, otherwise: string, taken: ReadonlySet<string>): string {
  const wanted = slug(label) || otherwise;
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}_${number}`;
  return id;
}

/** The id itself, or if it is taken one like it. */
export function untaken(id: string | undefined, otherwise: string, taken: ReadonlySet<string>): string {
  if (id !== undefined && !taken.has(id)) return id;
  return freshId(id ?? "", otherwise, taken);
}
