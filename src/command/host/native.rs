//! The system, over the standard library.

use super::{CHUNK, Delivery, Input, Stream};
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};
use tempfile::NamedTempFile;
use ureq::Agent;

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
        return Err(ErrorKind::IsADirectory.into());
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
        return Err(ErrorKind::IsADirectory.into());
    }
    if existing.as_ref().is_some_and(|existing| existing.permissions().readonly()) {
        // Renaming would get around it.
        return Err(ErrorKind::PermissionDenied.into());
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
    // That the name leads to the new file is kept too, where the system lets folders be opened.
    let _ = File::open(folder(&target)).and_then(|folder| folder.sync_all());
    Ok(())
}

/// The one path of a file, by whichever path or link it is named; where that cannot be found out, as it is named.
pub fn resolved(path: &Path) -> PathBuf {
    let to_be = || Some(folder(path).canonicalize().ok()?.join(path.file_name()?));
    path.canonicalize().ok().or_else(to_be).unwrap_or_else(|| path.to_owned())
}

fn folder(target: &Path) -> PathBuf {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.map_or_else(|| PathBuf::from("."), Path::to_owned)
}

/// A new file in the target's folder, which is removed if it does not come to be its successor.
fn beside(target: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".leadscore-");
    #[cfg(unix)]
    {
        // What any new file gets; the process's mask takes its share.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder(target))
}

/// Keeps other runs from a file for as long as it lives. What counts is the lock that the system holds for this process, and gives back however the
/// process ends; a file that a killed run leaves behind locks nothing.
pub struct Lock {
    _file: File,
    path: PathBuf,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Still locked, so that nobody can have come to hold what is removed. Elsewhere it stays: whether it was removed could not be seen.
        #[cfg(unix)]
        let _ = fs::remove_file(&self.path);
    }
}

/// Locks a file that is read, or [replaced](replace), by this run; `WouldBlock` where another run has locked it. Nothing, where this run holds the
/// lock already, or where nothing can take the file's place.
///
/// What is locked is a file beside it: the file itself would be another one after each time it is replaced, and Windows neither reads nor replaces what
/// is locked.
pub fn lock(path: &Path, held: &[Lock]) -> io::Result<Option<Lock>> {
    // Whatever is wrong with the path, who reads or writes it says so.
    let Some(path) = lock_beside(path).filter(|path| held.iter().all(|held| held.path != *path)) else {
        return Ok(None);
    };
    loop {
        let file = match File::options().read(true).write(true).create(true).truncate(false).open(&path) {
            Err(error) if matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => {
                match File::open(&path) {
                    // Who cannot put a file here cannot replace one either.
                    Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
                    opened => opened?,
                }
            }
            opened => opened?,
        };
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(ErrorKind::WouldBlock.into()),
            // Some file systems have no locks; there it is as it was without.
            Err(TryLockError::Error(error)) if error.kind() != ErrorKind::Unsupported => return Err(error),
            _ => {}
        }
        // Between opening and locking, the run that held it may have ended, and removed it.
        if is_at(&file, &path)? {
            return Ok(Some(Lock { _file: file, path }));
        }
    }
}

/// The path of the lock for a file, which is the same by whatever path or link the file is named. None for what is not replaced: devices, pipes.
fn lock_beside(path: &Path) -> Option<PathBuf> {
    let target = match fs::metadata(path) {
        Ok(existing) => path.canonicalize().ok().filter(|_| existing.is_file()),
        Err(_) => Some(folder(path).canonicalize().ok()?.join(path.file_name()?)),
    }?;
    let mut name = OsString::from(".leadscore-");
    name.push(target.file_name()?);
    name.push(".lock");
    Some(target.with_file_name(name))
}

/// Whether a path leads to a file that is open.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let place = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    match fs::metadata(path) {
        Ok(there) => Ok(place(there) == place(file.metadata()?)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}

