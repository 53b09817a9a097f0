// The rules as a tree: reading, changing and reordering them, by pointer and by keyboard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browserTests, drop, eventually, trySample } from "./page.mjs";
import { cell, document, focusedKey, heading, line, names, news, openRules, points, two } from "./rules.mjs";

const open = browserTests({ before, after });

test(
  "shows each criterion on one line with who meets it, what it adds up to, and what its limit takes",
  open(async (page) => {
    await openRules(page);
    await eventually(() => cell(page, "Vice president", "counted"), "1 meet it, 33%");
    assert.equal(await cell(page, "Vice president", "sum"), "Adds up to +10");
    assert.equal(await cell(page, "Looked at prices", "sum"), "Adds up to +10");
    assert.match(await cell(page, "Looked at prices", "sentence"), /page/i);
    assert.match(await heading(page, "All").locator(".sum").innerText(), /\+20/);
    const { height } = await line(page, "Vice president").boundingBox();
    assert.ok(height <= 40, `a line is ${height} high`);
    await page.locator("#tab-contacts").click();
    await openRules(page, two);
    await eventually(() => heading(page, "First").locator(".limited").innerText(), "limit takes 7 from 1 contact");
  }),
);

test(
  "changes points in place, live, by typing and by arrow keys, as steps to undo",
  open(async (page) => {
    await openRules(page);
    const field = points(page, "Vice president");
    await field.click();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("ArrowDown");
    assert.equal(await field.inputValue(), "20");
    await eventually(() => cell(page, "Vice president", "sum"), "Adds up to +20");
    await field.fill("12.25");
    assert.equal((await document(page)).scores[0].groups[0].criteria[0].points, 12.25);
    await eventually(() => cell(page, "Vice president", "sum"), "Adds up to +12.25");
    for (const wrong of ["", "1.234", "many", "9000000"]) {
      await field.fill(wrong);
      assert.equal(await field.getAttribute("aria-invalid"), "true", wrong);
    }
    await page.keyboard.press("m");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Enter");
    assert.equal(await focusedKey(page), "criterion total/vp");
    assert.equal(await field.inputValue(), "12.25");
    assert.equal((await document(page)).scores[0].groups[0].criteria[0].enabled, undefined);
    await page.keyboard.press("Control+z");
    await eventually(() => field.inputValue(), "10");
    await eventually(() => cell(page, "Vice president", "sum"), "Adds up to +10");
  }),
);

test(
  "writes and reads decimals as the language does",
  open(
    async (page) => {
      await openRules(page);
      const field = page.getByRole("spinbutton", { name: "Points de Vice president" });
      await field.fill("7,5");
      assert.equal((await document(page)).scores[0].groups[0].criteria[0].points, 7.5);
      await page.keyboard.press("Enter");
      assert.equal(await field.inputValue(), "7,5");
    },
    { locale: "fr-FR" },
  ),
);

