// Visitors of a site in a real Chromium, for the tests beside this file: each in a browser of their own, whose console must stay empty and who may ask
// no other origin for anything. Also what they ask of the embed.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic'];

/** A browser; `options` are more of those that Playwright knows. */
export function launch(options) {
  return chromium.launch({ executablePath, args, ...options });
}

/** A visit of a site. What the console is to say, if anything, is given as patterns in their order; what else it may say as another, `mutters`. */
export async function visit(browser, origin, body, { says = [], mutters } = {}) {
  const context = await browser.newContext({ baseURL: origin });
  context.setDefaultTimeout(20_000);
  const said = [];
  context.on('page', (page) => {
    page.on('console', (message) => {
      if (!mutters?.test(message.text())) said.push(`${message.type()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => said.push(`uncaught: ${error.stack}`));
  });
  context.on('request', (request) => {
    const address = new URL(request.url());
    if (!['blob:', 'data:'].includes(address.protocol) && address.origin !== origin) said.push(`asked for ${address}`);
  });
  try {
    await body(await context.newPage(), context);
    assert.equal(said.length, says.length, `the console said ${JSON.stringify(said)}`);
    for (const [index, pattern] of says.entries()) assert.match(said[index], pattern);
  } catch (error) {
    if (said.length) error.message += `\nthe console said ${said.join('\n')}`;
    throw error;
  } finally {
    await context.close();
  }
}

/** The scorecard of the visitor, once there is one. */
export async function scorecard(page) {
  await page.waitForFunction(() => window.leadscore?.ready);
  return page.evaluate(async () => {
    await leadscore.ready;
    return leadscore.scorecard();
  });
}

/** Waits until as many page views have been recorded, and gives their paths. */
export async function pageViews(page, count) {
  await page.waitForFunction(
    (wanted) => window.leadscore?.contact?.()?.events.filter(({ type }) => type === 'page_view').length >= wanted,
    count,
  );
  const { events } = await page.evaluate(() => leadscore.contact());
  return events.filter(({ type }) => type === 'page_view').map(({ properties }) => new URL(properties.url).pathname);
}

/** Once the page's form has a ledger to send: what explains is loaded when there is a field for it. */
export function ledgerIsThere(page) {
  return page.waitForFunction(() => [...document.querySelectorAll('[data-leadscore-field=ledger]')].every(({ value }) => value !== ''));
}

/** How often each type of event was recorded. */
export async function recorded(page) {
  const { events } = await page.evaluate(() => leadscore.contact());
  const counts = {};
  for (const { type } of events) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