/// Waits.
pub fn pause(duration: Duration) {
    thread::sleep(duration);
}

/// No redirects: a POST that goes elsewhere is not what was asked for. No proxy, as under Node.js.
static AGENT: LazyLock<Agent> = LazyLock::new(|| {
    let config = Agent::config_builder().http_status_as_error(false).max_redirects(0).max_redirects_will_error(false);
    config.proxy(None).user_agent(concat!("leadscore/", env!("CARGO_PKG_VERSION"))).build().into()
});

/// How much of an answer is read: nobody wants it, and the connection serves for the next if nothing is left.
const LONGEST_ANSWER: u64 = 64 << 10;

/// Posts JSON to an address, and gives the status of the answer.
pub fn post(url: &str, delivery: &Delivery<'_>) -> io::Result<u16> {
    let request = AGENT.post(url).config().timeout_global(Some(delivery.timeout)).build();
    let request = request.header("Content-Type", "application/json").header("Idempotency-Key", delivery.key);
    let mut response = request.send(delivery.body).map_err(|error| match error {
        ureq::Error::Io(error) => error,
        ureq::Error::Timeout(_) => ErrorKind::TimedOut.into(),
        ureq::Error::HostNotFound => ErrorKind::NotFound.into(),
        other => io::Error::other(other.to_string()),
    })?;
    let _ = response.body_mut().with_config().limit(LONGEST_ANSWER).read_to_vec();
    Ok(response.status().as_u16())
}

/// Runs a command line with JSON on its standard input. What it writes goes to standard error. Gives its status; none, if a signal ended it.
pub fn shell(line: &str, delivery: &Delivery<'_>) -> io::Result<Option<i32>> {
    let mut command = shell_command(line);
    command.env("LEADSCORE_KEY", delivery.key).stdin(Stdio::piped()).stdout(Stdio::from(io::stderr()));
    let mut child = command.spawn()?;
    let input = child.stdin.take();
    let body = delivery.body.to_vec();
    // By itself, as a program that does not read what does not fit into the pipe would be waited for without end.
    let writing = thread::Builder::new().spawn(move || input.map(|mut input| input.write_all(&body)));
    let ended = writing.map(drop).and_then(|()| wait(&mut child, delivery.timeout));
    if ended.is_err() {
        end_all(&child);
        let _ = child.kill().and_then(|()| child.wait());
    }
    ended
}

/// Ends what a program has started, too.
#[cfg(unix)]
fn end_all(child: &Child) {
    use rustix::process::{Pid, Signal, kill_process_group};
    if let Some(group) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
        let _ = kill_process_group(group, Signal::KILL);
    }
}

#[cfg(not(unix))]
fn end_all(_: &Child) {}

/// How long a program is left to itself before it is looked at again, at most.
const LONGEST_LOOK: Duration = Duration::from_millis(20);

fn wait(child: &mut Child, timeout: Duration) -> io::Result<Option<i32>> {
    let started = Instant::now();
    let mut look = Duration::from_micros(250);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status.code());
        }
        if started.elapsed() >= timeout {
            return Err(ErrorKind::TimedOut.into());
        }
        thread::sleep(look);
        look = (look * 2).min(LONGEST_LOOK);
    }
}

#[cfg(not(windows))]
fn shell_command(line: &str) -> Command {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", line]);
    #[cfg(unix)]
    {
        // A group of its own, so that it can be ended with all that it starts.
        use std::os::unix::process::CommandExt;
        command.process_group(0);
    }
    command
}

#[cfg(windows)]
fn shell_command(line: &str) -> Command {
    use std::os::windows::process::CommandExt;
    let mut command = Command::new("cmd");
    // As it was written: cmd has rules of its own for quotes.
    command.raw_arg(format!("/d /s /c \"{line}\""));
    command
}

/// What `main` returns to end with this status.
pub fn end(status: u8) -> ExitCode {
    ExitCode::from(status)
}
