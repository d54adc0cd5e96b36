//! Every kind of message with all that it carries comes out as it went in, and is found by its words.

use latchkey_index::{ChatId, Index, MessageRow, Query};
use latchkey_messages::*;

use crate::fixture::*;

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// A phone with one message in a group, and what a page shows of it.
fn shown(
    change: impl FnOnce(&mut Message, PersonId, PersonId),
) -> (tempfile::TempDir, Index, MessageRow) {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let bo = phone.person("4915112345678", None);
    let group = phone.group("Hiking");
    phone.says(group, Some(ana), 0, "before");
    change(phone.says(group, Some(ana), 1000, "words"), ana, bo);
    let (dir, index) = indexed(&phone);
    let row = index.messages(ChatId(1), 1, 1).unwrap().remove(0);
    (dir, index, row)
}

fn found(index: &Index, text: &str) -> u64 {
    let query = Query {
        text: text.to_owned(),
        limit: 5,
        ..Query::default()
    };
    index.search(&query).unwrap().total
}

fn with(content: Content) -> MessageRow {
    shown(|message, _, _| message.content = Some(Box::new(content))).2
}

#[test]
fn a_link_keeps_its_preview() {
    let (_dir, index, row) = shown(|message, _, _| {
        message.content = Some(Box::new(Content::Link(LinkPreview {
            url: some("https://example.org/a"),
            title: some("Pagetitle"),
            description: some("of a page"),
            ..LinkPreview::default()
        })));
    });
    let link = row.link.unwrap();
    assert_eq!(link.url.as_deref(), Some("https://example.org/a"));
    assert_eq!(link.description.as_deref(), Some("of a page"));
    assert_eq!(found(&index, "pagetitle"), 1);
}

#[test]
fn a_live_place_has_its_beginning_and_its_end() {
    let row = with(Content::Place(Place {
        at: Some((48.5, -2.25)),
        name: some("Harbour"),
        live_seconds: Some(900),
        last: Some(((48.75, -2.5), Some(START + 5))),
        ..Place::default()
    }));
    let place = row.location.unwrap();
    assert_eq!((place.latitude, place.longitude), (Some(48.5), Some(-2.25)));
    assert_eq!(
        (place.last_latitude, place.last_at),
        (Some(48.75), Some(START + 5))
    );
    assert_eq!(
        (place.name.as_deref(), place.live_seconds),
        (Some("Harbour"), Some(900))
    );
}

#[test]
fn every_contact_card_comes_with_the_people_it_names() {
    let (_dir, index, row) = shown(|message, _, bo| {
        let card = |name: &str, people: &[PersonId]| ContactCard {
            name: some(name),
            vcard: format!("BEGIN:VCARD\nFN:{name}\nEND:VCARD"),
            people: people.to_vec(),
        };
        let cards = vec![card("Cardname", &[bo]), card("Nobody", &[])];
        message.content = Some(Box::new(Content::Contacts(cards)));
    });
    let names: Vec<_> = row
        .contacts
        .iter()
        .map(|card| card.name.as_deref().unwrap())
        .collect();
    assert_eq!(names, ["Cardname", "Nobody"]);
    assert_eq!(
        row.contacts[0].people[0].name.as_deref(),
        Some("+4915112345678")
    );
    assert!(row.contacts[1].people.is_empty() && row.contacts[1].vcard.contains("Nobody"));
    assert_eq!(found(&index, "cardname"), 1);
}

#[test]
fn a_poll_shows_options_voters_and_totals() {
    let (_dir, index, row) = shown(|message, ana, _| {
        let option = |text: &str, total| PollOption {
            text: text.to_owned(),
            total: Some(total),
        };
        let vote = |from_me, sender, at, options: &[u32]| Vote {
            from_me,
            sender,
            at: Some(START + at),
            options: options.to_vec(),
        };
        message.content = Some(Box::new(Content::Poll(Poll {
            choices: Some(1),
            ends_at: None,
            options: vec![option("Pasta", 4), option("Pizza", 1)],
            votes: vec![
                vote(false, Some(ana), 9, &[1]),
                vote(true, None, 5, &[0, 1]),
            ],
        })));
    });
    let poll = row.poll.unwrap();
    let options: Vec<_> = poll
        .options
        .iter()
        .map(|option| (option.text.as_str(), option.votes, option.total))
        .collect();
    assert_eq!(options, [("Pasta", 1, Some(4)), ("Pizza", 2, Some(1))]);
    assert!(poll.voters[0].from_me && poll.voters[1].sender_name.as_deref() == Some("Ana"));
    assert_eq!(found(&index, "pasta"), 1);
}

