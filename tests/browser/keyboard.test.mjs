// The page by keyboard alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browserTests, drop, eventually, files, listed, scored } from "./page.mjs";
import { contacts, ruleset } from "./small-files.mjs";

const open = browserTests({ before, after });

/** What has the keyboard, through all shadow roots. */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const label = element?.getAttribute("aria-label") ?? element?.innerText ?? "";
    return `${element?.getAttribute("role") ?? element?.localName} ${label}`.trim();
  });

/** Presses Tab until what is wanted has the keyboard, and fails if that takes more steps than the page has stops. */
async function tabTo(page, wanted) {
  const stops = [];
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press("Tab");
    stops.push(await focused(page));
    if (wanted.test(stops.at(-1))) return;
  }
  assert.fail(`${wanted} cannot be reached; the stops are ${stops.join(", ")}`);
}

const ledgerOf = (page) => page.locator("ledger-panel header h2").innerText();

test(
  "tries the sample, walks the list, reads a ledger, sorts and comes back",
  open(async (page) => {
    await tabTo(page, /^button Try the sample$/);
    await page.keyboard.press("Enter");
    await scored(page);
    await tabTo(page, /^grid /);
    const rows = await listed(page);
    const name = (index) => rows[index][0].split("\n")[0];
    const active = () => page.getByRole("grid").getAttribute("aria-activedescendant");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    assert.equal(await active(), "row-1");
    await page.keyboard.press("Enter");
    await eventually(() => ledgerOf(page), name(1));
    // With a ledger open, it follows.
    await page.keyboard.press("ArrowDown");
    await eventually(() => ledgerOf(page), name(2));
    await page.keyboard.press("End");
    await eventually(active, "row-1999");
    await eventually(() => page.locator("#row-1999").isVisible(), true);
    await page.keyboard.press("Home");
    await eventually(() => ledgerOf(page), name(0));
    await tabTo(page, /^button Close the ledger$/);
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Why this score?" }).waitFor();
    assert.match(await focused(page), /^grid /);
    await page.keyboard.press("Shift+Tab");
    assert.match(await focused(page), /^button /);
  }),
);

test(
  "sorts by a header, changes the view, and switches the colours",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", contacts]);
    await scored(page);
    await tabTo(page, /^tab Contacts/);
    await page.keyboard.press("End");
    await page.getByRole("region", { name: "Load report" }).waitFor();
    assert.match(await focused(page), /^tab Data/);
    await page.keyboard.press("Home");
    assert.match(await focused(page), /^tab Rules/);
    await page.keyboard.press("ArrowRight");
    assert.match(await focused(page), /^tab Stages/);
    await page.keyboard.press("ArrowRight");
    await page.getByRole("grid").waitFor();
    await tabTo(page, /^button Total$/);
    await page.keyboard.press("Enter");
    await eventually(async () => (await listed(page)).map((cells) => cells[1]), ["2", "3", "1"]);
    await page.reload();
    await tabTo(page, /^input As the system$/);
    await page.keyboard.press("ArrowLeft");
    await eventually(() => page.evaluate(() => document.documentElement.dataset.theme), "dark");
    await page.reload();
    await eventually(() => page.evaluate(() => document.documentElement.dataset.theme), "dark");
  }),
);

test(
  "chooses files through file inputs",
  open(async (page) => {
    // Listened to from the beginning: a listener that is added with the key press may come too late for it.
    const choosers = [];
    page.on("filechooser", (chooser) => choosers.push(chooser));
    await tabTo(page, /^button Try the sample$/);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await eventually(() => choosers.length, 1);
    assert.ok(choosers[0].isMultiple());
    await choosers[0].setFiles(files(["rules.json", ruleset], ["people.csv", contacts]));
    await scored(page);
    await tabTo(page, /^input Replace contacts$/);
    await page.keyboard.press("Enter");
    await eventually(() => choosers.length, 2);
    await choosers[1].setFiles(files(["others.csv", contacts.replace("Ann", "Zoe")]));
    await eventually(async () => (await listed(page))[0][0].split("\n")[0], "Zoe Lee");
  }),
);

test(
  "on a narrow screen the ledger takes the place of the list, and gives it back",
  open(
    async (page) => {
      await drop(page, ["rules.json", ruleset], ["people.csv", contacts]);
      await scored(page);
      await tabTo(page, /^grid /);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await eventually(() => focused(page), "button Close the ledger");
      assert.equal(await page.getByRole("grid").isVisible(), false);
      assert.equal(await ledgerOf(page), "Bob Ray");
      await page.keyboard.press("Enter");
      await eventually(async () => (await focused(page)).startsWith("grid"), true);
      assert.equal(await page.getByRole("grid").getAttribute("aria-activedescendant"), "row-1");
    },
    { viewport: { width: 360, height: 740 } },
  ),
);

test(
  "shows where the keyboard is, at every stop",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", contacts]);
    await scored(page);
    await page.keyboard.press("Tab");
    const unmarked = [];
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press("Tab");
      const marked = await page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        if (!element || element === document.body) return true;
        const outlined = (one) => one && getComputedStyle(one).outlineStyle !== "none" && Number.parseFloat(getComputedStyle(one).outlineWidth) > 0;
        return outlined(element) || outlined(element.closest("label")) || outlined(element.querySelector(".active"));
      });
      if (!marked) unmarked.push(await focused(page));
    }
    assert.deepEqual(unmarked, []);
  }),
);
