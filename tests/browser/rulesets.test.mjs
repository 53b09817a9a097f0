// Rulesets as a whole, as users handle them: templates, the menu by mouse and by keyboard, files, links, versions.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { anotherTab, browserTests, choose, drop, eventually, kept, listed, ofMenu, rulesetName, saveRuleset, scored, show, shown, trySample, useTemplate, writeJson } from "./page.mjs";
import { contacts, ruleset } from "./small-files.mjs";

const open = browserTests({ before, after });
const sample = (name) => readFileSync(new URL(`../../www/samples/${name}.json`, import.meta.url), "utf8");
const named = (name) => ruleset.replace('"Small"', JSON.stringify(name));
const menu = (page) => page.getByRole("menu", { name: "Rulesets" });
const names = async (page) => {
  await page.getByRole("button", { name: "Rulesets" }).click();
  const found = await menu(page).getByRole("menuitemradio").locator(".cut").allInnerTexts();
  await page.keyboard.press("Escape");
  return found.sort();
};

test(
  "the first run is one click away from a scored list",
  open(async (page) => {
    await page.getByRole("button", { name: "Try the sample" }).click();
    await shown(page, "2,000 contacts");
    assert.equal((await listed(page)).length > 5, true);
  }),
);

const templates = { "Inbound leads": "inbound", "SaaS: fit and engagement": "saas", "E-commerce": "ecommerce", "Account-based": "account-based", Empty: "empty" };

for (const [name, file] of Object.entries(templates)) {
  test(
    `the template “${name}” opens without a fault, and scores the sample`,
    open(async (page) => {
      await page.locator("first-run").getByRole("button", { name }).click();
      await page.getByRole("tab", { name: "Rules", selected: true }).waitFor();
      await eventually(() => page.getByRole("tab", { name: /^JSON/ }).innerText(), "JSON");
      assert.equal((await saveRuleset(page)).text, sample(file));
      await show(page, "Contacts");
      await drop(page, ["contacts.csv", sampleFile("contacts.csv")], ["events.csv", sampleFile("events.csv")]);
      await shown(page, "2,000 contacts");
      await show(page, "JSON");
      await page.getByText(/^No errors and no warnings\.$|^\d+ warnings?$/).waitFor();
      assert.equal(await page.getByText(/^\d+ error/).count(), 0);
    }),
  );
}
const sampleFile = (name) => readFileSync(new URL(`../../www/samples/${name}`, import.meta.url), "utf8");

test(
  "the menu opens, makes, renames, copies, deletes and puts back rulesets, by mouse",
  open(async (page) => {
    await choose(page, ["rules.json", ruleset]);
    await eventually(() => rulesetName(page), "Small");
    await useTemplate(page, /^SaaS/);
    await eventually(() => rulesetName(page), "B2B SaaS: fit and engagement");
    assert.deepEqual(await names(page), ["B2B SaaS: fit and engagement", "Small"]);
    await page.getByRole("button", { name: "Rulesets" }).click();
    await menu(page).getByRole("menuitemradio", { name: "Small" }).click();
    await eventually(() => rulesetName(page), "Small");

    await ofMenu(page, "Rename…");
    await page.getByRole("dialog").getByLabel("Name").fill("Renamed");
    await page.getByRole("dialog").getByRole("button", { name: "Rename" }).click();
    await eventually(() => rulesetName(page), "Renamed");
    assert.equal((await saveRuleset(page)).text, named("Renamed"));
    assert.equal((await saveRuleset(page)).name, "Renamed.json");

    await ofMenu(page, "Duplicate");
    await eventually(() => rulesetName(page), "Copy of Renamed");
    assert.equal((await saveRuleset(page)).text, named("Copy of Renamed"));
    assert.deepEqual(await names(page), ["B2B SaaS: fit and engagement", "Copy of Renamed", "Renamed"]);

    await ofMenu(page, "Delete");
    await page.getByText("“Copy of Renamed” was deleted.").waitFor();
    assert.deepEqual(await names(page), ["B2B SaaS: fit and engagement", "Renamed"]);
    await page.locator("ruleset-notes").getByRole("button", { name: "Undo" }).click();
    await eventually(() => rulesetName(page), "Copy of Renamed");
    assert.equal((await saveRuleset(page)).text, named("Copy of Renamed"));
    await kept(page);
    await page.reload();
    await eventually(() => rulesetName(page), "Copy of Renamed");
  }),
);

