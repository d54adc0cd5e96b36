//! Which messages have a word that begins with one or two given letters: a list for every such beginning.
//!
//! A word that is being typed begins like a great many others, and FTS5 would have to merge all of them. The lists
//! cover blocks of ids; each is a bitmap or a row of differences, whichever is shorter. Only words of scripts with
//! spaces have them: those of the others are pairs of letters, which are never begun.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension, Statement, params};

use super::facets::block::{put, take};
use super::ids::Ids;

/// Messages in a block: a bitmap of them fits four times into a page.
const BLOCK: i64 = 1 << 15;
/// Bits of a letter in a key.
const LETTER: u32 = 21;
/// Lists of other letters that are gathered before they are written, whatever a stranger's words begin with.
const MOST_LISTS: usize = 200_000;
/// Letters and digits of ASCII have their lists in an array: most words begin with two of them.
const PLAIN: usize = 37;

/// The one or two letters that a word begins with, and the block: the key of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Letters(u64);

impl Letters {
    fn new(first: char, second: Option<char>) -> Self {
        let second = second.map_or(0, u64::from);
        Self(u64::from(u32::from(first)) << LETTER | second)
    }

    fn key(self, block: i64) -> i64 {
        block << (2 * LETTER) | self.0.cast_signed()
    }
}

/// Reads the list of all messages with a word that begins so; `None` when there are no lists of such beginnings.
pub(super) fn read(search: &Connection, token: &str, end: i64) -> rusqlite::Result<Option<Ids>> {
    let mut letters = token.chars();
    let (Some(first), second, None) = (letters.next(), letters.next(), letters.next()) else {
        return Ok(None);
    };
    let letters = Letters::new(first, second);
    let mut ids = Ids::for_end(end);
    let mut statement = search.prepare_cached("SELECT ids FROM beginning WHERE key = ?1")?;
    let mut places = Vec::new();
    for block in 0..=end / BLOCK {
        let bytes: Option<Vec<u8>> = statement
            .query_row([letters.key(block)], |row| row.get(0))
            .optional()?;
        places.clear();
        decode(bytes.as_deref().unwrap_or_default(), &mut places);
        for &place in &places {
            ids.add(block * BLOCK + i64::from(place));
        }
    }
    Ok(Some(ids))
}

/// Writes the lists block by block.
pub(super) struct BeginningWriter<'a> {
    read: Statement<'a>,
    write: Statement<'a>,
    delete: Statement<'a>,
    any: Statement<'a>,
    block: i64,
    plain: Vec<Vec<u16>>,
    other: HashMap<Letters, Vec<u16>>,
    gone: HashMap<Letters, Vec<u16>>,
}

