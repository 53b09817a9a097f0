// What the page looks like to eyes, to assistive technology, and to a policy that lets nothing in.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { accessibilityFaults, browserTests, drop, eventually, launch, ofMenu, scored, serve, show, trySample, useTemplate, visit } from "./page.mjs";

const open = browserTests({ before, after });

/** Goes through every state there is, and calls `look` in each. */
async function everyState(page, look) {
  await look("first run");
  await trySample(page);
  await look("contacts");
  await page.locator("contacts-grid .body [role=row]").nth(2).click();
  await page.locator("ledger-criterion").first().waitFor();
  await look("ledger");
  await page.locator("ledger-panel details summary").first().click();
  await look("details of the evidence");
  const close = page.getByRole("button", { name: "Close the ledger" });
  if (!(await page.getByRole("grid").isVisible())) await close.click();
  await useTemplate(page, /^SaaS/);
  await page.getByRole("columnheader", { name: "Engagement" }).waitFor();
  await look("a matrix of bands");
  await page.getByRole("searchbox").fill("nobody is called so");
  await page.getByText("No contact fits.").waitFor();
  await look("nothing found");
  await page.getByRole("searchbox").fill("");
  for (const view of ["Rules", "Test a contact", "Distribution", "Changes", "Health"]) {
    await show(page, view);
    await page.locator("rules-view, test-view, distribution-view, changes-view, health-view").waitFor();
    await look(view);
  }
  await page.getByRole("button", { name: "Rulesets" }).click();
  await page.getByRole("menu").waitFor();
  await look("menu of rulesets");
  await page.getByRole("menuitem", { name: "New from a template…" }).click();
  await page.getByRole("dialog").waitFor();
  await look("templates");
  await page.keyboard.press("Escape");
  await ofMenu(page, "Rename…");
  await page.getByRole("dialog").waitFor();
  await look("a new name");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Publish" }).click();
  await page.getByRole("dialog").waitFor();
  await look("publishing");
  await page.keyboard.press("Escape");
  await ofMenu(page, "Delete");
  await page.getByText("was deleted.").waitFor();
  await look("deleted");
  await page.locator("ruleset-notes").getByRole("button", { name: "Undo" }).click();
  await page.getByText("was deleted.").waitFor({ state: "detached" });
  await page.getByRole("tab", { name: "Data" }).click();
  await page.getByRole("region", { name: "Load report" }).waitFor();
  await look("load report");
  await page.getByRole("tab", { name: "JSON" }).click();
  await page.locator(".cm-content").waitFor();
  await look("ruleset");
  await drop(page, ["faulty.json", '{ "scores": [ { "id": "a", "groops": [] } ], "name": 1 }']);
  await page.locator("diagnostic-list li").first().waitFor();
  await look("faults of a ruleset");
  await page.getByRole("button", { name: /^More about contacts/ }).click();
  await page.getByRole("combobox", { name: "Use it as" }).first().waitFor();
  await look("menu of a source");
  await page.keyboard.press("Escape");
  await drop(page, ["a.csv", "id,email\n1,a"], ["b.csv", "id,email\n1,a"]);
  await page.getByRole("dialog").waitFor();
  await look("which is which");
}

for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of Object.entries({ wide: { width: 1440, height: 900 }, narrow: { width: 360, height: 740 } })) {
    test(
      `axe finds nothing: ${colorScheme}, ${size}`,
      open(
        async (page) => {
          const faults = [];
          await everyState(page, async (state) => faults.push(...(await accessibilityFaults(page)).map((fault) => `${state}: ${fault}`)));
          assert.deepEqual(faults, []);
        },
        { colorScheme, viewport },
      ),
    );
  }
}

for (const width of [360, 600, 800, 1100, 1440, 2200]) {
  test(
    `nothing sticks out sideways at ${width} pixels`,
    open(
      async (page) => {
        await everyState(page, async (state) => {
          const { scrollWidth, clientWidth } = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            return { scrollWidth, clientWidth };
          });
          assert.ok(scrollWidth <= clientWidth, `${state}: ${scrollWidth} > ${clientWidth}`);
        });
      },
      { viewport: { width, height: 800 } },
    ),
  );
}