test(
  "walks, folds and edits everything by keyboard alone",
  open(async (page) => {
    await openRules(page, two);
    await page.keyboard.press("/");
    await page.keyboard.press("ArrowDown");
    await eventually(() => focusedKey(page), "score one");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await eventually(() => focusedKey(page), "criterion one/a");

    // Down within the group, and on into the next one.
    await page.keyboard.press("Alt+ArrowDown");
    await eventually(() => names(page), ["B", "A", "C", "D", "A"]);
    await eventually(() => news(page), "Moved A to 2 of 3 in First");
    await page.keyboard.press("Alt+ArrowDown");
    await eventually(() => news(page), "Moved A to 3 of 3 in First");
    await page.keyboard.press("Alt+ArrowDown");
    await eventually(() => news(page), "Moved A to 1 of 2 in Second");
    assert.equal(await focusedKey(page), "criterion one/a");
    // Into the other score, where its id is taken.
    await page.keyboard.press("Alt+ArrowDown");
    await eventually(() => news(page), "Moved A to 2 of 2 in Second");
    await page.keyboard.press("Alt+ArrowDown");
    await eventually(() => news(page), "Moved A to 1 of 2 in Third");
    assert.deepEqual((await document(page)).scores[1].groups[0].criteria.map(({ id }) => id), ["a_2", "a"]);

    await page.keyboard.press("m");
    await eventually(async () => (await document(page)).scores[1].groups[0].criteria[0].enabled, false);
    assert.equal(await news(page), "Muted A");
    await page.keyboard.press("m");
    await page.keyboard.press("Control+d");
    await eventually(() => names(page), ["B", "C", "D", "A", "A (copy)", "A"]);
    await eventually(() => focusedKey(page), "criterion other/a_2_2");
    await page.keyboard.press("F2");
    await page.keyboard.type("Renamed");
    await page.keyboard.press("Enter");
    await eventually(() => names(page), ["B", "C", "D", "A", "Renamed", "A"]);
    assert.equal((await document(page)).scores[1].groups[0].criteria[1].id, "a_2_2");
    assert.equal(await focusedKey(page), "criterion other/a_2_2");
    await page.keyboard.press("Delete");
    await eventually(() => names(page), ["B", "C", "D", "A", "A"]);
    await eventually(() => focusedKey(page), "criterion other/a");
    await page.keyboard.press("Control+z");
    await eventually(() => names(page), ["B", "C", "D", "A", "Renamed", "A"]);

    // To the group, fold it, and back in.
    await page.keyboard.press("ArrowLeft");
    await eventually(() => focusedKey(page), "group other/third");
    await page.keyboard.press("ArrowLeft");
    await eventually(() => names(page), ["B", "C", "D"]);
    assert.equal(await heading(page, "Third").getAttribute("aria-expanded"), "false");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await eventually(() => focusedKey(page), "criterion other/a_2");
    // Along the line, and back to it.
    await page.keyboard.press("ArrowRight");
    await eventually(() => focusedKey(page), "criterion other/a_2");
    assert.equal(await page.evaluate(() => globalThis.document.activeElement !== null), true);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowUp");
    assert.equal(await points(page, "A").nth(0).inputValue(), "6");
    await page.keyboard.press("Escape");
    await page.keyboard.press("End");
    await eventually(() => focusedKey(page), "score other bands");
    await page.keyboard.press("Home");
    await eventually(() => focusedKey(page), "score one");

    // A group goes to the next score, and the score itself down.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Alt+ArrowDown");
    await eventually(() => news(page), "Moved First to 2 of 2 in One");
    await page.keyboard.press("Alt+ArrowDown");
    await eventually(() => news(page), "Moved First to 1 of 2 in Other");
    await page.keyboard.press("Home");
    await page.keyboard.press("Alt+ArrowDown");
    await eventually(async () => (await document(page)).scores.map(({ id }) => id), ["other", "one"]);
  }),
);

test(
  "adds scores, groups and criteria of each kind, valid and with ids of their own, by keyboard",
  open(async (page) => {
    await openRules(page, two);
    await heading(page, "Second").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    for (const kind of ["What they are", "What they did", "By value"]) {
      await page.locator("side-line").filter({ hasText: "Add criterion" }).nth(1).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("menuitem", { name: kind }).waitFor();
      while (!(await page.getByRole("menuitem", { name: kind }).evaluate((one) => one.matches(":focus")))) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.locator(".rename").waitFor();
      await page.keyboard.type(`Kind ${kind}`);
      await page.keyboard.press("Enter");
      await line(page, `Kind ${kind}`).waitFor();
    }
    const made = (await document(page)).scores[0].groups[1].criteria.slice(1);
    assert.deepEqual(made.map(({ id, label }) => [id, label]), [
      ["new_criterion", "Kind What they are"],
      ["new_criterion_2", "Kind What they did"],
      ["new_criterion_3", "Kind By value"],
    ]);
    assert.equal(made[1].event, "page_view");
    assert.ok(made[0].when && made[2].values);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Add a group to One" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".rename").waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Add score" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".rename").waitFor();
    await page.keyboard.type("Fit");
    await page.keyboard.press("Enter");
    await eventually(async () => (await document(page)).scores.map(({ id, label }) => [id, label]), [["one", "One"], ["other", "Other"], ["new_score", "Fit"]]);
    assert.deepEqual((await document(page)).scores[0].groups.map(({ id }) => id), ["first", "second", "new_group"]);
    await eventually(() => page.locator("rules-view").evaluate((view) => view.state.diagnostics.filter(({ severity }) => severity === "error").length), 0);
  }),
);

