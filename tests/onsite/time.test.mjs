// Pages that come and go, clocks that are wrong, and consent that comes late.

import assert from 'node:assert/strict';
import { launch } from '../cms/visitor.mjs';
import { chromium, eventsOf, isKept, knows, pageOf, plainSite, showsPoints, siteTests, tag, toldErrors } from './site.mjs';

// Playwright's Chromium has no back-forward cache unless it is told to.
const siteTest = siteTests(() => launch({ ignoreDefaultArgs: ['--disable-back-forward-cache'] }));

const link = '<a href="/about">About</a>';

siteTest('a page that comes back from the back-forward cache is viewed again, and what happened meanwhile is known', plainSite({ more: link }), async (page) => {
  await page.goto('/');
  await showsPoints(page, 1);
  await page.evaluate(() => {
    window.isSame = true;
    addEventListener('pageshow', ({ persisted }) => (document.title = persisted ? 'From the cache' : 'Loaded'));
  });
  await page.getByRole('link', { name: 'About' }).click();
  await page.waitForURL('**/about');
  await showsPoints(page, 2);
  await page.evaluate(() => leadscore.track('webinar_registered'));
  await isKept(page, 'webinar_registered');
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => document.title === 'From the cache');
  await showsPoints(page, 23);
  assert.equal(await page.evaluate(() => window.isSame), true);
  assert.equal((await eventsOf(page, 'visit')).length, 1);
  assert.deepEqual(await toldErrors(page, 0), []);
});

siteTest('each reload is a view, of one visit', plainSite(), async (page) => {
  await page.goto('/');
  for (const points of [1, 2, 3]) {
    await showsPoints(page, points);
    if (points < 3) await page.reload();
  }
  assert.equal((await eventsOf(page, 'visit')).length, 1);
});

const day = 86_400_000;
const noon = Date.UTC(2026, 0, 10, 12);

for (const [name, then] of [['an hour back', noon - day / 24], ['a year back', noon - 365 * day], ['before 1970', -day], ['far ahead', Date.UTC(2199, 0, 1)], ['beyond all that is sensible', Date.UTC(9000, 0, 1)]]) {
  siteTest(`a clock that is put ${name} loses nothing, and time never runs backwards`, plainSite(), async (page) => {
    await page.clock.setFixedTime(noon);
    await page.goto('/');
    await showsPoints(page, 1);
    await page.clock.setFixedTime(then);
    await page.evaluate(() => leadscore.track('webinar_registered'));
    await showsPoints(page, 21);
    await page.goto('/about');
    await showsPoints(page, 22);
    await page.clock.setFixedTime(noon + 60_000);
    await page.reload();
    await showsPoints(page, 23);
    await page.evaluate(() => leadscore.track('webinar_registered'));
    await showsPoints(page, 43);
    const times = (await page.evaluate(() => leadscore.contact().events)).map(({ time }) => time);
    assert.deepEqual(times, times.toSorted((one, other) => one - other));
    assert.ok(times[0] === noon && times.at(-1) >= noon, `${times}`);
    assert.ok(times.at(-1) < Date.UTC(2200, 0, 1), `${times}`);
    assert.equal((await page.evaluate(() => leadscore.explain())).scores[0].points, 43);
    assert.deepEqual(await toldErrors(page, 0), []);
  });
}

const asking = tag.replace('></', ' data-consent="required"></');

siteTest('consent that is given late: the page that is looked at counts, with how the visitor came, and nothing of before', plainSite({ tags: asking }), async (page) => {
  await page.goto('/?utm_source=news&utm_medium=email');
  await page.waitForFunction(() => window.leadscore?.contact?.() && leadscore.contact() !== null);
  await page.evaluate(() => {
    leadscore.track('webinar_registered');
    leadscore.identify({ jobtitle: 'CEO' });
  });
  await page.evaluate(() => history.pushState({}, '', '/pricing'));
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.equal(await page.evaluate(() => leadscore.scorecard()), null);
  await page.evaluate(() => leadscore.consent('granted'));
  await showsPoints(page, 11);
  const { properties, events } = await page.evaluate(() => leadscore.contact());
  assert.equal(properties.hs_analytics_source, 'EMAIL_MARKETING');
  assert.equal(properties.jobtitle, undefined);
  assert.deepEqual(events.map(({ type }) => type), ['visit', 'page_view']);
  await page.waitForFunction(() => localStorage.getItem('leadscore')?.startsWith('1,2,'));
  await page.goto('/about');
  await showsPoints(page, 12);
});

siteTest('calls that ask for consent first are made in their order', plainSite({ tags: asking, first: '<script>leadscore = [["consent", "granted"], ["track", "webinar_registered"]];</script>' }), async (page) => {
  await page.goto('/');
  await showsPoints(page, 21);
});

siteTest('Global Privacy Control is a no, until the visitor says yes to the site', plainSite(), async (page, { context }) => {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }));
  await page.goto('/');
  await page.waitForFunction(() => window.leadscore?.consent?.() === 'denied');
  await page.evaluate(() => leadscore.track('webinar_registered'));
  await page.reload();
  await page.waitForFunction(() => window.leadscore?.consent?.() === 'denied');
  assert.deepEqual(await page.evaluate(() => [localStorage.length, leadscore.contact().events, leadscore.scorecard(), document.cookie]), [0, [], null, '']);
  await page.evaluate(() => leadscore.consent('granted'));
  await showsPoints(page, 1);
  await page.waitForFunction(() => localStorage.getItem('leadscore')?.startsWith('1,2,'));
  await page.reload();
  await showsPoints(page, 2);
});

siteTest('a page that is made ready for a visitor counts once it is shown, and so does what it called', plainSite({ first: '<script>leadscore = [["track", "webinar_registered"]];</script>' }), async (page, { context }) => {
  // Chromium prepares no pages while it is driven: what a page sees of it is imitated.
  await context.addInitScript(() => {
    window.isPrepared = true;
    Object.defineProperty(Document.prototype, 'prerendering', { get: () => window.isPrepared });
    const listen = Document.prototype.addEventListener;
    Document.prototype.addEventListener = function (type, ...rest) {
      if (type === 'prerenderingchange') document.documentElement.dataset.waits = `${document.documentElement.dataset.waits ?? ''}x`;
      return listen.call(this, type, ...rest);
    };
  });
  await page.goto('/pricing');
  await page.locator('html[data-waits=x]').waitFor();
  await page.evaluate(() => leadscore.push(['track', 'webinar_registered']));
  assert.deepEqual(await page.evaluate(() => [localStorage.length, leadscore.scorecard(), leadscore.contact()]), [0, null, null]);
  await page.evaluate(() => {
    window.isPrepared = false;
    document.dispatchEvent(new Event('prerenderingchange'));
  });
  await showsPoints(page, 51);
  assert.deepEqual((await page.evaluate(() => leadscore.contact().events)).map(({ type }) => type), ['visit', 'page_view', 'webinar_registered', 'webinar_registered']);
});
