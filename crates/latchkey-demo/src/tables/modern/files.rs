//! Rows of files and links: the media row, small pictures, waveforms, what became of view-once media.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::super::{SchemaState, SourceWriter, WriteSourceError};
use crate::draft::{FileDraft, FileKind};

impl SourceWriter {
    /// The media row, in the hybrid state too; `kind` is absent for files of kinds that usually have none.
    pub(in crate::tables) fn media_row(
        &self,
        row: i64,
        chat: i64,
        kind: Option<FileKind>,
        file: &FileDraft,
        at: i64,
    ) -> Result<(), WriteSourceError> {
        // what the app needs to fetch the file again: real rows have it, and it is most of their size
        let key = Sha256::digest(row.to_le_bytes());
        let blob = Sha256::digest(key);
        self.side(
            "INSERT INTO message_media (message_row_id, chat_row_id, transferred, file_path, file_size,
             media_key_timestamp, width, height, mime_type, file_length, media_name, file_hash, media_duration,
             page_count, media_key, enc_file_hash, direct_path)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?5, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
            rusqlite::params![
                row,
                chat,
                i64::from(file.path.is_some()),
                &file.path,
                file.size,
                at / 1000,
                file.width,
                file.height,
                &file.mime,
                &file.name,
                file.sha256.map(|hash| STANDARD.encode(hash)),
                file.duration,
                file.pages,
                key.as_slice(),
                STANDARD.encode(blob),
                format!("/v/t62.7118-24/{row}_{}_n.enc", hex::encode(&blob[..12])),
            ],
        )?;
        if self.schema != SchemaState::Modern {
            return Ok(());
        }
        if file.transcript.is_some() || file.offloaded {
            self.side(
                "UPDATE message_media SET raw_transcription_text = ?2, is_offloaded = ?3 WHERE message_row_id = ?1",
                (row, &file.transcript, i64::from(file.offloaded)),
            )?;
        }
        if let Some(thumbnail) = &file.thumbnail {
            self.thumbnail_row(row, kind, file, thumbnail)?;
        }
        match kind {
            Some(FileKind::ViewOnceImage | FileKind::ViewOnceVideo | FileKind::ViewOnceVoice) => {
                self.side(
                    "INSERT INTO message_view_once_media (message_row_id, state) VALUES (?1, ?2)",
                    (row, file.view_once),
                )
            }
            Some(FileKind::Voice) => {
                let bars: Vec<u8> = (0..64_i64)
                    .map(|bar| u8::try_from((bar * 37 + row * 13) % 100).unwrap_or(0))
                    .collect();
                self.side(
                    "INSERT INTO audio_data (message_row_id, waveform) VALUES (?1, ?2)",
                    (row, bars),
                )
            }
            _ => Ok(()),
        }
    }

    /// Stickers keep theirs by the file's hash, everything else by message.
    fn thumbnail_row(
        &self,
        row: i64,
        kind: Option<FileKind>,
        file: &FileDraft,
        thumbnail: &[u8],
    ) -> Result<(), WriteSourceError> {
        match (kind, file.sha256) {
            (Some(FileKind::Sticker), Some(hash)) => self.side(
                "INSERT OR IGNORE INTO media_hash_thumbnail (media_hash, thumbnail) VALUES (?1, ?2)",
                (STANDARD.encode(hash), thumbnail),
            ),
            _ => self.picture_row(row, thumbnail),
        }
    }

    /// The small picture of a message.
    pub(super) fn picture_row(&self, row: i64, picture: &[u8]) -> Result<(), WriteSourceError> {
        self.side(
            "INSERT INTO message_thumbnail (message_row_id, thumbnail) VALUES (?1, ?2)",
            (row, picture),
        )
    }

    pub(super) fn link_rows(
        &self,
        row: i64,
        chat: i64,
        (text, url, title, description): (&str, &str, &str, &str),
    ) -> Result<(), WriteSourceError> {
        self.side(
            "INSERT INTO message_text (message_row_id, description, page_title, url, preview_type)
             VALUES (?1, ?2, ?3, ?4, 0)",
            (row, description, title, url),
        )?;
        let index = text.find("http").map_or(0, |at| at as i64);
        self.side(
            "INSERT INTO message_link (chat_row_id, message_row_id, link_index) VALUES (?1, ?2, ?3)",
            (chat, row, index),
        )
    }
}
