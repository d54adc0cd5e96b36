//! Writes what the builders describe: people first, then each chat with its messages in order.

use std::collections::BTreeMap;
use std::path::Path;

use super::{ChatShape, ChatSource, Line, PhoneSource, QuoteFrom, START};
use crate::Expectations;
use crate::draft::{
    Body, ChatAddress, ChatDraft, ChatNo, MessageDraft, PersonDraft, PersonNo, QuoteDraft,
    ReactionDraft, SenderForm,
};
use crate::tables::{SchemaState, SourceWriter, WriteSourceError};

/// Between two messages, in milliseconds.
const MINUTE: i64 = 60_000;

/// Everybody by the word that names them.
type People = BTreeMap<String, PersonNo>;

/// The messages of every chat written so far, by its name.
type Written = BTreeMap<String, Vec<MessageDraft>>;

impl PhoneSource {
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
        let mut written = Written::new();
        for chat in &self.chats {
            let messages = write_chat(&mut writer, chat, &people, &written, &mut clock)?;
            written.insert(chat.name.clone(), messages);
        }
        writer.finish()
    }

    fn write_people(&self, writer: &mut SourceWriter) -> Result<People, WriteSourceError> {
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
    people: &People,
    elsewhere: &Written,
    clock: &mut i64,
) -> Result<Vec<MessageDraft>, WriteSourceError> {
    let number = writer.chat(&chat.draft(people, *clock))?;
    let mut written: Vec<MessageDraft> = Vec::new();
    for line in &chat.lines {
        *clock += MINUTE;
        let mut message = line.draft(number, people, *clock);
        message.sender = message.sender.filter(|_| chat.has_many());
        message.quote = match &line.quote {
            Some(QuoteFrom::Here(back)) => {
                let original = written.len().checked_sub(*back);
                original.map(|index| quote_of(&written[index]))
            }
            Some(QuoteFrom::Chat(name, place)) => {
                let original = elsewhere.get(name).and_then(|all| all.get(*place));
                original.map(|original| QuoteDraft {
                    chat: Some(original.chat),
                    ..quote_of(original)
                })
            }
            None => None,
        };
        writer.message(&message)?;
        written.push(message);
    }
    Ok(written)
}

impl ChatSource {
    /// More than one person can write in it.
    fn has_many(&self) -> bool {
        !matches!(self.shape, ChatShape::Person | ChatShape::Lid)
    }

    fn address(&self, people: &People) -> ChatAddress {
        match (&self.shape, people.get(&self.name)) {
            (ChatShape::Person, Some(&person)) => ChatAddress::Phone(person),
            (ChatShape::Lid, Some(&person)) => ChatAddress::Lid(person),
            (ChatShape::Other(address), _) => address.clone(),
            (ChatShape::Group, _) => {
                let add = |sum: u64, byte| sum * 31 % 999_999_937 + u64::from(byte);
                let sum = self.name.bytes().fold(7, add);
                ChatAddress::Group(format!("120363{sum:012}"))
            }
            _ => ChatAddress::Deleted,
        }
    }

    fn draft(&self, people: &People, created_at: i64) -> ChatDraft {
        let mut draft = ChatDraft::at(self.address(people));
        draft.created_at = Some(created_at);
        draft.archived = self.flags.archived;
        draft.locked = self.flags.locked;
        draft.hidden = self.flags.hidden;
        draft.unread = self.flags.unread;
        if self.has_many() {
            draft.subject = Some(self.name.clone()).filter(|subject| !subject.is_empty());
            let senders = self.lines.iter().filter_map(|line| line.from.as_ref());
            draft.members = senders
                .filter_map(|name| people.get(name))
                .copied()
                .collect();
            draft.members.sort_unstable();
            draft.members.dedup();
        }
        draft
    }
}

impl Line {
    fn draft(&self, chat: ChatNo, people: &People, clock: i64) -> MessageDraft {
        let person = |name: &Option<String>| people.get(name.as_ref()?).copied();
        let from_me = self.from.is_none() && !matches!(self.body, Body::Notice(_));
        let key = self.key.clone();
        let key = key.unwrap_or_else(|| format!("3EB0{clock:016X}"));
        let at = self.at.unwrap_or(clock);
        let mut message = MessageDraft::new(chat, from_me, at, key, self.body.clone());
        message.sender = person(&self.from);
        message.form = match self.lid {
            true => SenderForm::Lid,
            false => SenderForm::Phone,
        };
        message.starred = self.starred;
        message.forwarded = self.forwarded;
        message.edited = self
            .edited
            .then(|| (format!("ORIGINAL{clock:X}"), at + MINUTE / 2));
        message.reactions = (1..)
            .zip(&self.reactions)
            .map(|(second, (from, emoji))| ReactionDraft {
                from: person(from),
                emoji: emoji.clone(),
                at: at + 1000 * second,
            })
            .collect();
        message
    }
}

/// A quotation of what was written before: of an edited message by the key that it had at first.
fn quote_of(original: &MessageDraft) -> QuoteDraft {
    let edited = original.edited.as_ref();
    QuoteDraft {
        key: edited.map_or(&original.key, |edited| &edited.0).clone(),
        from_me: original.from_me,
        sender: original.sender,
        at: original.at,
        number: original.body.number(),
        text: original.body.text().map(str::to_owned),
        chat: None,
    }
}
