//! What the index gives back: the rows of lists and pages, serialised with the names of `docs/cli.md`.
//!
//! Absent fields are left out of JSON; times are milliseconds UTC. Wherever a person is named, the name is their best
//! name, or `+number`, and absent where nobody can know either.

mod attached;
mod content;
mod marks;
mod people;

use latchkey_messages::{ChatKind, Delivery, Kind, ViewOnce};
use serde::{Deserialize, Serialize};

pub use attached::*;
pub use content::*;
pub use marks::*;
pub use people::*;

/// A chat of the history; never changes, whatever is imported later.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct ChatId(pub i64);

/// A message of the history; never changes, whatever is imported later.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct MessageId(pub i64);

/// A person of the history; never changes, whatever is imported later.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct PersonId(pub i64);

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde's skip_serializing_if wants a reference"
)]
fn is_zero(value: &u64) -> bool {
    *value == 0
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde's skip_serializing_if wants a reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}

/// One line of the chat list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChatRow {
    /// The chat.
    pub id: ChatId,
    /// Subject, or the person's name, or `+number`; absent where nobody can know one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The chat's address, as the app knows it.
    pub address: String,
    /// What sort of chat it is.
    pub kind: ChatKind,
    /// Messages in it; positions run from 0 to one less.
    pub messages: u64,
    /// Oldest date in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_at: Option<i64>,
    /// Newest date in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_at: Option<i64>,
    /// Beginning of the last message's text (at most 200 characters).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_text: Option<String>,
    /// Kind of the last message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_kind: Option<Kind>,
    /// The last message is the owner's.
    pub last_from_me: bool,
    /// Messages the owner had not opened when the newest backup was made.
    pub unread: u64,
    /// In the archive.
    pub archived: bool,
    /// Behind the app's chat lock.
    pub locked: bool,
    /// The app shows no thread for it.
    #[serde(skip_serializing_if = "is_false")]
    pub hidden: bool,
    /// The other person of a chat between two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Address of the community that this group belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub community: Option<String>,
    /// The chat of that community, where the history has one.
    #[serde(skip)]
    pub community_chat: Option<ChatId>,
    /// What the group or channel says of itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// New messages disappear after this many seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disappearing: Option<u64>,
    /// The owner is no longer in this group.
    #[serde(skip_serializing_if = "is_false")]
    pub left: bool,
}

/// One message as a page shows it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MessageRow {
    /// The message.
    pub id: MessageId,
    /// Its chat.
    pub chat: ChatId,
    /// Its place in the chat, from 0; a later import may change it.
    pub position: u64,
    /// Sender's clock; absent where the source had no possible date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<i64>,
    /// When the phone received it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_at: Option<i64>,
    /// Sent by the owner.
    pub from_me: bool,
    /// Who sent it; absent for the owner's own and where it is unknowable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender: Option<PersonId>,
    /// The sender's name, or `+number`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender_name: Option<String>,
    /// Kind.
    pub kind: Kind,
    /// The source's number for a kind that this version does not know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw_kind: Option<i64>,
    /// Text or caption; mentions stand in it as `@name`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The file it carries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<MediaRow>,
    /// What it quotes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quoted: Option<QuotedRow>,
    /// What a system notice says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system: Option<SystemRow>,
    /// Reactions, one a person; the first thousand.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reactions: Vec<ReactionRow>,
    /// Reactions beyond those.
    #[serde(skip_serializing_if = "is_zero")]
    pub reactions_more: u64,
    /// How far it got.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// When it was last edited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edited: Option<i64>,
    /// Starred by the owner.
    #[serde(skip_serializing_if = "is_false")]
    pub starred: bool,
    /// How often it was forwarded; 127 means many times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub forwarded: Option<u32>,
    /// A newer backup says that it was deleted for everyone; an older one still had it.
    #[serde(skip_serializing_if = "is_false")]
    pub deleted_later: bool,
    /// The preview of a link in the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<LinkRow>,
    /// A place, or where somebody was for a while.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<LocationRow>,
    /// Contact cards; the first hundred.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<ContactRow>,
    /// Contact cards beyond those.
    #[serde(skip_serializing_if = "is_zero")]
    pub contacts_more: u64,
    /// A poll; its question is the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub poll: Option<PollRow>,
    /// An event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<EventRow>,
    /// An invitation to a group or a channel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invite: Option<InviteRow>,
    /// What a business offered, or an order or payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub business: Option<BusinessRow>,
    /// Where the text mentions somebody.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<MentionRow>,
    /// It is shown as a part of another message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part_of: Option<PartRow>,
    /// Messages that are shown as parts of this one, in order; two hundred at most.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<MessageId>,
    /// Parts beyond those, which stand on their own.
    #[serde(skip_serializing_if = "is_zero")]
    pub parts_more: u64,
    /// It disappears, or would have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disappearing: Option<DisappearingRow>,
    /// Pinned in the chat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pinned: Option<MarkRow>,
    /// Kept by somebody although it disappears.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<MarkRow>,
    /// It was deleted for everyone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoked: Option<RevokedRow>,
    /// What became of view-once media.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub view_once: Option<ViewOnce>,
    /// Sent through a broadcast list.
    #[serde(skip_serializing_if = "is_false")]
    pub broadcast: bool,
    /// The sender's device: 0 the phone, 1 and up linked ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<u32>,
    /// Figures of a channel's post.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelRow>,
    /// What the person put on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_marks: Option<OwnMarks>,
}

/// One import: where messages came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportRow {
    /// Number of the import, from 1.
    pub id: i64,
    /// Name of the backup file, lossy where it was not UTF-8.
    pub file_name: String,
    /// Bytes of the backup file.
    pub size: u64,
    /// When the backup was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<i64>,
    /// The app that made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app_version: Option<String>,
    /// Last digits of the phone number, as the backup's header says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_suffix: Option<String>,
    /// When it was imported.
    pub imported_at: i64,
    /// Messages of it that the history holds.
    pub messages: u64,
    /// Messages that it brought first.
    pub new: u64,
}
