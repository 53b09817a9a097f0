// Draws pictures of the page: `npm run screenshot` in www writes every view, in light and dark, narrow and wide, to www/pictures, which is not
// kept; and with `-- readme` the pictures that the project's README shows, to www/screenshots.

import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch, serve, show, trySample, useTemplate, visit } from "./page.mjs";

const folder = (name) => {
  const path = fileURLToPath(new URL(`../../www/${name}/`, import.meta.url));
  mkdirSync(path, { recursive: true });
  return path;
};

/** A change that moves some contacts, so that there is something to compare. */
async function changeSomething(page) {
  await show(page, "Rules");
  const field = page.getByRole("spinbutton", { name: /^Points of/ }).first();
  await field.focus();
  for (let step = 0; step < 8; step++) await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Tab");
}

async function openLedger(page) {
  await page.locator("contacts-grid .body [role=row]").nth(2).click();
  await page.locator("ledger-criterion").first().waitFor();
}

/** Everything there is to be seen, in an order in which each follows from the one before; the four of the README by its names. */
const scenes = {
  "first-run": async () => {},
  contacts: async (page) => {
    await trySample(page);
  },
  ledger: openLedger,
  rules: changeSomething,
  test: (page) => show(page, "Test a contact"),
  distribution: (page) => show(page, "Distribution"),
  changes: (page) => show(page, "Changes"),
  health: (page) => show(page, "Health"),
  data: (page) => show(page, "Data"),
  json: async (page) => {
    await show(page, "JSON");
    await page.locator(".cm-content").waitFor();
  },
  matrix: async (page) => {
    await useTemplate(page, /^SaaS/);
    await show(page, "Distribution");
  },
  menu: (page) => page.getByRole("button", { name: "Rulesets" }).click(),
};
const readme = { ledger: "contacts", rules: "rules", distribution: "distribution", changes: "changes" };

/** Once nothing on the page changes any more: two pictures in a row are the same. */
async function picture(page) {
  await page.mouse.move(0, 0);
  let before;
  for (let look = 0; look < 20; look++) {
    const now = await page.screenshot();
    if (before?.equals(now)) break;
    before = now;
  }
}

const forReadme = process.argv.includes("readme");
const sizes = forReadme ? { readme: { width: 1360, height: 820 } } : { wide: { width: 1440, height: 900 }, narrow: { width: 360, height: 740 } };
const to = folder(forReadme ? "screenshots" : "pictures");
const [server, browser] = [await serve(), await launch()];
try {
  for (const colorScheme of forReadme ? ["light"] : ["light", "dark"]) {
    for (const [size, viewport] of Object.entries(sizes)) {
      await visit(browser, server.url, { viewport, colorScheme, reducedMotion: "reduce" }, async (page) => {
        for (const [scene, go] of Object.entries(scenes)) {
          await go(page);
          if (forReadme && readme[scene] === undefined) continue;
          await picture(page);
          const path = `${to}${forReadme ? readme[scene] : `${scene}-${size}-${colorScheme}`}.png`;
          await page.screenshot({ path });
          console.log(`${path}: ${Math.round(statSync(path).size / 1000)} KB`);
        }
      });
    }
  }
} finally {
  await browser.close();
  await server.close();
}
