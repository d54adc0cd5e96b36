//! What a restore of a made-up phone must report, counted while the rows are written.

use std::collections::{BTreeMap, BTreeSet};

/// Exact numbers, in the words of `restore --json`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Expectations {
    /// Rows of the message table, sentinel and all.
    pub source_rows: u64,
    /// Rows that are messages: `source_rows` less `left_out`.
    pub messages: u64,
    /// Rows that are none, by reason (`sentinel`, `never_displayed`).
    pub left_out: BTreeMap<String, u64>,
    /// Messages by kind, folded ones included.
    pub by_kind: BTreeMap<String, u64>,
    /// Rows of the chat table.
    pub chat_rows: u64,
    /// Chats of the chat table that hold at least one message.
    pub chats_with_messages: u64,
    /// Chats whose messages are left although their row is gone.
    pub deleted_chats: u64,
    /// Messages of those chats.
    pub orphaned_messages: u64,
    /// Reactions that stand: the newest of each person on each message, withdrawn ones not counted.
    pub reactions: u64,
    /// Rows of the call log.
    pub calls: u64,
    /// People with an address in the source, each once; the app's own account is one of them.
    pub people: u64,
    /// Messages with a media row.
    pub media_referenced: u64,
    /// Of those, messages that have a path in the database.
    pub media_with_path: u64,
    /// Of those, messages whose file lies in the media folder.
    pub media_found: u64,
    /// Messages that stand inside another one, by what they are of it (`album`, `hd_twin`, `motion_clip`, `poll_picture`).
    pub folded: BTreeMap<String, u64>,
    /// Messages edited at least once.
    pub edited: u64,
    /// Messages that quote another.
    pub quotes: u64,
    /// Starred messages.
    pub starred: u64,
    /// Polls' votes that stand: the newest of each person on each poll, those taken back not counted.
    pub votes: u64,
    /// Answers to events that stand: the newest of each person on each event.
    pub answers: u64,
    /// Receipts of single members.
    pub receipts: u64,
    /// Mentions, of everyone too.
    pub mentions: u64,
    /// Messages whose newest pin was not taken away.
    pub pinned: u64,
    /// Messages that somebody keeps although they disappear.
    pub kept: u64,
    /// Messages without a possible date.
    pub undated: u64,
    /// Rows of every table of the database.
    pub tables: BTreeMap<String, u64>,
    /// Words that stand in exactly one message each: for searches.
    pub needles: Vec<String>,
    /// Words that must not be found: the owner had deleted their messages.
    pub absent: Vec<String>,
    /// Chats that hold messages (for counting).
    pub(crate) seen_chats: BTreeSet<usize>,
    /// Deleted chats that hold messages (for counting).
    pub(crate) seen_deleted: BTreeSet<usize>,
}

impl Expectations {
    /// Sets the sums once every row is written.
    pub(crate) fn close(&mut self) {
        self.messages = self.source_rows - self.left_out.values().sum::<u64>();
        self.chats_with_messages = self.seen_chats.len() as u64;
        self.deleted_chats = self.seen_deleted.len() as u64;
    }

    /// A message that was counted is none after all, for this reason.
    pub(crate) fn leave_out_counted(&mut self, kind: &str, reason: &str) {
        if let Some(count) = self.by_kind.get_mut(kind) {
            *count -= 1;
            if *count == 0 {
                self.by_kind.remove(kind);
            }
        }
        self.leave_out(reason);
    }

    pub(crate) fn leave_out(&mut self, reason: &str) {
        *self.left_out.entry(reason.to_owned()).or_default() += 1;
    }
}
