// A big file: the page says how far it is, stays usable, and can be told to stop.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browserTests, drop, eventually, listed, scored } from "./page.mjs";
import { contacts, ruleset } from "./small-files.mjs";

const open = browserTests({ before, after });

/** Drops a CSV of so many megabytes, made in the page. Gives the number of its contacts. */
function dropLarge(page, megabytes, name = "large.csv") {
  return page.evaluate(
    ([size, fileName]) => {
      const parts = ["id,firstname,lastname,email,jobtitle,notes\n"];
      let bytes = parts[0].length;
      let id = 0;
      while (bytes < size * 1e6) {
        let part = "";
        for (let line = 0; line < 2000; line++) {
          id += 1;
          part += `${id},Name${id % 977},Surname${id % 1013},person${id}@example.org,${id % 3 === 0 ? "VP Sales" : "Clerk"},${"some words that make a row as long as rows are ".repeat(4)}\n`;
        }
        parts.push(part);
        bytes += part.length;
      }
      const data = new DataTransfer();
      data.items.add(new File(parts, fileName));
      document.querySelector("leadscore-page").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, composed: true, cancelable: true }));
      return id;
    },
    [megabytes, name],
  );
}

test(
  "shows progress while fifty megabytes are read, and never stops answering",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", contacts]);
    await scored(page);
    // Counts how long the page ever went without drawing, and what the progress bar said.
    await page.evaluate(() => {
      window.longestGap = 0;
      window.shares = new Set();
      const root = (element) => element?.shadowRoot;
      const bar = () => root(root(root(document.querySelector("leadscore-page"))?.querySelector("source-bar"))?.querySelector("load-progress"))?.querySelector("progress");
      window.watch = () => {
        let last = performance.now();
        const tick = (now) => {
          window.longestGap = Math.max(window.longestGap, now - last);
          last = now;
          const progress = bar();
          if (progress) window.shares.add(Math.round(progress.position * 100));
          requestAnimationFrame(tick);
        };
        requestAnimationFrame((now) => ((last = now), tick(now)));
      };
    });
    const count = await dropLarge(page, 50);
    await page.evaluate(() => window.watch());
    await page.locator("load-progress").first().waitFor();
    // What was there before is still there to be used.
    await page.locator("contacts-grid .body [role=row]").nth(1).click();
    await eventually(() => page.locator("ledger-panel header h2").innerText(), "Bob Ray");
    await page.getByText(`${count.toLocaleString("en")} contacts`, { exact: true }).first().waitFor();
    const { longestGap, shares } = await page.evaluate(() => ({ longestGap: window.longestGap, shares: [...window.shares] }));
    assert.ok(shares.length >= 5, `the bar stood at ${shares.join(", ")}`);
    assert.deepEqual(shares, [...shares].sort((a, b) => a - b));
    assert.ok(longestGap < 250, `the page drew nothing for ${Math.round(longestGap)} ms`);

    // The list goes from the first to the last of them.
    const grid = page.getByRole("grid");
    assert.equal(await grid.getAttribute("aria-rowcount"), String(count + 1));
    await grid.focus();
    await page.keyboard.press("End");
    await eventually(async () => (await listed(page)).at(-1)?.[1] !== "" && (await page.locator(`#row-${count - 1}`).isVisible()), true);
    assert.ok((await listed(page)).length < 60);
    await page.getByRole("searchbox").fill(`person${count}@`);
    await page.getByText(`1 of ${count.toLocaleString("en")} contacts`).waitFor();
    assert.equal((await listed(page))[0][1], String(count));
  }),
);

test(
  "stops when told to, and keeps what was there",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", contacts]);
    await scored(page);
    await dropLarge(page, 50);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.locator("load-progress").waitFor({ state: "detached" });
    assert.equal(await page.getByRole("article").count(), 0);
    await page.getByText("3 contacts", { exact: true }).first().waitFor();
    assert.deepEqual((await listed(page)).map((cells) => cells[1]), ["1", "2", "3"]);
    // And the next file is read as if nothing had been.
    await drop(page, ["others.csv", contacts.replace("Ann", "Zoe")]);
    await eventually(async () => (await listed(page))[0][0].split("\n")[0], "Zoe Lee");
  }),
);

test(
  "gives up a file that is still being read for the one that comes after it",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset]);
    await page.getByRole("heading", { name: "Now the contacts" }).waitFor();
    await dropLarge(page, 50);
    await page.locator("load-progress").waitFor();
    await drop(page, ["people.csv", contacts]);
    await eventually(async () => (await listed(page)).map((cells) => cells[1]), ["1", "2", "3"]);
    await scored(page);
    assert.match(await page.getByRole("group", { name: "Contacts", exact: true }).innerText(), /people\.csv\s+3 contacts/);
    assert.equal(await page.getByRole("article").count(), 0);
  }),
);

test(
  "of searches typed in haste only the last one counts",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset]);
    const count = await dropLarge(page, 10);
    await scored(page);
    await page.getByRole("searchbox").pressSequentially("person777@");
    await page.getByText(`1 of ${count.toLocaleString("en")} contacts`).waitFor();
    assert.equal((await listed(page))[0][1], "777");
  }),
);
