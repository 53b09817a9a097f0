// Draws the picture of the page that the project's README shows: `npm run screenshot` in www writes www/screenshot.png.

import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch, serve, trySample, visit } from "./page.mjs";

const path = fileURLToPath(new URL("../../www/screenshot.png", import.meta.url));
const [server, browser] = [await serve(), await launch()];
try {
  await visit(browser, server.url, { viewport: { width: 1360, height: 820 }, colorScheme: "light" }, async (page) => {
    await trySample(page);
    await page.getByLabel("Ruleset in use").selectOption({ index: 1 });
    await page.getByRole("columnheader", { name: "Engagement" }).waitFor();
    await page.locator("contacts-grid .body [role=row]").nth(2).click();
    await page.locator("ledger-criterion").first().waitFor();
    await page.getByText("Met", { exact: true }).click();
    await page.mouse.move(0, 0);
    await page.screenshot({ path });
  });
} finally {
  await browser.close();
  await server.close();
}
console.log(`${path}: ${Math.round(statSync(path).size / 1000)} KB`);