test(
  "nothing jumps while the page loads and reads",
  open(async (page) => {
    await page.addInitScript(() => {
      window.jumps = [];
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) if (!shift.hadRecentInput && shift.value > 0.01) window.jumps.push(shift.value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.reload();
    await trySample(page);
    await page.locator("contacts-grid .body [role=row]").nth(2).click();
    await page.locator("ledger-criterion").first().waitFor();
    await page.getByRole("grid").focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press("PageDown");
    assert.deepEqual(await page.evaluate(() => window.jumps), []);
  }),
);

test(
  "moves nothing for those who asked for less motion",
  open(
    async (page) => {
      await trySample(page);
      const moving = await page.evaluate(() => {
        const all = (root) => [...root.querySelectorAll("*")].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
        return all(document).filter((element) => Number.parseFloat(getComputedStyle(element).transitionDuration) > 0.001).length;
      });
      assert.equal(moving, 0);
    },
    { reducedMotion: "reduce" },
  ),
);

test(
  "switches between light and dark against the system",
  open(
    async (page) => {
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const dark = await background();
      await page.getByRole("radio", { name: "Light" }).check({ force: true });
      assert.notEqual(await background(), dark);
      await page.getByRole("radio", { name: "As the system" }).check({ force: true });
      assert.equal(await background(), dark);
    },
    { colorScheme: "dark" },
  ),
);

test("lets in nothing but itself", async () => {
  const html = readFileSync(new URL("../../www/dist/index.html", import.meta.url), "utf8");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1].replaceAll("&#39;", "'");
  assert.ok(policy, "the built page has no policy");
  const directives = Object.fromEntries(policy.split("; ").map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1).join(" ")]));
  assert.equal(directives["default-src"], "'self'");
  assert.equal(directives["script-src"], "'self' 'wasm-unsafe-eval'");
  assert.ok(!policy.includes("'unsafe-inline'") && !policy.includes("'unsafe-eval'") && !policy.includes("http"));
  assert.ok(html.indexOf("Content-Security-Policy") < html.indexOf("<script"), "the policy has to come before what it is about");
});

test("works from Vite's dev server too", async () => {
  const [server, browser] = [await serve("dev"), await launch()];
  try {
    const page = await (await browser.newContext()).newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(server.url);
    await trySample(page);
    assert.deepEqual(errors, []);
  } finally {
    await browser.close();
    await server.close();
  }
});

/** What has to be there before a view has its full height. */
const drawn = { lifecycle: "outcome-panel .funnel li", contacts: "contacts-grid [role=gridcell]", changes: "version-list", health: "health-view h2", distribution: "points-histogram", json: ".cm-content" };

for (const [width, height] of [
  [1440, 900],
  [1440, 500],
  [360, 800],
]) {
  test(
    `gives every view the same height, in which it scrolls: ${width} by ${height}`,
    open(
      async (page) => {
        await trySample(page);
        const heightOfPage = () => page.evaluate(() => document.scrollingElement.scrollHeight);
        const tabs = page.getByRole("tablist", { name: "Views" }).getByRole("tab");
        const expected = width === 1440 && height === 900 ? 900 : await heightOfPage();
        for (const id of await tabs.evaluateAll((all) => all.map((one) => one.id.replace("tab-", "")))) {
          await page.locator(`#tab-${id}`).click();
          await page.locator(drawn[id] ?? `${id}-view`).first().waitFor();
          assert.equal(await heightOfPage(), expected, id);
          if (id !== "lifecycle") continue;
          for (const section of ["stages", "lists", "workflows"]) {
            await page.locator(`[data-section=${section}] part-row [aria-expanded]`).last().click();
            await page.locator("stage-editor, list-editor, workflow-editor").getByText("Note").first().waitFor();
            assert.equal(await heightOfPage(), expected, `${id}, ${section}`);
          }
          const unseen = page.locator("outcome-panel .unseen").last();
          await unseen.evaluate((one) => one.closest(".set").scrollIntoView());
          const [own, row] = await unseen.evaluate((one) => [one, one.closest("li")].map((element) => element.getBoundingClientRect().top));
          assert.ok(Math.abs(own - row) < 60, "what is told to those who listen is where it stands");
        }
      },
      { viewport: { width, height } },
    ),
  );
}

test(
  "recovers from a worker that breaks down",
  async () => {
    const [server, browser] = [await serve(), await launch()];
    try {
      await visit(browser, server.url, {}, async (page) => {
        await page.addInitScript(() => {
          // Stands in for a module that has trapped: the first ledger that is asked for fails as WebAssembly does.
          const post = Worker.prototype.postMessage;
          let broken = false;
          Worker.prototype.postMessage = function (message) {
            if (message.kind !== "explain" || broken) return post.call(this, message);
            broken = true;
            const failure = { code: "unexpected", message: "unreachable", fatal: true };
            this.dispatchEvent(new MessageEvent("message", { data: { job: message.job, status: "failed", failure } }));
          };
        });
        await page.reload();
        await trySample(page);
        const row = page.locator("contacts-grid .body [role=row]").nth(2);
        await row.click();
        await page.getByRole("article").filter({ hasText: "unreachable" }).waitFor();
        await scored(page);
        await eventually(async () => (await row.innerText()).length > 0, true);
        await row.click();
        await page.locator("ledger-criterion").first().waitFor();
      });
    } finally {
      await browser.close();
      await server.close();
    }
  },
);
