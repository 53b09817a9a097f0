// The recipes of pkg/onsite/RECIPES.md that need a browser and nothing more: any page, consent, single-page apps, Google Tag Manager (imitated), and
// strict policies. The code comes from the recipes.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { join } from 'node:path';
import { installed } from './embed.mjs';
import { filled, recipe, subjects, untaken } from './recipes.mjs';
import { fieldsOf, serve } from './site.mjs';
import { launch, ledgerIsThere, pageViews, recorded, scorecard, visit } from './visitor.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** A test in which a visitor comes to a site. */
function recipeTest(name, site, body, options) {
  test(name, async () => {
    const served = await serve(site());
    try {
      await visit(browser, served.url, (page, context) => body(page, served, context), options);
    } finally {
      await served.close();
    }
  });
}

const pageOf = (title, ...parts) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body>${parts.join('\n')}</body></html>`;
const points = (card) => card.scores.interest.points;

recipeTest(
  'any page: views are recorded, elements appear, and the form carries the score',
  () => {
    const parts = [recipe('plain-tag'), recipe('plain-reactions')];
    return { pages: { '/': pageOf('Home', ...parts), '/pricing': pageOf('Prices', ...parts) } };
  },
  async (page, site) => {
    await page.goto('/');
    assert.equal(points(await scorecard(page)), 1);
    assert.equal(await page.getByText('Talk to somebody').isVisible(), false, 'shown to everybody');
    await page.goto('/pricing');
    assert.equal(points(await scorecard(page)), 12);
    await page.getByText('Talk to somebody').waitFor();
    assert.deepEqual(await pageViews(page, 2), ['/', '/pricing']);
    await page.getByLabel('Job title').fill('Gardener');
    await ledgerIsThere(page);
    await page.getByRole('button', { name: 'Ask for a demo' }).click();
    await page.waitForURL('**/demo');
    const { lead_ledger: ledger, ...fields } = fieldsOf(site.received[0]);
    assert.deepEqual(fields, { jobtitle: 'Gardener', lead_score: '12', lead_band: 'MQL' });
    assert.equal(JSON.parse(ledger).scores[0].points, 12);
    await page.goto('/');
    await pageViews(page, 3);
    assert.equal((await recorded(page)).form_submission, 1);
    assert.equal((await page.evaluate(() => leadscore.contact())).properties.jobtitle, 'Gardener');
  },
);

recipeTest(
  'any page: calls before the script is there are made when it is',
  () => ({ pages: { '/': pageOf('Home', recipe('plain-calls'), recipe('plain-tag')) } }),
  async (page) => {
    await page.goto('/');
    assert.equal(points(await scorecard(page)), 21);
    assert.equal((await recorded(page)).webinar_registered, 1);
  },
);

for (const [button, views] of [['I agree', 1], ['I do not', 0]]) {
  recipeTest(
    `with consent: nothing is kept before a visitor answers, and after "${button}" ${views ? 'the view is' : 'neither'}`,
    () => ({ pages: { '/': pageOf('Home', recipe('consent-button')) } }),
    async (page) => {
      await page.goto('/');
      await page.waitForFunction(() => window.leadscore?.consent);
      assert.equal(await page.evaluate(() => leadscore.consent()), 'pending');
      assert.equal(await page.evaluate(() => localStorage.length), 0);
      await page.getByRole('button', { name: button }).click();
      assert.equal((await pageViews(page, views)).length, views);
      assert.equal(await page.evaluate(() => leadscore.consent()), views ? 'granted' : 'denied');
    },
  );
}

const router = readFileSync(createRequire(import.meta.url).resolve('navigo/lib/navigo.min.js'));
/** An app with a router of the npm registry: three routes, one page. */
const appOf = (options, ...parts) => ({
  pages: {
    '/': pageOf(
      'App',
      '<nav><a href="/" data-navigo>Home</a> <a href="/pricing" data-navigo>Prices</a> <a href="/about" data-navigo>About</a></nav><main></main>',
      '<script src="/navigo.js"></script>',
      `<script>
        const show = (name) => () => { document.title = name; document.querySelector("main").textContent = name; };
        const router = new Navigo("/", ${JSON.stringify(options)});
        router.on("/", show("The start")).on("/pricing", show("What it costs")).on("/about", show("Who we are")).resolve();
      </script>`,
      ...parts,
    ),
  },
  files: { '/navigo.js': router },
  fallback: '/',
});

recipeTest(
  'a single-page app with the History API: every route is a page view, back and forth as well',
  () => appOf({}, recipe('plain-tag')),
  async (page) => {
    await page.goto('/');
    await pageViews(page, 1);
    await page.getByRole('link', { name: 'Prices' }).click();
    assert.deepEqual(await pageViews(page, 2), ['/', '/pricing']);
    await page.getByRole('link', { name: 'About' }).click();
    await pageViews(page, 3);
    await page.goBack();
    assert.deepEqual(await pageViews(page, 4), ['/', '/pricing', '/about', '/pricing']);
    assert.equal(points(await scorecard(page)), 14);
    const { events } = await page.evaluate(() => leadscore.contact());
    assert.deepEqual(new Set(events.filter(({ type }) => type === 'page_view').map(({ properties }) => properties.title)), new Set(['The start', 'What it costs', 'Who we are']));
  },
);

recipeTest(
  'a single-page app with hash routes: every route is the page view it is told as',
  () => appOf({ hash: true }, recipe('plain-tag'), recipe('spa-hash-routes')),
  async (page) => {
    await page.goto('/');
    await pageViews(page, 1);
    await page.getByRole('link', { name: 'Prices' }).click();
    assert.deepEqual(await pageViews(page, 2), ['/', '/pricing']);
    await page.getByRole('link', { name: 'About' }).click();
    assert.deepEqual(await pageViews(page, 3), ['/', '/pricing', '/about']);
    assert.equal(new URL(page.url()).hash, '#/about');
    await page.reload();
    assert.deepEqual(await pageViews(page, 5), ['/', '/pricing', '/about', '/', '/about']);
  },
);

/**
 * What Tag Manager does with Custom HTML, as far as is known: the HTML goes into a hidden element, and each script in it is made anew, without its data
 * attributes. An imitation: the real one comes from another origin and cannot be asked for here.
 */
function customHtml(...tags) {
  const container = (all) => {
    for (const html of all) {
      const hidden = document.body.appendChild(document.createElement('div'));
      hidden.style.cssText = 'display:none;visibility:hidden';
      hidden.innerHTML = html;
      for (const inert of hidden.querySelectorAll('script')) {
        const script = document.createElement('script');
        for (const { name, value } of inert.attributes) if (!name.startsWith('data-')) script.setAttribute(name, value);
        script.text = inert.text;
        inert.replaceWith(script);
      }
    }
  };
  const text = JSON.stringify(tags).replaceAll('</', '<\\/');
  return `<script>window.dataLayer = window.dataLayer || []; function gtag() { dataLayer.push(arguments); }</script>
