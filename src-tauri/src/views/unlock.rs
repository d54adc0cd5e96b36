//! Steps 2 and 3 of the wizard: the key and the recovery kit. A key never crosses to the window; the kit does, once, to be printed.

use std::fmt;

use serde::Serialize;
use ts_rs::TS;

/// What the typed digits or the key file came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DigitsView {
    /// Whether it opens the backup.
    pub verdict: DigitsVerdict,
    /// The group of four that is off, 0 to 15, when it can be told.
    pub bad_group: Option<u8>,
    /// A likely slip; its repair waits in the shell until the person confirms it.
    pub slip: Option<SlipView>,
}

/// Whether a key opens the backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DigitsVerdict {
    /// It does; the shell keeps it.
    Fits,
    /// It does not.
    DoesNotFit,
    /// It is not yet, or no longer, 64 digits.
    Incomplete,
}

/// A likely slip of the pen or the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SlipView {
    /// What happened.
    pub kind: SlipKind,
    /// In which group of four, 0 to 15; absent when it is in all of them.
    pub group: Option<u8>,
}

/// The slips that can be repaired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SlipKind {
    /// One digit is another.
    WrongDigit,
    /// Two neighbours changed places.
    Swapped,
    /// Characters that look alike.
    LookAlike,
    /// Rows were read as columns.
    Transposed,
}

/// The recovery kit, shown once so that it can be printed. Prints as its name only.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KitView {
    /// The recovery identity in groups.
    pub groups: Vec<String>,
    /// How many of the last groups are to be typed as a proof.
    pub last_groups: u32,
    /// The fingerprint of the keyring.
    pub fingerprint: String,
    /// The printable page, complete in itself.
    pub html: String,
}

impl fmt::Debug for KitView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KitView")
    }
}

/// Where the kit was saved, to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedKitView {
    /// The folder as it can be shown.
    pub folder: String,
    /// The file's name as it can be shown.
    pub name: String,
}
