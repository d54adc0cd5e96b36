//! Finds the newest messages that fit, and counts them, by the cheapest of three ways.
//!
//! *By text*: when the filters leave few messages, their texts are read. *By words*: the text index gives the
//! messages with all whole words and phrases. *By beginnings*: for an unfinished word of one or two letters there is
//! a list of messages; for a longer one the vocabulary gives the places of every word that begins so, word after
//! word. FTS5's own prefix search would first merge all of them.
//!
//! Words that a great many messages have are not followed to the end: once there are more than the total is exact
//! to, the newest messages are read one after the other until the page is full, which is soon the case for such words.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::ControlFlow;

use rusqlite::{Connection, params};

use super::beginnings;
use super::facets::LoadedFacets;
use super::filter::Filter;
use super::grammar::{Phrase, Wanted, joined};
use super::ids::Ids;
use super::matching::Tokens;
use super::per_chat::{PerChat, Stretch};
use super::store::Texts;
use super::{ChatHits, EXACT};
use crate::tokens::Tokenizer;

/// Messages whose texts are read rather than the text index: about what fifty thousand of its rows cost.
const FEW: usize = 2_000;
/// Rows of the text index after which a search for something common may stop.
const MANY: u64 = 40_000;
/// Texts read for a page of something common before the text index is read to the end after all.
const READS: usize = 2_500;

/// The newest messages that fit.
pub(super) struct Found {
    /// Ids, newest first.
    pub(super) ids: Vec<i64>,
    /// How many fit; exact up to [`EXACT`].
    pub(super) total: u64,
    /// The same by chat.
    pub(super) chats: Vec<ChatHits>,
}

/// What a search reads.
pub(super) struct Finder<'a> {
    pub(super) search: &'a Connection,
    pub(super) stretches: &'a [Stretch],
    pub(super) texts: &'a Texts<'a>,
    pub(super) facets: &'a LoadedFacets,
    pub(super) filter: &'a Filter,
    pub(super) tokenizer: &'a mut Tokenizer,
    pub(super) tokens: Tokens,
}

