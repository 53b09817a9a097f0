// Testing one contact: picked, pasted or typed; its ledger side by side, and its shortest ways to the next band.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityFaults, browserTests, drop, eventually, scored } from "./page.mjs";
import { contacts, events, ruleset } from "./small-files.mjs";

const open = browserTests({ before, after });

async function openTest(page, ...files) {
  await drop(page, ["rules.json", ruleset], ...files);
  await page.getByRole("tab", { name: "Test a contact" }).click();
}

const withContacts = (page) => openTest(page, ["people.csv", contacts], ["events.csv", events]);
const way = (page, name) => page.locator("test-view fieldset label", { hasText: name }).click();
const who = (page) => page.locator("test-view .result header h2").innerText();
const total = (page) => page.locator("score-totals .total b").first().innerText();
const side = async (page, id) => (await page.locator(`section[aria-labelledby=${id}] ledger-criterion .label button`).allInnerTexts()).map((text) => text.trim());

test(
  "picks a contact by what is known of it, and goes to the one before and after in the list's order",
  open(async (page) => {
    await withContacts(page);
    const field = page.getByRole("combobox", { name: "Find a contact" });
    await field.fill("bob@");
    await page.getByRole("option", { name: /Bob Ray/ }).waitFor();
    await field.press("Enter");
    await eventually(() => who(page), "Bob Ray");
    assert.equal(await total(page), "5");
    assert.deepEqual(await side(page, "met"), ["Looked at prices"]);
    assert.deepEqual(await side(page, "not_met"), ["Vice president"]);
    await page.getByRole("button", { name: "The one before in the list" }).click();
    await eventually(() => who(page), "Ann Lee");
    await page.getByRole("button", { name: "The next one in the list" }).click();
    await page.getByRole("button", { name: "The next one in the list" }).click();
    await eventually(() => who(page), "Cy Oh");
    // At the end there is no next one.
    await page.getByRole("button", { name: "The next one in the list" }).click();
    await eventually(() => who(page), "Cy Oh");
  }),
);

test(
  "from the list's ledger straight to the test",
  open(async (page) => {
    await withContacts(page);
    await page.getByRole("tab", { name: /^Contacts/ }).click();
    await scored(page);
    await page.locator("contacts-grid .body [role=row]").nth(1).click();
    await page.locator("ledger-panel").getByRole("button", { name: "Test", exact: true }).click();
    await eventually(() => who(page), "Bob Ray");
  }),
);

test(
  "begins with the contact whose ledger is open, and says in every language what an unmet criterion wants",
  open(async (page) => {
    await withContacts(page);
    await page.getByRole("tab", { name: /^Contacts/ }).click();
    await scored(page);
    await page.locator("contacts-grid .body [role=row]").nth(1).click();
    await page.locator("ledger-panel header h2").waitFor();
    await page.getByRole("tab", { name: "Test a contact" }).click();
    await eventually(() => who(page), "Bob Ray");
    const unmet = page.locator("section[aria-labelledby=not_met] ledger-criterion .what");
    for (const [language, wants] of [["en", /jobtitle 'Clerk' does not contain the word 'vp'/], ["es", /contiene la palabra «vp»/], ["fr", /contient le mot « vp »/], ["zh", /包含.*“vp”/]]) {
      await page.locator("page-header select").selectOption(language);
      await eventually(async () => wants.test((await unmet.innerText()).replaceAll(/[\u00a0\u202f]/g, " ")), true, language);
    }
  }),
);

test(
  "says the shortest ways to the next band, and leads to their criteria",
  open(async (page) => {
    await withContacts(page);
    const field = page.getByRole("combobox", { name: "Find a contact" });
    await field.fill("bob");
    await page.getByRole("option", { name: /Bob Ray/ }).click();
    const next = page.getByRole("region", { name: "Total: ways to Good" });
    await next.getByText("5 points short of Good.").waitFor();
    const ways = (await next.getByRole("listitem").allInnerTexts()).map((text) => text.trim());
    assert.ok(ways.some((text) => /^One more: Looked at prices[\s\S]*pricing[\s\S]*makes 10$/.test(text)), ways.join("; "));
    assert.ok(ways.some((text) => /^Vice president[\s\S]*makes 15$/.test(text)), ways.join("; "));
    await next.getByRole("button", { name: "One more: Looked at prices" }).click();
    await page.getByRole("tab", { name: "Rules", selected: true }).waitFor();
  }),
);

