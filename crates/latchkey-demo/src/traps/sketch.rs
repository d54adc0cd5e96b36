//! A small database in the making: people, chats, words, and rows that no draft can say.

use std::path::Path;

use rusqlite::Params;

use crate::Expectations;
use crate::draft::{
    Body, ChatAddress, ChatDraft, ChatNo, MessageDraft, PersonDraft, PersonNo, SenderForm,
};
use crate::source::START;
use crate::tables::{SchemaState, SourceWriter, WriteSourceError};

/// What the writers of traps return.
pub(super) type Outcome<T = ()> = Result<T, WriteSourceError>;

/// A database in the making; messages are a minute apart.
pub(super) struct Sketch {
    pub(super) writer: SourceWriter,
    pub(super) schema: SchemaState,
    pub(super) clock: i64,
    keys: u64,
    people: usize,
}

impl Sketch {
    pub(super) fn new(path: &Path, schema: SchemaState) -> Outcome<Self> {
        Ok(Sketch {
            writer: SourceWriter::create(path, schema, "Mara")?,
            schema,
            clock: START,
            keys: 0,
            people: 0,
        })
    }

    pub(super) fn modern(&self) -> bool {
        self.schema == SchemaState::Modern
    }

    /// The live message table, and its columns of text and of the chat's time.
    pub(super) fn table(&self) -> (&'static str, &'static str) {
        if self.modern() {
            ("message", "text_data")
        } else {
            ("messages", "data")
        }
    }

    /// Somebody with a number.
    pub(super) fn person(&mut self, name: &str) -> Outcome<PersonNo> {
        let phone = self.phone();
        self.person_of(PersonDraft {
            phone: Some(phone),
            name: Some(name.to_owned()),
            ..PersonDraft::default()
        })
    }

    /// Somebody with a number and a private address.
    pub(super) fn person_with_lid(&mut self, name: &str) -> Outcome<PersonNo> {
        let (phone, lid) = (self.phone(), self.lid());
        self.person_of(PersonDraft {
            phone: Some(phone),
            lid: Some(lid),
            name: Some(name.to_owned()),
            ..PersonDraft::default()
        })
    }

    pub(super) fn person_of(&mut self, draft: PersonDraft) -> Outcome<PersonNo> {
        self.people += 1;
        self.writer.person(&draft)
    }

    /// The next number of a range kept for fiction.
    pub(super) fn phone(&self) -> String {
        format!("447700901{:03}", self.people)
    }

    /// The next private address.
    pub(super) fn lid(&self) -> String {
        format!("1930070{:08}", self.people)
    }

    pub(super) fn chat(&mut self, person: PersonNo) -> Outcome<ChatNo> {
        self.chat_of(ChatDraft::at(ChatAddress::Phone(person)))
    }

    pub(super) fn group(&mut self, subject: &str, members: &[PersonNo]) -> Outcome<ChatNo> {
        self.keys += 1;
        let id = format!("120363000000{:06}", self.keys);
        let mut draft = ChatDraft::at(ChatAddress::Group(id));
        draft.subject = Some(subject.to_owned());
        draft.members = members.to_vec();
        draft.created_at = Some(self.clock);
        self.chat_of(draft)
    }

    pub(super) fn chat_of(&mut self, draft: ChatDraft) -> Outcome<ChatNo> {
        self.writer.chat(&draft)
    }

    /// A message a minute after the last, of the owner's where `from` is absent; not yet written.
    pub(super) fn draft(
        &mut self,
        chat: ChatNo,
        from: Option<PersonNo>,
        body: Body,
    ) -> MessageDraft {
        self.clock += 60_000;
        self.keys += 1;
        let key = format!("3EB0{:016X}", self.keys);
        let mut draft = MessageDraft::new(chat, from.is_none(), self.clock, key, body);
        draft.sender = from;
        draft.form = SenderForm::Phone;
        draft
    }

    pub(super) fn put(&mut self, draft: &MessageDraft) -> Outcome<i64> {
        self.writer.message(draft)
    }

    /// Writes a text; returns its row.
    pub(super) fn text(
        &mut self,
        chat: ChatNo,
        from: Option<PersonNo>,
        words: &str,
    ) -> Outcome<i64> {
        self.body(chat, from, Body::Text(words.to_owned()))
    }

    /// Writes anything; returns its row.
    pub(super) fn body(
        &mut self,
        chat: ChatNo,
        from: Option<PersonNo>,
        body: Body,
    ) -> Outcome<i64> {
        let draft = self.draft(chat, from, body);
        self.put(&draft)
    }

    /// A statement of its own.
    pub(super) fn sql(&mut self, statement: &str, values: impl Params) -> Outcome {
        self.writer.connection().execute(statement, values)?;
        Ok(())
    }

    /// A search must find this word in one message.
    pub(super) fn plant(&mut self, needles: &[&str]) {
        for needle in needles {
            self.writer.plant(needle);
        }
    }

    pub(super) fn expected(&mut self) -> &mut Expectations {
        self.writer.expectations()
    }

    pub(super) fn finish(self) -> Outcome<Expectations> {
        self.writer.finish()
    }
}
