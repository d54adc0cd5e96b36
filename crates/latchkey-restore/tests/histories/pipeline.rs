//! A backup goes in, a history comes out, and the counts add up.

use std::collections::BTreeSet;
use std::fs::File;
use std::ops::ControlFlow;

use latchkey_backup::BackupKey;
use latchkey_demo::source::PhoneSource;
use latchkey_demo::{PhoneOptions, SchemaState, write_phone};
use latchkey_index::{FoundHow, Query};
use latchkey_keyring::Authenticity;
use latchkey_restore::{
    ErrorCode, HasCode, RestoreReport, RestoreRequest, Stage, Target, fitting_key, prepare_keyring,
    restore, restore_in,
};

use crate::fixture::{
    CANARY, Desk, ROOT, files, grown_phone, names, now, small_phone, strangers_phone,
};

fn adds_up(report: &RestoreReport) -> bool {
    report.import.source_rows
        == report.import.messages + report.import.left_out.values().sum::<u64>()
        && report.import.messages == report.import.new + report.import.already_present
        && report.media.referenced == report.media.found + report.media.missing
}

fn search_total(desk: &Desk, text: &str) -> u64 {
    let query = Query {
        text: text.to_owned(),
        limit: 10,
        ..Query::default()
    };
    desk.history().index().search(&query).unwrap().total
}

/// A whole made-up phone in each state of the schema, with media and contacts.
#[test]
fn a_phone_in_every_schema_state_restores_to_the_expected_counts() {
    for schema in [
        SchemaState::Legacy,
        SchemaState::Hybrid,
        SchemaState::Modern,
    ] {
        let desk = Desk::new();
        let options = PhoneOptions {
            messages: 1500,
            schema,
            named_contacts: schema == SchemaState::Legacy,
            ..PhoneOptions::demo(now().as_millisecond())
        };
        let phone = write_phone(&desk.path("phone"), &options, &mut |_| {
            ControlFlow::Continue(())
        })
        .unwrap();
        let key = BackupKey::from_digits(&phone.key_digits).unwrap();
        let mut request = RestoreRequest::new(phone.backup.clone(), key, desk.new_target(), now());
        request.media = Some(phone.media.clone());
        request.contacts = Some(phone.contacts.clone());
        let report = restore(request, &mut |_| ControlFlow::Continue(())).unwrap();
        let expected = &phone.expectations;
        assert!(adds_up(&report), "{schema:?}: {report:?}");
        assert_eq!(
            report.import.source_rows, expected.source_rows,
            "{schema:?}"
        );
        assert_eq!(report.import.messages, expected.messages, "{schema:?}");
        assert_eq!(report.import.left_out, expected.left_out, "{schema:?}");
        assert_eq!(report.import.by_kind, expected.by_kind, "{schema:?}");
        assert_eq!(report.import.reactions, expected.reactions, "{schema:?}");
        assert_eq!(report.import.calls, expected.calls, "{schema:?}");
        assert_eq!(
            report.import.chats,
            expected.chats_with_messages + expected.deleted_chats,
            "{schema:?}"
        );
        assert_eq!(
            report.media.referenced, expected.media_referenced,
            "{schema:?}"
        );
        // What is missing in its place may lie elsewhere with the same content: stickers do.
        let by_path = report.media.found_by[&FoundHow::Path];
        assert_eq!(by_path, expected.media_found, "{schema:?}");
        assert!(!report.left_something_out(), "{schema:?}");
        for needle in expected.needles.iter().take(3) {
            assert_eq!(search_total(&desk, needle), 1, "{schema:?}: {needle}");
        }
        let history = desk.history();
        assert!(history.index().verify().unwrap().is_good(), "{schema:?}");
        let named = history
            .index()
            .people()
            .unwrap()
            .iter()
            .filter(|person| person.name.is_some())
            .count();
        assert!(named > 5, "{schema:?}: {named} people have a name");
    }
}

