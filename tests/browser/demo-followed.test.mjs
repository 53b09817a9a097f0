// What follows from a visitor's score on the demo site: stages, workflows and whom they tell, as the panel says it; and the offer that the page makes
// when the rules call it back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { bar, demoVisits, fillIn, follow, narrow, panel, scored, section, shiftOf, wide } from "./demo-visits.mjs";
import { accessibilityFaults, eventually } from "./page.mjs";

const { open, site } = demoVisits({ before, after });

const followed = (page) => section(page, "What followed");
/** The stage that is marked as reached. */
const stage = (page) => followed(page).locator(".panel-stages [aria-current=step]").allInnerTexts();
/** Each happening as its lines, the latest first: what, the message if there is one, and why. */
const happenings = (page) =>
  followed(page)
    .getByRole("list", { name: "Happenings" })
    .getByRole("listitem")
    .evaluateAll((items) => items.map((item) => [...item.querySelectorAll("p, blockquote")].map(({ textContent }) => textContent)));
const nothing = (page) => followed(page).getByText("Nothing yet.");
const offer = (page) => page.getByRole("region", { name: "Shall we talk it through?" });
/** Whether all of the offer is in the window, and nothing is over it. */
const isInSight = (page) =>
  offer(page).evaluate((section) => {
    const { left, top, right, bottom } = section.getBoundingClientRect();
    const corners = [left + 8, right - 8].flatMap((x) => [top + 8, bottom - 8].map((y) => document.elementFromPoint(x, y)));
    return corners.every((found) => section.contains(found));
  });
const keptBySite = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("loomwell.")).toSorted());

const offered = "Ten minutes on the phone with Mira, and you know what it would cost and what it would save.";
const twice = "Because: 2 page_view events where url contains '/pricing' within 30 days (asked for: at least 2)";
const ofPrices = [["To the page, as offer-call:", offered, "By “Offer a call”"], ["“Offer a call” began", twice], ["Became Lead", "Because: lead is 16, at least 10"]];

/** Looks at the prices, reads something else, and comes back to them. */
async function comeBackToPrices(page) {
  await follow(page, "Whitepaper");
  await follow(page, "Pricing");
  await offer(page).waitFor();
}

async function askForWhitepaper(page, { isRobot = false } = {}) {
  await fillIn(page, { title: "Head of Sales", size: "50-249", industry: "Logistics" });
  if (isRobot) await page.locator("input[name=website]").evaluate((field) => (field.value = "https://robot.example"));
  await page.getByRole("button", { name: "Send me the whitepaper" }).click();
  await page.getByRole("heading", { name: "It is on its way." }).waitFor();
}

test(
  "says what follows, and why, of a visitor who becomes ready for sales; on every page, and once",
  open("pricing/", async (page) => {
    await nothing(page).waitFor();
    assert.deepEqual([await stage(page), await happenings(page)], [[], []]);
    await follow(page, "Customers");
    await eventually(() => stage(page), ["Lead"]);
    await follow(page, "Whitepaper");
    await askForWhitepaper(page);
    await eventually(() => stage(page), ["SQL"]);
    const hot = "Because: lead has the band 'SQL'";
    const all = [
      ["To the page, as offer-call:", offered, "By “Offer a call”"],
      ["“Offer a call” began", hot],
      ["To Mira:", "Yours: Head of Sales, 66 points. Best within the hour.", "By “Hand over to Mira”"],
      ["“Lead owner” is “Mira” now", "By “Hand over to Mira”"],
      ["“Hand over to Mira” began", hot],
      ["To sales:", "Head of Sales is SQL with 66 points (company size: 50-249)", "By “Tell sales”"],
      ["“Tell sales” began", hot],
      ["Became SQL", hot],
      ["Became Lead", "Because: lead is 14, at least 10"],
    ];
    await eventually(() => happenings(page), all);
    assert.equal(await nothing(page).isVisible(), false);
    await offer(page).getByText(offered).waitFor();

    // The prices for the second time, too: what the workflow did it does not do again.
    await follow(page, "Pricing");
    await eventually(() => section(page, "What happened").getByText("Saw “Pricing”").count(), 2);
    assert.deepEqual([await stage(page), await happenings(page)], [["SQL"], all]);
    // Where storage is not what it should be, the embed may tell the same again, with the same key.
    await page.evaluate(() => {
      const [detail] = JSON.parse(localStorage.getItem("loomwell.happened"));
      document.dispatchEvent(new CustomEvent("leadscore:happening", { detail }));
    });
    assert.equal((await happenings(page)).length, all.length);
    await page.reload();
    await eventually(async () => (await happenings(page)).length, all.length);
    await offer(page).getByText(offered).waitFor();
  }),
);

test(
  "offers a talk to whoever comes back to the prices: nothing moves, it can be dismissed by keyboard, and does not come again",
  open("pricing/", async (page) => {
    assert.equal(await offer(page).isVisible(), false);
    await comeBackToPrices(page);
    await eventually(() => happenings(page), ofPrices);
    const shift = await shiftOf(page);
    assert.ok(shift < 0.005, `the page jumps by ${shift}`);
    assert.ok(await isInSight(page));
    assert.equal(await page.getByRole("status").filter({ has: offer(page) }).count(), 1, "it is read out");

    await page.getByRole("contentinfo").getByRole("link", { name: "leadscore" }).focus();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Ask for a call");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Not now");
    await page.keyboard.press("Escape");
    assert.equal(await offer(page).isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement.localName), "main", "the focus is not lost");
    assert.deepEqual(await keptBySite(page), ["loomwell.happened"]);
    await page.reload();
    await eventually(() => happenings(page), ofPrices);
    assert.equal(await offer(page).isVisible(), false);
  }),
);

