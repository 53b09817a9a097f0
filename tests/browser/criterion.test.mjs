// The form of a criterion, as a marketer uses it: filters with what the contacts have, tables of values, frequencies, decay, limits; what is
// wrong is said at the field. The form is put over the page by itself, so that these tests are about nothing else.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { accessibilityFaults, browserTests, eventually, files, loadModules } from "./page.mjs";

const inPage = browserTests({ before, after });

const contacts = [
  "Record ID,Job Title,Industry,Number of Employees,Create Date,Opted Out",
  "1,VP Sales,Software,120,2024-01-01,true",
  "2,Head of Marketing,software,80,2024-02-01,false",
  "3,Intern,Retail,5,2024-03-01,false",
  "4,International Sales,Retail,900,2024-04-01,false",
  "5,,Mining,,,",
].join("\n");

const events = [
  "contact_id,type,time,url",
  "1,page_view,2024-05-01T10:00:00Z,/pricing",
  "1,page_view,2024-05-02T10:00:00Z,/pricing",
  "2,page_view,2024-05-03T10:00:00Z,/blog",
  "3,form_submission,2024-05-03T10:00:00Z,/contact",
].join("\n");

const condition = { id: "c", when: { property: "jobtitle", contains_word: "intern" }, points: 5 };

/** Puts the form of a criterion over the page, with contacts loaded. */
async function edit(page, criterion = condition, csv = contacts) {
  const ruleset = { version: 1, scores: [{ id: "s", groups: [{ id: "g", criteria: [criterion, { id: "other", event: "page_view", points: 1 }] }] }] };
  await page.locator("first-run").locator("input[type=file]").setInputFiles(files(["rules.json", JSON.stringify(ruleset)], ["contacts.csv", csv], ["events.csv", events]));
  await page.evaluate(async () => {
    await customElements.whenDefined("criterion-editor");
    const form = document.createElement("criterion-editor");
    form.id = "under-test";
    form.role = "region";
    form.ariaLabel = "Criterion";
    form.path = ["scores", 0, "groups", 0, "criteria", 0];
    Object.assign(form.style, { position: "fixed", inset: "0", zIndex: "5", overflow: "auto", padding: "16px", background: "var(--surface-card)" });
    document.querySelector("leadscore-page").shadowRoot.append(form);
  });
  const form = page.locator("#under-test");
  await eventually(() => form.evaluate(({ session }) => session.state.scored !== undefined), true, "never scored");
  await form.getByLabel("Id", { exact: true }).waitFor();
  return form;
}

/** The criterion as it is in the document. */
function written(page) {
  return page.locator("#under-test").evaluate(({ session }) => session.editor.document.scores[0].groups[0].criteria[0]);
}

const undo = (page) => page.locator("#under-test").evaluate(({ session }) => session.editor.undo());

test(
  "builds a condition by keyboard alone, with the contacts' columns and values, and counts who meets it",
  inPage(async (page) => {
    const form = await edit(page);
    await form.getByRole("combobox", { name: "Property" }).focus();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("indu");
    await form.getByRole("option", { name: /Industry/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.equal(await form.getByRole("combobox", { name: "Property" }).inputValue(), "Industry");
    await page.keyboard.press("Tab");
    await page.keyboard.type("is any");
    assert.equal(await form.getByRole("combobox", { name: "Comparison" }).inputValue(), "is_any_of");
    // The word that was there goes, what the contacts have comes.
    await form.getByRole("combobox", { name: "Value: add" }).focus();
    await page.keyboard.press("Backspace");
    await page.keyboard.type("so");
    await form.getByRole("option", { name: /software/i }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Mining");
    await page.keyboard.press("Enter");
    const { property, is_any_of } = (await written(page)).when;
    assert.equal(property, "industry");
    assert.deepEqual(is_any_of.map((one) => one.toLowerCase()), ["software", "mining"]);
    await form.getByText("3 contacts", { exact: true }).waitFor();
  }),
);

test(
  "makes several values of several lines, and says what a short text hits while it is typed",
  inPage(async (page) => {
    const form = await edit(page);
    const box = form.getByRole("combobox", { name: "Value: add" });
    await box.focus();
    await box.evaluate((field) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "engineer\r\nanalyst; designer\nintern\n");
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, composed: true, cancelable: true }));
    });
    assert.deepEqual((await written(page)).when.contains_word, ["intern", "engineer", "analyst", "designer"]);
    await form.getByRole("combobox", { name: "Comparison" }).selectOption("contains");
    await page.keyboard.press("Escape");
    await form.getByText(/found "intern", which sits inside other words/).waitFor();
    for (const one of ["engineer", "intern"]) await form.getByRole("button", { name: `Remove ${one}` }).click();
    await box.pressSequentially("cto");
    await form.getByText(/found "cto", which sits inside other words/).waitFor();
    assert.deepEqual((await written(page)).when.contains, ["analyst", "designer", "cto"]);
  }),
);

