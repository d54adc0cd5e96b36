//! Claims about whole sources: which tables are read, whose messages they are, in which order.

mod content;
mod crafted;
mod damage;
mod dropped;
mod legacy;
mod marks;
mod members;
mod modern;
mod notices;
mod people;

use std::ops::ControlFlow;
use std::path::PathBuf;

use crate::testing::{Phone, all};
use crate::{ChatKind, Kind, LeftOut, OpenSourceError, ReadError, SchemaState, Source};

/// A file of the public test vectors, in a folder beside the repository.
fn beside_the_repository(path: &str) -> Option<PathBuf> {
    let mut folders = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let found = folders.find_map(|folder| Some(folder.join(path)).filter(|file| file.is_file()));
    if found.is_none() {
        // written past the test harness, which keeps back what a passing test prints
        let words = format!("skipped: {path} is in no folder above this crate\n");
        let _ = std::io::Write::write_all(&mut std::io::stderr(), words.as_bytes());
    }
    found
}

#[test]
fn the_public_hybrid_database_has_nine_messages_and_a_placeholder() {
    let Some(path) = beside_the_repository("shared/vectors/msgstore.db") else {
        return;
    };
    let source = Source::open_file(&path).unwrap();
    assert_eq!(source.schema(), SchemaState::Hybrid);
    let (messages, counts) = all(&source);
    assert_eq!((counts.source_rows, counts.messages), (10, 9));
    assert_eq!(counts.left_out[&LeftOut::Sentinel], 1);
    assert_eq!(counts.damaged_stretches, 0);
    let chats = source.chats().unwrap();
    let status = chats
        .iter()
        .find(|chat| chat.kind == ChatKind::Status)
        .unwrap();
    assert!(messages.iter().all(|message| message.chat == status.id));
    assert!(
        messages
            .iter()
            .all(|message| matches!(message.kind, Kind::Image | Kind::Video))
    );
    assert!(
        messages.iter().all(|message| message.sent_at.is_none()),
        "the clock of these posts is 0"
    );
    let people = source.people().unwrap();
    let sender = people
        .iter()
        .find(|person| Some(person.id) == messages[0].sender)
        .unwrap();
    assert_eq!(
        (sender.address.as_str(), sender.phone.as_deref()),
        ("0@s.whatsapp.net", None)
    );
    let media = messages[0].media.as_ref().unwrap();
    assert!(
        media.path.as_ref().unwrap().ends_with(".jpg"),
        "{:?}",
        media.path
    );
    assert!(media.sha256.is_some());
}

#[test]
fn the_public_database_reads_the_same_from_private_storage() {
    let Some(path) = beside_the_repository("shared/vectors/msgstore.db") else {
        return;
    };
    let disk = tempfile::tempdir().unwrap();
    let place = crate::PrivatePlace::disk_only(disk.path());
    let mut file = crate::PrivateFile::create(&place, 0).unwrap();
    std::io::copy(&mut std::fs::File::open(&path).unwrap(), &mut file).unwrap();
    let private = all(&file.into_source().unwrap());
    assert_eq!(private, all(&Source::open_file(&path).unwrap()));
}

#[test]
fn the_state_is_told_by_rows_not_by_tables() {
    assert_eq!(Phone::modern().source().schema(), SchemaState::Modern);
    assert_eq!(Phone::legacy().source().schema(), SchemaState::Legacy);
    let mut phone = Phone::hybrid();
    phone.old("34600111222@s.whatsapp.net", false, "0", Some("old"));
    assert_eq!(phone.source().schema(), SchemaState::Hybrid);
    let ana = phone.jid("34600111222@s.whatsapp.net");
    let chat = phone.chat(ana);
    for _ in 0..3 {
        phone.got(chat, None, "new");
    }
    assert_eq!(
        phone.source().schema(),
        SchemaState::Modern,
        "the new table has gone on without the old one"
    );
}

#[test]
fn a_hybrid_database_that_says_it_has_moved_is_modern() {
    let mut phone = Phone::hybrid();
    let ana = phone.jid("34600111222@s.whatsapp.net");
    let chat = phone.chat(ana);
    phone.old("34600111222@s.whatsapp.net", false, "0", Some("old"));
    phone.got(chat, None, "new");
    assert_eq!(phone.source().schema(), SchemaState::Hybrid);
    phone.sql("INSERT INTO props (key, value) VALUES ('message_main', '2')");
    assert_eq!(phone.source().schema(), SchemaState::Modern);
}

#[test]
fn other_files_are_told_apart() {
    let phone = Phone::with("CREATE TABLE recipes (a)");
    assert!(matches!(
        phone.try_source().unwrap_err(),
        OpenSourceError::NotAChatDatabase
    ));
    let text = phone.folder().join("text.db");
    std::fs::write(&text, "dear diary ".repeat(1000)).unwrap();
    assert!(matches!(
        Source::open_file(&text).unwrap_err(),
        OpenSourceError::NotADatabase
    ));
    let none = phone.folder().join("none.db");
    assert!(matches!(
        Source::open_file(&none).unwrap_err(),
        OpenSourceError::Storage(_)
    ));
}

#[test]
fn nothing_is_written_beside_a_persons_own_file() {
    use std::os::unix::ffi::OsStrExt;
    let phone = Phone::modern();
    phone.sql("PRAGMA journal_mode = WAL");
    phone.sql("PRAGMA journal_mode = DELETE");
    let strange = phone
        .folder()
        .join("sub")
        .join(std::ffi::OsStr::from_bytes(b"m\xff?#%&s .db"));
    std::fs::create_dir(phone.folder().join("sub")).unwrap();
    let mut bytes = std::fs::read(phone.path()).unwrap();
    bytes[18] = 2;
    bytes[19] = 2;
    std::fs::write(&strange, &bytes).unwrap();
    let source = Source::open_file(&strange).unwrap();
    all(&source);
    assert_eq!(
        std::fs::read_dir(strange.parent().unwrap())
            .unwrap()
            .count(),
        1
    );
    drop(source);
    assert_eq!(std::fs::read(&strange).unwrap(), bytes);
}

#[test]
fn reading_stops_when_asked_to() {
    let mut phone = Phone::modern();
    let chat = phone.chat(phone.jid("34600111222@s.whatsapp.net"));
    for _ in 0..5 {
        phone.got(chat, None, "hello");
    }
    let mut met = 0;
    let result = phone.source().messages(&mut |_| {
        met += 1;
        if met == 2 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    assert!(matches!(result, Err(ReadError::Cancelled)));
    assert_eq!(met, 2);
}

#[test]
fn a_source_can_be_read_on_another_thread() {
    let source = Phone::modern().source();
    std::thread::spawn(move || all(&source).1.source_rows)
        .join()
        .unwrap();
}
