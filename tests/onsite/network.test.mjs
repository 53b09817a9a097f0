// Bad networks and bad servers: what comes late, not at all, as something else, or changed.

import assert from 'node:assert/strict';
import { fieldsOf } from '../cms/site.mjs';
import { eventsOf, pageOf, plainSite, showsPoints, siteTests, tag, toldErrors } from './site.mjs';

const siteTest = siteTests();

async function sendForm(page, site) {
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL('**/sent');
  return fieldsOf(site.received[0]);
}

/** Holds what is asked for back until it is let go. */
async function held(page, address) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  let asked;
  const isAsked = new Promise((resolve) => (asked = resolve));
  await page.route(address, async (route) => {
    asked();
    await released;
    await route.continue();
  });
  return { isAsked, release };
}

for (const file of ['onsite.js', 'onsite.wasm', 'ruleset.json']) {
  siteTest(`${file} that is slow holds nothing up, and calls meanwhile are made when it is there`, plainSite({ more: '<button type="button" onclick="this.textContent += 1">Count</button>' }), async (page) => {
    const { isAsked, release } = await held(page, `**/${file}`);
    await page.goto('/pricing', { waitUntil: file === 'onsite.js' ? 'commit' : 'load' });
    await isAsked;
    await page.getByRole('button', { name: 'Count' }).click();
    await page.getByRole('button', { name: 'Count1', exact: true }).waitFor();
    await page.evaluate(() => {
      (window.leadscore ??= []).push(['track', 'webinar_registered']);
      leadscore.push(['identify', { jobtitle: 'CEO' }]);
    });
    release();
    await showsPoints(page, 36);
    assert.equal((await eventsOf(page, 'page_view')).length, 1);
  });

  siteTest(`a form that is sent while ${file} is on its way is sent`, plainSite(), async (page, { site }) => {
    const { isAsked, release } = await held(page, `**/${file}`);
    await page.goto('/pricing', { waitUntil: 'commit' });
    await isAsked;
    assert.deepEqual(await sendForm(page, site), { points: '' });
    release();
  });
}

