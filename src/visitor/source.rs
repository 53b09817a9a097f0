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

use super::{hosts, value};

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
#[derive(Clone, Copy, PartialEq, Eq)]
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

    fn has_any(&self, names: &str) -> bool {
        names.split(' ').any(|name| !self.parameter(name).is_empty())
    }
}

/// The class of an arrival, with its drill-downs.
pub fn classify(arrival: &Arrival<'_>) -> Source {
    let url = &arrival.url;
    let host = arrival.referrer.map_or("", |referrer| hosts::bare(referrer.host));
    let from = hosts::of_host(host);
    let tagged = hosts::called(url.parameter("utm_source"));
    let class = campaign_class(url, from, tagged).unwrap_or_else(|| referring_class(arrival, from));
    let service = |class| {
        let found = tagged.filter(|found| found.0 == class).or(from.filter(|found| found.0 == class));
        found.map(|(_, service)| service)
    };
    let referring_page = || arrival.referrer.map_or_else(String::new, |referrer| referrer.page());
    let campaign = url.parameter("utm_campaign");
    let (data_1, data_2) = match class {
        Class::Internal | Class::DirectTraffic => ("", String::new()),
        Class::OrganicSearch => ("Unknown keywords (SSL)", from.map_or(host, |(_, service)| service).to_owned()),
        Class::PaidSearch => (campaign, url.parameter("utm_term").to_owned()),
        Class::SocialMedia | Class::PaidSocial => {
            (service(Class::SocialMedia).unwrap_or_else(|| network_of_click(url)), campaign.to_owned())
        }
        Class::EmailMarketing => (campaign, url.parameter("_hsmi").to_owned()),
        Class::AiReferrals => (service(class).unwrap_or(host), referring_page()),
        Class::OtherCampaigns => (campaign, source_and_medium(url)),
        Class::Referrals => (host, referring_page()),
    };
    let data_1 = if class as u8 <= Class::DirectTraffic as u8 { url.page() } else { data_1.to_owned() };
    Source { class: CLASSES.split(' ').nth(class as usize).unwrap_or(INTERNAL), data_1, data_2 }
}

/// The class that the page that led here says.
fn referring_class(arrival: &Arrival<'_>, from: Option<(Class, &str)>) -> Class {
    match &arrival.referrer {
        Some(referrer) if !hosts::bare(referrer.host).is_empty() => {
            if referrer.is_same_site(&arrival.url) {
                return Class::Internal;
            }
            from.map_or(Class::Referrals, |(class, _)| class)
        }
        _ => Class::DirectTraffic,
    }
}

/// The class that the page's query says, in the order of HubSpot's rules.
fn campaign_class(url: &Address<'_>, from: Option<(Class, &str)>, tagged: Option<(Class, &str)>) -> Option<Class> {
    let (source, medium) = (url.parameter("utm_source"), url.parameter("utm_medium"));
    let (campaign, plain) = (url.parameter("utm_campaign"), url.parameter("source"));
    let is_of = |found: Option<(Class, &str)>, class| found.is_some_and(|(of, _)| of == class);
    let is_network = is_of(tagged, Class::SocialMedia) || is_of(from, Class::SocialMedia);
    let is_tagged = !source.is_empty() || !medium.is_empty() || !campaign.is_empty();
    let says_paid_social = |text| says(text, "paid") && says(text, "social");
    let class = if medium.eq_ignore_ascii_case("social") {
        Class::SocialMedia
    } else if says(plain, SEARCH) || url.has_any("gclid gbraid wbraid msclkid yclid") {
        Class::PaidSearch
    } else if is_network && says(medium, "ppc cpc paid")
        || says_paid_social(source)
        || says_paid_social(medium)
        || url.has_any("li_fat_id ttclid twclid")
    {
        Class::PaidSocial
    } else if is_tagged && from == Some((Class::OrganicSearch, "Google"))
        || says(source, SEARCH)
        || says(medium, SEARCH)
        || says(campaign, SEARCH)
        || medium.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("paid"))
    {
        Class::PaidSearch
    } else if [source, medium, campaign, plain].iter().any(|text| says(text, "email")) || url.has_any("_hsenc _hsmi") {
        Class::EmailMarketing
    } else if is_of(tagged, Class::AiReferrals) {
        Class::AiReferrals
    } else if is_tagged || !plain.is_empty() || url.has_any("dclid") {
        Class::OtherCampaigns
    } else if url.has_any("fbclid") {
        Class::SocialMedia
    } else {
        return None;
    };
    Some(class)
}

/// What paid search is called.
const SEARCH: &str = "ppc cpc adword";

/// The network whose click id a page was called with; else what the campaign calls its source.
fn network_of_click<'a>(url: &Address<'a>) -> &'a str {
    let mut words = "fbclid Facebook li_fat_id LinkedIn ttclid TikTok twclid Twitter".split(' ');
    while let (Some(id), Some(network)) = (words.next(), words.next()) {
        if url.has_any(id) {
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

/// Whether a text contains one of these words of ASCII letters, in any case.
#[inline(never)]
fn says(text: &str, words: &str) -> bool {
    let contains =
        |word: &str| text.as_bytes().windows(word.len().max(1)).any(|part| part.eq_ignore_ascii_case(word.as_bytes()));
    words.split(' ').any(contains)
}
