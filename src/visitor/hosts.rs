//! Which websites are search engines, social networks, assistants and mailboxes.
//!
//! In: the host of a page. Out: the name of the service behind it. Of HubSpot's own lists only examples are published; these are the sites
//! that web analytics commonly count to each kind, as of 2026.

/// Each line: a host, with all of its subdomains, and the name of the service. `google.*` is the site of any country, and only its start page
/// and searches: `docs.google.com` is none.
pub(super) const SEARCH_ENGINES: &str = "
google.* Google
com.google.android.googlequicksearchbox Google
bing.com Bing
duckduckgo.com DuckDuckGo
search.yahoo.com Yahoo
search.yahoo.co.jp Yahoo
yahoo.* Yahoo
ecosia.org Ecosia
search.brave.com Brave
qwant.com Qwant
startpage.com Startpage
baidu.com Baidu
yandex.* Yandex
ya.ru Yandex
naver.com Naver
daum.net Daum
sogou.com Sogou
so.com 360
seznam.cz Seznam
kagi.com Kagi
mojeek.com Mojeek
swisscows.com Swisscows
metager.org MetaGer
presearch.com Presearch
search.aol.com AOL
ask.com Ask
lycos.com Lycos
rambler.ru Rambler
petalsearch.com Petal
";

/// Also the names and short names that campaigns give networks as their source.
pub(super) const SOCIAL_NETWORKS: &str = "
linkedin.com LinkedIn
lnkd.in LinkedIn
com.linkedin.android LinkedIn
facebook.com Facebook
fb.com Facebook
fb.me Facebook
fb Facebook
messenger.com Facebook
instagram.com Instagram
ig Instagram
threads.net Threads
threads.com Threads
x.com Twitter
t.co Twitter
twitter.com Twitter
x Twitter
youtube.com YouTube
youtu.be YouTube
tiktok.com TikTok
reddit.com Reddit
com.reddit.frontpage Reddit
pinterest.* Pinterest
pin.it Pinterest
xing.com Xing
bsky.app Bluesky
mastodon.social Mastodon
quora.com Quora
snapchat.com Snapchat
tumblr.com Tumblr
vk.com VK
weibo.com Weibo
t.me Telegram
news.ycombinator.com HackerNews
slideshare.net SlideShare
";

pub(super) const ASSISTANTS: &str = "
chatgpt.com ChatGPT
chat.openai.com ChatGPT
perplexity.ai Perplexity
perplexity Perplexity
claude.ai Claude
gemini.google.com Gemini
bard.google.com Gemini
copilot.microsoft.com Copilot
copilot.com Copilot
m365.cloud.microsoft Copilot
deepseek.com DeepSeek
grok.com Grok
meta.ai Meta
mistral.ai Mistral
you.com You
phind.com Phind
poe.com Poe
";

/// Mailboxes and readers of feeds.
pub(super) const MAILBOXES: &str = "
mail.google.com Gmail
com.google.android.gm Gmail
mail.yahoo.com Yahoo
mail.yahoo.co.jp Yahoo
outlook.live.com Outlook
outlook.office.com Outlook
outlook.office365.com Outlook
outlook.cloud.microsoft Outlook
mail.aol.com AOL
mail.proton.me Proton
icloud.com iCloud
mail.zoho.com Zoho
mail.yandex.ru Yandex
mail.yandex.com Yandex
e.mail.ru Mail.ru
mail.naver.com Naver
gmx.net GMX
web.de WEB.DE
feedly.com Feedly
inoreader.com Inoreader
newsblur.com NewsBlur
";

/// The service of a list that a host belongs to.
pub(super) fn service(list: &'static str, host: &str) -> Option<&'static str> {
    find(list, |pattern, _| matches(pattern, host))
}

/// The service of a list that somebody calls by its name or its host.
pub(super) fn called(list: &'static str, name: &str) -> Option<&'static str> {
    find(list, |pattern, service| name.eq_ignore_ascii_case(service) || name.eq_ignore_ascii_case(pattern))
}

fn find(list: &'static str, wanted: impl Fn(&str, &str) -> bool) -> Option<&'static str> {
    let mut words = list.split_ascii_whitespace();
    while let (Some(pattern), Some(service)) = (words.next(), words.next()) {
        if wanted(pattern, service) {
            return Some(service);
        }
    }
    None
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
pub(super) fn bare(host: &str) -> &str {
    let host = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let host = host.strip_suffix('.').unwrap_or(host);
    host.strip_prefix("www.").unwrap_or(host)
}