test(
  "keeps what is no number in its field, and takes a decimal comma",
  inPage(async (page) => {
    const form = await edit(page);
    const points = form.getByLabel("Points", { exact: true });
    await points.fill("ten");
    await form.getByText("“ten” is not a number, so it is not used.").waitFor();
    assert.equal(await points.getAttribute("aria-invalid"), "true");
    assert.equal((await written(page)).points, 5);
    await form.getByLabel("Name").fill("Interns");
    assert.equal(await points.inputValue(), "ten");
    await points.fill("−12,5");
    assert.equal((await written(page)).points, -12.5);
    assert.equal(await points.inputValue(), "−12,5");
    await form.getByLabel("Name").focus();
    assert.equal(await points.inputValue(), "-12.5");
    await points.press("ArrowUp");
    assert.equal((await written(page)).points, -11.5);
  }),
);

test(
  "says at the field what is wrong, in the reader's language with the English beside it",
  inPage(async (page) => {
    const form = await edit(page);
    await form.getByLabel("Points", { exact: true }).fill("1.005");
    await form.locator("number-field").getByText(/at most two decimals, found 1.005/).first().waitFor();
    assert.equal(await form.getByLabel("Points", { exact: true }).getAttribute("aria-invalid"), "true");
    await page.locator("page-header select").first().selectOption("fr");
    const fault = form.locator("number-field .faults li").first();
    await fault.getByText("Les points ont au plus deux décimales").waitFor();
    assert.match(await fault.locator("[lang=en]").innerText(), /two decimals, found 1.005/);
  }),
);

test(
  "changes the shape of a filter part by part, and every change can be undone",
  inPage(async (page) => {
    const intern = condition.when;
    const form = await edit(page);
    const whens = [intern];
    const step = async (expected, act) => {
      await act();
      await eventually(async () => (await written(page)).when, expected);
      whens.push(expected);
    };
    const menu = async (part, action) => {
      await form.getByRole("button", { name: new RegExp(`^What to do with: ${part}`) }).first().click();
      await form.getByRole("menuitem", { name: action }).click();
    };
    const views = { event: "page_view" };
    await step({ all: [intern, views] }, () => form.getByRole("button", { name: "Event", exact: true }).click());
    await step({ all: [views, intern] }, () => menu("At least 1 page view$", "Move up"));
    await step({ any: [views, intern] }, () => form.getByLabel("Which of these tests must be met").selectOption("any"));
    await step({ not: { any: [views, intern] } }, () => form.getByLabel("Which of these tests must be met").selectOption("none"));
    await step({ not: { any: [views, intern, intern] } }, () => menu("Job Title", "Duplicate"));
    await step({ not: { any: [views, { any: [intern] }, intern] } }, () => menu("Job Title", "Put into a group"));
    await step({ not: { any: [views, intern, intern] } }, async () => {
      await form.locator("filter-part filter-part .group").getByRole("button", { name: /^What to do with/ }).first().click();
      await form.getByRole("menuitem", { name: "Dissolve the group" }).click();
    });
    await step({ not: { any: [intern, intern] } }, () => menu("At least 1 page view$", "Remove"));
    for (const before of whens.slice(0, -1).reverse()) {
      await undo(page);
      assert.deepEqual((await written(page)).when, before);
    }
  }),
);

