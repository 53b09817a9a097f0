// The page's own modules, where looking at the screen would not tell enough.

import assert from "node:assert/strict";
import { test } from "node:test";
import { loadModules } from "./page.mjs";

test("draws the right rows of a list of any length, and reaches its ends", async () => {
  await loadModules(({ rowWindow, scrollTopFor }) => {
    for (const rows of [0, 1, 5, 2_000, 100_000, 3_000_000]) {
      const list = { rows, rowHeight: 48, viewHeight: 600 };
      const first = rowWindow({ ...list, scrollTop: 0 });
      assert.equal(first.from, 0);
      assert.equal(first.top, 0);
      assert.ok(first.to <= rows && first.to >= Math.min(rows, 13));
      assert.ok(first.height < 16_000_000, "taller than browsers draw");
      const last = rowWindow({ ...list, scrollTop: Math.max(0, first.height - 600) });
      assert.equal(last.to, rows);
      assert.ok(last.to - last.from < 40);
      // The last row ends where the list ends.
      assert.ok(Math.abs(last.top + (rows - last.from) * 48 - Math.max(first.height, rows * 48 < 600 ? rows * 48 : 0)) < 1);
      for (const row of [0, 1, Math.floor(rows / 2), rows - 1].filter((one) => one >= 0 && one < rows)) {
        const scrollTop = scrollTopFor(row, { ...list, scrollTop: 0 });
        const { from, to, top } = rowWindow({ ...list, scrollTop });
        assert.ok(from <= row && row < to, `row ${row} of ${rows}`);
        const y = top + (row - from) * 48 - scrollTop;
        assert.ok(y > -1 && y + 48 < 601, `row ${row} of ${rows} is at ${y}`);
      }
    }
  }, "/src/views/contacts/row-window.ts");
});

test("tells files apart by what is in them", async () => {
  await loadModules(async ({ recognise }) => {
    const cases = [
      ["ruleset", '{"name":"x","scores":[]}', "x.json"],
      ["ruleset", '{"nmae":"x","scors":[{"id":"a","groups":[]}]}', "x.json"],
      ["ruleset", '{\n "scores": [ { "id": "cut off"', "x.json"],
      ["ruleset", '{"scores":[{"id":"a","groups":[{"id":"b","criteria":[{"event":"e","type":1,"time":2}]}]}]}', "x.json"],
      ["contacts", "id,email\n1,a@b.c\n", "x.csv"],
      ["contacts", "Record ID;First Name\n1;Ann\n", "x.txt"],
      ["contacts", "id,firstname,type,created\n1,Ann,x,2024-01-01\n", "x.csv"],
      ["events", "sep=;\nemail;event type;occurred at\na@b.c;page_view;2024-01-01\n", "x.csv"],
      ["contacts", '[{"id":1,"email":"a@b.c"}]', "x.json"],
      ["contacts", '{"results":[{"id":"1","properties":{}}]}', "x.json"],
      ["contacts", '{"id":1}\n{"id":2}\n', "x.ndjson"],
      ["contacts", '{"id":1,"events":[{"type":"page_view","time":"2024-01-01"}]}\n', "x.ndjson"],
      ["events", "contact_id,type,time,url\n1,page_view,2024-01-01,/\n", "x.csv"],
      ["events", '{"contact_id":1,"type":"page_view","time":"2024-01-01"}\n{"contact_id":1,"type":"page_view","time":"2024-01-01"}\n', "x.ndjson"],
      ["events", '[{"email":"a@b.c","type":"page_view","time":"2024-01-01"}]', "x.json"],
    ];
    for (const [role, text, name] of cases) {
      assert.equal(await recognise(new File([text], name)), role, `${text} is ${role}`);
      const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
      assert.equal(await recognise(new File([utf16], name)), role, `${text} in UTF-16 is ${role}`);
    }
    for (const odd of ["", " ", "\0\0\0", "{", "[", "{}", "[]", "null", '"text"', "\u{1F600}"]) await recognise(new File([odd], "odd"));
  }, "/src/session/recognise.ts");
});

test("shows the part of a text that a fault is about, however long its line is", async () => {
  await loadModules(({ excerpt }) => {
    const text = `${"x".repeat(500)}FAULT${"y".repeat(500)}\nnext`;
    const { before, marked, after } = excerpt(text, { offset: 500, length: 5, line: 1, column: 501 });
    assert.equal(marked, "FAULT");
    assert.ok(before.startsWith("…x") && before.length < 80);
    assert.ok(after.endsWith("y…") && after.length < 80);
    assert.deepEqual(excerpt("a\n  b: 1\nc", { offset: 4, length: 1, line: 2, column: 3 }), { before: "", marked: "b", after: ": 1" });
    assert.equal(excerpt("cut", { offset: 3, length: 0, line: 1, column: 4 }).marked, " ");
  }, "/src/text/excerpt.ts");
});

test("differences of points are exact, and a minus is a minus", async () => {
  await loadModules(({ difference, signedPoints, sum }) => {
    assert.equal(difference(0.3, 0.1), -0.2);
    assert.equal(sum([0.1, 0.2, 0.3]), 0.6);
    assert.equal(signedPoints(-1234.5), "−1,234.5");
    assert.equal(signedPoints(0.25), "+0.25");
    assert.equal(signedPoints(-0), "0");
  }, "/src/text/points.ts");
});

test("takes items out of lists, and changes them, however the text is laid out", async () => {
  await loadModules(
    ({ setting }, { applyEdits }) => {
      const document = { a: [{ b: [1, 2, 3] }, { b: ["x"] }, { b: [] }] };
      for (const text of [JSON.stringify(document), JSON.stringify(document, null, 2), JSON.stringify(document, null, "\t").replaceAll("\n", "\r\n")]) {
        const after = (path, value) => applyEdits(text, setting(text, path, value));
        for (const place of [0, 1, 2]) {
          assert.deepEqual(JSON.parse(after(["a", place])).a, document.a.toSpliced(place, 1));
          assert.deepEqual(JSON.parse(after(["a", 0, "b", place])).a[0].b, [1, 2, 3].toSpliced(place, 1));
        }
        assert.deepEqual(JSON.parse(after(["a", 1, "b", 0])).a[1].b, []);
        assert.equal(after(["a", 7]), text);
        // A text on one line does not grow but by what is put in.
        let long = text;
        for (let times = 0; times < 12; times++) long = applyEdits(long, setting(long, ["a", 2, "b"], ["y", String(times)]));
        assert.ok(long.length < text.length + 200, `${long.length} characters`);
      }
    },
    "/src/editing/ruleset-text.ts",
    "/src/library/edits.ts",
  );
});
