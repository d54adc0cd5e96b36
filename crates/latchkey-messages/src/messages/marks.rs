//! What was done to a message, or is to be done: it disappears, was kept, deleted for everyone, opened once.

use super::tables::{Beside, Tables};
use super::{Base, MessageReader};
use crate::people::People;
use crate::value;
use crate::{ChannelFigures, Disappearing, Kind, Mark, Message, Revoked, ViewOnce};

/// Emoji of one post that are counted.
const MOST_REACTIONS: usize = 1000;
/// `message_type` of a message that an admin deleted.
const REVOKED_BY_ADMIN: i64 = 64;

impl MessageReader<'_> {
    /// Puts the marks on a message that is otherwise whole.
    pub(super) fn mark(&mut self, base: &Base, message: &mut Message) -> rusqlite::Result<()> {
        let id = base.id;
        message.original_key_id = self
            .tables
            .one(Beside::Edits, id, |row| value::text(row, 3))?
            .flatten();
        message.kept = self.add_ons.kept()?;
        message.pinned = self.add_ons.pinned()?;
        message.broadcast = base.broadcast;
        message.device = self.devices.of(id);
        self.disappears(id, message)?;
        if message.kind == Kind::Revoked {
            let people = &self.parts.people;
            let revoked = revoked(&mut self.tables, base, people)?;
            let key = revoked.original_key_id.clone();
            message.original_key_id = message.original_key_id.take().or(key);
            message.revoked = Some(revoked);
        }
        message.view_once = self
            .tables
            .one(Beside::ViewOnce, id, |row| value::integer(row, 1))?
            .and_then(|state| match state? {
                0 => Some(ViewOnce::Unopened),
                1 => Some(ViewOnce::Opened),
                2 => Some(ViewOnce::Expired),
                _ => None,
            });
        message.channel = channel(&mut self.tables, id)?;
        Ok(())
    }

    fn disappears(&mut self, id: i64, message: &mut Message) -> rusqlite::Result<()> {
        let found = self.tables.one(Beside::Ephemeral, id, |row| {
            let disappearing = Disappearing {
                seconds: value::unsigned(row, 1).filter(|&seconds| seconds > 0),
                expires_at: value::time(row, 2),
            };
            (disappearing, value::flag(row, 3))
        })?;
        let Some((disappearing, kept)) = found else {
            return Ok(());
        };
        let some = disappearing != Disappearing::default();
        message.disappearing = some.then_some(disappearing);
        // Who keeps it stands in an add-on; where that is gone, it is known that somebody does.
        if kept && !self.add_ons.any_keep() {
            message.kept = Some(Mark {
                from_me: false,
                sender: None,
                at: None,
            });
        }
        Ok(())
    }
}

/// Who deleted a message for everyone, and when.
fn revoked(tables: &mut Tables<'_>, base: &Base, people: &People) -> rusqlite::Result<Revoked> {
    let found = tables.one(Beside::Revoked, base.id, |row| Revoked {
        by_admin: value::reference(row, 2).is_some(),
        admin: value::reference(row, 2).and_then(|jid| people.by_row(jid)),
        at: value::time(row, 3),
        original_key_id: value::text(row, 1),
    })?;
    let mut revoked = found.unwrap_or_default();
    revoked.by_admin |= base.number == Some(REVOKED_BY_ADMIN);
    Ok(revoked)
}

/// Figures of a channel's post.
fn channel(tables: &mut Tables<'_>, id: i64) -> rusqlite::Result<Option<ChannelFigures>> {
    let views = tables.one(Beside::Post, id, |row| value::unsigned(row, 1))?;
    let (mut reactions, mut unused) = (Vec::new(), 0);
    tables.each(Beside::PostReactions, id, &mut |row| match (
        value::text(row, 1),
        value::unsigned(row, 2),
    ) {
        (Some(emoji), Some(count)) if count > 0 && reactions.len() < MOST_REACTIONS => {
            reactions.push((emoji, count));
        }
        _ => unused += 1,
    })?;
    tables.pass_over(Beside::PostReactions, unused);
    let any = views.is_some() || !reactions.is_empty();
    Ok(any.then(|| ChannelFigures {
        views: views.flatten(),
        reactions,
    }))
}
