//! Made-up chats that read as prose, fed to an import without a source database.
#![allow(dead_code, reason = "the tests of searching use a part of it")]

use latchkey_index::{ImportError, ImportReport, Index, IndexKey, Origin};
use latchkey_messages::*;

pub const DAY: i64 = 86_400_000;
/// 2024-01-01T00:00:00Z.
pub const START: i64 = 1_704_067_200_000;

pub fn key() -> IndexKey {
    IndexKey::from_bytes(&[0x42; 32])
}

/// A made-up phone.
#[derive(Clone, Default)]
pub struct Phone {
    pub people: Vec<Person>,
    pub chats: Vec<Chat>,
    pub messages: Vec<Message>,
    pub calls: Vec<Call>,
    pub members: Vec<Member>,
    pub left_out: u64,
    next_row: i64,
}

impl Phone {
    pub fn new() -> Self {
        Self {
            next_row: 2,
            ..Self::default()
        }
    }

    pub fn person(&mut self, phone: &str, name: Option<&str>) -> PersonId {
        let id = PersonId(self.people.len() as i64 + 10);
        self.people.push(Person {
            id,
            address: format!("{phone}@s.whatsapp.net"),
            phone: Some(phone.to_owned()),
            name: name.map(|name| (name.to_owned(), NameSource::Push)),
            ..Person::default()
        });
        id
    }

    pub fn chat_with(&mut self, person: PersonId) -> ChatId {
        let address = self
            .people
            .iter()
            .find(|known| known.id == person)
            .unwrap()
            .address
            .clone();
        self.chat(&address, ChatKind::Person, None, Some(person))
    }

    pub fn group(&mut self, subject: &str) -> ChatId {
        let address = format!("12036300000000{:04}@g.us", self.chats.len());
        self.chat(&address, ChatKind::Group, Some(subject), None)
    }

    pub fn chat(
        &mut self,
        address: &str,
        kind: ChatKind,
        subject: Option<&str>,
        peer: Option<PersonId>,
    ) -> ChatId {
        let id = ChatId(self.chats.len() as i64 + 100);
        self.chats.push(Chat {
            id,
            address: address.to_owned(),
            kind,
            subject: subject.map(str::to_owned),
            peer,
            ..Chat::default()
        });
        id
    }

    /// A text message; further fields are set on what comes back.
    pub fn says(
        &mut self,
        chat: ChatId,
        sender: Option<PersonId>,
        at: i64,
        text: &str,
    ) -> &mut Message {
        self.next_row += 1;
        let row = self.next_row;
        self.messages.push(Message {
            row: RowId(row),
            chat,
            key_id: format!("3EB0{:08X}{:08X}", chat.0, at),
            from_me: sender.is_none(),
            sender,
            sort: row,
            sent_at: Some(START + at),
            received_at: Some(START + at + 400),
            kind: Kind::Text,
            raw_kind: Some(0),
            text: Some(text.to_owned()),
            ..Message::default()
        });
        self.messages.last_mut().unwrap()
    }

    /// Only the messages that `keep` wants, with row numbers that start again as on another phone.
    pub fn part(&self, keep: impl Fn(&Message) -> bool) -> Self {
        let mut part = self.clone();
        part.messages.retain(|message| keep(message));
        for (n, message) in part.messages.iter_mut().enumerate() {
            message.row = RowId(n as i64 + 2);
            message.quoted = None;
        }
        part
    }

    pub fn counts(&self) -> ReadCounts {
        ReadCounts {
            source_rows: self.messages.len() as u64 + self.left_out,
            messages: self.messages.len() as u64,
            left_out: [(LeftOut::Sentinel, self.left_out)]
                .into_iter()
                .filter(|left| left.1 > 0)
                .collect(),
            ..ReadCounts::default()
        }
    }

    pub fn import_as(
        &self,
        index: &mut Index,
        origin: &Origin,
    ) -> Result<ImportReport, ImportError> {
        let mut session = index.begin_import(origin)?;
        session.people(&self.people)?;
        session.chats(&self.chats)?;
        for chat in &self.chats {
            for message in self
                .messages
                .iter()
                .filter(|message| message.chat == chat.id)
            {
                session.message(message.clone())?;
            }
        }
        for message in self
            .messages
            .iter()
            .filter(|message| !self.chats.iter().any(|chat| chat.id == message.chat))
        {
            session.message(message.clone())?;
        }
        for call in &self.calls {
            session.call(call)?;
        }
        for member in &self.members {
            session.member(member)?;
        }
        session.finish(&self.counts())
    }

    pub fn import(&self, index: &mut Index) -> ImportReport {
        let report = self.import_as(index, &origin(1)).unwrap();
        assert!(report.adds_up(), "{report:?}");
        report
    }
}

pub fn origin(created: i64) -> Origin {
    Origin {
        file_name: "msgstore.db.crypt15".to_owned(),
        created: Some(created),
        ..Origin::default()
    }
}

/// An index in a new folder with this phone in it.
pub fn indexed(phone: &Phone) -> (tempfile::TempDir, Index) {
    let dir = tempfile::tempdir().unwrap();
    let mut index = Index::create(&dir.path().join("index"), &key()).unwrap();
    phone.import(&mut index);
    (dir, index)
}

/// The texts of a chat, by position.
pub fn texts(index: &Index, chat: latchkey_index::ChatId) -> Vec<String> {
    index
        .messages(chat, 0, 10_000)
        .unwrap()
        .into_iter()
        .map(|row| row.text.unwrap_or_default())
        .collect()
}
