//! Rows of system notices: the code, and the tables that hold what the code alone does not say.

use super::super::{SchemaState, SourceWriter, WriteSourceError};
use crate::draft::NoticeDraft;

impl SourceWriter {
    pub(in crate::tables) fn notice_rows(
        &mut self,
        row: i64,
        actor: i64,
        notice: &NoticeDraft,
    ) -> Result<(), WriteSourceError> {
        self.side(
            "INSERT INTO message_system (message_row_id, action_type) VALUES (?1, ?2)",
            (row, notice.action),
        )?;
        match (notice.action, notice.people.as_slice()) {
            (10 | 28, [old, new]) => {
                let (old, new) = (self.address_of(*old)?, self.address_of(*new)?);
                self.side(
                    "INSERT INTO message_system_number_change (message_row_id, old_jid_row_id, new_jid_row_id)
                     VALUES (?1, ?2, ?3)",
                    (row, old, new),
                )?;
            }
            (_, people) => {
                for person in people {
                    let person_row = self.address_of(*person)?;
                    self.side(
                        "INSERT INTO message_system_chat_participant (message_row_id, user_jid_row_id)
                         VALUES (?1, ?2)",
                        (row, person_row),
                    )?;
                }
            }
        }
        if self.schema != SchemaState::Modern {
            return Ok(());
        }
        self.own_table(row, actor, notice)?;
        self.group_rows(row, notice)?;
        if let Some(old) = &notice.old {
            self.side(
                "INSERT INTO message_system_value_change (message_row_id, old_data) VALUES (?1, ?2)",
                (row, old),
            )?;
        }
        self.timer_row(row, notice.timer)
    }

    /// The change of a timer.
    pub(super) fn timer_row(&self, row: i64, seconds: Option<i64>) -> Result<(), WriteSourceError> {
        let Some(seconds) = seconds else {
            return Ok(());
        };
        self.side(
            "INSERT INTO message_ephemeral_setting (message_row_id, setting_duration, setting_reason,
             pre_setting_duration) VALUES (?1, ?2, 0, ?3)",
            (row, seconds, if seconds == 0 { 604_800 } else { 0 }),
        )
    }

    /// The table that only this code has.
    fn own_table(
        &self,
        row: i64,
        actor: i64,
        notice: &NoticeDraft,
    ) -> Result<(), WriteSourceError> {
        let yes = i64::from(notice.yes.unwrap_or(false));
        match notice.action {
            6 => self.side(
                "INSERT INTO message_system_photo_change (message_row_id, new_photo_id, old_photo, new_photo)
                 VALUES (?1, ?2, x'FFD8FFE000104A46', x'FFD8FFE000104A46')",
                (row, row.to_string()),
            ),
            4 | 11 | 12 | 20 | 52 | 79 => self.side(
                "INSERT INTO message_system_group (message_row_id, is_me_joined) VALUES (?1, ?2)",
                (row, yes),
            ),
            46 | 47 | 50 | 63 | 69 | 158 => self.side(
                "INSERT INTO message_system_business_state (message_row_id, privacy_message_type, business_name)
                 VALUES (?1, 2, ?2)",
                (row, &notice.name),
            ),
            67 => self.side(
                "INSERT INTO message_system_initial_privacy_provider (message_row_id, privacy_provider,
                 verified_biz_name, biz_state_id) VALUES (?1, 2, ?2, ?3)",
                (row, &notice.name, if notice.name.is_some() { 10 } else { 1 }),
            ),
            57 => {
                let (added, removed) = notice.devices.unwrap_or((1, 0));
                self.side(
                    "INSERT INTO message_system_device_change (message_row_id, device_added_count,
                     device_removed_count) VALUES (?1, ?2, ?3)",
                    (row, added, removed),
                )
            }
            58 => self.side(
                "INSERT INTO message_system_block_contact (message_row_id, is_blocked) VALUES (?1, ?2)",
                (row, yes),
            ),
            70 => self.side(
                "INSERT INTO message_system_linked_group_call (message_row_id, call_id, is_video_call)
                 VALUES (?1, ?2, ?3)",
                (row, format!("call:group{row}"), yes),
            ),
            165 => self.side(
                "INSERT INTO message_system_username_change (message_row_id, user_jid, old_username, new_username)
                 VALUES (?1, ?2, ?3, ?4)",
                (row, actor, &notice.old, &notice.name),
            ),
            // the name's column is declared STRING: a name of digits comes back as a number
            169 => self.side(
                "INSERT INTO message_system_event_updates (message_row_id, event_message_row_id, event_name)
                 VALUES (?1, 0, ?2)",
                (row, &notice.name),
            ),
            _ => Ok(()),
        }
    }

    /// Groups that joined or left a community.
    fn group_rows(&self, row: i64, notice: &NoticeDraft) -> Result<(), WriteSourceError> {
        for (index, (subject, chat)) in notice.groups.iter().enumerate() {
            let group_row = chat.map_or(0, |chat| self.chats[chat.0].jid);
            match notice.action {
                // told in a group: the community it was linked to
                75 | 78 | 87 => {
                    self.side(
                        "INSERT INTO message_system_community_link_changed (message_row_id, old_group_type,
                         new_group_type, linked_parent_group_jid_row_id) VALUES (?1, 0, 2, ?2)",
                        (row, group_row),
                    )?;
                    self.side(
                        "INSERT INTO message_system_group_with_parent (message_row_id, linked_parent_group_name)
                         VALUES (?1, ?2)",
                        (row, subject),
                    )?;
                }
                // told in a group: another group of the same community
                128 => self.side(
                    "INSERT INTO message_system_sibling_group_link_change (message_row_id, subgroup_raw_jid,
                     subgroup_subject, parent_group_jid_row_id) VALUES (?1, ?2, ?3, 0)",
                    (row, format!("12036300000000{index:04}@g.us"), subject),
                )?,
                _ => self.side(
                    "INSERT INTO message_system_with_group_nodes (message_row_id, group_jid_row_id,
                     group_node_type, group_subject, version) VALUES (?1, ?2, ?3, ?4, 1)",
                    (row, group_row, index as i64, subject),
                )?,
            }
        }
        Ok(())
    }
}
