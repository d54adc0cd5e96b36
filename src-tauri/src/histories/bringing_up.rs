//! An index of an earlier version on its way to this one, while its history is opened: the window is told how far it is, and
//! can stop it. The opening may be a passkey's, a kit's or a passphrase's; whoever opens knows nothing of the window.

use std::ops::ControlFlow;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::views::CopyProgressView;

/// The event: how far it is, and nothing once it is over.
pub const EVENT: &str = "history-brought-up";

/// Between two tellings.
const EVERY: Duration = Duration::from_millis(100);

/// Bytes of a page of the index.
const PAGE: u64 = latchkey_index::FORMAT.page_size as u64;

type Tell = Box<dyn Fn(Option<CopyProgressView>) + Send + Sync>;

/// What is told of it, to whom, and whether it is to stop.
#[derive(Default)]
pub struct BringingUp {
    stop: AtomicBool,
    tell: OnceLock<Tell>,
}

impl BringingUp {
    /// Who is told; the first stays.
    pub fn tell_to(&self, tell: Tell) {
        let _ = self.tell.set(tell);
    }

    /// The copy is thrown away, and the history stays closed and as it was.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }

    /// Opens a history; `open` is given what to call with pages copied and pages altogether.
    pub fn during<T>(
        &self,
        open: impl FnOnce(&mut dyn FnMut(u64, u64) -> ControlFlow<()>) -> T,
    ) -> T {
        self.stop.store(false, Ordering::SeqCst);
        let mut told: Option<Instant> = None;
        let opened = open(&mut |done, total| {
            if done == total || told.is_none_or(|told| told.elapsed() >= EVERY) {
                told = Some(Instant::now());
                let (done, total) = (done * PAGE, total * PAGE);
                self.say(Some(CopyProgressView { done, total }));
            }
            match self.stop.load(Ordering::SeqCst) {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            }
        });
        if told.is_some() {
            self.say(None);
        }
        opened
    }

    fn say(&self, progress: Option<CopyProgressView>) {
        if let Some(tell) = self.tell.get() {
            tell(progress);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[test]
    fn the_window_is_told_how_far_it_is_and_that_it_is_over() {
        let bringing_up = Arc::new(BringingUp::default());
        let heard = Arc::new(Mutex::new(Vec::new()));
        bringing_up.tell_to(Box::new({
            let (heard, stopped) = (Arc::clone(&heard), Arc::clone(&bringing_up));
            move |progress| {
                heard
                    .lock()
                    .unwrap()
                    .push(progress.map(|one| (one.done, one.total)));
                stopped.stop();
            }
        }));
        // Of most openings there is nothing to tell.
        bringing_up.during(|_| ());
        assert!(heard.lock().unwrap().is_empty());
        let answer = bringing_up.during(|tell| tell(1, 2));
        assert_eq!(answer, ControlFlow::Break(()), "it was asked to stop");
        let expected = [Some((PAGE, 2 * PAGE)), None];
        assert_eq!(heard.lock().unwrap().as_slice(), expected);
        bringing_up.during(|tell| assert!(tell(2, 2).is_break()));
        // An earlier stop is no stop of the next opening.
        let quiet = BringingUp::default();
        quiet.stop();
        quiet.during(|tell| assert!(tell(1, 2).is_continue()));
    }
}
