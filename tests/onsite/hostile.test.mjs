// Pages whose own scripts get in the way of everybody else's: the visitor is scored all the same, or it is said once why not, and the page never
// sees an exception. These pages are looked at through the DOM alone, for scripts of a test fare no better in them than ours.

import assert from 'node:assert/strict';
import { fieldsOf } from '../cms/site.mjs';
import { nothingWorks, pageOf, showsPoints, siteTests, tag, toldErrors } from './site.mjs';

const siteTest = siteTests();
const script = (text) => `<script>${text}</script>`;
/** The page's own code works after the embed has done its own. */
const ownButton = '<button id="own" type="button" onclick="this.textContent = (window.ownCode ?? (() => \'works\'))()">Own</button>';

async function pageWorks(page, site, points) {
  await page.locator('#own').click();
  await page.locator('#own', { hasText: 'works' }).waitFor();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL('**/sent');
  assert.deepEqual(fieldsOf(site.received[0]), { points });
}

const scored = [
  ['replaces what arrays can do', `for (const name of Object.getOwnPropertyNames(Array.prototype)) if (name !== "constructor" && name !== "length") Array.prototype[name] = function () { throw new Error("replaced " + name); };`],
  ['deletes what arrays can do', `for (const name of ["at", "concat", "every", "filter", "find", "flat", "forEach", "includes", "indexOf", "join", "map", "pop", "push", "reduce", "shift", "slice", "some", "sort", "splice", "unshift"]) delete Array.prototype[name];`],
  ['has no iterators', `delete Array.prototype[Symbol.iterator]; delete String.prototype[Symbol.iterator]; delete NodeList.prototype[Symbol.iterator];`],
  ['has iterators of its own', `Array.prototype[Symbol.iterator] = function* () { yield "stray"; };`],
  ['adds to arrays', `Array.prototype.last = function () { return this[this.length - 1]; }; Array.prototype.toJSON = function () { return Prototype_toJSON(this); };`],
  ['replaces what texts can do', `for (const name of ["replace", "split", "trim", "includes", "startsWith", "endsWith", "match", "matchAll", "replaceAll", "padStart", "toString", "at"]) String.prototype[name] = function () { return "replaced"; };`],
  ['adds to objects', `Object.prototype.extra = "extra"; Object.prototype.each = function () {}; Object.prototype.toJSON = function () { return "none"; };`],
  ['puts setters and getters on objects', `for (const name of ["scorecard", "previous", "scores", "message", "url", "name", "apply", "events"]) Object.defineProperty(Object.prototype, name, { configurable: true, get() { return undefined; }, set() { throw new Error("set " + name); } });`],
  ['wraps JSON', `const { parse, stringify } = JSON; JSON = { parse: (...given) => parse(...given), stringify: (...given) => stringify(...given) };`],
  ['wraps promises', `const Native = Promise; window.Promise = class extends Native { then(done, failed) { window.thens = (window.thens ?? 0) + 1; return super.then(done, failed); } };`],
  ['wraps fetch', `const native = fetch; window.fetch = function (...given) { return native.apply(this, given).then((response) => response); };`],
  ['wraps listening', `const add = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (type, listener, options) { return add.call(this, type, listener, options); };`],
  ['wraps timers', `const later = setTimeout; window.setTimeout = (done, ...given) => later(() => done(), ...given); window.requestIdleCallback = undefined;`],
  ['freezes the history', `Object.freeze(history); Object.freeze(History.prototype); Object.freeze(location);`],
  ['freezes the language', `for (const type of [Object, Array, String, Number, Function, Promise, Date, JSON, Reflect, Math]) { Object.freeze(type); if (type.prototype) Object.freeze(type.prototype); }`],
  ['makes elements of its own', `document.createElement = () => { throw new Error("no elements"); }; Document.prototype.createElement = document.createElement;`],
  ['has a global of its own in a script', `const leadscore = "of the page"; window.ownCode = () => (leadscore === "of the page" ? "works" : "broken");`],
  ['has dates of its own', `const Native = Date; window.Date = class extends Native {}; Date.prototype.toString = () => "a date";`],
  ['listens and throws', `document.addEventListener("leadscore:change", (event) => { event.stopImmediatePropagation(); event.preventDefault(); }); `],
  ['changes what it is told', `document.addEventListener("leadscore:change", (event) => { const { scorecard } = event.detail; setTimeout(() => { for (const key of Object.keys(scorecard)) delete scorecard[key]; }); });`],
  ['has an element of that name', ``, '<p id="leadscore">Points</p>'],
  ['has an observer of its own', `window.MutationObserver = class { constructor() {} observe() {} disconnect() {} takeRecords() { return []; } };`],
];

