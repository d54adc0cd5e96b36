//! What a search filters and sorts by, without reading the message, in blocks by id.
//!
//! All facets of a million messages are twelve megabytes in memory, read at the first search and kept until the
//! messages change.

pub(super) mod block;

use std::cell::{OnceCell, RefCell};

use latchkey_messages::{Kind, Message};
use rusqlite::{Connection, OptionalExtension, Statement, params};

use super::per_chat::{self, Stretch};
use crate::schema;

/// Messages in a block: seven blocks fill a page.
const BLOCK: usize = 512;

/// Time, sender, kind and flags of one message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Facet {
    /// Seconds UTC; 0 without a date.
    pub(crate) at: u32,
    /// Person, 0 for none.
    pub(crate) sender: u32,
    /// The kind's number in the lower five bits; what view-once media is in the others.
    kind: u8,
    /// The lower eight bits of the message's flags; [`LINK`] also for a link in its text.
    pub(crate) flags: u8,
}

/// The message has the preview of a link, or a link in its text.
pub(crate) const LINK: u8 = 128;
const _: () = assert!(LINK as i64 == schema::flag::LINK);

/// Bits of a kind's number in [`Facet`].
const KIND_BITS: u32 = 5;

/// What view-once media is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Once {
    Unknown,
    Photo,
    Video,
    Voice,
}

impl Facet {
    pub(crate) fn new(at: Option<i64>, sender: Option<i64>, kind: i64, flags: i64) -> Self {
        Self {
            at: at.map_or(0, seconds),
            sender: sender.and_then(|id| u32::try_from(id).ok()).unwrap_or(0),
            kind: u8::try_from(kind & ((1 << KIND_BITS) - 1)).unwrap_or(0),
            flags: u8::try_from(flags & 0xff).unwrap_or(0),
        }
    }

    /// Adds what only a look into the message says: whether its text has a link, and what its view-once media is.
    pub(crate) fn looked_into(mut self, text: Option<&str>, mime: Option<&str>) -> Self {
        if text.is_some_and(has_link) {
            self.flags |= LINK;
        }
        if self.is_view_once() {
            self.kind |= (once(mime) as u8) << KIND_BITS;
        }
        self
    }

    /// [`Facet::looked_into`] for a message that a source hands out.
    pub(crate) fn of_message(self, message: &Message) -> Self {
        let media = message.media.as_ref();
        self.looked_into(
            message.text.as_deref(),
            media.and_then(|media| media.mime.as_deref()),
        )
    }

    pub(crate) fn is_view_once(self) -> bool {
        self.kind() == kind_number(Kind::ViewOnce)
    }

    /// The kind's number.
    pub(crate) fn kind(self) -> u8 {
        self.kind & ((1 << KIND_BITS) - 1)
    }

    /// What its view-once media is, as a number of [`Once`].
    pub(crate) fn once(self) -> u8 {
        self.kind >> KIND_BITS
    }
}

/// The number of a kind, as facets have it.
pub(crate) fn kind_number(kind: Kind) -> u8 {
    u8::try_from(schema::kind_code(kind)).unwrap_or(0)
}

fn once(mime: Option<&str>) -> Once {
    match mime.and_then(|mime| mime.split('/').next()) {
        Some("image") => Once::Photo,
        Some("video") => Once::Video,
        Some("audio") => Once::Voice,
        _ => Once::Unknown,
    }
}

/// There is an address in the text: with a scheme of the web, or a word that begins with `www.`. Every message is looked
/// at, so that only the bytes that each has to have are looked for.
pub(crate) fn has_link(text: &str) -> bool {
    link_at(text).is_some()
}

/// The byte that shows that there is a link: the colon of its scheme or the first full stop of `www.`.
fn link_at(text: &str) -> Option<usize> {
    let mut bytes = text.bytes().enumerate();
    let shows = |&(at, byte): &(usize, u8)| match byte {
        b':' => has_scheme_before(text, at),
        b'.' => has_www_before(text, at),
        _ => false,
    };
    bytes.find(shows).map(|(at, _)| at)
}

