// Remembers what happened to the visitor: the embed tells each thing once, and other pages want to know of it too. In: `leadscore:happening`, and
// `demo:forgotten` on document, when nobody is known any more. Out: all happenings of this visitor, the earliest first.

import { keep, kept } from "./kept.js";

const most = 100;

document.addEventListener("leadscore:happening", ({ detail }) => {
  // Somebody else's are left from a visitor who was forgotten; the same key is the same thing, told again.
  const others = happened().filter(({ contact, key }) => contact === detail.contact && key !== detail.key);
  keep("happened", JSON.stringify([...others, detail].slice(-most)));
});
document.addEventListener("demo:forgotten", () => keep("happened", null));

export function happened() {
  return JSON.parse(kept("happened") ?? "[]");
}
