// Rulesets in several tabs at once, their versions, and what is done about damage to the database.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { libraryTests } from "./library-modules.mjs";

const tabs = libraryTests({ before, after });

test(
  "takes over in one tab what another does, with its history, as long as nothing was done there",
  tabs(async (openTab) => {
    const [one, two] = [await openTab(), await openTab()];
    const id = await one.evaluate(async () => {
      window.ruleset = await (await begin()).create("Shared", "a");
      return ruleset.record.id;
    });
    const seen = await two.evaluate(async (id) => {
      window.ruleset = await (await begin()).open(id);
      window.replaced = next(ruleset, "replaced");
      return ruleset.record.text;
    }, id);
    assert.equal(seen, "a");
    await one.evaluate(async () => {
      append(ruleset, "b");
      append(ruleset, "c");
      await ruleset.settled();
    });
    const taken = await two.evaluate(async () => {
      await replaced;
      await until(ruleset, "replaced", () => ruleset.record.text === "abc");
      ruleset.undo(++instant);
      await ruleset.settled();
      return { text: ruleset.record.text, state: ruleset.state, redoable: ruleset.history.redoable.label.args.inserted };
    });
    assert.deepEqual(taken, { text: "ab", state: "saved", redoable: "c" });
    const back = await one.evaluate(async () => {
      await until(ruleset, "replaced", () => ruleset.record.text === "ab");
      ruleset.redo(++instant);
      await ruleset.settled();
      return { text: ruleset.record.text, state: ruleset.state };
    });
    assert.deepEqual(back, { text: "abc", state: "saved" });
  }),
);

/** Two tabs that have both changed the ruleset "base": the first has saved "base+one", the second has "base+two" and cannot. */
async function inConflict(openTab) {
  const [one, two] = [await openTab(), await openTab()];
  const id = await one.evaluate(async () => {
    window.ruleset = await (await begin()).create("Shared", "base");
    return ruleset.record.id;
  });
  await two.evaluate(async (id) => {
    // A tab that hears nothing, as one that the browser has put to sleep.
    delete window.BroadcastChannel;
    window.ruleset = await (await begin()).open(id);
  }, id);
  await one.evaluate(async () => {
    append(ruleset, "+one");
    await ruleset.settled();
  });
  const conflict = await two.evaluate(async () => {
    append(ruleset, "+two");
    await ruleset.settled();
    return { state: ruleset.state, mine: ruleset.conflict.mine.text, theirs: ruleset.conflict.theirs.text, kept: (await raw("rulesets")).map(({ text }) => text) };
  });
  assert.deepEqual(conflict, { state: "conflict", mine: "base+two", theirs: "base+one", kept: ["base+one"] });
  return { one, two, id };
}

test(
  "asks when two tabs have changed a ruleset; mine becomes a step on top of theirs",
  tabs(async (openTab) => {
    const { one, two } = await inConflict(openTab);
    const found = await two.evaluate(async () => {
      // Work goes on while the question stands.
      append(ruleset, "!");
      await ruleset.settled();
      const meanwhile = (await raw("rulesets"))[0].text;
      const published = await library.publish(ruleset.record.id, "", ++instant).catch(({ code }) => code);
      await ruleset.resolve("mine");
      await ruleset.settled();
      const texts = [ruleset.record.text];
      while (ruleset.undo(++instant)) texts.push(ruleset.record.text);
      while (ruleset.redo(++instant));
      await ruleset.settled();
      return { meanwhile, published, texts, state: ruleset.state, conflict: ruleset.conflict, kept: (await raw("rulesets"))[0].text };
    });
    assert.deepEqual(found, {
      meanwhile: "base+one",
      published: "conflict",
      texts: ["base+two!", "base+one", "base"],
      state: "saved",
      conflict: undefined,
      kept: "base+two!",
    });
    // What a tab does when it is shown again.
    assert.equal(await one.evaluate(() => ruleset.look().then(() => ruleset.record.text)), "base+two!");
  }),
);

test(
  "asks when two tabs have changed a ruleset; theirs takes the place of mine",
  tabs(async (openTab) => {
    const { two } = await inConflict(openTab);
    const found = await two.evaluate(async () => {
      await ruleset.resolve("theirs");
      append(ruleset, "+three");
      await ruleset.settled();
      return { text: ruleset.record.text, state: ruleset.state, kept: (await raw("rulesets")).map(({ text }) => text) };
    });
    assert.deepEqual(found, { text: "base+one+three", state: "saved", kept: ["base+one+three"] });
  }),
);

