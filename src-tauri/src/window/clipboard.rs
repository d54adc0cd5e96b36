//! Text on the clipboard, and off it again: after a while and at a lock, when it is still ours. GTK's own clipboard, which
//! the window is linked with already; to be called on the main thread alone.

use std::sync::{Arc, Mutex, MutexGuard};

use zeroize::Zeroizing;

use crate::shell::held;

/// What we put there last.
#[derive(Clone, Default)]
pub struct Copied(Arc<Mutex<Inside>>);

#[derive(Default)]
struct Inside {
    text: Option<Zeroizing<String>>,
    /// Grows with each copying: a clock that was set for an earlier text does nothing to a later one.
    turn: u64,
    /// It is being taken off: it is not put there any more, should it not be there yet.
    goes: bool,
}

/// Which copying a clock was set for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn(u64);

impl Copied {
    fn held(&self) -> MutexGuard<'_, Inside> {
        held(&self.0)
    }

    /// Remembers a text that is about to be copied.
    pub fn remember(&self, text: Zeroizing<String>) -> Turn {
        let mut inside = self.held();
        inside.text = Some(text);
        inside.goes = false;
        inside.turn += 1;
        Turn(inside.turn)
    }

    /// What is to be taken off, and which copying it was: for `turn` alone, or whatever was copied last.
    fn begin_to_go(&self, turn: Option<Turn>) -> Option<(Zeroizing<String>, Turn)> {
        let mut inside = self.held();
        let last = Turn(inside.turn);
        if turn.is_some_and(|turn| turn != last) {
            return None;
        }
        let text = inside.text.clone()?;
        inside.goes = true;
        Some((text, last))
    }

    /// Whether nothing was copied since.
    fn is_last(&self, turn: Turn) -> bool {
        self.held().turn == turn.0
    }

    /// Whether there may be a text of ours on the clipboard.
    #[cfg(test)]
    fn is_waiting(&self) -> bool {
        self.held().text.is_some()
    }

    /// Forgets the text of this copying; a later one stays.
    pub fn forget(&self, turn: Turn) {
        let mut inside = self.held();
        if inside.turn == turn.0 {
            inside.text = None;
        }
    }
}

#[cfg(target_os = "linux")]
mod system {
    use super::{Copied, Turn};

    fn clipboard() -> gtk::Clipboard {
        gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD)
    }

    /// Puts what was remembered on the clipboard, unless it was forgotten or began to go meanwhile.
    pub fn put(copied: &Copied, turn: Turn) {
        let inside = copied.held();
        let stays = inside.turn == turn.0 && !inside.goes;
        if let Some(text) = inside.text.as_ref().filter(|_| stays) {
            clipboard().set_text(text);
        }
    }

    /// Takes our text off the clipboard, once the clipboard has said that it is still there. For `turn` alone, or whatever
    /// is there.
    pub fn take_off(copied: &Copied, turn: Option<Turn>) {
        let Some((ours, last)) = copied.begin_to_go(turn) else {
            return;
        };
        let copied = copied.clone();
        clipboard().request_text(move |clipboard, text| {
            if turn.is_some() && !copied.is_last(last) {
                return;
            }
            if text == Some(ours.as_str()) {
                // Ours also where a clipboard's keeper has taken it over.
                clipboard.set_text("");
            }
            copied.forget(last);
        });
    }

    /// As [`take_off`], before the app ends: nobody would hear the clipboard's answer any more.
    pub fn take_off_now(copied: &Copied) {
        if let Some((ours, last)) = copied.begin_to_go(None) {
            if clipboard().wait_for_text().as_deref() == Some(ours.as_str()) {
                clipboard().set_text("");
            }
            copied.forget(last);
        }
    }
}

#[cfg(target_os = "linux")]
pub use system::{put, take_off, take_off_now};

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(until: impl Fn() -> bool) {
        for _ in 0..500 {
            while gtk::events_pending() {
                gtk::main_iteration();
            }
            if until() {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        panic!("the clipboard did not answer");
    }

    fn copy(copied: &Copied, text: &str) -> Turn {
        let turn = copied.remember(Zeroizing::new(text.to_owned()));
        put(copied, turn);
        turn
    }

    // One test: GTK belongs to the thread that has begun it.
    #[test]
    fn a_text_is_taken_off_the_clipboard_when_it_is_still_ours() {
        if std::env::var_os("DISPLAY").is_none() || gtk::init().is_err() {
            assert!(std::env::var_os("LATCHKEY_NO_SKIP").is_none(), "no display");
            eprintln!("skipped: clipboard: there is no display here");
            return;
        }
        let clipboard = gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD);
        let there = || clipboard.wait_for_text().map(|text| text.to_string());
        let copied = Copied::default();
        let first = copy(&copied, "the harbour at seven");
        assert_eq!(there().as_deref(), Some("the harbour at seven"));
        let second = copy(&copied, "another");
        take_off(&copied, Some(first));
        assert!(copied.is_waiting(), "a clock for an earlier text");
        take_off(&copied, Some(second));
        wait(|| !copied.is_waiting());
        assert_eq!(there().unwrap_or_default(), "");
        // At a lock, what somebody else has put there stays.
        copy(&copied, "ours");
        clipboard.set_text("somebody else's");
        take_off(&copied, None);
        wait(|| !copied.is_waiting());
        assert_eq!(there().as_deref(), Some("somebody else's"));
        // Nor does what was to be copied get there once there was a lock.
        let late = copied.remember(Zeroizing::new("too late".to_owned()));
        take_off(&copied, None);
        put(&copied, late);
        wait(|| !copied.is_waiting());
        put(&copied, late);
        assert_eq!(there().as_deref(), Some("somebody else's"));
        copy(&copied, "ours");
        take_off_now(&copied);
        assert_eq!(there().unwrap_or_default(), "");
        assert!(!copied.is_waiting());
    }
}
