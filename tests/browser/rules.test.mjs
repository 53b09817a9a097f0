// The rules as a tree: reading, changing, reordering and finding them, by pointer and by keyboard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityFaults, browserTests, drop, eventually, scored, trySample } from "./page.mjs";
import { contacts, events, ruleset } from "./small-files.mjs";

const open = browserTests({ before, after });

/** Opens a ruleset in the tree, with the small contacts unless others are given. */
async function openRules(page, rules = ruleset, people = contacts, did = events) {
  const text = typeof rules === "string" ? rules : JSON.stringify(rules, null, 2);
  await drop(page, ["rules.json", text], ...(people ? [["people.csv", people]] : []), ...(did && people ? [["events.csv", did]] : []));
  if (people) await scored(page);
  await page.locator("#tab-rules").click();
  await page.locator("rules-view").waitFor();
}

const line = (page, name) => page.locator("criterion-line").filter({ has: page.getByText(name, { exact: true }) });
const heading = (page, name) => page.locator("heading-line").filter({ has: page.getByText(name, { exact: true }) });
const points = (page, name) => page.getByRole("spinbutton", { name: `Points of ${name}` });
const names = async (page) => (await page.locator("criterion-line .name").allTextContents()).map((name) => name.trim());
const editorText = (page) => page.locator("rules-view").evaluate((view) => view.session.editor.text);
const document = async (page) => JSON.parse(await editorText(page));
const news = (page) => page.locator("rules-view > [role=status]").innerText();
const cell = async (page, name, which) => (await line(page, name).locator(`.${which}`).textContent()).replace(/\s+/g, " ").trim();
const focusedKey = (page) =>
  page.evaluate(() => {
    let element = globalThis.document.activeElement;
    while (element?.shadowRoot?.activeElement && !element.dataset.key) element = element.shadowRoot.activeElement;
    return element?.dataset?.key ?? element?.getAttribute("aria-label") ?? element?.localName;
  });

/** Two groups, two scores: enough to move things about in. */
const criterion = (id, points = 5, more = {}) => ({ id, label: id.toUpperCase(), when: { property: "jobtitle", contains_word: "vp" }, points, ...more });
const two = {
  name: "Two",
  version: 1,
  scores: [
    {
      id: "one",
      label: "One",
      groups: [
        { id: "first", label: "First", limit: { max: 8 }, criteria: [criterion("a"), criterion("b"), criterion("c")] },
        { id: "second", label: "Second", criteria: [criterion("d")] },
      ],
    },
    { id: "other", label: "Other", groups: [{ id: "third", label: "Third", criteria: [criterion("a", 1)] }] },
  ],
  bands: [{ score: "one", ranges: [{ label: "Hot", at_least: 10 }] }],
};

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

test(
  "finds criteria by name, sentence, property, event and value, and by what is known of them",
  open(async (page) => {
    const rules = structuredClone(two);
    rules.scores[0].groups[0].criteria[1] = { id: "b", label: "Béla", property: "country", values: { Hungary: 3, Austria: -1 } };
    rules.scores[0].groups[1].criteria[0] = criterion("d", 5, { when: { event: "webinar", at_least: 9 }, enabled: false });
    rules.scores[1].groups[0].criteria[0] = criterion("a", 1, { when: { all: [] } });
    await openRules(page, rules);
    const field = page.getByRole("searchbox", { name: "Search the rules" });
    await page.keyboard.press("/");
    const found = async (words, wanted, count) => {
      await field.fill(words);
      await eventually(() => names(page), wanted, words);
      await page.locator(".found").filter({ hasText: `${count} match` }).waitFor();
    };
    await found("bela", ["Béla"], 1);
    await found("hungary", ["Béla"], 1);
    await found("AUSTRIA country", ["Béla"], 1);
    await found("webinar", ["D"], 1);
    await found("jobtitle", ["A", "C"], 2);
    assert.deepEqual(await page.locator("heading-line .name").allInnerTexts(), ["One", "First"]);
    await found("second", [], 1);
    await field.fill("nothing of the kind");
    await page.getByText("Nothing in the rules fits.").waitFor();
    await page.getByRole("button", { name: "Show everything" }).click();
    await eventually(() => names(page), ["A", "Béla", "C", "D", "A"]);
    const only = async (name, wanted) => {
      const chip = page.getByRole("button", { name });
      await chip.click();
      await eventually(() => names(page), wanted);
      assert.equal(await chip.getAttribute("aria-pressed"), "true");
      await chip.click();
    };
    await only(/^Muted \(1\)/, ["D"]);
    // One tests what another one tests already, one nothing at all.
    await only(/^Warnings/, ["C", "A"]);
    await only(/^Never met/, ["Béla", "D"]);
    // Folding is not lost while searching, nor while another view is shown.
    await heading(page, "First").getByRole("button", { name: "Collapse First" }).click();
    await page.locator("#tab-contacts").click();
    await page.locator("#tab-rules").click();
    await eventually(() => names(page), ["D", "A"]);
    await page.getByRole("button", { name: "Expand all" }).click();
    await eventually(() => names(page), ["A", "Béla", "C", "D", "A"]);
    await page.getByRole("button", { name: "Collapse all" }).click();
    await eventually(() => names(page), []);
  }),
);

