// The page as its users get it: the folder on a plain static host, without a network, as an app, in a new version; and the single
// file. No server helps with headers: what holds is the policy in the page itself.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { accessibilityFaults, chromium, eventually, executablePath, flags, launch, serve, shown, trySample, visit, visitIn } from "./page.mjs";

const folder = fileURLToPath(new URL("../../www/dist/", import.meta.url));
const singleFile = fileURLToPath(new URL("../../www/dist-single/leadscore.html", import.meta.url));
const types = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
  ".csv": "text/csv",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

let browser;
before(async () => {
  assert.ok(existsSync(join(folder, "index.html")) && existsSync(singleFile), "the built page is missing; run npm run build in www");
  browser = await launch();
});
after(() => browser?.close());

/** A host that knows files and their types, and serves the folder at /tools/leadscore/. `changed` has files of a later version. */
async function host() {
  const changed = new Map();
  const server = createServer(async ({ url }, response) => {
    const path = new URL(url, "http://host").pathname.replace(/^\/tools\/leadscore\//, "").replace(/^$/, "index.html");
    try {
      const content = path.startsWith("/") ? undefined : (changed.get(path) ?? (await readFile(join(folder, path))));
      if (content === undefined) throw new Error("outside");
      response.writeHead(200, { "content-type": types[extname(path)], "cache-control": "no-cache" }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${server.address().port}/tools/leadscore/`, changed, close };
}

/** A test's body, run with the page on such a host. */
const hosted =
  (body, options = {}) =>
  async () => {
    const server = await host();
    try {
      await visit(browser, server.url, options, (page) => body(page, server));
    } finally {
      await server.close();
    }
  };

/** Once everything is kept, and the page is served from there. */
const kept = (page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");

test(
  "scores the sample in any folder of a plain host",
  hosted(async (page) => {
    await trySample(page);
    await shown(page, "2,000 contacts");
  }),
);

test("lets no text become a script or markup, and no script come from elsewhere", async () => {
  const server = await host();
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(server.url);
    await page.getByRole("button", { name: "Try the sample" }).waitFor();
    const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    assert.match(policy, /; require-trusted-types-for 'script'; trusted-types lit-html leadscore$/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval|https?:|data:|\*/);
    // Each is refused, and the browser says in the console why.
    const refusal = (attempt) => page.evaluate(attempt).then(() => "allowed", (error) => error.message.match(/\w*Error/)[0]);
    assert.equal(await refusal(() => void new Worker("assets/other.js")), "TypeError");
    assert.equal(await refusal(() => navigator.serviceWorker.register("assets/other.js").then(() => {})), "TypeError");
    assert.equal(await refusal(() => void (document.createElement("p").innerHTML = "<b></b>")), "TypeError");
    assert.equal(await refusal(() => void trustedTypes.createPolicy("other", {})), "TypeError");
    assert.equal(await refusal(() => void trustedTypes.createPolicy("leadscore", {})), "TypeError");
    const ran = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = trustedTypes.emptyScript;
      script.append("window.ran = true");
      document.body.append(script);
      return "ran" in window;
    });
    assert.equal(ran, false);
  } finally {
    await context.close();
    await server.close();
  }
});

test(
  "works without a network after the first visit",
  hosted(
    async (page, server) => {
      await kept(page);
      await server.close();
      await page.context().setOffline(true);
      for (const address of [server.url, `${server.url}index.html`, `${server.url}?from=mail`]) {
        await page.goto(address);
        await page.reload();
        await page.getByRole("button", { name: "Try the sample" }).waitFor();
      }
      await trySample(page);
      await shown(page, "2,000 contacts");
    },
    { installs: true },
  ),
);

test("works without a network also where the policy comes as a header, as from make run", async () => {
  const server = await serve();
  try {
    await visit(browser, server.url, { installs: true }, async (page) => {
      await kept(page);
      await page.context().setOffline(true);
      await page.reload();
      await trySample(page);
      await shown(page, "2,000 contacts");
    });
  } finally {
    await server.close();
  }
});

test(
  "can be installed",
  hosted(
    async (page, { url }) => {
      const session = await page.context().newCDPSession(page);
      const { errors, data, url: address } = await session.send("Page.getAppManifest");
      assert.equal(address, `${url}manifest.webmanifest`);
      assert.deepEqual(errors, []);
      const manifest = JSON.parse(data);
      assert.equal(new URL(manifest.start_url, address).href, url);
      assert.equal(new URL(manifest.scope, address).href, url);
      assert.ok(manifest.name && manifest.short_name && manifest.description && manifest.display === "standalone");
      const sizes = await page.evaluate(
        (icons) => Promise.all(icons.map(async ({ src }) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        })),
        manifest.icons.filter(({ type }) => type === "image/png"),
      );
      assert.deepEqual(sizes, manifest.icons.filter(({ type }) => type === "image/png").map((icon) => icon.sizes));
      assert.deepEqual(sizes, ["192x192", "512x512", "512x512"]);
      await kept(page);
      const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
      assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
    },
    { installs: true },
  ),
);

/** Puts another version on the host: with another title, and the service worker that belongs to it. */
async function publish({ changed }, title) {
  const index = (await readFile(join(folder, "index.html"), "utf8")).replace(/<title>.*<\/title>/, `<title>${title}</title>`);
  const worker = await readFile(join(folder, "service-worker.js"), "utf8");
  const other = worker.replace(/(url:`index\.html`,revision:`)[0-9a-f]+/, `$1${title}`);
  assert.notEqual(other, worker);
  changed.set("index.html", index).set("service-worker.js", other);
}

test(
  "says when a new version is ready, and changes to it when it is told to",
  hosted(
    async (page, server) => {
      await kept(page);
      await trySample(page);
      await publish(server, "second");
      let loads = 0;
      page.on("load", () => loads++);
      // As when somebody comes back to the tab.
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
      const note = page.locator("update-note");
      await note.getByText("A new version is ready").waitFor();
      assert.equal(loads, 0, "reloaded under the user's hands");
      await shown(page, "2,000 contacts");
      // In one tab: with a second one, Chromium now and then does not let go of a service worker that a debugger is attached to, as
      // Playwright's is.
      await note.getByRole("button", { name: "Reload" }).click();
      await eventually(() => page.title(), "second");
      await page.locator("page-header").waitFor();
      assert.equal(await note.count(), 0);
      assert.equal(loads, 1, "loaded more often than it was told to");
    },
    { installs: true },
  ),
);

test(
  "the note of a new version can be put off, and shows again on the next visit",
  hosted(
    async (page, server) => {
      await kept(page);
      await publish(server, "second");
      await page.reload();
      const note = page.locator("update-note");
      await note.getByRole("button", { name: "Later" }).waitFor();
      assert.deepEqual(await accessibilityFaults(page), []);
      await note.getByRole("button", { name: "Later" }).click();
      await note.waitFor({ state: "detached" });
      await page.reload();
      await note.getByRole("button", { name: "Reload" }).press("Enter");
      await eventually(() => page.title(), "second");
    },
    { installs: true },
  ),
);

/** A browser that is told to keep nothing: no storage, no databases, no service workers. */
async function forgetfulContext(profile) {
  await mkdir(join(profile, "Default"), { recursive: true });
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(join(profile, "Default/Preferences"), JSON.stringify(preferences));
  return chromium.launchPersistentContext(profile, { executablePath, args: flags });
}

test("works where the browser keeps nothing, as a folder and as a file", async () => {
  const server = await host();
  const profile = await mkdtemp(join(tmpdir(), "leadscore-"));
  try {
    for (const url of [server.url, pathToFileURL(singleFile).href]) {
      await visitIn(await forgetfulContext(profile), url, async (page) => {
        const refused = await page.evaluate(() => {
          try {
            return localStorage.length < 0;
          } catch (error) {
            return error.name === "SecurityError";
          }
        });
        assert.ok(refused, "this browser keeps something");
        await trySample(page);
        await shown(page, "2,000 contacts");
      });
    }
  } finally {
    await rm(profile, { recursive: true, force: true });
    await server.close();
  }
});

test("the single file scores the sample, opened by double click", async () => {
  await visit(browser, pathToFileURL(singleFile).href, { installs: true }, async (page) => {
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).protocol));
    await trySample(page);
    await shown(page, "2,000 contacts");
    // What is loaded when it is asked for, such as another language, is inside as well.
    await page.getByLabel("Language").selectOption("fr");
    await page.locator("html[lang=fr]").waitFor();
    assert.ok(asked.every((protocol) => protocol === "blob:"), `asked for ${asked}`);
    const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    assert.match(policy, /^default-src 'none'; script-src 'sha256-[^ ]+' 'wasm-unsafe-eval'; style-src 'sha256-/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval|'self'|https?:|\*/);
  });
});

test("the single file is the same anywhere: on a server it installs nothing", async () => {
  const server = await host();
  server.changed.set("leadscore.html", await readFile(singleFile));
  try {
    await visit(browser, `${server.url}leadscore.html`, { installs: true }, async (page) => {
      await trySample(page);
      await eventually(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    });
  } finally {
    await server.close();
  }
});
