//! Reads messages from the first to the last, in batches: what an export walks through.
//!
//! The messages are read as pages are, by ranges of ids; only what a page never shows is read beside them. Nothing is
//! sorted and nothing is read twice, so that the memory it takes is that of a batch.

mod calls;
mod facts;
mod imports;
mod names;
mod receipts;
mod stored;
mod tally;
mod thumbnails;

use rusqlite::Connection;

pub use calls::WalkedCall;
pub use facts::ChatFacts;
pub use imports::ProvedImport;
pub use stored::{StoredMention, StoredParts, StoredQuote};
pub use tally::{Tallied, TalliedMedia, TallyScope};

use crate::error::QueryError;
use crate::import::identity::Key;
use crate::index::Index;
use crate::pages::page::{KEY, Limits, RAW_KIND, read_stretch};
use crate::pages::{Stretch, rest_of_run, stretches};
use crate::rows::{ChatId, MessageId, MessageRow, ReceiptRow};
use crate::schema::flag;

/// Messages read at a time.
const CHUNK: i64 = 250;
/// A batch ends early once it has about this many bytes.
const MOST_BYTES: usize = 4 << 20;

/// What to read beside the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wants {
    /// How far each message got with each person.
    pub receipts: bool,
    /// Texts, quotations and mentions as they are stored, before names were put in.
    pub stored: bool,
    /// The small pictures that the source had stored with messages.
    pub thumbnails: bool,
    /// Reactions, votes and answers of one message at most; of those beyond it is said how many there are.
    pub most_given: usize,
}

impl Wants {
    /// What a page on a screen has.
    #[must_use]
    pub fn page() -> Self {
        Self {
            receipts: false,
            stored: false,
            thumbnails: false,
            most_given: Limits::PAGE.given,
        }
    }

    fn limits(self) -> Limits {
        let times = |most: usize| {
            let more = self.most_given.div_ceil(Limits::PAGE.given).max(1);
            most.saturating_mul(more)
        };
        Limits {
            given: self.most_given,
            chosen: times(Limits::PAGE.chosen),
            cards: times(Limits::PAGE.cards),
            parts: times(Limits::PAGE.parts),
        }
    }
}

/// One message, as a page has it, and what was wanted beside.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WalkedMessage {
    /// The message.
    pub row: MessageRow,
    /// The id that the message has in the phone's database.
    pub key: Option<String>,
    /// The source's number of its kind, also of kinds that this version knows.
    pub raw_kind: Option<i64>,
    /// How far it got with each person, those first who had it first.
    pub receipts: Vec<ReceiptRow>,
    /// A small picture of its file: JPEG, as the source had it.
    pub thumbnail: Option<Vec<u8>>,
    /// What is stored otherwise than the row shows it.
    pub stored: Option<Box<StoredParts>>,
}

/// A way through messages; see [`Index::walk`].
pub struct Walk<'i> {
    tables: &'i Connection,
    wants: Wants,
    way: Way,
    /// What is left of the stretch that is being read.
    rest: Option<Stretch>,
    rows: Vec<MessageRow>,
}

impl std::fmt::Debug for Walk<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Walk")
    }
}

/// Where the stretches come from.
enum Way {
    Chat(std::vec::IntoIter<Stretch>),
    These(std::iter::Peekable<std::vec::IntoIter<MessageId>>),
}

impl Index {
    /// The messages of a chat from position `from` on, in order.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn walk(&self, chat: ChatId, from: u64, wants: Wants) -> Result<Walk<'_>, QueryError> {
        let found = stretches(&self.tables, chat, from, u32::MAX)?;
        Ok(self.walk_along(Way::Chat(found.into_iter()), wants))
    }

    /// These messages, in the order given: sorted by chat and position they are read quickest. One that the history does
    /// not have is passed over.
    ///
    /// # Errors
    /// What reading the tables meets.
    pub fn walk_these(&self, ids: &[MessageId], wants: Wants) -> Result<Walk<'_>, QueryError> {
        let ids = ids.to_vec();
        Ok(self.walk_along(Way::These(ids.into_iter().peekable()), wants))
    }

    fn walk_along(&self, way: Way, wants: Wants) -> Walk<'_> {
        Walk {
            tables: &self.tables,
            wants,
            way,
            rest: None,
            rows: Vec::new(),
        }
    }
}

