//! The system, over the functions of `pkg/bin/host.js`, which ask Node.js. They are synchronous, and throw what Node.js throws.

use super::{CHUNK, Delivery, Input, Stream};
use std::ffi::OsString;
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

mod imported {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(raw_module = "../bin/host.js")]
    extern "C" {
        /// An `Error` of Node.js with a code.
        pub type SystemError;
        #[wasm_bindgen(method, getter)]
        pub fn code(this: &SystemError) -> Option<String>;
        #[wasm_bindgen(method, getter)]
        pub fn errno(this: &SystemError) -> Option<i32>;
        #[wasm_bindgen(method, getter)]
        pub fn message(this: &SystemError) -> String;

        #[wasm_bindgen(js_name = programArguments)]
        pub fn arguments() -> Vec<String>;
        pub fn variable(name: &str) -> Option<String>;
        #[wasm_bindgen(js_name = isWindows)]
        pub fn is_windows() -> bool;
        pub fn now() -> f64;
        #[wasm_bindgen(js_name = isTerminal)]
        pub fn is_terminal(file: u32) -> bool;
        pub fn width(file: u32) -> Option<u32>;
        #[wasm_bindgen(catch)]
        pub fn read(file: u32, bytes: &mut [u8]) -> Result<u32, SystemError>;
        #[wasm_bindgen(catch)]
        pub fn write(file: u32, bytes: &[u8]) -> Result<u32, SystemError>;
        #[wasm_bindgen(catch)]
        pub fn open(path: &str) -> Result<u32, SystemError>;
        #[wasm_bindgen(catch)]
        pub fn length(file: u32) -> Result<Option<f64>, SystemError>;
        pub fn close(file: u32);
        pub fn resolved(path: &str) -> String;
        #[wasm_bindgen(catch)]
        pub fn create(path: &str) -> Result<u32, SystemError>;
        #[wasm_bindgen(catch)]
        pub fn complete(file: u32) -> Result<(), SystemError>;
        #[wasm_bindgen(catch)]
        pub fn packaged(name: &str) -> Result<String, SystemError>;
        pub fn pause(milliseconds: f64);
        #[wasm_bindgen(catch)]
        pub fn post(url: &str, key: &str, body: &[u8], milliseconds: f64) -> Result<u16, SystemError>;
        #[wasm_bindgen(catch)]
        pub fn shell(line: &str, key: &str, body: &[u8], milliseconds: f64) -> Result<Option<i32>, SystemError>;
        pub fn end(status: u8);
    }
}

impl From<imported::SystemError> for io::Error {
    fn from(error: imported::SystemError) -> io::Error {
        let kind = match error.code().as_deref() {
            Some("ENOENT") => ErrorKind::NotFound,
            Some("EACCES" | "EPERM") => ErrorKind::PermissionDenied,
            Some("EISDIR") => ErrorKind::IsADirectory,
            Some("ENOTDIR") => ErrorKind::NotADirectory,
            Some("ENAMETOOLONG") => ErrorKind::InvalidFilename,
            Some("ENOSPC") => ErrorKind::StorageFull,
            Some("EDQUOT") => ErrorKind::QuotaExceeded,
            Some("EFBIG") => ErrorKind::FileTooLarge,
            Some("EROFS") => ErrorKind::ReadOnlyFilesystem,
            Some("EPIPE") => ErrorKind::BrokenPipe,
            Some("ENOTFOUND" | "EAI_AGAIN") => ErrorKind::NotFound,
            Some("ETIMEDOUT") => ErrorKind::TimedOut,
            Some("ECONNREFUSED") => ErrorKind::ConnectionRefused,
            Some("ECONNRESET") => ErrorKind::ConnectionReset,
            _ => {
                // Node.js gives the numbers of the system with a minus.
                let number = error.errno().map(|number| io::Error::from_raw_os_error(number.saturating_neg()));
                return number.unwrap_or_else(|| io::Error::other(error.message()));
            }
        };
        kind.into()
    }
}

/// The number of a file that is open.
struct Descriptor(u32);

impl Read for Descriptor {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        Ok(imported::read(self.0, bytes)? as usize)
    }
}