test(
  "asks for events with what is known of them, how many and how old",
  inPage(async (page) => {
    const form = await edit(page, { id: "c", when: { event: "page_view" }, points: 5 });
    await form.getByText("2 contacts", { exact: true }).waitFor();
    await form.getByLabel("At least", { exact: true }).fill("2");
    await form.getByText("1 contact", { exact: true }).waitFor();
    await form.getByRole("button", { name: "Only some of these events" }).click();
    await form.getByRole("combobox", { name: "Comparison" }).selectOption("contains");
    await form.getByRole("combobox", { name: "Value: add" }).fill("/pri");
    await form.getByRole("option", { name: "/pricing 2" }).click();
    await form.getByRole("textbox", { name: "Within" }).fill("36500");
    assert.deepEqual((await written(page)).when, { event: "page_view", at_least: 2, where: { property: "url", contains: "/pricing" }, within_days: 36500 });
    await form.getByRole("combobox", { name: "How often" }).selectOption("exactly");
    assert.equal((await written(page)).when.exactly, 2);
    assert.equal((await written(page)).when.at_least, undefined);
  }),
);

test(
  "fills a table with the values that occur, each once whatever its case, and takes no value twice",
  inPage(async (page) => {
    const form = await edit(page, { id: "c", property: "industry", values: { Retail: 3 } });
    await form.getByText("2 values of the contacts are not listed.").waitFor();
    await form.getByLabel("Points for each value that is added").fill("1.5");
    await form.getByRole("button", { name: "Fill from contacts" }).click();
    const { values } = await written(page);
    assert.deepEqual(Object.fromEntries(Object.entries(values).map(([key, points]) => [key.toLowerCase(), points])), { retail: 3, software: 1.5, mining: 1.5 });
    assert.match(await form.locator("value-table .row").filter({ has: page.getByLabel(/^Points for software/i) }).textContent(), /2 contacts/);
    const retail = form.getByLabel("Value", { exact: true }).first();
    await retail.fill("MINING");
    await retail.press("Tab");
    await form.getByText("MINING is in the table already.").waitFor();
    await retail.fill("Shops");
    await retail.press("Tab");
    assert.equal(Object.keys((await written(page)).values)[0], "Shops");
    await form.getByLabel("Points for all other values").fill("-1");
    assert.equal((await written(page)).default, -1);
  }),
);

test(
  "gives points by frequency, shows what lies between the ranges, and lets points decay",
  inPage(async (page) => {
    const form = await edit(page, { id: "c", event: "page_view", points: 8 });
    await form.getByText("Points by how many").click();
    await form.getByRole("button", { name: "Add a range" }).click();
    const second = form.getByRole("group", { name: "Range 2" });
    await second.getByLabel("From").fill("5");
    await second.getByLabel("Points").fill("20");
    await form.getByText("2 to 4 give no points.").waitFor();
    assert.deepEqual((await written(page)).frequency, [{ from: 1, points: 8, to: 1 }, { from: 5, points: 20 }]);
    await second.getByLabel("From").fill("1");
    await form.getByText(/overlap|already/i).first().waitFor();
    await second.getByLabel("From").fill("2");
    await form.getByText("Decay and limit").click();
    await form.getByText("Points decay with time").click();
    await form.getByLabel("Loses").fill("50");
    await form.locator("decay-curve li").filter({ hasText: "After 30 days: 10" }).waitFor();
    await form.getByLabel("Most points").fill("9");
    assert.deepEqual((await written(page)).limit, { max: 9 });
    await form.getByLabel("Most points").fill("");
    assert.equal((await written(page)).limit, undefined);
  }),
);

