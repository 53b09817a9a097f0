// Views come as code of their own, when they are wanted.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, serve, trySample } from "./page.mjs";

let server;
let browser;
before(async () => {
  [server, browser] = [await serve(), await launch()];
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test("says when the code of a view cannot be loaded, and loads it when it is tried again", async () => {
  // The browser itself writes to the console that the network failed, so this page's console is not looked at.
  const context = await browser.newContext({ serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    const uncaught = [];
    page.on("pageerror", (error) => uncaught.push(String(error)));
    let cut = true;
    await page.route("**/assets/health-view-*.js", (route) => (cut ? route.abort() : route.continue()));
    await page.goto(server.url);
    await trySample(page);
    await page.getByRole("tab", { name: "Health" }).click();
    const note = page.getByText("This view could not be loaded.");
    await note.waitFor();
    cut = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("heading", { name: "Values that no rule knows" }).waitFor();
    assert.equal(await note.count(), 0);
    assert.deepEqual(uncaught, []);
  } finally {
    await context.close();
  }
});
