//! The person's own bookmarks, tags and notes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the person put on a message or a chat.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OwnMarksView {
    /// Bookmarked; a chat: pinned to the top of the list.
    pub bookmark: bool,
    /// Tags, sorted, each once.
    pub tags: Vec<String>,
    /// A note of their own.
    pub note: Option<String>,
    /// When it was last changed, in milliseconds UTC; ignored on the way in.
    #[serde(default)]
    pub changed_at: Option<i64>,
}

/// A marked message or chat in the list of marks, the last changed first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MarkedView {
    /// The chat.
    pub chat: i64,
    /// Its name.
    pub chat_name: Option<String>,
    /// The message; absent when the chat itself is marked.
    pub message: Option<i64>,
    /// The message's place in the chat.
    pub position: Option<u64>,
    /// The message's time, in milliseconds UTC.
    pub sent_at: Option<i64>,
    /// Whether the person wrote the message.
    pub from_me: bool,
    /// Who wrote the message.
    pub sender_name: Option<String>,
    /// The message's kind.
    pub kind: Option<String>,
    /// The beginning of the message's text.
    pub text: Option<String>,
    /// What the person put there.
    pub marks: OwnMarksView,
}

/// A page of the marks, and every tag there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MarksPageView {
    /// How many marks the search finds.
    pub total: u64,
    /// This page.
    pub marked: Vec<MarkedView>,
    /// Every tag, the most used first.
    pub tags: Vec<TagView>,
}

/// A tag and how often it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TagView {
    /// The tag.
    pub tag: String,
    /// How often.
    pub count: u64,
}
