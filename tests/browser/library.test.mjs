// Keeping rulesets: history, crashes, storage that is full, forbidden or failing. The modules run in Chromium, without the page.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { libraryTests } from "./library-modules.mjs";

const tabs = libraryTests({ before, after });

test(
  "keeps a ruleset, its steps and what was undone over reloads, and takes the steps back one by one",
  tabs(async (openTab) => {
    const page = await openTab();
    const id = await page.evaluate(async () => {
      const library = await begin();
      const ruleset = await library.create("  A\nname ", "");
      for (const letter of "abcde") append(ruleset, letter);
      ruleset.undo(++instant);
      await ruleset.settled();
      return ruleset.record.id;
    });
    await page.reload();
    const found = await page.evaluate(async (id) => {
      const library = await begin();
      const ruleset = await library.open(id);
      const texts = [ruleset.record.text];
      const names = [];
      ruleset.redo(++instant);
      texts.push(ruleset.record.text);
      while (ruleset.history.undoable) {
        names.push(ruleset.history.undoable.label.args.inserted);
        ruleset.undo(++instant);
        texts.push(ruleset.record.text);
      }
      append(ruleset, "z");
      await ruleset.settled();
      return { name: ruleset.record.name, texts, names, redoable: ruleset.history.redoable, state: ruleset.state, steps: (await raw("steps")).length };
    }, id);
    assert.deepEqual(found, {
      name: "A name",
      texts: ["abcd", "abcde", "abcd", "abc", "ab", "a", ""],
      names: ["e", "d", "c", "b", "a"],
      redoable: undefined,
      state: "saved",
      steps: 1,
    });
  }),
);

test(
  "keeps ten thousand steps over reloads, and comes back to the first text from them",
  tabs(async (openTab) => {
    const page = await openTab();
    const id = await page.evaluate(async () => {
      const library = await begin();
      const ruleset = await library.create("Long", "[]");
      for (let count = 0; count < 10_000; count++) append(ruleset, `${count},`);
      await ruleset.settled();
      return ruleset.record.id;
    });
    await page.reload();
    const found = await page.evaluate(async (id) => {
      const library = await begin();
      const ruleset = await library.open(id);
      let count = 0;
      while (ruleset.undo(++instant)) count++;
      const first = ruleset.record.text;
      while (ruleset.redo(++instant));
      await ruleset.settled();
      return { count, first, last: ruleset.record.text.slice(-10) };
    }, id);
    assert.deepEqual(found, { count: 10_000, first: "[]", last: "9998,9999," });
  }),
);

test(
  "takes what is typed in one go as one step, and lets the oldest steps go when there are too many bytes of them",
  tabs(async (openTab) => {
    const page = await openTab();
    const found = await page.evaluate(async () => {
      const { History } = await import("/history.js");
      const { applyEdits } = await import("/edits.js");
      const step = (at, edits, group) => ({ label: { key: "typed" }, at, edits, ...(group && { group }) });
      const insert = (offset, inserted, removed = "") => ({ offset, removed, inserted });

      const history = new History();
      history.push(step(0, [insert(0, "a")], "name"));
      history.push(step(900, [insert(1, "b")], "name"));
      history.push(step(1_800, [insert(1, "", "b")], "name"));
      history.push(step(1_900, [insert(1, "c")], "name"));
      const oneGo = history.toJSON().steps;
      history.push(step(2_901, [insert(2, "d")], "name"));
      history.push(step(2_950, [insert(3, "e")], "points"));
      history.push(step(2_960, [insert(4, "f")]));
      const apart = history.end;
      history.undo();
      history.redo();
      history.push(step(2_970, [insert(5, "g")], "points"));
      const afterRedo = history.end;
      history.undo();
      history.undo();
      history.push(step(2_980, [insert(4, "h")], "points"));
      const afterUndo = { end: history.end, redoable: history.redoable };
      let text = "acdeh";
      while (history.undoable) text = applyEdits(text, history.undo());

      const small = new History(undefined, { bytes: 2_000 });
      for (let at = 0; at < 20; at++) small.push(step(at * 5_000, [insert(at, "x".repeat(50))]));
      const { first, position, steps } = small.toJSON();
      small.push(step(200_000, [insert(0, "y".repeat(5_000))]));
      return { oneGo, apart, afterRedo, afterUndo, text, bounded: { first, position, count: steps.length }, huge: [small.first, small.position, small.end] };
    });
    const { bounded, ...rest } = found;
    assert.deepEqual(rest, {
      oneGo: [{ label: { key: "typed" }, at: 1_900, edits: [{ offset: 0, removed: "", inserted: "ac" }], group: "name" }],
      apart: 4,
      afterRedo: 5,
      afterUndo: { end: 4, redoable: undefined },
      text: "",
      huge: [20, 21, 21],
    });
    assert.equal(bounded.position, 20);
    assert.ok(bounded.count >= 2 && bounded.count < 20 && bounded.first + bounded.count === 20, JSON.stringify(bounded));
  }),
);

