// The demo site, walked through as a visitor would, with the on-site embed that any site gets: what is recorded, what the panel says of it, what
// a form hands over; and the site's own quality on every page.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { bar, demoVisits, fillIn, follow, narrow, panel, points, scorecard, scored, section, shiftOf, wide } from "./demo-visits.mjs";
import { accessibilityFaults, eventually } from "./page.mjs";

const www = fileURLToPath(new URL("../../www/", import.meta.url));
const { checkRuleset } = await import("../../pkg/node.js");
const ruleset = readFileSync(`${www}demo/ruleset.source.json`, "utf8");

const pages = ["", "pricing/", "customers/kestrelworks/", "blog/", "blog/what-is-an-mql/", "blog/lead-nurturing-basics/", "resources/whitepaper/", "book-a-demo/"];
const { open, site, ofEditor } = demoVisits({ before, after });

/** What the form handed over, as the page shows it. */
const handedOver = async (page) => Object.fromEntries(await page.locator(".receipt tbody tr").evaluateAll((rows) => rows.map(({ cells }) => [cells[0].innerText, cells[1].innerText])));

test("has a ruleset without an error and without a warning", async () => {
  assert.deepEqual(await checkRuleset(ruleset), []);
});

test(
  "scores a visitor from the first page to the form, and the form hands the score over",
  open("", async (page) => {
    await eventually(() => panel(page).locator("[data-at=points]").innerText(), "0");
    await follow(page, "Pricing");
    await eventually(() => points(page, "Looked at prices"), "+8");
    await follow(page, "Customers");
    await eventually(() => points(page, "Read a customer's story"), "+6");
    await eventually(() => section(page, "What happened").getByText("Saw “How Kestrelworks doubled its demos”").count(), 1);
    await follow(page, "Whitepaper");
    await fillIn(page, { title: "Head of Sales", size: "50-249", industry: "Logistics" });
    await page.getByRole("button", { name: "Send me the whitepaper" }).click();

    const thanks = page.getByRole("heading", { name: "It is on its way." });
    await thanks.waitFor();
    assert.ok(await thanks.evaluate((heading) => heading === document.activeElement), "the thanks are read out");
    await eventually(() => points(page, "Asked for the whitepaper"), "+12");
    await eventually(() => points(page, "Decides on tools"), "+20");

    const sent = await handedOver(page);
    assert.equal(sent.email, "ada@slatehaven.example");
    // Two pages, who they are, and the form itself.
    assert.ok(Number(sent.lead_score) >= 8 + 6 + 40 + 12, `the score with what the form says is handed over, not ${sent.lead_score}`);
    assert.equal(sent.lead_band, "SQL");
    assert.match(sent.lead_reasons, /\w/);
    assert.match(sent.lead_ledger, /^\{/);
    assert.match(sent.first_page, /\/demo\/$/);
    assert.equal(sent.page_views, "4");
    assert.equal(sent.visits, "1");
    assert.equal(sent.original_source, "DIRECT_TRAFFIC");
    assert.ok(!("website" in sent), "the field for robots stays out of it");
    await section(page, "What the CRM was sent").getByText("ada@slatehaven.example").waitFor();
  }),
);

test(
  "records which form was sent and what its marked fields say, and nothing else that was typed",
  open("book-a-demo/", async (page) => {
    await fillIn(page, { title: "Operations Manager", size: "250-999", "Your name": "Ada Secretly", "What should we look at?": "confidential words" });
    await page.getByRole("button", { name: "Request the demo" }).click();
    await page.getByRole("heading", { name: "Thank you. We call within the hour." }).waitFor();
    await eventually(() => points(page, "Asked for a demo"), "+35");
    const contact = await page.evaluate(() => JSON.stringify([window.leadscore.contact(), { ...localStorage }]));
    assert.match(contact, /Operations Manager/);
    assert.match(contact, /250-999/);
    assert.doesNotMatch(contact, /Secretly|confidential|slatehaven/);
  }),
);

test(
  "shows whoever is warm enough another line, where there was one before",
  open("book-a-demo/", async (page) => {
    const usual = page.getByRole("link", { name: "The first hour: what 412" });
    const talk = page.getByRole("link", { name: "Talk to someone now" });
    const below = () => page.locator(".bar").boundingBox();
    assert.equal(await talk.isVisible(), false);
    assert.equal(await usual.isVisible(), true);
    const place = await below();
    await fillIn(page, { title: "Head of Sales", size: "50-249", "Your name": "Ada" });
    await page.getByRole("button", { name: "Request the demo" }).click();
    await talk.waitFor();
    assert.equal(await usual.isVisible(), false);
    assert.equal((await scorecard(page)).band, "SQL");
    assert.equal(await panel(page).locator("[data-at=band]").innerText(), "SQL");
    assert.deepEqual(await below(), place, "nothing moved");
  }),
);

test(
  "says how far it is to the next band, and why: every point in the panel is one of the scorecard",
  open("pricing/", async (page) => {
    await eventually(() => points(page, "Looked at prices"), "+8");
    const score = await scorecard(page);
    await panel(page).getByText(`${30 - score.points} points to MQL, which begins at 30.`).waitFor();
    assert.equal(await panel(page).locator("[data-at=points]").innerText(), String(score.points));
    const groups = await panel(page).locator(".panel-group h3 .panel-points").allInnerTexts();
    assert.deepEqual(groups.map(Number), Object.values(score.groups));
    await panel(page).locator(".panel-criterion p", { hasText: "url contains '/pricing'" }).waitFor();

    const all = JSON.parse(ruleset).scores[0].groups.flatMap((group) => group.criteria.map(({ label }) => label));
    const more = panel(page).getByRole("button", { name: "Show what is missing" });
    await more.click();
    assert.deepEqual(await panel(page).locator(".panel-criterion > span:first-child").allInnerTexts(), all);
    assert.equal(await more.getAttribute("aria-pressed"), "true");
  }),
);

test(
  "asks nobody twice: denied is denied on the next page, and granted begins anew",
  open("pricing/", async (page) => {
    const consent = section(page, "Consent");
    await consent.getByRole("button", { name: "Deny" }).click();
    await eventually(() => page.evaluate(() => window.leadscore.consent()), "denied");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Blog" }).click();
    await consent.getByText(/^Denied/).waitFor();
    await eventually(() => page.evaluate(() => window.leadscore.contact().events.length), 0);
    await section(page, "What happened").getByText("Nothing is recorded.").waitFor();
    assert.equal(await consent.getByRole("button", { name: "Deny" }).getAttribute("aria-pressed"), "true");
    await consent.getByRole("button", { name: "Grant" }).click();
    await consent.getByText(/^Granted/).waitFor();
    await follow(page, "Pricing");
    await eventually(() => points(page, "Looked at prices"), "+8");
  }),
);

test(
  "forgets a visitor who asks for it",
  open("pricing/", async (page) => {
    await eventually(() => points(page, "Looked at prices"), "+8");
    await section(page, "Consent").getByRole("button", { name: "Forget me" }).click();
    await eventually(() => page.evaluate(() => window.leadscore.contact().events.filter(({ type }) => type === "page_view").length), 0);
    await eventually(() => points(page, "Looked at prices"), "");
  }),
);

for (const [name, source, given] of [
  ["from Google Ads", "PAID_SEARCH", "+5"],
  ["from ChatGPT", "AI_REFERRALS", "+6"],
  ["from an email campaign", "EMAIL_MARKETING", "+4"],
  ["by typing the address", "DIRECT_TRAFFIC", ""],
]) {
  test(
    `lets a buyer be somebody else, who arrives ${name}`,
    open("pricing/", async (page) => {
      await eventually(() => points(page, "Looked at prices"), "+8");
      await Promise.all([page.waitForEvent("load"), section(page, "Be somebody else").getByRole("link", { name }).click()]);
      await scored(page);
      await eventually(() => page.evaluate(() => window.leadscore.contact().properties.hs_latest_source), source);
      await eventually(() => points(page, "How they came to the site"), given);
      const seen = await page.evaluate(() => window.leadscore.contact().events.filter(({ properties }) => /pricing/.test(properties.url)).length);
      assert.equal(seen, 0, "who was there before is forgotten");
    }),
  );
}

test(
  "scores against a robot",
  open("resources/whitepaper/", async (page) => {
    await fillIn(page, { title: "Head of Sales", size: "50-249" });
    await page.locator("input[name=website]").evaluate((field) => (field.value = "https://robot.example"));
    await page.getByRole("button", { name: "Send me the whitepaper" }).click();
    await eventually(() => points(page, "Behaves like a robot").then((text) => Number(text) <= -100), true);
    assert.equal((await scorecard(page)).points, 0);
    assert.match((await handedOver(page)).suspect, /honeypot/);
  }),
);

test(
  "opens and closes the panel by keyboard, and takes its state along in the address, not in storage",
  open(
    "",
    async (page) => {
      assert.equal(await bar(page).getAttribute("aria-expanded"), "false");
      await bar(page).focus();
      await page.keyboard.press("Enter");
      assert.equal(await bar(page).getAttribute("aria-expanded"), "true");
      await panel(page).getByRole("heading", { name: "Why" }).waitFor();
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "Show what is missing");
      await page.keyboard.press("Escape");
      assert.equal(await bar(page).getAttribute("aria-expanded"), "false");
      assert.ok(await bar(page).evaluate((button) => button === document.activeElement), "the focus is not lost");
      await page.keyboard.press("Space");
      assert.equal(await panel(page).getByRole("heading", { name: "Why" }).isVisible(), true);
      const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
      assert.doesNotMatch(kept, /panel/);
      await page.getByRole("link", { name: "What it costs" }).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/pricing\/\?panel=open$/);
      await panel(page).getByRole("heading", { name: "Why" }).waitFor();
    },
    { viewport: narrow },
  ),
);

