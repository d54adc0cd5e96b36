//! What a later import changes of messages that the history has, and what it must not.

use latchkey_index::{ChatId, Index, MessageRow, Query};
use latchkey_messages::*;

use crate::dump::raw;
use crate::fixture::*;

/// A group with one message of Ana's.
fn phone() -> Phone {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    phone.person("4915112345678", Some("Bo"));
    let group = phone.group("Hiking");
    phone.says(group, Some(ana), 1000, "words");
    phone.says(group, None, 2000, "other words");
    phone
}

/// The first message after imports of the same phone in two states, older first and newer first.
fn both_ways(change: impl Fn(&mut Message, bool)) -> [MessageRow; 2] {
    let state = |later: bool| {
        let mut phone = phone();
        change(&mut phone.messages[0], later);
        phone
    };
    [[false, true], [true, false]].map(|order| {
        let dir = tempfile::tempdir().unwrap();
        let mut index = Index::create(&dir.path().join("index"), &key()).unwrap();
        for later in order {
            let created = if later { 9 } else { 5 };
            let report = state(later)
                .import_as(&mut index, &origin(created))
                .unwrap();
            assert_eq!(report.messages, 2);
        }
        assert_eq!(
            index
                .imports()
                .unwrap()
                .iter()
                .map(|import| import.new)
                .sum::<u64>(),
            2
        );
        assert!(index.verify().unwrap().is_good());
        index.messages(ChatId(1), 0, 1).unwrap().remove(0)
    })
}

#[test]
fn the_same_backup_again_changes_no_byte() {
    let mut phone = phone();
    let (ana, bo) = (phone.people[0].id, phone.people[1].id);
    let target = phone.messages[1].row;
    let first = &mut phone.messages[0];
    first.reactions = vec![Reaction {
        emoji: "👍".to_owned(),
        from_me: false,
        sender: Some(bo),
        at: Some(START),
    }];
    first.content = Some(Box::new(Content::Poll(Poll {
        options: vec![PollOption::default(), PollOption::default()],
        votes: vec![Vote {
            from_me: false,
            sender: Some(bo),
            at: None,
            options: vec![1, 0],
        }],
        ..Poll::default()
    })));
    first.mentions = vec![Mention {
        digits: "34600111222".to_owned(),
        person: Some(ana),
        name: None,
    }];
    first.quoted = Some(Quote {
        row: Some(target),
        ..Quote::default()
    });
    first.part_of = Some(PartOf {
        row: RowId(4_000),
        kind: PartKind::HdTwin,
    });
    first.receipts = vec![Receipt {
        person: bo,
        delivered_at: Some(START + 9),
        read_at: None,
        played_at: None,
    }];
    phone.calls.push(Call {
        call_id: "C1".to_owned(),
        peer: Some(ana),
        members: vec![(bo, CallOutcome::Missed)],
        ..Call::default()
    });
    phone.members.push(Member {
        group: phone.chats[0].address.clone(),
        person: ana,
        role: Role::Admin,
        label: None,
        joined_at: None,
        former: None,
    });
    let (_dir, mut index) = indexed(&phone);
    let folder = index.dir().to_owned();
    drop(index);
    let before = raw(&folder);
    for _ in 0..2 {
        index = Index::open(&folder, &key()).unwrap();
        phone.import(&mut index);
        drop(index);
        assert_eq!(raw(&folder), before);
    }
}

#[test]
fn a_newer_vote_wins_and_an_earlier_one_is_not_lost() {
    let rows = both_ways(|message, later| {
        let vote = |person, at, options: &[u32]| Vote {
            from_me: false,
            sender: Some(PersonId(person)),
            at: Some(START + at),
            options: options.to_vec(),
        };
        let votes = if later {
            vec![vote(10, 9, &[1])]
        } else {
            vec![vote(10, 1, &[0]), vote(11, 2, &[0])]
        };
        let option = |text: &str| PollOption {
            text: text.to_owned(),
            total: Some(if later { 2 } else { 1 }),
        };
        message.content = Some(Box::new(Content::Poll(Poll {
            options: vec![option("A"), option("B")],
            votes,
            ..Poll::default()
        })));
    });
    for row in rows {
        let poll = row.poll.unwrap();
        let votes: Vec<_> = poll
            .voters
            .iter()
            .map(|vote| {
                (
                    vote.sender_name.as_deref().unwrap(),
                    vote.options.as_slice(),
                )
            })
            .collect();
        assert_eq!(votes, [("Bo", [0].as_slice()), ("Ana", [1].as_slice())]);
        assert_eq!((poll.options[0].votes, poll.options[0].total), (1, Some(2)));
    }
}

