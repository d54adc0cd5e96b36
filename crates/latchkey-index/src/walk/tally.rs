//! Kind, sender, time and size of messages, without their texts: for what is said before anything is written.

use std::collections::HashMap;
use std::ops::ControlFlow;

use latchkey_messages::Kind;
use rusqlite::Row;

use crate::error::QueryError;
use crate::index::Index;
use crate::pages::{Stretch, stretches};
use crate::rows::{ChatId, MessageId, PersonId};
use crate::schema::{self, flag};

/// Which messages are counted.
#[derive(Debug, Clone, Copy)]
pub enum TallyScope<'a> {
    /// Every message but those of these chats, by id; their positions are not told.
    AllBut(&'a [ChatId]),
    /// The messages of one chat, in order.
    Chat(ChatId),
}

/// One message as it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tallied {
    /// The message.
    pub message: MessageId,
    /// Its chat.
    pub chat: ChatId,
    /// Its kind.
    pub kind: Kind,
    /// Sent by the owner.
    pub from_me: bool,
    /// Who sent it.
    pub sender: Option<PersonId>,
    /// Sender's clock, milliseconds UTC.
    pub sent_at: Option<i64>,
    /// Bytes of its text as it is stored, which may be packed.
    pub text_bytes: u64,
    /// The file it carries.
    pub media: Option<TalliedMedia>,
}

/// A file as it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TalliedMedia {
    /// Bytes, as the source says; 0 where it does not.
    pub bytes: u64,
    /// It was found in a media folder, or the index keeps it.
    pub found: bool,
}

const OF_SPAN: &str = "SELECT m.id, m.chat, m.flags, m.kind, m.sender, m.sent_at, coalesce(octet_length(m.text), 0),
       f.message IS NOT NULL, f.size, f.found IS NOT NULL
     FROM message m LEFT JOIN media f ON f.message = m.id WHERE m.id BETWEEN ?1 AND ?2 ORDER BY m.id";

impl Index {
    /// Shows `each` every message of the scope until it breaks.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn tally(
        &self,
        scope: TallyScope<'_>,
        each: &mut dyn FnMut(Tallied) -> ControlFlow<()>,
    ) -> Result<(), QueryError> {
        let everything = Stretch {
            position: 0,
            first: 1,
            length: i64::MAX,
        };
        let (spans, but) = match scope {
            TallyScope::AllBut(but) => (vec![everything], but),
            TallyScope::Chat(chat) => (stretches(&self.tables, chat, 0, u32::MAX)?, &[][..]),
        };
        let same = self.same_people()?;
        let mut statement = self.tables.prepare_cached(OF_SPAN)?;
        for span in spans {
            let mut rows = statement.query([span.first, span.first + (span.length - 1)])?;
            while let Some(row) = rows.next()? {
                let message = tallied(row, &same)?;
                if !but.contains(&message.chat) && each(message).is_break() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// Those who turned out to be somebody else.
    fn same_people(&self) -> Result<HashMap<i64, i64>, QueryError> {
        let mut statement = self
            .tables
            .prepare_cached("SELECT id, same_as FROM person WHERE same_as IS NOT NULL")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn tallied(row: &Row<'_>, same: &HashMap<i64, i64>) -> rusqlite::Result<Tallied> {
    let flags: i64 = row.get(2)?;
    let sender: Option<i64> = row.get(4)?;
    let number = |value: Option<i64>| value.and_then(|value| value.try_into().ok()).unwrap_or(0);
    let media = match row.get(7)? {
        true => Some(TalliedMedia {
            bytes: number(row.get(8)?),
            found: row.get(9)?,
        }),
        false => None,
    };
    Ok(Tallied {
        message: MessageId(row.get(0)?),
        chat: ChatId(row.get(1)?),
        kind: schema::kind(row.get(3)?),
        from_me: flags & flag::FROM_ME != 0,
        sender: sender.map(|id| PersonId(same.get(&id).copied().unwrap_or(id))),
        sent_at: row.get(5)?,
        text_bytes: number(row.get(6)?),
        media,
    })
}

#[cfg(test)]
mod tests {
    use super::OF_SPAN;
    use crate::schema::plan;

    #[test]
    fn a_tally_reads_both_tables_in_the_order_of_their_keys() {
        let plan = plan(OF_SPAN);
        assert!(!plan.contains("TEMP B-TREE"), "{plan}");
    }
}