test(
  "joins, inverts and finds edits of any kind, to the character",
  tabs(async (openTab) => {
    const page = await openTab();
    const wrong = await page.evaluate(async () => {
      const { applyEdits, invertEdits, joinEdits, difference } = await import("/edits.js");
      // A small generator with a fixed seed, so that every run is the same.
      let seed = 7;
      const random = (below) => (seed = (seed * 48_271) % 2_147_483_647) % below;
      const letters = (length) => Array.from({ length }, () => "abc😀"[random(4)]).join("");
      const edit = (text) => {
        const offset = random(text.length + 1);
        const removed = text.slice(offset, offset + random(4));
        return { offset, removed, inserted: letters(random(4)) };
      };
      const wrong = [];
      for (let round = 0; round < 5_000; round++) {
        const before = letters(random(12));
        const first = [edit(before)];
        const between = applyEdits(before, first);
        const second = [edit(between)];
        const after = applyEdits(between, second);
        const joined = joinEdits(first, second);
        if (applyEdits(before, joined) !== after) wrong.push(["join", before, first, second]);
        if (applyEdits(after, invertEdits(joined)) !== before) wrong.push(["invert", before, first, second]);
        if (applyEdits(before, difference(before, after)) !== after) wrong.push(["difference", before, after]);
      }
      return wrong.slice(0, 3);
    });
    assert.deepEqual(wrong, []);
  }),
);

test(
  "is after a crash at any moment what it was before or after a step, never between",
  tabs(async (openTab, context) => {
    // The steps' texts add up to the ruleset's text, whichever of them are there.
    const whole = async (page, id) =>
      page.evaluate(async (id) => {
        const library = await begin();
        const ruleset = await library.open(id);
        const { text } = ruleset.record;
        const steps = ruleset.history.stepsFrom(0).slice(0, ruleset.history.position);
        return { text, adds: steps.map(({ edits: [edit] }) => edit.inserted).join(""), aside: (await library.setAside()).length };
      }, id);
    let page = await openTab();
    const id = await page.evaluate(async () => (await (await begin()).create("Crash", "")).record.id);
    for (let round = 0; round < 4; round++) {
      // Steps without end; the tab is killed as soon as some of them are there.
      await page.evaluate(async (id) => {
        const ruleset = await (await begin()).open(id);
        const work = () => {
          append(ruleset, `${ruleset.history.position},`);
          if (ruleset.history.position % 7 === 6) ruleset.undo(++instant);
          setTimeout(work);
        };
        const { revision } = ruleset.record;
        work();
        while (ruleset.record.revision < revision + 10) await next(ruleset, "change");
      }, id);
      const session = await context.newCDPSession(page);
      const crashed = page.waitForEvent("crash");
      // Whoever crashes does not answer.
      session.send("Page.crash").catch(() => {});
      await crashed;
      await page.close();
      page = await openTab();
      const found = await whole(page, id);
      assert.ok(found.text.length > 0);
      assert.equal(found.text, found.adds);
      assert.equal(found.aside, 0);
      await page.evaluate(() => library.stop());
    }
  }),
);

