//! What the index gives back: the rows of lists and pages, serialised with the names of `docs/cli.md`.
//!
//! Absent fields are left out of JSON; times are milliseconds UTC.

use latchkey_messages::{CallOutcome, ChatKind, Delivery, Kind, NameSource};
use serde::{Deserialize, Serialize};

/// A chat of the history; never changes, whatever is imported later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChatId(pub i64);

/// A message of the history; never changes, whatever is imported later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MessageId(pub i64);

/// A person of the history; never changes, whatever is imported later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub i64);

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
}

/// One message as a page shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
    /// Text or caption.
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
    /// Reactions, one a person.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reactions: Vec<ReactionRow>,
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
}

/// A file that a message carries. Paths and names are the source's words: never used as paths uncleaned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
    /// Where the file was found, relative to the media root; absent while it was not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
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
    /// Its chat, when that is another one.
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
    /// Its text: the copy stored with the quotation, or the message's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// What a system notice says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SystemRow {
    /// The source's action code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<i64>,
    /// Names (or `+number`) of the people it speaks of, in stored order; empty for one nobody can name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<String>,
    /// The earlier value, for changes of names and the like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old_value: Option<String>,
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

/// One person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonRow {
    /// The person.
    pub id: PersonId,
    /// Canonical address.
    pub address: String,
    /// Phone number, E.164 digits without `+`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Private addresses of the same person.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lids: Vec<String>,
    /// Best name known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where the name came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_source: Option<NameSource>,
}

/// One call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CallRow {
    /// Row of the call in this index.
    pub id: i64,
    /// Who was called or called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// That person's name, or `+number`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Group address, for group calls.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Made by the owner.
    pub from_me: bool,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<i64>,
    /// With video.
    pub video: bool,
    /// Seconds.
    pub duration: u64,
    /// How it ended.
    pub outcome: CallOutcome,
    /// The message that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageId>,
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
