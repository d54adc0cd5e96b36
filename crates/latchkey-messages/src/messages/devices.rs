//! The device that each message was sent from. Nearly every message has one, so that they are all read at once and
//! kept in a bit each: most were sent from a phone.

use std::ops::ControlFlow;

use crate::TableCounts;
use crate::scan::{lost_rows, scan};
use crate::side::RowSet;
use crate::source::Parts;
use crate::value;

/// The table that is read.
pub(super) const TABLE: &str = "message_details";

/// Devices of all messages.
#[derive(Debug, Default)]
pub(super) struct Devices {
    phone: RowSet,
    /// Messages and their devices, by message.
    linked: Vec<(i64, u32)>,
    counts: TableCounts,
    pub(super) damage: u64,
}

impl Devices {
    pub(super) fn open(parts: &Parts) -> rusqlite::Result<Self> {
        let mut devices = Self::default();
        let Some(table) = parts.schema.table(TABLE) else {
            return Ok(devices);
        };
        let select = table.select(&["message_row_id", "author_device_jid"]);
        let mut last = 0;
        let scanned = scan(&parts.connection, &select, None, &mut |_, row| {
            devices.counts.rows += 1;
            let owner = value::reference(row, 1).filter(|&id| parts.order.has(id));
            let device = value::reference(row, 2).and_then(|jid| parts.people.device(jid));
            match (owner, device) {
                (None, _) => devices.counts.orphaned += 1,
                // Rows are read in the order of the messages; a second one for a message is no use.
                (Some(owner), Some(device)) if owner > last => {
                    last = owner;
                    if device == 0 {
                        devices.phone.insert(owner);
                    } else {
                        devices.linked.push((owner, device));
                    }
                }
                _ => devices.counts.passed_over += 1,
            }
            ControlFlow::Continue(())
        })?;
        devices.phone.finish();
        devices.linked.shrink_to_fit();
        devices.damage = scanned.damage.len() as u64;
        let lost = lost_rows(&parts.connection, table, &scanned);
        devices.counts.rows += lost;
        devices.counts.unreadable += lost;
        Ok(devices)
    }

    /// The device that a message was sent from.
    pub(super) fn of(&self, id: i64) -> Option<u32> {
        if self.phone.contains(id) {
            return Some(0);
        }
        let place = self.linked.binary_search_by_key(&id, |&(id, _)| id).ok()?;
        self.linked.get(place).map(|&(_, device)| device)
    }

    /// Enters the row of a message into the account.
    pub(super) fn settle(&mut self, id: i64, shown: bool) {
        if self.of(id).is_some() {
            if shown {
                self.counts.shown += 1;
            } else {
                self.counts.orphaned += 1;
            }
        }
    }

    pub(super) fn counts(&self) -> TableCounts {
        self.counts
    }
}