#[test]
fn an_event_has_its_place_and_its_answers() {
    let (_dir, _index, row) = shown(|message, ana, _| {
        message.content = Some(Box::new(Content::Event(Event {
            name: some("Regatta"),
            place: Some(Place {
                name: some("Harbour"),
                ..Place::default()
            }),
            starts_at: Some(START + 7),
            cancelled: true,
            answers: vec![EventAnswer {
                from_me: false,
                sender: Some(ana),
                at: Some(START),
                response: Some(1),
                guests: Some(2),
            }],
            ..Event::default()
        })));
    });
    let event = row.event.unwrap();
    assert!(event.cancelled && row.location.is_none());
    assert_eq!(event.location.unwrap().name.as_deref(), Some("Harbour"));
    assert_eq!(
        (event.answers[0].response, event.answers[0].guests),
        (Some(1), Some(2))
    );
}

#[test]
fn an_invitation_and_an_offer_are_kept() {
    let invite = with(Content::Invite(Invite {
        name: some("Climbers"),
        code: some("c0de"),
        ..Invite::default()
    }));
    assert_eq!(invite.invite.unwrap().code.as_deref(), Some("c0de"));
    let offer = with(Content::Business(Business {
        title: some("Order 7"),
        amount_1000: Some(12_500),
        buttons: vec![Button {
            text: "Pay".to_owned(),
            target: some("https://pay.example"),
            chosen: true,
        }],
        ..Business::default()
    }));
    let offer = offer.business.unwrap();
    assert_eq!(
        (offer.amount_1000, offer.buttons[0].chosen),
        (Some(12_500), true)
    );
}

#[test]
fn marks_deletions_and_figures_are_kept() {
    let (_dir, _index, row) = shown(|message, _, bo| {
        let mark = |at| Mark {
            from_me: false,
            sender: Some(bo),
            at: Some(START + at),
        };
        (message.pinned, message.kept) = (Some(mark(1)), Some(mark(2)));
        message.disappearing = Some(Disappearing {
            seconds: Some(86_400),
            expires_at: Some(START + DAY),
        });
        message.revoked = Some(Revoked {
            by_admin: true,
            admin: Some(bo),
            at: Some(START + 3),
            original_key_id: None,
        });
        message.view_once = Some(ViewOnce::Opened);
        (message.broadcast, message.device) = (true, Some(3));
        message.channel = Some(ChannelFigures {
            views: Some(77),
            reactions: vec![("👍".to_owned(), 5), ("😂".to_owned(), 9)],
        });
    });
    assert_eq!(row.pinned.unwrap().at, Some(START + 1));
    assert_eq!(
        row.kept.unwrap().sender_name.as_deref(),
        Some("+4915112345678")
    );
    assert_eq!(row.disappearing.unwrap().seconds, Some(86_400));
    let revoked = row.revoked.unwrap();
    assert!(revoked.by_admin && revoked.at == Some(START + 3));
    assert_eq!(
        (row.view_once, row.broadcast, row.device),
        (Some(ViewOnce::Opened), true, Some(3))
    );
    let channel = row.channel.unwrap();
    assert_eq!(
        (channel.views, channel.reactions[0].emoji.as_str()),
        (Some(77), "😂")
    );
}

#[test]
fn a_notice_says_whom_and_which_groups_it_speaks_of() {
    let (_dir, _index, row) = shown(|message, ana, bo| {
        message.kind = Kind::System;
        message.system = Some(SystemNotice {
            action: Some(57),
            people: vec![bo, ana],
            new_value: some("later"),
            groups: vec!["One".to_owned(), "Two".to_owned()],
            seconds: Some(0),
            devices: Some((2, 1)),
            yes: Some(false),
            ..SystemNotice::default()
        });
    });
    let notice = row.system.unwrap();
    assert_eq!(notice.people, ["+4915112345678", "Ana"]);
    assert_eq!(notice.persons.len(), 2);
    assert_eq!(
        (notice.groups.len(), notice.seconds, notice.yes),
        (2, Some(0), Some(false))
    );
    assert_eq!(
        notice
            .devices
            .map(|devices| (devices.added, devices.removed)),
        Some((2, 1))
    );
}

#[test]
fn receipts_are_read_when_they_are_asked_for() {
    let (_dir, index, row) = shown(|message, ana, bo| {
        let receipt = |person, delivered, read: Option<i64>| Receipt {
            person,
            delivered_at: Some(START + delivered),
            read_at: read.map(|read| START + read),
            played_at: None,
        };
        message.receipts = vec![receipt(bo, 3000, None), receipt(ana, 2000, Some(9000))];
    });
    let receipts = index.receipts(row.id).unwrap();
    let times: Vec<_> = receipts
        .iter()
        .map(|receipt| {
            (
                receipt.name.as_deref(),
                receipt.delivered_at,
                receipt.read_at,
            )
        })
        .collect();
    assert_eq!(
        times,
        [
            (Some("Ana"), Some(START + 2000), Some(START + 9000)),
            (Some("+4915112345678"), Some(START + 3000), None)
        ]
    );
    let sources = index.sources(row.id).unwrap();
    assert_eq!((sources.len(), sources[0].id), (1, 1));
}

