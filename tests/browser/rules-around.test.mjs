// Around the rules' tree: finding lines, the line beside it, bands, what holds for the whole ruleset, what is missing or wrong.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browserTests, eventually } from "./page.mjs";
import { cell, criterion, document, editorText, focusedKey, heading, large, line, names, openRules, two } from "./rules.mjs";
import { contacts } from "./small-files.mjs";

const open = browserTests({ before, after });

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
