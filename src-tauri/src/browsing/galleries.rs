//! Galleries, as the window shows them: a list that is made once beside the open history, and pages of it.

use latchkey_index::{ChatId, GalleryItem, GalleryKind as Kept};

use super::zone::Zone;
use super::{media, word};
use crate::shell::Shell;
use crate::views::{CommandError, GalleryItemView, GalleryKind, GalleryMonthView};

/// The things of a gallery by month.
///
/// # Errors
/// As `Session::read_aside`.
pub fn months(
    shell: &Shell,
    chat: Option<ChatId>,
    kind: GalleryKind,
) -> Result<Vec<GalleryMonthView>, CommandError> {
    let zone = Zone::of(&shell.settings());
    let list = shell
        .session
        .read_aside(|reader| reader.gallery_list(kept(kind), chat))?;
    let month = |row: latchkey_index::GalleryMonth| GalleryMonthView {
        month: row.month,
        items: row.items,
    };
    Ok(list.months(&zone.offsets).into_iter().map(month).collect())
}

/// A page of a gallery.
///
/// # Errors
/// As `Session::read_aside`.
pub fn page(
    shell: &Shell,
    chat: Option<ChatId>,
    kind: GalleryKind,
    offset: u64,
    limit: u32,
) -> Result<Vec<GalleryItemView>, CommandError> {
    let items = shell.session.read_aside(|reader| {
        let list = reader.gallery_list(kept(kind), chat)?;
        reader.index().gallery(&list, offset, limit)
    })?;
    let shown = |item| view(item, kind);
    Ok(items.into_iter().map(shown).collect())
}

/// As the index calls it.
pub fn kept(kind: GalleryKind) -> Kept {
    match kind {
        GalleryKind::Pictures => Kept::Pictures,
        GalleryKind::Voice => Kept::Voice,
        GalleryKind::Documents => Kept::Documents,
        GalleryKind::Links => Kept::Links,
    }
}

fn view(item: GalleryItem, gallery: GalleryKind) -> GalleryItemView {
    let row = item.message;
    let kind = row.kind;
    let links = gallery == GalleryKind::Links;
    GalleryItemView {
        message: row.id.0,
        chat: row.chat.0,
        position: row.position,
        sent_at: row.sent_at,
        from_me: row.from_me,
        sender_name: row.sender_name,
        kind: word(kind),
        text: row.text,
        media: row.media.filter(|_| !links).map(|file| media(file, kind)),
        url: item.url,
        title: row.link.and_then(|link| link.title),
    }
}
