// Health: what deserves a look, as the package finds it, and what can be done about it, each a step to undo.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { accessibilityFaults, browserTests, drop, eventually, scored, trySample } from "./page.mjs";

const open = browserTests({ before, after });
const sample = (name) => readFileSync(new URL(`../../www/samples/${name}`, import.meta.url), "utf8");

const hostile = "<img src=x onerror=alert(1)>";

/** Rules with something of each kind to mend. */
const rules = {
  name: "Ailing",
  version: 1,
  scores: [
    {
      id: "total",
      label: "Total",
      groups: [
        {
          id: "all",
          label: "All",
          limit: { max: 12 },
          criteria: [
            { id: "intern", label: "Interns", when: { property: "jobtitle", contains: ["intern", "student"] }, points: -5 },
            { id: "head", label: "Heads", when: { property: "jobtitle", contains: "head" }, points: 5 },
            { id: "everyone", label: "Everyone", when: { property: "email", is_known: true }, points: 1 },
            { id: "nobody", label: "Nobody", when: { property: "jobtitle", is_equal_to: "Astronaut" }, points: 1 },
            { id: "muted", label: "Muted", enabled: false, when: { property: "jobtitle", is_equal_to: "Cosmonaut" }, points: 1 },
            { id: "industry", label: "Industry", property: "industry", values: { Software: 10 } },
            { id: "country", label: "Country", when: { property: "country", is_any_of: ["UK"] }, points: 10 },
            { id: "again", label: "Country again", when: { property: "country", is_equal_to: "uk" }, points: 2 },
            { id: "size", label: "Size", when: { property: "numemployees", is_greater_than: 10 }, points: 1 },
            { id: "absent", label: "Absent", when: { property: "shoe_size", is_known: true }, points: 1 },
            { id: "webinar", label: "Webinar", when: { event: "webinar_attended" }, points: 1 },
            { id: "form", label: "Form", when: { event: "form_submission", where: { property: "form", is_any_of: ["Demo"] } }, points: 3 },
          ],
        },
      ],
    },
  ],
};
const contacts = [
  "id,email,jobtitle,industry,country,numemployees",
  "1,a@example.org,International Sales,Software,UK,50",
  "2,b@example.org,Intern,Retail,France,11-50",
  `3,c@example.org,Head of Sales,${hostile},N/A,20`,
  "4,d@example.org,Overhead Planner,retail,UK,5",
  "5,e@example.org,Head of Ops,Software,N/A,7",
  "",
].join("\n");
const events = [
  "contact_id,type,time,form",
  "1,form_submission,2024-05-01T10:00:00Z,Demo",
  "2,form_submission,2024-05-02T10:00:00Z,Newsletter",
  "3,form_submission,2024-05-02T10:00:00Z,Newsletter",
  "",
].join("\n");

async function openHealth(page, document = rules) {
  await drop(page, ["rules.json", JSON.stringify(document, null, 2)], ["people.csv", contacts], ["events.csv", events]);
  await scored(page);
  await page.locator("#tab-health").click();
  await page.locator("finding-card").first().waitFor();
}

const section = (page, kind) => page.locator(`health-view section.${kind}`);
const sentences = async (page, kind) => (await section(page, kind).locator(".sentence").allTextContents()).map((one) => one.trim());
const finding = (page, about) => page.locator("health-view finding-card").filter({ hasText: about });
const document = (page) => page.locator("health-view").evaluate((view) => JSON.parse(view.session.editor.text));
const criterion = async (page, id) => (await document(page)).scores[0].groups[0].criteria.find((one) => one.id === id);
const undo = (page) => page.getByRole("button", { name: /^Undo/ }).click();

