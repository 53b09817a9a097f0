//! Where visits come from: arrivals, and the class and drill-downs that HubSpot gives them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests may panic")]

use leadscore::visitor::source::{self, Source};
use leadscore::visitor::{Address, Arrival};

/// The host and path of an address of tests, and its query, whose values need no decoding.
fn parts(href: &str) -> (&str, &str, Vec<(String, String)>) {
    let (page, query) = href.split_once('?').unwrap_or((href, ""));
    let page = page.split_once("://").unwrap().1;
    let (host, path) = page.split_at(page.find('/').unwrap_or(page.len()));
    let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    (host, path, pairs.map(|(name, value)| (name.to_string(), value.to_string())).collect())
}

fn classify(url: &str, referrer: &str) -> Source {
    let (host, path, query) = parts(url);
    let url = Address { href: url, host, path, query: &query };
    if referrer.is_empty() {
        return source::classify(&Arrival { url, referrer: None });
    }
    let (host, path, query) = parts(referrer);
    source::classify(&Arrival { url, referrer: Some(Address { href: referrer, host, path, query: &query }) })
}

/// What a query, and a referrer, are classified as: class and drill-downs.
#[track_caller]
fn holds(cases: &[(&str, &str, &str, &str, &str)]) {
    for (query, referrer, class, data_1, data_2) in cases {
        let found = classify(&format!("https://www.acme.example/p?{query}"), referrer);
        let found = (found.class, found.data_1.as_str(), found.data_2.as_str());
        assert_eq!(found, (*class, *data_1, *data_2), "?{query} from {referrer:?}");
    }
}

#[test]
fn referrers_alone() {
    const UNKNOWN: &str = "Unknown keywords (SSL)";
    holds(&[
        ("", "", "DIRECT_TRAFFIC", "www.acme.example/p", ""),
        ("", "https://www.google.com/", "ORGANIC_SEARCH", UNKNOWN, "Google"),
        ("", "https://google.co.uk/search?q=acme", "ORGANIC_SEARCH", UNKNOWN, "Google"),
        ("", "https://www.google.com.br/", "ORGANIC_SEARCH", UNKNOWN, "Google"),
        ("", "https://www.google.de:443/", "ORGANIC_SEARCH", UNKNOWN, "Google"),
        ("", "android-app://com.google.android.googlequicksearchbox/", "ORGANIC_SEARCH", UNKNOWN, "Google"),
        ("", "https://cn.bing.com/search", "ORGANIC_SEARCH", UNKNOWN, "Bing"),
        ("", "https://duckduckgo.com/", "ORGANIC_SEARCH", UNKNOWN, "DuckDuckGo"),
        ("", "https://de.search.yahoo.com/", "ORGANIC_SEARCH", UNKNOWN, "Yahoo"),
        ("", "https://www.ecosia.org/", "ORGANIC_SEARCH", UNKNOWN, "Ecosia"),
        ("", "https://www.baidu.com/link", "ORGANIC_SEARCH", UNKNOWN, "Baidu"),
        ("", "https://yandex.ru/", "ORGANIC_SEARCH", UNKNOWN, "Yandex"),
        ("", "https://search.naver.com/", "ORGANIC_SEARCH", UNKNOWN, "Naver"),
        ("", "https://search.brave.com/", "ORGANIC_SEARCH", UNKNOWN, "Brave"),
        ("", "https://www.qwant.com/", "ORGANIC_SEARCH", UNKNOWN, "Qwant"),
        ("", "https://www.startpage.com/", "ORGANIC_SEARCH", UNKNOWN, "Startpage"),
        ("", "https://www.linkedin.com/feed/", "SOCIAL_MEDIA", "LinkedIn", ""),
        ("", "https://lnkd.in/x", "SOCIAL_MEDIA", "LinkedIn", ""),
        ("", "https://l.facebook.com/l.php", "SOCIAL_MEDIA", "Facebook", ""),
        ("", "https://t.co/abc", "SOCIAL_MEDIA", "Twitter", ""),
        ("", "https://de.pinterest.com/pin", "REFERRALS", "de.pinterest.com", "de.pinterest.com/pin"),
        ("", "https://www.pinterest.de/pin", "SOCIAL_MEDIA", "Pinterest", ""),
        ("", "https://chatgpt.com/", "AI_REFERRALS", "ChatGPT", "chatgpt.com/"),
        ("", "https://chat.openai.com/", "AI_REFERRALS", "ChatGPT", "chat.openai.com/"),
        ("", "https://www.perplexity.ai/search/x", "AI_REFERRALS", "Perplexity", "www.perplexity.ai/search/x"),
        ("", "https://gemini.google.com/app", "AI_REFERRALS", "Gemini", "gemini.google.com/app"),
        ("", "https://copilot.microsoft.com/", "AI_REFERRALS", "Copilot", "copilot.microsoft.com/"),
        ("", "https://claude.ai/", "AI_REFERRALS", "Claude", "claude.ai/"),
        ("", "https://chat.deepseek.com/", "AI_REFERRALS", "DeepSeek", "chat.deepseek.com/"),
        ("", "https://grok.com/", "AI_REFERRALS", "Grok", "grok.com/"),
        ("", "https://mail.google.com/mail/u/0", "DIRECT_TRAFFIC", "www.acme.example/p", ""),
        ("", "https://outlook.live.com/", "DIRECT_TRAFFIC", "www.acme.example/p", ""),
        ("", "https://feedly.com/i", "DIRECT_TRAFFIC", "www.acme.example/p", ""),
        (
            "",
            "https://www.partner.example/blog/1?q=secret",
            "REFERRALS",
            "partner.example",
            "www.partner.example/blog/1",
        ),
    ]);
}

