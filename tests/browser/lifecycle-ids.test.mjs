// Ids of stages, lists and workflows: what names them follows when they change, and nothing else does.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { documentOf, ids, openPart, openSmall, sample, small } from "./lifecycle-page.mjs";
import { accessibilityFaults, browserTests } from "./page.mjs";

const open = browserTests({ before, after });
const inbound = () => JSON.parse(sample("inbound.json"));
const idField = (page) => page.locator("stage-editor, list-editor, workflow-editor").getByRole("textbox", { name: /^(Id|Value of the property)$/ });
const complaint = (page) => page.locator("#id-faults li");
const give = async (page, id) => {
  await idField(page).fill(id);
  await page.keyboard.press("Tab");
};

test(
  "does not take over what names another list when a mistyped id is corrected",
  open(async (page) => {
    const before = inbound();
    await openSmall(page, before);
    await openPart(page, /^Marketing Qualified Leads/);
    await give(page, "sqls");
    await complaint(page).filter({ hasText: "Another list has this id." }).filter({ hasText: "“mqls” stays" }).waitFor();
    assert.equal(await idField(page).inputValue(), "sqls");
    assert.equal(await idField(page).getAttribute("aria-invalid"), "true");
    assert.deepEqual(await accessibilityFaults(page), []);
    assert.deepEqual(await documentOf(page), before, "what cannot be is not written");
    await give(page, "mqls");
    await complaint(page).waitFor({ state: "detached" });
    assert.deepEqual(await documentOf(page), before);
  }),
);

test(
  "keeps the id while the one that is typed is none, and takes everything along once it is",
  open(async (page) => {
    await openSmall(page, inbound());
    await openPart(page, /^Marketing Qualified Leads/);
    for (const none of ["", "  ", "m q l s", "-mqls", "x".repeat(65), "{{email}}"]) {
      await give(page, none);
      await complaint(page).filter({ hasText: "An id is 1 to 64 letters" }).waitFor();
      assert.deepEqual(await documentOf(page), inbound(), none);
    }
    await give(page, "mqls2");
    await complaint(page).waitFor({ state: "detached" });
    const expected = JSON.parse(JSON.stringify(inbound()).replaceAll('"mqls"', '"mqls2"'));
    assert.deepEqual(await documentOf(page), expected);
    await page.getByRole("button", { name: "Undo: Change an id" }).click();
    assert.deepEqual(await documentOf(page), inbound());
    assert.equal(await idField(page).inputValue(), "mqls");
  }),
);

test(
  "leaves what names an id that two lists have in a file with the other one",
  open(async (page) => {
    const document = structuredClone(small);
    document.lists.push({ id: "hot", label: "Second", members: ["2"] });
    await openSmall(page, document);
    await openPart(page, /^Second/);
    await complaint(page).first().waitFor();
    await give(page, "second");
    await complaint(page).waitFor({ state: "detached" });
    const expected = structuredClone(document);
    expected.lists[2].id = "second";
    assert.deepEqual(await documentOf(page), expected);
  }),
);

test(
  "forgets an id that could not be when the part gets another one elsewhere",
  open(async (page) => {
    await openSmall(page);
    await openPart(page, /^Staff/);
    await give(page, "colleagues");
    await give(page, "hot");
    await complaint(page).waitFor();
    await page.getByRole("button", { name: "Undo: Change an id" }).click();
    await complaint(page).waitFor({ state: "detached" });
    assert.equal(await idField(page).inputValue(), "staff");
    await give(page, "hot");
    await complaint(page).waitFor();
    await openPart(page, /^Hot/);
    assert.equal(await idField(page).inputValue(), "hot");
    assert.equal(await complaint(page).count(), 0);
    await openPart(page, /^Staff/);
    assert.equal(await idField(page).inputValue(), "staff");
  }),
);

