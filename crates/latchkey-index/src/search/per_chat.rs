//! How many hits each chat has: all that were counted, not only those of a page.

use rusqlite::Connection;

use super::ChatHits;
use crate::rows::ChatId;

/// Messages of one chat whose ids follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stretch {
    first: i64,
    /// One more than the last.
    end: i64,
    chat: i64,
}

/// Which chat every message is in, by id.
pub(crate) fn stretches(tables: &Connection) -> rusqlite::Result<Vec<Stretch>> {
    let mut statement = tables.prepare("SELECT first, length, chat FROM run ORDER BY first")?;
    let mut rows = statement.query([])?;
    let mut all: Vec<Stretch> = Vec::new();
    while let Some(row) = rows.next()? {
        let (first, chat): (i64, i64) = (row.get(0)?, row.get(2)?);
        let end = first.saturating_add(row.get(1)?);
        match all.last_mut() {
            Some(last) if last.end == first && last.chat == chat => last.end = end,
            _ => all.push(Stretch { first, end, chat }),
        }
    }
    Ok(all)
}

/// Counts messages by their chat; cheap in the order of ids.
#[derive(Clone)]
pub(super) struct PerChat<'s> {
    stretches: &'s [Stretch],
    /// As long as the stretches.
    counts: Vec<u64>,
    last: usize,
}

impl<'s> PerChat<'s> {
    pub(super) fn new(stretches: &'s [Stretch]) -> Self {
        Self {
            stretches,
            counts: vec![0; stretches.len()],
            last: 0,
        }
    }

    /// Begins to count anew.
    pub(super) fn again(&self) -> Self {
        Self::new(self.stretches)
    }

    pub(super) fn add(&mut self, id: i64) {
        let is_in = |stretch: &Stretch| (stretch.first..stretch.end).contains(&id);
        if !self.stretches.get(self.last).is_some_and(is_in) {
            let after = self
                .stretches
                .partition_point(|stretch| stretch.first <= id);
            self.last = after.saturating_sub(1);
        }
        if self.stretches.get(self.last).is_some_and(is_in)
            && let Some(count) = self.counts.get_mut(self.last)
        {
            *count += 1;
        }
    }

    /// The chats that have any, by their numbers.
    pub(super) fn counted(&self) -> Vec<ChatHits> {
        let mut chats: Vec<ChatHits> = self
            .stretches
            .iter()
            .zip(&self.counts)
            .filter(|(_, hits)| **hits > 0)
            .map(|(stretch, &hits)| ChatHits {
                chat: ChatId(stretch.chat),
                hits,
            })
            .collect();
        chats.sort_by_key(|one| one.chat);
        chats.dedup_by(|next, kept| {
            let same = next.chat == kept.chat;
            if same {
                kept.hits += next.hits;
            }
            same
        });
        chats
    }

    /// As [`PerChat::counted`], where counting ended early: a chat has at least those of `ids`, too.
    pub(super) fn counted_with(&self, ids: &[i64]) -> Vec<ChatHits> {
        let mut page = self.again();
        ids.iter().for_each(|&id| page.add(id));
        let mut chats = self.counted();
        for of_page in page.counted() {
            match chats.binary_search_by_key(&of_page.chat, |one| one.chat) {
                Ok(at) => {
                    if let Some(one) = chats.get_mut(at) {
                        one.hits = one.hits.max(of_page.hits);
                    }
                }
                Err(at) => chats.insert(at, of_page),
            }
        }
        chats
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables() -> Connection {
        let tables = Connection::open_in_memory().unwrap();
        crate::schema::create(&tables).unwrap();
        let runs =
            "INSERT INTO run VALUES(7, 0, 1, 10), (7, 10, 11, 5), (2, 0, 16, 4), (7, 15, 20, 1)";
        tables.execute_batch(runs).unwrap();
        tables
    }

    fn hits(chat: i64, hits: u64) -> ChatHits {
        ChatHits {
            chat: ChatId(chat),
            hits,
        }
    }

    #[test]
    fn every_message_counts_for_its_chat_in_whatever_order_they_come() {
        let stretches = stretches(&tables()).unwrap();
        assert_eq!(stretches.len(), 3, "runs that follow each other are one");
        let mut counted = PerChat::new(&stretches);
        for id in [20, 1, 15, 16, 19, 11, 0, 21, -1] {
            counted.add(id);
        }
        assert_eq!(counted.counted(), [hits(2, 2), hits(7, 4)]);
        assert_eq!(counted.again().counted(), []);
    }

    #[test]
    fn a_chat_never_has_fewer_than_the_page_shows() {
        let stretches = stretches(&tables()).unwrap();
        let mut counted = PerChat::new(&stretches);
        counted.add(1);
        let page = [1, 2, 3, 17];
        assert_eq!(counted.counted_with(&page), [hits(2, 1), hits(7, 3)]);
        assert_eq!(PerChat::new(&[]).counted_with(&page), []);
    }
}
