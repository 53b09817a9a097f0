//! Where results go: standard output, or a file that is either complete or as it was before.

use super::failure::Failure;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Writes to the file, or to standard output if there is none.
pub fn write(path: Option<&Path>, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Failure> {
    match path {
        None => {
            let mut output = BufWriter::new(io::stdout().lock());
            fill(&mut output).and_then(|()| output.flush()).map_err(Failure::standard_output)
        }
        Some(path) => write_file(path, fill).map_err(|error| Failure::file("write", path.display(), &error)),
    }
}

fn write_file(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let existing = fs::metadata(path).ok();
    // A device or a pipe is written to; taking its place would destroy it.
    if existing.as_ref().is_some_and(|existing| !existing.is_file() && !existing.is_dir()) {
        let mut output = BufWriter::new(File::options().write(true).open(path)?);
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
    let mut output = BufWriter::new(beside(&target)?);
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
