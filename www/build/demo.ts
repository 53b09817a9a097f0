/**
 * Builds the demo site beside the editor, and serves both. In: www/demo, and what the package gives to websites (pkg/dist/onsite). Out: the
 * folder demo in the folder that was built: a page for each file in demo/pages, in the frame of parts/layout.html, with the published ruleset.
 *
 * Stands behind the service worker among Vite's plugins: that keeps the editor, and must not know the demo's files.
 */
import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import type { Connect, Plugin } from "vite";
import { demoPolicy } from "./policy.ts";

interface Page {
  /** From the site's folder on: `""`, `pricing/`, `404.html`. */
  address: string;
  title: string;
  description: string;
  main: string;
}

/** What is not a page, and goes to the site as it is. */
const files = /\.(css|js|svg)$/;
const missing = "404.html";

export function demo(): Plugin {
  let [source, embed, site] = ["", "", ""];
  return {
    name: "demo",
    configResolved: (config) => {
      source = join(config.root, "demo");
      embed = join(config.root, "../pkg/dist/onsite");
      site = join(config.root, config.build.outDir, "demo");
    },
    closeBundle: {
      sequential: true,
      order: "post",
      handler: async (error) => {
        if (error === undefined) await buildSite(source, embed, site);
      },
    },
    configurePreviewServer: (server) => {
      const print = server.printUrls.bind(server);
      server.printUrls = () => {
        print();
        const [url] = server.resolvedUrls?.local ?? [];
        if (url !== undefined) server.config.logger.info(`  ➜  The demo site, with the on-site embed: ${url}demo/`);
      };
      server.middlewares.use("/demo", answers(source, site));
    },
  };
}

async function buildSite(source: string, embed: string, site: string): Promise<void> {
  if (!existsSync(embed)) throw new Error(`${embed}: expected the on-site embed, found nothing; run make pkg`);
  // Only here: Vite reads its configuration more often than it builds.
  const { publish } = await import("leadscore");
  const ruleset = await readFile(join(source, "ruleset.source.json"), "utf8");
  const render = await renderer(source);
  await mkdir(site, { recursive: true });
  for (const name of await readdir(source)) if (files.test(name)) await cp(join(source, name), join(site, name));
  await cp(embed, join(site, "leadscore"), { recursive: true });
  await writeFile(join(site, "ruleset.json"), await publish(ruleset, { lifecycle: true }));
  for (const page of await readPages(source)) {
    const file = join(site, page.address.endsWith("/") || page.address === "" ? `${page.address}index.html` : page.address);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, render(page, rootFrom(page.address)));
  }
}

async function readPages(source: string): Promise<Page[]> {
  const folder = join(source, "pages");
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".html"));
  return Promise.all(names.toSorted().map(async (name) => readPage(name.split(sep).join("/"), await readFile(join(folder, name), "utf8"))));
}

/** A page is a file whose first two lines are its title and its description, each in a comment. */
function readPage(name: string, text: string): Page {
  const [, title, description, main] = /^<!-- (.+) -->\n<!-- (.+) -->\n([^]*)$/.exec(text) ?? [];
  if (title === undefined || description === undefined || main === undefined) {
    throw new Error(`${name}: expected <!-- a title --> and <!-- a description --> as its first two lines`);
  }
  const address = name === missing ? name : name.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "/");
  return { address, title, description, main: main.trimEnd() };
}

/** The way from a page to the site's folder, which may be in any folder of any server. */
function rootFrom(address: string): string {
  return "../".repeat(address.split("/").length - 1) || "./";
}

/** Puts pages into the frame; `{{name}}` in either is filled: with a part of that name, or with what is known of the page or of the rules. */
async function renderer(source: string): Promise<(page: Page, root: string) => string> {
  const names = await readdir(join(source, "parts"));
  const parts = await Promise.all(names.map(async (name) => [name.replace(".html", ""), (await readFile(join(source, "parts", name), "utf8")).trimEnd()]));
  const { scores, bands, lifecycle, workflows, properties } = JSON.parse(await readFile(join(source, "ruleset.source.json"), "utf8"));
  const values: Record<string, string> = {
    ...Object.fromEntries(parts),
    policy: demoPolicy,
    bands: attribute(bands[0].ranges),
    most: String(scores[0].limit.max),
    names: attribute({ stages: labels(lifecycle.stages), workflows: labels(workflows), properties: labels(Object.keys(properties).map((id) => ({ ...properties[id], id }))) }),
  };
  return (page, root) => {
    const all: Record<string, string> = { ...values, ...page, root };
    const fill = (text: string): string =>
      text.replace(/\{\{(\w+)\}\}/g, (hole, name: string) => {
        if (all[name] === undefined) throw new Error(`${page.address}: expected something to fill in, found ${hole}`);
        return fill(all[name]);
      });
    return fill("{{layout}}\n").replace(new RegExp(`<a (href="${root}${page.address}")`, "g"), '<a aria-current="page" $1');
  };
}

/** A value as JSON, as it stands in an attribute. */
function attribute(value: unknown): string {
  return JSON.stringify(value).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

/** What things are called, by their ids. */
function labels(named: { id: string; label: string }[]): Record<string, string> {
  return Object.fromEntries(named.map(({ id, label }) => [id, label]));
}

/** What a static host does: folders get their slash, and what is not there is answered by the page that says so. */
function answers(source: string, site: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const [path = "", query] = (request.originalUrl ?? "").replace(/^\/demo/, "").split("?");
    const file = join(site, path);
    if (!path.endsWith("/") && existsSync(join(file, "index.html"))) {
      response.writeHead(301, { location: `/demo${path}/${query === undefined ? "" : `?${query}`}` }).end();
    } else if (existsSync(path.endsWith("/") ? join(file, "index.html") : file)) {
      next();
    } else {
      notFound(source, path.slice(1)).then((html) => response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(html), next);
    }
  };
}

async function notFound(source: string, address: string): Promise<string> {
  const page = (await readPages(source)).find((page) => page.address === missing);
  if (page === undefined) throw new Error(`demo/pages/${missing}: expected the page for what is not there`);
  return (await renderer(source))(page, rootFrom(address));
}
