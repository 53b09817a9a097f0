// Files that cannot be used: the message stands where the file was given, and nothing that was there before is lost.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browserTests, choose, drop, eventually, give, listed, rulesetName, scored, slotText } from "./page.mjs";
import { contacts, events, ruleset } from "./small-files.mjs";

const open = browserTests({ before, after });
const names = async (page) => (await listed(page)).map((cells) => cells[0].split("\n")[0]);
const everybody = ["Ann Lee", "Bob Ray", "Cy Oh"];

async function withOwnFiles(page) {
  await drop(page, ["rules.json", ruleset], ["people.csv", contacts]);
  await scored(page);
}

/** Binary, as an Excel workbook begins: a ZIP archive. */
const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0, ...Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)]);
const binary = Uint8Array.from({ length: 5000 }, (_, i) => (i % 3 === 0 ? 0 : (i * 7919) % 256));

for (const [what, name, content] of [
  ["an empty file", "empty.csv", ""],
  ["a binary file called .csv", "photo.csv", binary],
  ["an Excel workbook", "people.xlsx", zip],
]) {
  test(
    `says why ${what} cannot be used, and keeps what was there`,
    open(async (page) => {
      await withOwnFiles(page);
      await give(page, "Contacts", name, content);
      const complaint = page.getByRole("article").filter({ hasText: name });
      await complaint.waitFor();
      const message = await complaint.locator(".message").innerText();
      assert.match(message, /^expected CSV or JSON/);
      assert.match(await complaint.innerText(), /could not be read as contacts/);
      assert.match(await complaint.innerText(), /people\.csv is still in use/);
      assert.deepEqual(await names(page), everybody);
      await complaint.getByRole("button", { name: `Dismiss the message about ${name}` }).click();
      await complaint.waitFor({ state: "detached" });
      assert.deepEqual(await names(page), everybody);
    }),
  );

  test(
    `says why ${what} cannot be used, when there is nothing else`,
    open(async (page) => {
      await choose(page, [name, content]);
      const complaint = page.getByRole("article").filter({ hasText: name });
      await complaint.locator(".message").waitFor();
      await page.getByRole("button", { name: "Try the sample" }).waitFor();
    }),
  );
}

/** A message as it reads on the page. */
const plain = (message) => message.replaceAll("`", "").replace(/\s+/g, " ");

test(
  "events that cannot be read do not keep the contacts out",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", contacts], ["events.csv", ""]);
    await scored(page);
    const complaint = page.getByRole("article").filter({ hasText: "events.csv" });
    assert.match(await complaint.innerText(), /events\.csv could not be read as events/);
    assert.deepEqual(await names(page), everybody);
    assert.match(await slotText(page, "Events"), /None/);
  }),
);

test(
  "events that cannot be read do not replace those that can",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", contacts], ["visits.csv", events]);
    await scored(page);
    await give(page, "Events", "broken.xlsx", zip);
    await page.getByText("broken.xlsx could not be read as events").waitFor();
    assert.match(await slotText(page, "Events"), /visits\.csv 2 read/);
    assert.deepEqual((await listed(page)).map((cells) => cells[2].split("\n").at(-1)), ["15", "5", "0"]);
  }),
);

const faulty = `{
  "name": "Faulty",
  "version": 2,
  "scors": [],
  "scores": [
    { "id": "a b", "groups": [ { "id": "g", "limit": { "min": 5, "max": 1 }, "criteria": [
      { "id": "one", "when": { "property": "x", "contians": "y" }, "points": 1 },
      { "id": "one", "when": { "property": "x", "contains": "y" }, "points": "ten" },
      { "id": "three", "when": { "property": "x", "is_between": [5, 1] }, "points": 1.005 },
      { "id": "four", "event": "page_view", "within_days": -1, "points": 1 },
      { "id": "five", "property": "x", "values": { "a": 1, "A": 2 } },
      { "id": "six", "points": 1 }
    ] } ] }
  ],
  "bands": [ { "score": "nobody", "ranges": [ { "label": "A", "at_least": 1 } ] } ]
}
`;

