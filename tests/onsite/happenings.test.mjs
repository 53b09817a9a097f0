// What follows from a visitor's score: stages, lists and workflows of a ruleset that was published with them, told to the page as `leadscore:happening`.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { forgetful, isKept, knows, leadscore, nothingWorks, pageOf, siteTests, toldErrors } from './site.mjs';

const siteTest = siteTests();

const rules = {
  name: 'Happenings',
  scores: [{ id: 'interest', groups: [{ id: 'g', criteria: [{ id: 'views', event: 'page_view', points: 1 }, { id: 'webinars', event: 'webinar_registered', points: 20 }] }] }],
  lists: [
    { id: 'hot', when: { score: 'interest', at_least: 20 } },
    { id: 'mqls', when: { stage: ['mql'] } },
    { id: 'on-prices', when: { event: 'page_view', where: { property: 'url', matches_regex: '/pricing$' } } },
    { id: 'staff', members: ['ada@example.com'] },
  ],
  lifecycle: { stages: [{ id: 'lead' }, { id: 'mql', label: 'MQL', enter_when: { list: 'hot' } }], exclude: { property: 'email', ends_with: '@acme.example' } },
  workflows: [
    { id: 'to-sales', enrol_on: 'mqls', suppress: ['staff'], actions: [{ set: 'lead_owner', to: 'inbound' }, { notify: 'sales', message: '{{firstname|Somebody}} has {{score:interest}} points as {{stage}}' }] },
    { id: 'chat', enrol_on: 'on-prices', actions: [{ call_back: 'open-chat', with: 'prices' }] },
  ],
};
const withLifecycle = await leadscore.publish(rules, { lifecycle: true });
const without = await leadscore.publish(rules);

const tagOf = (attributes = '') => `<script type="module" src="/leadscore/onsite.js" data-ruleset="/rules.json"${attributes}></script>`;
/** Writes down what happens by means of the DOM, as the others do, so that it is seen whatever the page has replaced; one a line. */
const listener = `<output id="happened"></output><script>
  document.addEventListener("leadscore:happening", (event) => document.querySelector("#happened").append(JSON.stringify(event.detail) + "\\n"));
</script>`;

function siteOf({ first = '', attributes, published = withLifecycle } = {}) {
  const page = (title) => pageOf({ title, first: listener + first, tags: tagOf(attributes) });
  return { pages: { '/': page('Home'), '/pricing': page('Prices'), '/about': page('About') }, files: { '/rules.json': published } };
}