#[test]
fn answers_pins_and_receipts_win_by_time() {
    let rows = both_ways(|message, later| {
        let at = Some(START + if later { 9 } else { 1 });
        let sender = Some(PersonId(10));
        message.pinned = Some(Mark {
            from_me: later,
            sender: sender.filter(|_| !later),
            at,
        });
        message.receipts = vec![Receipt {
            person: PersonId(11),
            delivered_at: Some(START + 1500),
            read_at: later.then_some(START + 9000),
            played_at: None,
        }];
        message.content = Some(Box::new(Content::Event(Event {
            name: Some("Regatta".to_owned()),
            description: (!later).then(|| "bring oars".to_owned()),
            cancelled: later,
            answers: vec![EventAnswer {
                from_me: false,
                sender,
                at,
                response: Some(i64::from(later)),
                guests: None,
            }],
            ..Event::default()
        })));
    });
    for row in rows {
        let pinned = row.pinned.unwrap();
        assert!(pinned.from_me && pinned.sender.is_none() && pinned.at == Some(START + 9));
        let event = row.event.unwrap();
        assert!(event.cancelled && event.description.as_deref() == Some("bring oars"));
        assert_eq!(
            (event.answers.len(), event.answers[0].response),
            (1, Some(1))
        );
    }
}

#[test]
fn a_receipt_that_came_later_is_added() {
    let (_dir, mut index) = indexed(&phone());
    let mut later = phone();
    later.messages[0].receipts = vec![Receipt {
        person: PersonId(11),
        delivered_at: Some(START + 1500),
        read_at: Some(START + 9000),
        played_at: None,
    }];
    later.import(&mut index);
    let receipts = index.receipts(latchkey_index::MessageId(1)).unwrap();
    assert_eq!(receipts[0].read_at, Some(START + 9000));
}

#[test]
fn the_star_is_that_of_the_newest_backup_that_had_the_message() {
    for starred in [true, false] {
        for row in both_ways(|message, later| message.starred = later == starred) {
            assert_eq!(row.starred, starred);
        }
    }
    // A still newer backup without the message has no say.
    let mut middle = phone();
    middle.messages[0].starred = true;
    for order in [[0, 1, 2], [2, 0, 1], [0, 2, 1], [2, 1, 0]] {
        let dir = tempfile::tempdir().unwrap();
        let mut index = Index::create(&dir.path().join("index"), &key()).unwrap();
        for n in order {
            let backup = match n {
                0 => phone(),
                1 => middle.clone(),
                _ => phone().part(|message| message.from_me),
            };
            backup.import_as(&mut index, &origin(n + 1)).unwrap();
        }
        let rows = index.messages(ChatId(1), 0, 1).unwrap();
        assert!(rows[0].starred, "{order:?}");
    }
}

#[test]
fn a_file_that_was_loaded_later_completes_the_message() {
    for row in both_ways(|message, later| {
        message.kind = Kind::Voice;
        message.media = Some(Media {
            path: later.then(|| "Media/voice.opus".to_owned()),
            size: (!later).then_some(7),
            downloaded: Some(later),
            transcript: later.then(|| "spoken".to_owned()),
            ..Media::default()
        });
    }) {
        let media = row.media.unwrap();
        assert_eq!(
            (media.path.as_deref(), media.size),
            (Some("Media/voice.opus"), Some(7))
        );
        assert_eq!(
            (media.downloaded, media.transcript.as_deref()),
            (Some(true), Some("spoken"))
        );
    }
}

#[test]
fn a_kind_that_an_older_app_did_not_know_is_named_by_a_newer_one() {
    for row in both_ways(|message, later| {
        if !later {
            (message.kind, message.raw_kind, message.text) = (Kind::Unsupported, Some(900), None);
        }
    }) {
        assert_eq!(
            (row.kind, row.raw_kind, row.text.as_deref()),
            (Kind::Text, None, Some("words"))
        );
    }
}

