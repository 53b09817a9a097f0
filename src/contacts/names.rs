//! Property names: when two are the same, and HubSpot's labels for its internal names.

/// Whether two names are the same: without case, and without white space at their ends.
pub fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim(), b.trim());
    if a.is_ascii() && b.is_ascii() { a.eq_ignore_ascii_case(b) } else { a.to_lowercase() == b.to_lowercase() }
}

/// The other names under which a HubSpot export may hold a property: the labels of an internal name, the internal name of a label.
pub fn synonyms(_name: &str) -> impl Iterator<Item = &'static str> {
    std::iter::empty()
}
