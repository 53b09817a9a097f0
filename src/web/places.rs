//! Places of diagnostics as JavaScript counts them: in UTF-16 code units, where the crate counts bytes of UTF-8.

use crate::Diagnostic;

/// The diagnostics of a ruleset's text; without places if the text is not what the ruleset was given as.
pub(super) fn diagnostics(mut diagnostics: Vec<Diagnostic>, text: &str, given_as_text: bool) -> Vec<Diagnostic> {
    if !given_as_text {
        diagnostics.iter_mut().for_each(|diagnostic| diagnostic.place = None);
        return diagnostics;
    }
    let places = diagnostics.iter().filter_map(|diagnostic| diagnostic.place);
    let units = Units::new(text, places.flat_map(|place| [place.offset, place.offset + place.length]).collect());
    for place in diagnostics.iter_mut().filter_map(|diagnostic| diagnostic.place.as_mut()) {
        let (start, end) = (units.at(place.offset), units.at(place.offset + place.length));
        (place.offset, place.length) = (start, end.saturating_sub(start));
    }
    diagnostics
}

/// How many code units precede some bytes of a text, found in one walk over it.
struct Units(Vec<(usize, usize)>);

impl Units {
    fn new(text: &str, mut bytes: Vec<usize>) -> Units {
        bytes.sort_unstable();
        bytes.dedup();
        let mut characters = text.char_indices().peekable();
        let mut units = 0;
        let mut precede = |byte: usize| {
            while let Some((_, character)) = characters.next_if(|(at, _)| *at < byte) {
                units += character.len_utf16();
            }
            (byte, units)
        };
        Units(bytes.into_iter().map(&mut precede).collect())
    }

    fn at(&self, byte: usize) -> usize {
        let found = self.0.binary_search_by_key(&byte, |(at, _)| *at).ok();
        found.and_then(|place| self.0.get(place)).map_or(0, |(_, units)| *units)
    }
}
