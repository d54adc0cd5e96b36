//! Which message each row of the source became, to resolve what points to a row.

/// Which message of the history each row of the source became: eight bytes a row.
#[derive(Default)]
pub(super) struct SourceRows {
    rows: Vec<(u32, u32)>,
    chat_from: usize,
    chat_sorted: bool,
    all_sorted: bool,
}

impl SourceRows {
    pub(super) fn new_chat(&mut self) {
        self.chat_from = self.rows.len();
        self.chat_sorted = true;
    }

    pub(super) fn add(&mut self, row: i64, id: i64) {
        // Beyond four thousand million rows a quotation keeps its stored copy only.
        if let (Ok(row), Ok(id)) = (u32::try_from(row), u32::try_from(id)) {
            let ascending = self
                .rows
                .get(self.chat_from..)
                .and_then(<[_]>::last)
                .is_none_or(|last| last.0 < row);
            self.chat_sorted &= ascending;
            self.all_sorted = false;
            self.rows.push((row, id));
        }
    }

    /// A message of the current chat; `None` also when its rows did not come in ascending order.
    pub(super) fn in_this_chat(&self, row: i64) -> Option<i64> {
        let rows = self
            .rows
            .get(self.chat_from..)
            .filter(|_| self.chat_sorted)?;
        find(rows, row)
    }

    pub(super) fn anywhere(&mut self, row: i64) -> Option<i64> {
        if !self.all_sorted {
            self.rows.sort_unstable();
            self.all_sorted = true;
        }
        find(&self.rows, row)
    }
}

fn find(rows: &[(u32, u32)], row: i64) -> Option<i64> {
    let row = u32::try_from(row).ok()?;
    let at = rows.binary_search_by_key(&row, |pair| pair.0).ok()?;
    rows.get(at).map(|pair| i64::from(pair.1))
}