test(
  "the menu does all of that by keyboard alone",
  open(async (page) => {
    await choose(page, ["rules.json", ruleset]);
    await eventually(() => rulesetName(page), "Small");
    const opener = page.getByRole("button", { name: "Rulesets" });
    /** Opens the menu, and walks to an item with the arrow keys. */
    const walk = async (item) => {
      await opener.focus();
      await page.keyboard.press("Enter");
      const items = menu(page).locator("button");
      await eventually(() => items.first().evaluate((one) => one.matches(":focus")), true);
      const texts = await items.allInnerTexts();
      const at = texts.findIndex((text) => text.includes(item));
      assert.ok(at >= 0, `${item} is not among ${texts}`);
      // The shorter way, around the end of the menu.
      const [key, steps] = at < texts.length / 2 ? ["ArrowDown", at] : ["ArrowUp", texts.length - at];
      for (let step = 0; step < steps; step++) await page.keyboard.press(key);
      await page.keyboard.press("Enter");
    };
    await walk("Rename…");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.type("By keys");
    await page.keyboard.press("Enter");
    await eventually(() => rulesetName(page), "By keys");
    await walk("Duplicate");
    await eventually(() => rulesetName(page), "Copy of By keys");
    await walk("By keys");
    await eventually(async () => (await rulesetName(page)).length > 0, true);
    await walk("New from a template…");
    await page.getByRole("dialog").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Empty" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await eventually(() => names(page).then((all) => all.length), 3);
    await walk("Delete");
    await page.getByText("was deleted.").waitFor();
    await page.locator("ruleset-notes").getByRole("button", { name: "Undo" }).press("Enter");
    await eventually(() => names(page).then((all) => all.length), 3);
    // Escape closes the menu, and the keyboard is where it was.
    await opener.focus();
    await page.keyboard.press("Enter");
    await menu(page).waitFor();
    await page.keyboard.press("Escape");
    await menu(page).waitFor({ state: "hidden" });
    assert.ok(await opener.evaluate((one) => one.matches(":focus")));
  }),
);

test(
  "opens a ruleset's file from the menu, and says what is wrong with others",
  open(async (page) => {
    await page.evaluate(() => delete window.showOpenFilePicker);
    const openFile = async (name, buffer) => {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), ofMenu(page, "Open a file…")]);
      await chooser.setFiles({ name, mimeType: "application/json", buffer });
    };
    await openFile("mine.json", Buffer.from(ruleset));
    await eventually(() => rulesetName(page), "Small");
    await openFile("picture.json", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x80]));
    await page.getByText("The file is not text. Choose a ruleset’s file.").waitFor();
    assert.equal(await rulesetName(page), "Small");
  }),
);

test(
  "a link brings the ruleset to another browser, and no contacts",
  open(async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await drop(page, ["rules.json", ruleset], ["people.csv", contacts]);
    await scored(page);
    await ofMenu(page, "Copy a link to share");
    await page.getByText("The link is copied. It holds the ruleset, and no contacts.").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const context = await page.context().browser().newContext();
    try {
      const other = await context.newPage();
      await other.goto(link);
      await eventually(() => rulesetName(other), "Small");
      assert.ok(!other.url().includes("ruleset="), "a reload would open it once more");
      assert.equal((await saveRuleset(other)).text, ruleset);
      await show(other, "Contacts");
      await other.getByRole("heading", { name: "Now the contacts" }).waitFor();
      assert.doesNotMatch(Buffer.from(link.split("1.").at(-1), "base64url").toString("latin1"), /example\.org/);
      // In the page that is open already, the same link makes a ruleset of its own.
      await other.evaluate((hash) => (location.hash = hash), new URL(link).hash);
      await eventually(() => names(other), ["Small", "Small"]);
    } finally {
      await context.close();
    }
  }),
);