/** What happened on a page, once it is as much. */
async function happened(page, count) {
  await page.waitForFunction((wanted) => document.querySelector('#happened').textContent.split('\n').length > wanted, count);
  return (await page.locator('#happened').textContent()).split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

const pricesChat = ['enrolled', 'called_back'];
const kinds = (happenings) => happenings.map(({ kind }) => kind);
const begin = async (page, path = '/') => {
  await page.goto(path);
  await knows(page, 'page_view', 1);
};

siteTest('a visitor who becomes an MQL: stage, enrolment and notification are told with their causes, once', siteOf(), async (page) => {
  await begin(page);
  await page.evaluate(() => {
    leadscore.identify({ firstname: 'Ada' });
    leadscore.track('webinar_registered');
  });
  const all = await happened(page, 4);
  assert.deepEqual(kinds(all), ['stage_changed', 'enrolled', 'property_set', 'notified']);
  const [stage, , set, notified] = all;
  assert.deepEqual([stage.property, stage.from, stage.to, stage.cause.text], ['lifecyclestage', null, 'mql', "on the list 'hot'"]);
  assert.deepEqual([set.property, set.from, set.to], ['lead_owner', null, 'inbound']);
  assert.deepEqual([notified.channel, notified.message], ['sales', 'Ada has 21 points as MQL']);
  const [id] = new Set(all.map(({ contact }) => contact));
  assert.deepEqual(all.map(({ key }) => key.startsWith(`${id}/`)), [true, true, true, true]);
  assert.equal(notified.key, `${id}/to-sales/1/2`);

  // On other pages, and after more of the same, nothing of it happens again; what is new does, of the same visitor.
  await isKept(page, 'to-sales');
  await page.goto('/about');
  await page.evaluate(() => leadscore.track('webinar_registered'));
  await knows(page, 'webinar_registered', 2);
  await page.goto('/pricing');
  const later = await happened(page, 2);
  assert.deepEqual(later.map(({ kind, key }) => [kind, key]), [['enrolled', `${id}/chat/1/enrolled`], ['called_back', `${id}/chat/1/1`]]);
});

siteTest('the score is told before what follows from it', siteOf({ first: `<script>
  window.order = [];
  for (const name of ["change", "happening"]) document.addEventListener("leadscore:" + name, () => order.push(name + " " + leadscore.scorecard().scores.interest.points));
</script>` }), async (page) => {
  await begin(page, '/pricing');
  await happened(page, 2);
  assert.deepEqual(await page.evaluate(() => order), ['change 1', 'happening 1', 'happening 1']);
});

siteTest('what happens in one tab is told there, and not again in another', siteOf(), async (page, { context }) => {
  await begin(page);
  const other = await context.newPage();
  await other.goto('/about');
  await knows(page, 'page_view', 2);
  await page.evaluate(() => leadscore.track('webinar_registered'));
  await happened(page, 4);
  await knows(other, 'webinar_registered', 1);
  await isKept(other, 'to-sales');
  // It has written since: whatever it had to tell it would have told.
  await other.evaluate(() => leadscore.track('seen'));
  await knows(page, 'seen', 1);
  assert.deepEqual(await happened(other, 0), []);
  assert.equal((await happened(page, 0)).length, 4);
});

siteTest('who is forgotten begins anew, under another id', siteOf(), async (page) => {
  await begin(page, '/pricing');
  const [{ contact }] = await happened(page, 2);
  await isKept(page, contact);
  await page.evaluate(() => leadscore.forget());
  await knows(page, 'page_view', 0);
  await page.waitForFunction(() => localStorage.length === 0);
  await page.goto('/pricing');
  const again = await happened(page, 2);
  assert.deepEqual(kinds(again), pricesChat);
  assert.notEqual(again[0].contact, contact);
});

siteTest('without consent nothing happens, and nothing is loaded for it', siteOf({ attributes: ' data-consent="required"' }), async (page) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/pricing');
  await page.waitForFunction(() => window.leadscore?.contact?.() !== null && window.leadscore?.contact !== undefined);
  await page.evaluate(() => leadscore.track('webinar_registered'));
  assert.equal(await page.evaluate(() => leadscore.consent()), 'pending');
  assert.deepEqual(asked.filter((path) => path.includes('lifecycle')), []);
  await page.evaluate(() => leadscore.consent('granted'));
  assert.deepEqual(kinds(await happened(page, 2)), pricesChat);
  await page.evaluate(() => leadscore.consent('denied'));
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

siteTest('a ruleset that was published without its lifecycle: nothing happens, and nothing is loaded for it', siteOf({ published: without }), async (page) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await begin(page, '/pricing');
  await page.evaluate(() => leadscore.track('webinar_registered'));
  await isKept(page, 'webinar_registered');
  assert.deepEqual(await page.evaluate(() => leadscore.explain().then((ledger) => ledger.scores.map(({ id }) => id))), ['interest']);
  assert.deepEqual(asked.filter((path) => /lifecycle|explain/.test(path)), ['/leadscore/explain.js', '/leadscore/explain.wasm']);
  assert.deepEqual(await happened(page, 0), []);
});

siteTest('ledgers and expressions come from the same module', siteOf(), async (page) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await begin(page, '/pricing');
  await happened(page, 2);
  const points = await page.evaluate(() => leadscore.explain().then((ledger) => ledger.scores[0].points));
  assert.equal(points, 1);
  assert.deepEqual(asked.filter((path) => /lifecycle|explain/.test(path)), ['/leadscore/lifecycle.js', '/leadscore/lifecycle.wasm']);
});

