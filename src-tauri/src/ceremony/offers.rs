//! What authenticators this computer has, for the window.

use latchkey_passkey::{AuthenticatorKind as Kind, Computer, Offer, PinState as Pin, Posture};
use latchkey_restore::absence_word;

use super::kind_of;
use crate::views::{
    Absence, AuthenticatorKind, AuthenticatorView, PinState, PostureView, TpmPostureView,
};

/// What there is, best first.
pub fn offers(computer: &mut Computer) -> Vec<AuthenticatorView> {
    computer.offers().into_iter().map(offer).collect()
}

/// A kind from the window.
pub fn view_kind(kind: AuthenticatorKind) -> Kind {
    match kind {
        AuthenticatorKind::SecurityKey => Kind::SecurityKey,
        AuthenticatorKind::Tpm => Kind::Tpm,
        AuthenticatorKind::Phone => Kind::Phone,
        AuthenticatorKind::Software => Kind::Software,
    }
}

fn offer(offer: Offer) -> AuthenticatorView {
    AuthenticatorView {
        kind: kind_of(offer.kind),
        ready: offer.absence.is_none(),
        absence: offer.absence.map(absence_word).map(Absence::of_word),
        postures: offer.postures.into_iter().map(posture).collect(),
    }
}

fn posture(posture: Posture) -> PostureView {
    PostureView {
        kind: kind_of(posture.kind),
        model: posture.model,
        firmware: posture.firmware,
        pin: match posture.pin {
            Pin::Set => PinState::Set,
            Pin::NotSet => PinState::NotSet,
            Pin::Unsupported => PinState::Unsupported,
        },
        min_pin_length: posture.min_pin_length,
        pin_retries: posture.pin_retries,
        built_in_verification: posture.built_in_verification,
        always_verifies: posture.always_verifies,
        prf: posture.prf,
        synced: posture.synced,
        transports: posture.transports,
        tpm: posture.tpm.map(|tpm| TpmPostureView {
            failures: tpm.failures,
            max_failures: tpm.max_failures,
            forgiven_after: tpm.forgiven_after,
            lockout_guarded: tpm.lockout_guarded,
        }),
    }
}
