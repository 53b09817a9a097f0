// What the on-site embed asks of the browser, in the browser's own language: a few lines here weigh a fraction of what they weigh in the module.
//
// In: plain values, and callbacks of the module. Out: plain values. Whatever a page has replaced or taken away, nothing is thrown into the
// module, which could not clean up behind it, and nothing that goes wrong here reaches the page. It decides nothing about visitors.
//
// Pages replace what arrays and texts can do, their iterators too: lists are read and written by index here, nothing is spread, and no method of
// a list or a text is called.

const KEY = "leadscore";
/** Different errors that are told; a page that meets more has been told enough. */
const TOLD = 20;
const told = [];

/** Tells of an error, unless it has been told. */
export function report(message) {
  let place = 0;
  while (place < told.length && told[place] !== message) place++;
  if (place < told.length || place >= TOLD) return;
  told[place] = message;
  dispatch(document, "leadscore:error", { message });
  try {
    console.error(`leadscore: ${message}`);
  } catch {
    // A page may have another console, which throws.
  }
}

/**
 * Does something that may well be refused, where that is no error: then the result is another. Nothing here has more than four arguments; to spread
 * them would take an iterator.
 */
export const tried =
  (work, otherwise) =>
  (one, two, three, four) => {
    try {
      return work(one, two, three, four);
    } catch {
      return otherwise;
    }
  };

/** What an exception says. */
export const messageOf = tried((error) => `${error?.message ?? error}`, "an exception without a message");

/** The same, where exceptions are reported and end here, also a trap of the module. */
export const guarded =
  (work, otherwise) =>
  (one, two, three, four) => {
    try {
      return work(one, two, three, four);
    } catch (error) {
      report(messageOf(error));
      return otherwise;
    }
  };

export const call = guarded((work) => void work());

/** The value that a JSON text stands for. */
export const value = tried((text) => JSON.parse(text));

let ask;

/** Says how the second module is asked: a function of a question and what belongs to it, which gives nothing until the module is there. */
export const askWith = (asked) => (ask = asked);

/** Whether a text matches an expression. */
export const matches = tried((text, pattern) => ask("matches", text, pattern) === true, false);

/** The instant that a text in an uncommon form stands for, in milliseconds; NaN if it stands for none. */
export const time = tried((text) => ask("time", text) ?? NaN, NaN);

/** What is to be remembered of a visitor's way through stages and workflows, once it has come to an instant; nothing without any. */
export const advanced = guarded((visitor, state, time) => ask("advance", visitor, state, time));

/** A property of an object. */
export const get = tried((object, key) => object[key]);

/** A property of an object that is a text. */
export const text = tried((object, key) => (typeof object[key] === "string" ? object[key] : undefined));

/** An event that bubbles, so that a listener on the window hears it too. What the page thinks of it changes nothing here. */
const dispatch = tried((target, name, detail) => void target.dispatchEvent(new CustomEvent(name, { bubbles: true, detail })));

/** An event with a detail given as JSON. */
export const announce = tried((name, detail, target = document) => dispatch(target, name, JSON.parse(detail)));

export const timeText = tried((time) => new Date(time).toISOString());

/** Timers that wait, by numbers of our own: what a page's own `setTimeout` gives may be no number. */
const timers = {};
let lastTimer = 0;

/** Calls once, later. The timer's number, never 0 but where there are no timers. */
export const wait = guarded((milliseconds, then) => {
  timers[++lastTimer] = setTimeout(guarded(then), milliseconds);
  return lastTimer;
}, 0);

/** Waits no longer, or has waited. */
export const waitNoLonger = tried((timer) => {
  clearTimeout(timers[timer]);
  delete timers[timer];
});

export const isHidden = tried(() => document.hidden, false);
export const isPrerendering = tried(() => document.prerendering === true, false);
export const title = tried(() => `${document.title}`, "");

/** Global Privacy Control. */
export const hasPrivacyControl = tried(() => !!navigator.globalPrivacyControl, false);

/** A browser that says that it is driven by a program. */
export const isAutomated = tried(() => !!navigator.webdriver || /HeadlessChrome/.test(navigator.userAgent), false);

/** How far down the page has been seen, in percent. Half a pixel may be missing at the end where the page is zoomed. */
export const depth = tried(() => {
  const { scrollHeight, scrollTop, clientHeight } = document.scrollingElement;
  return scrollHeight > 0 ? ((scrollTop + clientHeight + 1) / scrollHeight) * 100 : 0;
}, 0);

const addresses = {
  shown: () => location.href,
  referrer: () => document.referrer,
  /** What the document was asked for: scripts may have changed its address since. */
  asked: () => performance.getEntriesByType("navigation")[0].name,
};

/** An address taken apart: without its fragment, host, path, and the names and values of its query in turn. Nothing if it is no address. */
export const place = tried((which) => {
  const url = new URL(addresses[which]());
  url.hash = "";
  const parts = [url.href, url.host, url.pathname];
  url.searchParams.forEach((value, name) => {
    parts[parts.length] = name;
    parts[parts.length] = value;
  });
  return parts;
}, []);

/** What is kept: null if nothing is, undefined if nothing can be. */
export const kept = tried(() => localStorage.getItem(KEY));
/** Whether that was possible. */
export const keep = tried((text) => (localStorage.setItem(KEY, text), true), false);
export const erase = tried(() => localStorage.removeItem(KEY));

