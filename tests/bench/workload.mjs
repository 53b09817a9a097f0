// The contacts that the benchmarks score: like a HubSpot export, 24 properties, about 316 bytes a CSV row, from a fixed seed.
// As CSV bytes, as NDJSON bytes, and as the objects that HubSpot's API gives, with every value a string or null.
//
//     node tests/bench/workload.mjs [--contacts 100000] [--csv FILE] [--ndjson FILE]

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** The instant of every evaluation. */
export const AS_OF = Date.UTC(2026, 5, 30, 12);

const SEED = 24_316;
const DAY = 86_400_000;

export const PROPERTIES = [
  'email', 'company', 'jobtitle', 'industry', 'country', 'numemployees', 'annualrevenue', 'hs_analytics_source', 'hs_analytics_first_referrer',
  'lifecyclestage', 'hs_email_optout', 'createdate', 'hs_analytics_num_visits', 'hs_analytics_num_page_views', 'hs_analytics_last_visit_timestamp',
  'hs_email_open', 'hs_email_click', 'hs_email_last_open_date', 'hs_email_last_click_date', 'forms_submitted', 'pages_visited',
  'hs_social_linkedin_clicks', 'comments', 'sales_feedback',
];

// --- Words ------------------------------------------------------------------------------------------------------------

const across = (beginnings, endings, join) => beginnings.flatMap((beginning) => endings.map((ending) => join(beginning, ending)));

const RANKS = [
  'Chief {} Officer', 'Vice President {}', 'Director of {}', 'Head of {}', 'Senior {} Manager', '{} Manager', '{} Specialist', '{} Analyst',
  '{} Coordinator', '{} Assistant',
];
const FIELDS = [
  'Marketing', 'Growth', 'Demand Generation', 'Sales', 'Operations', 'Finance', 'Product', 'Engineering', 'Procurement', 'People', 'Legal',
  'Customer Success', 'Data', 'Security', 'IT', 'Logistics', 'Research', 'Communications', 'Brand',
];
const TITLES = [
  ...across(RANKS, FIELDS, (rank, field) => rank.replace('{}', field)),
  'Founder', 'Co-Founder', 'Owner', 'Managing Director', 'Student', 'Trainee', 'Consultant', 'Freelancer', 'Teacher', 'Engineer',
];
const INDUSTRIES = [
  'Computer Software', 'Internet', 'Information Technology', 'Telecommunications', 'Financial Services', 'Insurance', 'Marketing', 'Machinery',
  'Automotive', 'Logistics', 'Retail', 'Hospital & Health Care', 'Higher Education', 'Construction', 'Food & Beverages', 'Hospitality', 'Non-Profit',
  'Real Estate', 'Gambling', 'Tobacco',
];
const COUNTRIES = [
  'United States', 'United Kingdom', 'Germany', 'France', 'Netherlands', 'Canada', 'Spain', 'Italy', 'Sweden', 'Norway', 'Denmark', 'Finland',
  'Ireland', 'Belgium', 'Austria', 'Switzerland', 'Poland', 'Czechia', 'Portugal', 'Greece', 'Romania', 'Hungary', 'Australia', 'New Zealand', 'Japan',
  'South Korea', 'Singapore', 'India', 'Brazil', 'Mexico', 'Argentina', 'Chile', 'South Africa', 'Kenya', 'Nigeria', 'Egypt', 'Turkey', 'Israel',
  'Vietnam', 'Indonesia',
];
const SOURCES = [
  'ORGANIC_SEARCH', 'PAID_SEARCH', 'EMAIL_MARKETING', 'SOCIAL_MEDIA', 'REFERRALS', 'OTHER_CAMPAIGNS', 'DIRECT_TRAFFIC', 'OFFLINE', 'PAID_SOCIAL',
];
const REFERRERS = across(
  ['www.search', 'find', 'worknet', 'softwarereviews', 'toolcompare', 'news', 'forum', 'directory', 'chirp', 'partner'],
  Array.from({ length: 30 }, (_, page) => page),
  (site, page) => `https://${site}.example/p/${page}`,
);
const STAGES = [
  'subscriber', 'lead', 'lead', 'lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'opportunity', 'customer', 'evangelist', 'other',
];
const FORMS = [
  'Newsletter', 'Blog', 'Checklist', 'Whitepaper', 'Ebook', 'Webinar', 'Case study', 'Calculator', 'Quote', 'Trial', 'Contact sales', 'Demo request',
];
const PAGES = [
  ...across(['blog', 'product', 'docs', 'customers'], Array.from({ length: 12 }, (_, page) => page), (part, page) => `https://www.site.example/${part}/${page}`),
  'https://www.site.example/', 'https://www.site.example/pricing', 'https://www.site.example/pricing/enterprise', 'https://www.site.example/about',
  'https://www.site.example/careers', 'https://www.site.example/careers/roles', 'https://www.site.example/contact',
];
const FEEDBACK = ['True SQL: ready for sales', 'MQL: not ready', 'Unqualified: do not nurture'];
const COMPANIES = across(
  ['Alder', 'Birch', 'Cobalt', 'Delta', 'Ember', 'Fjord', 'Granite', 'Harbor', 'Indigo', 'Juniper', 'Kestrel', 'Löwen', 'Maple', 'North', 'Orchard', 'Pine'],
  ['bay', 'bridge', 'craft', 'field', 'gate', 'hill', 'lake', 'line', 'mark', 'path', 'point', 'side', 'view', 'well', 'wood', 'works'],
  (beginning, ending) => beginning + ending,
);
const NAMES = ['ada', 'ben', 'carla', 'david', 'elena', 'felix', 'grace', 'hugo', 'ines', 'james', 'lea', 'marco', 'nadia', 'omar', 'priya', 'vera'];
const COMMENT_WORDS = ['we', 'need', 'a', 'price', 'for', 'three', 'brands', 'please', 'call', 'next', 'week', 'thanks', 'our', 'shop', 'and', 'team'];

