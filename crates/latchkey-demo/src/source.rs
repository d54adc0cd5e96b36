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

use std::collections::BTreeMap;
use std::path::Path;

use crate::Expectations;
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

#[derive(Clone)]
struct Line {
    from: Option<String>,
    at: Option<i64>,
    body: Body,
    quote: Option<usize>,
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
        self.last(|line| line.quote = Some(back))
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

    /// Writes the database; `path` must not exist.
    ///
    /// # Errors
    /// [`WriteSourceError::Database`].
    pub fn write(
        &self,
        path: &Path,
        schema: SchemaState,
    ) -> Result<Expectations, WriteSourceError> {
        let mut writer = SourceWriter::create(path, schema, &self.owner)?;
        let people = self.write_people(&mut writer)?;
        let mut clock = START;
        for chat in &self.chats {
            write_chat(&mut writer, chat, &people, &mut clock)?;
        }
        writer.finish()
    }

    fn write_people(
        &self,
        writer: &mut SourceWriter,
    ) -> Result<BTreeMap<String, PersonNo>, WriteSourceError> {
        let mut people = BTreeMap::new();
        for chat in &self.chats {
            let peer =
                matches!(chat.shape, ChatShape::Person | ChatShape::Lid).then_some(&chat.name);
            let senders = chat.lines.iter().filter_map(|line| line.from.as_ref());
            let reactors = chat
                .lines
                .iter()
                .flat_map(|line| line.reactions.iter().filter_map(|r| r.0.as_ref()));
            for name in peer.into_iter().chain(senders).chain(reactors) {
                if name.is_empty() || people.contains_key(name) {
                    continue;
                }
                let number = people.len();
                let listed = self.lids.iter().find(|lid| lid.0 == *name);
                let lid = listed.is_some() || matches!(chat.shape, ChatShape::Lid);
                let draft = PersonDraft {
                    phone: listed
                        .is_none_or(|lid| lid.1)
                        .then(|| format!("447700900{number:03}")),
                    lid: lid.then(|| format!("1820040{number:08}")),
                    name: Some(name.clone()),
                    ..PersonDraft::default()
                };
                people.insert(name.clone(), writer.person(&draft)?);
            }
        }
        Ok(people)
    }
}

fn write_chat(
    writer: &mut SourceWriter,
    chat: &ChatSource,
    people: &BTreeMap<String, PersonNo>,
    clock: &mut i64,
) -> Result<(), WriteSourceError> {
    let peer = people.get(&chat.name).copied();
    let address = match (&chat.shape, peer) {
        (ChatShape::Person, Some(person)) => ChatAddress::Phone(person),
        (ChatShape::Lid, Some(person)) => ChatAddress::Lid(person),
        (ChatShape::Other(address), _) => address.clone(),
        (ChatShape::Group, _) => {
            let sum: u64 = chat
                .name
                .bytes()
                .fold(7, |sum, byte| sum * 31 % 999_999_937 + u64::from(byte));
            ChatAddress::Group(format!("120363{sum:012}"))
        }
        _ => ChatAddress::Deleted,
    };
    let many = !matches!(chat.shape, ChatShape::Person | ChatShape::Lid);
    let mut draft = ChatDraft::at(address);
    draft.subject = many
        .then(|| chat.name.clone())
        .filter(|subject| !subject.is_empty());
    draft.created_at = Some(*clock);
    draft.archived = chat.flags.archived;
    draft.locked = chat.flags.locked;
    draft.hidden = chat.flags.hidden;
    draft.unread = chat.flags.unread;
    if many {
        let mut members: Vec<PersonNo> = chat
            .lines
            .iter()
            .filter_map(|l| people.get(l.from.as_ref()?))
            .copied()
            .collect();
        members.sort_unstable();
        members.dedup();
        draft.members = members;
    }
    let chat_no = writer.chat(&draft)?;
    let mut written: Vec<MessageDraft> = Vec::new();
    for line in &chat.lines {
        *clock += 60_000;
        let sender = line
            .from
            .as_ref()
            .and_then(|name| people.get(name))
            .copied();
        let from_me = line.from.is_none() && !matches!(line.body, Body::Notice(_));
        let key = line
            .key
            .clone()
            .unwrap_or_else(|| format!("3EB0{clock:016X}"));
        let at = line.at.unwrap_or(*clock);
        let mut message = MessageDraft::new(chat_no, from_me, at, key, line.body.clone());
        message.sender = sender.filter(|_| many);
        message.form = if line.lid {
            SenderForm::Lid
        } else {
            SenderForm::Phone
        };
        message.starred = line.starred;
        message.forwarded = line.forwarded;
        if line.edited {
            message.edited = Some((format!("ORIGINAL{clock:X}"), at + 30_000));
        }
        message.quote = line
            .quote
            .and_then(|back| written.len().checked_sub(back))
            .map(|index| {
                let original: &MessageDraft = &written[index];
                let key = original
                    .edited
                    .as_ref()
                    .map_or(&original.key, |edited| &edited.0);
                QuoteDraft {
                    key: key.clone(),
                    from_me: original.from_me,
                    sender: original.sender,
                    at: original.at,
                    number: original.body.number(),
                    text: original.body.text().map(str::to_owned),
                    chat: None,
                }
            });
        message.reactions = line
            .reactions
            .iter()
            .enumerate()
            .map(|(index, (from, emoji))| ReactionDraft {
                from: from.as_ref().and_then(|name| people.get(name)).copied(),
                emoji: emoji.clone(),
                at: at + 1000 * (index as i64 + 1),
            })
            .collect();
        writer.message(&message)?;
        written.push(message);
    }
    Ok(())
}
