//! The command line as its users meet it: the real binary, its output, its exit status.

#![cfg(all(feature = "command-line", not(target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests may panic")]

mod advance;
mod check;
mod explain;
mod files;
mod folder;
#[cfg(unix)]
mod killed;
mod locked;
mod notify;
mod publish;
mod score;
mod server;
mod streams;
#[cfg(target_os = "linux")]
mod terminal;
mod usage;
