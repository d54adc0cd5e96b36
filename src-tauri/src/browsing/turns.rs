//! So many at a time: who comes later waits, with nothing in hand yet.

use std::sync::{Condvar, Mutex, PoisonError};

use crate::shell::held;

/// Turns that are taken, and how many there are.
pub struct Turns {
    most: u32,
    taken: Mutex<u32>,
    free: Condvar,
}

/// A turn; it ends when it is dropped, also by a panic.
pub struct Turn<'a>(&'a Turns);

impl Turns {
    /// At most so many at a time.
    pub const fn of(most: u32) -> Self {
        Self {
            most,
            taken: Mutex::new(0),
            free: Condvar::new(),
        }
    }

    /// Waits for a turn.
    pub fn take(&self) -> Turn<'_> {
        let taken = held(&self.taken);
        let full = |taken: &mut u32| *taken >= self.most;
        let mut taken = self
            .free
            .wait_while(taken, full)
            .unwrap_or_else(PoisonError::into_inner);
        *taken += 1;
        Turn(self)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *held(&self.0.taken) -= 1;
        self.0.free.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    #[test]
    fn never_more_than_so_many_have_a_turn_and_a_panic_gives_its_back() {
        let (turns, now, most) = (Turns::of(2), AtomicU32::new(0), AtomicU32::new(0));
        let work = |n: u32| {
            let _turn = turns.take();
            let at_a_time = now.fetch_add(1, Ordering::SeqCst) + 1;
            most.fetch_max(at_a_time, Ordering::SeqCst);
            std::thread::yield_now();
            now.fetch_sub(1, Ordering::SeqCst);
            assert!(n != 7, "one that fails");
        };
        std::thread::scope(|scope| {
            let all: Vec<_> = (0..50).map(|n| scope.spawn(move || work(n))).collect();
            let failed = all.into_iter().filter_map(|one| one.join().err()).count();
            assert_eq!(failed, 1);
        });
        assert!((1..=2).contains(&most.load(Ordering::SeqCst)));
        assert_eq!(*held(&turns.taken), 0);
    }
}
