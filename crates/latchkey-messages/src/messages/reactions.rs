//! Reactions: the newest of each person, withdrawn ones gone.

use crate::people::People;
use crate::side::Side;
use crate::source::Parts;
use crate::value;
use crate::{PersonId, Reaction};

/// `message_add_on_type` of a reaction.
const REACTION: &str = "message_add_on_type = 56";

/// The add-ons that are reactions.
pub(super) struct Reactions<'s> {
    add_ons: Side<'s>,
    emojis: Side<'s>,
}

/// One add-on row.
struct AddOn {
    id: i64,
    from_me: bool,
    sender: Option<PersonId>,
    at: Option<i64>,
}

impl<'s> Reactions<'s> {
    pub(super) fn open(parts: &'s Parts) -> rusqlite::Result<Self> {
        let (connection, schema) = (&parts.connection, &parts.schema);
        let typed = schema
            .table_with("message_add_on", &["message_add_on_type"])
            .is_some();
        let columns = ["_id", "from_me", "sender_jid_row_id", "timestamp"];
        let filter = typed.then_some(REACTION);
        let highest = parts.order.highest;
        Ok(Self {
            add_ons: Side::open(
                connection,
                schema,
                "message_add_on",
                "parent_message_row_id",
                &columns,
                filter,
                highest,
            )?,
            emojis: Side::open(
                connection,
                schema,
                "message_add_on_reaction",
                "message_add_on_row_id",
                &["reaction", "sender_timestamp"],
                None,
                i64::MAX,
            )?,
        })
    }

    /// The reactions to one message; `peer` is the other person of a one-to-one chat.
    pub(super) fn of(
        &mut self,
        message: i64,
        peer: Option<PersonId>,
        people: &People,
    ) -> rusqlite::Result<Vec<Reaction>> {
        if !self.add_ons.has(message) {
            return Ok(Vec::new());
        }
        let mut add_ons = Vec::new();
        self.add_ons.each(message, &mut |row| {
            let from_me = value::flag(row, 2);
            let sender = value::reference(row, 3)
                .and_then(|jid| people.by_row(jid))
                .or(peer);
            add_ons.push(AddOn {
                id: value::integer(row, 1)
                    .or_else(|| value::integer(row, 0))
                    .unwrap_or(0),
                from_me,
                sender: sender.filter(|_| !from_me),
                at: value::time(row, 4),
            });
        })?;
        let mut newest: Vec<(Option<i64>, Reaction)> = Vec::new();
        for add_on in add_ons {
            let detail = self
                .emojis
                .one(add_on.id, |row| (value::text(row, 1), value::time(row, 2)))?;
            let Some((emoji, at)) = detail else { continue };
            let reaction = Reaction {
                emoji: emoji.unwrap_or_default(),
                from_me: add_on.from_me,
                sender: add_on.sender,
                at: at.or(add_on.at),
            };
            keep_newest(&mut newest, reaction);
        }
        Ok(newest
            .into_iter()
            .map(|(_, reaction)| reaction)
            .filter(|reaction| !reaction.emoji.is_empty())
            .collect())
    }

    pub(super) fn damage(&self) -> u64 {
        self.add_ons.damage + self.emojis.damage
    }
}

/// Replaces an older reaction of the same person; those of unknown people all stay.
fn keep_newest(newest: &mut Vec<(Option<i64>, Reaction)>, reaction: Reaction) {
    let known = reaction.from_me || reaction.sender.is_some();
    let same = newest.iter_mut().find(|(_, other)| {
        known && other.from_me == reaction.from_me && other.sender == reaction.sender
    });
    match same {
        Some(older) if reaction.at >= older.0 => *older = (reaction.at, reaction),
        Some(_) => {}
        None => newest.push((reaction.at, reaction)),
    }
}
