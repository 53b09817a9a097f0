// Rules in words: every operator and every kind of criterion, in every language; what is English is written down here.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadModules } from "./page.mjs";

const languages = ["en", "es", "fr", "zh"];

/** The operators, out of the table that specifies them. */
const specification = readFileSync(new URL("../../pkg/RULESET.md", import.meta.url), "utf8");
const operators = [...specification.split("### Property tests")[1].split("### Event tests")[0].matchAll(/^\| (`.+?`) \|/gm)]
  .flatMap(([, cell]) => [...cell.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name));

function operandsOf(operator) {
  if (/known$/.test(operator)) return [true];
  if (/between$/.test(operator)) return [[50, 999], ["2024-03-12", "2024-04-01T09:30:00Z"]];
  if (/(before|after)$/.test(operator)) return ["2024-03-12", 1710230400000, "2024-03-12 09:14"];
  if (/x_days/.test(operator)) return [1, 30];
  if (/(greater|less)_than/.test(operator)) return [1000.5];
  return ["vp", ["vp", "head"], ["a", "b", "c", "d", "e", "f", "g"]];
}

/** With the page's words, in a language. */
function speaking(body) {
  globalThis.document ??= { documentElement: {} };
  return loadModules(body, "/src/text/language.ts", "/src/text/sentences.ts");
}

test("words every operator in every language, differently from all others", async () => {
  assert.ok(operators.length >= 29, `only ${operators.length} operators are specified`);
  await speaking(async ({ useLanguage }, { filterSentence }) => {
    for (const language of languages) {
      await useLanguage(language);
      const seen = new Map();
      for (const operator of operators) {
        for (const operand of operandsOf(operator)) {
          const sentence = filterSentence({ property: "jobtitle", [operator]: operand }, () => "Job title");
          assert.match(sentence, /Job title/);
          assert.doesNotMatch(sentence, /sentence-|evidence-|event-|\{|\}|undefined|NaN|_/, `${operator} in ${language}: ${sentence}`);
          // A list of one kind of value and one of another read alike where they mean the same.
          const twin = seen.get(sentence);
          const alike = [["is_equal_to", "is_any_of"], ["is_not_equal_to", "is_none_of"], ["is_any_of", "contains_all"], ["is_none_of", "does_not_contain_all"]];
          assert.ok(twin === undefined || alike.some((pair) => pair.includes(twin) && pair.includes(operator)), `${operator} reads as ${twin} in ${language}: ${sentence}`);
          seen.set(sentence, operator);
        }
      }
    }
  });
});

test("says in English what filters test", async () => {
  await speaking(async ({ useLanguage }, { filterSentence }) => {
    await useLanguage("en");
    const labelOf = (property) => ({ jobtitle: "Job title", numemployees: "Number of employees" })[property] ?? property;
    const vp = { property: "jobtitle", contains: ["vp", "head"] };
    const pricing = { event: "page_view", where: { property: "url", contains: "/pricing" }, at_least: 2, within_days: 30 };
    const cases = [
      [vp, "Job title contains any of 'vp', 'head'"],
      [pricing, "2 or more page views where URL contains '/pricing' within 30 days"],
      [{ property: "numemployees", is_between: [50, 999] }, "Number of employees is between 50 and 999"],
      [{ property: "closed", is_after: "2024-03-12" }, "closed is after 12 Mar 2024"],
      [{ property: "closed", is_before: "2024-03-12 09:14" }, "closed is before 12 Mar 2024, 09:14 UTC"],
      [{ property: "jobtitle", is_equal_to: ["a", "b", "c", "d", "e", "f", "g"] }, "Job title is any of 'a', 'b', 'c', 'd', 'e' and 2 more"],
      [{ property: "jobtitle", is_not_equal_to: "x", include_unknown: true }, "Job title is not 'x' or is unknown"],
      [{ event: "email_open" }, "At least 1 email open"],
      [{ event: "email_open", exactly: 0 }, "No email opens"],
      [{ event: "email_open", at_least: 2, at_most: 5 }, "2 to 5 email opens"],
      [{ event: "email_open", at_most: 1, within_days: 1 }, "At most 1 email open within 1 day"],
      [{ event: "demo_request", exactly: 3 }, "Exactly 3 'demo_request' events"],
      [{ not: { event: "form_submission" } }, "No form submissions"],
      [{ not: vp }, "Not (Job title contains any of 'vp', 'head')"],
      [{ not: { any: [vp, pricing] } }, "None of: Job title contains any of 'vp', 'head', 2 or more page views where URL contains '/pricing' within 30 days"],
      [{ all: [vp, { any: [{ event: "email_click" }, pricing] }] }, "Job title contains any of 'vp', 'head' and (at least 1 click in an email or 2 or more page views where URL contains '/pricing' within 30 days)"],
      [{ all: [] }, "Anything"],
      [{ any: [] }, "Nothing"],
      [{ score: "fit", at_least: 10, below: 20.5 }, "fit is 10 or more and fit is below 20.5"],
      // What is not finished, or wrong.
      [undefined, "An unfinished condition"],
      [{}, "An unfinished condition"],
      [[1], "An unfinished condition"],
      [{ all: "x" }, "An unfinished condition"],
      [{ not: null }, "Not (an unfinished condition)"],
      [{ property: "jobtitle" }, "Job title …"],
      [{ property: " ", is_known: true }, "a property is known"],
      [{ property: "jobtitle", sounds_like: { a: 1 } }, "Job title sounds_like …"],
      [{ property: "jobtitle", is_between: 5 }, "Job title is between 5 and …"],
      [{ property: "jobtitle", is_less_than_x_days_ago: "ten" }, "Job title was within the last 'ten' days"],
      [{ event: "page_view", at_least: "many" }, "'many' or more page views"],
    ];
    for (const [filter, expected] of cases) assert.equal(filterSentence(filter, labelOf), expected);
  });
});

