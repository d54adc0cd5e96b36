//! People, chats and messages before they become rows of one of the schema states.

mod body;
mod business;

pub use body::{
    Answer, Body, CallDraft, CallKind, ContactDraft, EventDraft, FileDraft, FileKind, NoticeDraft,
    PlaceDraft, PollDraft, VoteDraft,
};
pub use business::{BusinessDraft, ButtonDraft};

/// A person on the phone.
#[derive(Debug, Clone, Default)]
pub struct PersonDraft {
    /// E.164 digits without `+`; `None` where only the private address is known.
    pub phone: Option<String>,
    /// Private address (LID), digits only.
    pub lid: Option<String>,
    /// Further private addresses of the same number, digits only.
    pub more_lids: Vec<String>,
    /// Name in the owner's address book.
    pub name: Option<String>,
    /// Name the person shows to others.
    pub push_name: Option<String>,
    /// What stands beside the private address in the place of the push name: a masked number, for example.
    pub lid_name: Option<String>,
    /// A number that somebody else on the phone had before or has since: one person with them, not one more.
    pub same: bool,
}

/// Handle of a person given to the writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonNo(pub usize);

/// Handle of a chat given to the writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChatNo(pub usize);

/// What address a chat is kept under.
#[derive(Debug, Clone)]
pub enum ChatAddress {
    /// The person's phone number.
    Phone(PersonNo),
    /// The person's private address.
    Lid(PersonNo),
    /// `<id>@g.us`.
    Group(String),
    /// `<id>@broadcast`.
    Broadcast(String),
    /// `<id>@newsletter`.
    Channel(String),
    /// `status@broadcast`.
    Status,
    /// `0@s.whatsapp.net`.
    Announcements,
    /// A row in the chat table whose address row is missing.
    Lost,
    /// No row in the chat table: the messages of a chat that was deleted.
    Deleted,
}

/// A chat.
#[derive(Debug, Clone)]
pub struct ChatDraft {
    /// Where it is kept.
    pub address: ChatAddress,
    /// Group subject, channel or list name.
    pub subject: Option<String>,
    /// What a channel says of itself.
    pub description: Option<String>,
    /// Milliseconds UTC.
    pub created_at: Option<i64>,
    /// In the archive.
    pub archived: bool,
    /// Behind the chat lock.
    pub locked: bool,
    /// No visible thread.
    pub hidden: bool,
    /// 0 ordinary, 1 community parent, 2 community group, 3 its announcements.
    pub group_type: i64,
    /// 1 left, 2 member, 3 admin, 4 creator; `None` where the app keeps none.
    pub participation: Option<i64>,
    /// Members other than the owner; the first made the group, the second is an admin where there are four.
    pub members: Vec<PersonNo>,
    /// What members call themselves in this group.
    pub labels: Vec<(PersonNo, String)>,
    /// People who are no longer in it: who, whether they left themselves, when (milliseconds UTC).
    pub past_members: Vec<(PersonNo, bool, i64)>,
    /// Unread messages.
    pub unread: i64,
    /// Seconds after which messages disappear; 0 never.
    pub timer: i64,
}

impl ChatDraft {
    /// An ordinary chat at this address.
    #[must_use]
    pub fn at(address: ChatAddress) -> Self {
        ChatDraft {
            address,
            subject: None,
            description: None,
            created_at: None,
            archived: false,
            locked: false,
            hidden: false,
            group_type: 0,
            participation: None,
            members: Vec::new(),
            labels: Vec::new(),
            past_members: Vec::new(),
            unread: 0,
            timer: 0,
        }
    }
}

/// Which of a person's addresses stands in a sender column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SenderForm {
    /// The phone number.
    #[default]
    Phone,
    /// The private address.
    Lid,
    /// The phone number with a device number.
    Device(u8),
}

/// Whom an `@…` in the text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MentionDraft {
    /// A person, by private address where there is one.
    Person(PersonNo),
    /// A person, by number.
    Phone(PersonNo),
    /// Everyone in the group.
    Everyone,
}

/// What a message quotes.
#[derive(Debug, Clone, Default)]
pub struct QuoteDraft {
    /// Key of the original as it was when it was quoted.
    pub key: String,
    /// The original was the owner's.
    pub from_me: bool,
    /// Its sender, in groups.
    pub sender: Option<PersonNo>,
    /// The chat it stands in, where that is another.
    pub chat: Option<ChatNo>,
    /// Milliseconds UTC.
    pub at: i64,
    /// The original's kind number.
    pub number: i64,
    /// The copy kept with the quote.
    pub text: Option<String>,
}