test(
  "makes another kind of a criterion, keeping what it can, and undoes that",
  inPage(async (page) => {
    const first = { id: "c", label: "Retail", when: { property: "industry", is_any_of: ["Retail", "Mining"] }, points: 5, limit: { max: 9 } };
    const form = await edit(page, first);
    await form.getByRole("radio", { name: "By value" }).check({ force: true });
    assert.deepEqual(await written(page), { id: "c", label: "Retail", property: "industry", values: { Retail: 5, Mining: 5 }, limit: { max: 9 } });
    await form.getByRole("radio", { name: "By event" }).check({ force: true });
    assert.deepEqual(await written(page), { id: "c", label: "Retail", event: "page_view", points: 5, limit: { max: 9 } });
    await undo(page);
    await undo(page);
    assert.deepEqual(await written(page), first);
    assert.ok(await form.getByRole("radio", { name: "Condition" }).isChecked());
  }),
);

test(
  "tests scores in the conditions of bands",
  inPage(async (page) => {
    const form = await edit(page);
    await form.evaluate((editor) => {
      editor.session.editor.set(["bands"], [{ score: "s", ranges: [{ label: "A", at_least: 1 }] }], { key: "step-criterion", args: { what: "condition" } });
      const builder = document.createElement("filter-builder");
      Object.assign(builder, { path: ["bands", 0, "ranges", 0, "when"], scope: "band" });
      editor.shadowRoot.append(builder);
    });
    const builder = form.locator("> filter-builder");
    await builder.getByRole("button", { name: "Score", exact: true }).click();
    await builder.getByText("5 contacts", { exact: true }).waitFor();
    await builder.getByLabel("At least").fill("5");
    await builder.getByText("1 contact", { exact: true }).waitFor();
    await builder.getByLabel("Below").fill("4");
    assert.deepEqual(await form.evaluate(({ session }) => session.editor.document.bands[0].ranges[0].when), { score: "s", at_least: 5, below: 4 });
  }),
);

/** Criteria of each kind, with what is then written wrong in them. */
const kinds = {
  condition: [
    { id: "c", when: { all: [{ property: "jobtitle", contains: ["cto", "vp"] }, { not: { event: "page_view", where: { property: "url", contains: "/x" }, at_least: 2 } }, { property: "Create Date", is_after: "2024-01-01" }] }, points: 1 },
    ["points"],
  ],
  "by value": [{ id: "c", property: "industry", values: { Retail: 3, Mining: 2 }, decay: { percent: 20, every_days: 30 }, since: "Create Date" }, ["values", "Mining"]],
  "by event": [
    { id: "c", event: "page_view", frequency: [{ from: 1, to: 2, points: 1 }, { from: 4, points: 5 }], once_per: "url", decay: { percent: 20, every_days: 30, shape: "compound" } },
    ["frequency", 1, "points"],
  ],
};

for (const [kind, [criterion, wrong]] of Object.entries(kinds)) {
  for (const [colorScheme, width] of [["light", 1440], ["dark", 1440], ["light", 360], ["dark", 360]]) {
    test(
      `is accessible, ${kind}, ${colorScheme}, ${width} wide, and nothing sticks out`,
      inPage(
        async (page) => {
          const form = await edit(page, criterion);
          await form.evaluate(({ session, path }, place) => session.editor.set([...path, ...place], 1.005, { key: "step-criterion", args: { what: "points" } }), wrong);
          await form.getByText(/at most two decimals/).first().waitFor();
          const details = form.locator("details:not([open]) > summary");
          if ((await details.count()) > 0) await details.first().click();
          await form.getByRole("combobox", { name: "Property" }).or(form.getByRole("combobox", { name: "Event" })).first().click();
          await form.locator("[role=option]").first().waitFor();
          assert.deepEqual(await accessibilityFaults(page), []);
          assert.ok(await form.evaluate((element) => element.scrollWidth <= element.clientWidth), "it has to be scrolled sideways");
        },
        { colorScheme, viewport: { width, height: 900 } },
      ),
    );
  }
}

