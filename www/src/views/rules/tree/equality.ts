/** Whether two parts of documents say the same. An undo or a keystroke elsewhere makes new objects of everything; what says the same is not drawn again. */

/** Filters of people have a few levels; what is deeper is taken for changed. */
const deepest = 64;

export function same(a: unknown, b: unknown, depth: number = 0): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null || depth > deepest) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [keysOfA, keysOfB] = [Object.keys(a), Object.keys(b)];
  if (keysOfA.length !== keysOfB.length) return false;
  return keysOfA.every(
    (key, place) => key === keysOfB[place] && same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], depth + 1),
  );
}
