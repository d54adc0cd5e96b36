//! Days, galleries, numbers, details and calls of crafted chats: every number held against a count by hand.
#![allow(clippy::unwrap_used, reason = "a panic in a test is a failed claim")]

#[path = "history/fixture.rs"]
mod fixture;

use fixture::*;
use latchkey_index::{
    ChatDay, ChatId as Chat, GalleryKind, Index, MessageId, Statistics, UtcOffsets,
};
use latchkey_messages::*;

const HOUR: i64 = 3_600_000;
/// The small picture beside a link.
const PAGE_PICTURE: &[u8] = b"\xff\xd8\xff a page";
/// Months since January of the year 0.
const JANUARY_2024: i32 = 2024 * 12;

/// Madrid, 2024: summer time from 2024-03-31T01:00Z to 2024-10-27T01:00Z.
fn madrid() -> UtcOffsets {
    UtcOffsets::fixed(3600)
        .then(1_711_846_800_000, 7200)
        .then(1_729_990_800_000, 3600)
}

fn utc() -> UtcOffsets {
    UtcOffsets::default()
}

fn chat_id(index: &Index, name: &str) -> Chat {
    let chats = index.chats().unwrap();
    let found = chats
        .into_iter()
        .find(|chat| chat.name.as_deref() == Some(name));
    found.unwrap().id
}

fn numbers(index: &Index, chat: Option<Chat>, zone: &UtcOffsets) -> Statistics {
    index.statistics(chat, zone, &[]).unwrap()
}

/// Ana and a group, with one of nearly everything.
fn phone() -> Phone {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let ben = phone.person("34600333444", None);
    let with_ana = phone.chat_with(ana);
    let group = phone.group("Walks");
    phone.says(with_ana, None, 0, "hi 👍🏽 👍🏽 👍");
    phone.says(
        with_ana,
        Some(ana),
        HOUR,
        "see www.example.org, and https://b.c",
    );
    phone.says(with_ana, Some(ana), 40 * DAY, "❤ 👩‍🚀").sent_at = None;
    let notice = phone.says(with_ana, None, 2 * HOUR, "https://notice.example 🎂");
    (notice.kind, notice.from_me) = (Kind::System, false);
    let picture = |phone: &mut Phone, chat, kind, at, size| -> RowId {
        let message = phone.says(chat, Some(ben), at, "❤️");
        message.kind = kind;
        message.media = Some(Media {
            size: Some(size),
            mime: Some("image/jpeg".to_owned()),
            ..Media::default()
        });
        message.row
    };
    let photo = picture(&mut phone, group, Kind::Image, 70 * DAY, 10);
    let twin = picture(&mut phone, group, Kind::Image, 70 * DAY + 1, 100);
    let clip = picture(&mut phone, group, Kind::Gif, 70 * DAY + 2, 1000);
    let part = picture(&mut phone, group, Kind::Video, 71 * DAY, 5);
    picture(&mut phone, group, Kind::Voice, 72 * DAY, 7);
    picture(&mut phone, group, Kind::Document, 72 * DAY + 1, 9);
    picture(&mut phone, group, Kind::Sticker, 72 * DAY + 2, 3);
    let parts = [
        (twin, photo, PartKind::HdTwin),
        (clip, photo, PartKind::MotionClip),
        (part, photo, PartKind::Album),
    ];
    for (row, parent, kind) in parts {
        let mut messages = phone.messages.iter_mut();
        let message = messages.find(|message| message.row == row).unwrap();
        message.part_of = Some(PartOf { row: parent, kind });
    }
    let undated = phone.says(group, None, 75 * DAY, "");
    undated.kind = Kind::Image;
    undated.sent_at = None;
    let previewed = phone.says(group, Some(ana), 74 * DAY, "look");
    previewed.content = Some(Box::new(Content::Link(LinkPreview {
        url: Some("https://example.org/page".to_owned()),
        title: Some("A page".to_owned()),
        thumbnail: Some(PAGE_PICTURE.to_vec()),
        ..LinkPreview::default()
    })));
    phone
}

