//! Messages that are shown as a part of another one: pictures of an album, better twins, motion clips, comments.
//!
//! What is drawn inside of another message must be of the same chat and sender: nobody puts a picture into somebody
//! else's album, nor takes a message out of the chat in which it stands.

use std::collections::HashMap;

use super::tables::{Beside, Tables};
use crate::order::Order;
use crate::source::Origin;
use crate::value;
use crate::{PartKind, PartOf, RowId};

/// Parts nest: a clip of a picture of an album. Deeper than this is a circle.
const DEEPEST: usize = 8;

/// Of what those messages are parts that have parts themselves: asked once each, however many point to them.
pub(super) type Parents = HashMap<i64, Option<i64>>;

/// What a message is a part of; `origin_of` says where a message stands and who sent it. The other message is there,
/// but may be one that was left out: then the part stands on its own.
pub(super) fn of(
    tables: &mut Tables<'_>,
    parents: &mut Parents,
    id: i64,
    order: &Order,
    origin_of: &dyn Fn(i64) -> rusqlite::Result<Option<Origin>>,
) -> rusqlite::Result<Option<PartOf>> {
    let Some((beside, found)) = parent(tables, id, order)? else {
        return Ok(None);
    };
    if !found.kind.folded() {
        return Ok(Some(found));
    }
    let origin = origin_of(id)?;
    let of_another = origin.is_none() || origin != origin_of(found.row.0)?;
    if of_another || in_circle(tables, parents, id, found.row.0, order)? {
        tables.pass_over(beside, 1);
        return Ok(None);
    }
    Ok(Some(found))
}

/// The first table that makes it a part of a message that is there.
fn parent(
    tables: &mut Tables<'_>,
    id: i64,
    order: &Order,
) -> rusqlite::Result<Option<(Beside, PartOf)>> {
    for beside in [
        Beside::Association,
        Beside::OlderAssociation,
        Beside::Comment,
    ] {
        let (mut found, mut unused) = (None, 0);
        tables.each(beside, id, &mut |row| {
            let kind = match beside {
                Beside::Comment => Some(PartKind::Comment),
                _ => kind(value::integer(row, 2)),
            };
            let other = value::reference(row, 1).filter(|&row| row != id && order.has(row));
            match (other, kind) {
                (Some(row), Some(kind)) if found.is_none() => {
                    let row = RowId(row);
                    found = Some(PartOf { row, kind });
                }
                _ => unused += 1,
            }
        })?;
        tables.pass_over(beside, unused);
        if let Some(found) = found {
            return Ok(Some((beside, found)));
        }
    }
    Ok(None)
}

/// `association_type` of the database, which is not that of the wire.
fn kind(number: Option<i64>) -> Option<PartKind> {
    match number? {
        2 => Some(PartKind::Album),
        6 => Some(PartKind::PollPicture),
        7 | 12 => Some(PartKind::HdTwin),
        11 => Some(PartKind::MotionClip),
        _ => None,
    }
}

/// Following the parts leads back to where one began, or nowhere in reasonable time: all of them would be folded into
/// each other and none be shown.
fn in_circle(
    tables: &mut Tables<'_>,
    parents: &mut Parents,
    id: i64,
    mut at: i64,
    order: &Order,
) -> rusqlite::Result<bool> {
    for _ in 0..DEEPEST {
        let next = match parents.get(&at) {
            Some(&next) => next,
            None => {
                let beside = [Beside::Association, Beside::OlderAssociation];
                let Some(beside) = beside.into_iter().find(|&beside| tables.has(beside, at)) else {
                    return Ok(false);
                };
                let mut next = None;
                tables.peek(beside, at, &mut |row| {
                    let other = value::reference(row, 1).filter(|&row| order.has(row));
                    next = next.or(other.filter(|_| kind(value::integer(row, 2)).is_some()));
                })?;
                parents.insert(at, next);
                next
            }
        };
        match next {
            Some(next) if next == id => return Ok(true),
            Some(next) => at = next,
            None => return Ok(false),
        }
    }
    Ok(true)
}
