// What the user made stays, whatever happens to the page: reloads, crashes, storage that is forbidden or full, another tab.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { anotherTab, browserTests, choose, eventually, kept, rulesetName, saveRuleset, show, writeJson } from "./page.mjs";
import { ruleset } from "./small-files.mjs";

const open = browserTests({ before, after });
const named = (name) => ruleset.replace('"Small"', JSON.stringify(name));

/** Opens the small ruleset. */
async function begin(page) {
  await choose(page, ["rules.json", ruleset]);
  await eventually(() => rulesetName(page), "Small");
}

/** Renames the ruleset by its menu: one step. */
async function rename(page, name) {
  await page.getByRole("button", { name: "Rulesets" }).click();
  await page.getByRole("menuitem", { name: "Rename…" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill(name);
  await page.keyboard.press("Enter");
  await eventually(() => rulesetName(page), name);
}

const undo = (page) => page.getByRole("button", { name: /^Undo/ });
const redo = (page) => page.getByRole("button", { name: /^Redo/ });

test(
  "takes back and does again, many steps, also after a reload",
  open(async (page) => {
    await begin(page);
    const steps = 30;
    await show(page, "JSON");
    const texts = [ruleset];
    // Steps of different kinds, so that no two of them become one: a name, then the text.
    for (let step = 1; step <= steps; step++) {
      await rename(page, `Name ${step}`);
      texts.push(named(`Name ${step}`));
    }
    await kept(page);
    await page.reload();
    await eventually(() => rulesetName(page), `Name ${steps}`);
    for (let step = steps - 1; step >= 0; step--) {
      await page.keyboard.press("ControlOrMeta+z");
      await eventually(() => rulesetName(page), step === 0 ? "Small" : `Name ${step}`);
    }
    assert.ok(await undo(page).isDisabled());
    assert.equal((await saveRuleset(page)).text, texts[0]);
    await kept(page);
    await page.reload();
    await eventually(() => rulesetName(page), "Small");
    assert.equal(await redo(page).getAttribute("title"), "Redo: Rename to “Name 1”");
    for (let step = 1; step <= steps; step++) await page.keyboard.press(step % 2 ? "ControlOrMeta+Shift+z" : "ControlOrMeta+y");
    await eventually(() => rulesetName(page), `Name ${steps}`);
    assert.ok(await redo(page).isDisabled());
    assert.equal((await saveRuleset(page)).text, texts[steps]);
  }),
);

test(
  "what is typed as JSON is taken back by the page's own undo, in the view and out of it",
  open(async (page) => {
    await begin(page);
    await writeJson(page, named("Typed"));
    await eventually(() => rulesetName(page), "Typed");
    await page.keyboard.press("ControlOrMeta+z");
    await eventually(() => rulesetName(page), "Small");
    assert.equal((await saveRuleset(page)).text, ruleset);
    await redo(page).click();
    await eventually(() => rulesetName(page), "Typed");
    await eventually(() => page.locator(".cm-content").innerText().then((text) => text.includes("Typed")), true);
    await show(page, "Rules");
    await undo(page).click();
    await eventually(() => rulesetName(page), "Small");
    await kept(page);
    await page.reload();
    await redo(page).click();
    await eventually(() => rulesetName(page), "Typed");
  }),
);

test(
  "is there again when the browser's tab crashes right after an edit",
  open(async (page) => {
    await begin(page);
    const { context, address } = { context: page.context(), address: page.url() };
    for (const name of ["First crash", "Second crash"]) {
      const tab = await anotherTab(page, address);
      await rename(tab, name);
      await kept(tab);
      const session = await context.newCDPSession(tab);
      const crashed = tab.waitForEvent("crash");
      // Whoever crashes does not answer.
      session.send("Page.crash").catch(() => {});
      await crashed;
      await tab.close();
      const again = await anotherTab(page, address);
      await eventually(() => rulesetName(again), name);
      assert.equal((await saveRuleset(again)).text, named(name));
      assert.ok(await undo(again).isEnabled());
      await again.close();
    }
  }),
);

const forbidden = () => {
  for (const storage of ["indexedDB", "localStorage", "sessionStorage"]) {
    Object.defineProperty(window, storage, {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    });
  }
};

test(
  "where the browser keeps nothing the user is told, goes on working, and saves to a file",
  open(async (page) => {
    await page.addInitScript(forbidden);
    await page.reload();
    await begin(page);
    await kept(page, "Not saved: kept while this page is open");
    assert.equal(await page.locator("ruleset-menu .kept").getAttribute("title"), "This browser does not let the page store anything.");
    await rename(page, "In memory");
    await undo(page).click();
    await eventually(() => rulesetName(page), "Small");
    await redo(page).click();
    await page.evaluate(() => delete window.showSaveFilePicker);
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("ruleset-menu").getByRole("button", { name: "Save to a file…" }).click()]);
    assert.equal(download.suggestedFilename(), "In memory.json");
    await page.getByText("Saved to In memory.json").waitFor();
    // The colours and the language change all the same.
    await page.getByRole("radio", { name: "Dark" }).check({ force: true });
    await page.getByLabel("Language").selectOption("fr");
    await eventually(() => page.evaluate(() => document.documentElement.lang), "fr");
  }),
);

