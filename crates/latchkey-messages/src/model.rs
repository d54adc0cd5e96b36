//! What a chat database says, as typed values: people, chats, messages, calls.
//!
//! These types keep what the source had and invent nothing: an absent column is `None`, an unknown
//! number stays a number. Row numbers are the source's own and mean nothing outside one database.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A person's row in this source: the canonical address row after device and LID forms were joined.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonId(pub i64);

/// A chat's row in this source; negative for a chat that the source itself no longer lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChatId(pub i64);

/// A message's row in this source.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowId(pub i64);

/// Who owns the phone, as far as the database says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owner {
    /// The name the owner shows to others.
    pub push_name: Option<String>,
}

/// One person: every address of theirs that the source joins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Row of the canonical address.
    pub id: PersonId,
    /// Canonical address, for example `34600111222@s.whatsapp.net` or `1234@lid`; stable across backups.
    pub address: String,
    /// Phone number, digits only, without `+`; `None` where only a private address is known.
    pub phone: Option<String>,
    /// Private (LID) addresses of the same person, digits only.
    pub lids: Vec<String>,
    /// Numbers that the person had before a number change, digits only.
    pub former_phones: Vec<String>,
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
    /// The name on a contact card that somebody shared.
    SharedCard,
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
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum ChatKind {
    /// One other person.
    #[default]
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    /// Address of the community that this group belongs to.
    pub community: Option<String>,
    /// What the group or channel says of itself.
    pub description: Option<String>,
    /// New messages disappear after this many seconds.
    pub disappearing: Option<u64>,
    /// The owner is no longer in this group.
    pub left: bool,
}

/// Somebody's membership in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Address of the group, as in [`Chat::address`].
    pub group: String,
    /// Who.
    pub person: PersonId,
    /// What they may do, as far as the source says.
    pub role: Role,
    /// What they call themselves in this group.
    pub label: Option<String>,
    /// When they joined, milliseconds UTC.
    pub joined_at: Option<i64>,
    /// They are no longer in it: when they went, milliseconds UTC, where the source knows.
    pub former: Option<Departure>,
}

/// How somebody went out of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Departure {
    /// Milliseconds UTC.
    pub at: Option<i64>,
}

/// What a member of a group may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// An ordinary member.
    Member,
    /// An admin.
    Admin,
    /// The group's creator or another admin whom nobody can remove.
    SuperAdmin,
}

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

/// What only one kind of message has.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// The preview of a link in the text, as it was stored when it was sent.
    Link(LinkPreview),
    /// A place, or where somebody was for a while.
    Place(Place),
    /// Contact cards, all of them.
    Contacts(Vec<ContactCard>),
    /// A poll; its question is the message's text.
    Poll(Poll),
    /// An event; what it says of itself is here.
    Event(Event),
    /// An invitation to a group or a channel.
    Invite(Invite),
    /// A message of a business: template, list, buttons, order, product, payment.
    Business(Business),
}

/// The preview of a link.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LinkPreview {
    /// The address.
    pub url: Option<String>,
    /// The page's title.
    pub title: Option<String>,
    /// What the page said of itself.
    pub description: Option<String>,
}

/// A place. Degrees; not finite or out of range: absent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Place {
    /// Latitude and longitude.
    pub at: Option<(f64, f64)>,
    /// Name.
    pub name: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// A link that was sent with it.
    pub url: Option<String>,
    /// Shared live for this many seconds.
    pub live_seconds: Option<u64>,
    /// The last place of a live share, and when, milliseconds UTC.
    pub last: Option<((f64, f64), Option<i64>)>,
}

/// One contact card.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ContactCard {
    /// The name on it.
    pub name: Option<String>,
    /// The card as it was sent (vCard).
    pub vcard: String,
    /// People of this source whose address stands beside the card.
    pub people: Vec<PersonId>,
}

/// A poll.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Poll {
    /// How many options one person may choose; 0 or absent: any number.
    pub choices: Option<u32>,
    /// When it closes, milliseconds UTC.
    pub ends_at: Option<i64>,
    /// The options in their order.
    pub options: Vec<PollOption>,
    /// Newest vote of each person; one that was taken back has no options.
    pub votes: Vec<Vote>,
}

