//! Rows of the index as the window shows them.

mod calls;
mod content;
pub mod details;
pub mod galleries;
pub mod marks;
pub mod media;
pub mod numbers;
pub mod picture;
pub mod thumbnail;
mod turns;
mod zone;

use latchkey_index::{
    ChatHits, ChatRow, Hit, Hits, MediaRow, MessageRow, MissingReason, QuotedRow, ReactionRow,
    SystemRow,
};
use latchkey_index::{ChatId, Index, Query, QueryError};
use latchkey_messages::{ChatKind as Kept, Kind};

use crate::shell::Shell;
use crate::shell::session::Visible;
use crate::views::{
    ChatHitsView, ChatKind, ChatView, CommandError, ContentView, DevicesView, DisappearingView,
    HitView, HitsView, MediaView, MessageView, MissingView, OwnMarksView, QuotedView, ReactionView,
    SnippetPart, SystemView,
};
pub use zone::Zone;

/// Hues for people (`ui/src/styles/tokens.css`).
const HUES: i64 = 8;

/// A row of the chat list.
fn chat(row: ChatRow) -> ChatView {
    ChatView {
        id: row.id.0,
        name: row.name,
        address: row.address,
        kind: chat_kind(row.kind),
        messages: row.messages,
        first_at: row.first_at,
        last_at: row.last_at,
        last_text: row.last_text,
        last_kind: row.last_kind.map(word),
        last_from_me: row.last_from_me,
        unread: row.unread,
        archived: row.archived,
        locked: row.locked,
        description: row.description,
        disappearing: row.disappearing,
        left: row.left,
        community: row.community_chat.map(|chat| chat.0),
        marks: OwnMarksView::default(),
    }
}

/// The chat list, without chats that are hidden.
///
/// # Errors
/// What reading the tables meets.
pub fn chats(index: &Index, visible: &Visible) -> Result<Vec<ChatView>, QueryError> {
    let rows = index.chats()?.into_iter();
    let mut views = rows
        .filter(|row| visible.shows(row.id))
        .map(chat)
        .collect::<Vec<_>>();
    marks::put_on(&mut views, index)?;
    Ok(views)
}

/// A page of hits in chats that are shown. Days that are typed are days of the person's time zone, as bubbles show them.
///
/// # Errors
/// `usage` when no history is open; else what searching meets.
pub fn search(shell: &Shell, query: Query) -> Result<HitsView, CommandError> {
    let zone = Zone::of(&shell.settings());
    let found = shell.session.read_visible(|history, visible| {
        history.index().search(&Query {
            utc_offsets: zone.offsets,
            without: visible.hidden().to_vec(),
            ..query
        })
    });
    found.map(hits)
}

/// A page of a chat, by position; nothing of one that is hidden.
///
/// # Errors
/// What reading the tables meets.
pub fn page(
    index: &Index,
    visible: &Visible,
    chat: ChatId,
    from: u64,
    limit: u32,
) -> Result<Vec<MessageView>, QueryError> {
    if !visible.shows(chat) {
        return Ok(Vec::new());
    }
    let rows = index.messages(chat, from, limit)?;
    let mut calls = calls::calls_of(index, &rows)?;
    let seen = |row| message(row, visible);
    let mut views: Vec<MessageView> = rows.into_iter().map(seen).collect();
    for view in &mut views {
        if let Some(call) = calls.remove(&view.id) {
            view.content = Some(ContentView::Call(call));
        }
    }
    Ok(views)
}

/// A message of a page.
fn message(mut row: MessageRow, visible: &Visible) -> MessageView {
    let kind = row.kind;
    MessageView {
        content: content::content(&mut row),
        mentions: content::mentions(row.text.as_deref(), row.mentions),
        id: row.id.0,
        position: row.position,
        sent_at: row.sent_at,
        from_me: row.from_me,
        hue: hue(row.sender.map(|sender| sender.0)),
        sender: row.sender.map(|sender| sender.0),
        sender_name: row.sender_name,
        kind: word(kind),
        raw_kind: row.raw_kind,
        text: row.text,
        starred: row.starred,
        forwarded: row.forwarded,
        edited_at: row.edited,
        quoted: row.quoted.map(|row| quoted(row, visible)),
        media: row.media.map(|row| media(row, kind)),
        system: row.system.map(system),
        reactions: row.reactions.into_iter().map(reaction).collect(),
        reactions_more: row.reactions_more,
        part_of: row.part_of.map(content::part),
        parts: row.parts.into_iter().map(|part| part.0).collect(),
        disappearing: row.disappearing.map(|row| DisappearingView {
            seconds: row.seconds,
            expires_at: row.expires_at,
        }),
        pinned: row.pinned.map(content::mark),
        kept: row.kept.map(content::mark),
        revoked: row.revoked.map(content::revoked),
        deleted_later: row.deleted_later,
        view_once: row.view_once.map(content::view_once),
        broadcast: row.broadcast,
        channel: row.channel.map(content::channel),
        marks: row.own_marks.map(marks::view),
    }
}

/// A page of hits.
fn hits(page: Hits) -> HitsView {
    let of_chat = |one: ChatHits| ChatHitsView {
        chat: one.chat.0,
        hits: one.hits,
    };
    HitsView {
        chats: page.chats.into_iter().map(of_chat).collect(),
        total: page.total,
        total_at_least: page.total_at_least,
        hits: page.hits.into_iter().map(hit).collect(),
    }
}

/// The same for a person everywhere in a history.
fn hue(person: Option<i64>) -> u8 {
    person
        .and_then(|id| u8::try_from(id.rem_euclid(HUES)).ok())
        .unwrap_or(0)
}

