//! What a passkey left on this computer (the file of a TPM's or a software passkey) goes when nothing refers to it.

use crate::failure::Failure;
use crate::home::Home;
use crate::unlock;
use latchkey_keyring::LockedKeyring;
use latchkey_passkey::Credential;

/// Forgets a passkey unless a keyring still has it: the one that was changed, as it lies there now, or that of a history
/// in the data folder. Where that cannot be told, it stays.
pub(crate) fn forget_unless_kept(credential: &Credential, changed: &LockedKeyring, home: &Home) {
    if has(changed, credential) || is_in_a_history(credential, home).unwrap_or(true) {
        return;
    }
    // A software passkey may be forgotten without being offered.
    if let Ok(mut computer) = home.computer(true)
        && let Ok(authenticator) = computer.of(credential.kind)
    {
        authenticator.forget(credential);
    }
}

fn is_in_a_history(credential: &Credential, home: &Home) -> Result<bool, Failure> {
    let folder = home.data_folder()?;
    // One that was deleted can be brought back.
    for history in folder.list()?.into_iter().chain(folder.resting()?) {
        if has(&unlock::read_keyring(&history.dir)?, credential) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn has(keyring: &LockedKeyring, credential: &Credential) -> bool {
    let mut passkeys = keyring.slots().filter_map(latchkey_keyring::Slot::passkey);
    passkeys.any(|known| (known.kind, &known.id) == (credential.kind, &credential.id))
}