const own = { says: [/^error: leadscore: expected to start: /], mutters: /^Failed to load resource|^Failed to find a valid digest|SRI's integrity checks failed/ };

for (const file of ['onsite.wasm', 'ruleset.json']) {
  siteTest(`${file} that is not there: said once, and the page goes on`, plainSite(), async (page, { site }) => {
    await page.route(`**/${file}`, (route) => route.fulfill({ status: 404, body: 'nothing' }));
    await page.goto('/pricing');
    const errors = await toldErrors(page);
    assert.equal(errors.length, 1);
    assert.match(errors[0], file === 'ruleset.json' ? /ruleset.json was answered with 404$/ : /onsite.wasm could not be loaded: /);
    await page.evaluate(() => {
      leadscore.track('webinar_registered');
      leadscore.identify({ jobtitle: 'CEO' });
      leadscore.forget();
    });
    assert.deepEqual(await page.evaluate(() => [leadscore.scorecard(), leadscore.contact(), leadscore.consent(), localStorage.length]), [null, null, 'pending', 0]);
    assert.deepEqual(await sendForm(page, site), { points: '' });
  }, own);

  siteTest(`${file} without a network: said once, and the page goes on`, plainSite(), async (page, { site }) => {
    await page.route(`**/${file}`, (route) => route.abort());
    await page.goto('/pricing');
    assert.equal((await toldErrors(page)).length, 1);
    assert.deepEqual(await sendForm(page, site), { points: '' });
  }, own);
}

siteTest('onsite.js that is not there: nothing happens', plainSite(), async (page, { site }) => {
  await page.route('**/onsite.js', (route) => route.fulfill({ status: 404 }));
  await page.goto('/pricing');
  assert.deepEqual(await sendForm(page, site), { points: '' });
}, { mutters: /^Failed to load resource/ });

for (const [file, type] of [['onsite.wasm', 'text/html'], ['onsite.wasm', 'application/octet-stream'], ['ruleset.json', 'text/plain'], ['ruleset.json', 'text/html']]) {
  siteTest(`${file} as ${type}: it is read all the same`, plainSite(), async (page) => {
    await page.route(`**/${file}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-type': type } });
    });
    await page.goto('/pricing');
    await showsPoints(page, 11);
  });
}

siteTest('onsite.js as plain text: the browser refuses it, and the page goes on', plainSite(), async (page, { site }) => {
  await page.route('**/onsite.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/plain' } });
  });
  await page.goto('/pricing');
  assert.deepEqual(await sendForm(page, site), { points: '' });
}, { mutters: /MIME type/ });

for (const [name, body, message] of [
  ['a page instead of the ruleset', '<!doctype html><title>Not found</title>', /expected to start: .*JSON/],
  ['a ruleset as it is written, not published', '{"name":"Mine","scores":[]}', /expected a published ruleset, found \/leadscore\/ruleset.json in the format undefined: publish it again$/],
  ['a ruleset of another format', '{"format":"leadscore-onsite-2","name":"x","expressions":false,"rules":""}', /in the format leadscore-onsite-2: publish it again$/],
  ['rules that were cut', '{"format":"leadscore-onsite-1","name":"x","expressions":false,"rules":"BwAAAElu"}', /^expected the rules of a ruleset that was published: publish it again$/],
  ['rules that are no base64', '{"format":"leadscore-onsite-1","name":"x","expressions":false,"rules":"%%%"}', /expected to start: /],
  ['null for a ruleset', 'null', /expected to start: /],
]) {
  siteTest(`${name}: said once, and the page goes on`, plainSite(), async (page, { site }) => {
    await page.route('**/ruleset.json', (route) => route.fulfill({ body, contentType: 'application/json' }));
    await page.goto('/pricing');
    const errors = await toldErrors(page);
    assert.equal(errors.length, 1);
    assert.match(errors[0], message);
    assert.deepEqual(await sendForm(page, site), { points: '' });
  }, { says: [/^error: leadscore: expected /] });
}

/** The same with its last byte changed. */
const changed = async (route) => {
  const response = await route.fetch();
  const body = await response.body();
  body[body.length - 1] ^= 1;
  await route.fulfill({ response, body });
};

siteTest('onsite.wasm that was changed on the server is not run', plainSite(), async (page, { site }) => {
  await page.route('**/onsite.wasm', changed);
  await page.goto('/pricing');
  assert.equal((await toldErrors(page)).length, 1);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.deepEqual(await sendForm(page, site), { points: '' });
}, own);

siteTest('explain.wasm that was changed on the server is not run: there is a score and no ledger', plainSite(), async (page, { site }) => {
  await page.route('**/explain.wasm', changed);
  await page.goto('/pricing');
  await showsPoints(page, 11);
  assert.equal(await page.evaluate(() => leadscore.explain()), null);
  assert.equal((await toldErrors(page)).length, 1);
  await page.unroute('**/explain.wasm');
  assert.equal((await page.evaluate(() => leadscore.explain())).scores[0].points, 11);
  assert.deepEqual(await sendForm(page, site), { points: '11' });
}, { says: [/^error: leadscore: expected explain.js and explain.wasm beside onsite.js/], mutters: own.mutters });

siteTest('explain.js that is not there: a form that wants the ledger is sent without', { pages: { '/pricing': pageOf({ more: '<form action="/sent" method="post"><input type="hidden" name="ledger" data-leadscore-field="ledger"><button>Send with ledger</button></form>' }) } }, async (page, { site }) => {
  await page.route('**/explain.js', (route) => route.fulfill({ status: 404 }));
  await page.goto('/pricing');
  await toldErrors(page);
  await page.getByRole('button', { name: 'Send with ledger' }).click();
  await page.waitForURL('**/sent');
  assert.deepEqual(fieldsOf(site.received[0]), { ledger: '' });
}, { says: [/^error: leadscore: expected explain.js/], mutters: own.mutters });

siteTest('a tag without a ruleset is said once', { pages: { '/': pageOf({ tags: tag.replace(/ data-ruleset="[^"]*"/, '') }) } }, async (page) => {
  await page.goto('/');
  assert.deepEqual(await toldErrors(page), ["expected data-ruleset on the script's tag, with the address of a published ruleset"]);
}, { says: [/^error: leadscore: expected data-ruleset/] });
