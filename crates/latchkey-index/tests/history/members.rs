//! Members of groups: the newest backup decides who is in, nobody is forgotten.

use latchkey_index::{Index, Origin};
use latchkey_messages::*;

use crate::fixture::*;

/// A group of which Ana, Bo or Cleo are members; names of admins end with `*`, of former members with `-`.
fn phone(members: &[&str]) -> Phone {
    let mut phone = Phone::new();
    for (name, number) in [
        ("Ana", "34600111222"),
        ("Bo", "4915112345678"),
        ("Cleo", "33612345678"),
    ] {
        phone.person(number, Some(name));
    }
    let group = phone.group("Hiking");
    phone.says(group, None, 0, "hello");
    for member in members {
        let name = member.trim_end_matches(['*', '-']);
        let known = phone
            .people
            .iter()
            .find(|person| person.name.as_ref().unwrap().0 == name);
        let former = member
            .ends_with('-')
            .then_some(Departure { at: Some(START) });
        phone.members.push(Member {
            group: phone.chats[0].address.clone(),
            person: known.unwrap().id,
            role: if member.ends_with('*') {
                Role::Admin
            } else {
                Role::Member
            },
            label: None,
            joined_at: None,
            former,
        });
    }
    phone
}

fn members(index: &Index) -> Vec<String> {
    let chat = index.chats().unwrap()[0].id;
    let members = index.members(chat).unwrap();
    let word = |role| if role == Role::Admin { "*" } else { "" };
    members
        .into_iter()
        .map(|member| {
            let gone = if member.former { "-" } else { "" };
            format!("{}{}{gone}", member.name.unwrap(), word(member.role))
        })
        .collect()
}

#[test]
fn the_newest_backup_decides_who_is_in_a_group_whichever_comes_first() {
    let backups = [
        (phone(&["Ana*", "Bo"]), 1),
        (phone(&["Bo*", "Cleo"]), 2),
        (phone(&["Bo", "Cleo", "Ana-"]), 3),
    ];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 0, 1]] {
        let dir = tempfile::tempdir().unwrap();
        let mut index = Index::create(&dir.path().join("index"), &key()).unwrap();
        for n in order {
            let (phone, created) = &backups[n];
            phone.import_as(&mut index, &origin(*created)).unwrap();
        }
        assert_eq!(members(&index), ["Bo", "Cleo", "Ana*-"], "{order:?}");
    }
}

#[test]
fn who_vanished_is_a_former_member() {
    let (_dir, mut index) = indexed(&phone(&["Ana*", "Bo", "Cleo"]));
    assert_eq!(members(&index), ["Ana*", "Bo", "Cleo"]);
    phone(&["Ana*", "Cleo"])
        .import_as(&mut index, &origin(5))
        .unwrap();
    assert_eq!(members(&index), ["Ana*", "Cleo", "Bo-"]);
    // A backup without any list of the group says nothing.
    phone(&[]).import_as(&mut index, &origin(6)).unwrap();
    assert_eq!(members(&index), ["Ana*", "Cleo", "Bo-"]);
}

#[test]
fn a_group_without_a_chat_keeps_its_members() {
    let mut lonely = phone(&["Ana"]);
    lonely.members[0].group = "1203630000009999@g.us".to_owned();
    let (_dir, mut index) = indexed(&lonely);
    assert_eq!(
        index.chats().unwrap().len(),
        1,
        "an empty chat is not listed"
    );
    let mut group = phone(&[]);
    group.chats[0].address = "1203630000009999@g.us".to_owned();
    let later = Origin {
        created: Some(9),
        ..origin(9)
    };
    group.import_as(&mut index, &later).unwrap();
    let chats = index.chats().unwrap();
    let chat = chats
        .iter()
        .find(|chat| chat.address.contains("9999"))
        .unwrap();
    assert_eq!(index.members(chat.id).unwrap().len(), 1);
    assert!(!chat.hidden, "the newer backup lists it");
}

#[test]
fn calls_name_their_group_and_who_else_was_called() {
    let mut phone = phone(&["Ana", "Bo"]);
    let (ana, bo) = (phone.people[0].id, phone.people[1].id);
    phone.calls.push(Call {
        call_id: "C1".to_owned(),
        peer: Some(ana),
        group: Some(phone.chats[0].address.clone()),
        at: Some(START),
        message: Some(phone.messages[0].row),
        members: vec![(ana, CallOutcome::Answered), (bo, CallOutcome::Missed)],
        ..Call::default()
    });
    let (_dir, mut index) = indexed(&phone);
    // The same call again, finished by now.
    phone.calls[0].duration = 60;
    phone.calls[0].outcome = CallOutcome::Answered;
    phone.import(&mut index);
    let calls = index.calls(0, 9).unwrap();
    assert_eq!(calls.len(), 1);
    let call = &calls[0];
    assert_eq!(call.group_name.as_deref(), Some("Hiking"));
    assert_eq!((call.duration, call.outcome), (60, CallOutcome::Answered));
    assert_eq!(call.message, Some(latchkey_index::MessageId(1)));
    let members: Vec<_> = call
        .members
        .iter()
        .map(|member| (member.name.as_deref().unwrap(), member.outcome))
        .collect();
    assert_eq!(
        members,
        [("Ana", CallOutcome::Answered), ("Bo", CallOutcome::Missed)]
    );
}
