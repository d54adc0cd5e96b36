//! Builders of small chat databases that read like the chat they hold, for tests of every crate.
//!
//! ```no_run
//! use latchkey_demo::source::{chat, group, phone};
//! use latchkey_demo::SchemaState;
//!
//! let expected = phone()
//!     .with(chat("Ana").sent("hi").received("hey").starred())
//!     .with(group("Family").from("Ana", "dinner?").from("Ben", "yes").reacted("Ana", "👍"))
//!     .write(std::path::Path::new("msgstore.db"), SchemaState::Modern)?;
//! # Ok::<(), latchkey_demo::WriteSourceError>(())
//! ```
//!
//! Messages are a minute apart from 1 March 2024, 10:00 UTC, unless said otherwise; a person is named by the same
//! word everywhere and gets a number of a range kept for fiction. The low-level rows are open too: [`SourceWriter`].

mod writing;

pub use crate::contacts::{vcards, write_contacts_database};
pub use crate::draft::{
    Answer, Body, BusinessDraft, ButtonDraft, CallDraft, CallKind, ChatAddress, ChatDraft, ChatNo,
    ContactDraft, EventDraft, FiguresDraft, FileDraft, FileKind, MarkDraft, MentionDraft,
    MessageDraft, NoticeDraft, PersonDraft, PersonNo, PlaceDraft, PollDraft, QuoteDraft,
    ReactionDraft, ReceiptDraft, SenderForm, VoteDraft,
};
pub use crate::tables::{SchemaState, SourceWriter, WriteSourceError};

/// 1 March 2024, 10:00 UTC, in milliseconds.
pub const START: i64 = 1_709_287_200_000;

/// An empty phone whose owner is called Mara.
#[must_use]
pub fn phone() -> PhoneSource {
    PhoneSource {
        owner: "Mara".to_owned(),
        chats: Vec::new(),
        lids: Vec::new(),
    }
}

/// A chat with one person.
#[must_use]
pub fn chat(person: &str) -> ChatSource {
    ChatSource::new(person, ChatShape::Person)
}

/// A chat with one person that the phone keeps under the private address.
#[must_use]
pub fn lid_chat(person: &str) -> ChatSource {
    ChatSource::new(person, ChatShape::Lid)
}

/// A group.
#[must_use]
pub fn group(subject: &str) -> ChatSource {
    ChatSource::new(subject, ChatShape::Group)
}

/// A chat whose row is gone while its messages are left.
#[must_use]
pub fn deleted_chat() -> ChatSource {
    ChatSource::new("", ChatShape::Deleted)
}

/// A chat at any address.
#[must_use]
pub fn chat_at(address: ChatAddress, subject: &str) -> ChatSource {
    ChatSource::new(subject, ChatShape::Other(address))
}

/// What will be written.
pub struct PhoneSource {
    owner: String,
    chats: Vec<ChatSource>,
    lids: Vec<(String, bool)>,
}

#[derive(Clone)]
enum ChatShape {
    Person,
    Lid,
    Group,
    Deleted,
    Other(ChatAddress),
}

/// One chat of it.
#[derive(Clone)]
pub struct ChatSource {
    name: String,
    shape: ChatShape,
    flags: ChatFlags,
    lines: Vec<Line>,
}

#[derive(Clone, Copy, Default)]
struct ChatFlags {
    archived: bool,
    locked: bool,
    hidden: bool,
    unread: i64,
}

/// What a line quotes.
#[derive(Clone)]
enum QuoteFrom {
    /// The message so many before it.
    Here(usize),
    /// A message of a chat that was written before, by the chat's name and its place there.
    Chat(String, usize),
}

#[derive(Clone)]
struct Line {
    from: Option<String>,
    at: Option<i64>,
    body: Body,
    quote: Option<QuoteFrom>,
    edited: bool,
    starred: bool,
    forwarded: Option<i64>,
    key: Option<String>,
    lid: bool,
    reactions: Vec<(Option<String>, String)>,
}

impl ChatSource {
    fn new(name: &str, shape: ChatShape) -> Self {
        ChatSource {
            name: name.to_owned(),
            shape,
            flags: ChatFlags::default(),
            lines: Vec::new(),
        }
    }

    fn line(mut self, from: Option<String>, body: Body) -> Self {
        self.lines.push(Line {
            from,
            at: None,
            body,
            quote: None,
            edited: false,
            starred: false,
            forwarded: None,
            key: None,
            lid: false,
            reactions: Vec::new(),
        });
        self
    }

    fn last(mut self, change: impl FnOnce(&mut Line)) -> Self {
        if let Some(line) = self.lines.last_mut() {
            change(line);
        }
        self
    }

