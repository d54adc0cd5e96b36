//! Measures reading: `cargo run --release --example page_speed -- SOURCE.db FOLDER`.
//!
//! Imports the plain database SOURCE.db into FOLDER unless an index is there already, then prints one figure a line,
//! in milliseconds: opening to the chat list, pages of the largest chat, and its days, galleries and numbers.
#![allow(
    clippy::print_stdout,
    reason = "a measurement for the person who ran it"
)]

use std::error::Error;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use latchkey_index::{ChatId, GalleryKind, Index, IndexKey, Origin, UtcOffsets};
use latchkey_messages::Source;

/// Rows of a page.
const PAGE: u32 = 50;
/// Dates that a page is asked for.
const DATES: u32 = 100;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(source), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("SOURCE.db FOLDER".into());
    };
    let (source, folder) = (Path::new(&source), Path::new(&folder));
    let key = IndexKey::from_bytes(&[0x42; 32]);
    if !folder.exists() {
        let started = Instant::now();
        let mut index = Index::create(folder, &key)?;
        let source = Source::open_file(source)?;
        index.import(&source, &Origin::default(), &mut |_| {
            ControlFlow::Continue(())
        })?;
        println!("import {:.2}", started.elapsed().as_secs_f64());
    }
    let started = Instant::now();
    let index = Index::open_read_only(folder, &key)?;
    let chats = index.chats()?;
    print("open", started.elapsed());
    let chat = chats
        .iter()
        .max_by_key(|chat| chat.messages)
        .ok_or("no chats")?;
    println!("chat {}", chat.messages);
    let page = |from: u64| -> Result<Duration, Box<dyn Error>> {
        let started = Instant::now();
        let rows = index.messages(chat.id, from, PAGE)?;
        let took = started.elapsed();
        assert!(!rows.is_empty(), "an empty page");
        Ok(took)
    };
    print("first", page(0)?);
    print("last", page(chat.messages.saturating_sub(PAGE.into()))?);
    let (first, last) = (chat.first_at.unwrap_or(0), chat.last_at.unwrap_or(0));
    let mut took = Vec::new();
    for n in 0..DATES {
        // Spread by the golden ratio, so that neighbours never follow each other.
        let share = (f64::from(n) * 0.618_033_988_75).fract();
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a share of the time between"
        )]
        let at = first + ((last - first) as f64 * share) as i64;
        let started = Instant::now();
        let from = index.position_at(chat.id, at)?;
        let from = from.min(chat.messages.saturating_sub(1));
        took.push(started.elapsed() + page(from)?);
    }
    took.sort_unstable();
    print("date", took[took.len() * 95 / 100]);
    browse(&index, chat.id)
}

/// What a browser asks of whole chats: of the largest, and of all of them.
fn browse(index: &Index, largest: ChatId) -> Result<(), Box<dyn Error>> {
    let zone = UtcOffsets::fixed(3600);
    let timed = |name: &str, asked: &dyn Fn() -> Result<usize, Box<dyn Error>>| {
        let started = Instant::now();
        let found = asked()?;
        println!(
            "{name} {:.2} ({found})",
            started.elapsed().as_secs_f64() * 1000.0
        );
        Ok::<(), Box<dyn Error>>(())
    };
    timed("chat_days", &|| Ok(index.days(largest, &zone, &[])?.len()))?;
    timed("calls", &|| Ok(index.calls_page(0, 50, &[])?.calls.len()))?;
    for chat in [Some(largest), None] {
        let of = if chat.is_some() { "chat" } else { "all" };
        timed(&format!("statistics_{of}"), &|| {
            Ok(usize::try_from(
                index.statistics(chat, &zone, &[])?.messages,
            )?)
        })?;
        for kind in [GalleryKind::Pictures, GalleryKind::Links] {
            let name = format!("{kind:?}").to_lowercase();
            timed(&format!("gallery_{name}_{of}"), &|| {
                Ok(index.gallery_list(kind, chat, &[])?.len())
            })?;
        }
    }
    let list = index.gallery_list(GalleryKind::Pictures, None, &[])?;
    timed("gallery_months", &|| Ok(list.months(&zone).len()))?;
    let half = u64::try_from(list.len() / 2)?;
    timed("gallery_page", &|| {
        Ok(index.gallery(&list, half, 60)?.len())
    })
}

fn print(name: &str, took: Duration) {
    println!("{name} {:.2}", took.as_secs_f64() * 1000.0);
}
