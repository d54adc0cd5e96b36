//! Measures searching: `cargo run --release --example search_speed -- 1000000 [FOLDER]`.
//!
//! Makes an index of made-up messages in FOLDER, or takes the one that is there, and asks 200 mixed queries for their
//! first 50 hits with snippets. Prints the median, the 95th percentile and the longest, by the clock and by the
//! processor time of this thread (what counts on a busy machine), and the slowest queries.
#![allow(
    clippy::print_stdout,
    reason = "a measurement for the person who ran it"
)]
#![allow(clippy::cast_possible_truncation, reason = "made-up numbers are small")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use latchkey_index::{Index, IndexKey, Order, Origin, Query};
use latchkey_messages::{
    Chat, ChatId, ChatKind, Kind, Media, Message, NameSource, Person, PersonId, ReadCounts, RowId,
};

const CHATS: u64 = 60;
const PEOPLE: u64 = 200;
/// Milliseconds between two of a million messages.
const STEP: i64 = 300_000;
const START: i64 = 1_500_000_000_000;

/// The commonest words, most frequent first; made-up ones follow with the frequencies of a language (Zipf).
const COMMON: &str = "the to and i you a of in is it for that on me have be so this but we are with not my \
    will at do was what if just can your know good like ok get go all see no out now time there up they how \
    when about from come want today think here one or day home well got then going back tomorrow";

fn main() {
    let mut arguments = std::env::args().skip(1);
    let messages: u64 = arguments
        .next()
        .and_then(|n| n.parse().ok())
        .unwrap_or(1_000_000);
    let folder = arguments.next().map_or_else(
        || std::env::temp_dir().join("latchkey-search-speed"),
        PathBuf::from,
    );
    let key = IndexKey::from_bytes(&[0x42; 32]);
    if !folder.join("search.db").exists() {
        make(&folder, &key, messages);
    }
    for file in ["tables.db", "search.db"] {
        let size = std::fs::metadata(folder.join(file)).expect("a file").len();
        println!("{file} {:.1} MB", size as f64 / 1e6);
    }
    let index = Index::open_read_only(&folder, &key).expect("an index");
    for (what, order) in [
        ("newest first", Order::Newest),
        ("best match first", Order::BestMatch),
    ] {
        measure(&index, what, order);
    }
}

struct Took {
    clock: Duration,
    processor: Duration,
    query: String,
    total: u64,
}

fn measure(index: &Index, what: &str, order: Order) {
    let mut took = Vec::new();
    ask(index, "warm", order);
    let first = ask(index, "warmer", order);
    println!(
        "{what}; a warm search for nothing takes {:.2?}",
        first.clock
    );
    for query in queries() {
        took.push(ask(index, &query, order));
    }
    let of = |time: fn(&Took) -> Duration| {
        let mut times: Vec<Duration> = took.iter().map(time).collect();
        times.sort_unstable();
        let at = |part: usize| times[(times.len() - 1) * part / 100];
        format!(
            "p50 {:.2?}, p95 {:.2?}, max {:.2?}",
            at(50),
            at(95),
            at(100)
        )
    };
    println!(
        "  {} queries by the clock: {}",
        took.len(),
        of(|took| took.clock)
    );
    println!("  by the processor: {}", of(|took| took.processor));
    took.sort_by_key(|took| std::cmp::Reverse(took.processor));
    for took in took.iter().take(16) {
        println!(
            "  {:>10.2?} {:>10.2?}  {:>5}  {}",
            took.processor, took.clock, took.total, took.query
        );
    }
}

fn ask(index: &Index, text: &str, order: Order) -> Took {
    let query = Query {
        text: text.to_owned(),
        order,
        limit: 50,
        ..Query::default()
    };
    let (processor, started) = (processor_time(), Instant::now());
    let hits = index.search(&query).expect("hits");
    Took {
        clock: started.elapsed(),
        processor: processor_time().saturating_sub(processor),
        query: text.to_owned(),
        total: hits.total,
    }
}

/// Processor time of this thread: the first field of schedstat, nanoseconds.
fn processor_time() -> Duration {
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let spent = stat.split_whitespace().next().and_then(|n| n.parse().ok());
    Duration::from_nanos(spent.unwrap_or(0))
}

