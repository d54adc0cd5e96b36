//! Galleries: everything of one sort, newest first, as a list of ids that pages are cut from.

use std::collections::BTreeMap;

use latchkey_messages::{Kind, PartKind};

use super::calendar::{Months, Shown};
use super::spans::Scope;
use crate::error::QueryError;
use crate::index::Index;
use crate::rows::{ChatId, MessageId, MessageRow};
use crate::schema::{self, flag};
use crate::search::{UtcOffsets, first_link, has_link};

/// What a gallery holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GalleryKind {
    /// Photos, GIFs, films and round films.
    Pictures,
    /// Voice messages and other sound.
    Voice,
    /// Documents.
    Documents,
    /// Addresses of the web: of previews, and in texts.
    Links,
}

impl GalleryKind {
    /// The kinds of messages it holds; for links the kind says nothing.
    const fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Pictures => &[Kind::Image, Kind::Video, Kind::Gif, Kind::VideoNote],
            Self::Voice => &[Kind::Voice, Kind::Audio],
            Self::Documents => &[Kind::Document],
            Self::Links => &[],
        }
    }
}

/// What a gallery has, in its order: as large as its things are many, so make it once and cut pages from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GalleryList {
    kind: GalleryKind,
    /// Sender's clock and message; newest first, undated last.
    items: Vec<(Option<i64>, i64)>,
}

/// How many things of a gallery are of one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GalleryMonth {
    /// Months since January of the year 0; absent for what has no date.
    pub month: Option<i32>,
    /// How many.
    pub items: u64,
}

/// One thing of a gallery.
#[derive(Debug, Clone, PartialEq)]
pub struct GalleryItem {
    /// The message it came with.
    pub message: MessageRow,
    /// The address; absent for files.
    pub url: Option<String>,
}

impl GalleryList {
    /// How many things there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// There are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The messages that the things came with, the newest first.
    pub fn messages(&self) -> impl Iterator<Item = MessageId> + '_ {
        self.items.iter().map(|(_, message)| MessageId(*message))
    }

    /// How many there are of each month in a zone, newest first, the undated last; months without any are left out.
    #[must_use]
    pub fn months(&self, zone: &UtcOffsets) -> Vec<GalleryMonth> {
        let mut counts: BTreeMap<Option<i32>, u64> = BTreeMap::new();
        let mut months = Months::default();
        for (at, _) in &self.items {
            let shown = at.and_then(|at| Shown::at(at, zone));
            let month = shown.map(|shown| months.of(shown.day));
            *counts.entry(month).or_default() += 1;
        }
        // None is the smallest, and the undated are the last.
        let counts = counts.into_iter().rev();
        counts
            .map(|(month, items)| GalleryMonth { month, items })
            .collect()
    }
}

impl Index {
    /// The things of a gallery in one chat, or in all but the hidden ones, newest first. Parts of an album are things of
    /// their own; of a picture that was sent twice for its quality, or with a clip, only the picture is one; a link is
    /// one for each message, whatever else is in its text. Reads every message once.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn gallery_list(
        &self,
        kind: GalleryKind,
        chat: Option<ChatId>,
        hidden: &[ChatId],
    ) -> Result<GalleryList, QueryError> {
        let scope = Scope { chat, hidden };
        let mut items = match kind {
            GalleryKind::Links => self.links(scope)?,
            _ => self.files(scope, kind.kinds())?,
        };
        // Undated is less than any date. A chat is in order already, which this sort sees.
        items.reverse();
        items.sort_by(|one, other| other.cmp(one));
        Ok(GalleryList { kind, items })
    }

    fn files(
        &self,
        scope: Scope<'_>,
        kinds: &[Kind],
    ) -> Result<Vec<(Option<i64>, i64)>, QueryError> {
        let mut is_twin = self.tables.prepare(&twins_of(kinds))?;
        let kinds = codes(kinds);
        let mut items = Vec::new();
        let columns = "id, chat, sent_at, kind, flags";
        scope.each(&self.tables, columns, |row, _| {
            let id: i64 = row.get(0)?;
            if !kinds.contains(&row.get(3)?) {
                return Ok(());
            }
            let is_part = row.get::<_, i64>(4)? & flag::PART != 0;
            if !is_part || !is_twin.exists([id])? {
                items.push((row.get(2)?, id));
            }
            Ok(())
        })?;
        Ok(items)
    }

    fn links(&self, scope: Scope<'_>) -> Result<Vec<(Option<i64>, i64)>, QueryError> {
        let mut items = Vec::new();
        let notice = schema::kind_code(Kind::System);
        let columns = "id, chat, sent_at, kind, flags, unpack(text)";
        scope.each(&self.tables, columns, |row, _| {
            let text = row.get_ref(5)?.as_str_or_null().unwrap_or_default();
            let previewed = row.get::<_, i64>(4)? & flag::LINK != 0;
            let linked = previewed || text.is_some_and(has_link);
            if linked && row.get::<_, i64>(3)? != notice {
                items.push((row.get(2)?, row.get(0)?));
            }
            Ok(())
        })?;
        Ok(items)
    }

    /// A page of a gallery.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn gallery(
        &self,
        list: &GalleryList,
        offset: u64,
        limit: u32,
    ) -> Result<Vec<GalleryItem>, QueryError> {
        let offset = usize::try_from(offset).unwrap_or(usize::MAX);
        let ids = list.items.iter().skip(offset).take(limit as usize);
        let mut page = Vec::new();
        for (_, id) in ids {
            let Some(message) = self.message(MessageId(*id))? else {
                continue;
            };
            let url = match list.kind {
                GalleryKind::Links => address(&message),
                _ => None,
            };
            page.push(GalleryItem { message, url });
        }
        Ok(page)
    }
}

/// The preview's address, else the first of the text.
fn address(message: &MessageRow) -> Option<String> {
    let previewed = message.link.as_ref().and_then(|link| link.url.clone());
    previewed.or_else(|| {
        message
            .text
            .as_deref()
            .and_then(first_link)
            .map(str::to_owned)
    })
}

/// Asks whether a message is the twin or the clip of a picture that is of these kinds itself.
fn twins_of(kinds: &[Kind]) -> String {
    let list = |codes: Vec<i64>| {
        let codes: Vec<String> = codes.iter().map(i64::to_string).collect();
        codes.join(",")
    };
    let parts = [PartKind::HdTwin, PartKind::MotionClip].map(schema::part_kind_code);
    format!(
        "SELECT 1 FROM part JOIN message ON message.id = part.parent
         WHERE part.message = ?1 AND part.kind IN ({}) AND message.kind IN ({})",
        list(parts.to_vec()),
        list(codes(kinds)),
    )
}

fn codes(kinds: &[Kind]) -> Vec<i64> {
    kinds.iter().map(|&kind| schema::kind_code(kind)).collect()
}
