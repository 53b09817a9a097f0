// What the site itself keeps in this browser, from page to page and in all tabs: texts by name. Where storage is blocked or full, they are kept
// as long as the page is there.

const unkept = new Map();
const keyOf = (name) => `loomwell.${name}`;

/** The text, or null. */
export function kept(name) {
  try {
    return unkept.get(name) ?? localStorage.getItem(keyOf(name));
  } catch {
    return null;
  }
}

/** Keeps a text in place of the one before; null is none. */
export function keep(name, text) {
  unkept.delete(name);
  try {
    if (text === null) localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), text);
  } catch {
    unkept.set(name, text);
  }
}
