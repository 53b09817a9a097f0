// How many contacts are on each list: the same as each list alone says, and without asking list by list, as every list works out those that it names.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { loadContacts } from "../../pkg/index.js";
import { asOf, sample, small } from "./lifecycle-page.mjs";
import { browserTests, drop, eventually, loadModules, scored } from "./page.mjs";

const open = browserTests({ before, after });

/** The sample's rules with so many more lists, each of which names the one before. */
function chained(lists) {
  const document = JSON.parse(sample("inbound.json"));
  const word = (at) => ({ property: "jobtitle", contains_word: `word${at}` });
  for (let at = 0; at < lists; at += 1) {
    const when = at === 0 ? { list: "sqls" } : { any: [{ list: `chain_${at - 1}` }, word(at)] };
    document.lists.push({ id: `chain_${at}`, label: `Chain ${at}`, when });
  }
  return document;
}

/** What the worker says of lists, and how often it asked for a count to say it. */
async function sizes(contacts, document) {
  const table = await loadContacts(contacts);
  const results = table.score(document, { asOf });
  let counts = 0;
  const counting = { count: (where) => ((counts += 1), results.count(where)) };
  const workbench = { contacts: { table }, results: counting, settings: { ruleset: JSON.stringify(document), asOf: Date.parse(asOf) } };
  const found = await loadModules(({ listSizes }) => listSizes(workbench, {}), "/src/worker/jobs/lifecycle.ts");
  const alone = Object.fromEntries(document.lists.map(({ id }) => [id, results.count({ list: id })]));
  table.free();
  return { found, alone, counts };
}

test("counts three hundred lists without counting one by itself", async () => {
  const { found, alone, counts } = await sizes(sample("contacts.csv"), chained(300));
  assert.equal(Object.keys(found).length, 312);
  assert.deepEqual(found, alone);
  assert.equal(counts, 0);
});

test("counts rows that take no part in a run, too: without an id, or with one that is there twice", async () => {
  for (const contacts of ["title\nVP\nClerk\nVP\n", "id,title\n1,VP\n2,VP\n2,VP\n,VP\n3,Clerk\n"]) {
    const { found, alone } = await sizes(contacts, small);
    assert.ok(found.hot >= 2);
    assert.deepEqual(found, alone);
  }
});

test(
  "shows what three hundred lists hold, and what publishing them would do",
  open(async (page) => {
    await drop(page, ["chained.json", JSON.stringify(chained(300))], ["contacts.csv", sample("contacts.csv")], ["events.csv", sample("events.csv")]);
    await scored(page);
    await page.locator("as-of-field input").fill(asOf.slice(0, 16));
    await page.locator("#tab-lifecycle").click();
    const table = await loadContacts(sample("contacts.csv"), { events: sample("events.csv") });
    const run = await table.advance(chained(300), null, { asOf });
    const { before: inFile, after: then } = run.summary.lists.at(-1);
    table.free();
    await eventually(() => page.locator("lifecycle-view [data-section=lists] .size").count(), 312);
    await page.getByRole("button", { name: `${inFile} in the file: Show ${inFile} contacts on Chain 299`, exact: true }).waitFor();
    await page.getByRole("button", { name: `${then} contacts on Chain 299, ${inFile} before`, exact: true }).waitFor();
  }),
);