test(
  "finds each kind, the worst first, in plain sentences",
  open(async (page) => {
    await openHealth(page);
    assert.deepEqual(await sentences(page, "missing"), ["shoe_size is in none of the contacts", "There are no events of the kind Attended webinars"]);
    assert.deepEqual(await sentences(page, "unreadable"), ["numemployees of 1 contact is no number"]);
    assert.deepEqual(await sentences(page, "never"), ["No contact meets Nobody"]);
    assert.deepEqual(await sentences(page, "always"), ["All 5 contacts meet Everyone"]);
    assert.deepEqual(await sentences(page, "inside"), [
      "Interns finds “intern” inside a longer word in jobtitle of 1 contact",
      "Heads finds “head” inside a longer word in jobtitle of 1 contact",
    ]);
    assert.deepEqual(await sentences(page, "same"), ["Country again is met by the same 2 contacts as Country"]);
    assert.deepEqual(await sentences(page, "limit"), ["The limit of the group All changes the points of 3 contacts: −20 in all"]);
    assert.deepEqual(await sentences(page, "unruled"), [
      "1 value of form (Form submissions) that no rule knows, in 2 events",
      "2 values of industry that no rule knows, in 3 contacts",
      "2 values of country that no rule knows, in 3 contacts",
    ]);
    assert.deepEqual(await sentences(page, "placeholder"), ["“N/A” stands in country of 2 contacts"]);
    const order = await page.locator("health-view section").evaluateAll((all) => all.map(({ classList }) => classList.item(1)));
    assert.deepEqual(order, ["warning", "missing", "unreadable", "never", "inside", "unruled", "limit", "same", "always", "placeholder"]);
    const count = await page.locator("finding-card").count();
    await eventually(() => page.locator("#tab-health .badge").innerText(), String(count));
    assert.deepEqual(await accessibilityFaults(page), []);
  }),
);

test(
  "is what the package finds, on the sample",
  open(async (page) => {
    await trySample(page);
    await page.locator("#tab-health").click();
    await page.locator("finding-card").first().waitFor();
    const { loadContacts } = await import("../../pkg/index.js");
    const table = await loadContacts(sample("contacts.csv"), { events: sample("events.csv") });
    const results = table.score(sample("inbound.json"), { asOf: "2026-06-30T12:00:00Z" });
    const { unruled_values, missing_properties, inside_words } = results.coverage();
    const rows = (found) => found.map((one) => one.toLocaleString("en"));
    const ordered = unruled_values.toSorted((a, b) => Number("event" in b) - Number("event" in a) || b.rows - a.rows);
    await eventually(async () => (await sentences(page, "unruled")).map((one) => /([\d,]+) (?:contacts|events)$/.exec(one)[1]), rows(ordered.map((one) => one.rows)));
    assert.deepEqual([missing_properties, inside_words], [[], []]);
    const [{ groups }] = results.insights().scores;
    const limited = groups.filter((group) => group.limited > 0);
    assert.equal((await sentences(page, "limit")).length, limited.length);
    assert.match((await sentences(page, "limit"))[0], new RegExp(`${limited[0].limited} contacts: −${limited[0].before_limit - limited[0].points} in all`));
  }),
);

test(
  "adds a value to the table of points or to the list it belongs to",
  open(async (page) => {
    await openHealth(page);
    const industry = finding(page, /values? of industry/);
    await industry.getByLabel("Points for each").fill("4");
    await industry.getByRole("button", { name: "Add “Retail”" }).click();
    assert.deepEqual((await criterion(page, "industry")).values, { Software: 10, Retail: 4 });
    await eventually(() => industry.locator(".sentence").innerText(), "1 value of industry that no rule knows, in 1 contact");
    await industry.getByRole("button", { name: `Add “${hostile}”` }).click();
    assert.equal((await criterion(page, "industry")).values[hostile], 4);
    await industry.waitFor({ state: "detached" });
    await undo(page);
    await undo(page);
    assert.deepEqual((await criterion(page, "industry")).values, { Software: 10 });

    await finding(page, "value of form").getByRole("button", { name: "Add “Newsletter”" }).click();
    assert.deepEqual((await criterion(page, "form")).when.where.is_any_of, ["Demo", "Newsletter"]);
    await finding(page, "value of form").waitFor({ state: "detached" });
    await undo(page);
    await finding(page, "value of form").waitFor();

    const country = finding(page, /values? of country/);
    await country.getByLabel("Add to").selectOption({ label: "Country again" });
    await country.getByRole("button", { name: "Add “France”" }).click();
    assert.deepEqual((await criterion(page, "again")).when.is_equal_to, ["uk", "France"]);
    assert.match(await page.getByRole("button", { name: /^Undo/ }).getAttribute("title"), /Add “France”/);
  }),
);

