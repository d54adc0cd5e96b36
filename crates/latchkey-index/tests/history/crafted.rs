//! Histories that were made to keep a reader busy, and messages and calls that are the same to the last letter.
//!
//! Where everything was compared with everything, the large ones took minutes to hours; the guard lies far above what
//! they take now.

use std::time::{Duration, Instant};

use latchkey_index::{ChatId, Index, MessageId};
use latchkey_messages::*;

use crate::fixture::*;

const GUARD: Duration = Duration::from_secs(60);

fn in_one_pass<T>(work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = work();
    assert!(begun.elapsed() < GUARD, "{:?}", begun.elapsed());
    done
}

fn reaction(emoji: &str, sender: Option<PersonId>, at: i64) -> Reaction {
    Reaction {
        emoji: emoji.to_owned(),
        from_me: false,
        sender,
        at: Some(START + at),
    }
}

#[test]
fn a_page_has_the_first_reactions_of_a_message_and_says_how_many_more_there_are() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    phone.says(chat, None, 1000, "before").reactions = vec![reaction("👍", Some(ana), 1)];
    phone.says(chat, None, 2000, "loud").reactions =
        (0..1_000_000).map(|at| reaction("🔥", None, at)).collect();
    phone.says(chat, None, 3000, "after").reactions = vec![reaction("❤️", Some(ana), 1)];
    let (_dir, index) = indexed(&phone);
    let page = in_one_pass(|| index.messages(ChatId(1), 0, 10).unwrap());
    let told: Vec<_> = page
        .iter()
        .map(|row| (row.reactions.len(), row.reactions_more))
        .collect();
    assert_eq!(told, [(1, 0), (1000, 999_000), (1, 0)]);
    assert_eq!(page[1].reactions[0].at, Some(START));
    let json = serde_json::to_value(&page).unwrap();
    assert_eq!(json[1]["reactions_more"], 999_000);
    assert!(json[0].get("reactions_more").is_none());
}

#[test]
fn a_page_has_the_first_votes_answers_cards_and_parts_and_says_how_many_more_there_are() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    let vote = |at| Vote {
        from_me: false,
        sender: None,
        at: Some(START + at),
        options: vec![0],
    };
    let option = PollOption {
        text: "Rome".to_owned(),
        total: Some(3000),
    };
    phone.says(chat, None, 1000, "Where?").content = Some(Box::new(Content::Poll(Poll {
        options: vec![option],
        votes: (0..3000).map(vote).collect(),
        ..Poll::default()
    })));
    let answer = |at| EventAnswer {
        from_me: false,
        sender: None,
        at: Some(START + at),
        response: Some(1),
        guests: None,
    };
    phone.says(chat, None, 2000, "When?").content = Some(Box::new(Content::Event(Event {
        answers: (0..2500).map(answer).collect(),
        ..Event::default()
    })));
    let card = |n: usize| ContactCard {
        name: Some(format!("Card {n}")),
        vcard: "FN:Card".to_owned(),
        people: vec![ana],
    };
    phone.says(chat, None, 3000, "Who?").content =
        Some(Box::new(Content::Contacts((0..150).map(card).collect())));
    let album = phone.says(chat, None, 4000, "album").row;
    for n in 0..450 {
        let kind = if n % 3 == 0 {
            PartKind::Comment
        } else {
            PartKind::Album
        };
        phone.says(chat, None, 5000 + n, "part").part_of = Some(PartOf { row: album, kind });
    }
    let (_dir, index) = indexed(&phone);
    let page = index.messages(ChatId(1), 0, 10).unwrap();
    let poll = page[0].poll.as_ref().unwrap();
    assert_eq!((poll.voters.len(), poll.voters_more), (1000, 2000));
    assert_eq!(
        (poll.options[0].votes, poll.options[0].total),
        (1000, Some(3000))
    );
    let event = page[1].event.as_ref().unwrap();
    assert_eq!((event.answers.len(), event.answers_more), (1000, 1500));
    assert_eq!((page[2].contacts.len(), page[2].contacts_more), (100, 50));
    assert!(page[2].contacts.iter().all(|card| card.people.len() == 1));
    assert_eq!((page[3].parts.len(), page[3].parts_more), (200, 100));
    assert!(page[3].parts.is_sorted());
}

