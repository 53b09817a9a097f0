// The same 40 criteria tuned by hand: contacts already encoded in typed arrays, one code per distinct value, and a table of
// points per code, so that each contact costs a few table look-ups and comparisons. Encoding is not timed, tables are.

const DAY = 86_400_000;
const FORM_BITS = ['newsletter', 'whitepaper', 'ebook', 'webinar', 'contact sales', 'demo request'];
const [NEWSLETTER, WHITEPAPER, EBOOK, WEBINAR, CONTACT_SALES, DEMO_REQUEST] = FORM_BITS.map((_, bit) => 1 << bit);
const BUYER = 1;
const CORE = 2;
const OFFLINE = 1;
const PRICING = 1;
const CAREERS = 2;

/** Codes into a list of the distinct texts in lower case; code 0 is no value. */
function dictionary(contacts, name) {
  const codes = new Uint16Array(contacts.length);
  const texts = [''];
  const known = new Map([['', 0]]);
  contacts.forEach((contact, row) => {
    const text = (contact[name] ?? '').toLowerCase();
    let code = known.get(text);
    if (code === undefined) {
      code = texts.push(text) - 1;
      known.set(text, code);
    }
    codes[row] = code;
  });
  return { codes, texts };
}

/** Numbers or times; NaN is no value. */
function numbers(contacts, name, read) {
  return Float64Array.from(contacts, (contact) => (contact[name] ? read(contact[name]) : NaN));
}

/** Codes of the items of a list: those of row r are from starts[r] to starts[r + 1]. */
function lists(contacts, name) {
  const starts = new Uint32Array(contacts.length + 1);
  const texts = [];
  const known = new Map();
  const codes = [];
  contacts.forEach((contact, row) => {
    for (const item of (contact[name] ?? '').toLowerCase().split(';').filter(Boolean)) {
      if (!known.has(item)) known.set(item, texts.push(item) - 1);
      codes.push(known.get(item));
    }
    starts[row + 1] = codes.length;
  });
  return { starts, codes: Uint8Array.from(codes), texts };
}

/** Contacts as the evaluation wants them. */
export function encode(contacts) {
  const text = (name) => dictionary(contacts, name);
  const number = (name) => numbers(contacts, name, Number);
  const time = (name) => numbers(contacts, name, Date.parse);
  const known = (name) => Uint8Array.from(contacts, (contact) => (contact[name] ? 1 : 0));
  return {
    rows: contacts.length,
    titles: text('jobtitle'),
    industries: text('industry'),
    countries: text('country'),
    sources: text('hs_analytics_source'),
    referrers: text('hs_analytics_first_referrer'),
    stages: text('lifecyclestage'),
    optOuts: text('hs_email_optout'),
    feedback: text('sales_feedback'),
    forms: lists(contacts, 'forms_submitted'),
    pages: lists(contacts, 'pages_visited'),
    company: known('company'),
    comments: known('comments'),
    employees: number('numemployees'),
    revenue: number('annualrevenue'),
    visits: number('hs_analytics_num_visits'),
    pageViews: number('hs_analytics_num_page_views'),
    opens: number('hs_email_open'),
    clicks: number('hs_email_click'),
    social: number('hs_social_linkedin_clicks'),
    lastVisit: time('hs_analytics_last_visit_timestamp'),
    lastOpen: time('hs_email_last_open_date'),
    lastClick: time('hs_email_last_click_date'),
  };
}

const table = ({ texts }, value) => Int16Array.from(texts, value);
const includes = (text, ...parts) => parts.some((part) => text.includes(part));
const among = (text, ...values) => values.includes(text);

function tables(columns) {
  const industryCore = (text) => among(text, 'computer software', 'internet', 'information technology', 'telecommunications');
  return {
    titlePoints: table(columns.titles, (text) =>
      (includes(text, 'chief', 'founder', 'president') ? 15 : 0) + (includes(text, 'director', 'head of') ? 12 : 0) +
      (includes(text, 'manager') ? 6 : 0) + (includes(text, 'marketing', 'growth', 'demand') ? 6 : 0) -
      (includes(text, 'assistant', 'student', 'trainee') ? 10 : 0)),
    titleFlags: table(columns.titles, (text) => (includes(text, 'chief', 'director', 'head of') ? BUYER : 0)),
    industryPoints: table(columns.industries, (text) =>
      industryCore(text) ? 8 : among(text, 'financial services', 'insurance', 'marketing', 'logistics') ? 4 : among(text, 'gambling', 'tobacco') ? -20 : 0),
    industryFlags: table(columns.industries, (text) => (industryCore(text) ? CORE : 0)),
    countryPoints: table(columns.countries, (text) =>
      among(text, 'united states', 'united kingdom', 'germany', 'netherlands', 'canada') ? 6
        : among(text, 'france', 'spain', 'italy', 'sweden', 'norway', 'denmark', 'finland', 'ireland', 'belgium', 'austria', 'switzerland', 'poland') ? 3 : 0),
    sourcePoints: table(columns.sources, (text) =>
      among(text, 'organic_search', 'referrals', 'direct_traffic') ? 3 : among(text, 'paid_search', 'paid_social') ? 1 : 0),
    sourceFlags: table(columns.sources, (text) => (text === 'offline' ? OFFLINE : 0)),
    referrerPoints: table(columns.referrers, (text) => (includes(text, 'softwarereviews', 'toolcompare') ? 5 : 0)),
    feedbackPoints: table(columns.feedback, (text) => (text === 'unqualified: do not nurture' ? -100 : 0)),
    optOutPoints: table(columns.optOuts, (text) => (among(text, 'true', 'yes', '1') ? -50 : 0)),
    stageOut: table(columns.stages, (text) => (among(text, 'opportunity', 'customer', 'evangelist') ? 1 : 0)),
    formBits: table(columns.forms, (text) => (FORM_BITS.includes(text) ? 1 << FORM_BITS.indexOf(text) : 0)),
    pageBits: table(columns.pages, (text) =>
      (text.includes('/pricing') ? PRICING : 0) |
      (among(text, 'https://www.site.example/careers', 'https://www.site.example/careers/roles') ? CAREERS : 0)),
    // Every combination of forms, so that a contact's bits are one look-up.
    formPoints: Int16Array.from({ length: 1 << FORM_BITS.length }, (_, bits) =>
      (bits & (DEMO_REQUEST | CONTACT_SALES) ? 40 : 0) + (bits & (WHITEPAPER | EBOOK | WEBINAR) ? 8 : 0) +
      ((bits & (NEWSLETTER | WEBINAR)) === (NEWSLETTER | WEBINAR) ? 5 : 0)),
  };
}

