// The way of one contact through time: a chart that is read by eye, by keyboard and by ear, and the same as a table.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { asOf, sample } from "./lifecycle-page.mjs";
import { accessibilityFaults, browserTests, drop, eventually, loadModules, show, trySample } from "./page.mjs";

const open = browserTests({ before, after });

const document = {
  version: 1,
  scores: [
    { id: "lead", label: "Lead", groups: [{ id: "did", criteria: [{ id: "pages", event: "page_view", points: 10, within_days: 20 }, { id: "forms", event: "form_submission", points: 30 }] }] },
    { id: "fit", label: "Fit", groups: [{ id: "is", criteria: [{ id: "vp", when: { property: "title", contains: "vp" }, points: 5 }] }] },
  ],
  bands: [{ score: "lead", ranges: [{ label: "Warm", at_least: 10 }] }],
  lists: [{ id: "sqls", when: { score: "lead", at_least: 40 } }],
  lifecycle: { stages: [{ id: "lead", label: "Prospect" }, { id: "sql", label: "Ready", enter_when: { score: "lead", at_least: 40 } }] },
  workflows: [{ id: "tell", label: "Tell sales", enrol_on: "sqls", actions: [{ notify: "sales", message: "{{id}}" }] }],
};
const people = "id,title,lifecyclestage\n1,VP Sales,lead\n";
const events = "contact_id,type,time\n1,page_view,2026-03-01T09:00:00Z\n1,page_view,2026-05-10T09:00:00Z\n1,form_submission,2026-05-12T09:00:00Z\n";
const day = 86_400_000;

async function openJourney(page, rules = document, contacts = people) {
  await drop(page, ["rules.json", JSON.stringify(rules)], ["people.csv", contacts], ["events.csv", events]);
  await page.locator("as-of-field input").fill("2026-06-30T12:00");
  await page.locator("#tab-test").click();
  await page.locator("contact-picker .steps button").last().click();
  await page.locator("journey-chart").waitFor();
}

/** What the package in Node makes of it. */
async function journey(days, fromStage) {
  const { loadContacts } = await import("../../pkg/index.js");
  const table = await loadContacts(people, { events });
  return table.score(document, { asOf }).journey(0, { from: days === undefined ? "2026-03-01T09:00:00Z" : Date.parse(asOf) - days * day, fromStage });
}

const chart = (page) => page.locator("journey-chart").getByRole("slider");
const said = (page) => chart(page).getAttribute("aria-valuetext");
const range = (page, name) => page.locator("contact-journey fieldset label", { hasText: name }).click();
/** `10 May 2026, 09:00 UTC` as an instant. */
const time = (text) => new Date(`${text.slice(0, text.indexOf(" UTC"))} UTC`).getTime();

test(
  "says of every step what the package says, from the last one back to the first",
  open(async (page) => {
    await openJourney(page);
    const { steps } = await journey(90);
    await eventually(() => chart(page).getAttribute("aria-valuemax"), String(steps.length));
    await chart(page).focus();
    for (const [index, { at, scores, stage }] of [...steps.entries()].reverse()) {
      await eventually(() => chart(page).getAttribute("aria-valuenow"), String(index + 1));
      const text = await said(page);
      assert.equal(time(text), Math.floor(Date.parse(at) / 60_000) * 60_000, text);
      assert.match(text, new RegExp(`Lead: ${scores.lead} point`));
      assert.match(text, stage === "sql" ? /stage Ready/ : /stage Prospect/);
      await page.keyboard.press("ArrowLeft");
    }
    await page.keyboard.press("End");
    await eventually(() => chart(page).getAttribute("aria-valuenow"), String(steps.length));
  }),
);