/// The first link of a text, as it is written there: to the next space, without the signs that end a sentence.
pub(crate) fn first_link(text: &str) -> Option<&str> {
    let at = link_at(text)?;
    let before = text.get(..at)?;
    let scheme = ["https", "http", "www"]
        .into_iter()
        .find(|scheme| ends_with_word(before, scheme))?;
    let link = text.get(at - scheme.len()..)?;
    let link = link.split(char::is_whitespace).next().unwrap_or(link);
    let link = link.split(['<', '>', '"']).next().unwrap_or(link);
    Some(link.trim_end_matches([
        '.', ',', ';', ':', '!', '?', ')', ']', '}', '\'', '*', '_', '~',
    ]))
}

fn ends_with_word(text: &str, word: &str) -> bool {
    let end = text.len().checked_sub(word.len());
    end.and_then(|end| text.get(end..))
        .is_some_and(|end| end.eq_ignore_ascii_case(word))
}

/// The colon at `at` ends the scheme of an address of the web.
fn has_scheme_before(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let after = text.get(at..).and_then(|rest| rest.strip_prefix("://"));
    after.is_some_and(|after| after.starts_with(char::is_alphanumeric))
        && (ends_with_word(before, "http") || ends_with_word(before, "https"))
}

/// The full stop at `at` is the first of a word like `www.example.org`.
fn has_www_before(text: &str, at: usize) -> bool {
    let Some((before, www)) = at.checked_sub(3).and_then(|from| {
        let www = text.get(from..at)?;
        Some((text.get(..from)?, www))
    }) else {
        return false;
    };
    if !www.eq_ignore_ascii_case("www")
        || !before.ends_with(char::is_whitespace) && !before.is_empty()
    {
        return false;
    }
    let rest = text.get(at + 1..).unwrap_or_default();
    let word = rest.split(char::is_whitespace).next();
    word.is_some_and(|word| word.contains('.'))
}

/// Seconds of a time in milliseconds, kept within what a facet can hold; 0 is left for "no date".
pub(crate) fn seconds(at: i64) -> u32 {
    u32::try_from(at.div_euclid(1000).clamp(1, i64::from(u32::MAX))).unwrap_or(u32::MAX)
}

fn place(id: i64) -> (i64, usize) {
    let index = usize::try_from(id).unwrap_or(0);
    (
        i64::try_from(index / BLOCK).unwrap_or(i64::MAX),
        index % BLOCK,
    )
}

/// Every facet in memory, once it was needed.
#[derive(Default)]
pub(crate) struct Facets(RefCell<Option<LoadedFacets>>);

impl Facets {
    /// Forgets what was read; call after every change.
    pub(crate) fn clear(&self) {
        *self.0.borrow_mut() = None;
    }

    #[cfg(test)]
    pub(crate) fn are_read(&self) -> bool {
        self.0.borrow().is_some()
    }

    /// Reads all facets when they are not there yet, and lends them.
    pub(crate) fn read<R>(
        &self,
        search: &Connection,
        with: impl FnOnce(&LoadedFacets) -> R,
    ) -> rusqlite::Result<R> {
        let mut loaded = self.0.borrow_mut();
        let facets = match loaded.take() {
            Some(facets) => facets,
            None => LoadedFacets {
                facets: load(search)?,
                newest: OnceCell::new(),
                stretches: OnceCell::new(),
            },
        };
        Ok(with(loaded.insert(facets)))
    }
}

fn load(search: &Connection) -> rusqlite::Result<Vec<Facet>> {
    let mut facets = Vec::new();
    let mut statement = search.prepare("SELECT block, bytes FROM facet ORDER BY block")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let block = usize::try_from(row.get::<_, i64>(0)?).unwrap_or(0);
        // Ids have no gaps worth a mention; a missing block reads as messages without date or sender.
        if (facets.len() / BLOCK..1 << 24).contains(&block) {
            facets.resize(block * BLOCK, Facet::default());
        }
        block::decode(row.get_ref(1)?.as_blob()?, &mut facets);
    }
    Ok(facets)
}

/// Facets by message id.
pub(crate) struct LoadedFacets {
    facets: Vec<Facet>,
    newest: OnceCell<Vec<u32>>,
    stretches: OnceCell<Vec<Stretch>>,
}

impl LoadedFacets {
    pub(crate) fn get(&self, id: i64) -> Facet {
        let facet = usize::try_from(id).ok().and_then(|id| self.facets.get(id));
        facet.copied().unwrap_or_default()
    }

