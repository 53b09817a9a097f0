// Putting a published version on a site: files to download, options, and snippets that run where they are meant for.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { publish as published } from "../../pkg/node.js";
import { accessibilityFaults, browserTests, choose, eventually, launch, rulesetName, show, visit, writeJson } from "./page.mjs";
import { ruleset } from "./small-files.mjs";

const { unzipSync } = createRequire(new URL("../../www/package.json", import.meta.url))("fflate");
const open = browserTests({ before, after });
const singleFile = fileURLToPath(new URL("../../www/dist-single/leadscore.html", import.meta.url));
const embed = ["explain.js", "explain.wasm", "lifecycle.js", "lifecycle.wasm", "onsite.js", "onsite.wasm"];
const inPackage = (name) => readFileSync(new URL(`../../pkg/dist/onsite/${name}`, import.meta.url));
const integrity = `sha384-${createHash("sha384").update(inPackage("onsite.js")).digest("base64")}`;

const dialog = (page) => page.locator("dialog[open]");
const button = (page, name) => dialog(page).getByRole("button", { name, exact: true });
const field = (page, name) => dialog(page).getByLabel(name);
const code = async (page, label = "Snippet") => (await dialog(page).locator("code-to-copy").filter({ hasText: label }).locator("code").textContent()).trim();
const way = (page, name) => dialog(page).locator(".segments").getByText(name, { exact: true }).click();

/** Publishes the small ruleset, and goes on to the site. */
async function toSite(page) {
  await choose(page, ["rules.json", ruleset]);
  await eventually(() => rulesetName(page), "Small");
  await page.getByRole("button", { name: "Publish" }).click();
  await button(page, "Publish").click();
  await page.getByRole("heading", { name: "Version 1 is published" }).waitFor();
  await button(page, "Put it on your site").click();
  await page.getByRole("heading", { name: "Put version 1 on your site" }).waitFor();
  await dialog(page).locator("code-to-copy").waitFor();
}