test(
  "goes by Page Up to where something happened, and says what",
  open(async (page) => {
    await openJourney(page);
    await chart(page).focus();
    // The window of the page view ends twenty days after it, and nothing but time brings that about.
    await page.keyboard.press("PageUp");
    const late = "Lead: 30 points; stage Ready; time went by; Tell sales ends: no longer on its list";
    await eventually(async () => (await said(page)).replace(/^.*?; /, ""), late);
    await page.keyboard.press("PageUp");
    await eventually(async () => (await said(page)).replace(/^.*?; /, ""), "Lead: 40 points; stage Ready; 1 form submission; Prospect → Ready; Enrolled in Tell sales; Notifies sales");
    assert.match(await page.locator("contact-journey .readout").innerText(), /12 May 2026, 09:00 UTC\s+Lead: 40 points\s+\+30\s+1 form submission/);
    assert.equal(await page.locator("journey-chart .mark.told").count(), 1);
    assert.deepEqual(await page.locator("journey-chart .ribbon span").allInnerTexts(), ["Prospect", "Ready"]);
    await page.keyboard.press("PageDown");
    await eventually(async () => (await said(page)).replace(/^.*?; /, ""), late);
  }),
);

test(
  "shows thirty days, a year, or everything, and another score",
  open(async (page) => {
    await openJourney(page);
    for (const [name, days] of [["30 days", 30], ["1 year", 365], ["All", undefined]]) {
      await range(page, name);
      const { steps } = await journey(days);
      await eventually(() => chart(page).getAttribute("aria-valuemax"), String(steps.length));
    }
    await chart(page).focus();
    await page.keyboard.press("Home");
    assert.match(await said(page), /^1 Mar 2026, 09:00 UTC; Lead: 10 points/);
    await page.locator("contact-journey").getByRole("combobox", { name: "Score" }).selectOption("Fit");
    await eventually(async () => /Fit: 5 points/.test(await said(page)), true);
  }),
);

/** Where a way begins, whichever period is shown: with the first event, and a year ago at the latest. */
const wayOf = (table, results, row) => {
  const first = Date.parse(table.contact(row).events[0].time);
  return results.journey(row, { from: Math.min(first, Date.parse(asOf) - 365 * day) });
};

test(
  "tells the same history in every period: what was before it is known, and not shown",
  open(async (page) => {
    const { loadContacts } = await import("../../pkg/index.js");
    const table = await loadContacts(sample("contacts.csv"), { events: sample("events.csv") });
    const results = table.score(sample("inbound.json"), { asOf });
    await trySample(page);
    await show(page, "Test a contact");
    for (const name of ["Jonas Ito", "Katarzyna Hoffmann"]) {
      const row = Array.from({ length: table.rowCount }, (_, at) => at).find((at) => `${table.values("firstname")[at]} ${table.values("lastname")[at]}` === name);
      const { steps } = wayOf(table, results, row);
      const became = steps.find(({ stage }) => stage === "salesqualifiedlead");
      await page.locator("contact-picker").getByRole("combobox").fill(name);
      await page.locator("contact-picker").getByRole("option").first().click();
      await page.locator("test-view h2", { hasText: name }).first().waitFor();
      for (const [label, days] of [["30 days", 30], ["90 days", 90], ["1 year", 365], ["All", undefined]]) {
        await range(page, label);
        const edge = days === undefined ? Date.parse(table.contact(row).events[0].time) : Date.parse(asOf) - days * day;
        await eventually(async () => [...new Set(await ribbon(page))].at(-1), "Sales Qualified Lead");
        const within = steps.filter(({ at }) => Date.parse(at) >= edge);
        await eventually(() => chart(page).getAttribute("aria-valuemax"), String(within.length + (Date.parse(steps[0].at) < edge && days !== undefined ? 1 : 0)));
        await chart(page).focus();
        await page.keyboard.press("Home");
        if (Date.parse(became.at) < edge) {
          const found = /As it stood when the period begins; at stage Sales Qualified Lead since (.*)$/.exec(await said(page));
          assert.equal(time(found[1]), Math.floor(Date.parse(became.at) / 60_000) * 60_000, `${name}, ${label}`);
        } else {
          while (!/stage Sales Qualified Lead/.test(await said(page))) await page.keyboard.press("ArrowRight");
          assert.equal(time(await said(page)), Math.floor(Date.parse(became.at) / 60_000) * 60_000, `${name}, ${label}`);
        }
      }
    }
    table.free();
  }),
);

