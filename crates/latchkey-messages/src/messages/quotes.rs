//! Quotations: the message that is quoted where it is still there, and the copy that was stored with the quotation.
//!
//! A copy keeps the source's `@digits`; whoever shows it puts the names in, as in a message's own text.

use std::collections::HashSet;

use rusqlite::Row;

use super::tables::Beside;
use super::{Base, MessageReader, RECORDED, legacy};
use crate::TableCounts;
use crate::kind::kind_of;
use crate::side::{Side, Spec};
use crate::source::Parts;
use crate::value;
use crate::{PersonId, Quote, RowId};

/// Quotations of the old table, to which messages point by row.
const LEGACY_QUOTES: Spec = Spec {
    table: "messages_quotes",
    owner: "_id",
    columns: &legacy::QUOTE_COLUMNS,
};

/// Quotations of the old table.
pub(super) struct LegacyQuotes<'s> {
    side: Side<'s>,
    met: HashSet<i64>,
}

impl<'s> LegacyQuotes<'s> {
    pub(super) fn open(parts: &'s Parts, legacy: bool) -> rusqlite::Result<Self> {
        let mut spec = LEGACY_QUOTES;
        if !legacy {
            spec.table = "";
        }
        let (connection, schema) = (&parts.connection, &parts.schema);
        Ok(Self {
            side: Side::open(connection, schema, spec, &|_| true)?,
            met: HashSet::new(),
        })
    }

    /// The quotation of a row; two messages that point to one row count it once.
    fn read<T>(&mut self, copy: i64, read: impl Fn(&Row<'_>) -> T) -> rusqlite::Result<Option<T>> {
        let found = self.side.one(copy, read)?;
        if self.met.insert(copy) {
            self.side.settle(copy, true);
        }
        Ok(found)
    }

    pub(super) fn damage(&self) -> u64 {
        self.side.damage
    }

    /// The table's name and what became of its rows; those that no message points to are orphans.
    pub(super) fn counts(&self) -> (&'static str, TableCounts) {
        let mut counts = self.side.counts();
        self.side
            .each_owner(&mut |owner| counts.orphaned += u64::from(!self.met.contains(&owner)));
        (LEGACY_QUOTES.table, counts)
    }
}

impl MessageReader<'_> {
    /// What it quotes: the stored copy, and the row that it points to where that is found.
    pub(super) fn quoted(
        &mut self,
        base: &Base,
        peer: Option<PersonId>,
    ) -> rusqlite::Result<Option<Quote>> {
        if let Some(found) = self.legacy_quote(base)? {
            return Ok(Some(found));
        }
        let parts = self.parts;
        let found = self.tables.one(Beside::Quoted, base.id, |row| {
            let key = value::text(row, 1);
            let chat = value::integer(row, 2);
            let from_me = value::flag(row, 3);
            let text = value::text(row, 7);
            let kind = kind_of(
                value::integer(row, 5),
                value::integer(row, 6) == Some(RECORDED),
                text.is_some(),
            );
            let other = chat.and_then(|chat| parts.chats.peer_of_row(chat)).or(peer);
            let sender = value::reference(row, 4)
                .and_then(|jid| parts.people.by_row(jid))
                .or(other);
            let target = key.as_ref().and_then(|key| {
                let there =
                    chat.and_then(|chat| parts.order.quoted(&chat.to_le_bytes(), key.as_bytes()));
                there.or_else(|| parts.order.quoted(base.chat_key.as_bytes(), key.as_bytes()))
            });
            Quote {
                key_id: key,
                row: target.filter(|&row| row != base.id).map(RowId),
                from_me,
                sender: sender.filter(|_| !from_me),
                text,
                kind: Some(kind),
            }
        })?;
        let Some(mut quote) = found else {
            return Ok(None);
        };
        if quote.text.is_none() {
            quote.text = self
                .tables
                .one(Beside::QuotedMedia, base.id, |row| value::text(row, 1))?
                .flatten();
        }
        Ok(Some(quote))
    }

    /// A quotation of the old table.
    fn legacy_quote(&mut self, base: &Base) -> rusqlite::Result<Option<Quote>> {
        let Some(copy) = base.legacy.as_ref().and_then(|legacy| legacy.quoted_row) else {
            return Ok(None);
        };
        let parts = self.parts;
        self.legacy_quotes
            .read(copy, |row| legacy::quote(row, base, parts))
    }
}
