// The page in its four languages: every view, nothing left in English, nothing cut off.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { browserTests, eventually, listed, rulesetName, scored } from "./page.mjs";

const open = browserTests({ before, after });
const views = ["rules", "lifecycle", "contacts", "test", "distribution", "changes", "health", "json", "data"];
const locales = { en: "en-GB", es: "es", fr: "fr", zh: "zh-CN" };
const show = (page, view) => page.locator(`#tab-${view}`).click();
const lang = (page) => page.evaluate(() => document.documentElement.lang);

async function choose(page, language) {
  await page.locator("page-header select").selectOption(language);
  await eventually(() => lang(page), locales[language]);
}

/** The sample, in any language. */
async function begin(page) {
  await page.locator("first-run .button.primary").click();
  await scored(page);
}

/**
 * The texts of the page that somebody sees or hears, one for each piece: text, labels and titles. Not what is in an element of another
 * language than the page's, and not what is typed.
 */
const texts = (page) =>
  page.evaluate(() => {
    const found = [];
    const language = document.documentElement.lang;
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) found.push(node.data);
      if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return;
      if (node instanceof Element) {
        if (["STYLE", "SCRIPT", "TEXTAREA"].includes(node.localName.toUpperCase()) || node.classList.contains("cm-scroller")) return;
        if (node.hasAttribute("lang") && node.getAttribute("lang") !== language && node !== document.documentElement) return;
        for (const name of ["aria-label", "title", "placeholder", "aria-description", "alt"]) if (node.hasAttribute(name)) found.push(node.getAttribute(name));
      }
      for (const child of node.childNodes) walk(child);
      if (node.shadowRoot) walk(node.shadowRoot);
    };
    walk(document.body);
    return [...new Set(found.map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean))];
  });

/** Once the page asks its worker nothing more: two looks in a row find the same. */
async function settledTexts(page) {
  let before = [];
  await eventually(async () => {
    const now = await texts(page);
    const isSame = now.join("\n") === before.join("\n");
    before = now;
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    return isSame;
  }, true);
  return before;
}

const plain = (text) => text.toLowerCase().replace(/[,;"\s]+/g, " ").trim();
/** Everything that the rulesets and the contacts say themselves, which no language of the page changes. */
const data = plain(["inbound.json", "saas.json", "contacts.csv", "events.csv"].map((name) => readFileSync(new URL(`../../www/samples/${name}`, import.meta.url), "utf8")).join(" "));
const isData = (text) => text.split(/, | · /).every((part) => data.includes(plain(part)));
/** Words that are the same in the languages, for they are names. */
const names = /leadscore|English|Español|Français|中文|JSON|CSV|NDJSON|UTF-8|UTC|MQL|SQL|http/;

for (const language of ["es", "fr", "zh"]) {
  test(
    `nothing is left in English: ${language}`,
    open(
      async (page) => {
        const seen = { en: new Map(), [language]: new Map() };
        const first = { [language]: await settledTexts(page) };
        await choose(page, "en");
        first.en = await settledTexts(page);
        seen.en.set("first run", first.en);
        seen[language].set("first run", first[language]);
        await begin(page);
        for (const one of ["en", language]) {
          await choose(page, one);
          for (const view of views) {
            await show(page, view);
            if (view === "contacts") {
              await page.locator("contacts-grid .body [role=row]").nth(2).click();
              await page.locator("ledger-criterion").first().waitFor();
            }
            seen[one].set(view, await settledTexts(page));
          }
        }
        const left = [];
        for (const [view, all] of seen[language]) {
          const english = new Set(seen.en.get(view));
          for (const text of all) {
            const words = text.split(" ").filter((word) => /\p{L}{2}/u.test(word));
            if (words.length >= 2 && english.has(text) && !isData(text) && !names.test(text)) left.push(`${view}: ${text}`);
          }
        }
        assert.deepEqual(left, []);
      },
      { locale: locales[language] },
    ),
  );
}

test(
  "speaks the first of the browser's languages that it knows, and remembers the one that is chosen",
  open(
    async (page) => {
      assert.equal(await lang(page), "fr");
      await page.getByRole("button", { name: "Essayer l’exemple" }).or(page.locator("first-run .button.primary")).first().waitFor();
      await choose(page, "zh");
      await page.reload();
      await page.locator("leadscore-page main").waitFor();
      assert.equal(await lang(page), "zh-CN");
      assert.equal(await page.locator("page-header select").inputValue(), "zh");
    },
    { locale: "fr-CA" },
  ),
);

test(
  "speaks English where it knows none of the browser's languages",
  open(
    async (page) => {
      assert.equal(await lang(page), "en-GB");
      await page.getByRole("button", { name: "Try the sample" }).waitFor();
    },
    { locale: "de-DE" },
  ),
);

test(
  "a change of language keeps everything as it is, and writes numbers and dates as the language does",
  open(async (page) => {
    await begin(page);
    const search = page.locator("contacts-view").getByRole("searchbox");
    await search.fill("lucía pop");
    await page.locator("contacts-view .shown").filter({ hasText: /^\s*\d+ of 2,000/ }).waitFor();
    await page.locator("contacts-grid .body [role=row]").first().click();
    await page.locator("ledger-criterion").first().waitFor();
    const before = (await listed(page)).map(([, id]) => id);
    const name = await rulesetName(page);
    const instants = { en: "30 Jun 2026, 12:00 UTC", es: "30 jun 2026, 12:00 UTC", fr: "30 juin 2026, 12:00 UTC", zh: "2026年6月30日 12:00 UTC" };
    const thousands = { en: "2,000", es: "2000", fr: "2\u202f000", zh: "2,000" };
    for (const language of ["es", "fr", "zh", "en"]) {
      await choose(page, language);
      assert.equal(await search.inputValue(), "lucía pop");
      await eventually(async () => (await listed(page)).map(([, id]) => id), before);
      await eventually(async () => (await page.locator("contacts-view .shown").innerText()).includes(thousands[language]), true, language);
      await eventually(async () => (await page.locator("ledger-panel .bar").innerText()).replaceAll("\u00a0", " ").includes(instants[language]), true, language);
      assert.equal(await rulesetName(page), name);
      assert.equal(await page.locator("[role=tab][aria-selected=true]").getAttribute("id"), "tab-contacts");
    }
  }),
);

/** What sticks out of the page, and buttons whose words are cut off. */
const misfits = (page) =>
  page.evaluate(() => {
    const found = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide in a window of ${clientWidth}`);
    const walk = (root) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) walk(element.shadowRoot);
        if (!element.matches("button, .button, [role=tab]") || element.clientWidth === 0 || element.innerText.trim() === "") continue;
        const cuts = [element, ...element.querySelectorAll("*")].some((one) => getComputedStyle(one).textOverflow === "ellipsis");
        if (!cuts && element.scrollWidth > element.clientWidth + 1) found.push(`${element.localName}.${element.className} “${element.innerText.trim().slice(0, 60)}” is ${element.scrollWidth} in ${element.clientWidth}`);
      }
    };
    walk(document);
    return found;
  });

for (const language of ["en", "es", "fr", "zh"]) {
  test(
    `fits into 360 pixels: ${language}`,
    open(
      async (page) => {
        const found = [];
        const look = async (view) => found.push(...(await misfits(page)).map((one) => `${view}: ${one}`));
        await look("first run");
        await begin(page);
        for (const view of views) {
          await show(page, view);
          await settledTexts(page);
          await look(view);
        }
        assert.deepEqual(found, []);
      },
      { locale: locales[language], viewport: { width: 360, height: 740 } },
    ),
  );
}
