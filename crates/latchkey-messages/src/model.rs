//! What a chat database says, as typed values: people, chats, messages, calls.
//!
//! These types keep what the source had and invent nothing: an absent column is `None`, an unknown
//! number stays a number. Row numbers are the source's own and mean nothing outside one database.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A person's row in this source: the canonical address row after device and LID forms were joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonId(pub i64);

/// A chat's row in this source; negative for a chat that the source itself no longer lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChatId(pub i64);

/// A message's row in this source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowId(pub i64);

/// Who owns the phone, as far as the database says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owner {
    /// The name the owner shows to others.
    pub push_name: Option<String>,
}

/// One person: every address of theirs that the source joins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Row of the canonical address.
    pub id: PersonId,
    /// Canonical address, for example `34600111222@s.whatsapp.net` or `1234@lid`; stable across backups.
    pub address: String,
    /// Phone number, digits only, without `+`; `None` where only a private address is known.
    pub phone: Option<String>,
    /// Private (LID) addresses of the same person, digits only.
    pub lids: Vec<String>,
    /// Best name that this database itself knows, and where it came from.
    pub name: Option<(String, NameSource)>,
}

/// Where a person's name came from, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameSource {
    /// An address book the person imported.
    AddressBook,
    /// The contacts database of the backup.
    Contacts,
    /// A verified business name.
    Business,
    /// The name the person chose to show.
    Push,
    /// The display name of a private address, unmasked.
    LidDisplay,
    /// A label given in a group.
    Label,
    /// A name that stood in a mention.
    Mention,
}

/// One entry of an address book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressBookEntry {
    /// Phone number in E.164 digits without `+`.
    pub phone: String,
    /// The name to show.
    pub name: String,
    /// Where it was found.
    pub source: NameSource,
}

/// What sort of chat this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChatKind {
    /// One other person.
    Person,
    /// A group.
    Group,
    /// A community or one of its own groups.
    Community,
    /// A channel (newsletter).
    Channel,
    /// A broadcast list.
    Broadcast,
    /// Status posts.
    Status,
    /// Messages whose chat the source no longer lists.
    Deleted,
}

/// One chat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chat {
    /// Row in the source.
    pub id: ChatId,
    /// Stable address (`…@s.whatsapp.net`, `…@g.us`, `…@lid`, …); for [`ChatKind::Deleted`] one made from the lost row.
    pub address: String,
    /// What sort of chat it is.
    pub kind: ChatKind,
    /// Group subject or channel name.
    pub subject: Option<String>,
    /// The other person of a [`ChatKind::Person`] chat.
    pub peer: Option<PersonId>,
    /// When it was created, milliseconds UTC.
    pub created_at: Option<i64>,
    /// In the archive.
    pub archived: bool,
    /// Behind the app's chat lock.
    pub locked: bool,
    /// No visible thread in the app.
    pub hidden: bool,
    /// Messages the owner had not opened.
    pub unread: u64,
}

/// Kind of a message: the closed list that scripts rely on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each name is the word itself")]
pub enum Kind {
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
    /// A kind this version does not know; the source's number is kept beside it.
    Unsupported,
}

impl Kind {
    /// Every kind, in the order above.
    pub const ALL: [Kind; 24] = [
        Kind::Text,
        Kind::Image,
        Kind::Video,
        Kind::VideoNote,
        Kind::Audio,
        Kind::Voice,
        Kind::Document,
        Kind::Sticker,
        Kind::Gif,
        Kind::Location,
        Kind::LiveLocation,
        Kind::Contact,
        Kind::Poll,
        Kind::Event,
        Kind::GroupInvite,
        Kind::System,
        Kind::Call,
        Kind::Revoked,
        Kind::ViewOnce,
        Kind::Album,
        Kind::Order,
        Kind::Payment,
        Kind::Template,
        Kind::Unsupported,
    ];

    /// The word for it in JSON and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Image => "image",
            Kind::Video => "video",
            Kind::VideoNote => "video_note",
            Kind::Audio => "audio",
            Kind::Voice => "voice",
            Kind::Document => "document",
            Kind::Sticker => "sticker",
            Kind::Gif => "gif",
            Kind::Location => "location",
            Kind::LiveLocation => "live_location",
            Kind::Contact => "contact",
            Kind::Poll => "poll",
            Kind::Event => "event",
            Kind::GroupInvite => "group_invite",
            Kind::System => "system",
            Kind::Call => "call",
            Kind::Revoked => "revoked",
            Kind::ViewOnce => "view_once",
            Kind::Album => "album",
            Kind::Order => "order",
            Kind::Payment => "payment",
            Kind::Template => "template",
            Kind::Unsupported => "unsupported",
        }
    }
}

/// How far an outgoing message got, or what happened to an incoming one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// Not sent yet.
    Pending,
    /// On the server.
    Sent,
    /// On the other phone.
    Delivered,
    /// Opened.
    Read,
    /// Played.
    Played,
}

