//! People, what they are called, and which groups they are in.

use serde::{Deserialize, Serialize};

/// A person's row in this source: the canonical address row after device and LID forms were joined.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonId(pub i64);

/// Who owns the phone, as far as the database says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Owner {
    /// The name the owner shows to others.
    pub push_name: Option<String>,
}

/// One person: every address of theirs that the source joins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Row of the canonical address.
    pub id: PersonId,
    /// Canonical address, for example `34600111222@s.whatsapp.net` or `1234@lid`; stable across backups.
    pub address: String,
    /// Phone number, digits only, without `+`; `None` where only a private address is known.
    pub phone: Option<String>,
    /// Private (LID) addresses of the same person, digits only.
    pub lids: Vec<String>,
    /// Numbers that the person had before a number change, digits only.
    pub former_phones: Vec<String>,
    /// Best name that this database itself knows, and where it came from.
    pub name: Option<(String, NameSource)>,
}

/// Where a person's name came from, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NameSource {
    /// An address book the person imported.
    AddressBook,
    /// The contacts database of the backup.
    Contacts,
    /// A verified business name.
    Business,
    /// The name the person chose to show.
    Push,
    /// The display name of a private address, unmasked.
    LidDisplay,
    /// A label given in a group.
    Label,
    /// A name that stood in a mention.
    Mention,
    /// The name on a contact card that somebody shared.
    SharedCard,
}

/// One entry of an address book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressBookEntry {
    /// Phone number in E.164 digits without `+`.
    pub phone: String,
    /// The name to show.
    pub name: String,
    /// Where it was found.
    pub source: NameSource,
}

/// Somebody's membership in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Address of the group, as in [`crate::Chat::address`].
    pub group: String,
    /// Who.
    pub person: PersonId,
    /// What they may do, as far as the source says.
    pub role: Role,
    /// What they call themselves in this group.
    pub label: Option<String>,
    /// When they joined, milliseconds UTC.
    pub joined_at: Option<i64>,
    /// They are no longer in it: when they went, milliseconds UTC, where the source knows.
    pub former: Option<Departure>,
}

/// How somebody went out of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Departure {
    /// Milliseconds UTC.
    pub at: Option<i64>,
}

/// What a member of a group may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// An ordinary member.
    Member,
    /// An admin.
    Admin,
    /// The group's creator or another admin whom nobody can remove.
    SuperAdmin,
}
