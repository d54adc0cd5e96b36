//! Numbers that stand for words: the position in the list, for ever. New words go to the end.

use latchkey_messages::{
    CallOutcome, ChatKind, Delivery, Kind, NameSource, PartKind, Role, ViewOnce,
};

macro_rules! numbered {
    ($code:ident, $word:ident, $type:ident, [$($variant:ident),+ $(,)?], $fallback:ident) => {
        #[doc = concat!("The number that stands for a ", stringify!($type), ".")]
        pub(crate) fn $code(value: $type) -> i64 {
            const ALL: &[$type] = &[$($type::$variant),+];
            ALL.iter().position(|&known| known == value).and_then(|n| i64::try_from(n).ok()).unwrap_or(0)
        }
        #[doc = concat!("The ", stringify!($type), " that a number stands for.")]
        pub(crate) fn $word(code: i64) -> $type {
            const ALL: &[$type] = &[$($type::$variant),+];
            usize::try_from(code).ok().and_then(|n| ALL.get(n).copied()).unwrap_or($type::$fallback)
        }
    };
}

numbered!(
    kind_code,
    kind,
    Kind,
    [
        Unsupported,
        Text,
        Image,
        Video,
        VideoNote,
        Audio,
        Voice,
        Document,
        Sticker,
        Gif,
        Location,
        LiveLocation,
        Contact,
        Poll,
        Event,
        GroupInvite,
        System,
        Call,
        Revoked,
        ViewOnce,
        Album,
        Order,
        Payment,
        Template,
    ],
    Unsupported
);
numbered!(
    chat_kind_code,
    chat_kind,
    ChatKind,
    [
        Person, Group, Community, Channel, Broadcast, Status, Deleted
    ],
    Deleted
);
numbered!(
    delivery_code,
    delivery,
    Delivery,
    [Pending, Sent, Delivered, Read, Played],
    Pending
);
numbered!(
    outcome_code,
    outcome,
    CallOutcome,
    [Unknown, Answered, Missed, Declined, Unavailable],
    Unknown
);
// Best first: the smallest number wins.
numbered!(
    name_source_code,
    name_source,
    NameSource,
    [
        AddressBook,
        Contacts,
        Business,
        Push,
        LidDisplay,
        Label,
        Mention,
        SharedCard
    ],
    Mention
);

numbered!(
    part_kind_code,
    part_kind,
    PartKind,
    [Album, HdTwin, MotionClip, PollPicture, Comment],
    Comment
);
numbered!(role_code, role, Role, [Member, Admin, SuperAdmin], Member);
numbered!(
    view_once_code,
    view_once,
    ViewOnce,
    [Unopened, Opened, Expired],
    Unopened
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_survives_its_number() {
        for known in Kind::ALL {
            assert_eq!(kind(kind_code(known)), known);
        }
    }

    #[test]
    fn every_word_that_grew_later_survives_its_number() {
        for known in [
            PartKind::Album,
            PartKind::HdTwin,
            PartKind::MotionClip,
            PartKind::PollPicture,
            PartKind::Comment,
        ] {
            assert_eq!(part_kind(part_kind_code(known)), known);
        }
        for known in [Role::Member, Role::Admin, Role::SuperAdmin] {
            assert_eq!(role(role_code(known)), known);
        }
        assert_eq!(
            name_source(name_source_code(NameSource::SharedCard)),
            NameSource::SharedCard
        );
    }
}