// --- Rows -------------------------------------------------------------------------------------------------------------

/** Mulberry32: 0 <= x < 1, from 32-bit integers. */
function mulberry32(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The values of one contact after the other, in the order of PROPERTIES; '' is no value. */
function* contacts(count) {
  const unit = mulberry32(SEED);
  const below = (end) => Math.floor(unit() * end);
  const pick = (list) => list[below(list.length)];
  const sometimes = (share, value) => (unit() < share ? value() : '');
  const several = (list, most, join) => Array.from({ length: most }, () => pick(list)).join(join);
  // Small ones are frequent; a square is exact enough to be the same everywhere.
  const small = (end) => Math.floor(unit() * unit() * unit() * end);
  const daysAgo = (most) => new Date(AS_OF - Math.floor(unit() * unit() * most * DAY)).toISOString();
  const unevenly = (text) => (unit() < 0.1 ? text.toUpperCase() : text);
  for (let index = 0; index < count; index++) {
    const company = pick(COMPANIES);
    const visits = sometimes(0.87, () => String(1 + small(40)));
    const opens = sometimes(0.6, () => String(1 + small(60)));
    const clicks = opens && sometimes(0.4, () => String(1 + small(12)));
    yield [
      `${pick(NAMES)}.${index}@${company.toLowerCase().replace('ö', 'oe')}.example`,
      sometimes(0.92, () => company),
      sometimes(0.85, () => unevenly(pick(TITLES))),
      sometimes(0.8, () => pick(INDUSTRIES)),
      sometimes(0.9, () => pick(COUNTRIES)),
      sometimes(0.75, () => (unit() < 0.005 ? '50-100' : String(1 + small(9000)))),
      sometimes(0.55, () => String((1 + small(90_000)) * 1000)),
      pick(SOURCES),
      sometimes(0.5, () => pick(REFERRERS)),
      pick(STAGES),
      sometimes(0.5, () => (unit() < 0.1 ? 'true' : 'false')),
      daysAgo(1500),
      visits,
      visits && String(Number(visits) + small(60)),
      visits && daysAgo(700),
      opens,
      clicks,
      opens && daysAgo(500),
      clicks && daysAgo(500),
      sometimes(0.4, () => several(FORMS, 1 + small(4), ';')),
      visits && several(PAGES, 1 + Math.floor(unit() * unit() * 10), ';'),
      sometimes(0.15, () => String(small(20))),
      sometimes(0.08, () => `${several(COMMENT_WORDS, 4 + below(8), ' ')}, ${below(100)}`),
      sometimes(0.04, () => pick(FEEDBACK)),
    ];
  }
}

// --- Formats ----------------------------------------------------------------------------------------------------------

/** The texts as UTF-8, put together in pieces: a million contacts are more than one string can hold. */
function bytes(texts) {
  const pieces = [];
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length > 1 << 20) {
      pieces.push(Buffer.from(piece));
      piece = '';
    }
  }
  return new Uint8Array(Buffer.concat([...pieces, Buffer.from(piece)]));
}

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** CSV, with the properties' names as headers and the id before them. */
export function csv(count) {
  return bytes(function* () {
    yield `hs_object_id,${PROPERTIES.join(',')}\n`;
    let id = 0;
    for (const values of contacts(count)) yield `${++id},${values.map(cell).join(',')}\n`;
  }());
}

function* lines(count) {
  let id = 0;
  for (const values of contacts(count)) {
    const properties = Object.fromEntries(PROPERTIES.map((name, at) => [name, values[at] || null]));
    yield `${JSON.stringify({ id: String(++id), properties })}\n`;
  }
}

/** NDJSON, a contact a line. */
export function ndjson(count) {
  return bytes(lines(count));
}

/** The contacts as a client of HubSpot's API has them: parsed from JSON. */
export function objects(count) {
  return Array.from(lines(count), (line) => JSON.parse(line));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = { type: 'string' };
  const { values } = parseArgs({ options: { contacts: { ...text, default: '100000' }, csv: text, ndjson: text } });
  if (!values.csv && !values.ndjson) throw new Error('nothing to write: say --csv FILE or --ndjson FILE');
  if (values.csv) writeFileSync(values.csv, csv(Number(values.contacts)));
  if (values.ndjson) writeFileSync(values.ndjson, ndjson(Number(values.contacts)));
}