test(
  "edits a copy of a contact: one visit more makes it good, and the list stays as it is",
  open(async (page) => {
    await withContacts(page);
    await page.getByRole("combobox", { name: "Find a contact" }).fill("bob");
    await page.getByRole("option", { name: /Bob Ray/ }).click();
    await page.getByRole("button", { name: "Edit a copy" }).click();
    await eventually(() => who(page), "Bob Ray");
    assert.equal(await total(page), "5");
    await page.getByRole("button", { name: "Repeat: Event 1" }).click();
    await eventually(() => total(page), "10");
    await page.getByLabel("jobtitle").fill("VP of all");
    await eventually(() => total(page), "20");
    await page.getByRole("button", { name: "Remove: Event 2" }).click();
    await eventually(() => total(page), "15");
    // It stays while other views are looked at, and the list knows nothing of it.
    await page.getByRole("tab", { name: /^Contacts/ }).click();
    await eventually(async () => (await page.locator("contacts-grid .body [role=row]").nth(1).innerText()).replace(/\s+/g, " "), "Bob Ray bob@example.org 2 – no band 5");
    await page.getByRole("tab", { name: "Test a contact" }).click();
    await eventually(() => total(page), "15");
  }),
);

const pastes = {
  "a contact of HubSpot's API": ['{"id":"51","properties":{"email":"ann@example.org","jobtitle":"VP Sales"},"createdAt":"2024-01-01T00:00:00Z"}', "10", /Read as JSON, with 4 properties/],
  "a contact with its events": ['{"email":"a@b.example","events":[{"type":"page_view","time":"2024-05-01T10:00:00Z","properties":{"url":"/pricing"}}]}', "5", /It has 1 event/],
  "nothing but properties": ['{"jobtitle": "VP"}', "10", /Read as JSON, with 1 property/],
  "a page of results": ['{"results":[{"id":"1","properties":{"jobtitle":"VP"}}]}', "10", /Read as JSON/],
  "a CSV with its header": ["email,jobtitle\nann@example.org,VP Sales\n", "10", /Read as CSV, with 2 properties/],
  "a CSV with semicolons": ["email;Job Title;jobtitle\nann@example.org;x;VP Sales\n", "10", /Read as CSV, with 3 properties/],
  "names and values": ["Email: ann@example.org\njobtitle: VP Sales\nWebsite: https://example.org/a:b", "10", /Read as lines, with 3 properties/],
  "lines with tabs": ["email\tann@example.org\njobtitle\tVP Sales\nphone\t5", "10", /Read as lines, with 3 properties/],
  "two columns with a header": ["email\tjobtitle\nann@example.org\tVP Sales", "10", /Read as CSV, with 2 properties/],
};

for (const [what, [text, points, understood]] of Object.entries(pastes)) {
  test(
    `takes ${what} by pasting, with no contacts loaded`,
    open(async (page) => {
      await openTest(page);
      await way(page, "Paste");
      await page.getByRole("textbox", { name: "A contact, as text" }).fill(text);
      await eventually(() => total(page), points);
      assert.match(await page.locator("paste-form [role=status]").innerText(), understood);
    }),
  );
}

test(
  "says what cannot be read, which lines were left out, and takes any of several contacts",
  open(async (page) => {
    await openTest(page);
    await way(page, "Paste");
    const field = page.getByRole("textbox", { name: "A contact, as text" });
    await field.fill('{"email": ');
    await page.getByText("This cannot be read as a contact.").waitFor();
    await field.fill("email,jobtitle\na@x.example,Clerk\nb@x.example,VP\n");
    await eventually(() => total(page), "0");
    await page.getByLabel("Of 2 contacts, number").fill("2");
    await page.keyboard.press("Enter");
    await eventually(() => total(page), "10");
    await field.fill("jobtitle: VP\nand nothing more");
    await page.getByText("1 line left out").click();
    await page.getByText("and nothing more", { exact: true }).waitFor();
    // Read as something else, if the guess is wrong.
    await field.fill("a\tb\nVP\tx\nClerk\ty");
    await page.getByLabel("Read as").selectOption("csv");
    await page.getByText("Of 2 contacts, number").waitFor();
    assert.equal(await page.locator("file-complaint").count(), 0);
  }),
);

