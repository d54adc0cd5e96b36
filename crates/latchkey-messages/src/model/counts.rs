//! What was read, and what became of every row.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Which family of tables holds the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SchemaState {
    /// Only the old `messages` table.
    Legacy,
    /// Both families; the old one is live.
    Hybrid,
    /// The `message` family.
    Modern,
}

/// Why a row of the message table is not a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// The table's own placeholder row.
    Sentinel,
    /// A kind that the app itself never displays.
    NeverDisplayed,
    /// The owner had deleted it; the phone had not yet cleaned it away.
    DeletedByOwner,
    /// The row could not be read from a damaged page.
    Unreadable,
}

impl LeftOut {
    /// A person would miss it: the command ends with 1.
    #[must_use]
    pub fn would_be_missed(self) -> bool {
        matches!(self, LeftOut::Unreadable)
    }
}

/// What one pass over the messages met: `source_rows = messages + Σ left_out`, always.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadCounts {
    /// Rows of the message table, sentinel and all.
    pub source_rows: u64,
    /// Messages handed out.
    pub messages: u64,
    /// Rows that are no messages, by reason.
    pub left_out: BTreeMap<LeftOut, u64>,
    /// Stretches of the other tables that could not be read: some messages may lack a file reference, a quotation or
    /// a reaction that they had. A person would miss it: the command ends with 1.
    pub damaged_stretches: u64,
    /// The same account for every table beside the messages that was read, by its name.
    pub tables: BTreeMap<String, TableCounts>,
}

/// What became of the rows of one table beside the messages: `rows = shown + superseded + orphaned + unreadable +
/// passed_over`, always.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableCounts {
    /// Rows in the table.
    pub rows: u64,
    /// Rows that are a part of a message, a call or a chat that was handed out.
    pub shown: u64,
    /// Rows that a newer one of the same person took the place of, or that took back what an older one said.
    pub superseded: u64,
    /// Rows whose message is not there or was left out.
    pub orphaned: u64,
    /// Rows lost in damaged pages; at least so many, where the damage hides how many.
    pub unreadable: u64,
    /// Rows of a sort that is not read (an add-on of an unknown kind), or that their message has no use for.
    pub passed_over: u64,
}

impl TableCounts {
    /// Every row is accounted for.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        let accounted =
            self.shown + self.superseded + self.orphaned + self.unreadable + self.passed_over;
        self.rows == accounted
    }
}

impl ReadCounts {
    /// Tables beside the messages whose rows are not all accounted for: a fault of ours that the import reports, and
    /// that loses nothing of what was read.
    #[must_use]
    pub fn differing(&self) -> Vec<&str> {
        let differ = self.tables.iter().filter(|(_, counts)| !counts.adds_up());
        differ.map(|(name, _)| name.as_str()).collect()
    }
}