test(
  "writes nothing of a step whose transaction ends halfway",
  tabs(async (openTab) => {
    const page = await openTab();
    const id = await page.evaluate(async () => {
      const library = await begin();
      const ruleset = await library.create("Half", "x");
      append(ruleset, "1");
      await ruleset.settled();
      // The record has been written by then, and the step after it.
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (value, key) {
        const request = put.call(this, value, key);
        if (this.name === "steps") this.transaction.abort();
        return request;
      };
      append(ruleset, "2");
      await ruleset.settled();
      return ruleset.record.id;
    });
    await page.reload();
    const found = await page.evaluate(async (id) => {
      const ruleset = await (await begin()).open(id);
      return { text: ruleset.record.text, steps: ruleset.history.stepsFrom(0).map(({ edits: [edit] }) => edit.inserted) };
    }, id);
    assert.deepEqual(found, { text: "x1", steps: ["1"] });
  }),
);

test(
  "goes on when the disk is full, says so, and saves everything when there is room again",
  tabs(async (openTab, context, url) => {
    const page = await openTab();
    const session = await context.newCDPSession(page);
    const quota = (quotaSize) => session.send("Storage.overrideQuotaForOrigin", { origin: new URL(url).origin, ...(quotaSize && { quotaSize }) });
    // Chromium remembers for a while how much room there was: it has to be little from the beginning.
    await quota(1_000_000);
    await page.evaluate(async () => {
      window.ruleset = await (await begin()).create("Full", "");
    });
    const full = await page.evaluate(async () => {
      const steps = 6;
      for (let count = 0; count < steps; count++) append(ruleset, String(count).repeat(400_000));
      await ruleset.settled();
      const published = await library.publish(ruleset.record.id, "no room", ++instant).then(() => "published", ({ code }) => code);
      const another = await library.create("Another", "y".repeat(2_000_000));
      const names = (await library.list()).map(({ name }) => name);
      return { state: ruleset.state, unsaved: ruleset.unsaved, length: ruleset.record.text.length, published, another: another.state, names };
    });
    assert.deepEqual(full, { state: "full", unsaved: true, length: 2_400_000, published: "full", another: "full", names: ["Another", "Full"] });
    await quota(undefined);
    const saved = await page.evaluate(async () => {
      await library.retry();
      return { state: ruleset.state, kept: (await raw("rulesets")).map(({ text }) => text.length).sort(), steps: (await raw("steps")).length };
    });
    assert.deepEqual(saved, { state: "saved", kept: [2_000_000, 2_400_000], steps: 6 });
  }),
);

const forbidden = {
  "throws when it is touched": () => {
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    });
  },
  "is not there": () => {
    Object.defineProperty(window, "indexedDB", { value: undefined });
  },
  "never answers": () => {
    IDBFactory.prototype.open = () => Object.create(IDBOpenDBRequest.prototype, { addEventListener: { value: () => {} } });
  },
};
for (const [how, prepare] of Object.entries(forbidden)) {
  test(
    `works in memory where the database ${how}`,
    tabs(async (openTab) => {
      const page = await openTab(prepare);
      const found = await page.evaluate(async () => {
        const library = await begin({ patience: 20 });
        const ruleset = await library.create("Memory", "a");
        append(ruleset, "b");
        append(ruleset, "c");
        ruleset.undo(++instant);
        await ruleset.settled();
        await library.publish(ruleset.record.id, "first", ++instant);
        await library.publish(ruleset.record.id, "second", ++instant);
        const copy = await library.duplicate(ruleset.record.id, "Copy");
        await library.rename(copy.record.id, "Renamed");
        const removed = await library.remove(ruleset.record.id);
        const without = (await library.list()).map(({ name }) => name);
        await library.restore(removed);
        const again = await library.open(ruleset.record.id);
        again.redo(++instant);
        await again.settled();
        return {
          storage: library.storage,
          state: again.state,
          text: again.record.text,
          without,
          names: (await library.list()).map(({ name }) => name),
          versions: (await library.versions(again.record.id)).map(({ number, note, text }) => [number, note, text]),
          last: (await library.lastOpened()) === again.record.id,
        };
      });
      assert.deepEqual(found, {
        storage: { kind: "memory", reason: how === "never answers" ? "blocked" : "forbidden" },
        state: "memory",
        text: "abc",
        without: ["Renamed"],
        names: ["Memory", "Renamed"],
        versions: [
          [2, "second", "ab"],
          [1, "first", "ab"],
        ],
        last: true,
      });
    }),
  );
}

