//! The source's numbers for kinds of messages and for delivery (Android; the iPhone's numbers differ).
//!
//! Numbers without two sources or one good one stay [`Kind::Unsupported`], with their number.

use crate::{CallOutcome, Delivery, Kind};

/// A row that the app itself never displays.
pub(crate) const NEVER_DISPLAYED: i64 = 116;
/// A system notice that the app itself never displays.
pub(crate) const NEVER_DISPLAYED_ACTION: i64 = 60;
/// A call that was missed, from before call entries had rows of their own.
pub(crate) const MISSED_CALL: i64 = 10;

/// The kind of `message.message_type` (legacy `messages.media_wa_type`); `recorded` when the app itself recorded it.
pub(crate) fn kind_of(number: Option<i64>, recorded: bool, has_text: bool) -> Kind {
    let Some(number) = number else {
        return if has_text {
            Kind::Text
        } else {
            Kind::Unsupported
        };
    };
    match number {
        0 | 103 => Kind::Text,
        1 => Kind::Image,
        2 if recorded => Kind::Voice,
        2 => Kind::Audio,
        3 => Kind::Video,
        4 | 14 => Kind::Contact,
        5 => Kind::Location,
        7 | 36 | 56 | 88 | 112 => Kind::System,
        8 | MISSED_CALL | 90 => Kind::Call,
        9 => Kind::Document,
        13 => Kind::Gif,
        15 | 64 => Kind::Revoked,
        16 => Kind::LiveLocation,
        20 => Kind::Sticker,
        23 | 44 => Kind::Order,
        24 | 94 => Kind::GroupInvite,
        25..=28 | 32 | 45 | 46 | 49 | 55 | 57 => Kind::Template,
        42 | 43 | 82 => Kind::ViewOnce,
        66 | 106 => Kind::Poll,
        81 => Kind::VideoNote,
        92 => Kind::Event,
        99 => Kind::Album,
        _ => Kind::Unsupported,
    }
}

/// The kind carries a file.
pub(crate) fn has_file(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Image
            | Kind::Video
            | Kind::VideoNote
            | Kind::Audio
            | Kind::Voice
            | Kind::Document
            | Kind::Sticker
            | Kind::Gif
            | Kind::ViewOnce
    )
}

/// How far a message got, from `status`.
pub(crate) fn delivery_of(status: Option<i64>, from_me: bool) -> Option<Delivery> {
    match (status?, from_me) {
        (0 | 1, true) => Some(Delivery::Pending),
        (4, true) => Some(Delivery::Sent),
        (5, true) => Some(Delivery::Delivered),
        (13, true) | (17, false) => Some(Delivery::Read),
        (8, true) | (8..=10, false) => Some(Delivery::Played),
        _ => None,
    }
}

/// How a call ended, from `call_result`; a duration says it surely.
pub(crate) fn outcome_of(result: Option<i64>, duration: u64) -> CallOutcome {
    match result {
        _ if duration > 0 => CallOutcome::Answered,
        Some(5) => CallOutcome::Answered,
        Some(2) => CallOutcome::Missed,
        Some(4) => CallOutcome::Declined,
        Some(3) => CallOutcome::Unavailable,
        _ => CallOutcome::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_audio_recorded_in_the_app_is_a_voice_note() {
        assert_eq!(kind_of(Some(2), true, false), Kind::Voice);
        assert_eq!(kind_of(Some(2), false, false), Kind::Audio);
    }

    #[test]
    fn unknown_numbers_stay_unsupported() {
        for number in [-7, 11, 62, 110, 118, 9999, i64::MAX, i64::MIN] {
            assert_eq!(
                kind_of(Some(number), false, true),
                Kind::Unsupported,
                "{number}"
            );
        }
    }

    #[test]
    fn every_kind_but_payments_has_a_number() {
        for kind in Kind::ALL {
            let reached = (0..200).any(|number| {
                kind_of(Some(number), false, false) == kind
                    || kind_of(Some(number), true, false) == kind
            });
            assert_eq!(reached, kind != Kind::Payment, "{kind:?}");
        }
    }

    #[test]
    fn a_duration_outweighs_the_result() {
        assert_eq!(outcome_of(Some(2), 30), CallOutcome::Answered);
        assert_eq!(outcome_of(Some(2), 0), CallOutcome::Missed);
        assert_eq!(outcome_of(Some(99), 0), CallOutcome::Unknown);
    }
}
