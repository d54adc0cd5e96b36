//! Rows of chats in the `message` family: their addresses, members, communities, channels.

use super::super::{ChatSlot, SchemaState, SourceWriter, WriteSourceError};
use crate::draft::{ChatAddress, ChatDraft, PersonNo, SenderForm};

impl SourceWriter {
    /// Adds a row to the chat table, its address, its members.
    pub(in crate::tables) fn modern_chat(
        &mut self,
        chat: &ChatDraft,
    ) -> Result<ChatSlot, WriteSourceError> {
        let (many, jid, address) = self.chat_address(&chat.address)?;
        let deleted = matches!(chat.address, ChatAddress::Deleted);
        let row = self.chats.len() as i64 + 1;
        if !deleted {
            self.insert_chat(row, jid, chat)?;
            self.insert_members(jid, chat)?;
        }
        Ok(ChatSlot {
            row,
            jid,
            address,
            deleted,
            many,
            peer: peer(&chat.address),
            last: (0, i64::MIN, 0),
        })
    }

    /// Whether it has more than one other side, the row of its address, the address as text.
    fn chat_address(
        &mut self,
        address: &ChatAddress,
    ) -> Result<(bool, i64, String), WriteSourceError> {
        let connection = &self.connection;
        let (user, server, kind) = match address {
            ChatAddress::Phone(person) => {
                let jid = self
                    .addresses
                    .sender_row(connection, *person, SenderForm::Phone)?;
                return Ok((false, jid, self.addresses.text(*person)));
            }
            ChatAddress::Lid(person) => {
                let jid = self.addresses.lid_row(*person).unwrap_or(0);
                let text = self.addresses.lid_text(*person).unwrap_or_default();
                return Ok((false, jid, text));
            }
            // an address row that nothing stands behind
            ChatAddress::Lost => return Ok((true, 999_999, String::new())),
            ChatAddress::Deleted => return Ok((true, 0, String::new())),
            ChatAddress::Group(id) => (id.as_str(), "g.us", 1),
            ChatAddress::Broadcast(id) => (id.as_str(), "broadcast", 3),
            ChatAddress::Channel(id) => (id.as_str(), "newsletter", 21),
            ChatAddress::Status => ("status", "broadcast", 5),
            ChatAddress::Announcements => ("0", "s.whatsapp.net", 7),
        };
        let jid = self.addresses.plain(connection, user, server, kind)?;
        let many = !matches!(address, ChatAddress::Announcements);
        Ok((many, jid, format!("{user}@{server}")))
    }

    fn insert_chat(&self, row: i64, jid: i64, chat: &ChatDraft) -> Result<(), WriteSourceError> {
        let channel = matches!(chat.address, ChatAddress::Channel(_));
        self.connection.execute(
            "INSERT INTO chat (_id, jid_row_id, hidden, subject, created_timestamp, archived, sort_timestamp,
             unseen_message_count, ephemeral_expiration, group_type) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5, ?7, ?8, ?9)",
            (
                row,
                jid,
                i64::from(chat.hidden),
                chat.subject.as_ref().filter(|_| !channel),
                chat.created_at,
                i64::from(chat.archived),
                chat.unread,
                chat.timer,
                chat.group_type,
            ),
        )?;
        if self.schema != SchemaState::Modern {
            return Ok(());
        }
        self.connection.execute(
            "UPDATE chat SET chat_lock = ?1, group_member_count = ?2, participation_status = ?3 WHERE _id = ?4",
            (
                i64::from(chat.locked),
                chat.members.len() as i64,
                chat.participation,
                row,
            ),
        )?;
        if channel {
            self.connection.execute(
                "INSERT INTO newsletter (chat_row_id, name, description, handle, subscribers_count, membership)
                 VALUES (?1, ?2, ?3, NULL, 1834, 0)",
                (
                    row,
                    &chat.subject,
                    chat.description.as_ref().or(chat.subject.as_ref()),
                ),
            )?;
        }
        if chat.group_type > 0 {
            self.connection.execute(
                "INSERT INTO community_chat (chat_row_id, last_activity_ts, join_ts, closed) VALUES (?1, ?2, ?2, 0)",
                (row, chat.created_at),
            )?;
        }
        Ok(())
    }

    fn insert_members(&mut self, jid: i64, chat: &ChatDraft) -> Result<(), WriteSourceError> {
        let modern = self.schema == SchemaState::Modern;
        let joined = chat.created_at.unwrap_or(0);
        for (position, member) in chat.members.iter().enumerate() {
            let member_row = self.address_of(*member)?;
            let rank = rank(position, chat.members.len());
            self.side(
                "INSERT INTO group_participant_user (group_jid_row_id, user_jid_row_id, rank, pending)
                 VALUES (?1, ?2, ?3, 0)",
                (jid, member_row, rank),
            )?;
            if modern {
                let participant = self.connection.last_insert_rowid();
                let label = chat.labels.iter().find(|label| label.0 == *member);
                self.side(
                    "UPDATE group_participant_user SET add_timestamp = ?1, label = ?2, join_method = ?3 WHERE _id = ?4",
                    (
                        joined + position as i64 * 3_600_000,
                        label.map(|label| &label.1),
                        position as i64 % 3,
                        participant,
                    ),
                )?;
                if chat.group_type == 1 {
                    self.side(
                        "INSERT INTO parent_group_participants (parent_group_jid_row_id, user_jid_row_id)
                         VALUES (?1, ?2)",
                        (jid, member_row),
                    )?;
                }
            }
        }
        for (person, left, at) in chat.past_members.iter().filter(|_| modern) {
            let person_row = self.address_of(*person)?;
            self.side(
                "INSERT INTO group_past_participant_user (group_jid_row_id, user_jid_row_id, is_leave, timestamp)
                 VALUES (?1, ?2, ?3, ?4)",
                (jid, person_row, i64::from(*left), at),
            )?;
        }
        Ok(())
    }

    /// The row of a person's first address.
    pub(in crate::tables) fn address_of(
        &mut self,
        person: PersonNo,
    ) -> Result<i64, WriteSourceError> {
        self.addresses
            .sender_row(&self.connection, person, SenderForm::Phone)
    }
}

/// The other person of a chat with one.
pub(in crate::tables) fn peer(address: &ChatAddress) -> Option<PersonNo> {
    match address {
        ChatAddress::Phone(person) | ChatAddress::Lid(person) => Some(*person),
        _ => None,
    }
}

/// 2 for who made the group, 1 for an admin, 0 for a member.
pub(in crate::tables) fn rank(position: usize, members: usize) -> i64 {
    match position {
        0 => 2,
        1 if members >= 4 => 1,
        _ => 0,
    }
}
