// The page's library modules in a browser, without the page, for the tests beside this file: built by Vite, served from memory under a
// policy like the page's, and imported in tabs that are empty otherwise.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launch } from "./page.mjs";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
const fromPage = createRequire(`${www}package.json`);
const vite = await import(pathToFileURL(fromPage.resolve("vite")));

const names = ["edits", "files", "history", "library", "link", "record", "templates"];
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Serves each module as `/NAME.js`, and an empty page at `/`. */
async function serveLibrary() {
  const { output } = await vite.build({
    root: www,
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, `${www}src/library/${name}.ts`])),
        preserveEntrySignatures: "strict",
        output: { entryFileNames: "[name].js" },
      },
    },
  });
  const files = new Map(output.map(({ fileName, code, source }) => [`/${fileName}`, code ?? source]));
  const server = createServer((request, response) => {
    const code = files.get(request.url);
    if (code !== undefined) response.writeHead(200, { "Content-Type": "text/javascript" }).end(code);
    else response.writeHead(200, { "Content-Type": "text/html", "Content-Security-Policy": policy }).end("<!doctype html><title>library</title>");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/**
 * A server and a browser for all the tests of a file. Returns what makes a test's body of a function, which is given another that
 * opens tabs of one fresh browser profile. Nothing may be uncaught, or written to the console.
 */
export function libraryTests({ before, after }) {
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
  return (body) => async () => {
    const context = await browser.newContext();
    const faults = [];
    const openTab = async (prepare) => {
      const page = await context.newPage();
      page.on("console", (message) => faults.push(`console ${message.type()}: ${message.text()}`));
      page.on("pageerror", (error) => faults.push(`uncaught: ${error.stack}`));
      if (prepare) await page.addInitScript(prepare);
      await page.addInitScript(prepareTab);
      await page.goto(server.url);
      return page;
    };
    try {
      await body(openTab, context, server.url);
      assert.deepEqual(faults, []);
    } finally {
      await context.close();
    }
  };
}

/** What every test uses in its tabs. Instants are counted, not read from a clock. */
function prepareTab() {
  window.instant = 1_000_000;
  window.begin = async (options = {}) => {
    const { Library } = await import("/library.js");
    const library = await Library.start({ now: () => ++window.instant, patience: 60_000, ...options });
    Object.assign(window, { library });
    return library;
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
  /** All that the database holds in a store, or a change of it, past the library. */
  window.raw = (store, change = (rows) => rows.getAll()) =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open("leadscore");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(store, "readwrite");
        const request = change(transaction.objectStore(store));
        transaction.oncomplete = () => {
          opening.result.close();
          resolve(request?.result);
        };
        transaction.onerror = () => reject(transaction.error);
      };
    });
}