test(
  "takes the tests of a stage and the actions that set it along to its new value, in one step",
  open(async (page) => {
    const document = inbound();
    document.lifecycle.exclude = { any: [{ list: "excluded" }, { all: [{ not: { stage: ["lead", "MarketingQualifiedLead ", null] } }] }] };
    document.lifecycle.stages[4].enter_when = { stage: ["marketingqualifiedlead", "Marketing Qualified Lead"] };
    // These name the stage by its label, or mean something else.
    document.lists[3].when = { any: [{ stage: "marketing qualified lead" }, { property: "lifecyclestage", is_equal_to: "marketingqualifiedlead" }] };
    document.workflows[0].actions.push(
      { set: " LifecycleStage", to: "marketingqualifiedlead" },
      { set: "owner", to: "marketingqualifiedlead" },
      { set: "lifecyclestage", to: "{{marketingqualifiedlead}}" },
      { notify: "sales", message: "marketingqualifiedlead" },
    );
    await openSmall(page, document);
    await openPart(page, /^Marketing Qualified Lead When/);
    await give(page, "mql2");
    const expected = structuredClone(document);
    expected.lifecycle.stages[2].id = "mql2";
    expected.lifecycle.exclude.any[1].all[0].not.stage[1] = "mql2";
    expected.lifecycle.stages[4].enter_when.stage[0] = "mql2";
    expected.lists[1].when.stage = "mql2";
    expected.workflows[1].actions[1].to = "mql2";
    expected.workflows[0].actions[2].to = "mql2";
    assert.deepEqual(await documentOf(page), expected);
    await page.getByRole("button", { name: "Undo: Change an id" }).click();
    assert.deepEqual(await documentOf(page), document);
  }),
);

test(
  "takes no stage's name for another one, not even in other letters, and leaves a test by a label alone",
  open(async (page) => {
    const document = structuredClone(small);
    document.lists[0].when = { stage: "Lead" };
    await openSmall(page, document);
    await openPart(page, /^Lead Nobody/);
    // MQL is the label of another stage.
    for (const taken of ["Mql", "CUSTOMER"]) {
      await give(page, taken);
      await complaint(page).filter({ hasText: "Another stage is named so." }).waitFor();
      assert.deepEqual(await documentOf(page), document, taken);
    }
    await give(page, "prospect");
    const { lifecycle, lists } = await documentOf(page);
    assert.deepEqual([lifecycle.stages[0].id, lists[0].when], ["prospect", { stage: "Lead" }]);
  }),
);

test(
  "gives a workflow no id that another one has",
  open(async (page) => {
    await openSmall(page);
    await openPart(page, /^Mark/);
    await give(page, "tell");
    await complaint(page).filter({ hasText: "Another workflow has this id." }).waitFor();
    assert.deepEqual(ids((await documentOf(page)).workflows), ["tell", "mark"]);
    await give(page, "mark-owner");
    assert.deepEqual(ids((await documentOf(page)).workflows), ["tell", "mark-owner"]);
  }),
);

test(
  "gives parts without an id one, and survives what is no filter",
  open(async (page) => {
    const document = structuredClone(small);
    delete document.lists[1].id;
    document.lists.push({ id: "odd", when: { all: 3, any: [null, [], { not: "x" }, { list: ["hot"] }] } });
    document.workflows.push({ id: "w", label: "W", enrol_on: "", suppress: "x", actions: [null, { set: 3, to: "lead" }] });
    await openSmall(page, document);
    await openPart(page, /^Staff/);
    await give(page, "people");
    await openPart(page, /^Hot/);
    await give(page, "warm");
    const { lists, lifecycle, workflows } = await documentOf(page);
    assert.deepEqual(ids(lists), ["warm", "people", "odd"]);
    assert.deepEqual([lifecycle.stages[1].enter_when, lifecycle.exclude, workflows[0].enrol_on, workflows[2].enrol_on], [{ list: "warm" }, { list: "staff" }, "warm", ""]);
  }),
);
