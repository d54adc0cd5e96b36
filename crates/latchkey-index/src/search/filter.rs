//! The filters of a query, typed ones and the caller's, in terms of ids and facets.

use latchkey_messages::Kind;
use rusqlite::Connection;

use super::facets::{Facet, LINK, LoadedFacets, Once, kind_number, seconds};
use super::filter_words::{FilterName, FilterValue, Has};
use super::grammar::{self, Typed, TypedFilter};
use super::names::{self, Sought};
use super::period::Period;
use super::{Query, every_id_of};
use crate::marks::{Asked, messages_with_marks};
use crate::rows::ChatId;
use crate::schema::flag;
use crate::tokens::Tokenizer;

/// What a message has to be.
#[derive(Default)]
pub(super) struct Filter {
    tests: Vec<Test>,
    /// Somebody asked for something, beside chats that are left out.
    asks: bool,
}

struct Test {
    negated: bool,
    what: What,
}

enum What {
    /// Sent by one of these, or by the owner.
    From { people: Vec<u32>, me: bool },
    /// In one of these stretches of ids: first and length, by first.
    Runs(Vec<(i64, i64)>),
    /// Of one of these kinds, a bit each, or view-once media of one of these sorts.
    Kinds { kinds: u32, once: u8 },
    /// Has all of these flags.
    Flags(u8),
    /// Seconds UTC, the second not included.
    Between(u32, u32),
    /// One of these, by id.
    Marked(Vec<i64>),
}

impl Filter {
    /// The filters of a query; names of those that nothing can pass are added to `unmatched`.
    pub(super) fn new(
        tables: &Connection,
        query: &Query,
        typed: &Typed,
        tokenizer: &mut Tokenizer,
        unmatched: &mut Vec<String>,
    ) -> rusqlite::Result<Self> {
        let mut filter = Self::default();
        for what in callers(tables, query)? {
            filter.tests.push(Test {
                negated: false,
                what,
            });
        }
        let callers = filter.tests.len();
        for typed in &typed.filters {
            match what(tables, query, typed, tokenizer)? {
                Some(what) => filter.add(callers, typed.negated, what),
                None => unmatched.push(typed.written.clone()),
            }
        }
        filter.asks = !filter.tests.is_empty();
        if !query.without.is_empty() {
            let without: Vec<i64> = query.without.iter().map(|chat| chat.0).collect();
            filter.tests.push(Test {
                negated: true,
                what: What::Runs(runs_of(tables, &without)?),
            });
        }
        filter.by_id_first();
        Ok(filter)
    }

    /// Adds what was typed. Typed senders add up, chats and kinds too: no message has two of them. All else has to
    /// hold together, with what the caller wants before all.
    fn add(&mut self, callers: usize, negated: bool, what: What) {
        let typed = self.tests.iter_mut().skip(callers);
        let merged = !negated
            && typed
                .filter(|test| !test.negated)
                .any(|test| test.what.or(&what));
        if !merged {
            self.tests.push(Test { negated, what });
        }
    }

    /// The chats come first: they say where the ids begin and end.
    fn by_id_first(&mut self) {
        let late = |test: &Test| test.negated || !matches!(test.what, What::Runs(_));
        self.tests.sort_by_key(late);
        for test in &mut self.tests {
            match &mut test.what {
                What::From { people, .. } => people.sort_unstable(),
                What::Runs(runs) => {
                    runs.sort_unstable();
                    runs.dedup();
                }
                _ => {}
            }
        }
    }

    pub(super) fn filters_something(&self) -> bool {
        self.asks
    }

    /// The smallest and the greatest id that can pass.
    pub(super) fn id_span(&self) -> (i64, i64) {
        match self.tests.first() {
            Some(Test {
                negated: false,
                what: What::Runs(runs),
            }) => {
                let end = runs.last().map_or(0, |(first, length)| first + length - 1);
                (runs.first().map_or(0, |run| run.0), end)
            }
            _ => (0, i64::MAX),
        }
    }

