// What the embed recorded, exported and scored by the package, gives the scorecard and the ledger that the page had: for all conformance cases, for the
// sample rulesets, and when old events are folded.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { leadscore, pageOf, showsPoints, siteTests, tag } from './site.mjs';

const siteTest = siteTests();
const folder = (path) => new URL(`../../${path}/`, import.meta.url);
const jsonFiles = (path) => readdirSync(folder(path)).filter((name) => name.endsWith('.json')).map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(new URL(name, folder(path))))]);

/** A site with a page for each ruleset; their clock is what the test says. */
async function siteOf(rulesets) {
  const site = { pages: {}, files: {} };
  for (const [name, ruleset] of rulesets) {
    site.files[`/rules/${name}.json`] = Buffer.from(await leadscore.publish(ruleset));
    site.pages[`/${name}`] = `<!doctype html><title>${name}</title><script>{ const now = Date.now; window.clock = undefined; Date.now = () => clock ?? now(); }</script>${tag.replace('/leadscore/ruleset.json', `/rules/${name}.json`)}`;
  }
  return site;
}

/** Lets a visitor of whom nothing is known do as a contact did, and gives what the page has of it then. */
function live(page, { properties = {}, events = [], asOf }) {
  return page.evaluate(
    async ([told, happened, end]) => {
      await leadscore.ready;
      // Loads the second module, which knows uncommon forms of times.
      await leadscore.explain();
      leadscore.forget();
      clock = happened[0]?.time ?? end;
      leadscore.identify(told);
      for (const { type, time, properties } of happened) {
        clock = time;
        leadscore.track(type, properties);
      }
      clock = end;
      return { scorecard: leadscore.scorecard(), contact: leadscore.contact(), ledger: await leadscore.explain() };
    },
    [properties, events, asOf],
  );
}

/** Scores what was exported as the package does. */
async function assertParity(ruleset, { scorecard, contact, ledger }, message) {
  const scorer = await leadscore.createScorer(ruleset);
  try {
    const options = { asOf: ledger.as_of };
    assert.deepEqual(scorecard, scorer.score(contact, options), message);
    assert.deepEqual(ledger, scorer.explain(contact, options), message);
  } finally {
    scorer.free?.();
  }
}

/** Texts as the embed keeps them. */
const texts = (properties = {}) => Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== '').map(([name, value]) => [name, String(value)]));

/** Whether a visitor did just what the contact did, but for the visit that it was. */
function isSaid(contact, { properties, events }) {
  const own = Object.fromEntries(Object.entries(properties).filter(([name]) => !/^hs_|conversion|^leadscore_/.test(name)));
  const happened = events.filter(({ type }) => type !== 'visit');
  const wanted = contact.events.map(({ type, time, properties: given }) => ({ type, time, properties: texts(given) })).toSorted((one, other) => one.time - other.time);
  // A blank value, and a list whose item has the sign that parts items, are no texts that a page could give.
  const isPlain = Object.values(contact.properties ?? {}).every((value) => value !== null && String(value).trim() !== '' && !(Array.isArray(value) && value.some((item) => `${item}`.includes(';'))));
  return isPlain && isDeepStrictEqual(own, texts(contact.properties)) && isDeepStrictEqual(happened, wanted);
}

const cases = jsonFiles('tests/conformance').flatMap(([file, all]) =>
  all.filter(({ ruleset, expected }) => ruleset && expected.scorecards).map((one, place) => ({ ...one, name: `${file}-${place}` })),
);

