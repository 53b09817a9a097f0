// A contact as rule engines want it: their operators compare values and do not read text as numbers, times or lists. As one would
// write it by hand for these properties; what is not known is null. Engines are timed with it, as hand-written code reads values, too.

const lower = (text) => (text ? text.toLowerCase() : null);
const items = (text) => (text ? text.toLowerCase().split(';') : []);

function number(text) {
  const value = text ? Number(text) : NaN;
  return value === value ? value : null;
}

function time(text) {
  const value = text ? Date.parse(text) : NaN;
  return value === value ? value : null;
}

/** The facts that rules use, from a contact whose values are strings. */
export function facts(contact) {
  const optOut = lower(contact.hs_email_optout);
  return {
    company: contact.company || null,
    jobtitle: lower(contact.jobtitle) ?? '',
    industry: lower(contact.industry),
    country: lower(contact.country),
    numemployees: number(contact.numemployees),
    annualrevenue: number(contact.annualrevenue),
    hs_analytics_source: lower(contact.hs_analytics_source),
    hs_analytics_first_referrer: lower(contact.hs_analytics_first_referrer) ?? '',
    lifecyclestage: lower(contact.lifecyclestage),
    hs_email_optout: optOut === 'true' || optOut === 'yes' || optOut === '1',
    hs_analytics_num_visits: number(contact.hs_analytics_num_visits),
    hs_analytics_num_page_views: number(contact.hs_analytics_num_page_views),
    hs_analytics_last_visit_timestamp: time(contact.hs_analytics_last_visit_timestamp),
    hs_email_open: number(contact.hs_email_open),
    hs_email_click: number(contact.hs_email_click),
    hs_email_last_open_date: time(contact.hs_email_last_open_date),
    hs_email_last_click_date: time(contact.hs_email_last_click_date),
    forms_submitted: items(contact.forms_submitted),
    pages_visited: lower(contact.pages_visited) ?? '',
    visited_pages: items(contact.pages_visited),
    hs_social_linkedin_clicks: number(contact.hs_social_linkedin_clicks),
    comments: contact.comments || null,
    sales_feedback: lower(contact.sales_feedback),
  };
}
