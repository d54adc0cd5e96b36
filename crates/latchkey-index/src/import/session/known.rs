//! Finds the message of the history that a source's message is: most often the one that is expected next.

use latchkey_messages::Message;
use rusqlite::OptionalExtension;

use super::ImportSession;
use crate::error::ImportError;
use crate::import::identity::Key;
use crate::import::prints::Print;
use crate::schema::{self, flag};

/// A message that the history has already, and that says something else there.
#[derive(Debug, Clone)]
pub(super) struct KnownMessage {
    pub(super) id: i64,
    pub(super) flags: i64,
    pub(super) kind: i64,
    pub(super) sent_at: Option<i64>,
    pub(super) edited_at: Option<i64>,
    pub(super) identity: u32,
}

/// How a message of the source meets the history.
pub(super) enum Met {
    /// It is there, and nothing of it has changed.
    Unchanged(i64),
    /// It is there; the source may know more.
    Changed(KnownMessage),
    /// It is not there.
    New,
}

impl ImportSession<'_> {
    /// The history's message that this one is, if it has it. Each is found once.
    pub(super) fn meet(
        &mut self,
        message: &Message,
        key: &Key,
        sender: Option<i64>,
        content: u64,
    ) -> Result<Met, ImportError> {
        let Some(open) = self.current.as_mut().filter(|open| open.has_known()) else {
            return Ok(Met::New);
        };
        if let Some((place, id)) = open.expected()
            && self.prints.get(id)?.content == content
        {
            open.meet(place, message);
            return Ok(Met::Unchanged(id));
        }
        let met = self.look_for(message, key, sender, content)?;
        if !matches!(met, Met::New) {
            return Ok(met);
        }
        // Whoever did not yet know that the id had changed stored it under the later one.
        let own = Key::pack(&message.key_id);
        if own == *key {
            return Ok(Met::New);
        }
        self.look_for(message, &own, sender, content)
    }

    fn look_for(
        &mut self,
        message: &Message,
        key: &Key,
        sender: Option<i64>,
        content: u64,
    ) -> Result<Met, ImportError> {
        let identity = self.identity(key, message);
        let Some(open) = self.current.as_mut() else {
            return Ok(Met::New);
        };
        let sender = sender.filter(|_| open.several_senders);
        let (tables, answers) = (self.tables, &self.writer.answers);
        let sender_of = |id: i64| sender_of(tables, id, &|person| answers.stays(person));
        for (place, id) in open.candidates(identity, sender, &mut self.prints, &sender_of)? {
            let print = self.prints.get(id)?;
            if print.content == content {
                open.meet(place, message);
                return Ok(Met::Unchanged(id));
            }
            let wanted = Wanted {
                message,
                key,
                sender,
            };
            if let Some(known) = read_known(self.tables, id, print, &wanted, |person| {
                self.writer.answers.stays(person)
            })? {
                open.meet(place, message);
                return Ok(Met::Changed(known));
            }
        }
        Ok(Met::New)
    }
}

/// Who sent a message of the history.
fn sender_of(
    tables: &rusqlite::Connection,
    id: i64,
    stays: &dyn Fn(i64) -> i64,
) -> rusqlite::Result<Option<i64>> {
    let mut statement = tables.prepare_cached("SELECT sender FROM message WHERE id = ?1")?;
    let sender: Option<Option<i64>> = statement.query_row([id], |row| row.get(0)).optional()?;
    Ok(sender.flatten().map(stays))
}

/// The message that is looked for.
struct Wanted<'m> {
    message: &'m Message,
    key: &'m Key,
    /// `None` where it does not matter or is not known.
    sender: Option<i64>,
}

/// The message with this id, if it is the one.
fn read_known(
    tables: &rusqlite::Connection,
    id: i64,
    print: Print,
    wanted: &Wanted<'_>,
    stays: impl Fn(i64) -> i64,
) -> rusqlite::Result<Option<KnownMessage>> {
    let mut statement = tables.prepare_cached(
        "SELECT flags, kind, sender, sent_at, key, edited_at, CASE WHEN key IS NULL THEN unpack(text) END
         FROM message WHERE id = ?1",
    )?;
    let message = wanted.message;
    let known = statement.query_row([id], |row| {
        let (flags, kind): (i64, i64) = (row.get(0)?, row.get(1)?);
        let (sender, sent_at): (Option<i64>, Option<i64>) = (row.get(2)?, row.get(3)?);
        let key = Key::read(row.get_ref(4)?);
        let same_sender = match (wanted.sender, sender) {
            (Some(wanted), Some(sender)) => wanted == stays(sender),
            _ => true,
        };
        let same_words = key != Key::None
            || (sent_at == message.sent_at
                && kind == schema::kind_code(message.kind)
                && row.get_ref(6)?.as_str_or_null()?.unwrap_or_default()
                    == message.text.as_deref().unwrap_or_default());
        let same = key == *wanted.key
            && (flags & flag::FROM_ME != 0) == message.from_me
            && same_sender
            && same_words;
        Ok(same.then_some(KnownMessage {
            id,
            flags,
            kind,
            sent_at,
            edited_at: row.get(5)?,
            identity: print.identity,
        }))
    });
    Ok(known.optional()?.flatten())
}
