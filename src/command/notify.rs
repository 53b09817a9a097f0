//! Handing over what happened: to a server by HTTP, or to a command line.
//!
//! In: where to, and one happening. Out: whether it was taken, or why not. It knows neither states nor what happened before.

use super::host::{self, Delivery};
use leadscore::lifecycle::Happening;
use std::fmt::{self, Write};
use std::io::{self, ErrorKind};
use std::str::FromStr;
use std::time::Duration;

/// How often it is tried.
const TRIES: u32 = 3;

/// How much longer each pause is than the one before.
const LONGER: u32 = 4;

/// Where happenings go.
#[derive(Clone, Debug)]
pub enum Target {
    /// They are posted there.
    Url(String),
    /// It is run for each.
    Command(String),
}

impl FromStr for Target {
    type Err = String;

    fn from_str(argument: &str) -> Result<Target, String> {
        let argument = argument.trim();
        let begins =
            |scheme: &str| argument.get(..scheme.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(scheme));
        let Some((scheme, rest)) = argument.split_once("://").filter(|(scheme, _)| is_scheme(scheme)) else {
            return match argument {
                "" => Err("expected an address or a command, found nothing".to_owned()),
                command => Ok(Target::Command(command.to_owned())),
            };
        };
        if !begins("http://") && !begins("https://") {
            return Err(format!("expected an address of http:// or https://, found one of {scheme}://"));
        }
        let authority = rest.split(['/', '?', '#']).next().unwrap_or("");
        if authority.contains('@') {
            return Err("expected an address without a user and a password; what needs them is a command".to_owned());
        }
        if authority.is_empty() || !rest.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err("expected an address with a host, in ASCII and without white space".to_owned());
        }
        Ok(Target::Url(argument.to_owned()))
    }
}

/// Whether a text before `://` names a scheme, and is not the beginning of a command.
fn is_scheme(text: &str) -> bool {
    let part = |character: char| character.is_ascii_alphanumeric() || "+-.".contains(character);
    text.starts_with(|character: char| character.is_ascii_alphabetic()) && text.chars().all(part)
}

impl fmt::Display for Target {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Target::Url(url) => url,
            Target::Command(command) => command,
        })
    }
}

/// Where happenings go, and how patiently.
pub struct Notifier {
    /// Where to.
    pub target: Target,
    /// How long is waited before the second try.
    pub pause: Duration,
    /// How long one try may take.
    pub timeout: Duration,
}

/// Why a try came to nothing.
struct Refusal {
    reason: String,
    /// Whether another may do better.
    again: bool,
}

impl Notifier {
    /// Hands over a happening. If it is not taken, says why the last try came to nothing.
    pub fn deliver(&self, happening: &Happening) -> Result<(), String> {
        let mut body = serde_json::to_vec(happening).map_err(|error| error.to_string())?;
        body.push(b'\n');
        let key = sendable(&happening.key);
        let delivery = Delivery { key: &key, body: &body, timeout: self.timeout };
        let mut pause = self.pause;
        for tried in 1.. {
            match self.try_once(&delivery) {
                Ok(()) => break,
                Err(Refusal { reason, again }) if tried == TRIES || !again => return Err(reason),
                Err(_) => {
                    host::pause(pause);
                    pause = pause.saturating_mul(LONGER);
                }
            }
        }
        Ok(())
    }

    fn try_once(&self, delivery: &Delivery<'_>) -> Result<(), Refusal> {
        match &self.target {
            Target::Url(url) => {
                let status = host::post(url, delivery).map_err(|error| self.unanswered(&error))?;
                match status {
                    200..=299 => Ok(()),
                    300..=399 => {
                        Err(Refusal { reason: format!("the answer led elsewhere (status {status})"), again: false })
                    }
                    // Too slow, too many, or not able to right now.
                    _ => {
                        let again = matches!(status, 408 | 429 | 500..);
                        Err(Refusal { reason: format!("the answer had status {status}"), again })
                    }
                }
            }
            Target::Command(line) => {
                let reason = match host::shell(line, delivery).map_err(|error| self.unanswered(&error))? {
                    Some(0) => return Ok(()),
                    Some(status) => format!("the status was {status}"),
                    None => "a signal ended it".to_owned(),
                };
                Err(Refusal { reason, again: true })
            }
        }
    }

    fn unanswered(&self, error: &io::Error) -> Refusal {
        let reason = match error.kind() {
            ErrorKind::TimedOut => format!("it took longer than {} s", self.timeout.as_secs()),
            ErrorKind::ConnectionRefused => "nobody answers there".to_owned(),
            ErrorKind::ConnectionReset | ErrorKind::UnexpectedEof => "the connection broke off".to_owned(),
            ErrorKind::NotFound => "there is no such host".to_owned(),
            _ => error.to_string(),
        };
        Refusal { reason, again: true }
    }
}

/// A key as it can stand in a header and in the environment: of what is no visible ASCII, the bytes as `%C3`. `%` itself needs nothing, as keys
/// have it only before the code of a character.
fn sendable(key: &str) -> String {
    let mut sendable = String::with_capacity(key.len());
    for byte in key.bytes() {
        if byte.is_ascii_graphic() {
            sendable.push(char::from(byte));
        } else {
            let _ = write!(sendable, "%{byte:02X}");
        }
    }
    sendable
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_a_scheme_is_an_address_and_all_else_a_command() {
        for url in ["http://x", "HTTPS://example.com:8080/hook?a=b", " http://[::1]/ "] {
            assert!(matches!(url.parse(), Ok(Target::Url(found)) if found == url.trim()), "{url}");
        }
        for command in ["./tell", "C:\\tell.exe", "curl -d @- https://example.com", "tee a://b", "mail ada@example.com"]
        {
            assert!(matches!(command.parse(), Ok(Target::Command(found)) if found == command), "{command}");
        }
        for neither in [
            "",
            "  ",
            "ftp://example.com",
            "http://",
            "https:///path",
            "http://a b",
            "http://ü.example",
            "http://me:pw@x/",
        ] {
            assert!(neither.parse::<Target>().is_err(), "{neither}");
        }
    }

    #[test]
    fn keys_are_sent_in_visible_ascii_and_stay_different() {
        assert_eq!(sendable("512/to-sales/1/2"), "512/to-sales/1/2");
        assert_eq!(sendable("a b\u{0}/Zürich\n/1"), "a%20b%00/Z%C3%BCrich%0A/1");
        // An id that is `%20` has the key `%2520`.
        assert_eq!(sendable("%2520/x/1/1"), "%2520/x/1/1");
    }
}
