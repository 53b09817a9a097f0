// From score to action: stages, lists and workflows are changed in forms.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { documentOf, dragBefore, header, ids, inbound, menu, openInbound, openPart, openSmall, people, section, small } from "./lifecycle-page.mjs";
import { accessibilityFaults, browserTests, drop, eventually, files, show, shown, writeJson } from "./page.mjs";

const open = browserTests({ before, after });

test(
  "offers thresholds of the first score to a ruleset without stages, and takes them back in one step",
  open(async (page) => {
    await drop(page, ["inbound.json", inbound()]);
    await show(page, "Stages");
    await page.getByRole("button", { name: "Use thresholds 35 / 65" }).click();
    await section(page, "Stages").locator("part-row").first().waitFor();
    const { lifecycle, lists, workflows } = await documentOf(page);
    assert.deepEqual(
      lifecycle.stages.filter(({ enter_when }) => enter_when).map(({ id, enter_when }) => [id, enter_when]),
      [
        ["marketingqualifiedlead", { score: "lead", at_least: 35 }],
        ["salesqualifiedlead", { score: "lead", at_least: 65 }],
      ],
    );
    assert.deepEqual(ids(lists), ["mqls", "sqls", "customers"]);
    assert.deepEqual([workflows[0].enrol_on, workflows[0].goal], ["sqls", "customers"]);
    await page.getByRole("button", { name: "Undo: Add Stages" }).click();
    await page.getByRole("button", { name: "Use thresholds 35 / 65" }).waitFor();
    assert.equal((await documentOf(page)).lifecycle, undefined);
  }),
);

test(
  "starts empty, and adds a stage, and a workflow with the list that it needs",
  open(async (page) => {
    await drop(page, ["inbound.json", inbound()]);
    await show(page, "Stages");
    await page.getByRole("button", { name: "Start empty" }).click();
    await page.getByRole("button", { name: "Add stage" }).click();
    // Its name is there to be typed over.
    await page.keyboard.type("Prospect");
    await page.getByRole("button", { name: "Add workflow" }).click();
    await page.keyboard.type("Hand over");
    await header(page, /^Hand over/).waitFor();
    const { lifecycle, lists, workflows } = await documentOf(page);
    assert.deepEqual(lifecycle.stages.map(({ label }) => label), ["Prospect"]);
    assert.equal(lists.length, 1);
    assert.deepEqual(workflows.map(({ label, enrol_on }) => [label, enrol_on]), [["Hand over", lists[0].id]]);
  }),
);

test(
  "has nothing to offer before there is a score, and leads to the rules",
  open(async (page) => {
    await drop(page, ["none.json", '{ "version": 1, "scores": [] }']);
    await show(page, "Stages");
    await page.getByRole("button", { name: "Go to the rules" }).click();
    await page.getByRole("tab", { name: "Rules", selected: true }).waitFor();
  }),
);

test(
  "changes a stage: its name, its value, and who enters it",
  open(async (page) => {
    await openSmall(page);
    await openPart(page, /^Lead Nobody/);
    const stage = page.locator("stage-editor");
    await stage.getByLabel("Name").fill("Known");
    await stage.getByLabel("Value of the property").fill("known");
    await stage.getByLabel("Value of the property").press("Tab");
    await stage.getByRole("button", { name: "Band" }).click();
    await header(page, /^Known When Lead score is in band 'MQL'/).waitFor();
    await stage.getByRole("checkbox", { name: "no band" }).check();
    await stage.getByRole("button", { name: "On a list" }).click();
    await stage.getByRole("combobox", { name: "On the list" }).selectOption("Staff");
    await stage.getByRole("button", { name: "Stage" }).click();
    await stage.getByRole("checkbox", { name: "Without a stage" }).check();
    await stage.getByRole("checkbox", { name: "Known" }).uncheck();
    await header(page, /is at stage no stage/).waitFor();
    const { lifecycle } = await documentOf(page);
    const all = [{ band: "lead", is_any_of: ["MQL", null] }, { list: "staff" }, { stage: null }];
    assert.deepEqual(lifecycle.stages[0], { id: "known", label: "Known", enter_when: { all } });
  }),
);

