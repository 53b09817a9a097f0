// Keeping rulesets: history, database, crashes, full and forbidden storage, two tabs, damage. The modules run in Chromium, without the page.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./page.mjs";
import { serveLibrary } from "./library-modules.mjs";

let server;
let browser;
before(async () => {
  server = await serveLibrary();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** A test's body, given a function that opens tabs of one fresh browser profile. Nothing may be uncaught, or written to the console. */
function tabs(body) {
  return async () => {
    const context = await browser.newContext();
    const faults = [];
    const openTab = async (prepare) => {
      const page = await context.newPage();
      page.on("console", (message) => faults.push(`console ${message.type()}: ${message.text()}`));
      page.on("pageerror", (error) => faults.push(`uncaught: ${error.stack}`));
      if (prepare) await page.addInitScript(prepare);
      // What every test uses. Instants are counted, not read from a clock.
      await page.addInitScript(() => {
        window.instant = 1_000_000;
        window.begin = async (options = {}) => {
          const { Library } = await import("/library.js");
          window.library = await Library.start({ now: () => ++window.instant, patience: 60_000, ...options });
          return window.library;
        };
        /** A step that puts text at the end. */
        window.append = (ruleset, inserted, group) => {
          const { text } = ruleset.record;
          window.instant += 5_000;
          ruleset.save({ label: { key: "typed", args: { inserted } }, at: window.instant, edits: [{ offset: text.length, removed: "", inserted }], ...(group && { group }) });
        };
        /** The next event of a type. */
        window.next = (target, type) => new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
        window.until = async (target, type, holds) => {
          while (!holds()) await window.next(target, type);
        };
        /** All that the database holds in a store. */
        window.raw = (store, change) =>
          new Promise((resolve, reject) => {
            const opening = indexedDB.open("leadscore");
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const transaction = opening.result.transaction(store, "readwrite");
              const request = change ? new Function("store", change)(transaction.objectStore(store)) : transaction.objectStore(store).getAll();
              transaction.oncomplete = () => {
                opening.result.close();
                resolve(request?.result);
              };
              transaction.onerror = () => reject(transaction.error);
            };
          });
      });
      await page.goto(server.url);
      return page;
    };
    try {
      await body(openTab, context);
      assert.deepEqual(faults, []);
    } finally {
      await context.close();
    }
  };
}

test(
  "keeps a ruleset, its steps and what was undone over reloads, and takes the steps back one by one",
  tabs(async (openTab) => {
    const page = await openTab();
    const id = await page.evaluate(async () => {
      const library = await begin();
      const ruleset = await library.create("  A\nname ", "");
      for (const letter of "abcde") append(ruleset, letter);
      ruleset.undo(++instant);
      await ruleset.settled();
      return ruleset.record.id;
    });
    await page.reload();
    const found = await page.evaluate(async (id) => {
      const library = await begin();
      const ruleset = await library.open(id);
      const texts = [ruleset.record.text];
      const names = [];
      ruleset.redo(++instant);
      texts.push(ruleset.record.text);
      while (ruleset.history.undoable) {
        names.push(ruleset.history.undoable.label.args.inserted);
        ruleset.undo(++instant);
        texts.push(ruleset.record.text);
      }
      append(ruleset, "z");
      await ruleset.settled();
      return { name: ruleset.record.name, texts, names, redoable: ruleset.history.redoable, state: ruleset.state, steps: (await raw("steps")).length };
    }, id);
    assert.deepEqual(found, {
      name: "A name",
      texts: ["abcd", "abcde", "abcd", "abc", "ab", "a", ""],
      names: ["e", "d", "c", "b", "a"],
      redoable: undefined,
      state: "saved",
      steps: 1,
    });
  }),
);
