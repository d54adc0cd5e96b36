//! The person's own marks: kept whatever happens to the index, listed, counted, found by the search.

use std::ops::ControlFlow;

use latchkey_index::*;

use crate::fixture::*;

const GROUP: ChatId = ChatId(1);
const CHAT: ChatId = ChatId(2);

fn phone() -> Phone {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let group = phone.group("Hiking");
    let chat = phone.chat_with(ana);
    for n in 0..10 {
        phone.says(group, Some(ana), n * 1000, &format!("Élan number {n}"));
        phone.says(chat, None, n * 1000 + 1, &format!("private {n}"));
    }
    phone
}

fn marks(bookmark: bool, tags: &[&str], note: &str) -> OwnMarks {
    OwnMarks {
        bookmark,
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        note: (!note.is_empty()).then(|| note.to_owned()),
        changed_at: None,
    }
}

fn id(index: &Index, chat: ChatId, position: u64) -> MessageId {
    index.messages(chat, position, 1).unwrap()[0].id
}

/// Puts marks on the message at a position.
fn mark(index: &mut Index, chat: ChatId, position: u64, marks: &OwnMarks, now: i64) {
    let message = id(index, chat, position);
    index.set_marks(chat, Some(message), marks, now).unwrap();
}

/// An index with four marks.
fn marked() -> (tempfile::TempDir, Index) {
    let (dir, mut index) = indexed(&phone());
    mark(&mut index, GROUP, 3, &marks(true, &["Work"], ""), 10);
    mark(
        &mut index,
        GROUP,
        5,
        &marks(false, &["work", "été"], ""),
        20,
    );
    mark(
        &mut index,
        CHAT,
        2,
        &marks(true, &[], "Ask about the Café"),
        30,
    );
    let chat = marks(true, &["home"], "");
    index.set_marks(GROUP, None, &chat, 40).unwrap();
    (dir, index)
}

fn all() -> MarksQuery {
    MarksQuery {
        limit: 100,
        ..MarksQuery::default()
    }
}

fn found(index: &Index, text: &str) -> u64 {
    hits(index, text, &[]).total
}

fn hits(index: &Index, text: &str, without: &[ChatId]) -> Hits {
    let query = Query {
        text: text.to_owned(),
        without: without.to_vec(),
        limit: 100,
        ..Query::default()
    };
    index.search(&query).unwrap()
}

/// The marks as they are read in every way there is.
fn seen(index: &Index) -> (MarksPage, Vec<MarkedRow>, Vec<(ChatId, OwnMarks)>, u64) {
    (
        index.marks(&all()).unwrap(),
        index.export_marks(&[]).unwrap(),
        index.marks_of_chats().unwrap(),
        index.unexported_marks().unwrap(),
    )
}

#[test]
fn a_mark_is_no_change_of_messages() {
    let (_dir, mut index) = indexed(&phone());
    let before = index.generation().unwrap();
    mark(&mut index, GROUP, 3, &marks(true, &["work"], ""), 10);
    assert_eq!(index.generation().unwrap(), before);
}

#[test]
fn a_page_shows_what_was_put_on_its_messages() {
    let (_dir, mut index) = marked();
    let page = index.messages(GROUP, 0, 10).unwrap();
    let own = |n: usize| page[n].own_marks.clone();
    let first = own(3).unwrap();
    assert!(first.bookmark && first.note.is_none());
    assert_eq!(
        (first.tags, first.changed_at),
        (vec!["Work".to_owned()], Some(10))
    );
    assert_eq!(own(5).unwrap().tags, ["été", "work"]);
    assert_eq!(page.iter().filter(|row| row.own_marks.is_some()).count(), 2);
    let chats = index.marks_of_chats().unwrap();
    assert_eq!(
        (chats.len(), chats[0].0, chats[0].1.bookmark),
        (1, GROUP, true)
    );

    mark(&mut index, GROUP, 3, &OwnMarks::default(), 50);
    assert!(index.messages(GROUP, 3, 1).unwrap()[0].own_marks.is_none());
    assert_eq!(
        index.marks(&all()).unwrap().total,
        3,
        "empty marks are none"
    );
}

