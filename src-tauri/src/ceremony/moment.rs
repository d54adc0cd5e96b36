//! Moments and questions of a ceremony as the window shows them.

use latchkey_passkey::{
    AuthenticatorKind as Kind, Moment, PinPurpose as Purpose, PinRequest, Question,
};

use super::qr;
use crate::views::{AuthenticatorKind, MomentView, PinPurpose};

/// A moment; nothing for one this version has no words for.
pub fn view(moment: &Moment) -> Option<MomentView> {
    Some(match moment {
        Moment::PlugIn => MomentView::PlugIn,
        Moment::TouchOne { of } => MomentView::TouchOne {
            of: u32::try_from(*of).unwrap_or(u32::MAX),
        },
        Moment::Touch => MomentView::Touch,
        Moment::Fingerprint { retries, again } => MomentView::Fingerprint {
            retries: *retries,
            again: *again,
        },
        Moment::ScanQr { link, creates } => MomentView::ScanQr {
            svg: qr::svg(link)?,
            creates: *creates,
        },
        Moment::PhoneSeen => MomentView::PhoneSeen,
        Moment::PhoneConnected => MomentView::PhoneConnected,
        Moment::Working(kind) => MomentView::Working {
            authenticator: kind_of(*kind),
        },
        Moment::Over => MomentView::Over,
        _ => return None,
    })
}

/// The question for a PIN, under its number.
pub fn pin(request: &PinRequest, question: u32) -> MomentView {
    MomentView::Pin {
        question,
        authenticator: kind_of(request.authenticator),
        purpose: match request.purpose {
            Purpose::Use => PinPurpose::Use,
            Purpose::Choose => PinPurpose::Choose,
        },
        retries: request.retries,
        was_wrong: request.was_wrong,
        min_length: request.min_length,
        not_only_digits: request.not_only_digits,
    }
}

/// A yes or no; nothing for a question this version has no words for, which means no.
pub fn question(asked: &Question, question: u32) -> Option<MomentView> {
    Some(match asked {
        Question::LastTries {
            authenticator,
            retries,
        } => MomentView::LastTries {
            question,
            authenticator: kind_of(*authenticator),
            retries: *retries,
        },
        Question::UseNetwork { host } => MomentView::UseNetwork {
            question,
            host: host.clone(),
        },
        _ => return None,
    })
}

/// A kind for the window.
pub fn kind_of(kind: Kind) -> AuthenticatorKind {
    match kind {
        Kind::SecurityKey => AuthenticatorKind::SecurityKey,
        Kind::Tpm => AuthenticatorKind::Tpm,
        Kind::Phone => AuthenticatorKind::Phone,
        Kind::Software => AuthenticatorKind::Software,
    }
}
