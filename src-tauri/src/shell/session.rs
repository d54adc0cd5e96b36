//! The open history, if any, and the clock that locks it. Closing wipes keys and closes databases.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use latchkey_keyring::SlotIdentity;
use latchkey_restore::History;

use crate::views::{CommandError, SessionView};

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

/// The open history and when it was last used.
pub struct Session {
    open: Mutex<Option<Opened>>,
    older: Mutex<Option<Older>>,
    used: Mutex<Instant>,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            open: Mutex::default(),
            older: Mutex::default(),
            used: Mutex::new(Instant::now()),
        }
    }
}

/// A panic in one command must not keep the next from locking.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Session {
    /// Reads from the open history; this counts as use.
    ///
    /// # Errors
    /// `usage` when none is open; else what `read` says.
    pub fn read<T, E>(&self, read: impl FnOnce(&History) -> Result<T, E>) -> Result<T, CommandError>
    where
        CommandError: From<E>,
    {
        self.touch();
        let open = held(&self.open);
        let opened = open
            .as_ref()
            .ok_or(CommandError::usage("no history is open"))?;
        Ok(read(&opened.history)?)
    }

    /// Reads from the open history without counting as use: pictures come by themselves.
    pub fn peek<T>(&self, read: impl FnOnce(&History) -> Option<T>) -> Option<T> {
        held(&self.open)
            .as_ref()
            .and_then(|opened| read(&opened.history))
    }

    /// Someone is there.
    pub fn touch(&self) {
        *held(&self.used) = Instant::now();
    }

    /// From now on this history is open; another that was is closed.
    pub fn open(&self, opened: Opened) {
        self.touch();
        *held(&self.older) = None;
        *held(&self.open) = Some(opened);
    }

    /// Takes the open history out, to restore into it.
    pub fn take(&self) -> Option<Opened> {
        held(&self.open).take()
    }

    /// Keeps what waits for the person's word.
    pub fn ask_about_older(&self, older: Older) {
        *held(&self.older) = Some(older);
    }

    /// What waited for the person's word.
    pub fn take_older(&self) -> Option<Older> {
        held(&self.older).take()
    }

    /// Closes what is open; whether something was.
    pub fn close(&self) -> bool {
        *held(&self.older) = None;
        held(&self.open).take().is_some()
    }

    /// Whether a history is open, and which.
    pub fn view(&self) -> SessionView {
        let history = held(&self.open).as_ref().map(|opened| opened.id.clone());
        SessionView {
            open: history.is_some(),
            history,
        }
    }

    /// Whether it is open and nobody used it for `minutes`; 0 is never.
    pub fn is_forgotten(&self, minutes: u32) -> bool {
        let unused = held(&self.used).elapsed();
        minutes > 0
            && unused >= Duration::from_secs(u64::from(minutes) * 60)
            && held(&self.open).is_some()
    }
}
