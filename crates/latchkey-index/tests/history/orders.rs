//! Any backups of one true history, in any order and with any overlap, give the same history.

use latchkey_index::Index;
use latchkey_messages::*;
use proptest::prelude::*;

use crate::dump::seen;
use crate::fixture::*;

/// Messages of the true history.
const MESSAGES: usize = 60;
/// When a backup can be made, in steps of the true history.
const END: i64 = 1000;

/// Something that happens to a message, at a time.
#[derive(Debug, Clone)]
enum Deed {
    Edit,
    Delete,
    React { person: usize, emoji: &'static str },
    Vote { person: usize, option: u32 },
    Answer { person: usize, response: i64 },
    Star(bool),
    Pin { person: usize },
    Read { person: usize },
    Load,
    Expire,
}

#[derive(Debug, Clone)]
struct Event {
    message: usize,
    at: i64,
    deed: Deed,
}

/// What really happened.
#[derive(Debug, Clone)]
struct Truth {
    kinds: Vec<u8>,
    /// Undated, late or from a clock that is days fast.
    clocks: Vec<u8>,
    events: Vec<Event>,
    /// Who left the group, and when.
    leaving: [i64; 3],
}

/// A backup: the messages since `from`, as they were at `to`.
#[derive(Debug, Clone)]
struct Backup {
    from: i64,
    to: i64,
    /// Row numbers of another phone.
    rows: u64,
}

fn deed() -> impl Strategy<Value = Deed> {
    let person = 0..3_usize;
    prop_oneof![
        Just(Deed::Edit),
        Just(Deed::Delete),
        (person.clone(), prop_oneof![Just("👍"), Just("❤️")])
            .prop_map(|(person, emoji)| Deed::React { person, emoji }),
        (person.clone(), 0..3_u32).prop_map(|(person, option)| Deed::Vote { person, option }),
        (person.clone(), 0..3_i64).prop_map(|(person, response)| Deed::Answer { person, response }),
        any::<bool>().prop_map(Deed::Star),
        person.clone().prop_map(|person| Deed::Pin { person }),
        person.prop_map(|person| Deed::Read { person }),
        Just(Deed::Load),
        Just(Deed::Expire),
    ]
}

fn truth() -> impl Strategy<Value = Truth> {
    let event = (0..MESSAGES, 0..END, deed());
    (
        prop::collection::vec(0..6_u8, MESSAGES),
        prop::collection::vec(0..12_u8, MESSAGES),
        prop::collection::vec(event, 0..120),
        prop::array::uniform3(0..END),
    )
        .prop_map(|(kinds, clocks, events, leaving)| {
            let mut events: Vec<Event> = events
                .into_iter()
                .map(|(message, after, deed)| Event {
                    message,
                    at: (written_at(message) + after / 4).min(END),
                    deed,
                })
                .collect();
            events.sort_by_key(|event| event.at);
            Truth {
                kinds,
                clocks,
                events,
                leaving,
            }
        })
}

fn backups() -> impl Strategy<Value = Vec<Backup>> {
    let one = (0..END, 0..END, any::<u64>()).prop_map(|(a, b, rows)| Backup {
        from: if a % 3 == 0 { 0 } else { a.min(b) },
        to: a.max(b),
        rows,
    });
    prop::collection::vec(one, 2..5)
}

/// The step at which a message was written; two of three chats take turns.
fn written_at(message: usize) -> i64 {
    i64::try_from(message).unwrap() * END / 70
}

impl Truth {
    /// The phone as it was at `to`, with nothing from before `from`.
    fn phone(&self, backup: &Backup) -> Phone {
        let mut phone = Phone::new();
        let people = [
            phone.person("34600111222", Some("Ana")),
            phone.person("4915112345678", Some("Bo")),
            phone.person("33612345678", Some("Cleo")),
        ];
        let chats = [phone.group("Hiking"), phone.chat_with(people[0])];
        let there = |message: usize| (backup.from..=backup.to).contains(&written_at(message));
        for n in (0..MESSAGES).filter(|&n| there(n)) {
            self.write(&mut phone, n, chats[n % 2], people[n % 3 * (1 - n % 2)]);
        }
        for event in self.events.iter().filter(|event| event.at <= backup.to) {
            let key = key_of(event.message);
            let message = phone
                .messages
                .iter_mut()
                .find(|message| message.key_id == key);
            if let Some(message) = message {
                happen(message, event, &people);
            }
        }
        number_rows(&mut phone, backup.rows);
        for (person, leaves) in people.into_iter().zip(self.leaving) {
            if leaves >= backup.to || leaves % 2 == 0 {
                let gone = leaves < backup.to;
                phone.members.push(Member {
                    group: phone.chats[0].address.clone(),
                    person,
                    role: if leaves % 3 == 0 {
                        Role::Admin
                    } else {
                        Role::Member
                    },
                    label: None,
                    joined_at: Some(START),
                    former: gone.then_some(Departure {
                        at: Some(START + leaves),
                    }),
                });
            }
        }
        phone
    }

