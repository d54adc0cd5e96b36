//! System notices: the action, and the people and values that the tables of notices add to it.

use rusqlite::Row;

use super::tables::Beside;
use super::{Base, MessageReader};
use crate::SystemNotice;
use crate::value;

impl MessageReader<'_> {
    /// What a notice says.
    pub(super) fn notice(&mut self, base: &Base) -> rusqlite::Result<SystemNotice> {
        let (tables, people) = (&mut self.tables, &self.parts.people);
        let by_row = |row: &Row<'_>, column| {
            value::reference(row, column).and_then(|jid| people.by_row(jid))
        };
        let action = tables.one(Beside::System, base.id, |row| value::integer(row, 1))?;
        let mut named = Vec::new();
        tables.each(Beside::Participants, base.id, &mut |row| {
            named.extend(by_row(row, 1));
        })?;
        tables.each(Beside::Numbers, base.id, &mut |row| {
            named.extend([1, 2].into_iter().filter_map(|at| by_row(row, at)));
        })?;
        let old_value = tables.one(Beside::OldValues, base.id, |row| value::text(row, 1))?;
        Ok(SystemNotice {
            action: action
                .flatten()
                .or_else(|| base.legacy.as_ref()?.action(base.number)),
            people: named,
            old_value: old_value.flatten(),
            ..SystemNotice::default()
        })
    }
}
