// Rulesets in links and files, and the templates to start from.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { libraryTests } from "./library-modules.mjs";

const tabs = libraryTests({ before, after });
const sample = (name) => readFileSync(new URL(`../../www/samples/${name}.json`, import.meta.url), "utf8");
const link = (bytes, version = "1") => `#ruleset=${version}.${deflateRawSync(bytes, { level: 9 }).toString("base64url")}`;

/** What is read from what stands after `#`: the text, or the code of the fault. */
const read = (page, hash) =>
  page.evaluate(async (hash) => {
    const { textInLink, LinkFault } = await import("/link.js");
    return textInLink(hash).catch((error) => (error instanceof LinkFault ? error.code : `not a LinkFault: ${error}`));
  }, hash);

test(
  "puts a ruleset into a link and gets the same text back, whatever is in it",
  tabs(async (openTab) => {
    const page = await openTab();
    for (const text of [sample("inbound"), sample("saas"), "", "{ faulty", "\ufeff{}\r\n", '{"name":"<script>alert(1)</script> 潜在客户 😀 \u0000"}']) {
      const made = await page.evaluate(async (text) => (await import("/link.js")).linkTo("https://example.org/page/?a=b#before", text), text);
      assert.match(made, /^https:\/\/example\.org\/page\/\?a=b#ruleset=1\.[A-Za-z0-9_-]*$/);
      assert.equal(await read(page, new URL(made).hash), text);
    }
    assert.equal(await read(page, link("{}").replace("#", "#view=list&")), "{}");
  }),
);

test(
  "refuses links that are too long, and advises to send the file",
  tabs(async (openTab) => {
    const page = await openTab();
    // Digits of a small generator: nothing that could be deflated.
    const found = await page.evaluate(async () => {
      const { linkTo } = await import("/link.js");
      let seed = 1;
      const noise = Array.from({ length: 40_000 }, () => String.fromCharCode(33 + ((seed = (seed * 48_271) % 2_147_483_647) % 90))).join("");
      return linkTo("https://example.org/", noise).catch(({ code, message }) => ({ code, message }));
    });
    assert.equal(found.code, "too-long");
    assert.match(found.message, /^expected a link of at most 30000 characters, found \d+; send the ruleset as a file instead$/);
  }),
);

test(
  "reads no more from a hostile link than a ruleset may have, and says what is wrong with others",
  tabs(async (openTab) => {
    const page = await openTab();
    const bomb = deflateRawSync(Buffer.alloc(400 * 1024 * 1024, " "), { level: 9 });
    // Deflated once more it would be a short link; as it is, a long one. Reading stops within the first 16 MB of 400.
    await page.evaluate(() => {
      const { decode } = TextDecoder.prototype;
      TextDecoder.prototype.decode = function (bytes) {
        window.decoded = bytes.length;
        return decode.call(this, bytes);
      };
      const { read } = ReadableStreamDefaultReader.prototype;
      window.inflated = 0;
      ReadableStreamDefaultReader.prototype.read = async function () {
        const result = await read.call(this);
        window.inflated += result.value?.length ?? 0;
        return result;
      };
    });
    assert.equal(await read(page, `#ruleset=1.${bomb.toString("base64url")}`), "too-large");
    const { decoded, inflated } = await page.evaluate(() => ({ decoded: window.decoded, inflated: window.inflated }));
    assert.equal(decoded, undefined, "what is too large was decoded");
    assert.ok(inflated < 17 * 1024 * 1024, `${inflated} bytes were inflated`);

    const whole = link(sample("inbound"));
    const cases = [
      ["", undefined],
      ["#", undefined],
      ["#view=list", undefined],
      ["#ruleset=", "damaged"],
      ["#ruleset=1", "damaged"],
      ["#ruleset=1.", "damaged"],
      ["#ruleset=1.%%%", "damaged"],
      ["#ruleset=1.A", "damaged"],
      ["#ruleset=1.AAAA", "damaged"],
      ["#ruleset=x.AAAA", "damaged"],
      ["#ruleset=constructor.AAAA", "damaged"],
      ["#ruleset=javascript:alert(1)", "damaged"],
      [link("{}", "2"), "unknown-version"],
      [link("{}", "9999"), "unknown-version"],
      [whole.slice(0, -20), "damaged"],
      [`${whole}AAAA`, "damaged"],
      [`${whole.slice(0, 200)}!${whole.slice(201)}`, "damaged"],
      [link(Buffer.from([0xff, 0xfe, 0x00])), "damaged"],
      [link(Buffer.from([0xed, 0xa0, 0x80])), "damaged"],
    ];
    for (const [hash, expected] of cases) assert.equal(await read(page, hash), expected, hash.slice(0, 60));
  }),
);

test(
  "gives files names that every system takes",
  tabs(async (openTab) => {
    const page = await openTab();
    const cases = [
      ["Inbound lead scoring", "Inbound lead scoring.json"],
      ["B2B: fit / engagement?", "B2B fit engagement.json"],
      ["../../etc/passwd", "etc passwd.json"],
      ["con", "_con.json"],
      ["LPT1.rules", "_LPT1.rules.json"],
      ["console", "console.json"],
      ["...", "ruleset.json"],
      ["", "ruleset.json"],
      ["rules.json", "rules.json"],
      ["Puntuación 潜在客户 😀", "Puntuación 潜在客户 😀.json"],
      ["gpj.\u202enosj", "gpj. nosj.json"],
      ["a\u0000b\nc\u200bd", "a b c d.json"],
      ["x".repeat(300), `${"x".repeat(60)}.json`],
      [`${"x".repeat(59)} y`, `${"x".repeat(59)}.json`],
    ];
    const found = await page.evaluate(async (names) => {
      const { fileName } = await import("/files.js");
      return names.map(fileName);
    }, cases.map(([name]) => name));
    assert.deepEqual(found, cases.map(([, name]) => name));
  }),
);

test(
  "saves as a download where the browser can do no better, and opens a chosen file",
  tabs(async (openTab) => {
    const page = await openTab(() => {
      delete window.showSaveFilePicker;
      delete window.showOpenFilePicker;
    });
    const [download, saved] = await Promise.all([
      page.waitForEvent("download"),
      page.evaluate(async () => (await import("/files.js")).saveFile("My: rules", '{"name":"é"}')),
    ]);
    assert.deepEqual(saved, { name: "My rules.json" });
    assert.equal(download.suggestedFilename(), "My rules.json");
    assert.equal(readFileSync(await download.path(), "utf8"), '{"name":"é"}');

    const open = async (buffer) => {
      const [chooser, opened] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.evaluateHandle(async () => {
          const { openFile } = await import("/files.js");
          return { file: openFile().catch(({ code }) => code) };
        }),
      ]);
      await chooser.setFiles({ name: "rules.json", mimeType: "application/json", buffer });
      return opened.evaluate(({ file }) => file);
    };
    assert.deepEqual(await open(Buffer.from('\ufeff{"name":"é"}')), { name: "rules.json", text: '\ufeff{"name":"é"}' });
    assert.equal(await open(Buffer.from([0x7b, 0xff])), "not-text");
    assert.equal(await open(Buffer.alloc(16 * 1024 * 1024 + 1, " ")), "too-large");
  }),
);

