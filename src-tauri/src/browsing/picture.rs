//! Pictures by message id: `picture://localhost/<id>`, small ones in thumbnail.rs. The type is told from the bytes, never
//! from a name; only picture formats of a short list pass, and what passes cannot run, frame or fetch anything.

use std::io::Read as _;

use latchkey_index::MessageId;
use latchkey_restore::{History, MediaFile, scale, sniff};
use tauri::http::{Response, StatusCode, header};

use super::thumbnail::{self, Size};
use crate::shell::Shell;

/// The scheme.
pub const SCHEME: &str = "picture";

/// What stands before the id of a small picture. The page's `convertFileSrc` writes a slash as `%2F`, so there is none.
const SMALL: [(&str, Size); 2] = [
    ("/thumbnail-", Size::Thumbnail),
    ("/preview-", Size::Preview),
];

/// Larger files are not shown as pictures, in bytes.
const LARGEST: u64 = 40 * 1024 * 1024;

/// A picture's own policy: it is data, whatever it holds.
const POLICY: &str = "default-src 'none'; sandbox";

/// What a message has to show.
#[derive(Debug, Default)]
pub struct PictureSource {
    /// The file in its media folder, or decrypted from there.
    pub file: Option<MediaFile>,
    /// The small picture kept in the index.
    pub thumbnail: Option<Vec<u8>>,
}

/// The picture a request's path asks for, from the open history; nothing when it is locked. Read beside it, so many at a
/// time: what is encrypted is decrypted first.
pub fn of_message(shell: &Shell, path: &str) -> Response<Vec<u8>> {
    for (prefix, size) in SMALL {
        if let Some(id) = path.strip_prefix(prefix).and_then(digits) {
            return thumbnail::of_message(shell, MessageId(id), size);
        }
    }
    let Some(message) = message_id(path).map(MessageId) else {
        return nothing();
    };
    let _turn = shell.thumbnails.whole.take();
    let source = shell.session.peek_aside(|reader| {
        thumbnail::is_shown(reader, message, reader.visible()).then_some(())?;
        source(reader, message)
    });
    source.map_or_else(nothing, answer)
}

fn source(history: &History, message: MessageId) -> Option<PictureSource> {
    let index = history.index();
    Some(PictureSource {
        file: history.open_media(message).ok(),
        thumbnail: index.thumbnail(message).ok()?,
    })
}

/// The message id in a request's path: digits and nothing else.
pub fn message_id(path: &str) -> Option<i64> {
    path.strip_prefix('/').and_then(digits)
}

fn digits(text: &str) -> Option<i64> {
    let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// The answer for a source: the file when it is a picture we show, else the thumbnail, else nothing.
pub fn answer(source: PictureSource) -> Response<Vec<u8>> {
    let from_file = source.file.and_then(read_whole);
    from_file
        .and_then(as_picture)
        .or_else(|| source.thumbnail.and_then(as_picture))
        .unwrap_or_else(nothing)
}

/// 404, with nothing that tells a locked history from an absent picture.
pub fn nothing() -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}

/// The bytes as a picture, when their first bytes are those of a format we show and their header claims no more pixels than
/// the web view may take memory for.
pub fn as_picture(bytes: Vec<u8>) -> Option<Response<Vec<u8>>> {
    let kind = sniff::picture_type(&bytes).filter(|_| scale::is_bounded(&bytes))?;
    Response::builder()
        .header(header::CONTENT_TYPE, kind)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::CONTENT_SECURITY_POLICY, POLICY)
        .header(header::CACHE_CONTROL, "no-store")
        .body(bytes)
        .ok()
}

/// The bytes of a file that is not too large for a picture.
pub fn read_whole(file: MediaFile) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= LARGEST).then_some(bytes)
}

#[cfg(test)]
mod tests;
