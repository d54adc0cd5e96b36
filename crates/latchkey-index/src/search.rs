//! Finds messages by their own words, newest or best first.
//!
//! The text index says which messages, the facets filter and sort them, the tables give the snippets.

mod all;
mod beginnings;
mod facets;
mod filter;
mod filter_words;
mod find;
mod grammar;
mod ids;
mod matching;
mod names;
mod per_chat;
mod period;
mod snippet;
pub(crate) mod store;
mod words;

use latchkey_messages::Kind;
use rusqlite::Connection;
use serde::Serialize;

pub use self::all::AllHits;
pub(crate) use self::facets::{Facet, Facets, first_link, has_link};
use self::filter::Filter;
pub use self::filter_words::{FilterName, FilterValue, FilterWords, Has};
use self::find::{Finder, Found};
use self::grammar::Typed;
use self::matching::Tokens;
pub(crate) use self::names::Begun;
pub use self::period::UtcOffsets;
pub(crate) use self::period::days_before;
pub use self::snippet::{Snippet, SnippetPart};
use self::store::Texts;
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
    /// As typed: all words in any order, `"a phrase"`, `-without`, filters such as `from:Ana`; the last word may be
    /// unfinished. Only the first 1000 bytes are read. No words: every message that the filters leave.
    pub text: String,
    /// The words that make a filter of what is typed.
    pub filter_words: FilterWords,
    /// The time zone of typed dates.
    pub utc_offsets: UtcOffsets,
    /// Only this chat.
    pub chat: Option<ChatId>,
    /// Nothing of these chats is found or counted.
    pub without: Vec<ChatId>,
    /// Only this sender.
    pub sender: Option<PersonId>,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only at or after this time, milliseconds UTC, by the second.
    pub after: Option<i64>,
    /// Only before this time, milliseconds UTC, by the second.
    pub before: Option<i64>,
    /// Which hits come first.
    pub order: Order,
    /// How many hits to give back.
    pub limit: u32,
    /// How many of the first hits to skip.
    pub offset: u32,
}

/// Which hits come first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest.
    #[default]
    Newest,
    /// Those with the words as they were typed: next to each other; then those with the same whole words anywhere;
    /// then those where the last word is only the beginning of one. Within each the newest come first. How often a
    /// message has a word, and how long it is, do not count.
    BestMatch,
}

/// A page of hits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Hits {
    /// Messages found.
    pub total: u64,
    /// There are more than `total` says.
    pub total_at_least: bool,
    /// The page.
    pub hits: Vec<Hit>,
    /// How many each chat has, of all messages found; at least as many where `total_at_least`.
    #[serde(skip)]
    pub chats: Vec<ChatHits>,
    /// Typed filters that were not understood, or that match nobody and no chat: there are no hits then.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unmatched: Vec<String>,
}

/// How many messages of a chat were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChatHits {
    /// The chat; it has any.
    pub chat: ChatId,
    /// How many.
    pub hits: u64,
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
        let typed = Typed::read(&query.text, &query.filter_words, &mut tokenizer);
        let mut unmatched = Vec::new();
        let filter = Filter::new(&self.tables, query, &typed, &mut tokenizer, &mut unmatched)?;
        let nothing_asked = typed.wanted.all.is_empty() && !filter.filters_something();
        if !unmatched.is_empty() || typed.mute || nothing_asked {
            return Ok(Hits {
                unmatched,
                ..Hits::default()
            });
        }
        let texts = Texts::new(&self.tables);
        let found = self.facets.read(search, |facets| {
            let mut finder = Finder {
                search,
                stretches: facets.stretches(&self.tables)?,
                texts: &texts,
                facets,
                filter: &filter,
                tokenizer: &mut tokenizer,
                tokens: Tokens::default(),
            };
            find(&mut finder, &typed, query)
        })??;
        let mut tokens = Tokens::default();
        let page = found.ids.into_iter().skip(query.offset as usize);
        let hits = page
            .map(|id| {
                let words = texts.read(id)?;
                let snippet = snippet::cut(&words, &typed.wanted, &mut tokens, &mut tokenizer);
                self.hit(id, snippet)
            })
            .collect::<Result<_, _>>()?;
        Ok(Hits {
            total: found.total.min(EXACT),
            total_at_least: found.total > EXACT,
            hits,
            chats: found.chats,
            unmatched,
        })
    }

    fn hit(&self, id: i64, snippet: Snippet) -> Result<Hit, SearchError> {
        let mut statement = self.tables.prepare_cached(
            "SELECT m.chat, m.sent_at, m.sender, m.flags, m.kind,
               coalesce(c.subject, peer.name, '+' || peer.phone), coalesce(p.name, '+' || p.phone),
               run.position + m.id - run.first
             FROM message m JOIN chat c ON c.id = m.chat
               JOIN run ON run.first = (SELECT max(first) FROM run WHERE first <= m.id)
               LEFT JOIN person peer ON peer.id = c.peer LEFT JOIN person p ON p.id = m.sender
             WHERE m.id = ?1",
        )?;
        let hit = statement.query_row([id], |row| {
            let from_me = row.get::<_, i64>(3)? & schema::flag::FROM_ME != 0;
            Ok(Hit {
                chat: ChatId(row.get(0)?),
                message: MessageId(id),
                position: row.get::<_, i64>(7)?.try_into().unwrap_or(0),
                sent_at: row.get(1)?,
                sender: row.get::<_, Option<i64>>(2)?.map(PersonId),
                chat_name: row.get(5)?,
                sender_name: row.get(6)?,
                from_me,
                kind: schema::kind(row.get(4)?),
                snippet,
            })
        });
        Ok(hit?)
    }
}

/// The page and what is before it, in the order that is asked for.
fn find(finder: &mut Finder<'_>, typed: &Typed, query: &Query) -> rusqlite::Result<Found> {
    let keep = (query.limit as usize).saturating_add(query.offset as usize);
    if query.order == Order::Newest || typed.wanted.all.is_empty() {
        return finder.newest(&typed.wanted, keep, &[]);
    }
    let mut ids = Vec::new();
    let (mut total, mut chats) = (0, Vec::new());
    for wanted in typed.best_first(finder.tokenizer) {
        // The loosest reading is the last, and counts them all.
        let found = finder.newest(&wanted, keep - ids.len(), &ids)?;
        total = found.total;
        chats = found.chats;
        ids.extend(found.ids);
    }
    Ok(Found { ids, total, chats })
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