test(
  "matches whole words, leaving the other texts of the test alone",
  open(async (page) => {
    await openHealth(page);
    await finding(page, "Heads finds").getByRole("button", { name: "Match whole words" }).click();
    assert.deepEqual((await criterion(page, "head")).when, { property: "jobtitle", contains_word: "head" });
    await finding(page, "Heads finds").waitFor({ state: "detached" });
    await finding(page, "Interns finds").getByRole("button", { name: "Match whole words" }).click();
    assert.deepEqual((await criterion(page, "intern")).when, {
      any: [
        { property: "jobtitle", contains: ["student"] },
        { property: "jobtitle", contains_word: "intern" },
      ],
    });
    await section(page, "inside").waitFor({ state: "detached" });
    await undo(page);
    await undo(page);
    assert.deepEqual((await document(page)).scores, rules.scores);
    await section(page, "inside").waitFor();
  }),
);

test(
  "declares what means no value, and goes to criteria and to the file",
  open(async (page) => {
    await openHealth(page);
    await section(page, "placeholder").getByRole("button", { name: "It means “no value”" }).click();
    assert.deepEqual((await document(page)).unknown_values, ["N/A"]);
    await section(page, "placeholder").waitFor({ state: "detached" });
    await eventually(() => finding(page, "of country").locator(".sentence").innerText(), "1 value of country that no rule knows, in 1 contact");
    await undo(page);
    await section(page, "placeholder").waitFor();
    const revealed = () => page.locator("work-space").evaluate((space) => space.session.state.revealed.path);
    await finding(page, "No contact meets Nobody").getByRole("button", { name: "Show the criterion" }).click();
    assert.deepEqual(await revealed(), ["scores", 0, "groups", 0, "criteria", 3]);
    await page.locator("rules-view").waitFor();
    await page.locator("#tab-health").click();
    await finding(page, "limit of the group All").getByRole("button", { name: "Show it" }).click();
    assert.deepEqual(await revealed(), ["scores", 0, "groups", 0]);
    await page.locator("#tab-health").click();
    await finding(page, "is no number").getByRole("button", { name: "Show the file" }).click();
    await page.locator("data-view").waitFor();
  }),
);

test(
  "dismisses findings, shows them again, and says when there is nothing to mend",
  open(async (page) => {
    await openHealth(page);
    const count = await page.locator("finding-card").count();
    await finding(page, "No contact meets Nobody").getByRole("button", { name: "Dismiss" }).click();
    await eventually(() => page.locator("finding-card").count(), count - 1);
    await eventually(() => page.locator("#tab-health .badge").innerText(), String(count - 1));
    await page.locator("#tab-contacts").click();
    await page.locator("#tab-health").click();
    await page.getByRole("button", { name: "1 dismissed" }).click();
    await section(page, "dismissed").getByRole("button", { name: "Bring back" }).click();
    await eventually(() => section(page, "never").count(), 1);
    const healthy = { ...rules, unknown_values: ["N/A"], scores: [{ id: "total", groups: [{ id: "all", criteria: [{ id: "head", when: { property: "jobtitle", contains_word: "head" }, points: 5 }] }] }] };
    await page.locator("health-view").evaluate((view, to) => view.session.editor.replace(to, { key: "step-json" }), JSON.stringify(healthy));
    await page.getByRole("heading", { name: "Nothing to mend" }).waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
  }),
);

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 360]) {
    test(
      `is accessible, and nothing sticks out: ${colorScheme}, ${width} wide`,
      open(
        async (page) => {
          await openHealth(page);
          assert.deepEqual(await accessibilityFaults(page), []);
          const wide = await page.locator("health-view .page").evaluate((one) => one.scrollWidth - one.clientWidth);
          assert.equal(wide, 0);
        },
        { colorScheme, viewport: { width, height: 900 }, reducedMotion: "reduce" },
      ),
    );
  }
}

test(
  "is complete in every language",
  open(async (page) => {
    await openHealth(page);
    for (const language of ["es", "fr", "zh"]) {
      const [before] = await sentences(page, "never");
      await page.locator("page-header select").selectOption(language);
      await eventually(async () => (await sentences(page, "never"))[0] !== before, true);
      for (const kind of ["missing", "unreadable", "never", "inside", "unruled", "limit", "same", "always", "placeholder"]) {
        for (const sentence of await sentences(page, kind)) assert.doesNotMatch(sentence, /\b(contacts? (meets?|is)|the|finds|value of|finding-)\b/, `${language} ${kind}`);
      }
    }
  }),
);
