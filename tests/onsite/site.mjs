// Sites for the tests beside this file: the embed's files as they are delivered, on a plain server, and visitors of them in Chromium. Server and visitors
// are those of the recipes' tests.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import * as leadscore from '../../pkg/node.js';
import { serve } from '../cms/site.mjs';
import { executablePath, launch, visit } from '../cms/visitor.mjs';

export { chromium, leadscore };

export const tag = '<script type="module" src="/leadscore/onsite.js" data-ruleset="/leadscore/ruleset.json"></script>';

/** Hears what the embed announces, by means of the DOM alone, and writes it where a test can read it whatever the page did to its globals. */
const listeners = `<style>output { position: absolute; right: 0; top: 0; }</style><output id="points"></output><output id="errors"></output>
<script>
  document.addEventListener("leadscore:change", (event) => (document.querySelector("#points").textContent = event.detail.scorecard.scores.interest.points));
  document.addEventListener("leadscore:error", (event) => (document.querySelector("#errors").textContent += event.detail.message + "\\n"));
</script>`;

const form = `<form action="/sent" method="post" name="demo"><input type="hidden" name="points" data-leadscore-field="score"><button>Send</button></form>`;

/** A page. What comes before the tag is run before the embed. */
export function pageOf({ first = '', title = 'Home', tags = tag, more = '' } = {}) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body>${listeners}${first}${tags}${form}${more}</body></html>`;
}

/** The usual site: a page at the root, others below. */
export const plainSite = (parts = {}) => ({ pages: { '/': pageOf(parts), '/pricing': pageOf({ ...parts, title: 'Prices' }), '/about': pageOf({ ...parts, title: 'About' }) } });

/**
 * Gives what makes a test of a visitor to a site: call it once a file. The visitor's console must stay empty but for what `says` has, and nothing may be
 * asked of another origin. `begin` starts the browser, `newContext` gives another context than a fresh one of it.
 */
export function siteTests(begin = launch) {
  let browser;
  before(async () => {
    browser = await begin();
  });
  after(() => browser?.close());
  return (name, site, body, { newContext, ...options } = {}) =>
    test(name, async (t) => {
      const served = await serve(site);
      try {
        const open = (given) => (newContext ? newContext(given, t) : browser.newContext(given));
        await visit({ newContext: open }, served.url, (page, context) => body(page, { site: served, context, t, browser }), options);
      } finally {
        await served.close();
      }
    });
}

/** Waits until the page shows the points. */
export const showsPoints = (page, points) => page.locator('#points', { hasText: new RegExp(`^${points}$`) }).waitFor({ state: 'attached' });

/** Waits until the page was told of as many errors, and gives them. */
export async function toldErrors(page, count = 1) {
  const told = async () => (await page.locator('#errors').textContent()).split('\n').filter(Boolean);
  if (count > 0) await page.locator('#errors:not(:empty)').waitFor({ state: 'attached' });
  return told();
}

/** The times of the page's events of a type. */
export async function eventsOf(page, type) {
  const { events } = await page.evaluate(() => leadscore.contact());
  return events.filter((event) => event.type === type);
}

/** Waits until that many events of a type are known. */
export function knows(page, type, count) {
  return page.waitForFunction(([wanted, number]) => window.leadscore?.contact?.()?.events.filter((event) => event.type === wanted).length === number, [type, count]);
}

/** Once what is known is in the browser's storage, and holds a text. */
export function isKept(page, text) {
  return page.waitForFunction((part) => localStorage.getItem('leadscore')?.includes(part), text);
}

/** A browser that is told to keep nothing: no storage, no cookies. */
export async function forgetful(options, t) {
  const profile = await mkdtemp(join(tmpdir(), 'leadscore-'));
  t.after(() => rm(profile, { recursive: true, force: true }));
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }));
  return chromium.launchPersistentContext(profile, { executablePath, args: ['--no-sandbox', '--disable-gpu'], ...options });
}

/** Whatever a list or a text can do throws, but for small letters, which only the language knows; and nothing can be gone through. */
export const nothingWorks = `for (let type = Array; type !== undefined; type = type === Array ? String : undefined) {
  const names = Reflect.ownKeys(type.prototype);
  for (let place = 0; place < names.length; place++) {
    const name = names[place];
    if (name !== "constructor" && name !== "length" && name !== "toLowerCase") type.prototype[name] = () => { throw new Error("replaced " + String(name)); };
  }
}
Array.from = Array.of = () => { throw new Error("replaced"); };
delete NodeList.prototype.forEach; delete NodeList.prototype[Symbol.iterator]; delete URLSearchParams.prototype[Symbol.iterator];`;