#[test]
fn a_day_begins_in_the_persons_zone_also_when_the_clocks_change() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    // 2024-03-30 22:59 and 23:00 UTC, 2024-03-31 21:59 and 22:00 UTC: a day of 23 hours.
    let march_30 = 89 * DAY;
    for at in [23 * HOUR - 1, 23 * HOUR, 46 * HOUR - 1, 46 * HOUR] {
        phone.says(chat, None, march_30 + at, "x");
    }
    phone.says(chat, None, 200 * DAY, "no date").sent_at = None;
    // A clock that went wrong: an earlier day after a later one.
    phone.says(chat, Some(ana), march_30 + 47 * HOUR, "late");
    phone.says(chat, Some(ana), march_30 + 5 * HOUR, "wrong");
    let (_dir, index) = indexed(&phone);
    let chat = chat_id(&index, "Ana");
    let first = i32::try_from((START + march_30) / DAY).unwrap();
    let day = |day, position, messages| ChatDay {
        day: first + day,
        position,
        messages,
    };
    let days = |zone: &UtcOffsets| index.days(chat, zone, &[]).unwrap();
    let rows = index.messages(chat, 0, 100).unwrap();
    let place = |text: &str| {
        let mut rows = rows.iter();
        rows.find(|row| row.text.as_deref() == Some(text))
            .unwrap()
            .position
    };
    assert_eq!(days(&madrid())[0].position, 0);
    assert_eq!(days(&madrid()), [day(0, 0, 2), day(1, 1, 2), day(2, 3, 2)]);
    assert!(place("wrong") > place("late"));
    assert_eq!(days(&utc()), [day(0, 0, 3), day(1, 2, 3)]);
    assert_eq!(index.days(chat, &utc(), &[chat]).unwrap(), []);
    assert_eq!(index.days(Chat(99), &utc(), &[]).unwrap(), []);
}

#[test]
fn every_number_is_a_count_of_messages() {
    let (_dir, index) = indexed(&phone());
    let all = numbers(&index, None, &utc());
    assert_eq!((all.messages, all.undated, all.notices), (12, 2, 1));
    let months: Vec<_> = all
        .months
        .iter()
        .map(|month| (month.month - JANUARY_2024, month.mine, month.theirs))
        .collect();
    // 70 days after New Year 2024 is March; in February there was nothing.
    assert_eq!(months, [(0, 1, 1), (1, 0, 0), (2, 0, 8)]);
    let people: Vec<_> = all
        .people
        .iter()
        .map(|who| (who.from_me, who.name.as_deref(), who.messages))
        .collect();
    let expected = [
        (false, Some("+34600333444"), 7),
        (false, Some("Ana"), 3),
        (true, None, 2),
    ];
    assert_eq!(people, expected);
    assert_eq!(all.people_more, 0);
    let kinds: Vec<_> = all
        .kinds
        .iter()
        .map(|kind| (kind.kind, kind.messages, kind.bytes))
        .collect();
    assert!(kinds.contains(&(Kind::Text, 4, 0)), "{kinds:?}");
    assert!(kinds.contains(&(Kind::Image, 3, 110)), "{kinds:?}");
    assert!(kinds.contains(&(Kind::Gif, 1, 1000)), "{kinds:?}");
    assert_eq!(kinds.iter().map(|kind| kind.1).sum::<u64>(), all.messages);
    let emoji: Vec<_> = all
        .emoji
        .iter()
        .map(|found| (found.emoji.as_str(), found.count))
        .collect();
    assert_eq!(emoji, [("❤️", 8), ("👍🏽", 2), ("👍", 1), ("👩‍🚀", 1)]);
    assert_eq!(all.hours.len(), 7 * 24);
    assert_eq!(all.hours.iter().sum::<u64>(), all.messages - all.undated);
    // 2024-01-01 was a Monday, and 70 days later it was Monday again.
    assert_eq!(all.hours[..2], [4, 1]);
    assert_eq!(all.days, 5);
    let streak = all.streak.unwrap();
    assert_eq!((streak.days, streak.last - streak.first), (3, 2));
}

#[test]
fn one_chat_has_its_own_numbers_and_a_hidden_one_is_nowhere() {
    let (_dir, index) = indexed(&phone());
    let (ana, group) = (chat_id(&index, "Ana"), chat_id(&index, "Walks"));
    let mine = numbers(&index, Some(ana), &utc());
    assert_eq!((mine.messages, mine.undated, mine.notices), (3, 1, 1));
    let without = index.statistics(None, &utc(), &[group]).unwrap();
    assert_eq!(without, mine);
    let nothing = index.statistics(Some(group), &utc(), &[group]).unwrap();
    assert_eq!((nothing.messages, nothing.months.len()), (0, 0));
    assert_eq!((nothing.streak, nothing.hours.len()), (None, 168));
    let without = index.gallery_list(GalleryKind::Pictures, None, &[group]);
    assert!(without.unwrap().is_empty());
    let asked = index.gallery_list(GalleryKind::Pictures, Some(group), &[group]);
    assert!(asked.unwrap().is_empty());
}