test("says in English what criteria test", async () => {
  await speaking(async ({ useLanguage }, { criterionSentence }) => {
    await useLanguage("en");
    const cases = [
      [{ when: { property: "jobtitle", is_known: true }, points: 5 }, "jobtitle is known"],
      [{ property: "industry", values: { Software: 10, Gambling: -10 } }, "By industry: Software +10, Gambling −10"],
      [{ property: "industry", values: { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }, default: 0.5 }, "By industry: a +1, b +2, c +3, d +4 and 2 more; otherwise +0.5"],
      [{ property: "industry", values: {} }, "By industry: no values yet"],
      [{ event: "page_view", points: 2 }, "Each page view"],
      [{ event: "page_view", once_per: "day", within_days: 30, max_occurrences: 5 }, "Each page view within 30 days, once per day, at most 5"],
      [{ event: "form_submission", once_per: "form" }, "Each form submission, once per form"],
      [{ event: "page_view", frequency: [{ from: 1, to: 1, points: 1 }, { from: 2, to: 3, points: 2 }, { from: 4, points: 5 }] }, "Page views: once +1, 2 to 3 times +2, 4 or more times +5"],
      [{}, "An unfinished condition"],
      [null, "An unfinished condition"],
      [{ values: "x", property: 5 }, "By a property: no values yet"],
      [{ event: "page_view", frequency: "often" }, "Page views: …"],
    ];
    for (const [criterion, expected] of cases) assert.equal(criterionSentence(criterion), expected);
  });
});

test("says in English what was found, and what it would take", async () => {
  await speaking(async ({ useLanguage }, { evidenceSentence, missingSentence }) => {
    await useLanguage("en");
    const title = { test: "property", met: false, text: "", property: "jobtitle", operator: "contains", operand: ["vp", "head"], value: "Intern" };
    const views = { test: "event", met: false, text: "", event: "page_view", count: 3, at_least: 5, within_days: 30 };
    const labelOf = (property) => (property === "jobtitle" ? "Job title" : property);
    const when = { all: [{ property: "jobtitle", contains: ["vp", "head"] }, { event: "page_view", where: { property: "url", contains: "/p" }, at_least: 5, within_days: 30 }] };
    const cases = [
      [title, undefined, "Job title: 'Intern'", "Job title contains any of 'vp', 'head'"],
      [{ ...title, met: true, value: "VP" }, undefined, "Job title: 'VP'", ""],
      [{ ...title, value: null, unknown: "missing" }, undefined, "Job title is unknown", "Job title contains any of 'vp', 'head'"],
      [{ ...title, value: "N/A", unknown: "declared" }, undefined, "Job title 'N/A' stands for no value", "Job title contains any of 'vp', 'head'"],
      [{ ...title, operator: "is_less_than", operand: 5, value: "x", unknown: "unreadable" }, undefined, "Job title 'x' cannot be read as this test needs it", "Job title is less than 5"],
      [views, undefined, "3 of 5 page views within 30 days", "2 more page views within 30 days"],
      [{ ...views, count: 0, at_least: 1 }, undefined, "0 page views within 30 days", "1 page view within 30 days"],
      [{ ...views, at_least: 0, at_most: 0 }, undefined, "3 page views within 30 days, at most 0 allowed", "No page views within 30 days"],
      [{ test: "all", met: false, text: "", parts: [title, views] }, { when }, "Job title: 'Intern', 3 of 5 page views where URL contains '/p' within 30 days", "Job title contains any of 'vp', 'head' and 2 more page views where URL contains '/p' within 30 days"],
      [{ test: "any", met: false, text: "", parts: [views, title] }, undefined, "3 of 5 page views within 30 days, Job title: 'Intern'", "2 more page views within 30 days or Job title contains any of 'vp', 'head'"],
      [{ test: "not", met: false, text: "", parts: [{ ...title, met: true, value: "VP" }] }, undefined, "Job title: 'VP'", "Not (Job title contains any of 'vp', 'head')"],
      [{ test: "value", met: false, text: "", property: "industry", value: "Mining", items: [] }, { values: { Software: 10, Gambling: -5 } }, "industry 'Mining' is not listed", "By industry: Software +10, Gambling −5"],
      [{ test: "value", met: false, text: "", property: "industry", value: null, unknown: "missing", items: [] }, undefined, "industry is unknown", "Industry is one of those listed"],
      [{ test: "occurrences", met: false, text: "", event: "page_view", count: 0, found: 0, occurrences: [] }, undefined, "0 page views", "1 page view"],
      [{ test: "occurrences", met: true, text: "", event: "page_view", count: 2, found: 7, occurrences: [] }, undefined, "7 page views, of which 2 count", ""],
      [{ test: "any", met: false, text: "", parts: [] }, undefined, "nothing to test", "Nothing can meet it"],
    ];
    for (const [evidence, about, found, missing] of cases) {
      assert.equal(evidenceSentence(evidence, labelOf, about), found);
      assert.equal(missingSentence(evidence, labelOf, about), missing);
    }
  });
});

