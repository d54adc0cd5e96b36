//! The open history while it is changed: lent for what takes its time, in its place for what does not.

use std::sync::atomic::Ordering;

use latchkey_restore::History;

use super::{LENT, NONE_OPEN, Opened, Place, STOPPED, Session, Since, Visible, held, locked_chats};
use crate::views::{CommandError, ErrorCode};

/// A history that was lent, to be changed: it must come back before anything can be read again.
pub struct Lent<'a> {
    session: &'a Session,
    since: Since,
    id: String,
}

impl Session {
    /// Makes a small change of the open history, while readers wait a moment and those beside it begin anew. It is lent
    /// instead where a change of its key has to be finished first, which takes its time: a lock must not wait for that.
    ///
    /// # Errors
    /// As [`Session::read`]; else what `change` says.
    pub fn change<T, E>(
        &self,
        change: impl FnOnce(&mut History, &Visible) -> Result<T, E>,
    ) -> Result<T, CommandError>
    where
        CommandError: From<E>,
    {
        self.touch();
        let mut inside = held(&self.inside);
        let visible = self.visible_in(&inside);
        match &mut inside.place {
            Place::Open(opened) if !opened.history.rekey_is_pending() => {
                self.aside.stop_for_a_change();
                Ok(change(&mut opened.history, &visible)?)
            }
            _ => {
                drop(inside);
                let (mut history, lent) = self.lend()?;
                let visible = self.visible_in(&held(&self.inside));
                if !lent.is_wanted() {
                    return Err(CommandError::new(ErrorCode::Cancelled, STOPPED));
                }
                let changed = change(&mut history, &visible);
                lent.give_back(history);
                Ok(changed?)
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
}

impl Lent<'_> {
    /// Whether it may still come back: false after a lock.
    pub fn is_wanted(&self) -> bool {
        self.session.since() == self.since
    }

    /// Gives the history back: it can be read again. After a lock it is closed at last, and this says false; so it does
    /// where it cannot be told which chats are locked.
    pub fn give_back(self, history: History) -> bool {
        let Self { session, since, id } = &self;
        session.touch();
        let mut inside = held(&session.inside);
        if session.since() != *since {
            return false;
        }
        let Ok(locked) = locked_chats(&history) else {
            return false;
        };
        let id = id.clone();
        inside.locked = locked;
        inside.place = Place::Open(Box::new(Opened { id, history }));
        true
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