#[test]
fn marks_that_stay_as_they_are_keep_their_time() {
    let (_dir, mut index) = marked();
    let rows = index.export_marks(&[]).unwrap();
    index.marks_were_exported(&rows).unwrap();
    assert_eq!(index.unexported_marks().unwrap(), 0);
    mark(&mut index, GROUP, 3, &marks(true, &[" Work "], " "), 99);
    assert_eq!(index.unexported_marks().unwrap(), 0);
    mark(&mut index, GROUP, 3, &marks(true, &["work"], ""), 99);
    assert_eq!(index.unexported_marks().unwrap(), 1);
    // What was exported is no longer what is there.
    index.marks_were_exported(&rows).unwrap();
    assert_eq!(index.unexported_marks().unwrap(), 1);
}

#[test]
fn the_list_has_the_last_changed_first_and_counts_every_tag() {
    let (_dir, index) = marked();
    let page = index.marks(&all()).unwrap();
    let times: Vec<_> = page
        .marked
        .iter()
        .map(|row| row.marks.changed_at.unwrap())
        .collect();
    assert_eq!((page.total, times), (4, vec![40, 30, 20, 10]));
    let tags: Vec<_> = page
        .tags
        .iter()
        .map(|tag| (tag.tag.as_str(), tag.count))
        .collect();
    assert_eq!(tags, [("work", 2), ("été", 1), ("home", 1)]);
    let row = &page.marked[2];
    assert_eq!(row.message, Some(id(&index, GROUP, 5)));
    assert_eq!((row.position, row.sent_at), (Some(5), Some(START + 5000)));
    assert_eq!(row.sender_name.as_deref(), Some("Ana"));
    assert_eq!(row.text.as_deref(), Some("Élan number 5"));
    assert_eq!(row.key.as_deref(), Some("3EB00000006400001388"));
    assert_eq!(page.marked[0].message, None, "the chat itself");

    let second = MarksQuery {
        offset: 1,
        limit: 1,
        ..all()
    };
    let second = index.marks(&second).unwrap();
    assert_eq!(
        (second.total, second.marked),
        (4, vec![page.marked[1].clone()])
    );
}

#[test]
fn words_find_note_tag_text_and_chat_whatever_their_case_and_accents() {
    let (_dir, index) = marked();
    let total = |text: &str, tag: Option<&str>| {
        let (text, tag) = (text.to_owned(), tag.map(str::to_owned));
        index
            .marks(&MarksQuery { text, tag, ..all() })
            .unwrap()
            .total
    };
    for (text, fitting) in [
        ("cafe", 1),
        ("ASK caf", 1),
        ("ete", 1),
        ("elan", 2),
        ("hiking", 3),
        ("ana", 1),
        ("nothing", 0),
        ("!", 0),
        (" ", 4),
    ] {
        assert_eq!(total(text, None), fitting, "{text}");
    }
    for (tag, fitting) in [("WORK", 2), ("Ete", 1), ("wor", 0)] {
        assert_eq!(total("", Some(tag)), fitting, "{tag}");
    }
    assert_eq!(total("5", Some("work")), 1);
}

#[test]
fn the_search_finds_marked_messages() {
    let (_dir, index) = marked();
    for (text, total) in [
        ("tag:work", 2),
        ("tag:WOR", 2),
        ("tag:ete", 1),
        ("tag:none", 0),
        ("has:bookmark", 2),
        ("has:note", 1),
        ("tag:work number", 2),
        ("tag:work 5", 1),
        ("-tag:work elan", 8),
        ("-has:bookmark", 18),
        ("tag:home", 0),
        ("has:bookmark in:Hiking", 1),
        ("has:bookmark tag:work", 1),
    ] {
        assert_eq!(found(&index, text), total, "{text}");
    }
    assert_eq!(hits(&index, "tag:none", &[]).unmatched, ["tag:none"]);
}

#[test]
fn tags_of_chats_that_are_left_out_do_not_steer_a_search() {
    let (_dir, mut index) = marked();
    mark(&mut index, CHAT, 4, &marks(false, &["workshop"], ""), 60);
    for (text, of_all, without_the_group) in [("tag:work", 2, 1), ("tag:wor", 3, 1)] {
        assert_eq!(found(&index, text), of_all, "{text}");
        let total = hits(&index, text, &[GROUP]).total;
        assert_eq!(total, without_the_group, "{text}");
    }
}

