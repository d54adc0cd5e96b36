//! What a ceremony says and asks, and what authenticators this computer has. A PIN never crosses as JSON, and a moment is never printed.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A kind of authenticator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AuthenticatorKind {
    /// A security key over USB.
    SecurityKey,
    /// This computer's TPM.
    Tpm,
    /// A phone that scans a QR code.
    Phone,
    /// A PIN-hardened file, for demonstrations only.
    Software,
}

/// Why there is no authenticator of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Absence {
    /// No security key is plugged in.
    NotPluggedIn,
    /// A key is there, but this user may not talk to it.
    UsbAccess,
    /// This computer has no TPM 2.0.
    NoTpm,
    /// There is a TPM, but this user may not use it.
    TpmAccess,
    /// The program for the TPM or its libraries are not installed.
    NoTpmHelper,
    /// No Bluetooth adapter, or it is off.
    NoBluetooth,
    /// The passkey's file is not on this computer.
    NotOnThisComputer,
    /// Not built for this system, or not asked for.
    NotSupported,
}

impl Absence {
    /// Every reason.
    pub const ALL: [Self; 8] = [
        Self::NotPluggedIn,
        Self::UsbAccess,
        Self::NoTpm,
        Self::TpmAccess,
        Self::NoTpmHelper,
        Self::NoBluetooth,
        Self::NotOnThisComputer,
        Self::NotSupported,
    ];

    /// From its word.
    pub fn of_word(word: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|absence| absence.as_str() == word)
            .unwrap_or(Self::NotSupported)
    }

    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotPluggedIn => "not_plugged_in",
            Self::UsbAccess => "usb_access",
            Self::NoTpm => "no_tpm",
            Self::TpmAccess => "tpm_access",
            Self::NoTpmHelper => "no_tpm_helper",
            Self::NoBluetooth => "no_bluetooth",
            Self::NotOnThisComputer => "not_on_this_computer",
            Self::NotSupported => "not_supported",
        }
    }
}

/// What the person is to do, what happens, or what is asked. It can hold a QR code that admits a phone: it prints as its name only.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
#[serde(
    tag = "kind",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
pub enum MomentView {
    /// Plug the security key in.
    PlugIn,
    /// Several keys blink: touch the one that is meant.
    TouchOne {
        /// How many.
        of: u32,
    },
    /// Touch the security key.
    Touch,
    /// Put the finger on the key's reader.
    Fingerprint {
        /// Tries left, where the key says.
        retries: Option<u8>,
        /// The last one was not recognised.
        again: bool,
    },
    /// Scan this with the phone.
    ScanQr {
        /// The drawn code: dark on white with its quiet zone.
        svg: String,
        /// To make a passkey, or to use one.
        creates: bool,
    },
    /// The phone was seen by Bluetooth.
    PhoneSeen,
    /// The phone is connected and asks its owner.
    PhoneConnected,
    /// Nothing to do.
    Working {
        /// What is at work.
        authenticator: AuthenticatorKind,
    },
    /// Take away what was shown.
    Over,
    /// Type the PIN; answered by `ceremony_pin`.
    Pin {
        /// Which question this is; the answer says it back.
        question: u32,
        /// Of what.
        authenticator: AuthenticatorKind,
        /// To use it or to choose it.
        purpose: PinPurpose,
        /// Tries left, where that is known.
        retries: Option<u8>,
        /// The one typed before was wrong.
        was_wrong: bool,
        /// Fewest characters.
        min_length: u8,
        /// Digits alone are not enough.
        not_only_digits: bool,
    },
    /// Few tries are left: try all the same? Answered by `ceremony_confirm`.
    LastTries {
        /// Which question this is; the answer says it back.
        question: u32,
        /// Of what.
        authenticator: AuthenticatorKind,
        /// How many.
        retries: u8,
    },
    /// The network would be used: go on? Answered by `ceremony_confirm`.
    UseNetwork {
        /// Which question this is; the answer says it back.
        question: u32,
        /// The server.
        host: String,
    },
}

impl fmt::Debug for MomentView {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MomentView")
    }
}

/// Why a PIN is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PinPurpose {
    /// The one that is set.
    Use,
    /// The first one, to be typed twice.
    Choose,
}

/// One kind of authenticator on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuthenticatorView {
    /// Which kind.
    pub kind: AuthenticatorKind,
    /// Whether it can be used now.
    pub ready: bool,
    /// Why not.
    pub absence: Option<Absence>,
    /// The devices of this kind, as far as they can be asked silently.
    pub postures: Vec<PostureView>,
}

/// How well a device protects, as far as it says so itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PostureView {
    /// Which kind.
    pub kind: AuthenticatorKind,
    /// Its model, where it says.
    pub model: Option<String>,
    /// Its firmware, where it says.
    pub firmware: Option<String>,
    /// Whether a PIN is set.
    pub pin: PinState,
    /// Fewest characters of a PIN.
    pub min_pin_length: u8,
    /// Tries left, where it can be asked.
    pub pin_retries: Option<u8>,
    /// A fingerprint or the like: absent, not set up, or set up.
    pub built_in_verification: Option<bool>,
    /// Verifies its person always.
    pub always_verifies: bool,
    /// Can keep a secret for a backup.
    pub prf: bool,
    /// Synced or bound to the device, where that is known.
    pub synced: Option<bool>,
    /// WebAuthn words.
    pub transports: Vec<String>,
    /// For a TPM.
    pub tpm: Option<TpmPostureView>,
}

/// Whether a PIN is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PinState {
    /// It is.
    Set,
    /// It could be.
    NotSet,
    /// It has none.
    Unsupported,
}

/// A TPM's protection against guessing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TpmPostureView {
    /// Wrong tries counted now.
    pub failures: u32,
    /// Wrong tries until it locks.
    pub max_failures: u32,
    /// Seconds until one is forgiven.
    pub forgiven_after: u32,
    /// Whether the lockout itself is guarded.
    pub lockout_guarded: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_crosses_with_the_windows_names_and_prints_none() {
        let moment = MomentView::Pin {
            question: 3,
            authenticator: AuthenticatorKind::SecurityKey,
            purpose: PinPurpose::Use,
            retries: Some(7),
            was_wrong: true,
            min_length: 4,
            not_only_digits: false,
        };
        assert_eq!(
            serde_json::to_value(&moment).unwrap(),
            serde_json::json!({
                "kind": "pin", "question": 3, "authenticator": "security_key", "purpose": "use", "retries": 7,
                "wasWrong": true, "minLength": 4, "notOnlyDigits": false
            })
        );
        assert_eq!(format!("{moment:?}"), "MomentView");
    }

    #[test]
    fn the_word_of_every_absence_is_what_serde_writes() {
        for absence in Absence::ALL {
            assert_eq!(serde_json::to_value(absence).unwrap(), absence.as_str());
        }
    }
}
