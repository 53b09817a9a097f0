// Draws the icons that devices want as pictures from public/icon.svg: `npm run icons`, after a change of it. They are committed.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const folder = fileURLToPath(new URL("../public/", import.meta.url));
const icon = readFileSync(`${folder}icon.svg`, "utf8");
/** Without its round corners, for systems that cut a shape of their own out of it. */
const square = icon.replace(/ rx="\d+"/, "");
const pictures = { "icon-192.png": [icon, 192], "icon-512.png": [icon, 512], "icon-maskable-512.png": [square, 512], "apple-touch-icon.png": [square, 180] };

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  for (const [name, [svg, size]] of Object.entries(pictures)) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
    writeFileSync(folder + name, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
