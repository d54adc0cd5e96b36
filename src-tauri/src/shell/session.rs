//! The open history, if any, and the clock that locks it. Closing wipes keys and closes databases.

mod lent;
mod reading;
mod visible;

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use latchkey_index::ChatId;
use latchkey_keyring::SlotIdentity;
use latchkey_restore::History;

use super::aside::Aside;
pub use super::aside::Reader;
use super::held;
pub use lent::Lent;
pub use visible::Visible;
use visible::locked_chats;

use crate::views::{CommandError, ErrorCode};

/// How long an older keyring waits for the person's word.
const OLDER_WAITS: Duration = Duration::from_secs(2 * 60);

/// A history that is open.
pub struct Opened {
    /// Its id in the data folder.
    pub id: String,
    /// What is read from.
    pub history: History,
}

/// A history whose keyring is older than one this computer has seen: the person is asked first.
pub struct Older {
    /// Its id in the data folder.
    pub id: String,
    /// What opens it.
    pub identity: SlotIdentity,
}

/// A time in the session's life: what began before a lock must not open anything after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Since(u64);

/// The open history and when it was last used.
pub struct Session {
    inside: Mutex<Inside>,
    /// Counts what was opened and closed. It grows before a lock waits for `inside`, so that whatever is under way
    /// already knows.
    turns: AtomicU64,
    used: Mutex<Instant>,
    aside: Aside,
}

/// What is behind the lock.
#[derive(Default)]
struct Inside {
    place: Place,
    older: Option<Asked>,
    /// The locked chats of the history that is open or lent.
    locked: Vec<ChatId>,
    /// The time in which they are shown; in any other they are not.
    shown: Option<Since>,
}

/// What waits for the person's word, and since when.
struct Asked {
    older: Older,
    at: Instant,
}

/// Where the history is.
#[derive(Default)]
enum Place {
    /// There is none.
    #[default]
    Closed,
    /// Here, to be read from.
    Open(Box<Opened>),
    /// Its keys are being changed.
    Lent(String),
}

impl Default for Session {
    fn default() -> Self {
        Self {
            inside: Mutex::default(),
            turns: AtomicU64::new(0),
            used: Mutex::new(Instant::now()),
            aside: Aside::default(),
        }
    }
}

const NONE_OPEN: &str = "no history is open";
const LENT: &str = "the keys of the open history are being changed";
const LOCKED: &str = "locked meanwhile";
const STOPPED: &str = "the history was locked or changed meanwhile";

impl Session {
    /// What may be shown now: handed out with the history it is of, never by itself.
    fn visible_in(&self, inside: &Inside) -> Visible {
        match inside.shown == Some(self.since()) {
            true => Visible::default(),
            false => Visible::without(inside.locked.clone()),
        }
    }

    /// Whether locked chats are shown, and how many there are.
    pub fn locked(&self) -> (bool, u64) {
        let inside = held(&self.inside);
        let shown = inside.shown == Some(self.since());
        // One without messages is hidden like the others, but there is nothing of it to show.
        let count = match &inside.place {
            Place::Open(opened) => opened.history.index().count_locked_chats().ok(),
            _ => None,
        };
        (shown, count.unwrap_or(inside.locked.len() as u64))
    }

    /// The person has opened the keyring once more: locked chats are shown until they are hidden, or anything is locked
    /// or opened.
    ///
    /// # Errors
    /// `cancelled` when there was a lock `since` then.
    pub fn show_locked(&self, since: Since) -> Result<(), CommandError> {
        let mut inside = held(&self.inside);
        let open = !matches!(inside.place, Place::Closed);
        if !open || self.since() != since {
            return Err(CommandError::new(ErrorCode::Cancelled, LOCKED));
        }
        inside.shown = Some(since);
        Ok(())
    }

    /// Locked chats are not shown any more.
    pub fn hide_locked(&self) {
        held(&self.inside).shown = None;
    }

    /// Someone is there.
    pub fn touch(&self) {
        *held(&self.used) = Instant::now();
    }

    /// Now, for something that takes a while.
    pub fn since(&self) -> Since {
        Since(self.turns.load(Ordering::SeqCst))
    }