impl<'a> BeginningWriter<'a> {
    pub(super) fn new(search: &'a Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            read: search.prepare("SELECT ids FROM beginning WHERE key = ?1")?,
            write: search.prepare("INSERT OR REPLACE INTO beginning VALUES(?1, ?2)")?,
            delete: search.prepare("DELETE FROM beginning WHERE key = ?1")?,
            any: search.prepare("SELECT 1 FROM beginning WHERE key >= ?1 AND key < ?2 LIMIT 1")?,
            block: -1,
            plain: vec![Vec::new(); PLAIN * PLAIN],
            other: HashMap::new(),
            gone: HashMap::new(),
        })
    }

    /// Goes to the block of a message; call before its words come or go.
    pub(super) fn enter(&mut self, id: i64) -> rusqlite::Result<()> {
        let block = id / BLOCK;
        if block != self.block || self.other.len() > MOST_LISTS {
            self.flush()?;
            self.block = block;
        }
        Ok(())
    }

    /// The message has this word.
    pub(super) fn add(&mut self, id: i64, word: &str) {
        let place = place(id);
        let mut letters = word.chars();
        let Some(first) = letters.next() else { return };
        let second = letters.next();
        let one = plain(first);
        match one {
            Some(one) => push(self.plain.get_mut(one * PLAIN), place),
            None => push(
                Some(self.other.entry(Letters::new(first, None)).or_default()),
                place,
            ),
        }
        match (one, second.and_then(plain)) {
            _ if second.is_none() => {}
            (Some(one), Some(two)) => push(self.plain.get_mut(one * PLAIN + two), place),
            _ => {
                let both = Letters::new(first, second);
                push(Some(self.other.entry(both).or_default()), place);
            }
        }
    }

    /// The message had this word; those it still has are added afterwards.
    pub(super) fn remove(&mut self, id: i64, word: &str) {
        let place = place(id);
        let mut letters = word.chars();
        let Some(first) = letters.next() else { return };
        let second = letters.next();
        self.gone
            .entry(Letters::new(first, None))
            .or_default()
            .push(place);
        if second.is_some() {
            self.gone
                .entry(Letters::new(first, second))
                .or_default()
                .push(place);
        }
    }

    pub(super) fn flush(&mut self) -> rusqlite::Result<()> {
        if self.block < 0 {
            return Ok(());
        }
        let mut lists = self.lists();
        let first = self.block << (2 * LETTER);
        let end = (self.block + 1) << (2 * LETTER);
        if self.any.exists([first, end])? {
            self.join_with_stored(&mut lists)?;
        }
        lists.sort_unstable_by_key(|list| list.0);
        for (letters, places) in lists {
            let key = letters.key(self.block);
            if places.is_empty() {
                self.delete.execute([key])?;
            } else {
                self.write.execute(params![key, encode(&places)])?;
            }
        }
        self.gone.clear();
        self.block = -1;
        Ok(())
    }

    /// What was added, list by list.
    fn lists(&mut self) -> Vec<(Letters, Vec<u16>)> {
        let mut lists: Vec<(Letters, Vec<u16>)> = self.other.drain().collect();
        for (n, list) in self.plain.iter_mut().enumerate() {
            if !list.is_empty() {
                let letters = Letters::new(
                    letter(n / PLAIN),
                    (n % PLAIN > 0).then(|| letter(n % PLAIN)),
                );
                lists.push((letters, std::mem::take(list)));
            }
        }
        lists
    }

    fn join_with_stored(&mut self, lists: &mut Vec<(Letters, Vec<u16>)>) -> rusqlite::Result<()> {
        let mut gone = std::mem::take(&mut self.gone);
        let touched: HashSet<Letters> = lists.iter().map(|list| list.0).collect();
        for letters in gone.keys() {
            if !touched.contains(letters) {
                lists.push((*letters, Vec::new()));
            }
        }
        for (letters, places) in lists {
            let stored: Option<Vec<u8>> = self
                .read
                .query_row([letters.key(self.block)], |row| row.get(0))
                .optional()?;
            let mut kept = Vec::new();
            decode(stored.as_deref().unwrap_or_default(), &mut kept);
            if let Some(gone) = gone.get_mut(letters) {
                gone.sort_unstable();
                kept.retain(|place| gone.binary_search(place).is_err());
            }
            places.append(&mut kept);
            places.sort_unstable();
            places.dedup();
        }
        Ok(())
    }
}

/// One word after the other, message after message: only the last place can be the same.
fn push(list: Option<&mut Vec<u16>>, place: u16) {
    if let Some(list) = list.filter(|list| list.last() != Some(&place)) {
        list.push(place);
    }
}

fn place(id: i64) -> u16 {
    u16::try_from(id % BLOCK).unwrap_or(0)
}

/// The number of a letter or digit of ASCII, from 1.
fn plain(letter: char) -> Option<usize> {
    match letter {
        'a'..='z' => Some(letter as usize - 'a' as usize + 1),
        '0'..='9' => Some(letter as usize - '0' as usize + 27),
        _ => None,
    }
}

fn letter(plain: usize) -> char {
    let byte = match u8::try_from(plain).unwrap_or(0) {
        n @ 1..=26 => b'a' + n - 1,
        n => b'0' + n.saturating_sub(27),
    };
    char::from(byte)
}

/// The first byte tells a bitmap from differences.
const BITMAP: u8 = 0;
const DIFFERENCES: u8 = 1;