#[test]
fn a_host_that_only_looks_like_a_known_one_is_another_website() {
    for host in [
        "notgoogle.com",
        "google.com.evil.example",
        "google.evil.com",
        "www.google.com.evil.com",
        "docs.google.com",
        "google.example",
        "google",
        "notlinkedin.com",
        "linkedin.com.evil.example",
        "xx.com",
        "notchatgpt.com",
        "mybing.com",
        "acme.example.evil.com",
        "notacme.example",
    ] {
        let found = classify("https://www.acme.example/", &format!("https://{host}/"));
        assert_eq!((found.class, found.data_1.as_str()), ("REFERRALS", host.trim_start_matches("www.")), "{host}");
    }
}

#[test]
fn the_own_site_is_no_source() {
    for referrer in [
        "https://www.acme.example/",
        "https://acme.example:8443/a",
        "https://blog.acme.example/",
        "https://ACME.example./",
    ] {
        assert_eq!(classify("https://www.acme.example/p", referrer).class, source::INTERNAL, "{referrer}");
    }
    assert_eq!(classify("https://blog.acme.example/", "https://acme.example/").class, source::INTERNAL);
    // A campaign on a link within the site is a campaign, as in HubSpot.
    let tagged = classify("https://acme.example/?utm_source=banner", "https://acme.example/");
    assert_eq!(tagged.class, "OTHER_CAMPAIGNS");
}

