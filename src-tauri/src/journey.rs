//! The way a person goes, without a window: find, unlock, keep safe, restore, read, lock, open again.

pub mod made_up;

use std::path::Path;

use crate::browsing;
use crate::histories::{opening, restoring};
use crate::views::{DigitsVerdict, ErrorCode, Purpose, SlipKind, Stage};
use crate::wizard::{Kit, arrivals, kit_page, try_digits, try_key_file};
use made_up::{MadeUp, ROOT};

/// Tries digits as the command does.
fn type_digits(made_up: &MadeUp, digits: &str) -> crate::views::DigitsView {
    let attempt = try_digits(&made_up.backup, digits).unwrap();
    made_up.shell.wizard().keep(attempt.outcome);
    attempt.view
}

/// A proved kit; the identity it prints.
fn keep_safe(made_up: &MadeUp) -> String {
    let kit = made_up.make_kit();
    made_up.prove(&kit);
    kit.concat()
}

/// Restores the made-up backup; the kit's identity.
fn restored(made_up: &MadeUp) -> String {
    type_digits(made_up, &MadeUp::digits());
    let kit = keep_safe(made_up);
    restoring::run(&made_up.shell, &made_up.backup, &mut |_| {}).unwrap();
    kit
}

#[test]
fn a_backup_is_found_with_what_its_header_says() {
    let made_up = MadeUp::new();
    let found = arrivals::look_at(
        &made_up.shell,
        &[made_up.backup.parent().unwrap().to_owned()],
    )
    .unwrap();
    let backup = &found.backups[0];
    assert_eq!(
        (backup.format.as_str(), backup.purpose),
        ("crypt15", Purpose::Full)
    );
    assert!(backup.restorable && !backup.locked_elsewhere);
    assert_eq!(backup.phone_suffix.as_deref(), Some("67"));
    assert_eq!(
        made_up.shell.wizard().path(&backup.id).unwrap(),
        made_up.backup
    );
    assert_eq!(
        made_up.shell.wizard().path("p99").unwrap_err().code,
        ErrorCode::Usage
    );
}

#[test]
fn digits_are_judged_and_a_slip_waits_for_the_persons_word() {
    let made_up = MadeUp::new();
    let right = MadeUp::digits();
    assert_eq!(
        type_digits(&made_up, "4242 4242 4242").verdict,
        DigitsVerdict::Incomplete
    );
    assert!(made_up.shell.wizard().key_for(&made_up.backup).is_err());

    let mut slipped = right.clone();
    slipped.replace_range(10..11, "7");
    let view = type_digits(&made_up, &slipped);
    assert_eq!(view.verdict, DigitsVerdict::DoesNotFit);
    assert_eq!(view.slip.map(|slip| slip.kind), Some(SlipKind::WrongDigit));
    assert!(
        made_up.shell.wizard().key_for(&made_up.backup).is_err(),
        "nobody has confirmed it"
    );
    made_up.shell.wizard().accept_proposed().unwrap();
    assert_eq!(
        made_up
            .shell
            .wizard()
            .key_for(&made_up.backup)
            .unwrap()
            .root(),
        Some(&ROOT)
    );
    assert!(
        made_up.shell.wizard().accept_proposed().is_err(),
        "a proposal is confirmed once"
    );
}

#[test]
fn a_key_file_fits_and_anything_else_is_no_key() {
    let made_up = MadeUp::new();
    let file = made_up.place.path().join("key.txt");
    std::fs::write(&file, MadeUp::digits()).unwrap();
    let attempt = try_key_file(&made_up.backup, &file).unwrap();
    assert_eq!(attempt.view.verdict, DigitsVerdict::Fits);
    std::fs::write(&file, "no key at all").unwrap();
    assert!(try_key_file(&made_up.backup, &file).is_err());
    assert!(try_key_file(&made_up.backup, Path::new("/nowhere")).is_err());
}

