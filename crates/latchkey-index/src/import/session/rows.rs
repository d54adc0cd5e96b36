//! Which message each row of the source became, to resolve what points to a row: about two bytes a row.

use crate::import::row_blocks::{next_number, push_number, unzigzag, zigzag};

/// Rows in a block; inside of one only the differences are kept.
const BLOCK: u32 = 64;

/// Which message of the history each row of the source became, in the order in which they came.
#[derive(Default)]
pub(super) struct SourceRows {
    blocks: Vec<Block>,
    bytes: Vec<u8>,
    /// The last row and message.
    last: (i64, i64),
    /// Where the current chat begins.
    chat_from: usize,
    chat_sorted: bool,
}

/// The first of some rows.
struct Block {
    row: u32,
    id: u32,
    /// Where the differences of the others begin.
    bytes: u32,
    length: u32,
}

impl SourceRows {
    pub(super) fn new_chat(&mut self) {
        self.chat_from = self.blocks.len();
        self.chat_sorted = true;
    }

    pub(super) fn add(&mut self, row: i64, id: i64) {
        // Beyond four thousand million rows a quotation keeps its stored copy only.
        let (Ok(small_row), Ok(small_id)) = (u32::try_from(row), u32::try_from(id)) else {
            return;
        };
        let begun = self.blocks.len() > self.chat_from;
        self.chat_sorted &= !begun || self.last.0 < row;
        match self
            .blocks
            .last_mut()
            .filter(|block| begun && block.length < BLOCK)
        {
            Some(block) => {
                block.length += 1;
                self.push_difference(row - self.last.0, id - self.last.1);
            }
            None => self.blocks.push(Block {
                row: small_row,
                id: small_id,
                bytes: u32::try_from(self.bytes.len()).unwrap_or(u32::MAX),
                length: 1,
            }),
        }
        self.last = (row, id);
    }

    fn push_difference(&mut self, row: i64, id: i64) {
        let next = id == 1;
        push_number(&mut self.bytes, zigzag(row) << 1 | u64::from(!next));
        if !next {
            push_number(&mut self.bytes, zigzag(id));
        }
    }

    /// A message of the current chat; `None` also when its rows did not come in ascending order.
    pub(super) fn in_this_chat(&self, row: i64) -> Option<i64> {
        let blocks = self
            .blocks
            .get(self.chat_from..)
            .filter(|_| self.chat_sorted)?;
        let after = blocks.partition_point(|block| i64::from(block.row) <= row);
        let mut found = None;
        self.each_of(blocks.get(after.checked_sub(1)?)?, &mut |one, id| {
            if one == row {
                found = Some(id);
            }
        });
        found
    }

    /// Every row and the message that it became.
    pub(super) fn each(&self, f: &mut dyn FnMut(i64, i64)) {
        for block in &self.blocks {
            self.each_of(block, f);
        }
    }

    fn each_of(&self, block: &Block, f: &mut dyn FnMut(i64, i64)) {
        let (mut row, mut id) = (i64::from(block.row), i64::from(block.id));
        let mut bytes = self
            .bytes
            .get(block.bytes as usize..)
            .unwrap_or_default()
            .iter();
        f(row, id);
        for _ in 1..block.length {
            let first = number(&mut bytes);
            row += unzigzag(first >> 1);
            id += if first & 1 == 0 {
                1
            } else {
                unzigzag(number(&mut bytes))
            };
            f(row, id);
        }
    }
}

/// The numbers are of our own writing: there is always a next one.
fn number(bytes: &mut std::slice::Iter<'_, u8>) -> u64 {
    next_number(bytes).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_again_in_whatever_order_they_came() {
        let rows: Vec<(i64, i64)> = (0..1000)
            .map(|n| (n * 7919 % 4001 + 2, 500 + n + n / 100 * 3))
            .chain([(4_000_000_000, 7), (5, 4_000_000_000)])
            .collect();
        let mut found = SourceRows::default();
        found.new_chat();
        rows.iter().for_each(|&(row, id)| found.add(row, id));
        let mut all = Vec::new();
        found.each(&mut |row, id| all.push((row, id)));
        assert_eq!(all, rows);
        assert_eq!(
            found.in_this_chat(rows[0].0),
            None,
            "the rows do not ascend"
        );
    }

    #[test]
    fn ascending_rows_of_the_current_chat_are_found_at_once() {
        let mut found = SourceRows::default();
        found.new_chat();
        found.add(9000, 1);
        found.new_chat();
        (0..300).for_each(|n| found.add(n * 60 + 2, n + 2));
        assert_eq!(found.in_this_chat(62), Some(3));
        assert_eq!(found.in_this_chat(299 * 60 + 2), Some(301));
        assert_eq!(found.in_this_chat(63), None);
        assert_eq!(found.in_this_chat(1), None);
        assert_eq!(found.in_this_chat(9000), None, "that is another chat's");
        assert!(found.bytes.len() < 700, "{}", found.bytes.len());
    }
}