test("leaves no word out in any language, and survives what is hostile", async () => {
  await speaking(async ({ useLanguage }, { criterionSentence, evidenceSentence, filterSentence, missingSentence }) => {
    let deep = { property: "x", is_known: true };
    for (let depth = 0; depth < 5_000; depth++) deep = depth % 2 ? { all: [deep, deep] } : { not: deep };
    const long = "<img src=x>".repeat(1_000_000);
    for (const language of languages) {
      await useLanguage(language);
      const texts = [
        ...[{ way: 1, all: [] }, { any: [] }, { not: { any: [{}, {}] } }, { property: "a", is_known: true, include_unknown: true }].map((one) => filterSentence(one)),
        ...[{ at_least: 1 }, { at_least: 3 }, { at_most: 2 }, { exactly: 0 }, { exactly: 2 }, { at_least: 1, at_most: 4 }].flatMap((bounds) =>
          ["page_view", "form_submission", "email_open", "email_click", "email_reply", "email_bounce", "meeting_booked", "webinar_attended", "other"].map((event) =>
            filterSentence({ event, ...bounds, within_days: 7, where: { property: "url", is_known: true } }),
          ),
        ),
        ...[{ at_least: 1 }, { at_most: 1 }, { below: 1 }].map((bound) => filterSentence({ score: "fit", ...bound })),
        criterionSentence({ event: "page_view", frequency: [{ from: 1, to: 1 }, { from: 2, to: 3 }, { from: 5 }], once_per: "day", max_occurrences: 2 }),
        criterionSentence({ event: "page_view", once_per: "url" }),
        criterionSentence({ property: "a", values: { b: 1 }, default: 2 }),
        criterionSentence({ property: "a", values: {} }),
        evidenceSentence({ test: "event", met: true, event: "call", count: 5, at_least: 0, at_most: 4 }),
        missingSentence({ test: "occurrences", met: false, event: "call", count: 2, found: 2, occurrences: [] }),
      ];
      for (const text of texts) assert.doesNotMatch(text, /(sentence|evidence|event)-[a-z]|\{|\}|undefined|NaN/, `${language}: ${text}`);
      assert.ok(filterSentence(deep).length < 4_000);
      assert.ok(filterSentence({ all: Array(100_000).fill({ property: long, contains: Array(1_000).fill(long) }) }).length < 8_000);
      assert.ok(criterionSentence({ property: long, values: { [long]: 1 } }).length < 400);
    }
  });
});

test("calls a property by the ruleset's label, else by the column's, else as it is written", async () => {
  await speaking((_, { propertyLabels }) => {
    const columns = [{ name: "Job Title", internal_name: "jobtitle" }, { name: "Country/Region", internal_name: "country" }];
    const labelOf = propertyLabels({ properties: { country: { label: "Country" }, odd: null } }, columns);
    assert.deepEqual(["country", "JobTitle ", "odd", "other"].map(labelOf), ["Country", "Job Title", "odd", "other"]);
  });
});