async function downloaded(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const archived = async (page) => {
  const { name, bytes } = await downloaded(page, "Download the files");
  return { name, files: new Map(Object.entries(unzipSync(bytes))) };
};

test(
  "after publishing, the files of the embed and the ruleset come in one folder, as they are in the package",
  open(async (page) => {
    await toSite(page);
    const { name, files } = await archived(page);
    assert.equal(name, "leadscore.zip");
    assert.deepEqual([...files.keys()].sort(), [...embed, "ruleset.json"].map((file) => `leadscore/${file}`));
    for (const file of embed) assert.deepEqual(Buffer.from(files.get(`leadscore/${file}`)), inPackage(file), file);
    const text = await published(ruleset);
    assert.equal(Buffer.from(files.get("leadscore/ruleset.json")).toString(), text);
    const alone = await downloaded(page, "Only ruleset.json");
    assert.deepEqual([alone.name, alone.bytes.toString()], ["ruleset.json", text]);
  }),
);

const followed = { ...JSON.parse(ruleset), lists: [{ id: "all", when: { all: [] } }], workflows: [{ id: "chat", enrol_on: "all", actions: [{ call_back: "open-chat" }] }] };

test(
  "lists, stages and workflows are published if that is chosen, and can be chosen if there are any",
  open(async (page) => {
    await toSite(page);
    const choice = field(page, "Tell the pages about stages, lists and workflows, too");
    await downloaded(page, "Only ruleset.json");
    assert.equal(await choice.count(), 0);
    await page.keyboard.press("Escape");
    await writeJson(page, JSON.stringify(followed));
    await page.getByRole("button", { name: "Publish" }).click();
    await button(page, "Publish").click();
    await button(page, "Put it on your site").click();
    await choice.waitFor();
    assert.equal(await choice.isChecked(), false);
    assert.equal((await downloaded(page, "Only ruleset.json")).bytes.toString(), await published(followed));
    await choice.check();
    const text = await published(followed, { lifecycle: true });
    assert.equal((await downloaded(page, "Only ruleset.json")).bytes.toString(), text);
    assert.equal(Buffer.from((await archived(page)).files.get("leadscore/ruleset.json")).toString(), text);
    assert.deepEqual(await accessibilityFaults(page), []);
  }),
);

test(
  "the snippet has the script's digest, and follows what is chosen",
  open(async (page) => {
    await toSite(page);
    const start = (folder) => `<script type="module" src="${folder}onsite.js" integrity="${integrity}" crossorigin="anonymous" data-ruleset="${folder}ruleset.json"`;
    assert.equal(await code(page), `${start("/leadscore/")} data-consent="required"></script>`);
    await field(page, "Who says that a visitor agrees").selectOption({ label: "Nobody is asked" });
    assert.equal(await code(page), `${start("/leadscore/")}></script>`);
    await field(page, "Record the time on each page").check();
    await field(page, "Record how far visitors scroll").check();
    await field(page, "Report changes of band to").fill(' https://crm.example.com/leads?a=1&b="2" ');
    const options = 'data-time-on-page data-scroll-depth data-endpoint="https://crm.example.com/leads?a=1&amp;b=%222%22"';
    assert.equal(await code(page), `${start("/leadscore/")} ${options}></script>`);
    await field(page, "Who says that a visitor agrees").selectOption({ label: "A banner with IAB TCF" });
    assert.equal(await code(page), `${start("/leadscore/")} data-consent-from="tcf" ${options}></script>`);
    await field(page, "Record how far visitors scroll").uncheck();
    await field(page, "Record the time on each page").uncheck();
    await field(page, "Report changes of band to").fill("");
    await field(page, "Who says that a visitor agrees").selectOption({ label: "Google consent mode" });
    for (const [written, folder] of [
      ["wp-content/uploads/score", "/wp-content/uploads/score/"],
      ["/a b/\"><script>", "/a%20b/%22%3E%3Cscript%3E/"],
      ["https://files.example.com", "https://files.example.com/"],
      ["/", "/"],
    ]) {
      await field(page, "Folder on your site").fill(written);
      assert.equal(await code(page), `${start(folder)} data-consent-from="google"></script>`, written);
    }
    await field(page, "Folder on your site").fill("/static/score");
    assert.equal((await archived(page)).name, "score.zip");
  }),
);

test(
  "an address that no page can ask is said, and gives no snippet",
  open(async (page) => {
    await toSite(page);
    for (const [name, address] of [["Folder on your site", "javascript:alert(1)//"], ["Folder on your site", "https://"], ["Report changes of band to", "ftp://files.example.com"]]) {
      const before = await field(page, name).inputValue();
      await field(page, name).fill(address);
      await dialog(page).getByText("Mend the addresses above, and the snippet is here.").waitFor();
      assert.equal(await field(page, name).getAttribute("aria-invalid"), "true", address);
      assert.equal(await dialog(page).locator("code-to-copy").count(), 0, address);
      await field(page, name).fill(before);
      await dialog(page).locator("code-to-copy").waitFor();
    }
  }),
);

/** A site with what was downloaded and a page with a snippet in it. What its script elements came to is noted. */
async function onSite(page, files, { body, policy }, use) {
  const types = { js: "text/javascript", wasm: "application/wasm", json: "application/json" };
  const server = createServer(({ url }, response) => {
    const file = files.get(url.slice(1));
    if (file !== undefined) return response.writeHead(200, { "Content-Type": types[url.split(".").at(-1)] }).end(file);
    if (url !== "/") return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...(policy && { "Content-Security-Policy": policy }) });
    return response.end(`<!doctype html><title>A site</title>${body}`);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const context = await page.context().browser().newContext();
  try {
    await context.addInitScript(() => {
      globalThis.outcomes = [];
      for (const kind of ["load", "error"]) document.addEventListener(kind, ({ target }) => target.src?.endsWith("onsite.js") && outcomes.push(kind), true);
    });
    const site = await context.newPage();
    await site.goto(`http://127.0.0.1:${server.address().port}/`);
    await use(site);
  } finally {
    await context.close();
    server.close();
  }
}

test(
  "every snippet runs where it is meant for, and none with another script than this one",
  open(async (page) => {
    await toSite(page);
    const { files } = await archived(page);
    const changed = new Map(files).set("leadscore/onsite.js", `${Buffer.from(files.get("leadscore/onsite.js"))}\n`);
    const outcomes = (site) => site.evaluate(() => outcomes);
    const cases = [];
    for (const name of ["HTML", "WordPress", "Google Tag Manager"]) {
      await way(page, name);
      cases.push([name, { body: await code(page) }]);
    }
    await way(page, "Strict CSP");
    const [body, policy] = [await code(page), await code(page, "What your policy needs")];
    const strict = { body: body.replace("NONCE", "r4nd0m"), policy: `default-src 'none'; ${policy.replace("Content-Security-Policy: ", "").replace("NONCE", "r4nd0m")}` };
    cases.push(["Strict CSP", strict]);
    for (const [name, host] of cases) {
      await onSite(page, files, host, async (site) => {
        await eventually(() => outcomes(site), ["load"], name);
        const tag = site.locator("script[src]");
        assert.equal(await tag.getAttribute("data-ruleset"), "/leadscore/ruleset.json", name);
        assert.equal(await tag.getAttribute("data-consent"), "required", name);
      });
      await onSite(page, changed, host, (site) => eventually(() => outcomes(site), ["error"], name));
    }
    await onSite(page, files, { ...strict, body: strict.body.replace("r4nd0m", "other") }, (site) => eventually(() => outcomes(site), ["error"]));
  }),
);

test(
  "the policy names the other origins that the embed asks",
  open(async (page) => {
    await toSite(page);
    await way(page, "Strict CSP");
    const policy = (origins) => `Content-Security-Policy: script-src 'nonce-NONCE' 'wasm-unsafe-eval'; connect-src 'self'${origins}`;
    assert.equal(await code(page, "What your policy needs"), policy(""));
    await field(page, "Folder on your site").fill("https://files.example.com/ls");
    await field(page, "Report changes of band to").fill("https://crm.example.com:8443/leads");
    assert.equal(await code(page, "What your policy needs"), policy(" https://files.example.com https://crm.example.com:8443"));
    await field(page, "Report changes of band to").fill("https://files.example.com/leads");
    assert.equal(await code(page, "What your policy needs"), policy(" https://files.example.com"));
  }),
);

test(
  "a version that was published before can be put on a site, as it was",
  open(async (page) => {
    await toSite(page);
    await button(page, "Done").click();
    await writeJson(page, ruleset.replace('"Small"', '"Second"'));
    await eventually(() => rulesetName(page), "Second");
    await page.getByRole("button", { name: "Publish" }).click();
    // Before the second is published, the first is offered.
    await button(page, "Put version 1 on your site").click();
    assert.equal((await downloaded(page, "Only ruleset.json")).bytes.toString(), await published(ruleset));
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Publish" }).click();
    await button(page, "Publish").click();
    await button(page, "Done").click();
    await show(page, "Changes");
    for (const [number, name] of [[1, "Small"], [2, "Second"]]) {
      await page.locator("version-list").getByRole("button", { name: `Put version ${number} on your site` }).click();
      await page.getByRole("heading", { name: `Put version ${number} on your site` }).waitFor();
      assert.equal(JSON.parse((await downloaded(page, "Only ruleset.json")).bytes).name, name);
      await button(page, "Done").click();
    }
  }),
);

test(
  "it works by keyboard, and what was copied is said",
  open(async (page) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await toSite(page);
    const focused = () =>
      page.evaluate(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return (active?.labels?.[0] ?? active)?.innerText.split("\n")[0].trim();
      });
    assert.equal(await focused(), "Put version 1 on your site");
    const order = ["Folder on your site", "Download the files", "Only ruleset.json", "Who says that a visitor agrees", "Record the time on each page", "Record how far visitors scroll", "Report changes of band to (optional)", "HTML"];
    for (const expected of order) {
      await page.keyboard.press("Tab");
      assert.equal(await focused(), expected);
    }
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.equal(await focused(), "Google Tag Manager");
    assert.match(await code(page), /createElement\("script"\)/);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await dialog(page).getByText("Copied", { exact: true }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await code(page));
    await field(page, "Record the time on each page").check();
    await eventually(() => dialog(page).getByText("Copied", { exact: true }).count(), 0, "what was copied is no longer what is shown");

    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } }));
    await button(page, "Copy: Snippet").click();
    await dialog(page).getByText("It is selected: copy it with Ctrl+C or ⌘C").waitFor();
    assert.equal((await page.evaluate(() => getSelection().toString())).trim(), await code(page));

    await page.keyboard.press("Escape");
    await eventually(() => dialog(page).count(), 0);
    assert.equal(await focused(), "Publish");
  }),
);

