//! What can hang on any message: files, quotations, notices, reactions, mentions, marks.

use latchkey_messages::{Kind, PartKind};
use serde::Serialize;

use super::{ChatId, MessageId, PersonId, is_false};
use crate::media::{FoundHow, MissingReason};

/// A file that a message carries. Paths and names are the source's words: never used as paths uncleaned.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MediaRow {
    /// The message that carries it.
    #[serde(skip)]
    pub message: MessageId,
    /// Path relative to the app's folder, as the source stored it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// File name shown to people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Media type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mime: Option<String>,
    /// Bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// Seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<u64>,
    /// Pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// Pages of a document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// SHA-256 of the plain file.
    #[serde(skip)]
    pub sha256: Option<[u8; 32]>,
    /// Where the file was found, relative to a media folder; absent while it was not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// How it was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found_how: Option<FoundHow>,
    /// Why it was not found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<MissingReason>,
    /// Whether this message's file was ever on the phone, where the source says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub downloaded: Option<bool>,
    /// The file was moved to the cloud to make room on the phone.
    #[serde(skip_serializing_if = "is_false")]
    pub offloaded: bool,
    /// Loudness of a voice note over its length, one byte a bar (0 to 100).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waveform: Option<Vec<u8>>,
    /// What a voice note says, as the phone wrote it down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transcript: Option<String>,
    /// The index itself holds a small picture of it.
    #[serde(skip_serializing_if = "is_false")]
    pub thumbnail: bool,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuotedRow {
    /// The quoted message, where the history has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageId>,
    /// Its chat, where the message is there; a reply in private quotes one of another chat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chat: Option<ChatId>,
    /// Its place in its chat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<u64>,
    /// The owner's own.
    pub from_me: bool,
    /// Who had sent it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender: Option<PersonId>,
    /// That person's name, or `+number`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender_name: Option<String>,
    /// Its kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Its text: the copy stored with the quotation, or the message's own; mentions stand in it as `@name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// What a system notice says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SystemRow {
    /// The source's action code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<i64>,
    /// Names (or `+number`) of the people it speaks of, in stored order; empty for one nobody can name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
    /// The same people, in the same order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub persons: Vec<PersonId>,
    /// The earlier value, for changes of names and the like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old_value: Option<String>,
    /// The later value, where it is not the message's text (a user name, a business's name).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_value: Option<String>,
    /// Names of groups that it speaks of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<String>,
    /// A timer that it speaks of, seconds; 0 for off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u64>,
    /// Devices that were added and removed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub devices: Option<DevicesRow>,
    /// Yes or no, where the code alone does not say: blocked, or the owner is among the people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub yes: Option<bool>,
}

/// How many devices a person added and removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DevicesRow {
    /// Added.
    pub added: u32,
    /// Removed.
    pub removed: u32,
}

/// One person's reaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReactionRow {
    /// The emoji.
    pub emoji: String,
    /// The owner's own.
    pub from_me: bool,
    /// Who; absent for the owner's own and where it is unknowable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender: Option<PersonId>,
    /// That person's name, or `+number`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender_name: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<i64>,
}

/// A mention in the text: `@` and a name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MentionRow {
    /// Where it begins in the text, bytes; at the `@`.
    pub start: usize,
    /// Where it ends, bytes.
    pub end: usize,
    /// Whom it means; absent for everyone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The name that stands there; absent where nobody can know one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// What a message is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PartRow {
    /// The other message.
    pub message: MessageId,
    /// What sort of part.
    pub kind: PartKind,
}

/// A message that disappears.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct DisappearingRow {
    /// After this many seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u64>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<i64>,
}

/// Something that somebody did to a message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MarkRow {
    /// The owner's own.
    pub from_me: bool,
    /// Who; absent for the owner's own and where it is unknowable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender: Option<PersonId>,
    /// That person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender_name: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<i64>,
}

/// A message that was deleted for everyone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RevokedRow {
    /// An admin deleted it, not its sender.
    #[serde(skip_serializing_if = "is_false")]
    pub by_admin: bool,
    /// That admin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub admin: Option<PersonId>,
    /// The admin's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub admin_name: Option<String>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<i64>,
    /// What it said, from the copy that a reply kept: never the message's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept_text: Option<String>,
}

/// Figures of a channel's post.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ChannelRow {
    /// How often it was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub views: Option<u64>,
    /// Reactions as the channel counted them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reactions: Vec<CountedReaction>,
}

/// A reaction and how many gave it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CountedReaction {
    /// The emoji.
    pub emoji: String,
    /// How many.
    pub count: u64,
}
