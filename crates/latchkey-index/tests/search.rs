//! Search in every script, and what it leaves out.
#![allow(clippy::unwrap_used, reason = "a panic in a test is a failed claim")]

#[path = "history/fixture.rs"]
mod fixture;

use fixture::*;
use latchkey_index::{Index, Query};
use latchkey_messages::*;

/// One message a line, at this position of the chat.
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
    /* 12 */ "see https://example.com/path?q=1 please, 12:30",
    /* 13 */ "the good old morning",
    /* 14 */ "a morning as good as any",
    /* 15 */ "ສະບາຍດີ",
    /* 16 */ "សួស្តី",
    /* 17 */ "မင်္ဂလာပါ",
    /* 18 */ "Καλημέρα σε όλους",
    /* 19 */ "İstanbul'da görüşürüz",
    /* 20 */ "call me on +34 600 111 222",
    /* 21 */ "schottische Musik",
    /* 22 */ "駅前のﾀﾜｰ、ｶﾞｲﾄﾞ付き",
    /* 23 */ "내일 \u{1112}\u{116c}\u{110b}\u{1174}록 작성",
    /* 24 */ "كتـــاب قديم",
    /* 25 */ "أحمد وإبراهيم وٱلآن",
    /* 26 */ "Ёлка и ёж",
    /* 27 */ "елка зелёная",
    /* 28 */ "STRASSENBAHN um acht",
    /* 29 */ "ILIK ılık sıcak",
    /* 30 */ "ﬁnally an eﬃcient oﬀer",
    /* 31 */ "Ｆｕｌｌ　ｗｉｄｔｈ １２３４",
    /* 32 */ "ok 👍🏽 and 👩‍🚀 from 🇪🇸 I ❤️ it 1️⃣",
    /* 33 */ "שָׁלוֹם עולם",
    /* 34 */ "どうもありがとうございました",
    /* 35 */ "मेरी क़लम",
    /* 36 */ "Łódź, Ørsted, façade, señor, Đặng",
    /* 37 */ "co\u{ad}operate z\u{200b}wide می\u{200c}خواهم",
    /* 38 */ "五月十七日在台北",
    /* 39 */ "don't l'homme e-mail",
];

type Cases = &'static [(&'static str, &'static [usize])];

// Each claim's queries, and the lines that each has to find: these and no others.

