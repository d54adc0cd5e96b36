//! Passkeys on the way of a person through the wizard: enrolled, rehearsed, dropped, and used in place of the digits.

use std::sync::mpsc;

use super::*;
use crate::histories::restoring;
use crate::journey::made_up::MadeUp;
use crate::views::{MomentView, SlotKind};

const SOFTWARE: AuthenticatorKind = AuthenticatorKind::Software;

/// Files of software passkeys that are there.
fn files(made_up: &MadeUp) -> usize {
    let data = made_up.shell.data_folder().unwrap().path().to_owned();
    let folder = data.join("software-passkeys");
    let all = std::fs::read_dir(folder).into_iter().flatten().flatten();
    all.filter(|file| file.file_name() != "lock").count()
}

#[test]
fn a_passkey_is_enrolled_after_the_kit_and_opens_the_history_from_then_on() {
    let made_up = MadeUp::new();
    let early = enrol(&made_up.shell, SOFTWARE, "Demo", made_up.person(&["1234"]));
    assert_eq!(early.unwrap_err().code, ErrorCode::Usage, "no kit was made");
    let (_, slot) = made_up.restored_with_passkey("1234");

    let keys = keys::view(&made_up.shell).unwrap();
    let kinds: Vec<_> = keys.slots.iter().map(|slot| slot.kind).collect();
    assert_eq!(kinds, [SlotKind::Recovery, SlotKind::Passkey]);
    assert!(
        keys.slots.iter().all(|slot| slot.last_tested.is_some()),
        "both were rehearsed before the restore"
    );
    assert_eq!(keys.slots[1].authenticator, Some(SOFTWARE));
    assert_eq!(keys.slots[1].synced, Some(false));

    made_up.shell.close_everything();
    let history = made_up.history();
    let shown = opening::slots(&made_up.shell, &history).unwrap();
    assert!(shown.iter().any(|shown| shown.id == slot));
    let person = made_up.person(&["1234"]);
    opening::unlock_with_passkey(&made_up.shell, &history, &slot, person).unwrap();
    assert_eq!(made_up.shell.session_view().history, Some(history));
    let opened: Vec<_> = keys::view(&made_up.shell)
        .unwrap()
        .slots
        .into_iter()
        .filter(|slot| slot.opened_with)
        .map(|slot| slot.id)
        .collect();
    assert_eq!(opened, [slot]);
}

#[test]
fn the_same_backup_needs_no_digits_once_its_history_has_a_passkey() {
    let made_up = MadeUp::new();
    let (_, slot) = made_up.restored_with_passkey("1234");
    made_up.shell.close_everything();
    let fitting = keyrings_for(&made_up.shell, &made_up.backup).unwrap();
    assert_eq!(fitting.len(), 1);
    assert!(fitting[0].slots.iter().any(|known| known.id == slot));

    let person = made_up.person(&["1234"]);
    let history = &fitting[0].history;
    assert!(unlock_backup(&made_up.shell, &made_up.backup, history, &slot, person).unwrap());
    let report = restoring::run(&made_up.shell, &made_up.backup, &mut |_| {}).unwrap();
    assert_eq!((report.new, report.already_present), (0, 5));
    assert_eq!(
        made_up.shell.session_view().history,
        Some(made_up.history())
    );
}

#[test]
fn the_history_that_is_open_says_without_a_passkey_whether_it_opens_the_backup() {
    let made_up = MadeUp::new();
    made_up.restored_with_passkey("1234");
    let nobody = || -> Tell { Box::new(|_| panic!("nobody is asked")) };
    let history = made_up.history();
    assert!(unlock_backup(&made_up.shell, &made_up.backup, &history, "", nobody()).unwrap());
    made_up.shell.close_everything();
    let closed = unlock_backup(
        &made_up.shell,
        &made_up.backup,
        &history,
        "",
        Box::new(|_| {}),
    );
    assert_eq!(closed.unwrap_err().code, ErrorCode::Usage);
}

#[test]
fn a_kit_is_not_saved_beside_the_backup_that_a_keyring_opened() {
    let made_up = MadeUp::new();
    let (_, slot) = made_up.restored_with_passkey("1234");
    made_up.shell.close_everything();
    let (history, person) = (made_up.history(), made_up.person(&["1234"]));
    assert!(unlock_backup(&made_up.shell, &made_up.backup, &history, &slot, person).unwrap());
    keys::new_kit(&made_up.shell).unwrap();
    let save = |path: &Path| crate::wizard::kit_page::save(&made_up.shell, path);
    let beside = save(&made_up.backup.with_file_name("kit.html"));
    assert_eq!(beside.unwrap_err().code, ErrorCode::Usage);
    let elsewhere = made_up.place.path().join("papers");
    std::fs::create_dir(&elsewhere).unwrap();
    save(&elsewhere.join("kit.html")).unwrap();
}