    pub(super) fn lets_through(&self, id: i64, facet: Facet) -> bool {
        let mut tests = self.tests.iter();
        tests.all(|test| test.what.holds(id, facet, test.negated))
    }

    /// Every id that passes, when there are at most `most`.
    pub(super) fn few(&self, facets: &LoadedFacets, most: usize) -> Option<Vec<i64>> {
        let mut few = Vec::new();
        for id in self.span(facets) {
            if self.lets_through(id, facets.get(id)) {
                if few.len() == most {
                    return None;
                }
                few.push(id);
            }
        }
        Some(few)
    }

    /// The ids among which those that pass are.
    pub(super) fn span(&self, facets: &LoadedFacets) -> std::ops::Range<i64> {
        let (from, to) = self.id_span();
        from.max(1)..facets.end().min(to.saturating_add(1))
    }
}

impl What {
    /// Takes another of the same sort in; `false` when they are of two sorts or have to hold together.
    fn or(&mut self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::From { people, me },
                Self::From {
                    people: more,
                    me: too,
                },
            ) => {
                people.extend(more);
                *me |= too;
            }
            (
                Self::Kinds { kinds, once },
                Self::Kinds {
                    kinds: more,
                    once: too,
                },
            ) => {
                *kinds |= more;
                *once |= too;
            }
            (Self::Runs(runs), Self::Runs(more)) => runs.extend(more),
            _ => return false,
        }
        true
    }

    fn holds(&self, id: i64, facet: Facet, negated: bool) -> bool {
        let holds = match self {
            Self::From { people, me } => {
                let from_me = i64::from(facet.flags) & flag::FROM_ME != 0;
                (*me && from_me)
                    || (facet.sender != 0 && people.binary_search(&facet.sender).is_ok())
            }
            Self::Runs(runs) => {
                let next = runs.partition_point(|run| run.0 <= id);
                let run = next.checked_sub(1).and_then(|n| runs.get(n));
                run.is_some_and(|(first, length)| id < first + length)
            }
            Self::Kinds { kinds, once } => {
                let kind = facet.kind();
                kinds & (1 << kind) != 0
                    || (facet.is_view_once() && once & (1 << facet.once()) != 0)
            }
            Self::Flags(flags) => facet.flags & flags == *flags,
            Self::Marked(ids) => ids.binary_search(&id).is_ok(),
            // A message without a date is neither within nor outside of any.
            Self::Between(after, before) => {
                return facet.at != 0 && (facet.at >= *after && facet.at < *before) != negated;
            }
        };
        holds != negated
    }
}

/// The filters that the caller set beside the text.
fn callers(tables: &Connection, query: &Query) -> rusqlite::Result<Vec<What>> {
    let mut whats = Vec::new();
    if let Some(chat) = query.chat {
        whats.push(What::Runs(runs_of(tables, &[chat.0])?));
    }
    if let Some(person) = query.sender {
        let people = every_id_of(tables, person.0)?;
        whats.push(What::From { people, me: false });
    }
    if let Some(kind) = query.kind {
        whats.push(kinds(&[kind], 0));
    }
    if query.after.is_some() || query.before.is_some() {
        let after = query.after.map_or(0, seconds);
        let before = query.before.map_or(u32::MAX, seconds);
        whats.push(What::Between(after, before));
    }
    Ok(whats)
}

fn kinds(kinds: &[Kind], once: u8) -> What {
    let kinds = kinds
        .iter()
        .fold(0, |bits, kind| bits | 1 << kind_number(*kind));
    What::Kinds { kinds, once }
}