#[test]
fn votes_for_everything_are_shown_whole_or_counted_only() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    let vote = |at| Vote {
        from_me: false,
        sender: None,
        at: Some(START + at),
        options: (0..300).collect(),
    };
    for _ in 0..2 {
        phone.says(chat, None, 1000, "Where?").content = Some(Box::new(Content::Poll(Poll {
            options: vec![PollOption::default(); 300],
            votes: (0..1200).map(vote).collect(),
            ..Poll::default()
        })));
    }
    let (_dir, index) = indexed(&phone);
    for row in index.messages(ChatId(1), 0, 10).unwrap() {
        let poll = row.poll.unwrap();
        assert_eq!((poll.voters.len(), poll.voters_more), (66, 1134));
        assert!(poll.voters.iter().all(|vote| vote.options.len() == 300));
        assert_eq!(poll.options[0].votes, 66);
    }
}

/// The texts of the only chat after imports of these phones, one after the other.
fn texts_after(phones: &[&Phone]) -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    let mut index = Index::create(&dir.path().join("index"), &key()).unwrap();
    for (created, phone) in (1..).zip(phones) {
        let report = phone.import_as(&mut index, &origin(created)).unwrap();
        assert!(report.adds_up(), "{report:?}");
    }
    assert!(index.verify().unwrap().is_good());
    texts(&index, ChatId(1))
}

#[test]
fn messages_that_are_the_same_to_the_last_letter_are_neither_lost_nor_doubled() {
    for with_key in [true, false] {
        let mut phone = Phone::new();
        let ana = phone.person("34600111222", Some("Ana"));
        let chat = phone.chat_with(ana);
        phone.says(chat, Some(ana), 1000, "first");
        for _ in 0..3 {
            phone.says(chat, Some(ana), 2000, "twin");
        }
        phone.says(chat, Some(ana), 3000, "last");
        if !with_key {
            phone
                .messages
                .iter_mut()
                .for_each(|message| message.key_id.clear());
        }
        let mut one = phone.clone();
        one.messages.drain(1..3);
        let all = ["first", "twin", "twin", "twin", "last"];
        for order in [
            &[&one, &phone][..],
            &[&phone, &one],
            &[&one, &phone, &one, &phone],
            &[&phone, &phone],
        ] {
            assert_eq!(texts_after(order), all, "with key: {with_key}");
        }
    }
}

#[test]
fn very_many_messages_of_one_key_are_each_met_once() {
    const MESSAGES: i64 = 20_000;
    let mut phone = Phone::new();
    let senders: Vec<_> = (0..200)
        .map(|n| phone.person(&format!("34600000{n:03}"), None))
        .collect();
    let group = phone.group("Choir");
    for n in 0..MESSAGES {
        let sender = senders[usize::try_from(n).unwrap() / 100];
        phone
            .says(group, Some(sender), n * 1000, &format!("word {n}"))
            .key_id = "3EB0".to_owned();
    }
    let (_dir, mut index) = indexed(&phone);
    // The other way round and with other words, so that no message is the expected one.
    phone.messages.reverse();
    for message in &mut phone.messages {
        message.edited_at = Some(START + DAY);
        message.text = Some("edited".to_owned());
    }
    let report = in_one_pass(|| phone.import_as(&mut index, &origin(2)).unwrap());
    let expected = MESSAGES.cast_unsigned();
    assert_eq!((report.new, report.already_present), (0, expected));
    assert!(texts(&index, ChatId(1)).iter().all(|text| text == "edited"));
}

fn call(call_id: &str, peer: PersonId, at: i64, video: bool) -> Call {
    Call {
        call_id: call_id.to_owned(),
        peer: Some(peer),
        at: Some(START + at),
        video,
        ..Call::default()
    }
}

#[test]
fn calls_without_an_id_or_with_the_same_one_are_neither_lost_nor_doubled() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let bo = phone.person("34600333444", Some("Bo"));
    let mut older = phone.clone();
    older.calls = vec![call("", ana, 1, false), call("A", bo, 2, false)];
    phone.calls = vec![
        call("", ana, 1, false),
        call("", ana, 1, true),
        call("", ana, 1, true),
        call("", bo, 1, false),
        call("A", bo, 2, false),
        call("A", bo, 2, false),
    ];
    for order in [[&older, &phone], [&phone, &older], [&phone, &phone]] {
        let dir = tempfile::tempdir().unwrap();
        let mut index = Index::create(&dir.path().join("index"), &key()).unwrap();
        for (created, phone) in (1..).zip(order) {
            phone.import_as(&mut index, &origin(created)).unwrap();
        }
        assert_eq!(index.calls(0, 100).unwrap().len(), 6);
    }
}

#[test]
fn very_many_calls_of_one_id_are_each_met_once() {
    const CALLS: usize = 40_000;
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    phone.calls = vec![call("", ana, 1, false); CALLS];
    let (_dir, mut index) = indexed(&phone);
    in_one_pass(|| phone.import_as(&mut index, &origin(2)).unwrap());
    assert_eq!(index.calls(0, 100_000).unwrap().len(), CALLS);
}

