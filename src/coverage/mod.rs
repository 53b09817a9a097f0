//! What the rules do not know of the contacts, and what they take for more than was meant.
//!
//! In: a ruleset, a table of contacts and an instant. Out: a document: properties and event types that rules ask for and nobody has,
//! values that occur and that no rule names, and texts that are looked for and found inside longer words. Which values a rule names is
//! read as the engine reads them (`scoring::test`, `scoring::value_points`); no points are counted here.
//!
//! **The work is bounded.** Values are counted by code, and each distinct one is looked into once, from the most frequent on, until the
//! texts that were looked into, times the texts that rules look for in them, come to 4 GiB for a property: a million distinct page
//! addresses and forty texts. Splitting lists counts like sixteen texts. What is left over is counted in `not_looked_at`. Of the texts that
//! rules look for in a property the first 1,000 are tried for longer words.

mod mentions;
mod naming;
mod places;
mod subject;
mod words;

use crate::contacts::reading::LAST_INSTANT;
use crate::contacts::{Table, ValueCount};
use crate::ruleset::Ruleset;
use mentions::Mentions;
use places::{Places, grouped, key};
use serde::Serialize;
use subject::Subject;

/// What the rules do not know of the contacts, and what they take for more than was meant.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Coverage {
    /// Properties that rules use and the contacts do not have, in the ruleset's order.
    pub missing_properties: Vec<MissingProperty>,
    /// Types of events that rules use and of which there is none until the instant.
    pub missing_events: Vec<MissingEvent>,
    /// Values that no rule names, of properties whose values rules name one by one.
    pub unruled_values: Vec<UnruledValues>,
    /// Texts that rules look for, and find inside longer words.
    pub inside_words: Vec<InsideWords>,
}

/// A criterion by its ids.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CriterionPlace {
    /// The id of its score.
    pub score: String,
    /// Its id.
    pub criterion: String,
}

/// A property that rules use and the contacts do not have.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MissingProperty {
    /// As a rule names it.
    pub property: String,
    /// The criteria that use it; none, if only bands do.
    pub criteria: Vec<CriterionPlace>,
}

/// A type of events that rules use and of which there is none.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MissingEvent {
    /// As a rule names it.
    pub event: String,
    /// The criteria that use it; none, if only bands do.
    pub criteria: Vec<CriterionPlace>,
}

/// Values of a property that no rule names.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnruledValues {
    /// As a rule names it.
    pub property: String,
    /// The type of the events whose property it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// Contacts, or events, with such a value.
    pub rows: usize,
    /// How many such values there are.
    pub distinct: usize,
    /// The most frequent of them, at most 50; items, if rules read the property as a list.
    pub values: Vec<ValueCount>,
    /// Distinct values that were too much text to look into; none, if left out.
    #[serde(skip_serializing_if = "is_none")]
    pub not_looked_at: usize,
    /// The criteria that ask for values of the property.
    pub criteria: Vec<CriterionPlace>,
}

/// A text that a criterion looks for, and finds inside longer words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InsideWords {
    /// As the criterion names it.
    pub property: String,
    /// The type of the events whose property it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    /// The text.
    pub operand: String,
    /// The operator that looks for it.
    pub operator: &'static str,
    /// Contacts, or events, with a value in which it occurs inside longer words only.
    pub rows: usize,
    /// How many such values there are.
    pub distinct: usize,
    /// The most frequent of them, at most 20.
    pub values: Vec<ValueCount>,
    /// Distinct values that were too much text to look into; none, if left out.
    #[serde(skip_serializing_if = "is_none")]
    pub not_looked_at: usize,
    /// The criterion.
    #[serde(flatten)]
    pub criterion: CriterionPlace,
}

fn is_none(count: &usize) -> bool {
    *count == 0
}

impl Coverage {
    /// What a ruleset does not know of the contacts of a table, at an instant in milliseconds since the epoch. Muted criteria are rules
    /// like others. Events after the instant do not exist yet.
    ///
    /// ```
    /// use leadscore::coverage::Coverage;
    /// # fn main() -> Result<(), leadscore::Error> {
    /// let ruleset = r#"{ "scores": [{ "id": "fit", "groups": [{ "id": "who", "criteria": [
    ///     { "id": "junior", "when": { "property": "jobtitle", "contains": "intern" }, "points": -10 },
    ///     { "id": "industry", "property": "industry", "values": { "Software": 10, "Retail": 5 } },
    ///     { "id": "demo", "event": "form_submission", "points": 5 } ] }] }] }"#.parse()?;
    /// let csv = b"id,Job Title,Industry\n1,Intern,Software\n2,International Sales,Mining\n3,CEO,Mining\n";
    /// let contacts = leadscore::contacts::read(csv, None, &Default::default())?.table;
    ///
    /// let coverage = Coverage::of(&ruleset, &contacts, 0);
    /// let mining = &coverage.unruled_values[0];
    /// assert_eq!((mining.property.as_str(), mining.values[0].value.as_str(), mining.rows), ("industry", "Mining", 2));
    /// let intern = &coverage.inside_words[0];
    /// assert_eq!((intern.operand.as_str(), intern.values[0].value.as_str()), ("intern", "International Sales"));
    /// assert_eq!(coverage.missing_events[0].event, "form_submission");
    /// # Ok(())
    /// # }
    /// ```
    pub fn of(ruleset: &Ruleset, table: &Table, as_of: i64) -> Coverage {
        let Mentions { properties, events } = Mentions::of(ruleset);
        let as_of = as_of.clamp(-LAST_INSTANT, LAST_INSTANT);
        let mut places = Places::new(ruleset, table, as_of);
        let mut coverage = Coverage::default();
        for (_, asked) in grouped(events, |(_, event)| Some(key(event))) {
            let Some((_, event)) = asked.first().filter(|(_, event)| places.events(event).is_none()) else { continue };
            let criteria = mentions::criteria(asked.iter().map(|(asking, _)| *asking));
            coverage.missing_events.push(MissingEvent { event: (*event).to_owned(), criteria });
        }
        for (place, mentions) in grouped(properties, |mention| places.find(mention)) {
            let Some(property) = mentions.first().map(|mention| mention.property) else { continue };
            if let Some(tally) = places.tally(&place, property) {
                Subject { tally, mentions, as_of }.look(&mut coverage);
            } else {
                let criteria = mentions::criteria(mentions.iter().map(|mention| mention.asking));
                coverage.missing_properties.push(MissingProperty { property: property.to_owned(), criteria });
            }
        }
        coverage
    }
}
