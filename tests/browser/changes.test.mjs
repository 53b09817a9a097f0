// What changes: the rules held against versions of them, in numbers, by contact, and in the rules themselves.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { accessibilityFaults, browserTests, drop, eventually, trySample } from "./page.mjs";
import { contacts, events, ruleset } from "./small-files.mjs";

const open = browserTests({ before, after });
const sample = (name) => readFileSync(new URL(`../../www/samples/${name}`, import.meta.url), "utf8");
const asOf = "2026-06-30T12:00:00Z";
const inbound = sample("inbound.json");

/** The sample's rules with changes of many kinds. */
function changed() {
  const document = JSON.parse(inbound);
  const [profile, forms, website] = document.scores[0].groups;
  profile.limit.max = 35;
  profile.criteria.find(({ id }) => id === "decides").points = 25;
  profile.criteria.find(({ id }) => id === "leads_department").when.all[0].contains_word.push("chief of");
  Object.assign(profile.criteria.find(({ id }) => id === "industry").values, { Internet: 12, Retail: -3 });
  forms.criteria.find(({ id }) => id === "demo_request").enabled = false;
  website.criteria.shift();
  document.bands[0].ranges[0].at_least = 60;
  return JSON.stringify(document, null, 2);
}

/** What the package says in Node about two texts. */
async function expected(earlier, later, use) {
  const { loadContacts } = await import("../../pkg/index.js");
  const table = await loadContacts(sample("contacts.csv"), { events: sample("events.csv") });
  const [was, is] = [earlier, later].map((text) => table.score(text, { asOf }));
  try {
    return await use(is.compare(was), was, is);
  } finally {
    table.free();
  }
}

const show = async (page) => {
  await page.locator("#tab-changes").click();
  await page.locator("changes-view").waitFor();
};
const text = (page) => page.locator("changes-view").evaluate((view) => view.session.editor.text);
const write = (page, rules) => page.locator("changes-view").evaluate((view, to) => view.session.editor.replace(to, { key: "step-json" }), rules);
const publish = async (page, note) => {
  const header = page.locator("page-header publish-dialog");
  await header.getByRole("button", { name: "Publish" }).click();
  await header.getByRole("textbox").fill(note);
  await header.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await header.getByRole("dialog").getByRole("button", { name: "Done" }).click();
  await header.getByRole("dialog").waitFor({ state: "hidden" });
};
/** Everything that stands in an element, in what it is made of too. */
const said = (locator) =>
  locator.evaluate(function read(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.localName === "style" || node.localName === "script" || node.hidden) return "";
    const parts = [...(node.shadowRoot ?? node).childNodes].map(read).join("");
    return (node.shadowRoot ? "\n" : "") + parts + (["P", "LI", "H2", "H3", "DIV"].includes(node.nodeName) ? "\n" : "");
  });
const numbers = (texts) => texts.map((one) => Number(one.trim().replaceAll(",", "").replace("−", "-").replace("+", "").replace("·", "0")));
const summary = async (page) => numbers(await page.locator("changes-view .effects score-changes dd").allTextContents());
const cells = async (page) => numbers(await page.locator("movement-matrix .cell").allTextContents());
const versions = (page) => page.locator("version-list");
const choose = (page, which, label) => page.getByLabel(which, { exact: true }).selectOption({ label });

/** The counts of a movement matrix, by rows and columns in the order of bands. */
function matrix({ moves }, bands) {
  return bands.flatMap((from) => bands.map((to) => moves.find((move) => move.from === from && move.to === to)?.count ?? 0));
}
const bands = ["SQL", "MQL", null];

test(
  "says that nobody changes, and what publishing is for, before anything has",
  open(async (page) => {
    await trySample(page);
    await show(page);
    await page.getByRole("heading", { name: "Nobody changes" }).waitFor();
    assert.match(await said(page.locator("changes-view .effects")), /publish to keep a version/);
    assert.match(await said(versions(page)), /None yet/);
    assert.match(await said(page.locator("changes-view .rules")), /Both are the same/);
    await publish(page, "First");
    await eventually(async () => (await said(versions(page))).includes("Nothing has changed since version 1."), true);
    assert.deepEqual(await accessibilityFaults(page), []);
  }),
);

