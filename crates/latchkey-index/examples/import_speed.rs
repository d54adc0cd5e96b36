//! Measures an import of made-up messages: `cargo run --release --example import_speed -- 1000000 [FOLDER]`.
//!
//! Prints messages a second, the peak of anonymous memory, sizes, and how long reading and searching take.
#![allow(
    clippy::print_stdout,
    reason = "a measurement for the person who ran it"
)]
#![allow(clippy::cast_possible_truncation, reason = "made-up numbers are small")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use latchkey_index::{Index, IndexKey, MessageId, Origin, Query};
use latchkey_messages::{
    Chat, ChatId, ChatKind, Kind, Media, Message, NameSource, Person, PersonId, Quote, Reaction,
    ReadCounts, RowId,
};

const CHATS: u64 = 60;
const PEOPLE: i64 = 200;
const YEAR: i64 = 365 * 86_400_000;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let messages: u64 = arguments
        .next()
        .and_then(|n| n.parse().ok())
        .unwrap_or(1_000_000);
    let folder = arguments.next().map_or_else(
        || std::env::temp_dir().join("latchkey-import-speed"),
        PathBuf::from,
    );
    let _ = std::fs::remove_dir_all(&folder);
    let key = IndexKey::from_bytes(&[0x42; 32]);

    let mut made = Made::new();
    let started = Instant::now();
    let bytes: usize = (0..messages)
        .filter_map(|n| made.message(n, messages).text)
        .map(|text| text.len())
        .sum();
    let making = started.elapsed();
    println!(
        "text {:.1} MB, made alone in {making:.2?}",
        mega(bytes as u64)
    );

    let mut index = Index::create(&folder, &key).expect("a new index");
    let first = import(&mut index, messages, "first import");
    println!(
        "  without making the messages: {:.2?}",
        first.saturating_sub(making)
    );
    for file in ["tables.db", "search.db"] {
        let size = std::fs::metadata(folder.join(file)).expect("a file").len();
        println!("  {file} {:.1} MB", mega(size));
    }
    import(&mut index, messages, "the same again");
    drop(index);
    read(&folder, &key);
    rekey(&folder, &key);
    let _ = std::fs::remove_dir_all(&folder);
}

fn import(index: &mut Index, messages: u64, what: &str) -> Duration {
    let mut made = Made::new();
    let started = Instant::now();
    let processor = processor_time();
    let mut session = index.begin_import(&Origin::default()).expect("a session");
    session.people(&made.people()).expect("people");
    session.chats(&made.chats()).expect("chats");
    let mut peak = 0;
    for n in 0..messages {
        session
            .message(made.message(n, messages))
            .expect("a message");
        if n % 20_000 == 0 {
            peak = peak.max(anonymous_memory());
        }
    }
    let read = started.elapsed();
    let counts = ReadCounts {
        source_rows: messages,
        messages,
        ..ReadCounts::default()
    };
    let report = session.finish(&counts).expect("a report");
    peak = peak.max(anonymous_memory());
    let took = started.elapsed();
    println!(
        "{what}: {took:.2?} (messages handed over after {read:.2?}), processor {:.2} s, {:.0} messages/s, new {}, \
         peak RssAnon {:.0} MiB",
        processor_time() - processor,
        messages as f64 / took.as_secs_f64(),
        report.new,
        peak as f64 / 1024.0
    );
    took
}

fn rekey(folder: &Path, key: &IndexKey) {
    let next = IndexKey::from_bytes(&[0x43; 32]);
    let go_on = &mut |_, _| std::ops::ControlFlow::Continue(());
    let (started, processor) = (Instant::now(), processor_time());
    Index::rekey(folder, key, &next, go_on).expect("another key");
    println!(
        "another key: {:.2?}, processor {:.2} s",
        started.elapsed(),
        processor_time() - processor
    );
}

fn read(folder: &Path, key: &IndexKey) {
    let started = Instant::now();
    let index = Index::open(folder, key).expect("an index");
    let chats = index.chats().expect("chats");
    println!("open to the chat list: {:.2?}", started.elapsed());
    let chat = chats
        .iter()
        .max_by_key(|chat| chat.messages)
        .expect("a chat");
    for (what, from) in [
        ("first", 0),
        ("middle", chat.messages / 2),
        ("last", chat.messages - 50),
    ] {
        let started = Instant::now();
        let page = index.messages(chat.id, from, 50).expect("a page");
        println!(
            "{what} page of {} messages: {:.2?} ({} rows)",
            chat.messages,
            started.elapsed(),
            page.len()
        );
    }
    let first = index
        .message(MessageId(1))
        .expect("a message")
        .and_then(|row| row.sent_at)
        .unwrap_or(0);
    let started = Instant::now();
    let position = index
        .position_at(chat.id, first + YEAR + 40_000_000)
        .expect("a position");
    println!("position at a date: {:.2?} ({position})", started.elapsed());
    for text in [
        "k",
        "ka",
        "kami",
        "kamira",
        "kamira toleno",
        "\"ka mi\"",
        "上",
        "上海",
        "一丁",
        "xyzzy",
        "schon",
        "the",
        "the ",
    ] {
        let started = Instant::now();
        let query = Query {
            text: text.to_owned(),
            limit: 50,
            ..Query::default()
        };
        let hits = index.search(&query).expect("hits");
        let more = if hits.total_at_least { "+" } else { "" };
        println!(
            "search {text:?}: {:.2?} ({}{more})",
            started.elapsed(),
            hits.total
        );
    }
    let started = Instant::now();
    let report = index.verify().expect("a report");
    println!(
        "verify: {:.2?}, good: {}",
        started.elapsed(),
        report.is_good()
    );
}