fn word(kind: Kind) -> String {
    kind.as_str().to_owned()
}

fn chat_kind(kind: Kept) -> ChatKind {
    match kind {
        Kept::Person => ChatKind::Person,
        Kept::Group => ChatKind::Group,
        Kept::Community => ChatKind::Community,
        Kept::Channel => ChatKind::Channel,
        Kept::Broadcast => ChatKind::Broadcast,
        Kept::Status => ChatKind::Status,
        Kept::Deleted => ChatKind::Deleted,
    }
}

/// What a message answers; nothing of it where its chat is hidden, although the copy stands in one that is not.
fn quoted(row: QuotedRow, visible: &Visible) -> QuotedView {
    if row.chat.is_some_and(|chat| !visible.shows(chat)) {
        return QuotedView {
            hidden: true,
            ..QuotedView::default()
        };
    }
    QuotedView {
        message: row.message.map(|message| message.0),
        chat: row.chat.map(|chat| chat.0),
        position: row.position,
        sender_name: row.sender_name,
        from_me: row.from_me,
        text: row.text,
        kind: row.kind.map(word),
        hidden: false,
    }
}

fn media(row: MediaRow, kind: Kind) -> MediaView {
    let found = row.found.is_some();
    MediaView {
        picture: row.thumbnail || (found && is_picture(kind, row.mime.as_deref())),
        name: row.name,
        mime: row.mime,
        size: row.size,
        duration: row.duration,
        width: row.width,
        height: row.height,
        pages: row.pages,
        missing: row.missing.map(missing),
        transcript: row.transcript,
        waveform: row.waveform,
        found,
    }
}

/// Why a file is not there.
fn missing(reason: MissingReason) -> MissingView {
    match reason {
        MissingReason::ViewOnce => MissingView::ViewOnce,
        MissingReason::Deleted => MissingView::Deleted,
        MissingReason::Offloaded => MissingView::Offloaded,
        MissingReason::NeverDownloaded => MissingView::NeverDownloaded,
        MissingReason::Unreadable => MissingView::Unreadable,
        MissingReason::NotLookedFor => MissingView::NotLookedFor,
        MissingReason::Absent => MissingView::Absent,
    }
}

/// Whether it is worth asking for a picture; the bytes decide whether one is given.
fn is_picture(kind: Kind, mime: Option<&str>) -> bool {
    match mime {
        Some(mime) => matches!(
            mime,
            "image/jpeg" | "image/png" | "image/webp" | "image/gif"
        ),
        None => matches!(kind, Kind::Image | Kind::Sticker),
    }
}

fn system(row: SystemRow) -> SystemView {
    SystemView {
        action: row.action,
        people: row.people,
        old_value: row.old_value,
        new_value: row.new_value,
        groups: row.groups,
        seconds: row.seconds,
        devices: row.devices.map(|row| DevicesView {
            added: row.added,
            removed: row.removed,
        }),
        yes: row.yes,
    }
}

fn reaction(row: ReactionRow) -> ReactionView {
    ReactionView {
        emoji: row.emoji,
        from_me: row.from_me,
        sender_name: row.sender_name,
    }
}

fn hit(row: Hit) -> HitView {
    let part = |part: latchkey_index::SnippetPart| SnippetPart {
        text: part.text,
        hit: part.hit,
    };
    HitView {
        chat: row.chat.0,
        chat_name: row.chat_name,
        message: row.message.0,
        position: row.position,
        sent_at: row.sent_at,
        sender_name: row.sender_name,
        from_me: row.from_me,
        kind: word(row.kind),
        snippet: row.snippet.0.into_iter().map(part).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::made_up::MadeUp;
    use crate::views::SettingsView;

    #[test]
    fn a_day_that_is_typed_is_one_of_the_persons_zone() {
        let made_up = MadeUp::new();
        made_up.restored_with_passkey("1234");
        let found = |zone: &str, text: &str| {
            let settings = SettingsView {
                time_zone: zone.to_owned(),
                ..made_up.shell.settings_view()
            };
            made_up.shell.set_settings(&settings).unwrap();
            let query = Query {
                text: text.to_owned(),
                limit: 10,
                ..Query::default()
            };
            search(&made_up.shell, query).unwrap().total
        };
        // Said on 1 March 2024 at 10:01 UTC: a minute into the next day where the day begins first.
        let east = "Pacific/Kiritimati";
        for (zone, text, hits) in [
            ("UTC", "harbour on:2024-03-01", 1),
            ("UTC", "harbour on:2024-03-02", 0),
            (east, "harbour on:2024-03-01", 0),
            (east, "harbour on:2024-03-02", 1),
            (east, "harbour before:2024-03-02", 0),
            ("UTC", "harbour after:2024-03-02", 0),
            (east, "harbour after:2024-03-02", 1),
        ] {
            assert_eq!(found(zone, text), hits, "{zone}: {text}");
        }
    }

    #[test]
    fn a_persons_hue_is_one_of_eight_and_steady() {
        assert_eq!(hue(Some(3)), hue(Some(11)));
        for id in [0, 7, 8, -1, i64::MIN, i64::MAX] {
            assert!(hue(Some(id)) < 8);
        }
        assert_eq!(hue(None), 0);
    }

    #[test]
    fn a_drawing_that_could_run_is_not_asked_for() {
        assert!(is_picture(Kind::Image, None));
        assert!(is_picture(Kind::Document, Some("image/png")));
        assert!(!is_picture(Kind::Image, Some("image/svg+xml")));
        assert!(!is_picture(Kind::Video, None));
    }
}
