//! What a later import changes of a message that the history has: what is newer wins, nothing is lost.

use latchkey_messages::{Kind, Message};
use rusqlite::{OptionalExtension, params};

use super::ImportSession;
use super::known::KnownMessage;
use crate::error::ImportError;
use crate::import::owed;
use crate::import::prints::Print;
use crate::import::write::{Meet, Placement, flags};
use crate::schema::{self, flag};

impl ImportSession<'_> {
    /// Takes over what this source knows better or more of.
    pub(super) fn refresh(
        &mut self,
        known: &KnownMessage,
        message: &Message,
        content: u64,
    ) -> Result<(), ImportError> {
        let id = known.id;
        let meet = self.how_it_meets(id)?;
        let before = owed::search_row(self.tables, id, &self.names)?;
        let words = self.words_win(known, message, meet)?;
        if words {
            self.replace_words(id, message)?;
        }
        self.complete(known, message)?;
        let at = Placement {
            id,
            chat: 0,
            sender: None,
            quoted: self.targets.quoted(id, message),
            parent: self.targets.parent(id, message),
            time: known.sent_at.unwrap_or(0),
        };
        self.writer.hang_on(at, message, meet, &self.people)?;
        self.refresh_flags(known, message, meet)?;
        // The print is of the newest source: one that says again what an older source said is still to be looked at.
        if meet != Meet::Newer {
            let identity = known.identity;
            self.new_prints.set(id, Print { content, identity })?;
        }
        let after = owed::search_row(self.tables, id, &self.names)?;
        if before.facet != after.facet || before.words != after.words {
            owed::owe(self.tables, id, &before.words)?;
            self.owed = true;
            if let Some(open) = &mut self.current {
                open.touched = true;
            }
        }
        Ok(())
    }

    /// The source against the newest one that had the message.
    fn how_it_meets(&self, id: i64) -> rusqlite::Result<Meet> {
        for &import in &self.newer {
            if self.had(import, id)? {
                return Ok(Meet::Newer);
            }
        }
        Ok(Meet::Older)
    }

    /// Every newer source that had the message was made when it had been deleted already.
    fn is_last_before_deletion(&self, id: i64) -> rusqlite::Result<bool> {
        let mut statement = self
            .tables
            .prepare_cached("SELECT at FROM revoked WHERE message = ?1")?;
        let deleted: Option<Option<i64>> =
            statement.query_row([id], |row| row.get(0)).optional()?;
        let Some(deleted) = deleted.flatten() else {
            return Ok(false);
        };
        let mut made = self
            .tables
            .prepare_cached("SELECT coalesce(created, imported_at) FROM import WHERE id = ?1")?;
        for &import in &self.newer {
            let made: i64 = made.query_row([import], |row| row.get(0))?;
            if made < deleted && self.had(import, id)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn had(&self, import: i64, id: i64) -> rusqlite::Result<bool> {
        let mut statement = self.tables.prepare_cached(
            "SELECT first + length FROM seen WHERE import = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1",
        )?;
        let end: Option<i64> = statement
            .query_row([import, id], |row| row.get(0))
            .optional()?;
        Ok(end.is_some_and(|end| id < end))
    }

    /// Whether kind and text of the source take the place of what the history has.
    fn words_win(
        &self,
        known: &KnownMessage,
        message: &Message,
        meet: Meet,
    ) -> rusqlite::Result<bool> {
        let revoked = schema::kind_code(Kind::Revoked);
        let unknown = schema::kind_code(Kind::Unsupported);
        let source = schema::kind_code(message.kind);
        if source == revoked || (source == unknown && known.kind != unknown) {
            return Ok(false);
        }
        // Known only as deleted, or to an app that was too old for it.
        if known.kind == revoked || (known.kind == unknown && source != unknown) {
            return Ok(true);
        }
        let (there, here) = (
            known.edited_at.unwrap_or(-1),
            message.edited_at.unwrap_or(-1),
        );
        if message.text.is_none() || here < there {
            return Ok(false);
        }
        let mut statement = self
            .tables
            .prepare_cached("SELECT text IS NULL, unpack(text) IS ?2 FROM message WHERE id = ?1")?;
        let (none, same): (bool, bool) = statement
            .query_row(params![known.id, message.text], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        Ok(here > there || none || same || meet == Meet::Older)
    }

    /// Kind, text and mentions of the source.
    fn replace_words(&mut self, id: i64, message: &Message) -> rusqlite::Result<()> {
        self.tables
            .prepare_cached(
                "UPDATE message SET kind = ?2, raw_kind = ?3, text = coalesce(pack(?4), text), edited_at = coalesce(?5, edited_at)
                 WHERE id = ?1",
            )?
            .execute(params![
                id,
                schema::kind_code(message.kind),
                message.raw_kind,
                message.text,
                message.edited_at
            ])?;
        self.tables
            .prepare_cached("DELETE FROM mention WHERE message = ?1")?
            .execute([id])?;
        let meet = Meet::Nothing;
        self.writer
            .beside
            .mentions(id, &message.mentions, meet, &self.people)
    }

    /// Fills what the history does not know of the message's own row.
    fn complete(&self, known: &KnownMessage, message: &Message) -> rusqlite::Result<()> {
        let sender = message.sender.and_then(|person| self.people.id(person));
        let received = crate::import::chat::received_after(message);
        self.tables
            .prepare_cached(
                "UPDATE message SET raw_kind = coalesce(raw_kind, ?2), sender = coalesce(sender, ?3),
                   received_after = coalesce(received_after, ?4), device = coalesce(device, ?5),
                   forwarded = max(coalesce(forwarded, ?6), coalesce(?6, forwarded)) WHERE id = ?1",
            )?
            .execute(params![
                known.id,
                message.raw_kind,
                sender,
                received.filter(|_| known.sent_at == message.sent_at),
                message.device,
                message.forwarded,
            ])
            .map(drop)
    }

    fn refresh_flags(
        &self,
        known: &KnownMessage,
        message: &Message,
        meet: Meet,
    ) -> rusqlite::Result<()> {
        let revoked = schema::kind_code(Kind::Revoked);
        let (was_revoked, is_revoked) = (known.kind == revoked, message.kind == Kind::Revoked);
        let here = flags(message);
        let highest = |bits: i64| (known.flags & bits).max(here & bits);
        let several = flag::DELIVERY | flag::VIEW_ONCE;
        let mut now = (known.flags | here) & !several;
        now |= highest(flag::DELIVERY) | highest(flag::VIEW_ONCE);
        if was_revoked != is_revoked {
            now |= flag::DELETED_LATER;
        }
        // A deleted message has no star of its own: the last source before it was deleted decides.
        let decides = match (was_revoked, is_revoked) {
            (false, true) => false,
            (true, false) => true,
            _ => meet == Meet::Older || (!is_revoked && self.is_last_before_deletion(known.id)?),
        };
        let star = if decides { here } else { known.flags };
        now = now & !flag::STARRED | star & flag::STARRED;
        if now != known.flags {
            self.tables
                .prepare_cached("UPDATE message SET flags = ?2 WHERE id = ?1")?
                .execute([known.id, now])?;
        }
        Ok(())
    }
}