#[test]
fn campaigns() {
    holds(&[
        ("utm_source=news&utm_medium=email&utm_campaign=may", "", "EMAIL_MARKETING", "may", ""),
        ("utm_source=Email-Blast&_hsmi=123", "https://x.example/", "EMAIL_MARKETING", "", "123"),
        ("_hsenc=p2AN&_hsmi=55", "", "EMAIL_MARKETING", "", "55"),
        ("utm_medium=email", "https://mail.google.com/", "EMAIL_MARKETING", "", ""),
        ("utm_medium=CPC&utm_source=google&utm_campaign=brand&utm_term=crm", "", "PAID_SEARCH", "brand", "crm"),
        ("utm_medium=ppc&utm_source=capterra", "", "PAID_SEARCH", "", ""),
        ("utm_medium=paid&utm_source=newsite", "", "PAID_SEARCH", "", ""),
        ("utm_medium=paid-search", "", "PAID_SEARCH", "", ""),
        ("source=adwords", "", "PAID_SEARCH", "", ""),
        ("utm_source=gmb&utm_medium=organic&utm_campaign=g", "https://www.google.com/", "PAID_SEARCH", "g", ""),
        ("utm_medium=cpc&utm_source=LinkedIn&utm_campaign=q2", "", "PAID_SOCIAL", "LinkedIn", "q2"),
        ("utm_medium=paid&utm_source=fb", "", "PAID_SOCIAL", "Facebook", ""),
        ("utm_medium=paid_social&utm_source=other", "", "PAID_SOCIAL", "other", ""),
        ("utm_medium=ppc", "https://www.facebook.com/", "PAID_SOCIAL", "Facebook", ""),
        ("utm_medium=social&utm_source=twitter&utm_campaign=c", "", "SOCIAL_MEDIA", "Twitter", "c"),
        ("utm_medium=Social&utm_source=newnet", "", "SOCIAL_MEDIA", "newnet", ""),
        ("utm_source=partner&utm_medium=banner&utm_campaign=fair", "", "OTHER_CAMPAIGNS", "fair", "partner / banner"),
        ("utm_campaign=fair", "https://www.facebook.com/", "OTHER_CAMPAIGNS", "fair", ""),
        ("utm_source=chatgpt.com", "", "AI_REFERRALS", "ChatGPT", ""),
        ("utm_source=perplexity", "", "AI_REFERRALS", "Perplexity", ""),
        ("utm_medium=qr", "https://www.partner.example/", "OTHER_CAMPAIGNS", "", " / qr"),
        ("q=email&page=cpc", "", "DIRECT_TRAFFIC", "www.acme.example/p", ""),
        ("utm_source=&utm_medium=", "", "DIRECT_TRAFFIC", "www.acme.example/p", ""),
    ]);
}

#[test]
fn click_ids() {
    holds(&[
        ("gclid=abc", "https://www.google.com/", "PAID_SEARCH", "", ""),
        ("gbraid=1", "", "PAID_SEARCH", "", ""),
        ("wbraid=1", "", "PAID_SEARCH", "", ""),
        ("msclkid=1&utm_campaign=b", "https://www.bing.com/", "PAID_SEARCH", "b", ""),
        ("yclid=1", "https://yandex.ru/", "PAID_SEARCH", "", ""),
        ("gclid=", "https://www.google.com/", "ORGANIC_SEARCH", "Unknown keywords (SSL)", "Google"),
        ("fbclid=1", "", "SOCIAL_MEDIA", "Facebook", ""),
        ("fbclid=1", "https://l.instagram.com/", "SOCIAL_MEDIA", "Instagram", ""),
        ("fbclid=1&utm_medium=paid&utm_source=facebook", "", "PAID_SOCIAL", "Facebook", ""),
        ("li_fat_id=1", "", "PAID_SOCIAL", "LinkedIn", ""),
        ("ttclid=1&utm_campaign=t", "", "PAID_SOCIAL", "TikTok", "t"),
        ("twclid=1", "https://t.co/", "PAID_SOCIAL", "Twitter", ""),
        ("dclid=1", "https://www.partner.example/", "OTHER_CAMPAIGNS", "", ""),
    ]);
}

#[test]
fn of_a_query_only_campaigns_are_recorded() {
    let recorded = |href| Address { href, host: "", path: "", query: &[] }.recorded();
    assert_eq!(
        recorded("https://a.example/p?email=x@y.example&utm_source=n&gclid=1&utm_medium=m"),
        "https://a.example/p?utm_source=n&utm_medium=m"
    );
    assert_eq!(recorded("https://a.example/p?token=1"), "https://a.example/p");
    assert_eq!(recorded("https://a.example/p"), "https://a.example/p");
}

#[test]
fn nothing_that_a_link_may_hold_stops_classifying() {
    for text in ["", "é", "💥💥", "\u{0}", "paié", "%", "...", ":", "www.", "google."] {
        let query = ["utm_source", "utm_medium", "gclid", "source"].map(|name| (name.to_string(), text.to_string()));
        let address = Address { href: text, host: text, path: text, query: &query };
        let found = source::classify(&Arrival { url: address, referrer: Some(address) });
        assert!(found.data_1.len() <= text.len() * 2, "{text:?}: {found:?}");
    }
}
