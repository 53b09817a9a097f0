// Writes contacts.csv and events.csv, the same to the byte on every machine: node generate.mjs [FOLDER]
//
// Contacts are cold, warm or hot. Each has a journey (sessions with page views and forms, emails opened and clicked,
// meetings); what a CRM would know of them (number of sessions, last email opened…) is taken from that journey, so that
// contacts and events agree. At the end the contacts get the flaws of a real export.
//
// Nothing here may depend on the machine: the random numbers are integer arithmetic, times are UTC, nothing reads a clock
// or a locale, and of Math only what is exact.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  COMPANY_BEGINNINGS, COMPANY_ENDINGS, COMPANY_FORMS, COMPANY_SIZES, COMPETITORS, COUNTRIES, DEPARTMENTS, FIRST_NAMES, FORMS, FREE_MAIL,
  INDUSTRIES, INTERESTS, LAST_NAMES, MESSAGES, PAGES, REFERRERS, SITE, SOURCES, TITLES,
} from './words.mjs';

export const AS_OF = Date.UTC(2026, 5, 30, 12);
export const CONTACTS = 2_000;
export const EVENTS = 30_000;

const SEED = 20260630;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SPAN = 548; // days: 18 months
const TEMPERATURES = [[0, 73], [1, 20], [2, 7]]; // cold, warm, hot: the place of their weights in PAGES and FORMS

// --- Random numbers ---------------------------------------------------------------------------------------------------

/** sfc32, a small generator of 32-bit integers. */
function sfc32(seed) {
  let [a, b, c, counter] = [0, seed, 0x9e3779b9, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 16; round++) next();
  return next;
}

class Random {
  constructor(seed) {
    this.next = sfc32(seed);
  }
  /** 0 <= x < 1 */
  unit() {
    return this.next() / 2 ** 32;
  }
  chance(probability) {
    return this.unit() < probability;
  }
  /** An integer from least to most, both included. */
  integer(least, most) {
    return least + Math.floor(this.unit() * (most - least + 1));
  }
  pick(list) {
    return list[this.integer(0, list.length - 1)];
  }
  /** Of [value, weight] pairs. */
  weighted(pairs) {
    let left = this.unit() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
    return (pairs.find(([, weight]) => (left -= weight) < 0) ?? pairs.at(-1))[0];
  }
  /** A number of days, small ones often: the least of so many draws. */
  fewDays(most, draws) {
    let least = most;
    for (let draw = 0; draw < draws; draw++) least = Math.min(least, this.unit() * most);
    return least;
  }
}

// --- Companies and people ---------------------------------------------------------------------------------------------

function companies(random) {
  const taken = new Set();
  const list = [];
  while (list.length < 620) {
    const name = random.pick(COMPANY_BEGINNINGS) + random.pick(COMPANY_ENDINGS);
    if (taken.has(name)) continue;
    taken.add(name);
    const employees = random.integer(...random.weighted(COMPANY_SIZES));
    list.push({
      name: name + random.weighted(COMPANY_FORMS),
      domain: `${name.toLowerCase()}.example`,
      industry: random.weighted(INDUSTRIES),
      country: random.weighted(COUNTRIES),
      employees,
      revenue: employees * random.integer(60, 240) * 1000,
    });
  }
  return list;
}

/** Letters as they stand in email addresses. */
const plain = (name) =>
  name.toLowerCase().replaceAll('ł', 'l').replaceAll('ø', 'o').normalize('NFD').replace(/[^a-z]/g, '');

function person(random, index, companyList) {
  const temperature = random.weighted(TEMPERATURES);
  const company = random.pick(companyList);
  const [first, last] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
  const competitor = random.chance(0.012) ? random.pick(COMPETITORS) : null;
  const domain = competitor?.[1] ?? (random.chance(0.11) ? random.pick(FREE_MAIL) : company.domain);
  const title = random.weighted(TITLES).replace('D', random.weighted(DEPARTMENTS));
  // The hot ones are mostly recent; a tenth were bought or came from a fair, and were never on the site.
  const age = temperature === 2 ? random.fewDays(SPAN, 3) : random.unit() * (SPAN - 3);
  return {
    id: String(10_001 + index * 7 + (index % 3)),
    temperature,
    first,
    last,
    email: `${plain(first)}.${plain(last)}@${domain}`,
    title,
    company: { ...company, name: competitor?.[0] ?? company.name },
    kind: competitor ? 'Competitor' : random.weighted([['', 90], ['Prospect', 60], ['Partner', 2], ['Staff', 1]]),
    created: workingHour(random, AS_OF - Math.floor((age + 2) * DAY)),
    source: temperature === 0 && random.chance(0.13) ? 'Offline Sources' : random.weighted(SOURCES),
    optedOut: random.chance([0.06, 0.04, 0.02][temperature]),
    interests: INTERESTS.filter(() => random.chance([0.05, 0.2, 0.35][temperature])),
  };
}

