// What stages and workflows would do shows beside them before anything is published, and each number leads to the contacts behind it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { asOf, documentOf, inbound, number, openInbound, openPart, openSmall, people, publish, sample, small } from "./lifecycle-page.mjs";
import { accessibilityFaults, browserTests, drop, eventually, scored, show, trySample, writeJson } from "./page.mjs";

const open = browserTests({ before, after });
/** When the rules that hold now are taken to have left the contacts. */
const baselineAsOf = Date.parse(asOf) - 1;

let table;
before(async () => {
  const { loadContacts } = await import("../../pkg/index.js");
  table = await loadContacts(sample("contacts.csv"), { events: sample("events.csv") });
});

test(
  "shows before anything is published who would move and who would be told, anew with every edit",
  open(async (page) => {
    await openInbound(page);
    await page.getByRole("button", { name: "Use thresholds 35 / 65" }).click();
    await page.locator("outcome-panel .funnel li").first().waitFor();
    const outcome = async () => {
      const document = await documentOf(page);
      const run = await table.advance(document, null, { asOf });
      const { summary } = run;
      run.free();
      return {
        stages: summary.lifecycle.stages.map(({ id, after }) => [id, after]),
        headline: [summary.lifecycle.moves.reduce((all, { count }) => all + count, 0), summary.workflows[0].enrolled, summary.notified[0]?.count ?? 0],
      };
    };
    const said = async () => ({
      stages: await page
        .locator("outcome-panel .funnel li[data-stage]")
        .evaluateAll((all) => all.map((one) => [one.dataset.stage, one.querySelector(".number").innerText.split("\n")[0].split(" ")[0]]))
        .then((all) => all.map(([id, text]) => [id, number(text)])),
      headline: (await page.locator("outcome-panel .headline dd").allInnerTexts()).map(number),
    });
    const now = await outcome();
    assert.ok(now.headline[0] > 0, "somebody moves");
    assert.equal(now.headline[2], 0, "nobody is told of those who are there already");
    await eventually(said, now);
    await openPart(page, /^Tell sales/);
    await page.getByRole("checkbox", { name: "Also enrol those who are on the list when it starts" }).check();
    const second = await outcome();
    assert.ok(second.headline[2] > 0, "now somebody is told");
    await eventually(said, second);
    await openPart(page, /^Sales Qualified Lead/);
    await page.locator("stage-editor").getByRole("textbox", { name: "At least" }).fill("90");
    const third = await outcome();
    assert.notDeepEqual(third.stages, second.stages);
    await eventually(said, third);
  }),
);

test(
  "says which properties lists and messages ask for that the contacts do not have",
  open(async (page) => {
    await openSmall(page, small, ["contacts.csv", people]);
    await page.locator("outcome-panel .headline").waitFor();
    assert.equal(await page.locator("outcome-panel .missing").count(), 0);
    const missing = structuredClone(small);
    missing.lifecycle.exclude = { property: "indutsry", is_known: true };
    missing.workflows[0].actions[0].message = "{{firstnme}} of {{owner}}";
    await writeJson(page, JSON.stringify(missing));
    await show(page, "Stages");
    await page.locator("outcome-panel .missing").filter({ hasText: "In none of these contacts, though lists, stages or messages ask for it: indutsry, firstnme" }).waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
  }),
);

const headline = async (page) => (await page.locator("outcome-panel .headline dd").allInnerTexts()).map(number);
const headlineOf = ({ lifecycle, workflows, notified }) => [
  lifecycle.moves.reduce((all, { count }) => all + count, 0),
  workflows.reduce((all, { enrolled }) => all + enrolled, 0),
  notified.reduce((all, { count }) => all + count, 0),
];

test(
  "shows of a ruleset that was never published its first run, over the contacts as the file has them",
  open(async (page) => {
    await trySample(page);
    await show(page, "Stages");
    await panel(page).getByText("Nothing is published yet: the first run takes the contacts as the file has them.").waitFor();
    const run = await table.advance(sample("inbound.json"), null, { asOf });
    const { summary } = run;
    assert.equal(headlineOf(summary)[2], 96);
    await eventually(() => headline(page), headlineOf(summary));
    assert.equal(await panel(page).getByText("Nothing would happen to anybody right away.").count(), 0);
    // Who is on a list in the file, and who comes on it: both are there, and add up.
    const sqls = summary.lists.find(({ id }) => id === "sqls");
    assert.ok(sqls.after > sqls.before);
    const { before, after } = sqls;
    await page.getByRole("button", { name: `${before} in the file: Show ${before} contacts on ${sqls.label}`, exact: true }).waitFor();
    await line(page, "Lists", sqls.label).getByRole("button", { name: `${after} contacts on ${sqls.label}, ${before} before`, exact: true }).waitFor();
    const change = line(page, "Lists", sqls.label).getByRole("button", { name: `+${after - before}: ${sqls.label}: who is new, and who is no longer there`, exact: true });
    await change.click();
    const rows = [...run.rows({ list: "sqls" })];
    const inFile = table.score(sample("inbound.json"), { asOf }).page({ where: { list: "sqls" }, limit: 1_000 }).rows.map(({ row }) => row);
    const expected = [...rows.filter((row) => !inFile.includes(row)).map((row) => [row, "New here"]), ...inFile.filter((row) => !rows.includes(row)).map((row) => [row, "No longer here"])].sort(([a], [b]) => a - b);
    assert.ok(expected.length > after - before, "some come, some go");
    await dialog(page).getByRole("button", { name: /^Show/ }).click();
    await eventually(() => dialog(page).locator("li .what").allInnerTexts(), expected.map(([, moves]) => moves));
    run.free();
  }),
);