test(
  "when the disk is full the user is told, goes on working, can save to a file, and tries again",
  open(async (page) => {
    const session = await page.context().newCDPSession(page);
    const quota = (quotaSize) => session.send("Storage.overrideQuotaForOrigin", { origin: new URL(page.url()).origin, ...(quotaSize && { quotaSize }) });
    // Chromium remembers for a while how much room there was: it has to be little from the beginning.
    await quota(1_000_000);
    await page.reload();
    const big = JSON.stringify({ ...JSON.parse(ruleset), name: "Big", notes: "n".repeat(1_500_000) });
    await choose(page, ["rules.json", big]);
    await kept(page, "Not saved: no room on the disk");
    await rename(page, "Bigger");
    await kept(page, "Not saved: no room on the disk");
    assert.equal((await saveRuleset(page)).text, big.replace('"Big"', '"Bigger"'));
    await quota(undefined);
    await page.getByRole("button", { name: "Try again" }).click();
    await kept(page);
    await page.reload();
    await eventually(() => rulesetName(page), "Bigger");
  }),
);

test(
  "two tabs on one ruleset show each other's steps at once",
  open(async (page) => {
    await begin(page);
    await kept(page);
    const other = await anotherTab(page);
    await eventually(() => rulesetName(other), "Small");
    await rename(page, "From the first");
    await eventually(() => rulesetName(other), "From the first");
    await undo(other).click();
    await eventually(() => rulesetName(page), "Small");
    await writeJson(other, named("Typed elsewhere"));
    await eventually(() => rulesetName(page), "Typed elsewhere");
    assert.equal((await saveRuleset(page)).text, named("Typed elsewhere"));
  }),
);

/** Two tabs, of which the second hears nothing of the first, as one that the browser has put to sleep; both have changed the ruleset. */
async function conflict(page) {
  await begin(page);
  await kept(page);
  const other = await page.context().newPage();
  await other.addInitScript(() => delete window.BroadcastChannel);
  await other.goto(page.url());
  await eventually(() => rulesetName(other), "Small");
  await rename(page, "Theirs");
  await kept(page);
  await rename(other, "Mine");
  await other.getByRole("alert").getByText("was changed in another tab, and here as well.").waitFor();
  await kept(other, "Not saved: changed in another tab");
  return other;
}

for (const [choice, [name, before]] of Object.entries({ "Keep mine": ["Mine", "Theirs"], "Take theirs": ["Theirs", "Small"], "Save mine as a copy": ["Copy of Mine", undefined] })) {
  test(
    `of two tabs that have both changed a ruleset, the user decides: ${choice}`,
    open(async (page) => {
      const other = await conflict(page);
      await other.getByRole("button", { name: choice }).click();
      await other.getByRole("alert").waitFor({ state: "detached" });
      if (choice.startsWith("Save")) {
        await eventually(async () => (await saveRuleset(other)).text.includes('"Mine"'), true);
        assert.equal((await saveRuleset(page)).text, named("Theirs"));
      } else {
        await eventually(() => rulesetName(other), name);
        assert.equal((await saveRuleset(other)).text, named(name));
        await undo(other).click();
        await eventually(() => rulesetName(other), before);
      }
      await kept(other);
    }),
  );
}

test(
  "a ruleset that another tab deletes can be kept, or let go",
  open(async (page) => {
    await begin(page);
    await kept(page);
    const other = await anotherTab(page);
    await eventually(() => rulesetName(other), "Small");
    const remove = async (tab) => {
      await tab.getByRole("button", { name: "Rulesets" }).click();
      await tab.getByRole("menuitem", { name: "Delete" }).click();
    };
    await remove(page);
    await other.getByRole("alert").getByText("“Small” was deleted in another tab.").waitFor();
    await other.getByRole("button", { name: "Keep mine" }).click();
    await kept(other);
    assert.equal((await saveRuleset(other)).text, ruleset);
    const third = await anotherTab(page);
    await eventually(() => rulesetName(third), "Small");
    await remove(other);
    await third.getByRole("button", { name: "Let it go" }).click();
    await third.locator("first-run").waitFor();
  }),
);
