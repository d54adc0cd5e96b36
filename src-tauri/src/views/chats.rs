//! The browser: chats, a page of messages, hits of a search. Texts are plain texts; the window never reads them as markup.

use serde::Serialize;
use ts_rs::TS;

/// A row of the chat list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChatView {
    /// Stable in this history.
    pub id: i64,
    /// The best name that is known.
    pub name: Option<String>,
    /// The number or address as it can be shown.
    pub address: String,
    /// What sort of chat.
    pub kind: ChatKind,
    /// How many messages.
    pub messages: u64,
    /// The first message, in milliseconds UTC.
    pub first_at: Option<i64>,
    /// The last message, in milliseconds UTC.
    pub last_at: Option<i64>,
    /// The beginning of the last message's text.
    pub last_text: Option<String>,
    /// The last message's kind.
    pub last_kind: Option<String>,
    /// Whether the person wrote it.
    pub last_from_me: bool,
    /// How many were unread on the phone.
    pub unread: u64,
    /// Archived on the phone.
    pub archived: bool,
    /// Locked on the phone.
    pub locked: bool,
}

/// The sorts of chats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChatKind {
    /// With one person.
    Person,
    /// A group.
    Group,
    /// A community.
    Community,
    /// A channel.
    Channel,
    /// A broadcast list.
    Broadcast,
    /// Status updates.
    Status,
    /// Messages of chats that were deleted.
    Deleted,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MessageView {
    /// Stable in this history.
    pub id: i64,
    /// Its place in the chat, from 0, without gaps.
    pub position: u64,
    /// Milliseconds UTC.
    pub sent_at: Option<i64>,
    /// Whether the person wrote it.
    pub from_me: bool,
    /// Who wrote it.
    pub sender: Option<i64>,
    /// The best name that is known.
    pub sender_name: Option<String>,
    /// 0 to 7, the same for a person everywhere.
    pub hue: u8,
    /// The word of the command line.
    pub kind: String,
    /// The number in the source, for kinds this version does not know.
    pub raw_kind: Option<i64>,
    /// Text or caption.
    pub text: Option<String>,
    /// Starred on the phone.
    pub starred: bool,
    /// How often it was forwarded.
    pub forwarded: Option<u32>,
    /// When it was edited, in milliseconds UTC.
    pub edited_at: Option<i64>,
    /// What it answers.
    pub quoted: Option<QuotedView>,
    /// A picture or file.
    pub media: Option<MediaView>,
    /// A note by the app.
    pub system: Option<SystemView>,
    /// Reactions.
    pub reactions: Vec<ReactionView>,
}

/// The message that is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuotedView {
    /// Which, when it is in this history.
    pub message: Option<i64>,
    /// Where in its chat.
    pub position: Option<u64>,
    /// Who wrote it.
    pub sender_name: Option<String>,
    /// Whether the person wrote it.
    pub from_me: bool,
    /// Its text as it was quoted.
    pub text: Option<String>,
    /// Its kind.
    pub kind: Option<String>,
}

/// A picture or file of a message.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MediaView {
    /// The name it was sent under.
    pub name: Option<String>,
    /// The type it claims.
    pub mime: Option<String>,
    /// Bytes.
    pub size: Option<u64>,
    /// Seconds.
    pub duration: Option<u64>,
    /// Pixels.
    pub width: Option<u32>,
    /// Pixels.
    pub height: Option<u32>,
    /// Whether the file is in the media folder.
    pub found: bool,
    /// Whether `picture://localhost/<message id>` has something to show.
    pub picture: bool,
}

/// A note by the app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SystemView {
    /// Its number in the source.
    pub action: Option<i64>,
    /// Who it is about.
    pub people: Vec<String>,
    /// What it was before.
    pub old_value: Option<String>,
}

/// A reaction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReactionView {
    /// The emoji.
    pub emoji: String,
    /// Whether the person gave it.
    pub from_me: bool,
    /// Who gave it.
    pub sender_name: Option<String>,
}

/// A page of a search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HitsView {
    /// How many there are.
    pub total: u64,
    /// There may be more than `total`.
    pub total_at_least: bool,
    /// This page.
    pub hits: Vec<HitView>,
}

/// One hit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HitView {
    /// The chat it is in.
    pub chat: i64,
    /// The chat's name.
    pub chat_name: Option<String>,
    /// The message.
    pub message: i64,
    /// Its place in the chat.
    pub position: u64,
    /// Milliseconds UTC.
    pub sent_at: Option<i64>,
    /// Who wrote it.
    pub sender_name: Option<String>,
    /// Whether the person wrote it.
    pub from_me: bool,
    /// The words around the hit.
    pub snippet: Vec<SnippetPart>,
}

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SnippetPart {
    /// Plain text.
    pub text: String,
    /// Whether it is what was looked for.
    pub hit: bool,
}
