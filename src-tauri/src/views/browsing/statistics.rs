//! Numbers to look at, of a chat or of everything. Every one is a count of rows.

use serde::Serialize;
use ts_rs::TS;

/// The numbers of one chat, or of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatisticsView {
    /// Messages without the app's own notices.
    pub messages: u64,
    /// Of these, without a date: they are in no month, day or hour.
    pub undated: u64,
    /// The app's own notices, which are counted nowhere else.
    pub notices: u64,
    /// Every month from the first to the last, the empty ones too.
    pub months: Vec<MonthView>,
    /// Who wrote how much, the most first; at most 50.
    pub people: Vec<PersonCountView>,
    /// Messages of people beyond those.
    pub people_more: u64,
    /// 7 × 24 counts: Monday's hours from midnight, then Tuesday's, and so on.
    pub hours: Vec<u64>,
    /// Messages by kind, the most first.
    pub kinds: Vec<KindBytesView>,
    /// The most used emoji, the most first; at most 24.
    pub emoji: Vec<EmojiCountView>,
    /// The most days without a gap on which something was written.
    pub streak: Option<StreakView>,
    /// Days on which something was written.
    pub days: u64,
    /// The time zone that days and hours are counted in, by its IANA name; where it has none, as `UTC+01:00`.
    pub zone: String,
}

/// The messages of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MonthView {
    /// Months since January of the year 0.
    pub month: i32,
    /// By the person.
    pub mine: u64,
    /// By the others.
    pub theirs: u64,
}

/// How much one person wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonCountView {
    /// Whether it is the person whose phone it is.
    pub from_me: bool,
    /// Their name or number; absent when it is unknown.
    pub name: Option<String>,
    /// 0 to 7, the same for a person everywhere.
    pub hue: u8,
    /// How many.
    pub messages: u64,
}

/// How many messages of a kind, and the bytes of their files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KindBytesView {
    /// The word of the command line.
    pub kind: String,
    /// How many.
    pub messages: u64,
    /// Bytes of their files, as the backup states them; 0 for kinds without.
    pub bytes: u64,
}

/// How often an emoji was used in texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EmojiCountView {
    /// The emoji.
    pub emoji: String,
    /// How often.
    pub count: u64,
}

/// Days without a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StreakView {
    /// How many.
    pub days: u32,
    /// The first, as days since 1970-01-01.
    pub first: i32,
    /// The last.
    pub last: i32,
}

/// A day of a chat on which there was talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DayView {
    /// Days since 1970-01-01, in the person's time zone.
    pub day: i32,
    /// Its first message's place in the chat.
    pub position: u64,
    /// How many.
    pub messages: u64,
}