siteTest(
  'blocked storage: it happens once as long as the page is shown',
  siteOf(),
  async (page) => {
    await begin(page, '/pricing');
    assert.deepEqual(kinds(await happened(page, 2)), pricesChat);
    await page.evaluate(() => leadscore.track('webinar_registered'));
    assert.deepEqual(kinds((await happened(page, 6)).slice(2)), ['stage_changed', 'enrolled', 'property_set', 'notified']);
    await page.evaluate(() => leadscore.track('webinar_registered'));
    await knows(page, 'webinar_registered', 2);
    assert.equal((await happened(page, 6)).length, 6);
    assert.deepEqual(await toldErrors(page, 0), []);
  },
  { newContext: forgetful },
);

const refusing = `<script>Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); };</script>`;

siteTest('full storage: it happens once as long as the page is shown', siteOf({ first: refusing }), async (page) => {
  await begin(page, '/pricing');
  assert.deepEqual(kinds(await happened(page, 2)), pricesChat);
  await page.evaluate(() => leadscore.track('seen'));
  await page.evaluate(() => leadscore.track('webinar_registered'));
  assert.equal((await happened(page, 6)).length, 6);
}, { says: [/storage is full/] });

siteTest('listeners that throw, forget and leave disturb nobody', siteOf({ first: `<script>
  document.addEventListener("leadscore:happening", (event) => { delete event.detail.key; });
  document.addEventListener("leadscore:happening", (event) => { if (event.detail.kind === "enrolled") throw new Error("of the page"); });
  document.addEventListener("leadscore:happening", (event) => { if (event.detail.kind === "called_back") leadscore.forget(); });
</script>` }), async (page) => {
  await begin(page, '/pricing');
  assert.deepEqual(kinds(await happened(page, 2)), pricesChat);
  await knows(page, 'page_view', 0);
  await page.evaluate(() => leadscore.track('webinar_registered'));
  assert.deepEqual(kinds((await happened(page, 6)).slice(2)), ['stage_changed', 'enrolled', 'property_set', 'notified']);
}, { says: [/of the page/, /of the page/] });

siteTest('a page that replaces what lists and texts can do', siteOf({ first: `<script>${nothingWorks}</script>` }), async (page) => {
  await page.goto('/pricing');
  const told = page.locator('#happened', { hasText: '"called_back"' });
  await told.waitFor({ state: 'attached' });
  assert.equal((await told.textContent()).split('\n').length, 3);
  assert.deepEqual(await toldErrors(page, 0), []);
});

const damaged = JSON.stringify({ ...JSON.parse(withLifecycle), lifecycle: 'AAAA' });

siteTest('a lifecycle that cannot be read is told of, and the visitor is scored', siteOf({ published: damaged }), async (page) => {
  await begin(page);
  assert.deepEqual(await toldErrors(page), ['expected the lifecycle of a ruleset that was published: publish it again']);
  await page.evaluate(() => leadscore.track('webinar_registered'));
  await page.waitForFunction(() => leadscore.scorecard().scores.interest.points === 21);
  assert.deepEqual(await happened(page, 0), []);
}, { says: [/publish it again/] });

/** The kept text, with that of the visitor's way replaced: it is the one with the id, of a number, a bar and a number. */
const replaced = (page, way) =>
  page.evaluate((text) => {
    const kept = localStorage.getItem('leadscore');
    const [found] = kept.match(/\d+,1,\d+,\d+-\d+/);
    const start = kept.indexOf(found);
    const length = Number(found.split(',')[0]);
    const rest = start + found.indexOf(',') + 1 + length;
    localStorage.setItem('leadscore', `${kept.slice(0, start)}${text.length},${text}${kept.slice(rest)}`);
  }, way);

