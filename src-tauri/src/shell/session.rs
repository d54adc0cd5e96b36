//! The open history, if any, and the clock that locks it. Closing wipes keys and closes databases.

mod visible;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use latchkey_index::ChatId;
use latchkey_keyring::SlotIdentity;
use latchkey_restore::History;

use super::aside::{Aside, Reader};
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

/// A history that was lent, to be changed: it must come back before anything can be read again.
pub struct Lent<'a> {
    session: &'a Session,
    since: Since,
    id: String,
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

/// A panic in one command must not keep the next from locking.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

const NONE_OPEN: &str = "no history is open";
const LENT: &str = "the keys of the open history are being changed";
const STOPPED: &str = "the history was locked or changed meanwhile";

impl Session {
    /// Reads from the open history; this counts as use.
    ///
    /// # Errors
    /// `usage` when none is open, `in_use` while its keys are changed; else what `read` says.
    pub fn read<T, E>(&self, read: impl FnOnce(&History) -> Result<T, E>) -> Result<T, CommandError>
    where
        CommandError: From<E>,
    {
        self.touch();
        match &held(&self.inside).place {
            Place::Open(opened) => Ok(read(&opened.history)?),
            Place::Lent(_) => Err(CommandError::in_use(LENT)),
            Place::Closed => Err(CommandError::usage(NONE_OPEN)),
        }
    }

    /// Reads from the open history without counting as use: pictures come by themselves.
    pub fn peek<T>(&self, read: impl FnOnce(&History) -> Option<T>) -> Option<T> {
        match &held(&self.inside).place {
            Place::Open(opened) => read(&opened.history),
            _ => None,
        }
    }

    /// As [`Session::read`], with what may be shown of it: whoever reads chats or messages keeps to that.
    ///
    /// # Errors
    /// As [`Session::read`].
    pub fn read_visible<T, E>(
        &self,
        read: impl FnOnce(&History, &Visible) -> Result<T, E>,
    ) -> Result<T, CommandError>
    where
        CommandError: From<E>,
    {
        self.touch();
        let inside = held(&self.inside);
        match &inside.place {
            Place::Open(opened) => Ok(read(&opened.history, &self.visible_in(&inside))?),
            Place::Lent(_) => Err(CommandError::in_use(LENT)),
            Place::Closed => Err(CommandError::usage(NONE_OPEN)),
        }
    }

    /// Reads beside the open history what takes longer than a page; this counts as use. A lock, or a change of the
    /// history, stops it.
    ///
    /// # Errors
    /// As [`Session::read`]; `cancelled` when it was stopped, whatever was read.
    pub fn read_aside<T, E>(
        &self,
        read: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, CommandError>
    where
        CommandError: From<E>,
    {
        let reader = self.reader()?;
        let done = read(&reader);
        if !reader.is_wanted() {
            return Err(CommandError::new(ErrorCode::Cancelled, STOPPED));
        }
        Ok(done?)
    }

    /// Readers beside the open history.
    #[cfg(test)]
    pub fn aside_in_use(&self) -> usize {
        self.aside.in_use()
    }

    fn reader(&self) -> Result<Reader<'_>, CommandError> {
        self.read(|history| self.aside.lend(history))
    }