test(
  "moves stages by keyboard, by menu and by pointer, and says where they are",
  open(async (page) => {
    await openSmall(page);
    const stages = async () => ids((await documentOf(page)).lifecycle.stages);
    await header(page, /^Lead Nobody/).press("Alt+ArrowDown");
    await page.locator("lifecycle-view [role=status]", { hasText: "Moved Lead to 2 of 3" }).waitFor({ state: "attached" });
    await page.keyboard.press("Alt+ArrowDown");
    await page.locator("lifecycle-view [role=status]", { hasText: "Moved Lead to 3 of 3" }).waitFor({ state: "attached" });
    assert.deepEqual(await stages(), ["mql", "customer", "lead"]);
    await menu(page, "Lead", "Move up");
    assert.deepEqual(await stages(), ["mql", "lead", "customer"]);
    const rows = section(page, "Stages").locator("part-row");
    await dragBefore(page, rows.nth(2), rows.nth(0));
    await eventually(stages, ["customer", "mql", "lead"]);
    for (const name of ["Customer", "Lead", "Lead", "Lead"]) await page.getByRole("button", { name: `Undo: Move ${name}`, exact: true }).click();
    assert.deepEqual(await stages(), ["lead", "mql", "customer"]);
  }),
);

test(
  "copies, mutes and deletes a workflow; what was deleted comes back",
  open(async (page) => {
    await openSmall(page);
    await header(page, /^Tell sales/).press("ControlOrMeta+d");
    await header(page, /^Tell sales \(copy\)/).waitFor();
    await menu(page, "Mark", "Mute");
    let { workflows } = await documentOf(page);
    assert.deepEqual(ids(workflows), ["tell", "tell_2", "mark"]);
    assert.deepEqual(workflows.map(({ enabled }) => enabled), [undefined, undefined, false]);
    await header(page, /^Mark/).press("Delete");
    await page.getByText("Deleted Mark").waitFor();
    ({ workflows } = await documentOf(page));
    assert.deepEqual(ids(workflows), ["tell", "tell_2"]);
    await page.locator("lifecycle-view .undo").getByRole("button", { name: "Undo" }).click();
    assert.deepEqual(ids((await documentOf(page)).workflows), ["tell", "tell_2", "mark"]);
  }),
);

test(
  "gives a list another id, and everything that names it follows",
  open(async (page) => {
    await openSmall(page);
    await openPart(page, /^Staff/);
    await page.locator("list-editor").getByLabel("Id", { exact: true }).fill("colleagues");
    await page.keyboard.press("Tab");
    const { lists, lifecycle, workflows } = await documentOf(page);
    assert.deepEqual([lists[1].id, lifecycle.exclude, workflows[0].suppress], ["colleagues", { list: "colleagues" }, ["colleagues"]]);
    // An id that is taken is complained about where it was typed, and takes nothing along.
    await page.locator("list-editor").getByLabel("Id", { exact: true }).fill("hot");
    await page.keyboard.press("Tab");
    await page.locator("list-editor #id-faults li").first().waitFor();
    assert.deepEqual((await documentOf(page)).workflows[0].suppress, ["colleagues"]);
  }),
);

test(
  "takes the members of a list as they are pasted, or from a column of a file",
  open(async (page) => {
    await openSmall(page);
    await openPart(page, /^Staff/);
    const field = page.locator("members-field");
    await field.getByLabel("Ids or email addresses").fill("1\n 7 \n\nada@example.com\n7\n");
    await field.getByText("3 members").waitFor();
    const members = async () => (await documentOf(page)).lists[1].members;
    assert.deepEqual(await members(), ["1", "7", "ada@example.com"]);
    const csv = "Record ID,Email,City\n21,bo@example.com,Oslo\n22,,Rome\n21,bo@example.com,Oslo\n";
    await field.locator("input[type=file]").setInputFiles(files(["partners.csv", csv]));
    await field.getByRole("combobox", { name: "Column with the ids" }).selectOption("Email");
    await field.getByRole("button", { name: "Take 1 member" }).click();
    assert.deepEqual(await members(), ["1", "7", "ada@example.com", "bo@example.com"]);
    await field.locator("input[type=file]").setInputFiles(files(["ids.txt", "Record ID\n31\n32\n32\n"]));
    await field.getByRole("checkbox", { name: "Replace the members that are there" }).check();
    await field.getByRole("button", { name: "Take 2 members" }).click();
    assert.deepEqual(await members(), ["31", "32"]);
    await field.locator("input[type=file]").setInputFiles(files(["empty.txt", "\n\n"]));
    await field.getByText("empty.txt could not be read as a list of ids.").waitFor();
    assert.deepEqual(await members(), ["31", "32"]);
  }),
);

