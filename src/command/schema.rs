//! `leadscore schema`: nothing comes in, the JSON Schema of rulesets goes out.

use super::failure::Failure;
use super::output;
use clap::Args;

/// Print the JSON Schema of rulesets, with which editors complete and check them
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  leadscore schema > ruleset.schema.json")]
pub struct Schema {}

impl Schema {
    /// Writes the schema.
    pub fn run(self) -> Result<(), Failure> {
        output::write(None, |output| {
            serde_json::to_writer_pretty(&mut *output, &leadscore::ruleset::schema())?;
            output.write_all(b"\n")
        })
    }
}
