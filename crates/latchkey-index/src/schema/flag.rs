//! Bits of `message.flags`: what a message is, and which tables have something of it, so that a page looks only there.
//!
//! The lowest eight also stand in the text index, to filter by.

use latchkey_messages::{Delivery, ViewOnce};

use super::words::{delivery, delivery_code, view_once, view_once_code};

pub(crate) const FROM_ME: i64 = 1;
pub(crate) const STARRED: i64 = 2;
pub(crate) const DELETED_LATER: i64 = 4;
pub(crate) const MEDIA: i64 = 8;
pub(crate) const QUOTE: i64 = 16;
pub(crate) const NOTICE: i64 = 32;
pub(crate) const REACTIONS: i64 = 64;
pub(crate) const LINK: i64 = 128;
/// Three bits: 0 nothing known, else one more than the delivery's number.
const DELIVERY_SHIFT: u32 = 8;
pub(crate) const DELIVERY: i64 = 7 << DELIVERY_SHIFT;
pub(crate) const RECEIPTS: i64 = 1 << 11;
pub(crate) const MENTIONS: i64 = 1 << 12;
pub(crate) const PART: i64 = 1 << 13;
pub(crate) const DISAPPEARING: i64 = 1 << 14;
pub(crate) const PLACE: i64 = 1 << 15;
pub(crate) const CONTACTS: i64 = 1 << 16;
pub(crate) const POLL: i64 = 1 << 17;
pub(crate) const EVENT: i64 = 1 << 18;
pub(crate) const INVITE: i64 = 1 << 19;
pub(crate) const BUSINESS: i64 = 1 << 20;
/// Pinned or kept.
pub(crate) const MARKS: i64 = 1 << 21;
pub(crate) const REVOKED: i64 = 1 << 22;
pub(crate) const CHANNEL: i64 = 1 << 23;
pub(crate) const BROADCAST: i64 = 1 << 24;
/// Two bits, as the delivery's.
const VIEW_ONCE_SHIFT: u32 = 25;
pub(crate) const VIEW_ONCE: i64 = 3 << VIEW_ONCE_SHIFT;

/// The delivery in a message's flags.
pub(crate) fn delivery_of(flags: i64) -> Option<Delivery> {
    let code = (flags & DELIVERY) >> DELIVERY_SHIFT;
    (code > 0).then(|| delivery(code - 1))
}

/// The bits of `flags` for a delivery.
pub(crate) fn delivery_bits(value: Option<Delivery>) -> i64 {
    value.map_or(0, |value| (delivery_code(value) + 1) << DELIVERY_SHIFT)
}

/// What became of view-once media, in a message's flags.
pub(crate) fn view_once_of(flags: i64) -> Option<ViewOnce> {
    let code = (flags & VIEW_ONCE) >> VIEW_ONCE_SHIFT;
    (code > 0).then(|| view_once(code - 1))
}

/// The bits of `flags` for view-once media.
pub(crate) fn view_once_bits(value: Option<ViewOnce>) -> i64 {
    value.map_or(0, |value| (view_once_code(value) + 1) << VIEW_ONCE_SHIFT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_several_values_survives_the_flags() {
        let flags = delivery_bits(Some(Delivery::Played)) | FROM_ME;
        assert_eq!(delivery_of(flags), Some(Delivery::Played));
        assert_eq!(delivery_of(delivery_bits(None) | !DELIVERY), None);
        let flags = view_once_bits(Some(ViewOnce::Expired)) | BROADCAST;
        assert_eq!(view_once_of(flags), Some(ViewOnce::Expired));
        assert_eq!(view_once_of(!VIEW_ONCE), None);
    }
}
