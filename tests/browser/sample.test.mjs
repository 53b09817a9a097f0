// The sample: what a visitor sees who presses the first button, and that it is what the package says.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { browserTests, eventually, listed, saveList, shown, trySample, useTemplate } from "./page.mjs";

const open = browserTests({ before, after });
const sample = (name) => readFileSync(new URL(`../../www/samples/${name}`, import.meta.url), "utf8");
const asOf = "2026-06-30T12:00:00Z";

/** The sample's results, by the package in Node. */
async function expectedResults(ruleset) {
  const { loadContacts } = await import("../../pkg/index.js");
  const table = await loadContacts(sample("contacts.csv"), { events: sample("events.csv") });
  return { table, results: table.score(sample(ruleset), { asOf }) };
}

const points = (text) => Number(text.replace("−", "-").replaceAll(",", ""));

test(
  "shows every contact, the highest score first",
  open(async (page) => {
    await trySample(page);
    const { results } = await expectedResults("inbound.json");
    const [score] = Object.values(results.scores);
    assert.equal(results.rowCount, 2000);
    await shown(page, "2,000 contacts");
    const highest = [...score].sort((a, b) => b - a);
    const rows = await listed(page);
    assert.ok(rows.length >= 10 && rows.length < 100, `${rows.length} rows are drawn`);
    assert.deepEqual(
      rows.map((cells) => points(cells[2].split("\n").at(-1))),
      highest.slice(0, rows.length),
    );
    assert.equal(await page.getByRole("columnheader", { name: "Lead score" }).getAttribute("aria-sort"), "descending");
  }),
);

test(
  "gives the same scores and bands as the package in Node, to the last digit, for all contacts and both rulesets",
  open(async (page) => {
    await trySample(page);
    for (const [name, template] of [["inbound.json"], ["saas.json", /^SaaS/]]) {
      if (template) await useTemplate(page, template);
      const { results } = await expectedResults(name);
      const ids = Object.keys(results.scores);
      await page.getByRole("columnheader").nth(1 + ids.length).waitFor();
      await page.getByRole("button", { name: "Id", exact: true }).click();
      await eventually(() => page.getByRole("columnheader", { name: "Id" }).getAttribute("aria-sort"), "ascending");
      const csv = await downloaded(page);
      const [header, ...lines] = csv.trimEnd().split("\n").map((line) => line.split(","));
      const matrices = Object.keys(results.bands).filter((id) => !ids.includes(id));
      assert.deepEqual(header, ["id", ...ids.flatMap((id) => (results.bands[id] ? [id, `${id}_band`] : [id])), ...matrices]);
      const column = (id) => lines.map((line) => line[header.indexOf(id)]);
      const order = column("id").map((id) => results.ids.indexOf(id));
      assert.equal(new Set(order).size, 2000);
      for (const id of ids) assert.deepEqual(column(id).map(Number), order.map((row) => results.scores[id][row]));
      for (const [id, bands] of Object.entries(results.bands)) {
        assert.deepEqual(column(ids.includes(id) ? `${id}_band` : id), order.map((row) => bands[row] ?? ""));
      }
    }
  }),
);

test(
  "counts the contacts of each band, and keeps only those of the one that is pressed",
  open(async (page) => {
    await trySample(page);
    const { results } = await expectedResults("inbound.json");
    const [[id, bands]] = Object.entries(results.bands);
    const mql = bands.filter((band) => band === "MQL").length;
    const button = page.getByRole("group", { name: /^Bands of/ }).getByRole("button", { name: /^MQL/ });
    await eventually(() => button.innerText().then((text) => text.replace(/\s+/g, " ")), `MQL ${mql}`);
    await button.click();
    await shown(page, `${mql} of 2,000 contacts`);
    await eventually(async () => (await listed(page)).every((cells) => cells[2].startsWith("MQL")), true, id);
    await button.click();
    await shown(page, "2,000 contacts");
  }),
);

test(
  "sorts by each score and by id, both ways",
  open(async (page) => {
    await trySample(page);
    await useTemplate(page, /^SaaS/);
    await page.getByRole("columnheader", { name: "Engagement" }).waitFor();
    const { results } = await expectedResults("saas.json");
    const sorted = async (column, read) => eventually(async () => (await listed(page)).slice(0, 8).map((cells) => cells[column]), read);
    const ranked = (score, direction) => [...score].sort((a, b) => direction * (a - b)).slice(0, 8);
    const press = (name) => page.getByRole("columnheader", { name }).getByRole("button").click();
    const numbers = async (column) => (await listed(page)).slice(0, 8).map((cells) => points(cells[column].split("\n").at(-1)));

    await press("Engagement");
    await eventually(() => numbers(3), ranked(results.scores.engagement, -1));
    await press("Engagement");
    await eventually(() => numbers(3), ranked(results.scores.engagement, 1));
    await press("Fit");
    await eventually(() => numbers(2), ranked(results.scores.fit, -1));
    const ids = results.ids.map(Number).sort((a, b) => a - b);
    await press("Id");
    await sorted(1, ids.slice(0, 8).map(String));
    await press("Id");
    await sorted(1, ids.slice(-8).reverse().map(String));
  }),
);

