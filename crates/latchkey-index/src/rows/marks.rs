//! What the person put on messages and chats themselves.

use latchkey_messages::Kind;
use serde::Serialize;

use super::{ChatId, MessageId, is_false};

/// Bookmark, tags and note of one message or chat.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OwnMarks {
    /// Bookmarked; a chat: pinned to the top of the list.
    #[serde(skip_serializing_if = "is_false")]
    pub bookmark: bool,
    /// Tags, sorted, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// A note of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it was last changed; what is written gets the time of writing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<i64>,
}

/// A marked message, or a marked chat.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MarkedRow {
    /// The chat.
    pub chat: ChatId,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chat_name: Option<String>,
    /// The message; absent when the chat itself is marked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageId>,
    /// The message's place in the chat; a later import may change it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<u64>,
    /// The id that the message has in the phone's database.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Sender's clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<i64>,
    /// The message is the owner's own.
    #[serde(skip_serializing_if = "is_false")]
    pub from_me: bool,
    /// The sender's name, or `+number`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender_name: Option<String>,
    /// The message's kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// The beginning of the message's text (at most 200 characters).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What the person put there.
    #[serde(flatten)]
    pub marks: OwnMarks,
}

/// A tag and how often it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TagCount {
    /// The tag, as it was last written.
    pub tag: String,
    /// Messages and chats that have it.
    pub count: u64,
}
