//! A restore that is killed leaves no chat anywhere on the disk, and the next start is clean.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::{Duration, Instant};

use latchkey_backup::write::{Recipe, digits, encrypt15};
use latchkey_demo::SchemaState;
use latchkey_demo::source::{chat, phone};
use latchkey_tests::cli::{command, read, restore, restore_arguments};
use latchkey_tests::files::files_with;
use latchkey_tests::home::Home;
use rand::RngExt as _;

const LINES: usize = 30_000;
/// Messages that a later backup has more.
const ADDED: usize = 1000;
const KILLS: usize = 20;

/// A backup whose every message holds the canary; returns it and its key file.
fn backup_with(canary: &str, home: &Home) -> (PathBuf, PathBuf) {
    backup_of(canary, home, LINES)
}

fn backup_of(canary: &str, home: &Home, count: usize) -> (PathBuf, PathBuf) {
    let mut lines = chat("Ana");
    for number in 0..count {
        lines = lines.received(&format!(
            "{canary} line {number} about nothing in particular"
        ));
    }
    // the plaintext is made outside the home that is searched afterwards
    let elsewhere = tempfile::tempdir().unwrap();
    let plain = elsewhere.path().join("msgstore.db");
    phone()
        .with(lines)
        .write(&plain, SchemaState::Modern)
        .unwrap();
    let backup = home.path("work/msgstore.db.crypt15");
    let into = File::create(&backup).unwrap();
    encrypt15(
        &[0x42; 32],
        &Recipe::new([7; 16]),
        File::open(&plain).unwrap(),
        into,
    )
    .unwrap();
    let key = home.path("work/key.txt");
    std::fs::write(&key, digits(&[0x42; 32]).as_bytes()).unwrap();
    (backup, key)
}

/// Everything a restore may have touched.
fn places(home: &Home) -> Vec<PathBuf> {
    // work folder, TMPDIR and XDG_RUNTIME_DIR are in the home
    vec![home.root().to_owned(), PathBuf::from("/dev/shm")]
}

#[test]
fn a_word_that_is_left_would_be_found() {
    let home = Home::new();
    std::fs::create_dir(home.path("tmp/deep")).unwrap();
    std::fs::write(
        home.path("tmp/deep/left.db"),
        b"\0\0before canary-of-this-test after",
    )
    .unwrap();
    let found = files_with("canary-of-this-test", &[home.root()]);
    assert_eq!(found, [home.path("tmp/deep/left.db")]);
}

#[test]
fn twenty_kills_leave_no_word_and_the_next_start_is_clean() {
    let mut random = rand::rng();
    let canary = format!("canary{:016x}", random.random::<u64>());
    let home = Home::new();
    let (backup, key) = backup_with(&canary, &home);
    let index = home.path("work/history");

    let start = Instant::now();
    let report = restore(&home, &backup, &key, &home.path("work/first"), &[])
        .ended_with(0)
        .json();
    let mut kills = Kills::within(start.elapsed());
    assert_eq!(report["messages"], LINES);

    while kills.go_on() {
        let arguments = restore_arguments(&home, &backup, &key, &index, &[]);
        kills.strike(command(&home, &arguments).spawn().unwrap());
        no_word_is_left(&canary, &home);
        if index.exists() {
            // it was done before the blow: begin anew for the next one
            std::fs::remove_dir_all(&index).unwrap();
        }
    }
    let report = restore(&home, &backup, &key, &index, &[])
        .ended_with(0)
        .json();
    assert_eq!(report["messages"], LINES);
    assert_eq!(report["new"], LINES);
    no_word_is_left(&canary, &home);
    assert_eq!(
        unfinished(&home.path("work")),
        Vec::<String>::new(),
        "leftovers are removed at the next start"
    );
}

/// Of the same chat some days later: every message of `backup_with`, and more.
fn later_backup(canary: &str, home: &Home) -> PathBuf {
    let (first, _) = backup_of(canary, home, LINES + ADDED);
    let later = home.path("work/later.crypt15");
    std::fs::rename(first, &later).unwrap();
    later
}

#[test]
fn a_merge_that_is_killed_is_finished_by_the_same_command() {
    let mut random = rand::rng();
    let canary = format!("canary{:016x}", random.random::<u64>());
    let home = Home::new();
    let later = later_backup(&canary, &home);
    let (backup, key) = backup_with(&canary, &home);
    let index = home.path("work/history");
    let begin = || {
        let _ = std::fs::remove_dir_all(&index);
        let report = restore(&home, &backup, &key, &index, &[]).ended_with(0);
        assert_eq!(report.json()["new"], LINES);
    };
    begin();
    let start = Instant::now();
    let report = restore(&home, &later, &key, &index, &[])
        .ended_with(0)
        .json();
    let mut kills = Kills::within(start.elapsed());
    assert_eq!(report["new"], ADDED);

    let mut undone = 0;
    while kills.go_on() {
        begin();
        let arguments = restore_arguments(&home, &later, &key, &index, &[]);
        kills.strike(command(&home, &arguments).spawn().unwrap());
        no_word_is_left(&canary, &home);
        let report = restore(&home, &later, &key, &index, &[])
            .ended_with(0)
            .json();
        assert_eq!(report["messages"], LINES + ADDED);
        let new = report["new"].as_u64().unwrap();
        assert!(new == 0 || new == ADDED as u64, "{new} is half a merge");
        undone += usize::from(new > 0);
        let found = read(&home, "search", &index, &[&format!("\"line {LINES}\"")]);
        assert_eq!(found.ended_with(0).json()["total"], 1);
        assert_eq!(unfinished(&home.path("work")), Vec::<String>::new());
        no_word_is_left(&canary, &home);
    }
    println!("{KILLS} merges were killed, {undone} runs stopped before their commit");
}

/// Programs that are killed while they run, somewhere between their begin and their end.
struct Kills {
    whole: Duration,
    killed: usize,
    tried: usize,
}

impl Kills {
    /// `whole`: how long the program runs when nobody stops it.
    fn within(whole: Duration) -> Self {
        Self {
            whole,
            killed: 0,
            tried: 0,
        }
    }

    fn go_on(&self) -> bool {
        assert!(
            self.tried < 10 * KILLS,
            "only {} of {} were still running",
            self.killed,
            self.tried
        );
        self.killed < KILLS
    }

    /// SIGKILL: nothing in the program can react to it.
    fn strike(&mut self, mut child: Child) {
        let part = rand::rng().random_range(0.02..0.98);
        std::thread::sleep(self.whole.mul_f64(part));
        child.kill().unwrap();
        self.tried += 1;
        if child.wait().unwrap().code().is_none() {
            self.killed += 1;
        } else {
            // The computer was busier when the time was taken.
            self.whole = self.whole.mul_f64(0.8);
        }
    }
}

fn no_word_is_left(canary: &str, home: &Home) {
    let places = places(home);
    let folders: Vec<&Path> = places.iter().map(PathBuf::as_path).collect();
    assert_eq!(files_with(canary, &folders), Vec::<PathBuf>::new());
}

fn unfinished(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    names.filter(|name| name.contains("unfinished")).collect()
}
