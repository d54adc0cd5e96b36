//! Claims about My chats with a made-up history, and with two windows.

use latchkey_index::OwnMarks;
use latchkey_restore::set_marks;

use super::*;
use crate::journey::made_up::MadeUp;

/// A history that is open, its id and its kit.
fn open() -> (MadeUp, String, String) {
    let made_up = MadeUp::new();
    let (kit, _) = made_up.restored_with_passkey("2468");
    let id = made_up.history();
    (made_up, id, kit)
}

fn of(made_up: &MadeUp, id: &str) -> HistoryView {
    let all = opening::histories(&made_up.shell).unwrap();
    all.into_iter().find(|one| one.id == id).unwrap()
}

fn folder(made_up: &MadeUp, name: &str) -> std::path::PathBuf {
    let folder = made_up.place.path().join(name);
    std::fs::create_dir(&folder).unwrap();
    folder
}

fn can_be_read(shell: &Shell) -> bool {
    let chats = shell.session.read(|history| history.index().chats());
    chats.is_ok_and(|chats| chats.len() == 2)
}

#[test]
fn what_only_an_open_history_knows_is_listed_when_it_is_closed() {
    let (made_up, id, _) = open();
    rename(&made_up.shell, &id, "Old phone").unwrap();
    made_up.shell.close_everything();
    let listed = of(&made_up, &id);
    assert_eq!(listed.name.as_deref(), Some("Old phone"));
    assert!(listed.first_at.unwrap() < listed.last_at.unwrap());
    assert!(listed.last_opened.is_some() && listed.size > 0);
    assert_eq!(
        (listed.elsewhere, listed.missing, listed.unexported_marks),
        (None, None, 0)
    );
    let unknown = rename(&made_up.shell, "nobody", "x").unwrap_err();
    assert_eq!(unknown.code, ErrorCode::Usage);
}

#[test]
fn an_open_history_is_copied_and_the_copy_opens_beside_it() {
    let (made_up, id, kit) = open();
    let stick = folder(&made_up, "stick");
    let mut told = Vec::new();
    save_copy(&made_up.shell, &id, &stick, &mut |view| told.push(view)).unwrap();
    assert!(can_be_read(&made_up.shell), "it stays open");
    assert!(!told.is_empty() && told.iter().all(|view| view.done <= view.total));
    let copy = std::fs::read_dir(&stick).unwrap().next().unwrap().unwrap();
    let taken = restore_copy(&made_up.shell, &copy.path(), &mut |_| {}).unwrap();
    assert_ne!(taken, id);
    let name = of(&made_up, &taken).name.unwrap();
    assert!(name.starts_with("Copy put back on 20"), "{name}");
    opening::unlock(&made_up.shell, &taken, &kit).unwrap();
    assert_eq!(made_up.shell.session.history(), Some(taken));
    assert!(can_be_read(&made_up.shell));
    let nothing = restore_copy(&made_up.shell, &folder(&made_up, "empty"), &mut |_| {});
    assert_eq!(nothing.unwrap_err().code, ErrorCode::NotAHistory);
}

#[test]
fn an_open_history_that_another_takes_the_place_of_is_noted() {
    let (made_up, id, kit) = open();
    let shell = &made_up.shell;
    let stick = folder(&made_up, "stick");
    save_copy(shell, &id, &stick, &mut |_| {}).unwrap();
    let copy = std::fs::read_dir(&stick).unwrap().next().unwrap().unwrap();
    let taken = restore_copy(shell, &copy.path(), &mut |_| {}).unwrap();
    // A mark that no note knows of, as after a note that could not be written.
    let chats = shell.session.read(|history| history.index().chats());
    let (chat, now) = (chats.unwrap()[0].id, Timestamp::now());
    let bookmark = OwnMarks {
        bookmark: true,
        ..OwnMarks::default()
    };
    let change = |history: &mut History, _: &_| set_marks(history, chat, None, &bookmark, now);
    shell.session.change(change).unwrap();
    assert_eq!(of(&made_up, &id).unexported_marks, 0);
    opening::unlock(shell, &taken, &kit).unwrap();
    assert_eq!(of(&made_up, &id).unexported_marks, 1);
}

#[test]
fn a_moved_history_stays_open_and_opens_again_where_it_is() {
    let (made_up, id, kit) = open();
    let away = folder(&made_up, "away");
    move_to(&made_up.shell, &id, &away, &mut |_| {}).unwrap();
    assert_eq!(made_up.shell.session.history(), Some(id.clone()));
    assert!(can_be_read(&made_up.shell));
    let shown = of(&made_up, &id).elsewhere.unwrap();
    assert!(shown.contains("away/latchkey-history-67-"), "{shown}");
    made_up.shell.close_everything();
    opening::unlock(&made_up.shell, &id, &kit).unwrap();
    assert!(can_be_read(&made_up.shell));
    made_up.shell.close_everything();

    std::fs::rename(&away, made_up.place.path().join("unplugged")).unwrap();
    assert_eq!(of(&made_up, &id).missing, Some(true));
    let gone = opening::unlock(&made_up.shell, &id, &kit).unwrap_err();
    assert_eq!(gone.code, ErrorCode::NotAHistory);
    let gone = opening::slots(&made_up.shell, &id).unwrap_err();
    assert_eq!(gone.code, ErrorCode::NotAHistory);
}