#[test]
fn the_call_that_a_message_stands_for_is_found_by_the_message() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    let shown = phone.says(chat, Some(ana), 1000, "call").row;
    phone.says(chat, Some(ana), 2000, "no call");
    let older = call("A", ana, 1, false);
    let newer = call("B", ana, 2, true);
    phone.calls = vec![older, newer];
    for call in &mut phone.calls {
        call.message = Some(shown);
    }
    let (_dir, index) = indexed(&phone);
    assert!(index.call_of(MessageId(1)).unwrap().unwrap().video);
    assert_eq!(index.call_of(MessageId(2)).unwrap(), None);
}

fn somebody(n: i64, lid: i64) -> Person {
    let phone = 34_600_000_000 + n;
    Person {
        id: PersonId(n + 10),
        address: format!("{phone}@s.whatsapp.net"),
        phone: Some(phone.to_string()),
        lids: vec![(100_000_000_000_000 + lid).to_string()],
        ..Person::default()
    }
}

#[test]
fn a_long_chain_of_people_who_turn_out_to_be_one_is_joined() {
    const PEOPLE: i64 = 12_000;
    let mut phone = Phone::new();
    phone.people = (0..PEOPLE).map(|n| somebody(n, n)).collect();
    let (_dir, mut index) = indexed(&phone);
    // Each has the private number of the next one.
    phone.people = (0..PEOPLE - 1).rev().map(|n| somebody(n, n + 1)).collect();
    in_one_pass(|| phone.import_as(&mut index, &origin(2)).unwrap());
    let people = index.people().unwrap();
    assert_eq!(people.len(), 1);
    assert_eq!(people[0].lids.len(), usize::try_from(PEOPLE).unwrap());
}

#[test]
fn somebody_who_gave_up_very_many_numbers_is_everyone_who_had_them() {
    const NUMBERS: i64 = 12_000;
    let mut phone = Phone::new();
    phone.people = (0..NUMBERS).map(|n| somebody(n, n)).collect();
    phone
        .people
        .iter_mut()
        .for_each(|person| person.lids.clear());
    let (_dir, mut index) = indexed(&phone);
    let mut moved = somebody(NUMBERS, NUMBERS);
    moved.former_phones = phone
        .people
        .iter()
        .filter_map(|person| person.phone.clone())
        .collect();
    phone.people = vec![moved];
    in_one_pass(|| phone.import_as(&mut index, &origin(2)).unwrap());
    let people = index.people().unwrap();
    assert_eq!(people.len(), 1);
    assert_eq!(
        people[0].former_phones.len(),
        usize::try_from(NUMBERS).unwrap()
    );
}

#[test]
fn digits_in_a_quotation_are_shown_only_where_they_are_known_to_be_somebodys() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    phone.person("34600333444", None);
    phone.people[1].former_phones = vec!["34600999888".to_owned()];
    let mut hidden = somebody(90, 90);
    (hidden.address, hidden.phone) = ("88776655443@lid".to_owned(), None);
    hidden.lids = vec!["88776655443".to_owned()];
    phone.people.push(hidden);
    let chat = phone.chat_with(ana);
    phone.says(chat, Some(ana), 1000, "look").quoted = Some(Quote {
        text: Some(
            "@34600111222 @34600333444 @34600999888 @88776655443 @12345678901 @123".to_owned(),
        ),
        ..Quote::default()
    });
    let (_dir, index) = indexed(&phone);
    let row = index.messages(ChatId(1), 0, 1).unwrap().remove(0);
    let expected = "@Ana @+34600333444 @+34600333444 @… @… @123";
    assert_eq!(row.quoted.unwrap().text.as_deref(), Some(expected));
}

#[test]
fn the_same_digits_again_and_again_are_named_in_one_pass() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    let mention = |n: i64| Mention {
        digits: (10_000_000 + n).to_string(),
        person: None,
        name: Some(format!("Name {n}")),
    };
    let text = "@10000000 ".repeat(100_000);
    let says = phone.says(chat, Some(ana), 1000, &text);
    says.mentions = (0..5000).map(mention).collect();
    let (_dir, index) = indexed(&phone);
    let row = in_one_pass(|| index.messages(ChatId(1), 0, 1).unwrap().remove(0));
    assert_eq!(row.mentions.len(), 100_000);
    assert_eq!(row.mentions[0].name.as_deref(), Some("Name 0"));
}
