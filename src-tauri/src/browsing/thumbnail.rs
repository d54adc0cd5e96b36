//! Small pictures by message id: `picture://localhost/thumbnail-<id>` for a list or a gallery, `…/preview-<id>` for a bubble,
//! where a whole photograph would take fifty megabytes once it is decoded. Made from the file where it is a picture, with bounds
//! against hostile ones, else the small picture that the backup has. Kept in memory until a lock.

mod kept;

use std::sync::Mutex;

use latchkey_index::{MediaRow, MessageId};
use latchkey_restore::{History, scale};
use tauri::http::Response;

use super::is_picture;
use super::picture::{PictureSource, as_picture, nothing, read_whole};
use super::turns::Turns;
use crate::shell::session::{Since, Visible};
use crate::shell::{Shell, held};
use kept::{Kept, Which};

/// Pictures that are read and decoded at a time: each may take much memory for a moment.
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

/// Small pictures that were made, and whose turn it is to be read.
pub struct Thumbnails {
    kept: Mutex<Kept>,
    small: Turns,
    /// Whole pictures have turns of their own: the viewer waits for no wall of small ones.
    pub(super) whole: Turns,
}

impl Default for Thumbnails {
    fn default() -> Self {
        Self {
            kept: Mutex::default(),
            small: Turns::of(AT_A_TIME),
            whole: Turns::of(AT_A_TIME),
        }
    }
}

impl Thumbnails {
    /// Forgets all of them.
    pub fn forget(&self) {
        *held(&self.kept) = Kept::default();
    }

    /// Nothing is read until these are dropped.
    #[cfg(test)]
    pub fn all_turns(&self) -> Vec<super::turns::Turn<'_>> {
        let all = [&self.small, &self.whole].into_iter();
        all.flat_map(|turns| (0..AT_A_TIME).map(|_| turns.take()))
            .collect()
    }

    fn known(&self, since: Since, which: Which) -> Option<Vec<u8>> {
        held(&self.kept).get(since, which)
    }
}

/// The small picture of a message, from the open history; nothing when it is locked or the chat is hidden.
pub fn of_message(shell: &Shell, message: MessageId, size: Size) -> Response<Vec<u8>> {
    let since = shell.session.since();
    let shown =
        |history: &History, visible: &Visible| is_shown(history, message, visible).then_some(());
    if shell.session.peek_visible(shown).is_none() {
        return nothing();
    }
    let which = (message, size);
    let known = shell.thumbnails.known(since, which);
    let bytes = known.or_else(|| in_turn(shell, since, which));
    bytes.and_then(as_picture).unwrap_or_else(nothing)
}

/// Makes a small picture and keeps it. Nothing of it is opened or read before its turn: of a hundred that are asked for at
/// once, only so many take a reader and memory.
fn in_turn(shell: &Shell, since: Since, which: Which) -> Option<Vec<u8>> {
    let thumbnails = &shell.thumbnails;
    let _turn = thumbnails.small.take();
    // While this waited it may have been made for another, and there may have been a lock.
    let known = thumbnails.known(since, which);
    if known.is_some() || shell.session.since() != since {
        return known;
    }
    let bytes = make(shell, which)?;
    let mut kept = held(&thumbnails.kept);
    (shell.session.since() == since).then(|| {
        kept.put(since, which, &bytes);
        bytes
    })
}

/// From the file of a message, else from the small picture it came with.
fn make(shell: &Shell, (message, size): Which) -> Option<Vec<u8>> {
    let source = shell.session.peek_aside(|reader| {
        is_shown(reader, message, reader.visible()).then_some(())?;
        source(reader, message)
    })?;
    let file = source.file.and_then(read_whole);
    let scaled = file
        .as_deref()
        .and_then(|bytes| scale::to_jpeg(bytes, size.longest()));
    let small = || file.filter(|bytes| bytes.len() <= SMALL_ENOUGH);
    scaled.or(source.thumbnail).or_else(small)
}

/// The message is there, in a chat that is shown.
pub fn is_shown(history: &History, message: MessageId, visible: &Visible) -> bool {
    let place = history.index().position_of(message);
    matches!(place, Ok(Some((chat, _))) if visible.shows(chat))
}

/// A film is not opened: what is encrypted would be decrypted whole. A link has no file, but may have a small picture.
fn source(history: &History, message: MessageId) -> Option<PictureSource> {
    let row = history.index().message(message).ok()??;
    let is_worth =
        |media: &MediaRow| media.found.is_some() && is_picture(row.kind, media.mime.as_deref());
    let worth = row.media.as_ref().is_some_and(is_worth);
    Some(PictureSource {
        file: worth.then(|| history.open_media(message).ok()).flatten(),
        thumbnail: history.index().thumbnail(message).ok()?,
    })
}