const number = 6;
for (let part = 0; part < number; part++) {
  const some = cases.filter((_, place) => place % number === part);
  siteTest(`conformance cases live, part ${part + 1}: the page scores as the package does, and as expected`, await siteOf(some.map(({ name, ruleset }) => [name, ruleset])), async (page, { t }) => {
    let said = 0;
    let all = 0;
    for (const { name, description, ruleset, contacts, as_of: asOf, expected } of some) {
      await page.goto(`/${name}`);
      await page.waitForFunction(() => window.leadscore?.ready);
      for (const [place, given] of contacts.entries()) {
        const instant = Date.parse(asOf);
        // Times that no clock could show cannot be said; nor can what happens later than now.
        const events = (given.events ?? []).map((event) => ({ ...event, time: typeof event.time === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(Z|[+-]\d\d:?\d\d)$/.test(event.time) ? Date.parse(event.time) : event.time })).filter(({ time }) => Number.isInteger(time));
        const contact = { properties: given.properties, events: events.toSorted((one, other) => one.time - other.time), asOf: instant };
        const found = await live(page, contact);
        const where = `${name}, ${description}, contact ${place}`;
        await assertParity(ruleset, found, where);
        all++;
        const isWhole = events.length === (given.events ?? []).length && !/"(visit|hs_analytics\w*|[a-z_]*conversion\w*)"/.test(JSON.stringify(ruleset));
        if (isWhole && Date.parse(found.ledger.as_of) === instant && isSaid({ ...given, events }, found.contact)) {
          said++;
          assert.deepEqual({ ...found.scorecard, id: expected.scorecards[place].id }, expected.scorecards[place], where);
        }
      }
    }
    t.diagnostic(`${all} contacts of ${some.length} cases scored as the package does; ${said} could be said to the letter and came out as expected`);
    assert.ok(said > all / 2, `only ${said} of ${all} could be said`);
  }, { mutters: /^leadscore: expected a text, a number/ });
}

/** Values and events that a ruleset asks for: what makes most of its criteria count. */
function askedFor(ruleset) {
  const properties = {};
  const events = [];
  const scalar = (node) => Object.values(node).flat().find((value, place) => place > 0 && ['string', 'number'].includes(typeof value));
  (function walk(node) {
    if (node === null || typeof node !== 'object') return;
    if (typeof node.event === 'string') {
      const where = [node.where].flat().filter((one) => typeof one?.property === 'string');
      events.push([node.event, Object.fromEntries(where.map((one) => [one.property, scalar(one) ?? 'x']))]);
    } else if (typeof node.property === 'string') {
      properties[node.property] ??= node.values && !Array.isArray(node.values) ? Object.keys(node.values)[0] : (scalar(node) ?? 'x');
    }
    Object.values(node).forEach(walk);
  })(ruleset);
  return { properties, events };
}

const day = 86_400_000;
const now = Date.UTC(2026, 5, 1, 9);

for (const [name, ruleset] of jsonFiles('www/samples')) {
  siteTest(`the sample ${name}: the page scores as the package does, also when old events are folded`, await siteOf([[name, ruleset]]), async (page, { t }) => {
    await page.goto(`/${name}`);
    await page.waitForFunction(() => window.leadscore?.ready);
    const { properties, events } = askedFor(ruleset);
    const kinds = events.length > 0 ? events : [['page_view', { url: 'https://x.example/pricing' }]];
    const happened = (count, days) => Array.from({ length: count }, (_, place) => ({ type: kinds[place % kinds.length][0], properties: kinds[place % kinds.length][1], time: now - Math.floor(days * day * (1 - place / count)) }));
    const few = await live(page, { properties, events: happened(kinds.length * 3, 60), asOf: now });
    await assertParity(ruleset, few, 'few events');
    assert.ok(Object.values(few.scorecard.scores).some(({ groups }) => Object.values(groups).some((points) => points !== 0)), `nothing counted: ${JSON.stringify([few.scorecard, few.contact.properties])}`);
    const many = await live(page, { properties, events: happened(1500, 300), asOf: now });
    await assertParity(ruleset, many, 'many events');
    const counted = many.contact.events.filter(({ type }) => type !== 'visit').length;
    assert.equal(counted, 1500, 'events were lost');
    assert.ok(await page.evaluate(() => { dispatchEvent(new PageTransitionEvent('pagehide')); return localStorage.leadscore.length <= 64 * 1024; }));
    t.diagnostic(`points ${Object.values(many.scorecard.scores).map(({ points }) => points)}`);
  });
}