test(
  "finds contacts by name, by email and by id",
  open(async (page) => {
    await trySample(page);
    const search = page.getByRole("searchbox");
    for (const [text, column] of [["lucía pop", 0], ["@hazelwood.example", 0], ["11248", 1]]) {
      await search.fill(text);
      await shown(page, "[0-9,]+ of 2,000 contacts");
      await eventually(async () => {
        const rows = await listed(page);
        return rows.length > 0 && rows.every((cells) => cells[column].toLowerCase().includes(text));
      }, true, text);
    }
    await search.fill("nobody is called so");
    await page.getByText("No contact fits.").waitFor();
    await search.fill("");
    await shown(page, "2,000 contacts");
  }),
);

test(
  "explains a contact: the ledger of the page is the ledger of the package, and adds up",
  open(async (page) => {
    await trySample(page);
    const { results } = await expectedResults("inbound.json");
    await page.locator("contacts-grid .body [role=row]").nth(2).click();
    const panel = page.getByRole("region", { name: "Ledger" });
    await panel.waitFor();
    const id = (await listed(page))[2][1];
    const ledger = results.explain(results.ids.indexOf(id));
    const criteria = ledger.scores.flatMap(({ groups }) => groups.flatMap((group) => group.criteria));
    const criteriaShown = () =>
      panel.locator("ledger-criterion").evaluateAll((all) =>
        all.map(({ criterion, shadowRoot }) => ({
          id: criterion.id,
          points: shadowRoot.querySelector(".criterion > .points").innerText,
          text: shadowRoot.textContent,
        })),
      );
    const all = await criteriaShown();
    assert.deepEqual(all.map((one) => one.id), criteria.map((one) => one.id));
    assert.deepEqual(all.map((one) => points(one.points)), criteria.map((one) => one.points));
    for (const [index, criterion] of criteria.entries()) {
      if (criterion.enabled) assert.ok(all[index].text.includes(criterion.evidence.text), criterion.evidence.text);
      // Of a single test the evidence says what is missing.
      const told = !criterion.met && criterion.enabled && criterion.evidence.test !== "property";
      for (const missing of told ? criterion.missing : []) assert.ok(all[index].text.includes(missing), missing);
    }

    // Every group: its criteria and what the limit took come to its points.
    for (const group of await panel.locator("ledger-group").all()) {
      const lines = await group.locator(".points, .line .number").allInnerTexts();
      const [total, ...parts] = lines.filter((text) => text !== "not reached").map((text) => Math.round(points(text) * 100));
      assert.equal(parts.reduce((sum, part) => sum + part, 0), total, lines.join(" "));
    }
    const sums = (await panel.locator("dl dd").allInnerTexts()).filter((text) => text !== "not reached").map((text) => Math.round(points(text) * 100));
    assert.equal(sums.slice(0, -1).reduce((sum, part) => sum + part, 0), sums.at(-1));
    assert.equal(sums.at(-1), Math.round(ledger.scores[0].points * 100));

    const keep = async (name, wanted) => {
      await panel.getByText(name, { exact: true }).click();
      await eventually(async () => (await criteriaShown()).map((one) => one.id), criteria.filter(wanted).map((one) => one.id));
    };
    await keep("Met", ({ met }) => met);
    await keep("Not met", ({ met }) => !met);
    await keep("All", () => true);
  }),
);

test(
  "scores anew at another instant, the open ledger too, and back",
  open(async (page) => {
    await trySample(page);
    await page.locator("contacts-grid .body [role=row]").first().click();
    await page.getByText("30 Jun 2026, 12:00 UTC").waitFor();
    const field = page.getByLabel("Scored as of");
    assert.equal(await field.inputValue(), "2026-06-30T12:00");
    const before = await downloaded(page);
    await field.fill("2027-06-30T12:00");
    await field.press("Tab");
    await page.getByText("30 Jun 2027, 12:00 UTC").waitFor();
    assert.notEqual(await downloaded(page), before);
    await field.fill("2026-06-30T12:00");
    await field.press("Tab");
    await page.getByText("30 Jun 2026, 12:00 UTC").waitFor();
    assert.equal(await downloaded(page), before);
    await page.getByRole("button", { name: "Now" }).click();
    await page.getByText("30 Jun 2026, 12:00 UTC").waitFor({ state: "detached" });
    assert.notEqual(await field.inputValue(), "2026-06-30T12:00");
  }),
);

test(
  "reports what was read",
  open(async (page) => {
    await trySample(page);
    const { table } = await expectedResults("inbound.json");
    await page.getByRole("tab", { name: "Data" }).click();
    const report = page.getByRole("region", { name: "Load report" });
    const facts = (await report.locator("dl").innerText()).split(/\n+/);
    assert.equal(facts[facts.indexOf("Rows read") + 1], table.report.rows_read.toLocaleString("en"));
    assert.equal(facts[facts.indexOf("Encoding") + 1], table.report.encoding);
    assert.equal(await report.locator("columns-table tbody tr").count(), table.report.columns.length);
    const text = await report.innerText();
    for (const note of table.report.notes) assert.ok(text.includes(note.message), note.message);
    for (const { type } of table.report.events.types) assert.ok(text.includes(type), type);
    for (const { value } of table.report.suggested_unknown_values) assert.ok(text.includes(value), value);
  }),
);

async function downloaded(page) {
  const { name, text } = await saveList(page);
  assert.equal(name, "contacts-scored.csv");
  return text;
}
