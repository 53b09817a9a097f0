//! What a contact's scores come to, as a document. Its shape is `Scorecard` in `pkg/index.d.ts`.

use crate::ruleset::{Points, Rescale};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// A contact's scores.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Scorecard {
    /// The contact's id; `row N` where it has none.
    pub id: String,
    /// By score id, in the ruleset's order.
    #[serde(serialize_with = "as_map")]
    pub scores: Vec<(String, ScorecardScore)>,
    /// The bands of matrices by their id, in the ruleset's order.
    #[serde(serialize_with = "as_map", skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<(String, Option<String>)>,
}

/// What one score comes to.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct ScorecardScore {
    /// The score, limits applied.
    pub points: Points,
    /// The score on the scale 0 to 100, if the ruleset rescales it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rescaled: Option<Points>,
    /// The band, if the score has bands; `Some(None)` outside all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<Option<String>>,
    /// The points of each group by its id, limits applied.
    #[serde(serialize_with = "as_map")]
    pub groups: Vec<(String, Points)>,
}

/// Pairs as a JSON object, in order.
pub(crate) fn as_map<S: Serializer, V: Serialize>(pairs: &[(String, V)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(pairs.len()))?;
    for (key, value) in pairs {
        map.serialize_entry(key, value)?;
    }
    map.end()
}

impl Rescale {
    /// The points on the scale 0 to 100, truncated to a hundredth.
    ///
    /// ```
    /// use leadscore::{Points, ruleset::Rescale};
    /// let points = |text: &str| text.parse::<Points>().unwrap();
    /// let rescale = Rescale { from: points("-50"), to: points("100") };
    /// assert_eq!(rescale.of(points("0")).to_string(), "33.33");
    /// assert_eq!(rescale.of(points("250")).to_string(), "100");
    /// ```
    pub fn of(&self, points: Points) -> Points {
        let (from, to) = (self.from.hundredths(), self.to.hundredths());
        let inside = points.hundredths().clamp(from, to.max(from)) - from;
        Points::from_hundredths(inside * 10_000 / (to - from).max(1))
    }
}
