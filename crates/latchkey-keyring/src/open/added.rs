//! Ways in that were added since the keyring was opened: each opens the written bytes before a save counts.
//!
//! What opens one (words, a passkey's answer) is kept until the first save that it proved, and wiped then.

use latchkey_passkey::PrfOutput;

use crate::identity::SlotIdentity;
use crate::locked::LockedKeyring;
use crate::passphrase::Passphrase;

/// One way in that was added.
pub(crate) struct Added {
    /// The slot's id.
    pub slot: String,
    /// What its wrapped identity must turn out to be.
    pub identity: SlotIdentity,
    /// What unwraps it; `None` once that was proved.
    pub unwrapped_by: Option<Opener>,
}

/// What a person or a passkey opens a slot with.
pub(crate) enum Opener {
    /// What the passkey answered.
    Passkey(PrfOutput),
    /// A second holder of the words.
    Passphrase(Passphrase),
}

impl Added {
    /// The identity as it comes out of the bytes found on disk; `None` when it does not.
    pub(crate) fn unwrapped_from(&self, locked: &LockedKeyring) -> Option<SlotIdentity> {
        match &self.unwrapped_by {
            None => Some(self.identity.duplicate()),
            Some(Opener::Passkey(output)) => locked.unwrap_with_output(&self.slot, output).ok(),
            Some(Opener::Passphrase(words)) => {
                let slot = Some(self.slot.as_str());
                locked.identity_from_passphrase(slot, words.as_str()).ok()
            }
        }
    }
}