// --- Journeys ---------------------------------------------------------------------------------------------------------

const weights = (table, temperature) => table.map((row) => [row, row[2][temperature]]);
const PAGES_OF = [0, 1, 2].map((temperature) => weights(PAGES, temperature));
const FORMS_OF = [0, 1, 2].map((temperature) => weights(FORMS, temperature));

/** The beginning of each session: one just before the contact's creation, and others in working hours since. */
function sessionStarts(random, contact) {
  if (contact.source === 'Offline Sources') return [];
  const count = [random.weighted([[0, 6], [1, 54], [2, 20], [3, 12], [4, 6], [7, 2]]), random.integer(2, 8), random.integer(4, 14)][contact.temperature];
  const age = AS_OF - contact.created;
  const starts = [contact.created - 5 * MINUTE];
  for (let session = 1; session < count; session++) {
    // Soon after the creation; but the hot ones come back now.
    const offset = Math.floor(random.unit() * random.unit() * age);
    starts.push(workingHour(random, contact.temperature === 2 ? AS_OF - offset / 2 : contact.created + offset));
  }
  return starts.slice(0, count).filter((start) => start < AS_OF - HOUR).sort((a, b) => a - b);
}

function workingHour(random, time) {
  return Math.floor(time / DAY) * DAY + 7 * HOUR + random.integer(0, 11 * 3600) * 1000;
}

function journey(random, contact) {
  const events = [];
  const add = (type, time, properties) => {
    if (time < AS_OF) events.push({ contact, type, time, ...properties });
  };
  const sent = new Set();
  contact.sessions = [];
  for (const start of sessionStarts(random, contact)) {
    contact.sessions.push(start);
    let time = start;
    const first = contact.sessions.length === 1;
    const source = first ? contact.source : random.weighted(SOURCES);
    const referrer = REFERRERS[source] ? random.pick(REFERRERS[source]) : '';
    if (first) contact.referrer = referrer;
    const pages = random.integer(1, [3, 5, 8][contact.temperature]);
    for (let page = 0; page < pages; page++) {
      const [path, title] = random.weighted(PAGES_OF[contact.temperature]);
      add('page_view', time, { url: SITE + path, title, referrer: page === 0 ? referrer : '' });
      time += random.integer(8, 240) * 1000;
    }
    if (random.chance([0.16, 0.28, 0.3][contact.temperature])) submit(random, contact, time, sent, add);
  }
  emails(random, contact, add);
  return events;
}

function submit(random, contact, time, sent, add) {
  const [form, path] = random.weighted(FORMS_OF[contact.temperature]);
  if (sent.has(form) && random.chance(0.8)) return;
  sent.add(form);
  add('form_submission', time, { form, url: SITE + path });
  const later = workingHour(random, time + random.integer(1, 6) * DAY);
  if (form === 'Webinar registration' && random.chance(0.6)) add('webinar_attended', later, { title: 'Scoring that sales believes' });
  if ((form === 'Demo request' || form === 'Contact sales') && random.chance(0.55)) add('meeting_booked', later, { title: 'Discovery call' });
}

/** A newsletter on the first Tuesday or so of each month, and five nurturing emails in the six weeks after creation. */
function emails(random, contact, add) {
  const mails = [];
  for (let month = 0; month < 18; month++) {
    const time = Date.UTC(2025, month, 5, 9);
    const [name] = new Date(time).toISOString().split('-05T');
    if (time > contact.created) mails.push({ id: `nl-${name}`, campaign: 'Newsletter', time });
  }
  for (let step = 1; step <= 5; step++) {
    mails.push({ id: `nurture-${step}`, campaign: 'Nurture: first steps', time: contact.created + (step * 8 * DAY - 5 * DAY) });
  }
  const interest = [0.14, 0.34, 0.6][contact.temperature] * (0.4 + random.unit());
  for (const { id, campaign, time } of mails) {
    if (!random.chance(interest)) continue;
    const opens = random.weighted([[1, 70], [2, 20], [3, 10]]);
    for (let open = 0; open < opens; open++) {
      const at = Math.floor(time + random.fewDays(6, 2) * DAY);
      add('email_open', at, { email_id: id, campaign });
      if (random.chance([0.06, 0.16, 0.28][contact.temperature])) {
        const [path] = random.weighted(PAGES_OF[contact.temperature]);
        add('email_click', at + random.integer(5, 90) * 1000, { email_id: id, campaign, url: SITE + path });
      }
    }
  }
}

