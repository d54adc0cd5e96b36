//! What all sources of a chat say of the places of its undated messages: the one that is open, and earlier imports.

use rusqlite::Connection;

use super::{OpenChat, Stored};
use crate::import::order::{Chat, Last, Settling, Span};

impl OpenChat {
    /// The order with its undated messages at their places; `undated` are those that are in it.
    pub(super) fn settle_undated(
        &self,
        stored: &Stored<'_>,
        order: Vec<(i64, i64)>,
        mut undated: Vec<i64>,
    ) -> rusqlite::Result<Vec<(i64, i64)>> {
        let new = self.source.iter().filter_map(|span| match span {
            Span::Undated { id } if self.added > 0 && *id >= self.first_added => Some(*id),
            _ => None,
        });
        undated.extend(new);
        if undated.is_empty() {
            return Ok(order);
        }
        undated.sort_unstable();
        let mut settling = Settling::new(&order, &ties(stored, &undated)?);
        self.follow_source(&mut settling);
        follow_imports(stored.tables, &order, &mut settling)?;
        Ok(settling.settle(&order))
    }

    fn follow_source(&self, settling: &mut Settling) {
        let (mut last, mut had) = (Last::default(), Vec::new());
        for &span in &self.source {
            match span {
                Span::New { first, to } => settling.follow(&mut last, (first, to - first)),
                Span::Undated { id } => settling.follow(&mut last, (id, 1)),
                Span::Had { from, to } => {
                    had.clear();
                    self.had.ids(from, to, &mut had);
                    for &run in &had {
                        settling.follow(&mut last, run);
                    }
                }
            }
        }
    }
}

fn ties(stored: &Stored<'_>, undated: &[i64]) -> rusqlite::Result<Vec<(i64, u64)>> {
    let mut read = std::collections::VecDeque::new();
    for &id in undated {
        stored.placed(id, 1, &mut read)?;
    }
    Ok(read.iter().map(|placed| (placed.id, placed.tie)).collect())
}

/// What an import had is known, and its order is still the history's: merging keeps the order of every source.
fn follow_imports(
    tables: &Connection,
    order: &[(i64, i64)],
    settling: &mut Settling,
) -> rusqlite::Result<()> {
    let imports: Vec<i64> = tables
        .prepare_cached("SELECT id FROM import ORDER BY id")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut seen = tables.prepare_cached(
        "SELECT first, length FROM seen WHERE import = ?1 AND first < ?3
           AND first >= coalesce((SELECT max(first) FROM seen WHERE import = ?1 AND first <= ?2), ?2) ORDER BY first",
    )?;
    for import in imports {
        let mut last = Last::default();
        for &(first, length) in order {
            let end = first + length;
            let mut rows = seen.query([import, first, end])?;
            while let Some(row) = rows.next()? {
                let (from, seen): (i64, i64) = (row.get(0)?, row.get(1)?);
                let (from, to) = (from.max(first), (from + seen).min(end));
                if from < to {
                    settling.follow(&mut last, (from, to - from));
                }
            }
        }
    }
    Ok(())
}
