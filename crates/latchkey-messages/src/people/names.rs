//! The names that the chat database itself knows: business, private-number display names, group labels, mentions.

use std::ops::ControlFlow;

use rusqlite::{Connection, Row};

use super::{Author, People, cards};
use crate::scan::{lost_rows, scan};
use crate::schema::Schema;
use crate::value;
use crate::{NameSource, PersonId, TableCounts};

/// Characters that stand for hidden digits in masked numbers such as `+34∙∙∙∙∙∙∙21`.
const MASKS: [char; 6] = [
    '\u{2219}', '\u{2022}', '\u{00b7}', '\u{25cf}', '\u{22c5}', '*',
];
/// This many of them, and it is no name.
const MASKED: usize = 3;
/// Characters of a name that are kept.
const LONGEST: usize = 200;

/// Where names stand: table, column of the address row, column of the name.
const PLACES: [(&str, &str, &str, NameSource); 5] = [
    (
        "lid_display_name",
        "lid_row_id",
        "display_name",
        NameSource::LidDisplay,
    ),
    (
        "newsletter_subscribers",
        "jid_row_id",
        "display_name",
        NameSource::Push,
    ),
    (
        "group_participant_user",
        "user_jid_row_id",
        "label",
        NameSource::Label,
    ),
    (
        "message_mentions",
        "jid_row_id",
        "display_name",
        NameSource::Mention,
    ),
    (
        "message_system_username_change",
        "user_jid",
        "display_name",
        NameSource::LidDisplay,
    ),
];

/// Tables of [`PLACES`] that nothing else reads and gives an account of.
const OWN: [&str; 2] = ["lid_display_name", "newsletter_subscribers"];

/// Business names stand with a notice; they name the other person of the notice's chat.
const BUSINESS: [(&str, &str); 2] = [
    ("message_system_business_state", "business_name"),
    (
        "message_system_initial_privacy_provider",
        "verified_biz_name",
    ),
];

/// Gives people the best name that the chat database has. `peer_of` is the other person of a message's chat,
/// `author_of` who sent it.
pub(crate) fn gather_names(
    connection: &Connection,
    schema: &Schema,
    people: &mut People,
    peer_of: &dyn Fn(i64) -> Option<PersonId>,
    author_of: &dyn Fn(&People, i64) -> Author,
) -> rusqlite::Result<()> {
    for (table, owner, name, source) in PLACES {
        let mut counts = TableCounts::default();
        let lost = each_name(connection, schema, table, owner, name, &mut |row, name| {
            counts.rows += 1;
            match (row.and_then(|row| people.by_row(row)), name) {
                (Some(person), Some(name)) => {
                    counts.shown += 1;
                    people.suggest_name(person, &name, source);
                }
                (Some(_), None) => counts.passed_over += 1,
                (None, _) => counts.orphaned += 1,
            }
        })?;
        if OWN.contains(&table) {
            people.account(table, counts, lost);
        }
    }
    for (table, name) in BUSINESS {
        each_name(
            connection,
            schema,
            table,
            "message_row_id",
            name,
            &mut |row, name| {
                if let (Some(person), Some(name)) = (row.and_then(peer_of), name) {
                    people.suggest_name(person, &name, NameSource::Business);
                }
            },
        )?;
    }
    cards::gather(connection, schema, people, author_of)
}

/// Every row of one table: the row that it belongs to, and the name. How many rows are lost.
fn each_name(
    connection: &Connection,
    schema: &Schema,
    table: &str,
    owner: &str,
    name: &str,
    on_name: &mut dyn FnMut(Option<i64>, Option<String>),
) -> rusqlite::Result<u64> {
    let Some(table) = schema.table_with(table, &[owner, name]) else {
        return Ok(0);
    };
    let select = table.select(&[owner, name]);
    let scanned = scan(connection, &select, None, &mut |_, row: &Row<'_>| {
        on_name(value::reference(row, 1), value::text(row, 2));
        ControlFlow::Continue(())
    })?;
    Ok(lost_rows(connection, table, &scanned))
}

/// Characters that turn the direction of what comes after a name, too.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A name fit to be shown; `None` for masked numbers, bare numbers and nothing at all.
#[must_use]
pub fn clean(name: &str) -> Option<String> {
    let name: String = name
        .chars()
        .filter(|c| !c.is_control() && !is_direction(*c))
        .take(LONGEST)
        .collect();
    let name = name.trim();
    let masked = name.chars().filter(|c| MASKS.contains(c)).count() >= MASKED;
    let digits = name.chars().filter(char::is_ascii_digit).count();
    let bare_number = digits >= 5
        && name
            .chars()
            .all(|c| c.is_ascii_digit() || " +-()~\u{a0}\u{202f}".contains(c));
    (!name.is_empty() && !masked && !bare_number).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn masked_and_bare_numbers_are_no_names() {
        for no_name in [
            "",
            "  ",
            "+34∙∙∙∙∙∙∙21",
            "34600111222",
            "+34 600 111 222",
            "~ +34 600 111 222",
            "\u{7}",
        ] {
            assert_eq!(clean(no_name), None, "{no_name}");
        }
    }

    #[test]
    fn names_keep_their_script_and_lose_their_controls() {
        assert_eq!(clean(" Ana\u{0} 李 \n").as_deref(), Some("Ana 李"));
        assert_eq!(clean("Bar 42").as_deref(), Some("Bar 42"));
    }
}
