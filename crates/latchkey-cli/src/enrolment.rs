//! New ways into a keyring: passkeys that are enrolled and rehearsed, kits and passphrases that are proved.
//!
//! A way counts only after it has opened the keyring. What a failed command made on the way is taken back.

mod forgetting;
mod kit;
mod new_keyring;
mod passphrase;
mod place;

pub(crate) use forgetting::forget_unless_kept;
pub(crate) use kit::{KitPlace, hand_over, recipient_of};
pub(crate) use new_keyring::{NewKeyringArguments, Undo, make};
pub(crate) use passphrase::hand_over as hand_over_passphrase;

use crate::arguments::{Kind, NewPasskeyArguments};
use crate::asking::{Terminal, name_of, word_of};
use crate::dates;
use crate::failure::Failure;
use crate::output::Output;
use latchkey_keyring::OpenKeyring;
use latchkey_passkey::{Absence, AuthenticatorKind, CeremonyError, Computer, Offer};

/// The authenticator that is meant: the one named, else the best that is ready. A phone is never taken for granted.
pub(crate) fn kind_of(
    named: Option<Kind>,
    computer: &mut Computer,
    output: &Output,
) -> Result<AuthenticatorKind, Failure> {
    if let Some(kind) = named {
        return Ok(kind.into());
    }
    let offers = computer.offers();
    let ready = offers
        .iter()
        .find(|offer| is_ready(offer) && offer.kind != AuthenticatorKind::Phone);
    if let Some(offer) = ready {
        return Ok(offer.kind);
    }
    let absences = offers.iter().filter_map(|offer| {
        let failure = absent(offer.kind, offer.absence?);
        let name = name_of(offer.kind, output.words());
        Some(format!("{name}: {}", failure.message(output.words())))
    });
    let absences: Vec<_> = absences.collect();
    let failure = Failure::new(latchkey_restore::ErrorCode::NoAuthenticator).about("none_ready");
    Err(failure.fact("ways", absences))
}

/// Whether it can be used now: what has devices must have shown one. A phone shows itself only when it scans.
pub(crate) fn is_ready(offer: &Offer) -> bool {
    offer.absence.is_none()
        && (offer.kind == AuthenticatorKind::Phone || !offer.postures.is_empty())
}

/// The failure that says why an authenticator of a kind is not here.
pub(crate) fn absent(kind: AuthenticatorKind, absence: Absence) -> Failure {
    Failure::from(CeremonyError::NoAuthenticator(absence)).fact("authenticator", word_of(kind))
}

/// The failure of a ceremony with a kind of authenticator.
pub(crate) fn failed(failure: Failure, kind: AuthenticatorKind, person: &Terminal) -> Failure {
    person.explain(failure).fact("authenticator", word_of(kind))
}

/// Adds a passkey slot; its id.
pub(crate) fn enrol(
    keyring: &mut OpenKeyring,
    new: &NewPasskeyArguments,
    kind: AuthenticatorKind,
    computer: &mut Computer,
    person: &Terminal,
    output: &Output,
) -> Result<String, Failure> {
    let label = new.label.clone().unwrap_or_else(|| {
        let id = format!("default-label-{}", word_of(kind));
        output.words().say(&id, &[])
    });
    let authenticator = computer
        .of(kind)
        .map_err(|error| failed(error.into(), kind, person))?;
    keyring
        .add_passkey(&label, authenticator, person, dates::now())
        .map_err(|error| failed(error.into(), kind, person))
}

/// Opens the keyring as it would be written with one of its passkeys.
pub(crate) fn rehearse(
    keyring: &OpenKeyring,
    slot: &str,
    kind: AuthenticatorKind,
    computer: &mut Computer,
    person: &Terminal,
) -> Result<(), Failure> {
    let to_be = keyring.rehearse();
    let authenticator = computer
        .of(kind)
        .map_err(|error| failed(error.into(), kind, person))?;
    let identity = to_be
        .identity_from_passkey(slot, authenticator, person)
        .map_err(|error| failed(error.into(), kind, person))?;
    to_be.open(&identity)?;
    Ok(())
}