    fn write(&self, phone: &mut Phone, n: usize, chat: ChatId, sender: PersonId) {
        let step = written_at(n) * 60_000;
        let sender = (n % 4 != 3).then_some(sender);
        let message = phone.says(chat, sender, step, &format!("message {n}"));
        message.key_id = key_of(n);
        match (self.clocks[n], sender) {
            (9, _) => (message.sent_at, message.received_at) = (None, None),
            // Sent long ago, received now; or by a clock that is days fast.
            (10, Some(_)) => message.sent_at = Some(START + step - 40 * 60_000),
            (11, Some(_)) => message.sent_at = Some(START + step + 5 * DAY),
            _ => {}
        }
        match self.kinds[n] {
            0 => {
                message.kind = Kind::Poll;
                let option = |text: &str| PollOption {
                    text: text.to_owned(),
                    total: None,
                };
                message.content = Some(Box::new(Content::Poll(Poll {
                    options: ["A", "B", "C"].map(option).to_vec(),
                    ..Poll::default()
                })));
            }
            1 => {
                message.kind = Kind::Event;
                message.content = Some(Box::new(Content::Event(latchkey_messages::Event {
                    name: Some(format!("event {n}")),
                    ..latchkey_messages::Event::default()
                })));
            }
            2 => {
                message.kind = Kind::Image;
                message.media = Some(Media {
                    size: Some(7),
                    ..Media::default()
                });
            }
            3 if n > 7 => {
                message.quoted = Some(Quote {
                    key_id: Some(key_of(n - 7)),
                    text: Some(format!("message {}", n - 7)),
                    ..Quote::default()
                });
            }
            4 if n > 4 => {
                message.part_of = Some(PartOf {
                    row: RowId(0),
                    kind: PartKind::Album,
                });
            }
            _ => {}
        }
    }
}

fn key_of(n: usize) -> String {
    format!("3EB0AAAA{n:08X}")
}

fn happen(message: &mut Message, event: &Event, people: &[PersonId; 3]) {
    let at = Some(START + event.at * 60_000);
    let deleted = message.kind == Kind::Revoked;
    match event.deed {
        Deed::Edit if !deleted && message.text.is_some() => {
            message.text = Some(format!("edited at {}", event.at));
            message.edited_at = at;
        }
        Deed::Delete => {
            message.kind = Kind::Revoked;
            (
                message.text,
                message.edited_at,
                message.media,
                message.content,
            ) = (None, None, None, None);
            (message.quoted, message.starred) = (None, false);
            message.revoked = Some(Revoked {
                at,
                ..Revoked::default()
            });
        }
        Deed::React { person, emoji } => {
            message
                .reactions
                .retain(|reaction| reaction.sender != Some(people[person]));
            message.reactions.push(Reaction {
                emoji: emoji.to_owned(),
                from_me: false,
                sender: Some(people[person]),
                at,
            });
        }
        Deed::Star(starred) if !deleted => message.starred = starred,
        Deed::Pin { person } => {
            message.pinned = Some(Mark {
                from_me: false,
                sender: Some(people[person]),
                at,
            });
        }
        Deed::Read { person } => {
            message
                .receipts
                .retain(|receipt| receipt.person != people[person]);
            message.receipts.push(Receipt {
                person: people[person],
                delivered_at: Some(START),
                read_at: Some(START + 1000),
                played_at: None,
            });
        }
        Deed::Expire => {
            message.disappearing = Some(Disappearing {
                seconds: Some(9),
                expires_at: at,
            })
        }
        Deed::Load => {
            if let Some(media) = &mut message.media {
                media.path = Some("Media/a.jpg".to_owned());
                media.downloaded = Some(true);
            }
        }
        Deed::Vote { person, option } => {
            if let Some(Content::Poll(poll)) = message.content.as_deref_mut() {
                poll.votes
                    .retain(|vote| vote.sender != Some(people[person]));
                poll.votes.push(Vote {
                    from_me: false,
                    sender: Some(people[person]),
                    at,
                    options: vec![option],
                });
            }
        }
        Deed::Answer { person, response } => {
            if let Some(Content::Event(event)) = message.content.as_deref_mut() {
                event
                    .answers
                    .retain(|answer| answer.sender != Some(people[person]));
                event.answers.push(EventAnswer {
                    from_me: false,
                    sender: Some(people[person]),
                    at,
                    response: Some(response),
                    guests: None,
                });
            }
        }
        _ => {}
    }
}

/// Gives rows another phone's numbers, and lets quotations and parts point to them.
fn number_rows(phone: &mut Phone, shuffle: u64) {
    let count = u64::try_from(phone.messages.len()).unwrap();
    // Odd numbers have an inverse modulo a power of two: no two rows are the same.
    let odd = (shuffle % 128) | 1;
    for (n, message) in (0_u64..).zip(&mut phone.messages) {
        let number = if shuffle.is_multiple_of(3) {
            n
        } else {
            n * odd % 1024
        };
        message.row = RowId(i64::try_from(number + 2 + count % 2).unwrap());
    }
    let rows: std::collections::HashMap<String, RowId> = phone
        .messages
        .iter()
        .map(|message| (message.key_id.clone(), message.row))
        .collect();
    for message in &mut phone.messages {
        if let Some(quote) = &mut message.quoted {
            quote.row = quote.key_id.as_ref().and_then(|key| rows.get(key)).copied();
        }
        if let Some(part) = &mut message.part_of {
            let own = usize::from_str_radix(message.key_id.get(8..).unwrap(), 16).unwrap();
            match rows.get(&key_of(own - 4)) {
                Some(&row) => part.row = row,
                None => message.part_of = None,
            }
        }
    }
}

fn history(truth: &Truth, backups: &[&Backup]) -> serde_json::Value {
    let dir = tempfile::tempdir().unwrap();
    let mut index = Index::create(&dir.path().join("index"), &key()).unwrap();
    for backup in backups {
        let phone = truth.phone(backup);
        let report = phone
            .import_as(&mut index, &origin(START + backup.to * 60_000))
            .unwrap();
        assert!(report.adds_up(), "{report:?}");
    }
    assert!(index.verify().unwrap().is_good());
    seen(&index)
}

/// Few, since every case imports up to twenty backups; as many as the environment says.
fn cases() -> u32 {
    let said = std::env::var("PROPTEST_CASES").ok();
    said.and_then(|cases| cases.parse().ok()).unwrap_or(24)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_backups_in_any_order_give_the_same_history(
        truth in truth(),
        backups in backups(),
        places in prop::collection::vec(any::<prop::sample::Index>(), 4),
    ) {
        let mut by_time: Vec<&Backup> = backups.iter().collect();
        by_time.sort_by_key(|backup| backup.to);
        // Two that were made at the same time say the same.
        by_time.dedup_by_key(|backup| backup.to);
        let expected = history(&truth, &by_time);
        let mut backwards = by_time.clone();
        backwards.reverse();
        prop_assert_eq!(&history(&truth, &backwards), &expected);
        let mut shuffled = by_time.clone();
        for (n, place) in places.iter().enumerate().take(shuffled.len()) {
            let other = place.index(shuffled.len());
            shuffled.swap(n, other);
        }
        prop_assert_eq!(&history(&truth, &shuffled), &expected);
        // What was imported before adds nothing when it comes again.
        shuffled.extend(by_time);
        prop_assert_eq!(&history(&truth, &shuffled), &expected);
    }
}
