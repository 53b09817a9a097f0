// The plugin and the footer block in a real WordPress with its real database: put there, set up and removed as an administrator does it, visited as
// visitors do. The tests follow one another: each finds the site as the one before left it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { embedded, installed, published } from './embed.mjs';
import { recipe, untaken } from './recipes.mjs';
import { launch, ledgerIsThere, pageViews, recorded, scorecard, visit } from './visitor.mjs';
import { administrator, startWordPress } from './wordpress-site.mjs';

let site, browser;
before(async () => {
  [site, browser] = await Promise.all([startWordPress(), launch()]);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

const visitor = (body, options) => visit(browser, site.url, body, options);
/** What an administrator does; jQuery Migrate writes to the console there. */
const asAdministrator = (body) =>
  visit(browser, site.url, async (page, context) => {
    await signIn(page, administrator);
    await body(page, context);
  }, { mutters: /JQMIGRATE/ });

async function signIn(page, { name, password }) {
  await page.goto('/wp-login.php');
  await page.getByLabel('Username or Email Address').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Log In' }).click()]);
}

const settings = '/wp-admin/options-general.php?page=leadscore';
const rulesetFile = (text) => ({ name: 'ruleset.json', mimeType: 'application/json', buffer: Buffer.from(text) });
async function save(page) {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Save Changes' }).click()]);
  return (await page.locator('.notice').allInnerTexts()).map((text) => text.split('\n')[0]);
}
/** Asks WordPress's REST API as who is signed in, as the editor does; with data, to change something. */
async function rest(page, path, data) {
  const ask = async () => {
    const nonce = await (await page.request.get('/wp-admin/admin-ajax.php?action=rest-nonce')).text();
    return page.request.fetch(`/wp-json${path}`, { method: data ? 'POST' : 'GET', headers: { 'X-WP-Nonce': nonce }, data });
  };
  let answer = await ask();
  // Now and then WordPress does not know a sign-in any more that it has just taken, and refuses the number that it gave: then who it is signs in again.
  if (answer.status() === 403) {
    await page.context().clearCookies();
    await signIn(page, administrator);
    answer = await ask();
  }
  assert.ok(answer.ok(), `${path}: ${await answer.text()}`);
  return answer.json();
}

/** An option of the database. */
const optionOf = (name) => site.sql(`SELECT option_value FROM wp_options WHERE option_name = '${name}'`)[0]?.[0];
/** The attributes of the tag on a page. */
const tagOn = async (page, path) => {
  await page.goto(path);
  return page.locator('script[src*="onsite.js"]').evaluateAll((tags) => tags.map((tag) => Object.fromEntries([...tag.attributes].map(({ name, value }) => [name, value]))));
};

test('the plugin is there after two commands, activates, and does nothing before it has a ruleset', async () => {
  mkdirSync(join(site.root, 'node_modules'));
  symlinkSync(installed, join(site.root, 'node_modules/leadscore'));
  execFileSync('sh', ['-ec', recipe('wordpress-plugin')], { cwd: site.root });
  site.handOver('wp-content/plugins/leadscore');
  await asAdministrator(async (page) => {
    await page.goto('/wp-admin/plugins.php');
    await page.locator('#activate-leadscore').click();
    await page.getByText('Plugin activated.').waitFor();
    await page.locator('tr[data-slug=leadscore]').getByRole('link', { name: 'Settings' }).click();
    await page.getByText('Visitors are scored once there is one.').waitFor();
  });
  await visitor(async (page) => assert.deepEqual(await tagOn(page, '/'), []));
});

test('settings are checked, kept and shown again', async () => {
  await asAdministrator(async (page) => {
    await page.goto(settings);
    await page.getByLabel('Ruleset', { exact: true }).setInputFiles(rulesetFile('{"scores":[]}'));
    assert.deepEqual(await save(page), ['Ruleset: expected the file that "Publish" of the rule editor or "leadscore publish" gives, found something else.']);
    await page.getByLabel('Tell changes of band to').fill('javascript:alert(1)');
    assert.deepEqual(await save(page), ['Expected an address that begins with https:// or /, found "javascript:alert(1)".']);
    await page.getByLabel('Ruleset', { exact: true }).setInputFiles(rulesetFile(published));
    await page.getByLabel('Tell changes of band to').fill('/bands?a=1&b="><script>alert(1)</script>');
    await page.getByLabel('Field that only robots fill').fill('web"site');
    await page.getByLabel('Record scroll depth').check();
    await page.getByLabel('Consent').selectOption('');
    assert.deepEqual(await save(page), ['Settings saved.']);
    assert.equal(await page.getByLabel('Field that only robots fill').inputValue(), 'web"site');
    assert.equal(await page.getByLabel('Record scroll depth').isChecked(), true);
    assert.equal(await page.getByLabel('Record time on page').isChecked(), false);
    assert.equal(await page.getByLabel('Consent').inputValue(), '');
    await page.getByText('Choose another to replace it.').waitFor();
  });
  await visitor(async (page) => {
    const [tag, ...more] = await tagOn(page, '/');
    assert.deepEqual(more, []);
    const { 'data-ruleset': ruleset, ...attributes } = tag;
    assert.deepEqual(attributes, {
      type: 'module',
      src: `${site.url}/wp-content/plugins/leadscore/files/onsite.js`,
      'data-endpoint': '/bands?a=1&b=scriptalert(1)/script',
      'data-honeypot': 'web"site',
      'data-scroll-depth': '',
    });
    assert.equal(await (await page.request.get(ruleset)).text(), published);
  });
  await asAdministrator(async (page) => {
    await page.goto(settings);
    await page.getByLabel('Tell changes of band to').fill('');
    await page.getByLabel('Record scroll depth').uncheck();
    await save(page);
  });
});

test('a page view of a visitor is recorded, by files of the plugin', async () => {
  await visitor(async (page) => {
    const [answer] = await Promise.all([page.waitForResponse('**/onsite.wasm'), page.goto('/')]);
    assert.equal(answer.headers()['content-type'], 'application/wasm');
    assert.deepEqual(await answer.body(), embedded('onsite.wasm'));
    assert.equal((await scorecard(page)).scores.interest.points, 1);
    await page.goto('/sample-page/');
    assert.deepEqual(await pageViews(page, 2), ['/', '/sample-page/']);
  });
});

test('WordPress’s own comment form brings score and ledger into the database', async () => {
  await visitor(async (page) => {
    await page.goto('/sample-page/?from=pricing');
    await pageViews(page, 1);
    await page.goto('/hello-world/');
    await pageViews(page, 2);
    await page.getByRole('textbox', { name: 'Comment *' }).fill('A question');
    await page.getByRole('textbox', { name: 'Name *' }).fill('Ada');
    await page.getByRole('textbox', { name: 'Email *' }).fill('ada@example.com');
    await ledgerIsThere(page);
    await page.getByRole('button', { name: 'Post Comment' }).click();
    await page.getByText('A question').waitFor();
  });
  const meta = Object.fromEntries(site.sql("SELECT meta_key, meta_value FROM wp_commentmeta JOIN wp_comments USING (comment_ID) WHERE comment_author = 'Ada'"));
  assert.equal(meta.lead_score, '2');
  assert.equal(JSON.parse(meta.lead_ledger).scores[0].points, 2);
});

test('the markup of form plugins is marked by classes, also where forms are sent by script', async () => {
  await asAdministrator(async (page) => {
    const content = '<!-- wp:shortcode -->[contact-form-7 id="17"]<!-- /wp:shortcode --><!-- wp:shortcode -->[wpforms id="43"]<!-- /wp:shortcode -->';
    await rest(page, '/wp/v2/pages', { title: 'Pricing', slug: 'pricing', status: 'publish', content });
  });
  await visitor(async (page) => {
    await page.goto('/pricing/');
    await pageViews(page, 1);
    await page.getByLabel('Your name').fill('Grace');
    await page.getByLabel('Job title').fill('Head of Sales');
    await ledgerIsThere(page);
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('It has been sent.').waitFor();
    assert.equal((await recorded(page)).form_submission, 1);
    assert.equal((await scorecard(page)).scores.interest.points, 16);
    await page.getByLabel('Email').fill('grace@example.com');
    await page.getByRole('button', { name: 'Send' }).click();
    await pageViews(page, 2);
  });
  const { 'lead-score': score, 'lead-ledger': ledger, 'job-title': title } = JSON.parse(optionOf('received_contact_form_7'));
  assert.equal(title, 'Head of Sales');
  // With what the form itself says.
  assert.equal(score, '16');
  assert.equal(JSON.parse(ledger).scores[0].points, 16);
  assert.deepEqual(JSON.parse(optionOf('received_wpforms')).fields, { 1: 'grace@example.com', 2: 'MQL' });
});

test('with consent, as it is unless told otherwise, nothing is kept before the visitor agrees', async () => {
  await asAdministrator(async (page) => {
    await page.goto(settings);
    await page.getByLabel('Consent').selectOption('required');
    await save(page);
  });
  await visitor(async (page) => {
    await page.goto('/');
    await page.waitForFunction(() => window.leadscore?.consent);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.evaluate(() => leadscore.consent('granted'));
    assert.deepEqual(await pageViews(page, 1), ['/']);
  });
});

test('the administration, the sign-in page, feeds, drafts and the REST API are as they were', async () => {
  await asAdministrator(async (page) => {
    const draft = await rest(page, '/wp/v2/pages', { title: 'Not yet', status: 'draft', content: 'Nothing' });
    for (const path of ['/wp-admin/', settings, '/wp-admin/edit.php', `/?page_id=${draft.id}&preview=true`]) {
      assert.deepEqual(await tagOn(page, path), [], path);
    }
  });
  for (const path of ['/wp-login.php', '/feed/', '/wp-json/', '/wp-json/wp/v2/pages']) {
    const answer = await fetch(site.url + path);
    assert.equal(answer.status, 200, path);
    assert.doesNotMatch(await answer.text(), /onsite\.js|leadscore\//, path);
  }
});

test('settings are for administrators, and only from their own page', async () => {
  const before = optionOf('leadscore');
  await asAdministrator(async (page) => {
    const data = { name: 'Eve', username: 'eve', email: 'eve@example.com', password: 'eve and her long password', roles: ['editor'] };
    await rest(page, '/wp/v2/users', data);
    const forged = await page.request.post('/wp-admin/options.php', { form: { option_page: 'leadscore', action: 'update', _wpnonce: 'forged', 'leadscore[script]': 'https://evil.example/' } });
    assert.equal(forged.status(), 403);
  });
  await visit(browser, site.url, async (page) => {
    await signIn(page, { name: 'eve', password: 'eve and her long password' });
    assert.equal((await page.request.get(settings)).status(), 403);
    for (const file of ['leadscore.php', 'uninstall.php', 'includes/settings-page.php']) {
      assert.equal(await (await page.request.get(`/wp-content/plugins/leadscore/${file}`)).text(), '', file);
    }
  }, { mutters: /JQMIGRATE/ });
  assert.equal(optionOf('leadscore'), before);
});

test('deleting the plugin leaves nothing', async () => {
  assert.equal(existsSync(join(site.root, 'wp-content/uploads/leadscore/ruleset.json')), true);
  await asAdministrator(async (page) => {
    await page.goto('/wp-admin/plugins.php');
    await page.locator('#deactivate-leadscore').click();
    await page.getByText('Plugin deactivated.').waitFor();
    page.on('dialog', (dialog) => dialog.accept());
    await page.locator('#delete-leadscore').click();
    await page.getByText('was successfully deleted').waitFor();
  });
  assert.deepEqual(site.sql("SELECT option_name FROM wp_options WHERE option_name LIKE '%leadscore%' OR (option_value LIKE '%leadscore%' AND option_name <> 'recently_activated')"), []);
  assert.equal(existsSync(join(site.root, 'wp-content/plugins/leadscore')), false);
  assert.equal(existsSync(join(site.root, 'wp-content/uploads/leadscore')), false);
  assert.deepEqual(site.complaintsOf('leadscore'), []);
});

test('without a plugin: a block in the footer of the theme', async () => {
  cpSync(join(installed, 'dist/onsite'), join(site.root, 'leadscore'), { recursive: true });
  writeFileSync(join(site.root, 'leadscore/ruleset.json'), published);
  writeFileSync(join(site.root, 'leadscore/.htaccess'), recipe('wordpress-types'));
  await asAdministrator(async (page) => {
    const footer = '/wp/v2/template-parts/twentytwentythree//footer';
    const { content } = await rest(page, `${footer}?context=edit`);
    await rest(page, footer, { content: content.raw + recipe('wordpress-footer') });
  });
  await visitor(async (page) => {
    await page.goto('/');
    assert.deepEqual(await pageViews(page, 1), ['/']);
    assert.equal((await scorecard(page)).scores.interest.points, 1);
  });
  assert.deepEqual(untaken('wordpress'), []);
});