#[test]
fn an_empty_history_has_empty_numbers() {
    let (_dir, index) = indexed(&Phone::new());
    let none = numbers(&index, None, &madrid());
    assert_eq!((none.messages, none.days, none.streak), (0, 0, None));
    assert!(none.months.is_empty() && none.people.is_empty() && none.kinds.is_empty());
    let list = index.gallery_list(GalleryKind::Links, None, &[]).unwrap();
    assert!(list.months(&utc()).is_empty());
    assert!(index.gallery(&list, 0, 10).unwrap().is_empty());
    assert_eq!(index.calls_page(0, 10, &[]).unwrap().total, 0);
    assert_eq!(index.details(MessageId(1)).unwrap(), None);
}

#[test]
fn fifty_people_are_named_and_the_rest_is_counted() {
    let mut phone = Phone::new();
    let group = phone.group("Many");
    for n in 0..60 {
        let who = phone.person(&format!("346001110{n:02}"), None);
        for k in 0..=n {
            phone.says(group, Some(who), k * HOUR + n, "x");
        }
    }
    let (_dir, index) = indexed(&phone);
    let all = numbers(&index, None, &utc());
    assert_eq!((all.people.len(), all.people[0].messages), (50, 60));
    assert_eq!(all.people_more, (1..=10).sum::<u64>());
}

#[test]
fn a_gallery_has_each_thing_once_newest_first_and_undated_last() {
    let (_dir, index) = indexed(&phone());
    let list = |kind| index.gallery_list(kind, None, &[]).unwrap();
    let kinds = |kind| -> Vec<Kind> {
        let page = index.gallery(&list(kind), 0, 100).unwrap();
        page.iter().map(|item| item.message.kind).collect()
    };
    let pictures = [Kind::Video, Kind::Image, Kind::Image];
    assert_eq!(kinds(GalleryKind::Pictures), pictures);
    assert_eq!(kinds(GalleryKind::Voice), [Kind::Voice]);
    assert_eq!(kinds(GalleryKind::Documents), [Kind::Document]);
    let page = index.gallery(&list(GalleryKind::Pictures), 1, 1).unwrap();
    assert_eq!(page[0].message.media.as_ref().unwrap().size, Some(10));
    let months: Vec<_> = list(GalleryKind::Pictures)
        .months(&utc())
        .iter()
        .map(|month| (month.month, month.items))
        .collect();
    assert_eq!(months, [(Some(JANUARY_2024 + 2), 2), (None, 1)]);
    let links = index.gallery(&list(GalleryKind::Links), 0, 100).unwrap();
    let links: Vec<_> = links.iter().map(|item| item.url.as_deref()).collect();
    let expected = [Some("https://example.org/page"), Some("www.example.org")];
    assert_eq!(links, expected);
    let pictured = &index.gallery(&list(GalleryKind::Links), 0, 1).unwrap()[0].message;
    assert!(pictured.link.as_ref().is_some_and(|link| link.thumbnail));
    let kept = index.thumbnail(pictured.id).unwrap();
    assert_eq!(kept.as_deref(), Some(PAGE_PICTURE));
    let beyond = index.gallery(&list(GalleryKind::Links), u64::MAX, 9);
    assert!(beyond.unwrap().is_empty());
}

#[test]
fn a_message_tells_its_backups_its_sender_and_who_had_it() {
    let mut phone = phone();
    phone.messages[1].receipts = Vec::new();
    let (_dir, mut index) = indexed(&phone);
    let mut later = origin(2 * START);
    later.file_name = "later.crypt15".to_owned();
    phone.import_as(&mut index, &later).unwrap();
    let chat = chat_id(&index, "Ana");
    let message = &index.messages(chat, 1, 1).unwrap()[0];
    let details = index.details(message.id).unwrap().unwrap();
    assert_eq!(details.message, *message);
    assert_eq!(details.sender_address.as_deref(), Some("+34600111222"));
    assert_eq!(details.raw_kind, Some(0));
    assert_eq!(
        details.key.as_deref(),
        Some(phone.messages[1].key_id.as_str())
    );
    let sources: Vec<_> = details
        .sources
        .iter()
        .map(|source| (source.file_name.as_str(), source.row))
        .collect();
    // The row is of the backup that brought the message; phones give rows new numbers.
    let row = phone.messages[1].row.0;
    let expected = [("msgstore.db.crypt15", Some(row)), ("later.crypt15", None)];
    assert_eq!(sources, expected);
    assert_eq!(index.source_row(message.id).unwrap(), Some(row));
    assert_eq!(index.source_row(MessageId(999_999)).unwrap(), None);
    let own = &index.messages(chat, 0, 1).unwrap()[0];
    assert_eq!(index.details(own.id).unwrap().unwrap().sender_address, None);
}

