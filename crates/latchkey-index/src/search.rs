//! Finds messages by their own words, newest first.
//!
//! The text index says which messages, the facets filter and sort them, the tables give the snippets.

mod facets;
mod grammar;
mod snippet;
pub(crate) mod store;
mod words;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use latchkey_messages::Kind;
use rusqlite::Connection;
use serde::Serialize;

pub(crate) use self::facets::{Facet, Facets};
use self::facets::{LoadedFacets, seconds};
use self::grammar::Wanted;
pub use self::snippet::{Snippet, SnippetPart};
pub(crate) use self::words::OwnWords;
use crate::error::SearchError;
use crate::index::Index;
use crate::rows::{ChatId, MessageId, PersonId};
use crate::schema;
use crate::tokens::Tokenizer;

/// `total` is exact up to here.
const EXACT: u64 = 10_000;

/// What to search for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// As typed: all words in any order, `"a phrase"`, `-without`; the last word may be unfinished.
    /// Empty: every message that the filters leave, when there is one.
    pub text: String,
    /// Only this chat.
    pub chat: Option<ChatId>,
    /// Only this sender.
    pub sender: Option<PersonId>,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only at or after this time, milliseconds UTC, by the second.
    pub after: Option<i64>,
    /// Only before this time, milliseconds UTC, by the second.
    pub before: Option<i64>,
    /// How many hits to give back.
    pub limit: u32,
    /// How many of the newest hits to skip.
    pub offset: u32,
}

/// A page of hits, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hits {
    /// Messages found.
    pub total: u64,
    /// There are more than `total` says.
    pub total_at_least: bool,
    /// The page.
    pub hits: Vec<Hit>,
}

/// One message that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// Its chat.
    pub chat: ChatId,
    /// The message.
    pub message: MessageId,
    /// Its place in the chat.
    pub position: u64,
    /// Sender's clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<i64>,
    /// Who sent it; absent for the owner's own and where it is unknowable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender: Option<PersonId>,
    /// The chat's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chat_name: Option<String>,
    /// The sender's name, or `+number`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender_name: Option<String>,
    /// The owner's own.
    pub from_me: bool,
    /// Kind.
    pub kind: Kind,
    /// The text around the hit.
    pub snippet: Snippet,
}

impl Index {
    /// Searches every chat.
    ///
    /// # Errors
    /// [`SearchError::NotReady`] when the index was opened read-only and its text index is behind; else
    /// what reading the databases meets.
    pub fn search(&self, query: &Query) -> Result<Hits, SearchError> {
        let search = self.search.as_ref().ok_or(SearchError::NotReady)?;
        let mut tokenizer = Tokenizer::new();
        let wanted = Wanted::read(&query.text, &mut tokenizer);
        let filter = Filter::new(&self.tables, query)?;
        let mut best = Best::new(query.limit, query.offset);
        self.facets
            .read(search, |facets| -> rusqlite::Result<()> {
                match wanted.expression() {
                    Some(expression) => {
                        collect_matches(search, &expression, &filter, facets, &mut best)
                    }
                    None if query.text.trim().is_empty() && filter.filters_something() => {
                        filter.every_id(facets, &mut best);
                        Ok(())
                    }
                    None => Ok(()),
                }
            })??;
        let total = best.total;
        let hits = best
            .page()
            .map(|id| self.hit(id, &wanted, &mut tokenizer))
            .collect::<Result<_, _>>()?;
        Ok(Hits {
            total: total.min(EXACT),
            total_at_least: total > EXACT,
            hits,
        })
    }

    fn hit(&self, id: i64, wanted: &Wanted, tokenizer: &mut Tokenizer) -> Result<Hit, SearchError> {
        let mut statement = self.tables.prepare_cached(
            "SELECT m.chat, m.sent_at, m.sender, m.flags, m.kind, m.text, media.name,
               coalesce(c.subject, peer.name, '+' || peer.phone), coalesce(p.name, '+' || p.phone),
               run.position + m.id - run.first
             FROM message m JOIN chat c ON c.id = m.chat
               JOIN run ON run.first = (SELECT max(first) FROM run WHERE first <= m.id)
               LEFT JOIN media ON media.message = m.id
               LEFT JOIN person peer ON peer.id = c.peer LEFT JOIN person p ON p.id = m.sender
             WHERE m.id = ?1",
        )?;
        let hit = statement.query_row([id], |row| {
            let words = store::own_words(
                row.get_ref(5)?.as_str_or_null()?,
                row.get_ref(6)?.as_str_or_null()?,
            );
            let from_me = row.get::<_, i64>(3)? & schema::flag::FROM_ME != 0;
            Ok(Hit {
                chat: ChatId(row.get(0)?),
                message: MessageId(id),
                position: row.get::<_, i64>(9)?.try_into().unwrap_or(0),
                sent_at: row.get(1)?,
                sender: row.get::<_, Option<i64>>(2)?.map(PersonId),
                chat_name: row.get(7)?,
                sender_name: row.get(8)?,
                from_me,
                kind: schema::kind(row.get(4)?),
                snippet: snippet::cut(&words, wanted, tokenizer),
            })
        });
        Ok(hit?)
    }
}