    /// Ids that can have a facet: from 1 to one less than this.
    pub(crate) fn end(&self) -> i64 {
        i64::try_from(self.facets.len()).unwrap_or(1).max(1)
    }

    /// Which chat every message is in; read at the first call.
    pub(super) fn stretches(&self, tables: &Connection) -> rusqlite::Result<&[Stretch]> {
        if self.stretches.get().is_none() {
            let read = per_chat::stretches(tables)?;
            let _ = self.stretches.set(read);
        }
        Ok(self.stretches.get().map_or(&[], Vec::as_slice))
    }

    /// Every id, newest message first; put in order at the first call.
    pub(crate) fn newest(&self) -> impl Iterator<Item = i64> {
        let ids = self.newest.get_or_init(|| {
            let end = u32::try_from(self.end()).unwrap_or(u32::MAX);
            let dated =
                (1..end).map(|id| (u64::from(self.get(id.into()).at) << 32) | u64::from(id));
            let mut dated: Vec<u64> = dated.collect();
            // A chat's messages follow each other in time: a sort that sees runs has little to do.
            dated.sort();
            dated
                .into_iter()
                .map(|key| (key & 0xffff_ffff) as u32)
                .collect()
        });
        ids.iter().rev().map(|&id| i64::from(id))
    }
}

/// Writes facets block by block.
pub(crate) struct FacetWriter<'a> {
    read: Statement<'a>,
    write: Statement<'a>,
    block: i64,
    facets: Vec<Facet>,
}

impl<'a> FacetWriter<'a> {
    pub(crate) fn new(search: &'a Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            read: search.prepare("SELECT bytes FROM facet WHERE block = ?1")?,
            write: search.prepare("INSERT OR REPLACE INTO facet VALUES(?1, ?2)")?,
            block: -1,
            facets: Vec::new(),
        })
    }

    pub(crate) fn set(&mut self, id: i64, facet: Facet) -> rusqlite::Result<()> {
        let (block, at) = place(id);
        if block != self.block {
            self.flush()?;
            let bytes: Option<Vec<u8>> =
                self.read.query_row([block], |row| row.get(0)).optional()?;
            block::decode(&bytes.unwrap_or_default(), &mut self.facets);
            self.block = block;
        }
        if self.facets.len() <= at {
            self.facets.resize(at + 1, Facet::default());
        }
        if let Some(slot) = self.facets.get_mut(at) {
            *slot = facet;
        }
        Ok(())
    }

    pub(crate) fn flush(&mut self) -> rusqlite::Result<()> {
        if self.block >= 0 {
            self.write
                .execute(params![self.block, block::encode(&self.facets)])?;
        }
        self.block = -1;
        self.facets.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_an_address_of_the_web() {
        for text in [
            "https://example.org",
            "look HTTP://a.b/c",
            "(https://x)",
            "see www.example.org now",
            "Www.Example.org",
            "www.nothing www.example.org",
        ] {
            assert!(has_link(text), "{text}");
        }
        for text in [
            "",
            "://",
            "https://",
            "ftp://x",
            "é://",
            "www.",
            "www. x",
            "at 12:30",
            "a.b",
            "xwww.a.b",
            "www.x y.z",
            "éwww.a.b",
        ] {
            assert!(!has_link(text), "{text}");
        }
    }

    #[test]
    fn the_first_link_is_told_as_it_is_written() {
        for (text, link) in [
            (
                "see https://example.org/a?b=1, please",
                "https://example.org/a?b=1",
            ),
            ("(HTTP://a.b/c)", "HTTP://a.b/c"),
            ("at 12:30 www.example.org.", "www.example.org"),
            ("x<https://a.b>y http://c", "https://a.b"),
            ("*https://a.b/ü*\nhttps://c", "https://a.b/ü"),
        ] {
            assert_eq!(first_link(text), Some(link), "{text}");
        }
        assert_eq!(first_link("12:30 www. x"), None);
    }

    #[test]
    fn a_facet_says_what_was_looked_into() {
        let facet = Facet::new(
            Some(1_704_067_200_000),
            Some(7),
            schema::kind_code(Kind::ViewOnce),
            0x17f,
        )
        .looked_into(Some("https://x"), Some("video/mp4"));
        assert_eq!(facet.kind(), kind_number(Kind::ViewOnce));
        assert_eq!(facet.once(), Once::Video as u8);
        assert_eq!(facet.flags, 0xff);
    }
}
