//! Claims about histories that were deleted and rest.

use super::*;

/// A history that rests since [`now`], after a first start.
fn at_rest() -> (tempfile::TempDir, DataFolder, PathBuf, String) {
    let (kept, folder) = folder();
    let (dir, id) = locked_history(&folder);
    folder.end_rests(now()).unwrap();
    folder.rest(&id, now()).unwrap();
    (kept, folder, dir, id)
}

#[test]
fn a_deleted_history_rests_and_comes_back_byte_by_byte() {
    let (_kept, folder, dir, id) = at_rest();
    let before = std::fs::read(dir.join(FILE_NAME)).unwrap();
    assert_eq!(listed(&folder), Vec::<String>::new());
    assert_eq!(folder.history_dir(&id), None, "it opens no more");
    let resting = folder.resting().unwrap();
    let until = now().as_millisecond() + REST;
    assert_eq!(
        (resting[0].id.as_str(), resting[0].rests_until),
        (id.as_str(), Some(until))
    );
    assert_eq!(
        folder.rest(&id, now()).unwrap_err().code(),
        ErrorCode::Usage
    );
    folder.bring_back(&id).unwrap();
    assert_eq!(
        (listed(&folder), folder.resting().unwrap()),
        (vec![id.clone()], vec![])
    );
    assert_eq!(std::fs::read(dir.join(FILE_NAME)).unwrap(), before);
    assert_eq!(folder.bring_back(&id).unwrap_err().code(), ErrorCode::Usage);
}

#[test]
fn thirty_days_are_a_rest_and_not_one_less() {
    let (_kept, folder, dir, id) = at_rest();
    for day in [1, 15, 29, 30] {
        assert_eq!(folder.end_rests(days_later(day)).unwrap(), 0, "day {day}");
    }
    assert!(dir.join(FILE_NAME).exists());
    assert_eq!(folder.end_rests(days_later(31)).unwrap(), 1);
    assert!(!dir.exists());
    assert_eq!(folder.resting().unwrap(), []);
    assert_eq!(folder.bring_back(&id).unwrap_err().code(), ErrorCode::Usage);
}

#[test]
fn a_clock_that_jumps_deletes_nothing() {
    let (_kept, folder, dir, _) = at_rest();
    // Years ahead, for one start; back again; and before the rest began.
    for day in [3000, 2, -400, 3] {
        assert_eq!(folder.end_rests(days_later(day)).unwrap(), 0, "day {day}");
    }
    assert!(dir.join(FILE_NAME).exists());
    // Nobody started for a long time: the second start knows that the clock goes.
    assert_eq!(folder.end_rests(days_later(90)).unwrap(), 0);
    assert_eq!(folder.end_rests(days_later(90)).unwrap(), 1);
    assert!(!dir.exists());
}

#[test]
fn a_rest_ends_for_whoever_starts_less_often_than_it_lasts() {
    let (_kept, folder, dir, _) = at_rest();
    assert_eq!(folder.end_rests(days_later(40)).unwrap(), 0);
    assert!(dir.join(FILE_NAME).exists());
    assert_eq!(folder.end_rests(days_later(80)).unwrap(), 1);
    assert!(!dir.exists());
}

#[test]
fn the_first_start_ever_deletes_nothing() {
    let (_kept, folder) = folder();
    let (dir, id) = locked_history(&folder);
    folder.rest(&id, now()).unwrap();
    assert_eq!(folder.end_rests(days_later(60)).unwrap(), 0);
    assert!(dir.exists());
}

#[test]
fn one_in_use_neither_rests_nor_goes() {
    let (_kept, folder) = folder();
    let (dir, id) = locked_history(&folder);
    let reader = FolderLock::shared(&dir).unwrap();
    assert_eq!(
        folder.rest(&id, now()).unwrap_err().code(),
        ErrorCode::InUse
    );
    drop(reader);
    folder.rest(&id, now()).unwrap();
    let reader = FolderLock::shared(&dir).unwrap();
    assert_eq!(
        folder.delete_resting(&id).unwrap_err().code(),
        ErrorCode::InUse
    );
    assert_eq!(folder.resting().unwrap().len(), 1);
    drop(reader);
    folder.delete_resting(&id).unwrap();
    assert!(!dir.exists());
}