/** Scores and bands of all contacts. */
export function scoreColumns(columns, asOf) {
  const {
    titlePoints, titleFlags, industryPoints, industryFlags, countryPoints, sourcePoints, sourceFlags, referrerPoints, feedbackPoints, optOutPoints,
    stageOut, formBits, pageBits, formPoints,
  } = tables(columns);
  const { rows, company, comments, employees, revenue, visits, pageViews, opens, clicks, social, lastVisit, lastOpen, lastClick } = columns;
  const titles = columns.titles.codes;
  const industries = columns.industries.codes;
  const countries = columns.countries.codes;
  const sources = columns.sources.codes;
  const referrers = columns.referrers.codes;
  const stages = columns.stages.codes;
  const optOuts = columns.optOuts.codes;
  const feedback = columns.feedback.codes;
  const { starts: formStarts, codes: formCodes } = columns.forms;
  const { starts: pageStarts, codes: pageCodes } = columns.pages;

  const scores = new Float64Array(rows);
  let sql = 0;
  let mql = 0;
  for (let row = 0; row < rows; row++) {
    const title = titles[row];
    const industry = industries[row];
    let sum =
      titlePoints[title] + industryPoints[industry] + countryPoints[countries[row]] + sourcePoints[sources[row]] + referrerPoints[referrers[row]] +
      feedbackPoints[feedback[row]];

    const staff = employees[row];
    if (staff >= 50) {
      if (staff >= 1000) sum += 4;
      else if (staff <= 999) sum += 8;
      if ((titleFlags[title] | industryFlags[industry]) === (BUYER | CORE)) sum += 8;
    } else if (staff < 10) sum -= 5;
    const turnover = revenue[row];
    if (turnover >= 1_000_000) {
      if (turnover >= 10_000_000) sum += 6;
      else if (turnover <= 9_999_999) sum += 3;
    }
    if (title !== 0 && company[row] !== 0) sum += 2;

    const visited = visits[row];
    const viewed = pageViews[row];
    if (visited >= 6) sum += 6;
    else if (visited >= 2 && visited <= 5) sum += 3;
    if (viewed >= 10) {
      if (viewed > 20) sum += 4;
      if (visited >= 3) sum += 3;
    }

    const sinceVisit = asOf - lastVisit[row];
    const sinceOpen = asOf - lastOpen[row];
    const sinceClick = asOf - lastClick[row];
    if (sinceVisit >= 0 && sinceVisit <= 30 * DAY) {
      sum += 3;
      if (sinceVisit <= 7 * DAY) sum += 6;
    } else if (sinceVisit !== sinceVisit) {
      if (sourceFlags[sources[row]] === OFFLINE) sum -= 5;
    } else if (sinceVisit > 180 * DAY && sinceOpen > 180 * DAY) sum -= 10;
    if (opens[row] >= 5) sum += 2;
    if (clicks[row] >= 1) sum += 4;
    if (sinceOpen >= 0 && sinceOpen <= 30 * DAY) sum += 3;
    if (sinceClick >= 0 && sinceClick <= 14 * DAY) sum += 6;
    if (comments[row] !== 0 || social[row] >= 3) sum += 3;

    let sent = 0;
    for (let at = formStarts[row], end = formStarts[row + 1]; at < end; at++) sent |= formBits[formCodes[at]];
    sum += formPoints[sent];
    let seen = 0;
    for (let at = pageStarts[row], end = pageStarts[row + 1]; at < end; at++) seen |= pageBits[pageCodes[at]];
    sum += ((seen & PRICING) - ((seen & CAREERS) >> 1)) * 8;

    const out = optOutPoints[optOuts[row]];
    sum += out;
    scores[row] = sum;
    if (sum >= 35 && out === 0 && stageOut[stages[row]] === 0) {
      if (sum >= 65) sql++;
      else mql++;
    }
  }
  return { scores, bands: { SQL: sql, MQL: mql, none: rows - sql - mql } };
}
