// What the forms of stages, lists and workflows say, and that they keep what they are given.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { documentOf, openPart, openSmall, people, publish, small } from "./lifecycle-page.mjs";
import { browserTests, drop, show, writeJson } from "./page.mjs";

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

/** A text that turns round what follows it, unless it is kept apart: by its letters, by a mark, and by one that also ends what would keep it apart. */
const turning = { "from right to left": "לקוחות", overriding: "\u202Eabc", "breaking out": "abc\u2069\u202E" };

/** Whether the words after a name in a text stand to its right, and each letter of theirs to the right of the one before. */
const runsOn = (locator, words) =>
  locator.evaluate((element, words) => {
    const nodes = [];
    for (const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT); walker.nextNode(); ) nodes.push(walker.currentNode);
    const letters = nodes.flatMap((node) =>
      [...node.data].map((letter, index) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        return { letter, ...range.getBoundingClientRect().toJSON() };
      }),
    );
    const text = letters.map(({ letter }) => letter).join("");
    const at = text.lastIndexOf(words);
    if (at < 0) throw new Error(`expected “${words}”, found “${text}”`);
    const after = letters.slice(at, at + words.length).filter(({ letter }) => letter !== " ");
    const before = letters.slice(0, at).filter(({ width }) => width > 0);
    return after.every(({ left }, index) => index === 0 || left >= after[index - 1].right - 1) && before.every(({ right }) => right <= after[0].left + 1);
  }, words);

for (const [way, name] of Object.entries(turning)) {
  test(
    `keeps names ${way} from turning round the sentences that they stand in`,
    open(async (page) => {
      const named = {
        ...small,
        scores: [{ ...small.scores[0], label: name }],
        lists: [{ ...small.lists[0], label: name, when: { all: [{ property: "city", is_unknown: true }, { score: "lead", at_least: 35 }] } }, small.lists[1]],
        properties: { city: { label: name } },
        lifecycle: { stages: [{ id: "lead", label: name }, { ...small.lifecycle.stages[1], label: `${name} 2`, enter_when: { all: [{ list: "hot" }, { not: { stage: "customer" } }] } }, small.lifecycle.stages[2]] },
        workflows: [{ ...small.workflows[0], label: name, actions: [{ notify: name, message: name }, { set: "city", to: name }, { call_back: name }] }],
      };
      const cold = structuredClone(named);
      cold.scores[0].groups[0].criteria[0].points = 10;
      await openSmall(page, cold, ["people.csv", people]);
      await publish(page);
      await writeJson(page, JSON.stringify(named));
      await show(page, "Stages");
      const summary = (section, index) => page.locator(`[data-section=${section}] part-row .summary`).nth(index);
      const dialog = page.getByRole("dialog");
      const isStraight = async (locator, words) => assert.equal(await runsOn(locator, words), true, words);
      const opened = async (number, part, words) => {
        await number.click();
        await isStraight(dialog.locator(part).first(), words);
        await page.keyboard.press("Escape");
      };
      await isStraight(summary("stages", 1), " and not (is at stage Customer)");
      await isStraight(summary("lists", 0), " is 35 or more");
      await isStraight(summary("workflows", 0), ": 3 actions");
      const panel = page.locator("outcome-panel");
      await opened(panel.locator("[data-stage=mql] .figure").first(), "h2", ", 0 before");
      await opened(panel.locator("[data-stage=lead] .figure.change"), "h2", ": who is new, and who is no longer there");
      await opened(panel.getByRole("button", { name: / would enrol / }), "h2", " would enrol 2 contacts");
      // From where stands to the left of to where.
      await opened(panel.locator(".headline button").first(), ".what > :first-child", " → ");
      await opened(panel.locator(".headline button").last(), ".message", "”");
    }),
  );
}