test(
  "where the page may not write to the clipboard, the link is there to be copied",
  open(async (page) => {
    await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"))));
    await choose(page, ["rules.json", ruleset]);
    await eventually(() => rulesetName(page), "Small");
    await ofMenu(page, "Copy a link to share");
    const field = page.getByRole("dialog", { name: "A link to this ruleset" }).getByRole("textbox");
    assert.match(await field.inputValue(), /#ruleset=1\.[\w-]+$/);
    await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }),
);

const link = (text, version = "1") => `#ruleset=${version}.${deflateRawSync(text).toString("base64url")}`;
const badLinks = {
  damaged: [`${link(ruleset).slice(0, 120)}`, "The link is damaged. Copy all of it, or ask for the file."],
  "not one of ours": ["#ruleset=hello", "The link is damaged. Copy all of it, or ask for the file."],
  huge: [link(Buffer.alloc(20 * 1024 * 1024, " ")), "This is larger than any ruleset. Choose another file."],
  "of a newer version": [link(ruleset, "7"), "The link was made by a newer version of this page. Reload the page."],
};
for (const [what, [hash, message]] of Object.entries(badLinks)) {
  test(
    `a link that is ${what} is explained, and nothing else changes`,
    open(async (page) => {
      await choose(page, ["rules.json", ruleset]);
      await kept(page);
      const tab = await anotherTab(page, `${page.url()}${hash}`);
      await tab.getByRole("article", { name: "The link could not be used" }).getByText(message).waitFor();
      assert.equal(await rulesetName(tab), "Small");
      assert.deepEqual(await names(tab), ["Small"]);
      await tab.getByRole("button", { name: "Dismiss" }).click();
      await eventually(() => tab.getByRole("article").count(), 0);
    }),
  );
}

test(
  "a link with something foreign in it opens as text with its faults, and breaks nothing",
  open(async (page) => {
    for (const text of ["[1, 2", '"<img src=x onerror=alert(1)>"', '{"scores": "none", "name": "<b>Bold</b>"}', "\u0000"]) {
      const tab = await anotherTab(page, `${page.url()}${link(text)}`);
      await eventually(async () => Number(await tab.locator("#tab-json .badge").innerText()) > 0, true, text);
      assert.equal((await saveRuleset(tab)).text, text);
      assert.equal(await tab.locator("img").count(), 0);
      await tab.close();
    }
  }),
);

test(
  "publishes with a note, and each version is kept as it was",
  open(async (page) => {
    await choose(page, ["rules.json", ruleset]);
    await eventually(() => rulesetName(page), "Small");
    const publish = async (note) => {
      await page.getByRole("button", { name: "Publish" }).click();
      const dialog = page.getByRole("dialog");
      const title = await dialog.getByRole("heading").innerText();
      await dialog.getByLabel("What has changed, and why").fill(note);
      await dialog.getByRole("button", { name: "Publish" }).click();
      await dialog.getByRole("button", { name: "Done" }).click();
      await dialog.waitFor({ state: "hidden" });
      return title;
    };
    assert.equal(await publish("the first"), "Publish version 1");
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByText("Nothing has changed since version 1.").waitFor();
    await page.keyboard.press("Escape");
    await writeJson(page, named("Second"));
    await eventually(() => rulesetName(page), "Second");
    assert.equal(await publish("another name"), "Publish version 2");
    await kept(page);
    await page.reload();
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByRole("heading", { name: "Publish version 3" }).waitFor();
    await page.keyboard.press("Escape");
    // What has errors scores nobody, and is not published.
    await writeJson(page, "{");
    await page.getByText(/^\d+ errors?$/).waitFor();
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByText("The rules have errors. Mend them first.").waitFor();
    assert.ok(await page.getByRole("dialog").getByRole("button", { name: "Publish" }).isDisabled());
  }),
);

test(
  "begun with a template, the sample's contacts are a click away; begun with contacts, the templates are",
  open(async (page) => {
    await page.getByRole("button", { name: /^SaaS/ }).click();
    await show(page, "Contacts");
    await page.getByRole("button", { name: "Try the sample" }).click();
    await scored(page);
    assert.equal(await rulesetName(page), "B2B SaaS: fit and engagement");
  }),
);

test(
  "contacts alone are scored by the template that is chosen beside them",
  open(async (page) => {
    await choose(page, ["people.csv", contacts]);
    await page.getByRole("heading", { name: "Now the ruleset" }).waitFor();
    await page.getByRole("button", { name: /^Inbound/ }).click();
    await scored(page);
    await shown(page, "3 contacts");
  }),
);