#[test]
fn a_history_opens_with_its_kit_and_holds_the_key_of_the_backup() {
    let mut desk = Desk::new();
    let report = desk.first();
    assert!(
        adds_up(&report)
            && report.import.new == report.import.messages
            && report.import.messages > 3,
        "{report:?}"
    );
    let history = desk.history();
    assert_eq!(
        history
            .keyring()
            .root_keys()
            .map(|(_, key)| *key.as_bytes())
            .collect::<Vec<_>>(),
        [ROOT]
    );
    let hint = history.keyring().accounts().next().unwrap();
    assert_eq!(hint.phone_suffix.as_deref(), Some("21"));
    assert!(desk.kit.remember(history.keyring()));
    history.close();
    assert_eq!(
        desk.history().keyring().authenticity(),
        Authenticity::Pinned
    );
    assert_eq!(search_total(&desk, CANARY), 1);
}

#[test]
fn only_the_databases_and_the_keyring_are_left() {
    let desk = Desk::new();
    desk.first();
    drop(desk.history());
    assert_eq!(
        names(&desk.dir()),
        ["history.lock", "keyring.latchkey", "search.db", "tables.db"]
    );
    assert_eq!(names(desk.dir().parent().unwrap()), ["h1"]);
    assert_eq!(names(desk.root.path()), ["data", "msgstore.db.crypt15"]);
    for (path, bytes) in files(desk.root.path()) {
        let shown = bytes.windows(CANARY.len()).any(|w| w == CANARY.as_bytes());
        assert!(!shown, "{} holds a word of a message", path.display());
    }
}

#[test]
fn the_same_backup_twice_adds_nothing() {
    let desk = Desk::new();
    let first = desk.first();
    let backup = desk.path("msgstore.db.crypt15");
    let before = std::fs::read(desk.dir().join("keyring.latchkey")).unwrap();
    let again = desk.restore(&backup, desk.history().into_target()).unwrap();
    assert_eq!(
        (again.import.new, again.import.already_present),
        (0, first.import.messages)
    );
    assert!(adds_up(&again));
    assert!(again.recognised && !first.recognised);
    assert_eq!(again.import.by_kind, first.import.by_kind);
    assert_eq!(desk.history().index().imports().unwrap().len(), 1);
    assert_eq!(
        std::fs::read(desk.dir().join("keyring.latchkey")).unwrap(),
        before,
        "nothing new for the keyring"
    );
}

#[test]
fn a_file_that_is_known_opens_with_its_own_key_only() {
    let desk = Desk::new();
    desk.first();
    let backup = desk.path("msgstore.db.crypt15");
    let mut request = desk.request(&backup, desk.history().into_target());
    request.key = BackupKey::from_bytes(&[0x43; 32]).unwrap();
    let refused = restore(request, &mut |_| ControlFlow::Continue(()));
    assert_eq!(refused.unwrap_err().code(), ErrorCode::WrongKey);
    assert_eq!(desk.history().keyring().root_keys().count(), 1);
}

#[test]
fn a_later_backup_adds_what_is_new_and_an_older_one_nothing() {
    let desk = Desk::new();
    let first = desk.first();
    let later = desk.backup("later.crypt15", &grown_phone(), &ROOT, "21");
    let report = desk.restore(&later, desk.history().into_target()).unwrap();
    assert!(
        report.import.new >= 2 && report.import.already_present == first.import.messages,
        "{report:?}"
    );
    let again = desk
        .restore(
            &desk.path("msgstore.db.crypt15"),
            desk.history().into_target(),
        )
        .unwrap();
    assert_eq!(again.import.new, 0);
    assert!(desk.history().index().verify().unwrap().is_good());
}

#[test]
fn a_new_key_of_the_same_account_joins_the_keyring() {
    let desk = Desk::new();
    desk.first();
    let other = [0x43; 32];
    let later = desk.backup("later.crypt15", &grown_phone(), &other, "21");
    let mut request = desk.request(&later, desk.history().into_target());
    request.key = BackupKey::from_bytes(&other).unwrap();
    restore(request, &mut |_| ControlFlow::Continue(())).unwrap();
    let history = desk.history();
    assert_eq!(
        history
            .keyring()
            .root_keys()
            .map(|(_, key)| *key.as_bytes())
            .collect::<Vec<_>>(),
        [ROOT, other]
    );
    assert_eq!(history.keyring().generation(), 2);
}

