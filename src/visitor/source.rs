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

use super::hosts;

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
const ORGANIC_SEARCH: &str = "ORGANIC_SEARCH";
const PAID_SEARCH: &str = "PAID_SEARCH";
const EMAIL_MARKETING: &str = "EMAIL_MARKETING";
const SOCIAL_MEDIA: &str = "SOCIAL_MEDIA";
const PAID_SOCIAL: &str = "PAID_SOCIAL";
const OTHER_CAMPAIGNS: &str = "OTHER_CAMPAIGNS";
const AI_REFERRALS: &str = "AI_REFERRALS";

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
        self.query.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    fn has_any(&self, names: &[&str]) -> bool {
        names.iter().any(|name| !self.parameter(name).is_empty())
    }
}

/// The class of an arrival, with its drill-downs.
pub fn classify(arrival: &Arrival<'_>) -> Source {
    let class = class(arrival);
    let url = &arrival.url;
    let host = arrival.referrer.map_or("", |referrer| hosts::bare(referrer.host));
    let (campaign, tagged_source) = (url.parameter("utm_campaign"), url.parameter("utm_source"));
    let service = |list| hosts::called(list, tagged_source).or_else(|| hosts::service(list, host));
    let referring_page = || arrival.referrer.map_or_else(String::new, |referrer| referrer.page());
    let (data_1, data_2) = match class {
        INTERNAL => ("", String::new()),
        ORGANIC_SEARCH => {
            ("Unknown keywords (SSL)", hosts::service(hosts::SEARCH_ENGINES, host).unwrap_or(host).to_owned())
        }
        PAID_SEARCH => (campaign, url.parameter("utm_term").to_owned()),
        SOCIAL_MEDIA | PAID_SOCIAL => {
            (service(hosts::SOCIAL_NETWORKS).unwrap_or_else(|| network_of_click(url)), campaign.to_owned())
        }
        EMAIL_MARKETING => (campaign, url.parameter("_hsmi").to_owned()),
        AI_REFERRALS => (service(hosts::ASSISTANTS).unwrap_or(host), referring_page()),
        OTHER_CAMPAIGNS => (campaign, source_and_medium(url)),
        DIRECT_TRAFFIC => return Source { class, data_1: url.page(), data_2: String::new() },
        _ => (host, referring_page()),
    };
    Source { class, data_1: data_1.to_owned(), data_2 }
}

fn class(arrival: &Arrival<'_>) -> &'static str {
    if let Some(class) = campaign_class(arrival) {
        return class;
    }
    let Some(referrer) = &arrival.referrer else { return DIRECT_TRAFFIC };
    let host = hosts::bare(referrer.host);
    let is_of = |list| hosts::service(list, host).is_some();
    if host.is_empty() {
        DIRECT_TRAFFIC
    } else if referrer.is_same_site(&arrival.url) {
        INTERNAL
    } else if is_of(hosts::ASSISTANTS) {
        AI_REFERRALS
    } else if is_of(hosts::SOCIAL_NETWORKS) {
        SOCIAL_MEDIA
    } else if is_of(hosts::MAILBOXES) {
        DIRECT_TRAFFIC
    } else if is_of(hosts::SEARCH_ENGINES) {
        ORGANIC_SEARCH
    } else {
        REFERRALS
    }
}

/// The class that the page's query says, in the order of HubSpot's rules.
fn campaign_class(arrival: &Arrival<'_>) -> Option<&'static str> {
    let url = &arrival.url;
    let [source, medium, campaign, plain] =
        ["utm_source", "utm_medium", "utm_campaign", "source"].map(|name| url.parameter(name));
    let host = arrival.referrer.map_or("", |referrer| hosts::bare(referrer.host));
    let is_network = hosts::called(hosts::SOCIAL_NETWORKS, source).is_some()
        || hosts::service(hosts::SOCIAL_NETWORKS, host).is_some();
    let is_tagged = !source.is_empty() || !medium.is_empty() || !campaign.is_empty();
    let says_click = |text: &str| contains(text, "ppc") || contains(text, "cpc");
    let says_search = |text: &str| says_click(text) || contains(text, "adword");
    let says_paid_social = |text: &str| contains(text, "paid") && contains(text, "social");
    let rules = [
        (medium.eq_ignore_ascii_case("social"), SOCIAL_MEDIA),
        (says_search(plain), PAID_SEARCH),
        (url.has_any(&["gclid", "gbraid", "wbraid", "msclkid", "yclid"]), PAID_SEARCH),
        (is_network && (says_click(medium) || contains(medium, "paid")), PAID_SOCIAL),
        (says_paid_social(source) || says_paid_social(medium), PAID_SOCIAL),
        (url.has_any(&["li_fat_id", "ttclid", "twclid"]), PAID_SOCIAL),
        (is_tagged && hosts::service(hosts::SEARCH_ENGINES, host) == Some("Google"), PAID_SEARCH),
        (says_search(source) || says_search(medium) || says_search(campaign), PAID_SEARCH),
        (medium.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("paid")), PAID_SEARCH),
        ([source, medium, campaign, plain].iter().any(|text| contains(text, "email")), EMAIL_MARKETING),
        (url.has_any(&["_hsenc", "_hsmi"]), EMAIL_MARKETING),
        (hosts::called(hosts::ASSISTANTS, source).is_some(), AI_REFERRALS),
        (is_tagged || !plain.is_empty(), OTHER_CAMPAIGNS),
        (url.has_any(&["dclid"]), OTHER_CAMPAIGNS),
        (url.has_any(&["fbclid"]), SOCIAL_MEDIA),
    ];
    rules.iter().find(|(holds, _)| *holds).map(|(_, class)| *class)
}

/// The network whose click id a page was called with; else what the campaign calls its source.
fn network_of_click<'a>(url: &Address<'a>) -> &'a str {
    const NETWORKS: [(&str, &str); 4] =
        [("fbclid", "Facebook"), ("li_fat_id", "LinkedIn"), ("ttclid", "TikTok"), ("twclid", "Twitter")];
    let network = NETWORKS.iter().find(|(id, _)| url.has_any(&[id]));
    network.map_or_else(|| url.parameter("utm_source"), |(_, network)| network)
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
    text.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word.as_bytes()))
}
