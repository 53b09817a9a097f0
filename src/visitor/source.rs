//! Where a visit comes from, in HubSpot's classes.
//!
//! In: the page on which somebody arrived, with its query, and the page that led there. Out: the class and what HubSpot shows as drill-downs. It
//! knows no visitors. The rules and their order are those of HubSpot's "Understand HubSpot's traffic sources in the web traffic analysis
//! tool" (2025), the drill-downs those of "Understand source properties". Beyond them:
//!
//! - Click ids other than Google's: `gbraid`, `wbraid`, `msclkid` and `yclid` are of paid search, `li_fat_id`, `ttclid` and `twclid` of paid
//!   social, `fbclid` of a network that did not say whether it was paid: organic social. `dclid` is of a campaign.
//! - `_hsenc` and `_hsmi`, which HubSpot adds to links of its emails, are email marketing.
//! - The medium `social` is organic social from networks that are not known, too, and a medium that begins with `paid` is paid search.
//! - Assistants are AI referrals, by the page that led here or by their name as `utm_source`, which ChatGPT adds.
//! - Mailboxes without campaign are direct traffic, as HubSpot documents it.
//! - Search terms are never read: the first drill-down of organic search is always "Unknown keywords (SSL)".

use super::hosts::{self, Service};
use super::value;

/// The address of a page.
#[derive(Clone, Copy, Debug)]
pub struct Address<'a> {
    /// All of it but the fragment.
    pub href: &'a str,
    /// The host; a port is ignored.
    pub host: &'a str,
    /// The path, from its slash on.
    pub path: &'a str,
    /// The query's names and values, decoded.
    pub query: &'a [(String, String)],
}

/// How somebody came to a page.
#[derive(Clone, Copy, Debug)]
pub struct Arrival<'a> {
    /// The page.
    pub url: Address<'a>,
    /// The page that led there, if any.
    pub referrer: Option<Address<'a>>,
}

/// Where a visit comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// A value of HubSpot's "Original Traffic Source", or [`INTERNAL`].
    pub class: &'static str,
    /// The first drill-down.
    pub data_1: String,
    /// The second drill-down.
    pub data_2: String,
}

/// From the same site: nothing came from outside.
pub const INTERNAL: &str = "";
/// Nothing is known.
pub const DIRECT_TRAFFIC: &str = "DIRECT_TRAFFIC";
/// Another website.
pub const REFERRALS: &str = "REFERRALS";

/// What visits are told apart by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
pub(super) enum Class {
    Internal,
    DirectTraffic,
    Referrals,
    OrganicSearch,
    PaidSearch,
    EmailMarketing,
    SocialMedia,
    PaidSocial,
    OtherCampaigns,
    AiReferrals,
}

/// The classes' names in that order; the first has none.
const CLASSES: &str = " DIRECT_TRAFFIC REFERRALS ORGANIC_SEARCH PAID_SEARCH EMAIL_MARKETING SOCIAL_MEDIA PAID_SOCIAL OTHER_CAMPAIGNS AI_REFERRALS";

impl<'a> Address<'a> {
    /// The address as it is recorded: of its query only what tells campaigns apart (`utm_…`).
    pub fn recorded(&self) -> String {
        let (page, query) = self.href.split_once('?').unwrap_or((self.href, ""));
        let mut recorded = page.to_owned();
        let mut separator = '?';
        for parameter in query.split('&') {
            if parameter.starts_with("utm_") {
                recorded.push(separator);
                recorded.push_str(parameter);
                separator = '&';
            }
        }
        recorded
    }

    /// Whether another page is of the same site: of the same host, with or without `www.`, or of a subdomain of it, or it of one of that.
    pub(super) fn is_same_site(&self, other: &Address<'_>) -> bool {
        let (host, other) = (hosts::bare(self.host), hosts::bare(other.host));
        hosts::is_within(host, other) || hosts::is_within(other, host)
    }

    /// Its host and path.
    pub(super) fn page(&self) -> String {
        let mut page = self.host.to_owned();
        page.push_str(self.path);
        page
    }

    fn parameter(&self, name: &str) -> &'a str {
        value(self.query, name).trim_ascii()
    }

    /// Whether one of these parameters contains one of these words of ASCII letters, in any case; without words, whether one is not empty.
    #[inline(never)]
    fn says(&self, parameters: &str, words: &str) -> bool {
        for parameter in parameters.split(' ') {
            let text = self.parameter(parameter);
            if !text.is_empty() && words.split(' ').any(|word| contains(text, word)) {
                return true;
            }
        }
        false
    }
}

