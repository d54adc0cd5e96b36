//! Many backups, one history: nothing twice, nothing lost, ids for ever.

use crate::fixture::*;
use latchkey_index::{AccountProof, ImportError, Index, MessageId, Origin, Query};
use latchkey_messages::*;

/// Two chats of a hundred messages each, some of the same second, some without a date.
fn phone() -> Phone {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let bo = phone.person("4915112345678", Some("Bo"));
    let with_ana = phone.chat_with(ana);
    let group = phone.group("Hiking");
    for n in 0..100 {
        let sender = if n % 3 == 0 { None } else { Some(ana) };
        phone.says(with_ana, sender, n * 1000, &format!("private {n}"));
        let message = phone.says(
            group,
            Some(if n % 2 == 0 { ana } else { bo }),
            n / 4 * 4000,
            &format!("group {n}"),
        );
        message.key_id = format!("3EB0AAAA{n:08X}");
        if n % 17 == 5 {
            (message.sent_at, message.received_at) = (None, None);
        }
    }
    phone
}

fn everything(index: &Index) -> Vec<(Option<String>, Vec<String>)> {
    let mut all: Vec<_> = index
        .chats()
        .unwrap()
        .into_iter()
        .map(|chat| (chat.name, texts(index, chat.id)))
        .collect();
    all.sort();
    all
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

#[test]
fn the_same_backup_twice_adds_nothing() {
    let phone = phone();
    let (_dir, mut index) = indexed(&phone);
    let before = everything(&index);
    let report = phone.import(&mut index);
    assert_eq!(
        (report.new, report.already_present, report.messages),
        (0, 200, 200)
    );
    assert_eq!(everything(&index), before);
    assert_eq!(
        index
            .imports()
            .unwrap()
            .iter()
            .map(|import| import.new)
            .collect::<Vec<_>>(),
        [200, 0]
    );
    assert_eq!(index.imports_of(MessageId(7)).unwrap(), [1, 2]);
    assert!(index.verify().unwrap().is_good());
}

#[test]
fn any_two_overlapping_backups_give_the_same_history_in_any_order() {
    let whole = phone();
    let (_dir, index) = indexed(&whole);
    let expected = everything(&index);
    let parts = [
        (
            whole.part(|m| m.row.0 % 400 < 150),
            whole.part(|m| m.row.0 >= 100),
        ),
        (
            whole.part(|m| m.row.0 % 2 == 0),
            whole.part(|m| m.row.0 % 2 == 1 || m.row.0 % 10 == 0),
        ),
        (
            whole.part(|m| m.row.0 % 3 != 0),
            whole.part(|m| m.row.0 % 3 != 1),
        ),
    ];
    for (a, b) in parts {
        let (_first, mut one) = indexed(&a);
        b.import(&mut one);
        let (_second, mut other) = indexed(&b);
        a.import(&mut other);
        assert!(one.verify().unwrap().is_good() && other.verify().unwrap().is_good());
        let (one, other) = (everything(&one), everything(&other));
        assert_eq!(
            one.iter().map(|chat| chat.1.len()).collect::<Vec<_>>(),
            [100, 100]
        );
        // In a group several messages share a second, and some have no date: there only the set is certain.
        assert_eq!(one[0].1, expected[0].1);
        assert_eq!(other[0].1, expected[0].1);
    }
}

#[test]
fn an_older_backup_takes_nothing_away_and_moves_no_id() {
    let whole = phone();
    let newer = whole.part(|m| m.row.0 > 120);
    let older = whole.part(|m| m.row.0 < 160);
    let (_dir, mut index) = indexed(&newer);
    let chats = index.chats().unwrap();
    let ids: Vec<_> = index
        .messages(chats[0].id, 0, 500)
        .unwrap()
        .into_iter()
        .map(|m| (m.id, m.text))
        .collect();
    let report = older.import(&mut index);
    assert!(report.new > 0 && report.already_present > 0);
    for (id, text) in ids {
        assert_eq!(index.message(id).unwrap().unwrap().text, text);
    }
    assert_eq!(
        index
            .chats()
            .unwrap()
            .iter()
            .map(|chat| chat.messages)
            .sum::<u64>(),
        200
    );
    assert_eq!(found(&index, "private"), 100);
    assert!(index.verify().unwrap().is_good());
}

#[test]
fn every_page_is_whole_after_a_merge() {
    let whole = phone();
    let (_dir, mut index) = indexed(&whole.part(|m| m.row.0 % 2 == 0));
    whole.part(|m| m.row.0 % 2 == 1).import(&mut index);
    for chat in index.chats().unwrap() {
        let all = index.messages(chat.id, 0, 500).unwrap();
        assert_eq!(
            all.iter().map(|row| row.position).collect::<Vec<_>>(),
            (0..chat.messages).collect::<Vec<_>>()
        );
        for from in [0, 1, 37, 98] {
            let page = index.messages(chat.id, from, 7).unwrap();
            let from = usize::try_from(from).unwrap();
            assert_eq!(page, all[from..(from + 7).min(all.len())]);
        }
        for row in &all {
            assert_eq!(
                index.position_of(row.id).unwrap(),
                Some((chat.id, row.position))
            );
        }
    }
}

#[test]
fn a_later_edit_wins_and_is_what_is_found() {
    let mut phone = phone();
    let (_dir, mut index) = indexed(&phone);
    let (text, edited) = (phone.messages[10].text.clone(), &mut phone.messages[10]);
    edited.text = Some("reworded sentence".to_owned());
    edited.edited_at = Some(START + 99);
    assert_eq!(phone.import(&mut index).new, 0);
    assert_eq!(found(&index, "reworded"), 1);
    assert_eq!(found(&index, &format!("\"{}\"", text.clone().unwrap())), 0);
    // The backup from before the edit changes nothing.
    phone.messages[10].text = text;
    phone.messages[10].edited_at = None;
    phone.import(&mut index);
    assert_eq!(found(&index, "reworded"), 1);
    assert!(index.verify().unwrap().is_good());
}

#[test]
fn a_message_deleted_later_keeps_what_an_earlier_backup_had() {
    let with = phone();
    let mut without = with.clone();
    let gone = &mut without.messages[10];
    (gone.kind, gone.text) = (Kind::Revoked, None);
    let words = with.messages[10].text.clone().unwrap();
    for (first, second) in [(&with, &without), (&without, &with)] {
        let (_dir, mut index) = indexed(first);
        assert_eq!(second.import(&mut index).new, 0);
        let hits = index
            .search(&Query {
                text: format!("\"{words}\""),
                limit: 5,
                ..Query::default()
            })
            .unwrap();
        assert_eq!(hits.total, 1);
        let row = index.message(hits.hits[0].message).unwrap().unwrap();
        assert!(row.deleted_later && row.kind == Kind::Text && row.text.as_ref() == Some(&words));
    }
}

#[test]
fn reactions_of_both_backups_stay_and_the_newer_one_of_a_person_wins() {
    let mut phone = phone();
    let (ana, bo) = (phone.people[0].id, phone.people[1].id);
    let reaction = |emoji: &str, sender, at| Reaction {
        emoji: emoji.to_owned(),
        from_me: false,
        sender: Some(sender),
        at: Some(START + at),
    };
    phone.messages[1].reactions = vec![reaction("👍", ana, 1)];
    let (_dir, mut index) = indexed(&phone);
    phone.messages[1].reactions = vec![reaction("❤️", ana, 2), reaction("😂", bo, 3)];
    phone.import(&mut index);
    phone.messages[1].reactions = vec![reaction("👍", ana, 1)];
    phone.import(&mut index);
    let group = index
        .chats()
        .unwrap()
        .into_iter()
        .find(|chat| chat.name.as_deref() == Some("Hiking"))
        .unwrap();
    let row = index.messages(group.id, 0, 1).unwrap().remove(0);
    assert_eq!(
        row.reactions
            .iter()
            .map(|r| r.emoji.as_str())
            .collect::<Vec<_>>(),
        ["❤️", "😂"]
    );
}

#[test]
fn a_person_first_known_by_a_private_address_becomes_one_with_the_number() {
    let mut old = Phone::new();
    let id = PersonId(10);
    old.people.push(Person {
        id,
        address: "777@lid".to_owned(),
        lids: vec!["777".to_owned()],
        ..Person::default()
    });
    let group = old.group("Hiking");
    old.says(group, Some(id), 1000, "who am I").key_id = "AA01".to_owned();
    let (_dir, mut index) = indexed(&old);
    let mut new = Phone::new();
    let ana = new.person("34600111222", Some("Ana"));
    let group = new.group("Hiking");
    new.says(group, Some(ana), 500, "by number").key_id = "AA00".to_owned();
    assert_eq!(new.import(&mut index).new, 1);
    assert_eq!(index.people().unwrap().len(), 2);
    // Now a backup that knows that both are one.
    new.people[0].lids = vec!["777".to_owned()];
    new.says(group, Some(ana), 1000, "who am I").key_id = "AA01".to_owned();
    let report = new.import(&mut index);
    assert_eq!((report.new, report.already_present), (0, 2));
    assert_eq!(index.people().unwrap().len(), 1);
    let chat = index.chats().unwrap().remove(0);
    let senders: Vec<_> = index
        .messages(chat.id, 0, 10)
        .unwrap()
        .into_iter()
        .map(|row| (row.sender, row.sender_name))
        .collect();
    assert_eq!(senders[0], senders[1]);
    assert_eq!(senders[0].1.as_deref(), Some("Ana"));
    let query = Query {
        text: String::new(),
        sender: senders[0].0,
        limit: 9,
        ..Query::default()
    };
    assert_eq!(index.search(&query).unwrap().total, 2);
}

#[test]
fn a_chat_that_moved_to_a_private_address_goes_on_in_its_place() {
    let mut old = Phone::new();
    let ana = old.person("34600111222", Some("Ana"));
    let chat = old.chat_with(ana);
    old.says(chat, Some(ana), 1000, "before");
    let (_dir, mut index) = indexed(&old);
    let mut new = Phone::new();
    let ana = new.person("34600111222", Some("Ana"));
    new.people[0].lids = vec!["777".to_owned()];
    let chat = new.chat("777@lid", ChatKind::Person, None, Some(ana));
    // The sender of a message between two is written or left out, as the phone's version likes.
    let known = new.says(chat, Some(ana), 1000, "before");
    known.sender = None;
    new.says(chat, Some(ana), 2000, "after");
    let report = new.import(&mut index);
    assert_eq!((report.new, report.already_present), (1, 1));
    let chats = index.chats().unwrap();
    assert_eq!(chats.len(), 1);
    assert_eq!(texts(&index, chats[0].id), ["before", "after"]);
}

#[test]
fn messages_without_an_id_are_known_by_time_and_words() {
    let mut phone = Phone::new();
    let chat = phone.group("Old times");
    for (at, text) in [(1000, "same"), (1000, "other"), (2000, "same")] {
        phone.says(chat, None, at, text).key_id.clear();
    }
    let (_dir, mut index) = indexed(&phone);
    assert_eq!(phone.import(&mut index).new, 0);
    phone.says(chat, None, 3000, "same").key_id.clear();
    assert_eq!(phone.import(&mut index).new, 1);
}

#[test]
fn another_account_is_refused_and_changes_nothing() {
    let (_dir, mut index) = indexed(&phone());
    let mut stranger = Phone::new();
    let eve = stranger.person("1555000111", None);
    let chat = stranger.chat_with(eve);
    stranger.says(chat, Some(eve), 77, "not yours");
    let origin = Origin {
        account: AccountProof::BySharedMessage,
        ..origin(5)
    };
    assert!(matches!(
        stranger.import_as(&mut index, &origin),
        Err(ImportError::OtherAccount)
    ));
    assert_eq!(
        (
            index.imports().unwrap().len(),
            index.people().unwrap().len()
        ),
        (1, 2)
    );
    assert_eq!(found(&index, "yours"), 0);
    // The history's own account passes the same proof.
    assert_eq!(phone().import_as(&mut index, &origin).unwrap().new, 0);
}

#[test]
fn a_dropped_merge_leaves_the_history_as_it_was() {
    let phone = phone();
    let (_dir, mut index) = indexed(&phone.part(|m| m.row.0 < 100));
    let before = everything(&index);
    let mut session = index.begin_import(&origin(2)).unwrap();
    session.people(&phone.people).unwrap();
    session.chats(&phone.chats).unwrap();
    for message in phone
        .messages
        .iter()
        .filter(|message| message.chat == phone.chats[0].id)
    {
        session.message(message.clone()).unwrap();
    }
    drop(session);
    assert_eq!(everything(&index), before);
    assert!(index.verify().unwrap().is_good());
    assert!(phone.import(&mut index).new > 0);
}
