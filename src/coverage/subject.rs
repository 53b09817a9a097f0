//! A property, of contacts or of the events of a type, about which rules ask: its values are looked into, each distinct one once.

use super::mentions::{Mention, criteria};
use super::naming::{Naming, is_about_values};
use super::words::{Sought, sought};
use super::{Coverage, CriterionPlace, InsideWords, UnruledValues};
use crate::contacts::{Tally, ValueCount};
use crate::scoring::reading::Reading;

/// So many values are shown that no rule names.
const SHOWN: usize = 50;

/// Bytes of text that are looked into for a property, times the texts that are looked for in them.
const WORK: u64 = 4 << 30;

/// A property with what rules ask of it.
pub(super) struct Subject<'a, 'r> {
    pub(super) tally: Tally<'a>,
    pub(super) mentions: Vec<Mention<'r>>,
    pub(super) as_of: i64,
}

/// Values that were found.
pub(super) struct Found {
    distinct: usize,
    rows: usize,
    shown: usize,
    /// The most frequent so far among some others.
    codes: Vec<u32>,
}

impl Found {
    /// So many of them are to be shown.
    pub(super) fn new(shown: usize) -> Found {
        Found { distinct: 0, rows: 0, shown, codes: Vec::new() }
    }

    /// Adds a value.
    pub(super) fn add(&mut self, code: u32, tally: &Tally<'_>) {
        self.distinct += 1;
        self.rows += tally.count(code);
        self.codes.push(code);
        // Of a million values that are found for each of a thousand texts, not all are held.
        if self.codes.len() > 20 * self.shown {
            tally.keep_most_frequent(&mut self.codes, self.shown);
        }
    }

    fn values(self, tally: &Tally<'_>) -> Vec<ValueCount> {
        tally.most_frequent(self.codes, 0, self.shown)
    }
}

impl Subject<'_, '_> {
    /// Adds what is found to the document.
    pub(super) fn look(mut self, coverage: &mut Coverage) {
        let naming = Naming::new(&self.mentions);
        let mut sought = sought(&self.mentions);
        let texts =
            naming.as_ref().map_or(0, |naming| naming.texts) + sought.iter().map(|sought| sought.work).sum::<usize>();
        if texts == 0 {
            return;
        }
        let not_looked_at = self.tally.leave_out_beyond(WORK / texts as u64);
        if !sought.is_empty() {
            for code in self.tally.occurring() {
                let Some(value) = Reading::new(self.tally.column(), code) else { continue };
                sought.iter_mut().for_each(|sought| sought.look(code, &value, &self.tally, self.as_of));
            }
        }
        let unruled = naming.and_then(|naming| self.unruled(&naming, not_looked_at));
        coverage.unruled_values.extend(unruled);
        coverage.inside_words.extend(self.inside_words(sought, not_looked_at));
    }

    fn unruled(&self, naming: &Naming, not_looked_at: usize) -> Option<UnruledValues> {
        let split = naming.by_item.then(|| self.tally.items()).flatten();
        let tally = split.as_ref().map_or(&self.tally, |(tally, _)| tally);
        let mut found = Found::new(SHOWN);
        let mut is_unruled = vec![false; tally.column().dictionary().len()];
        for code in tally.occurring() {
            let unruled = Reading::new(tally.column(), code).is_some_and(|value| !naming.names(&value, self.as_of));
            if unruled {
                found.add(code, tally);
                is_unruled.get_mut(code as usize).into_iter().for_each(|is_unruled| *is_unruled = true);
            }
        }
        if let Some((_, items)) = &split {
            // A contact with two such items is one.
            let any =
                |code: &u32| items.of_value(*code).iter().any(|item| is_unruled.get(*item as usize) == Some(&true));
            found.rows = self.tally.occurring().filter(any).map(|code| self.tally.count(code)).sum();
        }
        let (property, event) = self.name()?;
        (found.distinct > 0).then(|| UnruledValues {
            property,
            event,
            rows: found.rows,
            distinct: found.distinct,
            values: found.values(tally),
            not_looked_at,
            criteria: criteria(
                self.mentions.iter().filter(|mention| is_about_values(mention)).map(|mention| mention.asking),
            ),
        })
    }

    fn inside_words(&self, sought: Vec<Sought<'_>>, not_looked_at: usize) -> Vec<InsideWords> {
        let Some((property, event)) = self.name() else { return Vec::new() };
        let of_test = |sought: Sought<'_>| {
            let (criterion, operator) = (CriterionPlace::from(sought.criterion), sought.operator.name());
            let found = sought.texts.into_iter().filter(|text| text.found.distinct > 0);
            let of_text = |text: super::words::SoughtText<'_>| InsideWords {
                property: property.clone(),
                event: event.clone(),
                operand: text.operand.to_owned(),
                operator,
                rows: text.found.rows,
                distinct: text.found.distinct,
                values: text.found.values(&self.tally),
                not_looked_at,
                criterion: criterion.clone(),
            };
            found.map(of_text).collect::<Vec<_>>()
        };
        sought.into_iter().flat_map(of_test).collect()
    }

    /// The property as the first rule names it, and the type of events.
    fn name(&self) -> Option<(String, Option<String>)> {
        let mention = self.mentions.first()?;
        Some((mention.property.to_owned(), mention.event.map(str::to_owned)))
    }
}
