//! Who is who: people, members of groups, receipts, calls.

use latchkey_messages::{CallOutcome, NameSource, Role};
use serde::Serialize;

use super::{MessageId, PersonId, is_false};

/// One person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonRow {
    /// The person.
    pub id: PersonId,
    /// Canonical address.
    pub address: String,
    /// Phone number, E.164 digits without `+`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Numbers that the person had before, E.164 digits without `+`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub former_phones: Vec<String>,
    /// Private addresses of the same person.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lids: Vec<String>,
    /// Best name known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where the name came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_source: Option<NameSource>,
}

/// A person, named.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PersonName {
    /// Who.
    pub person: PersonId,
    /// Their name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A member of a group, now or once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberRow {
    /// Who.
    pub person: PersonId,
    /// Their name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What they may do, or might.
    pub role: Role,
    /// What they call themselves in this group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// When they joined.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joined_at: Option<i64>,
    /// They are no longer in it.
    #[serde(skip_serializing_if = "is_false")]
    pub former: bool,
    /// When they went.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_at: Option<i64>,
}

/// How far a message got with one person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ReceiptRow {
    /// Who.
    pub person: PersonId,
    /// Their name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// It arrived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<i64>,
    /// It was opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read_at: Option<i64>,
    /// It was played.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub played_at: Option<i64>,
}

/// One call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CallRow {
    /// Row of the call in this index.
    pub id: i64,
    /// Who was called or called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// That person's name, or `+number`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Group address, for group calls.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The group's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_name: Option<String>,
    /// Made by the owner.
    pub from_me: bool,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<i64>,
    /// With video.
    pub video: bool,
    /// Seconds.
    pub duration: u64,
    /// How it ended.
    pub outcome: CallOutcome,
    /// The message that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<MessageId>,
    /// Who else was called, in stored order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<CallMemberRow>,
}

/// Somebody who was called, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CallMemberRow {
    /// Who.
    pub person: PersonId,
    /// Their name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How it went for them.
    pub outcome: CallOutcome,
}
