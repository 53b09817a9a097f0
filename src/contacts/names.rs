//! Property names: when two are the same, and HubSpot's labels for its internal names.
//!
//! In: a name as a file or a ruleset writes it. Out: the other names of the same property. It knows no table and no ruleset.

pub(crate) use super::dictionary::trim;
use crate::platform::to_lowercase;

/// Whether two names are the same: without case, and without white space at their ends.
pub fn same(a: &str, b: &str) -> bool {
    let (a, b) = (trim(a), trim(b));
    // A table's names are compared with each other a lot, and nearly all differ in their first letter.
    if let (Some(a), Some(b)) = (a.bytes().next(), b.bytes().next())
        && a.is_ascii()
        && b.is_ascii()
        && !a.eq_ignore_ascii_case(&b)
    {
        return false;
    }
    if a.is_ascii() && b.is_ascii() { a.eq_ignore_ascii_case(b) } else { to_lowercase(a) == to_lowercase(b) }
}

/// What names that are the same have in common, and no others: to look them up by.
pub(crate) fn folded(name: &str) -> String {
    to_lowercase(trim(name))
}

/// The other names under which a HubSpot export may hold a property: the labels of an internal name, the internal name and the
/// other labels of a label.
///
/// ```
/// use leadscore::contacts::names::synonyms;
/// assert_eq!(synonyms("jobtitle").collect::<Vec<_>>(), ["Job Title"]);
/// assert!(synonyms("Original Source").any(|name| name == "hs_analytics_source"));
/// ```
#[cfg(not(feature = "small"))]
pub fn synonyms(name: &str) -> impl Iterator<Item = &'static str> {
    let (internal, labels) = property(name).unwrap_or(("", &[]));
    let internal = (!internal.is_empty()).then_some(internal);
    internal.into_iter().chain(labels.iter().copied()).filter(move |other| !same(other, name))
}

/// HubSpot's internal name for a label of one of its properties.
///
/// ```
/// use leadscore::contacts::names::internal_name;
/// assert_eq!(internal_name("number of sessions"), Some("hs_analytics_num_visits"));
/// assert_eq!(internal_name("jobtitle"), None);
/// ```
pub fn internal_name(label: &str) -> Option<&'static str> {
    let (internal, labels) = property(label)?;
    labels.iter().any(|known| same(known, label)).then_some(internal)
}

/// The label under which HubSpot shows a property; the name itself, where it is a label or none of HubSpot's own properties.
///
/// ```
/// use leadscore::contacts::names::label;
/// assert_eq!(label("lifecyclestage"), "Lifecycle Stage");
/// assert_eq!((label("Original Source"), label("sales_feedback")), ("Original Source", "sales_feedback"));
/// ```
pub fn label(name: &str) -> &str {
    match property(name) {
        Some((internal, [label, ..])) if same(internal, name) => label,
        _ => trim(name),
    }
}

/// In the small modules only the names that a published ruleset brings along are known: the table is 2 KB of what visitors wait for.
#[cfg(feature = "small")]
mod brought {
    use super::same;
    use std::cell::Cell;

    /// Each property that rules ask for, with its other names.
    pub type Names = Vec<(String, Vec<String>)>;

    thread_local! {
        static NAMES: Cell<&'static [(String, Vec<String>)]> = const { Cell::new(&[]) };
    }

    /// From now on these are known.
    pub fn know(names: Names) {
        NAMES.set(names.leak());
    }

    /// The other names of a property.
    pub fn synonyms(name: &str) -> impl Iterator<Item = &'static str> {
        let known = NAMES.get().iter().find(|(known, _)| same(known, name));
        known.into_iter().flat_map(|(_, names)| names.iter().map(String::as_str))
    }
}
#[cfg(feature = "small")]
pub use brought::{know, synonyms};

