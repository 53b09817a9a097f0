//! What the command line needs of the system it runs on: arguments, variables, streams, files, other programs, the network, the clock, the
//! exit status.
//!
//! Two implementations have the same functions: `native`, over the standard library, and `node`, with which WebAssembly asks Node.js. All
//! other modules of the command line ask here only, so that they are the same in both. Neither knows what is asked for what.

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(target_arch = "wasm32")]
mod node;

#[cfg(not(target_arch = "wasm32"))]
use native as system;
#[cfg(target_arch = "wasm32")]
use node as system;

#[cfg(target_arch = "wasm32")]
pub use system::packaged;
pub use system::{
    Lock, arguments, end, is_terminal, is_windows, lock, now, open, pause, post, replace, resolved, shell,
    standard_error, standard_input, standard_output, variable, width,
};

use std::io::Read;
use std::time::Duration;

/// How much is handed to the system at a time.
pub const CHUNK: usize = 64 << 10;

/// One of the two streams that are written to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stream {
    /// Standard output.
    Output,
    /// Standard error.
    Error,
}

/// A file that is read.
pub struct Input {
    /// Its bytes.
    pub bytes: Box<dyn Read>,
    /// How many there are, if that is known.
    pub length: Option<u64>,
}

/// Something to be handed to another program, by [`shell`], or to a server, by [`post`].
pub struct Delivery<'a> {
    /// By which whoever gets it knows it again: visible ASCII.
    pub key: &'a str,
    /// JSON, one line.
    pub body: &'a [u8],
    /// How long it may take.
    pub timeout: Duration,
}
