// One ruleset in all views: what is changed in one shows in the others, nothing of the text is lost, and every number follows.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { browserTests, choose, drop, eventually, kept, listed, ofMenu, rulesetName, saveRuleset, show, writeJson } from "./page.mjs";
import { contacts, events, ruleset } from "./small-files.mjs";

const open = browserTests({ before, after });
const scores = async (page) => (await listed(page)).map((cells) => cells[2].split("\n").at(-1));

/** Written as no program would write it: the byte order mark, line breaks of Windows, tabs, 1.50, keys in an odd order, parts that are not about scores. */
const odd = [
  '\ufeff{\r\n\t"version": 1,\r\n\t"lifecycle": { "stages": [ "lead",   "customer" ] },',
  '\t"lists": [1, 2,3],\r\n\t"scores": [\r\n\t\t{ "groups": [',
  '\t\t\t{ "criteria": [',
  '\t\t\t\t{ "points": 10.50, "id": "vp", "when": { "contains_word": "vp", "property": "jobtitle" }, "label": "Vice president" },',
  '\t\t\t\t{ "points": 1.50e0, "id": "clerk", "when": { "contains_word": "clerk", "property": "jobtitle" }, "label": "Clerk \\u00e9" }',
  '\t\t\t], "id": "all" } ], "label": "Total", "id": "total" }\r\n\t],',
  '\t"workflows": {\t"b": null, "a": [ {} ]},\r\n\t"name": "Odd"\r\n}\r\n\r\n',
].join("\r\n");

test(
  "a file is saved as it was opened, to the byte",
  open(async (page) => {
    for (const [name, text] of Object.entries({
      Odd: odd,
      Twice: '{"name": "Twice", "scores": [], "scores": [],\n "name":"Twice"}',
      Faulty: '{"name": "Faulty", "scores": [,] }\n// no JSON\n',
      "Empty rules": "",
      Endings: ruleset.replaceAll("\n", "\r").replace("Small", "Endings"),
    })) {
      await drop(page, [`${name}.json`, text]);
      await eventually(() => rulesetName(page), name);
      await show(page, "JSON");
      await page.locator(".cm-content").waitFor();
      await show(page, "Rules");
      assert.equal((await saveRuleset(page)).text, text, name);
      await kept(page);
      await page.reload();
      await eventually(() => rulesetName(page), name);
      assert.equal((await saveRuleset(page)).text, text, `${name} after a reload`);
    }
  }),
);

test(
  "a change in the tree changes that part of the text and leaves every other as it is written",
  open(async (page) => {
    await choose(page, ["odd.json", odd]);
    await eventually(() => rulesetName(page), "Odd");
    await show(page, "Rules");
    const points = page.getByRole("spinbutton", { name: "Points of Clerk é" });
    await points.fill("7");
    await points.press("Tab");
    await eventually(async () => (await saveRuleset(page)).text, odd.replace("1.50e0", "7"));
    await ofMenu(page, "Rename…");
    await page.getByRole("dialog").getByLabel("Name").fill("Even");
    await page.keyboard.press("Enter");
    await eventually(async () => (await saveRuleset(page)).text, odd.replace("1.50e0", "7").replace('"Odd"', '"Even"'));
    await page.keyboard.press("ControlOrMeta+z");
    await page.keyboard.press("ControlOrMeta+z");
    await eventually(async () => (await saveRuleset(page)).text, odd);
  }),
);

test(
  "a change of the JSON shows in the tree and in the contacts, and one of the tree in the JSON",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", contacts], ["events.csv", events]);
    await show(page, "Contacts");
    await eventually(() => scores(page), ["15", "5", "0"]);
    await writeJson(page, ruleset.replace('"points": 10', '"points": 40').replace("Vice president", "Chief"));
    await show(page, "Rules");
    await page.getByText("Chief").first().waitFor();
    await show(page, "Contacts");
    await eventually(() => scores(page), ["45", "5", "0"]);
    await show(page, "Rules");
    const points = page.getByRole("spinbutton", { name: "Points of Chief" });
    await points.fill("20");
    await points.press("Tab");
    await show(page, "JSON");
    await eventually(() => page.locator(".cm-content").innerText().then((text) => /"points": 20/.test(text)), true);
    await show(page, "Contacts");
    await eventually(() => scores(page), ["25", "5", "0"]);
  }),
);