test(
  "says in the table, too, where the contact stood when the period begins",
  open(async (page) => {
    await openJourney(page);
    await range(page, "30 days");
    await page.getByText(/steps as a table/).click();
    const rows = page.locator("contact-journey tbody tr");
    await eventually(async () => (await rows.first().innerText()).replace(/\s+/g, " "), "31 May 2026, 12:00 UTC 30 Ready As it stood when the period begins at stage Ready since 12 May 2026, 09:00 UTC");
    await range(page, "90 days");
    await eventually(async () => (await rows.first().innerText()).replace(/\s+/g, " "), "1 Apr 2026, 12:00 UTC 0 Prospect As it stood when the period begins");
  }),
);

/** The ways of somebody who did something every two hours, in sections. */
async function sections(count, ...ways) {
  const { loadContacts } = await import("../../pkg/index.js");
  const first = Date.parse(asOf) - count * 2 * 3_600_000;
  const often = Array.from({ length: count }, (_, at) => `1,${at % 9 === 0 ? "form_submission" : "page_view"},${new Date(first + at * 2 * 3_600_000).toISOString()}\n`);
  const table = await loadContacts(people, { events: `contact_id,type,time\n${often.join("")}` });
  const results = table.score(document, { asOf });
  const found = await loadModules(({ sectionOf }) => Promise.all(ways.map((way) => sectionOf(results, 0, first, way, () => false))), "/src/worker/journeys.ts");
  table.free();
  return found;
}

test("goes on where the package breaks off", async () => {
  const [all, month] = await sections(5_000, {}, { days: 30 });
  assert.equal(all.complete, true);
  assert.ok(all.steps.length >= 5_000);
  assert.equal(new Set(all.steps.map(({ at }) => at)).size, all.steps.length, "nothing twice");
  assert.deepEqual(month.steps.slice(1), all.steps.slice(1 - month.steps.length));
  assert.equal(month.before.since, all.steps.find(({ stage }) => stage === "sql").at);
  assert.equal(all.before, undefined);
});

test("passes over what is too much to look at, and says between which instants", async () => {
  const [month] = await sections(30_000, { days: 30 });
  assert.equal(month.complete, true);
  assert.equal(Date.parse(month.steps[0].at), Date.parse(month.passedOver.to));
  assert.ok(Date.parse(month.passedOver.from) < Date.parse(month.passedOver.to));
  assert.equal(month.steps.at(-1).stage, "sql");
  assert.equal(month.steps[0].happened.some(({ kind }) => kind === "stage_changed"), false, "what is remembered is not forgotten");
});

const beginning = (page) => page.locator("contact-journey").getByRole("combobox", { name: "Stage at the beginning" });
const ribbon = (page) => page.locator("journey-chart .ribbon span").allInnerTexts();

test(
  "begins without a stage, if that is chosen, and says so",
  open(async (page) => {
    await openJourney(page);
    await chart(page).and(page.getByRole("slider", { name: "Lead over time", exact: true })).waitFor();
    await eventually(() => ribbon(page), ["Prospect", "Ready"]);
    await beginning(page).focus();
    await page.keyboard.press("ArrowDown");
    await eventually(() => beginning(page).evaluate((select) => select.selectedOptions[0].text), "Begin without a stage");
    await chart(page).and(page.getByRole("slider", { name: "Lead over time, begun without a stage", exact: true })).waitFor();
    await eventually(() => ribbon(page), ["Ready"]);
    const { steps } = await journey(90, "none");
    await chart(page).focus();
    for (const [index, { stage }] of [...steps.entries()].reverse()) {
      await eventually(() => chart(page).getAttribute("aria-valuenow"), String(index + 1));
      assert.equal(/stage (\w+)/.exec(await said(page))?.[1], stage === null ? undefined : "Ready");
      await page.keyboard.press("ArrowLeft");
    }
    await page.keyboard.press("End");
    await page.keyboard.press("PageUp");
    await page.keyboard.press("PageUp");
    await eventually(async () => (await said(page)).replace(/^.*?; /, ""), "Lead: 40 points; stage Ready; 1 form submission; none → Ready; Enrolled in Tell sales; Notifies sales");
    // It stays for another period, and the table is called the same.
    await range(page, "All");
    await eventually(() => ribbon(page), ["Ready"]);
    await page.getByText(/steps as a table/).click();
    await page.getByRole("region", { name: "Lead over time, begun without a stage" }).waitFor();
    await beginning(page).selectOption("Begin with today’s stage");
    await eventually(() => ribbon(page), ["Prospect", "Ready"]);
  }),
);

