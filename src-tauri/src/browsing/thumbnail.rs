//! Small pictures by message id: `picture://localhost/thumbnail-<id>` for a list or a gallery, `…/preview-<id>` for a bubble,
//! where a whole photograph would take fifty megabytes once it is decoded. Made from the file where it is a picture, with bounds
//! against hostile ones, else the small picture that the backup has. Kept in memory until a lock.

mod kept;
mod scale;

use std::sync::{Condvar, Mutex, PoisonError};

use latchkey_index::{ChatId, MessageId};
use latchkey_restore::History;
use tauri::http::Response;

use super::is_picture;
use super::picture::{PictureSource, as_picture, nothing, read_whole};
use crate::shell::{Shell, held};
use kept::Kept;

/// Pictures that are decoded at a time: each may take much memory for a moment.
const AT_A_TIME: u32 = 2;

/// A picture that cannot be scaled, such as a GIF, is given as it is up to this many bytes.
const SMALL_ENOUGH: usize = 512 << 10;

/// How large a small picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Size {
    /// For lists and galleries.
    Thumbnail,
    /// For a bubble, also on a screen with two pixels for one.
    Preview,
}

impl Size {
    /// The longest side, pixels.
    pub fn longest(self) -> u32 {
        match self {
            Self::Thumbnail => 320,
            Self::Preview => 640,
        }
    }
}

/// Small pictures that were made, and how many are being made.
#[derive(Default)]
pub struct Thumbnails {
    kept: Mutex<Kept>,
    decoding: Mutex<u32>,
    done: Condvar,
}

impl Thumbnails {
    /// Forgets all of them.
    pub fn forget(&self) {
        *held(&self.kept) = Kept::default();
    }

    /// Scales in turn.
    fn scale(&self, bytes: &[u8], size: Size) -> Option<Vec<u8>> {
        let mut decoding = held(&self.decoding);
        while *decoding >= AT_A_TIME {
            let waited = self.done.wait(decoding);
            decoding = waited.unwrap_or_else(PoisonError::into_inner);
        }
        *decoding += 1;
        drop(decoding);
        // A decoder that panics has met a hostile file: it must neither be waited for nor keep others waiting.
        let scaled = std::panic::catch_unwind(|| scale::to_jpeg(bytes, size.longest()));
        *held(&self.decoding) -= 1;
        self.done.notify_one();
        scaled.ok().flatten()
    }
}

/// The small picture of a message, from the open history; nothing when it is locked or the chat is hidden.
pub fn of_message(shell: &Shell, message: MessageId, size: Size) -> Response<Vec<u8>> {
    let since = shell.session.since();
    let hidden = shell.session.hidden_chats();
    let thumbnails = &shell.thumbnails;
    let place = |history: &History| is_shown(history, message, &hidden).then_some(());
    if shell.session.peek(place).is_none() {
        return nothing();
    }
    if let Some(bytes) = held(&thumbnails.kept).get(since, (message, size)) {
        return as_picture(bytes).unwrap_or_else(nothing);
    }
    let read = shell.session.peek_aside(|reader| source(reader, message));
    let Some(source) = read else {
        return nothing();
    };
    let file = source.file.and_then(read_whole);
    let scaled = file.as_deref().and_then(|bytes| thumbnails.scale(bytes, size));
    let small = || file.filter(|bytes| bytes.len() <= SMALL_ENOUGH);
    let Some(bytes) = scaled.or(source.thumbnail).or_else(small) else {
        return nothing();
    };
    let mut kept = held(&thumbnails.kept);
    if shell.session.since() == since {
        kept.put(since, (message, size), &bytes);
        as_picture(bytes).unwrap_or_else(nothing)
    } else {
        nothing()
    }
}

/// The message is there, and in none of the hidden chats.
pub fn is_shown(history: &History, message: MessageId, hidden: &[ChatId]) -> bool {
    let place = history.index().position_of(message);
    matches!(place, Ok(Some((chat, _))) if !hidden.contains(&chat))
}

/// A film is not opened: what is encrypted would be decrypted whole.
fn source(history: &History, message: MessageId) -> Option<PictureSource> {
    let row = history.index().message(message).ok()??;
    let media = row.media.as_ref()?;
    let worth = media.found.is_some() && is_picture(row.kind, media.mime.as_deref());
    Some(PictureSource {
        file: worth.then(|| history.open_media(message).ok()).flatten(),
        thumbnail: history.index().thumbnail(message).ok()?,
    })
}