/** Calls when no other tab is writing. A browser that has no locks, or a page that may not have them, does without. */
export function inTurn(work) {
  const turn = guarded(() => work());
  try {
    navigator.locks.request(KEY, turn).catch(turn);
  } catch {
    turn();
  }
}

/** Open shadow roots that came to notice: what is submitted in them is heard there only. */
let roots = [];
/** What is to be heard, and seen, in every one of them. */
const heard = [];
const watched = [];

const OBSERVED = {
  childList: true,
  subtree: true,
  attributeFilter: ["data-leadscore-show", "data-leadscore-hide", "data-leadscore-field"],
};

const hear = (target, { kind, called }) => target.addEventListener(kind, called, true);

function notice(root) {
  for (let place = 0; place < roots.length; place++) if (roots[place] === root) return;
  roots[roots.length] = root;
  // A listener that is there already is not added again by the browser.
  for (let place = 0; place < heard.length; place++) hear(root, heard[place]);
  for (let place = 0; place < watched.length; place++) {
    watched[place].observer?.observe(root, OBSERVED);
    watched[place].changed(root);
  }
}

const touched = guarded((event) => {
  const path = event.composedPath();
  for (let place = 0; place < path.length; place++) if (path[place] instanceof ShadowRoot) notice(path[place]);
});

/** Notices shadow roots when somebody turns to them. A field in one may have had the focus from the beginning. */
const noticeRoots = () => {
  if (heard.length > 0) return;
  const kinds = ["focusin", "pointerdown", "click", "auxclick"];
  for (let place = 0; place < kinds.length; place++) hear(window, { kind: kinds[place], called: touched });
  for (let root = document.activeElement?.shadowRoot; root; root = root.activeElement?.shadowRoot) notice(root);
};

/** The shadow roots that are part of the page. */
export const shadowRoots = () => {
  const connected = [];
  for (let place = 0; place < roots.length; place++) if (roots[place].isConnected) connected[connected.length] = roots[place];
  return (roots = connected);
};

/**
 * Has a callback called before the page's own, in a way that never delays scrolling or leaving: with events of the window, or of what it has
 * under a name. What happens to forms is heard in shadow roots, too. Whether there is such a thing.
 */
export const listen = guarded((name, kind, callback) => {
  const target = window[name];
  if (!target?.addEventListener) return false;
  const listener = { kind, called: guarded(callback) };
  if (kind === "submit" || kind === "formdata") {
    noticeRoots();
    heard[heard.length] = listener;
    for (let place = 0; place < roots.length; place++) hear(roots[place], listener);
  }
  hear(target, listener);
  return true;
}, false);

/** Calls with every node below which something has come or was marked otherwise. Where it cannot be, what comes later is met with the next scorecard. */
export const observe = guarded((callback) => {
  const changed = guarded(callback);
  const observer = tried(() => {
    return new MutationObserver((records) => {
      let last;
      for (let place = 0; place < records.length; place++) {
        const { target, type, addedNodes } = records[place];
        // An attribute is the element's own: what is below its parent has it too.
        const below = type === "attributes" ? (target.parentNode ?? target) : target;
        if ((type === "attributes" || addedNodes.length > 0) && last !== below) changed((last = below));
      }
    });
  })();
  watched[watched.length] = { observer, changed };
  observer?.observe(document, OBSERVED);
  for (let place = 0; place < roots.length; place++) observer?.observe(roots[place], OBSERVED);
});

/** Calls with the arguments of each call that a page makes to a function. The page gets the function's own result or exception, and the function looks as it did. */
export const hearCalls = guarded((object, name, callback) => {
  const original = object[name];
  if (typeof original !== "function") return;
  const then = guarded(callback);
  const apply = (original, object, given) => {
    const result = Reflect.apply(original, object, given);
    then(given);
    return result;
  };
  // A frozen object refuses, and is not heard.
  Reflect.set(object, name, new Proxy(original, { apply }));
});

/** Calls whenever the address may have changed. */
export const hearAddress = guarded((callback) => {
  if (listen("navigation", "currententrychange", callback)) return;
  listen("window", "popstate", callback);
  hearCalls(history, "pushState", callback);
  hearCalls(history, "replaceState", callback);
});

/** An endpoint's address in full; nothing if it is neither on this site nor, as its writer says, a whole one. */
export const endpoint = tried((address, isWhole) => {
  const url = new URL(address, document.baseURI);
  return isWhole || url.origin === location.origin ? url.href : undefined;
});

/**
 * Sends a body, and calls with the status of the answer, nothing if there is none. No cookies go with it. Another origin gets `text/plain`, for which
 * a browser asks no permission first. For a page that has taken `fetch` away, the browser's beacon does. The result is a status that is known at
 * once, as for a beacon, which is not answered; else 0.
 */
export const send = guarded((address, body, callback) => {
  const answered = guarded(callback);
  const isOwn = new URL(address).origin === location.origin;
  const options = {
    method: "POST",
    mode: isOwn ? "same-origin" : "no-cors",
    credentials: "omit",
    keepalive: true,
    headers: { "content-type": isOwn ? "application/json" : "text/plain;charset=UTF-8" },
    body,
  };
  try {
    const answer = fetch(address, options);
    Promise.resolve(answer).then(
      (response) => answered(response?.status),
      () => answered(),
    );
    return 0;
  } catch {
    return navigator.sendBeacon(address, body) ? 200 : 500;
  }
}, 500);