/// Seconds of processor time this process has used, both threads: what counts on a busy machine.
fn processor_time() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat
        .rsplit(')')
        .next()
        .unwrap_or_default()
        .split_whitespace();
    // Fields 14 and 15 of proc(5), in ticks of a hundredth of a second.
    fields
        .skip(11)
        .take(2)
        .filter_map(|ticks| ticks.parse::<f64>().ok())
        .sum::<f64>()
        / 100.0
}

fn mega(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

fn anonymous_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("RssAnon:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or(0)
}

/// Made-up messages, the same in every run.
struct Made {
    state: u64,
    words: Vec<String>,
}

impl Made {
    fn new() -> Self {
        let mut made = Self {
            state: 0x9e37_79b9_7f4a_7c15,
            words: Vec::new(),
        };
        let syllables = [
            "ka", "mi", "ra", "to", "le", "no", "su", "vi", "do", "pe", "schö", "n", "the", "ß",
            "при", "вет",
        ];
        for n in 0..30_000 {
            let mut word = String::new();
            for _ in 0..=(n % 3) + 1 {
                word.push_str(syllables[made.below(syllables.len() as u64) as usize]);
            }
            made.words.push(word);
        }
        made
    }

    fn next(&mut self) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn people(&self) -> Vec<Person> {
        (0..PEOPLE)
            .map(|n| Person {
                id: PersonId(n),
                address: format!("346{n:08}@s.whatsapp.net"),
                phone: Some(format!("346{n:08}")),
                lids: vec![format!("99{n:012}")],
                name: Some((format!("Person {n}"), NameSource::Push)),
                ..Person::default()
            })
            .collect()
    }

    fn chats(&self) -> Vec<Chat> {
        (0..CHATS)
            .map(|n| Chat {
                id: ChatId(n.cast_signed()),
                address: format!("1203630{n:011}@g.us"),
                kind: ChatKind::Group,
                subject: Some(format!("Group {n}")),
                ..Chat::default()
            })
            .collect()
    }

    /// One chat has a fifth of all messages, the others share the rest.
    fn chat_of(n: u64, messages: u64) -> u64 {
        let big = messages / 5;
        if n < big {
            0
        } else {
            1 + (n - big) * (CHATS - 1) / (messages - big).max(1)
        }
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        if self.below(20) == 0 {
            for _ in 0..3 + self.below(20) {
                text.push(char::from_u32(0x4E00 + self.below(2500) as u32).unwrap_or('上'));
            }
            return text;
        }
        for _ in 0..2 + self.below(16) {
            // Common words are common, as in a language.
            let range = 1 + self.below(self.words.len() as u64);
            let n = self.below(range) as usize;
            let _ = write!(text, "{} ", self.words[n]);
        }
        text.pop();
        text
    }

    fn message(&mut self, n: u64, messages: u64) -> Message {
        let chat = Self::chat_of(n, messages);
        let at =
            1_500_000_000_000 + (n % 200_000).cast_signed() * 1_500_000 + chat.cast_signed() * 1000;
        let key = (self.next(), self.next());
        let from_me = key.0 & 1 == 0;
        let media = (self.below(10) == 0).then(|| Media {
            path: Some(format!("Media/WhatsApp Images/IMG-20240317-WA{n:04}.jpg")),
            mime: Some("image/jpeg".to_owned()),
            size: Some(123_456),
            width: Some(1200),
            height: Some(1600),
            sha256: Some([7; 32]),
            ..Media::default()
        });
        let reacted = key.1.is_multiple_of(20);
        Message {
            row: RowId((n * 7919 % messages + 2).cast_signed()),
            chat: ChatId(chat.cast_signed()),
            key_id: format!("{:016X}{:016X}", key.0, key.1),
            from_me,
            sender: (!from_me).then_some(PersonId((key.1 & 127).cast_signed())),
            sort: n.cast_signed(),
            sent_at: Some(at),
            received_at: Some(at + 900),
            kind: if media.is_some() {
                Kind::Image
            } else {
                Kind::Text
            },
            raw_kind: Some(i64::from(media.is_some())),
            text: Some(self.text()),
            quoted: key.1.is_multiple_of(12).then(|| Quote {
                text: Some("kamira toleno".to_owned()),
                ..Quote::default()
            }),
            media,
            reactions: reacted
                .then(|| Reaction {
                    emoji: "👍".to_owned(),
                    from_me: true,
                    sender: None,
                    at: Some(at),
                })
                .into_iter()
                .collect(),
            ..Message::default()
        }
    }
}