test(
  "changes a workflow: its list, whom it takes, what it does, and when it ends",
  open(async (page) => {
    await openSmall(page);
    await openPart(page, /^Tell sales/);
    const workflow = page.locator("workflow-editor");
    await workflow.getByLabel("Enrols who joins the list").selectOption("Staff");
    await workflow.getByRole("checkbox", { name: "Also enrol those who are on the list when it starts" }).check();
    await workflow.getByRole("checkbox", { name: "Enrol again each time" }).check();
    await workflow.getByRole("checkbox", { name: "Staff" }).click();
    await workflow.getByRole("checkbox", { name: "Hot" }).check();
    await workflow.getByLabel("Ends when the contact is on").selectOption("Hot");
    await workflow.getByRole("button", { name: "Clear a property" }).click();
    await workflow.getByRole("combobox", { name: "Property", exact: true }).fill("sales_feedback");
    await workflow.getByRole("button", { name: "Set a property" }).click();
    await workflow.getByRole("combobox", { name: "New value" }).fill("mql");
    await workflow.getByRole("button", { name: "Call back" }).click();
    const tell = async () => (await documentOf(page)).workflows[0];
    assert.deepEqual(await tell(), {
      id: "tell",
      label: "Tell sales",
      enrol_on: "staff",
      suppress: ["hot"],
      actions: [{ notify: "sales", message: "{{id}}" }, { clear: "sales_feedback" }, { set: "lifecyclestage", to: "mql" }, { call_back: "crm", with: "{{id}}" }],
      enrol_present: true,
      re_enrol: true,
      goal: "hot",
    });
    await menu(page, "4. Call back", "Delete");
    await menu(page, "2. Clear a property", "Move up");
    await page.keyboard.press("Alt+ArrowDown");
    await menu(page, "3. Set a property", "Move up");
    await menu(page, "1. Notify", "Duplicate");
    assert.deepEqual((await tell()).actions.map((action) => Object.keys(action)[0]), ["notify", "notify", "set", "clear"]);
    const rows = workflow.locator("part-row");
    await dragBefore(page, rows.nth(3), rows.nth(0));
    await eventually(async () => (await tell()).actions.map((action) => Object.keys(action)[0]), ["clear", "notify", "notify", "set"]);
  }),
);

test(
  "puts placeholders where the cursor is, and says beside the message what is wrong with it",
  open(async (page) => {
    await openSmall(page, small, ["people.csv", people]);
    await openPart(page, /^Tell sales/);
    const message = page.locator("message-field");
    await message.getByRole("textbox", { name: "Message" }).fill("");
    await message.getByRole("textbox", { name: "Message" }).fill("Call !");
    await page.keyboard.press("ArrowLeft");
    await message.getByRole("combobox", { name: "Insert a placeholder" }).selectOption("title");
    await message.getByRole("combobox", { name: "Insert a placeholder" }).selectOption("Lead score");
    assert.equal((await documentOf(page)).workflows[0].actions[0].message, "Call {{title}}{{score:lead}}!");
    await message.getByRole("textbox", { name: "Message" }).fill("Call {{title");
    await message.locator(".faults li").filter({ hasText: "Expected `}}` after a placeholder" }).waitFor();
    await page.getByText("1 error", { exact: true }).first().waitFor({ state: "attached" });
    await message.getByRole("textbox", { name: "Message" }).fill("Call {{score:led}}");
    await message.locator(".faults li").filter({ hasText: "led" }).waitFor();
  }),
);

test(
  "says at the test of a list that lists go round in a circle",
  open(async (page) => {
    const document = structuredClone(small);
    document.lists[1] = { id: "staff", label: "Staff", when: { list: "hot" } };
    await openSmall(page, document);
    await openPart(page, /^Hot/);
    await page.locator("list-editor").getByRole("button", { name: "On a list" }).click();
    await page.locator("list-editor").getByRole("combobox", { name: "On the list" }).selectOption("Staff");
    // It is complained about where the circle closes.
    await openPart(page, /^Staff/);
    await page.locator("list-test .faults li", { hasText: "Hot" }).or(page.locator("list-test .faults li", { hasText: "hot" })).first().waitFor();
  }),
);

test(
  "says under what changes which stages, lists and workflows are other ones, and leads to them",
  open(async (page) => {
    await openSmall(page);
    await header(page, /^Mark/).press("Delete");
    await openPart(page, /^Tell sales/);
    await page.locator("workflow-editor").getByRole("checkbox", { name: "Enrol again each time" }).check();
    await openPart(page, /^MQL/);
    await page.locator("stage-editor").getByLabel("Name").fill("Marketing");
    await show(page, "Changes");
    const changes = page.locator("rule-changes-list > ul > li, rule-changes-list ul > li");
    await eventually(async () => (await changes.locator(".head").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim()), [
      "Changed Marketing Stage",
      "Changed Tell sales Workflow",
      "Gone Mark Workflow",
    ]);
    assert.match(await changes.nth(1).innerText(), /Whom it enrols\s+Before:\s+who joins the list, once\s*→\s*After:\s+Enrol again each time/);
    await page.getByRole("button", { name: "Tell sales", exact: true }).click();
    await page.locator("workflow-editor").waitFor();
    assert.equal(await page.locator("workflow-editor").getByLabel("Name").inputValue(), "Tell sales");
  }),
);