/// Places in ascending order.
fn encode(places: &[u16]) -> Vec<u8> {
    let bitmap = 1 + places.last().map_or(0, |last| usize::from(*last) / 8 + 1);
    let mut out = vec![DIFFERENCES];
    let mut next = 0;
    for &place in places {
        put(u64::from(place.saturating_sub(next)), &mut out);
        next = place.saturating_add(1);
        if out.len() >= bitmap {
            break;
        }
    }
    if out.len() < bitmap {
        return out;
    }
    out.clear();
    out.resize(bitmap, BITMAP);
    for &place in places {
        if let Some(byte) = out.get_mut(1 + usize::from(place) / 8) {
            *byte |= 1 << (place % 8);
        }
    }
    out
}

fn decode(bytes: &[u8], out: &mut Vec<u16>) {
    let Some((&kind, mut rest)) = bytes.split_first() else {
        return;
    };
    if kind == BITMAP {
        for (n, &byte) in (0_u16..).zip(rest.iter().take(usize::from(u16::MAX / 8))) {
            let set = (0..8).filter(|bit| byte & (1 << bit) != 0);
            out.extend(set.map(|bit| n * 8 + bit));
        }
        return;
    }
    let mut next = 0_u64;
    while let Some(difference) = take(&mut rest) {
        let place = next.saturating_add(difference);
        let Ok(place) = u16::try_from(place) else {
            return;
        };
        out.push(place);
        next = u64::from(place) + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_letters_survive_their_numbers() {
        for known in ('a'..='z').chain('0'..='9') {
            assert_eq!(plain(known).map(letter), Some(known));
            assert!(plain(known).is_some_and(|n| n < PLAIN));
        }
        assert_eq!(plain('é'), None);
    }

    #[test]
    fn words_come_and_go() {
        let search = Connection::open_in_memory().unwrap();
        search
            .execute_batch("CREATE TABLE beginning(key INTEGER PRIMARY KEY, ids BLOB NOT NULL)")
            .unwrap();
        let has = |token: &str, end: i64| -> Vec<i64> {
            let ids = read(&search, token, end).unwrap().unwrap();
            (0..end).filter(|&id| ids.has(id)).collect()
        };
        let far = 3 * BLOCK + 5;
        let mut writer = BeginningWriter::new(&search).unwrap();
        for (id, word) in [
            (1, "tea"),
            (1, "to"),
            (2, "tin"),
            (BLOCK, "tea"),
            (far, "дом"),
            (far, "t"),
            (far, "aж"),
            (far, "ab"),
            (far + 1, "ad"),
        ] {
            writer.enter(id).unwrap();
            writer.add(id, word);
        }
        writer.flush().unwrap();
        assert_eq!(has("t", far + 1), [1, 2, BLOCK, far]);
        assert_eq!(has("te", far + 1), [1, BLOCK]);
        assert_eq!(has("до", far + 1), [far]);
        assert_eq!(has("x", far + 1), [0; 0]);
        assert_eq!(has("a", far + 2), [far, far + 1]);
        assert!(read(&search, "tea", 9).unwrap().is_none());
        for (id, old, new) in [(1, "tea", "coffee"), (2, "tin", "tea")] {
            writer.enter(id).unwrap();
            writer.remove(id, old);
            writer.add(id, new);
        }
        writer.enter(3).unwrap();
        writer.add(3, "tea");
        writer.flush().unwrap();
        assert_eq!(has("te", far + 1), [2, 3, BLOCK]);
        assert_eq!(has("ti", far + 1), [0; 0]);
        assert_eq!(has("c", far + 1), [1]);
    }

    proptest::proptest! {
        #[test]
        fn a_list_survives(mut places in proptest::collection::vec(0..32_768_u16, 0..300)) {
            places.sort_unstable();
            places.dedup();
            let mut read = Vec::new();
            decode(&encode(&places), &mut read);
            proptest::prop_assert_eq!(read, places);
        }

        #[test]
        fn any_bytes_can_be_read(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..9000)) {
            decode(&bytes, &mut Vec::new());
        }
    }
}
