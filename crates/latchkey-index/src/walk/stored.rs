//! Texts, quotations and mentions as they are stored: with digits where a page shows names.

use serde::{Deserialize, Serialize};

use super::Beside;
use crate::import::identity::Key;
use crate::rows::{MessageId, PersonId};
use crate::schema;

/// What an import would have to bring again, where it is not what the row shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredParts {
    /// The text with the digits of its mentions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whom these digits mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<StoredMention>,
    /// The copy that was stored with a quotation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<StoredQuote>,
}

/// Digits in a text that mean somebody.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredMention {
    /// The digits after the `@`.
    pub digits: String,
    /// Whom they mean; absent for everyone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The name that the source had put there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A quotation as the source had it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredQuote {
    /// The quoted message, where the history has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageId>,
    /// The id that the quoted message has in the phone's database.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The copy says that it was the owner's own.
    #[serde(default)]
    pub from_me: bool,
    /// Who had sent it, as the copy says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sender: Option<PersonId>,
    /// The copy's kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<latchkey_messages::Kind>,
    /// The copy's text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl StoredParts {
    pub(super) fn of_text(text: Option<String>) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

pub(super) fn mentions(beside: &mut Beside<'_>) -> rusqlite::Result<()> {
    let sql = "SELECT m.message, m.digits, coalesce(p.same_as, m.person), m.name
        FROM mention m LEFT JOIN person p ON p.id = m.person
        WHERE m.message BETWEEN ?1 AND ?2 ORDER BY m.message, m.n";
    beside.fill(sql, |walked, row| {
        let stored = walked.stored.get_or_insert_default();
        stored.mentions.push(StoredMention {
            digits: row.get(1)?,
            person: row.get::<_, Option<i64>>(2)?.map(PersonId),
            name: row.get(3)?,
        });
        Ok(())
    })
}

pub(super) fn quotes(beside: &mut Beside<'_>) -> rusqlite::Result<()> {
    let sql = "SELECT q.message, q.target, q.from_me, coalesce(p.same_as, q.sender), q.kind, unpack(q.text), q.key
        FROM quote q LEFT JOIN person p ON p.id = q.sender WHERE q.message BETWEEN ?1 AND ?2";
    beside.fill(sql, |walked, row| {
        walked.stored.get_or_insert_default().quote = Some(StoredQuote {
            message: row.get::<_, Option<i64>>(1)?.map(MessageId),
            from_me: row.get(2)?,
            sender: row.get::<_, Option<i64>>(3)?.map(PersonId),
            kind: row.get::<_, Option<i64>>(4)?.map(schema::kind),
            text: row.get(5)?,
            key: Key::read(row.get_ref(6)?).unpack(),
        });
        Ok(())
    })
}
