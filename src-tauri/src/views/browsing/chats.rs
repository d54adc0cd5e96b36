//! The browser: chats, a page of messages, hits of a search. Texts are plain texts; the window never reads them as markup.

use serde::Serialize;
use ts_rs::TS;

use super::OwnMarksView;
use super::content::{
    ChannelView, ContentView, DisappearingView, MarkView, MentionView, PartView, RevokedView,
    ViewOnceView,
};

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
    /// What the group or channel says of itself.
    pub description: Option<String>,
    /// New messages disappear after this many seconds.
    pub disappearing: Option<u64>,
    /// The person is no longer in this group.
    pub left: bool,
    /// The chat of the community that this group belongs to.
    pub community: Option<i64>,
    /// What the person put on it; `bookmark` pins it to the top.
    pub marks: OwnMarksView,
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
    /// Reactions beyond those.
    pub reactions_more: u64,
    /// What only its kind of message has.
    pub content: Option<ContentView>,
    /// Where the text mentions somebody, in order.
    pub mentions: Vec<MentionView>,
    /// It is shown as a part of another message.
    pub part_of: Option<PartView>,
    /// Messages that are shown as parts of this one, in order.
    pub parts: Vec<i64>,
    /// It disappears, or would have.
    pub disappearing: Option<DisappearingView>,
    /// Pinned in the chat.
    pub pinned: Option<MarkView>,
    /// Kept by somebody although it disappears.
    pub kept: Option<MarkView>,
    /// It was deleted for everyone.
    pub revoked: Option<RevokedView>,
    /// A newer backup says that it was deleted for everyone; an older one still had it.
    pub deleted_later: bool,
    /// What became of view-once media.
    pub view_once: Option<ViewOnceView>,
    /// Sent through a broadcast list.
    pub broadcast: bool,
    /// Figures of a channel's post.
    pub channel: Option<ChannelView>,
    /// What the person put on it.
    pub marks: Option<OwnMarksView>,
}

/// The message that is answered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuotedView {
    /// Which, when it is in this history.
    pub message: Option<i64>,
    /// Its chat: a reply in private quotes a message of another one.
    pub chat: Option<i64>,
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
    /// It stands in a locked chat that is not shown: nothing else of it is given.
    pub hidden: bool,
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
    /// Pages of a document.
    pub pages: Option<u32>,
    /// What a voice message says, as the phone wrote it down.
    pub transcript: Option<String>,
    /// Loudness of a voice message over its length, one number a bar, 0 to 100.
    pub waveform: Option<Vec<u8>>,
    /// Whether the file is in the media folder.
    pub found: bool,
    /// Why the file is not there, where that is known.
    pub missing: Option<MissingView>,
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
    /// What it is since, where that is not the message's text.
    pub new_value: Option<String>,
    /// Names of groups that it speaks of.
    pub groups: Vec<String>,
    /// A timer that it speaks of, in seconds; 0 for off.
    pub seconds: Option<u64>,
    /// Devices that somebody added and removed.
    pub devices: Option<DevicesView>,
    /// Yes or no, where the code alone does not say: blocked, or the person is among those it speaks of.
    pub yes: Option<bool>,
}

/// How many devices somebody added and removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DevicesView {
    /// Added.
    pub added: u32,
    /// Removed.
    pub removed: u32,
}

/// Why a file is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MissingView {
    /// It could be seen once, and the phone keeps none.
    ViewOnce,
    /// The message was deleted for everyone, and its file with it.
    Deleted,
    /// It was moved to the cloud to make room on the phone.
    Offloaded,
    /// It was never on the phone.
    NeverDownloaded,
    /// Something unusable is in its place.
    Unreadable,
    /// No media folder was looked into yet.
    NotLookedFor,
    /// It is in no folder that was looked into.
    Absent,
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
    /// How many each chat has, of all there are; at least as many where `total_at_least`.
    pub chats: Vec<ChatHitsView>,
}

/// How many hits a chat has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChatHitsView {
    /// The chat.
    pub chat: i64,
    /// How many.
    pub hits: u64,
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
    /// The word of the command line.
    pub kind: String,
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