#[test]
fn an_edit_that_changed_the_id_is_still_the_same_message() {
    for row in both_ways(|message, later| {
        message.key_id = "3EB0AA".to_owned();
        if later {
            message.original_key_id =
                Some(std::mem::replace(&mut message.key_id, "3EB0BB".to_owned()));
            (message.text, message.edited_at) = (Some("reworded".to_owned()), Some(START + 5));
        }
    }) {
        assert_eq!(
            (row.text.as_deref(), row.edited),
            (Some("reworded"), Some(START + 5))
        );
    }
}

#[test]
fn a_deletion_that_changed_the_id_keeps_the_words_and_says_who_did_it() {
    for row in both_ways(|message, later| {
        message.key_id = "3EB0AA".to_owned();
        if later {
            (message.kind, message.text) = (Kind::Revoked, None);
            message.revoked = Some(Revoked {
                by_admin: true,
                admin: Some(PersonId(11)),
                at: Some(START + 5),
                original_key_id: Some(std::mem::replace(&mut message.key_id, "3EB0BB".to_owned())),
            });
        }
    }) {
        assert!(row.deleted_later && row.text.as_deref() == Some("words"));
        assert_eq!(row.revoked.unwrap().admin_name.as_deref(), Some("Bo"));
    }
}

#[test]
fn a_quotation_finds_its_message_when_a_later_backup_has_it() {
    let mut with = phone();
    let row = with.messages[0].row;
    with.messages[1].quoted = Some(Quote {
        row: Some(row),
        text: Some("words".to_owned()),
        ..Quote::default()
    });
    let mut without = with.clone();
    without.messages.remove(0);
    without.messages[0].quoted.as_mut().unwrap().row = None;
    let (_dir, mut index) = indexed(&without);
    with.import(&mut index);
    let reply = index.messages(ChatId(1), 1, 1).unwrap().remove(0);
    assert_eq!(reply.quoted.unwrap().position, Some(0));
}

#[test]
fn what_is_new_in_a_known_message_is_found() {
    let (_dir, mut index) = indexed(&phone());
    let mut later = phone();
    later.messages[0].content = Some(Box::new(Content::Link(LinkPreview {
        title: Some("Pagetitle".to_owned()),
        ..LinkPreview::default()
    })));
    later.import(&mut index);
    let query = Query {
        text: "pagetitle".to_owned(),
        limit: 5,
        ..Query::default()
    };
    assert_eq!(index.search(&query).unwrap().total, 1);
}

#[test]
fn the_small_picture_of_a_known_link_is_completed() {
    let link = |thumbnail: Option<&[u8]>| {
        let mut phone = phone();
        phone.messages[0].content = Some(Box::new(Content::Link(LinkPreview {
            url: Some("https://example.org".to_owned()),
            thumbnail: thumbnail.map(<[u8]>::to_vec),
            ..LinkPreview::default()
        })));
        phone
    };
    let (_dir, mut index) = indexed(&link(None));
    let row = |index: &Index| index.messages(ChatId(1), 0, 1).unwrap().remove(0);
    assert!(!row(&index).link.unwrap().thumbnail);
    link(Some(b"\xff\xd8\xff picture")).import(&mut index);
    assert!(row(&index).link.unwrap().thumbnail);
    // What a source does not have takes nothing away.
    link(None).import(&mut index);
    let kept = index.thumbnail(row(&index).id).unwrap();
    assert_eq!(kept.as_deref(), Some(&b"\xff\xd8\xff picture"[..]));
}

#[test]
fn counts_that_differ_are_told_and_what_was_read_is_kept() {
    let dir = tempfile::tempdir().unwrap();
    let mut index = Index::create(&dir.path().join("index"), &key()).unwrap();
    let phone = phone();
    let mut counts = phone.counts();
    counts.source_rows += 1;
    let lost = TableCounts {
        rows: 3,
        shown: 2,
        ..TableCounts::default()
    };
    let whole = TableCounts {
        rows: 2,
        shown: 1,
        orphaned: 1,
        ..TableCounts::default()
    };
    counts.tables = [("lost".to_owned(), lost), ("whole".to_owned(), whole)].into();
    let mut session = index.begin_import(&origin(1)).unwrap();
    session.people(&phone.people).unwrap();
    session.chats(&phone.chats).unwrap();
    for message in &phone.messages {
        session.message(message.clone()).unwrap();
    }
    let report = session.finish(&counts).unwrap();
    assert_eq!(report.unaccounted, ["lost", "message"]);
    assert!(!report.adds_up() && report.tables["whole"] == whole);
    assert_eq!(texts(&index, ChatId(1)), ["words", "other words"]);
}
