//! What a later import changes of a message that the history has: what is newer wins, nothing is lost.

use latchkey_messages::{Kind, Message};
use rusqlite::{OptionalExtension, params};

use super::ImportSession;
use crate::error::ImportError;
use crate::import::chat::KnownMessage;
use crate::import::write::flags;
use crate::schema::{self, flag};

impl ImportSession<'_> {
    /// What a later import may change of a message: what is newer wins, what was there is not lost.
    pub(super) fn refresh(
        &mut self,
        known: &KnownMessage,
        message: &Message,
    ) -> Result<(), ImportError> {
        let id = known.placed.id;
        let revoked = schema::kind_code(Kind::Revoked);
        let source_kind = schema::kind_code(message.kind);
        let mut now = known.flags;
        if known.kind != revoked && source_kind == revoked {
            now |= flag::DELETED_LATER;
        } else if known.kind == revoked && source_kind != revoked {
            self.owe(id)?;
            now = flags(message) | flag::DELETED_LATER;
            self.bring_back(id, message)?;
        } else if message.edited_at.is_some() {
            self.edit(id, message)?;
        }
        if self.newest && source_kind != revoked {
            now = (now & !flag::STARRED) | if message.starred { flag::STARRED } else { 0 };
        }
        now = now & !flag::DELIVERY
            | (now & flag::DELIVERY).max(schema::delivery_bits(message.delivery));
        if !message.reactions.is_empty() && self.add_reactions(id, message)? {
            now |= flag::REACTIONS;
        }
        if now & flag::MEDIA == 0
            && let Some(media) = &message.media
        {
            self.owe(id)?;
            self.writer.media(id, media)?;
            now |= flag::MEDIA;
        }
        if now != known.flags {
            self.tables
                .prepare_cached("UPDATE message SET flags = ?2 WHERE id = ?1")?
                .execute([id, now])?;
            if (now ^ known.flags) & 0xff & !(flag::REACTIONS | flag::DELETED_LATER) != 0 {
                self.owe(id)?;
            }
        }
        Ok(())
    }

    /// The history knew it only as deleted; this older source still has it.
    fn bring_back(&mut self, id: i64, message: &Message) -> Result<(), ImportError> {
        self.tables
            .prepare_cached("UPDATE message SET kind = ?2, raw_kind = ?3, text = ?4, edited_at = ?5 WHERE id = ?1")?
            .execute(params![id, schema::kind_code(message.kind), message.raw_kind, message.text, message.edited_at])?;
        if let Some(media) = &message.media {
            self.writer.media(id, media)?;
        }
        self.touch();
        Ok(())
    }

    fn edit(&mut self, id: i64, message: &Message) -> Result<(), ImportError> {
        let newer: bool = self
            .tables
            .prepare_cached("SELECT coalesce(edited_at, -1) < ?2 FROM message WHERE id = ?1")?
            .query_row(params![id, message.edited_at], |row| row.get(0))?;
        if newer {
            self.owe(id)?;
            self.tables
                .prepare_cached("UPDATE message SET text = ?2, edited_at = ?3 WHERE id = ?1")?
                .execute(params![id, message.text, message.edited_at])?;
            self.touch();
        }
        Ok(())
    }

    fn touch(&mut self) {
        if let Some(open) = &mut self.current {
            open.touched = true;
        }
    }

    /// Adds reactions of people who had none and replaces older ones; `true` when anything changed.
    fn add_reactions(&mut self, id: i64, message: &Message) -> Result<bool, ImportError> {
        let mut changed = false;
        for reaction in &message.reactions {
            let sender = reaction.sender.and_then(|person| self.people.id(person));
            let there: Option<(i64, Option<i64>, String)> = self
                .tables
                .prepare_cached(
                    "SELECT n, at, emoji FROM reaction WHERE message = ?1 AND from_me = ?2
                       AND (sender IS ?3 OR sender IN (SELECT id FROM person WHERE same_as = ?3))",
                )?
                .query_row(params![id, reaction.from_me, sender], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })
                .optional()?;
            match there {
                Some((n, at, emoji)) if emoji != reaction.emoji && at < reaction.at => {
                    self.tables
                        .prepare_cached(
                            "UPDATE reaction SET emoji = ?3, at = ?4 WHERE message = ?1 AND n = ?2",
                        )?
                        .execute(params![id, n, reaction.emoji, reaction.at])?;
                    changed = true;
                }
                Some(_) => {}
                None => {
                    let n = self
                        .tables
                        .prepare_cached(
                            "SELECT coalesce(max(n) + 1, 0) FROM reaction WHERE message = ?1",
                        )?
                        .query_row([id], |row| row.get(0))?;
                    self.writer.reaction(id, n, reaction, &self.people)?;
                    changed = true;
                }
            }
        }
        Ok(changed)
    }

    /// Notes that the text index has to change this message, with the words it was indexed by.
    fn owe(&mut self, id: i64) -> Result<(), ImportError> {
        self.owed = true;
        self.tables
            .prepare_cached(
                "INSERT OR IGNORE INTO owed SELECT m.id,
                   CASE WHEN m.text IS NULL OR media.name IS NULL THEN coalesce(m.text, media.name, '')
                     ELSE m.text || char(10) || media.name END
                 FROM message m LEFT JOIN media ON media.message = m.id WHERE m.id = ?1",
            )?
            .execute([id])?;
        Ok(())
    }
}
