//! Which websites are search engines, social networks, assistants and mailboxes.
//!
//! In: the host of a page, or what a campaign calls it. Out: the service behind it, and the class of visits that come from there. Of
//! HubSpot's own lists only examples are published; these are the sites that web analytics commonly count to each kind, as of 2026.

use super::source::Class;

/// Each line: the name of a service, and its hosts, with all of their subdomains. `google.*` is the site of any country, and only its start
/// page and searches: `docs.google.com` is none. Campaigns give networks and assistants short names, too, which are no hosts.
const SERVICES: [(Class, &str); 4] = [
    (
        Class::AiReferrals,
        "\
ChatGPT chatgpt.com chat.openai.com
Perplexity perplexity.ai perplexity
Claude claude.ai
Gemini gemini.google.com bard.google.com
Copilot copilot.microsoft.com copilot.com m365.cloud.microsoft
DeepSeek deepseek.com
Grok grok.com
Meta meta.ai
Mistral mistral.ai
You you.com
Phind phind.com
Poe poe.com",
    ),
    (
        Class::SocialMedia,
        "\
LinkedIn linkedin.com lnkd.in com.linkedin.android
Facebook facebook.com fb.com fb.me fb messenger.com
Instagram instagram.com ig
Threads threads.net threads.com
Twitter x.com t.co twitter.com x
YouTube youtube.com youtu.be
TikTok tiktok.com
Reddit reddit.com com.reddit.frontpage
Pinterest pinterest.* pin.it
Xing xing.com
Bluesky bsky.app
Mastodon mastodon.social
Quora quora.com
Snapchat snapchat.com
Tumblr tumblr.com
VK vk.com
Weibo weibo.com
Telegram t.me
HackerNews news.ycombinator.com
SlideShare slideshare.net",
    ),
    // Mailboxes and readers of feeds.
    (
        Class::DirectTraffic,
        "\
Gmail mail.google.com com.google.android.gm
Yahoo mail.yahoo.com mail.yahoo.co.jp
Outlook outlook.live.com outlook.office.com outlook.office365.com outlook.cloud.microsoft
AOL mail.aol.com
Proton mail.proton.me
iCloud icloud.com
Zoho mail.zoho.com
Yandex mail.yandex.ru mail.yandex.com
Mail.ru e.mail.ru
Naver mail.naver.com
GMX gmx.net
WEB.DE web.de
Feedly feedly.com
Inoreader inoreader.com
NewsBlur newsblur.com",
    ),
    (
        Class::OrganicSearch,
        "\
Google google.* com.google.android.googlequicksearchbox
Bing bing.com
DuckDuckGo duckduckgo.com
Yahoo search.yahoo.com search.yahoo.co.jp yahoo.*
Ecosia ecosia.org
Brave search.brave.com
Qwant qwant.com
Startpage startpage.com
Baidu baidu.com
Yandex yandex.* ya.ru
Naver naver.com
Daum daum.net
Sogou sogou.com
360 so.com
Seznam seznam.cz
Kagi kagi.com
Mojeek mojeek.com
Swisscows swisscows.com
MetaGer metager.org
Presearch presearch.com
AOL search.aol.com
Ask ask.com
Lycos lycos.com
Rambler rambler.ru
Petal petalsearch.com",
    ),
];

/// A service, and the class of visits from there. A website that is none of these is a service of its own.
#[derive(Clone, Copy)]
pub(super) struct Service<'a> {
    pub(super) class: Class,
    pub(super) name: &'a str,
}

/// The service that a host belongs to.
pub(super) fn of_host(host: &str) -> Service<'_> {
    find(host, false)
}

/// The service that somebody calls by its name or its host.
pub(super) fn called(name: &str) -> Service<'_> {
    find(name, true)
}

#[inline(never)]
fn find(wanted: &str, by_name: bool) -> Service<'_> {
    let is_like = if by_name { str::eq_ignore_ascii_case } else { matches };
    for (class, services) in SERVICES {
        for line in services.split('\n') {
            let mut words = line.split(' ');
            let name = words.next().unwrap_or("");
            if by_name && is_like(name, wanted) || words.any(|host| is_like(host, wanted)) {
                return Service { class, name };
            }
        }
    }
    Service { class: Class::Referrals, name: wanted }
}

fn matches(pattern: &str, host: &str) -> bool {
    match pattern.strip_suffix('*') {
        None => is_within(host, pattern),
        Some(name) => {
            let rest = host.get(..name.len()).filter(|start| start.eq_ignore_ascii_case(name));
            rest.and_then(|_| host.get(name.len()..)).is_some_and(is_country)
        }
    }
}

/// Whether a host is a domain or a subdomain of it. The end alone does not tell: `notgoogle.com` is not of `google.com`.
pub(super) fn is_within(host: &str, domain: &str) -> bool {
    let Some(start) = host.len().checked_sub(domain.len()) else { return false };
    let is_end = host.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(domain));
    is_end && (start == 0 || host.get(..start).is_some_and(|before| before.ends_with('.')))
}

/// Whether a site's name ends so: `com`, `de`, `co.uk`, `com.br`. `com.evil.example` is no country.
fn is_country(ending: &str) -> bool {
    let letters = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let rest = ending.strip_prefix("com.").or_else(|| ending.strip_prefix("co.")).unwrap_or(ending);
    ending == "com" || letters(rest)
}

/// A host as it is compared: without port, without a dot at its end, without `www.`.
#[inline(never)]
pub(super) fn bare(host: &str) -> &str {
    let before_port = host.bytes().rposition(|byte| !byte.is_ascii_digit()).and_then(|end| host.get(..=end));
    let host = before_port.and_then(|name| name.strip_suffix(':')).unwrap_or(host);
    let host = host.strip_suffix('.').unwrap_or(host);
    host.strip_prefix("www.").unwrap_or(host)
}
