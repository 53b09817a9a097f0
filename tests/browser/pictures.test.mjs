// Pictures of every view, in light and dark, narrow and wide, for people to look at: each run leaves them in www/pictures.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(new URL("screenshot.mjs", import.meta.url));

test("every view can be drawn, in light and dark, narrow and wide, with nothing in the console", () => {
  const lines = execFileSync(process.execPath, [script], { encoding: "utf8" }).trim().split("\n");
  const pictures = lines.map((line) => line.replace(/: \d+ KB$/, ""));
  const scenes = new Set(pictures.map((path) => path.replace(/^.*\/(.*)-(wide|narrow)-(light|dark)\.png$/, "$1")));
  for (const view of ["first-run", "rules", "contacts", "ledger", "test", "distribution", "matrix", "changes", "health", "json", "data"]) {
    assert.ok(scenes.has(view), `there is no picture of ${view}`);
  }
  assert.equal(pictures.length, 4 * scenes.size);
  for (const path of pictures) assert.ok(statSync(path).size > 5_000, `${path} shows nothing`);
});
