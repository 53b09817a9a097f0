//! The system, over the standard library.

use super::{CHUNK, Input, Stream};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};
use tempfile::NamedTempFile;

/// The arguments; the first is the program.
pub fn arguments() -> Vec<OsString> {
    std::env::args_os().collect()
}

/// A variable of the environment.
pub fn variable(name: &str) -> Option<String> {
    std::env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

/// Whether this is Windows.
pub fn is_windows() -> bool {
    cfg!(windows)
}

/// Now, in milliseconds since the epoch.
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// Whether somebody looks at it.
pub fn is_terminal(stream: Stream) -> bool {
    match stream {
        Stream::Output => io::stdout().is_terminal(),
        Stream::Error => io::stderr().is_terminal(),
    }
}

/// The width of the terminal, if it is one.
pub fn width(stream: Stream) -> Option<usize> {
    let size = match stream {
        Stream::Output => terminal_size::terminal_size_of(io::stdout()),
        Stream::Error => terminal_size::terminal_size_of(io::stderr()),
    };
    size.map(|(width, _)| usize::from(width.0))
}

/// Standard output.
pub fn standard_output() -> io::Stdout {
    io::stdout()
}

/// Standard error.
pub fn standard_error() -> io::Stderr {
    io::stderr()
}

/// Standard input.
pub fn standard_input() -> Box<dyn Read> {
    Box::new(io::stdin().lock())
}

/// Opens a file to be read.
pub fn open(path: &Path) -> io::Result<Input> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    // Opening a folder succeeds on some systems, and reading it fails with a riddle.
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Ok(Input { bytes: Box::new(file), length: metadata.is_file().then_some(metadata.len()) })
}

/// Writes a file that is either complete afterwards or as it was before.
pub fn replace(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let existing = fs::metadata(path).ok();
    // A device or a pipe is written to; taking its place would destroy it.
    if existing.as_ref().is_some_and(|existing| !existing.is_file() && !existing.is_dir()) {
        let mut output = BufWriter::with_capacity(CHUNK, File::options().write(true).open(path)?);
        return fill(&mut output).and_then(|()| output.flush());
    }
    if existing.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if existing.as_ref().is_some_and(|existing| existing.permissions().readonly()) {
        // Renaming would get around it.
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    // Where the path is a link, what it leads to is replaced and the link stays.
    let target = if existing.is_some() { path.canonicalize()? } else { path.to_owned() };
    let mut output = BufWriter::with_capacity(CHUNK, beside(&target)?);
    fill(&mut output)?;
    let complete = output.into_inner().map_err(io::IntoInnerError::into_error)?;
    if let Some(existing) = existing {
        complete.as_file().set_permissions(existing.permissions())?;
    }
    // Some file systems say only now that the disk is full.
    complete.as_file().sync_all()?;
    complete.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// A new file in the target's folder, which is removed if it does not come to be its successor.
fn beside(target: &Path) -> io::Result<NamedTempFile> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".leadscore-");
    #[cfg(unix)]
    {
        // What any new file gets; the process's mask takes its share.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder.map_or_else(|| PathBuf::from("."), Path::to_owned))
}

/// What `main` returns to end with this status.
pub fn end(status: u8) -> ExitCode {
    ExitCode::from(status)
}