#[test]
fn a_kit_must_be_proved_before_anything_is_restored() {
    let made_up = MadeUp::new();
    type_digits(&made_up, &MadeUp::digits());
    made_up.shell.wizard().kit = Some(Kit::make(&made_up.shell.words()).unwrap());
    let error = restoring::run(&made_up.shell, &made_up.backup, &mut |_| {}).unwrap_err();
    assert_eq!(error.code, ErrorCode::Usage);
    assert!(!made_up.shell.running.is_running());
    assert!(opening::histories(&made_up.shell).unwrap().is_empty());
}

#[test]
fn a_restored_history_is_open_and_its_counts_add_up() {
    let made_up = MadeUp::new();
    type_digits(&made_up, &MadeUp::digits());
    keep_safe(&made_up);
    let mut stages = Vec::new();
    let report = restoring::run(&made_up.shell, &made_up.backup, &mut |view| {
        stages.push(view.stage)
    })
    .unwrap();
    let left_out: u64 = report.left_out.iter().map(|row| row.count).sum();
    assert_eq!(report.source_rows, report.messages + left_out);
    assert_eq!(report.messages, report.new + report.already_present);
    assert_eq!((report.messages, report.new), (5, 5));
    assert!(stages.contains(&Stage::Decrypting) && stages.contains(&Stage::Finishing));

    assert!(made_up.shell.session_view().open);
    let chats = made_up
        .shell
        .session
        .read_visible(|history, visible| browsing::chats(history.index(), visible))
        .unwrap();
    let names: Vec<_> = chats.into_iter().filter_map(|chat| chat.name).collect();
    assert!(names.contains(&"Sunday walk".to_owned()), "{names:?}");
}

#[test]
fn the_same_backup_again_adds_nothing_and_leaves_the_history_open() {
    let made_up = MadeUp::new();
    restored(&made_up);
    let report = restoring::run(&made_up.shell, &made_up.backup, &mut |_| {}).unwrap();
    assert_eq!((report.new, report.already_present), (0, 5));
    assert!(made_up.shell.session_view().open);
    assert_eq!(opening::histories(&made_up.shell).unwrap().len(), 1);
}

#[test]
fn a_cancelled_restore_leaves_nothing_and_the_kit_is_good_for_the_next() {
    let made_up = MadeUp::new();
    type_digits(&made_up, &MadeUp::digits());
    let kit = keep_safe(&made_up);
    let shell = made_up.shell.clone();
    let error = restoring::run(&made_up.shell, &made_up.backup, &mut |_| {
        shell.running.cancel()
    })
    .unwrap_err();
    assert_eq!(error.code, ErrorCode::Cancelled);
    assert!(opening::histories(&made_up.shell).unwrap().is_empty());

    restoring::run(&made_up.shell, &made_up.backup, &mut |_| {}).unwrap();
    made_up.shell.close_everything();
    let history = opening::histories(&made_up.shell).unwrap().remove(0);
    opening::unlock(&made_up.shell, &history.id, &kit).unwrap();
}

#[test]
fn a_restore_that_was_locked_during_its_way_leaves_nothing_open() {
    let made_up = MadeUp::new();
    restored(&made_up);
    let shell = made_up.shell.clone();
    let _ = restoring::run(&made_up.shell, &made_up.backup, &mut |_| {
        shell.close_everything();
    });
    assert!(!made_up.shell.session_view().open);
}