    /// As [`Session::read_aside`], without counting as use.
    pub fn peek_aside<T>(&self, read: impl FnOnce(&Reader<'_>) -> Option<T>) -> Option<T> {
        let reader = self.peek(|history| self.aside.lend(history).ok())?;
        read(&reader).filter(|_| reader.is_wanted())
    }

    /// Makes a small change of the open history, while readers wait a moment and those beside it are stopped. It is lent
    /// instead where a change of its key has to be finished first, which takes its time: a lock must not wait for that.
    ///
    /// # Errors
    /// As [`Session::read`]; else what `change` says.
    pub fn change<T, E>(
        &self,
        change: impl FnOnce(&mut History) -> Result<T, E>,
    ) -> Result<T, CommandError>
    where
        CommandError: From<E>,
    {
        self.touch();
        let mut inside = held(&self.inside);
        self.aside.stop();
        match &mut inside.place {
            Place::Open(opened) if !opened.history.rekey_is_pending() => {
                Ok(change(&mut opened.history)?)
            }
            _ => {
                drop(inside);
                let (mut history, lent) = self.lend()?;
                let changed = change(&mut history);
                lent.give_back(history);
                Ok(changed?)
            }
        }
    }

    /// What may be shown now. Not to be asked for inside of [`Session::read`] and its like, which hand it out.
    pub fn visible(&self) -> Visible {
        self.visible_in(&held(&self.inside))
    }

    fn visible_in(&self, inside: &Inside) -> Visible {
        match inside.shown == Some(self.since()) {
            true => Visible::default(),
            false => Visible::without(inside.locked.clone()),
        }
    }

    /// The chats of which nothing may be shown now: the locked ones, until [`Session::show_locked`]. As with
    /// [`Session::visible`], not inside of a reading.
    pub fn hidden_chats(&self) -> Vec<ChatId> {
        self.visible().hidden().to_vec()
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
            return Err(CommandError::new(ErrorCode::Cancelled, "locked meanwhile"));
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

    /// From now on this history is open, and another that was is closed; false when it was locked, or another opened,
    /// `since` then.
    pub fn open(&self, opened: Opened, since: Since) -> bool {
        self.touch();
        let mut inside = held(&self.inside);
        let (then, next) = (since.0, since.0 + 1);
        let in_time = self
            .turns
            .compare_exchange(then, next, Ordering::SeqCst, Ordering::SeqCst);
        if in_time.is_err() {
            return false;
        }
        inside.older = None;
        self.aside.stop();
        inside.locked = locked_chats(&opened.history);
        inside.shown = None;
        inside.place = Place::Open(Box::new(opened));
        true
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

    /// Lends the open history out, to change its keys with the person's help: it stays the open one, and nobody reads.
    ///
    /// # Errors
    /// As [`Session::read`].
    pub fn lend(&self) -> Result<(History, Lent<'_>), CommandError> {
        self.touch();
        let mut inside = held(&self.inside);
        let place = std::mem::take(&mut inside.place);
        let Place::Open(opened) = place else {
            let lent = matches!(place, Place::Lent(_));
            inside.place = place;
            return Err(if lent {
                CommandError::in_use(LENT)
            } else {
                CommandError::usage(NONE_OPEN)
            });
        };
        self.aside.stop();
        let Opened { id, history } = *opened;
        inside.place = Place::Lent(id.clone());
        let since = self.since();
        let lent = Lent {
            session: self,
            since,
            id,
        };
        Ok((history, lent))
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

impl Lent<'_> {
    /// Whether it may still come back: false after a lock.
    pub fn is_wanted(&self) -> bool {
        self.session.since() == self.since
    }

    /// Gives the history back: it can be read again; after a lock it is closed at last, and this says false.
    pub fn give_back(self, history: History) -> bool {
        let Self { session, since, id } = &self;
        session.touch();
        let mut inside = held(&session.inside);
        let fits = session.since() == *since;
        if fits {
            let id = id.clone();
            inside.locked = locked_chats(&history);
            inside.place = Place::Open(Box::new(Opened { id, history }));
        }
        fits
    }
}

impl Drop for Lent<'_> {
    /// Lent and lost, by an error or a panic: nothing is open any more.
    fn drop(&mut self) {
        let mut inside = held(&self.session.inside);
        let unlocked = self.is_wanted();
        if unlocked && matches!(inside.place, Place::Lent(_)) {
            self.session.turns.fetch_add(1, Ordering::SeqCst);
            inside.place = Place::Closed;
            inside.locked.clear();
        }
    }
}

#[cfg(test)]
mod tests;
