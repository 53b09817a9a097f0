// What the forms of stages, lists and workflows say.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { small } from "./lifecycle-page.mjs";
import { browserTests, drop } from "./page.mjs";

const open = browserTests({ before, after });

for (const [language, stages, words] of [
  ["en", "Stages", "no goal: until the contact leaves the list or is kept out"],
  ["es", "Etapas", "sin objetivo: hasta que el contacto sale de la lista o queda excluido"],
  ["fr", "Étapes", "sans objectif : jusqu’à ce que le contact quitte la liste ou soit écarté"],
  ["zh", "阶段", "没有目标：直到联系人离开名单或被排除"],
]) {
  test(
    `says when an enrolment ends without a goal: ${language}`,
    open(
      async (page) => {
        await drop(page, ["small.json", JSON.stringify(small)]);
        await page.getByRole("tab", { name: stages }).click();
        await page.locator("[data-section=workflows] part-row [aria-expanded]").first().click();
        assert.equal(await page.locator("workflow-editor #goal option").first().innerText(), words);
      },
      { locale: language },
    ),
  );
}
