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
        inside.turn += 1;
        Turn(inside.turn)
    }

    /// Whether this is what was copied last.
    fn is(&self, text: Option<&str>) -> bool {
        let inside = self.held();
        text.is_some() && inside.text.as_ref().map(|text| text.as_str()) == text
    }

    /// Whether nothing was copied since.
    fn is_last(&self, turn: Turn) -> bool {
        self.held().turn == turn.0
    }

    /// Whether there may be a text of ours on the clipboard.
    pub fn is_waiting(&self) -> bool {
        self.held().text.is_some()
    }

    fn forget(&self) {
        self.held().text = None;
    }
}

#[cfg(target_os = "linux")]
mod system {
    use super::{Copied, Turn};

    fn clipboard() -> gtk::Clipboard {
        gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD)
    }

    /// Puts what was remembered on the clipboard, unless it was forgotten meanwhile.
    pub fn put(copied: &Copied, turn: Turn) {
        let inside = copied.held();
        if let Some(text) = inside.text.as_ref().filter(|_| inside.turn == turn.0) {
            clipboard().set_text(text);
        }
    }

    /// Takes our text off the clipboard, once the clipboard has said that it is still there. For `turn` alone, or whatever
    /// is there.
    pub fn take_off(copied: &Copied, turn: Option<Turn>) {
        if !copied.is_waiting() || turn.is_some_and(|turn| !copied.is_last(turn)) {
            return;
        }
        let copied = copied.clone();
        clipboard().request_text(move |clipboard, text| {
            if turn.is_some_and(|turn| !copied.is_last(turn)) {
                return;
            }
            if copied.is(text) {
                // Ours also where a clipboard's keeper has taken it over.
                clipboard.set_text("");
            }
            copied.forget();
        });
    }

    /// As [`take_off`], before the app ends: nobody would hear the clipboard's answer any more.
    pub fn take_off_now(copied: &Copied) {
        if copied.is_waiting() && copied.is(clipboard().wait_for_text().as_deref()) {
            clipboard().set_text("");
        }
        copied.forget();
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
        copy(&copied, "ours");
        take_off_now(&copied);
        assert_eq!(there().unwrap_or_default(), "");
        assert!(!copied.is_waiting());
    }
}
