//! What of a scorecard leaves the module: its JSON, the JavaScript object of it, and its bands.
//!
//! In: a scorecard. Out: the shape `Scorecard` of the package's `index.d.ts`, with numbers as the package gives them.

use super::browser;
use super::json::Object;
use crate::Scorecard;
use wasm_bindgen::JsValue;

/// The scorecard as JSON.
pub(super) fn json_of(card: &Scorecard) -> String {
    let mut scores = Object::default();
    for (id, score) in &card.scores {
        let mut groups = Object::default();
        for (id, points) in &score.groups {
            groups.points(id, *points);
        }
        let mut object = Object::default();
        object.points("points", score.points);
        if let Some(rescaled) = score.rescaled {
            object.points("rescaled", rescaled);
        }
        if let Some(band) = &score.band {
            object.text("band", band.as_deref());
        }
        object.json("groups", &groups.done());
        scores.json(id, &object.done());
    }
    let mut object = Object::default();
    object.text("id", Some(&card.id));
    object.json("scores", &scores.done());
    if !card.bands.is_empty() {
        let mut bands = Object::default();
        for (id, band) in &card.bands {
            bands.text(id, band.as_deref());
        }
        object.json("bands", &bands.done());
    }
    object.done()
}

/// The JSON of a scorecard that may not be there yet.
pub(super) fn json_or_null(card: Option<&Scorecard>) -> String {
    card.map_or_else(|| "null".to_owned(), json_of)
}

/// The scorecard as a new object; null where there is none. A page may change it as it likes.
pub fn object_of(card: Option<&Scorecard>) -> JsValue {
    browser::value(&json_or_null(card))
}

/// The band sets with their bands: those of scores, then matrices.
pub(super) fn bands(card: &Scorecard) -> Vec<(&str, Option<&str>)> {
    let mut found = Vec::new();
    for (id, score) in &card.scores {
        if let Some(band) = &score.band {
            found.push((id.as_str(), band.as_deref()));
        }
    }
    for (id, band) in &card.bands {
        found.push((id.as_str(), band.as_deref()));
    }
    found
}

/// The band of a set, if there is one.
pub(super) fn band_of<'a>(card: &'a Scorecard, set: &str) -> Option<&'a str> {
    bands(card).into_iter().find(|(id, _)| *id == set)?.1
}
