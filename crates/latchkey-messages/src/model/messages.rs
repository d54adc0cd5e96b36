//! Messages, and what each of them has.

use serde::{Deserialize, Serialize};

use super::{
    ChannelFigures, ChatId, Content, Disappearing, Mark, Mention, PartOf, PersonId, Reaction,
    Receipt, Revoked, ViewOnce,
};

/// A message's row in this source.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowId(pub i64);

/// Kind of a message: the closed list that scripts rely on.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
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
    #[default]
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
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Message {
    /// Row in the source.
    pub row: RowId,
    /// The chat it stands in.
    pub chat: ChatId,
    /// The sender's id for it: with chat, direction and sender it names the message in every backup.
    pub key_id: String,
    /// The id it had before an edit or a deletion gave it another: older backups have it under this one.
    pub original_key_id: Option<String>,
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
    /// What only its kind of message has.
    pub content: Option<Box<Content>>,
    /// Whom the `@…` in the text mean; the text keeps the source's digits.
    pub mentions: Vec<Mention>,
    /// It is shown as a part of another message.
    pub part_of: Option<PartOf>,
    /// It disappears, or would have.
    pub disappearing: Option<Disappearing>,
    /// Pinned in the chat: newest pin, if it was not taken away.
    pub pinned: Option<Mark>,
    /// Kept by somebody although it disappears.
    pub kept: Option<Mark>,
    /// It was deleted for everyone.
    pub revoked: Option<Revoked>,
    /// What became of view-once media.
    pub view_once: Option<ViewOnce>,
    /// Sent through a broadcast list.
    pub broadcast: bool,
    /// The sender's device: 0 the phone, 1 and up linked ones.
    pub device: Option<u32>,
    /// When it arrived, was opened and played, a person each.
    pub receipts: Vec<Receipt>,
    /// Figures of a channel's post.
    pub channel: Option<ChannelFigures>,
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
    /// Whether this message's file was ever on the phone, where the source says.
    pub downloaded: Option<bool>,
    /// The file was moved to the cloud to make room on the phone.
    pub offloaded: bool,
    /// Loudness of a voice note over its length, one byte a bar (0 to 100).
    pub waveform: Option<Vec<u8>>,
    /// What a voice note says, as the phone wrote it down.
    pub transcript: Option<String>,
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
    /// The later value, where it is not the message's text (a number, a user name, a business's name, an event's or a call's).
    pub new_value: Option<String>,
    /// Names of groups that it speaks of.
    pub groups: Vec<String>,
    /// A timer that it speaks of, seconds; 0 for off.
    pub seconds: Option<u64>,
    /// Devices that were added and removed.
    pub devices: Option<(u32, u32)>,
    /// Yes or no, where the code alone does not say: blocked, switched on, a call with video, or the owner is among
    /// the people.
    pub yes: Option<bool>,
}