fn property(name: &str) -> Option<(&'static str, &'static [&'static str])> {
    PROPERTIES
        .iter()
        .find(|(internal, labels)| same(internal, name) || labels.iter().any(|label| same(label, name)))
        .copied()
}

/// Internal names with their English labels, the one in use first, then older ones.
const PROPERTIES: &[(&str, &[&str])] = &[
    ("hs_object_id", &["Record ID", "Record ID - Contact"]),
    ("firstname", &["First Name"]),
    ("lastname", &["Last Name"]),
    ("email", &["Email"]),
    ("phone", &["Phone Number"]),
    ("mobilephone", &["Mobile Phone Number"]),
    ("jobtitle", &["Job Title"]),
    ("hs_seniority", &["Employment Seniority"]),
    ("hs_role", &["Employment Role"]),
    ("hs_sub_role", &["Employment Sub Role"]),
    ("hs_buying_role", &["Buying Role"]),
    ("hs_persona", &["Persona"]),
    ("company", &["Company Name"]),
    ("company_size", &["Company size"]),
    ("numemployees", &["Number of Employees"]),
    ("annualrevenue", &["Annual Revenue"]),
    ("industry", &["Industry"]),
    ("website", &["Website URL"]),
    ("hs_email_domain", &["Email Domain"]),
    ("city", &["City"]),
    ("state", &["State/Region"]),
    ("zip", &["Postal Code"]),
    ("country", &["Country/Region"]),
    ("hs_country_region_code", &["Country/Region Code"]),
    ("ip_country", &["IP Country"]),
    ("hs_language", &["Preferred language"]),
    ("createdate", &["Create Date"]),
    ("lastmodifieddate", &["Last Modified Date"]),
    ("closedate", &["Close Date"]),
    ("hubspot_owner_id", &["Contact owner"]),
    ("lifecyclestage", &["Lifecycle Stage"]),
    ("hs_lead_status", &["Lead Status"]),
    ("hubspotscore", &["HubSpot Score"]),
    ("hs_predictivecontactscore_v2", &["Likelihood to close"]),
    ("hs_predictivescoringtier", &["Contact priority"]),
    ("hs_analytics_source", &["Original Traffic Source", "Original Source"]),
    ("hs_analytics_source_data_1", &["Original Traffic Source Drill-Down 1", "Original Source Drill-Down 1"]),
    ("hs_analytics_source_data_2", &["Original Traffic Source Drill-Down 2", "Original Source Drill-Down 2"]),
    ("hs_latest_source", &["Latest Traffic Source", "Latest Source"]),
    ("hs_latest_source_timestamp", &["Latest Traffic Source Date", "Latest Source Date"]),
    ("hs_analytics_num_page_views", &["Number of Pageviews"]),
    ("hs_analytics_num_visits", &["Number of Sessions"]),
    ("hs_analytics_average_page_views", &["Average Pageviews"]),
    ("hs_analytics_num_event_completions", &["Number of event completions"]),
    ("hs_analytics_first_url", &["First Page Seen"]),
    ("hs_analytics_last_url", &["Last Page Seen"]),
    ("hs_analytics_first_referrer", &["First Referring Site"]),
    ("first_conversion_event_name", &["First Conversion"]),
    ("first_conversion_date", &["First Conversion Date"]),
    ("recent_conversion_event_name", &["Recent Conversion"]),
    ("recent_conversion_date", &["Recent Conversion Date"]),
    ("num_conversion_events", &["Number of Form Submissions"]),
    ("num_unique_conversion_events", &["Number of Unique Forms Submitted"]),
    ("hs_email_delivered", &["Marketing emails delivered"]),
    ("hs_email_open", &["Marketing emails opened"]),
    ("hs_email_click", &["Marketing emails clicked"]),
    ("hs_email_bounce", &["Marketing emails bounced"]),
    ("hs_email_replied", &["Marketing emails replied"]),
    ("hs_email_first_open_date", &["First marketing email open date"]),
    ("hs_email_last_open_date", &["Last marketing email open date"]),
    ("hs_email_last_click_date", &["Last marketing email click date"]),
    ("hs_email_last_send_date", &["Last marketing email send date"]),
    ("hs_email_hard_bounce_reason_enum", &["Email hard bounce reason"]),
    ("hs_email_is_ineligible", &["Is globally ineligible"]),
    ("hs_email_quarantined", &["Email Address Quarantined"]),
    ("hs_email_bad_address", &["Invalid email address"]),
    ("hs_sales_email_last_opened", &["Recent Sales Email Opened Date"]),
    ("hs_sales_email_last_clicked", &["Recent Sales Email Clicked Date"]),
    ("hs_sales_email_last_replied", &["Recent Sales Email Replied Date"]),
    ("notes_last_updated", &["Last Activity Date"]),
    ("notes_last_contacted", &["Last Contacted"]),
    ("num_contacted_notes", &["Number of times contacted"]),
    ("num_notes", &["Number of Sales Activities"]),
    ("hs_last_sales_activity_timestamp", &["Last Engagement Date"]),
    ("engagements_last_meeting_booked", &["Date of last meeting booked in meetings tool"]),
    ("num_associated_deals", &["Number of Associated Deals"]),
    ("associatedcompanyid", &["Primary Associated Company ID"]),
    ("hs_marketable_status", &["Marketing contact status"]),
    ("hs_v2_date_entered_subscriber", &["Date entered \"Subscriber (Lifecycle Stage Pipeline)\""]),
    ("hs_v2_date_entered_lead", &["Date entered \"Lead (Lifecycle Stage Pipeline)\""]),
    (
        "hs_v2_date_entered_marketingqualifiedlead",
        &["Date entered \"Marketing Qualified Lead (Lifecycle Stage Pipeline)\""],
    ),
    ("hs_v2_date_entered_salesqualifiedlead", &["Date entered \"Sales Qualified Lead (Lifecycle Stage Pipeline)\""]),
    ("hs_v2_date_entered_opportunity", &["Date entered \"Opportunity (Lifecycle Stage Pipeline)\""]),
    ("hs_v2_date_entered_customer", &["Date entered \"Customer (Lifecycle Stage Pipeline)\""]),
    ("hs_v2_date_entered_evangelist", &["Date entered \"Evangelist (Lifecycle Stage Pipeline)\""]),
    ("hs_v2_date_entered_other", &["Date entered \"Other (Lifecycle Stage Pipeline)\""]),
    ("hs_email_optout", &["Unsubscribed from all email"]),
    ("hs_analytics_first_timestamp", &["Time First Seen"]),
    ("hs_analytics_last_timestamp", &["Time Last Seen"]),
    ("hs_analytics_first_visit_timestamp", &["Time of First Session"]),
    ("hs_analytics_last_visit_timestamp", &["Time of Last Session"]),
    ("hs_email_sends_since_last_engagement", &["Sends Since Last Engagement"]),
    ("address", &["Street Address"]),
    ("hs_object_source_label", &["Record source"]),
    ("total_revenue", &["Total Revenue"]),
    ("recent_deal_amount", &["Recent Deal Amount"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_is_found_under_every_name_it_has() {
        let names = |name| synonyms(name).collect::<Vec<_>>();
        assert_eq!(names("hs_analytics_source"), ["Original Traffic Source", "Original Source"]);
        assert_eq!(names(" ORIGINAL source "), ["hs_analytics_source", "Original Traffic Source"]);
        assert_eq!(names("record id - contact"), ["hs_object_id", "Record ID"]);
        assert_eq!(names("favourite colour"), [""; 0]);
        assert_eq!(names(""), [""; 0]);
    }

    #[test]
    fn no_name_stands_for_two_properties() {
        let mut names: Vec<String> = Vec::new();
        for (internal, labels) in PROPERTIES {
            names.push(internal.to_string());
            // `city` is labelled City: one name.
            names.extend(labels.iter().map(|label| label.to_lowercase()).filter(|label| label != internal));
        }
        names.sort();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
