// The demo site for the tests beside this file: visitors who are no robots, what they do, and the panel that says what is known of them.

import { launch, serve, visit, visitIn } from "./page.mjs";

export const narrow = { width: 360, height: 800 };
export const wide = { width: 1440, height: 900 };

/** A server and a browser for all the tests of a file: `open` makes a test's body, `site` is where the demo site is, `ofEditor` opens the editor. */
export function demoVisits({ before, after }) {
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
  const site = () => `${server.url}demo/`;
  /**
   * Run with a page of the site in front of somebody who is no robot: a browser that is driven says so of itself, twice. `before` is run in each
   * page before the page's own scripts.
   */
  const open =
    (address, body, { before: prepared, ...options } = {}) =>
    async () => {
      const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${browser.version()} Safari/537.36`;
      const context = await browser.newContext({ viewport: wide, userAgent, ...options });
      await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "webdriver", { get: () => false }));
      if (prepared !== undefined) await context.addInitScript(prepared);
      await visitIn(context, site() + address, (page) => scored(page).then(() => body(page)), "#panel");
    };
  const ofEditor =
    (body, options = {}) =>
    () =>
      visit(browser, server.url, options, body);
  return { open, site, ofEditor };
}

/** Once the visitor has a score. */
export const scored = (page) => page.waitForFunction(() => typeof window.leadscore?.scorecard === "function" && window.leadscore.scorecard() !== null);
export const scorecard = (page) => page.evaluate(() => window.leadscore.scorecard().scores.lead);
export const panel = (page) => page.getByRole("complementary", { name: "The visitor’s ledger" });
export const bar = (page) => panel(page).getByRole("button", { name: /Ledger$/ });
/** The criterion's points in the panel, or nothing where it is not listed. */
export const points = async (page, criterion) =>
  (await panel(page).locator(".panel-criterion").filter({ hasText: criterion }).locator(".panel-points").allInnerTexts()).join();
export const section = (page, name) => panel(page).getByRole("region", { name });

/** Goes on as people do: by a link of the page. */
export async function follow(page, name) {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click();
  await scored(page);
}

/** As slowly as a person: a form that is sent within a second of its page is a robot's. */
export async function fillIn(page, { title, size, industry, ...others }) {
  await page.waitForFunction(() => performance.now() > 1000);
  await page.getByLabel("Work email").fill("ada@slatehaven.example");
  await page.getByLabel("Job title").fill(title);
  await page.getByLabel("Company size").selectOption(size);
  if (industry !== undefined) await page.getByLabel("Industry").selectOption(industry);
  for (const [label, text] of Object.entries(others)) await page.getByLabel(label).fill(text);
}

/** How far things moved by themselves since the page was opened. */
export const shiftOf = (page) => page.evaluate(shifted);

function shifted() {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => resolve(observer.takeRecords().reduce((sum, { value }) => sum + value, 0)));
  });
}
