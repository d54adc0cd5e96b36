//! Whose keyring it is. What is sealed into one is sealed for everybody who has a slot in it, and anybody can make one
//! for a public recipient: so this computer, the identity's pins or the person must vouch for its signer.

use crate::arguments::UnlockArguments;
use crate::asking::confirm;
use crate::dates;
use crate::failure::Failure;
use crate::home::Home;
use crate::output::{Output, can_ask};
use latchkey_keyring::OpenKeyring;
use latchkey_restore::ErrorCode;
use std::path::Path;

/// What would be sealed into a keyring.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sealing {
    /// A backup's key.
    Key,
    /// A new way in, which knows the signer from then on.
    WayIn,
}

/// Somebody vouches for the keyring of a history: this computer, the identity's pins, the flag, or the person when asked.
pub(crate) fn require(
    keyring: &OpenKeyring,
    sealing: Sealing,
    dir: &Path,
    unlock: &UnlockArguments,
    home: &Home,
    output: &Output,
) -> Result<(), Failure> {
    if is_vouched_for(keyring, unlock, home)? {
        return Ok(());
    }
    if !person_vouches(keyring, sealing, output) {
        return Err(unknown(keyring, sealing, dir));
    }
    // What seals asks once more, what is remembered.
    home.seen()?
        .trust(keyring, dates::now().as_millisecond())
        .map_err(|error| Failure::of(&error).detail(&error.to_string()))
}

/// Whether this computer, the identity's pins or the person, with the flag, vouch for a keyring's signer.
pub(crate) fn is_vouched_for(
    keyring: &OpenKeyring,
    unlock: &UnlockArguments,
    home: &Home,
) -> Result<bool, Failure> {
    let seen = home.seen()?;
    if !is_typed(keyring, unlock)? {
        return Ok(seen.trusts(keyring));
    }
    // A convenience only: where it cannot be noted, the flag is needed again.
    let _ = seen.trust(keyring, dates::now().as_millisecond());
    Ok(true)
}

/// Whether the person typed the keyring's fingerprint; another one is an error.
pub(crate) fn is_typed(keyring: &OpenKeyring, unlock: &UnlockArguments) -> Result<bool, Failure> {
    let Some(typed) = &unlock.trust_fingerprint else {
        return Ok(false);
    };
    if keyring.fingerprint().is(typed) {
        return Ok(true);
    }
    let (name, found) = fingerprint(keyring);
    Err(Failure::usage("other_fingerprint").fact(name, found))
}

/// Asks the person on a terminal whether they know the fingerprint.
pub(crate) fn person_vouches(keyring: &OpenKeyring, sealing: Sealing, output: &Output) -> bool {
    let question = match sealing {
        Sealing::Key => "trust-question",
        Sealing::WayIn => "trust-question-way_in",
    };
    let ask = || confirm(&output.words().say(question, &[fingerprint(keyring)]));
    can_ask() && !output.is_json() && ask()
}

/// The failure of a keyring that nobody vouches for.
pub(crate) fn unknown(keyring: &OpenKeyring, sealing: Sealing, path: &Path) -> Failure {
    let (name, value) = fingerprint(keyring);
    let failure = Failure::new(ErrorCode::KeyringUnknown);
    let failure = failure.fact(name, value).at(path);
    match sealing {
        Sealing::Key => failure,
        Sealing::WayIn => failure.about("way_in"),
    }
}

/// The fact of a keyring's fingerprint.
pub(crate) fn fingerprint(keyring: &OpenKeyring) -> (&'static str, String) {
    ("fingerprint", keyring.fingerprint().to_string())
}
