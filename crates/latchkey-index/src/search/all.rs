//! Every message that fits, not only the first page: for what is exported from a search.

use std::ops::ControlFlow;

use super::filter::Filter;
use super::find::Finder;
use super::grammar::Typed;
use super::matching::Tokens;
use super::store::Texts;
use super::{Order, Query};
use crate::error::SearchError;
use crate::index::Index;
use crate::pages::place_of;
use crate::rows::{ChatId, MessageId};
use crate::tokens::Tokenizer;

/// What a search for everything found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AllHits {
    /// Messages found: exact.
    pub total: u64,
    /// Typed filters that were not understood, or that match nobody and no chat: there are no hits then.
    pub unmatched: Vec<String>,
}

impl Index {
    /// As [`Index::search`], without a page: shows `each` the chat, the position and the id of every message that fits,
    /// the newest first, until it breaks. Limit, offset and order of the query are not looked at.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn search_all(
        &self,
        query: &Query,
        each: &mut dyn FnMut(ChatId, u64, MessageId) -> ControlFlow<()>,
    ) -> Result<AllHits, SearchError> {
        let search = self.search.as_ref().ok_or(SearchError::NotReady)?;
        let query = Query {
            order: Order::Newest,
            ..query.clone()
        };
        let mut tokenizer = Tokenizer::new();
        let typed = Typed::read(&query.text, &query.filter_words, &mut tokenizer);
        let mut unmatched = Vec::new();
        let filter = Filter::new(&self.tables, &query, &typed, &mut tokenizer, &mut unmatched)?;
        let nothing_asked = typed.wanted.all.is_empty() && !filter.filters_something();
        if !unmatched.is_empty() || typed.mute || nothing_asked {
            return Ok(AllHits {
                total: 0,
                unmatched,
            });
        }
        let texts = Texts::new(&self.tables);
        let found = self.facets.read(search, |facets| {
            let mut finder = Finder {
                search,
                texts: &texts,
                facets,
                filter: &filter,
                tokenizer: &mut tokenizer,
                tokens: Tokens::default(),
                // nobody asks for hits per chat here
                stretches: &[],
            };
            finder.newest(&typed.wanted, usize::MAX, &[])
        })??;
        for id in &found.ids {
            let Some((chat, position)) = place_of(&self.tables, *id)? else {
                continue;
            };
            let position = position.try_into().unwrap_or(0);
            if each(ChatId(chat), position, MessageId(*id)).is_break() {
                break;
            }
        }
        Ok(AllHits {
            total: found.total,
            unmatched,
        })
    }
}