/// One message.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// Row in the source.
    pub row: RowId,
    /// The chat it stands in.
    pub chat: ChatId,
    /// The sender's id for it: with chat, direction and sender it names the message in every backup.
    pub key_id: String,
    /// Sent by the phone's owner.
    pub from_me: bool,
    /// Who sent it; `None` for the owner's own and where it is unknowable.
    pub sender: Option<PersonId>,
    /// The source's own order within the chat.
    pub sort: i64,
    /// Sender's clock, milliseconds UTC; `None` where the source has no possible date.
    pub sent_at: Option<i64>,
    /// When this phone received it, milliseconds UTC.
    pub received_at: Option<i64>,
    /// What happened to it on the way.
    pub delivery: Option<Delivery>,
    /// Kind.
    pub kind: Kind,
    /// The source's number for the kind.
    pub raw_kind: Option<i64>,
    /// Text, or the caption of media.
    pub text: Option<String>,
    /// Starred by the owner.
    pub starred: bool,
    /// How often it was forwarded; 127 means many times. `None`: not forwarded.
    pub forwarded: Option<u32>,
    /// When it was last edited, milliseconds UTC.
    pub edited_at: Option<i64>,
    /// What it quotes.
    pub quoted: Option<Quote>,
    /// The file it carries.
    pub media: Option<Media>,
    /// What a system notice says.
    pub system: Option<SystemNotice>,
    /// Newest reaction of each person; withdrawn ones are gone.
    pub reactions: Vec<Reaction>,
}

/// A quotation: the message it points to, and the copy that was stored with it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quote {
    /// The quoted message's own id.
    pub key_id: Option<String>,
    /// Row of the quoted message in this source, where it still is; edited originals are followed.
    pub row: Option<RowId>,
    /// The quoted message was the owner's.
    pub from_me: bool,
    /// Who had sent it.
    pub sender: Option<PersonId>,
    /// Text of the stored copy.
    pub text: Option<String>,
    /// Kind of the stored copy.
    pub kind: Option<Kind>,
}

/// A file that a message carries. Paths and names are the source's words: never used as paths uncleaned.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Media {
    /// Path relative to the app's folder, as stored.
    pub path: Option<String>,
    /// File name shown to people (documents).
    pub name: Option<String>,
    /// Media type, for example `image/jpeg`.
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
    /// SHA-256 of the plain file.
    pub sha256: Option<[u8; 32]>,
    /// Small picture (JPEG, PNG or WebP) stored in the database itself.
    pub thumbnail: Option<Vec<u8>>,
}

/// A system notice: the source's code and the people it speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SystemNotice {
    /// The source's action code.
    pub action: Option<i64>,
    /// People it names, in stored order.
    pub people: Vec<PersonId>,
    /// The earlier value, for changes of names and the like.
    pub old_value: Option<String>,
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

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallOutcome {
    /// It was taken.
    Answered,
    /// Nobody took it.
    Missed,
    /// It was declined.
    Declined,
    /// The other side could not be reached.
    Unavailable,
    /// The source's code says nothing we know.
    Unknown,
}

/// One call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Row in the call log.
    pub row: i64,
    /// The app's id for the call; names it in every backup together with peer and direction.
    pub call_id: String,
    /// Who was called or called.
    pub peer: Option<PersonId>,
    /// Group address, for group calls.
    pub group: Option<String>,
    /// Made by the owner.
    pub from_me: bool,
    /// Milliseconds UTC.
    pub at: Option<i64>,
    /// With video.
    pub video: bool,
    /// Seconds.
    pub duration: u64,
    /// How it ended.
    pub outcome: CallOutcome,
    /// The chat message that shows it.
    pub message: Option<RowId>,
}

/// Which family of tables holds the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchemaState {
    /// Only the old `messages` table.
    Legacy,
    /// Both families; the old one is live.
    Hybrid,
    /// The `message` family.
    Modern,
}

/// Why a row of the message table is not a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// The table's own placeholder row.
    Sentinel,
    /// A kind that the app itself never displays.
    NeverDisplayed,
    /// The row could not be read from a damaged page.
    Unreadable,
}

impl LeftOut {
    /// A person would miss it: the command ends with 1.
    #[must_use]
    pub fn would_be_missed(self) -> bool {
        matches!(self, LeftOut::Unreadable)
    }
}

/// What one pass over the messages met: `source_rows = messages + Σ left_out`, always.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadCounts {
    /// Rows of the message table, sentinel and all.
    pub source_rows: u64,
    /// Messages handed out.
    pub messages: u64,
    /// Rows that are no messages, by reason.
    pub left_out: BTreeMap<LeftOut, u64>,
    /// Stretches of the other tables that could not be read: some messages may lack a file reference, a quotation or
    /// a reaction that they had. A person would miss it: the command ends with 1.
    pub damaged_stretches: u64,
}