test(
  "docks the panel where there is room, and gives the room back when it is closed",
  open("", async (page) => {
    const width = () => page.locator(".site").evaluate((element) => element.clientWidth);
    assert.equal(await bar(page).getAttribute("aria-expanded"), "true");
    const beside = await width();
    await bar(page).click();
    assert.ok((await width()) > beside);
    await page.getByRole("link", { name: "What it costs" }).click();
    await page.waitForURL(/panel=closed/);
    assert.equal(await bar(page).getAttribute("aria-expanded"), "false");
  }),
);

test(
  "tells assistive technology of a new score",
  open("pricing/", async (page) => {
    await eventually(() => points(page, "Looked at prices"), "+8");
    await page.evaluate(() => window.leadscore.track("form_submission", { form: "Demo request" }));
    await panel(page).getByRole("status").filter({ hasText: /^\d+ points, MQL$/ }).waitFor({ state: "attached" });
  }),
);

test("leads nowhere that is not there", async () => {
  const known = new Set([site()]);
  for (const address of known) {
    const response = await fetch(address);
    assert.equal(response.status, 200, address);
    if (!response.headers.get("content-type").startsWith("text/html")) continue;
    const text = await response.text();
    assert.doesNotMatch(text, /\{\{/, address);
    for (const [, to] of text.matchAll(/(?:href|src|data-ruleset)="([^"#]+)"/g)) {
      const next = new URL(to.replaceAll("&amp;", "&"), address);
      assert.equal(next.origin, new URL(site()).origin, `${address} leads to ${next}`);
      if (next.href.startsWith(site())) known.add(next.href.replace(/\?.*/, ""));
    }
  }
  for (const page of pages) assert.ok(known.has(site() + page), page);
});

test("says that a page is not there, wherever it is not, and leads back", async () => {
  for (const address of ["nothing", "blog/nothing/at-all/"]) {
    const response = await fetch(site() + address);
    assert.equal(response.status, 404);
    const [, start] = /<a class="button" href="([^"]+)">To the start/.exec(await response.text());
    assert.equal(new URL(start, site() + address).href, site());
  }
  assert.equal((await fetch(`${site()}pricing?panel=open`)).url, `${site()}pricing/?panel=open`);
});

test(
  "is led to from the editor, and leads back",
  ofEditor(async (page) => {
    const editor = page.url();
    await page.getByRole("link", { name: "See rules like these at work on a website" }).click();
    await page.waitForURL(site());
    await page.getByRole("contentinfo").getByRole("link", { name: "leadscore" }).click();
    await page.waitForURL(editor);
  }),
);

test("stays out of what the editor keeps for use without a network", async () => {
  const kept = readFileSync(`${www}dist/service-worker.js`, "utf8");
  assert.match(kept, /index\.html/);
  const files = readdirSync(`${www}dist/demo`);
  assert.ok(files.includes("panel.js"));
  for (const file of files.filter((name) => name !== "index.html")) assert.ok(!kept.includes(`demo/${file}`), file);
  const visited = async (page) => {
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
    await page.goto(site());
    await page.getByRole("heading", { name: "Every enquiry answered" }).waitFor();
  };
  await ofEditor(visited, { installs: true })();
});

for (const address of pages) {
  test(
    `is in order on /${address}: for assistive technology in light and dark, wide and narrow; as wide as the window; without a jump`,
    open(
      address,
      async (page) => {
        const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
        assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'/);
        assert.equal(await page.locator("script[data-ruleset]").count(), 1);
        for (const colorScheme of ["light", "dark"]) {
          for (const viewport of [wide, narrow]) {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize(viewport);
            for (const state of ["open", "closed"]) {
              await page.goto(`${site()}${address}?panel=${state}`);
              await scored(page);
              await panel(page).getByText(/points? to MQL/).waitFor({ state: "attached" });
              const shift = await shiftOf(page);
              assert.ok(shift < 0.005, `the page jumps by ${shift}: ${colorScheme}, ${viewport.width}, panel ${state}`);
              assert.deepEqual(await accessibilityFaults(page), [], `${colorScheme}, ${viewport.width}, panel ${state}`);
            }
          }
        }
        for (const width of [360, 480, 640, 768, 1024, 1199, 1200, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `wider than ${width}`);
        }
      },
      { reducedMotion: "reduce" },
    ),
  );
}

for (const colorScheme of ["light", "dark"]) {
  test(
    `is in order in every state, in ${colorScheme}`,
    open(
      "book-a-demo/",
      async (page) => {
        const more = panel(page).getByRole("button", { name: "Show what is missing" });
        await more.click();
        assert.deepEqual(await accessibilityFaults(page), [], "everything that is missing, under the pointer");
        await fillIn(page, { title: "Head of Sales", size: "50-249", "Your name": "Ada" });
        await page.getByRole("button", { name: "Request the demo" }).click();
        await page.getByRole("link", { name: "Talk to someone now" }).waitFor();
        assert.deepEqual(await accessibilityFaults(page), [], "thanks, and what was handed over");
        await section(page, "Consent").getByRole("button", { name: "Deny" }).click();
        await section(page, "Consent").getByText(/^Denied/).waitFor();
        assert.deepEqual(await accessibilityFaults(page), [], "nobody is known");
      },
      { colorScheme, reducedMotion: "reduce" },
    ),
  );
}

test(
  "moves nothing for those who want it still",
  open(
    "resources/whitepaper/",
    async (page) => {
      await fillIn(page, { title: "Head of Sales", size: "50-249" });
      await page.getByRole("button", { name: "Send me the whitepaper" }).click();
      await eventually(() => points(page, "Asked for the whitepaper"), "+12");
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    },
    { reducedMotion: "reduce" },
  ),
);