/// Queries that are not made from the words: several words, the last one often unfinished; phrases, open ones too; scripts
/// without spaces; signs that are no letters; words to leave out; filters, with words and alone.
const GIVEN: &[&[&str]] = &[
    &[
        "the k",
        "the ki",
        "you a",
        "see you t",
        "good mor",
        "will you go",
        "to be or",
        "i t",
        "what a",
        "home now ",
        "ok ok",
        "for the day ",
        "kamira the",
        "me and you",
        "it's",
        "don't",
        "that's the",
    ],
    &[
        "\"to the\"",
        "\"of the",
        "\"see you\"",
        "\"good day\"",
        "\"in the m",
        "\"i am\"",
        "\"want to go\"",
        "\"you and me\"",
    ],
    &[
        "上",
        "的",
        "一",
        "上海",
        "东京",
        "一下",
        "我们",
        "上海的",
        "们",
        "中文字",
        "海 上",
    ],
    &["👍", "❤️", "👍 ok", "🎉"],
    &["-you the", "good -day", "-the k", "-to th", "ok -ok"],
    &[
        "from:\"Person 7\" the",
        "from:\"Person 7\" t",
        "from:me k",
        "from:me the ",
        "from:34600000012 go",
        "in:\"Group 0\" the",
        "in:\"Group 0\" t",
        "in:\"Group 0\" th",
        "in:\"Group 31\" e",
        "in:\"Group 31\" good",
        "has:photo",
        "has:photo the",
        "has:photo k",
        "has:link",
        "has:link in:\"Group 0\"",
        "has:document the",
        "is:starred",
        "is:starred you",
        "before:2018 the ",
        "after:2020 t",
        "on:2019-05 a",
        "on:2019-05-17 a",
        "on:2019-05-17",
        "from:me has:photo after:2019 a",
        "from:nobody the",
        "from:person t",
    ],
];

/// 200 queries, as a person types them and as they are when typed to the end.
fn queries() -> Vec<String> {
    let words = Words::new();
    let mut queries: Vec<String> = "abcdefghiklmnoprstuvwxy"
        .chars()
        .map(String::from)
        .collect();
    let starts = "th to wh ho yo an in ha wi go ti be so ka mi ra no le vi pe xq zz ba ne \
        the tha goo wha tom whe kam rat lev nos today tomorro good home";
    queries.extend(starts.split_whitespace().map(str::to_owned));
    queries.extend(
        COMMON
            .split_whitespace()
            .take(30)
            .map(|word| format!("{word} ")),
    );
    // Rare words: the further down the list, the rarer.
    queries.extend((0..24).map(|n| words.list[70 + n * 1200].clone()));
    queries.extend(GIVEN.iter().copied().flatten().map(|&text| text.to_owned()));
    let mut n = 0;
    while queries.len() < 200 {
        n += 1;
        let word = &words.list[n * 37];
        queries.push(word.chars().take(3 + n % 4).collect());
    }
    queries.truncate(200);
    queries
}

fn make(folder: &Path, key: &IndexKey, messages: u64) {
    let started = Instant::now();
    let mut index = Index::create(folder, key).expect("a new index");
    let mut session = index.begin_import(&Origin::default()).expect("a session");
    let people: Vec<Person> = (0..PEOPLE.cast_signed())
        .map(|n| Person {
            id: PersonId(n),
            address: format!("346{n:08}@s.whatsapp.net"),
            phone: Some(format!("346{n:08}")),
            name: Some((format!("Person {n}"), NameSource::Push)),
            ..Person::default()
        })
        .collect();
    session.people(&people).expect("people");
    let chats: Vec<Chat> = (0..CHATS.cast_signed())
        .map(|n| Chat {
            id: ChatId(n),
            address: format!("1203630{n:011}@g.us"),
            kind: ChatKind::Group,
            subject: Some(format!("Group {n}")),
            ..Chat::default()
        })
        .collect();
    session.chats(&chats).expect("chats");
    let mut made = Made {
        state: 0x9e37_79b9_7f4a_7c15,
        words: Words::new(),
    };
    for n in 0..messages {
        session
            .message(made.message(n, messages))
            .expect("a message");
    }
    let counts = ReadCounts {
        source_rows: messages,
        messages,
        ..ReadCounts::default()
    };
    session.finish(&counts).expect("a report");
    println!("made {messages} messages in {:.1?}", started.elapsed());
}

