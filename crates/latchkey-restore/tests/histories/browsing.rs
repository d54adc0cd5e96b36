//! What a browser shows of a whole made-up phone: every number held against a count over the pages of its chats, and a
//! second reader.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use latchkey_backup::BackupKey;
use latchkey_demo::{PhoneOptions, write_phone};
use latchkey_index::{ChatId, GalleryKind, Index, MessageRow, Statistics, UtcOffsets};
use latchkey_messages::{Kind, PartKind};
use latchkey_restore::{History, RestoreRequest, restore, utc_offsets};

use crate::fixture::{Desk, now};

/// A history of a demo phone of some thousand messages.
fn demo() -> (Desk, History) {
    let desk = Desk::new();
    let options = PhoneOptions {
        messages: 4000,
        media: false,
        ..PhoneOptions::demo(now().as_millisecond())
    };
    let go_on = &mut |_| ControlFlow::Continue(());
    let phone = write_phone(&desk.path("phone"), &options, go_on).unwrap();
    let key = BackupKey::from_digits(&phone.key_digits).unwrap();
    let request = RestoreRequest::new(phone.backup, key, desk.new_target(), now());
    restore(request, &mut |_| ControlFlow::Continue(())).unwrap();
    let history = desk.history();
    (desk, history)
}

fn zone() -> (TimeZone, UtcOffsets) {
    let zone = TimeZone::get("Europe/Madrid").unwrap();
    let offsets = utc_offsets(&zone, now());
    (zone, offsets)
}

fn pages(index: &Index, chat: ChatId) -> Vec<MessageRow> {
    let mut rows = Vec::new();
    loop {
        let page = index.messages(chat, rows.len() as u64, 500).unwrap();
        if page.is_empty() {
            return rows;
        }
        rows.extend(page);
    }
}

fn shown(row: &MessageRow, zone: &TimeZone) -> Option<Zoned> {
    let at = Timestamp::from_millisecond(row.sent_at?).unwrap();
    Some(at.to_zoned(zone.clone()))
}

fn day(shown: &Zoned) -> i32 {
    let epoch = jiff::civil::date(1970, 1, 1);
    shown.date().since(epoch).unwrap().get_days()
}

fn month(shown: &Zoned) -> i32 {
    i32::from(shown.year()) * 12 + i32::from(shown.month()) - 1
}

/// Counts by hand what `index` counts in its own way.
fn compare(rows: &[MessageRow], numbers: &Statistics, zone: &TimeZone) {
    let said: Vec<_> = rows.iter().filter(|row| row.kind != Kind::System).collect();
    let dated: Vec<_> = said
        .iter()
        .filter_map(|row| Some((*row, shown(row, zone)?)))
        .collect();
    assert_eq!(numbers.messages, said.len() as u64);
    assert_eq!(numbers.notices, (rows.len() - said.len()) as u64);
    assert_eq!(numbers.undated, (said.len() - dated.len()) as u64);
    let mut months: BTreeMap<i32, (u64, u64)> = BTreeMap::new();
    let mut hours = vec![0; 168];
    let mut days = BTreeSet::new();
    for (row, shown) in &dated {
        let (mine, theirs) = months.entry(month(shown)).or_default();
        *(if row.from_me { mine } else { theirs }) += 1;
        let weekday = usize::try_from(shown.weekday().to_monday_zero_offset()).unwrap();
        hours[weekday * 24 + usize::try_from(shown.hour()).unwrap()] += 1;
        days.insert(day(shown));
    }
    assert_eq!(numbers.hours, hours);
    assert_eq!(numbers.days, days.len() as u64);
    let told = numbers.months.iter();
    let told: BTreeMap<_, _> = told
        .map(|row| (row.month, (row.mine, row.theirs)))
        .collect();
    assert_eq!(told.len(), numbers.months.len());
    for (month, counts) in &told {
        assert_eq!(*counts, months.remove(month).unwrap_or_default());
    }
    assert!(months.is_empty() && told.keys().is_sorted());
    let gaps = numbers.months.windows(2);
    assert!(gaps.into_iter().all(|two| two[0].month + 1 == two[1].month));
    for kind in &numbers.kinds {
        let of: Vec<_> = said.iter().filter(|row| row.kind == kind.kind).collect();
        let bytes = of.iter().filter_map(|row| row.media.as_ref()?.size).sum();
        assert_eq!((kind.messages, kind.bytes), (of.len() as u64, bytes));
    }
    assert_eq!(
        numbers.kinds.iter().map(|kind| kind.messages).sum::<u64>(),
        numbers.messages
    );
    for person in &numbers.people {
        let of = said.iter().filter(|row| row.from_me == person.from_me);
        let of = of.filter(|row| person.from_me || row.sender == person.person);
        assert_eq!(person.messages, of.count() as u64, "{person:?}");
    }
    let people = numbers
        .people
        .iter()
        .map(|person| person.messages)
        .sum::<u64>();
    assert_eq!(people + numbers.people_more, numbers.messages);
    let streak = numbers.streak.unwrap();
    assert!((streak.first..=streak.last).all(|day| days.contains(&day)));
    let longer = days.iter().find(|first| {
        (**first..=**first + i32::try_from(streak.days).unwrap()).all(|day| days.contains(&day))
    });
    assert_eq!(longer, None, "a longer stretch");
}

/// Joins two emoji into one.
const JOINER: char = '\u{200D}';

