//! Receipts: when a message reached each person, was opened and played.
//!
//! There may be many times more of them than messages: of each only the place is kept, eight bytes, sixteen for those
//! of the old table, whose rows name a message by its chat and key.

use std::hash::{BuildHasher, RandomState};
use std::ops::ControlFlow;

use rusqlite::{Row, Statement};

use super::tables::Beside;
use super::{Base, MessageReader};
use crate::error::is_damage;
use crate::people::People;
use crate::scan::{lost_rows, scan};
use crate::source::Parts;
use crate::value;
use crate::{PersonId, Receipt, TableCounts};

/// The old table.
pub(super) const LEGACY: &str = "receipts";

/// Receipts of one message that are kept; a group has a thousand members.
const MOST: usize = 10_000;

impl MessageReader<'_> {
    /// The receipts of a message, one a person, in the order of the people.
    pub(super) fn receipts(
        &mut self,
        base: &Base,
        peer: Option<PersonId>,
    ) -> rusqlite::Result<Vec<Receipt>> {
        let mut receipts = Vec::new();
        let people = &self.parts.people;
        if self.tables.has(Beside::Receipts, base.id) {
            let mut useless = 0;
            self.tables.each(Beside::Receipts, base.id, &mut |row| {
                let person = value::reference(row, 1).and_then(|jid| people.by_row(jid));
                match receipt(row, person).filter(|_| receipts.len() < MOST) {
                    Some(receipt) => receipts.push(receipt),
                    None => useless += 1,
                }
            })?;
            let merged = merge(&mut receipts);
            self.tables.pass_over(Beside::Receipts, useless);
            self.tables.supersede(Beside::Receipts, merged);
        }
        let Some(legacy) = base.legacy.as_deref().filter(|_| base.from_me) else {
            return Ok(receipts);
        };
        self.legacy_receipts.of(base, people, &mut receipts)?;
        // In a chat of two the message's own row says it.
        if let Some(person) = peer.filter(|_| receipts.is_empty()) {
            let [delivered_at, read_at, played_at] = legacy.receipt;
            if legacy.receipt.iter().any(Option::is_some) {
                receipts.push(Receipt {
                    person,
                    delivered_at,
                    read_at,
                    played_at,
                });
            }
        }
        Ok(receipts)
    }
}

/// One row, whose times are its columns 2 to 4; one that says nothing of anybody is none.
fn receipt(row: &Row<'_>, person: Option<PersonId>) -> Option<Receipt> {
    let receipt = Receipt {
        person: person?,
        delivered_at: value::time(row, 2),
        read_at: value::time(row, 3),
        played_at: value::time(row, 4),
    };
    let times = [receipt.delivered_at, receipt.read_at, receipt.played_at];
    times.iter().any(Option::is_some).then_some(receipt)
}

/// Makes one receipt of those of one person, who may have several addresses; how many are gone.
fn merge(receipts: &mut Vec<Receipt>) -> u64 {
    let before = receipts.len();
    if before > 1 {
        receipts.sort_by_key(|receipt| receipt.person);
        receipts.dedup_by(|more, kept| {
            let same = more.person == kept.person;
            if same {
                kept.delivered_at = first(kept.delivered_at, more.delivered_at);
                kept.read_at = first(kept.read_at, more.read_at);
                kept.played_at = first(kept.played_at, more.played_at);
            }
            same
        });
    }
    (before - receipts.len()) as u64
}

/// The earlier of two times, where there are two.
fn first(one: Option<i64>, other: Option<i64>) -> Option<i64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// The rows of the old table by a hash of chat and key, keyed at random so that no source can choose two to collide.
pub(super) struct LegacyReceipts<'s> {
    hasher: RandomState,
    rows: Vec<(u64, i64)>,
    /// Places in `rows` that a message had.
    met: Vec<bool>,
    fetch: Option<Statement<'s>>,
    counts: TableCounts,
    pub(super) damage: u64,
}

