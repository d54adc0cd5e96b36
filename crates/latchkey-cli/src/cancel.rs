//! Ctrl-C and a polite kill: the running job is asked to stop and cleans up after itself.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C asks instead of killing. Called after the questions, when the long work begins.
pub(crate) fn listen() {
    // A second handler cannot be set; the first one is as good.
    let _ = ctrlc::set_handler(|| ASKED.store(true, Ordering::Relaxed));
}

/// Whether to go on.
pub(crate) fn asked() -> ControlFlow<()> {
    if ASKED.load(Ordering::Relaxed) {
        ControlFlow::Break(())
    } else {
        ControlFlow::Continue(())
    }
}
