//! A first import: what went in comes out, in order, and nothing readable lies on the disk.

use crate::fixture::*;
use latchkey_index::{
    ChatId, FoundHow, Index, MediaFinding, MessageId, MissingReason, OpenIndexError, RootId,
};
use latchkey_messages::*;

fn phone() -> Phone {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let bo = phone.person("4915112345678", None);
    let with_ana = phone.chat_with(ana);
    let group = phone.group("Hiking");
    phone.says(with_ana, Some(ana), 1000, "good morning");
    phone.says(with_ana, None, 2000, "morning!").starred = true;
    let asked = phone
        .says(with_ana, Some(ana), 3000, "coming on Sunday?")
        .row;
    phone.says(with_ana, None, 4000, "yes").quoted = Some(Quote {
        row: Some(asked),
        text: Some("coming on Sunday?".to_owned()),
        ..Quote::default()
    });
    phone.says(group, Some(bo), 5000, "route attached").media = Some(Media {
        name: Some("route-map.pdf".to_owned()),
        pages: Some(3),
        ..Media::default()
    });
    phone.says(group, Some(ana), 6000, "👍").reactions = vec![Reaction {
        emoji: "❤️".to_owned(),
        from_me: true,
        sender: None,
        at: Some(START + 7000),
    }];
    let notice = phone.says(group, None, 7000, "");
    (notice.kind, notice.text) = (Kind::System, None);
    notice.system = Some(SystemNotice {
        action: Some(12),
        people: vec![bo],
        ..SystemNotice::default()
    });
    phone.left_out = 1;
    phone.calls.push(Call {
        row: 1,
        call_id: "C1".to_owned(),
        peer: Some(ana),
        from_me: true,
        at: Some(START + 9000),
        video: true,
        duration: 61,
        outcome: CallOutcome::Answered,
        ..Call::default()
    });
    phone
}

#[test]
fn the_counts_add_up() {
    let dir = tempfile::tempdir().unwrap();
    let mut index = Index::create(dir.path(), &key()).unwrap();
    let report = phone().import(&mut index);
    assert_eq!(
        (
            report.source_rows,
            report.messages,
            report.new,
            report.already_present
        ),
        (8, 7, 7, 0)
    );
    assert_eq!(report.left_out["sentinel"], 1);
    assert_eq!((report.by_kind["text"], report.by_kind["system"]), (6, 1));
    assert_eq!(
        (
            report.chats,
            report.people,
            report.calls,
            report.reactions,
            report.media_referenced
        ),
        (2, 2, 1, 1, 1)
    );
}

#[test]
fn a_chat_list_names_the_chats_and_ends_with_the_last_words() {
    let (_dir, index) = indexed(&phone());
    let chats = index.chats().unwrap();
    let names: Vec<_> = chats
        .iter()
        .map(|chat| (chat.name.as_deref(), chat.messages))
        .collect();
    assert_eq!(names, [(Some("Hiking"), 3), (Some("Ana"), 4)]);
    // The notice at the end is not what the list shows.
    assert_eq!(chats[0].last_text.as_deref(), Some("👍"));
    assert_eq!(
        (chats[1].first_at, chats[1].last_at),
        (Some(START + 1000), Some(START + 4000))
    );
    assert!(chats[1].last_from_me && !chats[0].last_from_me);
}

#[test]
fn a_page_has_everything_that_hangs_on_its_messages() {
    let (_dir, index) = indexed(&phone());
    let chats = index.chats().unwrap();
    let group = index.messages(chats[0].id, 0, 50).unwrap();
    assert_eq!(
        group.iter().map(|row| row.position).collect::<Vec<_>>(),
        [0, 1, 2]
    );
    assert_eq!(group[0].sender_name.as_deref(), Some("+4915112345678"));
    assert_eq!(
        group[0].media.as_ref().unwrap().name.as_deref(),
        Some("route-map.pdf")
    );
    assert_eq!(group[1].reactions[0].emoji, "❤️");
    let notice = group[2].system.as_ref().unwrap();
    assert_eq!(
        (notice.action, notice.people.as_slice()),
        (Some(12), ["+4915112345678".to_owned()].as_slice())
    );
    let answer = index.messages(chats[1].id, 3, 1).unwrap().remove(0);
    let quoted = answer.quoted.unwrap();
    assert_eq!(
        (quoted.position, quoted.sender_name.as_deref()),
        (Some(2), Some("Ana"))
    );
    assert_eq!(index.calls(0, 10).unwrap()[0].name.as_deref(), Some("Ana"));
}