test(
  "stays fast and whole with 2,000 columns, markup in names, and values of megabytes",
  inPage(async (page) => {
    const names = Array.from({ length: 2_000 }, (_, index) => `<img src=x onerror=alert(${index})> column ${index}`);
    const csv = `${["Record ID", "Message", ...names].join(",")}\n1,"${"<b>x</b>".repeat(200_000)}"${",1".repeat(2_000)}\n2,short${",2".repeat(2_000)}\n`;
    const form = await edit(page, { id: "c", when: { property: "Message", is_any_of: ["a"] }, points: 1 }, csv);
    const box = form.getByRole("combobox", { name: "Property" });
    await box.fill("column");
    await form.locator("[role=option]").first().waitFor();
    assert.ok((await form.locator("[role=option]").count()) < 40, "the whole list is drawn");
    assert.equal(await form.locator("[role=option]").first().getAttribute("aria-setsize"), "2000");
    await box.press("ArrowUp");
    await form.locator("[role=option][aria-selected=true]").filter({ hasText: "column 1999" }).waitFor();
    await box.fill("column 1234");
    await box.press("ArrowDown");
    await box.press("Enter");
    assert.equal((await written(page)).when.property, names[1234]);
    await box.fill("Message");
    await form.getByRole("combobox", { name: "Value: add" }).click();
    await form.getByRole("option", { name: /short/ }).waitFor();
    assert.equal(await form.locator("[role=option]").count(), 1, "a value that was cut is no suggestion");
    assert.equal(await form.locator("img, b:not(figcaption b)").count(), 0);
  }),
);

test("knows the operators that are specified, and one operand for each", async () => {
  const specification = readFileSync(new URL("../../pkg/RULESET.md", import.meta.url), "utf8");
  const specified = [...specification.split("### Property tests")[1].split("### Event tests")[0].matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, cell]) =>
    [...cell.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name),
  );
  await loadModules(({ operators, operatorsFor, converted, operandOf }) => {
    assert.deepEqual([...operators].sort(), specified.sort());
    for (const kind of ["text", "number", "boolean", "time", "list", "empty", undefined]) {
      const { suited, others } = operatorsFor(kind);
      assert.deepEqual([...suited, ...others].sort(), [...operators].sort(), `of ${kind}`);
    }
    assert.equal(operatorsFor("number").suited[0], "is_greater_than");
    assert.equal(operandOf("sounds_like"), undefined);
    assert.deepEqual(converted(["vp", "head"], "texts"), ["vp", "head"]);
    assert.equal(converted("50", "number"), 50);
    assert.deepEqual(converted(50, "range", "number"), [50, 50]);
    assert.equal(converted(["3", "4"], "none"), true);
    assert.deepEqual(converted(["3", "4"], "scalars", "number"), [3, 4]);
    assert.deepEqual(converted(["3", "a"], "scalars", "number"), ["3", "a"]);
  }, "/src/views/rules/criterion/operators.ts");
});

test("has a sentence of its own for every code of a diagnostic, in every language", async () => {
  const source = readFileSync(new URL("../../src/ruleset/diagnostic.rs", import.meta.url), "utf8");
  const codes = [...source.matchAll(/Code::\w+ => "([a-z_]+)"/g)].map(([, code]) => code);
  assert.ok(codes.length > 40);
  globalThis.document ??= { documentElement: {} };
  await loadModules(
    async ({ useLanguage, t }, { diagnosticText, diagnosticDetail }) => {
      for (const language of ["es", "fr", "zh"]) {
        await useLanguage(language);
        const sentences = codes.map((code) => diagnosticText({ code, message: "expected this", help: "do that" }));
        assert.equal(new Set([...sentences, t("diagnostic", { code: "unheard_of" })]).size, codes.length + 1, language);
        assert.equal(diagnosticDetail({ code: codes[0], message: "expected this", help: "do that" }), "Expected this; do that");
      }
      await useLanguage("en");
      assert.equal(diagnosticText({ code: "wrong_type", message: "expected a number, found \"5\"" }), "Expected a number, found \"5\"");
      assert.equal(diagnosticDetail({ code: "wrong_type", message: "expected a number" }), undefined);
    },
    "/src/text/language.ts",
    "/src/text/diagnostics.ts",
  );
});
