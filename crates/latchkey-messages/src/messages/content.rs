//! Decides what a message carries beside its text: the tables of its kind first, any other that has rows of it next.

mod business;
mod cards;
mod invites;
pub(super) mod places;
mod polls;

use super::tables::{Beside, Tables};
use super::{Base, MessageReader};
use crate::value;
use crate::{Content, Kind, LinkPreview};

/// What a message carries, what the app shows as its text where it has none, and whether money is in it.
#[derive(Default)]
pub(super) struct Carried {
    pub(super) content: Option<Content>,
    pub(super) body: Option<String>,
    pub(super) payment: bool,
}

/// Families of tables; a message has rows in one of them, hardly ever in two.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Place,
    Cards,
    Poll,
    Event,
    Invite,
    Business,
    Link,
}

/// The order in which they are asked.
const ORDER: [Family; 7] = [
    Family::Poll,
    Family::Event,
    Family::Place,
    Family::Cards,
    Family::Invite,
    Family::Business,
    Family::Link,
];

/// The family of a kind.
fn family(kind: Kind) -> Option<Family> {
    match kind {
        Kind::Location | Kind::LiveLocation => Some(Family::Place),
        Kind::Contact => Some(Family::Cards),
        Kind::Poll => Some(Family::Poll),
        Kind::Event => Some(Family::Event),
        Kind::GroupInvite => Some(Family::Invite),
        Kind::Order | Kind::Payment | Kind::Template => Some(Family::Business),
        _ => None,
    }
}

impl MessageReader<'_> {
    /// What a message carries, in the old table's own row where no other has it.
    pub(super) fn carried_by(&mut self, base: &Base, kind: Kind) -> rusqlite::Result<Carried> {
        let mut carried = self.carried(base.id, kind)?;
        if let (None, Some(legacy)) = (&carried.content, &base.legacy) {
            carried.content = legacy.content(kind);
        }
        Ok(carried)
    }

    /// What a message carries. A notice's and a deleted message's tables speak of something else or are leftovers.
    fn carried(&mut self, id: i64, kind: Kind) -> rusqlite::Result<Carried> {
        let speaks = !matches!(kind, Kind::System | Kind::Revoked | Kind::Call);
        if !speaks || !self.tables.has_content(id) {
            return Ok(Carried::default());
        }
        let first = family(kind);
        let rest = ORDER.into_iter().filter(|family| Some(*family) != first);
        for family in first.into_iter().chain(rest) {
            let found = self.in_family(family, id)?;
            if found.content.is_some() || found.body.is_some() {
                return Ok(found);
            }
        }
        Ok(Carried::default())
    }

    fn in_family(&mut self, family: Family, id: i64) -> rusqlite::Result<Carried> {
        let (tables, add_ons) = (&mut self.tables, &mut self.add_ons);
        let people = &self.parts.people;
        let content = match family {
            Family::Place => places::of(tables, id)?.map(Content::Place),
            Family::Cards => cards::of(tables, id, people)?.map(Content::Contacts),
            Family::Poll => polls::poll(tables, add_ons, id)?.map(Content::Poll),
            Family::Event => polls::event(tables, add_ons, id)?.map(Content::Event),
            Family::Invite => invites::of(tables, id, people)?.map(Content::Invite),
            Family::Link => link(tables, id)?.map(Content::Link),
            Family::Business => {
                let Some(found) = business::of(tables, id)? else {
                    return Ok(Carried::default());
                };
                return Ok(Carried {
                    content: Some(Content::Business(found.business)),
                    body: found.body,
                    payment: found.payment,
                });
            }
        };
        Ok(Carried {
            content,
            ..Carried::default()
        })
    }
}

/// The preview of a link; a row without any of it is only a coloured background.
fn link(tables: &mut Tables<'_>, id: i64) -> rusqlite::Result<Option<LinkPreview>> {
    let found = tables.one(Beside::Link, id, |row| LinkPreview {
        url: value::text(row, 1),
        title: value::text(row, 2),
        description: value::text(row, 3),
        thumbnail: None,
    })?;
    Ok(found.filter(|preview| *preview != LinkPreview::default()))
}