#[test]
fn json_has_the_names_of_the_contract_and_leaves_absent_fields_out() {
    let (_dir, index) = indexed(&phone());
    let chats = index.chats().unwrap();
    let row = serde_json::to_value(&index.messages(chats[1].id, 1, 1).unwrap()[0]).unwrap();
    assert_eq!(
        row,
        serde_json::json!({"id": 2, "chat": chats[1].id, "position": 1, "sent_at": START + 2000,
            "received_at": START + 2400, "from_me": true, "kind": "text", "text": "morning!", "starred": true})
    );
    let chat = serde_json::to_value(&chats[1]).unwrap();
    for name in [
        "id",
        "name",
        "kind",
        "messages",
        "first_at",
        "last_at",
        "last_text",
        "last_from_me",
        "unread",
        "archived",
        "locked",
    ] {
        assert!(chat.get(name).is_some(), "{name}");
    }
}

#[test]
fn every_position_of_every_message_leads_back_to_it() {
    let (_dir, index) = indexed(&phone());
    for chat in index.chats().unwrap() {
        for row in index.messages(chat.id, 0, 100).unwrap() {
            assert_eq!(
                index.position_of(row.id).unwrap(),
                Some((chat.id, row.position))
            );
            assert_eq!(index.message(row.id).unwrap().unwrap(), row);
        }
    }
    assert_eq!(index.position_of(MessageId(99)).unwrap(), None);
    assert!(index.messages(ChatId(1), 99, 10).unwrap().is_empty());
    assert!(index.messages(ChatId(77), 0, 10).unwrap().is_empty());
}

#[test]
fn messages_of_a_chat_that_is_not_listed_are_kept() {
    let mut phone = phone();
    phone.says(ChatId_lost(), None, 99, "nobody lists me");
    let (_dir, index) = indexed(&phone);
    let chats = index.chats().unwrap();
    let lost = chats
        .iter()
        .find(|chat| chat.kind == ChatKind::Deleted)
        .unwrap();
    assert_eq!(texts(&index, lost.id), ["nobody lists me"]);
}

#[allow(non_snake_case)]
fn ChatId_lost() -> latchkey_messages::ChatId {
    latchkey_messages::ChatId(-5)
}

#[test]
fn dates_lead_to_positions_although_clocks_disagree() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    phone.says(chat, Some(ana), 0, "0");
    phone.says(chat, Some(ana), 10_000, "1");
    // Her clock was three days fast; this phone received it in time.
    let fast = phone.says(chat, Some(ana), 3 * DAY, "2");
    fast.received_at = Some(START + 20_000);
    phone.says(chat, Some(ana), 30_000, "3");
    // No date at all.
    let undated = phone.says(chat, Some(ana), 31_000, "4");
    (undated.sent_at, undated.received_at) = (None, None);
    phone.says(chat, Some(ana), DAY + 5, "5");
    phone.says(chat, Some(ana), 4 * DAY, "6");
    let (_dir, index) = indexed(&phone);
    let chat = index.chats().unwrap()[0].id;
    assert_eq!(texts(&index, chat), ["0", "1", "2", "3", "4", "5", "6"]);
    for (at, position) in [
        (-5 * DAY, 0),
        (0, 0),
        (1, 1),
        (15_000, 2),
        (25_000, 3),
        (30_001, 5),
        (DAY, 5),
        (2 * DAY, 6),
        (9 * DAY, 7),
    ] {
        assert_eq!(
            index.position_at(chat, START + at).unwrap(),
            position,
            "at {at}"
        );
    }
}

#[test]
fn names_follow_the_address_book_and_later_people_too() {
    let (_dir, mut index) = indexed(&phone());
    index
        .add_to_address_book(&[
            AddressBookEntry {
                phone: "4915112345678".to_owned(),
                name: "Bo".to_owned(),
                source: NameSource::AddressBook,
            },
            AddressBookEntry {
                phone: "34600111222".to_owned(),
                name: "Ana G.".to_owned(),
                source: NameSource::Contacts,
            },
        ])
        .unwrap();
    let people = index.people().unwrap();
    let names: Vec<_> = people
        .iter()
        .map(|person| (person.name.as_deref(), person.name_source))
        .collect();
    assert_eq!(
        names,
        [
            (Some("Ana G."), Some(NameSource::Contacts)),
            (Some("Bo"), Some(NameSource::AddressBook))
        ]
    );
    assert_eq!(index.chats().unwrap()[1].name.as_deref(), Some("Ana G."));
    // Another file adds to it.
    let report = index
        .add_to_address_book(&[AddressBookEntry {
            phone: "1".to_owned(),
            name: "X".to_owned(),
            source: NameSource::AddressBook,
        }])
        .unwrap();
    assert_eq!(
        (report.entries, report.matched, report.people_named),
        (1, 0, 0)
    );
    assert_eq!(index.people().unwrap()[1].name.as_deref(), Some("Bo"));
    // What a person imported can be forgotten; what a backup brought stays.
    assert_eq!(index.forget_address_book().unwrap(), 2);
    assert_eq!(index.people().unwrap()[1].name, None);
    assert_eq!(index.chats().unwrap()[1].name.as_deref(), Some("Ana G."));
}

