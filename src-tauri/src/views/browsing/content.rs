//! What a message carries beside text and files, and what was done to it. Names are the best that are known; absent where
//! nobody can know one.

use serde::Serialize;
use ts_rs::TS;

/// What only its kind of message has.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ContentView {
    /// The preview of a link in the text.
    Link(LinkView),
    /// A place, or where somebody was for a while.
    Location(LocationView),
    /// Contact cards.
    Contacts(ContactsView),
    /// A poll; its question is the text.
    Poll(PollView),
    /// An event.
    Event(EventView),
    /// An invitation to a group or a channel.
    Invite(InviteView),
    /// What a business offered, or an order or payment.
    Business(BusinessView),
    /// A call.
    Call(CallView),
}

/// The preview of a link, as it was stored when it was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkView {
    /// The address.
    pub url: Option<String>,
    /// The page's title.
    pub title: Option<String>,
    /// What the page said of itself.
    pub description: Option<String>,
    /// There is a small picture of the page to ask for, as for other small pictures.
    pub picture: bool,
}

/// A place, in degrees.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LocationView {
    /// Of the place, or where a live share began.
    pub latitude: Option<f64>,
    /// Of the same.
    pub longitude: Option<f64>,
    /// Name.
    pub name: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// A link that was sent with it.
    pub url: Option<String>,
    /// Shared live for this many seconds.
    pub live_seconds: Option<u64>,
    /// Where a live share ended.
    pub last_latitude: Option<f64>,
    /// Of the same.
    pub last_longitude: Option<f64>,
    /// When, in milliseconds UTC.
    pub last_at: Option<i64>,
}

/// Contact cards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactsView {
    /// In their order.
    pub cards: Vec<ContactCardView>,
    /// Cards beyond those.
    pub more: u64,
}

/// One contact card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactCardView {
    /// The name on it.
    pub name: Option<String>,
    /// Names of the people of this history whom it gives an address of.
    pub people: Vec<String>,
}

/// A poll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PollView {
    /// How many options one person may choose; absent for any number.
    pub choices: Option<u32>,
    /// When it closes, in milliseconds UTC.
    pub ends_at: Option<i64>,
    /// The options in their order.
    pub options: Vec<PollOptionView>,
    /// How many people are known to have voted.
    pub voters: u64,
    /// Votes beyond those, which stand at no option.
    pub more: u64,
}

/// One option of a poll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PollOptionView {
    /// Its words.
    pub text: String,
    /// Those who are known to have chosen it.
    pub voters: Vec<WhoView>,
    /// Votes as the phone counted them, which may be more.
    pub total: Option<u32>,
}

/// Somebody who voted or answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WhoView {
    /// Whether it was the person whose phone it is.
    pub from_me: bool,
    /// Their name.
    pub name: Option<String>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventView {
    /// What it is called.
    pub name: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Where.
    pub location: Option<LocationView>,
    /// A link to take part by.
    pub link: Option<String>,
    /// When it begins, in milliseconds UTC.
    pub starts_at: Option<i64>,
    /// When it ends, in milliseconds UTC.
    pub ends_at: Option<i64>,
    /// It was called off.
    pub cancelled: bool,
    /// Newest answer of each person.
    pub answers: Vec<AnswerView>,
    /// Answers beyond those.
    pub more: u64,
}

/// One person's answer to an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerView {
    /// Who.
    pub who: WhoView,
    /// The source's number for the answer.
    pub response: Option<i64>,
    /// People they bring.
    pub guests: Option<u32>,
}

/// An invitation to a group or a channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InviteView {
    /// The group's or channel's name.
    pub name: Option<String>,
    /// When it runs out, in milliseconds UTC.
    pub expires_at: Option<i64>,
}

/// A message of a business.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BusinessView {
    /// What it is about.
    pub title: Option<String>,
    /// More of the same.
    pub description: Option<String>,
    /// The small print below.
    pub footer: Option<String>,
    /// The buttons, or the rows of a list, in their order.
    pub buttons: Vec<ButtonView>,
    /// How many things were ordered.
    pub items: Option<u32>,
    /// Amount in thousandths of the currency's unit.
    pub amount1000: Option<i64>,
    /// Currency, ISO 4217.
    pub currency: Option<String>,
}

/// A button that a business offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ButtonView {
    /// What stands on it.
    pub text: String,
    /// What it leads to: an address or a number.
    pub target: Option<String>,
    /// It was the one that was chosen.
    pub chosen: bool,
}

/// A call that a message stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallView {
    /// With video.
    pub video: bool,
    /// Seconds.
    pub duration: u64,
    /// The word of the command line.
    pub outcome: String,
    /// Who else was called.
    pub members: Vec<CallMemberView>,
}

/// Somebody who was called, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CallMemberView {
    /// Their name.
    pub name: Option<String>,
    /// The word of the command line.
    pub outcome: String,
}

/// A mention in the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MentionView {
    /// Where it begins in the text, at the `@`, as a script counts (UTF-16).
    pub start: usize,
    /// Where it ends, counted alike.
    pub end: usize,
    /// The name that stands there; absent where nobody can know one.
    pub name: Option<String>,
    /// Nobody in particular: everyone in the chat.
    pub everyone: bool,
}

/// What a message is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartView {
    /// The other message.
    pub message: i64,
    /// What sort of part.
    pub kind: PartKindView,
}

/// What sort of part a message is of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartKindView {
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

/// A message that disappears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DisappearingView {
    /// After this many seconds.
    pub seconds: Option<u64>,
    /// When, in milliseconds UTC.
    pub expires_at: Option<i64>,
}

/// Something that somebody did to a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MarkView {
    /// Who.
    pub who: WhoView,
    /// When, in milliseconds UTC.
    pub at: Option<i64>,
}

/// A message that was deleted for everyone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RevokedView {
    /// An admin deleted it, not its sender.
    pub by_admin: bool,
    /// The admin's name.
    pub admin_name: Option<String>,
    /// When, in milliseconds UTC.
    pub at: Option<i64>,
    /// What it said, from the copy that a reply kept.
    pub kept_text: Option<String>,
}

/// What became of view-once media.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ViewOnceView {
    /// Not opened.
    Unopened,
    /// Opened.
    Opened,
    /// Nobody opened it in time.
    Expired,
}

/// Figures of a channel's post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChannelView {
    /// How often it was seen.
    pub views: Option<u64>,
    /// Reactions as the channel counted them.
    pub reactions: Vec<CountedView>,
}

/// A reaction and how many gave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CountedView {
    /// The emoji.
    pub emoji: String,
    /// How many.
    pub count: u64,
}