#[test]
fn a_wrong_pin_is_told_with_the_tries_that_are_left_and_asked_for_again() {
    let made_up = MadeUp::new();
    let (_, slot) = made_up.restored_with_passkey("1234");
    made_up.shell.close_everything();
    let (tell, told) = mpsc::channel();
    let person = made_up.person(&["4321", "1234"]);
    let person: Tell = Box::new(move |moment| {
        if let MomentView::Pin {
            retries, was_wrong, ..
        } = &moment
        {
            tell.send((*was_wrong, *retries)).unwrap();
        }
        person(moment);
    });
    opening::unlock_with_passkey(&made_up.shell, &made_up.history(), &slot, person).unwrap();
    let asked: Vec<_> = told.try_iter().collect();
    assert_eq!(asked, [(false, Some(8)), (true, Some(7))]);
}

#[test]
fn a_lock_in_the_middle_of_a_ceremony_opens_nothing() {
    let made_up = MadeUp::new();
    let (_, slot) = made_up.restored_with_passkey("1234");
    made_up.shell.close_everything();
    let (shell, history) = (made_up.shell.clone(), made_up.history());
    let person: Tell = Box::new(move |moment| {
        if let MomentView::Pin { .. } = moment {
            let shell = shell.clone();
            std::thread::spawn(move || shell.close_everything());
        }
    });
    let locked = opening::unlock_with_passkey(&made_up.shell, &history, &slot, person);
    assert_eq!(locked.unwrap_err().code, ErrorCode::Cancelled);
    assert!(!made_up.shell.session_view().open);

    // Locked after the right PIN, before the history is there.
    let shell = made_up.shell.clone();
    let person = made_up.person(&["1234"]);
    let person: Tell = Box::new(move |moment| {
        if let MomentView::Over = moment {
            shell.session.close();
        }
        person(moment);
    });
    let locked = opening::unlock_with_passkey(&made_up.shell, &history, &slot, person);
    assert_eq!(locked.unwrap_err().code, ErrorCode::Cancelled);
    assert!(!made_up.shell.session_view().open);
}

#[test]
fn a_lock_while_a_passkey_is_enrolled_leaves_no_file_of_it() {
    let made_up = MadeUp::new();
    made_up.make_kit();
    let shell = made_up.shell.clone();
    let person = made_up.person(&["1234"]);
    let person: Tell = Box::new(move |moment| {
        if let MomentView::Over = moment {
            assert!(shell.wizard().forget().is_empty(), "it is lent out");
        }
        person(moment);
    });
    let left = enrol(&made_up.shell, SOFTWARE, "Demo", person);
    assert_eq!(left.unwrap_err().code, ErrorCode::Cancelled);
    assert_eq!(files(&made_up), 0);
}

#[test]
fn a_stopped_enrolment_leaves_the_kit_as_it_was() {
    let made_up = MadeUp::new();
    made_up.type_digits();
    let kit = made_up.make_kit();
    let stopped = enrol(&made_up.shell, SOFTWARE, "Demo", made_up.person(&[""]));
    assert_eq!(stopped.unwrap_err().code, ErrorCode::Cancelled);
    assert_eq!(files(&made_up), 0);
    made_up.prove(&kit);
    restoring::run(&made_up.shell, &made_up.backup, &mut |_| {}).unwrap();
    assert_eq!(keys::view(&made_up.shell).unwrap().slots.len(), 1);
}

#[test]
fn a_dropped_passkey_opens_nothing_and_leaves_nothing() {
    let made_up = MadeUp::new();
    made_up.type_digits();
    let kit = made_up.make_kit();
    let person = made_up.person(&["1234"]);
    let slot = enrol(&made_up.shell, SOFTWARE, "Demo", person).unwrap();
    assert_eq!(files(&made_up), 1);
    drop_enrolled(&made_up.shell, &slot.id).unwrap();
    assert_eq!(files(&made_up), 0);
    let again = drop_enrolled(&made_up.shell, &slot.id);
    assert_eq!(again.unwrap_err().code, ErrorCode::Usage);
    made_up.prove(&kit);
    restoring::run(&made_up.shell, &made_up.backup, &mut |_| {}).unwrap();
    let keys = keys::view(&made_up.shell).unwrap();
    assert!(keys.slots.iter().all(|known| known.id != slot.id));
    made_up.shell.close_everything();
    opening::unlock(&made_up.shell, &made_up.history(), &kit.concat()).unwrap();
}

#[test]
fn a_lock_before_the_restore_takes_enrolled_passkeys_back_and_one_after_it_does_not() {
    let made_up = MadeUp::new();
    made_up.make_kit();
    enrol(&made_up.shell, SOFTWARE, "Demo", made_up.person(&["1234"])).unwrap();
    assert_eq!(files(&made_up), 1);
    made_up.shell.close_everything();
    assert_eq!(files(&made_up), 0);
    made_up.restored_with_passkey("1234");
    made_up.shell.close_everything();
    assert_eq!(files(&made_up), 1);
}