#[test]
fn found_media_is_remembered_beside_what_other_folders_had() {
    let (_dir, mut index) = indexed(&phone());
    let wanted = index.media_to_resolve(MessageId(0), 10, &[]).unwrap();
    assert_eq!(wanted.len(), 1);
    assert_eq!(wanted[0].missing, Some(MissingReason::NotLookedFor));
    let message = wanted[0].message;
    let first = index.add_media_root(b"/home/ana/WhatsApp").unwrap();
    let second = index.add_media_root(b"/mnt/stick\xff").unwrap();
    assert_eq!(index.add_media_root(b"/home/ana/WhatsApp").unwrap(), first);
    let roots = index.media_roots().unwrap();
    assert_eq!(roots[1], (second, b"/mnt/stick\xff".to_vec()));
    let found = |root, how| MediaFinding::Found {
        root: Some(root),
        place: "Media/route-map.pdf".to_owned(),
        how,
    };
    index
        .set_media_found(&[(message, found(first, FoundHow::Content))])
        .unwrap();
    let row = index.media(message).unwrap().unwrap();
    assert_eq!(row.found.as_deref(), Some("Media/route-map.pdf"));
    assert_eq!(
        (row.found_how, row.missing),
        (Some(FoundHow::Content), None)
    );
    let place = index.media_place(message).unwrap().unwrap();
    assert_eq!(place.root.as_deref(), Some(&b"/home/ana/WhatsApp"[..]));
    let missing = |index: &Index, out_of_reach: &[RootId]| {
        let rows = index.media_to_resolve(MessageId(0), 10, out_of_reach);
        rows.unwrap().len()
    };
    assert_eq!(missing(&index, &[]), 0);
    assert_eq!(missing(&index, &[second]), 0);
    assert_eq!(missing(&index, &[first]), 1, "somebody else may have it");
    index
        .set_media_found(&[(message, found(second, FoundHow::OtherSize))])
        .unwrap();
    assert_eq!(missing(&index, &[]), 1, "something better may turn up");
    index
        .set_media_found(&[(message, MediaFinding::Unusable)])
        .unwrap();
    let row = index.media(message).unwrap().unwrap();
    assert_eq!(row.missing, Some(MissingReason::Unreadable));
    index.forget_unusable_media().unwrap();
    let totals = index.media_totals().unwrap();
    assert_eq!((totals.referenced, totals.found_by.len()), (1, 0));
    assert_eq!(totals.missing_by_reason[&MissingReason::Absent], 1);
}

#[test]
fn no_word_and_no_name_lies_readable_on_the_disk() {
    let (dir, mut index) = indexed(&phone());
    index
        .add_to_address_book(&[AddressBookEntry {
            phone: "34600111222".to_owned(),
            name: "Canaryname".to_owned(),
            source: NameSource::AddressBook,
        }])
        .unwrap();
    let mut more = phone();
    let chat = more.chats[0].id;
    more.says(chat, None, 50_000, "zebracanary speaks");
    more.import(&mut index);
    drop(index);
    for file in std::fs::read_dir(dir.path().join("index")).unwrap() {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        // None of fewer than five letters: three of them stand in a megabyte of random bytes every now and then.
        for canary in [
            "morning",
            "Sunday",
            "route",
            "Canaryname",
            "zebracanary",
            "34600111222",
            "SQLite format",
            "message",
        ] {
            assert!(
                !bytes
                    .windows(canary.len())
                    .any(|part| part == canary.as_bytes()),
                "{canary} in {path:?}"
            );
        }
    }
}

#[test]
fn an_unfinished_first_import_is_never_opened() {
    let dir = tempfile::tempdir().unwrap();
    let mut index = Index::create(dir.path(), &key()).unwrap();
    let mut session = index.begin_import(&origin(1)).unwrap();
    session.people(&phone().people).unwrap();
    drop(session);
    drop(index);
    let opened = Index::open(dir.path(), &key());
    assert!(
        matches!(opened, Err(OpenIndexError::Unfinished)),
        "{opened:?}"
    );
}
