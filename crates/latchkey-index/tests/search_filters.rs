//! The filters of a typed query, and the order of its hits.
#![allow(clippy::unwrap_used, reason = "a panic in a test is a failed claim")]

#[path = "history/fixture.rs"]
mod fixture;

use fixture::*;
use latchkey_index::{
    FilterName, FilterValue, FilterWords, Has, Hits, Index, Order, Query, UtcOffsets,
};
use latchkey_messages::*;

/// Messages by their one-word text, so that a test can name them.
fn library() -> (tempfile::TempDir, Index) {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana María"));
    let bo = phone.person("4915112345678", Some("Bo"));
    let wang = phone.person("8613800138000", Some("王海明"));
    let hiking = phone.group("Hiking Club");
    let ana_chat = phone.chat_with(ana);
    let wang_chat = phone.chat_with(wang);
    // Days of 2024 counted from the first of January.
    phone.says(hiking, Some(ana), 0, "alpha tea");
    phone.says(hiking, Some(bo), 40 * DAY, "beta tea");
    phone.says(hiking, None, 76 * DAY, "gamma tea").starred = true;
    phone.says(ana_chat, Some(ana), 76 * DAY + DAY - 1000, "delta tea");
    phone.says(ana_chat, None, 400 * DAY, "see https://example.org epsilon");
    phone.says(wang_chat, Some(wang), 77 * DAY, "zeta").starred = true;
    let file = |mime: &str| {
        Some(Media {
            mime: Some(mime.to_owned()),
            ..Media::default()
        })
    };
    for (text, kind, mime) in [
        ("photo1", Kind::Image, Some("image/jpeg")),
        ("video1", Kind::Video, Some("video/mp4")),
        ("note1", Kind::VideoNote, Some("video/mp4")),
        ("voice1", Kind::Voice, Some("audio/ogg; codecs=opus")),
        ("audio1", Kind::Audio, Some("audio/mpeg")),
        ("gif1", Kind::Gif, Some("video/mp4")),
        ("document1", Kind::Document, Some("application/pdf")),
        ("sticker1", Kind::Sticker, Some("image/webp")),
        ("oncephoto", Kind::ViewOnce, Some("image/jpeg")),
        ("oncevideo", Kind::ViewOnce, Some("video/mp4")),
        ("oncevoice", Kind::ViewOnce, Some("audio/ogg")),
        ("onceunknown", Kind::ViewOnce, None),
        ("album1", Kind::Album, None),
        ("poll1", Kind::Poll, None),
        ("place1", Kind::Location, None),
        ("live1", Kind::LiveLocation, None),
        ("card1", Kind::Contact, None),
    ] {
        let message = phone.says(wang_chat, Some(wang), 500 * DAY, text);
        message.kind = kind;
        message.media = mime.and_then(file);
    }
    phone
        .says(wang_chat, Some(wang), 501 * DAY, "preview1")
        .content = Some(Box::new(Content::Link(LinkPreview {
        url: Some("https://example.org".to_owned()),
        ..LinkPreview::default()
    })));
    let undated = phone.says(wang_chat, Some(wang), 0, "undated");
    (undated.sent_at, undated.received_at) = (None, None);
    indexed(&phone)
}

fn query(text: &str) -> Query {
    Query {
        text: text.to_owned(),
        limit: 100,
        ..Query::default()
    }
}

fn names(hits: &Hits) -> Vec<String> {
    assert_eq!(hits.total, hits.hits.len() as u64);
    let mut names: Vec<String> = hits
        .hits
        .iter()
        .map(|hit| {
            let text = hit.snippet.text();
            let word = text
                .split(char::is_whitespace)
                .find(|word| !["tea", "see"].contains(word) && !word.contains(':'));
            word.unwrap_or_default().to_owned()
        })
        .collect();
    names.sort();
    names
}

fn find(index: &Index, text: &str) -> Vec<String> {
    let hits = index.search(&query(text)).unwrap();
    assert_eq!(hits.unmatched, [""; 0], "{text}");
    names(&hits)
}