test(
  "counts who changes and who moves from band to band as the package does, live",
  open(async (page) => {
    await trySample(page);
    await show(page);
    await write(page, changed());
    await expected(inbound, changed(), async (comparison) => {
      const [{ raised, lowered, unchanged, change }] = comparison.summary.scores;
      assert.ok(raised > 100 && lowered > 100);
      await eventually(() => summary(page), [raised, lowered, unchanged, change]);
      assert.deepEqual(await cells(page), matrix(comparison.summary.bands[0], bands));
      const totals = numbers(await page.locator("movement-matrix td.total").allTextContents());
      assert.equal(totals.at(-1), 2000);
    });
    await page.getByRole("button", { name: /^Undo/ }).click();
    await page.getByRole("heading", { name: "Nobody changes" }).waitFor();
  }),
);

test(
  "lists the biggest movers, those of a cell, and both ledgers of each",
  open(async (page) => {
    await trySample(page);
    await show(page);
    await write(page, changed());
    const movers = page.locator("movers-list li button");
    await expected(inbound, changed(), async (comparison, was, is) => {
      const all = comparison.page({ limit: 50 });
      const count = (total) => `${total.toLocaleString("en")} contacts`;
      await eventually(() => page.locator(".movers header [role=status]").innerText(), count(all.total));
      assert.deepEqual(numbers(await movers.locator(".change").allTextContents()), all.rows.map(({ change }) => change));
      await page.getByRole("button", { name: "Show 50 more" }).click();
      await eventually(() => movers.count(), 100);

      const move = { from: "MQL", to: "SQL" };
      const moved = comparison.page({ band: { id: "lead", ...move }, limit: 50 });
      await page.getByRole("gridcell", { name: new RegExp(`^From MQL to SQL: ${moved.total} contact`) }).click();
      await eventually(() => page.locator(".movers header [role=status]").innerText(), count(moved.total));
      await eventually(async () => numbers(await movers.locator(".change").allTextContents()), moved.rows.map(({ change }) => change));

      const [{ row, id }] = moved.rows;
      await movers.first().click();
      const dialog = page.locator("both-ledgers");
      await dialog.waitFor();
      assert.ok((await dialog.locator("header").innerText()).includes(id));
      const [before, after] = [was.explain(row).scores[0], is.explain(row).scores[0]];
      assert.deepEqual(numbers(await dialog.locator("li.total b").allTextContents()), [before.points, after.points]);
      const criteria = ({ groups }) => new Map(groups.flatMap(({ criteria }) => criteria).map((one) => [one.id, one]));
      const [old, now] = [criteria(before), criteria(after)];
      const differing = [...new Set([...now.keys(), ...old.keys()])].filter((one) => old.get(one)?.points !== now.get(one)?.points || old.get(one)?.met !== now.get(one)?.met || old.get(one)?.enabled !== now.get(one)?.enabled);
      const shown = await dialog.locator("section > ul > li:has(.found) .label").allTextContents();
      assert.deepEqual(shown, differing.map((one) => (now.get(one) ?? old.get(one)).label));
      assert.deepEqual(await accessibilityFaults(page), []);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /Show all movers again/ }).click();
      await eventually(() => page.locator(".movers header [role=status]").innerText(), count(all.total));
    });
  }),
);

test(
  "exports the movers as the package writes them",
  open(async (page) => {
    await trySample(page);
    await show(page);
    await write(page, changed());
    const button = page.getByRole("button", { name: "Download CSV" });
    await page.locator("movers-list li").first().waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    assert.equal(download.suggestedFilename(), "contacts-changes.csv");
    const found = readFileSync(await download.path(), "utf8");
    await expected(inbound, changed(), async (comparison) => {
      const written = await new Response(comparison.writeCsv({ score: "lead", properties: ["First Name", "Last Name", "Email"] })).text();
      assert.equal(found, written);
    });
  }),
);

