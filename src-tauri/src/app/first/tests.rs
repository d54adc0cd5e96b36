//! One window for one person: hand-over, a socket left by a crash, a start after a stop.

use std::sync::mpsc;

use super::*;

#[test]
fn a_second_start_hands_its_files_over_byte_for_byte() {
    let state = tempfile::tempdir().unwrap();
    let Start::First(first) = start(state.path(), &[], false).unwrap() else {
        panic!("nobody was there before");
    };
    let (tell, told) = mpsc::channel();
    first.hear(move |paths| tell.send(paths).unwrap());

    let paths = [
        PathBuf::from("/phone/msgstore.db.crypt15"),
        PathBuf::from(OsStr::from_bytes(b"/phone/\xff.crypt14")),
    ];
    assert!(matches!(
        start(state.path(), &paths, false).unwrap(),
        Start::HandedOver
    ));
    assert_eq!(told.recv_timeout(Duration::from_secs(5)).unwrap(), paths);
    assert!(matches!(
        start(state.path(), &[], false).unwrap(),
        Start::HandedOver
    ));
    assert_eq!(
        told.recv_timeout(Duration::from_secs(5)).unwrap(),
        Vec::<PathBuf>::new()
    );
}

#[test]
fn a_socket_left_by_a_crash_does_not_keep_the_next_start_out() {
    let state = tempfile::tempdir().unwrap();
    let first = start(state.path(), &[], false).unwrap();
    drop(first);
    assert!(matches!(
        start(state.path(), &[], false).unwrap(),
        Start::First(_)
    ));
}

#[test]
fn a_start_after_a_stop_waits_until_the_old_one_is_gone() {
    let state = tempfile::tempdir().unwrap();
    let old = start(state.path(), &[], false).unwrap();
    let ended = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(300));
        drop(old);
    });
    assert!(matches!(
        start(state.path(), &[], true).unwrap(),
        Start::First(_)
    ));
    ended.join().unwrap();
}

#[test]
fn the_folder_is_the_persons_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let parent = tempfile::tempdir().unwrap();
    let state = parent.path().join("latchkey");
    let _first = start(&state, &[], false).unwrap();
    assert_eq!(
        state.metadata().unwrap().permissions().mode() & 0o777,
        0o700
    );
}