#[test]
fn who_sent_it_and_where() {
    let (_dir, index) = library();
    for (text, found) in [
        ("tea from:ana", &["alpha", "delta"] as &[&str]),
        ("from:\"Ana María\"", &["alpha", "delta"]),
        ("from:\"maria ana\" tea", &["alpha", "delta"]),
        ("from:an", &["alpha", "delta"]),
        ("from:+34600", &["alpha", "delta"]),
        ("from:\"+34 600 111\"", &["alpha", "delta"]),
        ("from:me", &["epsilon", "gamma"]),
        ("from:me from:bo", &["beta", "epsilon", "gamma"]),
        ("tea -from:me", &["alpha", "beta", "delta"]),
        ("tea in:hiking", &["alpha", "beta", "gamma"]),
        ("in:\"club hik\" from:ana", &["alpha"]),
        ("in:ana", &["delta", "epsilon"]),
        ("tea -in:hiking", &["delta"]),
        ("in:海明 zeta", &["zeta"]),
        ("from:王 is:starred", &["zeta"]),
        ("is:starred", &["gamma", "zeta"]),
        ("tea -is:starred", &["alpha", "beta", "delta"]),
        ("from:ana -tea", &[]),
        ("in:ana -tea", &["epsilon"]),
    ] {
        assert_eq!(find(&index, text), found, "{text}");
    }
}

#[test]
fn what_it_carries() {
    let (_dir, index) = library();
    for (text, found) in [
        ("has:photo", &["oncephoto", "photo1"] as &[&str]),
        ("has:video", &["note1", "oncevideo", "video1"]),
        ("has:voice", &["oncevoice", "voice1"]),
        ("has:audio", &["audio1", "oncevoice", "voice1"]),
        ("has:audio -has:voice", &["audio1"]),
        ("has:gif", &["gif1"]),
        ("has:document", &["document1"]),
        ("has:sticker", &["sticker1"]),
        ("has:poll", &["poll1"]),
        ("has:location", &["live1", "place1"]),
        ("has:contact", &["card1"]),
        ("has:link", &["epsilon", "preview1"]),
        ("has:poll has:sticker", &["poll1", "sticker1"]),
        ("HAS:Photo once", &["oncephoto"]),
    ] {
        assert_eq!(find(&index, text), found, "{text}");
    }
    assert_eq!(index.search(&query("has:media")).unwrap().total, 13);
}

#[test]
fn when_it_was_sent() {
    let (_dir, index) = library();
    for (text, found) in [
        ("tea on:2024-03-17", &["delta", "gamma"] as &[&str]),
        ("on:2024-03-18", &["zeta"]),
        ("on:2024-03", &["delta", "gamma", "zeta"]),
        ("tea on:2024", &["alpha", "beta", "delta", "gamma"]),
        ("tea before:2024-02", &["alpha"]),
        ("tea after:2024-02-10", &["beta", "delta", "gamma"]),
        ("tea after:2024-02-11", &["delta", "gamma"]),
        ("tea after:2024-02 before:2024-03", &["beta"]),
        ("tea -on:2024-03-17", &["alpha", "beta"]),
        ("undated -on:2024", &[]),
        ("undated", &["undated"]),
    ] {
        assert_eq!(find(&index, text), found, "{text}");
    }
    // An hour and a half east of UTC the last second of a day is already the next day.
    let east = Query {
        utc_offsets: UtcOffsets::fixed(5400),
        ..query("tea on:2024-03-17")
    };
    assert_eq!(names(&index.search(&east).unwrap()), ["gamma"]);
    let west = Query {
        utc_offsets: UtcOffsets::fixed(-5400),
        ..query("on:2024-03-17")
    };
    assert_eq!(names(&index.search(&west).unwrap()), ["delta", "zeta"]);
}