siteTest('a way that cannot be read begins anew, and one of a newer version is left alone', siteOf(), async (page, { context }) => {
  await begin(page, '/pricing');
  await happened(page, 2);
  await isKept(page, 'chat');
  await page.goto('about:blank');
  // On another page of the site, without the embed, as somebody else's script would do it.
  const changing = await context.newPage();
  await changing.goto('/rules.json');
  await replaced(changing, '1,damaged');
  await page.goto('/about');
  assert.deepEqual(kinds(await happened(page, 2)), pricesChat);
  assert.match((await toldErrors(page)).join(), /cannot be read: it begins anew/);
  await isKept(page, 'chat');
  await page.goto('about:blank');
  await replaced(changing, '2,8:whatever');
  await page.goto('/about');
  assert.match((await toldErrors(page)).join(), /of a newer version: nothing happens here/);
  await page.evaluate(() => leadscore.track('webinar_registered'));
  await isKept(page, 'webinar_registered');
  assert.deepEqual(await happened(page, 0), []);
  assert.ok(await page.evaluate(() => localStorage.getItem('leadscore').includes('2,8:whatever')));
}, { says: [/begins anew/, /newer version/] });

const sample = JSON.parse(readFileSync(new URL('../../www/samples/inbound.json', import.meta.url)));
const start = Date.UTC(2026, 5, 1, 9);
const day = 86_400_000;
/** What a visitor does day after day: enough to come to a stage, to sales, and to be forgotten by windows of time. */
const days = [
  { after: 0, told: { firstname: 'Ada', jobtitle: 'VP Sales', numemployees: '120', industry: 'Computer Software', country: 'Germany' } },
  { after: 1, events: [['form_submission', { form: 'Webinar registration' }], ['page_view', { url: 'https://acme.example/pricing' }]] },
  { after: 2, told: { sales_feedback: 'MQL: not ready' } },
  { after: 3, events: [['form_submission', { form: 'Demo request' }]] },
  { after: 4, told: { sales_feedback: 'Unqualified: do not nurture' } },
  { after: 400, told: { sales_feedback: null }, events: [['page_view', { url: 'https://acme.example/pricing' }]] },
];

siteTest(
  'the sample ruleset: what happens to a visitor day after day is what the package says of the same contact',
  {
    pages: { '/': `<!doctype html><title>Home</title>${listener}<script>window.clock = ${start}; Date.now = () => clock;</script>${tagOf()}` },
    files: { '/rules.json': await leadscore.publish(sample, { lifecycle: true }) },
  },
  async (page, { t }) => {
    // In the package, a workflow that starts finds contacts on its list already.
    let state = { leadscore_state: 1, workflows: Object.fromEntries(sample.workflows.map(({ id }) => [id, { started: '1970-01-01T00:00:00Z' }])), contacts: {} };
    const expected = [];
    await begin(page);
    const found = await page.waitForFunction(() => localStorage.getItem('leadscore')?.match(/\d+,1,(\d+),(\d+-\d+)/));
    const [, length, text] = await found.jsonValue();
    const id = text.slice(0, length);
    const look = async (asOf) => {
      const contact = { ...(await page.evaluate(() => leadscore.contact())), id };
      const advanced = await leadscore.advance(sample, state, contact, { asOf: new Date(asOf) });
      state = advanced.state;
      expected.push(...advanced.happenings);
    };
    await look(start);
    for (const { after, told = {}, events = [] } of days) {
      const now = start + (after + 1) * day;
      await page.evaluate(
        ([time, properties, all]) => {
          clock = time;
          leadscore.identify(properties);
          for (const [type, given] of all) leadscore.track(type, given);
          leadscore.track(`day_${time}`);
        },
        [now, told, events],
      );
      await isKept(page, `day_${now}`);
      await look(now);
    }
    assert.deepEqual(await happened(page, expected.length), expected);
    t.diagnostic(expected.map(({ kind, to }) => `${kind} ${to ?? ''}`.trim()).join(', '));
    assert.ok(expected.filter(({ kind }) => kind === 'stage_changed').length >= 2 && expected.some(({ kind }) => kind === 'notified'));
  },
);
