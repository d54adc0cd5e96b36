//! Numbers of a chat or of everything, each a count of rows; counted in one pass over the messages.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use latchkey_messages::Kind;
use rusqlite::{Connection, OptionalExtension as _, Row};

use super::calendar::{Months, Shown};
use super::emoji::EmojiFinder;
use super::spans::Scope;
use super::tally::{Tally, longest_stretch};
use crate::error::QueryError;
use crate::index::Index;
use crate::rows::{ChatId, PersonId};
use crate::schema::{self, flag};
use crate::search::UtcOffsets;

/// People who are named; the others are told together.
const PEOPLE: usize = 50;
/// Emoji that are told.
const EMOJI: usize = 24;
/// Different emoji that are kept apart; Unicode has not many more than half of that.
const DIFFERENT_EMOJI: usize = 8192;
/// Hours of a week.
const HOURS: usize = 7 * 24;

/// The numbers. Messages without a possible date are in no month, day or hour; the app's own notices are nowhere but in
/// `notices`. Dates are the sender's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Messages without the notices.
    pub messages: u64,
    /// Of these, without a date.
    pub undated: u64,
    /// The app's own notices.
    pub notices: u64,
    /// From the first month to the last, the empty ones too.
    pub months: Vec<MonthCount>,
    /// Who wrote how much, the most first; at most 50. Two of whose addresses turned out to be one are one.
    pub people: Vec<PersonCount>,
    /// Messages of people beyond those.
    pub people_more: u64,
    /// Monday's 24 hours, then Tuesday's, and so on.
    pub hours: Vec<u64>,
    /// Kinds, the most frequent first.
    pub kinds: Vec<KindCount>,
    /// Emoji in texts and captions, the most frequent first; at most 24. A sequence is one emoji, each skin tone another.
    pub emoji: Vec<EmojiCount>,
    /// The first of the longest stretches of days without a gap.
    pub streak: Option<Streak>,
    /// Days on which something was written.
    pub days: u64,
}

/// The messages of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthCount {
    /// Months since January of the year 0.
    pub month: i32,
    /// By the owner.
    pub mine: u64,
    /// By the others.
    pub theirs: u64,
}

/// How much one person wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonCount {
    /// The owner.
    pub from_me: bool,
    /// Who; absent for the owner and where it is unknowable.
    pub person: Option<PersonId>,
    /// That person's name, or `+number`.
    pub name: Option<String>,
    /// How many.
    pub messages: u64,
}

/// How many messages of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindCount {
    /// The kind.
    pub kind: Kind,
    /// How many.
    pub messages: u64,
    /// Bytes of their files, as the source says.
    pub bytes: u64,
}

/// How often an emoji was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmojiCount {
    /// The emoji.
    pub emoji: String,
    /// How often.
    pub count: u64,
}

/// Days without a gap, as days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Streak {
    /// How many.
    pub days: u32,
    /// The first.
    pub first: i32,
    /// The last.
    pub last: i32,
}

/// What is looked at of a message. The file is only asked for where there is one.
const COLUMNS: &str = "id, chat, flags, kind, sender, sent_at, unpack(text),
    CASE WHEN flags & 8 THEN (SELECT size FROM media WHERE media.message = message.id) END";
const _: () = assert!(flag::MEDIA == 8);

impl Index {
    /// The numbers of one chat, or of all but the hidden ones. Reads every message once, with its text.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn statistics(
        &self,
        chat: Option<ChatId>,
        zone: &UtcOffsets,
        hidden: &[ChatId],
    ) -> Result<Statistics, QueryError> {
        let mut counting = Counting::new(zone);
        let scope = Scope { chat, hidden };
        scope.each(&self.tables, COLUMNS, |row, _| counting.count(row))?;
        Ok(counting.finish(&self.tables)?)
    }
}

/// The numbers while they grow.
struct Counting<'z> {
    zone: &'z UtcOffsets,
    finder: EmojiFinder,
    calendar: Months,
    numbers: Statistics,
    months: BTreeMap<i32, (u64, u64)>,
    mine: u64,
    senders: HashMap<Option<i64>, u64>,
    kinds: BTreeMap<i64, (u64, u64)>,
    emoji: Tally<String>,
    days: BTreeSet<i32>,
    /// Most messages are of the same day as the one before.
    last_day: Option<i32>,
}

impl<'z> Counting<'z> {
    fn new(zone: &'z UtcOffsets) -> Self {
        Self {
            zone,
            finder: EmojiFinder::new(),
            calendar: Months::default(),
            numbers: Statistics {
                hours: vec![0; HOURS],
                ..Statistics::default()
            },
            months: BTreeMap::new(),
            mine: 0,
            senders: HashMap::new(),
            kinds: BTreeMap::new(),
            emoji: Tally::of_at_most(DIFFERENT_EMOJI),
            days: BTreeSet::new(),
            last_day: None,
        }
    }

