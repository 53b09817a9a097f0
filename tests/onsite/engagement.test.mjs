// How long a page is looked at, and how far down, where the site asks for it. The page's clock is moved on by the test.

import assert from 'node:assert/strict';
import { eventsOf, isKept, knows, pageOf, plainSite, showsPoints, siteTests, tag } from './site.mjs';

const siteTest = siteTests();

const tags = tag.replace('></', ' data-time-on-page data-scroll-depth></');
const begin = Date.UTC(2026, 0, 10, 12);
const tall = '<main style="height: 10000px; background: linear-gradient(white, gray)"></main>';

/** Opens the site. The clock goes until the embed is there, and stands at eight seconds then. */
async function open(page) {
  await page.clock.install({ time: begin });
  await page.goto('/');
  await showsPoints(page, 1);
  await page.clock.pauseAt(begin + 8_000);
}

const secondsOf = async (page) => (await eventsOf(page, 'time_on_page')).map(({ properties }) => [properties.seconds, new URL(properties.url).pathname]);

siteTest('time on a page is told at 10, 30, 60, 180 and 600 seconds of it, once each, and of the next page anew', plainSite({ tags }), async (page) => {
  await open(page);
  assert.deepEqual(await secondsOf(page), []);
  for (const [seconds, told] of [[8, 1], [20, 2], [30, 3], [120, 4], [430, 5], [3_000, 5]]) {
    await page.clock.runFor(seconds * 1000);
    await knows(page, 'time_on_page', told);
  }
  assert.deepEqual(await secondsOf(page), ['10', '30', '60', '180', '600'].map((seconds) => [seconds, '/']));
  await page.evaluate(() => history.pushState({}, '', '/pricing'));
  await page.clock.runFor(10_200);
  await knows(page, 'time_on_page', 6);
  assert.deepEqual((await secondsOf(page)).at(-1), ['10', '/pricing']);
});

siteTest('time in which the page is not seen does not count', plainSite({ tags }), async (page) => {
  const see = (isHidden) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
  await open(page);
  await see(true);
  await page.clock.runFor(600_000);
  await see(false);
  assert.deepEqual(await secondsOf(page), []);
  await page.clock.runFor(8_000);
  await knows(page, 'time_on_page', 1);
});

siteTest('without being asked for, neither is told', plainSite({ more: tall }), async (page) => {
  await open(page);
  await page.mouse.wheel(0, 9000);
  await page.clock.runFor(60_000);
  await page.evaluate(() => leadscore.track('webinar_registered'));
  await page.clock.runFor(1000);
  await knows(page, 'webinar_registered', 1);
  assert.equal((await eventsOf(page, 'time_on_page')).length + (await eventsOf(page, 'scroll_depth')).length, 0);
});

siteTest('how far somebody scrolls is told at 25, 50, 75, 90 and 100 percent, once each, and scrolling stays passive', { pages: { '/': pageOf({ tags, more: tall }) } }, async (page) => {
  await page.goto('/');
  await showsPoints(page, 1);
  const scrolled = async (pixels, told) => {
    await page.mouse.wheel(0, pixels);
    await knows(page, 'scroll_depth', told);
  };
  await scrolled(2_600, 1);
  await scrolled(-2_600, 1);
  await scrolled(5_200, 2);
  await scrolled(20_000, 5);
  assert.deepEqual((await eventsOf(page, 'scroll_depth')).map(({ properties }) => properties.percent), ['25', '50', '75', '90', '100']);
  await isKept(page, 'scroll_depth');
});
