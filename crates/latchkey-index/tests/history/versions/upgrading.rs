//! Tables of an earlier version are brought up in a copy: cut off at any moment they are whole, of one version or the other.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use latchkey_index::*;

use crate::dump::{open_tables, raw};
use crate::fixture::*;

/// Where the other process finds the index; set only for it.
const FOLDER: &str = "LATCHKEY_TEST_UPGRADE";
const MESSAGES: i64 = 5_000;
/// The version that this program writes.
const NEWEST: u32 = 4;

/// A closed index whose tables are of version 2, and its folder.
fn version_2() -> (tempfile::TempDir, PathBuf) {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    for n in 0..MESSAGES {
        phone.says(chat, Some(ana), n * 1000, &format!("word{n} common"));
    }
    let (dir, index) = indexed(&phone);
    drop(index);
    let folder = dir.path().join("index");
    let tables = open_tables(&folder);
    let earlier = "DROP TABLE own_mark; DROP TABLE source_row; PRAGMA user_version = 2";
    tables.execute_batch(earlier).unwrap();
    (dir, folder)
}

fn version(folder: &Path) -> u32 {
    let tables = open_tables(folder);
    let version = "PRAGMA user_version";
    tables.query_row(version, [], |row| row.get(0)).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn is_whole(folder: &Path) {
    let index = Index::open(folder, &key()).unwrap();
    let report = index.verify().unwrap();
    assert!(
        report.is_good() && report.messages == MESSAGES as u64,
        "{report:?}"
    );
    assert_eq!(names(folder), [SEARCH_FILE, TABLES_FILE]);
}

/// The part of the other process; does nothing in a run of all tests.
#[test]
fn a_process_that_opens() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        let opened = Index::open_read_only(Path::new(&folder), &key());
        assert!(opened.is_ok(), "{opened:?}");
    }
}

/// This program, to open the index in `folder`; with a shell's words before it.
fn elsewhere(folder: &Path, before: &str) -> Command {
    let mut command = Command::new("sh");
    let own = std::env::current_exe().unwrap();
    command
        .args(["-c", &format!("{before} exec \"$@\""), "sh"])
        .arg(own)
        .args(["--exact", "versions::upgrading::a_process_that_opens"])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

#[cfg(unix)]
#[test]
fn the_tables_that_were_brought_up_are_for_their_owner_only_and_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (_dir, folder) = version_2();
    drop(Index::open_read_only(&folder, &key()).unwrap());
    assert_eq!(version(&folder), NEWEST);
    let tables = std::fs::metadata(folder.join(TABLES_FILE)).unwrap();
    assert_eq!(tables.permissions().mode() & 0o777, 0o600);
    is_whole(&folder);
}

#[test]
fn killed_at_any_moment_the_tables_are_of_the_one_version_or_the_other() {
    let (_dir, folder) = version_2();
    let earlier = std::fs::read(folder.join(TABLES_FILE)).unwrap();
    let began = Instant::now();
    assert!(elsewhere(&folder, "").status().unwrap().success());
    let takes = began.elapsed();
    let mut found = [0, 0];
    for step in 0..24 {
        std::fs::write(folder.join(TABLES_FILE), &earlier).unwrap();
        let mut child = elsewhere(&folder, "").spawn().unwrap();
        std::thread::sleep(takes * step / 20);
        child.kill().unwrap();
        child.wait().unwrap();
        match version(&folder) {
            2 => {
                found[0] += 1;
                let tables = std::fs::read(folder.join(TABLES_FILE)).unwrap();
                assert!(tables == earlier, "not a byte of it was changed");
            }
            NEWEST => found[1] += 1,
            other => panic!("version {other}"),
        }
        // Whatever lies beside is no hindrance, and goes.
        is_whole(&folder);
    }
    assert!(found[0] > 0, "{found:?}");
}

#[test]
fn without_room_for_the_copy_the_earlier_tables_stay_as_they_are() {
    let (_dir, folder) = version_2();
    let before = std::fs::read(folder.join(TABLES_FILE)).unwrap();
    // No file may grow over 256 KiB.
    let mut small = elsewhere(&folder, "trap '' XFSZ; ulimit -f 512;");
    assert!(!small.status().unwrap().success());
    assert!(std::fs::read(folder.join(TABLES_FILE)).unwrap() == before);
    assert_eq!(names(&folder), [SEARCH_FILE, TABLES_FILE]);
    is_whole(&folder);
}

