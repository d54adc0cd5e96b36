//! Whatever stops a restore, the history is as it was and nothing is left behind.

use std::ops::ControlFlow;

use latchkey_restore::{
    ErrorCode, HasCode, RestoreError, Stage, copy_history, delete_history, restore, restore_in,
};

use crate::fixture::{Desk, ROOT, files, grown_phone, names, small_phone, stop_at};

const STAGES: [Stage; 5] = [
    Stage::Decrypting,
    Stage::Reading,
    Stage::Indexing,
    Stage::Media,
    Stage::Finishing,
];

#[test]
fn a_first_restore_cancelled_at_any_stage_leaves_nothing() {
    for stage in STAGES {
        let desk = Desk::new();
        let backup = desk.backup("msgstore.db.crypt15", &small_phone(), &ROOT, "21");
        let stopped = restore(
            desk.request(&backup, desk.new_target()),
            &mut stop_at(stage, 1),
        );
        assert!(
            matches!(stopped, Err(RestoreError::Cancelled)),
            "{stage:?}: {stopped:?}"
        );
        assert_eq!(
            names(desk.dir().parent().unwrap()),
            [] as [&str; 0],
            "{stage:?}"
        );
        assert_eq!(
            names(desk.root.path()),
            ["data", "msgstore.db.crypt15"],
            "{stage:?}"
        );
    }
}

#[test]
fn a_cancelled_restore_can_be_begun_again() {
    let desk = Desk::new();
    let backup = desk.backup("msgstore.db.crypt15", &small_phone(), &ROOT, "21");
    let mut request = desk.request(&backup, desk.new_target());
    restore_in(&mut request, &mut stop_at(Stage::Finishing, 1)).unwrap_err();
    restore_in(&mut request, &mut |_| ControlFlow::Continue(())).unwrap();
    desk.history();
}

#[test]
fn a_later_restore_cancelled_before_its_commit_changes_nothing() {
    for stage in [Stage::Decrypting, Stage::Reading, Stage::Indexing] {
        let desk = Desk::new();
        desk.first();
        let later = desk.backup("later.crypt15", &grown_phone(), &ROOT, "21");
        let target = desk.history().into_target();
        let before = files(&desk.dir());
        let stopped = restore(desk.request(&later, target), &mut stop_at(stage, 1));
        assert!(
            matches!(stopped, Err(RestoreError::Cancelled)),
            "{stage:?}: {stopped:?}"
        );
        assert_eq!(names(desk.dir().parent().unwrap()), ["h1"], "{stage:?}");
        let index = desk.history();
        assert_eq!(index.index().imports().unwrap().len(), 1, "{stage:?}");
        assert_eq!(before.len(), files(&desk.dir()).len(), "{stage:?}");
    }
}

#[test]
fn after_its_commit_a_later_restore_is_done() {
    let desk = Desk::new();
    desk.first();
    let later = desk.backup("later.crypt15", &grown_phone(), &ROOT, "21");
    let report = restore(
        desk.request(&later, desk.history().into_target()),
        &mut stop_at(Stage::Media, 1),
    )
    .unwrap();
    assert!(report.import.new > 0);
    assert_eq!(desk.history().index().imports().unwrap().len(), 2);
}

#[test]
fn what_a_crash_left_is_removed_at_the_next_start() {
    let desk = Desk::new();
    let backup = desk.backup("msgstore.db.crypt15", &small_phone(), &ROOT, "21");
    // A killed process leaves the folder it was building, unlocked.
    let left = desk.dir().with_file_name("h1.unfinished-00112233");
    std::fs::create_dir(&left).unwrap();
    std::fs::write(left.join("tables.db"), b"half an index").unwrap();
    assert_eq!(desk.folder.list().unwrap(), []);
    desk.restore(&backup, desk.new_target()).unwrap();
    assert_eq!(names(desk.dir().parent().unwrap()), ["h1"]);
    std::fs::create_dir(&left).unwrap();
    assert_eq!(desk.folder.remove_leftovers().unwrap(), 1);
    assert_eq!(desk.folder.list().unwrap().len(), 1);
}

#[test]
fn a_full_disk_is_told_with_what_is_needed_and_leaves_nothing() {
    let desk = Desk::new();
    let backup = desk.backup("msgstore.db.crypt15", &small_phone(), &ROOT, "21");
    let mut request = desk.request(&backup, desk.new_target());
    request.limits.free_space = Some(10);
    let full = restore(request, &mut |_| ControlFlow::Continue(())).unwrap_err();
    assert_eq!(full.code(), ErrorCode::NoSpace);
    assert!(full.needed().unwrap() > 10 && full.path().is_some());
    assert_eq!(names(desk.dir().parent().unwrap()), [] as [&str; 0]);
}

#[test]
fn a_history_that_is_open_is_not_written_deleted_or_replaced() {
    let desk = Desk::new();
    desk.first();
    let reader = desk.history();
    let second = desk.history();
    let backup = desk.path("msgstore.db.crypt15");
    let refused = desk.restore(&backup, second.into_target()).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::InUse);
    assert_eq!(
        delete_history(&desk.dir()).unwrap_err().code(),
        ErrorCode::InUse
    );
    assert_eq!(
        desk.restore(&backup, desk.new_target()).unwrap_err().code(),
        ErrorCode::AlreadyExists
    );
    // Reading and copying are no writing.
    copy_history(&desk.dir(), &desk.path("copy"), &mut |_, _| {
        ControlFlow::Continue(())
    })
    .unwrap();
    reader.close();
    delete_history(&desk.dir()).unwrap();
    assert_eq!(desk.folder.list().unwrap(), []);
}

#[test]
fn a_copy_opens_with_the_same_kit() {
    let desk = Desk::new();
    desk.first();
    copy_history(&desk.dir(), &desk.path("copy"), &mut |_, _| {
        ControlFlow::Continue(())
    })
    .unwrap();
    delete_history(&desk.dir()).unwrap();
    let opened = latchkey_restore::History::open(
        &desk.path("copy"),
        &desk.kit.identity(),
        &desk.folder.seen(),
        crate::fixture::now(),
    );
    assert!(opened.unwrap().index().verify().unwrap().is_good());
}
