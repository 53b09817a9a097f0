// What the embed costs a page: bytes, requests, tasks, layout, the back-forward cache. The figures are printed; asserted is what does not depend on the
// machine, and that no task takes 50 ms of processor time.

import assert from 'node:assert/strict';
import { brotliCompressSync, constants } from 'node:zlib';
import { processorTimes } from '../browser/page.mjs';
import { embedded } from '../cms/embed.mjs';
import { launch } from '../cms/visitor.mjs';
import { isKept, pageOf, plainSite, showsPoints, siteTests } from './site.mjs';

const siteTest = siteTests(() => launch({ ignoreDefaultArgs: ['--disable-back-forward-cache'] }));

const brotli = (name) => brotliCompressSync(embedded(name), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

siteTest('three files of the own origin are asked for, once each; no cookies are set', plainSite(), async (page, { context, t }) => {
  const asked = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/pricing');
  await showsPoints(page, 11);
  await isKept(page, 'page_view');
  await page.evaluate(() => leadscore.track('webinar_registered'));
  await showsPoints(page, 31);
  assert.deepEqual(asked.filter((path) => path.startsWith('/leadscore/')).toSorted(), ['/leadscore/onsite.js', '/leadscore/onsite.wasm', '/leadscore/ruleset.json']);
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(await page.evaluate(async () => [Object.keys(localStorage), Object.keys(sessionStorage), (await indexedDB.databases()).length, (await caches.keys()).length]), [['leadscore'], [], 0, 0]);
  for (const name of ['onsite.js', 'onsite.wasm', 'ruleset.json']) t.diagnostic(`${name}: ${embedded(name).length} bytes, ${brotli(name)} with brotli`);
  t.diagnostic(`onsite.js and onsite.wasm: ${brotli('onsite.js') + brotli('onsite.wasm')} bytes with brotli`);
});

siteTest('the ledger takes two files more, which are asked for when it is', plainSite(), async (page, { context, t }) => {
  await page.goto('/pricing');
  await showsPoints(page, 11);
  const asked = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.evaluate(() => Promise.all([leadscore.explain(), leadscore.explain()]));
  await page.evaluate(() => leadscore.explain());
  assert.deepEqual(asked.toSorted(), ['/leadscore/explain.js', '/leadscore/explain.wasm']);
  for (const name of ['explain.js', 'explain.wasm']) t.diagnostic(`${name}: ${embedded(name).length} bytes, ${brotli(name)} with brotli`);
});

const content = `<main>${'<p>A paragraph of the page, which somebody reads.</p>'.repeat(60)}
<p data-leadscore-show="band:MQL" data-leadscore-keep-space>For buyers</p><p>After</p></main>`;

siteTest('nothing on the page moves', { pages: { '/pricing': pageOf({ more: content }) } }, async (page, { context }) => {
  await context.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/pricing');
  const places = () => page.evaluate(() => [...document.querySelectorAll('main p')].map((element) => element.offsetTop));
  const before = await places();
  await showsPoints(page, 11);
  await page.getByText('For buyers').waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.deepEqual(await places(), before);
  assert.deepEqual(await page.evaluate(() => window.shifts), []);
});

siteTest('no task takes 50 ms of processor time: at the start, at events, with a full memory', plainSite({ more: content }), async (page, { t }) => {
  const longest = async (name, work) => {
    const times = await processorTimes(page, work);
    assert.ok(times.length > 0, 'no task was measured');
    const most = Math.max(...times);
    t.diagnostic(`${name}: the longest task took ${most.toFixed(1)} ms of processor time, all together ${times.reduce((sum, time) => sum + time, 0).toFixed(0)} ms`);
    assert.ok(most < 50, `${name}: a task of ${most} ms`);
  };
  await page.goto('/about');
  await showsPoints(page, 1);
  await longest('start', async () => {
    await page.goto('/pricing');
    await showsPoints(page, 12);
  });
  await longest('an event', async () => {
    await page.evaluate(() => leadscore.track('webinar_registered'));
    await showsPoints(page, 32);
  });
  await page.evaluate(async () => {
    for (let number = 0; number < 700; number++) {
      leadscore.track('other', { number, text: 'x'.repeat(40) });
      if (number % 50 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
  });
  await isKept(page, '5,other');
  // Of what is folded, the prices that were looked at may be a page like all others.
  const points = await page.evaluate(() => leadscore.scorecard().scores.interest.points);
  await longest('an event with a full memory', async () => {
    await page.evaluate(() => leadscore.track('webinar_registered'));
    await showsPoints(page, points + 20);
  });
  await longest('start with a full memory', async () => {
    await page.goto('/about');
    await showsPoints(page, points + 21);
  });
  await longest('a ledger', () => page.evaluate(() => leadscore.explain().then(() => {})));
});

siteTest('sending a form is neither stopped nor put off: it is sent in the task of the click', plainSite(), async (page, { site }) => {
  await page.goto('/pricing');
  await showsPoints(page, 11);
  const [isPrevented, value] = await page.evaluate(() => {
    let seen;
    addEventListener('submit', (event) => {
      seen = [event.defaultPrevented, document.forms.demo.elements.points.value];
      event.preventDefault();
    });
    document.forms.demo.requestSubmit();
    return seen;
  });
  assert.deepEqual([isPrevented, value], [false, '11']);
  assert.equal(site.received.length, 0);
});

siteTest('the back-forward cache takes the page, and nothing asks before it is left', plainSite({ more: '<a href="/about">About</a>' }), async (page, { context }) => {
  await context.addInitScript(() => {
    window.asking = [];
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, ...rest) {
      if (type === 'unload' || type === 'beforeunload') window.asking.push(type);
      return listen.call(this, type, ...rest);
    };
  });
  await page.goto('/pricing');
  await showsPoints(page, 11);
  assert.deepEqual(await page.evaluate(() => window.asking), []);
  await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => (document.title = `persisted: ${persisted}`)));
  await page.getByRole('link', { name: 'About' }).click();
  await page.waitForURL('**/about');
  await showsPoints(page, 12);
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => document.title === 'persisted: true');
});
