//! What is found in a folder, and in which order.

use crate::phones::*;
use latchkey_backup::{
    Checksum, ChecksumCache, Format, InspectError, Purpose, Secret, checksum, inspect,
    inspect_folder, scan_folder,
};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, SystemTime};

fn touch(path: &Path, days_ago: u64) {
    let file = std::fs::File::options().write(true).open(path).unwrap();
    let then = SystemTime::now() - Duration::from_secs(days_ago * 86_400);
    file.set_modified(then).unwrap();
}

/// The folder of a phone, as it lies on its memory card.
fn phone_folder(desk: &Desk) {
    let full = crypt15(&recipe(), &database(300));
    let part = crypt15(&multi_file(), &database(300));
    let put = |name: &str, bytes: &[u8], days_ago| touch(&desk.put(name, bytes), days_ago);
    put("Databases/msgstore-2020-05-01.1.db.crypt15", &full, 1);
    put("Databases/msgstore-2020-04-30.1.db.crypt15", &full, 0);
    put("Databases/msgstore-increment-1.db.crypt15", &part, 1);
    put("Databases/msgstore.db.crypt15", &full, 2);
    put("Backups/wa.db.crypt15", &part, 2);
    put("Backups/stickers.db.crypt15", &part, 2);
    put("Media/WhatsApp Images/IMG-1.jpg", &[0xff; 500], 2);
    put(
        "Media/WhatsApp Documents/report.docx",
        b"PK\x03\x04 and so on",
        2,
    );
    put("Media/WhatsApp Documents/hash.bin", &[9; 32], 2);
    put(
        "key.txt",
        latchkey_backup::write::digits(&ROOT).as_bytes(),
        2,
    );
}

#[test]
fn the_newest_full_backup_comes_first_and_increments_are_named() {
    let desk = Desk::new();
    phone_folder(&desk);
    let scan = scan_folder(desk.0.path()).unwrap();
    let names: Vec<_> = scan
        .found
        .iter()
        .map(|found| {
            found
                .path
                .file_name()
                .unwrap()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    assert_eq!(
        names,
        [
            "msgstore.db.crypt15",
            "msgstore-2020-05-01.1.db.crypt15",
            "msgstore-2020-04-30.1.db.crypt15",
            "wa.db.crypt15",
            "msgstore-increment-1.db.crypt15",
            "stickers.db.crypt15",
            "key.txt",
        ]
    );
    assert_eq!(
        (scan.skipped, scan.unreadable, scan.stopped_early),
        (3, 0, false)
    );
    assert!(matches!(
        scan.found[4].purpose,
        Purpose::Increment { number: 1, .. }
    ));
    assert!(!scan.found[4].is_full_backup());
}

#[cfg(unix)]
#[test]
fn a_loop_of_links_ends() {
    let desk = Desk::new();
    phone_folder(&desk);
    std::os::unix::fs::symlink(desk.0.path(), desk.path("Databases/again")).unwrap();
    std::os::unix::fs::symlink(desk.path("nowhere"), desk.path("broken")).unwrap();
    let scan = scan_folder(desk.0.path()).unwrap();
    assert_eq!(scan.found.len(), 7);
    assert_eq!(scan.unreadable, 1);
}

#[test]
fn an_iphone_backup_is_one_thing_and_is_not_searched() {
    let desk = Desk::new();
    let folder = "00008030-001A2B3C4D5E6F70";
    let put = |name: &str, bytes: &[u8]| desk.put(&format!("{folder}/{name}"), bytes);
    put(
        "Manifest.plist",
        b"<?xml version=\"1.0\"?><dict><key>IsEncrypted</key><true/></dict>",
    );
    put("Manifest.db", &[7; 4096]);
    put(
        "Status.plist",
        b"<?xml?><dict><key>SnapshotState</key><string>finished</string></dict>",
    );
    put(
        "7c/7c7fba66680ef796b916b067077cc246adacf01d",
        &database(100),
    );
    let found = inspect_folder(desk.0.path()).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].format, Format::IphoneBackup);
    assert_eq!(found[0].secret, Secret::Password);
    assert_eq!(found[0].whole, Some(true));
    assert_eq!(
        inspect(&desk.path(folder)).unwrap().format,
        Format::IphoneBackup
    );
}

#[test]
fn a_file_is_not_a_folder() {
    let desk = Desk::new();
    let file = desk.put("a", b"b");
    assert!(matches!(
        inspect_folder(&file),
        Err(InspectError::WrongKindOfPath { .. })
    ));
    let missing = inspect_folder(&desk.path("nowhere"));
    assert!(matches!(missing, Err(InspectError::NotFound { .. })));
}

#[test]
fn a_checksum_is_remembered_until_the_file_changes() {
    let desk = Desk::new();
    let bytes = crypt15(&recipe(), &database(50_000));
    let path = desk.put("backup", &bytes);
    let cache = ChecksumCache::new();
    let count = |calls: &mut u32| cache_read(&cache, &path, calls);
    let mut calls = 0;
    assert_eq!(count(&mut calls), Checksum::Ok);
    let read_once = calls;
    assert!(read_once > 0);
    assert_eq!(count(&mut calls), Checksum::Ok);
    assert_eq!(calls, read_once, "read a second time");
    desk.put("backup", &bytes[..bytes.len() - 100]);
    assert_eq!(count(&mut calls), Checksum::Mismatch);
}

fn cache_read(cache: &ChecksumCache, path: &Path, calls: &mut u32) -> Checksum {
    cache
        .checksum(path, &mut |read, total| {
            assert!(read <= total);
            *calls += 1;
            ControlFlow::Continue(())
        })
        .unwrap()
}

#[test]
fn a_checksum_can_be_cancelled() {
    let desk = Desk::new();
    let path = desk.put("backup", &crypt15(&recipe(), &database(50_000)));
    let outcome = checksum(&path, &mut |_, _| ControlFlow::Break(()));
    assert!(matches!(outcome, Err(InspectError::Cancelled)));
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_that_poses_as_a_file_is_not_waited_for() {
    use rustix::fs::{CWD, FileType, Mode, mknodat};
    let desk = Desk::new();
    desk.put("Manifest.db", b"SQLite format 3\0");
    for name in ["Manifest.plist", "Status.plist", "msgstore.db.crypt15"] {
        mknodat(
            CWD,
            desk.path(name),
            FileType::Fifo,
            Mode::RUSR | Mode::WUSR,
            0,
        )
        .unwrap();
    }
    let phones = scan_folder(desk.0.path()).unwrap();
    assert!(
        phones
            .found
            .iter()
            .all(|f| f.format != Format::IphoneBackup)
    );
    let outcome = inspect(&desk.path("msgstore.db.crypt15"));
    assert!(matches!(outcome, Err(InspectError::WrongKindOfPath { .. })));
    assert!(latchkey_backup::BackupKey::read(&desk.path("Manifest.plist")).is_err());
}