#[test]
fn locking_closes_the_history_and_only_its_kit_opens_it_again() {
    let made_up = MadeUp::new();
    let kit = restored(&made_up);
    made_up.shell.close_everything();
    assert!(!made_up.shell.session_view().open);
    let locked = made_up
        .shell
        .session
        .read(|history| history.index().chats())
        .unwrap_err();
    assert_eq!(locked.code, ErrorCode::Usage);
    assert!(
        made_up.shell.wizard().key_for(&made_up.backup).is_err(),
        "the key is forgotten too"
    );

    let history = opening::histories(&made_up.shell).unwrap().remove(0);
    assert_eq!(history.phone_suffix.as_deref(), Some("67"));
    let other = Kit::make(&made_up.shell.words())
        .unwrap()
        .view()
        .groups
        .concat();
    for wrong in [other.as_str(), "not a kit", ""] {
        let error = opening::unlock(&made_up.shell, &history.id, wrong).unwrap_err();
        assert_eq!(error.code, ErrorCode::NoMatchingSlot, "{wrong}");
    }
    opening::unlock(&made_up.shell, &history.id, &kit).unwrap();
    assert_eq!(made_up.shell.session_view().history, Some(history.id));
    for id in ["../phone", "", "no-such-history"] {
        assert!(opening::unlock(&made_up.shell, id, &kit).is_err(), "{id}");
    }
}

#[test]
fn a_saved_kit_opens_the_history_and_lies_in_no_forbidden_place() {
    let made_up = MadeUp::new();
    restored(&made_up);
    let data = made_up.shell.data_folder().unwrap().path().to_owned();
    let beside_the_backup = made_up.backup.parent().unwrap().to_owned();
    let cloud = made_up.place.path().join("Dropbox");
    std::fs::create_dir(&cloud).unwrap();
    for folder in [&data, &beside_the_backup, &cloud] {
        let error = kit_page::save(&made_up.shell, &folder.join("kit.txt")).unwrap_err();
        assert_eq!(error.code, ErrorCode::Usage);
        assert!(!folder.join("kit.txt").exists());
    }
    let kit = made_up.place.path().join("kit.txt");
    assert_eq!(
        kit_page::save(&made_up.shell, &kit).unwrap().name,
        "kit.txt"
    );
    made_up.shell.close_everything();
    let history = opening::histories(&made_up.shell).unwrap().remove(0);
    opening::unlock_with_file(&made_up.shell, &history.id, &kit).unwrap();
}

#[test]
fn a_keyring_from_the_file_manager_names_its_history() {
    let made_up = MadeUp::new();
    restored(&made_up);
    let history = opening::histories(&made_up.shell).unwrap().remove(0);
    let folder = made_up
        .shell
        .data_folder()
        .unwrap()
        .history_dir(&history.id)
        .unwrap();
    let found = arrivals::look_at(&made_up.shell, &[folder.join("keyring.latchkey")]).unwrap();
    assert_eq!(found.history, Some(history.id));
    assert!(found.backups.is_empty());
}

#[test]
fn the_kits_page_is_for_its_own_window_alone() {
    let made_up = MadeUp::new();
    assert_eq!(
        kit_page::answer(&made_up.shell, kit_page::LABEL).status(),
        404,
        "no kit, no page"
    );
    keep_safe(&made_up);
    assert_eq!(kit_page::answer(&made_up.shell, "main-0").status(), 404);
    let page = kit_page::answer(&made_up.shell, kit_page::LABEL);
    assert_eq!(page.status(), 200);
    assert!(
        page.headers()["content-security-policy"]
            .to_str()
            .unwrap()
            .contains("default-src 'none'")
    );
    let text = String::from_utf8(page.into_body()).unwrap();
    assert!(!text.contains("<script") && text.contains("Recovery kit"));
}

#[test]
fn a_wrong_file_and_a_damaged_one_have_their_codes() {
    let made_up = MadeUp::new();
    type_digits(&made_up, &MadeUp::digits());
    keep_safe(&made_up);
    let mut bytes = std::fs::read(&made_up.backup).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&made_up.backup, bytes).unwrap();
    let error = restoring::run(&made_up.shell, &made_up.backup, &mut |_| {}).unwrap_err();
    assert_eq!(
        (error.code, error.key_fits),
        (ErrorCode::Damaged, Some(true))
    );
    let missing = arrivals::look_at(&made_up.shell, &["/no/such/file".into()]).unwrap_err();
    assert_eq!(missing.code, ErrorCode::Io);
    assert!(!missing.detail.contains("such"), "no path in the detail");
}
