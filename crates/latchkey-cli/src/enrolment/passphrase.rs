//! A new passphrase in the person's hands: shown on the terminal and typed back, or written to a file of their own;
//! and the keyring opened with it before it counts.

use super::kit::{HandedOver, KitPlace};
use super::place;
use crate::asking;
use crate::failure::Failure;
use crate::output::{Output, clean};
use crate::unlock;
use latchkey_keyring::{OpenKeyring, Passphrase};
use std::io::Write;

/// How often it may be typed wrong.
const TRIES: usize = 3;

/// Gives the person the six words of a new slot, and opens the keyring-to-be with what they have got.
pub(crate) fn hand_over(
    passphrase: &Passphrase,
    slot: &str,
    keyring: &OpenKeyring,
    place: &KitPlace,
    output: &Output,
) -> Result<HandedOver, Failure> {
    let Some(path) = place.file else {
        output.note("passphrase-write-down", &[]);
        let _ = writeln!(std::io::stderr(), "\n    {}\n", passphrase.as_str());
        prove_on_terminal(slot, keyring, output)?;
        return Ok(HandedOver::shown());
    };
    let mut text = zeroize::Zeroizing::new(String::with_capacity(passphrase.as_str().len() + 1));
    text.push_str(passphrase.as_str());
    text.push('\n');
    let written = place::write_private(path, text.as_bytes())?;
    open_with(slot, keyring, unlock::read_text(path)?.trim_end())?;
    let shown = clean(&path.to_string_lossy());
    output.note("passphrase-written", &[("path", shown)]);
    Ok(HandedOver::written(written))
}

fn prove_on_terminal(slot: &str, keyring: &OpenKeyring, output: &Output) -> Result<(), Failure> {
    let prompt = format!("{} ", output.words().say("passphrase-prove-prompt", &[]));
    let mut last = Failure::usage("no_passphrase");
    for _ in 0..TRIES {
        let typed = asking::hidden(&prompt)?;
        match open_with(slot, keyring, &typed) {
            Ok(()) => return Ok(()),
            Err(failure) => last = failure,
        }
        output.note("passphrase-not-proved", &[]);
    }
    Err(last)
}

fn open_with(slot: &str, keyring: &OpenKeyring, typed: &str) -> Result<(), Failure> {
    let to_be = keyring.rehearse();
    let identity = to_be.identity_from_passphrase(Some(slot), typed)?;
    to_be.open(&identity)?;
    Ok(())
}
