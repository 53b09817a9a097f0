//! Contacts: from bytes in any of the formats that exports come in, to a table in columns.

mod code_index;
pub mod column;
mod contact_rows;
mod csv;
mod decoding;
pub mod dictionary;
mod event_rows;
mod event_types;
mod field_ends;
mod format;
mod items;
mod json;
mod json_events;
mod json_rows;
mod json_values;
mod loading;
pub mod names;
mod notes;
mod numbers;
pub mod reading;
pub mod report;
mod rows;
mod single;
pub mod table;
mod value_counts;

pub use column::Column;
pub use dictionary::{Dictionary, Value};
pub use event_types::{EventProperty, EventType, EventsOfType};
pub use format::Format;
pub use loading::{LoadOptions, Loaded, Loader, read};
pub use notes::{LeftOut, LeftOutRow, LoadNote};
pub use report::LoadReport;
pub use single::{ContactReader, contact};
pub use table::{Events, Table, TableBuilder};
pub(crate) use value_counts::Tally;
pub use value_counts::{ValueCount, ValueCounts, ValueQuestion};