test(
  "lists the members of a list",
  open(async (page) => {
    await openSmall(page, small, ["people.csv", people]);
    await page.getByRole("button", { name: "3 in the file: Show 3 contacts on Hot" }).click();
    await shown(page, "3 of 4 contacts");
    await page.getByRole("button", { name: /On the list Hot/ }).click();
    await shown(page, "4 contacts");
  }),
);

test(
  "shows the last stages there were, and locks them, while the JSON has a mistake",
  open(async (page) => {
    await openSmall(page);
    await writeJson(page, JSON.stringify(small).slice(0, -1));
    await show(page, "Stages");
    await page.getByText("The JSON has a mistake.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Add stage" }).isDisabled(), true);
    assert.equal(await page.locator("lifecycle-view part-row").count(), 7);
  }),
);

test(
  "keeps hostile names and absurd parts from breaking the view",
  open(async (page) => {
    const document = structuredClone(small);
    document.lists.push({ id: 7, label: { a: 1 } }, null, "x", { id: "l", label: "<b>x</b>".repeat(200), when: { all: 3 } });
    document.workflows.push({ id: "w", label: "W", enrol_on: 3, suppress: "x", actions: [null, 3, { shout: 1 }, { notify: 4, message: [] }] });
    document.lifecycle.stages.push({ id: "s", enter_when: [[]] });
    await openSmall(page, document);
    await openPart(page, /^W Whoever/);
    await page.getByText("This part cannot be shown as a form.").first().waitFor();
    assert.equal(await page.locator("lifecycle-view b", { hasText: /^x$/ }).count(), 0);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
  }),
);

for (const [theme, width] of [
  ["light", 1440],
  ["dark", 1440],
  ["light", 360],
  ["dark", 360],
]) {
  test(
    `can be used by everybody in every state: ${theme}, ${width} wide`,
    open(
      async (page) => {
        const checked = async (state) => {
          assert.deepEqual(await accessibilityFaults(page), [], state);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true, `${state} fits`);
        };
        await openInbound(page);
        await page.getByRole("button", { name: "Use thresholds 35 / 65" }).waitFor();
        await checked("nothing yet");
        await page.getByRole("button", { name: "Use thresholds 35 / 65" }).click();
        await page.locator("outcome-panel .funnel li").first().waitFor();
        await page.getByText("Who moves from where to where").click();
        await checked("the outcome");
        for (const part of [/^Marketing Qualified Lead/, /^Opportunities and customers/, /^Tell sales/]) {
          await openPart(page, part);
          await checked(String(part));
        }
        await page.getByText("For all stages").click();
        await checked("for all stages");
        await page.locator("message-field textarea").fill("{{");
        await page.locator("message-field .faults li").first().waitFor();
        await checked("with an error");
        await page.locator("message-field textarea").fill("{{email}}");
        await page.locator("outcome-panel .headline button").first().click();
        await page.getByRole("dialog").locator("li").first().waitFor();
        await checked("who moves");
      },
      { viewport: { width, height: 900 }, colorScheme: theme },
    ),
  );
}

for (const [language, stages, thresholds] of [
  ["es", "Etapas", "Usar los umbrales 35 / 65"],
  ["fr", "Étapes", "Utiliser les seuils 35 / 65"],
  ["zh", "阶段", "使用阈值 35 / 65"],
]) {
  test(
    `speaks ${language}, and fits a telephone in it`,
    open(
      async (page) => {
        await drop(page, ["small.json", JSON.stringify({ ...small, lists: undefined, lifecycle: undefined, workflows: undefined })], ["people.csv", people]);
        await page.getByRole("tab", { name: stages }).click();
        await page.getByRole("button", { name: thresholds }).click();
        await page.locator("outcome-panel .funnel li").first().waitFor();
        await page.locator("[data-section=workflows] part-row [aria-expanded]").click();
        await page.locator("workflow-editor").waitFor();
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
        assert.deepEqual(await accessibilityFaults(page), []);
      },
      { viewport: { width: 360, height: 800 }, locale: language },
    ),
  );
}
