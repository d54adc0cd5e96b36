//! Readers beside the open history, for what takes longer than a page: scrolling never waits for them. A lock stops them
//! and waits for them, so that no key outlives it; a small change stops them, and they begin anew.

mod reader;

use std::ops::Deref;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use latchkey_index::{ChatId, GalleryKind, GalleryList, Interrupter, QueryError};
use latchkey_restore::{History, OpenHistoryError};

use super::held;
use super::session::Visible;
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
    now: Time,
}

/// A time between two stops: who was out in another is not wanted back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Time {
    /// Grows when the history is closed, lent or another.
    life: u64,
    /// Grows when something of it is changed.
    change: u64,
}

/// What became of a reader while it was out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// What it read counts.
    Wanted,
    /// The history was changed a little: another reader reads it all once more.
    Again,
    /// The history is not open any more, or another is.
    Over,
}

/// What a list was made of. A change that is none of messages leaves it as it is.
#[derive(Clone, PartialEq, Eq)]
struct ListKey {
    life: u64,
    generation: i64,
    kind: GalleryKind,
    chat: Option<ChatId>,
    hidden: Vec<ChatId>,
}

impl Aside {
    /// A reader beside `history`, that keeps to what is visible. Call it where nobody can close the history meanwhile.
    ///
    /// # Errors
    /// When the index does not open once more.
    pub fn lend(
        &self,
        history: &History,
        visible: &Visible,
    ) -> Result<Reader<'_>, OpenHistoryError> {
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
        Ok(Reader::new(self, ticket, readers.now, reader, visible))
    }

    /// Stops every reader and closes it, and forgets what they found. What does not end within two seconds is closed as
    /// soon as it ends.
    pub fn stop(&self) {
        self.stop_readers(|now| now.life += 1);
        held(&self.lists).clear();
    }

    /// As [`Aside::stop`], for a small change: who reads begins anew after it, and lists are kept.
    pub fn stop_for_a_change(&self) {
        self.stop_readers(|now| now.change += 1);
    }

    fn stop_readers(&self, turn: impl FnOnce(&mut Time)) {
        let mut readers = held(&self.readers);
        turn(&mut readers.now);
        readers.idle.clear();
        let (now, begun) = (readers.now, Instant::now());
        let newest = readers.next;
        while readers.out.iter().any(|(ticket, _)| *ticket < newest)
            && readers.now == now
            && begun.elapsed() < LONGEST_WAIT
        {
            for (_, interrupter) in readers.out.iter().filter(|(ticket, _)| *ticket < newest) {
                interrupter.stop();
            }
            let waited = self.back.wait_timeout(readers, ASK_AGAIN);
            readers = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn give_back(&self, ticket: u64, time: Time, history: History) {
        let mut readers = held(&self.readers);
        // Closed before whoever waits for it goes on.
        if readers.now == time && readers.idle.len() < MOST_IDLE {
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

    fn standing(&self, time: Time) -> Standing {
        let now = held(&self.readers).now;
        match now.life == time.life {
            true if now == time => Standing::Wanted,
            true => Standing::Again,
            false => Standing::Over,
        }
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

    /// The place of a list, kept unless there was a lock.
    fn slot(&self, key: ListKey) -> Slot {
        let mut lists = held(&self.lists);
        if let Some((_, slot)) = lists.iter().find(|(known, _)| *known == key) {
            return Arc::clone(slot);
        }
        let slot = Slot::default();
        if held(&self.readers).now.life == key.life {
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
