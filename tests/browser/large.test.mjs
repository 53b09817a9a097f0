// A big file: the page says how far it is, stays usable, and can be told to stop.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browserTests, drop, eventually, listed, processorTimes, scored, show, shown, slotText } from "./page.mjs";
import { contacts, ruleset } from "./small-files.mjs";

const open = browserTests({ before, after });

/**
 * Puts a gate before what the worker reads: of each file it gets as many bytes as were let through, so that the page can be looked
 * at while a load is under way, however fast the machine is. Gives the function that opens it further.
 */
async function gateReading(page) {
  const [worker] = page.workers();
  await worker.evaluate(() => {
    const { slice, arrayBuffer } = Blob.prototype;
    let allowed = 0;
    let opened = () => undefined;
    let opening = new Promise((resolve) => (opened = resolve));
    self.allow = (bytes) => {
      allowed = bytes;
      opened();
      opening = new Promise((resolve) => (opened = resolve));
    };
    const ends = new WeakMap();
    Blob.prototype.slice = function (from, to) {
      const part = slice.call(this, from, to);
      ends.set(part, to);
      return part;
    };
    Blob.prototype.arrayBuffer = async function () {
      while (ends.get(this) > allowed) await opening;
      return await arrayBuffer.call(this);
    };
  });
  return (bytes) => worker.evaluate((limit) => self.allow(limit), bytes);
}

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
    const allow = await gateReading(page);
    const count = await dropLarge(page, 50);
    const share = () => page.getByRole("progressbar").evaluate((bar) => Math.round(bar.position * 10));
    const times = await processorTimes(page, async () => {
      for (const tenths of [2, 5, 8]) {
        await allow(tenths * 5e6);
        await eventually(share, tenths);
      }
      // What was there before is still there to be used.
      await page.locator("contacts-grid .body [role=row]").nth(1).click();
      await eventually(() => page.locator("ledger-panel header h2").innerText(), "Bob Ray");
      await allow(Infinity);
      await shown(page, `${count.toLocaleString("en")} contacts`);
    });
    assert.deepEqual(times.filter((time) => time > 50), [], "tasks of more than 50 ms");

    // The list goes from the first to the last of them.
    const grid = page.getByRole("grid");
    assert.equal(await grid.getAttribute("aria-rowcount"), String(count + 1));
    await grid.focus();
    await page.keyboard.press("End");
    await eventually(async () => page.locator(`#row-${count - 1}`).isVisible(), true);
    assert.ok((await listed(page)).length < 60);
    await page.getByRole("searchbox").fill(`person${count}@`);
    await shown(page, `1 of ${count.toLocaleString("en")} contacts`);
    await eventually(async () => (await listed(page)).map((cells) => cells[1]), [String(count)]);
  }),
);

test(
  "stops when told to, and keeps what was there",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", contacts]);
    await scored(page);
    const allow = await gateReading(page);
    await allow(20e6);
    await dropLarge(page, 50);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.locator("load-progress").waitFor({ state: "detached" });
    assert.equal(await page.getByRole("article").count(), 0);
    await shown(page, "3 contacts");
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
    await show(page, "Contacts");
    await page.getByRole("heading", { name: "Now the contacts" }).waitFor();
    const allow = await gateReading(page);
    await allow(20e6);
    await dropLarge(page, 50);
    await page.locator("load-progress").waitFor();
    await drop(page, ["people.csv", contacts]);
    await eventually(async () => (await listed(page)).map((cells) => cells[1]), ["1", "2", "3"]);
    await scored(page);
    assert.match(await slotText(page, "Contacts"), /people\.csv 3 contacts/);
    assert.equal(await page.getByRole("article").count(), 0);
  }),
);

test(
  "of searches typed in haste only the last one counts",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset]);
    await show(page, "Contacts");
    const count = await dropLarge(page, 10);
    await scored(page);
    await page.getByRole("searchbox").pressSequentially("person777@");
    await shown(page, `1 of ${count.toLocaleString("en")} contacts`);
    await eventually(async () => (await listed(page)).map((cells) => cells[1]), ["777"]);
  }),
);