impl Finder<'_> {
    /// The newest `keep` messages that fit, without those in `but`, which count all the same.
    pub(super) fn newest(
        &mut self,
        wanted: &Wanted,
        keep: usize,
        but: &[i64],
    ) -> rusqlite::Result<Found> {
        let mut best = Best::new(keep, but, self.stretches);
        if wanted.all.is_empty() {
            let gone = self.with_any(&wanted.none)?;
            for id in self.filter.span(self.facets) {
                if !gone.has(id) {
                    self.offer(id, &mut best);
                }
            }
            return Ok(best.found());
        }
        if self.filter.filters_something()
            && let Some(few) = self.filter.few(self.facets, FEW)
        {
            self.by_text(&few, wanted, &mut best)?;
            return Ok(best.found());
        }
        let (open, whole): (Vec<&Phrase>, Vec<&Phrase>) =
            wanted.all.iter().partition(|phrase| phrase.is_beginning());
        if whole.is_empty() {
            self.by_beginnings(&open, wanted, best)
        } else {
            self.by_words(&open, &whole, wanted, best)
        }
    }

    fn offer(&self, id: i64, best: &mut Best<'_>) -> bool {
        let facet = self.facets.get(id);
        let passes = self.filter.lets_through(id, facet);
        if passes {
            best.offer(facet.at, id);
        }
        passes
    }

    fn by_text(
        &mut self,
        ids: &[i64],
        wanted: &Wanted,
        best: &mut Best<'_>,
    ) -> rusqlite::Result<()> {
        for &id in ids {
            if self.fits(id, wanted)? {
                self.offer(id, best);
            }
        }
        Ok(())
    }

    fn fits(&mut self, id: i64, wanted: &Wanted) -> rusqlite::Result<bool> {
        let words = self.texts.read(id)?;
        self.tokens.read(&words, self.tokenizer);
        Ok(self.tokens.fit(wanted))
    }

    fn by_words<'b>(
        &mut self,
        open: &[&Phrase],
        whole: &[&Phrase],
        wanted: &Wanted,
        best: Best<'b>,
    ) -> rusqlite::Result<Found> {
        let (mut parts, mut long) = (Vec::new(), Vec::new());
        for phrase in open {
            match self.listed(phrase)? {
                Some(list) => parts.push(list),
                None => long.push(*phrase),
            }
        }
        if let Some(few) = self.few_with(whole, &long, &parts)? {
            let mut best = best;
            self.by_text(&few, wanted, &mut best)?;
            return Ok(best.found());
        }
        for phrase in long {
            parts.push(self.beginning_with(phrase)?);
        }
        let mut expression = joined(whole.iter().copied(), " AND ");
        if !wanted.none.is_empty() {
            expression = format!("({expression}) NOT ({})", joined(&wanted.none, " OR "));
        }
        let every = |id: i64| parts.iter().all(|part: &Ids| part.has(id));
        let mut first = best.again();
        let mut rows = 0;
        let ended = self.each_with(&expression, |id| {
            rows += 1;
            if every(id) {
                self.offer(id, &mut first);
            }
            go_on(rows, &first)
        })?;
        if ended {
            return Ok(first.found());
        }
        if let Some(found) = self.newest_texts(wanted, &first, every, |_| false)? {
            return Ok(found);
        }
        let mut best = best;
        self.each_with(&expression, |id| {
            if every(id) {
                self.offer(id, &mut best);
            }
            ControlFlow::Continue(())
        })?;
        Ok(best.found())
    }

    fn by_beginnings<'b>(
        &mut self,
        open: &[&Phrase],
        wanted: &Wanted,
        best: Best<'b>,
    ) -> rusqlite::Result<Found> {
        // The longest one has the fewest words.
        let length = |phrase: &&&Phrase| phrase.tokens.first().map_or(0, String::len);
        let Some(&leading) = open.iter().max_by_key(length) else {
            return Ok(best.found());
        };
        let mut parts = Vec::new();
        for &phrase in open {
            if phrase.tokens != leading.tokens {
                parts.push(match self.listed(phrase)? {
                    Some(list) => list,
                    None => self.beginning_with(phrase)?,
                });
            }
        }
        let gone = self.with_any(&wanted.none)?;
        let every = |id: i64| parts.iter().all(|part: &Ids| part.has(id)) && !gone.has(id);
        if let Some(list) = self.listed(leading)? {
            let mut best = best;
            for id in list.within(self.filter.span(self.facets)) {
                if every(id) {
                    self.offer(id, &mut best);
                }
            }
            return Ok(best.found());
        }
        let mut seen = Ids::for_end(self.facets.end());
        let mut first = best.again();
        let mut rows = 0;
        let ended = self.each_beginning(leading, |id| {
            rows += 1;
            if every(id) && seen.add(id) {
                self.offer(id, &mut first);
            }
            go_on(rows, &first)
        })?;
        if ended {
            return Ok(first.found());
        }
        if let Some(found) = self.newest_texts(wanted, &first, every, |id| seen.has(id))? {
            return Ok(found);
        }
        let (mut best, mut seen) = (best, Ids::for_end(self.facets.end()));
        self.each_beginning(leading, |id| {
            if every(id) && seen.add(id) {
                self.offer(id, &mut best);
            }
            ControlFlow::Continue(())
        })?;
        Ok(best.found())
    }

    /// A page of something common, by reading the newest messages; `None` when it is not common among them.
    fn newest_texts(
        &mut self,
        wanted: &Wanted,
        counted: &Best<'_>,
        possible: impl Fn(i64) -> bool,
        known: impl Fn(i64) -> bool,
    ) -> rusqlite::Result<Option<Found>> {
        let mut ids = Vec::new();
        let mut reads = 0;
        let facets = self.facets;
        for id in facets.newest() {
            if ids.len() == counted.keep {
                break;
            }
            if !possible(id)
                || counted.but.contains(&id)
                || !self.filter.lets_through(id, facets.get(id))
            {
                continue;
            }
            if !known(id) {
                reads += 1;
                if reads > READS {
                    return Ok(None);
                }
                if !self.fits(id, wanted)? {
                    continue;
                }
            }
            ids.push(id);
        }
        Ok(Some(Found {
            chats: counted.chats.counted_with(&ids),
            ids,
            total: counted.total,
        }))
    }

    /// The messages that may fit, when they are few: worth it only for unfinished words without a list, which are
    /// left out here and looked for in the texts.
    fn few_with(
        &self,
        whole: &[&Phrase],
        long: &[&Phrase],
        parts: &[Ids],
    ) -> rusqlite::Result<Option<Vec<i64>>> {
        let (mut phrases, mut lists) = (Vec::new(), Vec::new());
        for &phrase in whole {
            match phrase.before_beginning() {
                None => phrases.push(phrase.clone()),
                Some((before, last)) => {
                    phrases.push(before);
                    lists.extend(self.list_of(last)?);
                }
            }
        }
        if long.is_empty() && !whole.iter().any(|phrase| phrase.prefix) {
            return Ok(None);
        }
        let mut few = Vec::new();
        let ended = self.each_with(&joined(&phrases, " AND "), |id| {
            if parts.iter().chain(&lists).all(|list| list.has(id))
                && self.filter.lets_through(id, self.facets.get(id))
            {
                few.push(id);
            }
            if few.len() > FEW {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        })?;
        Ok(ended.then_some(few))
    }

    /// Every message that has any of these phrases.
    fn with_any(&self, phrases: &[Phrase]) -> rusqlite::Result<Ids> {
        let mut ids = Ids::for_end(self.facets.end());
        if !phrases.is_empty() {
            self.each_with(&joined(phrases, " OR "), |id| {
                ids.add(id);
                ControlFlow::Continue(())
            })?;
        }
        Ok(ids)
    }

    /// Every message with a word that begins so.
    fn beginning_with(&self, phrase: &Phrase) -> rusqlite::Result<Ids> {
        let mut ids = Ids::for_end(self.facets.end());
        self.each_beginning(phrase, |id| {
            ids.add(id);
            ControlFlow::Continue(())
        })?;
        Ok(ids)
    }

    /// The list of an unfinished word, when it is a short one.
    fn listed(&self, phrase: &Phrase) -> rusqlite::Result<Option<Ids>> {
        match phrase.tokens.first() {
            Some(token) => self.list_of(token),
            None => Ok(None),
        }
    }

    fn list_of(&self, token: &str) -> rusqlite::Result<Option<Ids>> {
        if !self.tokenizer.is_word(token) {
            return Ok(None);
        }
        beginnings::read(self.search, token, self.facets.end())
    }

    /// Calls `each` with the messages of an FTS5 expression, by id; `true` when it was not stopped.
    fn each_with(
        &self,
        expression: &str,
        mut each: impl FnMut(i64) -> ControlFlow<()>,
    ) -> rusqlite::Result<bool> {
        let (from, to) = self.filter.id_span();
        let mut statement = self.search.prepare_cached(
            "SELECT rowid FROM words WHERE words MATCH ?1 AND rowid BETWEEN ?2 AND ?3",
        )?;
        let mut rows = statement.query(params![expression, from, to])?;
        while let Some(row) = rows.next()? {
            if each(row.get(0)?).is_break() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Calls `each` with the message of every place of every word that begins so, the same one more than once.
    fn each_beginning(
        &self,
        phrase: &Phrase,
        mut each: impl FnMut(i64) -> ControlFlow<()>,
    ) -> rusqlite::Result<bool> {
        let token = phrase.tokens.first().map_or("", String::as_str);
        let (from, to) = self.filter.id_span();
        let mut statement = self
            .search
            .prepare_cached("SELECT doc FROM temp.vocabulary WHERE term >= ?1 AND term <= ?2")?;
        let last = format!("{token}{}", char::MAX);
        let mut rows = statement.query([token, last.as_str()])?;
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            if (from..=to).contains(&id) && each(id).is_break() {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Something common is not followed to its end.
fn go_on(rows: u64, best: &Best<'_>) -> ControlFlow<()> {
    if rows >= MANY && best.total > EXACT && best.keep <= READS / 4 {
        ControlFlow::Break(())
    } else {
        ControlFlow::Continue(())
    }
}

/// Keeps the newest matches and counts all.
struct Best<'a> {
    heap: BinaryHeap<Reverse<(u32, i64)>>,
    keep: usize,
    but: &'a [i64],
    total: u64,
    chats: PerChat<'a>,
}

impl<'a> Best<'a> {
    fn new(keep: usize, but: &'a [i64], stretches: &'a [Stretch]) -> Self {
        Self {
            heap: BinaryHeap::new(),
            keep,
            but,
            total: 0,
            chats: PerChat::new(stretches),
        }
    }

    fn again(&self) -> Self {
        Self {
            heap: BinaryHeap::new(),
            keep: self.keep,
            but: self.but,
            total: 0,
            chats: self.chats.again(),
        }
    }

    fn offer(&mut self, at: u32, id: i64) {
        self.total += 1;
        self.chats.add(id);
        let full = self.heap.len() >= self.keep;
        let worst = self.heap.peek().map(|worst| worst.0);
        if full && worst.is_none_or(|worst| worst >= (at, id)) || self.but.contains(&id) {
            return;
        }
        if full {
            self.heap.pop();
        }
        self.heap.push(Reverse((at, id)));
    }

    fn found(self) -> Found {
        // Reverse sorts ascending: the newest come first.
        let ids = self.heap.into_sorted_vec();
        Found {
            ids: ids.into_iter().map(|Reverse((_, id))| id).collect(),
            total: self.total,
            chats: self.chats.counted(),
        }
    }
}
