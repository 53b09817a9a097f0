// That .ci/check-page.mjs finds what it is there for: each fault is planted into a small page, and what is no fault is let be.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("../../.ci/check-page.mjs", import.meta.url));

/** What the check says about a page of these files. */
function check(files) {
  const www = mkdtempSync(join(tmpdir(), "leadscore-page-"));
  try {
    for (const [path, text] of Object.entries({ "src/main.ts": "export {};", ...files })) {
      mkdirSync(dirname(join(www, path)), { recursive: true });
      writeFileSync(join(www, path), text);
    }
    const { status, stderr } = spawnSync(process.execPath, [script, www], { encoding: "utf8" });
    const faults = stderr.split("\n").filter((line) => line.startsWith("error: ")).map((line) => line.slice("error: ".length));
    assert.equal(status, faults.length === 0 ? 0 : 1, stderr);
    return faults;
  } finally {
    rmSync(www, { recursive: true, force: true });
  }
}

/** Every line of a module, and whether it is a fault: lines that are none begin with `fine:`. */
function checkLines(path, lines) {
  const wrong = lines.flatMap((line, index) => (line.startsWith("fine:") ? [] : [index + 1]));
  const faults = check({ [path]: lines.map((line) => line.replace(/^fine:/, "")).join("\n") });
  const told = faults.map((fault) => Number(fault.match(/^www\/[^:]+:(\d+): /)?.[1]));
  assert.deepEqual([...new Set(told)], wrong, faults.join("\n"));
}

test("the package is for the worker alone, and what is behind it for nobody", () => {
  const lines = [
    'import { score } from "leadscore";',
    'import { type Ledger } from "leadscore";',
    'export * from "leadscore/web";',
    'const one = import("leadscore");',
    'import "../../../pkg/dist/leadscore.js";',
    'export { score } from "../../../pkg/index.js";',
    'import type { Ledger } from "../../../pkg/index.d.ts";',
    'const two = new URL("../../../pkg/dist/leadscore.wasm", import.meta.url);',
    'const three = import.meta.glob(["./*.ts", "../../../src/**/*.rs"]);',
    "const four = import(`./${name}.ts`);",
    'fine:import type { Ledger } from "leadscore";',
    'fine:import schema from "leadscore/ruleset.schema.json";',
    'fine:import { html } from "lit";',
    'fine:import contacts from "../../samples/contacts.csv?url";',
    'fine:import { points } from "../text/points.ts";',
    'fine:const five = import.meta.glob("../text/*.ftl", { query: "?raw" });',
  ];
  checkLines("src/components/some.ts", lines);
  assert.deepEqual(check({ "src/worker/some.ts": 'import { loadContacts } from "leadscore";\nexport { loadContacts };' }), []);
});

test("windows, decay and limits are not worked out in the page", () => {
  checkLines("src/session/some.ts", [
    "const start = asOf - criterion.within_days * 86_400_000;",
    "const { within_days: days = 30 } = criterion; const since = days! * 24;",
    "const inside = age <= Number(criterion['within_days']);",
    "const left = points * (1 - decay.percent / 100);",
    "function steps({ percent }: Decay) { return percent / 100; }",
    "const { decay: { percent: rate } } = group; const kept = 100 - rate;",
    "const passed = Math.floor(age / (group.decay?.every_days ?? 30));",
    "const clamped = Math.min(points, group.limit.max);",
    "const { limit: { min: lowest } } = score; const raised = Math.max(lowest, points);",
    "const bounds = score.limit; const cut = points > bounds.max ? bounds.max : points;",
    "const counted = Math.min(found, criterion.max_occurrences);",
    "let rest = 5; rest -= criterion.max_occurrences;",
    "const isMql = contact.points >= range.at_least;",
    "const often = 3 > test.exactly || count === test.exactly;",
    "const { at_most } = test; const rare = occurrences <= at_most;",
    "fine:const words = `within ${criterion.within_days} days`;",
    "fine:const shown = 'within ' + criterion.within_days;",
    "fine:const valid = criterion.within_days > 0 && group.limit.max < 1e9;",
    "fine:const wrong = group.limit.min > group.limit.max;",
    "fine:const sorted = ranges.toSorted((a, b) => b.at_least - a.at_least);",
    "fine:const x = ((range.at_least - low) / (high - low)) * width;",
    "fine:const progress = Math.min(bytesRead, bytesTotal); const percent = progress / 100;",
    "fine:const page = rows.slice(from, Math.min(from + limit, rows.length));",
    "fine:const apart = (after.points - before.points) / 100;",
    "fine:const changed = { ...criterion, within_days: 30 };",
    "fine:function word() { const { count, at_least } = evidence; return count < at_least ? 'short' : 'enough'; }",
    "fine:function phrase({ count, at_least }: EventEvidence) { return count < at_least || evidence.count > evidence.at_most; }",
  ]);
});

test("what operators mean is not decided in the page", () => {
  const lines = [
    "const tests = { contains: (value, operand) => value.includes(operand),",
    "fine:};",
    "fine:function meets(operator, value, operand) { switch (operator) {",
    'fine:  case "is_known": break; case "contains":',
    'case "starts_with": return value.startsWith(operand);',
    'fine:  case "is_any_of": return operand.length > 1; case "is_between": return ["a"].includes(kind);',
    "fine:  default: return value < operand;",
    "fine:} }",
    'if (operator === "is_greater_than") met = value > operand;',
    'const held = "matches_regex" in test ? new RegExp(operand).exec(value) : null;',
    'fine:const kind = operator === "is_between" ? "two numbers" : "text";',
    'fine:if (operator === "contains" || operator === "contains_word") label = words[operator];',
    'fine:const editors = { contains: (field) => html`<x-words .field=${field}></x-words>` };',
    "fine:const found = names.filter((name) => name.includes(search));",
  ];
  checkLines("src/components/some.ts", lines);
});

