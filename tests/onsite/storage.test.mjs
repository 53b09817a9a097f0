// Where the browser keeps nothing, has no room, or has something else under the key: the visitor is in memory only or begins anew, which is said once,
// and the page goes on.

import assert from 'node:assert/strict';
import { forgetful, isKept, knows, pageOf, plainSite, showsPoints, siteTests, toldErrors } from './site.mjs';

const siteTest = siteTests();

siteTest(
  'blocked storage: the visitor is scored as long as the page is shown, and nothing is said',
  plainSite(),
  async (page) => {
    await page.goto('/pricing');
    assert.equal(await page.evaluate(() => { try { return typeof localStorage; } catch (error) { return error.name; } }), 'SecurityError');
    await showsPoints(page, 11);
    await page.evaluate(() => leadscore.track('webinar_registered'));
    await showsPoints(page, 31);
    await page.goto('/about');
    await showsPoints(page, 1);
    await page.evaluate(() => leadscore.forget());
    await knows(page, 'page_view', 0);
    assert.deepEqual(await toldErrors(page, 0), []);
  },
  { newContext: forgetful },
);

const full = `<script>
  let text = "x".repeat(1 << 20);
  for (let number = 0; text !== ""; number++) {
    try {
      localStorage.setItem("filler" + number, text);
    } catch {
      text = text.slice(text.length / 2 + 1);
    }
  }
</script>`;
const refusing = `<script>Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); };</script>`;

for (const [name, first] of [['full', full], ['refusing', refusing]]) {
  siteTest(
    `${name} storage: said once, and scored as long as the page is shown`,
    plainSite({ first }),
    async (page) => {
      await page.goto('/pricing');
      await showsPoints(page, 11);
      assert.match((await toldErrors(page)).join(), /^the browser's storage is full/);
      for (let number = 0; number < 3; number++) {
        await page.evaluate(() => leadscore.track('webinar_registered'));
        await showsPoints(page, 31 + 20 * number);
      }
      assert.equal((await toldErrors(page)).length, 1);
      assert.equal(await page.evaluate(() => localStorage.getItem('leadscore')), null);
    },
    { says: [/^error: leadscore: the browser's storage is full/] },
  );
}

const unreadable = [
  ['nonsense', 'nonsense'],
  ['nothing', ''],
  ['JSON', '{"consent":"granted","visitor":{"version":1}}'],
  ['no right to be kept', '1,3,0,0,0,1,0,0,0,0,0,'],
  ['a visitor that was cut', '1,1,0,0,0,1,1,8,jobti'],
  ['a visitor with a number that is none', '1,1,0,0,0,1,0,0,0,9e99,0,'],
  ['a visitor who denied and is there all the same', '1,0,0,0,0,1,0,0,0,0,0,'],
  ['tabs without end', `1,1,99999999,${'1,'.repeat(100_000)}`],
  ['far too much', 'x'.repeat(2_000_000)],
];

for (const [name, text] of unreadable) {
  siteTest(
    `${name} in storage: said once, and a new visitor begins`,
    plainSite(),
    async (page, { context }) => {
      await context.addInitScript((kept) => {
        if (sessionStorage.length === 0) localStorage.setItem('leadscore', kept);
        sessionStorage.setItem('was', 'here');
      }, text);
      await page.goto('/pricing');
      await showsPoints(page, 11);
      assert.match((await toldErrors(page)).join(), /^what was kept of this visitor cannot be read/);
      await page.evaluate(() => leadscore.track('webinar_registered'));
      await showsPoints(page, 31);
      assert.equal((await toldErrors(page)).length, 1);
      await isKept(page, 'webinar_registered');
      await page.goto('/about');
      await showsPoints(page, 32);
      assert.deepEqual(await toldErrors(page, 0), []);
    },
    { says: [/^error: leadscore: what was kept of this visitor cannot be read/] },
  );
}

for (const [name, text] of [['what is kept', '2,all is different'], ['the visitor', '1,1,0,0,0,2,all is different']]) {
  siteTest(
    `${name} is of a newer version: left as it is, said once, and scored as long as the page is shown`,
    plainSite(),
    async (page, { context }) => {
      await context.addInitScript((kept) => localStorage.setItem('leadscore', kept), text);
      await page.goto('/pricing');
      await showsPoints(page, 11);
      assert.match((await toldErrors(page)).join(), /^what was kept of this visitor is of a newer version/);
      await page.evaluate(() => leadscore.track('webinar_registered'));
      await showsPoints(page, 31);
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
      await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
      await showsPoints(page, 32);
      assert.equal(await page.evaluate(() => localStorage.getItem('leadscore')), text);
      assert.equal((await toldErrors(page)).length, 1);
      await page.evaluate(() => leadscore.forget());
      assert.equal(await page.evaluate(() => localStorage.length), 0);
    },
    { says: [/^error: leadscore: what was kept of this visitor is of a newer version/] },
  );
}

siteTest('what another script keeps is left alone', { pages: { '/': pageOf({ first: '<script>localStorage.setItem("theirs", "theirs"); sessionStorage.setItem("theirs", "theirs");</script>' }) } }, async (page) => {
  await page.goto('/');
  await isKept(page, 'page_view');
  await page.evaluate(() => leadscore.forget());
  assert.deepEqual(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)]), [['theirs'], ['theirs']]);
});