test(
  "files that cannot be had are said, and had once they can be",
  open(async (page) => {
    await toSite(page);
    // The console of a browser says that a server did not answer as it should; this one answers with something else.
    await page.evaluate(() => {
      const { fetch } = globalThis;
      globalThis.fetch = (...given) => (String(given[0]).includes("onsite") ? Promise.reject(new TypeError("offline")) : fetch(...given));
      globalThis.online = () => (globalThis.fetch = fetch);
    });
    await button(page, "Download the files").click();
    await dialog(page).getByText("That did not work. Check the connection and try again.").waitFor();
    await page.evaluate(() => online());
    assert.equal((await archived(page)).files.size, embed.length + 1);
    await eventually(() => dialog(page).getByText("That did not work.").count(), 0);
  }),
);

test("the single file has the same files, opened by double click", async () => {
  const browser = await launch();
  try {
    await visit(browser, pathToFileURL(singleFile).href, { installs: true }, async (page) => {
      await toSite(page);
      const { files } = await archived(page);
      for (const file of embed) assert.deepEqual(Buffer.from(files.get(`leadscore/${file}`)), inPackage(file), file);
      assert.ok((await code(page)).includes(integrity));
    });
  } finally {
    await browser.close();
  }
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1440, 360]) {
    test(
      `nothing is cut off or hard to read in any language: ${colorScheme}, ${width} wide`,
      open(
        async (page) => {
          await toSite(page);
          await field(page, "Folder on your site").fill(`/${"long/".repeat(40)}`);
          await dialog(page).locator(".segments label").nth(3).click();
          for (const language of ["en", "es", "fr", "zh"]) {
            await page.evaluate((to) => {
              const select = document.querySelector("leadscore-page").shadowRoot.querySelector("page-header").shadowRoot.querySelector("select");
              select.value = to;
              select.dispatchEvent(new Event("change"));
            }, language);
            await eventually(() => page.evaluate(() => document.documentElement.lang.slice(0, 2)), language);
            await eventually(() => dialog(page).evaluate((one) => one.scrollWidth - one.clientWidth), 0, language);
            assert.deepEqual(await accessibilityFaults(page), [], language);
          }
          await page.locator("publish-dialog dialog[open]").getByRole("button").last().click();
        },
        { colorScheme, viewport: { width, height: 900 } },
      ),
    );
  }
}