#[test]
fn a_kit_made_before_the_restore_remembers_its_keyring() {
    let mut desk = Desk::new();
    let backup = desk.backup("msgstore.db.crypt15", &small_phone(), &ROOT, "21");
    let keyring = prepare_keyring(&[desk.kit.recipient()], now()).unwrap();
    assert!(desk.kit.remember(&keyring));
    let mut request = desk.request(
        &backup,
        Target::Prepared {
            dir: desk.dir(),
            keyring,
        },
    );
    restore_in(&mut request, &mut |_| ControlFlow::Continue(())).unwrap();
    assert!(
        matches!(request.history, Target::Existing { .. }),
        "the keyring stays with the caller"
    );
    assert_eq!(
        desk.history().keyring().authenticity(),
        Authenticity::Pinned
    );
}

#[test]
fn the_keyring_finds_the_key_that_opens_a_backup() {
    let desk = Desk::new();
    desk.first();
    let history = desk.history();
    let fitting = |backup: &std::path::Path| fitting_key(history.keyring(), backup).unwrap();
    let found = fitting(&desk.path("msgstore.db.crypt15")).unwrap();
    assert_eq!(found.root(), Some(&ROOT));
    let other = desk.backup("other.crypt15", &small_phone(), &[0x43; 32], "21");
    assert!(fitting(&other).is_none());
}

#[test]
fn every_stage_is_told_in_order() {
    let desk = Desk::new();
    let backup = desk.backup("msgstore.db.crypt15", &small_phone(), &ROOT, "21");
    let mut stages = Vec::new();
    restore(desk.request(&backup, desk.new_target()), &mut |step| {
        assert!(step.total == 0 || step.done <= step.total, "{step:?}");
        stages.push(step.stage);
        ControlFlow::Continue(())
    })
    .unwrap();
    let met: BTreeSet<Stage> = stages.iter().copied().collect();
    for stage in [
        Stage::Decrypting,
        Stage::Reading,
        Stage::Indexing,
        Stage::Media,
        Stage::Finishing,
    ] {
        assert!(met.contains(&stage), "{stage:?}");
    }
    assert_eq!(stages.first(), Some(&Stage::Decrypting));
    assert_eq!(stages.last(), Some(&Stage::Finishing));
}

#[test]
fn a_phones_own_key_is_kept_and_opens_its_later_backups() {
    use latchkey_backup::write::{DeviceKeyFields, Recipe, device_key_file, encrypt14};
    let device = |byte| DeviceKeyFields {
        key_version: 2,
        server_salt: [1; 32],
        google_id_salt: [2; 16],
        key: [byte; 32],
    };
    let desk = Desk::new();
    let crypt14 = |name: &str, phone: &PhoneSource, byte: u8, iv: u8| {
        let plain = desk.path("plain.db");
        phone.write(&plain, SchemaState::Modern).unwrap();
        let path = desk.path(name);
        let (from, into) = (File::open(&plain).unwrap(), File::create(&path).unwrap());
        encrypt14(&device(byte), &Recipe::new([iv; 16]), from, into).unwrap();
        std::fs::remove_file(&plain).unwrap();
        path
    };
    let first = crypt14("msgstore.db.crypt14", &small_phone(), 0x42, 1);
    let mut request = desk.request(&first, desk.new_target());
    request.key = BackupKey::from_bytes(&device_key_file(&device(0x42))).unwrap();
    restore(request, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(desk.history().keyring().device_keys().len(), 1);
    // The key is in the keyring now, so the account is known by it, shared messages or not.
    let later = crypt14("later.crypt14", &strangers_phone(), 0x42, 2);
    let key = fitting_key(desk.history().keyring(), &later)
        .unwrap()
        .unwrap();
    assert!(key.device_payload().is_some());
    let mut request = desk.request(&later, desk.history().into_target());
    request.key = key;
    restore(request, &mut |_| ControlFlow::Continue(())).unwrap();
    let history = desk.history();
    assert_eq!(history.keyring().device_keys().len(), 1);
    assert_eq!(history.keyring().generation(), 1, "nothing new to keep");
    let other = crypt14("other.crypt14", &small_phone(), 0x43, 3);
    assert!(fitting_key(history.keyring(), &other).unwrap().is_none());
    // A backup of the other kind needs a key of the other kind.
    let digits = desk.backup("msgstore.db.crypt15", &small_phone(), &ROOT, "21");
    assert!(matches!(
        fitting_key(history.keyring(), &digits),
        Err(latchkey_backup::CheckKeyError::WrongKindOfKey { .. })
    ));
}