#[test]
fn a_filter_that_matches_nothing_is_named() {
    let (_dir, index) = library();
    for (text, unmatched) in [
        ("tea from:nobody", &["from:nobody"] as &[&str]),
        (
            "from:\"Ana Bo\" in:nowhere tea",
            &["from:\"Ana Bo\"", "in:nowhere"],
        ),
        ("has:spaceship", &["has:spaceship"]),
        ("before:yesterday tea", &["before:yesterday"]),
        ("is:nice", &["is:nice"]),
        ("tea -from:nobody", &["from:nobody"]),
        ("from:34", &["from:34"]),
    ] {
        let hits = index.search(&query(text)).unwrap();
        assert_eq!(hits.unmatched, unmatched, "{text}");
        assert_eq!((hits.total, hits.hits.len()), (0, 0), "{text}");
    }
    // One that is still being typed does not empty the page.
    assert_eq!(find(&index, "alpha from:"), ["alpha"]);
    assert_eq!(find(&index, "from:"), [""; 0]);
    // What is no letter finds nothing, also beside a filter.
    assert_eq!(find(&index, "from:ana !!!"), [""; 0]);
}

#[test]
fn the_interfaces_language_is_understood() {
    let (_dir, index) = library();
    let words = FilterWords::default()
        .with_name("de", FilterName::From)
        .with_name("tiene", FilterName::Has)
        .with_name("está", FilterName::Is)
        .with_value("mí", FilterValue::Me)
        .with_value("destacado", FilterValue::Starred)
        .with_value("foto", FilterValue::Has(Has::Photo));
    for (text, found) in [
        ("de:mi", &["epsilon", "gamma"] as &[&str]),
        ("tiene:foto", &["oncephoto", "photo1"]),
        ("esta:Destacado", &["gamma", "zeta"]),
        ("from:me has:photo", &[]),
    ] {
        let spanish = Query {
            filter_words: words.clone(),
            ..query(text)
        };
        assert_eq!(names(&index.search(&spanish).unwrap()), found, "{text}");
    }
    let none = Query {
        filter_words: FilterWords::none(),
        ..query("from:ana")
    };
    assert_eq!(index.search(&none).unwrap().total, 0);
}

#[test]
fn typed_filters_narrow_the_callers() {
    let (_dir, index) = library();
    let chats = index.chats().unwrap();
    let hiking = chats
        .iter()
        .find(|chat| chat.name.as_deref() == Some("Hiking Club"))
        .unwrap();
    let ana = Query {
        chat: Some(hiking.id),
        ..query("tea from:ana")
    };
    // Senders and kinds add up among the typed ones; the chat is the caller's.
    assert_eq!(names(&index.search(&ana).unwrap()), ["alpha"]);
    let outside = Query {
        chat: Some(hiking.id),
        ..query("in:ana")
    };
    assert_eq!(index.search(&outside).unwrap().total, 0);
}

#[test]
fn the_best_match_comes_first_on_request() {
    let mut phone = Phone::new();
    let ana = phone.person("34600111222", Some("Ana"));
    let chat = phone.chat_with(ana);
    for (day, text) in (0..).zip([
        "good morning old phrase",
        "morning is good whole",
        "good morning new phrase",
        "good mornings only begun",
        "a morning as good whole",
        "nothing of it",
    ]) {
        phone.says(chat, Some(ana), day * DAY, text);
    }
    let (_dir, index) = indexed(&phone);
    let order = |order: Order, offset: u32, limit: u32| -> Vec<u64> {
        let hits = index
            .search(&Query {
                order,
                offset,
                limit,
                ..query("good morning")
            })
            .unwrap();
        assert_eq!(hits.total, 5);
        hits.hits.iter().map(|hit| hit.position).collect()
    };
    assert_eq!(order(Order::Newest, 0, 10), [4, 3, 2, 1, 0]);
    assert_eq!(order(Order::BestMatch, 0, 10), [2, 0, 4, 1, 3]);
    assert_eq!(order(Order::BestMatch, 1, 2), [0, 4]);
    assert_eq!(order(Order::BestMatch, 3, 2), [1, 3]);
}
