//! What the values of a property give: points by item, and for items that are not listed.

use super::reading::{Reading, classes, lower};
use crate::ruleset::Points;

/// Points by item, and for items that are not listed.
#[derive(Clone, Debug)]
pub(crate) struct ValuePoints {
    /// Items in lower case, sorted.
    values: Vec<(String, Points)>,
    default: Points,
}

impl ValuePoints {
    pub(crate) fn new(values: &[(String, Points)], default: Points) -> ValuePoints {
        let mut values: Vec<_> =
            values.iter().map(|(value, points)| (lower(value.trim()).into_owned(), *points)).collect();
        values.sort_unstable();
        ValuePoints { values, default }
    }

    /// What an item in lower case gives, and whether it is listed.
    pub(crate) fn of_item(&self, item: &str) -> (Points, bool) {
        let place = self.values.binary_search_by(|(value, _)| value.as_str().cmp(item));
        match place.ok().and_then(|place| self.values.get(place)) {
            Some((_, points)) => (*points, true),
            None => (self.default, false),
        }
    }

    /// What the distinct items of a value give together.
    pub(crate) fn of(&self, value: Option<&Reading<'_>>) -> Points {
        let points = |value: &Reading<'_>| distinct_items(value).iter().map(|item| self.of_item(item).0).sum();
        value.map_or(Points::ZERO, points)
    }
}

/// The distinct items of a value in lower case, in order.
pub(crate) fn distinct_items<'a>(value: &Reading<'a>) -> Vec<std::borrow::Cow<'a, str>> {
    let mut items: Vec<_> = value.items().map(lower).collect();
    // Nearly every value is one item. Of many, none is held against all others: a hostile list is not quadratic.
    if items.len() > 1 {
        let classes = classes(&items);
        let mut seen = vec![false; items.len()];
        let is_first = |class: &u32| seen.get_mut(*class as usize).is_some_and(|seen| !std::mem::replace(seen, true));
        let mut first = classes.iter().map(is_first).collect::<Vec<_>>().into_iter();
        items.retain(|_| first.next() == Some(true));
    }
    items
}
