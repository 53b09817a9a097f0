//! Reads a happening from its document, as it waits in the outbox of a state. By hand, and not derived: what serde makes for flattened documents
//! took 50 KB of the module for the web, and lets keys pass that it does not know.

use super::happening::{Cause, Ending, Happened, Happening, Kept, Origin};
use super::state_text::{Parts, Place};
use crate::Error;
use serde_json::Value;

/// A happening of which nothing is lost when it is written again.
pub(super) fn happening(place: &Place<'_>, value: Value) -> Result<Happening, Error> {
    let mut parts = Parts::of(place, value)?;
    let (key, contact, at) = (parts.text("key")?, parts.text("contact")?, parts.text("at")?);
    let what = what(&mut parts)?;
    let workflow = if parts.has("workflow") { Some(origin(&mut parts)?) } else { None };
    let cause = parts.need("cause")?;
    let cause = self::cause(&place.at("cause"), cause)?;
    parts.end()?;
    Ok(Happening { key, contact, at, what, workflow, cause })
}

fn what(parts: &mut Parts<'_>) -> Result<Happened, Error> {
    Ok(match parts.text("kind")?.as_str() {
        "stage_changed" => Happened::StageChanged {
            property: parts.text("property")?,
            from: parts.text_or_null("from")?,
            to: parts.text("to")?,
        },
        "stage_kept" => Happened::StageKept {
            property: parts.text("property")?,
            from: parts.text_or_null("from")?,
            to: parts.text_or_null("to")?,
            reason: parts.one_of(
                "reason",
                &[
                    ("backwards", Kept::Backwards),
                    ("excluded", Kept::Excluded),
                    ("other_stage", Kept::OtherStage),
                    ("no_such_stage", Kept::NoSuchStage),
                ],
            )?,
        },
        "property_set" => Happened::PropertySet {
            property: parts.text("property")?,
            from: parts.text_or_null("from")?,
            to: parts.text_or_null("to")?,
        },
        "property_cleared" => {
            Happened::PropertyCleared { property: parts.text("property")?, from: parts.text_or_null("from")? }
        }
        "enrolled" => Happened::Enrolled,
        "unenrolled" => Happened::Unenrolled {
            reason: parts.one_of(
                "reason",
                &[("goal", Ending::Goal), ("suppressed", Ending::Suppressed), ("left", Ending::Left)],
            )?,
        },
        "notified" => Happened::Notified { channel: parts.text("channel")?, message: parts.text("message")? },
        "called_back" => Happened::CalledBack { name: parts.text("name")?, message: parts.text("message")? },
        other => return Err(parts.place.at("kind").expected("a kind of happenings", &Value::from(other))),
    })
}

fn origin(parts: &mut Parts<'_>) -> Result<Origin, Error> {
    let (workflow, enrolment) = (parts.text("workflow")?, parts.count("enrolment")?);
    let action = if parts.has("action") { usize::try_from(parts.count("action")?).ok() } else { None };
    Ok(Origin { workflow, enrolment, action })
}

fn cause(place: &Place<'_>, value: Value) -> Result<Cause, Error> {
    let mut parts = Parts::of(place, value)?;
    let kind = parts.text("kind")?;
    let cause = match kind.as_str() {
        "enter_when" => Cause::EnterWhen { stage: parts.text("stage")?, text: parts.text("text")? },
        "list" => Cause::List { list: parts.text("list")?, text: parts.text("text")? },
        "workflow" => Cause::Workflow {
            workflow: parts.text("workflow")?,
            enrolment: parts.count("enrolment")?,
            text: parts.text("text")?,
        },
        _ => return Err(place.at("kind").expected("a kind of causes", &Value::from(kind))),
    };
    parts.end()?;
    Ok(cause)
}