/** Further page views in sessions that there are, until there are as many events as wanted. */
function fillUp(random, contacts, events) {
  const visitors = contacts.filter((contact) => contact.sessions.length > 0);
  while (events.length < EVENTS) {
    const contact = random.pick(visitors);
    const [path, title] = random.weighted(PAGES_OF[0].slice(0, 6));
    const time = random.pick(contact.sessions) + random.integer(240, 3000) * 1000;
    events.push({ contact, type: 'page_view', time, url: SITE + path, title, referrer: '' });
  }
}

// --- What the CRM knows -----------------------------------------------------------------------------------------------

function summarise(random, contact, events) {
  const of = (type) => events.filter((event) => event.type === type);
  const forms = of('form_submission');
  const raisedHand = forms.some(({ form }) => ['Demo request', 'Contact sales', 'Request a quote', 'Free trial'].includes(form));
  const met = of('meeting_booked').length > 0;
  contact.pageViews = of('page_view').length;
  contact.opens = of('email_open');
  contact.clicks = of('email_click');
  contact.forms = forms;
  contact.stage = stage(random, contact, raisedHand, met);
  contact.feedback = feedback(random, contact, raisedHand, met);
  contact.message = raisedHand && random.chance(0.35) ? random.pick(MESSAGES) : '';
}

function stage(random, contact, raisedHand, met) {
  if (met && random.chance(0.2)) return 'Opportunity';
  if (met && random.chance(0.1) || random.chance(0.02)) return 'Customer';
  if (raisedHand) return random.weighted([['Sales Qualified Lead', 5], ['Marketing Qualified Lead', 4], ['Lead', 3]]);
  if (contact.forms.length > 1) return random.weighted([['Marketing Qualified Lead', 2], ['Lead', 8]]);
  return contact.forms.length === 1 ? 'Lead' : random.weighted([['Subscriber', 6], ['Lead', 3], ['', 1]]);
}

function feedback(random, contact, raisedHand, met) {
  if (contact.kind === 'Competitor') return random.chance(0.5) ? 'Unqualified: do not nurture' : '';
  if (met) return random.weighted([['', 4], ['True SQL: ready for sales', 4], ['MQL: not ready', 1], ['Unqualified: do not nurture', 1]]);
  if (raisedHand) return random.weighted([['', 7], ['True SQL: ready for sales', 1], ['MQL: not ready', 2], ['Unqualified: do not nurture', 1]]);
  return random.weighted([['', 97], ['MQL: not ready', 1], ['Unqualified: do not nurture', 2]]);
}

// --- Writing ----------------------------------------------------------------------------------------------------------

/** `2026-06-30 12:00`, as HubSpot's exports write it. */
const minutes = (time) => new Date(time).toISOString().slice(0, 16).replace('T', ' ');
const seconds = (time) => `${new Date(time).toISOString().slice(0, 19)}Z`;
const latest = (list) => (list.length ? list.reduce((a, b) => (b.time > a.time ? b : a)) : null);
const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (cells) => `${cells.map(cell).join(',')}\n`;
const thousands = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

/** What people and forms do to a text now and then. */
function unevenly(random, text, share) {
  if (!text || !random.chance(share)) return text;
  return random.pick([text.toUpperCase(), text.toLowerCase(), ` ${text}`, `${text} `]);
}

/** The value, or now and then nothing, or a placeholder for nothing. */
function orNothing(random, text, blank, placeholder) {
  if (random.chance(blank)) return '';
  return random.chance(placeholder) ? random.pick(['Select', 'N/A', 'Select', 'unknown']) : text;
}

function numberCell(random, number) {
  if (random.chance(0.012)) return random.pick([thousands(number), `ca. ${number}`, `${number}+`, `${number}-${number * 2}`]);
  return String(number);
}

