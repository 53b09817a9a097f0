// A user's own files: chosen or dropped, one at a time or all at once, told apart by what is in them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browserTests, choose, drop, eventually, give, listed, rulesetName, scored, slotText, trySample } from "./page.mjs";
import { contacts, events, ruleset } from "./small-files.mjs";

const open = browserTests({ before, after });

test(
  "takes a ruleset, contacts and events in one drop, whatever they are called",
  open(async (page) => {
    await drop(page, ["a.json", ruleset], ["b.csv", contacts], ["c.csv", events]);
    await scored(page);
    assert.deepEqual(await listed(page), [
      ["Ann Lee\nann@example.org", "1", "Good\n15"],
      ["Bob Ray\nbob@example.org", "2", "–\nno band\n5"],
      ["Cy Oh\ncy@example.org", "3", "–\nno band\n0"],
    ]);
    assert.equal(await rulesetName(page), "Small");
    assert.match(await slotText(page, "Contacts"), /b\.csv 3 contacts/);
    assert.match(await slotText(page, "Events"), /c\.csv 2 read/);
  }),
);

test(
  "asks for what is still missing, in either order",
  open(async (page) => {
    await choose(page, ["rules.json", ruleset]);
    await page.getByRole("tab", { name: "Contacts" }).click();
    await page.getByRole("heading", { name: "Now the contacts" }).waitFor();
    await choose(page, ["people.csv", contacts]);
    await scored(page);
    assert.equal((await listed(page)).length, 3);
    await page.getByRole("button", { name: "Rulesets" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.getByText("“Small” was deleted.").waitFor();
    await page.reload();
    await choose(page, ["people.csv", contacts]);
    await page.getByRole("heading", { name: "Now the ruleset" }).waitFor();
    await page.getByText("3 contacts are ready.").waitFor();
    await page.getByRole("tab", { name: "Data" }).click();
    assert.equal(await page.locator("columns-table tbody tr").count(), 5);
    await page.getByRole("tab", { name: "Contacts" }).click();
    await choose(page, ["rules.json", ruleset]);
    await scored(page);
    assert.equal((await listed(page)).length, 3);
  }),
);

test(
  "reads JSON and NDJSON contacts as well",
  open(async (page) => {
    const people = [
      { id: 7, firstname: "Ann", email: "ann@example.org", jobtitle: "VP Sales" },
      { id: 8, firstname: "Bob", email: "bob@example.org", jobtitle: "Clerk" },
    ];
    for (const [name, text] of [
      ["people.json", JSON.stringify(people, null, 2)],
      ["people.ndjson", people.map((one) => JSON.stringify(one)).join("\n")],
    ]) {
      await drop(page, ["rules.json", ruleset], [name, text]);
      await page.getByText(name).first().waitFor();
      await scored(page);
      await eventually(async () => (await listed(page)).map((cells) => cells[1]), ["7", "8"]);
    }
  }),
);

test(
  "asks which file is which when there are two of a kind",
  open(async (page) => {
    await drop(page, ["one.csv", contacts], ["two.csv", contacts.replace("Ann", "Zoe")], ["rules.json", ruleset]);
    const dialog = page.getByRole("dialog", { name: "Which file is which?" });
    await dialog.waitFor();
    await dialog.getByRole("combobox").nth(1).selectOption("events");
    await dialog.getByRole("combobox").nth(1).selectOption("contacts");
    await dialog.getByRole("button", { name: "Load" }).click();
    await scored(page);
    assert.match((await listed(page))[0][0], /^Zoe/);
    assert.match(await slotText(page, "Contacts"), /two\.csv/);
  }),
);

test(
  "lets the user correct what a file was taken for, and brings back what it had replaced",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", contacts]);
    await scored(page);
    // Events without a column that says so look like contacts.
    await give(page, "Contacts", "activity.csv", events);
    await page.getByText("activity.csv").first().waitFor();
    await scored(page);
    await page.getByRole("button", { name: "More about activity.csv" }).click();
    await page.getByRole("combobox", { name: "Use it as" }).selectOption("events");
    await eventually(async () => (await slotText(page, "Events")).includes("activity.csv"), true);
    await scored(page);
    assert.match(await slotText(page, "Contacts"), /people\.csv/);
    await eventually(async () => (await listed(page)).map((cells) => cells[2].split("\n").at(-1)), ["15", "5", "0"]);
  }),
);

test(
  "scores without events once they are taken away",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", contacts], ["visits.csv", events]);
    await scored(page);
    await page.getByRole("button", { name: "More about visits.csv" }).click();
    await page.getByRole("button", { name: "Score without events" }).click();
    await eventually(async () => (await listed(page)).map((cells) => cells[2].split("\n").at(-1)), ["10", "0", "0"]);
    assert.match(await slotText(page, "Events"), /None/);
  }),
);

test(
  "scores the user's own contacts as of now, and leaves the sample's events behind",
  open(async (page) => {
    await trySample(page);
    await give(page, "Contacts", "people.csv", contacts);
    await eventually(async () => (await slotText(page, "Contacts")).includes("people.csv"), true);
    await scored(page);
    await eventually(async () => (await listed(page)).length, 3);
    assert.notEqual(await page.getByLabel("Scored as of").inputValue(), "2026-06-30T12:00");
    assert.match(await slotText(page, "Events"), /None/);
  }),
);

test(
  "keeps an instant that the user chose",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", contacts]);
    await scored(page);
    const field = page.getByLabel("Scored as of");
    await field.fill("2025-01-02T03:04");
    await field.press("Tab");
    await give(page, "Contacts", "others.csv", contacts);
    await eventually(async () => (await slotText(page, "Contacts")).includes("others.csv"), true);
    await scored(page);
    assert.equal(await field.inputValue(), "2025-01-02T03:04");
  }),
);
