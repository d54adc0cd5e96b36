//! Keys, damage, crashes between the two commits, copies.

use std::path::Path;

use crate::fixture::*;
use latchkey_index::*;

fn phone(messages: i64) -> Phone {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    for n in 0..messages {
        phone.says(chat, Some(ana), n * 1000, &format!("word{n} common"));
    }
    phone
}

fn found(index: &Index, text: &str) -> u64 {
    index
        .search(&Query {
            text: text.to_owned(),
            limit: 5,
            ..Query::default()
        })
        .unwrap()
        .total
}

fn flip(path: &Path, at: u64) {
    let mut bytes = std::fs::read(path).unwrap();
    bytes[usize::try_from(at).unwrap()] ^= 1;
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn another_key_does_not_fit() {
    let (dir, index) = indexed(&phone(10));
    drop(index);
    let other = IndexKey::from_bytes(&[0x43; 32]);
    let opened = Index::open(&dir.path().join("index"), &other);
    assert!(
        matches!(opened, Err(OpenIndexError::KeyDoesNotFit)),
        "{opened:?}"
    );
}

#[test]
fn a_damaged_first_page_is_damage_not_a_wrong_key() {
    let (dir, index) = indexed(&phone(10));
    drop(index);
    let folder = dir.path().join("index");
    flip(&folder.join(TABLES_FILE), 5000);
    let opened = Index::open(&folder, &key());
    assert!(
        matches!(opened, Err(OpenIndexError::IndexDamaged { .. })),
        "{opened:?}"
    );
    std::fs::write(folder.join(TABLES_FILE), b"short").unwrap();
    std::fs::remove_file(folder.join(SEARCH_FILE)).unwrap();
    let opened = Index::open(&folder, &key());
    assert!(
        matches!(opened, Err(OpenIndexError::IndexDamaged { .. })),
        "{opened:?}"
    );
}

#[test]
fn a_flipped_bit_anywhere_is_found_by_verify() {
    let (dir, index) = indexed(&phone(2000));
    assert!(index.verify().unwrap().is_good());
    drop(index);
    let folder = dir.path().join("index");
    for file in [TABLES_FILE, SEARCH_FILE] {
        let length = std::fs::metadata(folder.join(file)).unwrap().len();
        let at = length - 3000;
        flip(&folder.join(file), at);
        match Index::open_read_only(&folder, &key()) {
            Ok(index) => {
                let report = index.verify();
                assert!(!report.is_ok_and(|report| report.is_good()), "{file}");
            }
            Err(error) => assert!(
                matches!(error, OpenIndexError::IndexDamaged { .. }),
                "{error:?}"
            ),
        }
        flip(&folder.join(file), at);
    }
}

#[test]
fn a_missing_index_and_a_second_one_are_named() {
    let dir = tempfile::tempdir().unwrap();
    assert!(matches!(
        Index::open(dir.path(), &key()),
        Err(OpenIndexError::NotFound { .. })
    ));
    drop(Index::create(dir.path(), &key()).unwrap());
    assert!(matches!(
        Index::create(dir.path(), &key()),
        Err(OpenIndexError::AlreadyExists { .. })
    ));
    let empty = Index::open(dir.path(), &key()).unwrap();
    assert!(empty.chats().unwrap().is_empty() && empty.verify().unwrap().is_good());
}

#[test]
fn an_index_that_was_empty_when_reopened_can_be_filled() {
    let dir = tempfile::tempdir().unwrap();
    drop(Index::create(dir.path(), &key()).unwrap());
    let mut index = Index::open(dir.path(), &key()).unwrap();
    assert_eq!(phone(300).import(&mut index).new, 300);
    assert_eq!(found(&index, "common"), 300);
}

/// The moment between the two commits: the tables have the new messages, the text index does not.
#[test]
fn search_catches_up_after_a_crash_between_the_commits() {
    let (dir, mut index) = indexed(&phone(100));
    let folder = dir.path().join("index");
    let before = std::fs::read(folder.join(SEARCH_FILE)).unwrap();
    let mut more = phone(150);
    more.messages[3].text = Some("edited sentence".to_owned());
    more.messages[3].edited_at = Some(START);
    more.import(&mut index);
    drop(index);
    std::fs::write(folder.join(SEARCH_FILE), before).unwrap();
    {
        let reading = Index::open_read_only(&folder, &key()).unwrap();
        assert!(matches!(
            reading.search(&Query::default()),
            Err(SearchError::NotReady)
        ));
        assert!(!reading.verify().unwrap().is_good());
        assert_eq!(reading.chats().unwrap()[0].messages, 150);
    }
    let index = Index::open(&folder, &key()).unwrap();
    assert_eq!(
        (
            found(&index, "common"),
            found(&index, "edited"),
            found(&index, "word3")
        ),
        (149, 1, 10)
    );
    assert!(index.verify().unwrap().is_good());
}

#[test]
fn a_lost_foreign_or_damaged_text_index_is_rebuilt() {
    let (dir, mut index) = indexed(&phone(100));
    let folder = dir.path().join("index");
    let oldest = std::fs::read(folder.join(SEARCH_FILE)).unwrap();
    phone(120).import(&mut index);
    phone(150).import(&mut index);
    drop(index);
    let (other, _) = indexed(&phone(10));
    let foreign = std::fs::read(other.path().join("index").join(SEARCH_FILE)).unwrap();
    for broken in [
        Some(oldest),
        Some(foreign),
        Some(vec![7; 50_000]),
        Some(Vec::new()),
        None,
    ] {
        let path = folder.join(SEARCH_FILE);
        match broken {
            Some(bytes) => std::fs::write(path, bytes).unwrap(),
            None => std::fs::remove_file(path).unwrap(),
        }
        let index = Index::open(&folder, &key()).unwrap();
        assert_eq!(found(&index, "common"), 150);
        assert!(index.verify().unwrap().is_good());
    }
}

#[test]
fn a_copy_opens_with_the_same_key_and_has_everything() {
    let (dir, index) = indexed(&phone(500));
    let target = dir.path().join("copy");
    index.copy_to(&target).unwrap();
    assert!(matches!(
        index.copy_to(&target),
        Err(CopyError::AlreadyExists { .. })
    ));
    let copy = Index::open(&target, &key()).unwrap();
    assert_eq!(found(&copy, "common"), 500);
    assert!(copy.verify().unwrap().is_good());
    assert_eq!(copy.chats().unwrap(), index.chats().unwrap());
}

#[test]
fn a_reader_changes_nothing() {
    let (dir, index) = indexed(&phone(10));
    drop(index);
    let mut reader = Index::open_read_only(&dir.path().join("index"), &key()).unwrap();
    assert!(matches!(
        reader.begin_import(&origin(1)),
        Err(ImportError::ReadOnly)
    ));
    assert!(matches!(
        reader.add_to_address_book(&[]),
        Err(UpdateError::ReadOnly)
    ));
    assert_eq!(found(&reader, "common"), 10);
}

#[test]
fn a_second_writer_is_told_that_it_is_in_use() {
    let (dir, mut index) = indexed(&phone(10));
    let mut other = Index::open(&dir.path().join("index"), &key()).unwrap();
    let session = index.begin_import(&origin(1)).unwrap();
    assert!(matches!(
        other.begin_import(&origin(1)),
        Err(ImportError::InUse)
    ));
    drop(session);
}

#[cfg(unix)]
#[test]
fn the_files_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let (dir, _index) = indexed(&phone(1));
    for path in [
        dir.path().join("index"),
        dir.path().join("index").join(TABLES_FILE),
        dir.path().join("index").join(SEARCH_FILE),
    ] {
        assert_eq!(
            std::fs::metadata(&path).unwrap().permissions().mode() & 0o077,
            0,
            "{path:?}"
        );
    }
}

/// The crate's databases are written by two threads; an index can be handed to another one.
#[test]
fn an_index_can_move_to_another_thread() {
    fn assert_send<T: Send>() {}
    assert_send::<Index>();
}

#[cfg(unix)]
#[test]
fn a_pipe_in_a_databases_place_is_not_waited_for() {
    let (_kept, index) = indexed(&phone(3));
    let dir = index.dir().to_owned();
    drop(index);
    for (file, opens) in [("search.db", true), ("tables.db", false)] {
        let path = dir.join(file);
        std::fs::remove_file(&path).unwrap();
        let made = std::process::Command::new("mkfifo").arg(&path).status();
        assert!(made.unwrap().success());
        let opened = Index::open_read_only(&dir, &key());
        assert_eq!(opened.is_ok(), opens, "{file}");
    }
}
