// How the rules' tree looks: in every language, for everybody, whatever lines are called, however many there are.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityFaults, browserTests, drop, eventually } from "./page.mjs";
import { cell, criterion, document, focusedKey, heading, large, line, names, openRules, points, two } from "./rules.mjs";

const open = browserTests({ before, after });

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
