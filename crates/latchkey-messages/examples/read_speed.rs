//! Measures how fast a source is read and how much memory that takes:
//! `cargo run --release -p latchkey-messages --example read_speed -- 1000000`.
//!
//! It makes up a database without any index (or takes one whose path is given), copies it to private storage and
//! reads all of it, doing nothing with what it reads.
#![allow(
    clippy::print_stdout,
    reason = "the figures are what this program is for"
)]

use std::error::Error;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

use latchkey_messages::{PrivateFile, PrivatePlace};
use rusqlite::{Connection, params};

const SCHEMA: &str = "
    CREATE TABLE jid (_id INTEGER PRIMARY KEY, user TEXT, server TEXT, raw_string TEXT);
    CREATE TABLE chat (_id INTEGER PRIMARY KEY, jid_row_id INTEGER, subject TEXT);
    CREATE TABLE message (_id INTEGER PRIMARY KEY, chat_row_id INTEGER, from_me INTEGER, key_id TEXT,
        sender_jid_row_id INTEGER, status INTEGER, origin INTEGER, origination_flags INTEGER, timestamp INTEGER,
        received_timestamp INTEGER, message_type INTEGER, text_data TEXT, starred INTEGER, sort_id INTEGER);
    CREATE TABLE message_media (message_row_id INTEGER PRIMARY KEY, file_path TEXT, file_size INTEGER, mime_type TEXT,
        media_key BLOB, direct_path TEXT, file_hash TEXT, width INTEGER, height INTEGER);
    CREATE TABLE message_quoted (message_row_id INTEGER PRIMARY KEY, chat_row_id INTEGER, from_me INTEGER,
        key_id TEXT, message_type INTEGER, text_data TEXT);
    CREATE TABLE message_add_on (_id INTEGER PRIMARY KEY, from_me INTEGER, sender_jid_row_id INTEGER,
        parent_message_row_id INTEGER, timestamp INTEGER, message_add_on_type INTEGER);
    CREATE TABLE message_add_on_reaction (message_add_on_row_id INTEGER PRIMARY KEY, reaction TEXT);
    CREATE TABLE message_details (message_row_id INTEGER PRIMARY KEY, author_device_jid INTEGER);
    CREATE TABLE message_text (message_row_id INTEGER PRIMARY KEY, description TEXT, page_title TEXT, url TEXT);
    CREATE TABLE receipt_user (_id INTEGER PRIMARY KEY, message_row_id INTEGER, receipt_user_jid_row_id INTEGER,
        receipt_timestamp INTEGER, read_timestamp INTEGER, played_timestamp INTEGER);
    INSERT INTO message (_id, chat_row_id, key_id) VALUES (1, -1, '-1');";

fn main() -> Result<(), Box<dyn Error>> {
    let asked = std::env::args().nth(1).unwrap_or_else(|| "100000".into());
    let folder = tempfile::tempdir()?;
    let made = match asked.parse() {
        Ok(count) => {
            let path = folder.path().join("made.db");
            make(&path, count)?;
            path
        }
        Err(_) => asked.into(),
    };
    let size = std::fs::metadata(&made)?.len();
    let place = PrivatePlace::of_this_computer(folder.path());
    let mut file = PrivateFile::create(&place, size)?;
    std::io::copy(&mut std::fs::File::open(&made)?, &mut file)?;
    println!(
        "{} MB plain, in memory: {}",
        size / 1_000_000,
        file.in_memory()
    );
    println!("anonymous memory before: {} MiB", anonymous()?);

    let (start, before) = (Instant::now(), processor()?);
    let source = file.into_source()?;
    let (wall, own) = (start.elapsed().as_secs_f64(), processor()? - before);
    println!(
        "opened in {wall:.2} s ({own:.2} s of processor); anonymous memory {} MiB",
        anonymous()?
    );

    let (start, before) = (Instant::now(), processor()?);
    let (mut read, mut most) = (0_u64, 0);
    let counts = source.messages(&mut |message| {
        read += 1;
        std::hint::black_box(message);
        if read.is_multiple_of(50_000) {
            most = most.max(anonymous().unwrap_or(0));
        }
        ControlFlow::Continue(())
    })?;
    let (wall, own) = (start.elapsed().as_secs_f64(), processor()? - before);
    println!(
        "read {} of {} rows in {wall:.2} s ({own:.2} s of processor)",
        counts.messages, counts.source_rows
    );
    println!("at most {most} MiB of anonymous memory");
    Ok(())
}