test(
  "shows of an edit what it would do next to what the published rules have done already",
  open(async (page) => {
    await trySample(page);
    await show(page, "Stages");
    await publish(page);
    await page.getByText("Nothing would happen to anybody right away.").waitFor();
    await panel(page).getByText("Against version 1, after its run").waitFor();
    await openPart(page, /^Sales Qualified Lead When/);
    await page.locator("stage-editor").getByRole("textbox", { name: "At least" }).fill("60");
    const document = await documentOf(page);
    const left = await table.advance(sample("inbound.json"), null, { asOf: baselineAsOf });
    const run = await table.advance(document, left, { asOf });
    const expected = headlineOf(run.summary);
    assert.ok(expected[0] > 0);
    await eventually(() => headline(page), expected);
    run.free();
    left.free();
  }),
);

test(
  "takes those whom an edit brings on a list for newcomers, also of workflows that leave out who is there when they start",
  open(async (page) => {
    const cold = structuredClone(small);
    cold.scores[0].groups[0].criteria[0].points = 10;
    await openSmall(page, cold, ["people.csv", people]);
    await publish(page);
    await page.getByText("Nothing would happen to anybody right away.").waitFor();
    await writeJson(page, JSON.stringify(small));
    await show(page, "Stages");
    // 2 becomes an MQL; 2 and 4 are told, and with 1, who is staff, marked.
    await eventually(async () => (await page.locator("outcome-panel .headline dd").allInnerTexts()).map(number), [1, 5, 2]);
  }),
);

test(
  "leads from a number to the contacts behind it, with why, and opens the contact",
  open(async (page) => {
    await openSmall(page, small, ["people.csv", people]);
    await publish(page);
    // The published rules have done what they do; then somebody wants more.
    await page.getByText("Nothing would happen to anybody right away.").waitFor();
    await openPart(page, /^Mark/);
    await page.locator("workflow-editor").getByRole("button", { name: "Notify" }).click();
    await writeJson(page, JSON.stringify({ ...small, lifecycle: { stages: [small.lifecycle.stages[0], small.lifecycle.stages[1], { id: "sql", label: "SQL", enter_when: { score: "lead", at_least: 40 } }, small.lifecycle.stages[2]] } }));
    await show(page, "Stages");
    await page.locator("outcome-panel li[data-stage=sql] .change").click();
    const dialog = page.getByRole("dialog");
    await eventually(() => dialog.locator(".who .name").allInnerTexts(), ["1", "2"]);
    assert.match(await dialog.locator("li").nth(1).innerText(), /MQL → SQL\s+lead is 40, at least 40/);
    await dialog.locator("li button").nth(1).click();
    await page.getByRole("tab", { name: /^Contacts/, selected: true }).waitFor();
    await page.locator("ledger-panel h2", { hasText: "2" }).waitFor();
  }),
);

const panel = (page) => page.locator("outcome-panel");
const line = (page, heading, name) =>
  panel(page)
    .locator(".set")
    .filter({ has: page.getByRole("heading", { name: heading, exact: true }) })
    .locator("li")
    .filter({ has: page.locator(".name", { hasText: name }) });
const dialog = (page) => page.getByRole("dialog");
const who = (page) => dialog(page).locator(".who .name").allInnerTexts();
/** The same ruleset, in which something else is in a title. */
const wanting = (document, word) => {
  const changed = structuredClone(document);
  changed.scores[0].groups[0].criteria[0].when.contains = word;
  return changed;
};

/** Publishes rules, which hold now, and makes others of them. */
async function openEdited(page, opened, edited) {
  await openSmall(page, opened, ["people.csv", people]);
  await publish(page);
  await page.getByText("Nothing would happen to anybody right away.").waitFor();
  await writeJson(page, JSON.stringify(edited));
  await show(page, "Stages");
}

test(
  "leads from the number of a channel, and of a name, to those who would be told by it",
  open(async (page) => {
    const told = structuredClone(small);
    told.workflows[0].actions.push({ call_back: "crm", with: "{{id}}" });
    told.workflows[1].actions.push({ notify: "marketing", message: "Mark {{id}}" }, { call_back: "erp" });
    await openEdited(page, wanting(told, "nobody"), told);
    // 1 is staff, of whom sales does not hear.
    for (const [name, number, title, expected] of [
      ["sales", 2, "2 notifications to sales", ["2", "4"]],
      ["marketing", 3, "3 notifications to marketing", ["1", "2", "4"]],
      ["crm", 2, "2 calls back: crm", ["2", "4"]],
      ["erp", 3, "3 calls back: erp", ["1", "2", "4"]],
    ]) {
      const button = line(page, "Notifications", name).getByRole("button", { name: title, exact: true });
      await eventually(() => button.innerText(), String(number));
      await button.focus();
      await page.keyboard.press("Enter");
      await dialog(page).getByRole("heading", { name: title }).waitFor();
      await eventually(() => who(page), expected);
      assert.equal(await dialog(page).getByText(name === "marketing" ? /“Mark \d”/ : /“Mark/).count(), name === "marketing" ? 3 : 0);
      await page.keyboard.press("Escape");
      await dialog(page).waitFor({ state: "hidden" });
      assert.equal(await button.evaluate((own) => own.getRootNode().activeElement === own), true, "back where it was asked");
    }
  }),
);

