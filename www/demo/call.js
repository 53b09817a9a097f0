// Offers a talk to a visitor for whom the rules call back "offer-call": on every page, until it is answered. In: `leadscore:happening`, whose
// message is what the offer says, and `demo:forgotten`.

import { keep, kept } from "./kept.js";

const offer = document.getElementById("call");
const message = offer.querySelector("p");
const [yes, no] = offer.querySelectorAll("a, button");

document.addEventListener("leadscore:happening", ({ detail }) => {
  if (detail.kind !== "called_back" || detail.name !== "offer-call") return;
  keep("offer", detail.message);
  show();
});
document.addEventListener("demo:forgotten", answered);
yes.addEventListener("click", answered);
no.addEventListener("click", answered);
offer.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") answered();
});
// It may have been answered in another tab, or on the page that the visitor comes back from.
for (const event of ["storage", "pageshow"]) addEventListener(event, show);
show();

function show() {
  // Whoever is where it leads to needs no offer.
  if (yes.pathname === location.pathname) keep("offer", null);
  const text = kept("offer");
  message.textContent = text;
  offer.hidden = text === null;
}

function answered() {
  const hadFocus = offer.contains(document.activeElement);
  keep("offer", null);
  show();
  if (hadFocus) document.querySelector("main").focus({ preventScroll: true });
}