#[test]
fn two_programs_that_open_it_at_once_both_see_everything() {
    let (_dir, folder) = version_2();
    let mut others: Vec<_> = (0..3)
        .map(|_| elsewhere(&folder, "").spawn().unwrap())
        .collect();
    let threads: Vec<_> = (0..3)
        .map(|_| {
            let folder = folder.clone();
            std::thread::spawn(move || {
                let index = Index::open_read_only(&folder, &key()).unwrap();
                assert_eq!(index.chats().unwrap()[0].messages, MESSAGES as u64);
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    for other in &mut others {
        assert!(other.wait().unwrap().success());
    }
    assert_eq!(version(&folder), NEWEST);
    is_whole(&folder);
}

#[test]
fn whoever_opens_it_while_it_is_brought_up_for_long_waits() {
    let (_dir, folder) = version_2();
    let other = open_tables(&folder);
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let opening = std::thread::spawn({
        let folder = folder.clone();
        move || Index::open_read_only(&folder, &key()).map(drop)
    });
    // Longer than for any other write.
    std::thread::sleep(Duration::from_secs(6));
    drop(other);
    let opened = opening.join().unwrap();
    assert!(opened.is_ok(), "{opened:?}");
    is_whole(&folder);
}

#[test]
fn whoever_reads_the_earlier_tables_goes_on_reading_them() {
    let (_dir, folder) = version_2();
    let tables = open_tables(&folder);
    let count = || -> i64 {
        let count = "SELECT count(*) FROM message";
        tables.query_row(count, [], |row| row.get(0)).unwrap()
    };
    tables.execute_batch("BEGIN").unwrap();
    assert_eq!(count(), MESSAGES);
    drop(Index::open_read_only(&folder, &key()).unwrap());
    assert_eq!(count(), MESSAGES);
    drop(tables);
    is_whole(&folder);
}

#[test]
fn a_broken_page_is_told_and_nothing_is_replaced() {
    let (_dir, folder) = version_2();
    let path = folder.join(TABLES_FILE);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, &bytes).unwrap();
    let opened = Index::open(&folder, &key());
    assert!(
        matches!(opened, Err(OpenIndexError::IndexDamaged { .. })),
        "{opened:?}"
    );
    assert!(std::fs::read(&path).unwrap() == bytes);
    assert_eq!(names(&folder), [SEARCH_FILE, TABLES_FILE]);
}

#[test]
fn what_it_holds_is_what_it_held() {
    let (_dir, folder) = version_2();
    let before = raw(&folder);
    drop(Index::open_read_only(&folder, &key()).unwrap());
    let after = raw(&folder)
        .replace("own_mark\n", "")
        .replace("source_row\n", "");
    assert!(before == after);
}

#[test]
fn how_far_it_is_is_told_and_nothing_where_there_is_nothing_to_do() {
    let (_dir, folder) = version_2();
    let mut told = Vec::new();
    let mut tell = |done, all| {
        told.push((done, all));
        ControlFlow::Continue(())
    };
    Index::bring_up(&folder, &key(), &mut tell).unwrap();
    assert_eq!(version(&folder), NEWEST);
    let all = told[0].1;
    assert!(
        all > 1
            && told
                .iter()
                .all(|(done, total)| done <= total && *total == all)
    );
    assert!(
        told.is_sorted() && told.last() == Some(&(all, all)),
        "{told:?}"
    );
    is_whole(&folder);
    let never = &mut |_, _| panic!("it is of this version");
    Index::bring_up(&folder, &key(), never).unwrap();
}

#[test]
fn cancelled_at_any_step_the_copy_is_gone_and_the_earlier_tables_stay() {
    let (_dir, folder) = version_2();
    let before = std::fs::read(folder.join(TABLES_FILE)).unwrap();
    let mut steps = 0;
    loop {
        let mut left = steps;
        let cancel = &mut |_, _| match left {
            0 => ControlFlow::Break(()),
            _ => {
                left -= 1;
                ControlFlow::Continue(())
            }
        };
        match Index::bring_up(&folder, &key(), cancel) {
            Err(OpenIndexError::Cancelled) => {}
            other => break other.unwrap(),
        }
        assert!(std::fs::read(folder.join(TABLES_FILE)).unwrap() == before);
        assert_eq!(names(&folder), [SEARCH_FILE, TABLES_FILE]);
        steps += 1;
    }
    assert!(steps >= 3, "{steps}");
    is_whole(&folder);
}