/// Seconds that this thread has had of a processor (`/proc/self/schedstat`).
fn processor() -> Result<f64, Box<dyn Error>> {
    let stat = std::fs::read_to_string("/proc/self/schedstat")?;
    Ok(stat
        .split_whitespace()
        .next()
        .ok_or("no figures")?
        .parse::<f64>()?
        / 1e9)
}

/// Anonymous memory of this process, MiB (`RssAnon` of proc(5)).
fn anonymous() -> Result<u64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("RssAnon:"))
        .ok_or("no RssAnon")?;
    Ok(line
        .split_whitespace()
        .next()
        .ok_or("no number")?
        .parse::<u64>()?
        / 1024)
}

/// Makes up a history: 400 chats of very different lengths, a fifth with files, a tenth quoting, some reactions and
/// links; each message has a device, and each of the owner's two receipts.
fn make(path: &Path, count: i64) -> Result<(), Box<dyn Error>> {
    const WORDS: [&str; 8] = [
        "see",
        "you",
        "tomorrow",
        "at",
        "the",
        "harbour",
        "привет",
        "上海",
    ];
    let mut db = Connection::open(path)?;
    db.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")?;
    let all = db.transaction()?;
    all.execute_batch(SCHEMA)?;
    for chat in 1..=400_i64 {
        let user = format!("34600{chat:06}");
        let raw = format!("{user}@s.whatsapp.net");
        all.execute(
            "INSERT INTO jid VALUES (?1, ?2, 's.whatsapp.net', ?3)",
            params![chat, user, raw],
        )?;
        all.execute("INSERT INTO chat VALUES (?1, ?1, NULL)", [chat])?;
    }
    let mut message = all.prepare(
        "INSERT INTO message VALUES (?1, ?2, ?3, ?4, 0, 0, 0, 0, ?5, ?5, ?6, ?7, 0, ?1)",
    )?;
    let mut media = all.prepare(
        "INSERT INTO message_media VALUES (?1, ?2, 1000, 'image/jpeg', zeroblob(32), ?2, ?2, 640, 480)",
    )?;
    let mut quoted = all.prepare(
        "INSERT INTO message_quoted VALUES (?1, ?2, 0, ?3, 0, 'quoted words of before')",
    )?;
    let mut add_on =
        all.prepare("INSERT INTO message_add_on VALUES (?1, 1, 0, ?1, 1700000000000, 56)")?;
    let mut reaction = all.prepare("INSERT INTO message_add_on_reaction VALUES (?1, '👍')")?;
    let mut details = all.prepare("INSERT INTO message_details VALUES (?1, ?2)")?;
    let mut link = all
        .prepare("INSERT INTO message_text VALUES (?1, 'about', 'title', 'https://example.org')")?;
    let mut receipt = all.prepare(
        "INSERT INTO receipt_user (message_row_id, receipt_user_jid_row_id, receipt_timestamp, read_timestamp)
         VALUES (?1, ?2, ?3, ?3)",
    )?;
    let mut chance = 42_u64;
    let mut draw = |below: i64| {
        chance = chance
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(chance >> 33).unwrap_or(0) % below
    };
    for row in 2..count + 2 {
        let widest = 1 + draw(400);
        let chat = 1 + draw(widest);
        let words = 2 + draw(20);
        let text: Vec<&str> = (0..words)
            .filter_map(|_| WORDS.get(usize::try_from(draw(8)).ok()?).copied())
            .collect();
        let kind = i64::from(draw(5) == 0);
        let key = format!("3EB0{row:028X}");
        let from_me = draw(2);
        details.execute(params![row, chat])?;
        if from_me == 1 {
            for person in 1..3 {
                receipt.execute(params![row, person, 1_600_000_000_000 + row * 1000])?;
            }
        }
        if draw(20) == 0 {
            link.execute([row])?;
        }
        message.execute(params![
            row,
            chat,
            from_me,
            key,
            1_600_000_000_000 + row * 1000,
            kind,
            text.join(" ")
        ])?;
        if kind == 1 {
            media.execute(params![
                row,
                format!("Media/WhatsApp Images/IMG-20240101-WA{row:07}.jpg")
            ])?;
        }
        if draw(10) == 0 {
            quoted.execute(params![
                row,
                chat,
                format!("3EB0{:028X}", 2 + draw(row - 1))
            ])?;
        }
        if draw(20) == 0 {
            add_on.execute([row])?;
            reaction.execute([row])?;
        }
    }
    drop((message, media, quoted, add_on, reaction));
    drop((details, link, receipt));
    all.commit()?;
    Ok(())
}
