//! Contacts: from bytes in any of the formats that exports come in, to a table in columns.

pub mod dictionary;
pub mod names;
pub mod reading;
pub mod table;

pub use dictionary::{Dictionary, Value};
pub use table::{Column, Events, Table, TableBuilder};