#[test]
fn an_album_knows_its_parts_also_when_it_comes_after_them_or_stands_in_another_chat() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let private = phone.chat_with(ana);
    let group = phone.group("Hiking");
    let early = phone.says(group, Some(ana), 0, "early part").row;
    let album = phone.says(group, Some(ana), 1000, "the album").row;
    let late = phone.says(group, Some(ana), 2000, "late part").row;
    let elsewhere = phone.says(private, Some(ana), 3000, "a comment on it").row;
    for message in &mut phone.messages {
        let kind = if message.row == elsewhere {
            PartKind::Comment
        } else {
            PartKind::Album
        };
        if message.row != album {
            message.part_of = Some(PartOf { row: album, kind });
        }
    }
    assert!(early < album && album < late);
    let (_dir, mut index) = indexed(&phone);
    let group = index
        .chats()
        .unwrap()
        .into_iter()
        .find(|chat| chat.name.as_deref() == Some("Hiking"));
    let rows = index.messages(group.unwrap().id, 0, 9).unwrap();
    assert_eq!(rows[1].parts, [rows[0].id, rows[2].id]);
    assert!(rows[0].part_of.unwrap().message == rows[1].id && rows[1].part_of.is_none());
    let report = phone.import(&mut index);
    assert_eq!(report.folded.get("album"), Some(&2));
    assert_eq!(
        report.folded.get("comment"),
        None,
        "a comment stands on its own"
    );
}

#[test]
fn a_reply_keeps_the_words_of_a_message_that_was_deleted() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    let gone = phone.says(chat, Some(ana), 0, "");
    (gone.kind, gone.text) = (Kind::Revoked, None);
    let gone = gone.row;
    phone.says(chat, None, 1000, "what do you mean?").quoted = Some(Quote {
        row: Some(gone),
        text: some("the lost words"),
        ..Quote::default()
    });
    let (_dir, index) = indexed(&phone);
    let row = index.messages(ChatId(1), 0, 1).unwrap().remove(0);
    assert_eq!(row.text, None, "they are not the message's own");
    assert_eq!(
        row.revoked.unwrap().kept_text.as_deref(),
        Some("the lost words")
    );
}

#[test]
fn a_mention_is_shown_by_name_and_found_by_the_name_known_now() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    phone.people[0].lids = vec!["987654321098765".to_owned()];
    let nobody = PersonId(99);
    phone.people.push(Person {
        id: nobody,
        address: "123456789012345@lid".to_owned(),
        ..Person::default()
    });
    let group = phone.group("Hiking");
    let text = "@987654321098765 and @123456789012345, come!";
    let message = phone.says(group, None, 0, text);
    let mention = |digits: &str, person| Mention {
        digits: digits.to_owned(),
        person: Some(person),
        name: None,
    };
    message.mentions = vec![
        mention("987654321098765", ana),
        mention("123456789012345", nobody),
    ];
    let row = message.row;
    phone.says(group, Some(ana), 1000, "quoting").quoted = Some(Quote {
        row: Some(row),
        text: some(text),
        ..Quote::default()
    });
    phone.says(group, None, 2000, "last for @987654321098765");
    let (_dir, mut index) = indexed(&phone);
    let shown = |index: &Index| index.messages(ChatId(1), 0, 9).unwrap();
    let rows = shown(&index);
    assert_eq!(rows[0].text.as_deref(), Some("@Ana and @…, come!"));
    assert_eq!((rows[0].mentions[0].start, rows[0].mentions[0].end), (0, 4));
    assert_eq!(
        rows[1].quoted.as_ref().unwrap().text.as_deref(),
        Some("@Ana and @…, come!")
    );
    assert_eq!(
        index.chats().unwrap()[0].last_text.as_deref(),
        Some("last for @Ana")
    );
    assert_eq!(
        (
            found(&index, "\"ana and\""),
            found(&index, "987654321098765")
        ),
        (1, 1)
    );
    name(&mut index, "34600111222", "Annabel");
    assert_eq!(
        shown(&index)[0].text.as_deref(),
        Some("@Annabel and @…, come!")
    );
    assert_eq!(
        (
            found(&index, "\"ana and\""),
            found(&index, "\"annabel and\"")
        ),
        (0, 1)
    );
    assert!(index.verify().unwrap().is_good());
    // A text index that is built anew finds the same.
    let folder = index.dir().to_owned();
    drop(index);
    std::fs::remove_file(folder.join(latchkey_index::SEARCH_FILE)).unwrap();
    assert_eq!(
        found(&Index::open(&folder, &key()).unwrap(), "\"annabel and\""),
        1
    );
}

/// Names a number in the address book.
fn name(index: &mut Index, phone: &str, name: &str) {
    let entry = AddressBookEntry {
        phone: phone.to_owned(),
        name: name.to_owned(),
        source: NameSource::AddressBook,
    };
    index.add_to_address_book(&[entry]).unwrap();
}