test(
  "opens a line beside the tree, follows it when it moves, and gives the keyboard back",
  open(async (page) => {
    await openRules(page, two);
    await line(page, "B").focus();
    await page.keyboard.press("Enter");
    const side = page.getByRole("complementary", { name: "Selected rule" });
    await side.getByRole("heading", { name: "B" }).waitFor();
    assert.equal(await focusedKey(page), "Close");
    assert.deepEqual(await page.locator("criterion-editor").evaluate((editor) => editor.path), ["scores", 0, "groups", 0, "criteria", 1]);
    await page.keyboard.press("Escape");
    await eventually(() => focusedKey(page), "criterion one/b");
    assert.equal(await side.count(), 0);
    await line(page, "B").locator(".sentence").click();
    await line(page, "B").focus();
    await page.keyboard.press("Alt+ArrowUp");
    await eventually(() => page.locator("criterion-editor").evaluate((editor) => editor.path), ["scores", 0, "groups", 0, "criteria", 0]);
    assert.equal(await line(page, "B").getAttribute("aria-selected"), "true");
    await page.keyboard.press("ArrowDown");
    await side.getByRole("heading", { name: "A" }).waitFor();
    // A group: its name, note, limit and decay.
    await heading(page, "First").focus();
    await page.keyboard.press("Enter");
    await side.getByRole("textbox", { name: "Name" }).fill("Primary");
    await side.getByRole("textbox", { name: "Note" }).fill("Held at 6");
    await side.getByRole("textbox", { name: "Most" }).fill("6");
    await side.getByRole("textbox", { name: "Least" }).fill("-2.5");
    await side.getByRole("checkbox", { name: "Points decay" }).check();
    await side.getByRole("textbox", { name: "Every" }).fill("7");
    await side.getByRole("combobox", { name: "Of" }).selectOption("compound");
    await side.locator("decay-curve figure").waitFor();
    const group = async () => (await document(page)).scores[0].groups[0];
    const { criteria: _, ...settings } = await group();
    assert.deepEqual(settings, {
      id: "first",
      label: "Primary",
      limit: { max: 6, min: -2.5 },
      note: "Held at 6",
      decay: { percent: 25, every_days: 7, shape: "compound" },
    });
    await side.getByRole("textbox", { name: "Most" }).fill("");
    await side.getByRole("textbox", { name: "Least" }).fill("");
    assert.equal((await group()).limit, undefined);
    // A score: its scale.
    await heading(page, "One").focus();
    await page.keyboard.press("Enter");
    await side.getByRole("checkbox", { name: "Also show from 0 to 100" }).check();
    await side.getByRole("textbox", { name: "100 is" }).fill("40");
    assert.deepEqual((await document(page)).scores[0].rescale, { from: 0, to: 40 });
  }),
);