impl Walk<'_> {
    /// The next messages, `most` at most and fewer when they are large, into `into`, which is emptied first. `false`: there
    /// are no more.
    ///
    /// # Errors
    /// What reading the tables meets, also when somebody stopped it: never fewer messages without an error.
    pub fn next(&mut self, into: &mut Vec<WalkedMessage>, most: usize) -> Result<bool, QueryError> {
        into.clear();
        let mut bytes = 0;
        while into.len() < most && bytes < MOST_BYTES {
            let room = i64::try_from(most - into.len()).unwrap_or(CHUNK).min(CHUNK);
            let Some(stretch) = self.next_stretch(room)? else {
                break;
            };
            let start = into.len();
            self.read(stretch, into)?;
            let read = into.get(start..).unwrap_or_default();
            bytes += read.iter().map(weight).sum::<usize>();
        }
        Ok(!into.is_empty())
    }

    /// The next messages that stand together, `most` at most.
    fn next_stretch(&mut self, most: i64) -> Result<Option<Stretch>, QueryError> {
        let rest = match self.rest.take() {
            Some(rest) => rest,
            None => match self.begin_stretch()? {
                Some(rest) => rest,
                None => return Ok(None),
            },
        };
        let length = rest.length.min(most);
        if rest.length > length {
            self.rest = Some(Stretch {
                position: rest.position + length,
                first: rest.first + length,
                length: rest.length - length,
            });
        }
        Ok(Some(Stretch { length, ..rest }))
    }

    fn begin_stretch(&mut self) -> Result<Option<Stretch>, QueryError> {
        let ids = match &mut self.way {
            Way::Chat(stretches) => return Ok(stretches.next()),
            Way::These(ids) => ids,
        };
        for id in ids.by_ref() {
            let Some((_, run)) = rest_of_run(self.tables, id.0)? else {
                continue;
            };
            let mut length = 1;
            while length < run.length && ids.next_if_eq(&MessageId(id.0 + length)).is_some() {
                length += 1;
            }
            return Ok(Some(Stretch { length, ..run }));
        }
        Ok(None)
    }

    fn read(&mut self, stretch: Stretch, into: &mut Vec<WalkedMessage>) -> Result<(), QueryError> {
        let (tables, wants, start) = (self.tables, self.wants, into.len());
        self.rows.clear();
        let carried = read_stretch(
            tables,
            stretch,
            wants.limits(),
            &mut self.rows,
            |message, row| {
                let with_digits = wants.stored && row.get::<_, i64>(2)? & flag::MENTIONS != 0;
                into.push(WalkedMessage {
                    key: Key::read(row.get_ref(KEY)?).unpack(),
                    raw_kind: row.get(RAW_KIND)?,
                    stored: with_digits
                        .then(|| Box::new(StoredParts::of_text(message.text.clone()))),
                    ..WalkedMessage::default()
                });
                Ok(())
            },
        )?;
        let walked = into.get_mut(start..).unwrap_or_default();
        for (walked, row) in walked.iter_mut().zip(self.rows.drain(..)) {
            walked.row = row;
        }
        let mut beside = Beside {
            tables,
            walked,
            span: [stretch.first, stretch.first + stretch.length - 1],
        };
        if wants.receipts && carried & flag::RECEIPTS != 0 {
            receipts::fill(&mut beside)?;
        }
        if wants.stored && carried & flag::MENTIONS != 0 {
            stored::mentions(&mut beside)?;
        }
        if wants.stored && carried & flag::QUOTE != 0 {
            stored::quotes(&mut beside)?;
        }
        if wants.thumbnails && carried & flag::MEDIA != 0 {
            thumbnails::fill(&mut beside)?;
        }
        Ok(())
    }
}

/// Messages with consecutive ids, getting what a page does not have.
struct Beside<'w> {
    tables: &'w Connection,
    walked: &'w mut [WalkedMessage],
    span: [i64; 2],
}

impl Beside<'_> {
    /// Reads rows whose first column is a message, for the whole range, each into its message.
    fn fill(
        &mut self,
        sql: &str,
        mut set: impl FnMut(&mut WalkedMessage, &rusqlite::Row<'_>) -> rusqlite::Result<()>,
    ) -> rusqlite::Result<()> {
        let mut statement = self.tables.prepare_cached(sql)?;
        let mut found = statement.query(self.span)?;
        while let Some(row) = found.next()? {
            let id: i64 = row.get(0)?;
            let place = self
                .walked
                .binary_search_by_key(&id, |walked| walked.row.id.0);
            if let Some(walked) = place.ok().and_then(|n| self.walked.get_mut(n)) {
                set(walked, row)?;
            }
        }
        Ok(())
    }
}

/// About how many bytes of memory a message takes beyond its fixed part.
fn weight(walked: &WalkedMessage) -> usize {
    const GIVEN: usize = 96;
    let row = &walked.row;
    let text = row.text.as_ref().map_or(0, String::len);
    let votes = row.poll.as_ref().map_or(0, |poll| poll.voters.len());
    let answers = row.event.as_ref().map_or(0, |event| event.answers.len());
    let cards: usize = row.contacts.iter().map(|card| card.vcard.len()).sum();
    let given = row.reactions.len() + votes + answers + walked.receipts.len() + row.parts.len();
    text + cards + given * GIVEN + walked.thumbnail.as_ref().map_or(0, Vec::len)
}

#[cfg(test)]
mod tests;
