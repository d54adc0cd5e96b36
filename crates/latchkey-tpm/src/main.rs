//! The TPM behind a pipe, so that nothing else links the TPM libraries.
//!
//! One line of JSON on standard input is a request, one on standard output its answer (`wire.rs`). It ends when its
//! input closes, says nothing on standard error, writes no file, and never clears or configures the TPM's lockout.

mod failure;
mod key;
mod lines;
mod posture;
mod protection;
mod requests;
mod tcti;
mod tpm;
mod wire;

use std::fs::File;
use std::io;
use std::os::fd::AsFd;
use std::process::ExitCode;

/// The kernel's TPM with its resource manager.
const DEFAULT_TCTI: &str = "device:/dev/tpmrm0";

fn main() -> ExitCode {
    protection::apply();
    let Some(tcti) = tcti(std::env::args().skip(1)) else {
        return ExitCode::from(2);
    };
    match serve(&tcti) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// The only argument: `--tcti NAME`.
fn tcti(mut arguments: impl Iterator<Item = String>) -> Option<String> {
    match (arguments.next(), arguments.next(), arguments.next()) {
        (None, None, None) => Some(DEFAULT_TCTI.to_owned()),
        (Some(flag), Some(name), None) if flag == "--tcti" => Some(name),
        _ => None,
    }
}

/// Answers until the input closes.
fn serve(tcti: &str) -> io::Result<()> {
    // Past the standard library's buffers, which are never wiped.
    let mut input = lines::Lines::new(File::from(io::stdin().as_fd().try_clone_to_owned()?));
    let mut output = File::from(io::stdout().as_fd().try_clone_to_owned()?);
    while let Some(line) = input.next()? {
        lines::write(&mut output, &requests::answer(&line, tcti))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::tcti;

    fn given(arguments: &[&str]) -> Option<String> {
        tcti(arguments.iter().map(|&a| a.to_owned()))
    }

    #[test]
    fn the_tcti_is_the_only_argument() {
        assert_eq!(given(&[]).unwrap(), super::DEFAULT_TCTI);
        assert_eq!(given(&["--tcti", "swtpm"]).unwrap(), "swtpm");
        let wrong: [&[&str]; 4] = [
            &["--tcti"],
            &["swtpm"],
            &["--pin", "1"],
            &["--tcti", "a", "b"],
        ];
        for arguments in wrong {
            assert_eq!(given(arguments), None, "{arguments:?}");
        }
    }
}
