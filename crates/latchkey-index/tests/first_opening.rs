//! Several indexes are opened at once as the first thing a program does; alone in this file, since a program begins once.

use std::sync::Barrier;

use latchkey_index::{Index, IndexKey};

#[test]
fn indexes_that_are_the_first_in_a_program_are_made_at_once() {
    const MANY: usize = 8;
    let folder = tempfile::tempdir().unwrap();
    let begin = Barrier::new(MANY);
    std::thread::scope(|scope| {
        for n in 0..MANY {
            let (begin, place) = (&begin, folder.path().join(n.to_string()));
            scope.spawn(move || {
                begin.wait();
                Index::create(&place, &IndexKey::from_bytes(&[0x42; 32])).unwrap();
            });
        }
    });
}