/// One option of a poll.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PollOption {
    /// Its words.
    pub text: String,
    /// Votes as the source counted them, which may be more than the voters it names.
    pub total: Option<u32>,
}

/// One person's vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// The owner's own.
    pub from_me: bool,
    /// Who; `None` for the owner's own and where it is unknowable.
    pub sender: Option<PersonId>,
    /// Milliseconds UTC.
    pub at: Option<i64>,
    /// Places of the chosen options in [`Poll::options`].
    pub options: Vec<u32>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Event {
    /// What it is called.
    pub name: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Where.
    pub place: Option<Place>,
    /// A link to take part by.
    pub link: Option<String>,
    /// Milliseconds UTC.
    pub starts_at: Option<i64>,
    /// Milliseconds UTC.
    pub ends_at: Option<i64>,
    /// It was called off.
    pub cancelled: bool,
    /// Newest answer of each person.
    pub answers: Vec<EventAnswer>,
}

/// One person's answer to an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventAnswer {
    /// The owner's own.
    pub from_me: bool,
    /// Who.
    pub sender: Option<PersonId>,
    /// Milliseconds UTC.
    pub at: Option<i64>,
    /// The source's number for the answer.
    pub response: Option<i64>,
    /// People they bring.
    pub guests: Option<u32>,
}

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Invite {
    /// The group's or channel's name.
    pub name: Option<String>,
    /// Its address.
    pub address: Option<String>,
    /// The code that lets one in.
    pub code: Option<String>,
    /// When it runs out, milliseconds UTC.
    pub expires_at: Option<i64>,
}

/// A message of a business. Amounts are thousandths of the currency's unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Business {
    /// What it is about: the product's or order's title.
    pub title: Option<String>,
    /// More of the same.
    pub description: Option<String>,
    /// The small print below.
    pub footer: Option<String>,
    /// The buttons, or the rows of a list, in their order.
    pub buttons: Vec<Button>,
    /// How many things were ordered.
    pub items: Option<u32>,
    /// Amount in thousandths.
    pub amount_1000: Option<i64>,
    /// Currency, ISO 4217.
    pub currency: Option<String>,
    /// The source's number for the state of an order or payment.
    pub status: Option<i64>,
}

/// A button that a business offered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Button {
    /// What stands on it.
    pub text: String,
    /// What it leads to: an address or a number.
    pub target: Option<String>,
    /// It was the one that was chosen.
    pub chosen: bool,
}

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
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    #[default]
    Unknown,
}

/// One call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    /// Who else was called, in stored order, and how it went for them.
    pub members: Vec<(PersonId, CallOutcome)>,
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
    /// The owner had deleted it; the phone had not yet cleaned it away.
    DeletedByOwner,
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
    /// The same account for every table beside the messages that was read, by its name.
    pub tables: BTreeMap<String, TableCounts>,
}

/// What became of the rows of one table beside the messages: `rows = shown + superseded + orphaned + unreadable +
/// passed_over`, always.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct TableCounts {
    /// Rows in the table.
    pub rows: u64,
    /// Rows that are a part of a message, a call or a chat that was handed out.
    pub shown: u64,
    /// Rows that a newer one of the same person took the place of, or that took back what an older one said.
    pub superseded: u64,
    /// Rows whose message is not there or was left out.
    pub orphaned: u64,
    /// Rows lost in damaged pages; at least so many, where the damage hides how many.
    pub unreadable: u64,
    /// Rows of a sort that is not read (an add-on of an unknown kind), or that their message has no use for.
    pub passed_over: u64,
}

impl TableCounts {
    /// Every row is accounted for.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        let accounted =
            self.shown + self.superseded + self.orphaned + self.unreadable + self.passed_over;
        self.rows == accounted
    }
}

impl ReadCounts {
    /// Tables beside the messages whose rows are not all accounted for: a fault of ours that the import reports, and
    /// that loses nothing of what was read.
    #[must_use]
    pub fn differing(&self) -> Vec<&str> {
        let differ = self.tables.iter().filter(|(_, counts)| !counts.adds_up());
        differ.map(|(name, _)| name.as_str()).collect()
    }
}