test(
  "leaves the database to a newer page and goes on in memory; an older page never opens a newer database",
  tabs(async (openTab) => {
    const page = await openTab();
    const found = await page.evaluate(async () => {
      const library = await begin();
      const ruleset = await library.create("Mine", "a");
      await ruleset.settled();
      const told = next(library, "storage");
      const newer = await new Promise((resolve, reject) => {
        const opening = indexedDB.open("leadscore", 99);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      await told;
      append(ruleset, "b");
      await ruleset.settled();
      const kept = { storage: library.storage, state: ruleset.state, text: (await library.open(ruleset.record.id)).record.text };
      newer.close();
      const older = await begin();
      return { kept, older: older.storage };
    });
    assert.deepEqual(found, {
      kept: { storage: { kind: "memory", reason: "newer" }, state: "memory", text: "ab" },
      older: { kind: "memory", reason: "newer" },
    });
  }),
);

test(
  "moves what was made in memory to the database when another tab at last lets go of it",
  tabs(async (openTab) => {
    const old = await openTab();
    // A page of before: it has the database open with an older schema, and does not give way.
    await old.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open("leadscore", 1);
          opening.onsuccess = () => resolve((window.held = opening.result));
        }).then(() => undefined),
    );
    const page = await openTab();
    const found = await page.evaluate(async () => {
      // What asks for the first schema asks for the second one here.
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (name, version) {
        return open.call(this, name, version + 1);
      };
      const library = await begin();
      const ruleset = await library.create("Early", "a");
      append(ruleset, "b");
      await library.publish(ruleset.record.id, "in memory", ++instant);
      return { storage: library.storage, state: ruleset.state, id: ruleset.record.id };
    });
    assert.deepEqual([found.storage, found.state], [{ kind: "memory", reason: "blocked" }, "memory"]);
    const moved = page.evaluate(async () => {
      await next(library, "storage");
      const [{ id }] = await library.list();
      const ruleset = await library.open(id);
      append(ruleset, "c");
      await ruleset.settled();
      return { storage: library.storage, state: ruleset.state, text: ruleset.record.text, versions: (await library.versions(id)).length };
    });
    await old.evaluate(() => held.close());
    assert.deepEqual(await moved, { storage: { kind: "database" }, state: "saved", text: "abc", versions: 1 });
  }),
);

test(
  "opens the database anew when the browser has closed it",
  tabs(async (openTab) => {
    const page = await openTab();
    const found = await page.evaluate(async () => {
      const library = await begin();
      const ruleset = await library.create("Closed", "a");
      const { transaction } = IDBDatabase.prototype;
      let failures = 0;
      IDBDatabase.prototype.transaction = function (...args) {
        if (failures++ === 0) this.close();
        return transaction.apply(this, args);
      };
      append(ruleset, "b");
      await ruleset.settled();
      return { storage: library.storage.kind, state: ruleset.state, text: (await raw("rulesets"))[0].text };
    });
    assert.deepEqual(found, { storage: "database", state: "saved", text: "ab" });
  }),
);

test(
  "goes on in memory with all that is open when the database fails for good",
  tabs(async (openTab) => {
    const page = await openTab();
    const found = await page.evaluate(async () => {
      const library = await begin();
      const ruleset = await library.create("Broken", "a");
      append(ruleset, "b");
      await ruleset.settled();
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException("disk", "UnknownError");
      };
      append(ruleset, "c");
      await ruleset.settled();
      ruleset.undo(++instant);
      ruleset.undo(++instant);
      await ruleset.settled();
      return { storage: library.storage, state: ruleset.state, text: ruleset.record.text, names: (await library.list()).map(({ name }) => name) };
    });
    assert.deepEqual(found, { storage: { kind: "memory", reason: "broken" }, state: "memory", text: "a", names: ["Broken"] });
  }),
);