test(
  "types a contact: properties that rules use, further ones, events; live with the rules and the instant",
  open(async (page) => {
    await openTest(page);
    await way(page, "Type");
    await eventually(() => total(page), "0");
    await page.getByLabel("jobtitle").fill("VP");
    await eventually(() => total(page), "10");
    await page.getByRole("button", { name: "page views" }).or(page.getByRole("button", { name: "page view" })).first().click();
    await page.getByLabel("url").fill("/pricing");
    await eventually(() => total(page), "15");
    // What happens after the instant has not happened yet.
    await page.getByLabel("When it happened (UTC)").fill("2999-01-01T00:00");
    await page.keyboard.press("Tab");
    await eventually(() => total(page), "10");
    await page.getByText("0 other properties").click();
    await page.getByRole("button", { name: "Add property" }).click();
    await page.getByRole("textbox", { name: "Property", exact: true }).fill("email");
    await page.keyboard.press("Tab");
    await page.getByRole("textbox", { name: "Value of email" }).fill("zoe@example.org");
    await eventually(() => who(page), "zoe@example.org");
    await drop(page, ["rules.json", ruleset.replace('"points": 10', '"points": 20')]);
    await page.getByRole("tab", { name: "Test a contact" }).click();
    await eventually(() => total(page), "20");
    await page.getByRole("button", { name: "Start anew" }).click();
    await eventually(() => total(page), "0");
  }),
);

const limited = JSON.stringify({
  version: 1,
  scores: [
    {
      id: "s",
      label: "Score",
      limit: { max: 18 },
      groups: [
        {
          id: "g",
          label: "Group",
          limit: { max: 20 },
          criteria: [
            { id: "a", label: "Many", event: "open", points: 5, limit: { max: 12 } },
            { id: "b", label: "Country", when: { property: "country", is_known: true }, points: 11 },
            { id: "c", label: "Muted one", when: { property: "country", is_known: true }, points: 3, enabled: false },
          ],
        },
        { id: "h", label: "Fading", decay: { percent: 50, every_days: 30 }, criteria: [{ id: "d", label: "Old", event: "visit", points: 4 }] },
      ],
    },
  ],
});

