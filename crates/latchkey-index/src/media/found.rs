//! Words for what became of a file: how it was found, or why it is missing.

use std::collections::BTreeMap;

use latchkey_messages::Kind;
use serde::Serialize;

use crate::rows::MessageId;

/// A media folder that the history remembers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RootId(pub i64);

/// How a file was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FoundHow {
    /// Where the phone had it, or in a variant of that place.
    Path,
    /// Elsewhere in the folder, under its name.
    Name,
    /// By the SHA-256 of its content.
    Content,
    /// As an encrypted file of a cloud download, which is decrypted whenever it is looked at.
    Encrypted,
    /// In a backup of stickers: the index itself keeps it.
    Kept,
    /// Where the phone had it, but not of the size that the message says: a cut copy, or another phone's file.
    OtherSize,
}

impl FoundHow {
    /// Every way. The numbers in the tables are the places in this list: new ones go to the end.
    pub const ALL: [Self; 6] = [
        Self::Path,
        Self::Name,
        Self::Content,
        Self::Encrypted,
        Self::Kept,
        Self::OtherSize,
    ];

    pub(super) fn code(self) -> i64 {
        let at = Self::ALL.iter().position(|known| *known == self);
        at.and_then(|at| at.try_into().ok()).unwrap_or(0)
    }

    pub(super) fn from_code(code: i64) -> Option<Self> {
        Self::ALL.get(usize::try_from(code).ok()?).copied()
    }
}

/// `found_how` of a file that is there and cannot be used; its `found` is NULL.
pub(super) const UNUSABLE: i64 = -1;

/// Why there is no file.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum MissingReason {
    /// It could be seen once, and the app does not keep it.
    ViewOnce,
    /// The message was deleted for everyone, and its file with it.
    Deleted,
    /// It was moved to the cloud to make room on the phone.
    Offloaded,
    /// It was never on the phone.
    NeverDownloaded,
    /// Something is in its place that leads out of the folder, is no file, or may not be read.
    Unreadable,
    /// No media folder was ever looked into.
    NotLookedFor,
    /// It is in no folder that was looked into: deleted on the phone, or not copied from it.
    Absent,
}

/// What the reason for a missing file is told from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingFacts {
    /// Kind of the message.
    pub kind: Kind,
    /// Whether this message's file was ever on the phone, where the source says.
    pub downloaded: Option<bool>,
    /// It was moved to the cloud.
    pub offloaded: bool,
    /// Something unusable is in its place.
    pub unusable: bool,
    /// A media folder was looked into.
    pub looked_for: bool,
}

/// Why a file that was not found is missing: what the phone knew of it comes before what the folder shows.
#[must_use]
pub fn missing_reason(facts: &MissingFacts) -> MissingReason {
    match facts {
        MissingFacts {
            kind: Kind::ViewOnce,
            ..
        } => MissingReason::ViewOnce,
        MissingFacts {
            kind: Kind::Revoked,
            ..
        } => MissingReason::Deleted,
        MissingFacts {
            offloaded: true, ..
        } => MissingReason::Offloaded,
        MissingFacts {
            downloaded: Some(false),
            ..
        } => MissingReason::NeverDownloaded,
        MissingFacts { unusable: true, .. } => MissingReason::Unreadable,
        MissingFacts {
            looked_for: false, ..
        } => MissingReason::NotLookedFor,
        _ => MissingReason::Absent,
    }
}

/// What a search for the file of a message came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MediaFinding {
    /// A file, or the index's own copy.
    Found {
        /// The folder; `None` for what the index keeps.
        root: Option<RootId>,
        /// Its place, relative to the folder.
        place: String,
        /// How.
        how: FoundHow,
    },
    /// Something is in its place that cannot be used.
    Unusable,
    /// Nothing, or nothing any more.
    Nothing,
}

/// A finding with the message whose file it is.
pub type MediaFound = (MessageId, MediaFinding);

/// Where the bytes of a message's file are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MediaPlace {
    /// The folder's path, as bytes; `None` for what the index keeps.
    pub root: Option<Vec<u8>>,
    /// The place in it.
    pub place: String,
    /// How it was found.
    pub how: FoundHow,
}

/// Files that messages of the history refer to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MediaTotals {
    /// Messages that refer to a file: Σ `found_by` + Σ `missing_by_reason`.
    pub referenced: u64,
    /// Those found, by how.
    pub found_by: BTreeMap<FoundHow, u64>,
    /// Those missing, by reason.
    pub missing_by_reason: BTreeMap<MissingReason, u64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: MissingFacts = MissingFacts {
        kind: Kind::Image,
        downloaded: None,
        offloaded: false,
        unusable: false,
        looked_for: true,
    };

    #[test]
    fn what_the_phone_knew_comes_before_what_the_folder_shows() {
        let reason = |facts| missing_reason(&facts);
        assert_eq!(reason(PLAIN), MissingReason::Absent);
        let unusable = MissingFacts {
            unusable: true,
            ..PLAIN
        };
        assert_eq!(reason(unusable), MissingReason::Unreadable);
        let never = MissingFacts {
            downloaded: Some(false),
            ..unusable
        };
        assert_eq!(reason(never), MissingReason::NeverDownloaded);
        let offloaded = MissingFacts {
            offloaded: true,
            ..never
        };
        assert_eq!(reason(offloaded), MissingReason::Offloaded);
        let once = MissingFacts {
            kind: Kind::ViewOnce,
            ..offloaded
        };
        assert_eq!(reason(once), MissingReason::ViewOnce);
        let revoked = MissingFacts {
            kind: Kind::Revoked,
            ..offloaded
        };
        assert_eq!(reason(revoked), MissingReason::Deleted);
    }

    #[test]
    fn a_file_that_nobody_looked_for_is_not_called_absent() {
        let facts = MissingFacts {
            looked_for: false,
            ..PLAIN
        };
        assert_eq!(missing_reason(&facts), MissingReason::NotLookedFor);
        let downloaded = MissingFacts {
            downloaded: Some(true),
            ..PLAIN
        };
        assert_eq!(missing_reason(&downloaded), MissingReason::Absent);
    }

    #[test]
    fn every_way_survives_its_number() {
        for how in FoundHow::ALL {
            assert_eq!(FoundHow::from_code(how.code()), Some(how));
        }
        assert_eq!(FoundHow::from_code(UNUSABLE), None);
    }
}