test(
  "asks when two tabs have changed a ruleset; mine becomes a copy with its own history",
  tabs(async (openTab) => {
    const { two } = await inConflict(openTab);
    const found = await two.evaluate(async () => {
      const copy = await ruleset.resolve("copy", "Shared, mine");
      const texts = [copy.record.text];
      while (copy.undo(++instant)) texts.push(copy.record.text);
      while (copy.redo(++instant));
      await copy.settled();
      const kept = (await raw("rulesets")).map(({ name, text }) => `${name}: ${text}`).sort();
      return { texts, here: ruleset.record.text, state: ruleset.state, kept };
    });
    assert.deepEqual(found, {
      texts: ["base+two", "base"],
      here: "base+one",
      state: "saved",
      kept: ["Shared, mine: base+two", "Shared: base+one"],
    });
  }),
);

test(
  "asks what to do with a ruleset that another tab has removed, and no longer when it is put back",
  tabs(async (openTab) => {
    const [one, two] = [await openTab(), await openTab()];
    const id = await one.evaluate(async () => {
      window.ruleset = await (await begin()).create("Gone", "a");
      append(ruleset, "b");
      await library.publish(ruleset.record.id, "kept", ++instant);
      return ruleset.record.id;
    });
    await two.evaluate(async (id) => {
      window.ruleset = await (await begin()).open(id);
    }, id);
    await one.evaluate(async (id) => {
      window.removed = await library.remove(id);
    }, id);
    const asked = await two.evaluate(async () => {
      await until(ruleset, "change", () => ruleset.state === "conflict");
      return { theirs: ruleset.conflict.theirs, mine: ruleset.conflict.mine.text, kept: (await raw("rulesets")).length + (await raw("steps")).length + (await raw("versions")).length };
    });
    assert.deepEqual(asked, { theirs: undefined, mine: "ab", kept: 0 });
    await one.evaluate(() => library.restore(removed));
    const restored = await two.evaluate(async () => {
      await until(ruleset, "change", () => ruleset.state === "saved");
      return { text: ruleset.record.text, undoable: ruleset.history.undoable.label.args.inserted, versions: (await library.versions(ruleset.record.id)).length };
    });
    assert.deepEqual(restored, { text: "ab", undoable: "b", versions: 1 });
    await one.evaluate((id) => library.remove(id), id);
    const copied = await two.evaluate(async () => {
      await until(ruleset, "change", () => ruleset.state === "conflict");
      append(ruleset, "c");
      await ruleset.settled();
      const copy = await ruleset.resolve("copy", "Kept");
      await copy.settled();
      append(ruleset, "nowhere");
      await ruleset.settled();
      const opened = await library.open(ruleset.record.id).catch(({ code }) => code);
      return { opened, listed: (await library.list()).map(({ name }) => name), kept: (await raw("rulesets")).map(({ name, text }) => [name, text]) };
    });
    assert.deepEqual(copied, { opened: "missing", listed: ["Kept"], kept: [["Kept", "abc"]] });
  }),
);

test(
  "numbers versions one after the other, also from two tabs at once, and lists them by page",
  tabs(async (openTab) => {
    const [one, two] = [await openTab(), await openTab()];
    const id = await one.evaluate(async () => {
      const asked = [];
      navigator.storage.persist = async () => asked.push("asked") > 0;
      window.asked = asked;
      return (window.ruleset = await (await begin()).create("Versions", "a")).record.id;
    });
    await two.evaluate(async (id) => {
      await begin();
      navigator.storage.persist = async () => true;
      window.told = next(library, "versions");
      await library.open(id);
    }, id);
    assert.deepEqual(await one.evaluate(() => asked), []);
    const publish = (page, name) =>
      page.evaluate(
        async ([id, name]) => {
          for (let count = 0; count < 10; count++) await library.publish(id, `${name} ${count}`, ++instant);
        },
        [id, name],
      );
    await Promise.all([publish(one, "one"), publish(two, "two")]);
    const found = await one.evaluate(async (id) => {
      const all = await library.versions(id);
      const page = await library.versions(id, { before: 6, limit: 2 });
      return { numbers: all.map(({ number }) => number), page: page.map(({ number }) => number), third: (await library.version(id, 3)).text, none: await library.version(id, 21), asked };
    }, id);
    assert.deepEqual(found.numbers, Array.from({ length: 20 }, (_, index) => 20 - index));
    assert.deepEqual([found.page, found.third, found.none], [[5, 4], "a", undefined]);
    assert.ok(found.asked.length <= 1, "asked to keep the database more than once");
    await two.evaluate(() => told);
  }),
);

