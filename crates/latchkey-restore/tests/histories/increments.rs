//! Increments are named, never taken for full backups, and never replayed.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use latchkey_backup::write::{Recipe, encrypt15};
use latchkey_restore::{ErrorCode, HasCode, RestoreError, RestoreReport};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::fixture::{Desk, ROOT, grown_phone, names, small_phone};

/// 2026-11-20T03:00Z, milliseconds.
const FULL_AT: u64 = 1_795_143_600_000;
const DAY: u64 = 86_400_000;

const HEADER: &[u8] = br#"{"header":{"app_version":"2.26.35.75"},
    "added_messages":{"format":"protobuf","messages_count_on_backup":12}}"#;

/// Writes an increment that adds twelve messages, encrypted under `root`, last written at `at`.
fn increment(desk: &Desk, name: &str, root: &[u8; 32], at: u64) -> PathBuf {
    let plain = desk.path("plain.zip");
    let mut zip = ZipWriter::new(File::create(&plain).unwrap());
    for (name, bytes) in [("header.json", HEADER), ("messages.bin", b"\x00")] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    let path = desk.path(name);
    let recipe = Recipe::new([9; 16]).without_migrations();
    let (from, into) = (File::open(&plain).unwrap(), File::create(&path).unwrap());
    encrypt15(root, &recipe, from, into).unwrap();
    std::fs::remove_file(&plain).unwrap();
    written_at(&path, at);
    path
}

fn written_at(path: &Path, at: u64) {
    let file = File::options().write(true).open(path).unwrap();
    file.set_modified(UNIX_EPOCH + Duration::from_millis(at))
        .unwrap();
}

fn full(desk: &Desk) -> PathBuf {
    let backup = desk.backup("msgstore.db.crypt15", &small_phone(), &ROOT, "21");
    written_at(&backup, FULL_AT);
    backup
}

/// File, first and last day, and messages of an increment.
type Missing<'r> = (&'r str, Option<&'r str>, Option<&'r str>, Option<u64>);

fn missing(report: &RestoreReport) -> Vec<Missing<'_>> {
    let found = report.increments.iter();
    found
        .map(|found| {
            (
                found.file.as_str(),
                found.from.as_deref(),
                found.to.as_deref(),
                found.messages,
            )
        })
        .collect()
}

fn instead(refused: Result<RestoreReport, RestoreError>) -> Option<PathBuf> {
    match refused {
        Err(RestoreError::Increment { full }) => full,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_increment_is_refused_with_the_full_backup_to_take() {
    let desk = Desk::new();
    let lonely = increment(&desk, "msgstore-increment-1.db.crypt15", &ROOT, FULL_AT);
    let refused = desk.restore(&lonely, desk.new_target());
    assert_eq!(refused.as_ref().unwrap_err().code(), ErrorCode::Increment);
    assert_eq!(instead(refused), None);
    desk.backup(
        "msgstore-2026-11-18.1.db.crypt15",
        &small_phone(),
        &ROOT,
        "21",
    );
    let older = desk.backup(
        "msgstore-2026-11-19.1.db.crypt15",
        &small_phone(),
        &ROOT,
        "21",
    );
    assert_eq!(
        instead(desk.restore(&lonely, desk.new_target())),
        Some(older)
    );
    let newest = full(&desk);
    assert_eq!(
        instead(desk.restore(&lonely, desk.new_target())),
        Some(newest.clone())
    );
    // By its content, whatever somebody called it; a full backup stays one under the name of an increment.
    let renamed = desk.path("chats.crypt15");
    std::fs::rename(&lonely, &renamed).unwrap();
    assert_eq!(
        instead(desk.restore(&renamed, desk.new_target())),
        Some(newest.clone())
    );
    assert_eq!(names(desk.dir().parent().unwrap()), Vec::<String>::new());
    let disguised = desk.path("msgstore-increment-7.db.crypt15");
    std::fs::rename(&newest, &disguised).unwrap();
    desk.restore(&disguised, desk.new_target()).unwrap();
}

#[test]
fn an_increment_is_never_called_damaged_or_locked_by_another_key() {
    let desk = Desk::new();
    let other = increment(
        &desk,
        "msgstore-increment-1.db.crypt15",
        &[0x55; 32],
        FULL_AT,
    );
    assert_eq!(instead(desk.restore(&other, desk.new_target())), None);
    let cut = increment(&desk, "msgstore-increment-2.db.crypt15", &ROOT, FULL_AT);
    let bytes = std::fs::read(&cut).unwrap();
    std::fs::write(&cut, &bytes[..bytes.len() - 40]).unwrap();
    assert_eq!(instead(desk.restore(&cut, desk.new_target())), None);
}

#[test]
fn newer_increments_are_named_with_the_days_they_cover() {
    let desk = Desk::new();
    let backup = full(&desk);
    increment(
        &desk,
        "msgstore-increment-2.db.crypt15",
        &ROOT,
        FULL_AT + 3 * DAY,
    );
    increment(
        &desk,
        "msgstore-increment-1.db.crypt15",
        &[0x55; 32],
        FULL_AT + DAY,
    );
    // The name says the day, whatever a copy made of the file's time.
    let dated = "msgstore-increment-1-2026-11-12.1.db.crypt15";
    increment(&desk, dated, &ROOT, FULL_AT + DAY);
    // Older than the full backup.
    increment(
        &desk,
        "msgstore-increment-3.db.crypt15",
        &ROOT,
        FULL_AT - DAY,
    );
    let report = desk.restore(&backup, desk.new_target()).unwrap();
    assert_eq!(
        missing(&report),
        [
            (
                "msgstore-increment-1.db.crypt15",
                Some("2026-11-20"),
                Some("2026-11-21"),
                None
            ),
            (
                "msgstore-increment-2.db.crypt15",
                Some("2026-11-21"),
                Some("2026-11-23"),
                Some(12)
            ),
        ]
    );
    assert!(report.left_something_out());
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["increments"][1]["messages"], 12);
    assert_eq!(json["messages"], report.import.messages);
}

#[test]
fn what_a_later_full_backup_holds_is_not_missing() {
    let desk = Desk::new();
    let backup = full(&desk);
    increment(
        &desk,
        "msgstore-increment-1.db.crypt15",
        &ROOT,
        FULL_AT + DAY,
    );
    let later = desk.backup("msgstore.db.crypt15.later", &grown_phone(), &ROOT, "21");
    written_at(&later, FULL_AT + 2 * DAY);
    let report = desk.restore(&later, desk.new_target()).unwrap();
    assert_eq!(missing(&report), []);
    let report = desk.restore(&backup, desk.history().into_target()).unwrap();
    assert_eq!(missing(&report), []);
    assert!(!report.left_something_out());
}

#[test]
fn a_file_that_only_has_the_name_is_not_missing() {
    let desk = Desk::new();
    let backup = full(&desk);
    let stranger = desk.path("msgstore-increment-4.db.crypt15");
    std::fs::write(&stranger, b"no backup at all").unwrap();
    let report = desk.restore(&backup, desk.new_target()).unwrap();
    assert_eq!(missing(&report), []);
}