test(
  "says what was changed in the rules, each going to where it is edited",
  open(async (page) => {
    await trySample(page);
    await show(page);
    await write(page, changed());
    const list = page.locator("changes-view .rules rule-changes-list").first();
    const part = (name) => list.locator("li").filter({ has: page.getByText(name, { exact: true }) });
    const about = async (name) => (await part(name).innerText()).replace(/\s+/g, " ");
    await part("Who they are").waitFor();
    assert.match(await about("Who they are"), /Limit .*at most 30.*→.*at most 35/);
    assert.match(await about("Decides on the budget"), /Points .*\+15.*→.*\+25/);
    assert.match(await about("Industry"), /Internet .*\+8.*→.*\+12/);
    assert.match(await about("Industry"), /Retail .*−3/);
    assert.match(await about("Asked for a demo"), /Muted/);
    assert.match(await about("Leads a department"), /'head' and not.*→.*'head', 'chief of'/);
    assert.match(await about("Looked at prices"), /^Gone/);
    assert.match(await about("Lead score"), /SQL .*from 65.*→.*from 60/);
    assert.equal(await list.locator("li").count(), 7);
    assert.equal(await part("Looked at prices").getByRole("button").count(), 0);
    await part("Decides on the budget").getByRole("button").click();
    assert.equal(await page.locator("#tab-rules").getAttribute("aria-selected"), "true");
    assert.deepEqual(await page.locator("rules-view").evaluate((view) => view.session.state.revealed.path), ["scores", 0, "groups", 0, "criteria", 0]);
  }),
);

test(
  "compares any two versions, and restores one as a step that can be undone, after showing what it does",
  open(async (page) => {
    await trySample(page);
    await show(page);
    await publish(page, "As agreed");
    await write(page, changed());
    await publish(page, "Budget counts more");
    const third = inbound.replace('"points": 70', '"points": 71');
    await write(page, third);
    await eventually(async () => (await said(versions(page))).includes("Changes since version 2 are not published."), true);

    const against = async (earlier, later) =>
      expected(earlier, later, async (comparison) => {
        const [{ raised, lowered, unchanged, change }] = comparison.summary.scores;
        await eventually(() => summary(page), [raised, lowered, unchanged, change]);
      });
    await against(changed(), third);
    const label = async (number) => (await page.getByLabel("From", { exact: true }).locator("option").allTextContents()).map((one) => one.trim()).find((one) => one.startsWith(`Version ${number} `));
    await choose(page, "From", await label(1));
    await against(inbound, third);
    await choose(page, "To", await label(2));
    await against(inbound, changed());
    await choose(page, "From", await label(2));
    await choose(page, "To", await label(1));
    await against(changed(), inbound);
    await choose(page, "From", "As it was opened here");
    await page.getByRole("heading", { name: "Nobody changes" }).waitFor();
    await choose(page, "To", "The rules as they are now");
    await versions(page).getByRole("button", { name: "Compare with version 2" }).click();
    await against(changed(), third);

    await versions(page).getByRole("button", { name: "Restore version 2" }).click();
    const dialog = versions(page).locator("dialog:not(publish-dialog dialog)");
    await dialog.getByText("Restore version 2?").waitFor();
    await expected(third, changed(), async (comparison) => {
      const [{ raised, lowered, unchanged, change }] = comparison.summary.scores;
      await eventually(async () => numbers(await dialog.locator("score-changes dd").allTextContents()), [raised, lowered, unchanged, change]);
    });
    assert.match(await said(dialog), /Decides on the budget/);
    assert.deepEqual(await accessibilityFaults(page), []);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    assert.equal(await text(page), third);
    await versions(page).getByRole("button", { name: "Restore version 2" }).click();
    await dialog.getByRole("button", { name: "Restore version 2" }).click();
    assert.equal(await text(page), changed());
    await page.getByRole("button", { name: "Undo: Restore version 2" }).click();
    assert.equal(await text(page), third);
  }),
);

