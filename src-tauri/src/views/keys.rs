//! The ways into a history: slots, advice, the loss drill. No credential crosses; generated words do, once, to be written down.

use std::fmt;

use serde::Serialize;
use ts_rs::TS;

use super::AuthenticatorKind;

/// One way in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SlotView {
    /// Stands for it in later commands.
    pub id: String,
    /// What opens it.
    pub kind: SlotKind,
    /// For a passkey: what holds it, where this version knows it.
    pub authenticator: Option<AuthenticatorKind>,
    /// The person's own name for it.
    pub label: String,
    /// Milliseconds UTC.
    pub created: i64,
    /// When it last opened the keyring, in milliseconds UTC.
    pub last_tested: Option<i64>,
    /// For a passkey: may be synced, or is bound to its device.
    pub synced: Option<bool>,
    /// An organisation keeps it.
    pub organisation: bool,
    /// The history was opened with it.
    pub opened_with: bool,
}

/// What opens a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SlotKind {
    /// A recovery kit, or an organisation's key.
    Recovery,
    /// Six words.
    Passphrase,
    /// A passkey.
    Passkey,
    /// Of a later version.
    Unknown,
}

/// A history on this computer whose keyring may fit a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FittingView {
    /// The history's id.
    pub history: String,
    /// Milliseconds UTC.
    pub last_opened: Option<i64>,
    /// Its ways in.
    pub slots: Vec<SlotView>,
}

/// Whether somebody vouches for who signed the open history's keyring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VouchingView {
    /// Somebody does: pins, a restore on this computer, or the person.
    pub trusted: bool,
    /// The fingerprint to compare.
    pub fingerprint: String,
}

/// The Keys screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeysView {
    /// The ways in.
    pub slots: Vec<SlotView>,
    /// What should be done about them.
    pub advice: Vec<AdviceView>,
    /// Fingerprint of who signs the keyring.
    pub fingerprint: String,
    /// The keyring's own name.
    pub keyring: String,
    /// Counts its changes.
    pub generation: u64,
}

/// Something that should be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AdviceView {
    /// What.
    pub what: AdviceKind,
    /// About which slot.
    pub slot: Option<String>,
}

/// What should be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AdviceKind {
    /// A second passkey.
    OnlyOnePasskey,
    /// A first one.
    NoPasskey,
    /// A test: it was not tested for half a year.
    Untested,
    /// A recovery kit.
    NoKit,
    /// A test of the kit.
    KitUntested,
    /// A real passkey: there are only demonstration ones.
    SoftwareOnly,
}

/// Six generated words, shown once so that they can be written down. Prints as its name only.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PassphraseView {
    /// In their order.
    pub words: Vec<String>,
}

impl fmt::Debug for PassphraseView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PassphraseView")
    }
}

/// How far a removal is in writing the databases anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RekeyProgressView {
    /// Done.
    pub done: u64,
    /// Altogether; 0 until it is known.
    pub total: u64,
}

/// What a loss would mean for this keyring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DrillView {
    /// The loss.
    pub loss: Loss,
    /// What is left.
    pub verdict: DrillVerdict,
    /// Slots that would open nothing any more.
    pub affected: Vec<String>,
    /// Slots that would still open it.
    pub still_open: Vec<String>,
}

/// A loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Loss {
    /// The phone is gone.
    PhoneLost,
    /// The security key is gone.
    SecurityKeyLost,
    /// This computer does not start any more.
    ComputerDead,
    /// A PIN is blocked.
    PinBlocked,
}

/// What is left after a loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DrillVerdict {
    /// Nothing depends on it.
    NotAffected,
    /// Another passkey.
    OtherPasskey,
    /// The recovery kit alone.
    KitOnly,
    /// The words alone.
    PassphraseOnly,
    /// Nothing.
    Nothing,
}
