//! `latchkey completions SHELL`.

use crate::Done;
use crate::arguments::Cli;
use crate::failure::Failure;
use crate::output::Output;
use clap::{Args, CommandFactory};
use clap_complete::Shell;

/// Print completions for a shell.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  latchkey completions bash > ~/.local/share/bash-completion/completions/latchkey")]
pub(crate) struct Completions {
    /// Which shell
    shell: Shell,
}

pub(crate) fn run(verb: &Completions, output: &Output) -> Result<Done, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(verb.shell, &mut Cli::command(), "latchkey", &mut script);
    output.text(&String::from_utf8_lossy(&script))?;
    Ok(Done::Whole)
}
