//! Claims about copies that are saved and taken back.

use super::*;

#[test]
fn a_copy_is_saved_and_taken_back_as_a_history_of_its_own() {
    let (kept, folder) = folder();
    let (dir, id) = locked_history(&folder);
    let stick = kept.path().join("stick");
    let first = folder.save_copy(&id, &stick, now(), &mut on).unwrap();
    let second = folder.save_copy(&id, &stick, now(), &mut on).unwrap();
    assert_eq!(first, stick.join("latchkey-history-2026-11-23"));
    assert_eq!(second, stick.join("latchkey-history-2026-11-23-2"));
    let taken = folder.take_copy(&first, "A copy", &mut on).unwrap();
    assert_ne!(taken, id);
    let copy = folder.history_dir(&taken).unwrap();
    for name in [FILE_NAME, latchkey_index::TABLES_FILE] {
        let (one, other) = (
            std::fs::read(dir.join(name)),
            std::fs::read(copy.join(name)),
        );
        assert_eq!(one.unwrap(), other.unwrap());
    }
    let named: Vec<_> = folder.list().unwrap();
    let name = named.iter().find(|entry| entry.id == taken).unwrap();
    assert_eq!(
        name.name.as_deref(),
        Some("A copy"),
        "its keyring is here twice"
    );
    // The keyring of a twin is not forgotten with the other.
    folder.rest(&id, now()).unwrap();
    folder.delete_resting(&id).unwrap();
    assert_eq!(listed(&folder), [taken]);
}

#[test]
fn a_copy_of_somebody_elses_has_no_name() {
    let (kept, folder) = folder();
    let other = DataFolder::at(&kept.path().join("other")).unwrap();
    let (dir, _) = locked_history(&other);
    folder.take_copy(&dir, "A copy", &mut on).unwrap();
    assert_eq!(folder.list().unwrap()[0].name, None);
}

#[test]
fn what_nobody_could_open_is_not_copied() {
    let (kept, folder) = folder();
    let dir = pretend_history(&folder);
    let id = dir.file_name().unwrap().to_str().unwrap();
    let stick = kept.path().join("stick");
    let broken = folder.save_copy(id, &stick, now(), &mut on).unwrap_err();
    assert!(matches!(broken, CopyHistoryError::Keyring(_)));
    let broken = folder.take_copy(&dir, "", &mut on).unwrap_err();
    assert!(matches!(broken, CopyHistoryError::Keyring(_)));
    let nothing = folder.take_copy(kept.path(), "", &mut on).unwrap_err();
    assert!(matches!(nothing, CopyHistoryError::NotAHistory { .. }));
    assert!(!stick.exists());
    assert_eq!(listed(&folder).len(), 1);
}

#[test]
fn a_copy_takes_the_files_of_a_history_only() {
    let (kept, folder) = folder();
    let (dir, id) = locked_history(&folder);
    std::fs::write(dir.join("tables.db-journal"), b"ours").unwrap();
    for name in [
        "msgstore.db",
        "holiday.jpg",
        "tables.db.bak",
        "history.lock",
    ] {
        std::fs::write(dir.join(name), b"not ours").unwrap();
    }
    let stick = kept.path().join("stick");
    let saved = folder.save_copy(&id, &stick, now(), &mut on).unwrap();
    let taken = folder.take_copy(&dir, "", &mut on).unwrap();
    for copy in [saved, folder.history_dir(&taken).unwrap()] {
        let entries = std::fs::read_dir(copy).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, [FILE_NAME, "tables.db", "tables.db-journal"]);
    }
}

#[test]
fn a_keyring_beside_a_backup_is_no_copy_of_a_history() {
    let (kept, folder) = folder();
    let (dir, id) = locked_history(&folder);
    let beside = kept.path().join("backup");
    std::fs::create_dir(&beside).unwrap();
    std::fs::copy(dir.join(FILE_NAME), beside.join(FILE_NAME)).unwrap();
    std::fs::write(beside.join("msgstore.db.crypt15"), b"locked").unwrap();
    let none = folder.take_copy(&beside, "", &mut on).unwrap_err();
    assert!(matches!(none, CopyHistoryError::NotAHistory { .. }));
    assert_eq!(listed(&folder), [id]);
}

#[test]
fn a_linked_keyring_is_not_followed_into_the_data_folder() {
    let (kept, folder) = folder();
    let (dir, id) = locked_history(&folder);
    let stick = kept.path().join("stick");
    std::fs::create_dir(&stick).unwrap();
    std::os::unix::fs::symlink(dir.join(FILE_NAME), stick.join(FILE_NAME)).unwrap();
    std::fs::write(stick.join(latchkey_index::TABLES_FILE), b"x").unwrap();
    folder.take_copy(&stick, "", &mut on).unwrap_err();
    assert_eq!(listed(&folder), [id]);
    assert_eq!(folder.remove_leftovers().unwrap(), 0);
}

#[test]
fn a_copy_can_be_cancelled_while_it_is_read_back() {
    let (kept, folder) = folder();
    let (_, id) = locked_history(&folder);
    let stick = kept.path().join("stick");
    let mut steps = Vec::new();
    let mut late = |done: u64, total: u64| {
        steps.push((done, total));
        match done == total {
            true => ControlFlow::Break(()),
            false => ControlFlow::Continue(()),
        }
    };
    let stopped = folder.save_copy(&id, &stick, now(), &mut late).unwrap_err();
    assert_eq!(stopped.code(), ErrorCode::Cancelled);
    assert!(steps.iter().is_sorted() && steps.iter().all(|(done, total)| done <= total));
    assert_eq!(std::fs::read_dir(&stick).unwrap().count(), 0);
}

#[test]
fn an_open_history_is_copied_and_one_that_is_written_is_not() {
    let (kept, folder) = folder();
    let (dir, id) = locked_history(&folder);
    let reader = FolderLock::shared(&dir).unwrap();
    folder
        .save_copy(&id, &kept.path().join("one"), now(), &mut on)
        .unwrap();
    drop(reader);
    let _writer = FolderLock::alone(&dir).unwrap();
    let busy = folder.save_copy(&id, &kept.path().join("two"), now(), &mut on);
    assert_eq!(busy.unwrap_err().code(), ErrorCode::InUse);
}

#[test]
fn what_a_kill_left_of_an_earlier_copy_goes_with_the_next() {
    let (kept, folder) = folder();
    let (_, id) = locked_history(&folder);
    let stick = kept.path().join("stick");
    let left = stick.join("latchkey-history-21-2026-11-01.unfinished-00ff");
    let others = stick.join("holiday.unfinished-00ff");
    for dir in [&left, &others] {
        std::fs::create_dir_all(dir).unwrap();
    }
    folder.save_copy(&id, &stick, now(), &mut on).unwrap();
    assert!(!left.exists() && others.exists());
}