/// One reaction row; an empty emoji withdraws.
#[derive(Debug, Clone)]
pub struct ReactionDraft {
    /// `None`: the owner.
    pub from: Option<PersonNo>,
    /// Emoji, or empty.
    pub emoji: String,
    /// Milliseconds UTC.
    pub at: i64,
}

/// A pin or a keep: who (`None`: the owner), whether it was done or undone, when (milliseconds UTC).
#[derive(Debug, Clone, Copy)]
pub struct MarkDraft {
    /// `None`: the owner.
    pub from: Option<PersonNo>,
    /// Pinned or kept; otherwise taken away again.
    pub on: bool,
    /// Milliseconds UTC.
    pub at: i64,
}

/// When a message reached one member; 0 for not yet. Milliseconds UTC.
#[derive(Debug, Clone, Copy)]
pub struct ReceiptDraft {
    /// Who.
    pub person: PersonNo,
    /// It arrived.
    pub delivered: i64,
    /// It was opened.
    pub read: i64,
    /// It was played.
    pub played: i64,
}

/// Figures of a channel's post.
#[derive(Debug, Clone, Default)]
pub struct FiguresDraft {
    /// How often it was seen.
    pub views: i64,
    /// Emoji and how many.
    pub reactions: Vec<(String, i64)>,
}

/// One message.
#[derive(Debug, Clone)]
pub struct MessageDraft {
    /// Its chat.
    pub chat: ChatNo,
    /// Sent by the owner.
    pub from_me: bool,
    /// Sender in groups.
    pub sender: Option<PersonNo>,
    /// Which address of the sender is stored.
    pub form: SenderForm,
    /// Sender's clock, milliseconds UTC.
    pub at: i64,
    /// The message's id.
    pub key: String,
    /// What it is.
    pub body: Body,
    /// What it quotes.
    pub quote: Option<QuoteDraft>,
    /// Starred.
    pub starred: bool,
    /// Hops; 127 many.
    pub forwarded: Option<i64>,
    /// Key before the edit, and when it was edited.
    pub edited: Option<(String, i64)>,
    /// Whom the text mentions as `@digits`.
    pub mentions: Vec<MentionDraft>,
    /// Reactions, oldest first.
    pub reactions: Vec<ReactionDraft>,
    /// Pins, oldest first.
    pub pins: Vec<MarkDraft>,
    /// Keeps of a message that disappears, oldest first.
    pub keeps: Vec<MarkDraft>,
    /// Row of the message it belongs to, and the association number (2 album, 6 poll picture, 7 and 12 HD twin,
    /// 11 motion clip).
    pub parent: Option<(i64, i64)>,
    /// Row of the post that it comments.
    pub comments: Option<i64>,
    /// Seconds after which it disappears, and when (milliseconds UTC).
    pub disappears: Option<(i64, i64)>,
    /// Sent through a broadcast list.
    pub broadcast: bool,
    /// The sender's device, where the app kept it.
    pub device: Option<u8>,
    /// A receipt for each member whom it reached.
    pub receipts: Vec<ReceiptDraft>,
    /// Figures of a channel's post.
    pub figures: Option<FiguresDraft>,
    /// Status column.
    pub status: i64,
    /// Position of this row in the chat where it is not the row number (after a history sync).
    pub sort: Option<i64>,
}

impl MessageDraft {
    /// A message with nothing attached.
    #[must_use]
    pub fn new(chat: ChatNo, from_me: bool, at: i64, key: String, body: Body) -> Self {
        MessageDraft {
            chat,
            from_me,
            sender: None,
            form: SenderForm::Phone,
            at,
            key,
            body,
            quote: None,
            starred: false,
            forwarded: None,
            edited: None,
            mentions: Vec::new(),
            reactions: Vec::new(),
            pins: Vec::new(),
            keeps: Vec::new(),
            parent: None,
            comments: None,
            disappears: None,
            broadcast: false,
            device: None,
            receipts: Vec::new(),
            figures: None,
            status: if from_me { 13 } else { 0 },
            sort: None,
        }
    }
}
