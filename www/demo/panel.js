// The ledger beside the site: the visitor's score, the reasons for it and what followed from it, live. It knows what any site can know,
// `window.leadscore` and its events on document, and keeps nothing: whether it is open goes from page to page in the address. Once nobody is
// known any more it says so on document, as `demo:forgotten`, to whoever does keep something.

import { clipped, element } from "./element.js";
import { happened } from "./happened.js";
import { drawFollowed, drawStages } from "./panel-followed.js";
import { drawLedger, drawStanding } from "./panel-ledger.js";
import { drawTimeline } from "./panel-timeline.js";

const panel = document.getElementById("panel");
const at = Object.fromEntries([...panel.querySelectorAll("[data-at]")].map((part) => [part.dataset.at, part]));
const bands = JSON.parse(panel.dataset.bands);
const most = Number(panel.dataset.most);
const names = JSON.parse(panel.dataset.names);

// Open and closed

const root = document.documentElement;
const site = new URL(panel.dataset.root, location.href).href;
const bar = panel.querySelector(".panel-bar");
const isWide = matchMedia("(width >= 75rem)");
const isOpen = () => (root.dataset.panel ?? (isWide.matches ? "open" : "closed")) === "open";
const showState = () => bar.setAttribute("aria-expanded", String(isOpen()));

function open(state) {
  root.dataset.panel = state ? "open" : "closed";
  showState();
}

bar.addEventListener("click", () => open(!isOpen()));
isWide.addEventListener("change", showState);
panel.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || isWide.matches || !isOpen()) return;
  open(false);
  bar.focus();
});
for (const kind of ["click", "auxclick"]) document.addEventListener(kind, carryState, true);
showState();

/** Gives the state to the page that a link leads to. */
function carryState(event) {
  const link = event.target.closest("a[href]");
  if (link === null || root.dataset.panel === undefined || !link.href.startsWith(site)) return;
  const address = new URL(link.href);
  address.searchParams.set("panel", root.dataset.panel);
  link.href = address.href;
}

// What is known of the visitor

let shown = { score: undefined, ledger: null };
let seen = "";
let turn = 0;
/** The embed, once it has started: before, there is nothing to say. */
const embed = () => (typeof window.leadscore?.contact === "function" && window.leadscore.contact() !== null ? window.leadscore : undefined);
/** What changes without the score: an event that gives no points, what happens or who is forgotten in another tab. */
const state = (leadscore) => `${leadscore.consent()} ${leadscore.contact().events.length} ${happened().length}`;
const forgotten = () => document.dispatchEvent(new Event("demo:forgotten"));

for (const event of ["leadscore:change", "leadscore:happening"]) document.addEventListener(event, refresh);
document.addEventListener("leadscore:error", ({ detail }) => {
  at.distance.textContent = detail.message;
  at.body.removeAttribute("data-waiting");
});
document.addEventListener("demo:sent", ({ detail }) => drawSent(detail));
at.unmet.addEventListener("click", () => {
  at.unmet.setAttribute("aria-pressed", String(at.unmet.getAttribute("aria-pressed") !== "true"));
  drawLedger(at.ledger, shown.ledger, shown.ledger, isAskedForUnmet());
});

const isAskedForUnmet = () => at.unmet.getAttribute("aria-pressed") === "true";

/** Draws everything anew; of several at the same time the last one counts. */
async function refresh() {
  const leadscore = embed();
  if (leadscore === undefined) return;
  const mine = ++turn;
  if (leadscore.contact().events.length === 0) forgotten();
  seen = state(leadscore);
  const card = leadscore.scorecard();
  // Why there is no ledger, the embed has said to the console and as `leadscore:error`.
  const ledger = card === null ? null : await leadscore.explain().catch(() => null);
  if (mine !== turn) return;
  const score = card === null ? undefined : Object.values(card.scores)[0];
  announce(score);
  drawStanding(at, score, bands, most);
  drawConsent(leadscore.consent());
  drawStages(at.stages, happened(), names);
  drawFollowed(at.followed, happened(), names);
  at["nothing-followed"].hidden = at.followed.childElementCount > 0;
  drawTimeline(at.timeline, leadscore.contact().events);
  at["nothing-happened"].hidden = at.timeline.childElementCount > 0;
  drawLedger(at.ledger, ledger, shown.ledger, isAskedForUnmet());
  at.body.removeAttribute("data-waiting");
  shown = { score, ledger };
}

function announce(score) {
  if (score === undefined || shown.score === undefined) return;
  if (score.points !== shown.score.points || score.band !== shown.score.band) {
    at.announcement.textContent = `${score.points} points, ${score.band ?? "no band"}`;
  }
}

function drawSent({ form, fields }) {
  const rows = fields.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value === "" ? "–" : clipped(value))));
  at.sent.replaceChildren(element("p", {}, `Form “${form}”:`), element("dl", { class: "panel-fields" }, ...rows));
}

// Consent

const choices = [...panel.querySelectorAll("[data-consent]")];
const meanings = {
  granted: "Granted: what happens is recorded, in this browser only, and leaves it in the fields of a form that is sent.",
  denied: "Denied: nothing is recorded, nothing is kept, and forms are sent without a score.",
  pending: "Not asked yet: nothing is recorded before there is an answer.",
};

for (const choice of choices) {
  choice.addEventListener("click", () => {
    embed()?.consent(choice.dataset.consent);
    void refresh();
  });
}
at.forget.addEventListener("click", async () => {
  await embed()?.forget();
  at.announcement.textContent = "Forgotten";
  void refresh();
});

function drawConsent(state) {
  at.consent.textContent = meanings[state];
  for (const choice of choices) choice.setAttribute("aria-pressed", String(choice.dataset.consent === state));
}

// Somebody else

at.arrivals.addEventListener("click", async (event) => {
  const link = event.target.closest("a");
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  await embed()?.forget();
  forgotten();
  location.assign(link.href);
});

void refresh();
setInterval(() => {
  const leadscore = embed();
  if (leadscore !== undefined && !document.hidden && state(leadscore) !== seen) void refresh();
}, 500);
