//! Search in every script, and what it leaves out.
#![allow(clippy::unwrap_used, reason = "a panic in a test is a failed claim")]

#[path = "history/fixture.rs"]
mod fixture;

use fixture::*;
use latchkey_index::{Index, Query};
use latchkey_messages::*;

/// One message a line; each query below must find exactly the lines it names.
const LINES: &[&str] = &[
    /* 0 */ "悬空的城堡",
    /* 1 */ "我下周去上海出差",
    /* 2 */ "明日タワーに行く？",
    /* 3 */ "오늘 회의실에서 회의합니다",
    /* 4 */ "ไปกินกาแฟกัน",
    /* 5 */ "قرأتُ كِتَابًا جميلاً",
    /* 6 */ "هذا كتاب جديد",
    /* 7 */ "Das war schön gestern",
    /* 8 */ "Wir treffen uns in der Langen Straße 5",
    /* 9 */ "ПРИВЕТ, как дела?",
    /* 10 */ "नमस्ते दोस्त",
    /* 11 */ "happy birthday 🎂🎉",
    /* 12 */ "see https://example.com/path?q=1 please",
    /* 13 */ "the good old morning",
    /* 14 */ "a morning as good as any",
    /* 15 */ "ສະບາຍດີ",
    /* 16 */ "សួស្តី",
    /* 17 */ "မင်္ဂလာပါ",
    /* 18 */ "Καλημέρα σε όλους",
    /* 19 */ "İstanbul'da görüşürüz",
    /* 20 */ "call me on +34 600 111 222",
    /* 21 */ "schottische Musik",
];

const TABLE: &[(&str, &[usize])] = &[
    ("悬空", &[0]),
    ("空", &[0]),
    ("城堡", &[0]),
    ("堡", &[0]),
    ("上海", &[1]),
    ("海上", &[]),
    ("去上海出", &[1]),
    ("タワー", &[2]),
    ("회의", &[3]),
    ("회의실", &[3]),
    ("กาแฟ", &[4]),
    ("كتاب", &[5, 6]),
    ("كِتَاب", &[5, 6]),
    ("كتابا", &[5]),
    ("قرأت", &[5]),
    ("schon", &[7]),
    ("SCHÖN", &[7]),
    ("scho", &[7, 21]),
    ("strasse", &[8]),
    ("straße", &[8]),
    ("Привет", &[9]),
    ("привет", &[9]),
    ("नमस्ते", &[10]),
    ("🎂", &[11]),
    ("🎉 birthday", &[11]),
    ("example.com", &[12]),
    ("morning good", &[13, 14]),
    ("\"good old\"", &[13]),
    ("\"old good\"", &[]),
    ("morning -old", &[14]),
    ("m", &[3, 12, 13, 14, 20, 21]),
    ("ດີ", &[15]),
    ("សួស្តី", &[16]),
    ("မင်္ဂလာ", &[17]),
    ("καλημερα", &[18]),
    ("istanbul", &[19]),
    ("gorusuruz", &[19]),
    ("600 111", &[20]),
    ("\"600 111 222\"", &[20]),
];

fn library() -> (tempfile::TempDir, Index) {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    for (n, line) in LINES.iter().enumerate() {
        phone.says(chat, Some(ana), n as i64 * DAY, line);
    }
    indexed(&phone)
}

fn find(index: &Index, text: &str) -> Vec<usize> {
    let hits = index
        .search(&Query {
            text: text.to_owned(),
            limit: 50,
            ..Query::default()
        })
        .unwrap();
    assert_eq!(hits.total, hits.hits.len() as u64);
    let mut lines: Vec<usize> = hits
        .hits
        .iter()
        .map(|hit| usize::try_from(hit.position).unwrap())
        .collect();
    lines.sort_unstable();
    lines
}

#[test]
fn every_query_finds_its_lines_and_no_others() {
    let (_dir, index) = library();
    let wrong: Vec<_> = TABLE
        .iter()
        .filter(|(text, _)| *text != "m")
        .filter_map(|(text, lines)| {
            let found = find(&index, text);
            (found != *lines).then_some((text, lines, found))
        })
        .collect();
    assert!(wrong.is_empty(), "query, expected, found: {wrong:?}");
    assert_eq!(find(&index, "m"), [13, 14, 20, 21]);
}

#[test]
fn each_hit_is_marked_in_its_snippet() {
    let (_dir, index) = library();
    for (text, lines) in TABLE.iter().filter(|(_, lines)| !lines.is_empty()) {
        let hits = index
            .search(&Query {
                text: (*text).to_owned(),
                limit: 50,
                ..Query::default()
            })
            .unwrap();
        for hit in hits.hits {
            assert!(
                hit.snippet.0.iter().any(|part| part.hit),
                "{text} in {lines:?}: {:?}",
                hit.snippet
            );
            let line = LINES[usize::try_from(hit.position).unwrap()];
            assert!(line.contains(hit.snippet.text().trim_matches('…')));
        }
    }
}