    fn count(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let kind: i64 = row.get(3)?;
        if schema::kind(kind) == Kind::System {
            self.numbers.notices += 1;
            return Ok(());
        }
        self.numbers.messages += 1;
        let from_me = row.get::<_, i64>(2)? & flag::FROM_ME != 0;
        if from_me {
            self.mine += 1;
        } else {
            *self.senders.entry(row.get(4)?).or_default() += 1;
        }
        let size: Option<i64> = row.get(7)?;
        let (messages, bytes) = self.kinds.entry(kind).or_default();
        *messages += 1;
        *bytes = bytes.saturating_add(size.and_then(|size| size.try_into().ok()).unwrap_or(0));
        if let Ok(Some(text)) = row.get_ref(6)?.as_str_or_null() {
            let emoji = &mut self.emoji;
            self.finder.find(text, |found| emoji.add(found));
        }
        let sent_at: Option<i64> = row.get(5)?;
        match sent_at.and_then(|at| Shown::at(at, self.zone)) {
            Some(shown) => self.count_date(shown, from_me),
            None => self.numbers.undated += 1,
        }
        Ok(())
    }

    fn count_date(&mut self, shown: Shown, from_me: bool) {
        let month = self.calendar.of(shown.day);
        let (mine, theirs) = self.months.entry(month).or_default();
        *(if from_me { mine } else { theirs }) += 1;
        if let Some(hour) = self.numbers.hours.get_mut(shown.hour_of_week()) {
            *hour += 1;
        }
        if self.last_day != Some(shown.day) {
            self.days.insert(shown.day);
            self.last_day = Some(shown.day);
        }
    }

    fn finish(self, tables: &Connection) -> rusqlite::Result<Statistics> {
        let mut numbers = self.numbers;
        let span = self
            .months
            .first_key_value()
            .zip(self.months.last_key_value());
        if let Some(((&first, _), (&last, _))) = span {
            let month = |month| {
                let (mine, theirs) = self.months.get(&month).copied().unwrap_or_default();
                MonthCount {
                    month,
                    mine,
                    theirs,
                }
            };
            numbers.months = (first..=last).map(month).collect();
        }
        numbers.kinds = kinds(self.kinds);
        let emoji = self.emoji.most_first().into_iter().take(EMOJI);
        numbers.emoji = emoji
            .map(|(emoji, count)| EmojiCount { emoji, count })
            .collect();
        numbers.days = self.days.len() as u64;
        let streak = longest_stretch(self.days.into_iter());
        numbers.streak = streak.map(|(days, first, last)| Streak { days, first, last });
        let people = people(tables, self.mine, self.senders)?;
        let more = people.iter().skip(PEOPLE).map(|person| person.messages);
        numbers.people_more = more.sum();
        numbers.people = people.into_iter().take(PEOPLE).collect();
        for person in &mut numbers.people {
            person.name = name_of(tables, person.person)?;
        }
        Ok(numbers)
    }
}

/// Numbers that stand for the same kind in this version are one kind.
fn kinds(counted: BTreeMap<i64, (u64, u64)>) -> Vec<KindCount> {
    let mut kinds: Vec<KindCount> = Vec::new();
    for (code, (messages, bytes)) in counted {
        let kind = schema::kind(code);
        match kinds.iter_mut().find(|known| known.kind == kind) {
            Some(known) => {
                known.messages += messages;
                known.bytes = known.bytes.saturating_add(bytes);
            }
            None => kinds.push(KindCount {
                kind,
                messages,
                bytes,
            }),
        }
    }
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.messages));
    kinds
}

/// Everybody who wrote something, the most first, without their names.
fn people(
    tables: &Connection,
    mine: u64,
    senders: HashMap<Option<i64>, u64>,
) -> rusqlite::Result<Vec<PersonCount>> {
    let mut one_of_two =
        tables.prepare_cached("SELECT coalesce(same_as, id) FROM person WHERE id = ?1")?;
    let mut counts: BTreeMap<Option<i64>, u64> = BTreeMap::new();
    for (sender, messages) in senders {
        let who = match sender {
            Some(id) => one_of_two
                .query_row([id], |row| row.get(0))
                .optional()?
                .or(sender),
            None => None,
        };
        *counts.entry(who).or_default() += messages;
    }
    let person = |(who, messages): (Option<i64>, u64)| PersonCount {
        from_me: false,
        person: who.map(PersonId),
        name: None,
        messages,
    };
    let mut people: Vec<_> = counts.into_iter().map(person).collect();
    if mine > 0 {
        people.insert(
            0,
            PersonCount {
                from_me: true,
                person: None,
                name: None,
                messages: mine,
            },
        );
    }
    people.sort_by_key(|person| std::cmp::Reverse(person.messages));
    Ok(people)
}

fn name_of(tables: &Connection, person: Option<PersonId>) -> rusqlite::Result<Option<String>> {
    let Some(person) = person else {
        return Ok(None);
    };
    let mut statement =
        tables.prepare_cached("SELECT coalesce(name, '+' || phone) FROM person WHERE id = ?1")?;
    let name = statement.query_row([person.0], |row| row.get(0));
    Ok(name.optional()?.flatten())
}
