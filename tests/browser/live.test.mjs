// With a hundred thousand contacts: every number follows each change, work that was overtaken is dropped, and the page never stands still.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browserTests, eventually, listed, processorTimes, scored, show, shown, writeJson } from "./page.mjs";
import { ruleset } from "./small-files.mjs";

const open = browserTests({ before, after });
const count = 100_000;
const vicePresidents = Math.floor(count / 3);

/** Makes the files in the page, and gives them to it when `drop` is called there. */
async function prepare(page) {
  await page.evaluate(
    ([count, ruleset]) => {
      const lines = ["id,firstname,lastname,email,jobtitle"];
      for (let id = 1; id <= count; id++) lines.push(`${id},Name${id % 977},Surname${id % 1013},person${id}@example.org,${id % 3 === 0 ? "VP Sales" : "Clerk"}`);
      const visits = ["contact_id,type,time,url"];
      for (let visit = 1; visit <= count; visit++) visits.push(`${visit},page_view,2024-05-${String((visit % 28) + 1).padStart(2, "0")}T10:00:00Z,https://example.org/${visit % 4 === 0 ? "pricing" : "blog"}`);
      const files = [new File([ruleset], "rules.json"), new File([lines.join("\n")], "people.csv"), new File([visits.join("\n")], "visits.csv")];
      window.drop = () => {
        const data = new DataTransfer();
        for (const file of files) data.items.add(file);
        document.querySelector("leadscore-page").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
      };
    },
    [count, ruleset],
  );
}

async function begin(page) {
  await prepare(page);
  await page.evaluate(() => window.drop());
  await show(page, "Contacts");
  await scored(page);
  await shown(page, "100,000 contacts");
}

/** Counts what the worker does with the rulesets that it is sent. */
async function countEvaluations(page) {
  const worker = page.workers().at(-1);
  await worker.evaluate(() => {
    self.done = 0;
    const post = self.postMessage;
    self.postMessage = (message, ...rest) => {
      if (message.status === "done" && message.output?.diagnostics !== undefined) self.done += 1;
      return post.call(self, message, ...rest);
    };
  });
  return () => worker.evaluate(() => self.done);
}

const best = async (page) => (await listed(page))[0][2].split("\n").at(-1);
const band = (page) => page.getByRole("group", { name: /^Bands of/ }).getByRole("button", { name: /^Good/ });

test(
  "an edit of the JSON shows in every number of a hundred thousand contacts",
  open(async (page) => {
    await begin(page);
    await eventually(() => best(page), "15");
    await eventually(async () => (await band(page).innerText()).replace(/\s+/g, " "), `Good ${vicePresidents.toLocaleString("en")}`);
    // Those who have looked at the prices are good as well now: every fourth, and every third.
    await writeJson(page, ruleset.replace('"points": 5', '"points": 12').replace('"at_least": 10', '"at_least": 12'));
    await show(page, "Contacts");
    await eventually(() => best(page), "22");
    await eventually(async () => (await band(page).innerText()).replace(/\s+/g, " "), `Good ${(count / 4).toLocaleString("en")}`);
    await show(page, "Rules");
    await page.getByText("+333,330").first().waitFor();
    await page.getByText("+300,000").first().waitFor();
  }),
);

test(
  "of ten edits in a row the last one counts, and those that it has overtaken are not worked on",
  open(async (page) => {
    await begin(page);
    const evaluations = await countEvaluations(page);
    await show(page, "Rules");
    const field = page.getByRole("spinbutton", { name: "Points of Vice president" });
    await field.focus();
    // The worker is busy as with an evaluation that takes long; what it is sent meanwhile waits.
    const busy = page.workers().at(-1).evaluate(() => {
      for (const until = performance.now() + 2_000; performance.now() < until; );
    });
    for (let step = 0; step < 10; step++) await page.keyboard.press("ArrowUp");
    assert.equal(await field.inputValue(), "20");
    await busy;
    await page.getByText(`+${(vicePresidents * 20).toLocaleString("en")}`).first().waitFor();
    assert.ok((await evaluations()) <= 2, `${await evaluations()} evaluations of ten edits`);
    await show(page, "Contacts");
    await eventually(() => best(page), "25");
  }),
);

test(
  "no task of the page's thread takes 50 ms: loading, editing, scrolling",
  open(async (page) => {
    const works = {
      loading: async () => {
        await page.evaluate(() => window.drop());
        await page.locator("load-progress").first().waitFor({ state: "attached" }).catch(() => {});
        await page.locator("load-progress").first().waitFor({ state: "detached" });
        await show(page, "Contacts");
        await shown(page, "100,000 contacts");
      },
      editing: async () => {
        await show(page, "Rules");
        const field = page.getByRole("spinbutton", { name: "Points of Vice president" });
        await field.focus();
        for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowUp");
        const value = Number(await field.inputValue());
        await page.getByText(`+${(vicePresidents * value).toLocaleString("en")}`).first().waitFor();
      },
      scrolling: async () => {
        await show(page, "Contacts");
        await page.getByRole("grid").focus();
        for (let step = 0; step < 5; step++) await page.keyboard.press("PageDown");
        await page.keyboard.press("End");
        await eventually(() => page.locator(`#row-${count - 1}`).isVisible(), true);
        await page.keyboard.press("Home");
        await eventually(() => page.locator("#row-0").isVisible(), true);
      },
    };
    await prepare(page);
    for (const [work, go] of Object.entries(works)) {
      const times = await processorTimes(page, go);
      assert.ok(times.length > 20, `the trace of ${work} has ${times.length} tasks`);
      assert.deepEqual(times.filter((time) => time > 50), [], `tasks of more than 50 ms while ${work}`);
    }
  }),
);
