//! Readers beside the open history, for what takes longer than a page: scrolling never waits for them. A lock stops them
//! and waits for them, so that no key outlives it.

mod reader;

use std::ops::Deref;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use latchkey_index::{ChatId, GalleryKind, GalleryList, Interrupter, QueryError};
use latchkey_restore::{History, OpenHistoryError};

use super::held;
pub use reader::Reader;

/// Readers that wait for their next use.
const MOST_IDLE: usize = 1;
/// Lists of galleries that are kept.
const MOST_LISTS: usize = 8;
/// How long a lock waits for readers, and how often it asks again: what is interrupted between two statements goes on.
const LONGEST_WAIT: Duration = Duration::from_secs(2);
const ASK_AGAIN: Duration = Duration::from_millis(10);

/// The readers, and what they found that more than one page is cut from.
#[derive(Default)]
pub struct Aside {
    readers: Mutex<Readers>,
    back: Condvar,
    /// The one that was asked for first comes first.
    lists: Mutex<Vec<(ListKey, Slot)>>,
}

/// A list, once it is made: who asks for it meanwhile waits here, and nobody else does.
type Slot = Arc<Mutex<Option<Arc<GalleryList>>>>;

#[derive(Default)]
struct Readers {
    idle: Vec<History>,
    out: Vec<(u64, Interrupter)>,
    next: u64,
    /// Grows with each stop: who was out then is not wanted back.
    turn: u64,
}

/// What a list was made of.
#[derive(Clone, PartialEq, Eq)]
struct ListKey {
    turn: u64,
    edition: u64,
    kind: GalleryKind,
    chat: Option<ChatId>,
    hidden: Vec<ChatId>,
}

impl Aside {
    /// A reader beside `history`. Call it where nobody can close the history meanwhile.
    ///
    /// # Errors
    /// When the index does not open once more.
    pub fn lend(&self, history: &History) -> Result<Reader<'_>, OpenHistoryError> {
        let mut readers = held(&self.readers);
        let edition = history.edition();
        readers.idle.retain(|idle| idle.edition() == edition);
        let reader = match readers.idle.pop() {
            Some(reader) => reader,
            None => history.another_reader()?,
        };
        let ticket = readers.next;
        readers.next += 1;
        readers.out.push((ticket, reader.index().interrupter()));
        Ok(Reader::new(self, ticket, readers.turn, reader))
    }

    /// Stops every reader and closes it. What does not end within two seconds is closed as soon as it ends.
    pub fn stop(&self) {
        let mut readers = held(&self.readers);
        readers.turn += 1;
        readers.idle.clear();
        let (turn, begun) = (readers.turn, Instant::now());
        let newest = readers.next;
        while readers.out.iter().any(|(ticket, _)| *ticket < newest)
            && readers.turn == turn
            && begun.elapsed() < LONGEST_WAIT
        {
            for (_, interrupter) in readers.out.iter().filter(|(ticket, _)| *ticket < newest) {
                interrupter.stop();
            }
            let waited = self.back.wait_timeout(readers, ASK_AGAIN);
            readers = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        drop(readers);
        held(&self.lists).clear();
    }

    fn give_back(&self, ticket: u64, turn: u64, history: History) {
        let mut readers = held(&self.readers);
        // Closed before whoever waits for it goes on.
        if readers.turn == turn && readers.idle.len() < MOST_IDLE {
            readers.idle.push(history);
        } else {
            drop(history);
        }
        readers.out.retain(|(other, _)| *other != ticket);
        self.back.notify_all();
    }

    /// Readers that are out or wait.
    #[cfg(test)]
    pub fn in_use(&self) -> usize {
        let readers = held(&self.readers);
        readers.idle.len() + readers.out.len()
    }

    fn is_wanted(&self, turn: u64) -> bool {
        held(&self.readers).turn == turn
    }

    /// The list that was made before, or a new one. Who asks for one that is being made waits for it.
    fn list(
        &self,
        key: ListKey,
        make: impl FnOnce() -> Result<GalleryList, QueryError>,
    ) -> Result<Arc<GalleryList>, QueryError> {
        let slot = self.slot(key);
        let mut made = held(&slot);
        if let Some(list) = &*made {
            return Ok(Arc::clone(list));
        }
        let list = Arc::new(make()?);
        *made = Some(Arc::clone(&list));
        Ok(list)
    }

    /// The place of a list, kept unless it is asked for by a reader that is not wanted any more.
    fn slot(&self, key: ListKey) -> Slot {
        let mut lists = held(&self.lists);
        if let Some((_, slot)) = lists.iter().find(|(known, _)| *known == key) {
            return Arc::clone(slot);
        }
        let slot = Slot::default();
        if self.is_wanted(key.turn) {
            if lists.len() >= MOST_LISTS {
                lists.remove(0);
            }
            lists.push((key, Arc::clone(&slot)));
        }
        slot
    }
}

#[cfg(test)]
mod tests;
