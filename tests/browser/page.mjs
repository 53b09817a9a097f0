// The page in a real browser, for the tests beside this file: the built page behind Vite's preview server, Chromium, and one
// fresh browser context for each test. Every test fails if the page writes to the console or asks another origin for anything.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
const fromPage = createRequire(`${www}package.json`);
const load = (name) => import(pathToFileURL(fromPage.resolve(name)));
export const { chromium } = (await load("playwright-core")).default ?? (await load("playwright-core"));
const vite = await load("vite");
const axeSource = readFileSync(fromPage.resolve("axe-core/axe.min.js"), "utf8");

/** Where the browser is: what CHROMIUM says, or where Debian puts it. */
export const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** Serves the built page, or the one of Vite's dev server. */
export async function serve(kind = "preview") {
  if (kind === "preview") assert.ok(existsSync(`${www}dist/index.html`), "www/dist is missing; run npm run build in www");
  const options = { root: www, logLevel: "error" };
  const local = { host: "127.0.0.1", port: 0 };
  if (kind === "preview") {
    const server = await vite.preview({ ...options, preview: local });
    return { url: server.resolvedUrls.local[0], close: () => server.close() };
  }
  const server = await vite.createServer({ ...options, server: local });
  await server.listen();
  return { url: server.resolvedUrls.local[0], close: () => server.close() };
}

/** Loads one of the page's own modules into Node. */
export async function loadModules(use, ...paths) {
  const server = await vite.createServer({ root: www, logLevel: "error", server: { middlewareMode: true, hmr: false, ws: false } });
  try {
    return await use(...(await Promise.all(paths.map((path) => server.ssrLoadModule(path)))));
  } finally {
    await server.close();
  }
}

export function launch() {
  return chromium.launch({ executablePath, args: flags });
}

/** A server and a browser for all the tests of a file: call it at the top, use what it returns in `test`. */
export function browserTests({ before, after }) {
  let server;
  let browser;
  before(async () => {
    server = await serve();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  /** A test's body, run with the page opened in a fresh context. */
  return (body, options = {}) =>
    () =>
      visit(browser, server.url, options, body);
}

/** Nothing is kept for use without a network, unless a test is about it (`installs`): it would only take time. */
export async function visit(browser, url, { installs = false, ...options }, body) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true, ...options });
  if (!installs) await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
  await visitIn(context, url, body);
}