fn collect_matches(
    search: &Connection,
    expression: &str,
    filter: &Filter,
    facets: &LoadedFacets<'_>,
    best: &mut Best,
) -> rusqlite::Result<()> {
    let (from, to) = filter.id_span();
    let mut statement = search.prepare_cached(
        "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid BETWEEN ?2 AND ?3",
    )?;
    let mut rows = statement.query(rusqlite::params![expression, from, to])?;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let facet = facets.get(id);
        if filter.lets_through(id, facet) {
            best.offer(facet.at, id);
        }
    }
    Ok(())
}

/// The filters of a query, in terms of ids and facets.
struct Filter {
    /// The chat's runs, by first id; `None`: every chat.
    runs: Option<Vec<(i64, i64)>>,
    senders: Option<Vec<u32>>,
    kind: Option<u8>,
    after: u32,
    before: u32,
    dated: bool,
}

impl Filter {
    fn new(tables: &Connection, query: &Query) -> rusqlite::Result<Self> {
        let runs = match query.chat {
            None => None,
            Some(chat) => {
                let mut statement = tables.prepare_cached(
                    "SELECT first, length FROM run WHERE chat = ?1 ORDER BY first",
                )?;
                let rows = statement.query_map([chat.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
                Some(rows.collect::<rusqlite::Result<_>>()?)
            }
        };
        let senders = match query.sender {
            None => None,
            Some(person) => Some(every_id_of(tables, person.0)?),
        };
        Ok(Self {
            runs,
            senders,
            kind: query
                .kind
                .map(|kind| u8::try_from(schema::kind_code(kind)).unwrap_or(0)),
            after: query.after.map_or(0, seconds),
            before: query.before.map_or(u32::MAX, seconds),
            dated: query.after.is_some() || query.before.is_some(),
        })
    }

    fn filters_something(&self) -> bool {
        self.runs.is_some() || self.senders.is_some() || self.kind.is_some() || self.dated
    }

    /// The smallest and the greatest id that can pass.
    fn id_span(&self) -> (i64, i64) {
        match &self.runs {
            None => (0, i64::MAX),
            Some(runs) => {
                let end = runs.last().map_or(0, |(first, length)| first + length - 1);
                (runs.first().map_or(0, |run| run.0), end)
            }
        }
    }

    fn lets_through(&self, id: i64, facet: Facet) -> bool {
        let dated =
            !self.dated || (facet.at != 0 && facet.at >= self.after && facet.at < self.before);
        dated
            && self.kind.is_none_or(|kind| kind == facet.kind)
            && self
                .senders
                .as_ref()
                .is_none_or(|senders| senders.contains(&facet.sender))
            && self.runs.as_ref().is_none_or(|runs| {
                let next = runs.partition_point(|run| run.0 <= id);
                next.checked_sub(1)
                    .and_then(|n| runs.get(n))
                    .is_some_and(|(first, length)| id < first + length)
            })
    }

    fn every_id(&self, facets: &LoadedFacets<'_>, best: &mut Best) {
        let (from, to) = self.id_span();
        for id in from.max(1)..facets.end().min(to.saturating_add(1)) {
            let facet = facets.get(id);
            if self.lets_through(id, facet) {
                best.offer(facet.at, id);
            }
        }
    }
}

/// Every id of a person: two may have turned out to be one after messages of both were stored.
fn every_id_of(tables: &Connection, person: i64) -> rusqlite::Result<Vec<u32>> {
    let mut statement = tables.prepare_cached(
        "WITH own AS (SELECT coalesce(same_as, id) AS id FROM person WHERE id = ?1)
         SELECT person.id FROM person, own WHERE person.id = own.id OR person.same_as = own.id",
    )?;
    let ids = statement.query_map([person], |row| row.get(0))?;
    ids.collect()
}

/// Keeps the newest matches and counts all.
struct Best {
    heap: BinaryHeap<Reverse<(u32, i64)>>,
    keep: usize,
    skip: usize,
    total: u64,
}

impl Best {
    fn new(limit: u32, offset: u32) -> Self {
        let keep = (limit as usize).saturating_add(offset as usize);
        Self {
            heap: BinaryHeap::new(),
            keep,
            skip: offset as usize,
            total: 0,
        }
    }

    fn offer(&mut self, at: u32, id: i64) {
        self.total += 1;
        if self.heap.len() < self.keep {
            self.heap.push(Reverse((at, id)));
        } else if self.heap.peek().is_some_and(|worst| worst.0 < (at, id)) {
            self.heap.pop();
            self.heap.push(Reverse((at, id)));
        }
    }

    fn page(self) -> impl Iterator<Item = i64> {
        // Reverse sorts ascending: the newest come first.
        self.heap
            .into_sorted_vec()
            .into_iter()
            .skip(self.skip)
            .map(|Reverse((_, id))| id)
    }
}