/// The class of an arrival, with its drill-downs.
pub fn classify(arrival: &Arrival<'_>) -> Source {
    let url = &arrival.url;
    let host = arrival.referrer.as_ref().map_or("", |referrer| hosts::bare(referrer.host));
    let (from, tagged) = (hosts::of_host(host), hosts::called(url.parameter("utm_source")));
    let class = campaign_class(url, from, tagged).unwrap_or_else(|| referring_class(arrival, from));
    let page = match &arrival.referrer {
        _ if class <= Class::DirectTraffic => url.page(),
        Some(referrer) => referrer.page(),
        None => String::new(),
    };
    let source_and_medium = source_and_medium(url);
    let campaign = url.parameter("utm_campaign");
    let (data_1, data_2) = match class {
        Class::Internal | Class::DirectTraffic => (&*page, ""),
        Class::Referrals => (from.name, &*page),
        Class::OrganicSearch => ("Unknown keywords (SSL)", from.name),
        Class::PaidSearch => (campaign, url.parameter("utm_term")),
        Class::EmailMarketing => (campaign, url.parameter("_hsmi")),
        Class::SocialMedia | Class::PaidSocial if tagged.class == Class::SocialMedia => (tagged.name, campaign),
        Class::SocialMedia | Class::PaidSocial if from.class == Class::SocialMedia => (from.name, campaign),
        Class::SocialMedia | Class::PaidSocial => (network_of_click(url), campaign),
        Class::OtherCampaigns => (campaign, &*source_and_medium),
        Class::AiReferrals if tagged.class == class => (tagged.name, &*page),
        Class::AiReferrals => (from.name, &*page),
    };
    let class = CLASSES.split(' ').nth(class as usize).unwrap_or(INTERNAL);
    Source { class, data_1: data_1.to_owned(), data_2: data_2.to_owned() }
}

/// The class that the page that led here says.
fn referring_class(arrival: &Arrival<'_>, from: Service<'_>) -> Class {
    match &arrival.referrer {
        Some(referrer) if !from.name.is_empty() => {
            if referrer.is_same_site(&arrival.url) {
                Class::Internal
            } else {
                from.class
            }
        }
        _ => Class::DirectTraffic,
    }
}

/// The class that the page's query says, in the order of HubSpot's rules.
fn campaign_class(url: &Address<'_>, from: Service<'_>, tagged: Service<'_>) -> Option<Class> {
    let is_network = tagged.class == Class::SocialMedia || from.class == Class::SocialMedia;
    let says_paid_social = |parameter| url.says(parameter, "paid") && url.says(parameter, "social");
    let medium = url.parameter("utm_medium");
    let class = if medium.eq_ignore_ascii_case("social") {
        Class::SocialMedia
    } else if url.says("source", SEARCH) || url.says("gclid gbraid wbraid msclkid yclid", "") {
        Class::PaidSearch
    } else if is_network && url.says("utm_medium", "ppc cpc paid")
        || says_paid_social("utm_source")
        || says_paid_social("utm_medium")
        || url.says("li_fat_id ttclid twclid", "")
    {
        Class::PaidSocial
    } else if from.name == "Google" && url.says(TAGS, "")
        || url.says(TAGS, SEARCH)
        || medium.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("paid"))
    {
        Class::PaidSearch
    } else if url.says(TAGS, "email") || url.says("source", "email") || url.says("_hsenc _hsmi", "") {
        Class::EmailMarketing
    } else if tagged.class == Class::AiReferrals {
        Class::AiReferrals
    } else if url.says(TAGS, "") || url.says("source dclid", "") {
        Class::OtherCampaigns
    } else if url.says("fbclid", "") {
        Class::SocialMedia
    } else {
        return None;
    };
    Some(class)
}

/// The parameters that tell campaigns apart.
const TAGS: &str = "utm_source utm_medium utm_campaign";
/// What paid search is called.
const SEARCH: &str = "ppc cpc adword";

/// The network whose click id a page was called with; else what the campaign calls its source.
fn network_of_click<'a>(url: &Address<'a>) -> &'a str {
    let mut words = "fbclid Facebook li_fat_id LinkedIn ttclid TikTok twclid Twitter".split(' ');
    while let (Some(id), Some(network)) = (words.next(), words.next()) {
        if url.says(id, "") {
            return network;
        }
    }
    url.parameter("utm_source")
}

/// As HubSpot writes it: `partner / banner`.
fn source_and_medium(url: &Address<'_>) -> String {
    let (source, medium) = (url.parameter("utm_source"), url.parameter("utm_medium"));
    let mut both = if source.is_empty() { url.parameter("source") } else { source }.to_owned();
    if !medium.is_empty() {
        both.push_str(" / ");
        both.push_str(medium);
    }
    both
}

/// Whether a text contains a word of ASCII letters, in any case.
fn contains(text: &str, word: &str) -> bool {
    word.is_empty() || text.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}