    /// A text of the owner's.
    #[must_use]
    pub fn sent(self, text: &str) -> Self {
        self.line(None, Body::Text(text.to_owned()))
    }

    /// A text of the other person's.
    #[must_use]
    pub fn received(self, text: &str) -> Self {
        let name = self.name.clone();
        self.line(Some(name), Body::Text(text.to_owned()))
    }

    /// A text of a member's.
    #[must_use]
    pub fn from(self, person: &str, text: &str) -> Self {
        self.line(Some(person.to_owned()), Body::Text(text.to_owned()))
    }

    /// Anything sent by the owner.
    #[must_use]
    pub fn sent_body(self, body: Body) -> Self {
        self.line(None, body)
    }

    /// Anything from a person.
    #[must_use]
    pub fn from_body(self, person: &str, body: Body) -> Self {
        self.line(Some(person.to_owned()), body)
    }

    /// A system notice.
    #[must_use]
    pub fn notice(self, action: i64) -> Self {
        self.line(
            None,
            Body::Notice(NoticeDraft {
                action,
                ..NoticeDraft::default()
            }),
        )
    }

    /// Sets the time of the last message, milliseconds UTC.
    #[must_use]
    pub fn at(self, at: i64) -> Self {
        self.last(|line| line.at = Some(at))
    }

    /// Stars the last message.
    #[must_use]
    pub fn starred(self) -> Self {
        self.last(|line| line.starred = true)
    }

    /// Marks the last message as forwarded this often.
    #[must_use]
    pub fn forwarded(self, hops: i64) -> Self {
        self.last(|line| line.forwarded = Some(hops))
    }

    /// Marks the last message as edited; quotes of it keep the key it had before.
    #[must_use]
    pub fn edited(self) -> Self {
        self.last(|line| line.edited = true)
    }

    /// Gives the last message this key.
    #[must_use]
    pub fn keyed(self, key: &str) -> Self {
        self.last(|line| line.key = Some(key.to_owned()))
    }

    /// Stores the last message's sender by private address.
    #[must_use]
    pub fn by_lid(self) -> Self {
        self.last(|line| line.lid = true)
    }

    /// Lets the last message quote the one `back` messages before it (1: the one just before).
    #[must_use]
    pub fn quoting(self, back: usize) -> Self {
        self.last(|line| line.quote = Some(QuoteFrom::Here(back)))
    }

    /// Lets the last message quote one of another chat, as replies in private do: message `place` (from 0) of a chat
    /// that was added before this one.
    #[must_use]
    pub fn quoting_from(self, chat: &str, place: usize) -> Self {
        self.last(|line| line.quote = Some(QuoteFrom::Chat(chat.to_owned(), place)))
    }

    /// A reaction of a person's on the last message; an empty emoji withdraws.
    #[must_use]
    pub fn reacted(self, person: &str, emoji: &str) -> Self {
        self.last(|line| {
            line.reactions
                .push((Some(person.to_owned()), emoji.to_owned()))
        })
    }

    /// The owner's reaction on the last message.
    #[must_use]
    pub fn i_reacted(self, emoji: &str) -> Self {
        self.last(|line| line.reactions.push((None, emoji.to_owned())))
    }

    /// Puts the chat into the archive.
    #[must_use]
    pub fn archived(mut self) -> Self {
        self.flags.archived = true;
        self
    }

    /// Puts the chat behind the chat lock.
    #[must_use]
    pub fn locked(mut self) -> Self {
        self.flags.locked = true;
        self
    }

    /// Hides the chat.
    #[must_use]
    pub fn hidden(mut self) -> Self {
        self.flags.hidden = true;
        self
    }

    /// Sets the number of unread messages.
    #[must_use]
    pub fn unread(mut self, messages: i64) -> Self {
        self.flags.unread = messages;
        self
    }
}

impl PhoneSource {
    /// Sets the name the owner shows to others.
    #[must_use]
    pub fn owned_by(mut self, name: &str) -> Self {
        name.clone_into(&mut self.owner);
        self
    }

    /// Adds a chat.
    #[must_use]
    pub fn with(mut self, chat: ChatSource) -> Self {
        self.chats.push(chat);
        self
    }

    /// Gives a person a private address beside the number, joined by the address map.
    #[must_use]
    pub fn with_lid(mut self, person: &str) -> Self {
        self.lids.push((person.to_owned(), true));
        self
    }

    /// Gives a person a private address only.
    #[must_use]
    pub fn only_lid(mut self, person: &str) -> Self {
        self.lids.push((person.to_owned(), false));
        self
    }
}
