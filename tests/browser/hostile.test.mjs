// Data that would like to be something else: markup, formulas, texts and tables without end.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browserTests, drop, eventually, listed, saveList, scored } from "./page.mjs";
import { ruleset } from "./small-files.mjs";

const open = browserTests({ before, after });
const markup = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>{{7*7}}\${7*7}`;
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;

test(
  "markup in names, values, headers, ids and rules is text",
  open(async (page) => {
    const rules = JSON.parse(ruleset);
    rules.name = markup;
    rules.scores[0].label = markup;
    rules.scores[0].groups[0].label = markup;
    rules.scores[0].groups[0].criteria[0].label = markup;
    rules.bands[0].ranges[0].label = markup;
    const people = `id,firstname,jobtitle,${quoted(markup)}\n${quoted(markup)},${quoted(markup)},${quoted(`VP ${markup}`)},${quoted(markup)}\n`;
    await drop(page, [`${markup.slice(0, 20)}.json`, JSON.stringify(rules)], ["people.csv", people]);
    await scored(page);
    const [[who, id, score]] = await listed(page);
    assert.equal(who, markup);
    assert.equal(id, markup);
    assert.ok(score.startsWith("<img"), score);
    await page.locator("contacts-grid .body [role=row]").first().click();
    await page.locator("ledger-criterion").first().waitFor();
    await page.getByRole("tab", { name: "Data" }).click();
    await page.locator("columns-table tbody tr").nth(3).waitFor();
    for (const view of ["Rules", "Test a contact", "Distribution", "Changes", "Health", "JSON"]) await page.getByRole("tab", { name: view }).click();
    assert.equal(await page.title(), "leadscore");
    assert.equal(await page.locator("img, leadscore-page script").count(), 0);
  }),
);

test(
  "markup in a ruleset with faults is text",
  open(async (page) => {
    await drop(page, ["rules.json", JSON.stringify({ scores: [{ id: markup, [markup]: markup }] }, null, 1)]);
    await page.getByRole("tab", { name: "JSON" }).click();
    await page.locator("diagnostic-list li").first().waitFor();
    assert.ok((await page.locator("diagnostic-list ol").innerText()).includes("<img"));
    assert.equal(await page.title(), "leadscore");
    assert.equal(await page.locator("img").count(), 0);
  }),
);

test(
  "a spreadsheet takes nothing in the downloaded file for a formula",
  open(async (page) => {
    const ids = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "=cmd|'/c calc'!A1", '=HYPERLINK("http://x","y")', "-5", "plain, with comma"];
    const rows = ids.map((id) => `${quoted(id)},VP`).join("\n");
    await drop(page, ["rules.json", ruleset], ["people.csv", `id,jobtitle\n${rows}\n`]);
    await scored(page);
    const { text } = await saveList(page);
    const lines = text.trimEnd().split("\n");
    assert.equal(lines.length, ids.length + 1);
    for (const line of lines) {
      const first = line.startsWith('"') ? line.slice(1) : line;
      assert.ok(!/^\s*[=+@]/.test(first) && !/^-\D/.test(first) && !/^-\d+\D*\+/.test(first), line);
    }
    assert.ok(lines.includes("-5,10,Good"), "a number stays a number");
    assert.ok(lines.includes('"plain, with comma",10,Good'));
  }),
);

test(
  "a cell of ten megabytes is a line like any other",
  open(async (page) => {
    const size = 3_500_000;
    // Made in the page, for what is dropped is handed over as text.
    await page.evaluate(
      ([rules, people]) => {
        const data = new DataTransfer();
        data.items.add(new File([rules], "rules.json"));
        const cell = "VP ".repeat(people[1]);
        data.items.add(new File([people[0], cell, ",", cell, people[2], cell, people[3]], "people.csv"));
        document.querySelector("leadscore-page").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
      },
      [ruleset, ["id,firstname,jobtitle,company\n1,Ann,", size, "\n2,", ",Clerk,\n"]],
    );
    await scored(page);
    await eventually(async () => (await listed(page))[0][0], "Ann");
    const [, [name]] = await listed(page);
    assert.ok(name.startsWith("VP VP") && name.length < 200, `a name of ${name.length} characters`);
    await page.locator("contacts-grid .body [role=row]").first().click();
    await page.locator("ledger-criterion").first().waitFor();
    const ledger = await page.locator("ledger-criterion .what").allInnerTexts();
    assert.ok(ledger.length > 0 && ledger.join("").length < 5_000, `the ledger has ${ledger.join("").length} characters`);
    await page.getByRole("tab", { name: "Data" }).click();
    await page.locator("columns-table tbody tr").first().waitFor();
    const report = await page.getByRole("region", { name: "Load report" }).innerText();
    assert.ok(report.length > 100 && report.length < 10_000, `the report has ${report.length} characters`);
  }),
);

test(
  "two thousand columns are cut until asked for",
  open(async (page) => {
    const headers = ["id", "jobtitle", ...Array.from({ length: 1998 }, (_, index) => `column ${index}`)];
    const row = (id) => [id, "VP", ...Array.from({ length: 1998 }, (_, index) => index)].join(",");
    await drop(page, ["rules.json", ruleset], ["people.csv", `${headers.join(",")}\n${row(1)}\n${row(2)}\n`]);
    await scored(page);
    await page.getByRole("tab", { name: "Data" }).click();
    const rows = page.locator("columns-table tbody tr");
    await eventually(() => rows.count(), 100);
    await page.getByRole("button", { name: "Show all 2,000" }).click();
    await eventually(() => rows.count(), 2000);
  }),
);
