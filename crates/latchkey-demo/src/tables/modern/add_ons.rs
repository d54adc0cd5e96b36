//! What hangs on a message as rows of their own: reactions, pins, keeps.

use super::super::{SourceWriter, WriteSourceError};
use crate::draft::{MarkDraft, MessageDraft, PersonNo};

impl SourceWriter {
    /// Reactions, pins and keeps of a message.
    pub(super) fn modern_add_ons(
        &mut self,
        row: i64,
        chat: i64,
        draft: &MessageDraft,
    ) -> Result<(), WriteSourceError> {
        for (index, reaction) in draft.reactions.iter().enumerate() {
            let add_on = self.add_on(row, chat, reaction.from, (56, reaction.at, index))?;
            self.side(
                "INSERT INTO message_add_on_reaction (message_add_on_row_id, reaction, sender_timestamp)
                 VALUES (?1, ?2, ?3)",
                (add_on, &reaction.emoji, reaction.at),
            )?;
        }
        for (index, MarkDraft { from, on, at }) in draft.pins.iter().enumerate() {
            let add_on = self.add_on(row, chat, *from, (79, *at, index))?;
            self.side(
                "INSERT INTO message_add_on_pin_in_chat (message_add_on_row_id, pin_in_chat_state, sender_timestamp)
                 VALUES (?1, ?2, ?3)",
                (add_on, if *on { 1 } else { 2 }, at),
            )?;
        }
        for (index, MarkDraft { from, on, at }) in draft.keeps.iter().enumerate() {
            let add_on = self.add_on(row, chat, *from, (68, *at, index))?;
            self.side(
                "INSERT INTO message_add_on_keep_in_chat (message_add_on_row_id, keep_in_chat_state,
                 sender_timestamp, keep_count) VALUES (?1, ?2, ?3, ?4)",
                (add_on, if *on { 1 } else { 2 }, at, i64::from(*on)),
            )?;
        }
        Ok(())
    }

    pub(super) fn add_on(
        &mut self,
        parent: i64,
        chat: i64,
        from: Option<PersonNo>,
        (kind, at, index): (i64, i64, usize),
    ) -> Result<i64, WriteSourceError> {
        // in a chat with one person the add-on's sender is often not stored
        let sender = match from {
            Some(person) if self.stores_senders(chat) => self.address_of(person)?,
            _ => -1,
        };
        self.side(
            "INSERT INTO message_add_on (chat_row_id, from_me, key_id, sender_jid_row_id, parent_message_row_id,
             timestamp, status, message_add_on_type, received_timestamp) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, ?7, ?6)",
            (
                chat,
                i64::from(from.is_none()),
                format!("ADD{parent:X}{index:02X}{kind:02X}"),
                sender,
                parent,
                at,
                kind,
            ),
        )?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Whether the chat of this row has more than one other side.
    fn stores_senders(&self, chat: i64) -> bool {
        // the n-th chat has row n
        let index = usize::try_from(chat - 1).ok();
        index
            .and_then(|index| self.chats.get(index))
            .is_some_and(|slot| slot.many)
    }
}