fn what(
    tables: &Connection,
    query: &Query,
    typed: &TypedFilter,
    tokenizer: &mut Tokenizer,
) -> rusqlite::Result<Option<What>> {
    let value = grammar::value(&query.filter_words, &typed.value, tokenizer);
    let period = Period::read(&typed.value, &query.utc_offsets);
    Ok(match typed.name {
        FilterName::From if value == Some(FilterValue::Me) => Some(What::From {
            people: Vec::new(),
            me: true,
        }),
        FilterName::From => {
            let people = names::people(tables, &mut Sought::new(&typed.value, tokenizer))?;
            (!people.is_empty()).then_some(What::From { people, me: false })
        }
        FilterName::In => {
            let mut chats = names::chats(tables, &mut Sought::new(&typed.value, tokenizer))?;
            chats.retain(|chat| !query.without.contains(&ChatId(*chat)));
            let runs = runs_of(tables, &chats)?;
            (!runs.is_empty()).then_some(What::Runs(runs))
        }
        FilterName::Has => match value {
            Some(FilterValue::Has(has)) => Some(has_of(tables, has, tokenizer, &query.without)?),
            _ => None,
        },
        FilterName::Tag => {
            let tag = Asked::Tag(&typed.value);
            let messages = messages_with_marks(tables, &tag, tokenizer, &query.without)?;
            (!messages.is_empty()).then_some(What::Marked(messages))
        }
        FilterName::Is => (value == Some(FilterValue::Starred))
            .then(|| What::Flags(u8::try_from(flag::STARRED).unwrap_or(0))),
        FilterName::Before => period.map(|period| What::Between(0, seconds(period.start))),
        FilterName::After => period.map(|period| What::Between(seconds(period.start), u32::MAX)),
        FilterName::On => {
            period.map(|period| What::Between(seconds(period.start), seconds(period.end)))
        }
    })
}

fn has_of(
    tables: &Connection,
    has: Has,
    tokenizer: &Tokenizer,
    without: &[ChatId],
) -> rusqlite::Result<What> {
    let asked = match has {
        Has::Bookmark => Asked::Bookmark,
        Has::Note => Asked::Note,
        other => return Ok(carries(other)),
    };
    messages_with_marks(tables, &asked, tokenizer, without).map(What::Marked)
}

fn carries(has: Has) -> What {
    let once = |sort: Once| 1 << sort as u8;
    match has {
        Has::Photo => kinds(&[Kind::Image], once(Once::Photo)),
        Has::Video => kinds(&[Kind::Video, Kind::VideoNote], once(Once::Video)),
        Has::Voice => kinds(&[Kind::Voice], once(Once::Voice)),
        Has::Audio => kinds(&[Kind::Voice, Kind::Audio], once(Once::Voice)),
        Has::Gif => kinds(&[Kind::Gif], 0),
        Has::Document => kinds(&[Kind::Document], 0),
        Has::Sticker => kinds(&[Kind::Sticker], 0),
        Has::Media => kinds(
            &[
                Kind::Image,
                Kind::Video,
                Kind::VideoNote,
                Kind::Voice,
                Kind::Audio,
                Kind::Gif,
                Kind::Document,
                Kind::Sticker,
                Kind::ViewOnce,
                Kind::Album,
            ],
            0,
        ),
        Has::Link => What::Flags(LINK),
        Has::Poll => kinds(&[Kind::Poll], 0),
        Has::Location => kinds(&[Kind::Location, Kind::LiveLocation], 0),
        Has::Contact => kinds(&[Kind::Contact], 0),
        // Of the person's own marks nothing is in a message.
        Has::Bookmark | Has::Note => What::Marked(Vec::new()),
    }
}

fn runs_of(tables: &Connection, chats: &[i64]) -> rusqlite::Result<Vec<(i64, i64)>> {
    let mut statement = tables.prepare_cached("SELECT first, length FROM run WHERE chat = ?1")?;
    let mut runs = Vec::new();
    for chat in chats {
        let rows = statement.query_map([chat], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for run in rows {
            runs.push(run?);
        }
    }
    runs.sort_unstable();
    Ok(runs)
}

/// The kinds fit into the bits that facets and [`What::Kinds`] have for them.
const _: () = assert!(Kind::ALL.len() <= 32);