    /// From now on this history is open, instead of another that was, which is given to be closed.
    ///
    /// # Errors
    /// `cancelled` when it was locked, or another opened, `since` then; what reading meets where it cannot be told which
    /// chats are locked.
    pub fn open(&self, opened: Opened, since: Since) -> Result<Option<Opened>, CommandError> {
        self.touch();
        let locked = locked_chats(&opened.history)?;
        let mut inside = held(&self.inside);
        let (then, next) = (since.0, since.0 + 1);
        let in_time = self
            .turns
            .compare_exchange(then, next, Ordering::SeqCst, Ordering::SeqCst);
        if in_time.is_err() {
            return Err(CommandError::new(ErrorCode::Cancelled, LOCKED));
        }
        inside.older = None;
        self.aside.stop();
        inside.locked = locked;
        inside.shown = None;
        match std::mem::replace(&mut inside.place, Place::Open(Box::new(opened))) {
            Place::Open(replaced) => Ok(Some(*replaced)),
            Place::Closed | Place::Lent(_) => Ok(None),
        }
    }

    /// Takes the open history out, to restore into it.
    ///
    /// # Errors
    /// `in_use` while its keys are changed.
    pub fn take(&self) -> Result<Option<Opened>, CommandError> {
        let mut inside = held(&self.inside);
        match std::mem::take(&mut inside.place) {
            Place::Closed => Ok(None),
            Place::Open(opened) => {
                self.aside.stop();
                Ok(Some(*opened))
            }
            lent @ Place::Lent(_) => {
                inside.place = lent;
                Err(CommandError::in_use(LENT))
            }
        }
    }

    /// Keeps what waits for the person's word; nothing after a lock.
    pub fn ask_about_older(&self, older: Older, since: Since) {
        let mut inside = held(&self.inside);
        if self.since() == since {
            let at = Instant::now();
            inside.older = Some(Asked { older, at });
        }
    }

    /// What waited for the person's word, to be opened in the time it was taken in.
    pub fn take_older(&self) -> Option<(Older, Since)> {
        let mut inside = held(&self.inside);
        let asked = inside.older.take()?;
        let in_time = asked.at.elapsed() < OLDER_WAITS;
        in_time.then(|| (asked.older, self.since()))
    }

    /// The person does not want the older one.
    pub fn refuse_older(&self) {
        held(&self.inside).older = None;
    }

    /// Forgets what has waited for the person's word for too long.
    pub fn forget_unanswered(&self) {
        let mut inside = held(&self.inside);
        inside.older = inside
            .older
            .take()
            .filter(|asked| asked.at.elapsed() < OLDER_WAITS);
    }

    /// Closes what is open, which is given to be dropped; what is lent is closed when it comes back.
    pub fn close(&self) -> Option<Opened> {
        // Once for what is under way, and once for what began while this waited.
        self.turns.fetch_add(1, Ordering::SeqCst);
        let mut inside = held(&self.inside);
        self.turns.fetch_add(1, Ordering::SeqCst);
        inside.older = None;
        self.aside.stop();
        inside.locked.clear();
        inside.shown = None;
        match std::mem::take(&mut inside.place) {
            Place::Open(opened) => Some(*opened),
            Place::Closed | Place::Lent(_) => None,
        }
    }

    /// Which history is open.
    pub fn history(&self) -> Option<String> {
        match &held(&self.inside).place {
            Place::Closed => None,
            Place::Open(opened) => Some(opened.id.clone()),
            Place::Lent(id) => Some(id.clone()),
        }
    }

    /// Whether a history is open, or waits for the person's word.
    pub fn holds_secrets(&self) -> bool {
        let inside = held(&self.inside);
        inside.older.is_some() || !matches!(inside.place, Place::Closed)
    }

    /// Whether nobody did anything for `minutes`; 0 is never.
    pub fn is_unused(&self, minutes: u32) -> bool {
        let unused = held(&self.used).elapsed();
        minutes > 0 && unused >= Duration::from_secs(u64::from(minutes) * 60)
    }
}

#[cfg(test)]
mod tests;
