// The on-site embed's entry: finds its own tag, loads the module and the ruleset when the page has nothing else to do, and gives the page
// `window.leadscore`. What it does with the page is in the module; the build makes one file of this and the module's glue.

import * as embed from "glue";

const address = import.meta.url;
const beside = (name) => new URL(name, address);
const problem = (message, error) => `${message}${error === undefined ? "" : `: ${error?.message ?? error}`}`;

/** The script element that this file comes from. A module has no document.currentScript. */
function ownTag() {
  const tags = document.querySelectorAll("script[data-ruleset]");
  for (let place = 0; place < tags.length; place++) if (tags[place].src === address) return tags[place];
  return tags[0];
}

/** Bytes of base64. */
function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < bytes.length; place++) bytes[place] = text.charCodeAt(place);
  return bytes;
}

async function published(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
  const { format, rules, expressions } = await response.json();
  if (format !== "leadscore-onsite-1") throw new Error(`expected a published ruleset, found ${url} in the format ${format}: publish it again`);
  return { rules: bytesOf(rules), expressions };
}

/** The module, as it was built together with this script. */
async function compiled(name, integrity) {
  const response = await fetch(beside(name), { integrity });
  if (!response.ok) throw new Error(`${name} was answered with ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Once the page has nothing else to do. */
const idle = () =>
  new Promise((resolve) => (self.requestIdleCallback === undefined ? setTimeout(resolve, 1) : requestIdleCallback(resolve, { timeout: 2000 })));

/** The second module: ledgers, expressions, uncommon forms of times. */
let more;
let moreLoading;
let rules;
let started = false;
const calls = [];

function loadMore() {
  moreLoading ??= import(beside("explain.js")).then(async (glue) => {
    await glue.begin(compiled("explain.wasm", EXPLAIN_INTEGRITY), rules);
    more = glue;
    if (started) embed.score_again();
  });
  moreLoading.catch((error) => {
    moreLoading = undefined;
    tell(problem("expected explain.js and explain.wasm beside onsite.js", error));
  });
  return moreLoading;
}

function ask(question, text, operand) {
  if (more !== undefined) return question === "time" ? more.time(text) : more.matches(operand, text);
  loadMore();
}

function ledgerText() {
  const remembered = embed.remembered();
  return remembered && more.ledger(...remembered);
}

/** For forms that take the ledger along: at once if that is possible, for a form that is submitted takes what is there. */
function handOverLedger() {
  if (more !== undefined) return embed.set_ledger(ledgerText() ?? "");
  loadMore().then(handOverLedger, () => {});
}

/** Before the module is there, an error is told as it tells them. */
function tell(message) {
  if (started) return embed.report(message);
  console.error(`leadscore: ${message}`);
  document.dispatchEvent(new CustomEvent("leadscore:error", { detail: { message } }));
}

let ready;
const whenReady = new Promise((resolve) => (ready = resolve));

/** A call of the page; before the start it waits for it. */
function call(name, given) {
  if (started) return embed[name](...given);
  calls.push([name, given]);
}

const page = {
  track: (...given) => void call("track", given),
  identify: (...given) => void call("identify", given),
  forget: () => void call("forget", []),
  consent(...given) {
    if (given.length > 0) call("consent", given);
    return started ? embed.consent() : "pending";
  },
  scorecard: () => (started ? embed.scorecard() : null),
  contact: () => (started ? embed.contact() : null),
  async explain() {
    await whenReady;
    await loadMore();
    const text = ledgerText();
    return text === undefined ? null : JSON.parse(text);
  },
  ready: whenReady,
  push(...queued) {
    for (const [name, ...given] of queued) page[name]?.(...given);
  },
};

async function start(tag) {
  const [ruleset, module] = await Promise.all([published(tag.dataset.ruleset), compiled("onsite.wasm", ONSITE_INTEGRITY)]);
  ({ rules } = ruleset);
  // Without it, expressions match nothing; the rest is scored all the same.
  if (ruleset.expressions) await loadMore().catch(() => {});
  embed.initSync({ module });
  await idle();
  document.addEventListener("leadscore:change", ready, { once: true });
  embed.start(rules, tag.dataset, handOverLedger, ask);
  started = true;
  for (const [name, given] of calls.splice(0)) embed[name](...given);
}

const queued = window.leadscore;
if (queued?.ready === undefined) {
  const tag = ownTag();
  try {
    window.leadscore = page;
  } catch {
    // The page lets nobody put anything there. Marks in the page work without it.
  }
  if (Array.isArray(queued)) page.push(...queued);
  if (tag === undefined) tell("expected data-ruleset on the script's tag, with the address of a published ruleset");
  else idle().then(() => start(tag)).catch((error) => tell(problem("expected to start", error)));
}
