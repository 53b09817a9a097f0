// The 40 criteria of workload.ruleset.json and its bands, as a good JavaScript engineer would write them by hand for contacts
// whose values are strings (null, undefined or '' where there is none): lower case once per value, a look into a Set for
// "any of", numbers and dates read once, no allocation beyond that.

const DAY = 86_400_000;
const NONE = [];

const INDUSTRY_CORE = new Set(['computer software', 'internet', 'information technology', 'telecommunications']);
const INDUSTRY_NEAR = new Set(['financial services', 'insurance', 'marketing', 'logistics']);
const COUNTRY_CORE = new Set(['united states', 'united kingdom', 'germany', 'netherlands', 'canada']);
const COUNTRY_NEAR = new Set([
  'france', 'spain', 'italy', 'sweden', 'norway', 'denmark', 'finland', 'ireland', 'belgium', 'austria', 'switzerland', 'poland',
]);
const BUYS_ALREADY = new Set(['opportunity', 'customer', 'evangelist']);

const lower = (text) => (text ? text.toLowerCase() : '');
// Number('') would be 0: what is not there is NaN, which no comparison holds for.
const number = (text) => (text ? Number(text) : NaN);
const time = (text) => (text ? Date.parse(text) : NaN);
const list = (text) => (text ? text.toLowerCase().split(';') : NONE);

/** Whether the contact has opted out: the truth values that the ruleset knows. */
function optedOut(contact) {
  const value = lower(contact.hs_email_optout);
  return value === 'true' || value === 'yes' || value === '1';
}

/** The contact's points. */
export function points(contact, asOf) {
  let sum = 0;

  const title = lower(contact.jobtitle);
  const chief = title.includes('chief');
  const director = title.includes('director') || title.includes('head of');
  if (chief || title.includes('founder') || title.includes('president')) sum += 15;
  if (director) sum += 12;
  if (title.includes('manager')) sum += 6;
  if (title.includes('marketing') || title.includes('growth') || title.includes('demand')) sum += 6;
  if (title.includes('assistant') || title.includes('student') || title.includes('trainee')) sum -= 10;

  const industry = lower(contact.industry);
  const core = INDUSTRY_CORE.has(industry);
  if (core) sum += 8;
  else if (INDUSTRY_NEAR.has(industry)) sum += 4;
  else if (industry === 'gambling' || industry === 'tobacco') sum -= 20;

  const country = lower(contact.country);
  if (COUNTRY_CORE.has(country)) sum += 6;
  else if (COUNTRY_NEAR.has(country)) sum += 3;

  const employees = number(contact.numemployees);
  if (employees >= 1000) sum += 4;
  else if (employees >= 50 && employees <= 999) sum += 8;
  else if (employees < 10) sum -= 5;

  const revenue = number(contact.annualrevenue);
  if (revenue >= 10_000_000) sum += 6;
  else if (revenue >= 1_000_000 && revenue <= 9_999_999) sum += 3;

  if ((chief || director) && core && employees >= 50) sum += 8;
  if (contact.company && title) sum += 2;

  const lastVisit = time(contact.hs_analytics_last_visit_timestamp);
  const source = lower(contact.hs_analytics_source);
  if (source === 'organic_search' || source === 'referrals' || source === 'direct_traffic') sum += 3;
  else if (source === 'paid_search' || source === 'paid_social') sum += 1;
  else if (source === 'offline' && !contact.hs_analytics_last_visit_timestamp) sum -= 5;

  const referrer = lower(contact.hs_analytics_first_referrer);
  if (referrer.includes('softwarereviews') || referrer.includes('toolcompare')) sum += 5;

  const visits = number(contact.hs_analytics_num_visits);
  if (visits >= 6) sum += 6;
  else if (visits >= 2 && visits <= 5) sum += 3;
  const pageViews = number(contact.hs_analytics_num_page_views);
  if (pageViews > 20) sum += 4;
  if (pageViews >= 10 && visits >= 3) sum += 3;

  const sinceVisit = asOf - lastVisit;
  const sinceOpen = asOf - time(contact.hs_email_last_open_date);
  const sinceClick = asOf - time(contact.hs_email_last_click_date);
  if (sinceVisit >= 0 && sinceVisit <= 7 * DAY) sum += 6;
  if (sinceVisit >= 0 && sinceVisit <= 30 * DAY) sum += 3;
  if (sinceVisit > 180 * DAY && sinceOpen > 180 * DAY) sum -= 10;
  if (number(contact.hs_email_open) >= 5) sum += 2;
  if (number(contact.hs_email_click) >= 1) sum += 4;
  if (sinceOpen >= 0 && sinceOpen <= 30 * DAY) sum += 3;
  if (sinceClick >= 0 && sinceClick <= 14 * DAY) sum += 6;
  if (contact.comments || number(contact.hs_social_linkedin_clicks) >= 3) sum += 3;

  const forms = list(contact.forms_submitted);
  if (forms.includes('demo request') || forms.includes('contact sales')) sum += 40;
  const webinar = forms.includes('webinar');
  if (webinar || forms.includes('whitepaper') || forms.includes('ebook')) sum += 8;
  if (webinar && forms.includes('newsletter')) sum += 5;

  const pages = lower(contact.pages_visited);
  if (pages.includes('/pricing')) sum += 8;
  // Most contacts never saw a careers page, which a search tells without splitting.
  if (pages.includes('/careers')) {
    const visited = pages.split(';');
    if (visited.includes('https://www.site.example/careers') || visited.includes('https://www.site.example/careers/roles')) sum -= 8;
  }

  if (optedOut(contact)) sum -= 50;
  if (lower(contact.sales_feedback) === 'unqualified: do not nurture') sum -= 100;
  return sum;
}

/** The band of a contact with so many points. */
export function band(contact, sum) {
  if (sum < 35 || optedOut(contact) || BUYS_ALREADY.has(lower(contact.lifecyclestage))) return null;
  return sum >= 65 ? 'SQL' : 'MQL';
}

/** Scores and bands of many contacts. */
export function scoreAll(contacts, asOf) {
  const scores = new Float64Array(contacts.length);
  const bands = { SQL: 0, MQL: 0, none: 0 };
  for (let row = 0; row < contacts.length; row++) {
    const sum = points(contacts[row], asOf);
    scores[row] = sum;
    bands[band(contacts[row], sum) ?? 'none']++;
  }
  return { scores, bands };
}