#[test]
fn no_input_is_a_mistake() {
    let (_dir, index) = library();
    for text in [
        "", " ", "\"", "*", "(", "a AND", "NEAR(", "body:x", "-", "- -", "\0", "'; DROP", "^a",
        "{x}", "\u{301}",
    ] {
        index
            .search(&Query {
                text: text.to_owned(),
                limit: 5,
                ..Query::default()
            })
            .unwrap();
    }
}

#[test]
fn a_message_is_found_by_its_own_words_not_by_what_it_quotes() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    let original = phone.says(chat, Some(ana), 0, "pumpernickel").row;
    phone.says(chat, None, 1, "yes").quoted = Some(Quote {
        row: Some(original),
        text: Some("pumpernickel".to_owned()),
        ..Quote::default()
    });
    phone.says(chat, None, 2, "the plan").media = Some(Media {
        name: Some("Wanderkarte.pdf".to_owned()),
        ..Media::default()
    });
    let (_dir, index) = indexed(&phone);
    assert_eq!(find(&index, "pumpernickel"), [0]);
    assert_eq!(find(&index, "wanderkarte"), [2]);
    assert_eq!(find(&index, "plan karte"), Vec::<usize>::new());
}

#[test]
fn the_newest_come_first_over_all_chats_and_pages_follow_each_other() {
    let mut phone = Phone::new();
    let chats: Vec<_> = (0..3)
        .map(|n| {
            let person = phone.person(&format!("3460000000{n}"), None);
            phone.chat_with(person)
        })
        .collect();
    for (n, chat) in (0..60).zip(chats.iter().cycle()) {
        phone.says(*chat, None, n * 1000, &format!("word {n}"));
    }
    let (_dir, index) = indexed(&phone);
    let mut all = Vec::new();
    for offset in (0..60).step_by(7) {
        let query = Query {
            text: "word".to_owned(),
            limit: 7,
            offset,
            ..Query::default()
        };
        let hits = index.search(&query).unwrap();
        assert_eq!((hits.total, hits.total_at_least), (60, false));
        all.extend(hits.hits.into_iter().map(|hit| hit.sent_at.unwrap()));
    }
    let mut sorted = all.clone();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    assert_eq!((all.len(), &all), (60, &sorted));
}

#[test]
fn filters_narrow_the_search() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let bo = phone.person("34600111333", Some("Bo"));
    let group = phone.group("Hiking");
    let other = phone.chat_with(bo);
    for n in 0..10 {
        phone.says(group, Some(if n < 4 { ana } else { bo }), n * DAY, "hello");
    }
    phone.says(other, Some(bo), 20 * DAY, "hello").kind = Kind::Image;
    let (_dir, index) = indexed(&phone);
    let chat = index
        .chats()
        .unwrap()
        .into_iter()
        .find(|chat| chat.name.as_deref() == Some("Hiking"))
        .unwrap()
        .id;
    let people = index.people().unwrap();
    let all = Query {
        text: "hello".to_owned(),
        limit: 50,
        ..Query::default()
    };
    let total = |query: Query| index.search(&query).unwrap().total;
    assert_eq!(total(all.clone()), 11);
    assert_eq!(
        total(Query {
            chat: Some(chat),
            ..all.clone()
        }),
        10
    );
    assert_eq!(
        total(Query {
            sender: Some(people[0].id),
            ..all.clone()
        }),
        4
    );
    assert_eq!(
        total(Query {
            kind: Some(Kind::Image),
            ..all.clone()
        }),
        1
    );
    assert_eq!(
        total(Query {
            after: Some(START + 5 * DAY),
            before: Some(START + 9 * DAY),
            ..all.clone()
        }),
        4
    );
    assert_eq!(
        total(Query {
            text: String::new(),
            kind: Some(Kind::Image),
            ..all.clone()
        }),
        1
    );
    assert_eq!(
        total(Query {
            text: String::new(),
            ..all
        }),
        0
    );
}

#[test]
fn a_total_is_exact_up_to_ten_thousand() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    for n in 0..10_002 {
        phone.says(chat, None, n, if n == 0 { "rare common" } else { "common" });
    }
    let (_dir, index) = indexed(&phone);
    let hits = |text: &str| {
        index
            .search(&Query {
                text: text.to_owned(),
                limit: 1,
                ..Query::default()
            })
            .unwrap()
    };
    let (many, few) = (hits("common"), hits("rare"));
    assert_eq!((many.total, many.total_at_least), (10_000, true));
    assert_eq!((few.total, few.total_at_least), (1, false));
}

#[test]
fn json_has_the_names_of_the_contract() {
    let (_dir, index) = library();
    let hits = index
        .search(&Query {
            text: "morning good old".to_owned(),
            limit: 1,
            ..Query::default()
        })
        .unwrap();
    let json = serde_json::to_value(&hits).unwrap();
    assert_eq!(json["total"], 1);
    assert_eq!(json["total_at_least"], false);
    for (name, value) in [
        ("chat", 1),
        ("message", 14),
        ("position", 13),
        ("sender", 1),
    ] {
        assert_eq!(json["hits"][0][name], value, "{name}");
    }
    assert_eq!(json["hits"][0]["snippet"], "the good old morning");
}