const IDEOGRAPHS: Cases = &[
    ("悬空", &[0]),
    ("空", &[0]),
    ("城堡", &[0]),
    ("堡", &[0]),
    ("上海", &[1]),
    ("海上", &[]),
    ("去上海出", &[1]),
    ("上海 出差", &[1]),
    ("台北", &[38]),
    ("十七日", &[38]),
    ("\"上海\"", &[1]),
];
const KANA: Cases = &[
    ("タワー", &[2, 22]),
    ("ﾀﾜｰ", &[2, 22]),
    ("ガイド", &[22]),
    ("がと", &[34]),
    ("ありがとう", &[34]),
    ("か\u{3099}と", &[34]),
];
const HANGUL: Cases = &[
    ("회의", &[3, 23]),
    ("회의실", &[3]),
    ("\u{1112}\u{116c}\u{110b}\u{1174}", &[3, 23]),
    ("오늘", &[3]),
];
const WITHOUT_SPACES: Cases = &[
    ("กาแฟ", &[4]),
    ("กิน", &[4]),
    ("ດີ", &[15]),
    ("សួស្តី", &[16]),
    ("မင်္ဂလာ", &[17]),
];
const ARABIC: Cases = &[
    ("كتاب", &[5, 6, 24]),
    ("كِتَاب", &[5, 6, 24]),
    ("كتابا", &[5]),
    ("قرأت", &[5]),
    ("قرات", &[5]),
    ("كتــــاب قديم", &[24]),
    ("احمد", &[25]),
    ("إحمد", &[25]),
    ("وابراهيم", &[25]),
    ("والان", &[25]),
    ("ﻛﺘﺎﺏ", &[5, 6, 24]),
    ("کتاب", &[5, 6, 24]),
    ("שלום", &[33]),
    ("میخواهم", &[37]),
];
const LATIN: Cases = &[
    ("schon", &[7]),
    ("SCHÖN", &[7]),
    ("scho\u{308}n", &[7]),
    ("scho", &[7, 21]),
    ("strasse", &[8, 28]),
    ("strasse ", &[8]),
    ("straße", &[8, 28]),
    ("STRAẞE", &[8, 28]),
    ("straßenbahn", &[28]),
    ("istanbul", &[19]),
    ("İSTANBUL", &[19]),
    ("ISTANBUL", &[19]),
    ("ıstanbul", &[19]),
    ("gorusuruz", &[19]),
    ("ilik", &[29]),
    ("ILIK", &[29]),
    ("SICAK", &[29]),
    ("lodz", &[36]),
    ("orsted", &[36]),
    ("facade", &[36]),
    ("senor", &[36]),
    ("dang", &[36]),
    ("señor façade", &[36]),
    ("cooperate", &[37]),
    ("wide", &[37]),
    ("don't", &[39]),
    ("homme", &[39]),
    ("e-mail", &[39]),
];
const CYRILLIC_AND_GREEK: Cases = &[
    ("Привет", &[9]),
    ("привет", &[9]),
    ("ПРИВЕТ", &[9]),
    ("елка", &[26, 27]),
    ("ёлка", &[26, 27]),
    ("ЕЛКА", &[26, 27]),
    ("зеленая", &[27]),
    ("еж", &[26]),
    ("καλημερα", &[18]),
    ("ΚΑΛΗΜΕΡΑ", &[18]),
    ("ολουσ", &[18]),
];
const INDIC: Cases = &[
    ("नमस्ते", &[10]),
    ("नमस्", &[10]),
    ("\u{958}लम", &[35]),
    ("\u{915}\u{93c}लम", &[35]),
];
const COMPATIBILITY: Cases = &[
    ("finally", &[30]),
    ("EFFICIENT", &[30]),
    ("oﬀer", &[30]),
    ("full width", &[31]),
    ("ｗｉｄｔｈ", &[31]),
    ("1234", &[31]),
    ("١٢٣٤", &[31]),
];
const EMOJI: Cases = &[
    ("🎂", &[11]),
    ("🎉 birthday", &[11]),
    ("👍", &[32]),
    ("👍🏽", &[32]),
    ("👍🏿", &[32]),
    ("🚀", &[32]),
    ("👩‍🚀", &[32]),
    ("👨‍🚀", &[]),
    ("🇪🇸", &[32]),
    ("🇫🇷", &[]),
    ("❤", &[32]),
    ("❤️", &[32]),
    ("ok👍", &[32]),
];
const ONE_LETTER: Cases = &[
    ("q", &[12]),
    ("к", &[9]),
    ("न", &[10]),
    ("駅", &[22]),
    ("오", &[3]),
    ("w", &[7, 8, 31, 37]),
    ("wi", &[8, 31, 37]),
    ("wir", &[8]),
    ("q p", &[12]),
    ("goo mor", &[]),
    ("good mor", &[13, 14]),
    ("good m", &[13, 14]),
];
const WORDS: Cases = &[
    ("example.com", &[12]),
    ("https://example.com", &[12]),
    ("12:30", &[12]),
    ("path?q=1", &[12]),
    ("foo:bar", &[]),
    ("morning good", &[13, 14]),
    ("\"good old\"", &[13]),
    ("„good old“", &[13]),
    ("\"old good\"", &[]),
    ("\"good ol", &[13]),
    ("morning -old", &[14]),
    ("morning -ol", &[13, 14]),
    ("-old morning ", &[14]),
    ("morning -\"as any\"", &[13]),
    ("morning -\"any as\"", &[13, 14]),
    ("morning -\"good as\"", &[13]),
    ("-good", &[]),
    ("600 111", &[20]),
    ("\"600 111 222\"", &[20]),
    ("+34 600", &[20]),
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

fn search(index: &Index, text: &str) -> latchkey_index::Hits {
    index
        .search(&Query {
            text: text.to_owned(),
            limit: 50,
            ..Query::default()
        })
        .unwrap()
}

fn find(index: &Index, text: &str) -> Vec<usize> {
    let hits = search(index, text);
    assert_eq!(hits.total, hits.hits.len() as u64);
    let mut lines: Vec<usize> = hits
        .hits
        .iter()
        .map(|hit| usize::try_from(hit.position).unwrap())
        .collect();
    lines.sort_unstable();
    lines
}

/// Every query of a claim finds its lines and no others, and each hit is marked in its snippet.
fn holds(claim: Cases) {
    let (_dir, index) = library();
    let mut wrong = Vec::new();
    for (text, lines) in claim {
        let found = find(&index, text);
        if found != *lines {
            wrong.push((text, lines, found));
        }
        for hit in search(&index, text).hits {
            let line = LINES[usize::try_from(hit.position).unwrap()];
            let marked = hit.snippet.0.iter().any(|part| part.hit);
            assert!(marked, "{text}: {:?}", hit.snippet);
            assert!(line.contains(hit.snippet.text().trim_matches('…')));
        }
    }
    assert!(wrong.is_empty(), "query, expected, found: {wrong:?}");
}

macro_rules! claims {
    ($($test:ident: $claim:ident,)+) => {
        $(
            #[test]
            fn $test() {
                holds($claim);
            }
        )+
    };
}

claims! {
    ideographs_are_found_inside_a_sentence: IDEOGRAPHS,
    kana_are_found_in_either_width: KANA,
    hangul_is_found_composed_and_in_parts: HANGUL,
    scripts_without_spaces_are_found_anywhere: WITHOUT_SPACES,
    arabic_is_found_without_its_marks: ARABIC,
    latin_is_found_without_its_accents_and_with_them: LATIN,
    cyrillic_and_greek_are_found_in_any_case: CYRILLIC_AND_GREEK,
    indic_words_are_found_by_their_signs: INDIC,
    letters_of_other_shapes_are_the_same_letters: COMPATIBILITY,
    emoji_are_found_with_or_without_what_modifies_them: EMOJI,
    one_letter_is_enough: ONE_LETTER,
    words_come_in_any_order_and_phrases_do_not: WORDS,
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

#[test]
fn a_name_that_is_imported_later_finds_whoever_is_mentioned() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let zoe = phone.person("34600333444", None);
    let chat = phone.chat_with(ana);
    phone
        .says(chat, Some(ana), 1000, "ask @34600333444 please")
        .mentions = vec![Mention {
        digits: "34600333444".to_owned(),
        person: Some(zoe),
        name: None,
    }];
    phone.says(chat, Some(ana), 2000, "nobody is named here");
    let (_dir, mut index) = indexed(&phone);
    let found = |index: &Index, text: &str| {
        let query = Query {
            text: text.to_owned(),
            limit: 10,
            ..Query::default()
        };
        let hits = index.search(&query).unwrap().hits;
        hits.iter().map(|hit| hit.message.0).collect::<Vec<_>>()
    };
    assert_eq!(found(&index, "zoë"), [0_i64; 0]);
    let entry = |name: &str| AddressBookEntry {
        phone: "34600333444".to_owned(),
        name: name.to_owned(),
        source: NameSource::AddressBook,
    };
    index.add_to_address_book(&[entry("Zoë Nowak")]).unwrap();
    assert_eq!(found(&index, "zoë"), [1]);
    assert_eq!(found(&index, "nowak please"), [1]);
    index.add_to_address_book(&[entry("Mia")]).unwrap();
    assert_eq!(found(&index, "zoë"), [0_i64; 0]);
    assert_eq!(found(&index, "mia"), [1]);
    index.forget_address_book().unwrap();
    assert_eq!(found(&index, "mia"), [0_i64; 0]);
}