const catalogues = (over = {}) => {
  const languages = { en: "hello = Hello { $name }\nbye = Bye", es: "hello = Hola { $name }\nbye = Adiós", fr: "hello = Salut { $name }\nbye = Salut", zh: "hello = 你好 { $name }\nbye = 再见" };
  const files = Object.entries({ ...languages, ...over.ftl }).map(([language, text]) => [`src/text/catalogues/${language}/page.ftl`, text]);
  const source = 'import { say } from "./text/say.ts";\nsay("hello", { name });\nsay(`bye`);\n';
  return { ...Object.fromEntries(files), "src/text/say.ts": "export const say = (id, args) => id;", "src/main.ts": source + (over.source ?? ""), ...over.files };
};

test("catalogues that say the same, and what is named, are fine", () => {
  assert.deepEqual(check(catalogues()), []);
  assert.deepEqual(check({}), [], "a page without catalogues");
});

test("every language has the same files, messages, variables and attributes", () => {
  const faults = (over) => check(catalogues(over)).map((fault) => fault.replace(/^src\/text\/catalogues\//, ""));
  const es = (text) => faults({ ftl: { es: text } });
  assert.deepEqual(es("hello = Hola { $name }"), ["es/page.ftl: bye is missing, en has it"]);
  assert.deepEqual(es("hello = Hola { $name }\nbye = Adiós\nmore = Más"), ["es/page.ftl: more is not in en"]);
  assert.deepEqual(es("hello = Hola { $nombre }\nbye = Adiós"), ["es/page.ftl: hello: expected the variables $name, as in en, found $nombre"]);
  assert.deepEqual(es("hello = Hola { $name }\n    .title = Hola\nbye = Adiós"), [
    "es/page.ftl: hello: expected a value and attributes as in en (none), found others (.title)",
  ]);
  assert.deepEqual(es("hello = Hola { $name }\nbye = { hallo } { -brand }"), [
    "es/page.ftl: bye refers to hallo, which is nowhere in es",
    "es/page.ftl: bye refers to -brand, which is nowhere in es",
  ]);
  assert.deepEqual(es("hello = Hola { $name }\nbye = Adiós\nbye = Adiós"), ["es/page.ftl: bye is in page.ftl already"]);
  assert.match(es("hello = Hola { $name\nbye = Adiós")[0], /^es\/page\.ftl:1: /);
  assert.deepEqual(faults({ files: { "src/text/catalogues/en/more.ftl": "" } }), ["es/more.ftl", "fr/more.ftl", "zh/more.ftl"].map((file) => `${file}: is missing, en has it`));
  assert.deepEqual(faults({ files: { "src/text/catalogues/de/page.ftl": "" } }), ["src/text/catalogues: expected a folder for each of en, es, fr, zh, found de"]);
});

test("a language may do without a variable that only chooses a form", () => {
  const plural = "hello = { $name }\nbye = { $count ->\n    [one] One\n   *[other] { $count }\n}";
  const many = "hello = { $name }\nbye = { $count ->\n    [one] One\n   *[other] Many\n}";
  const source = 'say("bye", { count });';
  const over = (ftl) => check({ ...catalogues({ ftl, source }), "src/main.ts": `import { say } from "./text/say.ts";\nsay("hello", { name });\n${source}` });
  const plain = "hello = { $name }\nbye = 多";
  assert.deepEqual(over({ en: many, es: many, fr: many, zh: plain }), []);
  assert.deepEqual(over({ en: plural, es: plural, fr: plural, zh: plain }), [
    "zh/page.ftl: bye: expected the variables $count, as in en, found none",
  ]);
});

test("a folder of catalogues with nothing in it is not taken for complete", () => {
  const faults = check({ "src/text/catalogues/README.md": "" });
  for (const language of ["en", "es", "fr", "zh"]) assert.ok(faults.includes(`src/text/catalogues/${language}: expected messages (*.ftl), found none`), faults.join("\n"));
});

test("what the sources name exists, with what it needs, and everything is named", () => {
  const withMore = (text) => Object.fromEntries(["en", "es", "fr", "zh"].map((language) => [language, `hello = { $name }\nbye = x\n${text}`]));
  assert.deepEqual(check(catalogues({ source: 'say("helo");' })), ["www/src/main.ts:4: expected the id of a message, found helo, which is in no catalogue"]);
  assert.deepEqual(check(catalogues({ source: 'say("hello");' })), ["www/src/main.ts:4: hello needs $name"]);
  assert.deepEqual(check(catalogues({ source: 'say("bye", { when });' })), ["www/src/main.ts:4: bye has no $when"]);
  assert.deepEqual(check(catalogues({ ftl: withMore("more = x") })), ["en/page.ftl: no source names more; remove it in all languages"]);
  assert.deepEqual(check(catalogues({ ftl: withMore("band-none = x\nband-high = x"), source: "say(`band-${tone}`);" })), []);
  assert.deepEqual(check(catalogues({ ftl: withMore("-brand = x\npart = { -brand }\nwhole = { part }"), source: 'const id = "whole";' })), []);
});