test(
  "while the text is no JSON the other views show the last that was, and go on when it is mended",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", contacts], ["events.csv", events]);
    await show(page, "Contacts");
    await eventually(() => scores(page), ["15", "5", "0"]);
    await writeJson(page, ruleset.slice(0, -3));
    await page.getByText(/^\d+ errors?$/).waitFor();
    await show(page, "Rules");
    await page.getByText("Vice president").first().waitFor();
    await show(page, "Contacts");
    assert.deepEqual(await scores(page), ["15", "5", "0"]);
    await writeJson(page, ruleset.replace('"points": 5', '"points": 6'));
    await show(page, "Contacts");
    await eventually(() => scores(page), ["16", "6", "0"]);
  }),
);

test(
  "another ruleset scores the contacts anew, and so does the one before",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", contacts], ["events.csv", events]);
    await show(page, "Contacts");
    await eventually(() => scores(page), ["15", "5", "0"]);
    await drop(page, ["double.json", ruleset.replace('"Small"', '"Double"').replace('"points": 10', '"points": 20')]);
    await eventually(() => scores(page), ["25", "5", "0"]);
    await page.getByRole("button", { name: "Rulesets" }).click();
    await page.getByRole("menuitemradio", { name: "Small" }).click();
    await eventually(() => scores(page), ["15", "5", "0"]);
  }),
);

test(
  "another instant scores the contacts anew: decay, windows and events to come",
  open(async (page) => {
    const recent = JSON.stringify(JSON.parse(ruleset, (key, value) => (value?.event ? { ...value, within_days: 30 } : value)));
    await drop(page, ["rules.json", recent], ["people.csv", contacts], ["events.csv", events]);
    await show(page, "Contacts");
    await eventually(() => scores(page), ["10", "0", "0"]);
    const field = page.getByLabel("Scored as of");
    const at = async (instant, expected) => {
      await field.fill(instant);
      await field.press("Tab");
      await eventually(() => scores(page), expected, instant);
    };
    await at("2024-05-15T00:00", ["15", "5", "0"]);
    // The second visit has not yet been.
    await at("2024-05-02T00:00", ["15", "0", "0"]);
    await at("2024-04-01T00:00", ["10", "0", "0"]);
    await at("2024-05-31T12:00", ["10", "5", "0"]);
    await page.getByRole("button", { name: "Now" }).click();
    await eventually(() => scores(page), ["10", "0", "0"]);
  }),
);

test(
  "goes on with a fresh worker when the one there was comes to an end, as often as that happens",
  open(async (page) => {
    await drop(page, ["rules.json", ruleset], ["people.csv", contacts], ["events.csv", events]);
    await show(page, "Contacts");
    await eventually(() => scores(page), ["15", "5", "0"]);
    let first = 10;
    for (const points of [20, 30]) {
      const worker = page.workers().at(-1);
      const ended = worker.waitForEvent("close");
      // As when the browser has no more memory for it.
      await worker.evaluate(() => void setTimeout(() => { throw new RangeError("Array buffer allocation failed"); }));
      await writeJson(page, ruleset.replace('"points": 10', `"points": ${points}`));
      await ended;
      await show(page, "Contacts");
      await eventually(() => scores(page), [String(points + 5), "5", "0"], `after ${first}`);
      // The user is told, and what the page says can be put away.
      await page.getByRole("article").getByText("the scoring worker stopped").waitFor();
      await page.getByRole("button", { name: /^Dismiss/ }).click();
      await eventually(() => page.getByRole("article").count(), 0);
      first = points;
    }
  }),
);