#[test]
fn nothing_of_chats_that_are_left_out_is_found_or_counted() {
    let (_dir, index) = marked();
    for (text, total) in [
        ("number", 0),
        ("private", 10),
        ("has:bookmark", 1),
        ("from:me", 10),
        ("from:Ana", 0),
        ("tag:work", 0),
        ("p", 10),
        ("-private", 0),
        ("", 0),
    ] {
        assert_eq!(hits(&index, text, &[GROUP]).total, total, "{text}");
    }
    assert_eq!(hits(&index, "in:Hiking", &[GROUP]).unmatched, ["in:Hiking"]);
    let page = index
        .marks(&MarksQuery {
            without: vec![GROUP],
            ..all()
        })
        .unwrap();
    assert_eq!((page.total, page.tags.len()), (1, 0));
    assert_eq!(index.export_marks(&[GROUP]).unwrap().len(), 1);
}

#[test]
fn marks_of_what_is_not_there_and_of_a_reader_are_refused() {
    let (_dir, mut index) = marked();
    let other = id(&index, CHAT, 0);
    let some = marks(true, &[], "");
    for (chat, message) in [
        (GROUP, Some(other)),
        (GROUP, Some(MessageId(999))),
        (ChatId(9), None),
        (GROUP, Some(MessageId(0))),
    ] {
        let refused = index.set_marks(chat, message, &some, 1);
        assert!(
            matches!(refused, Err(SetMarksError::NotThere)),
            "{refused:?}"
        );
    }
    let long = marks(false, &[], &"x".repeat(10_001));
    let refused = index.set_marks(GROUP, None, &long, 1);
    assert!(matches!(
        refused,
        Err(SetMarksError::TooLarge { most: 10_000, .. })
    ));
    assert_eq!(index.marks(&all()).unwrap().total, 4);
    let folder = index.dir().to_owned();
    drop(index);
    let mut reader = Index::open_read_only(&folder, &key()).unwrap();
    assert!(matches!(
        reader.set_marks(GROUP, None, &some, 1),
        Err(SetMarksError::ReadOnly)
    ));
}

#[test]
fn a_merge_of_an_earlier_and_a_later_backup_keeps_every_mark_in_its_place() {
    let (_dir, mut index) = indexed(&phone().part(|message| message.row.0 % 3 == 0));
    let message = id(&index, GROUP, 1);
    let text = index.message(message).unwrap().unwrap().text;
    index
        .set_marks(GROUP, Some(message), &marks(true, &["a"], "b"), 7)
        .unwrap();
    let before = index.export_marks(&[]).unwrap();
    let report = phone().import_as(&mut index, &origin(2)).unwrap();
    assert!(report.adds_up() && report.new > 0, "{report:?}");
    let row = index.message(message).unwrap().unwrap();
    assert_eq!(
        (row.text, row.position > 1),
        (text, true),
        "there are others before it now"
    );
    assert_eq!(row.own_marks.unwrap().note.as_deref(), Some("b"));
    let after = index.export_marks(&[]).unwrap();
    assert_eq!(
        (after.len(), &after[0].marks, &after[0].key),
        (1, &before[0].marks, &before[0].key)
    );
    assert!(index.verify().unwrap().is_good());
}

#[test]
fn another_key_a_copy_and_a_lost_text_index_keep_every_mark() {
    let (dir, index) = marked();
    let before = seen(&index);
    let copy = dir.path().join("copy");
    index.copy_to(&copy).unwrap();
    let folder = index.dir().to_owned();
    drop(index);
    let opened =
        |folder: &std::path::Path, key: &IndexKey| seen(&Index::open(folder, key).unwrap());
    assert_eq!(opened(&copy, &key()), before);
    std::fs::remove_file(folder.join(SEARCH_FILE)).unwrap();
    assert_eq!(opened(&folder, &key()), before);
    let next = IndexKey::from_bytes(&[0x43; 32]);
    Index::rekey(
        &folder,
        &key(),
        &next,
        &mut |_, _| ControlFlow::Continue(()),
    )
    .unwrap();
    assert_eq!(opened(&folder, &next), before);
}