const CONTACT_COLUMNS = [
  ['Record ID - Contact', (contact) => contact.id],
  ['First Name', (contact, random) => unevenly(random, contact.first, 0.02)],
  ['Last Name', (contact) => contact.last],
  ['Email', (contact, random) => (random.chance(0.01) ? '' : unevenly(random, contact.email, 0.01).trim())],
  ['Job Title', (contact, random) => orNothing(random, unevenly(random, contact.title, 0.08), 0.14, 0.01)],
  ['Company Name', (contact, random) => orNothing(random, contact.company.name, 0.06, 0)],
  ['Industry', (contact, random) => orNothing(random, unevenly(random, contact.company.industry, 0.05), 0.16, 0.04)],
  ['Number of Employees', (contact, random) => orNothing(random, numberCell(random, contact.company.employees), 0.15, 0.02)],
  ['Annual Revenue', (contact, random) => orNothing(random, numberCell(random, contact.company.revenue), 0.35, 0.01)],
  ['Country/Region', (contact, random) => orNothing(random, unevenly(random, contact.company.country, 0.04), 0.08, 0.02)],
  ['Contact type', (contact) => contact.kind],
  ['Create Date', (contact) => minutes(contact.created)],
  ['Lifecycle Stage', (contact) => contact.stage],
  ['Original Traffic Source', (contact) => contact.source],
  ['First Referring Site', (contact) => contact.referrer ?? ''],
  ['Number of Sessions', (contact) => String(contact.sessions.length)],
  ['Number of Pageviews', (contact) => String(contact.pageViews)],
  ['Time of Last Session', (contact) => (contact.sessions.length ? minutes(contact.sessions.at(-1)) : '')],
  ['Marketing emails opened', (contact) => (contact.opens.length ? String(contact.opens.length) : '')],
  ['Marketing emails clicked', (contact) => (contact.clicks.length ? String(contact.clicks.length) : '')],
  ['Last marketing email open date', (contact) => (contact.opens.length ? minutes(latest(contact.opens).time) : '')],
  ['Last marketing email click date', (contact) => (contact.clicks.length ? minutes(latest(contact.clicks).time) : '')],
  ['Number of Form Submissions', (contact) => String(contact.forms.length)],
  ['Recent Conversion', (contact) => latest(contact.forms)?.form ?? ''],
  ['Recent Conversion Date', (contact) => (contact.forms.length ? minutes(latest(contact.forms).time) : '')],
  ['Product interest', (contact, random) => contact.interests.join(random.chance(0.1) ? '; ' : ';')],
  ['Unsubscribed from all email', (contact, random) => (contact.optedOut ? 'true' : random.pick(['', '', 'false']))],
  ['Sales feedback', (contact) => contact.feedback],
  ['Message', (contact) => contact.message],
];

const EVENT_COLUMNS = ['url', 'title', 'referrer', 'form', 'email_id', 'campaign'];

/** The two files, as texts. */
export function generate() {
  const random = new Random(SEED);
  const companyList = companies(random);
  const contacts = Array.from({ length: CONTACTS }, (_, index) => person(random, index, companyList));
  const events = contacts.flatMap((contact) => journey(random, contact));
  if (events.length > EVENTS) throw new Error(`the journeys have ${events.length} events, more than ${EVENTS}`);
  fillUp(random, contacts, events);
  // By time, and those of one instant in the order in which they were made.
  const ordered = events.map((event, index) => [event, index]).sort(([a, i], [b, j]) => a.time - b.time || i - j).map(([event]) => event);
  const byContact = new Map(contacts.map((contact) => [contact, []]));
  for (const event of ordered) byContact.get(event.contact).push(event);
  for (const contact of contacts) summarise(random, contact, byContact.get(contact));
  return {
    'contacts.csv':
      line(CONTACT_COLUMNS.map(([header]) => header)) + contacts.map((contact) => line(CONTACT_COLUMNS.map(([, value]) => value(contact, random)))).join(''),
    'events.csv':
      line(['contact_id', 'type', 'time', ...EVENT_COLUMNS]) +
      ordered.map((event) => line([event.contact.id, event.type, seconds(event.time), ...EVENT_COLUMNS.map((column) => event[column] ?? '')])).join(''),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(generate())) writeFileSync(join(folder, name), text);
}
