//! Invitations to groups and channels.

use crate::Invite;
use crate::messages::tables::{Beside, Tables};
use crate::people::People;
use crate::value;

/// The invitation of a message.
pub(super) fn of(
    tables: &mut Tables<'_>,
    id: i64,
    people: &People,
) -> rusqlite::Result<Option<Invite>> {
    let address = |row: Option<i64>| people.address(row?).map(|address| address.text.clone());
    let group = tables.one(Beside::GroupInvite, id, |row| Invite {
        name: value::text(row, 1),
        address: address(value::reference(row, 2)),
        code: value::text(row, 3),
        expires_at: value::time(row, 4),
    })?;
    if group.is_some() {
        return Ok(group);
    }
    for beside in [Beside::AdminInvite, Beside::FollowerInvite] {
        let channel = tables.one(beside, id, |row| Invite {
            name: value::text(row, 1),
            address: address(value::reference(row, 2)),
            code: None,
            expires_at: match beside {
                Beside::AdminInvite => value::time(row, 3),
                _ => None,
            },
        })?;
        if channel.is_some() {
            return Ok(channel);
        }
    }
    Ok(None)
}