<script>addEventListener("DOMContentLoaded", () => (${container})(${text}));</script>`;
}
const saidBefore = (analytics) => `<script>(window.dataLayer = window.dataLayer || []).push((function () { return arguments; })("consent", "default", { ad_storage: "denied", analytics_storage: "${analytics}" }));</script>`;

recipeTest(
  'Google Tag Manager: the tag that Custom HTML makes finds itself, and other tags tell of events',
  () => ({ pages: { '/': pageOf('Home', saidBefore('granted'), customHtml(recipe('gtm-event'), recipe('gtm-tag'))) } }),
  async (page) => {
    await page.goto('/');
    assert.equal(points(await scorecard(page)), 21);
    assert.deepEqual(await pageViews(page, 1), ['/']);
  },
);

recipeTest(
  'Google Tag Manager: consent mode decides, also later',
  () => ({ pages: { '/': pageOf('Home', saidBefore('denied'), customHtml(recipe('gtm-tag'))) } }),
  async (page) => {
    await page.goto('/');
    await page.waitForFunction(() => window.leadscore?.consent);
    assert.notEqual(await page.evaluate(() => leadscore.consent()), 'granted');
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.evaluate(() => gtag('consent', 'update', { analytics_storage: 'granted' }));
    assert.deepEqual(await pageViews(page, 1), ['/']);
    await page.evaluate(() => gtag('consent', 'update', { analytics_storage: 'denied' }));
    await page.waitForFunction(() => leadscore.consent() === 'denied');
    assert.deepEqual(await page.evaluate(() => Object.values(localStorage).filter((text) => text.includes('page_view'))), []);
  },
);

recipeTest(
  'Google Tag Manager: the plain tag would not do, for it loses its attributes',
  () => ({ pages: { '/': pageOf('Home', customHtml(recipe('plain-tag'))) } }),
  async (page) => {
    await Promise.all([page.waitForEvent('console'), page.goto('/')]);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  },
  { says: [/^error: leadscore: .*data-ruleset/] },
);

const integrity = () => execFileSync('sh', ['-c', recipe('csp-integrity')], { cwd: join(installed, 'dist/onsite'), encoding: 'utf8' }).trim();
const policy = (text) => ({ 'content-security-policy': text.trim() });
const nonce = 'bm9uY2Ugb2YgYSB0ZXN0';
/** A page with the tag of the recipe for policies, and a form. */
const strictly = (tagIntegrity) => ({
  body: pageOf('Prices', filled('csp-tag', { NONCE: nonce, INTEGRITY: tagIntegrity }), recipe('plain-reactions')),
  headers: policy(filled('csp-strict', { NONCE: nonce })),
});
/** What the page is told of errors. */
const listen = (context) =>
  context.addInitScript(() => {
    window.errors = [];
    document.addEventListener('leadscore:error', ({ detail }) => window.errors.push(detail.message));
  });
async function sendForm(page, site) {
  await page.getByRole('button', { name: 'Ask for a demo' }).click();
  await page.waitForURL('**/demo');
  return fieldsOf(site.received[0]);
}

recipeTest(
  'a strict policy with nonce and integrity: all of it works, the ledger too',
  () => ({ pages: { '/pricing': strictly(integrity()) } }),
  async (page, site, context) => {
    await listen(context);
    await page.goto('/pricing');
    await page.getByText('Talk to somebody').waitFor();
    assert.equal(points(await page.evaluate(() => leadscore.scorecard())), 11);
    assert.equal((await page.evaluate(() => leadscore.explain())).scores[0].points, 11);
    assert.deepEqual(await page.evaluate(() => window.errors), []);
    assert.equal((await sendForm(page, site)).lead_score, '11');
  },
);

recipeTest(
  'a strict policy with a wrong hash: the script is refused, and the page goes on',
  () => ({ pages: { '/pricing': strictly(`sha384-${'A'.repeat(64)}`) } }),
  async (page, site) => {
    await Promise.all([page.waitForEvent('console'), page.goto('/pricing')]);
    assert.equal(await page.evaluate(() => typeof window.leadscore), 'undefined');
    assert.deepEqual(await sendForm(page, site), { jobtitle: '', lead_score: '', lead_band: '', lead_ledger: '' });
  },
  { says: [/^error: Failed to find a valid digest in the 'integrity' attribute/] },
);

recipeTest(
  'the least that a policy has to allow is enough',
  () => ({ pages: { '/pricing': { body: pageOf('Prices', recipe('plain-tag'), recipe('plain-reactions')), headers: policy(`default-src 'none'; form-action 'self'; ${recipe('csp-least')}`) } } }),
  async (page, site) => {
    await page.goto('/pricing');
    await page.getByText('Talk to somebody').waitFor();
    assert.equal((await sendForm(page, site)).lead_score, '11');
  },
);

for (const without of [" 'wasm-unsafe-eval'", "connect-src 'self'"]) {
  recipeTest(
    `a policy without ${without.trim()}: said once, and the page goes on`,
    () => ({ pages: { '/pricing': { body: pageOf('Prices', recipe('plain-tag'), recipe('plain-reactions')), headers: policy(`default-src 'none'; form-action 'self'; ${recipe('csp-least').replace(without, '')}`) } } }),
    async (page, site, context) => {
      await listen(context);
      await page.goto('/pricing');
      await page.waitForFunction(() => window.errors.length > 0);
      assert.equal(await page.evaluate(() => window.errors.length), 1);
      assert.equal((await sendForm(page, site)).lead_score, '');
    },
    // The browser says for itself what it did not let happen.
    { says: [/^error: leadscore: /], mutters: /^(?!leadscore:).*Content Security Policy/ },
  );
}

test('every recipe is run here or in WordPress', () => {
  assert.deepEqual(untaken('plain', 'consent', 'spa', 'gtm', 'csp'), []);
  assert.deepEqual([...subjects].sort(), ['consent', 'csp', 'gtm', 'plain', 'spa', 'wordpress']);
});
