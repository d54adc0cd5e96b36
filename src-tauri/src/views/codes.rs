//! How the crates' errors become the window's codes: the codes are theirs, the words are the window's.

use std::fmt::Display;

use latchkey_restore::{ErrorCode as Kept, HasCode};

use crate::views::{CommandError, ErrorCode};

impl<E: HasCode + Display> From<E> for CommandError {
    fn from(error: E) -> Self {
        Self {
            key_fits: error.key_fits(),
            ..Self::new(code(error.code()), error.to_string())
        }
    }
}

/// The same code on the wire; a new one does not compile until it has its line here and its words in the window.
fn code(kept: Kept) -> ErrorCode {
    match kept {
        Kept::NotABackup => ErrorCode::NotABackup,
        Kept::WrongKey => ErrorCode::WrongKey,
        Kept::Damaged => ErrorCode::Damaged,
        Kept::WrongKeyOrDamaged => ErrorCode::WrongKeyOrDamaged,
        Kept::WrongKindOfKey => ErrorCode::WrongKindOfKey,
        Kept::LockedElsewhere => ErrorCode::LockedElsewhere,
        Kept::UnknownVersion => ErrorCode::UnknownVersion,
        Kept::AlreadyExists => ErrorCode::AlreadyExists,
        Kept::InUse => ErrorCode::InUse,
        Kept::OtherAccount => ErrorCode::OtherAccount,
        Kept::TooLarge => ErrorCode::TooLarge,
        Kept::NoSpace => ErrorCode::NoSpace,
        Kept::Permission => ErrorCode::Permission,
        Kept::Io => ErrorCode::Io,
        Kept::IndexDamaged => ErrorCode::IndexDamaged,
        Kept::KeyringTampered => ErrorCode::KeyringTampered,
        Kept::KeyringOlder => ErrorCode::KeyringOlder,
        Kept::NoMatchingSlot => ErrorCode::NoMatchingSlot,
        Kept::Cancelled => ErrorCode::Cancelled,
        Kept::Usage => ErrorCode::Usage,
        Kept::Internal => ErrorCode::Internal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_the_crates_keeps_its_word() {
        assert_eq!(Kept::ALL.len(), ErrorCode::ALL.len());
        for kept in Kept::ALL {
            assert_eq!(code(kept).as_str(), kept.as_str());
        }
    }
}