test(
  "opens a ruleset with faults, shows all of them at once, each with its place and the text there, and keeps the numbers there were",
  open(async (page) => {
    await withOwnFiles(page);
    await drop(page, ["faulty.json", faulty]);
    await eventually(() => rulesetName(page), "Faulty");
    await page.getByRole("tab", { name: "JSON" }).click();
    const { checkRuleset } = await import("../../pkg/index.js");
    const diagnostics = await checkRuleset(faulty);
    assert.ok(diagnostics.filter(({ severity }) => severity === "error").length >= 10, "the test needs ten faults");
    const items = page.locator("diagnostic-list li");
    await eventually(() => items.count(), diagnostics.length);
    const texts = (await items.allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
    for (const { message, help, place } of diagnostics) {
      const item = texts.find((text) => text.includes(plain(message)) && (!place || text.includes(`line ${place.line}, column ${place.column}`)));
      assert.ok(item, `${message} is not shown at its place`);
      if (help) assert.ok(item.includes(plain(help)), help);
    }
    const misspelt = items.filter({ hasText: "contians" }).first();
    assert.match(await misspelt.locator("mark").innerText(), /contians/);
  }),
);

test(
  "says where text stops being JSON, and goes there",
  open(async (page) => {
    await choose(page, ["rules.json", '{ "name": "Cut off",\n  "scores": [ { "id": "a" ']);
    await page.getByRole("tab", { name: "JSON" }).click();
    const item = page.locator("diagnostic-list li").first();
    await item.waitFor();
    await item.getByRole("button", { name: /line 2, column \d+/ }).click();
    await eventually(() => page.locator(".cm-activeLine").innerText(), '  "scores": [ { "id": "a" ');
  }),
);

test(
  "scores again as soon as a fault is mended, and not before",
  open(async (page) => {
    await withOwnFiles(page);
    await drop(page, ["other.json", ruleset.replace('"Small"', '"Mended"').replace('"points": 10', '"points": "ten"')]);
    await page.getByRole("tab", { name: "JSON" }).click();
    await page.locator("diagnostic-list li").filter({ hasText: /expected .* found "ten"/ }).waitFor();
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+F");
    await page.getByRole("textbox", { name: "Find" }).fill('"ten"');
    await page.getByRole("textbox", { name: "Replace" }).fill("20");
    await page.getByRole("button", { name: "replace all" }).click();
    await page.getByText("No errors and no warnings.").waitFor();
    await page.getByRole("tab", { name: "Contacts" }).click();
    await scored(page);
    await eventually(async () => (await listed(page)).map((cells) => cells[2].split("\n").at(-1)), ["20", "0", "0"]);
  }),
);

test(
  "refuses what is too large to be a ruleset, and keeps the one there was",
  open(async (page) => {
    await withOwnFiles(page);
    await drop(page, ["huge.json", `{ "scores": [], "name": "${"x".repeat(17 * 1024 * 1024)}" }`]);
    const complaint = page.getByRole("article").filter({ hasText: "huge.json" });
    await complaint.locator(".message").waitFor();
    assert.equal(await rulesetName(page), "Small");
    assert.deepEqual(await names(page), everybody);
  }),
);

test(
  "numbers contacts that have no ids, and says so",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", "firstname,jobtitle\nAnn,VP\nBob,Clerk\n"]);
    await scored(page);
    assert.deepEqual((await listed(page)).map((cells) => cells[1]), ["row 1", "row 2"]);
    await page.getByRole("tab", { name: "Data" }).click();
    await page.getByRole("heading", { name: "Notes" }).waitFor();
  }),
);

test(
  "keeps contacts with one id apart, and says which",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", "id,firstname,jobtitle\n1,Ann,VP\n1,Bob,Clerk\n2,Cy,\n"]);
    await scored(page);
    assert.deepEqual(await listed(page), [
      ["Ann", "1", "Good\n10"],
      ["Bob", "1", "–\nno band\n0"],
      ["Cy", "2", "–\nno band\n0"],
    ]);
    await page.getByRole("tab", { name: "Data" }).click();
    await page.getByText(/line 3/).first().waitFor();
  }),
);

test(
  "leaves out rows that cannot be read, and scores the rest",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.ndjson", '{"id":1,"jobtitle":"VP"}\n{"id":2,\n{"id":3}\n']);
    await scored(page);
    assert.deepEqual((await listed(page)).map((cells) => cells[1]), ["1", "3"]);
    await page.getByRole("tab", { name: "Data" }).click();
    await page.getByRole("heading", { name: "Rows left out" }).waitFor();
    await page.getByText("line 2", { exact: true }).waitFor();
    assert.match(await slotText(page, "Contacts"), /2 contacts, 1 row left out/);
  }),
);
