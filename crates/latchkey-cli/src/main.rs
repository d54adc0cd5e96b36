//! The `latchkey` command: reads arguments, runs one verb, maps its outcome to an exit code.
//!
//! 0 done, 1 done with something left out, 2 failed. Data goes to stdout, everything else to stderr.

mod arguments;
mod asking;
mod cancel;
mod commands;
mod dates;
mod enrolment;
mod failure;
mod home;
mod key_source;
mod output;
mod progress;
mod protection;
mod unlock;
mod words;

use arguments::Cli;
use clap::Parser;
use clap::error::ErrorKind;
use failure::Failure;
use output::Output;
use std::process::ExitCode;

/// How a verb ended without failing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Done {
    /// Everything was done.
    Whole,
    /// Done, but something a person would miss was left out, and said.
    LeftOut,
    /// What was done is kept, but it is not what it should be, and that was said: the command has failed.
    Doubtful,
}

fn main() -> ExitCode {
    protection::forbid_core_dumps();
    protection::wipe_memory_of_sqlite();
    let wants_json = std::env::args_os().any(|argument| argument == "--json");
    let output = Output::new(wants_json);
    let ended = match Cli::try_parse() {
        Ok(cli) => protection::catch_faults(|| commands::run(cli, &output)),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => output
                .text(&error.render().to_string())
                .map(|()| Done::Whole),
            _ if wants_json => Err(Failure::arguments(&error)),
            _ => {
                let _ = error.print();
                return ExitCode::from(2);
            }
        },
    };
    match ended {
        Ok(Done::Whole) => ExitCode::SUCCESS,
        Ok(Done::LeftOut) => ExitCode::from(1),
        Ok(Done::Doubtful) => ExitCode::from(2),
        // Whoever reads our output has seen enough (`latchkey messages … | head`): that is no failure.
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            output.failure(&failure);
            ExitCode::from(2)
        }
    }
}