/** The same in a context that is there already; it is closed afterwards. `landmark` is what has to be there before the body is run. */
export async function visitIn(context, url, body, landmark = "leadscore-page main") {
  context.setDefaultTimeout(30_000);
  const faults = [];
  const { origin } = new URL(url);
  context.on("request", (request) => {
    const address = new URL(request.url());
    if (!["blob:", "data:"].includes(address.protocol) && address.origin !== origin) faults.push(`asked for ${request.url()}`);
  });
  context.on("page", (page) => {
    page.on("console", (message) => faults.push(`console ${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => faults.push(`uncaught: ${error.stack}`));
  });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.locator(landmark).waitFor();
    await body(page);
    assert.deepEqual(faults, [], "the page wrote to the console, or asked another origin");
  } finally {
    await context.close();
  }
}

// What users do.

export async function trySample(page) {
  await page.getByRole("button", { name: "Try the sample" }).click();
  await scored(page);
}

/** Once contacts are listed and nothing is being read any more. */
export async function scored(page) {
  await page.locator("contacts-grid [role=gridcell]").first().waitFor();
  await page.locator("load-progress").first().waitFor({ state: "detached" });
}

/** Files given by name and content. */
export function files(...all) {
  return all.map(([name, content]) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) }));
}

/** Chooses files on the first page or in the empty list. */
export async function choose(page, ...all) {
  await page.locator("first-run, contacts-view .waiting").locator("input[type=file]").setInputFiles(files(...all));
}

/** Gives a file to the slot of a source. */
export async function give(page, slot, name, content) {
  await page.getByRole("group", { name: slot, exact: true }).locator("input[type=file]").setInputFiles(files([name, content]));
}

/** What stands in the slot of a source. */
export async function slotText(page, slot) {
  return (await page.locator("source-slot").filter({ has: page.getByRole("group", { name: slot, exact: true }) }).innerText()).replace(/\s+/g, " ");
}

/** The name of the ruleset that is open. */
export async function rulesetName(page) {
  return (await page.locator("ruleset-menu .opener .cut").innerText()).trim();
}

/** Opens a ruleset made from a template. */
export async function useTemplate(page, name) {
  await page.getByRole("button", { name: "Rulesets" }).click();
  await page.getByRole("menuitem", { name: "New from a template…" }).click();
  await page.getByRole("dialog").getByRole("button", { name }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
}

/** Saves the list of contacts as it is shown: the file's name and its text. */
export async function saveList(page) {
  await page.locator("contacts-view").getByRole("button", { name: "Export", exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "With the columns shown" }).click()]);
  return { name: download.suggestedFilename(), text: await textOf(download) };
}

/** What was downloaded, as text. */
export async function textOf(download) {
  return readFileSync(await download.path(), "utf8");
}

/** Another tab of the same browser, with the page in it. */
export async function anotherTab(page, url = page.url()) {
  const tab = await page.context().newPage();
  await tab.goto(url);
  await tab.locator("leadscore-page main").waitFor();
  return tab;
}

/** Chooses something of the menu of rulesets. */
export async function ofMenu(page, item) {
  await page.getByRole("button", { name: "Rulesets" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

/** Saves the open ruleset to a file, as a download: its name and the text in it, to the byte. */
export async function saveRuleset(page) {
  await page.evaluate(() => delete window.showSaveFilePicker);
  const [download] = await Promise.all([page.waitForEvent("download"), ofMenu(page, "Save to a file…")]);
  return { name: download.suggestedFilename(), text: await textOf(download) };
}

/** Once the open ruleset is kept. */
export async function kept(page, state = "Saved in this browser") {
  await page.locator("ruleset-menu .kept").filter({ hasText: state }).waitFor();
}

/** Puts another text into the JSON view. */
export async function writeJson(page, text) {
  await show(page, "JSON");
  await page.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(text);
}

/** Shows a view. */
export async function show(page, view) {
  await page.getByRole("tab", { name: new RegExp(`^${view}`) }).click();
}

/** Drops files on the page. */
export async function drop(page, ...all) {
  const transfer = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    for (const [name, content] of given) data.items.add(new File([content], name));
    return data;
  }, all);
  const target = page.locator("leadscore-page");
  await target.dispatchEvent("dragenter", { dataTransfer: transfer });
  await target.dispatchEvent("drop", { dataTransfer: transfer });
}

/** Waits until `read` gives what is expected, and says what it gave if it never does. */
export async function eventually(read, expected, message) {
  const until = Date.now() + 20_000;
  let found;
  do {
    found = await read();
    try {
      assert.deepEqual(found, expected);
      return;
    } catch {
      await new Promise((resolve) => setImmediate(resolve));
    }
  } while (Date.now() < until);
  assert.deepEqual(found, expected, message);
}

/** Waits until the list says how many contacts it shows: `2,000 contacts`, or `3 of 2,000 contacts`. */
export async function shown(page, text) {
  await page.locator("contacts-view .shown").filter({ hasText: new RegExp(`^\\s*${text}\\s*$`) }).waitFor();
}

/** The visible rows of the list, top to bottom, as texts of their cells, once all have been filled: every contact has an id. */
export async function listed(page) {
  let rows;
  const isFilled = async () => (rows = await listedSoFar(page)).every((cells) => cells[1] !== "");
  await eventually(isFilled, true, "rows that stay empty");
  return rows;
}

async function listedSoFar(page) {
  const rows = await page.locator("contacts-grid .body [role=row]").evaluateAll((all) =>
    all.map((row) => ({
      at: Number(row.getAttribute("aria-rowindex")),
      cells: [...row.querySelectorAll("[role=gridcell]")].map((cell) => cell.innerText.trim()),
    })),
  );
  return rows.sort((a, b) => a.at - b.at).map(({ cells }) => cells);
}

/**
 * The milliseconds of processor time of each task of the page's own thread while something is done: unlike those of the clock, they do not grow
 * when the machine has other things to do.
 */
export async function processorTimes(page, work) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"] });
  await work();
  const { traceEvents } = JSON.parse(await browser.stopTracing());
  const pages = traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const isOfPage = ({ pid, tid }) => pages.some((page) => page.pid === pid && page.tid === tid);
  return traceEvents.filter((event) => /RunTask$/.test(event.name) && event.tdur !== undefined && isOfPage(event)).map(({ tdur }) => tdur / 1000);
}

/** Everything axe-core finds fault with, against WCAG 2.2 AA and its own best practices. */
export async function accessibilityFaults(page) {
  // axe brings its own script; the page's policy does not let scripts in from outside, evaluation by the test driver is not one.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(" ")} (${failureSummary})`).join("; ")}`);
}
