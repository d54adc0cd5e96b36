//! Reading from the open history, and beside it what takes longer than a page.

use latchkey_restore::{History, OpenHistoryError};

use super::{LENT, NONE_OPEN, Opened, Place, STOPPED, Session, Since, Visible, held};
use crate::shell::aside::{Reader, Standing};
use crate::views::{CommandError, ErrorCode};

impl Session {
    /// Reads from the open history; this counts as use.
    ///
    /// # Errors
    /// `usage` when none is open, `in_use` while its keys are changed; else what `read` says.
    pub fn read<T, E>(&self, read: impl FnOnce(&History) -> Result<T, E>) -> Result<T, CommandError>
    where
        CommandError: From<E>,
    {
        self.read_visible(|history, _| read(history))
    }

    /// As [`Session::read_visible`], without counting as use: pictures come by themselves.
    pub fn peek_visible<T>(&self, read: impl FnOnce(&History, &Visible) -> Option<T>) -> Option<T> {
        let inside = held(&self.inside);
        match &inside.place {
            Place::Open(opened) => read(&opened.history, &self.visible_in(&inside)),
            _ => None,
        }
    }

    /// The open history with the id that it has in the data folder; this does not count as use.
    pub fn peek_opened<T>(&self, read: impl FnOnce(&Opened) -> T) -> Option<T> {
        match &held(&self.inside).place {
            Place::Open(opened) => Some(read(opened)),
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

    /// Reads beside the open history what takes longer than a page; this counts as use. The reader says what may be shown. A
    /// lock, or a change of the history's keys, stops it; after a small change, such as a mark, it reads once more.
    ///
    /// # Errors
    /// As [`Session::read`]; `cancelled` when it was stopped, whatever was read.
    pub fn read_aside<T, E>(
        &self,
        read: impl Fn(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, CommandError>
    where
        CommandError: From<E>,
    {
        let lend = || {
            self.read_visible::<_, OpenHistoryError>(|history, visible| {
                self.aside.lend(history, visible)
            })
        };
        match read_until_it_counts(lend, read)? {
            Some(done) => Ok(done?),
            None => Err(CommandError::new(ErrorCode::Cancelled, STOPPED)),
        }
    }

    /// Two readers beside the open history, for one work that takes long; this counts as use. A lock stops both, and so does a
    /// small change: whoever has them asks for two others and goes on.
    ///
    /// # Errors
    /// As [`Session::read`]; `cancelled` when there was a lock `since` then.
    pub fn two_aside(&self, since: Since) -> Result<[Reader<'_>; 2], CommandError> {
        self.read_visible(|history, visible| {
            if self.since() != since {
                return Err(CommandError::new(ErrorCode::Cancelled, STOPPED));
            }
            let lend = || self.aside.lend(history, visible);
            Ok([lend()?, lend()?])
        })
    }

    /// Readers beside the open history.
    #[cfg(test)]
    pub fn aside_in_use(&self) -> usize {
        self.aside.in_use()
    }

    /// As [`Session::read_aside`], without counting as use.
    pub fn peek_aside<T>(&self, read: impl Fn(&Reader<'_>) -> Option<T>) -> Option<T> {
        let lend = || {
            let lent = |history: &_, visible: &_| self.aside.lend(history, visible).ok();
            self.peek_visible(lent).ok_or(())
        };
        read_until_it_counts(lend, read).ok().flatten().flatten()
    }
}

/// Reads with a reader that is lent, and once more with another after a small change; `None` where the history is not open
/// any more.
fn read_until_it_counts<'a, T, E>(
    lend: impl Fn() -> Result<Reader<'a>, E>,
    read: impl Fn(&Reader<'_>) -> T,
) -> Result<Option<T>, E> {
    loop {
        let reader = lend()?;
        let done = read(&reader);
        match reader.standing() {
            Standing::Wanted => return Ok(Some(done)),
            Standing::Again => {}
            Standing::Over => return Ok(None),
        }
    }
}
