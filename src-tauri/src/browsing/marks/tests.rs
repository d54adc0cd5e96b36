//! What a person puts on messages and chats is there again, and in a file when they want it.

use super::*;
use crate::browsing;
use crate::histories::opening;
use crate::journey::made_up::MadeUp;
use crate::views::{ErrorCode, MessageView};

fn marks(bookmark: bool, tags: &[&str], note: &str) -> OwnMarksView {
    OwnMarksView {
        bookmark,
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        note: Some(note.to_owned()),
        changed_at: Some(-7),
    }
}

fn chats(shell: &Shell) -> Vec<ChatView> {
    let chats = shell
        .session
        .read_visible(|history, visible| browsing::chats(history.index(), visible));
    chats.unwrap()
}

fn messages(shell: &Shell, chat: i64) -> Vec<MessageView> {
    let page = shell.session.read_visible(|history, visible| {
        browsing::page(history.index(), visible, ChatId(chat), 0, 10)
    });
    page.unwrap()
}

/// What My chats says of marks that were never exported, also after a crash.
fn noted(made_up: &MadeUp) -> u64 {
    let mut listed = opening::histories(&made_up.shell).unwrap();
    listed.remove(0).unexported_marks
}

fn unexported(shell: &Shell) -> u64 {
    let count = shell
        .session
        .read(|history| history.index().unexported_marks());
    count.unwrap()
}

#[test]
fn marks_are_on_the_message_and_the_chat_and_in_the_list_also_after_a_lock() {
    let made_up = MadeUp::new();
    let (kit, _) = made_up.restored_with_passkey("1234");
    let shell = &made_up.shell;
    let chat = chats(shell)[0].id;
    let message = messages(shell, chat)[0].id;
    set(
        shell,
        chat,
        Some(message),
        marks(false, &["b", "a"], " why "),
    )
    .unwrap();
    set(shell, chat, None, marks(true, &[], "")).unwrap();
    for _ in 0..2 {
        let shown = messages(shell, chat)[0].marks.clone().unwrap();
        assert_eq!(
            (shown.tags.join(" "), shown.note.as_deref()),
            ("a b".into(), Some("why"))
        );
        assert!(shown.changed_at > Some(0), "the time of writing");
        let pinned = &chats(shell)[0].marks;
        assert!(pinned.bookmark && pinned.note.is_none());
        let list = page(shell, "why".into(), None, 0, 10).unwrap();
        assert_eq!((list.total, list.marked[0].message), (1, Some(message)));
        assert_eq!(page(shell, String::new(), None, 1, 1).unwrap().total, 2);
        shell.close_everything();
        opening::unlock(shell, &made_up.history(), &kit).unwrap();
    }
}

#[test]
fn too_much_and_what_is_not_there_are_told_apart() {
    let made_up = MadeUp::new();
    made_up.restored_with_passkey("1234");
    let shell = &made_up.shell;
    let chat = chats(shell)[0].id;
    let long = "x".repeat(10_001);
    for (chat, message, marks, code) in [
        (chat, None, marks(true, &[], &long), ErrorCode::TooLarge),
        (chat, Some(9999), marks(true, &[], ""), ErrorCode::Usage),
        (99, None, marks(true, &[], ""), ErrorCode::Usage),
    ] {
        assert_eq!(set(shell, chat, message, marks).unwrap_err().code, code);
    }
    assert_eq!(page(shell, String::new(), None, 0, 10).unwrap().total, 0);
    let folder = shell.data_folder().unwrap();
    let dir = folder.history_dir(&made_up.history()).unwrap();
    let other = std::fs::File::open(dir.join("history.lock")).unwrap();
    other.lock_shared().unwrap();
    let in_use = set(shell, chat, None, marks(true, &[], "")).unwrap_err();
    assert_eq!(in_use.code, ErrorCode::InUse);
    drop(other);
    set(shell, chat, None, marks(true, &[], "")).unwrap();
}

#[cfg(unix)]
#[test]
fn an_export_is_json_for_the_person_alone_and_counts_as_one() {
    use std::os::unix::fs::PermissionsExt as _;
    let made_up = MadeUp::new();
    made_up.restored_with_passkey("1234");
    let shell = &made_up.shell;
    let chat = chats(shell)[0].id;
    let message = messages(shell, chat)[0].id;
    set(shell, chat, Some(message), marks(true, &["été"], "a note")).unwrap();
    assert_eq!((unexported(shell), noted(&made_up)), (1, 1));
    let file = made_up.place.path().join("marks.json");
    assert_eq!(export(shell, &file).unwrap(), 1);
    assert_eq!((unexported(shell), noted(&made_up)), (0, 0));
    let mode = std::fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let text = std::fs::read_to_string(&file).unwrap();
    let rows: serde_json::Value = serde_json::from_str(&text).unwrap();
    let row = &rows[0];
    assert_eq!(row["message"], message);
    assert_eq!(
        (&row["tags"][0], &row["note"]),
        (&"été".into(), &"a note".into())
    );
    assert!(
        row["key"].is_string() && row["sent_at"].is_i64() && row["text"].is_string(),
        "{row}"
    );
    let nowhere = export(shell, &made_up.place.path().join("no/marks.json"));
    assert_eq!(nowhere.unwrap_err().code, ErrorCode::Io);

    set(shell, chat, Some(message), marks(true, &[], "another")).unwrap();
    assert_eq!(unexported(shell), 1);
}
