//! Words that a great many messages have: found by another way, with the same hits.
#![allow(clippy::unwrap_used, reason = "a panic in a test is a failed claim")]

#[path = "history/fixture.rs"]
mod fixture;

use fixture::*;
use latchkey_index::{Hits, Index, Order, Query};

const MESSAGES: i64 = 60_000;

/// The text of message `n`; `common` only in the older half, all other words throughout.
fn text(n: i64) -> String {
    let mut text = format!("word{} every", n % 7);
    if n % 2 == 0 {
        text.push_str(" even");
    }
    if n < MESSAGES / 2 {
        text.push_str(" common");
    }
    if n % 1000 == 3 {
        text.push_str(" rarely");
    }
    if n % 3 == 0 {
        text.push_str(" 上海");
    }
    text
}

/// Three chats in which the messages alternate, so that no chat's end is the newest stretch.
fn library() -> (tempfile::TempDir, Index) {
    let mut phone = Phone::new();
    let people: Vec<_> = (0..3)
        .map(|n| phone.person(&format!("3460000000{n}"), Some(&format!("Person {n}"))))
        .collect();
    let chats: Vec<_> = people
        .iter()
        .map(|&person| phone.chat_with(person))
        .collect();
    for n in 0..MESSAGES {
        let place = usize::try_from(n % 3).unwrap();
        phone.says(chats[place], Some(people[place]), n * 60_000, &text(n));
    }
    indexed(&phone)
}

fn fits(n: i64, wanted: &[&str], without: &[&str]) -> bool {
    let text = text(n);
    let has = |word: &&str| match word.strip_suffix('*') {
        Some(start) => text.split(' ').any(|word| word.starts_with(start)),
        None => text.split(' ').any(|own| own == *word),
    };
    wanted.iter().all(has) && !without.iter().any(has)
}

#[test]
fn common_words_have_the_newest_hits_and_an_honest_total() {
    let (_dir, index) = library();
    for (query, wanted, without) in [
        ("every ", &["every"] as &[&str], &[] as &[&str]),
        ("e", &["e*"], &[]),
        ("ev", &["ev*"], &[]),
        ("w", &["w*"], &[]),
        ("every even ", &["every", "even"], &[]),
        ("every e", &["every", "e*"], &[]),
        ("even c", &["even", "c*"], &[]),
        ("every r", &["every", "r*"], &[]),
        ("rarely e", &["rarely", "e*"], &[]),
        ("common ", &["common"], &[]),
        ("com", &["com*"], &[]),
        ("every -even", &["every"], &["even"]),
        ("-common e", &["e*"], &["common"]),
        ("上", &["上海"], &[]),
        ("上海", &["上海"], &[]),
        ("word3", &["word3"], &[]),
        ("r", &["rarely"], &[]),
    ] {
        let expected: Vec<i64> = (0..MESSAGES)
            .rev()
            .filter(|&n| fits(n, wanted, without))
            .map(|n| START + n * 60_000)
            .collect();
        for offset in [0, 30] {
            let hits = index
                .search(&Query {
                    text: query.to_owned(),
                    limit: 25,
                    offset,
                    ..Query::default()
                })
                .unwrap();
            let times: Vec<i64> = hits.hits.iter().filter_map(|hit| hit.sent_at).collect();
            let from = expected.len().min(offset as usize);
            let to = expected.len().min(from + 25);
            assert_eq!(times, expected[from..to], "{query:?} from {offset}");
            let total = expected.len() as u64;
            assert_eq!(
                (hits.total, hits.total_at_least),
                (total.min(10_000), total > 10_000),
                "{query:?}"
            );
            counts_by_chat(&index, &hits, &expected);
        }
    }
}

/// Each chat has as many hits as there are; where they were not all counted, no more than that and no fewer than are here.
fn counts_by_chat(index: &Index, hits: &Hits, times: &[i64]) {
    let chats = index.chats().unwrap();
    for chat in &chats {
        let name = chat.name.as_deref().unwrap();
        let place: i64 = name.strip_prefix("Person ").unwrap().parse().unwrap();
        let is_its = |time: &&i64| (**time - START) / 60_000 % 3 == place;
        let all = times.iter().filter(is_its).count() as u64;
        let here = hits.hits.iter().filter(|hit| hit.chat == chat.id).count() as u64;
        let counted = hits.chats.iter().find(|one| one.chat == chat.id);
        let counted = counted.map_or(0, |one| one.hits);
        if hits.total_at_least {
            assert!(
                (here..=all).contains(&counted),
                "{name}: {counted} of {all}"
            );
        } else {
            assert_eq!(counted, all, "{name}");
        }
    }
}

#[test]
fn filters_and_the_best_match_hold_for_common_words_too() {
    let (_dir, index) = library();
    let search = |text: &str, order: Order| {
        let query = Query {
            text: text.to_owned(),
            order,
            limit: 10,
            ..Query::default()
        };
        index.search(&query).unwrap()
    };
    let hits = search("from:\"Person 1\" e", Order::Newest);
    assert_eq!((hits.total, hits.total_at_least), (10_000, true));
    assert!(
        hits.hits
            .iter()
            .all(|hit| hit.sender_name.as_deref() == Some("Person 1"))
    );
    let hits = search("every before:2024-01-02 from:\"Person 1\"", Order::Newest);
    assert_eq!((hits.total, hits.total_at_least), (480, false));
    let hits = search("from:\"Person 1\" rarely", Order::BestMatch);
    assert_eq!(hits.hits.len(), 10);
    let counted: Vec<u64> = hits.chats.iter().map(|one| one.hits).collect();
    assert_eq!(
        counted,
        [hits.total],
        "all of them, not only those of the page"
    );
    let hits = search("every even", Order::BestMatch);
    let evens = hits
        .hits
        .iter()
        .all(|hit| hit.snippet.text().contains("every even"));
    assert!(evens && hits.hits.len() == 10 && hits.total_at_least);
}