test(
  "says what decay and each limit took away, in lines that add up, and keeps muted criteria apart",
  open(async (page) => {
    await drop(page, ["rules.json", limited]);
    await page.getByRole("tab", { name: "Test a contact" }).click();
    await page.getByLabel("Scored as of").fill("2024-06-30T00:00");
    await page.keyboard.press("Tab");
    await way(page, "Paste");
    const opens = Array.from({ length: 3 }, (_, day) => ({ type: "open", time: `2024-06-1${day}T00:00:00Z` }));
    const contact = { country: "UK", events: [...opens, { type: "visit", time: "2024-05-20T00:00:00Z" }] };
    await page.getByRole("textbox", { name: "A contact, as text" }).fill(JSON.stringify(contact));
    await eventually(() => total(page), "18");
    const lines = (await page.locator("score-totals dl div").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
    assert.deepEqual(lines, [
      "Criteria met +30",
      "Decay −2",
      "Limit of Many, at most 12 −3",
      "Limit of the group Group, at most 20 −3",
      "Limit of the score, at most 18 −4",
      "Score 18",
    ]);
    await page.getByText("1 muted criterion").click();
    await page.getByText("Switched off, so it gives no points.").waitFor();
    await page.getByRole("combobox", { name: "Sort by" }).selectOption("points");
    await eventually(() => side(page, "met"), ["Many", "Country", "Old"]);
    await page.getByRole("combobox", { name: "Criteria of" }).selectOption({ label: "Fading" });
    await eventually(() => side(page, "met"), ["Old"]);
    // When it changes next, and to what.
    await page.getByText("0 from 19 Jul 2024, 00:00 UTC").waitFor();
    await page.getByRole("combobox", { name: "Criteria of" }).selectOption({ label: "All scores and groups" });
    await page.getByRole("searchbox", { name: "Search criteria" }).fill("country");
    await eventually(() => side(page, "met"), ["Country"]);
  }),
);

test(
  "what is pasted is stored nowhere and is in no address",
  open(async (page) => {
    await openTest(page);
    await way(page, "Paste");
    await page.getByRole("textbox", { name: "A contact, as text" }).fill("jobtitle: VP\nemail: secret@example.org");
    await eventually(() => total(page), "10");
    const kept = await page.evaluate(async () => {
      const stores = [location.href, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
      for (const { name } of await indexedDB.databases()) {
        const database = await new Promise((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        for (const store of database.objectStoreNames) {
          const all = await new Promise((resolve) => (database.transaction(store).objectStore(store).getAll().onsuccess = (event) => resolve(event.target.result)));
          stores.push(JSON.stringify(all));
        }
        database.close();
      }
      return stores.join("\n");
    });
    assert.doesNotMatch(kept, /secret/);
    await page.reload();
    await page.getByRole("tab", { name: "Test a contact" }).or(page.getByRole("button", { name: "Try the sample" })).first().waitFor();
    assert.doesNotMatch(await page.locator("body").innerText(), /secret/);
  }),
);

test(
  "a value of ten megabytes is cut for the form and scored whole; markup stays text",
  open(async (page) => {
    const rules = ruleset.replace('"contains_word":"vp"', '"contains":"needle"').replace('"contains_word": "vp"', '"contains": "needle"');
    const markup = '<img src=x onerror="document.title=1">';
    const cells = `id,firstname,jobtitle\n1,"${markup.replaceAll('"', '""')}",${"x".repeat(10_000_000)}needle\n`;
    await drop(page, ["rules.json", rules], ["big.csv", cells]);
    await page.getByRole("tab", { name: "Test a contact" }).click();
    await page.getByRole("button", { name: "The next one in the list" }).click();
    await eventually(() => who(page), markup);
    await page.getByRole("button", { name: "Edit a copy" }).click();
    await page.getByLabel("jobtitle").waitFor();
    assert.ok((await page.getByLabel("jobtitle").inputValue()).length < 200);
    assert.ok(!(await page.getByLabel("jobtitle").isEditable()));
    await eventually(() => total(page), "10");
    assert.equal(await page.locator("test-view img").count(), 0);
  }),
);

for (const [locale, options] of Object.entries({
  "en-GB": {},
  "es-ES": { viewport: { width: 360, height: 740 } },
  "fr-FR": { colorScheme: "dark" },
  "zh-CN": { viewport: { width: 360, height: 740 }, colorScheme: "dark" },
})) {
  test(
    `is accessible in each of its states: ${locale}`,
    open(
      async (page) => {
        await page.locator("first-run button").first().click();
        await scored(page);
        await page.locator("#tab-test").click();
        assert.deepEqual(await accessibilityFaults(page), [], "nothing picked");
        await page.locator("contact-picker .steps button").last().click();
        await page.locator("test-ledger ledger-criterion").first().waitFor();
        assert.deepEqual(await accessibilityFaults(page), [], "picked");
        await page.locator("contact-picker input").focus();
        await page.locator("contact-picker [role=option]").first().waitFor();
        assert.deepEqual(await accessibilityFaults(page), [], "suggestions");
        await page.keyboard.press("Escape");
        await page.locator("test-view .who > .button").click();
        await page.locator("draft-events li").first().waitFor();
        assert.deepEqual(await accessibilityFaults(page), [], "a copy");
        await page.locator("test-view fieldset label").nth(1).click();
        await page.locator("paste-form textarea").fill("jobtitle: VP\nnothing");
        await page.locator("paste-form summary").click();
        assert.deepEqual(await accessibilityFaults(page), [], "pasted");
        const width = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.equal(width[0], width[1], "nothing sticks out sideways");
      },
      { locale, ...options },
    ),
  );
}