test(
  "leads from the count of a list to who is on it then, and from its change to who comes and who goes",
  open(async (page) => {
    await openEdited(page, small, wanting(small, "clerk"));
    const hot = line(page, "Lists", "Hot");
    await hot.getByRole("button", { name: "1 contact on Hot, 3 before", exact: true }).click();
    await eventually(() => who(page), ["3"]);
    assert.match(await dialog(page).locator("li").innerText(), /3\s+New here/);
    await page.keyboard.press("Escape");
    await hot.getByRole("button", { name: "−2: Hot: who is new, and who is no longer there", exact: true }).click();
    const moves = async () => (await dialog(page).locator("li").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
    await eventually(moves, ["1 No longer here", "2 No longer here", "3 New here", "4 No longer here"]);
    await page.keyboard.press("Escape");
    // 3 came to the stage, to which 2 had come before, so that Lead has one less.
    await line(page, "Contacts by stage", "Lead").getByRole("button", { name: "−1: Lead: who is new, and who is no longer there", exact: true }).click();
    await eventually(moves, ["3 No longer here"]);
    await page.keyboard.press("Escape");
    // Those who were on a list and stay there have nothing beside them.
    await line(page, "Lists", "Staff").getByRole("button", { name: "1 contact on Staff, 1 before", exact: true }).click();
    await eventually(moves, ["1"]);
    await dialog(page).locator("li button").click();
    await page.locator("ledger-panel h2", { hasText: "1" }).waitFor();
  }),
);

test(
  "leads from the count of a stage to who is there after the step, not to who is there by the file",
  open(async (page) => {
    await trySample(page);
    await show(page, "Stages");
    const ruleset = sample("inbound.json");
    const run = await table.advance(ruleset, null, { asOf });
    const stage = run.summary.lifecycle.stages.find(({ id }) => id === "salesqualifiedlead");
    const rows = [...run.rows({ stage: stage.id })];
    assert.ok(rows.length > 50 && rows.length !== table.score(ruleset, { asOf }).count({ stage: stage.id }));
    await panel(page).locator(`li[data-stage=${stage.id}] button`).first().click();
    await dialog(page).getByRole("heading", { name: `${rows.length} contacts at ${stage.label}, ${stage.before} before` }).waitFor();
    await eventually(() => dialog(page).locator("li").count(), 50);
    await dialog(page).getByRole("button", { name: /^Show/ }).click();
    await eventually(() => dialog(page).locator("li").count(), Math.min(100, rows.length));
    const emails = table.values("email");
    const shownEmails = async () => (await dialog(page).locator(".who .quiet").allInnerTexts()).map((text) => text.split(" · ")[0]);
    assert.deepEqual(await shownEmails(), rows.slice(0, 100).map((row) => emails[row] ?? table.contact(row).id));
    run.free();
  }),
);

test(
  "leads to those without a stage, and to those with another value",
  open(async (page) => {
    await openSmall(page, small, ["people.csv", `${people}5,Clerk,\n6,Clerk,evangelist\n7,Clerk,\n`]);
    const stages = (name) => line(page, "Contacts by stage", name).getByRole("button");
    await stages("Without a stage").click();
    await eventually(() => who(page), ["5", "7"]);
    await page.keyboard.press("Escape");
    await stages("Another value").click();
    await eventually(() => who(page), ["6"]);
  }),
);

for (const [theme, width, locale] of [
  ["light", 1440, "en"],
  ["dark", 1440, "es"],
  ["light", 360, "fr"],
  ["dark", 360, "zh"],
]) {
  test(
    `shows those behind a number to everybody: ${theme}, ${width} wide, in ${locale}`,
    open(
      async (page) => {
        // By keyboard, as the names of what is there are others in each language.
        await drop(page, ["small.json", JSON.stringify(wanting(small, "clerk"))], ["people.csv", people]);
        await scored(page);
        await page.locator("#tab-lifecycle").click();
        const numbers = panel(page).locator(".set .figure");
        await numbers.first().waitFor();
        for (const number of await numbers.all()) {
          await number.focus();
          await page.keyboard.press("Enter");
          await dialog(page).locator("li").first().waitFor();
          assert.equal(await dialog(page).getAttribute("aria-labelledby"), "title");
          assert.deepEqual(await accessibilityFaults(page), []);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
          await page.keyboard.press("Escape");
        }
      },
      { viewport: { width, height: 900 }, colorScheme: theme, locale },
    ),
  );
}