test(
  "changes bands with their counts following, and matrices of two scores",
  open(async (page) => {
    await openRules(page, two);
    const bands = page.locator("score-bands").first();
    const counts = async () => (await bands.locator(".count b").allInnerTexts()).join(" ");
    await eventually(counts, "1");
    await bands.getByRole("spinbutton", { name: "Hot from" }).fill("50");
    await eventually(counts, "0");
    await bands.getByRole("spinbutton", { name: "Hot from" }).fill("5");
    await eventually(counts, "1");
    await bands.getByRole("button", { name: "Add band" }).click();
    await bands.getByRole("textbox", { name: "Name of band 1" }).fill("Hotter");
    await eventually(async () => (await document(page)).bands[0].ranges, [{ label: "Hotter", at_least: 15 }, { label: "Hot", at_least: 5 }]);
    await bands.getByRole("button", { name: "Hot only if…", exact: true }).click();
    await bands.getByText(/^only if ./).waitFor();
    assert.ok((await document(page)).bands[0].ranges[1].when);
    await bands.locator("filter-builder").waitFor();
    await bands.getByRole("button", { name: "Remove the condition of Hot" }).click();
    assert.equal((await document(page)).bands[0].ranges[1].when, undefined);
    await bands.getByRole("button", { name: "Remove the band Hotter" }).click();
    await eventually(async () => (await document(page)).bands[0].ranges.length, 1);

    await page.getByRole("button", { name: "Add a matrix of two scores" }).click();
    const matrix = page.getByRole("region", { name: "Matrix Priority" });
    const row = async (name) => (await matrix.getByRole("row", { name: new RegExp(`^${name} `) }).innerText()).replace(/\s+/g, " ");
    await eventually(() => row("C"), "C C1 0 0% C2 0 0% C3 3 100%");
    await matrix.getByRole("spinbutton", { name: "A from" }).fill("13");
    await matrix.getByRole("spinbutton", { name: "1 from" }).fill("1");
    await eventually(() => row("A"), "A A1 1 33% A2 0 0% A3 0 0%");
    await matrix.getByRole("combobox", { name: "Rows" }).selectOption({ label: "Other" });
    await eventually(() => row("A"), "A A1 0 0% A2 0 0% A3 0 0%");
    await eventually(() => page.locator("rules-view").evaluate((view) => view.state.faulty), false);
    await page.getByRole("button", { name: "Delete the matrix Priority" }).click();
    await page.getByRole("button", { name: "Remove all bands of One" }).click();
    await eventually(async () => (await document(page)).bands, undefined);
    await page.getByRole("button", { name: "Add bands, such as MQL and SQL" }).first().click();
    await eventually(async () => (await document(page)).bands, [{ score: "one", ranges: [{ label: "Qualified", at_least: 50 }] }]);
  }),
);

test(
  "settles what holds for the whole ruleset",
  open(async (page) => {
    await openRules(page, two);
    await page.getByRole("button", { name: "Settings" }).click();
    const dialog = page.getByRole("dialog", { name: "Settings of the ruleset" });
    await dialog.getByRole("textbox", { name: "Name of the ruleset" }).fill("Spring");
    await dialog.getByRole("textbox", { name: "Values that mean" }).fill("N/A\n\n  Select \nN/A");
    await dialog.getByRole("combobox", { name: "Property" }).fill("jobtitle");
    await dialog.getByRole("button", { name: "Add property" }).click();
    const one = dialog.getByRole("listitem", { name: "jobtitle" });
    await one.getByRole("textbox", { name: "Name here" }).fill("Job");
    await one.getByRole("combobox", { name: "Values" }).selectOption("list");
    await one.getByRole("textbox", { name: "Other names" }).fill("Title; Role;");
    await dialog.getByRole("button", { name: "Close" }).click();
    const { name, unknown_values, properties } = await document(page);
    assert.deepEqual({ name, unknown_values, properties }, {
      name: "Spring",
      unknown_values: ["N/A", "Select"],
      properties: { jobtitle: { type: "list", label: "Job", aliases: ["Title", "Role"] } },
    });
  }),
);

test(
  "shows what it is asked to show, unfolded, chosen and in sight",
  open(async (page) => {
    await openRules(page, large(40, 5));
    await page.getByRole("button", { name: "Collapse all" }).click();
    await page.getByRole("searchbox").fill("nobody");
    const reveal = (path) => page.locator("rules-view, data-view").evaluate((view, where) => view.session.reveal(where), path);
    await reveal(["scores", 0, "groups", 38, "criteria", 2, "when", "property"]);
    await line(page, "Criterion 192").waitFor();
    await eventually(() => focusedKey(page), "criterion big/c192");
    assert.equal(await line(page, "Criterion 192").getAttribute("aria-selected"), "true");
    assert.match(await line(page, "Criterion 192").getAttribute("class"), /shown/);
    const { y } = await line(page, "Criterion 192").boundingBox();
    assert.ok(y > 200 && y < 900, `it is at ${y}`);
    await page.keyboard.press("ArrowDown");
    assert.doesNotMatch(await line(page, "Criterion 192").getAttribute("class"), /shown/);
    await page.locator("#tab-data").click();
    await reveal(["scores", 0, "groups", 1]);
    await eventually(() => focusedKey(page), "group big/g1");
  }),
);

