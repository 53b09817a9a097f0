//! `leadscore schema`: nothing comes in, the JSON Schema of rulesets goes out.

use super::failure::Failure;
use super::output;
use clap::Args;
use std::io;

/// Print the JSON Schema of rulesets, with which editors complete and check them
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  leadscore schema > ruleset.schema.json")]
pub struct Schema {}

impl Schema {
    /// Writes the schema.
    pub fn run(self) -> Result<(), Failure> {
        output::write(None, |output| output.write_all(schema()?.as_bytes()))
    }
}

/// It is derived from the types natively, and the package has it as a file, so that WebAssembly does not carry it.
fn schema() -> io::Result<String> {
    #[cfg(not(target_arch = "wasm32"))]
    return Ok(serde_json::to_string_pretty(&leadscore::ruleset::schema())? + "\n");
    #[cfg(target_arch = "wasm32")]
    return super::host::packaged("ruleset.schema.json");
}