for (const [name, before, markup = ''] of scored) {
  siteTest(`a page that ${name}: the visitor is scored`, { pages: { '/pricing': pageOf({ first: markup + script(before), more: ownButton }) } }, async (page, { site }) => {
    await page.goto('/pricing');
    await showsPoints(page, 11);
    assert.deepEqual(await toldErrors(page, 0), []);
    await pageWorks(page, site, '11');
  });
}

const marked = `<p id="shown" hidden data-leadscore-show="band:MQL">For you</p><p id="hidden" data-leadscore-hide="points>=10">For others</p>
<p id="kept" data-leadscore-keep-space data-leadscore-hide="points>=10">For others</p><p id="later" hidden data-leadscore-show="points>=16">For chiefs</p>
<a id="demo" href="#demo" data-leadscore-cta="demo">Demo  für
  alle</a>
<join-us><template shadowrootmode="open"><form action="/sent" method="post" name="join">
  <input name="title" data-leadscore-property="jobtitle"><input name="points" type="hidden" data-leadscore-field="score">
  <select multiple data-leadscore-property="regions"><option selected>EU<option>US<option selected>Überall</select>
  <input type="checkbox" data-leadscore-property="topics" value="crm" checked><input type="checkbox" data-leadscore-property="topics" value="ads" checked>
  <button>Join</button></form></template></join-us>`;

siteTest(
  'a page on which no list and no text can do anything: what it has marked is shown, filled in and recorded all the same',
  { pages: { '/pricing': pageOf({ first: script(nothingWorks), more: marked }), '/about': pageOf() } },
  async (page, { site }) => {
    await page.goto('/pricing?utm_source=f%C3%BCr');
    await showsPoints(page, 11);
    await page.locator('#shown').waitFor();
    for (const id of ['hidden', 'kept', 'later']) await page.locator(`#${id}`).waitFor({ state: 'hidden' });
    await page.locator('#demo').click();
    await page.locator('[name=title]').fill('Head of Büro');
    await page.getByRole('button', { name: 'Join' }).click();
    await page.waitForURL('**/sent');
    assert.deepEqual(fieldsOf(site.received[0]), { title: 'Head of Büro', points: '16' });
    await page.goto('/about');
    await showsPoints(page, 17);
    const { properties, events } = await page.evaluate(() => leadscore.contact());
    const { jobtitle, regions, topics, hs_analytics_first_url: first } = properties;
    assert.deepEqual([jobtitle, regions, topics, first.slice(site.url.length)], ['Head of Büro', 'EU;Überall', 'crm;ads', '/pricing?utm_source=f%C3%BCr']);
    const of = (type) => events.filter((event) => event.type === type).map((event) => event.properties);
    assert.deepEqual(of('cta_click').map(({ cta, text }) => [cta, text]), [['demo', 'Demo für alle']]);
    assert.deepEqual(of('form_submission').map((given) => given.form), ['join']);
  },
);

siteTest(
  'a page on which no list and no text can do anything: what it shows follows what its own code reports, and what makes no sense is told once',
  {
    pages: {
      '/pricing': pageOf({
        first: script(nothingWorks),
        more: `${marked}<button id="own" onclick="leadscore.identify({ jobtitle: ['CEO', 'Head of Sales'] }); leadscore.identify({ odd: {} }); leadscore.identify({ odd: {} })">Own</button>`,
      }),
    },
  },
  async (page) => {
    await page.goto('/pricing');
    await showsPoints(page, 11);
    await page.locator('#own').click();
    await showsPoints(page, 16);
    await page.locator('#later').waitFor();
    const [told, ...more] = await toldErrors(page);
    assert.match(told, /as property odd$/);
    assert.deepEqual(more, []);
  },
  { says: [/^error: leadscore: .* as property odd$/] },
);

const consentFrom = (source) => tag.replace('data-ruleset', `data-consent-from="${source}" data-ruleset`);
const granted = '{ eventStatus: "useractioncomplete", purpose: { consents: { 1: true, 8: true, 9: true } } }';
const signals = [
  ['tcf', `window.__tcfapi = (command, version, told) => { window.agree = () => told(${granted}, true); heard(); };`],
  ['google', `window.agree = () => dataLayer.push(["consent", "update", { analytics_storage: "granted" }]); let push = function (entry) { this[this.length] = entry; };
    window.dataLayer = Object.defineProperty([], "push", { get: () => push, set(other) { push = other; heard(); } });`],
];