test(
  "begins with nothing, and says what to do",
  open(async (page) => {
    await openRules(page, { version: 1, scores: [] }, null);
    await page.getByRole("heading", { name: "No score yet" }).waitFor();
    await page.getByRole("button", { name: "Create a score" }).click();
    await heading(page, "New score").waitFor();
    await page.getByText("Load contacts to see how many of them meet each criterion.").waitFor();
    await page.getByRole("button", { name: "Add group", exact: true }).click();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Nothing here yet: add a criterion" }).click();
    await page.getByRole("menuitem", { name: "What they did" }).click();
    await page.keyboard.press("Enter");
    await eventually(() => page.locator("rules-view").evaluate((view) => view.state.diagnostics.filter(({ severity }) => severity === "error").length), 0);
    assert.deepEqual((await document(page)).scores, [
      { id: "new_score", label: "New score", groups: [{ id: "new_group", label: "New group", criteria: [{ id: "new_criterion", label: "New criterion", event: "page_view", within_days: 30, points: 5 }] }] },
    ]);
    assert.equal(await cell(page, "New criterion", "met"), "");
  }),
);

test(
  "says at the line what is wrong or suspect",
  open(async (page) => {
    const rules = structuredClone(two);
    rules.scores[0].groups[0].criteria[0].when = { all: [] };
    rules.scores[0].groups[0].criteria[1].points = "many";
    await openRules(page, rules, null);
    await eventually(() => cell(page, "B", "finding"), "1 error");
    assert.match(await line(page, "A").first().locator(".finding").innerText(), /1 warning/);
    await heading(page, "First").getByRole("button", { name: "Collapse First" }).click();
    await eventually(async () => (await heading(page, "First").locator(".finding").innerText()).trim(), "2 errors, or errors and warnings");
    // While the text is no JSON the last rules are there to read.
    await page.getByRole("button", { name: "Expand all" }).click();
    await page.locator("rules-view").evaluate((view) => view.session.editor.replace("{", { key: "step-json" }));
    await page.getByText("The JSON has a mistake.").waitFor();
    await line(page, "C").focus();
    await page.keyboard.press("Delete");
    await page.keyboard.press("Alt+ArrowUp");
    assert.deepEqual(await names(page), ["A", "B", "C", "D", "A"]);
    assert.equal(await editorText(page), "{");
  }),
);

const words = {
  en: { add: "Add criterion", menu: ["Open", "Rename", "Duplicate", "Mute", "Move up", "Move down", "Move to group…", "Delete"], counts: "Vice president counts", step: "Points of Vice president" },
  es: { add: "Añadir criterio", menu: ["Abrir", "Renombrar", "Duplicar", "Silenciar", "Subir", "Bajar", "Mover al grupo…", "Eliminar"], counts: "Vice president cuenta", step: "Puntos de Vice president" },
  fr: { add: "Ajouter un critère", menu: ["Ouvrir", "Renommer", "Dupliquer", "Mettre en sourdine", "Monter", "Descendre", "Déplacer vers le groupe…", "Supprimer"], counts: "Vice president compte", step: "Points de Vice president" },
  zh: { add: "添加条件", menu: ["打开", "重命名", "复制", "停用", "上移", "下移", "移到分组…", "删除"], counts: "计入“Vice president”", step: "“Vice president”的分数" },
};

for (const [language, { add, menu, counts, step }] of Object.entries(words)) {
  test(
    `speaks ${language}: a line, its menu, and its steps`,
    open(
      async (page) => {
        await openRules(page);
        await page.getByRole("switch", { name: counts }).waitFor();
        await page.getByRole("button", { name: add, exact: true }).waitFor();
        await line(page, "Vice president").locator(".more button").click();
        assert.deepEqual(await page.getByRole("menuitem").locator(".words").allInnerTexts(), menu);
        await page.keyboard.press("Escape");
        await page.getByRole("spinbutton", { name: step }).fill("11");
        assert.deepEqual(await page.locator("rules-view").evaluate((view) => view.session.editor.undoLabel), { key: "step-points", args: { name: "Vice president" } });
      },
      { locale: language },
    ),
  );
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 360]) {
    test(
      `is accessible: ${colorScheme}, ${width} wide`,
      open(
        async (page) => {
          await openRules(page, { ...two, bands: [...two.bands, { id: "both", rows: { score: "one", ranges: [{ label: "A", at_least: 1, when: { property: "jobtitle", is_known: true } }] }, columns: { score: "other", ranges: [{ label: "1", below: 3 }] } }] });
          await eventually(() => line(page, "B").locator(".met b").innerText(), "1");
          const fine = async (state) => assert.deepEqual(await accessibilityFaults(page), [], state);
          await fine("the tree");
          await line(page, "C").getByRole("switch").click();
          await page.getByRole("button", { name: "More about B" }).click();
          await fine("a menu, and a muted line");
          await page.keyboard.press("Escape");
          await page.getByRole("searchbox").fill("b");
          await fine("a search");
          await page.getByRole("searchbox").fill("");
          await page.getByRole("button", { name: "Settings" }).click();
          await fine("settings");
          await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
          await line(page, "D").focus();
          await page.keyboard.press("Delete");
          await page.locator(".undo").waitFor();
          await fine("a deletion");
          await heading(page, "First").focus();
          await page.keyboard.press("Enter");
          await page.locator("heading-editor").waitFor();
          await fine("a group");
          assert.ok(await page.evaluate(() => globalThis.document.documentElement.scrollWidth <= innerWidth), "the page scrolls sideways");
        },
        { colorScheme, viewport: { width, height: 900 } },
      ),
    );
  }
}

