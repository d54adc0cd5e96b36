//! Small chat databases for the tests, told as what people did: `phone.got(ana, "hello")`.

mod beside;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, ToSql, params};

use crate::{Call, Member, Message, OpenSourceError, ReadCounts, RowId, Source};

/// The first moment of every made-up history, milliseconds UTC.
pub(crate) const START: i64 = 1_700_000_000_000;
/// A picture as far as its first bytes.
pub(crate) const JPEG: &[u8] = &[0xff, 0xd8, 0xff, 0xe0, 0, 0];

const MODERN: &str = concat!(
    include_str!("testing/modern.sql"),
    include_str!("testing/beside.sql")
);
const LEGACY: &str = include_str!("testing/legacy.sql");

/// A database being made up.
pub(crate) struct Phone {
    folder: tempfile::TempDir,
    pub(crate) db: Connection,
    sent: i64,
}

/// A chat's row.
#[derive(Clone, Copy)]
pub(crate) struct ChatRow(pub(crate) i64);

/// An address's row.
#[derive(Clone, Copy)]
pub(crate) struct JidRow(pub(crate) i64);

impl Phone {
    /// The new family of tables, with its placeholder row.
    pub(crate) fn modern() -> Self {
        let phone = Self::with(MODERN);
        phone.sql("INSERT INTO message (_id, chat_row_id, key_id) VALUES (1, -1, '-1')");
        phone
    }

    /// The old family of tables, with its placeholder row.
    pub(crate) fn legacy() -> Self {
        let phone = Self::with(LEGACY);
        phone.sql(
            "INSERT INTO messages (_id, key_remote_jid, key_id, status) VALUES (1, '-1', '-1', -1)",
        );
        phone
    }

    /// Both, with nothing but the placeholder in the new one.
    pub(crate) fn hybrid() -> Self {
        let phone = Self::legacy();
        phone.db.execute_batch(MODERN).unwrap();
        phone.sql("INSERT INTO message (_id, chat_row_id, key_id) VALUES (1, -1, '-1')");
        phone
    }

    /// Any schema.
    pub(crate) fn with(schema: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let db = Connection::open(folder.path().join("made.db")).unwrap();
        db.execute_batch("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
            .unwrap();
        db.execute_batch(schema).unwrap();
        Self {
            folder,
            db,
            sent: 0,
        }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("made.db")
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn sql(&self, sql: &str) {
        self.db.execute_batch(sql).unwrap();
    }

    fn insert(&self, sql: &str, values: &[&dyn ToSql]) -> i64 {
        self.db.execute(sql, values).unwrap();
        self.db.last_insert_rowid()
    }

    /// An address; `raw` such as `34600111222@s.whatsapp.net`.
    pub(crate) fn jid(&self, raw: &str) -> JidRow {
        let (user, server) = raw.split_once('@').unwrap();
        let sql = "INSERT INTO jid (user, server, raw_string) VALUES (?1, ?2, ?3)";
        JidRow(self.insert(
            sql,
            &[&user.split([':', '.']).next().unwrap(), &server, &raw],
        ))
    }

    /// A private address of somebody's phone number.
    pub(crate) fn map(&self, lid: JidRow, phone: JidRow) {
        self.insert(
            "INSERT INTO jid_map VALUES (?1, ?2, 1)",
            params![lid.0, phone.0],
        );
    }

    /// A chat at an address.
    pub(crate) fn chat(&self, jid: JidRow) -> ChatRow {
        ChatRow(self.insert("INSERT INTO chat (jid_row_id) VALUES (?1)", &[&jid.0]))
    }

    /// A group with a subject.
    pub(crate) fn group(&self, raw: &str, subject: &str) -> ChatRow {
        let jid = self.jid(raw);
        ChatRow(self.insert(
            "INSERT INTO chat (jid_row_id, subject) VALUES (?1, ?2)",
            params![jid.0, subject],
        ))
    }

    /// Someone wrote, a minute after what was written before.
    pub(crate) fn got(&mut self, chat: ChatRow, sender: Option<JidRow>, text: &str) -> i64 {
        self.row(chat, false, sender.map(|jid| jid.0), 0, Some(text))
    }

    /// The owner wrote.
    pub(crate) fn sent(&mut self, chat: ChatRow, text: &str) -> i64 {
        self.row(chat, true, None, 0, Some(text))
    }

    /// Any message row; its key is `K` and its number.
    pub(crate) fn row(
        &mut self,
        chat: ChatRow,
        from_me: bool,
        sender: Option<i64>,
        kind: i64,
        text: Option<&str>,
    ) -> i64 {
        self.sent += 1;
        let sql = "INSERT INTO message (chat_row_id, from_me, key_id, sender_jid_row_id, status, timestamp,
            message_type, text_data) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let key = format!("K{}", self.sent);
        let at = START + self.sent * 60_000;
        let status = if from_me { 5 } else { 0 };
        let row = self.insert(
            sql,
            params![chat.0, from_me, key, sender, status, at, kind, text],
        );
        self.sql(&format!(
            "UPDATE message SET sort_id = _id WHERE _id = {row}"
        ));
        row
    }

    /// A message of the old table; its key is `K` and its number.
    pub(crate) fn old(&mut self, chat: &str, from_me: bool, kind: &str, text: Option<&str>) -> i64 {
        self.sent += 1;
        let sql = "INSERT INTO messages (key_remote_jid, key_from_me, key_id, timestamp, media_wa_type, data)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let at = START + self.sent * 60_000;
        self.insert(
            sql,
            params![chat, from_me, format!("K{}", self.sent), at, kind, text],
        )
    }

    /// Someone reacted to a message.
    pub(crate) fn reacted(&self, message: i64, sender: Option<i64>, emoji: Option<&str>, at: i64) {
        let add_on = self.add_on(message, sender, 56, at);
        let sql = "INSERT INTO message_add_on_reaction VALUES (?1, ?2, ?3)";
        self.insert(sql, params![add_on, emoji, START + at]);
    }

    /// A quotation of `key` in a message.
    pub(crate) fn quotes(&self, message: i64, chat: ChatRow, key: &str, copy: &str) {
        let sql = "INSERT INTO message_quoted (message_row_id, chat_row_id, parent_message_chat_row_id, from_me,
            sender_jid_row_id, key_id, message_type, text_data)
            SELECT ?1, ?2, chat_row_id, 0, 0, ?3, 0, ?4 FROM message WHERE _id = ?1";
        self.insert(sql, params![message, chat.0, key, copy]);
    }

