// One visitor with two tabs: what happens in both counts once each, and what is said in one holds in the other.

import assert from 'node:assert/strict';
import { eventsOf, isKept, knows, pageOf, plainSite, showsPoints, siteTests, tag } from './site.mjs';

const siteTest = siteTests();

async function secondTab(context, path = '/') {
  const other = await context.newPage();
  await other.goto(path);
  return other;
}

/** A tab that the page opened shares its process, another has its own: the browser's storage is not the same then at each moment. */
const ways = {
  'that the page opened': async (page) => {
    const [other] = await Promise.all([page.waitForEvent('popup'), page.evaluate(() => void open('/about'))]);
    return other;
  },
  'of its own': (page, context) => secondTab(context, '/about'),
};

for (const [kind, begin] of Object.entries(ways)) siteTest(`what happens at once in a tab and in one ${kind} is counted once each`, plainSite(), async (page, { context }) => {
  await page.goto('/');
  await showsPoints(page, 1);
  const other = await begin(page, context);
  await knows(other, 'page_view', 2);
  /** Lets each event be written in its turn. */
  const track = (tab) =>
    tab.evaluate(async () => {
      for (let number = 0; number < 60; number++) {
        leadscore.track('webinar_registered', { number: document.title + number });
        await new Promise((resolve) => setTimeout(resolve));
      }
    });
  await Promise.all([track(page), track(other)]);
  for (const tab of [page, other]) {
    await knows(tab, 'webinar_registered', 120);
    assert.equal(new Set((await eventsOf(tab, 'webinar_registered')).map(({ properties }) => properties.number)).size, 120);
    await tab.waitForFunction(() => leadscore.scorecard().scores.interest.points === 2402);
  }
  await page.close();
  await other.goto('/');
  await knows(other, 'webinar_registered', 120);
  await knows(other, 'page_view', 3);
});

siteTest('what is recorded while a tab is closed is not lost', plainSite(), async (page, { context }) => {
  await page.goto('/');
  await showsPoints(page, 1);
  const other = await secondTab(context);
  await knows(other, 'page_view', 2);
  await other.evaluate(() => addEventListener('pagehide', () => leadscore.track('webinar_registered')));
  await other.close({ runBeforeUnload: true });
  await knows(page, 'webinar_registered', 1);
});

siteTest('forgetting in one tab forgets in the other', plainSite(), async (page, { context }) => {
  await page.goto('/');
  const other = await secondTab(context, '/pricing');
  await knows(page, 'page_view', 2);
  await knows(other, 'page_view', 2);
  await page.evaluate(() => leadscore.forget());
  await knows(other, 'page_view', 0);
  assert.deepEqual(await page.evaluate(() => [leadscore.contact(), localStorage.length]), [{ id: 'visitor', properties: {}, events: [] }, 0]);
  assert.deepEqual(await other.evaluate(() => leadscore.contact()), { id: 'visitor', properties: {}, events: [] });
  await other.evaluate(() => leadscore.track('webinar_registered'));
  await knows(page, 'webinar_registered', 1);
  await knows(page, 'page_view', 0);
});

const asking = { tags: tag.replace('></', ' data-consent="required"></') };

siteTest('consent in one tab holds in the other, and a denial too', plainSite(asking), async (page, { context }) => {
  await page.goto('/');
  const other = await secondTab(context, '/pricing');
  const states = () => Promise.all([page, other].map((tab) => tab.evaluate(() => leadscore.consent())));
  for (const tab of [page, other]) await tab.waitForFunction(() => window.leadscore?.contact?.() !== null && window.leadscore?.contact !== undefined);
  assert.deepEqual(await states(), ['pending', 'pending']);
  await page.evaluate(() => leadscore.consent('granted'));
  await other.waitForFunction(() => leadscore.consent() === 'granted');
  await knows(page, 'page_view', 2);
  await knows(other, 'page_view', 2);
  await isKept(page, '/pricing');
  await other.evaluate(() => leadscore.consent('denied'));
  await page.waitForFunction(() => leadscore.contact().events.length === 0);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.equal((await states()).includes('granted'), false);
});

siteTest('storage that the site clears is a visitor who is forgotten', { pages: { '/': pageOf() } }, async (page, { context }) => {
  await page.goto('/');
  await isKept(page, 'page_view');
  const other = await secondTab(context);
  await knows(page, 'page_view', 2);
  await other.evaluate(() => localStorage.clear());
  await knows(page, 'page_view', 0);
});