test(
  "moves criteria and groups by pointer, with a line where they would go",
  open(
    async (page) => {
    await openRules(page, two);
    const drag = async (grip, target, where) => {
      await grip.locator(".grip").hover();
      await page.mouse.down();
      const { x, y, height } = await target.boundingBox();
      await page.mouse.move(x + 90, y + height / 2, { steps: 3 });
      await page.mouse.move(x + 90, y + height * where, { steps: 3 });
      await page.locator("[data-drop]").waitFor();
      const mark = await page.locator("[data-drop]").evaluate((one) => `${one.dataset.drop} ${one.dataset.key}`);
      await page.mouse.up();
      return mark;
    };
    assert.equal(await drag(line(page, "A").first(), line(page, "C"), 0.8), "after criterion one/c");
    await eventually(() => names(page), ["B", "C", "A", "D", "A"]);
    assert.equal(await drag(line(page, "C"), line(page, "D"), 0.2), "before criterion one/d");
    await eventually(() => names(page), ["B", "A", "C", "D", "A"]);
    assert.equal(await drag(line(page, "B"), heading(page, "Third"), 0.5), "after group other/third");
    await eventually(async () => (await document(page)).scores[1].groups[0].criteria.map(({ id }) => id), ["b", "a"]);
    await eventually(() => news(page), "Moved B to 1 of 2 in Third");
    assert.equal(await drag(heading(page, "Second"), heading(page, "First"), 0.2), "before group one/first");
    await eventually(async () => (await document(page)).scores[0].groups.map(({ id }) => id), ["second", "first"]);
    await page.keyboard.press("Control+z");
    await eventually(async () => (await document(page)).scores[0].groups.map(({ id }) => id), ["first", "second"]);
    },
    { viewport: { width: 1440, height: 1400 } },
  ),
);

test(
  "scrolls while something is dragged to an edge",
  open(async (page) => {
    await trySample(page);
    await page.locator("#tab-rules").click();
    const tree = page.locator("rule-tree");
    const { y, height } = await tree.boundingBox();
    await page.locator("criterion-line .grip").first().hover();
    await page.mouse.down();
    await page.mouse.move(300, y + height - 60, { steps: 3 });
    await page.mouse.move(300, y + height - 6, { steps: 3 });
    await eventually(() => tree.evaluate((element) => element.scrollTop + element.clientHeight > element.scrollHeight - 50), true);
    await page.keyboard.press("Escape");
    await page.mouse.up();
  }),
);

test(
  "does everything from a line's menu, and takes deletions back where they are told",
  open(async (page) => {
    await openRules(page, two);
    const choose = async (name, ...entries) => {
      await page.getByRole("button", { name: `More about ${name}`, exact: true }).first().click();
      for (const entry of entries) await page.getByRole("menuitem", { name: entry }).click();
    };
    await choose("B", "Move up");
    await eventually(() => names(page), ["B", "A", "C", "D", "A"]);
    await choose("B", "Move to group", "Third");
    await eventually(() => news(page), "Moved B to 2 of 2 in Third");
    await choose("C", "Mute");
    await line(page, "C").getByText("muted", { exact: true }).waitFor();
    await choose("C", "Duplicate");
    await line(page, "C (copy)").waitFor();
    await choose("First", "Delete");
    await eventually(() => names(page), ["D", "A", "B"]);
    await page.getByText("Deleted First").last().waitFor();
    await page.locator(".undo").getByRole("button", { name: "Undo" }).click();
    await eventually(() => names(page), ["A", "C", "C (copy)", "D", "A", "B"]);
    assert.equal(await page.locator(".undo").count(), 0);
    await eventually(() => focusedKey(page), "group one/first");
    // Bands go with their score.
    await choose("One", "Delete");
    await eventually(async () => (await document(page)).bands, undefined);
    await eventually(() => page.locator("rules-view").evaluate((view) => view.state.faulty), false);
    await page.keyboard.press("Control+z");
    await eventually(async () => (await document(page)).bands.length, 1);
  }),
);