test(
  "saves to the same file again, asks for another when that is gone, and leaves all as it was when the user chooses none",
  tabs(async (openTab) => {
    const page = await openTab();
    const found = await page.evaluate(async () => {
      const { saveFile, openFile } = await import("/files.js");
      // The browser's own dialogs cannot be answered here; the files behind them are real ones.
      const folder = await navigator.storage.getDirectory();
      const asked = [];
      const answer = (name) => async (options) => {
        asked.push(options.suggestedName ?? "open");
        if (name === undefined) throw new DOMException("none", "AbortError");
        const handle = await folder.getFileHandle(name, { create: true });
        return options.suggestedName ? handle : [handle];
      };
      const content = async (name) => (await (await folder.getFileHandle(name)).getFile()).text();

      window.showSaveFilePicker = answer("one.json");
      const first = await saveFile("Rules", "1, and longer");
      const again = await saveFile("Rules", "2", first.handle);
      const written = await content("one.json");
      const failing = Object.create(first.handle, { createWritable: { value: async () => { throw new DOMException("gone", "NotFoundError"); } }, name: { value: "one.json" } });
      window.showSaveFilePicker = answer("two.json");
      const moved = await saveFile("Rules", "3", failing);
      window.showSaveFilePicker = answer(undefined);
      const none = await saveFile("Rules", "4");
      window.showSaveFilePicker = async () => failing;
      const failed = await saveFile("Rules", "5").catch(({ code }) => code);
      window.showOpenFilePicker = answer("two.json");
      const opened = await openFile();
      window.showOpenFilePicker = answer(undefined);
      return {
        first: [first.name, again.name, written],
        moved: [moved.name, await content("two.json"), await content("one.json")],
        none: [none === undefined, failed],
        opened: [opened.name, opened.text, opened.handle.name, (await openFile()) === undefined],
        asked,
      };
    });
    assert.deepEqual(found, {
      first: ["one.json", "one.json", "2"],
      moved: ["two.json", "3", "2"],
      none: [true, "failed"],
      opened: ["two.json", "3", "two.json", true],
      asked: ["Rules.json", "Rules.json", "Rules.json", "open", "open"],
    });
  }),
);

test(
  "has templates to start from, each as it stands among the samples",
  tabs(async (openTab) => {
    const page = await openTab();
    const found = await page.evaluate(async () => {
      const { templateIds, templateText } = await import("/templates.js");
      return Object.fromEntries(await Promise.all(templateIds.map(async (id) => [id, await templateText(id)])));
    });
    assert.deepEqual(Object.keys(found), ["inbound", "saas", "ecommerce", "account-based", "empty"]);
    for (const [id, text] of Object.entries(found)) assert.equal(text, sample(id));
  }),
);