for (const [source, platform] of signals) {
  siteTest(
    `a page on which no list and no text can do anything: consent from ${source} is heard`,
    {
      pages: {
        '/pricing': pageOf({
          first: script(`const heard = () => (document.querySelector("#own").hidden = false); ${platform} ${nothingWorks}`),
          tags: consentFrom(source),
          more: '<button id="own" hidden onclick="agree()">Agree</button>',
        }),
      },
    },
    async (page) => {
      await page.goto('/pricing');
      await page.locator('#own').waitFor();
      assert.equal(await page.locator('#points').textContent(), '');
      await page.locator('#own').click();
      await showsPoints(page, 11);
    },
  );
}

/** What cannot work: it is told once, and whatever can be done is done. */
const told = [
  ['has window.leadscore already', `window.leadscore = { mine: true }; window.ownCode = () => (window.leadscore.mine ? "works" : "broken");`, /expected window\.leadscore to be free/, '11'],
  ['has window.leadscore as a function', `window.leadscore = function () { return "works"; }; window.ownCode = window.leadscore;`, /expected window\.leadscore to be free/, '11'],
  ['lets nobody have window.leadscore', `Object.defineProperty(window, "leadscore", { value: undefined, writable: false, configurable: false });`, /expected window\.leadscore to be free/, '11'],
  ['lets nobody ask for window.leadscore', `Object.defineProperty(window, "leadscore", { get() { throw new Error("not yours"); } });`, /expected window\.leadscore to be free/, '11'],
  ['took fetch away', `window.fetch = () => { throw new Error("no network for you"); };`, /no network for you/, ''],
  ['took WebAssembly away', `delete window.WebAssembly;`, /WebAssembly/, ''],
];

for (const [name, before, message, points] of told) {
  siteTest(
    `a page that ${name}: it is told once, and the page works`,
    { pages: { '/pricing': pageOf({ first: script(before), more: ownButton }) } },
    async (page, { site }) => {
      await page.goto('/pricing');
      if (points) await showsPoints(page, points);
      const errors = await toldErrors(page);
      assert.equal(errors.length, 1, errors.join('; '));
      assert.match(errors[0], message);
      await pageWorks(page, site, points);
    },
    { says: [/^error: leadscore: /] },
  );
}

siteTest(
  'a page whose console throws: errors are told by event, and the page works',
  { pages: { '/pricing': pageOf({ first: script('console.error = () => { throw new Error("no console"); };'), tags: tag.replace('ruleset.json', 'missing.json'), more: ownButton }) } },
  async (page, { site }) => {
    await page.goto('/pricing');
    assert.match((await toldErrors(page)).join(), /^expected to start: .*404$/);
    await pageWorks(page, site, '');
  },
  { says: [], mutters: /404/ },
);

siteTest(
  'a page whose console throws once the embed runs: it is scored on',
  { pages: { '/pricing': pageOf({ first: script('console.error = () => { throw new Error("no console"); };'), more: ownButton }) } },
  async (page, { site }) => {
    await page.goto('/pricing');
    await showsPoints(page, 11);
    await page.evaluate(() => {
      leadscore.track('');
      leadscore.identify({ jobtitle: {} });
      leadscore.track('webinar_registered');
    });
    await showsPoints(page, 31);
    assert.equal((await toldErrors(page)).length, 2);
    await pageWorks(page, site, '31');
  },
);

siteTest('the tag twice: each thing is counted once', { pages: { '/pricing': pageOf({ tags: tag + tag }) } }, async (page) => {
  await page.goto('/pricing');
  await showsPoints(page, 11);
});

siteTest('the tag twice under two addresses: each thing is counted once', { pages: { '/pricing': pageOf({ tags: tag + tag.replace('onsite.js', 'onsite.js?again') }) } }, async (page) => {
  await Promise.all([page.waitForResponse('**/onsite.js?again'), page.goto('/pricing')]);
  await showsPoints(page, 11);
});

siteTest('calls that make no sense do no harm', { pages: { '/pricing': pageOf({ first: script('window.leadscore = [null, 7, ["nothing"], ["ready"], ["track"], [], ["push", ["track", "webinar_registered"]]];') }) } }, async (page) => {
  await page.goto('/pricing');
  await showsPoints(page, 31);
  const thrown = await page.evaluate(() => {
    const strange = { get first() { throw new Error('strange'); } };
    const loop = {};
    loop.self = loop;
    const calls = [() => leadscore.track(strange), () => leadscore.track('x', strange), () => leadscore.track('x', loop), () => leadscore.identify(null), () => leadscore.identify([1n, Symbol('s')]), () => leadscore.identify({ a: 1n, b: Symbol('b'), c: () => {}, d: NaN }), () => leadscore.consent({}), () => leadscore.push(), () => leadscore.push(null, ['explain', 1])];
    return calls.map((call) => { try { call(); } catch (error) { return String(error); } }).filter(Boolean);
  });
  assert.deepEqual(thrown, []);
}, { mutters: /^leadscore: / });
