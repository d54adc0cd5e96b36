//! One file per verb; each takes its arguments and gives data to the output.

pub(crate) mod chats;
pub(crate) mod completions;
pub(crate) mod contacts;
pub(crate) mod decrypt;
pub(crate) mod demo;
pub(crate) mod export;
pub(crate) mod index;
pub(crate) mod inspect;
pub(crate) mod key;
pub(crate) mod keyring;
pub(crate) mod marks;
pub(crate) mod media;
pub(crate) mod members;
pub(crate) mod messages;
pub(crate) mod passkey;
pub(crate) mod people;
pub(crate) mod restore;
pub(crate) mod search;
pub(crate) mod verify;

use crate::Done;
use crate::arguments::{Cli, Verb};
use crate::failure::Failure;
use crate::output::Output;

/// Runs the verb that was asked for.
pub(crate) fn run(cli: Cli, output: &Output) -> Result<Done, Failure> {
    match cli.verb {
        Verb::Inspect(verb) => inspect::run(&verb, output),
        Verb::Key(verb) => key::run(&verb, output),
        Verb::Decrypt(verb) => decrypt::run(&verb, output),
        Verb::Restore(verb) => restore::run(verb, output),
        Verb::Chats(verb) => chats::run(&verb, output),
        Verb::Messages(verb) => messages::run(&verb, output),
        Verb::Search(verb) => search::run(&verb, output),
        Verb::Export(verb) => export::run(*verb, output),
        Verb::Marks(verb) => marks::run(&verb, output),
        Verb::Members(verb) => members::run(&verb, output),
        Verb::People(verb) => people::run(&verb, output),
        Verb::Contacts(verb) => contacts::run(&verb, output),
        Verb::Media(verb) => media::run(&verb, output),
        Verb::Index(verb) => index::run(&verb, output),
        Verb::Passkey(verb) => passkey::run(&verb, output),
        Verb::Keyring(verb) => keyring::run(verb, output),
        Verb::Verify(verb) => verify::run(&verb, output),
        Verb::Demo(verb) => demo::run(&verb, output),
        Verb::Completions(verb) => completions::run(&verb, output),
    }
}