/// Counts by hand the emoji that are never a part of a longer one; how many such there are.
fn compare_emoji(rows: &[MessageRow], numbers: &Statistics) -> usize {
    let said = rows.iter().filter(|row| row.kind != Kind::System);
    let texts: Vec<&str> = said.filter_map(|row| row.text.as_deref()).collect();
    // What says how the sign before it is drawn, gives it a colour of skin or a key around it.
    let changes = |sign: char| {
        matches!(
            sign,
            '\u{FE0E}' | '\u{FE0F}' | '\u{20E3}' | '\u{1F3FB}'..='\u{1F3FF}'
        )
    };
    let mut compared = 0;
    for emoji in &numbers.emoji {
        let found = texts.iter().flat_map(|text| {
            let places = text.match_indices(&emoji.emoji);
            places.map(|(at, found)| {
                let (before, rest) = text.split_at(at);
                (before, rest.split_at(found.len()).1)
            })
        });
        let found: Vec<_> = found.collect();
        let is_whole = |(before, after): &(&str, &str)| {
            let next = after.chars().next();
            !before.ends_with(JOINER) && !next.is_some_and(|sign| sign == JOINER || changes(sign))
        };
        assert!(emoji.count > 0, "{emoji:?}");
        if emoji.emoji.chars().count() == 1 && found.iter().all(is_whole) {
            compared += 1;
            assert_eq!(emoji.count, found.len() as u64, "{emoji:?}");
        }
    }
    compared
}

#[test]
fn every_number_of_the_demo_is_what_its_pages_say() {
    let (_desk, history) = demo();
    let index = history.index();
    let (zone, offsets) = zone();
    let chats = index.chats().unwrap();
    let mut all = Vec::new();
    for chat in &chats {
        let rows = pages(index, chat.id);
        let numbers = index.statistics(Some(chat.id), &offsets, &[]).unwrap();
        if numbers.messages > numbers.undated {
            compare(&rows, &numbers, &zone);
            compare_emoji(&rows, &numbers);
        }
        days_are_those_of_the_pages(index, chat.id, &rows);
        all.extend(rows);
    }
    let numbers = index.statistics(None, &offsets, &[]).unwrap();
    compare(&all, &numbers, &zone);
    assert!(compare_emoji(&all, &numbers) > 3, "{:?}", numbers.emoji);
    galleries_are_those_of_the_pages(index, &all);
    let calls = index.calls_page(0, 10_000, &[]).unwrap();
    assert_eq!(calls.total, calls.calls.len() as u64);
    assert_eq!(calls.calls.len(), index.calls(0, 10_000).unwrap().len());
}

fn days_are_those_of_the_pages(index: &Index, chat: ChatId, rows: &[MessageRow]) {
    let (zone, offsets) = zone();
    let mut expected: BTreeMap<i32, (u64, u64)> = BTreeMap::new();
    for row in rows {
        if let Some(shown) = shown(row, &zone) {
            expected.entry(day(&shown)).or_insert((row.position, 0)).1 += 1;
        }
    }
    let days = index.days(chat, &offsets, &[]).unwrap();
    let told = days
        .iter()
        .map(|day| (day.day, (day.position, day.messages)));
    assert!(told.eq(expected));
}

fn galleries_are_those_of_the_pages(index: &Index, rows: &[MessageRow]) {
    let galleries: [(GalleryKind, &[Kind]); 3] = [
        (
            GalleryKind::Pictures,
            &[Kind::Image, Kind::Video, Kind::Gif, Kind::VideoNote],
        ),
        (GalleryKind::Voice, &[Kind::Voice, Kind::Audio]),
        (GalleryKind::Documents, &[Kind::Document]),
    ];
    let twin = |row: &MessageRow| {
        let part = row
            .part_of
            .filter(|part| matches!(part.kind, PartKind::HdTwin | PartKind::MotionClip));
        part.is_some_and(|part| rows.iter().any(|row| row.id == part.message))
    };
    for (gallery, kinds) in galleries {
        let mut expected: Vec<_> = rows
            .iter()
            .filter(|row| kinds.contains(&row.kind) && !twin(row))
            .map(|row| (row.sent_at, row.id))
            .collect();
        expected.sort_by(|one, other| other.cmp(one));
        let list = index.gallery_list(gallery, None, &[]).unwrap();
        let page = index.gallery(&list, 0, 100_000).unwrap();
        let told = page
            .iter()
            .map(|item| (item.message.sent_at, item.message.id));
        assert!(told.eq(expected), "{gallery:?}");
        let months = list.months(&UtcOffsets::default());
        assert_eq!(
            months.iter().map(|month| month.items).sum::<u64>(),
            page.len() as u64
        );
    }
    let list = index.gallery_list(GalleryKind::Links, None, &[]).unwrap();
    let links = index.gallery(&list, 0, 100_000).unwrap();
    assert!(!links.is_empty() && links.iter().all(|item| item.url.is_some()));
    let previews = rows
        .iter()
        .filter(|row| row.link.is_some() && row.kind != Kind::System);
    assert!(links.len() >= previews.count());
}

#[test]
fn another_reader_reads_beside_the_first_and_can_change_nothing() {
    let desk = Desk::new();
    desk.first();
    let mut history = desk.history();
    let mut reader = history.another_reader().unwrap();
    assert_eq!(
        reader.index().chats().unwrap(),
        history.index().chats().unwrap()
    );
    assert!(latchkey_restore::forget_contacts(&mut reader).is_err());
    // It holds no lock of the folder: the first can change the index while it is there, and tells by its edition.
    latchkey_restore::forget_contacts(&mut history).unwrap();
    assert_eq!((history.edition(), reader.edition()), (1, 0));
    let third = history.another_reader().unwrap();
    assert_eq!(third.edition(), 1);
}