test(
  "takes a customer, whom the rules leave alone, through the stages from the beginning",
  open(async (page) => {
    const rules = structuredClone(document);
    rules.lifecycle.stages.push({ id: "customer", label: "Customer" });
    rules.lifecycle.exclude = { stage: "customer" };
    await openJourney(page, rules, `${people.replace("lead\n", "customer\n")}2,Clerk,customer\n`);
    await eventually(() => ribbon(page), ["Customer"]);
    await beginning(page).selectOption("Begin without a stage");
    await eventually(() => ribbon(page), ["Ready"]);
    // The next contact is looked at in the same way.
    await page.locator("contact-picker .steps button").last().click();
    await eventually(() => ribbon(page), []);
    await beginning(page).selectOption("Begin with today’s stage");
    await eventually(() => ribbon(page), ["Customer"]);
  }),
);

test(
  "has no stage to begin without where the rules have none",
  open(async (page) => {
    const { lifecycle, lists, workflows, ...rules } = document;
    await openJourney(page, rules);
    assert.equal(await beginning(page).count(), 0);
    assert.equal(await chart(page).getAttribute("aria-label"), "Lead over time");
  }),
);

for (const [locale, choice, chartName] of [
  ["es", "Empezar sin etapa", "Lead a lo largo del tiempo, desde el comienzo sin etapa"],
  ["fr", "Partir sans étape", "Lead au fil du temps, en partant sans étape"],
  ["zh", "从没有阶段开始", "Lead随时间的变化，从没有阶段开始"],
]) {
  test(
    `begins without a stage in ${locale}, on a telephone too`,
    open(
      async (page) => {
        await openJourney(page);
        await page.locator("contact-journey header select").last().selectOption(choice);
        await eventually(() => chart(page).getAttribute("aria-label"), chartName);
        assert.deepEqual(await accessibilityFaults(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
      },
      { viewport: { width: 360, height: 900 }, locale },
    ),
  );
}

test(
  "has the same as a table",
  open(async (page) => {
    await openJourney(page);
    await page.getByText(/steps as a table/).click();
    const { steps } = await journey(90);
    const rows = page.locator("contact-journey tbody tr");
    await eventually(async () => (await rows.locator("td:nth-child(2)").allInnerTexts()).map(Number), steps.map(({ scores }) => scores.lead));
    assert.match(await rows.filter({ hasText: "form submission" }).innerText(), /\+30\s+Ready\s+1 form submission\s*Prospect → Ready/);
  }),
);

test(
  "follows the pointer, and a contact that is made up",
  open(async (page) => {
    await openJourney(page);
    const { x, y, height } = await chart(page).boundingBox();
    await page.mouse.move(x + 2, y + height / 2);
    await eventually(() => chart(page).getAttribute("aria-valuenow"), "1");
    await page.locator("test-view .who > .button").click();
    await page.locator("draft-events li").first().waitFor();
    await eventually(async () => /Lead: 30 points; stage Ready/.test((await said(page)) ?? ""), true);
    await page.locator("draft-events li").first().getByRole("button").last().click();
    await eventually(async () => /Lead: 0 points; stage Prospect/.test((await said(page)) ?? ""), true);
  }),
);

for (const [theme, width] of [
  ["light", 1440],
  ["dark", 1440],
  ["light", 360],
  ["dark", 360],
]) {
  test(
    `can be used by everybody: ${theme}, ${width} wide`,
    open(
      async (page) => {
        await openJourney(page);
        await chart(page).focus();
        await page.keyboard.press("PageUp");
        await page.getByText(/steps as a table/).click();
        await page.locator("contact-journey tbody tr").first().waitFor();
        assert.deepEqual(await accessibilityFaults(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
      },
      { viewport: { width, height: 900 }, colorScheme: theme, reducedMotion: "reduce" },
    ),
  );
}
