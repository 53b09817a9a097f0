// What the tests of stages, lists and workflows have in common: rulesets, contacts, and the parts of the view.

import { readFileSync } from "node:fs";
import { drop, saveRuleset, scored, show } from "./page.mjs";

export const sample = (name) => readFileSync(new URL(`../../www/samples/${name}`, import.meta.url), "utf8");
export const asOf = "2026-06-30T12:00:00Z";

export const small = {
  version: 1,
  scores: [{ id: "lead", label: "Lead score", groups: [{ id: "all", criteria: [{ id: "vp", when: { property: "title", contains: "vp" }, points: 40 }] }] }],
  bands: [{ score: "lead", ranges: [{ label: "MQL", at_least: 35 }] }],
  lists: [
    { id: "hot", label: "Hot", when: { score: "lead", at_least: 35 } },
    { id: "staff", label: "Staff", members: ["1"] },
  ],
  lifecycle: {
    stages: [
      { id: "lead", label: "Lead" },
      { id: "mql", label: "MQL", enter_when: { list: "hot" } },
      { id: "customer", label: "Customer" },
    ],
    exclude: { list: "staff" },
  },
  workflows: [
    { id: "tell", label: "Tell sales", enrol_on: "hot", suppress: ["staff"], actions: [{ notify: "sales", message: "{{id}}" }] },
    { id: "mark", label: "Mark", enrol_on: "hot", enrol_present: true, actions: [{ set: "owner", to: "inbound" }] },
  ],
};
export const people = "id,title,lifecyclestage\n1,VP Sales,lead\n2,VP Marketing,lead\n3,Clerk,lead\n4,VP Ops,customer\n";

/** The inbound template as it was before it had stages. */
export const inbound = () => {
  const { lifecycle, lists, workflows, ...rest } = JSON.parse(sample("inbound.json"));
  return JSON.stringify(rest, null, 2);
};

/** The sample's contacts, and rules without stages. */
export async function openInbound(page) {
  await drop(page, ["inbound.json", inbound()], ["contacts.csv", sample("contacts.csv")], ["events.csv", sample("events.csv")]);
  await scored(page);
  await page.locator("as-of-field input").fill(asOf.slice(0, 16));
  await page.locator("#tab-lifecycle").click();
}

export async function openSmall(page, document = small, ...more) {
  await drop(page, ["small.json", JSON.stringify(document)], ...more);
  await show(page, "Stages");
  await page.locator("part-row").first().waitFor();
}

/** Publishes what is in work: these rules hold from then on. */
export async function publish(page) {
  const header = page.locator("page-header publish-dialog");
  await header.getByRole("button", { name: "Publish" }).click();
  await header.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await header.getByRole("dialog").getByRole("button", { name: "Done" }).click();
  await header.getByRole("dialog").waitFor({ state: "hidden" });
}

export const documentOf = async (page) => JSON.parse((await saveRuleset(page)).text);
export const section = (page, name) => page.locator("lifecycle-view section.card").filter({ has: page.getByRole("heading", { name, level: 2 }) });
export const header = (page, name) => page.locator("lifecycle-view part-row:not([flat])").getByRole("button", { name, exact: false }).and(page.locator("[aria-expanded]"));
export const openPart = (page, name) => header(page, name).click();
export const menu = async (page, of, item) => {
  await page.getByRole("button", { name: `More about ${of}`, exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
};
export const ids = (parts) => parts.map(({ id }) => id);
export const dragBefore = async (page, from, to) => {
  await to.scrollIntoViewIfNeeded();
  await from.locator(".grip").hover();
  await page.mouse.down();
  const { x, y } = await to.boundingBox();
  await page.mouse.move(x + 90, y + 20, { steps: 3 });
  await page.mouse.move(x + 90, y + 6, { steps: 3 });
  await to.locator(".mark").waitFor();
  await page.mouse.up();
};
export const number = (text) => Number(text.trim().replace("−", "-").replace("+", "").replaceAll(",", "").replace("·", "0"));
