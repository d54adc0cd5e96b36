//! `latchkey keyring …`: the ways into a history, and the keyring file that holds them.

mod add;
mod change;
mod create;
mod kit;
mod lone;
mod opened;
mod place;
mod show;
mod test;

use crate::Done;
use crate::failure::Failure;
use crate::output::Output;
use clap::{Args, Subcommand};

/// Ways into a history.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey keyring show chats                                      slots, what to do, what each loss would mean
  latchkey keyring add chats passkey --label \"Blue key\" --identity kit.txt
  latchkey keyring kit chats --out /media/stick/kit.txt --passkey
  latchkey keyring remove chats 3f2a9c0d1e4b5a67 --passkey
PATH is the folder of a history or a keyring file.")]
pub(crate) struct KeyringVerbs {
    #[command(subcommand)]
    verb: KeyringVerb,
}

#[derive(Debug, Subcommand)]
enum KeyringVerb {
    /// Make a keyring file without a history
    Create(create::Create),
    /// Say what opens it, what to do, and what each loss would mean; needs no key
    Show(show::Show),
    /// Add a way in: a passkey, a passphrase, or an age recipient
    Add(add::Add),
    /// Remove a way in, and encrypt the index anew
    Remove(change::Remove),
    /// Give a way in another name
    Rename(change::Rename),
    /// Encrypt the index anew, with the same ways in
    Rekey(change::Rekey),
    /// Make a new recovery kit
    Kit(kit::Kit),
    /// Open it once with a way in, and note that it works
    Test(test::Test),
}

pub(crate) fn run(verbs: KeyringVerbs, output: &Output) -> Result<Done, Failure> {
    match verbs.verb {
        KeyringVerb::Create(verb) => create::run(&verb, output)?,
        KeyringVerb::Show(verb) => show::run(&verb, output)?,
        KeyringVerb::Add(verb) => add::run(&verb, output)?,
        KeyringVerb::Remove(verb) => change::remove(&verb, output)?,
        KeyringVerb::Rename(verb) => change::rename(&verb, output)?,
        KeyringVerb::Rekey(verb) => change::rekey(&verb, output)?,
        KeyringVerb::Kit(verb) => kit::run(&verb, output)?,
        KeyringVerb::Test(verb) => test::run(&verb, output)?,
    }
    Ok(Done::Whole)
}
