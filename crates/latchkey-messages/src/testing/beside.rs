//! What people do beside writing: they vote, answer, pin and keep, and share places and cards.

use rusqlite::params;

use super::{ChatRow, JidRow, Phone, START};

impl Phone {
    /// Someone did something to a message, so many milliseconds after the start.
    pub(crate) fn add_on(&self, message: i64, sender: Option<i64>, kind: i64, at: i64) -> i64 {
        let sql = "INSERT INTO message_add_on (from_me, sender_jid_row_id, parent_message_row_id, timestamp,
            message_add_on_type) VALUES (?1, ?2, ?3, ?4, ?5)";
        let values = params![sender.is_none(), sender, message, START + at, kind];
        self.insert(sql, values)
    }

    /// A poll, and the rows of its options.
    pub(crate) fn asked(
        &mut self,
        chat: ChatRow,
        question: &str,
        options: &[&str],
    ) -> (i64, Vec<i64>) {
        let poll = self.row(chat, true, None, 66, Some(question));
        let sql =
            "INSERT INTO message_poll (message_row_id, selectable_options_count) VALUES (?1, 1)";
        self.insert(sql, params![poll]);
        let sql = "INSERT INTO message_poll_option (message_row_id, option_name, vote_total) VALUES (?1, ?2, 7)";
        let add = |option: &&str| self.insert(sql, params![poll, option]);
        let options = options.iter().map(add).collect();
        (poll, options)
    }

    /// Someone chose options of a poll.
    pub(crate) fn voted(&self, poll: i64, sender: Option<i64>, options: &[i64], at: i64) {
        let vote = self.add_on(poll, sender, 67, at);
        let sql = "INSERT INTO message_add_on_poll_vote VALUES (?1, ?2)";
        self.insert(sql, params![vote, START + at]);
        for option in options {
            let sql = "INSERT INTO message_add_on_poll_vote_selected_option
                (message_add_on_row_id, message_poll_option_id) VALUES (?1, ?2)";
            self.insert(sql, params![vote, option]);
        }
    }

    /// Someone answered an event.
    pub(crate) fn answered(&self, event: i64, sender: Option<i64>, response: i64, at: i64) {
        let answer = self.add_on(event, sender, 93, at);
        let sql = "INSERT INTO message_add_on_event_response VALUES (?1, ?2, ?3, 2)";
        self.insert(sql, params![answer, response, START + at]);
    }

    /// Someone pinned a message, or took the pin away.
    pub(crate) fn pinned(&self, message: i64, sender: Option<i64>, state: i64, at: i64) {
        let pin = self.add_on(message, sender, 79, at);
        let sql = "INSERT INTO message_add_on_pin_in_chat VALUES (?1, ?2, ?3)";
        self.insert(sql, params![pin, state, START + at]);
    }

    /// Someone kept a disappearing message, or let it go again.
    pub(crate) fn kept(&self, message: i64, sender: Option<i64>, state: i64, at: i64) {
        let keep = self.add_on(message, sender, 68, at);
        let sql =
            "INSERT INTO message_add_on_keep_in_chat (message_add_on_row_id, keep_in_chat_state,
            sender_timestamp) VALUES (?1, ?2, ?3)";
        self.insert(sql, params![keep, state, START + at]);
    }

    /// A contact card of somebody, in a message.
    pub(crate) fn card(&self, message: i64, vcard: &str, of: Option<JidRow>) {
        let sql = "INSERT INTO message_vcard (message_row_id, vcard) VALUES (?1, ?2)";
        let card = self.insert(sql, params![message, vcard]);
        if let Some(jid) = of {
            let sql =
                "INSERT INTO message_vcard_jid (vcard_jid_row_id, vcard_row_id, message_row_id)
                VALUES (?1, ?2, ?3)";
            self.insert(sql, params![jid.0, card, message]);
        }
    }

    /// A message is a part of another one.
    pub(crate) fn part(&self, child: i64, parent: i64, kind: i64) {
        let sql = "INSERT INTO message_association (child_message_row_id, parent_message_row_id, association_type)
            VALUES (?1, ?2, ?3)";
        self.insert(sql, params![child, parent, kind]);
    }

    /// A notice in a chat.
    pub(crate) fn notice(&mut self, chat: ChatRow, sender: Option<JidRow>, action: i64) -> i64 {
        let row = self.row(chat, false, sender.map(|jid| jid.0), 7, None);
        self.insert(
            "INSERT INTO message_system VALUES (?1, ?2)",
            params![row, action],
        );
        row
    }
}
