//! Opens a slot with a passkey: the slot that is named, else the one whose authenticator is here.

use super::slots;
use crate::arguments::UnlockArguments;
use crate::asking::{self, Terminal};
use crate::enrolment;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, can_ask};
use latchkey_keyring::{LockedKeyring, Slot, SlotIdentity};
use latchkey_passkey::{AuthenticatorKind, Computer, Credential};
use latchkey_restore::ErrorCode;

/// A passkey slot and its credential.
struct Candidate<'a> {
    slot: &'a Slot,
    credential: Credential,
}

pub(super) fn identity(
    locked: &LockedKeyring,
    arguments: &UnlockArguments,
    home: &Home,
    output: &Output,
) -> Result<SlotIdentity, Failure> {
    let mut computer = home.computer(arguments.ceremony.insecure_demo)?;
    let chosen = choose(locked, arguments, &mut computer, output)?;
    let person = Terminal::new(output.words(), arguments.ceremony.pin_stdin)?;
    let mut failure = Failure::usage("no_passkey_slot");
    for candidate in &chosen {
        let kind = candidate.credential.kind;
        let opened = computer.of(kind).map_err(Failure::from).and_then(|with| {
            let identity = locked.identity_from_passkey(&candidate.slot.id, with, &person);
            identity.map_err(Failure::from)
        });
        match opened {
            Ok(identity) => return Ok(identity),
            Err(error) => {
                failure = person
                    .explain(error)
                    .fact("authenticator", asking::word_of(kind))
            }
        }
        // Only what says that the passkey is another's, or not here, lets the next one be tried.
        let is_elsewhere = [
            ErrorCode::NotThisPasskey,
            ErrorCode::NoAuthenticator,
            ErrorCode::TpmOther,
        ];
        if !is_elsewhere.into_iter().any(|code| failure.is(code)) {
            break;
        }
    }
    let tried = chosen.iter().map(|candidate| candidate.slot.id.as_str());
    Err(failure.fact(
        "ways",
        other_ways(locked, &tried.collect::<Vec<_>>(), output),
    ))
}

/// What still opens the keyring when these slots do not.
fn other_ways(locked: &LockedKeyring, tried: &[&str], output: &Output) -> Vec<String> {
    let others = locked
        .slots()
        .filter(|slot| !tried.contains(&slot.id.as_str()));
    slots::names(others, output.words())
}

/// The slots to try, in this order: several only where a device can say by itself that a passkey is not its own.
fn choose<'a>(
    locked: &'a LockedKeyring,
    arguments: &UnlockArguments,
    computer: &mut Computer,
    output: &Output,
) -> Result<Vec<Candidate<'a>>, Failure> {
    if let Some(text) = &arguments.slot {
        let slot = slots::named(locked, text, output.words())?;
        let credential = slot
            .passkey()
            .ok_or_else(|| Failure::usage("other_kind_of_slot"))?;
        return Ok(vec![Candidate { slot, credential }]);
    }
    let all: Vec<_> = candidates(locked).collect();
    if all.len() < 2 {
        return match all.is_empty() {
            true => Err(Failure::usage("no_passkey_slot")),
            false => Ok(all),
        };
    }
    let here = here(computer);
    let near: Vec<_> = candidates(locked)
        .filter(|candidate| here.contains(&candidate.credential.kind))
        .collect();
    // A security key and a TPM say by themselves, without a touch or a PIN, whether a passkey is theirs: such slots are
    // asked one after the other.
    let tells = [AuthenticatorKind::SecurityKey, AuthenticatorKind::Tpm];
    let of_one_kind = |kind| near.iter().all(|one| one.credential.kind == kind);
    let tell = tells.into_iter().any(of_one_kind);
    match near.len() {
        1 => Ok(near),
        2.. if tell => Ok(near),
        _ => ask_which(all, output),
    }
}

fn candidates(locked: &LockedKeyring) -> impl Iterator<Item = Candidate<'_>> {
    locked.slots().filter_map(|slot| {
        let credential = slot.passkey()?;
        Some(Candidate { slot, credential })
    })
}

/// The kinds that are ready, best first. A phone is never taken for granted.
fn here(computer: &mut Computer) -> Vec<AuthenticatorKind> {
    let ready = computer
        .offers()
        .into_iter()
        .filter(|offer| enrolment::is_ready(offer) && offer.kind != AuthenticatorKind::Phone);
    ready.map(|offer| offer.kind).collect()
}

/// Lets the person choose by number; without a terminal the slots are the error.
fn ask_which<'a>(
    mut all: Vec<Candidate<'a>>,
    output: &Output,
) -> Result<Vec<Candidate<'a>>, Failure> {
    let names = slots::names(all.iter().map(|one| one.slot), output.words());
    let failure = || Failure::usage("which_slot").fact("slots", names.clone());
    if !can_ask() {
        return Err(failure());
    }
    for (at, name) in names.iter().enumerate() {
        let facts = [("number", (at + 1).to_string()), ("name", name.clone())];
        output.note("which-slot-line", &facts);
    }
    let prompt = format!("{} ", output.words().say("which-slot-question", &[]));
    let answer = asking::shown(&prompt)?;
    let number: usize = answer.trim().parse().map_err(|_| failure())?;
    match number.checked_sub(1).filter(|at| *at < all.len()) {
        Some(at) => Ok(vec![all.swap_remove(at)]),
        None => Err(failure()),
    }
}
