//! The command line `leadscore`. Everything is in [`command`].

mod command;

fn main() -> std::process::ExitCode {
    command::run()
}
