//! `latchkey keyring test PATH [SLOT]`: a way in is tried, and the keyring notes that it works.

use super::opened::Opened;
use super::place::Place;
use crate::arguments::UnlockArguments;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::Output;
use crate::unlock::slots;
use clap::Args;
use latchkey_keyring::{Slot, SlotKind};
use latchkey_restore::ErrorCode;
use std::path::PathBuf;

/// Open the keyring once with a way in, and note that it works.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  latchkey keyring test chats --passkey
  latchkey keyring test chats 3f2a9c0d1e4b5a67             this very slot
  latchkey keyring test chats --identity kit.txt --json")]
pub(super) struct Test {
    /// Folder of a history, or a keyring file
    path: PathBuf,
    /// The slot, by its id or its name
    #[arg(value_name = "SLOT")]
    tested: Option<String>,
    #[command(flatten)]
    unlock: UnlockArguments,
}

pub(super) fn run(verb: &Test, output: &Output) -> Result<(), Failure> {
    let (home, place) = (Home::find(), Place::of(&verb.path));
    let (wanted, unlock) = match &verb.tested {
        None => (None, verb.unlock.clone()),
        Some(text) => {
            let locked = place.read()?;
            let slot = slots::named(&locked, text, output.words())?;
            (Some(slot.id.clone()), opening(slot, &verb.unlock))
        }
    };
    let mut opened = Opened::open(&place, &unlock, &home, output)?;
    let by = opened.keyring().opened_by().map(str::to_owned);
    // An identity of another slot opens the keyring, too, and says nothing of this one.
    let slot = by.filter(|by| wanted.as_ref().is_none_or(|wanted| wanted == by));
    let slot = slot.ok_or_else(|| {
        Failure::new(ErrorCode::NoMatchingSlot)
            .about("other_slot")
            .at(&verb.path)
    })?;
    opened.mark_tested(&slot, &home)?;
    opened.tell("slot-tested", Some(&slot), output)
}

/// The way in that this slot is.
fn opening(slot: &Slot, given: &UnlockArguments) -> UnlockArguments {
    let mut unlock = given.clone();
    match &slot.kind {
        SlotKind::Passkey(_) => {
            unlock.passkey = true;
            unlock.slot = Some(slot.id.clone());
        }
        SlotKind::Passphrase { .. } => {
            unlock.passkey = false;
            unlock.passphrase = !unlock.passphrase_stdin;
            unlock.slot = Some(slot.id.clone());
        }
        _ => {}
    }
    unlock
}
