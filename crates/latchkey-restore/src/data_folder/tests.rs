//! Claims about the folder of histories that need no index.

use std::ops::ControlFlow;

use super::*;

mod moving;
mod resting;
mod saving;

use latchkey_keyring::{RecoveryKit, Timestamp};

fn on(_done: u64, _total: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn now() -> Timestamp {
    "2026-11-23T10:00:00Z".parse().unwrap()
}

fn days_later(days: i64) -> Timestamp {
    let later = now().as_millisecond() + days * 24 * 60 * 60 * 1000;
    Timestamp::from_millisecond(later).unwrap()
}

fn folder() -> (tempfile::TempDir, DataFolder) {
    let temporary = tempfile::tempdir().unwrap();
    let folder = DataFolder::at(&temporary.path().join("data")).unwrap();
    (temporary, folder)
}

/// Looks like a history from outside.
fn pretend_history(folder: &DataFolder) -> PathBuf {
    let dir = folder.new_history_dir().unwrap();
    std::fs::create_dir(&dir).unwrap();
    std::fs::write(dir.join(FILE_NAME), b"locked").unwrap();
    std::fs::write(dir.join(latchkey_index::TABLES_FILE), vec![7; 100_000]).unwrap();
    dir
}

/// As [`pretend_history`], with a keyring that can be read; its id.
fn locked_history(folder: &DataFolder) -> (PathBuf, String) {
    let dir = pretend_history(folder);
    std::fs::remove_file(dir.join(FILE_NAME)).unwrap();
    let recipient = RecoveryKit::generate().recipient();
    let mut keyring = crate::prepare_keyring(&[recipient], now()).unwrap();
    keyring.save(&dir.join(FILE_NAME)).unwrap();
    let id = dir.file_name().unwrap().to_str().unwrap().to_owned();
    (dir, id)
}

/// Ids of the histories that are listed.
fn listed(folder: &DataFolder) -> Vec<String> {
    let all = folder.list().unwrap().into_iter();
    all.map(|entry| entry.id).collect()
}

/// A folder on another disk than the other tests' folders, where there is one.
#[allow(clippy::print_stderr, reason = "a test that is skipped says so")]
fn other_disk() -> Option<tempfile::TempDir> {
    use std::os::unix::fs::MetadataExt as _;
    let here = std::env::temp_dir().metadata().unwrap().dev();
    let shm = Path::new("/dev/shm");
    if shm.metadata().is_ok_and(|found| found.dev() != here) {
        return Some(tempfile::tempdir_in(shm).unwrap());
    }
    eprintln!("skipped: there is no second disk");
    None
}

#[test]
fn a_history_with_an_unreadable_keyring_is_still_listed() {
    let (_kept, folder) = folder();
    let dir = pretend_history(&folder);
    let listed = folder.list().unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(
        (listed[0].dir.clone(), listed[0].size, listed[0].generation),
        (dir, 100_006, None)
    );
    assert_eq!(
        folder.history_dir(&listed[0].id),
        Some(listed[0].dir.clone())
    );
    assert_eq!(folder.history_dir("../seen.json"), None);
}

#[test]
fn leftovers_are_removed_unless_somebody_works_in_them() {
    let (_kept, folder) = folder();
    let dir = pretend_history(&folder);
    let left = dir.with_file_name("0011.unfinished-2233");
    let busy = dir.with_file_name("0011.unfinished-4455");
    for path in [&left, &busy] {
        std::fs::create_dir(path).unwrap();
        std::fs::write(path.join("tables.db"), b"half").unwrap();
    }
    let _lock = FolderLock::alone(&busy).unwrap();
    assert_eq!(folder.remove_leftovers().unwrap(), 1);
    assert!(!left.exists() && busy.exists() && dir.exists());
    assert_eq!(
        folder.list().unwrap().len(),
        1,
        "an unfinished folder is no history"
    );
}

#[test]
fn a_copy_holds_the_same_bytes_and_never_replaces() {
    let (kept, folder) = folder();
    let dir = pretend_history(&folder);
    let to = kept.path().join("stick").join("copy");
    copy_history(&dir, &to, &mut |_, _| ControlFlow::Continue(())).unwrap();
    for name in [FILE_NAME, latchkey_index::TABLES_FILE] {
        assert_eq!(
            std::fs::read(dir.join(name)).unwrap(),
            std::fs::read(to.join(name)).unwrap()
        );
    }
    let again = copy_history(&dir, &to, &mut |_, _| ControlFlow::Continue(()));
    assert!(matches!(again, Err(CopyHistoryError::AlreadyExists { .. })));
}

#[test]
fn a_cancelled_copy_leaves_nothing() {
    let (kept, folder) = folder();
    let dir = pretend_history(&folder);
    let to = kept.path().join("copies").join("copy");
    let done = copy_history(&dir, &to, &mut |_, _| ControlFlow::Break(()));
    assert!(matches!(done, Err(CopyHistoryError::Cancelled)));
    assert_eq!(
        std::fs::read_dir(kept.path().join("copies"))
            .unwrap()
            .count(),
        0
    );
}

#[test]
fn deleting_takes_our_files_only() {
    let (_kept, folder) = folder();
    let dir = pretend_history(&folder);
    std::fs::write(dir.join("holiday.jpg"), b"mine").unwrap();
    std::fs::write(dir.join("tables.db-journal"), b"ours").unwrap();
    delete_history(&dir).unwrap();
    let left: Vec<_> = std::fs::read_dir(&dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left, ["holiday.jpg"]);
    assert!(matches!(
        delete_history(&dir),
        Err(DeleteHistoryError::NotAHistory { .. })
    ));
}

#[test]
fn a_history_in_use_is_not_deleted() {
    let (_kept, folder) = folder();
    let dir = pretend_history(&folder);
    let reader = FolderLock::shared(&dir).unwrap();
    assert!(matches!(
        delete_history(&dir),
        Err(DeleteHistoryError::InUse)
    ));
    drop(reader);
    delete_history(&dir).unwrap();
    assert!(!dir.exists());
}

#[test]
fn what_a_cut_off_save_left_of_the_key_is_deleted_and_never_copied() {
    let (_kept, folder) = folder();
    let dir = pretend_history(&folder);
    std::fs::write(dir.join(".keyring-Ab12.unfinished"), b"a whole keyring").unwrap();
    let copy = dir.with_file_name("copy");
    copy_history(&dir, &copy, &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert!(!copy.join(".keyring-Ab12.unfinished").exists());
    delete_history(&dir).unwrap();
    assert!(!dir.exists());
}
