//! System notices: the action, and the people and values that the tables of notices add to it.

use rusqlite::Row;

use super::tables::{Beside, Tables};
use super::{Base, MessageReader};
use crate::people::clean_name;
use crate::source::Parts;
use crate::value;
use crate::{PersonId, SystemNotice};

/// People and groups of one notice that are kept; a group has a thousand members.
const MOST: usize = 5000;

/// Where the earlier and the later value stand: table, column.
const OLD_VALUES: [(Beside, usize); 2] = [(Beside::OldValues, 1), (Beside::NoticeUsername, 1)];
const NEW_VALUES: [(Beside, usize); 5] = [
    (Beside::NoticeUsername, 2),
    (Beside::NoticeBusiness, 1),
    (Beside::NoticeProvider, 1),
    (Beside::NoticeEvent, 1),
    (Beside::NoticeCallStart, 1),
];
/// Where people stand: table, columns.
const PEOPLE: [(Beside, &[usize]); 4] = [
    (Beside::Participants, &[1]),
    (Beside::Numbers, &[1, 2]),
    (Beside::NoticeUsername, &[3]),
    (Beside::NoticeLid, &[1, 2]),
];
/// Where it says yes or no.
const FLAGS: [Beside; 4] = [
    Beside::NoticeBlocked,
    Beside::NoticeGroup,
    Beside::NoticeCall,
    Beside::NoticeSharing,
];
/// Where a timer stands.
const TIMERS: [Beside; 2] = [Beside::Timer, Beside::TimerNotApplied];
/// Where groups stand: table, column of the name, column of the address row.
const GROUPS: [(Beside, usize, usize); 4] = [
    (Beside::NoticeNodes, 1, 2),
    (Beside::NoticeSiblings, 1, 0),
    (Beside::NoticeParent, 1, 0),
    (Beside::NoticeLinked, 0, 1),
];

impl MessageReader<'_> {
    /// What a notice says.
    pub(super) fn notice(&mut self, base: &Base) -> rusqlite::Result<SystemNotice> {
        let (tables, parts, id) = (&mut self.tables, self.parts, base.id);
        let mut notice = SystemNotice::default();
        if tables.has_notice(id) {
            let action = tables.one(Beside::System, id, |row| value::integer(row, 1))?;
            notice.action = action.flatten();
            notice.people = people(tables, parts, id)?;
            notice.old_value = first(tables, id, &OLD_VALUES)?;
            notice.new_value = first(tables, id, &NEW_VALUES)?;
            numbers(tables, parts, id, &mut notice)?;
            notice.groups = groups(tables, parts, id)?;
            notice.devices = tables.one(Beside::NoticeDevices, id, |row| {
                let count = |column| value::positive(row, column).unwrap_or(0);
                (count(1), count(2))
            })?;
            for beside in FLAGS {
                let found = tables.one(beside, id, |row| value::integer(row, 1))?;
                let said = found.flatten().map(|number| number != 0);
                notice.yes = notice.yes.or(said);
            }
            for beside in TIMERS {
                let found = tables.one(beside, id, |row| value::unsigned(row, 1))?;
                notice.seconds = notice.seconds.or(found.flatten());
            }
        }
        let legacy = base.legacy.as_ref();
        notice.action = notice.action.or_else(|| legacy?.action(base.number));
        Ok(notice)
    }
}

/// The numbers of a change, which one person may have had both of.
fn numbers(
    tables: &mut Tables<'_>,
    parts: &Parts,
    id: i64,
    notice: &mut SystemNotice,
) -> rusqlite::Result<()> {
    let found = tables.one(Beside::Numbers, id, |row| {
        [1, 2].map(|column| {
            let address = parts.people.address(value::reference(row, column)?)?;
            Some(format!("+{}", address.phone()?))
        })
    })?;
    if let Some([old, new]) = found {
        notice.old_value = notice.old_value.take().or(old);
        notice.new_value = notice.new_value.take().or(new);
    }
    Ok(())
}

/// The first value that one of the places has.
fn first(
    tables: &mut Tables<'_>,
    id: i64,
    places: &[(Beside, usize)],
) -> rusqlite::Result<Option<String>> {
    let mut first = None;
    for &(beside, column) in places {
        let found = tables.one(beside, id, |row| value::text(row, column))?;
        first = first.or(found.flatten());
    }
    Ok(first)
}

/// People in stored order, each once.
fn people(tables: &mut Tables<'_>, parts: &Parts, id: i64) -> rusqlite::Result<Vec<PersonId>> {
    let mut people = Vec::new();
    for (beside, columns) in PEOPLE {
        let mut unused = 0;
        tables.each(beside, id, &mut |row: &Row<'_>| {
            let before = people.len();
            for &column in columns {
                let jid = value::reference(row, column);
                let person = jid.and_then(|jid| parts.people.by_row(jid));
                people.extend(person.filter(|_| people.len() < MOST));
            }
            // The other tables say more than who.
            unused += u64::from(people.len() == before && beside == Beside::Participants);
        })?;
        tables.pass_over(beside, unused);
    }
    Ok(people)
}

/// Names of groups: as stored with the notice, else as the group's own chat has it.
fn groups(tables: &mut Tables<'_>, parts: &Parts, id: i64) -> rusqlite::Result<Vec<String>> {
    let mut groups: Vec<String> = Vec::new();
    for (beside, name, address) in GROUPS {
        let mut unused = 0;
        tables.each(beside, id, &mut |row| {
            let stored = (name > 0).then(|| value::text(row, name)).flatten();
            let own = || {
                let address = parts.people.address(value::reference(row, address)?)?;
                parts.chats.subject_of(&address.text)
            };
            let found = stored
                .or_else(|| if address > 0 { own() } else { None })
                .and_then(|name| clean_name(&name));
            match found {
                Some(name) if groups.len() < MOST => groups.push(name),
                _ => unused += 1,
            }
        })?;
        tables.pass_over(beside, unused);
    }
    Ok(groups)
}