impl Write for Descriptor {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(imported::write(self.0, bytes)? as usize)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A file that is closed when it is not needed any more: on some systems it could not be replaced while it is open.
struct OpenFile(Descriptor);

impl Read for OpenFile {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.0.read(bytes)
    }
}

impl Drop for OpenFile {
    fn drop(&mut self) {
        imported::close(self.0.0);
    }
}

fn descriptor(stream: Stream) -> u32 {
    match stream {
        Stream::Output => 1,
        Stream::Error => 2,
    }
}

/// The arguments; the first is the program.
pub fn arguments() -> Vec<OsString> {
    imported::arguments().into_iter().map(OsString::from).collect()
}

/// A variable of the environment.
pub fn variable(name: &str) -> Option<String> {
    imported::variable(name)
}

/// Whether this is Windows.
pub fn is_windows() -> bool {
    imported::is_windows()
}

/// Now, in milliseconds since the epoch.
pub fn now() -> i64 {
    imported::now() as i64
}

/// Whether somebody looks at it.
pub fn is_terminal(stream: Stream) -> bool {
    imported::is_terminal(descriptor(stream))
}

/// The width of the terminal, if it is one.
pub fn width(stream: Stream) -> Option<usize> {
    imported::width(descriptor(stream)).map(|width| width as usize)
}

/// Standard output.
pub fn standard_output() -> Box<dyn Write> {
    Box::new(Descriptor(descriptor(Stream::Output)))
}

/// Standard error.
pub fn standard_error() -> Box<dyn Write> {
    Box::new(Descriptor(descriptor(Stream::Error)))
}

/// Standard input.
pub fn standard_input() -> Box<dyn Read> {
    Box::new(Descriptor(0))
}

/// Opens a file to be read.
pub fn open(path: &Path) -> io::Result<Input> {
    let file = OpenFile(Descriptor(imported::open(text(path)?)?));
    let length = imported::length(file.0.0)?.map(|length| length as u64);
    Ok(Input { bytes: Box::new(file), length })
}

/// Writes a file that is either complete afterwards or as it was before.
pub fn replace(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // What is not completed is removed when the process ends, also if WebAssembly breaks off.
    let file = imported::create(text(path)?)?;
    let mut output = BufWriter::with_capacity(CHUNK, Descriptor(file));
    fill(&mut output).and_then(|()| output.flush())?;
    Ok(imported::complete(file)?)
}

/// The one path of a file, by whichever path or link it is named; where that cannot be found out, as it is named.
pub fn resolved(path: &Path) -> PathBuf {
    text(path).map_or_else(|_| path.to_owned(), |path| imported::resolved(path).into())
}

/// What the system holds for a process; Node.js has nothing like it.
pub enum Lock {}

/// Locks nothing: a file that says that it is locked would go on saying so after its process was killed.
pub fn lock(_: &Path, _: &[Lock]) -> io::Result<Option<Lock>> {
    Ok(None)
}

/// A text file of the package.
pub fn packaged(name: &str) -> io::Result<String> {
    Ok(imported::packaged(name)?)
}

/// Waits.
pub fn pause(duration: Duration) {
    imported::pause(milliseconds(duration));
}

/// Posts JSON to an address, and gives the status of the answer.
pub fn post(url: &str, delivery: &Delivery<'_>) -> io::Result<u16> {
    Ok(imported::post(url, delivery.key, delivery.body, milliseconds(delivery.timeout))?)
}

/// Runs a command line with JSON on its standard input. What it writes goes to standard error. Gives its status; none, if a signal ended it.
pub fn shell(line: &str, delivery: &Delivery<'_>) -> io::Result<Option<i32>> {
    Ok(imported::shell(line, delivery.key, delivery.body, milliseconds(delivery.timeout))?)
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}

/// What `main` returns to end with this status.
pub fn end(status: u8) -> ExitCode {
    imported::end(status);
    ExitCode::SUCCESS
}

/// Arguments come from JavaScript, so that paths are text.
fn text(path: &Path) -> io::Result<&str> {
    path.to_str().ok_or_else(|| ErrorKind::InvalidFilename.into())
}
