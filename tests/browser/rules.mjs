// A ruleset opened in its tree, and what tests ask of it: a library of the tests of the rules.

import { drop, scored } from "./page.mjs";
import { contacts, events, ruleset } from "./small-files.mjs";

/** Opens a ruleset in the tree, with the small contacts unless others are given. */
export async function openRules(page, rules = ruleset, people = contacts, did = events) {
  const text = typeof rules === "string" ? rules : JSON.stringify(rules, null, 2);
  await drop(page, ["rules.json", text], ...(people ? [["people.csv", people]] : []), ...(did && people ? [["events.csv", did]] : []));
  if (people) await scored(page);
  await page.locator("#tab-rules").click();
  await page.locator("rules-view").waitFor();
}

export const line = (page, name) => page.locator("criterion-line").filter({ has: page.getByText(name, { exact: true }) });
export const heading = (page, name) => page.locator("heading-line").filter({ has: page.getByText(name, { exact: true }) });
export const points = (page, name) => page.getByRole("spinbutton", { name: `Points of ${name}` });
export const names = async (page) => (await page.locator("criterion-line .name").allTextContents()).map((name) => name.trim());
export const editorText = (page) => page.locator("rules-view").evaluate((view) => view.session.editor.text);
export const document = async (page) => JSON.parse(await editorText(page));
export const news = (page) => page.locator("rules-view > [role=status]").innerText();
export const cell = async (page, name, which) => (await line(page, name).locator(`.${which}`).textContent()).replace(/\s+/g, " ").trim();
export const focusedKey = (page) =>
  page.evaluate(() => {
    let element = globalThis.document.activeElement;
    while (element?.shadowRoot?.activeElement && !element.dataset.key) element = element.shadowRoot.activeElement;
    return element?.dataset?.key ?? element?.getAttribute("aria-label") ?? element?.localName;
  });

/** Two groups, two scores: enough to move things about in. */
export const criterion = (id, points = 5, more = {}) => ({ id, label: id.toUpperCase(), when: { property: "jobtitle", contains_word: "vp" }, points, ...more });
export const two = {
  name: "Two",
  version: 1,
  scores: [
    {
      id: "one",
      label: "One",
      groups: [
        { id: "first", label: "First", limit: { max: 8 }, criteria: [criterion("a"), criterion("b"), criterion("c")] },
        { id: "second", label: "Second", criteria: [criterion("d")] },
      ],
    },
    { id: "other", label: "Other", groups: [{ id: "third", label: "Third", criteria: [criterion("a", 1)] }] },
  ],
  bands: [{ score: "one", ranges: [{ label: "Hot", at_least: 10 }] }],
};

/** Groups of as many criteria each. */
export function large(groups, each) {
  const made = Array.from({ length: groups }, (_, g) => ({
    id: `g${g}`,
    label: `Group ${g}`,
    criteria: Array.from({ length: each }, (_, c) => ({ ...criterion(`c${g * each + c}`, 1), label: `Criterion ${g * each + c}` })),
  }));
  return { name: "Big", version: 1, scores: [{ id: "big", label: "Big", groups: made }] };
}