struct Words {
    list: Vec<String>,
    /// How often each word and those before it come, of a million.
    up_to: Vec<u32>,
}

impl Words {
    fn new() -> Self {
        let mut list: Vec<String> = COMMON.split_whitespace().map(str::to_owned).collect();
        let syllables = [
            "ka", "mi", "ra", "to", "le", "no", "su", "vi", "do", "pe", "schö", "n", "th", "ß",
            "ba", "ne", "re", "st", "in", "ti",
        ];
        let mut state = 7_u64;
        while list.len() < 30_000 {
            let mut word = String::new();
            for _ in 0..2 + list.len() % 3 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                word.push_str(syllables[(state >> 33) as usize % syllables.len()]);
            }
            list.push(word);
        }
        let weights: Vec<f64> = (0..list.len()).map(|n| 1.0 / (n as f64 + 2.7)).collect();
        let all: f64 = weights.iter().sum();
        let mut sum = 0.0;
        let up_to = weights
            .iter()
            .map(|weight| {
                sum += weight;
                (sum / all * 1e6) as u32
            })
            .collect();
        Self { list, up_to }
    }

    fn pick(&self, at: u64) -> &str {
        let n = self
            .up_to
            .partition_point(|&end| u64::from(end) <= at % 1_000_000);
        self.list.get(n).map_or("rest", String::as_str)
    }
}

/// Made-up messages, the same in every run.
struct Made {
    state: u64,
    words: Words,
}

impl Made {
    fn below(&mut self, end: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        self.state % end
    }

    fn text(&mut self) -> String {
        const EAST: &[char] = &[
            '的', '一', '是', '我', '们', '上', '海', '东', '京', '中', '文', '字', '下', '在',
        ];
        let mut text = String::new();
        if self.below(20) == 0 {
            for _ in 0..3 + self.below(20) {
                let common = self.below(3) == 0;
                let letter = if common {
                    EAST[self.below(EAST.len() as u64) as usize]
                } else {
                    char::from_u32(0x4E00 + self.below(2500) as u32).unwrap_or('上')
                };
                text.push(letter);
            }
            return text;
        }
        for _ in 0..1 + self.below(14) {
            let at = self.below(1_000_000);
            text.push_str(self.words.pick(at));
            text.push(' ');
        }
        match self.below(30) {
            0 => text.push_str("👍🏽"),
            1 => text.push('❤'),
            2 => text.push_str("https://example.org/page"),
            _ => {}
        }
        text
    }

    fn message(&mut self, n: u64, messages: u64) -> Message {
        // One chat has a fifth of all messages; in time they take turns.
        let big = messages / 5;
        let (chat, place, length) = if n < big {
            (0, n, big)
        } else {
            let each = (messages - big).div_ceil(CHATS - 1).max(1);
            (1 + (n - big) / each, (n - big) % each, each)
        };
        let share = place as f64 / length as f64;
        let at = START
            + (share * messages as f64) as i64 * STEP * 1_000_000 / messages.cast_signed().max(1)
            + chat.cast_signed() * 1000;
        let sender = self.below(PEOPLE / 4) + chat % 4 * (PEOPLE / 4);
        let from_me = self.below(3) == 0;
        let media = (self.below(10) == 0).then(|| Media {
            path: Some(format!("Media/WhatsApp Images/IMG-20240317-WA{n:04}.jpg")),
            mime: Some("image/jpeg".to_owned()),
            ..Media::default()
        });
        Message {
            row: RowId(n.cast_signed() + 2),
            chat: ChatId(chat.cast_signed()),
            key_id: format!("{:016X}{:016X}", self.state, n),
            from_me,
            sender: (!from_me).then_some(PersonId(sender.cast_signed())),
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
            starred: self.below(400) == 0,
            media,
            ..Message::default()
        }
    }
}