#[test]
fn only_what_rests_is_deleted_at_once() {
    let (_kept, folder) = folder();
    let (dir, id) = locked_history(&folder);
    assert_eq!(
        folder.delete_resting(&id).unwrap_err().code(),
        ErrorCode::Usage
    );
    for hostile in ["../seen.json", "..", "", "a/b", "nobody"] {
        assert_eq!(
            folder.delete_resting(hostile).unwrap_err().code(),
            ErrorCode::Usage
        );
        assert_eq!(
            folder.rest(hostile, now()).unwrap_err().code(),
            ErrorCode::Usage
        );
    }
    assert!(dir.join(FILE_NAME).exists());
}

#[test]
fn a_deletion_that_was_cut_off_is_finished_at_the_next_start() {
    let (_kept, folder, dir, id) = at_rest();
    folder
        .notes()
        .change_one(&id, |note| note.deleting = true)
        .unwrap();
    std::fs::remove_file(dir.join(FILE_NAME)).unwrap();
    assert_eq!(
        folder.resting().unwrap(),
        [],
        "there is nothing to bring back"
    );
    assert_eq!(folder.bring_back(&id).unwrap_err().code(), ErrorCode::Usage);
    // Its databases may be the last that is left, or already gone with some file of theirs still there.
    std::fs::rename(dir.join("tables.db"), dir.join("search.db")).unwrap();
    assert_eq!(folder.end_rests(now()).unwrap(), 1);
    assert!(!dir.exists());
    assert!(folder.notes().read().histories.is_empty());
}

#[test]
fn a_note_whose_history_was_deleted_by_hand_goes() {
    let (_kept, folder) = folder();
    let (dir, id) = locked_history(&folder);
    folder.rename_history(&id, "Mine").unwrap();
    std::fs::remove_dir_all(dir).unwrap();
    assert_eq!(listed(&folder), Vec::<String>::new());
    folder.end_rests(now()).unwrap();
    assert!(folder.notes().read().histories.is_empty());
}

#[test]
fn what_could_not_be_read_keeps_what_was_noted_before() {
    let (_kept, folder) = folder();
    let (_, id) = locked_history(&folder);
    let summary = HistorySummary {
        keyring: "k1".to_owned(),
        first_at: Some(1),
        last_at: Some(2),
        unexported_marks: Some(3),
    };
    folder.note_history(&id, summary.clone(), None).unwrap();
    let unread = HistorySummary {
        first_at: None,
        last_at: None,
        unexported_marks: None,
        ..summary.clone()
    };
    folder.note_history(&id, unread, None).unwrap();
    let noted = |folder: &DataFolder| {
        let entry = folder.list().unwrap().remove(0);
        (entry.first_at, entry.last_at, entry.unexported_marks)
    };
    assert_eq!(noted(&folder), (Some(1), Some(2), Some(3)));
    let exported = HistorySummary {
        unexported_marks: Some(0),
        ..summary
    };
    folder.note_history(&id, exported, None).unwrap();
    assert_eq!(noted(&folder), (Some(1), Some(2), None));
}

#[test]
fn names_are_one_line_of_the_persons_own_words() {
    let (_kept, folder) = folder();
    let (_, id) = locked_history(&folder);
    let name = |folder: &DataFolder| folder.list().unwrap()[0].name.clone();
    folder
        .rename_history(&id, "  Old \u{7}phone\n2019 ")
        .unwrap();
    assert_eq!(name(&folder).as_deref(), Some("Old phone 2019"));
    folder.rename_history(&id, &"ü".repeat(500)).unwrap();
    assert_eq!(name(&folder).map(|name| name.chars().count()), Some(80));
    folder.rename_history(&id, " \n ").unwrap();
    assert_eq!(name(&folder), None);
    let nobody = folder.rename_history("../x", "y").unwrap_err();
    assert_eq!(nobody.code(), ErrorCode::Usage);
}