    /// Opens it as a person's own file.
    pub(crate) fn source(&self) -> Source {
        self.try_source().unwrap()
    }

    pub(crate) fn try_source(&self) -> Result<Source, OpenSourceError> {
        Source::open_file(&self.path())
    }

    /// Everything it says.
    pub(crate) fn messages(&self) -> Vec<Message> {
        all(&self.source()).0
    }

    /// The message of a row.
    pub(crate) fn message(&self, row: i64) -> Message {
        self.messages()
            .into_iter()
            .find(|message| message.row == RowId(row))
            .unwrap()
    }

    pub(crate) fn calls(&self) -> Vec<Call> {
        let mut calls = Vec::new();
        let count = self.source().calls(&mut |call| {
            calls.push(call);
            ControlFlow::Continue(())
        });
        assert_eq!(count.unwrap(), calls.len() as u64);
        calls
    }

    /// Everyone who is or was in a group.
    pub(crate) fn members(&self) -> Vec<Member> {
        let mut members = Vec::new();
        let count = self.source().members(&mut |member| {
            members.push(member);
            ControlFlow::Continue(())
        });
        assert_eq!(count.unwrap(), members.len() as u64);
        members
    }
}

/// Every message of a source, and the counts, which add up.
pub(crate) fn all(source: &Source) -> (Vec<Message>, ReadCounts) {
    let mut messages = Vec::new();
    let counts = source.messages(&mut |message| {
        messages.push(message);
        ControlFlow::Continue(())
    });
    let counts = counts.unwrap();
    assert_eq!(counts.messages, messages.len() as u64);
    assert_eq!(
        counts.source_rows,
        counts.messages + counts.left_out.values().sum::<u64>()
    );
    assert_eq!(counts.source_rows, source.totals().message_rows);
    assert_eq!(counts.differing(), [""; 0], "{:?}", counts.tables);
    (messages, counts)
}

/// The texts, in order.
pub(crate) fn texts(messages: &[Message]) -> Vec<&str> {
    messages
        .iter()
        .map(|message| message.text.as_deref().unwrap_or(""))
        .collect()
}
