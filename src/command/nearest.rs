//! "Did you mean" for contacts: from an id that is not there to the ids and emails that are nearest.

use leadscore::contacts::{Column, Table};

/// How many are named.
const NAMED: usize = 3;

/// Longer values are nobody's id; comparing them would take long.
const LONGEST: usize = 100;

/// How alike two texts must be, of 1.
const ALIKE: f64 = 0.8;

/// The ids and emails that are most like what was wanted, the best first.
pub fn nearest(table: &Table, wanted: &str) -> Vec<String> {
    let wanted = wanted.trim().to_lowercase();
    if wanted.len() > LONGEST {
        return Vec::new();
    }
    let mut best: Vec<(f64, String)> = Vec::new();
    for column in [Some(table.ids()), table.column("email", [])].into_iter().flatten() {
        for (likeness, value) in alike(column, &wanted) {
            let place = best.partition_point(|(better, _)| *better >= likeness);
            if place < NAMED && !best.iter().any(|(_, known)| *known == value) {
                best.insert(place, (likeness, value));
                best.truncate(NAMED);
            }
        }
    }
    best.into_iter().map(|(_, value)| value).collect()
}

fn alike<'a>(column: &'a Column, wanted: &'a str) -> impl Iterator<Item = (f64, String)> + 'a {
    let texts = column.dictionary().values().map(|(_, value)| value.text()).filter(|text| text.len() <= LONGEST);
    let likeness = |text: &str| strsim::jaro_winkler(wanted, &text.to_lowercase());
    texts.map(move |text| (likeness(&text), text.into_owned())).filter(|(likeness, _)| *likeness >= ALIKE)
}
