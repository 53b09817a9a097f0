//! What a page sees of its visitor's scorecards, in a real page: events, elements, fields, and what goes to an endpoint.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod elements;
mod endpoint;
mod fields;
mod page;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