const damage = {
  "a ruleset's text": [{ text: 7 }, "expected a text as text, found 7"],
  "a ruleset's place in its history": [{ position: -1 }, "expected a whole number from 0 as position, found -1"],
  "a ruleset's date": [{ changed: "today" }, 'expected a number as changed, found "today"'],
};
for (const [what, [change, reason]] of Object.entries(damage)) {
  test(
    `sets aside what is there where ${what} is damaged, and shows the others`,
    tabs(async (openTab) => {
      const page = await openTab();
      const found = await page.evaluate(
        async (change) => {
          await begin();
          const broken = await library.create("Broken", "text of it");
          await library.create("Sound", "b");
          await library.stop();
          const record = (await raw("rulesets")).find(({ name }) => name === "Broken");
          await raw("rulesets", (rows) => rows.put({ ...record, ...change }));
          await begin();
          const told = next(library, "set-aside");
          const names = (await library.list()).map(({ name }) => name);
          await told;
          const opened = await library.open(broken.record.id).catch(({ code }) => code);
          const [item, ...more] = await library.setAside();
          await library.discard(item.key);
          return { names, opened, item: { kind: item.kind, reason: item.reason, name: item.value.name }, more: more.length, left: (await library.setAside()).length };
        },
        change,
      );
      assert.deepEqual(found, { names: ["Sound"], opened: "missing", item: { kind: "ruleset", reason, name: "Broken" }, more: 0, left: 0 });
    }),
  );
}

test(
  "keeps the text and what can still be undone where steps or versions are damaged",
  tabs(async (openTab) => {
    const page = await openTab();
    const found = await page.evaluate(async () => {
      await begin();
      const { record } = await library.create("Steps", "");
      const ruleset = await library.open(record.id);
      for (const letter of "abcdef") append(ruleset, letter);
      ruleset.undo(++instant);
      for (const note of ["first", "second"]) await library.publish(record.id, note, ++instant);
      await library.stop();
      await raw("steps", (rows) => rows.put({ label: "no", at: 0, edits: [] }, [record.id, 1]));
      await raw("versions", (rows) => rows.put({ ruleset: record.id, number: 1, at: 0, note: "first", text: null }));
      await begin();
      const opened = await library.open(record.id);
      const texts = [opened.record.text];
      opened.redo(++instant);
      texts.push(opened.record.text);
      while (opened.undo(++instant)) texts.push(opened.record.text);
      append(opened, "!");
      await opened.settled();
      const versions = (await library.versions(record.id)).map(({ note }) => note);
      const aside = (await library.setAside()).map(({ kind, value }) => [kind, Array.isArray(value) ? value.length : value.note]);
      // A step that belongs to another text.
      await library.stop();
      const [kept] = await raw("rulesets");
      await raw("rulesets", (rows) => rows.put({ ...kept, text: "other" }));
      await begin();
      const other = await library.open(record.id);
      const undone = other.undo(++instant);
      append(other, "?");
      await other.settled();
      return { texts, versions, aside, undone, other: other.record.text, undoable: other.history.stepsFrom(0).length, more: (await library.setAside()).length };
    });
    assert.deepEqual(found, {
      texts: ["abcde", "abcdef", "abcde", "abcd", "abc", "ab"],
      versions: ["second"],
      aside: [
        ["steps", 2],
        ["version", "first"],
      ],
      undone: undefined,
      other: "other?",
      undoable: 1,
      more: 3,
    });
  }),
);

test(
  "refuses steps that do not fit, texts that are too long and one ruleset too many",
  tabs(async (openTab) => {
    const page = await openTab();
    const found = await page.evaluate(async () => {
      await begin();
      const ruleset = await library.create("Bounds", "abc");
      const attempt = (edits, label = { key: "x" }) => {
        try {
          ruleset.save({ label, at: 0, edits });
          return "saved";
        } catch ({ name, code }) {
          return code && name !== "DataCloneError" ? code : name;
        }
      };
      const codes = [
        attempt([{ offset: 1, removed: "x", inserted: "" }]),
        attempt([{ offset: 4, removed: "", inserted: "y" }]),
        attempt([{ offset: -1, removed: "", inserted: "y" }]),
        attempt([{ offset: 3, removed: "", inserted: "y".repeat(16 * 1024 * 1024) }]),
        attempt([], { key: "x", args: { bad: () => {} } }),
        await library.create("Long", "y".repeat(16 * 1024 * 1024 + 1)).catch(({ code }) => code),
      ];
      const { text } = ruleset.record;
      const { steps } = ruleset.history.toJSON();
      const rest = { name: "n", text: "", created: 0, changed: 0, revision: 1, first: 0, position: 0 };
      await raw("rulesets", (rows) => {
        for (let count = 0; count < 999; count++) rows.put({ id: String(count), ...rest });
      });
      codes.push(await library.create("One more", "").catch(({ code }) => code), await library.open("nobody").catch(({ code }) => code));
      return { codes, text, steps: steps.length, listed: (await library.list()).length };
    });
    assert.deepEqual(found, {
      codes: ["EditsDoNotFit", "EditsDoNotFit", "TypeError", "too-large", "DataCloneError", "too-large", "too-many", "missing"],
      text: "abc",
      steps: 0,
      listed: 1_000,
    });
  }),
);
