// What the forms of stages, lists and workflows say, and that they keep what they are given.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { documentOf, openPart, openSmall, small } from "./lifecycle-page.mjs";
import { browserTests, drop } from "./page.mjs";

const open = browserTests({ before, after });

for (const [language, stages, words] of [
  ["en", "Stages", "no goal: until the contact leaves the list or is kept out"],
  ["es", "Etapas", "sin objetivo: hasta que el contacto sale de la lista o queda excluido"],
  ["fr", "Étapes", "sans objectif : jusqu’à ce que le contact quitte la liste ou soit écarté"],
  ["zh", "阶段", "没有目标：直到联系人离开名单或被排除"],
]) {
  test(
    `says when an enrolment ends without a goal: ${language}`,
    open(
      async (page) => {
        await drop(page, ["small.json", JSON.stringify(small)]);
        await page.getByRole("tab", { name: stages }).click();
        await page.locator("[data-section=workflows] part-row [aria-expanded]").first().click();
        assert.equal(await page.locator("workflow-editor #goal option").first().innerText(), words);
      },
      { locale: language },
    ),
  );
}

/** The small ruleset, with these members of its second list. */
const withMembers = (members) => ({ ...small, lists: [small.lists[0], { id: "staff", label: "Staff", members }] });
const members = async (page) => (await documentOf(page)).lists[1].members;
const field = (page) => page.locator("members-field").getByRole("textbox", { name: "Ids or email addresses" });

test(
  "keeps members whole that have commas and semicolons in them while others are typed",
  open(async (page) => {
    await openSmall(page, withMembers(["a;b", "c,d", "2"]));
    await openPart(page, /^Staff/);
    await page.getByText("One on each line, as a column is pasted from a spreadsheet.").waitFor();
    assert.equal(await field(page).inputValue(), "a;b\nc,d\n2");
    await field(page).press("ControlOrMeta+End");
    await page.keyboard.type("7");
    assert.deepEqual(await members(page), ["a;b", "c,d", "27"]);
    await field(page).press("ControlOrMeta+End");
    await page.keyboard.type("\ne, f");
    assert.deepEqual(await members(page), ["a;b", "c,d", "27", "e, f"]);
  }),
);

test(
  "takes the cells that are pasted from a spreadsheet one by one",
  open(async (page) => {
    await openSmall(page);
    await openPart(page, /^Staff/);
    await field(page).focus();
    await field(page).press("ControlOrMeta+End");
    await page.keyboard.insertText("\r\n31\tada@example.com\r\n32\t\r\n33\tbo@example.com\r\n");
    await page.getByText("6 members").first().waitFor();
    assert.deepEqual(await members(page), ["1", "31", "ada@example.com", "32", "33", "bo@example.com"]);
  }),
);

test(
  "does not let members that have lines or tabs in them be torn apart",
  open(async (page) => {
    const odd = ["a\tb", "c\nd", "2"];
    await openSmall(page, withMembers(odd));
    await openPart(page, /^Staff/);
    await page.getByText("3 members").first().waitFor();
    assert.equal(await field(page).count(), 0);
    await page.locator("members-field input[type=file]").setInputFiles([{ name: "ids.txt", mimeType: "text/plain", buffer: Buffer.from("31\n") }]);
    await page.getByRole("button", { name: "Take 1 member" }).click();
    assert.deepEqual(await members(page), [...odd, "31"]);
  }),
);
