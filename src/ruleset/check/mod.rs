//! What is legal but suspect in a ruleset: warnings that its author is glad to have. Parts that have been decoded come in,
//! each with its node in the tree, for places; warnings go out. Only what is certain is said: a criterion that never
//! holds truly never does. A part with an error in it is not looked at.

mod bands;
mod contradictions;
mod criteria;
mod filters;
mod reach;
mod stages;

pub(super) use bands::bands;
pub(super) use criteria::{Surroundings, all_muted, criterion, empty_list, limit, repeated_criterion};
pub(super) use filters::result_filter;
pub(super) use reach::reaches;
pub(super) use stages::stage_order;

use jsonc_parser::ast::Value;

/// The value of a key, or the node itself: then the key is misspelt, which is an error with a place of its own.
fn child<'n, 'd>(node: &'n Value<'d>, key: &str) -> &'n Value<'d> {
    let Value::Object(object) = node else { return node };
    object.properties.iter().find(|property| property.name.as_str() == key).map_or(node, |property| &property.value)
}

/// An element of a list, or the node itself.
fn element<'n, 'd>(node: &'n Value<'d>, index: usize) -> &'n Value<'d> {
    node.as_array().and_then(|list| list.elements.get(index)).unwrap_or(node)
}
