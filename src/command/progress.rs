//! How far something that takes its time is, on standard error while it lasts. Nothing is drawn where that is no terminal.

use super::host::{self, Stream};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle, TermLike};
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

/// How often a second it is drawn.
const TIMES_A_SECOND: u8 = 20;

/// The progress of the reading of what has this name, and this length if it is known.
pub fn of(name: &str, length: Option<u64>, quiet: bool) -> ProgressBar {
    let template = match length {
        Some(_) => "reading {msg} {bar:30} {bytes} of {total_bytes}",
        None => "reading {msg} {bytes}",
    };
    drawn(template, name, length, quiet)
}

/// The progress of work on so many things.
pub fn counting(work: &str, length: usize, quiet: bool) -> ProgressBar {
    drawn("{msg} {bar:30} {human_pos} of {human_len}", work, Some(length as u64), quiet)
}

fn drawn(template: &str, name: &str, length: Option<u64>, quiet: bool) -> ProgressBar {
    if quiet || !host::is_terminal(Stream::Error) {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    let target = ProgressDrawTarget::term_like_with_hz(Box::new(Terminal::default()), TIMES_A_SECOND);
    ProgressBar::with_draw_target(length, target).with_style(style).with_message(name.to_owned())
}

/// Standard error as a place to draw on. A drawing is written in one piece, or it would flicker.
#[derive(Debug, Default)]
struct Terminal(Mutex<String>);

impl Terminal {
    fn draw(&self, text: &str) -> io::Result<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push_str(text);
        Ok(())
    }

    /// Moves the cursor; a move by none at all would be one by 1.
    fn move_cursor(&self, by: usize, direction: char) -> io::Result<()> {
        if by == 0 { Ok(()) } else { self.draw(&format!("\u{1b}[{by}{direction}")) }
    }
}

impl TermLike for Terminal {
    fn width(&self) -> u16 {
        host::width(Stream::Error).and_then(|width| u16::try_from(width).ok()).unwrap_or(80)
    }

    fn move_cursor_up(&self, by: usize) -> io::Result<()> {
        self.move_cursor(by, 'A')
    }

    fn move_cursor_down(&self, by: usize) -> io::Result<()> {
        self.move_cursor(by, 'B')
    }

    fn move_cursor_right(&self, by: usize) -> io::Result<()> {
        self.move_cursor(by, 'C')
    }

    fn move_cursor_left(&self, by: usize) -> io::Result<()> {
        self.move_cursor(by, 'D')
    }

    fn write_line(&self, line: &str) -> io::Result<()> {
        self.draw(line)?;
        self.draw("\n")
    }

    fn write_str(&self, text: &str) -> io::Result<()> {
        self.draw(text)
    }

    fn clear_line(&self) -> io::Result<()> {
        self.draw("\r\u{1b}[2K")
    }

    fn flush(&self) -> io::Result<()> {
        let drawn = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        host::standard_error().write_all(drawn.as_bytes())
    }
}
