//! A process that is killed between the commit of the tables and that of the text index loses nothing.

use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use latchkey_index::{Index, Query, SearchError};

use crate::fixture::*;

/// Where the other process finds the index; set only for it.
const FOLDER: &str = "LATCHKEY_TEST_INDEX";
/// New messages: enough for the text index to be written for a while.
const NEW: i64 = 40_000;

fn phone(messages: i64) -> Phone {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    for n in 0..messages {
        phone.says(
            chat,
            Some(ana),
            n * 1000,
            &format!("word{n} common sentence number {n}"),
        );
    }
    phone
}

/// The part of the other process; does nothing in a run of all tests.
#[test]
fn a_process_that_imports() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        let mut index = Index::open(Path::new(&folder), &key()).unwrap();
        phone(NEW).import(&mut index);
    }
}

fn import_elsewhere(folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "killing::a_process_that_imports"])
        .env(FOLDER, folder)
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap()
}

/// Waits until the tables have been committed: their journal came and went.
fn wait_for_the_tables(folder: &Path, child: &mut Child) {
    let journal = folder.join("tables.db-journal");
    let deadline = Instant::now() + Duration::from_secs(300);
    for there in [true, false] {
        while journal.exists() != there {
            assert!(Instant::now() < deadline && child.try_wait().unwrap().is_none());
            std::thread::sleep(Duration::from_micros(200));
        }
    }
}

#[test]
fn a_process_killed_between_the_two_commits_loses_nothing_and_search_catches_up() {
    let (dir, index) = indexed(&phone(100));
    drop(index);
    let folder = dir.path().join("index");
    let mut child = import_elsewhere(&folder);
    wait_for_the_tables(&folder, &mut child);
    child.kill().unwrap();
    assert!(!child.wait().unwrap().success(), "it was killed");
    {
        let reading = Index::open_read_only(&folder, &key()).unwrap();
        assert_eq!(reading.chats().unwrap()[0].messages, NEW.unsigned_abs());
        let searched = reading.search(&Query::default());
        assert!(
            matches!(searched, Err(SearchError::NotReady)),
            "the text index is behind"
        );
    }
    let index = Index::open(&folder, &key()).unwrap();
    let query = Query {
        text: "common -word7".to_owned(),
        limit: 1,
        ..Query::default()
    };
    let hits = index.search(&query).unwrap();
    assert!(hits.total_at_least && hits.total == 10_000);
    let last = Query {
        text: format!("word{}", NEW - 1),
        limit: 1,
        ..Query::default()
    };
    assert_eq!(index.search(&last).unwrap().total, 1);
    assert!(index.verify().unwrap().is_good());
}
