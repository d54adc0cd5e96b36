//! Files that messages refer to, and the small pictures that the database itself holds of them.
//!
//! Paths and names are handed on as stored; nothing here opens a file.

use std::collections::HashMap;
use std::ops::ControlFlow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rusqlite::{Row, Statement};

use super::legacy::LegacyRow;
use super::tables::{Beside, Tables};
use crate::Media;
use crate::scan::scan;
use crate::source::Parts;
use crate::value;

/// Columns of `message_media`, in the order in which [`read`] reads them.
pub(super) const COLUMNS: [&str; 14] = [
    "file_path",
    "file_size",
    "file_length",
    "mime_type",
    "media_name",
    "media_caption",
    "media_duration",
    "width",
    "height",
    "page_count",
    "file_hash",
    "transferred",
    "is_offloaded",
    "raw_transcription_text",
];

/// Bytes of a stored picture; anything larger is no thumbnail.
const LARGEST_THUMBNAIL: usize = 256 << 10;

/// Bars of a voice note; the app makes 64.
const MOST_BARS: usize = 4096;
/// The highest bar.
const LOUDEST: u8 = 100;

/// The file of one row, and its caption.
pub(super) fn read(row: &Row<'_>) -> (Media, Option<String>) {
    let size = value::unsigned(row, 2)
        .filter(|&size| size > 0)
        .or_else(|| value::unsigned(row, 3));
    let media = Media {
        path: value::text(row, 1),
        name: value::text(row, 5),
        mime: value::text(row, 4),
        size: size.filter(|&size| size > 0),
        duration: value::unsigned(row, 7).filter(|&seconds| seconds > 0),
        width: value::positive(row, 8),
        height: value::positive(row, 9),
        pages: value::positive(row, 10),
        sha256: value::text(row, 11).and_then(|hash| sha256(&hash)),
        downloaded: value::integer(row, 12).map(|number| number != 0),
        offloaded: value::flag(row, 13),
        transcript: value::text(row, 14),
        ..Media::default()
    };
    (media, value::text(row, 6))
}

/// The bars of a voice note, one byte each.
pub(super) fn waveform(row: &Row<'_>, column: usize) -> Option<Vec<u8>> {
    let bars = value::bytes(row, column, MOST_BARS)?;
    Some(bars.into_iter().map(|bar| bar.min(LOUDEST)).collect())
}

/// A SHA-256 written in base64.
pub(super) fn sha256(text: &str) -> Option<[u8; 32]> {
    STANDARD.decode(text.trim()).ok()?.try_into().ok()
}

/// Bytes that start as a picture does that a browser shows.
pub(super) fn picture(row: &Row<'_>, column: usize) -> Option<Vec<u8>> {
    value::bytes(row, column, LARGEST_THUMBNAIL).filter(|bytes| {
        bytes.starts_with(&[0xff, 0xd8, 0xff])
            || bytes.starts_with(b"\x89PNG\r\n\x1a\n")
            || (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"))
    })
}

/// The places where small pictures are stored.
pub(super) struct Thumbnails<'s> {
    by_hash: Keyed<'s>,
    by_key: Keyed<'s>,
}

impl<'s> Thumbnails<'s> {
    pub(super) fn open(parts: &'s Parts, legacy: bool) -> rusqlite::Result<Self> {
        let old_keys = ["key_remote_jid", "key_from_me", "key_id"];
        Ok(Self {
            by_hash: Keyed::open(parts, "media_hash_thumbnail", &["media_hash"])?,
            by_key: Keyed::open(
                parts,
                if legacy { "message_thumbnails" } else { "" },
                &old_keys,
            )?,
        })
    }

    /// The picture stored for a message, wherever it is.
    pub(super) fn of(
        &mut self,
        tables: &mut Tables<'_>,
        id: i64,
        sha256: Option<&[u8; 32]>,
        legacy: Option<&LegacyRow>,
    ) -> rusqlite::Result<Option<Vec<u8>>> {
        for beside in [
            Beside::Thumbnail,
            Beside::MicroThumbnail,
            Beside::MmsThumbnail,
        ] {
            let (mut found, mut unused) = (None, 0);
            tables.each(beside, id, &mut |row| match picture(row, 1) {
                Some(picture) if found.is_none() => found = Some(picture),
                _ => unused += 1,
            })?;
            tables.pass_over(beside, unused);
            if found.is_some() {
                return Ok(found);
            }
        }
        if let Some(legacy) = legacy
            && let Some(found) = self.by_key.get(&legacy.thumbnail_key)?
        {
            return Ok(Some(found));
        }
        match (sha256, self.by_hash.is_empty()) {
            (Some(hash), false) => self.by_hash.get(&STANDARD.encode(hash)),
            _ => Ok(None),
        }
    }
}

/// Pictures found by a text key instead of a row.
struct Keyed<'s> {
    rows: HashMap<String, i64>,
    fetch: Option<Statement<'s>>,
}

impl<'s> Keyed<'s> {
    fn open(parts: &'s Parts, table: &str, keys: &[&str]) -> rusqlite::Result<Self> {
        let mut rows = HashMap::new();
        let wanted = parts
            .schema
            .table_with(table, keys)
            .filter(|table| table.has("thumbnail"));
        let Some(table) = wanted else {
            return Ok(Self { rows, fetch: None });
        };
        scan(
            &parts.connection,
            &table.select(keys),
            None,
            &mut |number, row| {
                rows.insert(
                    key((1..=keys.len()).map(|column| value::text(row, column))),
                    number,
                );
                ControlFlow::Continue(())
            },
        )?;
        let fetch = parts.connection.prepare(&format!(
            "{} WHERE rowid = ?1",
            table.select(&["thumbnail"])
        ))?;
        Ok(Self {
            rows,
            fetch: Some(fetch),
        })
    }

    fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn get(&mut self, key: &str) -> rusqlite::Result<Option<Vec<u8>>> {
        let (Some(fetch), Some(&number)) = (&mut self.fetch, self.rows.get(key)) else {
            return Ok(None);
        };
        let mut rows = fetch.query([number])?;
        match rows.next() {
            Ok(row) => Ok(row.and_then(|row| picture(row, 1))),
            Err(error) if crate::error::is_damage(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// Several texts as one key.
pub(super) fn key(parts: impl Iterator<Item = Option<String>>) -> String {
    parts
        .map(Option::unwrap_or_default)
        .collect::<Vec<_>>()
        .join("\u{0}")
}