impl<'s> LegacyReceipts<'s> {
    pub(super) fn open(parts: &'s Parts, legacy: bool) -> rusqlite::Result<Self> {
        let mut receipts = Self {
            hasher: RandomState::new(),
            rows: Vec::new(),
            met: Vec::new(),
            fetch: None,
            counts: TableCounts::default(),
            damage: 0,
        };
        let Some(table) = parts.schema.table(LEGACY).filter(|_| legacy) else {
            return Ok(receipts);
        };
        let select = table.select(&["key_remote_jid", "key_id"]);
        let scanned = scan(&parts.connection, &select, None, &mut |number, row| {
            receipts.counts.rows += 1;
            let cells = [1, 2].map(|column| value::cell(row, column));
            if let [Ok(chat), Ok(key)] = cells.map(|cell| cell.as_bytes()) {
                let hash = receipts.hasher.hash_one((chat, key));
                receipts.rows.push((hash, number));
            } else {
                receipts.counts.orphaned += 1;
            }
            ControlFlow::Continue(())
        })?;
        receipts.rows.sort_unstable();
        receipts.rows.shrink_to_fit();
        receipts.met.resize(receipts.rows.len(), false);
        receipts.damage = scanned.damage.len() as u64;
        let lost = lost_rows(&parts.connection, table, &scanned);
        receipts.counts.rows += lost;
        receipts.counts.unreadable += lost;
        let columns = [
            "remote_resource",
            "receipt_device_timestamp",
            "read_device_timestamp",
            "played_device_timestamp",
            "key_remote_jid",
        ];
        if !receipts.rows.is_empty() {
            let select = format!("{} WHERE rowid = ?1", table.select(&columns));
            receipts.fetch = Some(parts.connection.prepare(&select)?);
        }
        Ok(receipts)
    }

    /// Adds the receipts of a message. Of a chat of two the chat itself is the person.
    fn of(
        &mut self,
        base: &Base,
        people: &People,
        receipts: &mut Vec<Receipt>,
    ) -> rusqlite::Result<()> {
        let Some(fetch) = &mut self.fetch else {
            return Ok(());
        };
        let key = (base.chat_key.as_bytes(), base.key_id.as_bytes());
        let hash = self.hasher.hash_one(key);
        let from = self.rows.partition_point(|&(other, _)| other < hash);
        // A message takes all rows of its key: another one of the same key has nothing left to look at.
        if self.met.get(from).is_none_or(|met| *met) {
            return Ok(());
        }
        let rows = self.rows.get(from..).unwrap_or_default();
        let before = receipts.len();
        for (place, &(other, number)) in rows.iter().enumerate() {
            if other != hash {
                break;
            }
            if let Some(met) = self.met.get_mut(from + place) {
                *met = true;
            }
            let mut rows = fetch.query([number])?;
            let row = match rows.next() {
                Ok(Some(row)) => row,
                Ok(None) => {
                    self.counts.unreadable += 1;
                    continue;
                }
                Err(error) if is_damage(&error) => {
                    (self.counts.unreadable, self.damage) =
                        (self.counts.unreadable + 1, self.damage + 1);
                    continue;
                }
                Err(error) => return Err(error),
            };
            let who = value::text(row, 1).or_else(|| value::text(row, 5));
            let person = who.and_then(|who| people.by_text(&who));
            match receipt(row, person).filter(|_| receipts.len() < MOST) {
                Some(receipt) => receipts.push(receipt),
                None => self.counts.passed_over += 1,
            }
        }
        let found = (receipts.len() - before) as u64;
        let merged = merge(receipts);
        self.counts.superseded += merged;
        self.counts.shown += found.saturating_sub(merged);
        Ok(())
    }

    /// What became of the rows; those that no message has are orphans.
    pub(super) fn counts(&self) -> TableCounts {
        let mut counts = self.counts;
        let orphans = self.met.iter().filter(|met| !**met).count();
        counts.orphaned += orphans as u64;
        counts
    }
}