test(
  "stands by its offer on other pages and in other tabs until it is answered, and leads to the form",
  open("pricing/", async (page) => {
    await comeBackToPrices(page);
    await follow(page, "Customers");
    await offer(page).waitFor();
    const other = await page.context().newPage();
    await other.goto(`${site()}blog/`);
    await offer(other).waitFor();
    await eventually(() => happenings(other), ofPrices);
    await offer(page).getByRole("link", { name: "Ask for a call" }).click();
    await page.getByRole("heading", { name: "Book a demo" }).waitFor();
    assert.equal(await offer(page).isVisible(), false);
    await offer(other).waitFor({ state: "hidden" });
    await follow(page, "Blog");
    assert.equal(await offer(page).isVisible(), false);
  }),
);

test(
  "takes its offer back from whoever finds the form without it",
  open("pricing/", async (page) => {
    await comeBackToPrices(page);
    await page.getByRole("banner").getByRole("link", { name: "Book a demo" }).click();
    await scored(page);
    assert.equal(await offer(page).isVisible(), false);
    await follow(page, "Blog");
    assert.equal(await offer(page).isVisible(), false);
  }),
);

test(
  "makes no offer to somebody who has asked for a demo",
  open("book-a-demo/", async (page) => {
    await fillIn(page, { title: "Head of Sales", size: "50-249", "Your name": "Ada" });
    await page.getByRole("button", { name: "Request the demo" }).click();
    await eventually(() => stage(page), ["SQL"]);
    await eventually(async () => (await happenings(page)).map(([what]) => what), [
      "To Mira:",
      "“Lead owner” is “Mira” now",
      "“Hand over to Mira” began",
      "To sales:",
      "“Tell sales” began",
      "Became SQL",
    ]);
    await follow(page, "Pricing");
    await follow(page, "Blog");
    await follow(page, "Pricing");
    await eventually(() => section(page, "What happened").getByText("Saw “Pricing”").count(), 2);
    assert.equal(await offer(page).isVisible(), false);
  }),
);

test(
  "leaves robots alone",
  open("resources/whitepaper/", async (page) => {
    await askForWhitepaper(page, { isRobot: true });
    await follow(page, "Pricing");
    await follow(page, "Blog");
    await follow(page, "Pricing");
    await eventually(() => section(page, "What happened").getByText("Saw “Pricing”").count(), 2);
    await nothing(page).waitFor();
    assert.deepEqual([await stage(page), await happenings(page)], [[], []]);
    assert.equal(await offer(page).isVisible(), false);
  }),
);

for (const [how, button] of [["is forgotten", "Forget me"], ["denies", "Deny"]]) {
  test(
    `keeps nothing of a visitor who ${how}, in any tab`,
    open("pricing/", async (page) => {
      await comeBackToPrices(page);
      await eventually(() => happenings(page), ofPrices);
      const other = await page.context().newPage();
      await other.goto(`${site()}blog/`);
      await offer(other).waitFor();
      await page.bringToFront();
      await section(page, "Consent").getByRole("button", { name: button }).click();
      await nothing(page).waitFor();
      assert.deepEqual([await stage(page), await happenings(page)], [[], []]);
      assert.equal(await offer(page).isVisible(), false);
      assert.deepEqual(await keptBySite(page), []);
      await other.bringToFront();
      await nothing(other).waitFor();
      assert.equal(await offer(other).isVisible(), false);
      await page.goto(`${site()}blog/`);
      await nothing(page).waitFor();
      assert.deepEqual([await stage(page), await happenings(page)], [[], []]);
    }),
  );
}

test(
  "begins anew with somebody else",
  open("pricing/", async (page) => {
    await comeBackToPrices(page);
    await Promise.all([page.waitForEvent("load"), section(page, "Be somebody else").getByRole("link", { name: "by typing the address" }).click()]);
    await scored(page);
    await nothing(page).waitFor();
    assert.deepEqual(await keptBySite(page), []);
    await follow(page, "Pricing");
    await comeBackToPrices(page);
    await eventually(async () => (await happenings(page)).map(([what]) => what), ["To the page, as offer-call:", "“Offer a call” began", "Became Lead"]);
  }),
);

test("says and offers the same where nothing can be kept", async () => {
  const body = async (page) => {
    await page.evaluate(() => window.leadscore.track("page_view", { url: `${location.origin}/demo/pricing/` }));
    await offer(page).waitFor();
    await eventually(() => happenings(page), ofPrices);
    await offer(page).getByRole("button", { name: "Not now" }).click();
    assert.equal(await offer(page).isVisible(), false);
    await section(page, "Consent").getByRole("button", { name: "Forget me" }).click();
    await nothing(page).waitFor();
  };
  const blocked = () => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("blocked", "SecurityError"); } });
  await open("pricing/", body, { before: blocked })();
});

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [wide, narrow]) {
    test(
      `is in order with its offer and all that followed: ${colorScheme}, ${viewport.width} wide`,
      open(
        "pricing/",
        async (page) => {
          await follow(page, "Customers");
          await follow(page, "Whitepaper");
          await askForWhitepaper(page);
          await offer(page).waitFor();
          assert.ok(await isInSight(page));
          assert.deepEqual(await accessibilityFaults(page), [], "the offer");
          if ((await bar(page).getAttribute("aria-expanded")) === "false") await bar(page).click();
          await eventually(() => stage(page), ["SQL"]);
          await panel(page).getByText("Best within the hour.").scrollIntoViewIfNeeded();
          assert.deepEqual(await accessibilityFaults(page), [], "what followed");
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the window");
        },
        { viewport, colorScheme, reducedMotion: "reduce" },
      ),
    );
  }
}
