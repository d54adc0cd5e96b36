//! What people did to a message, and what it is a part of.

use serde::{Deserialize, Serialize};

use super::{PersonId, RowId};

/// A mention in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The digits after the `@`, as they stand in the text.
    pub digits: String,
    /// Whom they mean; `None` for everyone (whose digits are empty), for a group and where it is unknowable.
    pub person: Option<PersonId>,
    /// The name that was stored with the mention.
    pub name: Option<String>,
}

/// What a message is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartOf {
    /// Row of the other message in this source.
    pub row: RowId,
    /// What sort of part.
    pub kind: PartKind,
}

/// What sort of part a message is of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// A picture or film of an album.
    Album,
    /// The same picture or film in better quality.
    HdTwin,
    /// The film of a moving picture.
    MotionClip,
    /// The picture of a poll's option.
    PollPicture,
    /// A comment on a post.
    Comment,
}

impl PartKind {
    /// A folded message stands inside the other one; a comment stands on its own.
    #[must_use]
    pub fn folded(self) -> bool {
        self != Self::Comment
    }

    /// The word for it in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Album => "album",
            Self::HdTwin => "hd_twin",
            Self::MotionClip => "motion_clip",
            Self::PollPicture => "poll_picture",
            Self::Comment => "comment",
        }
    }
}

/// A message that disappears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Disappearing {
    /// After this many seconds.
    pub seconds: Option<u64>,
    /// Milliseconds UTC.
    pub expires_at: Option<i64>,
}

/// Something that somebody did to a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The owner did.
    pub from_me: bool,
    /// Who; `None` for the owner and where it is unknowable.
    pub sender: Option<PersonId>,
    /// Milliseconds UTC.
    pub at: Option<i64>,
}

/// A message that was deleted for everyone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Revoked {
    /// The admin who deleted it, if it was not its sender.
    pub by_admin: bool,
    /// That admin, where known.
    pub admin: Option<PersonId>,
    /// Milliseconds UTC.
    pub at: Option<i64>,
    /// Key id that the message had before, by which replies still quote it.
    pub original_key_id: Option<String>,
}

/// What became of view-once media.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ViewOnce {
    /// Not opened.
    Unopened,
    /// Opened.
    Opened,
    /// Nobody opened it in time.
    Expired,
}

/// When a message reached one person. Milliseconds UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// Who.
    pub person: PersonId,
    /// It arrived.
    pub delivered_at: Option<i64>,
    /// It was opened.
    pub read_at: Option<i64>,
    /// It was played.
    pub played_at: Option<i64>,
}

/// Figures of a channel's post.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChannelFigures {
    /// How often it was seen.
    pub views: Option<u64>,
    /// Reactions, counted by the channel: emoji and how many.
    pub reactions: Vec<(String, u64)>,
}

/// One person's reaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reaction {
    /// The emoji.
    pub emoji: String,
    /// The owner's own.
    pub from_me: bool,
    /// Who; `None` for the owner's own and where it is unknowable.
    pub sender: Option<PersonId>,
    /// Milliseconds UTC.
    pub at: Option<i64>,
}
