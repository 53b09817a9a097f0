// The on-site embed's entry: finds its own tag, loads the module and the ruleset when the page has nothing else to do, and gives the page
// `window.leadscore`. What it does with the page is in the module; the build makes one file of this and the module's glue.
//
// Pages replace what arrays can do, their iterators too: lists are read by index here, and nothing is spread. What throws is told, and ends here.

import * as embed from "glue";
import { askWith, messageOf, report } from "./browser.js";

const address = import.meta.url;
const beside = (name) => new URL(name, address);
const problem = (message, error) => report(`${message}: ${messageOf(error)}`);

/** The script element that this file comes from. A module has no document.currentScript. */
function ownTag() {
  const tags = document.querySelectorAll("script[data-ruleset]");
  for (let place = 0; place < tags.length; place++) if (tags[place].src === address) return tags[place];
  return tags[0];
}

/** Bytes of base64. Each is a character at first, of which an encoder makes two bytes from 128 on. */
function bytesOf(base64) {
  const bytes = new TextEncoder().encode(atob(base64));
  let length = 0;
  for (let place = 0; place < bytes.length; place++) {
    const byte = bytes[place];
    bytes[length++] = byte < 128 ? byte : (byte << 6) | (bytes[++place] & 63);
  }
  return bytes.subarray(0, length);
}

async function fetched(url, options) {
  // What is not what its integrity says fails as if there were no network: then there is an error and no answer.
  const response = await fetch(url, options).catch((error) => error);
  if (!response.ok) throw new Error(`${url} ${response.status === undefined ? `could not be loaded: ${response.message}` : `was answered with ${response.status}`}`);
  return response;
}

async function published(url) {
  const { format, rules, expressions, lifecycle } = await (await fetched(url)).json();
  if (format !== "leadscore-onsite-1") throw new Error(`expected a published ruleset, found ${url} in the format ${format}: publish it again`);
  return { rules: bytesOf(rules), expressions, lifecycle: lifecycle && bytesOf(lifecycle) };
}

/** The module, as it was built together with this script. */
async function compiled(name, integrity) {
  return WebAssembly.compile(await (await fetched(beside(name), { integrity })).arrayBuffer());
}

/** Once the page has nothing else to do. */
const idle = () =>
  new Promise((resolve) => (self.requestIdleCallback === undefined ? setTimeout(resolve, 1) : requestIdleCallback(resolve, { timeout: 2000 })));

/** The second module: ledgers, expressions, uncommon forms of times; for rulesets with a lifecycle what happens to visitors, too. */
let more;
let moreLoading;
let rules;
let lifecycle;
let started = false;
const calls = [];

/** Fails with nothing but a word about it: then `more` stays undefined, and the next who needs it tries again. */
async function loadMoreNow() {
  const name = lifecycle === undefined ? "explain" : "lifecycle";
  try {
    const glue = await import(beside(`${name}.js`));
    await glue.begin(compiled(`${name}.wasm`, lifecycle === undefined ? EXPLAIN_INTEGRITY : LIFECYCLE_INTEGRITY), rules, lifecycle, report);
    more = glue;
    if (started) embed.score_again();
  } catch (error) {
    moreLoading = undefined;
    problem(`expected ${name}.js and ${name}.wasm beside onsite.js`, error);
  }
}

const loadMore = () => (moreLoading ??= loadMoreNow());

function ask(question, one, two, three) {
  if (question === "advance" && lifecycle === undefined) return;
  if (more !== undefined) return more[question](one, two, three);
  loadMore();
}

function ledgerText() {
  const remembered = embed.remembered();
  return remembered && more.ledger(remembered[0], remembered[1]);
}

/** For forms that take the ledger along: at once if that is possible, for a form that is submitted takes what is there. */
async function handOverLedger() {
  if (more === undefined) await loadMore();
  if (more !== undefined) attempt(() => embed.set_ledger(ledgerText() ?? ""));
}

/** What a call gives; null where it throws. */
function attempt(call) {
  try {
    return call();
  } catch (error) {
    problem("expected to do what the page asked for", error);
    return null;
  }
}

/** A call of the page; before the start it waits for it. */
function inTurn(call) {
  if (started) attempt(call);
  else calls[calls.length] = call;
}

let ready;
const whenReady = new Promise((resolve) => (ready = resolve));

const page = {
  track: (type, properties) => inTurn(() => embed.track(type, properties)),
  identify: (properties) => inTurn(() => embed.identify(properties)),
  forget: () => inTurn(() => embed.forget()),
  consent(state) {
    if (state !== undefined) inTurn(() => embed.consent(state));
    return (started && attempt(() => embed.consent())) || "pending";
  },
  scorecard: () => (started ? attempt(() => embed.scorecard()) : null),
  contact: () => (started ? attempt(() => embed.contact()) : null),
  async explain() {
    await whenReady;
    await loadMore();
    return more === undefined ? null : attempt(() => JSON.parse(ledgerText() ?? null));
  },
  ready: whenReady,
  push(...queued) {
    makeCalls(queued);
  },
};

/** Calls given as lists of a name and its arguments. */
function makeCalls(list) {
  for (let place = 0; place < list.length; place++) attempt(() => page[list[place][0]](list[place][1], list[place][2]));
}

/** Lets the page have `window.leadscore`, unless it has something else under that name. */
function offer() {
  let taken;
  let isOffered = false;
  try {
    taken = window.leadscore;
    if (taken?.explain !== undefined) return false;
    const isFree = taken === undefined || taken === null || Array.isArray(taken) || taken instanceof Element;
    if (isFree) window.leadscore = page;
    isOffered = window.leadscore === page;
  } catch {
    // As where it is taken.
  }
  if (!isOffered) report("expected window.leadscore to be free: it cannot be called, but what the page has marked works");
  if (Array.isArray(taken)) makeCalls(taken);
  return true;
}

async function start() {
  const tag = ownTag();
  if (tag === undefined) return report("expected data-ruleset on the script's tag, with the address of a published ruleset");
  await idle();
  const module = compiled("onsite.wasm", ONSITE_INTEGRITY);
  // Of two that fail, one is told.
  module.catch(() => {});
  const ruleset = await published(tag.dataset.ruleset);
  ({ rules, lifecycle } = ruleset);
  // Without it, expressions match nothing; the rest is scored all the same.
  if (ruleset.expressions) await loadMore();
  embed.initSync({ module: await module });
  await idle();
  // A page that is made ready for somebody who may come has no visitor before it is shown.
  if (document.prerendering) await new Promise((resolve) => document.addEventListener("prerenderingchange", resolve, { once: true }));
  document.addEventListener("leadscore:change", ready, { once: true });
  askWith(ask);
  embed.start(rules, tag.dataset, handOverLedger);
  started = true;
  for (let place = 0; place < calls.length; place++) attempt(calls[place]);
  calls.length = 0;
}

// The second tag of a page changes nothing.
if (offer()) start().catch((error) => problem("expected to start", error));
