//! Chats.

use serde::{Deserialize, Serialize};

use super::PersonId;

/// A chat's row in this source; negative for a chat that the source itself no longer lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChatId(pub i64);

/// What sort of chat this is.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum ChatKind {
    /// One other person.
    #[default]
    Person,
    /// A group.
    Group,
    /// A community or one of its own groups.
    Community,
    /// A channel (newsletter).
    Channel,
    /// A broadcast list.
    Broadcast,
    /// Status posts.
    Status,
    /// Messages whose chat the source no longer lists.
    Deleted,
}

/// One chat.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chat {
    /// Row in the source.
    pub id: ChatId,
    /// Stable address (`…@s.whatsapp.net`, `…@g.us`, `…@lid`, …); for [`ChatKind::Deleted`] one made from the lost row.
    pub address: String,
    /// What sort of chat it is.
    pub kind: ChatKind,
    /// Group subject or channel name.
    pub subject: Option<String>,
    /// The other person of a [`ChatKind::Person`] chat.
    pub peer: Option<PersonId>,
    /// When it was created, milliseconds UTC.
    pub created_at: Option<i64>,
    /// In the archive.
    pub archived: bool,
    /// Behind the app's chat lock.
    pub locked: bool,
    /// No visible thread in the app.
    pub hidden: bool,
    /// Messages the owner had not opened.
    pub unread: u64,
    /// Address of the community that this group belongs to.
    pub community: Option<String>,
    /// What the group or channel says of itself.
    pub description: Option<String>,
    /// New messages disappear after this many seconds.
    pub disappearing: Option<u64>,
    /// The owner is no longer in this group.
    pub left: bool,
}