test(
  "is used by keyboard: arrows through the matrix and the movers, Enter to list and to open",
  open(async (page) => {
    await trySample(page);
    await show(page);
    await write(page, changed());
    const first = page.locator("movement-matrix .cell").first();
    await page.locator("movers-list li").first().waitFor();
    await first.focus();
    const focused = () => page.locator("movement-matrix").evaluate((grid) => grid.shadowRoot.activeElement?.ariaLabel);
    await page.keyboard.press("ArrowDown");
    assert.match(await focused(), /^From MQL to SQL/);
    await page.keyboard.press("End");
    assert.match(await focused(), /^From MQL to none/);
    await page.keyboard.press("ArrowRight");
    assert.match(await focused(), /^From MQL to none/);
    await page.keyboard.press("Control+End");
    assert.match(await focused(), /^Stays none/);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /MQL → SQL/ }).waitFor();
    await eventually(() => page.locator("movement-matrix .cell[aria-selected=true]").count(), 1);
    await page.locator("movers-list li button").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator("both-ledgers").waitFor();
    await page.keyboard.press("Escape");
    await eventually(() => page.locator("movers-list").evaluate((list) => [...list.shadowRoot.querySelectorAll("button")].indexOf(list.shadowRoot.activeElement)), 1);
  }),
);

test(
  "says what is on one side only, and what has no numbers because of errors",
  open(async (page) => {
    await drop(page, ["rules.json", '{"scores": 5}'], ["people.csv", contacts], ["events.csv", events]);
    await page.locator("#tab-changes").waitFor();
    await show(page);
    await write(page, ruleset);
    await page.getByRole("heading", { name: /compared from have errors/ }).waitFor();
    await publish(page, "Good");
    const document = JSON.parse(ruleset);
    document.scores.push({ ...document.scores[0], id: "added", label: "<b>Added</b>" });
    document.bands = [{ score: "added", ranges: [{ label: "<img src=x onerror=alert(1)>", at_least: 1 }] }];
    await write(page, JSON.stringify(document));
    await eventually(async () => /New: there is nothing to compare it with/.test(await said(page.locator("changes-view .effects"))), true);
    assert.match(await said(page.locator("changes-view .effects")), /<b>Added<\/b>/);
    assert.match(await said(page.locator("changes-view .effects")), /These bands are new/);
    await write(page, "{");
    await eventually(async () => /The rules have errors/.test(await said(page.locator("changes-view .choice"))), true);
    assert.match(await said(page.locator("changes-view .rules")), /no valid JSON/);
  }),
);

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 360]) {
    test(
      `is accessible, and nothing sticks out: ${colorScheme}, ${width} wide`,
      open(
        async (page) => {
          await trySample(page);
          await show(page);
          await publish(page, "A note");
          await write(page, changed());
          await page.locator("movers-list li").first().waitFor();
          assert.deepEqual(await accessibilityFaults(page), []);
          const wide = await page.locator("changes-view .page").evaluate((one) => one.scrollWidth - one.clientWidth);
          assert.equal(wide, 0);
          await page.locator("movers-list li button").first().click();
          await page.locator("both-ledgers").waitFor();
          assert.deepEqual(await accessibilityFaults(page), []);
        },
        { colorScheme, viewport: { width, height: 900 }, reducedMotion: "reduce" },
      ),
    );
  }
}

test(
  "is complete in every language",
  open(async (page) => {
    await trySample(page);
    await show(page);
    await publish(page, "A note");
    await write(page, changed());
    await page.locator("movers-list li").first().waitFor();
    for (const language of ["es", "fr", "zh"]) {
      const before = await said(page.locator("changes-view"));
      await page.locator("page-header select").selectOption(language);
      await eventually(async () => (await said(page.locator("changes-view"))) !== before, true);
      assert.doesNotMatch(await said(page.locator("changes-view")), /\b(Changed|Criterion|Unchanged|contacts move|Restore)\b/, language);
    }
  }),
);
