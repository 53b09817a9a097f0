//! Where results go: standard output, or a file that is either complete or as it was before.

use super::failure::Failure;
use super::host;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Writes to the file, or to standard output if there is none.
pub fn write(path: Option<&Path>, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    match path {
        None => {
            let mut output = BufWriter::with_capacity(host::CHUNK, host::standard_output());
            fill(&mut output).and_then(|()| output.flush()).map_err(Failure::standard_output)
        }
        Some(path) => host::replace(path, fill).map_err(|error| Failure::file("write", path.display(), &error)),
    }
}