#[test]
fn a_call_is_paged_with_its_total_and_its_place_and_a_hidden_chats_calls_are_not() {
    let mut phone = phone();
    let (ana, ben) = (phone.people[0].id, phone.people[1].id);
    let (shown, group) = (phone.messages[1].row, phone.chats[1].address.clone());
    for n in 0..5 {
        phone.calls.push(Call {
            row: n,
            call_id: format!("call{n}"),
            peer: Some(if n == 4 { ben } else { ana }),
            group: (n == 3).then(|| group.clone()),
            at: Some(START + n * HOUR),
            message: (n == 1).then_some(shown),
            ..Call::default()
        });
    }
    let (_dir, index) = indexed(&phone);
    let (with_ana, walks) = (chat_id(&index, "Ana"), chat_id(&index, "Walks"));
    let page = index.calls_page(0, 10, &[]).unwrap();
    let places: Vec<_> = page
        .calls
        .iter()
        .map(|call| (call.chat, call.position))
        .collect();
    let expected = [
        (None, None),
        (Some(walks), None),
        (Some(with_ana), None),
        (Some(with_ana), Some(1)),
        (Some(with_ana), None),
    ];
    assert_eq!((page.total, places), (5, expected.to_vec()));
    let second = index.calls_page(3, 1, &[]).unwrap();
    assert_eq!((second.total, &second.calls[..]), (5, &page.calls[3..4]));
    let hidden = index.calls_page(0, 10, &[with_ana]).unwrap();
    let kept: Vec<_> = hidden.calls.iter().map(|call| call.call.at).collect();
    assert_eq!(kept, [Some(START + 4 * HOUR), Some(START + 3 * HOUR)]);
    assert_eq!(hidden.total, 2);
    assert_eq!(index.calls_page(0, 10, &[walks]).unwrap().total, 4);
}

#[test]
fn a_locked_chat_without_messages_hides_the_calls_of_its_person_and_is_not_counted() {
    let mut phone = phone();
    let ana = phone.people[0].id;
    let eve = phone.person("34600555666", Some("Eve"));
    phone.chat_with(eve);
    phone.chats.last_mut().unwrap().locked = true;
    for (n, peer) in [(0, ana), (1, eve)] {
        phone.calls.push(Call {
            row: n,
            call_id: format!("call{n}"),
            peer: Some(peer),
            at: Some(START + n * HOUR),
            ..Call::default()
        });
    }
    let (_dir, index) = indexed(&phone);
    let locked = index.locked_chats().unwrap();
    assert_eq!((locked.len(), index.count_locked_chats().unwrap()), (1, 0));
    let page = index.calls_page(0, 10, &locked).unwrap();
    let kept: Vec<_> = page.calls.iter().map(|call| call.call.at).collect();
    assert_eq!((page.total, kept), (1, vec![Some(START)]));
    assert_eq!(index.calls_page(0, 10, &[]).unwrap().total, 2);
}

#[test]
fn a_group_names_the_chat_of_its_community() {
    let mut phone = phone();
    let address = "12036309999@g.us";
    let home = phone.chat(address, ChatKind::Community, Some("Village"), None);
    phone.says(home, None, 0, "welcome");
    phone.chats[1].community = Some(address.to_owned());
    let (_dir, index) = indexed(&phone);
    let chats = index.chats().unwrap();
    let of = |name: &str| {
        let mut chats = chats.iter();
        chats
            .find(|chat| chat.name.as_deref() == Some(name))
            .unwrap()
    };
    assert_eq!(of("Walks").community_chat, Some(of("Village").id));
    assert_eq!(of("Ana").community_chat, None);
}
