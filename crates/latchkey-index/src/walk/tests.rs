use super::*;
use crate::key::IndexKey;

/// What the golden indexes of `tests/golden` are opened with.
fn key() -> IndexKey {
    IndexKey::from_bytes(&[0x42; 32])
}

fn everything() -> Wants {
    Wants {
        receipts: true,
        stored: true,
        thumbnails: true,
        ..Wants::page()
    }
}

fn walked(mut walk: Walk<'_>, most: usize) -> Vec<WalkedMessage> {
    let (mut all, mut batch) = (Vec::new(), Vec::new());
    while walk.next(&mut batch, most).unwrap() {
        assert!(batch.len() <= most);
        all.append(&mut batch);
    }
    all
}

/// An index with one chat whose messages stand in these runs of ids.
fn in_runs(runs: &[(i64, i64)]) -> (tempfile::TempDir, Index) {
    let dir = tempfile::tempdir().unwrap();
    let index = Index::create(dir.path(), &key()).unwrap();
    let sql = |sql: &str| index.tables.execute_batch(sql).unwrap();
    sql("INSERT INTO chat(id, address, kind, archived, locked, hidden, unread, messages, last_from_me)
         VALUES(1, '1@g.us', 1, 0, 0, 0, 0, 9, 0)");
    let mut position = 0;
    for (first, length) in runs {
        sql(&format!(
            "INSERT INTO run VALUES(1, {position}, {first}, {length})"
        ));
        for id in *first..first + length {
            sql(&format!(
                "INSERT INTO message(id, chat, flags, kind, raw_kind, sent_at, text) VALUES({id}, 1, 2048, 0, 0, {id}, 't{id}');
                 INSERT INTO receipt VALUES({id}, 7, 5, NULL, NULL)"
            ));
        }
        position += length;
    }
    sql("INSERT INTO person(id, address) VALUES(7, '7@s.whatsapp.net')");
    (dir, index)
}

#[test]
fn a_walk_is_every_page_after_the_other() {
    let (_dir, index) = in_runs(&[(1, 600), (2000, 1), (700, 300)]);
    let pages = index.messages(ChatId(1), 0, 10_000).unwrap();
    assert_eq!(pages.len(), 901);
    for most in [1, 7, 250, 5_000] {
        let walk = index.walk(ChatId(1), 0, Wants::page()).unwrap();
        let rows: Vec<_> = walked(walk, most).into_iter().map(|one| one.row).collect();
        assert!(rows == pages, "{most}");
    }
    let walk = index.walk(ChatId(1), 599, everything()).unwrap();
    let rest = walked(walk, 100);
    assert_eq!(rest.len(), 302);
    for message in &rest {
        assert_eq!(message.receipts, index.receipts(message.row.id).unwrap());
        assert_eq!(message.receipts.len(), 1);
        assert_eq!(message.raw_kind, Some(0));
    }
    assert!(walked(index.walk(ChatId(2), 0, everything()).unwrap(), 9).is_empty());
}

#[test]
fn these_messages_are_read_in_the_order_given_and_none_that_is_not_there() {
    let (_dir, index) = in_runs(&[(1, 5), (10, 5)]);
    let ids: Vec<_> = [3, 4, 5, 6, 10, 11, 1, 99].map(MessageId).to_vec();
    let found = walked(index.walk_these(&ids, Wants::page()).unwrap(), 2);
    let found: Vec<_> = found
        .iter()
        .map(|one| (one.row.id.0, one.row.position))
        .collect();
    assert_eq!(found, [(3, 2), (4, 3), (5, 4), (10, 5), (11, 6), (1, 0)]);
}

#[test]
fn a_walk_that_was_stopped_is_an_error_and_never_short() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let (_dir, mut index) = in_runs(&[(1, 600)]);
    let stops = std::sync::Arc::new(AtomicBool::new(false));
    let stopped = stops.clone();
    let handler = move || stopped.load(Ordering::Relaxed);
    index.tables.progress_handler(1, Some(handler)).unwrap();
    let mut walk = index.walk(ChatId(1), 0, Wants::page()).unwrap();
    assert!(walk.next(&mut Vec::new(), 10).unwrap());
    stops.store(true, Ordering::Relaxed);
    assert!(walk.next(&mut Vec::new(), 10).is_err());
}

#[test]
fn a_tally_has_every_message_once() {
    let (_dir, index) = in_runs(&[(1, 5), (10, 5)]);
    let count = |scope: TallyScope<'_>| {
        let mut ids = Vec::new();
        index
            .tally(scope, &mut |message| {
                assert_eq!((message.text_bytes > 1, message.media), (true, None));
                ids.push(message.message.0);
                std::ops::ControlFlow::Continue(())
            })
            .unwrap();
        ids
    };
    let all = vec![1, 2, 3, 4, 5, 10, 11, 12, 13, 14];
    assert_eq!(count(TallyScope::AllBut(&[])), all);
    assert_eq!(count(TallyScope::Chat(ChatId(1))), all);
    assert!(count(TallyScope::AllBut(&[ChatId(1)])).is_empty());
}

#[test]
fn an_import_knows_what_it_had() {
    let import = ProvedImport {
        row: crate::rows::ImportRow {
            id: 1,
            file_name: String::new(),
            size: 0,
            created: None,
            app_version: None,
            phone_suffix: None,
            imported_at: 0,
            messages: 0,
            new: 0,
        },
        sha256: None,
        had: vec![(MessageId(3), 2), (MessageId(10), 1)],
    };
    let has: Vec<_> = (1..12).filter(|id| import.has(MessageId(*id))).collect();
    assert_eq!(has, [3, 4, 10]);
}