test(
  "keeps its lines in shape whatever they are called",
  open(async (page) => {
    const hostile = ["<img src=x onerror=alert(1)>", "x".repeat(10_000), "שלום ‮ עולם", "👩‍👩‍👧‍👦🏳️‍🌈", "{ $name } %s", "\u0000\t"];
    const rules = structuredClone(two);
    rules.scores[0].label = hostile[1];
    rules.scores[0].groups[0].label = hostile[0];
    rules.scores[0].groups[0].note = "y".repeat(10_000);
    rules.scores[0].groups[0].criteria = hostile.map((label, index) => ({ ...criterion(`h${index}`), label, when: { property: label.trim() || "p", contains: label.trim() || "p" } }));
    await openRules(page, rules);
    await line(page, hostile[0]).waitFor();
    const heights = await page.locator("criterion-line").evaluateAll((all) => [...new Set(all.map((one) => one.getBoundingClientRect().height))]);
    assert.equal(heights.length, 1);
    assert.ok(await page.evaluate(() => globalThis.document.documentElement.scrollWidth <= innerWidth));
    await line(page, hostile[0]).focus();
    await page.keyboard.press("Control+d");
    await line(page, `${hostile[0]} (copy)`).waitFor();
    await page.keyboard.press("Delete");
    await page.locator(".undo").getByText(hostile[0]).waitFor();
    // What is no list of rules is nothing to show, and nothing to fail at.
    await drop(page, ["odd.json", JSON.stringify({ scores: [null, 3, { groups: { a: 1 } }, { id: 5, groups: [[], { criteria: [null, "x", { id: "ok", points: {} }] }] }], bands: { a: 1 } })]);
    await page.locator("#tab-rules").click();
    await eventually(() => names(page), ["ok"]);
  }),
);

/** Groups of as many criteria each. */
function large(groups, each) {
  const made = Array.from({ length: groups }, (_, g) => ({
    id: `g${g}`,
    label: `Group ${g}`,
    criteria: Array.from({ length: each }, (_, c) => ({ ...criterion(`c${g * each + c}`, 1), label: `Criterion ${g * each + c}` })),
  }));
  return { name: "Big", version: 1, scores: [{ id: "big", label: "Big", groups: made }] };
}

/** Counts how often each line is drawn from now on. */
const watchLines = (page) =>
  page.evaluate(() => {
    const { prototype } = customElements.get("criterion-line");
    const { render } = prototype;
    globalThis.drawn = [];
    prototype.render = function () {
      globalThis.drawn.push(this.name);
      return render.call(this);
    };
  });

test(
  "draws only the line that was touched, of two hundred",
  open(async (page) => {
    await openRules(page, large(10, 20));
    await eventually(() => cell(page, "Criterion 150", "sum"), "Adds up to +1");
    assert.equal(await page.locator("criterion-line").count(), 200);
    await watchLines(page);
    await points(page, "Criterion 150").fill("3");
    await eventually(() => cell(page, "Criterion 150", "sum"), "Adds up to +3");
    assert.deepEqual(await page.evaluate(() => [...new Set(globalThis.drawn)]), ["Criterion 150"]);
  }),
);

test(
  "draws of ten thousand criteria those that are looked at",
  open(async (page) => {
    await openRules(page, large(50, 200));
    await heading(page, "Group 0").waitFor();
    assert.ok((await page.locator("criterion-line").count()) <= 1000);
    await heading(page, "Group 0").focus();
    await page.keyboard.press("End");
    await eventually(() => focusedKey(page), "score big bands");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await eventually(() => focusedKey(page), "criterion big/c9999");
    await points(page, "Criterion 9999").fill("7");
    await eventually(async () => (await document(page)).scores[0].groups[49].criteria[199].points, 7);
    assert.ok((await page.locator("criterion-line").count()) <= 2000);
  }),
);