#[test]
fn a_move_that_does_not_work_leaves_it_open_where_it_was() {
    let (made_up, id, _) = open();
    let nowhere = made_up.place.path().join("nowhere");
    move_to(&made_up.shell, &id, &nowhere, &mut |_| {}).unwrap_err();
    assert!(can_be_read(&made_up.shell));
    assert_eq!(of(&made_up, &id).elsewhere, None);
}

#[test]
fn a_backup_is_restored_into_a_history_that_was_moved() {
    let (made_up, id, _) = open();
    move_to(&made_up.shell, &id, &folder(&made_up, "away"), &mut |_| {}).unwrap();
    made_up.type_digits();
    crate::histories::restoring::run(&made_up.shell, &made_up.backup, &mut |_| {}).unwrap();
    assert_eq!(made_up.shell.session.history(), Some(id.clone()));
    assert_eq!(made_up.history(), id);
}

#[test]
fn a_deleted_history_is_locked_first_and_comes_back() {
    let (made_up, id, kit) = open();
    let lock = || made_up.shell.close_everything();
    rest(&made_up.shell, &id, &lock).unwrap();
    assert!(!made_up.shell.session_view().open);
    assert!(opening::histories(&made_up.shell).unwrap().is_empty());
    let resting_now = resting(&made_up.shell).unwrap();
    assert!(resting_now[0].rests_until.is_some());
    opening::unlock(&made_up.shell, &id, &kit).unwrap_err();
    tidy_up(&made_up.shell);
    bring_back(&made_up.shell, &id).unwrap();
    opening::unlock(&made_up.shell, &id, &kit).unwrap();
    assert!(can_be_read(&made_up.shell));
}

#[test]
fn what_is_deleted_for_good_is_gone_and_only_after_it_rested() {
    let (made_up, id, _) = open();
    let lock = || made_up.shell.close_everything();
    let awake = delete_resting(&made_up.shell, &id).unwrap_err();
    assert_eq!(awake.code, ErrorCode::Usage);
    let dir = made_up
        .shell
        .data_folder()
        .unwrap()
        .history_dir(&id)
        .unwrap();
    rest(&made_up.shell, &id, &lock).unwrap();
    delete_resting(&made_up.shell, &id).unwrap();
    assert!(!dir.exists());
    assert!(resting(&made_up.shell).unwrap().is_empty());
}

#[test]
fn of_two_windows_one_deletes_and_moves_nothing_that_the_other_has_open() {
    let (made_up, id, kit) = open();
    let other = Shell::in_folder(made_up.place.path());
    let away = folder(&made_up, "away");
    let no_lock = || unreachable!("it is not open here");
    let busy = rest(&other, &id, &no_lock).unwrap_err();
    assert_eq!(busy.code, ErrorCode::InUse);
    let busy = move_to(&other, &id, &away, &mut |_| {}).unwrap_err();
    assert_eq!(busy.code, ErrorCode::InUse);
    save_copy(&other, &id, &away, &mut |_| {}).unwrap();
    // Both have it open: neither moves it, and both go on reading.
    opening::unlock(&other, &id, &kit).unwrap();
    let busy = move_to(&made_up.shell, &id, &away, &mut |_| {}).unwrap_err();
    assert_eq!(busy.code, ErrorCode::InUse);
    assert!(can_be_read(&made_up.shell) && can_be_read(&other));
}

#[test]
fn copying_can_be_cancelled_and_runs_alone() {
    let (made_up, id, _) = open();
    let stick = folder(&made_up, "stick");
    let shell = made_up.shell.clone();
    let mut stop = |_| {
        assert_eq!(
            save_copy(&shell, "x", Path::new("/"), &mut |_| {})
                .unwrap_err()
                .code,
            ErrorCode::InUse
        );
        shell.running.cancel();
    };
    let stopped = save_copy(&made_up.shell, &id, &stick, &mut stop).unwrap_err();
    assert_eq!(stopped.code, ErrorCode::Cancelled);
    assert_eq!(std::fs::read_dir(&stick).unwrap().count(), 0);
    assert!(can_be_read(&made_up.shell));
}

#[test]
fn a_copy_goes_on_while_everything_is_locked() {
    let (made_up, id, _) = open();
    let stick = folder(&made_up, "stick");
    let shell = &made_up.shell;
    let mut locked = false;
    save_copy(shell, &id, &stick, &mut |_| {
        assert!(!shell.running.holds_open() && shell.running.is_running());
        if !locked {
            shell.close_everything();
            locked = true;
        }
    })
    .unwrap();
    assert!(locked && !shell.session_view().open);
    let copy = std::fs::read_dir(&stick).unwrap().next().unwrap().unwrap();
    restore_copy(shell, &copy.path(), &mut |_| {}).unwrap();
}
